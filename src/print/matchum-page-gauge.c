/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up the rows of a galley for core. */
#include "config.h"

#include "matchum-page-gauge.h"

#include "matchum-galley.h"
#include "matchum-pages-private.h"
#include "matchum-paginator.h"

struct _MatchumPageGauge {
  MatchumPageMeasure measure;
  MatchumResume *resume;
  MatchumGalley *galley;
  GPtrArray *rows;  /* used again for every count */
  GArray *measures; /* the same */
  guint n_prepared; /* blocks whose rows are there */
};

/* One row of each role that may stand right above what comes next; gaps depend on the role alone. */
#define N_ROLES 16

typedef struct {
  const MatchumRow *rows[N_ROLES];
} Neighbours;

static double
get_gap (MatchumPageGauge *self, const MatchumRow *above, const MatchumRow *row)
{
  double gap = matchum_galley_get_gap (self->galley, above, row) * MATCHUM_PAGINATOR_LEAST_GAP;

  self->measure.top_gap = MAX (self->measure.top_gap, gap);
  return gap;
}

static double
get_least_gap (MatchumPageGauge *self, const Neighbours *neighbours, const MatchumRow *row, double otherwise)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROLES; i++)
    if (neighbours->rows[i] != NULL)
      least = MIN (least, get_gap (self, neighbours->rows[i], row));
  return least < G_MAXDOUBLE ? least : otherwise;
}

/* Rows as they would be divided into pages. */
static void
collect (MatchumPageGauge *self, MatchumVisibility *visibility)
{
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->measures, 0);
  matchum_galley_collect (self->galley, visibility, self->rows, self->measures);
}

static void
measure_rows (MatchumPageGauge *self, const GPtrArray *rows, MatchumBlockExtent *extent)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MatchumRow *row = g_ptr_array_index (rows, i);

      extent->n_lines += matchum_paragraph_get_n_lines (row->text);
      extent->height += matchum_galley_get_least_height (self->galley, row);
      if (i > 0)
        extent->height += get_gap (self, g_ptr_array_index (rows, i - 1), row);
    }
}

/* All rows of name and contact, with what stands among them that no block has said. They always stay as they are. */
static double
measure_head (MatchumPageGauge *self, guint n_rows)
{
  double height = 0.0;

  for (guint i = 0; i < n_rows; i++)
    {
      const MatchumGalleyRow *measure = &g_array_index (self->measures, MatchumGalleyRow, i);

      height += measure->reach > 0.0 ? 0.0 : measure->line * measure->n_lines + measure->foot;
      height += i > 0 ? measure->gap * MATCHUM_PAGINATOR_LEAST_GAP : 0.0;
    }

  return height;
}

/* Where the rows end that come before row. */
static guint
find_row (MatchumPageGauge *self, const MatchumRow *row)
{
  guint at = 0;

  while (at < self->rows->len && g_ptr_array_index (self->rows, at) != row)
    at++;

  return at;
}

/* The last row of a block may stand above whatever comes after it, under any block that it stands under. */
static void
note_neighbour (MatchumPageGauge *self, Neighbours *neighbours, guint block, const MatchumRow *row)
{
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);
  guint parent = block;

  if (row->role >= N_ROLES)
    return;
  do
    {
      parent = matchum_resume_get_block (self->resume, parent)->parent;
      neighbours[MIN (parent, n_blocks)].rows[row->role] = row;
  } while (parent != MATCHUM_BLOCK_NONE);
}

static const MatchumRow *
get_last_row (MatchumPageGauge *self, MatchumVisibility *visibility, guint block)
{
  const GPtrArray *rows;

  if (block == MATCHUM_BLOCK_NONE)
    return NULL;
  rows = matchum_galley_get_rows (self->galley, visibility, block);
  return rows->len > 0 ? g_ptr_array_index (rows, rows->len - 1) : NULL;
}

static void
measure_block (MatchumPageGauge *self,
               MatchumVisibility *visibility,
               Neighbours *neighbours,
               guint block,
               MatchumBlockExtent *extent)
{
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);
  guint parent = matchum_resume_get_block (self->resume, block)->parent;
  const GPtrArray *rows = matchum_galley_get_rows (self->galley, visibility, block);
  const MatchumRow *above = get_last_row (self, visibility, parent);
  const MatchumRow *row;

  if (rows->len == 0)
    return;
  row = g_ptr_array_index (rows, 0);
  measure_rows (self, rows, extent);
  extent->first_gap = above != NULL ? get_gap (self, above, row) : 0.0;
  extent->gap = get_least_gap (self, &neighbours[MIN (parent, n_blocks)], row, extent->first_gap);
  note_neighbour (self, neighbours, block, g_ptr_array_index (rows, rows->len - 1));
}

