/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the PDF shows is what the window shows, glyph for glyph: fonts that were cut down wrongly would still extract
 * perfectly, and look like other words. */
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <math.h>
#include <pango/pango.h>
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
  for (guint i = 0; matchum_theme_get_names ()[i] != NULL; i++)
    {
      for (guint j = 0; print_resumes[j] != NULL; j++)
        {
          if (print_is_long () || j == (i + 3) % 6)
            check_pages (print_resumes[j], matchum_theme_get_names ()[i]);
        }
    }
}

/* --- stored pictures --- */

/* With these set, the pictures are written anew instead of being compared; see tests/README.md. */
#define RENEW "MATCHUM_RENEW_PICTURES"
#define FONTS_FILE "made-with.txt"

/* The same rasterizer drew both: only the pixels were made larger. */
#define MOST_OF_STORED_SQUARE 3.0

static const char *const stored_resumes[] = { "ko-kang-mle", "en-okafor-platform" };

static char *
get_stored_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "print", "pictures", name, NULL);
}

/* The version of Pango, which ends lines, and of the fonts that the pages are set in. */
static char *
describe_fonts (void)
{
  static const char *const families[] = { "Noto Sans CJK KR", "Noto Serif CJK KR", "Noto Sans" };
  GString *description = g_string_new (NULL);

  g_string_append_printf (description, "Pango %d.%d\n", pango_version () / 10000, pango_version () / 100 % 100);
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, families[i], NULL);
      FcObjectSet *properties = FcObjectSetBuild (FC_FONTVERSION, NULL);
      FcFontSet *fonts = FcFontList (NULL, pattern, properties);
      int version = 0;

      if (fonts->nfont > 0)
        FcPatternGetInteger (fonts->fonts[0], FC_FONTVERSION, 0, &version);
      g_string_append_printf (description, "%s %.3f\n", families[i], version / 65536.0);
      FcFontSetDestroy (fonts);
      FcObjectSetDestroy (properties);
      FcPatternDestroy (pattern);
    }

  return g_string_free (description, FALSE);
}

/* One pixel a point, the mean of those of picture. */
static cairo_surface_t *
shrink (const Picture *picture)
{
  int width = picture->width / SCALE;
  int height = picture->height / SCALE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          guint sum = 0;

          for (int i = 0; i < SCALE * SCALE; i++)
            sum += picture->pixels[(y * SCALE + i / SCALE) * picture->width + x * SCALE + i % SCALE];
          pixels[y * stride + x] = (guint8) (sum / (SCALE * SCALE));
        }
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

/* A grey file comes back as one with three equal colours. */
static Picture
enlarge (cairo_surface_t *surface, int width, int height)
{
  Picture picture = { g_malloc ((gsize) width * (gsize) height), width, height };
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int last_x = cairo_image_surface_get_width (surface) - 1;
  int last_y = cairo_image_surface_get_height (surface) - 1;

  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        picture.pixels[y * width + x] = pixels[MIN (y / SCALE, last_y) * stride + MIN (x / SCALE, last_x) * 4];
    }

  return picture;
}

static Picture
show (const char *markdown, const char *theme)
{
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) pdf = print_export (visibility, theme, MATCHUM_PAPER_A4);

  return rasterize (pdf, 0);
}

static Difference
compare_with_stored (const Picture *shown, const char *path)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);
  g_auto (Picture) stored = { NULL, 0, 0 };

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_format (surface), ==, CAIRO_FORMAT_RGB24);
  stored = enlarge (surface, shown->width, shown->height);
  cairo_surface_destroy (surface);

  return compare (shown, &stored);
}

static void
renew (const Picture *shown, const char *path)
{
  cairo_surface_t *surface = shrink (shown);

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
check_stored (const char *name, const char *theme)
{
  g_autofree char *base = g_strdup_printf ("%s-%s.png", theme, name);
  g_autofree char *path = get_stored_path (base);
  g_autofree char *markdown = print_load_markdown (name);
  g_auto (Picture) shown = show (markdown, theme);
  Difference difference;

  if (g_getenv (RENEW) != NULL)
    renew (&shown, path);
  difference = compare_with_stored (&shown, path);
  g_test_message ("%s: worst %.1f, all %.3f", base, difference.worst, difference.all);
  g_assert_cmpfloat (difference.all, <, MOST_OF_ALL);
  g_assert_cmpfloat (difference.worst, <, MOST_OF_STORED_SQUARE);
}

/* Whether this computer sets type as the one did that made the pictures; skips the test where it doesn't. */
static gboolean
has_same_fonts (void)
{
  g_autofree char *path = get_stored_path (FONTS_FILE);
  g_autofree char *here = describe_fonts ();
  g_autofree char *stored = NULL;

  if (!print_has ("pdftoppm"))
    {
      g_test_skip ("pdftoppm is not installed (poppler-utils)");
      return FALSE;
    }
  if (g_getenv (RENEW) != NULL)
    g_assert_true (g_file_set_contents (path, here, -1, NULL));
  g_assert_true (g_file_get_contents (path, &stored, NULL, NULL));
  if (g_str_equal (here, stored))
    return TRUE;
  g_test_message ("here:\n%sstored:\n%s", here, stored);
  g_test_skip ("the stored pictures were made with other fonts, or another Pango");

  return FALSE;
}

static void
test_stored (gconstpointer theme)
{
  if (!has_same_fonts ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (stored_resumes); i++)
    check_stored (stored_resumes[i], theme);
}

/* One syllable, or one letter, that is another's on a whole page. */
static void
check_wrong_glyph (const char *name, const char *theme, const char *right, const char *wrong)
{
  g_autofree char *base = g_strdup_printf ("%s-%s.png", theme, name);
  g_autofree char *path = get_stored_path (base);
  g_autofree char *markdown = print_load_markdown (name);
  char *at = strstr (markdown, right);
  g_auto (Picture) shown = { NULL, 0, 0 };

  g_assert_nonnull (at);
  g_assert_cmpuint (strlen (right), ==, strlen (wrong));
  memcpy (at, wrong, strlen (wrong));
  shown = show (markdown, theme);
  g_test_message ("%s with %s: worst %.1f", base, wrong, compare_with_stored (&shown, path).worst);
  g_assert_cmpfloat (compare_with_stored (&shown, path).worst, >, MOST_OF_STORED_SQUARE);
}

static void
test_stored_tell (gconstpointer theme)
{
  if (!has_same_fonts ())
    return;
  check_wrong_glyph ("ko-kang-mle", theme, "모델", "모멜");
  check_wrong_glyph ("en-okafor-platform", theme, "and", "snd");
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
  for (guint i = 0; matchum_theme_get_names ()[i] != NULL; i++)
    {
      g_autofree char *stored = g_strconcat ("/print/pixels/stored/", matchum_theme_get_names ()[i], NULL);
      g_autofree char *tell = g_strconcat ("/print/pixels/stored-tell/", matchum_theme_get_names ()[i], NULL);

      g_test_add_data_func (stored, matchum_theme_get_names ()[i], test_stored);
      if (print_is_long () || i < 2)
        g_test_add_data_func (tell, matchum_theme_get_names ()[i], test_stored_tell);
    }

  return g_test_run ();
}
