/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu over a row of a list, which is lit while it is open. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the menu of what is at a point of a list, if anything is, and claims gesture then. */
typedef void (*MatchumRowMenuFunc) (gpointer    owner,
                                    double      x,
                                    double      y,
                                    GtkGesture *gesture);

/* Has open called for presses of the second button upon list, and for long ones by touch. owner: list or a widget around
 * it. */
void matchum_row_menu_watch (GtkWidget          *list,
                             MatchumRowMenuFunc  open,
                             gpointer            owner);

/* Opens it at a point of row, the child of a list item; its items are actions of the row and of what is around it. */
void matchum_row_menu_popup (GtkWidget  *row,
                             GMenuModel *model,
                             double      x,
                             double      y);
/* Opens another popover over row, in place of its menu. Takes popover. */
void matchum_row_menu_present (GtkWidget *row,
                             GtkWidget  *popover);
/* Closes what is open over row, for good. */
void matchum_row_menu_drop  (GtkWidget  *row);

G_END_DECLS
