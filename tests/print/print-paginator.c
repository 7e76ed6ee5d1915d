/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as arithmetic: nothing lost, nothing over the edge, no heading and no line left alone. */
#include <glib.h>

#include "matchum-paginator.h"

#define HEIGHT 700.0

static MatchumGalleyRow
line_row (guint n_lines)
{
  return (MatchumGalleyRow){ 2.0, 14.0, n_lines, 0.0, FALSE, FALSE };
}

static MatchumGalleyRow
heading_row (void)
{
  return (MatchumGalleyRow){ 12.0, 16.0, 1, 4.0, TRUE, TRUE };
}

static const MatchumPlacement *
get (GArray *placements, guint index)
{
  g_assert_cmpuint (index, <, placements->len);

  return &g_array_index (placements, MatchumPlacement, index);
}

static void
test_empty (void)
{
  double used = 9.0;
  g_autoptr (GArray) placements = matchum_paginator_place (NULL, 0, HEIGHT, &used);

  g_assert_cmpuint (placements->len, ==, 0);
  g_assert_cmpfloat (used, ==, 0.0);
}

static void
test_used (void)
{
  MatchumGalleyRow rows[] = { line_row (1), line_row (24) };
  double used;
  g_autoptr (GArray) placements = matchum_paginator_place (rows, 2, HEIGHT, &used);

  g_assert_cmpuint (placements->len, ==, 2);
  /* The gap at the top of a page is no gap. */
  g_assert_cmpfloat (get (placements, 0)->y, ==, 0.0);
  g_assert_cmpfloat (get (placements, 1)->y, ==, 16.0);
  g_assert_cmpfloat_with_epsilon (used, (14.0 + 2.0 + 24 * 14.0) / HEIGHT, 1e-9);
}

