/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line that shows between which rows of a list something would be dropped. Its look is in the style sheet, of the
 * classes "drop-above" and "drop-below". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The row of a type at a place of the list, in its coordinates, margins included; NULL where there is none. */
GtkWidget *matchum_drop_line_find_row (GtkListView *list,
                                       GType        type,
                                       double       x,
                                       double       y);
/* Shows the line at a row and nowhere else; NULL: nowhere. */
void       matchum_drop_line_show     (GtkListView *list,
                                       GtkWidget   *row,
                                       gboolean     is_below);
void       matchum_drop_line_clear    (GtkListView *list);

G_END_DECLS
