/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a block that is selected, as buttons under its words. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-block-state.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BLOCK_BUTTONS (matchum_block_buttons_get_type ())

/* CSS class .actions. */
G_DECLARE_FINAL_TYPE (MatchumBlockButtons, matchum_block_buttons, MATCHUM, BLOCK_BUTTONS, GtkBox)

/* Shows what can be done in a state: *buttons, which is NULL at first, is made at the end of body where it is needed.
 * is_editable: the words can be edited, and are not just now. */
void matchum_block_buttons_update (GtkWidget              **buttons,
                                   GtkBox                  *body,
                                   const MatchumBlockState *state,
                                   gboolean                 is_editable);

G_END_DECLS
