/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One block of the open resume as an item of a list. What its row says is worked out when a row asks, and told again
 * by "changed" for as long as a row watches. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-block-reader.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BLOCK_OBJECT (matchum_block_object_get_type ())

G_DECLARE_FINAL_TYPE (MatchumBlockObject, matchum_block_object, MATCHUM, BLOCK_OBJECT, GObject)

MatchumBlockObject      *matchum_block_object_new           (MatchumBlockReader *reader,
                                                             MatchumResume      *resume,
                                                             guint               index);
MatchumWorkspace        *matchum_block_object_get_workspace (MatchumBlockObject *self);
guint                    matchum_block_object_get_index     (MatchumBlockObject *self);
/* The resume that the block stands in, which may no longer be the open one. */
MatchumResume           *matchum_block_object_get_resume    (MatchumBlockObject *self);
const MatchumBlock      *matchum_block_object_get_block     (MatchumBlockObject *self);
MatchumBlockState       *matchum_block_object_get_state     (MatchumBlockObject *self);

/* The same block in another reading of the resume, where it may stand elsewhere and say other words. Emits "rewritten" where it
 * does; state is told by _refresh(). */
void                     matchum_block_object_move          (MatchumBlockObject *self,
                                                             MatchumResume      *resume,
                                                             guint               index);
/* Called by a row, or by somebody who has none (NULL), while it shows the object. */
void                     matchum_block_object_watch         (MatchumBlockObject *self,
                                                             GtkWidget          *row);
void                     matchum_block_object_unwatch       (MatchumBlockObject *self,
                                                             GtkWidget          *row);
/* Whether one that watches is seen: the row of a list is not where it is scrolled out of view. */
gboolean                 matchum_block_object_is_seen       (MatchumBlockObject *self);
/* Whether the block was hidden when those who watch were told last, and is still: then at most the costs of it changed. */
gboolean                 matchum_block_object_is_still_hidden (MatchumBlockObject *self);
/* Whether somebody watches and may know what is so no longer. */
gboolean                 matchum_block_object_is_stale      (MatchumBlockObject *self);
/* Looks again where a row watches, and emits "changed" where something else is to be said. */
void                     matchum_block_object_refresh       (MatchumBlockObject *self);

G_END_DECLS
