/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long print takes: laying out, hiding one block, drawing a page, writing the PDF. Medians in milliseconds; with
 * --cpu of the processor's time, with --floor as a test. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "resume/matchum-markdown-resume-reader.h"

#include "matchum-pages.h"
#include "matchum-pdf-exporter.h"

#define ROUNDS 15
#define PIXELS_A_POINT 1.5
/* What is promised of 200 items, in milliseconds, and how many times as long a test forgives, on whatever runs it. */
#define HIDE_AND_PAINT 8.0
#define LAY_OUT 35.0
#define FLOOR 10.0

static gboolean has_floor;
static gboolean is_cpu_time;
static guint n_judged;

/* Microseconds by the clock, or those that the processor spent on this program, however many others there are. */
static gint64
get_time (void)
{
  struct timespec spent;

  if (!is_cpu_time || clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent) != 0)
    return g_get_monotonic_time ();

  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static char *
make_markdown (guint n_blocks)
{
  GString *text =
      g_string_new ("# 강도현 (Dohyun Kang)\n\nML Engineer | dohyun.kang@example.com | 010-0000-5678\n\n## 경력\n");

  for (guint i = 0; i < n_blocks; i++)
    {
      if (i % 8 == 0)
        g_string_append_printf (text, "\n### 이음마켓 %u | Machine Learning Engineer | 2022.03 - 현재\n\n", i);
      else
        g_string_append_printf (
            text,
            "- %u번 상품 홈 피드의 후보 생성과 랭킹을 맡아 투타워(two-tower) 모델을 **PyTorch**로 구현, 온라인 "
            "A/B 테스트에서 피드 클릭률 +8.4%%\n",
            i);
    }

  return g_string_free (text, FALSE);
}

static MatchumVisibility *
read_markdown (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (MatchumSource) source = matchum_source_new ("bench.md", bytes, NULL);
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (source, NULL);

  return matchum_visibility_new_all (resume);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Prints the median; as a test, whether it is less than ten times what is promised of a resume with 200 items. */
static void
report (const char *what, guint n_blocks, gint64 *times, double promised)
{
  double first = (double) times[0] / 1000.0;
  double median;

  qsort (times, ROUNDS, sizeof (gint64), compare_times);
  median = (double) times[ROUNDS / 2] / 1000.0;
  if (!has_floor)
    g_print ("%-28s %4u blocks %9.3f ms   (first %.3f)\n", what, n_blocks, median, first);
  else if (promised > 0.0)
    g_print ("%s %u %s, %u blocks: %.3f ms\n", median < FLOOR * promised ? "ok" : "not ok", ++n_judged, what, n_blocks,
             median);
}

static MatchumPages *
lay_out_from (MatchumPages *before, MatchumVisibility *visibility)
{
  MatchumPageStyle style;
  MatchumPages *pages;

  matchum_page_style_init (&style);
  pages = matchum_pages_new_from (before, visibility, &style, NULL);
  g_assert_nonnull (pages);

  return pages;
}

static cairo_surface_t *
create_page_surface (MatchumPages *pages)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (matchum_pages_get_width (pages) * PIXELS_A_POINT),
                                     (int) (matchum_pages_get_height (pages) * PIXELS_A_POINT));
}

static void
paint (MatchumPages *pages, guint page, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, PIXELS_A_POINT, PIXELS_A_POINT);
  matchum_pages_draw (pages, page, cr);
  cairo_destroy (cr);
}

static void
time_layout (const char *markdown, guint n_blocks)
{
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (MatchumVisibility) visibility = read_markdown (markdown);
      gint64 start = get_time ();
      g_autoptr (MatchumPages) pages = lay_out_from (NULL, visibility);

      times[i] = get_time () - start;
    }
  report ("lay out from nothing", n_blocks, times, 0.0);
}

