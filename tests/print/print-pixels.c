/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the PDF shows is what the window shows, glyph for glyph: fonts that were cut down wrongly would still extract
 * perfectly, and look like other words. */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "print-support.h"

/* Pixels a point, and of the squares of four points whose darkness is compared: the two rasterizers smooth edges each
 * in its own way. */
#define SCALE 6
#define RESOLUTION "432"
#define SIDE (4 * SCALE)
/* A page that is the same differs by less than this share of its darkness, and no square of it by more than that. */
#define MOST_OF_ALL 0.08
#define MOST_OF_SQUARE 20.0

typedef struct {
  guint8 *pixels; /* 0 is black */
  int width;
  int height;
} Picture;

static void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* A grey picture in the format of netpbm. */
static Picture
load_picture (const char *path)
{
  Picture picture = { NULL, 0, 0 };
  g_autofree char *data = NULL;
  gsize length = 0;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpint (sscanf (data, "P5 %d %d 255", &picture.width, &picture.height), ==, 2);
  size = (gsize) picture.width * (gsize) picture.height;
  g_assert_cmpuint (length, >, size);
  picture.pixels = g_memdup2 (data + length - size, size);

  return picture;
}

/* Drawn by poppler from the PDF. */
static Picture
rasterize (GBytes *pdf, guint page)
{
  g_autofree char *folder = g_dir_make_tmp ("matchum-raster-XXXXXX", NULL);
  g_autofree char *root = g_build_filename (folder, "page", NULL);
  g_autofree char *path = g_strconcat (root, ".pgm", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *nothing = print_run (pdf, "pdftoppm", "-gray", "-r", RESOLUTION, "-f", number, "-l", number,
                                        "-singlefile", "PDF", root, NULL);
  Picture picture = load_picture (path);

  g_assert_cmpint (remove (path), ==, 0);
  g_assert_cmpint (remove (folder), ==, 0);

  return picture;
}

static Picture
draw (MatchumPages *pages, guint page)
{
  Picture picture = { NULL, 0, 0 };

  picture.pixels = print_draw (pages, page, SCALE, &picture.width, &picture.height);

  return picture;
}

/* Mean darkness of the square at column, row. */
static double
get_darkness (const Picture *picture, int column, int row)
{
  guint sum = 0;

  for (int y = row * SIDE; y < (row + 1) * SIDE; y++)
    {
      for (int x = column * SIDE; x < (column + 1) * SIDE; x++)
        sum += 255u - picture->pixels[y * picture->width + x];
    }

  return sum / (double) (SIDE * SIDE);
}

/* How far two pictures of one page are apart. */
typedef struct {
  double worst; /* square */
  double all;   /* as a share of the darkness */
} Difference;

static Difference
compare (const Picture *first, const Picture *second)
{
  Difference difference = { 0.0, 0.0 };
  double darkness = 0.0;

  g_assert_cmpint (first->width, ==, second->width);
  g_assert_cmpint (first->height, ==, second->height);
  for (int row = 0; row < first->height / SIDE; row++)
    {
      for (int column = 0; column < first->width / SIDE; column++)
        {
          double expected = get_darkness (first, column, row);
          double apart = fabs (expected - get_darkness (second, column, row));

          difference.worst = MAX (difference.worst, apart);
          difference.all += apart;
          darkness += expected;
        }
    }
  g_assert_cmpfloat (darkness, >, 5000.0);
  difference.all /= darkness;

  return difference;
}

static void
check_pages (const char *name, const char *theme)
{
  g_autofree char *markdown = print_load_markdown (name);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (MatchumPages) pages = print_lay_out (visibility, theme, MATCHUM_PAPER_LETTER);
  g_autoptr (GBytes) pdf = print_export (visibility, theme, MATCHUM_PAPER_LETTER);

  for (guint page = 0; page < matchum_pages_get_n_pages (pages); page++)
    {
      g_auto (Picture) drawn = draw (pages, page);
      g_auto (Picture) shown = rasterize (pdf, page);
      Difference difference = compare (&drawn, &shown);

      g_test_message ("%s %s page %u: worst %.1f, all %.3f", name, theme, page + 1, difference.worst, difference.all);
      g_assert_cmpfloat (difference.all, <, MOST_OF_ALL);
      g_assert_cmpfloat (difference.worst, <, MOST_OF_SQUARE);
    }
}

static void
test_resumes (void)
{
  if (!print_has ("pdftoppm"))
    {
      g_test_skip ("pdftoppm is not installed (poppler-utils)");
      return;
    }
  check_pages ("bi-lim-biostat", "standard");
  check_pages ("ko-kang-mle", "ats");
  for (guint i = 0; print_is_long () && print_resumes[i] != NULL; i++)
    {
      check_pages (print_resumes[i], "standard");
      check_pages (print_resumes[i], "ats");
    }
}

/* The measure sees a single wrong syllable, and a single wrong letter. */
static void
test_measure (void)
{
  static const char *const lines[] = { "개선한 이야기 and improved it", "개선안 이야기 and improved it",
                                       "개선한 이야기 and improved.it", "개선한 이야기 and improved at" };
  g_auto (Picture) right = { NULL, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *markdown = g_strdup_printf ("# 이름\n\n## 경력\n\n- %s\n", lines[i]);
      g_autoptr (MatchumVisibility) visibility = print_read (markdown);
      g_autoptr (MatchumPages) pages = print_lay_out (visibility, "standard", MATCHUM_PAPER_A4);
      g_auto (Picture) picture = draw (pages, 0);

      if (i == 0)
        right = draw (pages, 0);
      g_test_message ("%s: worst %.1f", lines[i], compare (&right, &picture).worst);
      if (i > 0)
        g_assert_cmpfloat (compare (&right, &picture).worst, >, MOST_OF_SQUARE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pixels/resumes", test_resumes);
  g_test_add_func ("/print/pixels/measure", test_measure);

  return g_test_run ();
}
