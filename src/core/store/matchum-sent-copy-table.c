/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables "sent_copies" and "sent_files", and the triggers that freeze them. */
#include "config.h"

#include "store/matchum-sent-copy-table.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-record.h"

/* No reference to applications: a sent copy stays when its application goes. */
const char matchum_sent_copy_table_sql[] =
    "CREATE TABLE sent_copies (\n"
    "  id TEXT NOT NULL PRIMARY KEY,\n"
    "  application TEXT,\n"
    "  baseline TEXT,\n"
    "  posting TEXT,\n"
    "  company TEXT,\n"
    "  title TEXT,\n"
    "  posting_text TEXT,\n"
    "  sent_on TEXT NOT NULL,\n"
    "  n_files INTEGER NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE sent_files (\n"
    "  sent_copy TEXT NOT NULL REFERENCES sent_copies (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,\n"
    "  name TEXT NOT NULL,\n"
    "  media_type TEXT,\n"
    "  bytes BLOB NOT NULL,\n"
    "  sha256 TEXT NOT NULL,\n"
    "  PRIMARY KEY (sent_copy, name)\n"
    ") STRICT";

/* The files come first and the copy that counts them last; from then on neither can be changed, and a file goes only
 * with its copy. */
const char matchum_sent_copy_table_triggers_sql[] =
    "CREATE TRIGGER sent_copies_complete BEFORE INSERT ON sent_copies\n"
    "WHEN new.n_files <> (SELECT count (*) FROM sent_files WHERE sent_copy = new.id)\n"
    "BEGIN SELECT RAISE (ABORT, 'a sent copy is added after all its files'); END;\n"
    "CREATE TRIGGER sent_copies_frozen BEFORE UPDATE ON sent_copies\n"
    "BEGIN SELECT RAISE (ABORT, 'a sent copy cannot be changed'); END;\n"
    "CREATE TRIGGER sent_files_frozen BEFORE UPDATE ON sent_files\n"
    "BEGIN SELECT RAISE (ABORT, 'a sent copy cannot be changed'); END;\n"
    "CREATE TRIGGER sent_files_complete BEFORE INSERT ON sent_files\n"
    "WHEN EXISTS (SELECT 1 FROM sent_copies WHERE id = new.sent_copy)\n"
    "BEGIN SELECT RAISE (ABORT, 'a sent copy cannot be changed'); END;\n"
    "CREATE TRIGGER sent_files_kept BEFORE DELETE ON sent_files\n"
    "WHEN EXISTS (SELECT 1 FROM sent_copies WHERE id = old.sent_copy)\n"
    "BEGIN SELECT RAISE (ABORT, 'a sent copy cannot be changed'); END";

static const MatchumField file_fields[] = {
  MATCHUM_FIELD_KEY (MatchumSentFileRecord, TEXT, sent_copy), MATCHUM_FIELD_KEY (MatchumSentFileRecord, TEXT, name),
  MATCHUM_FIELD (MatchumSentFileRecord, TEXT, media_type),    MATCHUM_FIELD (MatchumSentFileRecord, BYTES, bytes),
  MATCHUM_FIELD (MatchumSentFileRecord, TEXT, sha256),        MATCHUM_FIELD_END,
};

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumSentCopyRecord, TEXT, id),       MATCHUM_FIELD (MatchumSentCopyRecord, TEXT, application),
  MATCHUM_FIELD (MatchumSentCopyRecord, TEXT, baseline),     MATCHUM_FIELD (MatchumSentCopyRecord, TEXT, posting),
  MATCHUM_FIELD (MatchumSentCopyRecord, TEXT, company),      MATCHUM_FIELD (MatchumSentCopyRecord, TEXT, title),
  MATCHUM_FIELD (MatchumSentCopyRecord, TEXT, posting_text), MATCHUM_FIELD (MatchumSentCopyRecord, TEXT, sent_on),
  MATCHUM_FIELD (MatchumSentCopyRecord, INT, n_files),       MATCHUM_FIELD_END,
};

static const MatchumRecordType file_type = { "sent_files", sizeof (MatchumSentFileRecord), file_fields, "name" };
static const MatchumRecordType row_type = { "sent_copies", sizeof (MatchumSentCopyRecord), fields,
                                            "sent_on DESC, rowid DESC" };

