/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens SQLite files with the settings that a user's only copy deserves, and tells what went wrong in words. */
#include "config.h"

#include "store/matchum-database-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "store/matchum-digest.h"

/* How long a statement waits for a lock that another program holds, in milliseconds. */
#define BUSY_MS 5000
/* Idle statements kept ready. */
#define MAX_IDLE 64
/* Bounds for files made by others: one value, one statement. */
#define MAX_VALUE_BYTES (256 * 1024 * 1024)
#define MAX_SQL_BYTES (1024 * 1024)

struct _MatchumDatabase {
  sqlite3 *handle;
  char *path;
  GHashTable *idle;    /* SQL → sqlite3_stmt */
  GHashTable *touched; /* names of tables */
  MatchumRecording recording;
  gint64 step;
};

G_DEFINE_QUARK (matchum - database - error - quark, matchum_database_error)
G_DEFINE_BOXED_TYPE (MatchumDatabase, matchum_database, matchum_database_ref, matchum_database_unref)

/* What a person can do about an SQLite result code. */
static const char *
explain (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return _ ("The disk is full. Free some space and try again; nothing that was saved is lost.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _ ("Another program is using the library. Close it and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return _ ("The library can only be read here. Check the permissions of the file and its folder.");
    case SQLITE_CANTOPEN:
      return _ ("The library cannot be opened. Check that the file is there and that you may read and change it.");
    case SQLITE_CORRUPT:
      return _ ("The library is damaged. Go back to a backup, or save what can be read of it.");
    case SQLITE_NOTADB:
      return _ ("This file is not a Matchum library.");
    case SQLITE_IOERR:
      return _ ("The disk did not take or give the data. Check the disk; the last edit was not saved.");
    case SQLITE_NOMEM:
      return _ ("There is not enough memory. Close other programs and try again.");
    case SQLITE_TOOBIG:
      return _ ("The text is too long for the library. Shorten it.");
    case SQLITE_CONSTRAINT:
      return _ ("The edit does not fit what the library holds, so it was not made.");
    case SQLITE_INTERRUPT:
      return _ ("Stopped before it was done. Nothing has changed.");
    default:
      return _ ("The library did not take the request.");
    }
}

/* Sets error for an extended result code, with SQLite's own words behind ours. */
void
matchum_database_set_error (MatchumDatabase *self, int code, GError **error)
{
  const char *detail = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

  g_set_error (error, MATCHUM_DATABASE_ERROR, code & 0xff, "%s (SQLite %d: %s)", explain (code), code, detail);
}

static gboolean
check (MatchumDatabase *self, int code, GError **error)
{
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;
  matchum_database_set_error (self, code, error);
  return FALSE;
}

static void
record_table_cb (void *data, int operation, const char *schema, const char *table, sqlite3_int64 row)
{
  MatchumDatabase *self = data;

  if (!g_hash_table_contains (self->touched, table))
    g_hash_table_add (self->touched, g_strdup (table));
}

/* SQL function matchum_undo_step(): the step that the triggers of undoable tables log under, NULL where they shall not.
 * Fails outside an edit, so that no write can pass by the undo log. */
static void
undo_step_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  MatchumDatabase *self = sqlite3_user_data (context);

  if (self->recording == MATCHUM_RECORDING_ON)
    sqlite3_result_int64 (context, self->step);
  else if (self->recording == MATCHUM_RECORDING_OFF)
    sqlite3_result_null (context);
  else
    sqlite3_result_error (context, "written to outside an edit", -1);
}

static gboolean
add_functions (MatchumDatabase *self, GError **error)
{
  int code = sqlite3_create_function_v2 (self->handle, "matchum_undo_step", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, self,
                                         undo_step_cb, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = matchum_digest_register (self->handle);
  sqlite3_update_hook (self->handle, record_table_cb, self);
  return check (self, code, error);
}

/* Files come from strangers too: no views, no functions and no tables of theirs are trusted, and no statement can reach
 * into the file format. Temporary content stays in memory, so that nothing is written beside the library. */
static gboolean
harden (MatchumDatabase *self, GError **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_limit (self->handle, SQLITE_LIMIT_SQL_LENGTH, MAX_SQL_BYTES);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1);
  return matchum_database_execute (self,
                                   "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                                   "PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON;"
                                   "PRAGMA synchronous = FULL",
                                   error);
}

