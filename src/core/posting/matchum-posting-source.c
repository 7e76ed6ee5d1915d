/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what bytes from outside are and gets the text out of them. */
#include "config.h"

#include "posting/matchum-posting-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "posting/matchum-document-kind.h"
#include "posting/matchum-html-text.h"
#include "posting/matchum-job-posting-json.h"
#include "resume/matchum-json-resume-reader.h"
#include "resume/matchum-plain-resume.h"

static gboolean
is_named_html (const char *name)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  return g_str_has_suffix (small, ".html") || g_str_has_suffix (small, ".htm") || g_str_has_suffix (small, ".xhtml");
}

/* Files that are no text at all have a message of their own. */
static gboolean
may_be_named_wrongly (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= 4
         && (memcmp (data, "%PDF", 4) == 0 || memcmp (data, "PK\x03\x04", 4) == 0 || memcmp (data, "\x89PNG", 4) == 0
             || memcmp (data, "\xff\xd8\xff", 3) == 0 || memcmp (data, "GIF8", 4) == 0
             || memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0 || memcmp (data, "\x1f\x8b", 2) == 0);
}

static gboolean
is_blank (const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (data[i]))
      return FALSE;
  return TRUE;
}

/* The text of a JobPosting where all of bytes is JSON that holds one, else NULL. */
static char *
dup_json_text (GBytes *bytes)
{
  g_autoptr (MatchumJobPostingJson) json = NULL;
  g_autofree char *front = NULL;
  g_autofree char *text = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *p = data;

  if (length >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p != NULL && p < data + length && g_ascii_isspace (*p))
    p++;
  if (p == NULL || p == data + length || (*p != '{' && *p != '['))
    return NULL;
  json = matchum_job_posting_json_find (p, (gsize) (data + length - p));
  if (json == NULL)
    return NULL;
  front = matchum_job_posting_json_to_front_matter (json);
  text = matchum_job_posting_json_to_text (json);
  return g_strconcat (front, text, "\n", NULL);
}

/* The Markdown of JSON Resume, or NULL where bytes are something else. */
static MatchumSource *
read_json_resume (const char *name, GBytes *bytes, MatchumJsonNotes *notes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (MatchumSource) json = NULL;

  if (length == 0 || length > MATCHUM_SOURCE_MAX_BYTES || memchr (data, '{', MIN (length, 64)) == NULL)
    return NULL;
  json = matchum_source_new (name, bytes, NULL);
  if (json == NULL
      || !matchum_json_resume_reader_is_resume (matchum_source_get_text (json), matchum_source_get_length (json)))
    return NULL;
  return matchum_json_resume_reader_read (json, notes, NULL);
}

static void
note_marks (MatchumSource *source, MatchumJsonNotes *notes)
{
  const char *notice = matchum_source_get_notice (source);

  if (notes == NULL)
    return;
  if (notice != NULL)
    matchum_json_notes_add (notes, 1, NULL, g_strdup (notice));
  matchum_json_notes_add (notes, 1, NULL,
                          g_strdup (_ ("No line is marked as a heading, so those that name a section, a job or a study "
                                       "were marked. Look through them.")));
}

/* Takes source. A resume without a single heading of Markdown gets them where its words tell which lines are headings.
 */
static MatchumSource *
mark_headings (MatchumSource *source, MatchumJsonNotes *notes)
{
  MatchumSource *marked = source != NULL ? matchum_plain_resume_mark (source) : NULL;

  if (marked == NULL || matchum_document_kind_guess (marked) != MATCHUM_DOCUMENT_RESUME)
    {
      g_clear_pointer (&marked, matchum_source_unref);
      return source;
    }
  note_marks (source, notes);
  matchum_source_unref (source);
  return marked;
}

static void
tell_kind (MatchumDocumentKind *kind, MatchumDocumentKind told)
{
  if (kind != NULL)
    *kind = told;
}

/* notes and kind may be NULL. */
static MatchumSource *
read_bytes (const char *name, GBytes *bytes, MatchumJsonNotes *notes, MatchumDocumentKind *kind, GError **error)
{
  g_autofree char *json = NULL;
  MatchumSource *resume;
  gsize length;
  const char *data;

  data = g_bytes_get_data (bytes, &length);
  if (length <= MATCHUM_SOURCE_MAX_BYTES)
    json = dup_json_text (bytes);
  if (json != NULL)
    {
      g_autoptr (GBytes) text = g_bytes_new_static (json, strlen (json));

      tell_kind (kind, MATCHUM_DOCUMENT_POSTING);
      return matchum_source_new (name, text, error);
    }
  resume = read_json_resume (name, bytes, notes);
  if (resume != NULL)
    {
      tell_kind (kind, MATCHUM_DOCUMENT_RESUME);
      return resume;
    }
  tell_kind (kind, MATCHUM_DOCUMENT_UNKNOWN);
  if (matchum_html_text_is_html (bytes)
      || (is_named_html (name) && !may_be_named_wrongly (bytes) && !is_blank (data, length)))
    return matchum_html_text_convert (name, bytes, error);
  return mark_headings (matchum_source_new (name, bytes, error), notes);
}

MatchumSource *
matchum_posting_source_from_bytes (const char *name, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_bytes (name, bytes, NULL, NULL, error);
}

MatchumSource *
matchum_posting_source_from_bytes_noted (const char *name,
                                         GBytes *bytes,
                                         MatchumJsonNotes *notes,
                                         MatchumDocumentKind *kind,
                                         GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_bytes (name, bytes, notes, kind, error);
}

MatchumSource *
matchum_posting_source_load (GFile *file, GCancellable *cancellable, GError **error)
{
  return matchum_posting_source_load_noted (file, NULL, NULL, cancellable, error);
}

MatchumSource *
matchum_posting_source_load_noted (GFile *file,
                                   MatchumJsonNotes *notes,
                                   MatchumDocumentKind *kind,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = matchum_source_load_bytes (file, &name, cancellable, error);
  return bytes != NULL ? read_bytes (name, bytes, notes, kind, error) : NULL;
}
