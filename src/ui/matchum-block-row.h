/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of one block: check button, marked words, requirement keys; below, at need, one note and the actions. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-block-object.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BLOCK_ROW (matchum_block_row_get_type ())

/**
 * MatchumBlockRow:
 *
 * CSS node block with the classes .title, .section, .entry, .item, .paragraph, .remark, .contact, .off (not shown),
 * .faded and .lit.
 *
 * Actions: block.toggle-hidden (Space), block.toggle-pinned (P), block.jump (Enter), block.edit (F2), block.reword
 * (Shift+F2), block.drop-wording, block.review-wording, block.title-line, block.move-up (Alt+Up), block.move-down (Alt+Down), block.add-below (Insert), block.delete (Delete, where no posting is open), block.edit-source, block.menu (Menu, Shift+F10), block.link (L) and
 * block.not-this, which says of which requirement the block is no evidence.
 */
G_DECLARE_FINAL_TYPE (MatchumBlockRow, matchum_block_row, MATCHUM, BLOCK_ROW, GtkBox)

GtkWidget          *matchum_block_row_new         (void);

MatchumBlockObject *matchum_block_row_get_object  (MatchumBlockRow    *self);
void                matchum_block_row_set_object  (MatchumBlockRow    *self,
                                                   MatchumBlockObject *object);
gboolean            matchum_block_row_find_words  (MatchumBlockRow    *self,
                                                   double              x,
                                                   double              y,
                                                   gsize              *offset);
/* editor: stands in the place of the words from now on; NULL brings these back. */
void                matchum_block_row_set_editor  (MatchumBlockRow    *self,
                                                   GtkWidget          *editor);
void                matchum_block_row_set_narrow  (MatchumBlockRow    *self,
                                                   gboolean            narrow);
void                matchum_block_row_set_compact (MatchumBlockRow    *self,
                                                   gboolean            compact);

G_END_DECLS
