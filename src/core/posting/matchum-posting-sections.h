/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what the sections of a posting are, all at once: by the words of their headings, by the lines in them and by
 * the order in which postings say things. Private to this room. */
#pragma once

#include "posting/matchum-heading-words.h"

G_BEGIN_DECLS

typedef struct {
  MatchumHeadingSense sense;
  guint               first;    /* index of its first shape, heading included */
  guint               end;      /* one past its last */
  guint               n_lines;  /* that could be items */
  guint               asking;   /* of these */
  guint               doing;    /* and not asking */
  guint               offering;
  guint               stepping;
  gboolean            is_preamble; /* stands before the first heading */
  MatchumPostingKind  kind;     /* what was decided */
} MatchumPostingSection;

/* Fills in the kinds. Sections whose headings are known keep what their headings say. */
void matchum_posting_sections_decide (MatchumPostingSection *sections,
                                      guint                  n_sections);

G_END_DECLS
