/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the menu of a block offers of tags and of its priority. */
#pragma once

#include "ui/matchum-block-row.h"

G_BEGIN_DECLS

/* Adds sections to the menu of row, which shows a block, and gives row the actions for them. */
void matchum_block_tagging_append (GMenu           *menu,
                                   MatchumBlockRow *row);

G_END_DECLS
