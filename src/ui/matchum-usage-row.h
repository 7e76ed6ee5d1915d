/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the table of uses: what it is of at its start, a cell for each column that is seen now, and sums. What it is of
 * stays where it is while the cells are scrolled below it. */
#pragma once

#include "ui/matchum-usage-cell.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_USAGE_ROW (matchum_usage_row_get_type ())

/* In pixels, from the start of the row. */
typedef struct {
  int lead_width;
  int column_width;
  int cells_x;     /* where the first cell begins: before the end of the lead where columns are scrolled */
  int cells_end;   /* no cell is seen beyond */
  int sums_x;
  int sums_width;
} MatchumUsageRowLayout;

G_DECLARE_FINAL_TYPE (MatchumUsageRow, matchum_usage_row, MATCHUM, USAGE_ROW, GtkWidget)

GtkWidget        *matchum_usage_row_new         (gboolean                     is_head);
/* Makes cells where there are fewer: not while sizes are allocated. Those after the first n_cells are not seen. */
void              matchum_usage_row_set_n_cells (MatchumUsageRow             *self,
                                                 guint                        n_cells);
void              matchum_usage_row_set_layout  (MatchumUsageRow             *self,
                                                 const MatchumUsageRowLayout *layout);
MatchumUsageCell *matchum_usage_row_get_lead    (MatchumUsageRow             *self);
MatchumUsageCell *matchum_usage_row_get_cell    (MatchumUsageRow             *self,
                                                 guint                        index);
MatchumUsageCell *matchum_usage_row_get_sums    (MatchumUsageRow             *self);

G_END_DECLS
