/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of blocks as they were and blocks as they are, found best first: by their words and by what around them is
 * already paired, so that every pair found makes its neighbours, parents and children easier to tell. For this room
 * only. */
#pragma once

#include "resume/matchum-block-likeness.h"
#include "resume/matchum-block-matcher.h"

G_BEGIN_DECLS

enum {
  MATCHUM_SIDE_OLD,
  MATCHUM_SIDE_NEW,
  MATCHUM_N_SIDES,
};

/* Blocks of like words looked at for one block. */
#define MATCHUM_PAIRING_MAX_LIKE 8
/* Of several blocks with the same words, those at about the same place are looked at. */
#define MATCHUM_PAIRING_MAX_SAME 12
/* Fewer runs of letters say little wherever they stand. */
#define MATCHUM_PAIRING_MIN_SIZE 6

/* Blocks are named by their index on their side, MATCHUM_BLOCK_NONE standing for none. */
typedef struct {
  const MatchumMatcherBlock *block;
  guint    group;       /* the same for the same words */
  double   rank;        /* place among the blocks with the same words, 0 to 1 */
  guint    previous;    /* sibling */
  guint    next;
  guint    first_child;
  guint    last_child;
  guint    n_children;
  guint    mate;        /* the block of the other side that it is */
  guint    origin;      /* see MatchumMatcherMatch */
  guint    first_pair;  /* of the pairs it is part of */
  guint    last_pair;
  double   best;        /* likeness of the pairs it is part of, and the second best */
  double   second;
  double   likeness;    /* to its mate */
  gboolean is_ambiguous;
  gboolean is_moved;
  guint    before;      /* in the longest run of siblings that kept their order */
} MatchumPairingNode;

typedef struct {
  guint  nodes[MATCHUM_N_SIDES];
  double likeness;
  guint  n_children;            /* children of one that are paired with children of the other */
  guint  next[MATCHUM_N_SIDES]; /* pair of the same node, or MATCHUM_BLOCK_NONE */
} MatchumPairingPair;

typedef struct {
  GArray               *nodes[MATCHUM_N_SIDES]; /* of MatchumPairingNode */
  guint                 first_root[MATCHUM_N_SIDES];
  guint                 last_root[MATCHUM_N_SIDES];
  guint                 n_sections[MATCHUM_N_SIDES][MATCHUM_SECTION_ACTIVITIES + 1]; /* of every kind */
  MatchumBlockLikeness *likeness;
  guint                 n_groups;
  guint                *groups[MATCHUM_N_SIDES]; /* n_groups + 1: where every group begins in members */
  guint                *members[MATCHUM_N_SIDES];
  GArray               *pairs; /* of MatchumPairingPair */
  GArray               *heap;  /* of MatchumPairHeapEntry */
} MatchumBlockPairing;

/* Takes arrays of MatchumMatcherBlock, which must stay as they are, and pairs what words tell. */
void     matchum_block_pairing_init                  (MatchumBlockPairing       *self,
                                                      const GArray              *old_blocks,
                                                      const GArray              *new_blocks);
void     matchum_block_pairing_clear                 (MatchumBlockPairing       *self);

/* Whether both stand at the top, or under blocks that are the same. */
gboolean matchum_block_pairing_stand_together        (MatchumBlockPairing       *self,
                                                      guint                      old,
                                                      guint                      new);
/* How well the siblings before (or after) two agree, 0 where they do not. */
double   matchum_block_pairing_compare_siblings      (MatchumBlockPairing       *self,
                                                      guint                      old,
                                                      guint                      new,
                                                      gboolean                   is_after);
/* The same for siblings or, where these do not agree, what stands before (or after) them in the document. */
double   matchum_block_pairing_compare_neighbours    (MatchumBlockPairing       *self,
                                                      guint                      old,
                                                      guint                      new,
                                                      gboolean                   is_after);
double   matchum_block_pairing_get_share_of_children (MatchumBlockPairing       *self,
                                                      const MatchumPairingPair  *pair);
gboolean matchum_block_pairing_is_same_known_section (const MatchumMatcherBlock *old,
                                                      const MatchumMatcherBlock *new);

/* The pair of the two, which is made where there is none yet. */
guint    matchum_block_pairing_ensure_pair           (MatchumBlockPairing       *self,
                                                      guint                      old,
                                                      guint                      new);
void     matchum_block_pairing_settle_pair           (MatchumBlockPairing       *self,
                                                      guint                      index);
/* Settles what has become clear by what was settled. */
void     matchum_block_pairing_run_queue             (MatchumBlockPairing       *self);

/* The blocks with the same words. */
guint    matchum_block_pairing_count_members         (MatchumBlockPairing       *self,
                                                      guint                      side,
                                                      guint                      group);
guint    matchum_block_pairing_get_member            (MatchumBlockPairing       *self,
                                                      guint                      side,
                                                      guint                      group,
                                                      guint                      index);

static inline MatchumPairingNode *
matchum_block_pairing_get_node (MatchumBlockPairing *self, guint side, guint index)
{
  return &g_array_index (self->nodes[side], MatchumPairingNode, index);
}

static inline MatchumPairingPair *
matchum_block_pairing_get_pair (MatchumBlockPairing *self, guint index)
{
  return &g_array_index (self->pairs, MatchumPairingPair, index);
}

/* Number of a block's text in the index of likeness. */
static inline guint
matchum_block_pairing_get_text (MatchumBlockPairing *self, guint side, guint index)
{
  return side == MATCHUM_SIDE_OLD ? index : self->nodes[MATCHUM_SIDE_OLD]->len + index;
}

static inline guint
matchum_block_pairing_get_size (MatchumBlockPairing *self, guint side, guint index)
{
  return matchum_block_likeness_get_size (self->likeness, matchum_block_pairing_get_text (self, side, index));
}

G_END_DECLS
