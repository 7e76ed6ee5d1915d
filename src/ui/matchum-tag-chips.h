/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags and the priority of a block as small chips in its row. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-block-state.h"

G_BEGIN_DECLS

/* Shows those of a state: *chips, which is NULL at first, is made behind sibling where it is needed. */
void  matchum_tag_chips_update    (GtkWidget               **chips,
                                   GtkWidget                *sibling,
                                   const MatchumBlockState  *state);
/* "always for ML; never for marketing; priority 2", to be read aloud; NULL where there is nothing. */
char *matchum_tag_chips_dup_words (const MatchumBlockState  *state);

G_END_DECLS
