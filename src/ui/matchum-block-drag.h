/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drags a block from its row to between others of its like: a line shows where it would go. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A block, by its id, was dropped so many places further down. Returns whether it moved. */
typedef gboolean (*MatchumBlockDragFunc) (gpointer    owner,
                                          const char *block,
                                          gint        delta);

/* list: one whose rows are of MatchumBlockRow. owner: list or a widget around it. */
void     matchum_block_drag_connect    (GtkListView          *list,
                                        MatchumBlockDragFunc  dropped,
                                        gpointer              owner);
/* Where the block with an id would go when it is dropped at a point of list: how many places down; FALSE where it cannot
 * be dropped. row: the one that the line is drawn at, or NULL where that is not in view; is_below: at its lower edge. */
gboolean matchum_block_drag_find_place (GtkListView          *list,
                                        const char           *block,
                                        double                x,
                                        double                y,
                                        gint                 *delta,
                                        GtkWidget           **row,
                                        gboolean             *is_below);
/* Drops it there. */
gboolean matchum_block_drag_drop       (GtkListView          *list,
                                        const char           *block,
                                        double                x,
                                        double                y);

G_END_DECLS