/* One connection is used by one thread at a time, so it needs no locks of its own. */
static MatchumDatabase *
open_handle (const char *name, const char *path, int flags, const char *vfs, GError **error)
{
  g_autoptr (MatchumDatabase) self = g_atomic_rc_box_new0 (MatchumDatabase);
  int code;

  self->path = g_strdup (path);
  self->idle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sqlite3_finalize);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  code = sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs);
  if (!check (self, code, error) || !add_functions (self, error) || !harden (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* The files of SQLite beside a database take its permissions, so it is enough to see to its own. */
static void
make_private (const char *path)
{
  struct stat info;

  if (stat (path, &info) == 0 && (info.st_mode & 0077) != 0)
    chmod (path, info.st_mode & 0700);
}

/* Write-ahead logging where the file system can do it. Where it cannot, the journal of old serves: slower, as safe. */
static gboolean
choose_journal (MatchumDatabase *self, GError **error)
{
  g_autofree char *mode = matchum_database_dup_text (self, "PRAGMA journal_mode = WAL", error);

  return mode != NULL && matchum_database_execute (self, "PRAGMA wal_autocheckpoint = 1000", error);
}

/**
 * matchum_database_open:
 * @path: a file that is there; it is never made here
 *
 * Returns: (transfer full): the connection, or NULL with @error in MATCHUM_DATABASE_ERROR. Whether the file holds what
 * it should is for matchum_library_check to say.
 */
MatchumDatabase *
matchum_database_open (const char *path, MatchumDatabaseMode mode, GError **error)
{
  g_autoptr (MatchumDatabase) self = NULL;
  g_autofree char *name = NULL;
  int flags = mode == MATCHUM_DATABASE_READ_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;

  g_return_val_if_fail (path != NULL, NULL);

  if (mode == MATCHUM_DATABASE_READ_WRITE)
    make_private (path);
  if (mode == MATCHUM_DATABASE_IMMUTABLE)
    {
      g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

      name = g_strconcat ("file:", escaped, "?immutable=1", NULL);
      flags |= SQLITE_OPEN_URI;
    }
  else
    /* A name that begins with "file:" would be taken for an address. */
    name = g_canonicalize_filename (path, NULL);
  self = open_handle (name, path, flags, NULL, error);
  if (self == NULL)
    return NULL;
  if (mode != MATCHUM_DATABASE_READ_WRITE)
    return matchum_database_execute (self, "PRAGMA query_only = ON", error) ? g_steal_pointer (&self) : NULL;
  return choose_journal (self, error) ? g_steal_pointer (&self) : NULL;
}

MatchumDatabase *
matchum_database_open_memory (const char *name, GError **error)
{
  g_autoptr (MatchumDatabase) self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = g_strconcat ("/", name, NULL);
  self = open_handle (path, NULL, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "memdb", error);
  if (self == NULL || !matchum_database_execute (self, "PRAGMA journal_mode = MEMORY", error))
    return NULL;
  return g_steal_pointer (&self);
}

MatchumDatabase *
matchum_database_ref (MatchumDatabase *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
matchum_database_clear (MatchumDatabase *self)
{
  g_hash_table_unref (self->idle);
  g_hash_table_unref (self->touched);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
}

void
matchum_database_unref (MatchumDatabase *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) matchum_database_clear);
}

gboolean
matchum_database_execute (MatchumDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  return check (self, sqlite3_exec (self->handle, sql, NULL, NULL, NULL), error);
}

/* Steps to the first row of sql, which there must be. */
static sqlite3_stmt *
find_row (MatchumDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    return statement;
  matchum_database_set_error (self, code == SQLITE_DONE ? SQLITE_ERROR : code, error);
  sqlite3_finalize (statement);
  return NULL;
}

gboolean
matchum_database_get_int (MatchumDatabase *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  statement = find_row (self, sql, error);
  if (statement == NULL)
    return FALSE;
  *value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return TRUE;
}

/* Returns: (transfer full): the text, empty where it is NULL; NULL with @error where there is no row. */
char *
matchum_database_dup_text (MatchumDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement;
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  statement = find_row (self, sql, error);
  if (statement == NULL)
    return NULL;
  text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return text != NULL ? text : g_strdup ("");
}

/* Begins to write at once, so that waiting for others happens here and not in the middle of an edit. */
gboolean
matchum_database_begin (MatchumDatabase *self, GError **error)
{
  return matchum_database_execute (self, "BEGIN IMMEDIATE", error);
}

/* Returns when the content is on the disk. Where it cannot be put there, everything since begin is undone. */
gboolean
matchum_database_commit (MatchumDatabase *self, GError **error)
{
  if (matchum_database_execute (self, "COMMIT", error))
    return TRUE;
  matchum_database_roll_back (self);
  return FALSE;
}

/* Harmless where SQLite has rolled back by itself, as it does after some errors. */
void
matchum_database_roll_back (MatchumDatabase *self)
{
  g_return_if_fail (self != NULL);

  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* NULL for one in memory. */
const char *
matchum_database_get_path (MatchumDatabase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

int
matchum_database_get_last_code (MatchumDatabase *self)
{
  g_return_val_if_fail (self != NULL, SQLITE_MISUSE);

  return sqlite3_extended_errcode (self->handle);
}

sqlite3 *
matchum_database_get_handle (MatchumDatabase *self)
{
  return self->handle;
}

void
matchum_database_set_recording (MatchumDatabase *self, MatchumRecording recording, gint64 step)
{
  self->recording = recording;
  self->step = step;
}

GHashTable *
matchum_database_take_touched (MatchumDatabase *self)
{
  GHashTable *touched = g_steal_pointer (&self->touched);

  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return touched;
}

sqlite3_stmt *
matchum_database_take_statement (MatchumDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gpointer key, value;

  if (g_hash_table_steal_extended (self->idle, sql, &key, &value))
    {
      g_free (key);
      return value;
    }
  if (!check (self, sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), error))
    return NULL;
  return statement;
}

void
matchum_database_give_statement (MatchumDatabase *self, sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (g_hash_table_size (self->idle) < MAX_IDLE && !g_hash_table_contains (self->idle, sqlite3_sql (statement)))
    g_hash_table_insert (self->idle, g_strdup (sqlite3_sql (statement)), statement);
  else
    sqlite3_finalize (statement);
}
