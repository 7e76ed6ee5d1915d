/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays children out side by side, as a horizontal box does. A box asks each child how wide it is at the height that there
 * is, which GTK answers for wrapped words by trying one width after the other; a line never asks that. Takes the place of
 * a GtkBox's own layout, with no baselines. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_LINE_LAYOUT (matchum_line_layout_get_type ())

/* Property "spacing" (int): pixels between children; what the style sheet says of it does not count. */
G_DECLARE_FINAL_TYPE (MatchumLineLayout, matchum_line_layout, MATCHUM, LINE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *matchum_line_layout_new (int spacing);

G_END_DECLS
