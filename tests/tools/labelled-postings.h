/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The labelled postings of tests/cases: what each line is, or may be, and the variants of their texts. What cannot be
 * read ends the program. */
#pragma once

#include "posting/matchum-posting-shape.h"

G_BEGIN_DECLS

/* Every posting is learned from several times: as it is, with headings of which the words say nothing, without bullets,
 * and both; and of each of these, what stands from its first heading of requirements or duties on, as people paste. */
enum {
  WITHOUT_HEADINGS = 1 << 0,
  WITHOUT_BULLETS = 1 << 1,
  WITHOUT_TOP = 1 << 2,
  N_VARIANTS = 1 << 3,
};

/* How a line is labelled. */
typedef struct {
  guint states; /* bits of what it may be, 0: nobody knows */
  gboolean is_heading;
  gboolean is_untold; /* a line or heading that is not labelled */
  gboolean continues; /* the line before it */
} LineLabel;

typedef struct {
  char **text;       /* physical lines */
  LineLabel *labels; /* by 1-based line */
  guint n_lines;
} LabelledPosting;

/* posting is gone after the call. */
typedef void (*LabelledPostingFunc) (const LabelledPosting *posting,
                                     gpointer               data);

/* Calls for every posting of the sets in the folder tests, always in the same order. */
void           labelled_postings_foreach     (const char            *tests,
                                              LabelledPostingFunc    func,
                                              gpointer               data);

/* Whether a line is a heading of which the words are to say nothing in a variant. */
gboolean       labelled_posting_is_masked    (const LabelledPosting *self,
                                              guint                  line,
                                              guint                  variant);
/* What is left away is blank, for lines to keep their numbers. */
MatchumSource *labelled_posting_make_variant (const LabelledPosting *self,
                                              guint                  variant);
/* The shapes of its lines, of MatchumLineShape, as the rules judge them. */
GArray        *labelled_posting_scan         (MatchumSource         *source);

G_END_DECLS