/* Exactly full is one page, and one line more is two. */
static void
test_exact_fit (void)
{
  MatchumGalleyRow row = { 0.0, 14.0, 50, 0.0, FALSE, FALSE };
  double used;
  g_autoptr (GArray) full = matchum_paginator_place (&row, 1, HEIGHT, &used);
  g_autoptr (GArray) over = NULL;

  g_assert_cmpuint (full->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (used, 1.0, 1e-9);
  row.n_lines = 51;
  over = matchum_paginator_place (&row, 1, HEIGHT, &used);
  g_assert_cmpuint (over->len, ==, 2);
  /* Two lines go, so that none is alone. */
  g_assert_cmpuint (get (over, 0)->n_lines, ==, 49);
  g_assert_cmpuint (get (over, 1)->n_lines, ==, 2);
  g_assert_cmpuint (get (over, 1)->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (used, 1.0 + 28.0 / HEIGHT, 1e-9);
}

static void
test_keeps_heading (void)
{
  /* Room for the headings and one line, not for the three lines of the item. */
  MatchumGalleyRow rows[] = { line_row (44), heading_row (), heading_row (), line_row (3) };
  g_autoptr (GArray) placements = matchum_paginator_place (rows, 4, HEIGHT, NULL);

  g_assert_cmpuint (placements->len, ==, 4);
  g_assert_cmpuint (get (placements, 1)->page, ==, 1);
  g_assert_cmpfloat (get (placements, 1)->y, ==, 0.0);
  g_assert_cmpuint (get (placements, 3)->page, ==, 1);
}

static void
test_divides_below_heading (void)
{
  MatchumGalleyRow rows[] = { line_row (44), heading_row (), line_row (20) };
  g_autoptr (GArray) placements = matchum_paginator_place (rows, 3, HEIGHT, NULL);

  g_assert_cmpuint (placements->len, ==, 4);
  g_assert_cmpuint (get (placements, 1)->page, ==, 0);
  g_assert_cmpuint (get (placements, 2)->page, ==, 0);
  g_assert_cmpuint (get (placements, 2)->n_lines, >=, 2);
  g_assert_cmpuint (get (placements, 3)->page, ==, 1);
}

/* A row taller than a page, headings alone, a line higher than the page: all of it is placed. */
static void
test_too_tall (void)
{
  MatchumGalleyRow whole = { 2.0, 14.0, 130, 0.0, FALSE, TRUE };
  MatchumGalleyRow huge = { 2.0, 2000.0, 3, 0.0, FALSE, FALSE };
  g_autoptr (GArray) divided = matchum_paginator_place (&whole, 1, HEIGHT, NULL);
  g_autoptr (GArray) one_a_page = matchum_paginator_place (&huge, 1, HEIGHT, NULL);

  g_assert_cmpuint (divided->len, ==, 3);
  g_assert_cmpuint (one_a_page->len, ==, 3);
}

static MatchumGalleyRow
random_row (void)
{
  MatchumGalleyRow row = heading_row ();

  if (g_test_rand_int_range (0, 4) > 0)
    {
      row = line_row ((guint) g_test_rand_int_range (1, g_test_rand_int_range (0, 8) == 0 ? 90 : 6));
      row.keeps_next = g_test_rand_int_range (0, 12) == 0;
    }
  row.gap = g_test_rand_double_range (0.0, 15.0);
  row.line = g_test_rand_double_range (8.0, 30.0);

  return row;
}

static void
check_fragments (const MatchumGalleyRow *rows, guint n_rows, GArray *placements)
{
  guint at = 0;
  guint page = 0;
  double y = 0.0;

  for (guint i = 0; i < n_rows; i++)
    {
      const MatchumGalleyRow *row = &rows[i];
      guint n_lines = 0;

      while (n_lines < row->n_lines)
        {
          const MatchumPlacement *placement = get (placements, at++);
          gboolean is_part = placement->n_lines < row->n_lines;
          double end = placement->y + placement->n_lines * row->line;

          g_assert_cmpuint (placement->row, ==, i);
          g_assert_cmpuint (placement->first_line, ==, n_lines);
          g_assert_cmpuint (placement->page, >=, page);
          if (placement->page > page)
            g_assert_cmpfloat (placement->y, ==, 0.0);
          else
            g_assert_cmpfloat (placement->y, >=, y - 1e-6);
          g_assert_cmpfloat (end, <=, HEIGHT + 0.02);
          g_assert_true (!is_part || (row->n_lines > 3 && placement->n_lines >= 2));
          page = placement->page;
          y = end;
          n_lines += placement->n_lines;
        }
    }
  g_assert_cmpuint (at, ==, placements->len);
}

/* A kept row stands on the page of what follows, unless it and its like would not fit a page together. */
static void
check_kept (const MatchumGalleyRow *rows, guint n_rows, GArray *placements)
{
  g_autofree guint *last_page = g_new0 (guint, n_rows);
  g_autofree guint *first_page = g_new0 (guint, n_rows);
  guint chain = 0;

  for (guint i = 0; i < placements->len; i++)
    {
      const MatchumPlacement *placement = get (placements, i);

      last_page[placement->row] = placement->page;
      if (placement->first_line == 0)
        first_page[placement->row] = placement->page;
    }
  for (guint i = 0; i + 1 < n_rows; i++)
    {
      chain = rows[i].keeps_next ? chain + rows[i].n_lines : 0;
      if (rows[i].keeps_next && chain <= 12)
        g_assert_cmpuint (last_page[i], ==, first_page[i + 1]);
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 400; round++)
    {
      guint n_rows = (guint) g_test_rand_int_range (1, 120);
      g_autofree MatchumGalleyRow *rows = g_new0 (MatchumGalleyRow, n_rows);
      g_autoptr (GArray) placements = NULL;
      double used;

      for (guint i = 0; i < n_rows; i++)
        rows[i] = random_row ();
      placements = matchum_paginator_place (rows, n_rows, HEIGHT, &used);
      check_fragments (rows, n_rows, placements);
      check_kept (rows, n_rows, placements);
      g_assert_cmpfloat (used, >, get (placements, placements->len - 1)->page);
    }
}

/* A page and n_over lines, with a gap of points above each of the ten groups. */
static GArray *
fit_over (guint n_over, double gap, double *used)
{
  MatchumGalleyRow rows[10];
  double room = HEIGHT - 9.0 * gap;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (MatchumGalleyRow){ gap, 14.0, 1, 0.0, FALSE, FALSE };
  rows[0].n_lines = (guint) (room / 14.0) - 9 + n_over;

  return matchum_paginator_fit (rows, G_N_ELEMENTS (rows), HEIGHT, used);
}

/* A line or two too many are taken in by smaller gaps, and more are not: nothing is squeezed for nothing. */
static void
test_fit (void)
{
  double used;
  g_autoptr (GArray) one = fit_over (1, 14.0, &used);
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) many = NULL;
  g_autoptr (GArray) tight = NULL;

  g_assert_cmpuint (get (one, one->len - 1)->page, ==, 0);
  g_assert_cmpfloat (used, >, 0.99);
  g_assert_cmpfloat (used, <=, 1.0);
  g_assert_cmpfloat (get (one, 1)->y - 14.0 * get (one, 0)->n_lines, >=, 14.0 * 0.8);
  g_assert_cmpfloat (get (one, 1)->y - 14.0 * get (one, 0)->n_lines, <, 14.0);

  none = fit_over (0, 14.0, &used);
  g_assert_cmpuint (get (none, none->len - 1)->page, ==, 0);
  g_assert_cmpfloat_with_epsilon (get (none, 1)->y, 14.0 * get (none, 0)->n_lines + 14.0, 1e-9);

  many = fit_over (3, 14.0, &used);
  g_assert_cmpuint (get (many, many->len - 1)->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (get (many, 1)->y, 14.0 * get (many, 0)->n_lines + 14.0, 1e-9);

  /* Gaps that are small already have nothing to give. */
  tight = fit_over (1, 2.0, &used);
  g_assert_cmpuint (get (tight, tight->len - 1)->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (get (tight, 1)->y, 14.0 * get (tight, 0)->n_lines + 2.0, 1e-9);
}

/* A title in the margin: what it heads begins where it does, and it goes over the page with that, whichever of the two
 * is taller. */
static void
test_beside (void)
{
  for (guint n_title_lines = 1; n_title_lines < 6; n_title_lines++)
    for (guint n_filler = 40; n_filler <= 50; n_filler++)
      {
        MatchumGalleyRow rows[] = { { 0.0, 14.0, n_filler, 0.0, FALSE, FALSE, 0.0 },
                                    { 12.0, 14.0, n_title_lines, 0.0, TRUE, TRUE, 14.0 * n_title_lines },
                                    { 0.0, 14.0, 2, 0.0, FALSE, FALSE, 0.0 },
                                    { 2.0, 14.0, 1, 0.0, FALSE, FALSE, 0.0 } };
        g_autoptr (GArray) placements = matchum_paginator_place (rows, G_N_ELEMENTS (rows), HEIGHT, NULL);
        const MatchumPlacement *title = get (placements, placements->len - 3);
        const MatchumPlacement *body = get (placements, placements->len - 2);

        g_assert_cmpuint (title->row, ==, 1);
        g_assert_cmpuint (title->page, ==, body->page);
        g_assert_cmpfloat (title->y, ==, body->y);
        g_assert_cmpfloat (title->y + 14.0 * MAX (n_title_lines, 2), <=, HEIGHT + 0.1);
        /* No sooner than it has to. */
        g_assert_cmpuint (title->page, ==, n_filler * 14.0 + 12.0 + 14.0 * MAX (n_title_lines, 2) <= HEIGHT ? 0 : 1);
        g_assert_cmpuint (get (placements, placements->len - 1)->row, ==, 3);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/paginator/empty", test_empty);
  g_test_add_func ("/print/paginator/used", test_used);
  g_test_add_func ("/print/paginator/exact-fit", test_exact_fit);
  g_test_add_func ("/print/paginator/keeps-heading", test_keeps_heading);
  g_test_add_func ("/print/paginator/divides-below-heading", test_divides_below_heading);
  g_test_add_func ("/print/paginator/too-tall", test_too_tall);
  g_test_add_func ("/print/paginator/random", test_random);
  g_test_add_func ("/print/paginator/fit", test_fit);
  g_test_add_func ("/print/paginator/beside", test_beside);

  return g_test_run ();
}
