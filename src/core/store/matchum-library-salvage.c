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
#include "store/matchum-salvage-page.h"
#include "store/matchum-schema.h"
#include "store/matchum-statement-private.h"

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
  if (length < MATCHUM_HEADER_BYTES)
    {
      g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED,
                           _ ("There is nothing left in the library that could be saved. Restore a backup."));
      return FALSE;
    }
  g_file_get_contents (log, &log_data, &log_length, NULL);
  matchum_salvage_page_mend_header ((guint8 *) data, log_length > 0);
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

/* Where tables begin in a library whose description cannot be read: they were made in the same order in all of them. */
static gint64
find_root (MatchumDatabase *model, const char *table)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = '%s'", table);
  gint64 root;

  return matchum_database_get_int (model, sql, &root, NULL) ? root : 0;
}

/* The columns of a table of model, with nothing but their names and what they are where a row is older than they are:
 * rows are read as they are. */
static GPtrArray *
list_definitions (MatchumDatabase *model, const char *table)
{
  g_autoptr (MatchumStatement) column = matchum_statement_new (
      model,
      "SELECT printf ('\"%w\" DEFAULT %s', name, coalesce (dflt_value, 'NULL')) FROM pragma_table_info (?1)"
      " ORDER BY cid",
      NULL);
  GPtrArray *definitions = g_ptr_array_new_with_free_func (g_free);

  if (column == NULL)
    return definitions;
  matchum_statement_bind_text (column, 1, table);
  while (matchum_statement_step (column, NULL))
    g_ptr_array_add (definitions, matchum_statement_dup_text (column, 0));
  return definitions;
}

static char *
build_create (GPtrArray *definitions, const char *table)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < definitions->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (definitions, i));
  strv = g_strv_builder_end (builder);
  all = g_strjoinv (", ", strv);
  return g_strdup_printf ("CREATE TABLE \"%s\" (%s)", table, all);
}

static gboolean
write_first_page (const char *path, const guint8 *page)
{
  FILE *file = g_fopen (path, "r+b");
  gboolean is_written;

  if (file == NULL)
    return FALSE;
  is_written = fwrite (page, MATCHUM_PAGE_BYTES, 1, file) == 1;
  return fclose (file) == 0 && is_written;
}

/* The damaged copy as a database of one table. */
static MatchumDatabase *
open_one_table (const char *path, GPtrArray *definitions, const char *table, gint64 root)
{
  g_autofree char *sql = build_create (definitions, table);
  guint8 page[MATCHUM_PAGE_BYTES];

  if (root <= 1 || !matchum_salvage_page_fill (page, table, (guint32) root, sql) || !write_first_page (path, page))
    return NULL;
  return matchum_database_open (path, MATCHUM_DATABASE_IMMUTABLE, NULL);
}

/* Where rows come from: a file, through a connection that knows its tables, or else by a model whose tables begin at
 * the same pages. */
typedef struct {
  MatchumDatabase *whole;
  const char *path;
  MatchumDatabase *model;
} Source;

static void
read_from (const Source *source, MatchumDatabase *to, const char *table, MatchumSalvage *result)
{
  g_autoptr (GPtrArray) definitions = NULL;
  g_autoptr (MatchumDatabase) one = NULL;

  if (source->whole != NULL)
    {
      read_table (source->whole, to, table, result);
      return;
    }
  definitions = list_definitions (source->model, table);
  one = open_one_table (source->path, definitions, table, find_root (source->model, table));
  if (one != NULL)
    read_table (one, to, table, result);
  else
    result->n_gaps++;
}

/* Tables of which rows are found on leaves that nothing leads to any more. Rows of the first are told by the number of
 * their columns and by the types that a table takes. Those of the others may be taken by several, and then stay where
 * they refer to what is there. */
static const char *const told_by_types[] = {
  "baselines", "blocks", "postings", "applications", "sent_copies", "sent_files", "readings", "claims", NULL,
};
static const char *const told_by_references[] = {
  "application_order", "application_wordings", "entry_links", "block_tags", "block_priorities", NULL,
};

/* What rows of a table look like. */
typedef struct {
  const char *table;
  GPtrArray *definitions;
  guint64 widths; /* bit n: in some version it had n columns, and a row may still have so many */
} Shape;

