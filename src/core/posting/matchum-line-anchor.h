/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How something that a person said of a line of a posting finds it again: by its words as they were read, and by where they
 * stood. */
#pragma once

#include "posting/matchum-posting.h"

G_BEGIN_DECLS

#define MATCHUM_NO_LINE G_MAXUINT

typedef struct {
  guint       line;   /* 1-based first physical line in the text that was read */
  guint       nth;    /* which of the lines with the same words, counted from 1 … */
  guint       n_same; /* … and how many there were */
  const char *text;   /* the words of the line as they were read; borrowed */
} MatchumLineAnchor;

int     matchum_line_anchor_compare    (const MatchumLineAnchor *a,
                                        const MatchumLineAnchor *b);
/* Of MatchumLineAnchor: those of all lines of a posting as it was read, which must outlive them. Free with
 * g_array_unref(). */
GArray *matchum_line_anchor_list       (MatchumPosting          *posting);
/* Of guint: the index of the line that each of anchors (of MatchumLineAnchor, in the order of compare) is of, or
 * MATCHUM_NO_LINE. Equal ones are of one line, and others of others. */
GArray *matchum_line_anchor_find_lines (MatchumPosting          *posting,
                                        GArray                  *anchors);
/* Of guint: for each line of before the line of after that it is now, though its words were edited: lines that stand where
 * they stood between lines that are the same. MATCHUM_NO_LINE: it cannot be told. */
GArray *matchum_line_anchor_follow     (MatchumPosting          *before,
                                        MatchumPosting          *after);

G_END_DECLS
