/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renders, names and writes the files of an export. */
#include "config.h"

#include "matchum-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/matchum-file-writer.h"
#include "export/matchum-html-exporter.h"
#include "export/matchum-json-resume-exporter.h"
#include "export/matchum-markdown-exporter.h"
#include "export/matchum-office-exporter.h"
#include "export/matchum-text-exporter.h"

#include "matchum-pdf-exporter.h"

/* No file of ours is larger: what is need not be read to know that it is not. */
#define MOST_BYTES (64 * 1024 * 1024)

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
render_pdf (const MatchumExport *self, GError **error)
{
  if (self->pages != NULL)
    return matchum_pdf_exporter_write_pages (self->pages, self->as_of, error);
  return matchum_pdf_exporter_write (self->visibility, &self->style, self->as_of, NULL, NULL, error);
}

static GBytes *
render_markdown (const MatchumExport *self)
{
  return take_text (self->has_front_matter ? matchum_markdown_exporter_write_with_front_matter (self->visibility)
                                           : matchum_markdown_exporter_write_tailored (self->visibility));
}

static GBytes *
render_office (const MatchumExport *self, MatchumOfficeFormat format, GError **error)
{
  return matchum_office_exporter_write (self->visibility, format, matchum_paper_get_width (self->style.paper),
                                        matchum_paper_get_height (self->style.paper), self->as_of, error);
}

GBytes *
matchum_export_render (const MatchumExport *self, MatchumExportFormats format, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->visibility != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  switch (format)
    {
    case MATCHUM_EXPORT_PDF:
      return render_pdf (self, error);
    case MATCHUM_EXPORT_MARKDOWN:
      return render_markdown (self);
    case MATCHUM_EXPORT_TEXT:
      return take_text (matchum_text_exporter_write (self->visibility));
    case MATCHUM_EXPORT_HTML:
      return take_text (matchum_html_exporter_write (self->visibility));
    case MATCHUM_EXPORT_JSON:
      return take_text (matchum_json_resume_exporter_write_tailored (self->visibility, NULL));
    case MATCHUM_EXPORT_DOCX:
      return render_office (self, MATCHUM_OFFICE_DOCX, error);
    case MATCHUM_EXPORT_ODT:
      return render_office (self, MATCHUM_OFFICE_ODT, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

static GFile *
get_file (const MatchumExport *self, const MatchumExportFormat *format)
{
  g_autofree char *name = g_strconcat (self->name, format->suffix, NULL);

  return g_file_get_child (self->folder, name);
}

GPtrArray *
matchum_export_list_files (const MatchumExport *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (self != NULL, files);

  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    if ((self->formats & matchum_export_format_get (i)->flag) != 0)
      g_ptr_array_add (files, get_file (self, matchum_export_format_get (i)));
  return files;
}

static char *
dup_file_id (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE)) : NULL;
}

/* The same file under whatever name: by a link, or in other letters on a disk that does not tell them apart. */
static gboolean
is_original (const MatchumExport *self, GFile *file)
{
  g_autofree char *id = dup_file_id (file);

  for (guint i = 0; self->originals != NULL && i < self->originals->len; i++)
    {
      GFile *original = self->originals->pdata[i];
      g_autofree char *original_id = dup_file_id (original);

      if (g_file_equal (file, original) || (id != NULL && g_strcmp0 (id, original_id) == 0))
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_export_spares_originals (const MatchumExport *self, GError **error)
{
  g_autoptr (GPtrArray) files = matchum_export_list_files (self);

  for (guint i = 0; i < files->len; i++)
    if (is_original (self, files->pdata[i]))
      {
        g_autofree char *name = g_file_get_basename (files->pdata[i]);

        /* Translators: %s is a file name. */
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                     _ ("“%s” is a file that is open here and would be lost. Choose another name or folder."), name);
        return FALSE;
      }
  return TRUE;
}

/* Everything is made before anything is written. */
static GPtrArray *
render_all (const MatchumExport *self, GError **error)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    if ((self->formats & matchum_export_format_get (i)->flag) != 0)
      {
        GBytes *bytes = matchum_export_render (self, matchum_export_format_get (i)->flag, error);

        if (bytes == NULL)
          return NULL;
        g_ptr_array_add (contents, bytes);
      }
  return g_steal_pointer (&contents);
}

GHashTable *
matchum_export_create_written (void)
{
  return g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, g_free);
}

static char *
compute_checksum (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* NULL where no file is there that could be read. */
static char *
dup_checksum_there (GFile *file)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > MOST_BYTES)
    return NULL;
  bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  return bytes != NULL ? compute_checksum (bytes) : NULL;
}

/* Whether file would be made anew just as it is. */
static gboolean
would_be_same (const MatchumExport *self, MatchumExportFormats format, const char *there)
{
  g_autoptr (GBytes) content = matchum_export_render (self, format, NULL);
  g_autofree char *new = content != NULL ? compute_checksum (content) : NULL;

  return g_strcmp0 (there, new) == 0;
}

static gboolean
is_foreign (const MatchumExport *self, GFile *file, MatchumExportFormats format)
{
  const char *written = self->written != NULL ? g_hash_table_lookup (self->written, file) : NULL;
  g_autofree char *there = NULL;

  if (!g_file_query_exists (file, NULL))
    return FALSE;
  there = dup_checksum_there (file);
  if (there == NULL)
    return TRUE;
  return g_strcmp0 (there, written) != 0 && !would_be_same (self, format, there);
}

GPtrArray *
matchum_export_list_foreign (const MatchumExport *self)
{
  GPtrArray *foreign = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (self != NULL, foreign);

  for (guint i = 0; i < matchum_export_format_get_n (); i++)
    {
      const MatchumExportFormat *format = matchum_export_format_get (i);
      g_autoptr (GFile) file = (self->formats & format->flag) != 0 ? get_file (self, format) : NULL;

      if (file != NULL && is_foreign (self, file, format->flag))
        g_ptr_array_add (foreign, g_steal_pointer (&file));
    }
  return foreign;
}

gboolean
matchum_export_write (const MatchumExport *self, GError **error)
{
  g_autoptr (GPtrArray) files = matchum_export_list_files (self);
  g_autoptr (GPtrArray) contents = NULL;

  if (!matchum_export_spares_originals (self, error))
    return FALSE;
  contents = render_all (self, error);
  if (contents == NULL)
    return FALSE;

  for (guint i = 0; i < files->len; i++)
    {
      if (!matchum_file_writer_write (files->pdata[i], contents->pdata[i], NULL, error))
        return FALSE;
      if (self->written != NULL)
        g_hash_table_insert (self->written, g_object_ref (files->pdata[i]), compute_checksum (contents->pdata[i]));
    }
  return TRUE;
}
