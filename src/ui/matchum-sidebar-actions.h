/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to a row of the sidebar, by its menu and by keys. The actions are the row's own: "sidebar.menu",
 * "sidebar.rename", "sidebar.duplicate", "sidebar.archive" (or bring back), "sidebar.delete", "sidebar.edit-source"; of a
 * posting also "sidebar.move-up", "sidebar.move-down", "sidebar.hold-against" (the id of a baseline). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void matchum_sidebar_actions_install_for_postings  (GtkWidgetClass *row_class);
void matchum_sidebar_actions_install_for_baselines (GtkWidgetClass *row_class);

/* Opens the menus of the rows of list, one of GTK's, where they are asked for with the mouse or a finger. */
void matchum_sidebar_actions_connect               (GtkWidget      *list);
/* Lets go what is open over row. */
void matchum_sidebar_actions_drop_popovers         (GtkWidget      *row);
/* What setting the state of "sidebar.hold-against" does. */
void matchum_sidebar_actions_hold_against          (GtkWidget      *row,
                                                    const char     *baseline);

G_END_DECLS
