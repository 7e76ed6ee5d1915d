/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a list that are scrolled out of view, and need not say at once what those in view do. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean matchum_later_can_wait (GtkWidget   *row);
/* Calls update with row soon, but not with many others between two frames. Returns the id of the source, which the row
 * removes where it is shown or goes before. */
guint    matchum_later_add      (GtkWidget   *row,
                                 GSourceFunc  update);
/* The same right after the frame that is being laid out: for a row that came into view. */
guint    matchum_later_hurry    (GtkWidget   *row,
                                 GSourceFunc  update);

G_END_DECLS
