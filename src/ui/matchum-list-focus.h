/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling to a row of a list view, and moving the keyboard focus to it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The item that widget shows, or NULL where it is no row. */
typedef gpointer (*MatchumListGetItem) (GtkWidget *widget);

/* Brings the row at position into view, with two rows beyond it where there are. row: the child of that row where it is
 * at hand, or NULL. */
void     matchum_list_reveal    (GtkListView *view,
                                 guint        position,
                                 GtkWidget   *row);
/* Keeps the row at position where it is, if it is in view, while it or others grow and shrink: to be called before the
 * list is laid out again. */
void     matchum_list_hold      (GtkListView *view,
                                 guint        position,
                                 GtkWidget   *row);
/* Moves the focus to row, the child of the row at position, and shows that it is there. */
void     matchum_list_focus     (GtkListView *view,
                                 guint        position,
                                 GtkWidget   *row);
/* The same for a row that is in view, which stays where it is. */
void     matchum_list_focus_row (GtkWidget   *row);
gboolean matchum_list_has_focus (GtkListView *view);
/* Lets rows of a class that is derived from GtkBox take the focus where it comes from outside of the list, by Tab or F6,
 * before what is within them: a box by itself passes it on to its children only. */
void     matchum_list_bind_row  (GtkWidgetClass *row_class);
/* Keys reach the row that has the focus even where the list was scrolled away from it, and bring it back into view: GTK
 * does not map such a row, and what is not mapped gets no keys. still: letters, in capitals, that are not about that
 * row, and move nothing; static. */
void     matchum_list_keep_keys (GtkListView        *view,
                                 MatchumListGetItem  get_item,
                                 const char         *still);

G_END_DECLS
