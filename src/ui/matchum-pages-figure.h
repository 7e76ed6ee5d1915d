/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many pages the visible resume fills, and may fill: "1.3 of 1 page", with a bar that shows how the last page is filled,
 * and a button that leads to what would have to go. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PAGES_FIGURE (matchum_pages_figure_get_type ())

G_DECLARE_FINAL_TYPE (MatchumPagesFigure, matchum_pages_figure, MATCHUM, PAGES_FIGURE, GtkWidget)

GtkWidget *matchum_pages_figure_new        (MatchumWorkspace *workspace);
/* Leaves the bars out where there is little room. */
void       matchum_pages_figure_set_narrow (MatchumPagesFigure *self,
                                            gboolean          is_narrow);
/* "1.3 pages", "1 page"; rounded up to a tenth, for a page that is begun is a page that is printed. Empty while not
 * known. */
char      *matchum_pages_figure_dup_words  (double            used);
/* "1.3 of 1 page", where there may be so many; 0: nobody said. */
char      *matchum_pages_figure_dup_words_of (double          used,
                                            guint             budget);

G_END_DECLS
