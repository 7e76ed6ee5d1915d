/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names formats by what people know them as, and says when to choose them. */
#include "config.h"

#include "ui/matchum-format-label.h"

#include <glib/gi18n-lib.h>

static const struct {
  MatchumExportFormats flag;
  const char *label;
  const char *purpose;
} labels[] = {
  { MATCHUM_EXPORT_PDF, N_ ("PDF"), N_ ("To print, to send, and for most application forms") },
  { MATCHUM_EXPORT_MARKDOWN, N_ ("Markdown"), N_ ("To go on editing the text anywhere") },
  { MATCHUM_EXPORT_TEXT, N_ ("Plain Text"), N_ ("To paste into the fields of web forms") },
  { MATCHUM_EXPORT_HTML, N_ ("Web Page (HTML)"), N_ ("One file for any browser, and for the web") },
  { MATCHUM_EXPORT_JSON, N_ ("JSON Resume"), N_ ("For other programs that work with resumes") },
  { MATCHUM_EXPORT_DOCX, N_ ("Word Document (DOCX)"), N_ ("For recruiters who ask for a Word file") },
  { MATCHUM_EXPORT_ODT, N_ ("OpenDocument Text (ODT)"), N_ ("For LibreOffice and other word processors") },
};

const char *
matchum_format_label_get (MatchumExportFormats flag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].flag == flag)
      return _ (labels[i].label);
  g_return_val_if_reached (NULL);
}

const char *
matchum_format_label_get_purpose (MatchumExportFormats flag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].flag == flag)
      return _ (labels[i].purpose);
  g_return_val_if_reached (NULL);
}
