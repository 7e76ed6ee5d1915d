/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of a row in the posting pane: what can be put right of its line, by the actions of the row. */
#pragma once

#include "ui/matchum-posting-row.h"

G_BEGIN_DECLS

/* Whether a row has one. */
gboolean matchum_line_menu_is_of (MatchumPostingObject *object);
/* Opens it at a point of row. */
void     matchum_line_menu_popup (MatchumPostingRow    *row,
                                  double                x,
                                  double                y);
/* Whether a line goes on with the one above it: two headings, or two lines that are none. */
gboolean matchum_line_menu_can_join (MatchumWorkspace  *workspace,
                                     guint              line);
/* Whether it can become a heading, or none: a piece of a line cannot. */
gboolean matchum_line_menu_can_be_heading (MatchumWorkspace *workspace,
                                           guint       line);

G_END_DECLS
