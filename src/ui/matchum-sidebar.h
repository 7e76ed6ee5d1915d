/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The postings of the workspace, and the baseline resume. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SIDEBAR (matchum_sidebar_get_type ())

/* Properties "workspace", "shows-window-buttons" (boolean: it alone fills the window). Signal "chosen": the user wants
 * to see what is current now. */
G_DECLARE_FINAL_TYPE (MatchumSidebar, matchum_sidebar, MATCHUM, SIDEBAR, GtkWidget)

void matchum_sidebar_set_workspace            (MatchumSidebar   *self,
                                               MatchumWorkspace *workspace);
void matchum_sidebar_set_shows_window_buttons (MatchumSidebar   *self,
                                               gboolean          is_alone);
/* Moves the keyboard focus to the row of what is current. */
gboolean matchum_sidebar_focus                (MatchumSidebar   *self);
void matchum_sidebar_open_menu                (MatchumSidebar   *self);

G_END_DECLS
