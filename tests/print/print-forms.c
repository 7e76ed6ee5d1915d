/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Korean forms ask for: shown where it is asked for, and otherwise nowhere. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "matchum-form-lines.h"
#include "matchum-jpeg.h"
#include "matchum-pdf-exporter.h"
#include "matchum-photo.h"
#include "print-support.h"

static char *
with_front_matter (const char *front_matter, const char *body)
{
  return g_strdup_printf ("---\n%s---\n%s", front_matter, body);
}

static const char korean[] = "# 이름\n\na@b.example.com | 서울\n\n## 경력\n\n### 회사 | 2020.01 - 2021.02\n\n- 한 일\n";
static const char english[] = "# Name\n\na@b.example.com\n\n## Experience\n\n- did things\n";

static void
check_text (const char *front_matter, const char *body, gboolean birth, gboolean military, const char *expected)
{
  g_autofree char *markdown = with_front_matter (front_matter, body);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autofree char *text = matchum_form_lines_dup_text (matchum_visibility_get_resume (visibility), birth, military);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  check_text ("birth: 1994-05-02\nmilitary: 육군 병장 만기전역\n", korean, TRUE, TRUE,
              "1994년생 · 병역: 육군 병장 만기전역");
  check_text ("생년월일: 1994년 5월 2일\n병역: 군필\n", korean, TRUE, FALSE, "1994년생");
  check_text ("생년월일: 1994년 5월 2일\n병역: 군필\n", korean, FALSE, TRUE, "병역: 군필");
  check_text ("birth: 1994\nmilitary: served\n", english, TRUE, TRUE, "Born 1994 · Military service: served");
  check_text ("birth: 94년 봄\n", korean, TRUE, TRUE, "생년: 94년 봄");
  check_text ("birth: 1994\nmilitary: 군필\n", korean, FALSE, FALSE, NULL);
  check_text ("name: 이름\n", korean, TRUE, TRUE, NULL);
  check_text ("birth: 19941231\n", korean, TRUE, FALSE, "생년: 19941231");
}

static void
test_photo_name (void)
{
  g_autofree char *markdown = with_front_matter ("photo: 사진/나.jpg\n", korean);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (MatchumVisibility) none = print_read (korean);
  g_autofree char *name = matchum_form_lines_dup_photo (matchum_visibility_get_resume (visibility));

  g_assert_cmpstr (name, ==, "사진/나.jpg");
  g_assert_null (matchum_form_lines_dup_photo (matchum_visibility_get_resume (none)));
}

/* --- photos --- */

/* The left upper quarter red, the rest blue. */
static cairo_surface_t *
draw_picture (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.0, 0.0, 1.0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 1.0, 0.0, 0.0);
  cairo_rectangle (cr, 0, 0, width / 2, height / 2);
  cairo_fill (cr);
  cairo_destroy (cr);

  return surface;
}

static GBytes *
make_jpeg (int width, int height)
{
  cairo_surface_t *surface = draw_picture (width, height);
  GBytes *bytes = matchum_jpeg_write (surface, 95);

  cairo_surface_destroy (surface);
  g_assert_nonnull (bytes);

  return bytes;
}

/* As a camera writes it, with words that nobody should see. */
static GBytes *
with_orientation (GBytes *jpeg, guint orientation)
{
  const guint8 exif[] = { 0xff, 0xe1, 0, 46, 'E', 'x', 'i',  'f', 0,   0,   'M', 'M', 0,   42,  0,
                          0,    0,    8, 0,  1,   1,   0x12, 0,   3,   0,   0,   0,   1,   0,   (guint8) orientation,
                          0,    0,    0, 0,  0,   0,   'S',  'e', 'c', 'r', 'e', 't', 'P', 'l', 'a',
                          'c',  'e',  0 };
  GByteArray *bytes = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (jpeg, &size);

  g_assert_cmpuint (sizeof exif, ==, 48);
  g_byte_array_append (bytes, data, 2);
  g_byte_array_append (bytes, exif, sizeof exif);
  g_byte_array_append (bytes, data + 2, (guint) size - 2);

  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
is_red (MatchumPhoto *photo, double x, double y)
{
  cairo_surface_t *surface = matchum_photo_create_surface (photo);
  int column = (int) (x * cairo_image_surface_get_width (surface));
  int row = (int) (y * cairo_image_surface_get_height (surface));
  guint32 pixel;

  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface) + column * 4,
          4);
  cairo_surface_destroy (surface);

  return (pixel >> 16 & 0xff) > 150 && (pixel & 0xff) < 100;
}

