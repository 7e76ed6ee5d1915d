/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling to a row of a list view, and moving the keyboard focus to it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Brings the row at position into view, with two rows on either side of it where there is room. */
void     matchum_list_reveal    (GtkListView *view,
                                 guint        position);
/* Moves the focus to row, a child of the view's rows that is to be had after matchum_list_reveal(), and shows it. */
void     matchum_list_focus     (GtkListView *view,
                                 GtkWidget   *row);
gboolean matchum_list_has_focus (GtkListView *view);

G_END_DECLS