static void
free_shape (gpointer data)
{
  Shape *shape = data;

  g_ptr_array_unref (shape->definitions);
  g_free (shape);
}

static guint64
list_widths (MatchumDatabase *model, const char *table)
{
  g_autoptr (GPtrArray) columns = matchum_schema_list_all_columns (model, table, NULL);
  guint64 widths = 0;

  for (gint64 version = matchum_schema_get_since (table, NULL); version <= MATCHUM_SCHEMA_VERSION; version++)
    {
      guint n = 0;

      for (guint i = 0; columns != NULL && i < columns->len; i++)
        n += matchum_schema_get_since (table, g_ptr_array_index (columns, i)) <= version;
      widths |= G_GUINT64_CONSTANT (1) << n;
    }
  return widths;
}

static GPtrArray *
list_shapes (MatchumDatabase *model, const char *const *tables)
{
  GPtrArray *shapes = g_ptr_array_new_with_free_func (free_shape);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      Shape *shape = g_new (Shape, 1);

      *shape = (Shape){ tables[i], list_definitions (model, tables[i]), list_widths (model, tables[i]) };
      g_ptr_array_add (shapes, shape);
    }
  return shapes;
}

/* Rows of a table that nothing leads to any more, on a leaf of its own; those that were saved already are not taken
 * twice. */
static void
read_leaf (const Source *source,
           MatchumDatabase *to,
           GPtrArray *shapes,
           guint32 page,
           guint n_columns,
           MatchumSalvage *result)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const Shape *shape = g_ptr_array_index (shapes, i);
      g_autoptr (MatchumDatabase) one = NULL;
      MatchumSalvage found = { 0 };

      if (n_columns >= 64 || (shape->widths >> n_columns & 1) == 0)
        continue;
      one = open_one_table (source->path, shape->definitions, shape->table, page);
      if (one != NULL)
        read_table (one, to, shape->table, &found);
      result->n_rows += found.n_rows;
    }
}

static void
read_leaves (const Source *source, MatchumDatabase *to, const char *const *tables, MatchumSalvage *result)
{
  g_autoptr (GPtrArray) shapes = list_shapes (to, tables);
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (source->path, &data, &length, NULL))
    return;
  for (gsize at = MATCHUM_PAGE_BYTES; at + MATCHUM_PAGE_BYTES <= length; at += MATCHUM_PAGE_BYTES)
    {
      const guint n_columns = matchum_salvage_page_count_columns ((guint8 *) data + at);

      if (n_columns > 0)
        read_leaf (source, to, shapes, (guint32) (at / MATCHUM_PAGE_BYTES) + 1, n_columns, result);
    }
}

/* Where a resume or a posting is lost but applications over it are not, something must stand in its place: the words of
 * the blocks as far as they are known, or nothing. Ids of blocks to come must be none that were given before. */
static gboolean
stand_in (MatchumDatabase *to, GError **error)
{
  g_autoptr (MatchumStatement) baselines = matchum_statement_new (
      to,
      "INSERT INTO baselines (id, name, markdown, next_number, place) SELECT id, ?1, coalesce ((SELECT group_concat "
      "(text, "
      "char (10, 10)) FROM (SELECT text FROM blocks WHERE baseline = lost.id AND NOT is_gone ORDER BY number)), ''),"
      " 1 << 30, 1 FROM (SELECT baseline AS id FROM applications UNION SELECT baseline FROM blocks) AS lost"
      " WHERE id NOT IN (SELECT id FROM baselines)",
      error);
  g_autoptr (MatchumStatement) postings = matchum_statement_new (
      to,
      "INSERT INTO postings (id, title, text, place) SELECT DISTINCT posting, ?1, '', 1 FROM applications"
      " WHERE posting NOT IN (SELECT id FROM postings)",
      error);

  if (baselines == NULL || postings == NULL)
    return FALSE;
  matchum_statement_bind_text (baselines, 1, _ ("Recovered"));
  matchum_statement_bind_text (postings, 1, _ ("Recovered"));
  return matchum_statement_run (baselines, error) && matchum_statement_run (postings, error);
}

