/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in an entry or a bullet, collected for JSON: its words, dates, paragraphs and bullets, nested ones after the
 * one they stand in. Private to this room. */
#pragma once

#include "resume/matchum-entry-dates.h"
#include "resume/matchum-json-resume-schema.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

typedef struct {
  char              *head;        /* its own words without dates */
  char              *label;       /* what is bold at the start of head, or NULL */
  char              *url;         /* of a link at the start of head, or NULL */
  char              *aside;       /* what a line of dates says besides, or NULL */
  MatchumEntryDates  dates;
  char              *description; /* a first paragraph that is all in italics, or NULL */
  GString           *paragraphs;  /* with blank lines between them */
  GPtrArray         *lines;       /* of GString: its bullets */
  MatchumJsonValue  *labelled;    /* object: members that have a label */
  GArray            *entries;     /* of guint: dated entries within it, by index */
} MatchumEntryContent;

/* section: the one it stands in, or MATCHUM_JSON_N_SECTIONS. Visible blocks only. */
MatchumEntryContent *matchum_entry_content_new       (MatchumVisibility         *visibility,
                                                      const MatchumBlock        *block,
                                                      MatchumJsonSectionId       section);
void                 matchum_entry_content_free      (MatchumEntryContent       *self);

const char          *matchum_entry_content_get_line  (const MatchumEntryContent *self,
                                                      guint                      index);
/* Paragraphs and bullets, with line feeds between them; NULL where there are none. */
char                *matchum_entry_content_dup_body  (const MatchumEntryContent *self);
/* Puts text before the paragraphs. */
void                 matchum_entry_content_prepend   (MatchumEntryContent       *self,
                                                      const char                *text);

/* The words of a block; addresses of links that the words do not show stand in brackets behind them. Where url is not
 * NULL, it gets that of a link at the start, which then stands nowhere else. */
char                *matchum_entry_content_dup_words (const MatchumBlock        *block,
                                                      char                     **url);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumEntryContent, matchum_entry_content_free)

G_END_DECLS
