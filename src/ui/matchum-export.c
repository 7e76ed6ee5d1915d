/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and writes the files of an export. */
#include "config.h"

#include "ui/matchum-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/matchum-file-writer.h"
#include "export/matchum-markdown-exporter.h"
#include "matchum-pdf-exporter.h"

/* No file of ours is larger: what is need not be read to know that it is not. */
#define MOST_BYTES (64 * 1024 * 1024)
/* File systems end names at 255 bytes; a suffix and the temporary name beside it need some of them. */
#define MOST_NAME_BYTES 180

typedef GBytes *(*RenderFunc) (const MatchumExport *self, GError **error);

static GBytes *
render_pdf (const MatchumExport *self, GError **error)
{
  return matchum_pdf_exporter_write (self->visibility, &self->style, self->as_of, NULL, NULL, error);
}

static GBytes *
render_markdown (const MatchumExport *self, GError **error)
{
  char *text = matchum_markdown_exporter_write_tailored (self->visibility);

  return g_bytes_new_take (text, strlen (text));
}

static const struct {
  MatchumExportFormats format;
  const char *suffix;
  RenderFunc render;
} formats[] = {
  { MATCHUM_EXPORT_PDF, ".pdf", render_pdf },
  { MATCHUM_EXPORT_MARKDOWN, ".md", render_markdown },
};

/* Appends what of text can stand in a file name: other characters become one space. */
static void
append_clean (GString *name, const char *text)
{
  gboolean is_gap = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isprint (c) || g_unichar_isspace (c) || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL))
        {
          is_gap = TRUE;
          continue;
        }
      if (is_gap && name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, ' ');
      is_gap = FALSE;
      g_string_append_unichar (name, c);
    }
}

/* A person's name without what stands behind it in brackets: "강도현 (Dohyun Kang)". */
static char *
dup_without_brackets (const char *person)
{
  const char *bracket = strpbrk (person, "([");

  return bracket != NULL && bracket != person ? g_strndup (person, (gsize) (bracket - person)) : g_strdup (person);
}

static void
append_part (GString *name, const char *part)
{
  g_autofree char *stripped = part != NULL ? g_strstrip (g_strdup (part)) : NULL;

  if (stripped == NULL || *stripped == '\0')
    return;
  if (name->len > 0)
    g_string_append_c (name, '-');
  append_clean (name, stripped);
}

static void
cut_to_size (GString *name)
{
  if (name->len > MOST_NAME_BYTES)
    {
      const char *end = g_utf8_find_prev_char (name->str, name->str + MOST_NAME_BYTES + 1);

      g_string_truncate (name, (gsize) (end - name->str));
    }
  while (name->len > 0 && strchr (" .-", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  /* A leading dot hides a file, a leading dash makes an option of it. */
  while (name->len > 0 && strchr (" .-", name->str[0]) != NULL)
    g_string_erase (name, 0, 1);
}

char *
matchum_export_suggest_name (const char *person, const char *company, const char *title)
{
  g_autofree char *short_person = person != NULL ? dup_without_brackets (person) : NULL;
  GString *name = g_string_new (NULL);

  append_part (name, short_person);
  append_part (name, company);
  append_part (name, title);
  cut_to_size (name);
  if (name->len == 0)
    /* Translators: the name of an exported file where neither the person nor the company is known. */
    g_string_append (name, _ ("Resume"));
  return g_string_free (name, FALSE);
}

gboolean
matchum_export_is_name (const char *name)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  stripped = g_strstrip (g_strdup (name));
  return *stripped != '\0' && *stripped != '.' && strlen (stripped) <= 240 && strpbrk (stripped, "/\\:*?\"<>|") == NULL;
}

GPtrArray *
matchum_export_list_files (const MatchumExport *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if ((self->formats & formats[i].format) != 0)
      {
        g_autofree char *name = g_strconcat (self->name, formats[i].suffix, NULL);

        g_ptr_array_add (files, g_file_get_child (self->folder, name));
      }
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
render (const MatchumExport *self, GError **error)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if ((self->formats & formats[i].format) != 0)
      {
        GBytes *bytes = formats[i].render (self, error);

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

/* content may be NULL. */
static gboolean
is_foreign (const MatchumExport *self, GFile *file, GBytes *content)
{
  const char *written = self->written != NULL ? g_hash_table_lookup (self->written, file) : NULL;
  g_autofree char *there = NULL;
  g_autofree char *new = NULL;

  if (!g_file_query_exists (file, NULL))
    return FALSE;
  there = dup_checksum_there (file);
  if (there == NULL)
    return TRUE;
  new = content != NULL ? compute_checksum (content) : NULL;
  return g_strcmp0 (there, written) != 0 && g_strcmp0 (there, new) != 0;
}

GPtrArray *
matchum_export_list_foreign (const MatchumExport *self)
{
  g_autoptr (GPtrArray) files = matchum_export_list_files (self);
  g_autoptr (GPtrArray) contents = render (self, NULL);
  GPtrArray *foreign = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    if (is_foreign (self, files->pdata[i], contents != NULL ? contents->pdata[i] : NULL))
      g_ptr_array_add (foreign, g_object_ref (files->pdata[i]));
  return foreign;
}

char *
matchum_export_dup_folder_name (GFile *folder)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *relative = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  relative = g_file_get_relative_path (home, folder);
  if (relative == NULL)
    return g_file_get_parse_name (folder);
  shown = g_filename_display_name (relative);
  return g_build_filename ("~", shown, NULL);
}

char *
matchum_export_dup_short_folder_name (GFile *folder, guint n_chars)
{
  g_autofree char *name = matchum_export_dup_folder_name (folder);
  g_autofree char *start = NULL, *end = NULL;
  glong length;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (n_chars > 2, NULL);

  length = g_utf8_strlen (name, -1);
  if (length <= (glong) n_chars)
    return g_steal_pointer (&name);
  /* The end says more than the start: it is the folder itself. */
  start = g_utf8_substring (name, 0, (n_chars - 1) / 3);
  end = g_utf8_substring (name, length - ((glong) n_chars - 1 - (n_chars - 1) / 3), length);
  return g_strconcat (start, "…", end, NULL);
}

gboolean
matchum_export_write (const MatchumExport *self, GError **error)
{
  g_autoptr (GPtrArray) files = matchum_export_list_files (self);
  g_autoptr (GPtrArray) contents = NULL;

  if (!matchum_export_spares_originals (self, error))
    return FALSE;
  contents = render (self, error);
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
