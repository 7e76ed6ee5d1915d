/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the paragraphs of a resume look like, and the numbers of its items: what plain text and HTML share. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_SHAPE_PROSE,
  MATCHUM_SHAPE_LINES, /* under the name: every line of the source stays a line */
  MATCHUM_SHAPE_QUOTE,
  MATCHUM_SHAPE_CODE,
  MATCHUM_SHAPE_TABLE, /* every line is a row, bars part its cells */
} MatchumBlockShape;

/* lines: what matchum_block_dup_lines() gives. */
MatchumBlockShape matchum_block_shape_find          (const MatchumBlock *block,
                                                     MatchumSource      *source,
                                                     const char         *lines);
/* Whether the first row of a table is its head. */
gboolean          matchum_block_shape_has_head      (const MatchumBlock *block,
                                                     MatchumSource      *source);
/* Whether a line of a table is the one under its head: |---|:-:| */
gboolean          matchum_block_shape_is_rule       (const char         *line,
                                                     gsize               length);
/* The cells of the row in lines that begins at start: array of MatchumSpan, trimmed. */
GArray           *matchum_block_shape_split_row     (const char         *lines,
                                                     gsize               start);
/* The parts of the contact line in lines that begins at start, with what separates them left between: array of
 * MatchumSpan. */
GArray           *matchum_block_shape_split_contact (const char         *lines,
                                                     gsize               start);
/* For every block the number that a visible numbered item gets, and 0 for others: lists are counted anew where items are
 * hidden. Free with g_free. */
guint            *matchum_block_shape_count_numbers (MatchumVisibility  *visibility);

G_END_DECLS
