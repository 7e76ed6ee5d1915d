/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes objects of JSON Resume of what stands in an entry or a bullet. Private to this room. */
#pragma once

#include "resume/matchum-entry-content.h"
#include "resume/matchum-entry-parts.h"

G_BEGIN_DECLS

/* What it takes to make them, and where to report what could not be told apart. */
typedef struct {
  MatchumJsonSectionId section;
  MatchumEntryOrder    usual;      /* which stands first in the other headings of the resume */
  gboolean             is_heading; /* not a bullet or paragraph */
  const char          *employer;   /* of an entry within another: what that is about; or NULL */
  guint                line;
  const char          *path;       /* of the section's next object */
  MatchumJsonNotes    *notes;      /* or NULL */
} MatchumJsonItemContext;

/* Appends one object to items, or several of a bullet that lists several things. Members are in the order of the schema. */
void matchum_json_resume_items_add     (MatchumJsonValue             *items,
                                        MatchumEntryContent          *content,
                                        const MatchumJsonItemContext *context);
/* The same for a section that JSON Resume has not: "name", "startDate", "endDate", "url", "summary", "highlights". */
void matchum_json_resume_items_add_other (MatchumJsonValue           *items,
                                          MatchumEntryContent        *content);
/* Puts the members of object in the order of fields; others come last, in theirs. */
void matchum_json_resume_items_sort    (MatchumJsonValue             *object,
                                        const MatchumJsonField       *fields);

G_END_DECLS
