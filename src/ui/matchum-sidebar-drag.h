/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the postings of the sidebar into another order, also with the mouse. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-sidebar-row.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

/* Moves posting to before or after another one, and waits until it is there. */
void               matchum_sidebar_move         (MatchumWorkspace        *workspace,
                                                 MatchumWorkspacePosting *posting,
                                                 MatchumWorkspacePosting *other,
                                                 gboolean                 is_after);
/* list: one whose rows are of MatchumSidebarRow, in a MatchumSidebar. */
void               matchum_sidebar_drag_connect (GtkListView             *list);
/* The row at a place in list, in pixels, or NULL. */
MatchumSidebarRow *matchum_sidebar_find_row_at  (GtkListView             *list,
                                                 double                   x,
                                                 double                   y);

G_END_DECLS
