/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of uses as it is seen and walked through: rows are blocks, columns postings, and a last one sums. Only what is seen
 * has widgets, so that hundreds of rows and columns cost nothing; each of them is a cell that screen readers find. To be put in
 * a GtkScrolledWindow. */
#pragma once

#include "ui/matchum-usage-sizes.h"
#include "ui/matchum-usage-survey.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_USAGE_GRID (matchum_usage_grid_get_type ())

/* Signals:
 * - "activated" (int row, int column): Enter was pressed in a cell, or it was clicked; also in the head and beside it;
 * - "moved" (): the cursor is in another cell, or that says something else. */
G_DECLARE_FINAL_TYPE (MatchumUsageGrid, matchum_usage_grid, MATCHUM, USAGE_GRID, GtkWidget)

/* Shows these blocks and columns of the table of survey: arrays of guint, which are copied. Where it was scrolled to and the
 * cursor stay with what they are of. */
void      matchum_usage_grid_show        (MatchumUsageGrid   *self,
                                          MatchumUsageSurvey *survey,
                                          GArray             *blocks,
                                          GArray             *columns);
/* Where the cursor is. */
void      matchum_usage_grid_get_cursor  (MatchumUsageGrid   *self,
                                          int                *row,
                                          int                *column);
/* Moves it there, and scrolls so that it is seen; a column after the last one is that of the sums. */
void      matchum_usage_grid_set_cursor  (MatchumUsageGrid   *self,
                                          int                 row,
                                          int                 column);
/* G_MAXUINT in the head and where there are none; column likewise beside the cells. */
guint     matchum_usage_grid_get_block   (MatchumUsageGrid   *self,
                                          int                 row);
guint     matchum_usage_grid_get_column  (MatchumUsageGrid   *self,
                                          int                 column);
/* "링크온 · hidden, sent with it on 2026-11-20": free with g_free. */
char     *matchum_usage_grid_dup_words   (MatchumUsageGrid   *self,
                                          int                 row,
                                          int                 column);
/* The cell as a widget, or NULL where it is not seen now. */
GtkWidget *matchum_usage_grid_get_widget (MatchumUsageGrid   *self,
                                          int                 row,
                                          int                 column);

G_END_DECLS
