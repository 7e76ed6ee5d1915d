/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin wrapper of sqlite3_stmt that keeps the first error and gives the statement back when it is done with. */
#include "config.h"

#include "store/matchum-statement-private.h"

#include <string.h>

#include "store/matchum-database-private.h"

struct _MatchumStatement {
  MatchumDatabase *database;
  sqlite3_stmt *handle;
  int bind_code; /* the first bind that failed, or SQLITE_OK */
  gboolean is_done;
};

/**
 * matchum_statement_new:
 * @sql: one statement; statements of the same text are compiled once
 *
 * Returns: (transfer full): the statement, or NULL with @error in MATCHUM_DATABASE_ERROR
 */
MatchumStatement *
matchum_statement_new (MatchumDatabase *database, const char *sql, GError **error)
{
  MatchumStatement *self;
  sqlite3_stmt *handle;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  handle = matchum_database_take_statement (database, sql, error);
  if (handle == NULL)
    return NULL;
  self = g_new0 (MatchumStatement, 1);
  self->database = matchum_database_ref (database);
  self->handle = handle;
  return self;
}

void
matchum_statement_free (MatchumStatement *self)
{
  if (self == NULL)
    return;
  matchum_database_give_statement (self->database, self->handle);
  matchum_database_unref (self->database);
  g_free (self);
}

static void
keep_code (MatchumStatement *self, int code)
{
  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
matchum_statement_bind_text (MatchumStatement *self, int index, const char *text)
{
  g_return_if_fail (self != NULL);

  if (text == NULL)
    keep_code (self, sqlite3_bind_null (self->handle, index));
  else
    keep_code (self, sqlite3_bind_text64 (self->handle, index, text, strlen (text), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void
matchum_statement_bind_int (MatchumStatement *self, int index, gint64 value)
{
  g_return_if_fail (self != NULL);

  keep_code (self, sqlite3_bind_int64 (self->handle, index, value));
}

void
matchum_statement_bind_double (MatchumStatement *self, int index, double value)
{
  g_return_if_fail (self != NULL);

  keep_code (self, sqlite3_bind_double (self->handle, index, value));
}

void
matchum_statement_bind_null (MatchumStatement *self, int index)
{
  g_return_if_fail (self != NULL);

  keep_code (self, sqlite3_bind_null (self->handle, index));
}

void
matchum_statement_bind_bytes (MatchumStatement *self, int index, GBytes *bytes)
{
  gsize length;
  const void *data;

  g_return_if_fail (self != NULL);

  if (bytes == NULL)
    {
      matchum_statement_bind_null (self, index);
      return;
    }
  data = g_bytes_get_data (bytes, &length);
  /* No data at all would be NULL, not an empty blob. */
  keep_code (self, sqlite3_bind_blob64 (self->handle, index, length > 0 ? data : "", length, SQLITE_TRANSIENT));
}

void
matchum_statement_bind_column (MatchumStatement *self, int index, MatchumStatement *row, int column)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (row != NULL);

  keep_code (self, sqlite3_bind_value (self->handle, index, sqlite3_column_value (row->handle, column)));
}

gboolean
matchum_statement_step (MatchumStatement *self, GError **error)
{
  int code;

  g_return_val_if_fail (self != NULL, FALSE);

  code = self->bind_code != SQLITE_OK ? self->bind_code : sqlite3_step (self->handle);
  self->is_done = code == SQLITE_DONE;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    matchum_database_set_error (self->database, code, error);
  return code == SQLITE_ROW;
}

gboolean
matchum_statement_is_done (MatchumStatement *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_done;
}

gboolean
matchum_statement_run (MatchumStatement *self, GError **error)
{
  while (matchum_statement_step (self, error))
    ;
  matchum_statement_reset (self);
  return self->is_done;
}

/* Ready to run again, with the values it has until others are bound. */
void
matchum_statement_reset (MatchumStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->handle);
  self->bind_code = SQLITE_OK;
}

int
matchum_statement_get_n_columns (MatchumStatement *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_column_count (self->handle);
}

const char *
matchum_statement_get_name (MatchumStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sqlite3_column_name (self->handle, column);
}

gboolean
matchum_statement_is_null (MatchumStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

const char *
matchum_statement_get_text (MatchumStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *) sqlite3_column_text (self->handle, column);
}

char *
matchum_statement_dup_text (MatchumStatement *self, int column)
{
  const char *text = matchum_statement_get_text (self, column);

  /* Damaged, or written by another program. */
  return text == NULL || g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

gint64
matchum_statement_get_int (MatchumStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_column_int64 (self->handle, column);
}

double
matchum_statement_get_double (MatchumStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_column_double (self->handle, column);
}

/* Returns: (transfer full) (nullable): NULL for SQL's NULL. */
GBytes *
matchum_statement_dup_bytes (MatchumStatement *self, int column)
{
  const void *data;

  g_return_val_if_fail (self != NULL, NULL);

  if (matchum_statement_is_null (self, column))
    return NULL;
  data = sqlite3_column_blob (self->handle, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}

sqlite3_stmt *
matchum_statement_get_handle (MatchumStatement *self)
{
  return self->handle;
}