/* The rows up to the first that is of neither name nor contact: head is the last block of these. */
static guint
find_head_end (MatchumPageGauge *self, MatchumVisibility *visibility, guint head)
{
  for (guint i = head + 1; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      const GPtrArray *rows =
          matchum_visibility_is_visible (visibility, i) ? matchum_galley_get_rows (self->galley, visibility, i) : NULL;

      if (rows != NULL && rows->len > 0)
        return find_row (self, g_ptr_array_index (rows, 0));
    }

  return self->rows->len;
}

static gboolean
is_head (MatchumPageGauge *self, MatchumVisibility *visibility, guint index)
{
  const MatchumBlock *block = matchum_resume_get_block (self->resume, index);
  const GPtrArray *rows = matchum_galley_get_rows (self->galley, visibility, index);

  if (block->kind != MATCHUM_BLOCK_TITLE && block->section != MATCHUM_SECTION_CONTACT)
    return FALSE;
  return rows->len > 0 && matchum_row_is_head (g_ptr_array_index (rows, 0));
}

static void
measure_cb (MatchumPageMeasure *measure, MatchumVisibility *visibility, MatchumBlockExtent *extents)
{
  MatchumPageGauge *self = (MatchumPageGauge *) measure;
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);
  g_autofree Neighbours *neighbours = g_new0 (Neighbours, n_blocks + 1);
  guint head = MATCHUM_BLOCK_NONE;

  collect (self, visibility);
  for (guint i = 0; i < n_blocks; i++)
    {
      extents[i] = (MatchumBlockExtent){ 0 };
      if (!matchum_visibility_is_visible (visibility, i))
        continue;
      measure_block (self, visibility, neighbours, i, &extents[i]);
      if (!is_head (self, visibility, i))
        continue;
      head = i;
      extents[i].height = extents[i].gap = extents[i].first_gap = 0.0;
    }
  if (head != MATCHUM_BLOCK_NONE)
    extents[head].height = measure_head (self, find_head_end (self, visibility, head));
}

static double
count_pages_cb (MatchumPageMeasure *measure, MatchumVisibility *visibility, double extra)
{
  MatchumPageGauge *self = (MatchumPageGauge *) measure;
  double used = 0.0;

  collect (self, visibility);
  g_array_unref (matchum_paginator_fit ((const MatchumGalleyRow *) (gpointer) self->measures->data, self->measures->len,
                                        self->measure.page_height + extra, &used));

  return used;
}

MatchumPageGauge *
matchum_page_gauge_new (MatchumResume *resume, const MatchumPageStyle *style, MatchumPages *previous)
{
  MatchumPageGauge *self;
  MatchumTheme theme;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_new0 (MatchumPageGauge, 1);
  self->resume = matchum_resume_ref (resume);
  self->galley = matchum_galley_new_from (previous != NULL ? matchum_pages_get_galley (previous) : NULL, resume, style);
  self->rows = g_ptr_array_new ();
  self->measures = g_array_new (FALSE, FALSE, sizeof (MatchumGalleyRow));
  matchum_page_style_resolve (style, &theme);
  self->measure.page_height = matchum_paper_get_height (style->paper) - 2.0 * theme.margin_y;
  self->measure.line_height = theme.base_size * theme.leading;
  self->measure.measure = measure_cb;
  self->measure.count_pages = count_pages_cb;

  return self;
}

void
matchum_page_gauge_free (MatchumPageGauge *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->measures);
  matchum_galley_unref (self->galley);
  matchum_resume_unref (self->resume);
  g_free (self);
}

MatchumPageMeasure *
matchum_page_gauge_get_measure (MatchumPageGauge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->measure;
}

/* What is visible without the lines that give dates: rows of entries are others then. */
static MatchumVisibility *
hide_dates (MatchumPageGauge *self, MatchumVisibility *visibility)
{
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);
  g_autofree guint8 *is_hidden = g_new0 (guint8, n_blocks + 1);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint line = matchum_resume_get_block (self->resume, i)->dated_by;

      if (line < n_blocks && line != i)
        is_hidden[line] = 1;
    }
  return matchum_visibility_with_all_hidden (visibility, is_hidden);
}

gboolean
matchum_page_gauge_prepare (MatchumPageGauge *self, MatchumVisibility *visibility, gint64 deadline)
{
  g_autoptr (MatchumVisibility) without = NULL;
  guint n_blocks;

  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (visibility != NULL && matchum_visibility_get_resume (visibility) == self->resume, TRUE);

  n_blocks = matchum_resume_get_n_blocks (self->resume);
  without = hide_dates (self, visibility);
  for (; self->n_prepared < n_blocks && g_get_monotonic_time () < deadline; self->n_prepared++)
    {
      guint line = matchum_resume_get_block (self->resume, self->n_prepared)->dated_by;

      if (!matchum_visibility_is_visible (visibility, self->n_prepared))
        continue;
      matchum_galley_get_rows (self->galley, visibility, self->n_prepared);
      if (line < n_blocks && line != self->n_prepared)
        matchum_galley_get_rows (self->galley, without, self->n_prepared);
    }
  return self->n_prepared == n_blocks;
}
