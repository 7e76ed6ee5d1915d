/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes JPEG through libjpeg. */
#include "config.h"

#include "matchum-jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#define EXIF_MARKER (JPEG_APP0 + 1)
#define EXIF_MAX 0xffff
#define TAG_ORIENTATION 0x0112
/* A file may draw its picture over and over; none that a camera or a person made does so this often. */
#define MAX_SCANS 60
#define BYTES_A_PIXEL 3

typedef struct {
  struct jpeg_error_mgr manager;
  jmp_buf jump;
} Failure;

static void
fail_cb (j_common_ptr info)
{
  longjmp (((Failure *) (gpointer) info->err)->jump, 1);
}

static void
keep_quiet_cb (j_common_ptr info)
{
}

static void
count_scans_cb (j_common_ptr info)
{
  if (info->is_decompressor && ((j_decompress_ptr) (gpointer) info)->input_scan_number > MAX_SCANS)
    fail_cb (info);
}

static void
set_failure (Failure *failure)
{
  jpeg_std_error (&failure->manager);
  failure->manager.error_exit = fail_cb;
  failure->manager.output_message = keep_quiet_cb;
}

/* Goes with the other memory of libjpeg, however reading or writing ends. */
static guint8 *
new_row (j_common_ptr info, guint width)
{
  return info->mem->alloc_large (info, JPOOL_IMAGE, (gsize) width * BYTES_A_PIXEL);
}

/* --- how the camera was held --- */

static guint
get_number (const guint8 *data, gsize at, guint size, gboolean is_big)
{
  guint number = 0;

  for (guint i = 0; i < size; i++)
    number |= (guint) data[at + i] << 8 * (is_big ? size - 1 - i : i);

  return number;
}

/* From the first directory of Exif data, after its head "Exif\0\0". */
static guint
find_orientation (const guint8 *data, gsize length)
{
  gboolean is_big;
  gsize directory;
  guint n_entries;

  if (length < 8 || (memcmp (data, "II", 2) != 0 && memcmp (data, "MM", 2) != 0))
    return 1;
  is_big = data[0] == 'M';
  directory = get_number (data, 4, 4, is_big);
  if (directory > length - 2)
    return 1;
  n_entries = get_number (data, directory, 2, is_big);
  for (guint i = 0; i < n_entries && directory + 2 + (i + 1) * 12 <= length; i++)
    {
      gsize entry = directory + 2 + (gsize) i * 12;

      if (get_number (data, entry, 2, is_big) == TAG_ORIENTATION)
        return get_number (data, entry + 8, 2, is_big);
    }

  return 1;
}

static guint
read_orientation (j_decompress_ptr info)
{
  for (jpeg_saved_marker_ptr marker = info->marker_list; marker != NULL; marker = marker->next)
    {
      guint orientation;

      if (marker->marker != EXIF_MARKER || marker->data_length < 6 || memcmp (marker->data, "Exif\0\0", 6) != 0)
        continue;
      orientation = find_orientation (marker->data + 6, marker->data_length - 6);
      return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }

  return 1;
}

/* --- reading --- */

static void
put_row (cairo_surface_t *surface, guint y, const guint8 *row, guint width)
{
  guint8 *pixels =
      cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  for (guint x = 0; x < width; x++)
    {
      guint32 pixel = (guint32) row[x * 3] << 16 | (guint32) row[x * 3 + 1] << 8 | row[x * 3 + 2];

      memcpy (pixels + (gsize) x * 4, &pixel, 4);
    }
}

static void
choose_scale (j_decompress_ptr info, guint least_width)
{
  guint side = MIN (info->image_width, info->image_height);

  info->scale_num = 1;
  info->scale_denom = 1;
  while (info->scale_denom < 8 && side / (info->scale_denom * 2) >= least_width)
    info->scale_denom *= 2;
}

