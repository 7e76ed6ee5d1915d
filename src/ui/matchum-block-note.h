/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The note in the row of a block: why it is not shown, what hiding it would cost, whose words these are. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-block-state.h"

G_BEGIN_DECLS

/* Shows that of a state: *note, which is NULL at first, is made behind sibling where it is needed. */
void matchum_block_note_update (GtkWidget               **note,
                                GtkWidget                *sibling,
                                const MatchumBlockState  *state);

G_END_DECLS