/* As after an edit: another resume, but the fonts are there. */
static void
time_layout_again (const char *markdown, guint n_blocks)
{
  g_autoptr (MatchumVisibility) before = read_markdown (markdown);
  g_autoptr (MatchumPages) pages = lay_out_from (NULL, before);
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (MatchumVisibility) visibility = read_markdown (markdown);
      gint64 start = get_time ();
      g_autoptr (MatchumPages) again = lay_out_from (pages, visibility);

      times[i] = get_time () - start;
    }
  report ("lay out another resume", n_blocks, times, LAY_OUT);
}

static void
time_hiding (MatchumVisibility *visibility, guint n_blocks)
{
  guint n_all = matchum_resume_get_n_blocks (matchum_visibility_get_resume (visibility));
  g_autoptr (MatchumPages) whole = lay_out_from (NULL, visibility);
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (MatchumVisibility) hidden = matchum_visibility_with_hidden (visibility, n_all - 1 - i);
      gint64 start = get_time ();
      g_autoptr (MatchumPages) pages = lay_out_from (whole, hidden);

      times[i] = get_time () - start;
    }
  report ("lay out, one block hidden", n_blocks, times, 0.0);
}

/* As the window does: one block hidden, and the page that it was on painted anew. */
static void
time_hiding_and_painting (MatchumVisibility *visibility, guint n_blocks)
{
  guint n_all = matchum_resume_get_n_blocks (matchum_visibility_get_resume (visibility));
  g_autoptr (MatchumPages) whole = lay_out_from (NULL, visibility);
  cairo_surface_t *surface = create_page_surface (whole);
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      guint block = 4 + (n_all - 8) * i / ROUNDS;
      g_autoptr (MatchumVisibility) hidden = matchum_visibility_with_hidden (visibility, block);
      gint64 start = get_time ();
      g_autoptr (MatchumPages) pages = lay_out_from (whole, hidden);

      paint (pages, MIN (matchum_pages_get_n_pages (pages) * block / n_all, matchum_pages_get_n_pages (pages) - 1),
             surface);
      times[i] = get_time () - start;
    }
  cairo_surface_destroy (surface);
  report ("hide one block and paint", n_blocks, times, HIDE_AND_PAINT);
}

static void
time_drawing (MatchumVisibility *visibility, guint n_blocks)
{
  g_autoptr (MatchumPages) pages = lay_out_from (NULL, visibility);
  cairo_surface_t *surface = create_page_surface (pages);
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = get_time ();

      paint (pages, 0, surface);
      times[i] = get_time () - start;
    }
  cairo_surface_destroy (surface);
  report ("draw the first page", n_blocks, times, 0.0);
}

static void
time_export (MatchumVisibility *visibility, guint n_blocks)
{
  MatchumDay day = { 2026, 11, 1 };
  MatchumPageStyle style;
  gint64 times[ROUNDS];
  guint n_pages = 0;
  gsize size = 0;

  matchum_page_style_init (&style);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = get_time ();
      g_autoptr (GBytes) pdf = matchum_pdf_exporter_write (visibility, &style, day, &n_pages, NULL, NULL);

      g_assert_nonnull (pdf);
      times[i] = get_time () - start;
      size = g_bytes_get_size (pdf);
    }
  report ("write the PDF", n_blocks, times, 0.0);
  if (!has_floor)
    g_print ("%-28s %4u blocks %5u pages, %" G_GSIZE_FORMAT " bytes\n", "", n_blocks, n_pages, size);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 48, 200 };

  has_floor = argc > 1 && g_str_equal (argv[1], "--floor");
  is_cpu_time = has_floor || (argc > 1 && g_str_equal (argv[1], "--cpu"));
  if (has_floor)
    g_print ("1..4\n");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *markdown = make_markdown (sizes[i]);
      g_autoptr (MatchumVisibility) visibility = read_markdown (markdown);

      time_layout (markdown, sizes[i]);
      time_layout_again (markdown, sizes[i]);
      time_hiding (visibility, sizes[i]);
      time_hiding_and_painting (visibility, sizes[i]);
      time_drawing (visibility, sizes[i]);
      time_export (visibility, sizes[i]);
    }

  return 0;
}
