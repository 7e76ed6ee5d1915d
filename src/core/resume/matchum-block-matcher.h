/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out which block of a resume as it was is which block of the resume as it is. For this room only. */
#pragma once

#include "resume/matchum-block.h"

G_BEGIN_DECLS

/* Blocks are given in document order, so that a parent comes before its children. */
typedef struct {
  const char        *text;    /* folded, without blanks around it */
  MatchumBlockKind   kind;
  MatchumSectionKind section;
  guint              parent;  /* index, or MATCHUM_BLOCK_NONE; a title does not count as one */
  gboolean           is_gone; /* stands nowhere: only its words tell it */
} MatchumMatcherBlock;

typedef struct {
  guint    mate;       /* index on the other side, or MATCHUM_BLOCK_NONE */
  guint    origin;     /* index on the other side of a block whose words these are, all of them or many, although it is
                          not the mate: of a copy, of a part, of what took words in; or MATCHUM_BLOCK_NONE */
  double   likeness;   /* of the words to those of the mate, 0 to 1 */
  gboolean is_certain; /* there is a mate and no doubt about it */
  gboolean is_moved;   /* stands under another block, or elsewhere among those that stayed under theirs */
} MatchumMatcherMatch;

/* Takes arrays of MatchumMatcherBlock; returns an array of MatchumMatcherMatch, the old blocks first, then the new.
 * The title is always the title. */
GArray *matchum_block_matcher_run (const GArray *old_blocks,
                                   const GArray *new_blocks);

G_END_DECLS
