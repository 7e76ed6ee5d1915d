/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a PDF of a resume in Markdown and does nothing else: what other programs do that print-peers sets beside it. */
#include <gio/gio.h>

#include "export/matchum-file-writer.h"
#include "resume/matchum-markdown-resume-reader.h"

#include "matchum-pages.h"
#include "matchum-pdf-exporter.h"

static gboolean
export_file (const char *from, const char *to, const char *theme, GError **error)
{
  g_autoptr (GFile) input = g_file_new_for_path (from);
  g_autoptr (GFile) output = g_file_new_for_path (to);
  g_autoptr (MatchumSource) source = matchum_source_load (input, NULL, error);
  g_autoptr (MatchumResume) resume = source != NULL ? matchum_markdown_resume_reader_read (source, error) : NULL;
  g_autoptr (MatchumVisibility) visibility = resume != NULL ? matchum_visibility_new_all (resume) : NULL;
  g_autoptr (GBytes) pdf = NULL;
  MatchumPageStyle style;
  MatchumDay day = { 2026, 11, 1 };

  if (visibility == NULL)
    return FALSE;
  matchum_page_style_init (&style);
  style.theme = theme;
  pdf = matchum_pdf_exporter_write (visibility, &style, day, NULL, NULL, error);

  return pdf != NULL && matchum_file_writer_write (output, pdf, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 4)
    {
      g_printerr ("usage: print-export RESUME.md OUT.pdf THEME\n");
      return 2;
    }
  matchum_pages_prepare ();
  if (export_file (argv[1], argv[2], argv[3], &error))
    return 0;
  g_printerr ("print-export: %s\n", error->message);

  return 1;
}
