/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a copy of the damaged file whose header is put right, since everything in the header is either known beforehand
 * or can be found from the size of the file. Tables are read from row to row; where the file cannot be read, reading
 * goes on behind. */
#include "config.h"

#include "store/matchum-library-salvage.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/matchum-library-backup.h"
#include "store/matchum-library-check.h"
#include "store/matchum-library-error.h"
#include "store/matchum-library-files.h"
#include "store/matchum-library-load.h"
#include "store/matchum-library-lock.h"
#include "store/matchum-schema.h"
#include "store/matchum-statement-private.h"

#define HEADER_BYTES 100
#define PAGE_BYTES 4096
/* Behind a place that cannot be read, the next rows are tried one by one, then ever farther ahead. */
#define NEAR_TRIES 512
#define MAX_TRIES 10000

G_DEFINE_BOXED_TYPE (MatchumSalvage, matchum_salvage, matchum_salvage_copy, matchum_salvage_free)

MatchumSalvage *
matchum_salvage_copy (const MatchumSalvage *self)
{
  MatchumSalvage *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->set_aside = g_strdup (self->set_aside);
  return copy;
}

void
matchum_salvage_free (MatchumSalvage *self)
{
  if (self == NULL)
    return;
  g_free (self->set_aside);
  g_free (self);
}

/* Puts right what is the same in every library: the name of the format, the size of pages, the way of texts. The number
 * of pages is taken from the size of the file where the two counters differ; the list of free pages is not needed for
 * reading. */
static void
mend_header (guint8 *header, gboolean has_log)
{
  static const guint8 fixed[] = "SQLite format 3\0\x10\x00\x01\x01\x00\x40\x20\x20";

  memcpy (header, fixed, 24);
  if (has_log)
    header[18] = header[19] = 2;
  memset (header + 32, 0, 8);
  memset (header + 44, 0, 16);
  header[47] = 4;
  header[59] = 1;
  memset (header + 72, 0, 24);
  header[92] = (guint8) ~header[24];
}

static gboolean
write_private (const char *path, const char *data, gsize length, GError **error)
{
  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, error);
}

static gboolean
copy_mended (const char *path, const char *to, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *to_log = g_strconcat (to, "-wal", NULL);
  g_autofree char *data = NULL;
  g_autofree char *log_data = NULL;
  gsize length, log_length = 0;

  matchum_library_files_remove (to);
  if (!g_file_get_contents (path, &data, &length, error))
    return FALSE;
  if (length < HEADER_BYTES)
    {
      g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED,
                           _ ("There is nothing left in the library that could be saved. Restore a backup."));
      return FALSE;
    }
  g_file_get_contents (log, &log_data, &log_length, NULL);
  mend_header ((guint8 *) data, log_length > 0);
  return write_private (to, data, length, error)
         && (log_length == 0 || write_private (to_log, log_data, log_length, error));
}

/* Texts must be texts: what shows them relies on it. */
static void
bind_valid (MatchumStatement *insert, int index, MatchumStatement *row, int column)
{
  sqlite3_stmt *handle = matchum_statement_get_handle (row);
  const char *text;

  if (sqlite3_column_type (handle, column) != SQLITE_TEXT)
    {
      matchum_statement_bind_column (insert, index, row, column);
      return;
    }
  text = matchum_statement_get_text (row, column);
  if (text != NULL && g_utf8_validate (text, sqlite3_column_bytes (handle, column), NULL))
    matchum_statement_bind_text (insert, index, text);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

      matchum_statement_bind_text (insert, index, valid);
    }
}

typedef struct {
  MatchumDatabase *from;
  MatchumDatabase *to;
  GPtrArray *columns;
  const char *table;
  MatchumSalvage *result;
} Reader;

/* SELECT rowid and the columns that both have. */
static char *
build_select (Reader *self)
{
  GString *sql = g_string_new ("SELECT rowid");

  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (sql, ", \"%s\"", (char *) g_ptr_array_index (self->columns, i));
  g_string_append_printf (sql, " FROM \"%s\" NOT INDEXED WHERE rowid > ?1 ORDER BY rowid", self->table);
  return g_string_free (sql, FALSE);
}

static void
save_row (Reader *self, MatchumStatement *insert, MatchumStatement *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    bind_valid (insert, (int) i + 1, row, (int) i + 1);
  if (matchum_statement_run (insert, NULL))
    self->result->n_rows++;
  else
    self->result->n_lost++;
}

/* Saves rows after a row until the end or a place that cannot be read; last: the last that was read. */
static gboolean
read_on (Reader *self, MatchumStatement *row, MatchumStatement *insert, gint64 *last)
{
  matchum_statement_reset (row);
  matchum_statement_bind_int (row, 1, *last);
  while (matchum_statement_step (row, NULL))
    {
      /* In a whole table rows only go up; in a damaged one, this could go on for ever. */
      if (matchum_statement_get_int (row, 0) <= *last)
        return FALSE;
      *last = matchum_statement_get_int (row, 0);
      save_row (self, insert, row);
    }
  return matchum_statement_is_done (row);
}

/* The last row of the table as far as it can be told. */
static gint64
find_last (Reader *self)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (rowid), 0) FROM \"%s\" NOT INDEXED", self->table);
  gint64 last;

  return matchum_database_get_int (self->from, sql, &last, NULL) ? last : G_MAXINT32;
}

