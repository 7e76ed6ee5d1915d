/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets the postings of the sidebar be put in order with the mouse. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-sidebar-row.h"

G_BEGIN_DECLS

/* list: one whose rows are of MatchumSidebarRow, in a MatchumSidebar. */
void               matchum_sidebar_drag_connect (GtkListView *list);
/* The row at a place in list, in pixels, or NULL. */
MatchumSidebarRow *matchum_sidebar_find_row_at  (GtkListView *list,
                                                 double       x,
                                                 double       y);

G_END_DECLS
