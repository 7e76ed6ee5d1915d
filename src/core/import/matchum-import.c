/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what a file is and hands it to who reads it. */
#include "config.h"

#include "import/matchum-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/matchum-archive.h"
#include "import/matchum-html-resume.h"
#include "import/matchum-linkedin.h"
#include "import/matchum-pandoc.h"
#include "posting/matchum-html-text.h"
#include "posting/matchum-posting-source.h"

typedef struct {
  const char *name;
  GBytes *bytes;
  MatchumDocumentKind wanted;
  MatchumJsonNotes *notes;
  MatchumDocumentKind *kind;
  GCancellable *cancellable;
} Import;

static gboolean
begins_with (GBytes *bytes, const char *magic, gsize length)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, magic, length) == 0;
}

gboolean
matchum_import_is_packed (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, FALSE);

  return begins_with (bytes, "PK\x03\x04", 4) || begins_with (bytes, "PK\x05\x06", 4);
}

static void
tell_kind (const Import *self, MatchumDocumentKind kind)
{
  if (self->kind != NULL)
    *self->kind = kind;
}

static MatchumSource *
take_markdown (const char *name, char *markdown, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (markdown, strlen (markdown));

  return matchum_source_new (name, bytes, error);
}

static void
move_notes (MatchumJsonNotes *from, MatchumJsonNotes *to)
{
  for (guint i = 0; to != NULL && i < from->list->len; i++)
    {
      const MatchumJsonNote *note = g_ptr_array_index (from->list, i);

      matchum_json_notes_add (to, note->line, note->path, g_strdup (note->text));
    }
  if (to != NULL)
    to->n_more += from->n_more;
}

static MatchumSource *
compose (const Import *self, MatchumFlow *flow, MatchumDocumentKind as, MatchumJsonNotes *notes, GError **error)
{
  if (as == MATCHUM_DOCUMENT_POSTING)
    return take_markdown (self->name, matchum_flow_compose_posting (flow), error);
  return take_markdown (self->name, matchum_flow_compose_resume (flow, notes), error);
}

/* As a resume; where that reads like a posting, as one. */
static MatchumSource *
import_flow (const Import *self, MatchumFlow *flow, GError **error)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (MatchumSource) source = NULL;
  MatchumDocumentKind kind = self->wanted;

  if (flow->lines->len == 0)
    {
      g_set_error (error, MATCHUM_SOURCE_ERROR, MATCHUM_SOURCE_ERROR_EMPTY, _ ("%s: There are no words in it."),
                   self->name);
      return NULL;
    }
  source = compose (self, flow, kind, notes, error);
  if (source != NULL && kind == MATCHUM_DOCUMENT_UNKNOWN)
    {
      kind = matchum_document_kind_guess (source);
      if (kind == MATCHUM_DOCUMENT_POSTING)
        {
          g_clear_pointer (&source, matchum_source_unref);
          source = compose (self, flow, kind, NULL, error);
        }
    }
  if (source == NULL)
    return NULL;
  tell_kind (self, kind);
  if (kind != MATCHUM_DOCUMENT_POSTING)
    move_notes (notes, self->notes);
  return g_steal_pointer (&source);
}

/* Word processors */

static MatchumArchiveUse
check_cb (const char *path G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  return MATCHUM_ARCHIVE_CHECK;
}

/* pandoc unpacks whatever it is given, so that is looked at first. */
static MatchumSource *
import_document (const Import *self, MatchumPandocFormat format, GError **error)
{
  g_autoptr (MatchumArchive) archive =
      matchum_archive_read (self->name, self->bytes, check_cb, NULL, self->cancellable, error);
  g_autoptr (GBytes) html = NULL;
  g_autoptr (MatchumFlow) flow = NULL;

  if (archive == NULL)
    return NULL;
  html = matchum_pandoc_to_html (self->name, self->bytes, format, self->cancellable, error);
  flow = html != NULL ? matchum_html_resume_read (self->name, html, self->notes, error) : NULL;
  return flow != NULL ? import_flow (self, flow, error) : NULL;
}

