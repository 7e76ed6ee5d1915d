/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of the open resume as a list model of MatchumBlockObject, in document order: the position of a block in
 * the list is its index. The items stay the same through edits. */
#pragma once

#include "ui/matchum-block-object.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BLOCK_LIST (matchum_block_list_get_type ())

G_DECLARE_FINAL_TYPE (MatchumBlockList, matchum_block_list, MATCHUM, BLOCK_LIST, GObject)

MatchumBlockList *matchum_block_list_new           (MatchumWorkspace *workspace);

/* The block that speaks most strongly for a requirement, hidden ones last, or else one that hints at it;
 * MATCHUM_BLOCK_NONE where none does. */
guint             matchum_block_list_find_evidence (MatchumBlockList *self,
                                                    guint             requirement);

G_END_DECLS