static MatchumPhoto *
read_photo (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  MatchumPhoto *photo = matchum_photo_new (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (photo);

  return photo;
}

/* The red quarter goes where the camera says that it belongs. */
static void
test_orientation (void)
{
  static const struct {
    gboolean is_right;
    gboolean is_below;
  } corners[] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 }, { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };

  for (guint orientation = 1; orientation <= 8; orientation++)
    {
      g_autoptr (GBytes) jpeg = orientation < 5 ? make_jpeg (600, 800) : make_jpeg (800, 600);
      g_autoptr (GBytes) turned = with_orientation (jpeg, orientation);
      g_autoptr (MatchumPhoto) photo = read_photo (turned);

      for (guint corner = 0; corner < 4; corner++)
        {
          gboolean is_right = corner % 2 == 1;
          gboolean is_below = corner / 2 == 1;

          g_assert_cmpint (is_red (photo, is_right ? 0.9 : 0.1, is_below ? 0.9 : 0.1), ==,
                           is_right == corners[orientation - 1].is_right
                               && is_below == corners[orientation - 1].is_below);
        }
    }
}

/* From the middle of a wide picture and of a tall one; never out of proportion. */
static void
test_cut (void)
{
  g_autoptr (GBytes) wide = make_jpeg (2000, 400);
  g_autoptr (GBytes) tall = make_jpeg (300, 2000);
  g_autoptr (MatchumPhoto) from_wide = read_photo (wide);
  g_autoptr (MatchumPhoto) from_tall = read_photo (tall);
  cairo_surface_t *surface;

  g_assert_true (is_red (from_wide, 0.3, 0.3) && !is_red (from_wide, 0.7, 0.3) && !is_red (from_wide, 0.3, 0.7));
  g_assert_true (is_red (from_tall, 0.3, 0.3) && !is_red (from_tall, 0.7, 0.3) && !is_red (from_tall, 0.3, 0.7));
  surface = matchum_photo_create_surface (from_wide);
  g_assert_cmpint (cairo_image_surface_get_width (surface) * 4, ==, cairo_image_surface_get_height (surface) * 3);
  cairo_surface_destroy (surface);
}

