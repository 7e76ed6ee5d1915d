/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works out what the row of a block says from what the workspace holds. Reference counted. */
#pragma once

#include "ui/matchum-block-state.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

typedef struct _MatchumBlockReader MatchumBlockReader;

MatchumBlockReader *matchum_block_reader_new           (MatchumWorkspace   *workspace);
MatchumBlockReader *matchum_block_reader_ref           (MatchumBlockReader *self);
void                matchum_block_reader_unref         (MatchumBlockReader *self);

MatchumWorkspace   *matchum_block_reader_get_workspace (MatchumBlockReader *self);
/* Changes whenever what was read before may no longer be so. */
guint               matchum_block_reader_get_version   (MatchumBlockReader *self);
/* To be called when the selection changed, after an edit, and when something else was opened. */
void                matchum_block_reader_note_changed  (MatchumBlockReader *self);

MatchumBlockState  *matchum_block_reader_read          (MatchumBlockReader *self,
                                                        guint               block);
/* Whether anything in the block speaks for the requirement, the block being hidden or not. */
gboolean            matchum_block_reader_speaks_for    (MatchumBlockReader *self,
                                                        guint               block,
                                                        guint               requirement);

/* Whether anything in the block is a hint of the requirement selected. */
gboolean            matchum_block_reader_is_hint       (MatchumBlockReader *self,
                                                        guint               block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBlockReader, matchum_block_reader_unref)

G_END_DECLS
