/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes sent copies, and reads what they are compared with. */
#include "config.h"

#include "store/matchum-sent-copy.h"

#include <string.h>

#include "resume/matchum-json-resume-reader.h"
#include "resume/matchum-markdown-resume-reader.h"
#include "store/matchum-application-choices.h"
#include "store/matchum-baseline-change.h"
#include "store/matchum-baseline-table.h"
#include "store/matchum-posting-table.h"
#include "tailor/matchum-tailored-resume.h"

/* Making ---------------------------------------------------------------------------------------------------------- */

MatchumSentCopyRecord *
matchum_sent_copy_new (const char *application,
                       const char *baseline,
                       const char *posting,
                       const char *company,
                       const char *title,
                       const char *posting_text,
                       MatchumDay sent_on)
{
  MatchumSentCopyRecord *self = matchum_sent_copy_record_new ();

  self->id = g_uuid_string_random ();
  self->application = g_strdup (application);
  self->baseline = g_strdup (baseline);
  self->posting = g_strdup (posting);
  self->company = g_strdup (company);
  self->title = g_strdup (title);
  self->posting_text = g_strdup (posting_text);
  self->sent_on = g_strdup_printf ("%04d-%02d-%02d", sent_on.year, sent_on.month, sent_on.day);
  return self;
}

static gboolean
has_file (const MatchumSentCopyRecord *record, const char *name)
{
  for (guint i = 0; i < record->files->len; i++)
    if (g_str_equal (((const MatchumSentFileRecord *) g_ptr_array_index (record->files, i))->name, name))
      return TRUE;
  return FALSE;
}

/* "resume (2).pdf" */
static char *
find_name (const MatchumSentCopyRecord *record, const char *name)
{
  const char *dot = strrchr (name, '.');
  const int length = (int) (dot != NULL && dot != name ? dot - name : (gssize) strlen (name));
  char *free_name = g_strdup (name);

  for (guint i = 2; has_file (record, free_name); i++)
    {
      g_free (free_name);
      free_name = g_strdup_printf ("%.*s (%u)%s", length, name, i, name + length);
    }
  return free_name;
}

void
matchum_sent_copy_add_file (MatchumSentCopyRecord *record, const char *name, const char *media_type, GBytes *bytes)
{
  MatchumSentFileRecord *file;

  g_return_if_fail (record != NULL);
  g_return_if_fail (name != NULL && *name != '\0');
  g_return_if_fail (bytes != NULL);

  file = matchum_sent_file_record_new ();
  file->sent_copy = g_strdup (record->id);
  file->name = find_name (record, name);
  file->media_type = g_strdup (media_type);
  file->bytes = g_bytes_ref (bytes);
  file->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_ptr_array_add (record->files, file);
}

/* A step of undo it is none: what went out cannot be taken back. */
static MatchumEdit *
create_edit (const MatchumSentCopyRecord *record)
{
  MatchumEdit *edit = matchum_edit_new (NULL);

  matchum_edit_add (edit, (MatchumEditFunc) matchum_sent_copy_table_add, matchum_sent_copy_record_copy (record),
                    (GDestroyNotify) matchum_sent_copy_record_free);
  return edit;
}

