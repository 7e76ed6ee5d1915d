/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu over a row of a list, which is lit while it is open. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens it at a point of row, the child of a list item; its items are actions of the row and of what is around it. */
void matchum_row_menu_popup (GtkWidget  *row,
                             GMenuModel *model,
                             double      x,
                             double      y);
/* Closes what is open over row, for good. */
void matchum_row_menu_drop  (GtkWidget  *row);

G_END_DECLS
