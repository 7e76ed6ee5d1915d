/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens libraries for the command line, names the file in every error, and prints names and backups. */
#include "config.h"

#include "matchum-cli-library.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "matchum-cli-output.h"
#include "store/matchum-library-check.h"
#include "store/matchum-library-lock.h"
#include "store/matchum-schema.h"

gboolean
matchum_cli_library_name_error (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (error != NULL && *error != NULL && strstr ((*error)->message, name) == NULL)
    g_prefix_error (error, "%s: ", name);
  return FALSE;
}

static gboolean
refuse_folder (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY,
               _ ("%s: This is a folder, not a library. Name the file of a library."), name);
  return FALSE;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);
  struct stat info;

  return stat (name, &info) == 0 && info.st_size > 0;
}

/* A log that is being written cannot be checked, and need not be: the program that has it open did. */
static gboolean
check_log (const char *path, GError **error)
{
  g_autoptr (MatchumLibraryLock) lock = NULL;

  if (!has_log (path))
    return TRUE;
  lock = matchum_library_lock_take (path, 0, NULL);
  return lock == NULL || matchum_library_check_log (path, error);
}

static gboolean
has_log_files (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  return g_file_test (log, G_FILE_TEST_EXISTS) || g_file_test (index, G_FILE_TEST_EXISTS);
}

/* A connection that only reads leaves the files behind that it needed beside the library; one that could write removes
 * them as it goes, unless others need them. A log that waited to be taken into the library goes on waiting. */
static void
tidy (const char *path, gboolean had_log)
{
  struct stat before, after;
  MatchumDatabase *database;

  if (had_log || !has_log_files (path) || stat (path, &before) != 0)
    return;
  database = matchum_database_open (path, MATCHUM_DATABASE_READ_WRITE, NULL);
  g_clear_pointer (&database, matchum_database_unref);
  if (stat (path, &after) == 0 && before.st_mode != after.st_mode)
    g_chmod (path, before.st_mode & 07777);
}

MatchumCliLibrary *
matchum_cli_library_open (const char *path, GError **error)
{
  g_autoptr (MatchumCliLibrary) self = g_new0 (MatchumCliLibrary, 1);

  self->path = matchum_cli_library_dup_real (path);
  self->had_log = has_log (self->path);
  if (refuse_folder (self->path, error) && check_log (self->path, error))
    self->library = matchum_library_open (self->path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, error);
  if (self->library != NULL)
    return g_steal_pointer (&self);
  matchum_cli_library_name_error (path, error);
  return NULL;
}

void
matchum_cli_library_free (MatchumCliLibrary *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->library);
  tidy (self->path, self->had_log);
  g_free (self->path);
  g_free (self);
}

gboolean
matchum_cli_library_is_newer (MatchumCliLibrary *self)
{
  gint64 version;

  return matchum_database_get_int (matchum_library_get_database (self->library), "PRAGMA user_version", &version, NULL)
         && version > MATCHUM_SCHEMA_VERSION;
}

char *
matchum_cli_library_dup_real (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = real != NULL ? g_strdup (real) : g_canonicalize_filename (path, NULL);

  free (real);
  return copy;
}

gboolean
matchum_cli_library_is_foreign (const char *path, const GError *found)
{
  const gboolean had_log = has_log (path);
  MatchumDatabase *database;
  gboolean is_foreign;
  gint64 n;

  if (!g_error_matches (found, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY))
    return FALSE;
  database = matchum_database_open (path, MATCHUM_DATABASE_READ_ONLY, NULL);
  is_foreign =
      database != NULL && matchum_database_get_int (database, "SELECT count (*) FROM sqlite_schema", &n, NULL) && n > 0;
  g_clear_pointer (&database, matchum_database_unref);
  tidy (path, had_log);
  return is_foreign;
}

MatchumBackup *
matchum_cli_library_find_newest (GPtrArray *backups)
{
  MatchumBackup *first = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  /* Damaged ones stand last. */
  return first != NULL && !first->is_damaged ? first : NULL;
}

char *
matchum_cli_library_dup_time (const MatchumBackup *backup)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (backup->time);

  return g_date_time_format (time, "%Y-%m-%d %H:%M");
}

void
matchum_cli_library_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
matchum_cli_library_add_file (JsonBuilder *builder, const char *name, const char *path)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  matchum_cli_library_add_text (builder, name, shown);
}

void
matchum_cli_library_add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
matchum_cli_library_add_backup (JsonBuilder *builder, const MatchumBackup *backup)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (backup == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  time = g_date_time_new_from_unix_utc (backup->time);
  text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  json_builder_begin_object (builder);
  matchum_cli_library_add_file (builder, "file", backup->path);
  matchum_cli_library_add_text (builder, "time", text);
  matchum_cli_library_add_number (builder, "bytes", backup->n_bytes);
  json_builder_set_member_name (builder, "damaged");
  json_builder_add_boolean_value (builder, backup->is_damaged);
  json_builder_end_object (builder);
}

JsonBuilder *
matchum_cli_library_begin_json (const char *path)
{
  JsonBuilder *builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  matchum_cli_library_add_file (builder, "library", path);
  return builder;
}

void
matchum_cli_library_end_json (JsonBuilder *builder)
{
  json_builder_end_object (builder);
  matchum_cli_output_print_json (json_builder_get_root (builder));
}

void
matchum_cli_library_print_file (const char *label, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  printf ("%s: %s\n", label, name);
}
