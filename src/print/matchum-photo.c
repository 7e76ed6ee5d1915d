/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a picture that somebody took a photo that a form takes. */
#include "config.h"

#include "matchum-photo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "matchum-form-lines.h"
#include "matchum-jpeg.h"

#define MAX_FILE_BYTES (20 * 1024 * 1024)
#define MAX_PIXELS ((gsize) 48 * 1000 * 1000)
/* Three hundred pixels an inch. */
#define PIXELS_WIDE 354
#define PIXELS_HIGH 472
#define QUALITY 90
#define PNG_HEAD_BYTES 24

/* Surfaces are made anew for whoever draws: threads may not share one. */
struct _MatchumPhoto {
  cairo_surface_t *pixels;
  GBytes *jpeg; /* the same, a tenth of the bytes, for Cairo to embed; NULL where that failed */
};

G_DEFINE_QUARK (matchum - photo - error - quark, matchum_photo_error)

static void
photo_clear (gpointer data)
{
  MatchumPhoto *self = data;

  cairo_surface_destroy (self->pixels);
  g_clear_pointer (&self->jpeg, g_bytes_unref);
}

MatchumPhoto *
matchum_photo_ref (MatchumPhoto *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
matchum_photo_unref (MatchumPhoto *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, photo_clear);
}

static void
release_bytes_cb (void *data)
{
  g_bytes_unref (data);
}

static void
attach_jpeg (cairo_surface_t *surface, GBytes *jpeg)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (jpeg, &size);

  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, size, release_bytes_cb, g_bytes_ref (jpeg))
      != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (jpeg);
}

cairo_surface_t *
matchum_photo_create_surface (MatchumPhoto *self)
{
  cairo_surface_t *surface;

  g_return_val_if_fail (self != NULL, NULL);

  surface = cairo_image_surface_create_for_data (cairo_image_surface_get_data (self->pixels), CAIRO_FORMAT_RGB24,
                                                 cairo_image_surface_get_width (self->pixels),
                                                 cairo_image_surface_get_height (self->pixels),
                                                 cairo_image_surface_get_stride (self->pixels));
  if (self->jpeg != NULL)
    attach_jpeg (surface, self->jpeg);

  return surface;
}

/* --- reading --- */

typedef struct {
  const guint8 *data;
  gsize left;
} PngSource;

static cairo_status_t
read_png_cb (void *closure, unsigned char *data, unsigned int length)
{
  PngSource *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

static gsize
get_number (const guint8 *data)
{
  return (gsize) data[0] << 24 | (gsize) data[1] << 16 | (gsize) data[2] << 8 | data[3];
}

static gboolean
is_png (const guint8 *data, gsize length)
{
  return length > PNG_HEAD_BYTES && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0;
}

static gboolean
is_jpeg (const guint8 *data, gsize length)
{
  return length > 4 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff;
}

/* Sides of a PNG stand in its first chunk, so that nothing is unpacked that is too large. */
static cairo_surface_t *
read_png (const guint8 *data, gsize length)
{
  PngSource source = { data, length };
  gsize width = get_number (data + 16);
  gsize height = get_number (data + 20);
  cairo_surface_t *surface;

  if (width == 0 || height == 0 || width > MAX_PIXELS || height > MAX_PIXELS / width)
    return NULL;
  surface = cairo_image_surface_create_from_png_stream (read_png_cb, &source);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);

  return NULL;
}

/* --- making --- */

/* From pixels of the file to those of the picture held upright, as the tag of cameras says. */
static void
get_upright (guint orientation, double width, double height, cairo_matrix_t *matrix)
{
  switch (orientation)
    {
    case 2:
      cairo_matrix_init (matrix, -1, 0, 0, 1, width, 0);
      break;
    case 3:
      cairo_matrix_init (matrix, -1, 0, 0, -1, width, height);
      break;
    case 4:
      cairo_matrix_init (matrix, 1, 0, 0, -1, 0, height);
      break;
    case 5:
      cairo_matrix_init (matrix, 0, 1, 1, 0, 0, 0);
      break;
    case 6:
      cairo_matrix_init (matrix, 0, 1, -1, 0, height, 0);
      break;
    case 7:
      cairo_matrix_init (matrix, 0, -1, -1, 0, height, width);
      break;
    case 8:
      cairo_matrix_init (matrix, 0, -1, 1, 0, 0, width);
      break;
    default:
      cairo_matrix_init_identity (matrix);
    }
}

