/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares the width of the table of uses among its columns, in characters as wide as they are just now. */
#include "config.h"

#include "ui/matchum-usage-sizes.h"

#define ROW_PADDING 11
#define HEAD_PADDING 10
#define LEAST_ROW_HEIGHT 27
#define LEAST_COLUMN_WIDTH 84
#define MOST_COLUMN_WIDTH 168
#define COLUMN_DIGITS 12
#define CELL_PADDING 14
/* Of what the rows are of. */
#define LEAD_SHARE 0.36
#define ROOMY_LEAD_SHARE 0.5
#define LEAST_LEAD 128
#define MOST_LEAD 900
/* Narrower, the sums are scrolled like the other columns. */
#define LEAST_WIDTH_OF_FIXED_SUMS 560

static int
count_digits (guint number)
{
  int n_digits = 1;

  for (; number >= 10; number /= 10)
    n_digits++;
  return n_digits;
}

static int
measure_sums (MatchumUsageTable *table, int digit_width)
{
  const int n_shown = count_digits (table != NULL ? matchum_usage_table_count_applications (table) : 0);
  const int n_sent = count_digits (table != NULL ? matchum_usage_table_count_readable (table) : 0);

  return MAX (2 * n_shown + 2 * n_sent + 5, COLUMN_DIGITS) * digit_width + CELL_PADDING;
}

/* Names of jobs are long: where there are few columns, they are wider. */
static int
measure_column (int width, int sums_width, int n_columns, int digit_width)
{
  const int least = MAX (LEAST_COLUMN_WIDTH, COLUMN_DIGITS * digit_width + CELL_PADDING);
  const int room = width - sums_width - (int) (width * ROOMY_LEAD_SHARE);

  return CLAMP (room / MAX (n_columns, 1), least, MAX (least, MOST_COLUMN_WIDTH));
}

static void
measure_columns (MatchumUsageSizes *self, MatchumUsageTable *table, int n_columns, int width, int digit_width)
{
  MatchumUsageRowLayout *layout = &self->row;
  const gboolean is_fixed = width >= LEAST_WIDTH_OF_FIXED_SUMS;
  int cells_width, room;

  layout->sums_width = measure_sums (table, digit_width);
  layout->column_width = measure_column (width, layout->sums_width, n_columns, digit_width);
  cells_width = n_columns * layout->column_width;
  /* What the columns leave free is for the words of the items. */
  room = width - cells_width - layout->sums_width;
  layout->lead_width = CLAMP (room, MAX (LEAST_LEAD, (int) (width * LEAD_SHARE)), MOST_LEAD);
  layout->lead_width = MIN (layout->lead_width, MAX (LEAST_LEAD, width - layout->column_width));
  layout->cells_end = is_fixed ? MIN (width - layout->sums_width, layout->lead_width + cells_width) : width;
  self->content_width = cells_width + (is_fixed ? 0 : layout->sums_width);
  layout->sums_x = is_fixed ? layout->cells_end : layout->lead_width + cells_width;
}

void
matchum_usage_sizes_measure (MatchumUsageSizes *self,
                             GtkWidget *widget,
                             MatchumUsageTable *table,
                             int n_columns,
                             int width)
{
  int line_height, digit_width;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  matchum_usage_cell_measure_text (widget, 1, &line_height, &digit_width);
  self->row_height = MAX (LEAST_ROW_HEIGHT, line_height + ROW_PADDING);
  self->head_height = MATCHUM_USAGE_CELL_MOST_LINES * line_height + HEAD_PADDING;
  measure_columns (self, table, n_columns, width, digit_width);
}

gboolean
matchum_usage_sizes_find_row (const MatchumUsageSizes *self, double y, int scrolled, int n_rows, int *row)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  *row = MATCHUM_USAGE_HEAD;
  if (y < self->head_height)
    return TRUE;
  *row = (int) (y - self->head_height + scrolled) / MAX (self->row_height, 1);
  return *row < n_rows;
}

gboolean
matchum_usage_sizes_find_column (const MatchumUsageSizes *self, double x, int scrolled, int n_columns, int *column)
{
  const MatchumUsageRowLayout *layout;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (column != NULL, FALSE);

  layout = &self->row;
  *column = MATCHUM_USAGE_LEAD;
  if (x < layout->lead_width)
    return TRUE;
  if (x >= layout->cells_end)
    {
      *column = n_columns;
      return x < layout->sums_x + layout->sums_width;
    }
  *column = (int) (x - layout->lead_width + scrolled) / MAX (layout->column_width, 1);
  *column = MIN (*column, n_columns);
  return x < layout->lead_width + self->content_width - scrolled;
}
