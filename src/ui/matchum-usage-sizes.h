/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the parts of the table of uses are in pixels, and what is where in it. */
#pragma once

#include "tailor/matchum-usage-table.h"
#include "ui/matchum-usage-row.h"

G_BEGIN_DECLS

/* Instead of a row or a column: the head, what a row is of, and the sums. */
#define MATCHUM_USAGE_HEAD (-1)
#define MATCHUM_USAGE_LEAD (-1)

typedef struct {
  int                   row_height;
  int                   head_height;
  int                   content_width; /* of cells that are scrolled */
  MatchumUsageRowLayout row;           /* as it is before anything is scrolled */
} MatchumUsageSizes;

/* In the font of widget, which is width wide; table: for its sums, or NULL. */
void     matchum_usage_sizes_measure     (MatchumUsageSizes       *self,
                                          GtkWidget               *widget,
                                          MatchumUsageTable       *table,
                                          int                      n_columns,
                                          int                      width);
/* What is seen at y and at x, where so many pixels are scrolled: FALSE beyond the last one. The column after the last one
 * is that of the sums. */
gboolean matchum_usage_sizes_find_row    (const MatchumUsageSizes *self,
                                          double                   y,
                                          int                      scrolled,
                                          int                      n_rows,
                                          int                     *row);
gboolean matchum_usage_sizes_find_column (const MatchumUsageSizes *self,
                                          double                   x,
                                          int                      scrolled,
                                          int                      n_columns,
                                          int                     *column);

G_END_DECLS
