/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs are read here, all else in core. */
#include "config.h"

#include "matchum-document.h"

#include "import/matchum-import.h"
#include "matchum-pdf-resume.h"
#include "matchum-pdf-text.h"

static MatchumSource *
read_pdf (const char *name,
          GBytes *bytes,
          MatchumDocumentKind wanted,
          MatchumJsonNotes *notes,
          MatchumDocumentKind *kind,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (MatchumPdfText) pdf = matchum_pdf_text_read (name, bytes, cancellable, error);
  g_autoptr (MatchumFlow) flow = pdf != NULL ? matchum_pdf_resume_read (pdf, notes) : NULL;

  return flow != NULL ? matchum_import_flow (name, flow, wanted, notes, kind, error) : NULL;
}

MatchumSource *
matchum_document_from_bytes (const char *name,
                             GBytes *bytes,
                             MatchumDocumentKind wanted,
                             MatchumJsonNotes *notes,
                             MatchumDocumentKind *kind,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (matchum_pdf_text_is_pdf (bytes))
    return read_pdf (name, bytes, wanted, notes, kind, cancellable, error);
  return matchum_import_bytes (name, bytes, wanted, notes, kind, cancellable, error);
}

static gboolean
is_large (GBytes *start)
{
  return matchum_pdf_text_is_pdf (start) || matchum_import_is_packed (start);
}

GBytes *
matchum_document_load_bytes (GFile *file, char **name, GCancellable *cancellable, GError **error)
{
  g_autofree char *display_name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes =
      matchum_source_load_large_bytes (file, MATCHUM_DOCUMENT_MAX_BYTES, is_large, &display_name, cancellable, error);
  if (bytes == NULL)
    return NULL;
  if (!is_large (bytes) && !matchum_source_check_size (display_name, g_bytes_get_size (bytes), error))
    return NULL;
  *name = g_steal_pointer (&display_name);
  return g_steal_pointer (&bytes);
}

MatchumSource *
matchum_document_load (GFile *file,
                       MatchumDocumentKind wanted,
                       MatchumJsonNotes *notes,
                       MatchumDocumentKind *kind,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = matchum_document_load_bytes (file, &name, cancellable, error);

  return bytes != NULL ? matchum_document_from_bytes (name, bytes, wanted, notes, kind, cancellable, error) : NULL;
}
