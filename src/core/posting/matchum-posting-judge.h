/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges each line of a section: whether it is what its section is, or leads over to other lines, or says for itself
 * what it is. Private to this room. */
#pragma once

#include "posting/matchum-posting-shape.h"

G_BEGIN_DECLS

typedef struct {
  guint items;
  guint texts;
  gboolean has_pictures; /* of these items, a different one before each */
} MatchumSectionCount;

/* The lines from first up to end that could be items, with bullets and without. */
MatchumSectionCount matchum_posting_judge_count (GArray     *shapes,
                                                 guint       first,
                                                 guint       end);
/* Settles the kinds of all lines, whose sections have theirs. text: of the source. */
void                matchum_posting_judge_lines (const char *text,
                                                 GArray     *shapes);

G_END_DECLS
