/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The person of a LinkedIn export: name, headline, ways to reach them, summary. Private to import/. */
#pragma once

#include "import/matchum-csv.h"
#include "import/matchum-markdown-draft.h"

G_BEGIN_DECLS

typedef struct {
  const MatchumCsv *profile; /* each may be NULL */
  const MatchumCsv *emails;
  const MatchumCsv *phones;
  gboolean          is_korean;
} MatchumLinkedinPerson;

/* Writes title, contact line and summary. */
void matchum_linkedin_person_write (const MatchumLinkedinPerson *self,
                                    MatchumMarkdownDraft        *draft,
                                    MatchumJsonNotes            *notes);

G_END_DECLS