static gboolean
read_tables (const Source *source, MatchumDatabase *to, MatchumSalvage *result, GError **error)
{
  g_autoptr (GPtrArray) tables = matchum_schema_list_tables (to, error);
  guint n_removed, n_misfits = 0;
  gboolean is_by_leaves;

  if (tables == NULL || !matchum_library_load_begin (to, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (matchum_schema_is_content (g_ptr_array_index (tables, i)))
      read_from (source, to, g_ptr_array_index (tables, i), result);
  /* Tables that came with a later version begin wherever there was room when it did. */
  is_by_leaves = result->n_gaps > 0 || source->whole == NULL;
  if (is_by_leaves)
    read_leaves (source, to, told_by_types, result);
  if (!stand_in (to, error) || !matchum_library_load_prune (to, &n_removed, error))
    return FALSE;
  if (is_by_leaves)
    read_leaves (source, to, told_by_references, result);
  if (!matchum_library_load_prune (to, &n_misfits, error))
    return FALSE;
  result->n_rows -= n_removed + n_misfits;
  result->n_lost += n_removed;
  return matchum_library_load_end (to, error);
}

static gboolean
fill (const Source *source, const char *path, MatchumSalvage *result, GError **error)
{
  g_autoptr (MatchumDatabase) to = NULL;

  result->n_rows = result->n_lost = result->n_gaps = 0;
  to = matchum_database_open (path, MATCHUM_DATABASE_READ_WRITE, error);
  if (to == NULL || !matchum_database_begin (to, error))
    return FALSE;
  if (read_tables (source, to, result, error))
    return matchum_database_commit (to, error) && matchum_library_files_finish (to, error);
  matchum_database_roll_back (to);
  return FALSE;
}

/* A model of where tables begin: as they are made, or as they are after the file was once written anew. */
static MatchumDatabase *
create_model (gboolean is_vacuumed)
{
  g_autofree char *name = g_uuid_string_random ();
  g_autoptr (MatchumDatabase) model = matchum_database_open_memory (name, NULL);

  if (model == NULL || !matchum_schema_create (model, NULL)
      || (is_vacuumed && !matchum_database_execute (model, "VACUUM", NULL)))
    return NULL;
  return g_steal_pointer (&model);
}

/* What the log holds is put into the file, which is read without one from then on. */
static gboolean
take_in_log (const char *path, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *data = NULL;
  sqlite3 *handle = NULL;
  gsize length;

  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    sqlite3_wal_checkpoint_v2 (handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_close_v2 (handle);
  if (!g_file_get_contents (path, &data, &length, error))
    return FALSE;
  matchum_library_files_remove (path);
  matchum_salvage_page_mend_header ((guint8 *) data, FALSE);
  return write_private (path, data, length, error);
}

/* Of both models the right one reads more: by the other, tables are read as other tables, and few rows fit. */
static gboolean
fill_by_models (const char *copy, const char *path, MatchumSalvage *result, GError **error)
{
  guint n_rows[3] = { 0 };

  for (guint i = 0; i < 3; i++)
    {
      const gboolean is_vacuumed = i == 1 || (i == 2 && n_rows[1] > n_rows[0]);
      g_autoptr (MatchumDatabase) model = create_model (is_vacuumed);

      if (model != NULL && !fill (&(Source){ NULL, copy, model }, path, result, error))
        return FALSE;
      n_rows[i] = result->n_rows;
    }
  return TRUE;
}

static gboolean
fill_from_copy (const char *copy, const char *path, MatchumSalvage *result, GError **error)
{
  g_autoptr (MatchumDatabase) whole = matchum_library_files_open_read (copy, NULL);

  if (whole != NULL && !fill (&(Source){ whole, copy, NULL }, path, result, error))
    return FALSE;
  g_clear_pointer (&whole, matchum_database_unref);
  if (result->n_rows > 0)
    return TRUE;
  return fill_by_models (copy, path, result, error);
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
  if (!copy_mended (path, copy, error) || !take_in_log (copy, error) || !matchum_library_files_create (fresh, error)
      || !fill_from_copy (copy, fresh, result, error) || !check_result (fresh, error))
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