/* Cut to three by four about the middle, on white. */
static cairo_surface_t *
cut (cairo_surface_t *picture, guint orientation)
{
  double file_width = cairo_image_surface_get_width (picture);
  double file_height = cairo_image_surface_get_height (picture);
  double width = orientation >= 5 ? file_height : file_width;
  double height = orientation >= 5 ? file_width : file_height;
  double scale = MAX (PIXELS_WIDE / width, PIXELS_HIGH / height);
  cairo_surface_t *photo = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PIXELS_WIDE, PIXELS_HIGH);
  cairo_t *cr = cairo_create (photo);
  cairo_matrix_t upright;

  get_upright (orientation, file_width, file_height, &upright);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_translate (cr, (PIXELS_WIDE - width * scale) / 2.0, (PIXELS_HIGH - height * scale) / 2.0);
  cairo_scale (cr, scale, scale);
  cairo_transform (cr, &upright);
  cairo_set_source_surface (cr, picture, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0.0, 0.0, file_width, file_height);
  cairo_fill (cr);
  cairo_destroy (cr);

  return photo;
}

MatchumPhoto *
matchum_photo_new (GBytes *bytes, GError **error)
{
  cairo_surface_t *picture = NULL;
  MatchumPhoto *self;
  guint orientation = 1;
  const guint8 *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > MAX_FILE_BYTES)
    {
      g_set_error_literal (error, MATCHUM_PHOTO_ERROR, MATCHUM_PHOTO_ERROR_SIZE,
                           _ ("The photo is larger than 20 MB. Save it smaller and try again."));
      return NULL;
    }
  if (is_png (data, length))
    picture = read_png (data, length);
  else if (is_jpeg (data, length))
    picture = matchum_jpeg_read (bytes, PIXELS_WIDE, MAX_PIXELS, &orientation);
  if (picture == NULL)
    {
      g_set_error_literal (error, MATCHUM_PHOTO_ERROR, MATCHUM_PHOTO_ERROR_FORMAT,
                           _ ("The photo can't be read: it is to be a PNG or JPEG of 48 million pixels at most, in "
                              "colours of the screen. Save it as such and try again."));
      return NULL;
    }
  self = g_atomic_rc_box_new0 (MatchumPhoto);
  self->pixels = cut (picture, orientation);
  cairo_surface_flush (self->pixels);
  self->jpeg = matchum_jpeg_write (self->pixels, QUALITY);
  cairo_surface_destroy (picture);

  return self;
}

static GBytes *
load_bytes (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MAX_FILE_BYTES)
    {
      g_set_error_literal (error, MATCHUM_PHOTO_ERROR, MATCHUM_PHOTO_ERROR_SIZE,
                           _ ("A photo is a file of 20 MB at most."));
      return NULL;
    }

  return g_file_load_bytes (file, NULL, NULL, error);
}

MatchumPhoto *
matchum_photo_load (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  MatchumPhoto *self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = load_bytes (file, error);
  if (bytes != NULL)
    self = matchum_photo_new (bytes, error);
  if (self == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_prefix_error (error, "%s: ", name);
    }

  return self;
}

MatchumPhoto *
matchum_photo_find (const MatchumPageStyle *style, MatchumResume *resume, GFile *folder, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!style->shows_photo)
    return NULL;
  path = style->photo_file != NULL ? g_strdup (style->photo_file) : matchum_form_lines_dup_photo (resume);
  if (path == NULL || (folder == NULL && !g_path_is_absolute (path)))
    {
      g_set_error_literal (error, MATCHUM_PHOTO_ERROR, MATCHUM_PHOTO_ERROR_NONE,
                           _ ("No photo is named. Write “photo: FILE” in the front matter of the resume, or choose a "
                              "file."));
      return NULL;
    }
  file = g_path_is_absolute (path) ? g_file_new_for_path (path) : g_file_resolve_relative_path (folder, path);

  return matchum_photo_load (file, error);
}
