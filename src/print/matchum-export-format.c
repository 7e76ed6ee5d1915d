/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of the formats. */
#include "config.h"

#include "matchum-export-format.h"

#include <string.h>

static const MatchumExportFormat formats[] = {
  { MATCHUM_EXPORT_PDF, "pdf", ".pdf", "application/pdf", FALSE },
  { MATCHUM_EXPORT_MARKDOWN, "markdown", ".md", "text/markdown", FALSE },
  { MATCHUM_EXPORT_TEXT, "text", ".txt", "text/plain", FALSE },
  { MATCHUM_EXPORT_HTML, "html", ".html", "text/html", FALSE },
  { MATCHUM_EXPORT_JSON, "json", ".json", "application/json", FALSE },
  { MATCHUM_EXPORT_DOCX, "docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    TRUE },
  { MATCHUM_EXPORT_ODT, "odt", ".odt", "application/vnd.oasis.opendocument.text", TRUE },
};

/* Other ways to write a suffix. */
static const struct {
  const char *suffix;
  MatchumExportFormats flag;
} others[] = {
  { ".markdown", MATCHUM_EXPORT_MARKDOWN },
  { ".htm", MATCHUM_EXPORT_HTML },
};

guint
matchum_export_format_get_n (void)
{
  return G_N_ELEMENTS (formats);
}

const MatchumExportFormat *
matchum_export_format_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (formats), NULL);

  return &formats[index];
}

const MatchumExportFormat *
matchum_export_format_find (MatchumExportFormats flag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].flag == flag)
      return &formats[i];
  return NULL;
}

static gboolean
has_suffix (const char *name, const char *suffix)
{
  const gsize length = strlen (name);

  return length > strlen (suffix) && g_ascii_strcasecmp (name + length - strlen (suffix), suffix) == 0;
}

const MatchumExportFormat *
matchum_export_format_find_for_file (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (has_suffix (name, formats[i].suffix))
      return &formats[i];
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (has_suffix (name, others[i].suffix))
      return matchum_export_format_find (others[i].flag);
  return NULL;
}

char *
matchum_export_format_list_suffixes (void)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", formats[i].suffix);
  return g_string_free (list, FALSE);
}