static gboolean
read_rows (j_decompress_ptr info, cairo_surface_t *surface)
{
  guint8 *row = new_row ((j_common_ptr) info, info->output_width);
  JSAMPROW rows[1] = { row };

  while (info->output_scanline < info->output_height)
    {
      guint y = info->output_scanline;

      if (jpeg_read_scanlines (info, rows, 1) != 1)
        return FALSE;
      put_row (surface, y, row, info->output_width);
    }

  return TRUE;
}

cairo_surface_t *
matchum_jpeg_read (GBytes *bytes, guint least_width, gsize most_pixels, guint *orientation)
{
  struct jpeg_decompress_struct info = { 0 };
  struct jpeg_progress_mgr progress = { 0 };
  cairo_surface_t *volatile surface = NULL;
  Failure failure;
  volatile gboolean is_read = FALSE;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (orientation != NULL, NULL);

  set_failure (&failure);
  info.err = &failure.manager;
  if (setjmp (failure.jump) != 0)
    {
      jpeg_destroy_decompress (&info);
      g_clear_pointer ((cairo_surface_t **) &surface, cairo_surface_destroy);
      return NULL;
    }
  jpeg_create_decompress (&info);
  progress.progress_monitor = count_scans_cb;
  info.progress = &progress;
  jpeg_mem_src (&info, g_bytes_get_data (bytes, NULL), (unsigned long) g_bytes_get_size (bytes));
  jpeg_save_markers (&info, EXIF_MARKER, EXIF_MAX);
  jpeg_read_header (&info, TRUE);
  if ((gsize) info.image_width * info.image_height <= most_pixels && info.num_components != 4)
    {
      *orientation = read_orientation (&info);
      choose_scale (&info, least_width);
      info.out_color_space = JCS_RGB;
      jpeg_start_decompress (&info);
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) info.output_width, (int) info.output_height);
      if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
        is_read = read_rows (&info, surface);
      cairo_surface_mark_dirty (surface);
    }
  jpeg_destroy_decompress (&info);
  if (!is_read && surface != NULL)
    g_clear_pointer ((cairo_surface_t **) &surface, cairo_surface_destroy);

  return surface;
}

/* --- writing --- */

static void
get_row (cairo_surface_t *surface, guint y, guint8 *row, guint width)
{
  const guint8 *pixels =
      cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  for (guint x = 0; x < width; x++)
    {
      guint32 pixel;

      memcpy (&pixel, pixels + (gsize) x * 4, 4);
      row[x * 3] = (guint8) (pixel >> 16);
      row[x * 3 + 1] = (guint8) (pixel >> 8);
      row[x * 3 + 2] = (guint8) pixel;
    }
}

static void
write_rows (j_compress_ptr info, cairo_surface_t *surface)
{
  guint8 *row = new_row ((j_common_ptr) info, info->image_width);
  JSAMPROW rows[1] = { row };

  while (info->next_scanline < info->image_height)
    {
      get_row (surface, info->next_scanline, row, info->image_width);
      jpeg_write_scanlines (info, rows, 1);
    }
}

GBytes *
matchum_jpeg_write (cairo_surface_t *surface, int quality)
{
  struct jpeg_compress_struct info = { 0 };
  unsigned char *volatile data = NULL;
  unsigned long size = 0;
  Failure failure;
  GBytes *bytes;

  g_return_val_if_fail (surface != NULL, NULL);

  cairo_surface_flush (surface);
  set_failure (&failure);
  info.err = &failure.manager;
  if (setjmp (failure.jump) != 0)
    {
      jpeg_destroy_compress (&info);
      free (data);
      return NULL;
    }
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, (unsigned char **) &data, &size);
  info.image_width = (JDIMENSION) cairo_image_surface_get_width (surface);
  info.image_height = (JDIMENSION) cairo_image_surface_get_height (surface);
  info.input_components = BYTES_A_PIXEL;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults (&info);
  jpeg_set_quality (&info, quality, TRUE);
  jpeg_start_compress (&info, TRUE);
  write_rows (&info, surface);
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  bytes = g_bytes_new (data, size);
  free (data);

  return bytes;
}
