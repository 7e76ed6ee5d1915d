/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes every table as it is, so that a table or column to come needs no code here. */
#include "config.h"

#include "store/matchum-library-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "store/matchum-folder-names.h"
#include "store/matchum-folder-reader.h"
#include "store/matchum-library-backup.h"
#include "store/matchum-library-error.h"
#include "store/matchum-library-private.h"
#include "store/matchum-schema.h"
#include "store/matchum-statement-private.h"

typedef struct {
  MatchumDatabase *database;
  const char *folder;
  MatchumFolderNames *names;
} Writer;

static gboolean
set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (code),
               /* Translators: path, and the reason as the system tells it. */
               _ ("%s: The folder cannot be written: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
write_file (const char *folder, const char *name, const char *data, gsize length, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_mkdir_with_parents (parent, 0700) != 0)
    return set_error (error, parent, errno);
  return g_file_set_contents (path, data, (gssize) length, error);
}

static gboolean
write_json (const char *folder, const char *name, JsonBuilder *builder, GError **error)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;
  gsize length;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return write_file (folder, name, text, length, error);
}

static void
add_base64 (JsonBuilder *builder, GBytes *bytes)
{
  g_autofree char *text = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "base64");
  json_builder_add_string_value (builder, text);
  json_builder_end_object (builder);
}

