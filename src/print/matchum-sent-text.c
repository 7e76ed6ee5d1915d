/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads Markdown and JSON as they are, and a PDF as one that is opened. */
#include "config.h"

#include "matchum-sent-text.h"

#include <glib/gi18n-lib.h>

#include "matchum-document.h"
#include "resume/matchum-markdown-resume-reader.h"

static MatchumResume *
read_pdf (const MatchumSentFileRecord *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (MatchumSource) source =
      matchum_document_from_bytes (file->name, file->bytes, MATCHUM_DOCUMENT_RESUME, notes, NULL, cancellable, error);

  return source != NULL ? matchum_markdown_resume_reader_read (source, error) : NULL;
}

MatchumResume *
matchum_sent_text_read (const MatchumSentCopyRecord *record,
                        const char **name,
                        GCancellable *cancellable,
                        GError **error)
{
  const MatchumSentFileRecord *file;

  g_return_val_if_fail (record != NULL, NULL);

  file = matchum_sent_copy_find_text (record);
  if (file == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("This copy holds no file whose words can be compared: no Markdown, JSON Resume or PDF."));
      return NULL;
    }
  if (name != NULL)
    *name = file->name;
  return matchum_sent_file_is_pdf (file) ? read_pdf (file, cancellable, error)
                                         : matchum_sent_file_read_resume (file, error);
}

gboolean
matchum_sent_text_is_quick (const MatchumSentCopyRecord *record)
{
  const MatchumSentFileRecord *file;

  g_return_val_if_fail (record != NULL, TRUE);

  file = matchum_sent_copy_find_text (record);
  return file == NULL || !matchum_sent_file_is_pdf (file);
}
