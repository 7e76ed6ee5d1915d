/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has pandoc make a document of the HTML, and settles how it looks. pandoc's own sandbox is of no use here: where it is
 * built with its files beside it, as distributions do, it cannot write documents in it. What it is given names no file.
 */
#include "config.h"

#include "export/matchum-office-exporter.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "export/matchum-export-resources.h"
#include "export/matchum-html-exporter.h"
#include "export/matchum-office-package.h"
#include "import/matchum-pandoc-run.h"

#define MAX_BYTES (32 * 1024 * 1024)
#define FILTER "office.lua"

G_DEFINE_QUARK (matchum - office - exporter - error - quark, matchum_office_exporter_error)

static const char *const formats[] = { "docx", "odt" };
static const char *const kinds[] = { "DOCX", "ODT" };

gboolean
matchum_office_exporter_is_available (void)
{
  return matchum_pandoc_run_is_available ();
}

static void
set_error (MatchumPandocOutcome outcome, const char *kind, GError **error)
{
  switch (outcome)
    {
    case MATCHUM_PANDOC_MISSING:
      g_set_error (error, MATCHUM_OFFICE_EXPORTER_ERROR, MATCHUM_OFFICE_EXPORTER_ERROR_NO_PANDOC,
                   /* Translators: a kind of files: DOCX, ODT. */
                   _ ("pandoc is needed to write %s files, and is not installed. Install it (apt install pandoc) and "
                      "export again."),
                   kind);
      break;
    case MATCHUM_PANDOC_TOO_LARGE:
      g_set_error (error, MATCHUM_OFFICE_EXPORTER_ERROR, MATCHUM_OFFICE_EXPORTER_ERROR_TOO_LARGE,
                   _ ("pandoc took too long to write the %s file. Hide some of the resume and export again."), kind);
      break;
    case MATCHUM_PANDOC_FAILED:
    case MATCHUM_PANDOC_CANCELLED:
    case MATCHUM_PANDOC_DONE:
    default:
      g_set_error (error, MATCHUM_OFFICE_EXPORTER_ERROR, MATCHUM_OFFICE_EXPORTER_ERROR_FAILED,
                   _ ("pandoc could not write the %s file. See whether pandoc itself works, or choose another format."),
                   kind);
      break;
    }
}

static gint64
get_seconds (MatchumDay day)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (day.year, day.month, day.day, 0, 0, 0);

  return time != NULL ? MAX (g_date_time_to_unix (time), 0) : 0;
}

/* folder holds the filter and nothing else, so that pandoc finds no files of the user's that would change the look. */
static GBytes *
run (const char *html, MatchumOfficeFormat format, MatchumDay day, const char *folder, GError **error)
{
  g_autofree char *filter = g_build_filename (folder, FILTER, NULL);
  g_autofree char *filter_argument = g_strconcat ("--lua-filter=", filter, NULL);
  g_autofree char *folder_argument = g_strconcat ("--data-dir=", folder, NULL);
  const char *arguments[] = { folder_argument,
                              filter_argument,
                              "--from=html-auto_identifiers",
                              "--to",
                              formats[format],
                              "--output=-",
                              "--quiet",
                              NULL };
  g_autoptr (GBytes) in = g_bytes_new_static (html, strlen (html));
  MatchumPandocOutcome outcome;
  GBytes *out = NULL;

  if (!g_file_set_contents (filter, matchum_export_resources_get (FILTER), -1, error))
    return NULL;
  outcome = matchum_pandoc_run (arguments, get_seconds (day), in, MAX_BYTES, NULL, &out);
  g_unlink (filter);
  if (outcome != MATCHUM_PANDOC_DONE)
    set_error (outcome, kinds[format], error);
  return out;
}

static GBytes *
convert (const char *html, MatchumOfficeFormat format, MatchumDay day, GError **error)
{
  g_autofree char *folder = NULL;
  GBytes *document;

  if (!matchum_office_exporter_is_available ())
    {
      set_error (MATCHUM_PANDOC_MISSING, kinds[format], error);
      return NULL;
    }
  folder = g_dir_make_tmp ("matchum-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  document = run (html, format, day, folder, error);
  g_rmdir (folder);
  return document;
}

GBytes *
matchum_office_exporter_write (MatchumVisibility *visibility,
                               MatchumOfficeFormat format,
                               double width,
                               double height,
                               MatchumDay day,
                               GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GBytes) document = NULL;
  MatchumOfficeFacts facts;

  g_return_val_if_fail (visibility != NULL, NULL);
  g_return_val_if_fail (format <= MATCHUM_OFFICE_ODT, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = matchum_visibility_dup_name (visibility);
  html = matchum_html_exporter_write (visibility);
  document = convert (html, format, day, error);
  if (document == NULL)
    return NULL;
  facts = (MatchumOfficeFacts){ name, matchum_visibility_guess_language (visibility), width, height, day };
  return matchum_office_package_settle (document, format, &facts, error);
}
