/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the requirements that a block speaks for. A key says its requirement to those who point at it, and selects
 * it where it is pressed. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-block-state.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BLOCK_KEYS (matchum_block_keys_get_type ())

/* CSS class .keys. */
G_DECLARE_FINAL_TYPE (MatchumBlockKeys, matchum_block_keys, MATCHUM, BLOCK_KEYS, GtkBox)

/* The one whose requirements they are, or NULL while no block is shown. */
void  matchum_block_keys_set_workspace (MatchumBlockKeys        *self,
                                        MatchumWorkspace        *workspace);
/* Shows those of a state; nothing where there are none. */
void  matchum_block_keys_update        (MatchumBlockKeys        *self,
                                        const MatchumBlockState *state);
/* "for requirements 3, b", to be read aloud; NULL where there are none. */
char *matchum_block_keys_dup_words     (const MatchumBlockState *state);

G_END_DECLS