gboolean
matchum_sent_copy_keep (MatchumLibrary *library, const MatchumSentCopyRecord *record, GError **error)
{
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_val_if_fail (MATCHUM_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  edit = create_edit (record);
  return matchum_library_edit (library, edit, error);
}

void
matchum_sent_copy_keep_async (MatchumLibrary *library,
                              const MatchumSentCopyRecord *record,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (MatchumEdit) edit = NULL;

  g_return_if_fail (MATCHUM_IS_LIBRARY (library));
  g_return_if_fail (record != NULL);

  edit = create_edit (record);
  matchum_library_edit_async (library, edit, callback, user_data);
}

/* Reading --------------------------------------------------------------------------------------------------------- */

/* By what it was called when it was kept, or by its name where nobody said. */
static gboolean
is_kind (const MatchumSentFileRecord *file, const char *media_type, const char *suffix)
{
  const gsize length = strlen (file->name), suffix_length = strlen (suffix);

  if (file->media_type != NULL)
    return g_ascii_strncasecmp (file->media_type, media_type, strlen (media_type)) == 0;
  return length > suffix_length && g_ascii_strcasecmp (file->name + length - suffix_length, suffix) == 0;
}

static gboolean
is_markdown (const MatchumSentFileRecord *file)
{
  return is_kind (file, "text/markdown", ".md");
}

static gboolean
is_json (const MatchumSentFileRecord *file)
{
  return is_kind (file, "application/json", ".json");
}

gboolean
matchum_sent_file_is_text (const MatchumSentFileRecord *file)
{
  g_return_val_if_fail (file != NULL, FALSE);

  return is_markdown (file) || is_json (file);
}

gboolean
matchum_sent_file_is_pdf (const MatchumSentFileRecord *file)
{
  g_return_val_if_fail (file != NULL, FALSE);

  return is_kind (file, "application/pdf", ".pdf");
}

const MatchumSentFileRecord *
matchum_sent_copy_find_text (const MatchumSentCopyRecord *record)
{
  gboolean (*const tests[]) (const MatchumSentFileRecord *file) = { is_markdown, is_json, matchum_sent_file_is_pdf };

  g_return_val_if_fail (record != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint k = 0; record->files != NULL && k < record->files->len; k++)
      if (tests[i](g_ptr_array_index (record->files, k)))
        return g_ptr_array_index (record->files, k);
  return NULL;
}

MatchumResume *
matchum_sent_file_read_resume (const MatchumSentFileRecord *file, GError **error)
{
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (MatchumSource) markdown = NULL;

  g_return_val_if_fail (file != NULL && file->bytes != NULL, NULL);

  source = matchum_source_new (file->name, file->bytes, error);
  if (source == NULL || !is_json (file))
    return source != NULL ? matchum_markdown_resume_reader_read (source, error) : NULL;
  markdown = matchum_json_resume_reader_read (source, NULL, error);
  return markdown != NULL ? matchum_markdown_resume_reader_read (markdown, error) : NULL;
}

/* What is chosen today for the posting of a copy over its baseline; where nothing is, nothing is hidden. */
static MatchumApplication *
choose (GPtrArray *applications, const MatchumSentCopyRecord *record)
{
  for (guint i = 0; i < applications->len; i++)
    {
      const MatchumApplicationRecord *application = g_ptr_array_index (applications, i);

      if (g_str_equal (application->baseline, record->baseline))
        return matchum_application_record_get_application (application);
    }
  return matchum_application_new ();
}

/* FALSE is an error; that there is no such posting any more is none, and there are no choices then. */
static gboolean
find_choices (MatchumDatabase *database,
              const MatchumSentCopyRecord *record,
              MatchumApplication **choices,
              GError **error)
{
  g_autoptr (GError) found = NULL;
  g_autoptr (MatchumPostingRecord) posting =
      record->posting != NULL ? matchum_posting_table_find (database, record->posting, &found) : NULL;
  g_autoptr (GPtrArray) applications = NULL;

  *choices = NULL;
  if (found != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }
  if (posting == NULL)
    return TRUE;
  applications = matchum_application_table_list (database, posting->id, error);
  if (applications == NULL)
    return FALSE;
  *choices = choose (applications, record);
  return TRUE;
}

gboolean
matchum_sent_copy_read_today (MatchumDatabase *database,
                              const MatchumSentCopyRecord *record,
                              MatchumSentCopyToday *today,
                              GError **error)
{
  g_autoptr (GError) found = NULL;
  g_autoptr (MatchumBaselineRecord) baseline = NULL;
  g_autoptr (MatchumResume) resume = NULL, tailored = NULL;
  g_autoptr (MatchumApplication) choices = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL && today != NULL, FALSE);

  *today = (MatchumSentCopyToday){ NULL };
  baseline = record->baseline != NULL ? matchum_baseline_table_find (database, record->baseline, &found) : NULL;
  if (found != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }
  if (baseline == NULL)
    return TRUE;
  resume = matchum_baseline_read_resume (database, baseline, error);
  if (resume == NULL || !find_choices (database, record, &choices, error))
    return FALSE;
  today->baseline = matchum_visibility_new_all (resume);
  if (choices == NULL)
    return TRUE;
  tailored = matchum_tailored_resume_new (resume, choices);
  today->tailored = matchum_application_get_visibility (choices, tailored);
  return TRUE;
}

void
matchum_sent_copy_today_clear (MatchumSentCopyToday *self)
{
  g_clear_pointer (&self->tailored, matchum_visibility_unref);
  g_clear_pointer (&self->baseline, matchum_visibility_unref);
}