static void
read_rows (Reader *self, MatchumStatement *row, MatchumStatement *insert)
{
  gint64 last = G_MININT64;
  gint64 end = -1;
  gint64 step = 1;
  gint64 gap = -1;

  for (guint n_tries = 0; n_tries < MAX_TRIES && !read_on (self, row, insert, &last); n_tries++)
    {
      if (end < 0)
        end = find_last (self);
      if (last != gap)
        self->result->n_gaps++;
      /* On behind the row that failed, as near as possible. */
      step = n_tries < NEAR_TRIES ? 1 : step * 2;
      last = gap = MAX (last, 0) + step;
      if (last > end)
        return;
    }
}

static gboolean
has_column (GPtrArray *columns, const char *name)
{
  return g_ptr_array_find_with_equal_func (columns, name, g_str_equal, NULL);
}

/* The columns of the new table that the damaged one has too. */
static GPtrArray *
list_common_columns (MatchumDatabase *from, MatchumDatabase *to, const char *table)
{
  g_autoptr (GPtrArray) old = matchum_schema_list_all_columns (from, table, NULL);
  GPtrArray *columns = matchum_schema_list_all_columns (to, table, NULL);

  for (guint i = columns != NULL ? columns->len : 0; i-- > 0;)
    if (old == NULL || !has_column (old, g_ptr_array_index (columns, i)))
      g_ptr_array_remove_index (columns, i);
  return columns;
}

static void
read_table (MatchumDatabase *from, MatchumDatabase *to, const char *table, MatchumSalvage *result)
{
  g_autoptr (GPtrArray) columns = list_common_columns (from, to, table);
  Reader self = { from, to, columns, table, result };
  g_autofree char *select = NULL;
  g_autofree char *insert_sql = NULL;
  g_autoptr (MatchumStatement) row = NULL;
  g_autoptr (MatchumStatement) insert = NULL;

  if (columns == NULL || columns->len == 0)
    {
      result->n_gaps++;
      return;
    }
  select = build_select (&self);
  insert_sql = matchum_library_load_build_insert (table, columns);
  row = matchum_statement_new (from, select, NULL);
  insert = matchum_statement_new (to, insert_sql, NULL);
  if (row != NULL && insert != NULL)
    read_rows (&self, row, insert);
  else
    result->n_gaps++;
}

static gboolean
read_tables (MatchumDatabase *from, MatchumDatabase *to, MatchumSalvage *result, GError **error)
{
  g_autoptr (GPtrArray) tables = matchum_schema_list_tables (to, error);
  guint n_removed;

  if (tables == NULL || !matchum_library_load_begin (to, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (matchum_schema_is_content (g_ptr_array_index (tables, i)))
      read_table (from, to, g_ptr_array_index (tables, i), result);
  if (!matchum_library_load_prune (to, &n_removed, error))
    return FALSE;
  result->n_rows -= n_removed;
  result->n_lost += n_removed;
  return matchum_library_load_end (to, error);
}

static gboolean
fill (const char *from_path, const char *to_path, MatchumSalvage *result, GError **error)
{
  g_autoptr (MatchumDatabase) from = matchum_library_files_open_read (from_path, error);
  g_autoptr (MatchumDatabase) to =
      from != NULL ? matchum_database_open (to_path, MATCHUM_DATABASE_READ_WRITE, error) : NULL;

  if (to == NULL || !matchum_database_begin (to, error))
    return FALSE;
  if (read_tables (from, to, result, error))
    return matchum_database_commit (to, error);
  matchum_database_roll_back (to);
  return FALSE;
}

static gboolean
check_result (const char *path, GError **error)
{
  g_autoptr (MatchumDatabase) database = matchum_library_files_open_read (path, error);
  gint64 version;

  return database != NULL && matchum_library_check (database, &version, error);
}

static gboolean
salvage (const char *path, const char *copy, const char *fresh, MatchumSalvage *result, GError **error)
{
  if (!copy_mended (path, copy, error) || !matchum_library_files_create (fresh, error)
      || !fill (copy, fresh, result, error) || !check_result (fresh, error))
    return FALSE;
  if (result->n_rows == 0)
    {
      g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED,
                           _ ("There is nothing left in the library that could be saved. Restore a backup."));
      return FALSE;
    }
  return matchum_backup_set_aside (path, &result->set_aside, error)
         && matchum_library_files_publish (fresh, path, error);
}

MatchumSalvage *
matchum_library_salvage (const char *path, guint wait_ms, GError **error)
{
  g_autoptr (MatchumSalvage) result = g_new0 (MatchumSalvage, 1);
  g_autoptr (MatchumLibraryLock) lock = NULL;
  g_autofree char *real = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *fresh = NULL;
  gboolean is_fine;

  g_return_val_if_fail (path != NULL, NULL);

  real = matchum_library_files_resolve (path);
  lock = matchum_library_lock_take (real, wait_ms, error);
  if (lock == NULL)
    return NULL;
  copy = g_strconcat (real, "-read", NULL);
  fresh = g_strconcat (real, "-saved", NULL);
  is_fine = salvage (real, copy, fresh, result, error);
  matchum_library_files_remove (copy);
  if (!is_fine)
    matchum_library_files_remove (fresh);
  return is_fine ? g_steal_pointer (&result) : NULL;
}