/* Archives */

static MatchumArchiveUse
choose_cb (const char *path, gpointer user_data)
{
  return g_str_equal (path, "mimetype") ? MATCHUM_ARCHIVE_KEEP : matchum_linkedin_choose (path, user_data);
}

static gboolean
has_type (MatchumArchive *archive, const char *type)
{
  for (guint i = 0; i < matchum_archive_get_n (archive); i++)
    if (g_str_equal (matchum_archive_get_path (archive, i), "mimetype"))
      return begins_with (matchum_archive_get_bytes (archive, i), type, strlen (type));
  return FALSE;
}

static gboolean
has_member (MatchumArchive *archive, const char *path)
{
  for (guint i = 0; i < matchum_archive_get_n (archive); i++)
    if (g_str_equal (matchum_archive_get_path (archive, i), path))
      return TRUE;
  return FALSE;
}

static MatchumSource *
import_archive (const Import *self, GError **error)
{
  g_autoptr (MatchumArchive) archive =
      matchum_archive_read (self->name, self->bytes, choose_cb, NULL, self->cancellable, error);

  if (archive == NULL)
    return NULL;
  if (has_member (archive, "word/document.xml"))
    return import_document (self, MATCHUM_PANDOC_DOCX, error);
  if (has_type (archive, "application/vnd.oasis.opendocument.text"))
    return import_document (self, MATCHUM_PANDOC_ODT, error);
  if (matchum_linkedin_is_one (archive))
    {
      tell_kind (self, MATCHUM_DOCUMENT_RESUME);
      return matchum_linkedin_convert (self->name, archive, self->notes, error);
    }
  /* It is no text, and is told what it is. */
  return matchum_source_new (self->name, self->bytes, error);
}

/* Pages */

static MatchumSource *
import_page (const Import *self, GError **error)
{
  g_autoptr (MatchumJsonNotes) notes = matchum_json_notes_new ();
  g_autoptr (MatchumSource) resume = NULL;

  if (self->wanted != MATCHUM_DOCUMENT_POSTING)
    resume = matchum_html_resume_convert (self->name, self->bytes, notes,
                                          self->wanted == MATCHUM_DOCUMENT_RESUME ? error : NULL);
  if (self->wanted == MATCHUM_DOCUMENT_RESUME && resume == NULL)
    return NULL;
  if (resume != NULL
      && (self->wanted == MATCHUM_DOCUMENT_RESUME || matchum_document_kind_guess (resume) == MATCHUM_DOCUMENT_RESUME))
    {
      tell_kind (self, MATCHUM_DOCUMENT_RESUME);
      move_notes (notes, self->notes);
      return g_steal_pointer (&resume);
    }
  tell_kind (self, self->wanted);
  return matchum_html_text_convert (self->name, self->bytes, error);
}

MatchumSource *
matchum_import_bytes (const char *name,
                      GBytes *bytes,
                      MatchumDocumentKind wanted,
                      MatchumJsonNotes *notes,
                      MatchumDocumentKind *kind,
                      GCancellable *cancellable,
                      GError **error)
{
  const Import self = { name, bytes, wanted, notes, kind, cancellable };

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  tell_kind (&self, wanted);
  if (matchum_import_is_packed (bytes))
    return import_archive (&self, error);
  if (!matchum_source_check_size (name, g_bytes_get_size (bytes), error))
    return NULL;
  if (matchum_html_text_is_html (bytes))
    return import_page (&self, error);
  return matchum_posting_source_from_bytes_noted (name, bytes, notes, kind, error);
}

MatchumSource *
matchum_import_flow (const char *name,
                     MatchumFlow *flow,
                     MatchumDocumentKind wanted,
                     MatchumJsonNotes *notes,
                     MatchumDocumentKind *kind,
                     GError **error)
{
  const Import self = { .name = name, .wanted = wanted, .notes = notes, .kind = kind };

  g_return_val_if_fail (name != NULL && flow != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return import_flow (&self, flow, error);
}
