/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs pandoc with the document on its standard input, so that no file is named on its command line. */
#include "config.h"

#include "import/matchum-pandoc.h"

#include <glib/gi18n-lib.h>

#include "import/matchum-pandoc-run.h"
#include "text/matchum-pipe-guard.h"
#include "text/matchum-source.h"

static const char *const formats[] = { "docx", "odt" };
static const char *const kinds[] = { "DOCX", "ODT" };

static void
set_error (MatchumPandocOutcome outcome, const char *name, const char *kind, GCancellable *cancellable, GError **error)
{
  switch (outcome)
    {
    case MATCHUM_PANDOC_MISSING:
      g_set_error (
          error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_UNREADABLE,
          /* Translators: the name of a file, and a kind of files: DOCX, ODT. */
          _ ("%s: pandoc is needed to read %s files. Install it (apt install pandoc) and open the file again."), name,
          kind);
      break;
    case MATCHUM_PANDOC_TOO_LARGE:
      g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_TOO_LARGE,
                   _ ("%s: pandoc could not read this document within bounds that any resume keeps."), name);
      break;
    case MATCHUM_PANDOC_CANCELLED:
      g_cancellable_set_error_if_cancelled (cancellable, error);
      break;
    case MATCHUM_PANDOC_FAILED:
    case MATCHUM_PANDOC_DONE:
    default:
      g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_FORMAT,
                   _ ("%s: pandoc cannot read this document: it is damaged, or not what its name says. Open it in the "
                      "program that made it and save it again."),
                   name);
      break;
    }
}

GBytes *
matchum_pandoc_to_html (const char *name,
                        GBytes *bytes,
                        MatchumPandocFormat format,
                        GCancellable *cancellable,
                        GError **error)
{
  const char *arguments[] = { "--sandbox",   "--from",       formats[format], "--to", "html",
                              "--wrap=none", "--standalone", "--quiet",       NULL };
  MatchumPandocOutcome outcome;
  GBytes *html = NULL;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  outcome = matchum_pandoc_run (arguments, -1, bytes, MATCHUM_SOURCE_MAX_BYTES, cancellable, &html);
  if (outcome != MATCHUM_PANDOC_DONE)
    set_error (outcome, name, kinds[format], cancellable, error);
  return html;
}
