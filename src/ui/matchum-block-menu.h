/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of a block in the resume pane: what can be done with it, by the actions of its row. */
#pragma once

#include "ui/matchum-block-row.h"

G_BEGIN_DECLS

/* Opens it at a point of row, which must show a block. */
void matchum_block_menu_popup (MatchumBlockRow *row,
                               double           x,
                               double           y);
/* Closes what is open over row, for good. */
void matchum_block_menu_drop  (MatchumBlockRow *row);

G_END_DECLS