static void
assert_refused (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPhoto) photo = matchum_photo_new (bytes, &error);

  g_assert_null (photo);
  g_assert_true (error != NULL && error->domain == MATCHUM_PHOTO_ERROR);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = draw_picture (90, 120);

  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_png (void)
{
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (MatchumPhoto) photo = read_photo (png);
  g_autofree guint8 *huge = g_memdup2 (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  g_autoptr (GBytes) claims_huge = NULL;

  g_assert_true (is_red (photo, 0.2, 0.2) && !is_red (photo, 0.8, 0.8));
  memset (huge + 16, 0x7f, 8);
  claims_huge = g_bytes_new (huge, g_bytes_get_size (png));
  assert_refused (claims_huge);
}

/* Whatever the bytes are, there is a photo or a sentence. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) jpeg = make_jpeg (300, 400);
  g_autoptr (GBytes) tagged = with_orientation (jpeg, 6);
  g_autoptr (GBytes) png = make_png ();
  GBytes *const whole[] = { tagged, png };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n_refused = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    for (guint round = 0; round < (print_is_long () ? 2000 : 200); round++)
      {
        gsize size = g_bytes_get_size (whole[i]);
        g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole[i], NULL), size);
        gsize left = round % 2 == 0 ? size : (gsize) g_rand_int_range (random, 1, (gint32) size);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (MatchumPhoto) photo = NULL;
        g_autoptr (GError) error = NULL;

        for (guint j = 0; j < 4; j++)
          data[g_rand_int_range (random, 0, (gint32) size)] = (guint8) g_rand_int (random);
        bytes = g_bytes_new (data, left);
        photo = matchum_photo_new (bytes, &error);
        g_assert_true ((photo != NULL) == (error == NULL));
        n_refused += photo == NULL ? 1 : 0;
      }
  g_assert_cmpuint (n_refused, >, 20);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) words = g_bytes_new_static ("no picture at all, but words", 28);
  g_autofree char *zeros = g_malloc0 (21 * 1024 * 1024);
  g_autoptr (GBytes) large = g_bytes_new_static (zeros, 21 * 1024 * 1024);

  assert_refused (empty);
  assert_refused (words);
  assert_refused (large);
}

/* --- on pages --- */

static gboolean
has_bytes (GBytes *pdf, const char *words)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  for (gsize at = 0; at + strlen (words) <= size; at++)
    {
      if (memcmp (data + at, words, strlen (words)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Off is off: not in the text, not in a tag, not as a picture. */
static void
test_off (void)
{
  const char *const *themes = matchum_theme_get_names ();
  g_autofree char *markdown = with_front_matter ("photo: me.jpg\nbirth: 1994-05-02\nmilitary: Zebraservice\n", english);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (MatchumVisibility) without = print_read (english);

  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autoptr (GBytes) pdf = print_export (visibility, themes[i], MATCHUM_PAPER_A4);
      g_autoptr (GBytes) plain = print_export (without, themes[i], MATCHUM_PAPER_A4);

      g_assert_true (g_bytes_equal (pdf, plain));
    }
}

static void
test_on (void)
{
  const char *const *themes = matchum_theme_get_names ();
  g_autofree char *markdown = with_front_matter ("birth: 1994-05-02\nmilitary: Zebraservice\n", english);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) jpeg = make_jpeg (300, 400);
  g_autoptr (GBytes) tagged = with_orientation (jpeg, 1);
  g_autoptr (MatchumPhoto) photo = read_photo (tagged);

  for (guint i = 0; themes[i] != NULL; i++)
    {
      MatchumPageStyle style = print_get_style (themes[i], MATCHUM_PAPER_A4);
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *bytes = NULL;

      style.shows_photo = TRUE;
      style.shows_birth = TRUE;
      style.shows_military = TRUE;
      style.photo = photo;
      pdf = print_export_in (visibility, &style);
      again = print_export_in (visibility, &style);
      g_assert_true (g_bytes_equal (pdf, again));
      g_assert_true (has_bytes (pdf, "/DCTDecode"));
      g_assert_false (has_bytes (pdf, "SecretPlace"));
      g_assert_true (has_bytes (pdf, "/Alt(Photo)"));
      if (!print_has ("pdftotext") || !print_has ("qpdf"))
        continue;
      text = print_run (pdf, "pdftotext", "PDF", "-", NULL);
      g_assert_nonnull (strstr (text, "Born 1994"));
      g_assert_nonnull (strstr (text, "Zebraservice"));
      g_assert_null (strstr (text, "05"));
      bytes = print_run (pdf, "qpdf", "--check", "PDF", NULL);
      g_assert_nonnull (strstr (bytes, "No syntax or stream encoding errors"));
    }
}

/* Nothing of the text stands where the photo is. */
static void
test_room (void)
{
  const char *const *themes = matchum_theme_get_names ();
  g_autofree char *markdown = print_load_markdown ("ko-kang-mle");
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (GBytes) jpeg = make_jpeg (300, 400);
  g_autoptr (MatchumPhoto) photo = read_photo (jpeg);

  for (guint i = 0; themes[i] != NULL; i++)
    {
      MatchumPageStyle style = print_get_style (themes[i], MATCHUM_PAPER_A4);
      g_autoptr (MatchumPages) pages = NULL;
      g_autofree guint8 *pixels = NULL;
      MatchumTheme theme;
      int width;
      int height;

      style.shows_photo = TRUE;
      style.photo = photo;
      matchum_page_style_resolve (&style, &theme);
      pages = print_lay_out_in (visibility, &style);
      pixels = print_draw (pages, 0, 1.0, &width, &height);
      /* A strip of white at its left and below it. */
      for (int y = (int) theme.margin_y; y < (int) (theme.margin_y + MATCHUM_PHOTO_HEIGHT); y++)
        g_assert_cmpuint (pixels[y * width + width - (int) (theme.margin_x + MATCHUM_PHOTO_WIDTH) - 5], >, 250);
      for (int x = (int) (width - theme.margin_x - MATCHUM_PHOTO_WIDTH); x < (int) (width - theme.margin_x); x++)
        g_assert_cmpuint (pixels[(int) (theme.margin_y + MATCHUM_PHOTO_HEIGHT + 2.0) * width + x], >, 250);
    }
}

static void
test_find (void)
{
  g_autofree char *markdown = with_front_matter ("photo: me.jpg\n", korean);
  g_autoptr (MatchumVisibility) visibility = print_read (markdown);
  g_autoptr (MatchumVisibility) none = print_read (korean);
  g_autofree char *path = g_dir_make_tmp ("matchum-photo-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (path, "me.jpg", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GBytes) jpeg = make_jpeg (300, 400);
  g_autoptr (MatchumPhoto) photo = NULL;
  g_autoptr (GError) error = NULL;
  MatchumPageStyle style = print_get_style ("standard", MATCHUM_PAPER_A4);

  g_assert_null (matchum_photo_find (&style, matchum_visibility_get_resume (visibility), folder, &error));
  g_assert_no_error (error);
  style.shows_photo = TRUE;
  g_assert_null (matchum_photo_find (&style, matchum_visibility_get_resume (visibility), folder, &error));
  g_assert_nonnull (strstr (error->message, "me.jpg"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (file, g_bytes_get_data (jpeg, NULL), (gssize) g_bytes_get_size (jpeg), NULL));
  photo = matchum_photo_find (&style, matchum_visibility_get_resume (visibility), folder, &error);
  g_assert_no_error (error);
  g_assert_nonnull (photo);
  g_assert_null (matchum_photo_find (&style, matchum_visibility_get_resume (none), folder, &error));
  g_assert_error (error, MATCHUM_PHOTO_ERROR, MATCHUM_PHOTO_ERROR_NONE);
  g_clear_error (&error);
  style.photo_file = g_intern_string (file);
  matchum_photo_unref (photo);
  photo = matchum_photo_find (&style, matchum_visibility_get_resume (none), NULL, &error);
  g_assert_no_error (error);
  g_remove (file);
  g_rmdir (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/forms/text", test_text);
  g_test_add_func ("/print/forms/photo-name", test_photo_name);
  g_test_add_func ("/print/forms/orientation", test_orientation);
  g_test_add_func ("/print/forms/cut", test_cut);
  g_test_add_func ("/print/forms/png", test_png);
  g_test_add_func ("/print/forms/damaged", test_damaged);
  g_test_add_func ("/print/forms/refused", test_refused);
  g_test_add_func ("/print/forms/off", test_off);
  g_test_add_func ("/print/forms/on", test_on);
  g_test_add_func ("/print/forms/room", test_room);
  g_test_add_func ("/print/forms/find", test_find);

  return g_test_run ();
}