/* A value of a row as JSON, or as a file that the JSON names. */
static gboolean
add_value (Writer *self, const char *table, MatchumStatement *row, int column, JsonBuilder *builder, GError **error)
{
  g_autofree char *file = matchum_folder_names_take (self->names, table, row, column);
  g_autoptr (GBytes) bytes = NULL;

  switch (file != NULL ? SQLITE_BLOB : sqlite3_column_type (matchum_statement_get_handle (row), column))
    {
    case SQLITE_NULL:
      json_builder_add_null_value (builder);
      return TRUE;
    case SQLITE_INTEGER:
      json_builder_add_int_value (builder, matchum_statement_get_int (row, column));
      return TRUE;
    case SQLITE_FLOAT:
      json_builder_add_double_value (builder, matchum_statement_get_double (row, column));
      return TRUE;
    case SQLITE_TEXT:
      json_builder_add_string_value (builder, matchum_statement_get_text (row, column));
      return TRUE;
    default:
      bytes = matchum_statement_dup_bytes (row, column);
      break;
    }
  if (file == NULL)
    {
      add_base64 (builder, bytes);
      return TRUE;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, file);
  json_builder_end_object (builder);
  return write_file (self->folder, file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static gboolean
add_row (Writer *self, const char *table, MatchumStatement *row, JsonBuilder *builder, GError **error)
{
  json_builder_begin_object (builder);
  for (int i = 0; i < matchum_statement_get_n_columns (row); i++)
    {
      json_builder_set_member_name (builder, matchum_statement_get_name (row, i));
      if (!add_value (self, table, row, i, builder, error))
        return FALSE;
    }
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
write_table (Writer *self, const char *table, GError **error)
{
  g_autofree char *name = g_strdup_printf ("tables/%s.json", table);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM main.\"%s\" ORDER BY rowid", table);
  g_autoptr (MatchumStatement) row = matchum_statement_new (self->database, sql, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (row == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  while (matchum_statement_step (row, error))
    if (!add_row (self, table, row, builder, error))
      return FALSE;
  if (!matchum_statement_is_done (row))
    return FALSE;
  json_builder_end_array (builder);
  return write_json (self->folder, name, builder, error);
}

static gboolean
write_index (Writer *self, GPtrArray *tables, gint64 version, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, MATCHUM_FOLDER_FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, version);
  json_builder_set_member_name (builder, "tables");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tables->len; i++)
    if (matchum_schema_is_content (g_ptr_array_index (tables, i)))
      json_builder_add_string_value (builder, g_ptr_array_index (tables, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return write_json (self->folder, MATCHUM_FOLDER_INDEX, builder, error);
}

/* What the tables of a newer version mean is not known here, and what is more than tables would be left out. */
static gboolean
set_newer (MatchumDatabase *database, GError **error)
{
  const char *path = matchum_database_get_path (database);
  g_autofree char *name = g_filename_display_name (path != NULL ? path : "");

  g_set_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_READ_ONLY,
               _ ("%s: This library was made by a newer version of Matchum. Install the newer version to export it."),
               name);
  return FALSE;
}

static gboolean
write_tables (Writer *self, GError **error)
{
  g_autoptr (GPtrArray) tables = matchum_schema_list_tables (self->database, error);
  gint64 version;

  if (tables == NULL || !matchum_database_get_int (self->database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > MATCHUM_SCHEMA_VERSION)
    return set_newer (self->database, error);
  for (guint i = 0; i < tables->len; i++)
    if (matchum_schema_is_content (g_ptr_array_index (tables, i))
        && !write_table (self, g_ptr_array_index (tables, i), error))
      return FALSE;
  return write_index (self, tables, version, error);
}

/* All tables at one moment, whatever is edited meanwhile. */
static gboolean
write_moment (MatchumDatabase *database, const char *folder, GError **error)
{
  g_autoptr (MatchumFolderNames) names = matchum_folder_names_new ();
  Writer self = { database, folder, names };
  gboolean is_fine;

  if (!matchum_database_execute (database, "BEGIN", error))
    return FALSE;
  is_fine = write_tables (&self, error);
  matchum_database_roll_back (database);
  return is_fine;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/* Fills a folder beside the one that was asked for, which takes its name when it is whole. */
gboolean
matchum_library_folder_write (MatchumDatabase *database, const char *folder, GError **error)
{
  g_autofree char *real = NULL;
  g_autofree char *fresh = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  real = g_canonicalize_filename (folder, NULL);
  fresh = g_strconcat (real, ".part-XXXXXX", NULL);
  if (g_mkdtemp (fresh) == NULL)
    return set_error (error, folder, errno);
  /* Takes the place of an empty folder, and of nothing else. */
  if (write_moment (database, fresh, error))
    {
      if (g_rename (fresh, real) == 0)
        return TRUE;
      set_error (error, folder, errno);
    }
  remove_tree (fresh);
  return FALSE;
}

gboolean
matchum_library_export (MatchumLibrary *self, const char *folder, GError **error)
{
  g_return_val_if_fail (MATCHUM_IS_LIBRARY (self), FALSE);

  matchum_library_flush (self);
  return matchum_library_folder_write (matchum_library_get_database (self), folder, error);
}

static gboolean
export_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  return matchum_library_folder_write (database, data, error);
}

void
matchum_library_export_async (MatchumLibrary *self,
                              const char *folder,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (folder != NULL);

  matchum_library_read_async (self, export_cb, g_strdup (folder), g_free, callback, user_data);
}

/* Reads the folder into a library that is nowhere on the disk, so that one that cannot be used leaves no backup. */
static gboolean
try_folder (const char *folder, GError **error)
{
  g_autofree char *name = g_uuid_string_random ();
  g_autoptr (MatchumDatabase) database = matchum_database_open_memory (name, error);

  return database != NULL && matchum_database_begin (database, error) && matchum_schema_create (database, error)
         && matchum_folder_reader_read (database, folder, error);
}

static gboolean
import_cb (MatchumDatabase *database, gpointer data, MatchumChanges *changes, GError **error)
{
  const char *path = matchum_database_get_path (database);
  g_autofree char *folder = matchum_folder_reader_find (data, error);

  if (folder == NULL
      || (path != NULL && (!try_folder (folder, error) || !matchum_backup_make (database, path, NULL, error)))
      || !matchum_database_begin (database, error))
    return FALSE;
  if (!matchum_folder_reader_read (database, folder, error))
    {
      matchum_database_roll_back (database);
      return FALSE;
    }
  matchum_changes_set_everything (changes);
  return matchum_database_commit (database, error);
}

gboolean
matchum_library_import (MatchumLibrary *self, const char *folder, GError **error)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  return matchum_library_run (self, import_cb, g_strdup (folder), g_free, error);
}

void
matchum_library_import_async (MatchumLibrary *self,
                              const char *folder,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (folder != NULL);

  matchum_library_run_async (self, import_cb, g_strdup (folder), g_free, callback, user_data);
}
