/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Divides rows of lines, whose heights are known, into pages: no heading at the foot of a page without the lines it
 * heads, no single line of a paragraph by itself at either end. */
#include "config.h"

#include "matchum-paginator.h"

#include <math.h>

/* Paragraphs of up to three lines are never divided; longer ones leave at least two lines on each side. */
#define SMALL_ROW_LINES 3
#define LEAST_LINES 2
/* Sums of binary fractions of a point must not push a line that fits to the next page. */
#define SLACK 0.01
/* A last page that holds less than this share of its height, a heading and what it keeps say, is worth saving, */
#define LITTLE 0.15
/* by gaps as small as MATCHUM_PAGINATOR_LEAST_GAP of what they were. */
#define FIT_STEPS 8

typedef struct {
  const MatchumGalleyRow *rows;
  gsize n_rows;
  double height;
  double gap_scale;
  GArray *placements;
  guint page;
  double y; /* where the last placed line ends */
  gboolean is_at_top;
} Paginator;

static double
get_gap (const Paginator *self, const MatchumGalleyRow *row)
{
  return self->is_at_top ? 0.0 : row->gap * self->gap_scale;
}

static double
get_full_height (const MatchumGalleyRow *row)
{
  return row->reach > 0.0 ? 0.0 : row->line * row->n_lines + row->foot;
}

static gboolean
is_divisible (const MatchumGalleyRow *row)
{
  return !row->is_whole && row->reach <= 0.0 && row->n_lines > SMALL_ROW_LINES;
}

/* Height that must be free for the row to begin on a page: the whole of it, or its first lines. */
static double
get_least_height (const MatchumGalleyRow *row)
{
  if (is_divisible (row))
    return row->line * LEAST_LINES;
  return get_full_height (row);
}

/* The row and all that it keeps with it: a heading, the heading under it, and the first lines below them. */
static double
get_group_height (const Paginator *self, gsize index)
{
  double height = get_gap (self, &self->rows[index]);
  double reached = 0.0;

  for (gsize i = index; i < self->n_rows; i++)
    {
      const MatchumGalleyRow *row = &self->rows[i];

      if (i > index)
        height += row->gap * self->gap_scale;
      reached = MAX (reached, height + row->reach);
      if (!row->keeps_next || i + 1 == self->n_rows)
        return MAX (reached, height + get_least_height (row));
      height += get_full_height (row);
      if (height > self->height)
        break;
    }

  return MAX (reached, height);
}

static void
start_page (Paginator *self)
{
  self->page++;
  self->y = 0.0;
  self->is_at_top = TRUE;
}

static void
place_lines (Paginator *self, gsize index, guint first, guint n_lines)
{
  const MatchumGalleyRow *row = &self->rows[index];
  double y = self->y + (first == 0 ? get_gap (self, row) : 0.0);
  MatchumPlacement placement = { (guint) index, first, n_lines, self->page, y };

  g_array_append_val (self->placements, placement);
  self->y = y;
  if (row->reach <= 0.0)
    self->y += row->line * n_lines + (first + n_lines == row->n_lines ? row->foot : 0.0);
  self->is_at_top = FALSE;
}

/* How many of the lines that are left can stand here, so that neither side has a single one. */
static guint
count_fitting_lines (const Paginator *self, const MatchumGalleyRow *row, guint first)
{
  guint left = row->n_lines - first;
  double room = self->height - self->y - (first == 0 ? get_gap (self, row) : 0.0) + SLACK;
  guint fitting;

  if (row->line * left + row->foot <= room)
    return left;

  fitting = room <= 0.0 ? 0 : (guint) MIN (room / row->line, (double) left);
  if (fitting + LEAST_LINES > left)
    fitting = left > LEAST_LINES ? left - LEAST_LINES : 0;

  return fitting < LEAST_LINES ? 0 : fitting;
}

static void
place_row (Paginator *self, gsize index)
{
  const MatchumGalleyRow *row = &self->rows[index];
  gboolean is_too_tall = get_full_height (row) > self->height + SLACK;
  guint first = 0;

  while (first < row->n_lines)
    {
      guint left = row->n_lines - first;
      guint n_lines = is_divisible (row) || is_too_tall ? count_fitting_lines (self, row, first) : left;

      if (n_lines == 0 && self->is_at_top)
        n_lines = CLAMP ((guint) (self->height / row->line), 1, left);
      if (n_lines > 0)
        place_lines (self, index, first, n_lines);
      first += n_lines;
      if (first < row->n_lines)
        start_page (self);
    }
}

/* A row starts a group where the row before it doesn't keep it. Only there may a page end. */
static void
place_rows (Paginator *self)
{
  gboolean is_kept = FALSE;

  for (gsize i = 0; i < self->n_rows; i++)
    {
      const MatchumGalleyRow *row = &self->rows[i];
      double needed = is_kept ? get_gap (self, row) + get_least_height (row) : get_group_height (self, i);

      if (!self->is_at_top && self->y + needed > self->height + SLACK)
        start_page (self);
      if (row->n_lines > 0)
        place_row (self, i);
      is_kept = row->keeps_next;
    }
}

static GArray *
place (const MatchumGalleyRow *rows, gsize n_rows, double height, double gap_scale, double *used)
{
  Paginator self = { rows, n_rows, height, gap_scale, NULL, 0, 0.0, TRUE };

  self.placements = g_array_sized_new (FALSE, FALSE, sizeof (MatchumPlacement), (guint) n_rows);
  place_rows (&self);
  *used = self.placements->len == 0 ? 0.0 : self.page + MIN (self.y / height, 1.0);

  return self.placements;
}

GArray *
matchum_paginator_place (const MatchumGalleyRow *rows, gsize n_rows, double height, double *used)
{
  double filled = 0.0;
  GArray *placements;

  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (height > 0.0, NULL);

  placements = place (rows, n_rows, height, 1.0, &filled);
  if (used != NULL)
    *used = filled;

  return placements;
}

/* The largest gaps that fit, or 0 where not even the least do. */
static double
find_gap_scale (const MatchumGalleyRow *rows, gsize n_rows, double height, double n_pages)
{
  double low = MATCHUM_PAGINATOR_LEAST_GAP;
  double high = 1.0;
  double filled = 0.0;

  g_array_unref (place (rows, n_rows, height, low, &filled));
  if (filled > n_pages)
    return 0.0;
  for (guint i = 0; i < FIT_STEPS; i++)
    {
      double middle = (low + high) / 2.0;

      g_array_unref (place (rows, n_rows, height, middle, &filled));
      if (filled > n_pages)
        high = middle;
      else
        low = middle;
    }

  return low;
}

GArray *
matchum_paginator_fit (const MatchumGalleyRow *rows, gsize n_rows, double height, double *used)
{
  double filled = 0.0;
  double gap_scale = 0.0;
  GArray *placements = matchum_paginator_place (rows, n_rows, height, &filled);

  g_return_val_if_fail (placements != NULL, NULL);

  if (filled > 1.0 && filled - floor (filled) > 0.0 && filled - floor (filled) < LITTLE)
    gap_scale = find_gap_scale (rows, n_rows, height, floor (filled));
  if (gap_scale > 0.0)
    {
      g_array_unref (placements);
      placements = place (rows, n_rows, height, gap_scale, &filled);
    }
  if (used != NULL)
    *used = filled;

  return placements;
}
