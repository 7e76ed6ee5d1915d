/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which blocks of a resume can change places with which, and who stands where in an order. For this room only. */
#pragma once

#include "resume/matchum-block-place.h"

G_BEGIN_DECLS

/* Blocks are named by their index in the resume. */
typedef struct {
  guint    first;      /* of its members */
  guint    n;
  gboolean is_changed; /* somebody stands elsewhere than in the resume */
} MatchumBlockRun;

typedef struct {
  MatchumBlockPlace place;
  GArray *runs;    /* of MatchumBlockRun, those of two blocks at least */
  guint  *run_of;  /* of every block: its run, or MATCHUM_BLOCK_NONE */
  guint  *members; /* of all runs, one after the other, as they stand in the resume */
  guint  *holders; /* of the place of every member: the block that stands there */
  guint  *slots;   /* of every block in a run: where in members it is */
} MatchumBlockRuns;

/* order may be NULL. */
void             matchum_block_runs_init         (MatchumBlockRuns *self,
                                                  MatchumResume    *resume,
                                                  GPtrArray        *order);
void             matchum_block_runs_clear        (MatchumBlockRuns *self);

MatchumBlockRun *matchum_block_runs_get          (MatchumBlockRuns *self,
                                                  guint             run);
/* The block that stands in the place of block. */
guint            matchum_block_runs_get_holder   (MatchumBlockRuns *self,
                                                  guint             block);
/* Where among the holders of its run a block stands, from 0; for blocks in a run only. */
guint            matchum_block_runs_find_holder  (MatchumBlockRuns *self,
                                                  guint             block);
/* Has a holder of a run stand at another place in it. */
void             matchum_block_runs_move         (MatchumBlockRuns *self,
                                                  guint             run,
                                                  guint             from,
                                                  guint             to);
/* Everybody in the run stands as in the resume. */
void             matchum_block_runs_reset        (MatchumBlockRuns *self,
                                                  guint             run);
/* The bytes of the number before an item, empty where it has none. */
MatchumSpan      matchum_block_runs_find_number  (MatchumBlockPlace  *place,
                                                  const MatchumBlock *item);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MatchumBlockRuns, matchum_block_runs_clear)

G_END_DECLS
