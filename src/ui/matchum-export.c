/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and writes the files of an export. */
#include "config.h"

#include "ui/matchum-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/matchum-file-writer.h"
#include "export/matchum-markdown-exporter.h"
#include "matchum-pdf-exporter.h"

/* File systems end names at 255 bytes; a suffix and the temporary name beside it need some of them. */
#define MOST_NAME_BYTES 180

typedef GBytes *(*RenderFunc) (const MatchumExport *self, GError **error);

static GBytes *
render_pdf (const MatchumExport *self, GError **error)
{
  return matchum_pdf_exporter_write (self->visibility, self->theme, self->paper, self->as_of, NULL, NULL, error);
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

static gboolean
spares_originals (const MatchumExport *self, GPtrArray *files, GError **error)
{
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

gboolean
matchum_export_write (const MatchumExport *self, GError **error)
{
  g_autoptr (GPtrArray) files = matchum_export_list_files (self);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (!spares_originals (self, files, error))
    return FALSE;

  /* Everything is made before anything is written. */
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if ((self->formats & formats[i].format) != 0)
      {
        GBytes *bytes = formats[i].render (self, error);

        if (bytes == NULL)
          return FALSE;
        g_ptr_array_add (contents, bytes);
      }

  for (guint i = 0; i < files->len; i++)
    if (!matchum_file_writer_write (files->pdata[i], contents->pdata[i], NULL, error))
      return FALSE;
  return TRUE;
}