MATCHUM_DEFINE_RECORD (MatchumSentFileRecord, matchum_sent_file_record, &file_type)
G_DEFINE_BOXED_TYPE (MatchumSentCopyRecord,
                     matchum_sent_copy_record,
                     matchum_sent_copy_record_copy,
                     matchum_sent_copy_record_free)

static gpointer
copy_file_cb (gconstpointer file, gpointer data)
{
  return matchum_sent_file_record_copy (file);
}

MatchumSentCopyRecord *
matchum_sent_copy_record_new (void)
{
  MatchumSentCopyRecord *self = matchum_record_new (&row_type);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_sent_file_record_free);
  return self;
}

MatchumSentCopyRecord *
matchum_sent_copy_record_copy (const MatchumSentCopyRecord *self)
{
  MatchumSentCopyRecord *copy = matchum_record_copy (&row_type, self);

  g_return_val_if_fail (copy != NULL, NULL);

  copy->files = self->files != NULL ? g_ptr_array_copy (self->files, copy_file_cb, NULL) : NULL;
  return copy;
}

void
matchum_sent_copy_record_free (MatchumSentCopyRecord *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->files, g_ptr_array_unref);
  matchum_record_free (&row_type, self);
}

gboolean
matchum_sent_copy_record_is_equal (const MatchumSentCopyRecord *a, const MatchumSentCopyRecord *b)
{
  const guint n_files = a->files != NULL ? a->files->len : 0;

  if (!matchum_record_is_equal (&row_type, a, b) || n_files != (b->files != NULL ? b->files->len : 0))
    return FALSE;
  for (guint i = 0; i < n_files; i++)
    if (!matchum_sent_file_record_is_equal (g_ptr_array_index (a->files, i), g_ptr_array_index (b->files, i)))
      return FALSE;
  return TRUE;
}

static gboolean
check_file (const MatchumSentFileRecord *file, const char *digest, GError **error)
{
  if (file->sha256 == NULL || g_str_equal (file->sha256, digest))
    return TRUE;
  g_set_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CONSTRAINT,
               /* Translators: the name of a file that was sent to a company. */
               _ ("%s: The sent file is no longer what was sent. Look for it in a backup."), file->name);
  return FALSE;
}

static gboolean
add_file (MatchumDatabase *database, const char *id, const MatchumSentFileRecord *file, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  MatchumSentFileRecord row = *file;

  if (!check_file (file, digest, error))
    return FALSE;
  row.sent_copy = (char *) id;
  row.sha256 = digest;
  return matchum_record_put (&file_type, database, &row, error);
}

gboolean
matchum_sent_copy_table_add (MatchumDatabase *database, const MatchumSentCopyRecord *record, GError **error)
{
  MatchumSentCopyRecord row;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL && record->id != NULL, FALSE);

  row = *record;
  row.n_files = record->files != NULL ? record->files->len : 0;
  for (guint i = 0; i < row.n_files; i++)
    if (!add_file (database, record->id, g_ptr_array_index (record->files, i), error))
      return FALSE;
  return matchum_record_put (&row_type, database, &row, error);
}

static gboolean
read_files (MatchumDatabase *database, MatchumSentCopyRecord *self, GError **error)
{
  self->files = matchum_record_list (&file_type, database, "sent_copy = ?1", self->id,
                                     (GDestroyNotify) matchum_sent_file_record_free, error);
  if (self->files == NULL)
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      MatchumSentFileRecord *file = g_ptr_array_index (self->files, i);
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

      if (!check_file (file, digest, error))
        return FALSE;
    }
  return TRUE;
}

MatchumSentCopyRecord *
matchum_sent_copy_table_find (MatchumDatabase *database, const char *id, GError **error)
{
  g_autoptr (MatchumSentCopyRecord) self = NULL;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = matchum_record_find (&row_type, database, id, error);
  if (self == NULL || !read_files (database, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

GPtrArray *
matchum_sent_copy_table_list (MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return matchum_record_list (&row_type, database, NULL, NULL, (GDestroyNotify) matchum_sent_copy_record_free, error);
}

GPtrArray *
matchum_sent_copy_table_list_of (MatchumDatabase *database, const char *posting, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (posting != NULL, NULL);

  return matchum_record_list (&row_type, database, "posting = ?1", posting,
                              (GDestroyNotify) matchum_sent_copy_record_free, error);
}
