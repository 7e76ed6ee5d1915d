/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo are the same: the rows of a step are put back as they were, and the triggers, which do not know of
 * undo, log what that changes as the step's new content. */
#include "config.h"

#include "store/matchum-undo-log.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-database-private.h"
#include "store/matchum-schema.h"
#include "store/matchum-statement-private.h"

/* What a logged value costs beside its own bytes, about. */
#define VALUE_OVERHEAD "64"
/* Whether a step comes to nothing is tried up to so many changes. */
#define MOST_TRIED 300

/* A change is undone by the action that is its opposite. Its values are, of an insertion the key, of an update the key
 * and what was changed, of a deletion the whole row; its owners are the rows that it belongs to (is_part) or refers to.
 */
const char matchum_undo_log_sql[] = "CREATE TABLE undo_steps (\n"
                                    "  id INTEGER PRIMARY KEY,\n"
                                    "  label TEXT NOT NULL,\n"
                                    "  merge_key TEXT,\n"
                                    "  bytes INTEGER NOT NULL DEFAULT 0,\n"
                                    "  is_undone INTEGER NOT NULL DEFAULT 0\n"
                                    ") STRICT;\n"
                                    "CREATE TABLE undo_changes (\n"
                                    "  id INTEGER PRIMARY KEY,\n"
                                    "  step INTEGER NOT NULL REFERENCES undo_steps (id) ON DELETE CASCADE,\n"
                                    "  action TEXT NOT NULL,\n"
                                    "  tbl TEXT NOT NULL\n"
                                    ") STRICT;\n"
                                    "CREATE INDEX undo_changes_step ON undo_changes (step);\n"
                                    "CREATE TABLE undo_values (\n"
                                    "  change INTEGER NOT NULL REFERENCES undo_changes (id) ON DELETE CASCADE,\n"
                                    "  col TEXT NOT NULL,\n"
                                    "  value ANY,\n"
                                    "  PRIMARY KEY (change, col)\n"
                                    ") STRICT, WITHOUT ROWID;\n"
                                    "CREATE TABLE undo_owners (\n"
                                    "  change INTEGER NOT NULL REFERENCES undo_changes (id) ON DELETE CASCADE,\n"
                                    "  owner TEXT NOT NULL,\n"
                                    "  id ANY NOT NULL,\n"
                                    "  is_part INTEGER NOT NULL,\n"
                                    "  PRIMARY KEY (change, owner, id)\n"
                                    ") STRICT, WITHOUT ROWID";

typedef struct {
  gint64 id;
  char *action;
  char *table;
} Change;

/* A column of a change and what it held. */
typedef struct {
  char *column;
  sqlite3_value *value;
  gboolean is_key;
} Cell;

static void
free_change (Change *self)
{
  g_free (self->action);
  g_free (self->table);
  g_free (self);
}

static void
free_cell (Cell *self)
{
  g_free (self->column);
  sqlite3_value_free (self->value);
  g_free (self);
}

/* Runs sql with an integer for ?1. */
static gboolean
run_with_int (MatchumDatabase *database, const char *sql, gint64 value, GError **error)
{
  g_autoptr (MatchumStatement) statement = matchum_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  matchum_statement_bind_int (statement, 1, value);
  return matchum_statement_run (statement, error);
}

/* The newest step where it can take what follows in: it has the key, and nothing was taken back since. 0: there is
 * none. */
static gboolean
find_mergeable (MatchumDatabase *database, const char *merge_key, gint64 *step, GError **error)
{
  g_autoptr (MatchumStatement) row = matchum_statement_new (
      database,
      "SELECT id FROM undo_steps WHERE id = (SELECT max (id) FROM undo_steps) AND is_undone = 0 AND merge_key = ?1",
      error);

  *step = 0;
  if (row == NULL)
    return FALSE;
  matchum_statement_bind_text (row, 1, merge_key);
  if (matchum_statement_step (row, error))
    {
      *step = matchum_statement_get_int (row, 0);
      return TRUE;
    }
  return matchum_statement_is_done (row);
}

static gboolean
add_step (MatchumDatabase *database, const char *label, const char *merge_key, gint64 *step, GError **error)
{
  g_autoptr (MatchumStatement) statement =
      matchum_statement_new (database, "INSERT INTO undo_steps (label, merge_key) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  matchum_statement_bind_text (statement, 1, label);
  matchum_statement_bind_text (statement, 2, merge_key);
  if (!matchum_statement_run (statement, error))
    return FALSE;
  *step = sqlite3_last_insert_rowid (matchum_database_get_handle (database));
  return TRUE;
}

static gboolean
get_last_change (MatchumDatabase *database, gint64 *change, GError **error)
{
  return matchum_database_get_int (database, "SELECT coalesce (max (id), 0) FROM undo_changes", change, error);
}

static void
start_recording (MatchumDatabase *database, gint64 step)
{
  g_hash_table_unref (matchum_database_take_touched (database));
  matchum_database_set_recording (database, MATCHUM_RECORDING_ON, step);
}

gboolean
matchum_undo_log_begin (MatchumDatabase *database,
                        const char *label,
                        const char *merge_key,
                        MatchumUndoStep *step,
                        GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);
  g_return_val_if_fail (step != NULL, FALSE);

  step->id = 0;
  if (!get_last_change (database, &step->last_change, error)
      || (merge_key != NULL && !find_mergeable (database, merge_key, &step->id, error))
      || (step->id == 0 && !add_step (database, label, merge_key, &step->id, error)))
    return FALSE;
  start_recording (database, step->id);
  return TRUE;
}

/* Adds each row of a query on what was logged after a change. */
static gboolean
collect (MatchumDatabase *database, const char *sql, gint64 after, MatchumChanges *changes, GError **error)
{
  g_autoptr (MatchumStatement) row = matchum_statement_new (database, sql, error);

  if (row == NULL)
    return FALSE;
  matchum_statement_bind_int (row, 1, after);
  while (matchum_statement_step (row, error))
    if (matchum_statement_get_n_columns (row) == 2)
      matchum_changes_add (changes, matchum_statement_get_text (row, 0), matchum_statement_get_text (row, 1));
    else
      matchum_changes_add_table (changes, matchum_statement_get_text (row, 0));
  return matchum_statement_is_done (row);
}

/* The owners of rows that were written, and the tables of those rows. */
gboolean
matchum_undo_log_collect (MatchumDatabase *database, gint64 after, MatchumChanges *changes, GError **error)
{
  return collect (database, "SELECT DISTINCT owner, CAST (id AS TEXT) FROM undo_owners WHERE change > ?1 AND is_part",
                  after, changes, error)
         && collect (database, "SELECT DISTINCT tbl FROM undo_changes WHERE id > ?1", after, changes, error);
}

/* The tables that are not logged. */
void
matchum_undo_log_collect_lasting (MatchumDatabase *database, MatchumChanges *changes)
{
  g_autoptr (GHashTable) touched = matchum_database_take_touched (database);
  GHashTableIter iter;
  gpointer table;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &table, NULL))
    if (matchum_schema_is_content (table) && !matchum_schema_is_undoable (table))
      matchum_changes_add_table (changes, table);
}

static gboolean
count_bytes (MatchumDatabase *database, gint64 step, GError **error)
{
  return run_with_int (database,
                       "UPDATE undo_steps SET bytes = (SELECT coalesce (sum (" VALUE_OVERHEAD
                       " + coalesce (length (CAST (value AS BLOB)), 0)), 0)"
                       " FROM undo_changes JOIN undo_values ON change = undo_changes.id WHERE step = ?1) WHERE id = ?1",
                       step, error);
}

/* The newest step that goes when only so much stays, 0 where all stay. */
static gboolean
find_last_to_go (MatchumDatabase *database, const MatchumUndoLimits *limits, gint64 *last, GError **error)
{
  g_autoptr (MatchumStatement) row =
      matchum_statement_new (database, "SELECT id, bytes FROM undo_steps ORDER BY id DESC", error);
  gsize bytes = 0;

  *last = 0;
  if (row == NULL)
    return FALSE;
  for (guint n = 0; matchum_statement_step (row, error); n++)
    {
      bytes += (gsize) matchum_statement_get_int (row, 1);
      if (n > 0 && (n >= limits->max_steps || bytes > limits->max_bytes))
        {
          *last = matchum_statement_get_int (row, 0);
          return TRUE;
        }
    }
  return matchum_statement_is_done (row);
}

static gboolean
trim (MatchumDatabase *database, const MatchumUndoLimits *limits, GError **error)
{
  gint64 last;

  if (!find_last_to_go (database, limits, &last, error))
    return FALSE;
  return last == 0 || run_with_int (database, "DELETE FROM undo_steps WHERE id <= ?1", last, error);
}

static GPtrArray *
list_changes (MatchumDatabase *database, gint64 step, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_change);
  g_autoptr (MatchumStatement) row =
      matchum_statement_new (database, "SELECT id, action, tbl FROM undo_changes WHERE step = ?1 ORDER BY id DESC",
                             error);

  if (row == NULL)
    return NULL;
  matchum_statement_bind_int (row, 1, step);
  while (matchum_statement_step (row, error))
    {
      Change *change = g_new0 (Change, 1);

      change->id = matchum_statement_get_int (row, 0);
      change->action = matchum_statement_dup_text (row, 1);
      change->table = matchum_statement_dup_text (row, 2);
      g_ptr_array_add (changes, change);
    }
  return matchum_statement_is_done (row) ? g_steal_pointer (&changes) : NULL;
}

static gboolean
set_log_error (GError **error)
{
  g_set_error_literal (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CONSTRAINT,
                       _ ("This step can no longer be undone, because its record does not fit the library. "
                          "Nothing has changed."));
  return FALSE;
}

/* The cells of a change, checked against the table that is there: only its columns count, and its whole key is needed.
 */
static GPtrArray *
list_cells (MatchumDatabase *database, const Change *change, GPtrArray *columns, GPtrArray *keys, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cell);
  g_autoptr (MatchumStatement) row =
      matchum_statement_new (database, "SELECT col, value FROM undo_values WHERE change = ?1", error);
  guint n_keys = 0;

  if (row == NULL)
    return NULL;
  matchum_statement_bind_int (row, 1, change->id);
  while (matchum_statement_step (row, error))
    {
      const char *column = matchum_statement_get_text (row, 0);
      Cell *cell;

      if (!g_ptr_array_find_with_equal_func (columns, column, g_str_equal, NULL))
        return set_log_error (error), NULL;
      cell = g_new0 (Cell, 1);
      cell->column = g_strdup (column);
      cell->is_key = g_ptr_array_find_with_equal_func (keys, column, g_str_equal, NULL);
      cell->value = sqlite3_value_dup (sqlite3_column_value (matchum_statement_get_handle (row), 1));
      n_keys += cell->is_key ? 1 : 0;
      g_ptr_array_add (cells, cell);
    }
  if (!matchum_statement_is_done (row))
    return NULL;
  if (n_keys != keys->len)
    return set_log_error (error), NULL;
  return g_steal_pointer (&cells);
}

/* Adds "a" = ?1 separator "b" = ?2 for the cells that are keys, or that are not. */
static void
append_pairs (GString *sql, GPtrArray *cells, gboolean is_key, const char *separator)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);

      if (cell->is_key != is_key)
        continue;
      g_string_append_printf (sql, "%s\"%s\" = ?%u", is_first ? "" : separator, cell->column, i + 1);
      is_first = FALSE;
    }
}

/* SQL that does the opposite of a change, whose values are the cells in their order; NULL where it is not known. */
static char *
build_reverse (const Change *change, GPtrArray *cells)
{
  GString *sql = g_string_new (NULL);

  if (g_str_equal (change->action, "insert"))
    {
      g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE ", change->table);
      append_pairs (sql, cells, TRUE, " AND ");
    }
  else if (g_str_equal (change->action, "update"))
    {
      g_string_append_printf (sql, "UPDATE \"%s\" SET ", change->table);
      append_pairs (sql, cells, FALSE, ", ");
      g_string_append (sql, " WHERE ");
      append_pairs (sql, cells, TRUE, " AND ");
    }
  else if (g_str_equal (change->action, "delete"))
    {
      g_string_append_printf (sql, "INSERT INTO \"%s\" (", change->table);
      for (guint i = 0; i < cells->len; i++)
        g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", ((Cell *) g_ptr_array_index (cells, i))->column);
      g_string_append (sql, ") VALUES (");
      for (guint i = 0; i < cells->len; i++)
        g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
      g_string_append (sql, ")");
    }
  else
    return g_string_free (sql, TRUE);
  return g_string_free (sql, FALSE);
}

static gboolean
run_reverse (MatchumDatabase *database, const char *sql, GPtrArray *cells, GError **error)
{
  g_autoptr (MatchumStatement) statement = matchum_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    sqlite3_bind_value (matchum_statement_get_handle (statement), (int) i + 1,
                        ((Cell *) g_ptr_array_index (cells, i))->value);
  if (!matchum_statement_run (statement, error))
    return FALSE;
  /* A row that is not there, or not as it was left, means that something wrote past the log. */
  return sqlite3_changes64 (matchum_database_get_handle (database)) == 1 || set_log_error (error);
}

/* Names from the file stand in SQL only when they are those of the schema. */
static gboolean
reverse_change (MatchumDatabase *database, const Change *change, GPtrArray *tables, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree char *sql = NULL;

  if (!g_ptr_array_find_with_equal_func (tables, change->table, g_str_equal, NULL)
      || !matchum_schema_is_undoable (change->table))
    return set_log_error (error);
  columns = matchum_schema_list_all_columns (database, change->table, error);
  keys = columns != NULL ? matchum_schema_list_columns (database, change->table, TRUE, error) : NULL;
  cells = keys != NULL ? list_cells (database, change, columns, keys, error) : NULL;
  if (cells == NULL)
    return FALSE;
  sql = build_reverse (change, cells);
  return sql != NULL ? run_reverse (database, sql, cells, error) : set_log_error (error);
}

static gboolean
reverse_step (MatchumDatabase *database, gint64 step, GError **error)
{
  g_autoptr (GPtrArray) tables = matchum_schema_list_tables (database, error);
  g_autoptr (GPtrArray) changes = tables != NULL ? list_changes (database, step, error) : NULL;

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!reverse_change (database, g_ptr_array_index (changes, i), tables, error))
      return FALSE;
  return TRUE;
}

/* What all rows add up to. */
static char *
dup_digests (MatchumDatabase *database, GError **error)
{
  return matchum_database_dup_text (database,
                                    "SELECT group_concat (tbl || ' ' || sum) FROM (SELECT * FROM digests"
                                    " WHERE tbl NOT LIKE 'undo\\_%' ESCAPE '\\' ORDER BY tbl)",
                                    error);
}

/* Takes a step back, except for the numbers that were given out. */
static gboolean
try_reverse (MatchumDatabase *database, gint64 step, GError **error)
{
  return matchum_database_execute (database, "PRAGMA defer_foreign_keys = ON", error)
         && run_with_int (database,
                          "DELETE FROM undo_values WHERE col = 'next_number'"
                          " AND change IN (SELECT id FROM undo_changes WHERE step = ?1)",
                          step, error)
         && reverse_step (database, step, error);
}

/* Whether a step took back itself what it did, so that nobody would see it undone. Tried, and not done. */
static gboolean
comes_to_nothing (MatchumDatabase *database, gint64 step, gboolean *is_nothing, GError **error)
{
  g_autofree char *now = dup_digests (database, error);
  g_autofree char *then = NULL;

  *is_nothing = FALSE;
  if (now == NULL || !matchum_database_execute (database, "SAVEPOINT before_trial", error))
    return FALSE;
  matchum_database_set_recording (database, MATCHUM_RECORDING_OFF, 0);
  /* What can't be taken back is not nothing. */
  if (try_reverse (database, step, NULL))
    then = dup_digests (database, NULL);
  matchum_database_set_recording (database, MATCHUM_RECORDING_FORBIDDEN, 0);
  g_hash_table_unref (matchum_database_take_touched (database));
  *is_nothing = g_strcmp0 (now, then) == 0;
  return matchum_database_execute (database, "ROLLBACK TO before_trial; RELEASE before_trial", error);
}

/* Only a step that was gone on with can have come back to where it began. */
static gboolean
drop_if_nothing (MatchumDatabase *database, const MatchumUndoStep *step, gint64 n_changes, GError **error)
{
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM undo_changes WHERE step = %" G_GINT64_FORMAT
                                            " AND id <= %" G_GINT64_FORMAT,
                                            step->id, step->last_change);
  gint64 n_before;
  gboolean is_nothing = FALSE;

  if (!matchum_database_get_int (database, count, &n_before, error))
    return FALSE;
  if (n_before == 0 || n_before == n_changes || n_changes > MOST_TRIED)
    return TRUE;
  return comes_to_nothing (database, step->id, &is_nothing, error)
         && (!is_nothing || run_with_int (database, "DELETE FROM undo_steps WHERE id = ?1", step->id, error));
}

gboolean
matchum_undo_log_end (MatchumDatabase *database,
                      const MatchumUndoStep *step,
                      const MatchumUndoLimits *limits,
                      MatchumChanges *changes,
                      GError **error)
{
  g_autofree char *count =
      g_strdup_printf ("SELECT count (*) FROM undo_changes WHERE step = %" G_GINT64_FORMAT, step->id);
  gint64 n_changes;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (limits != NULL, FALSE);

  matchum_database_set_recording (database, MATCHUM_RECORDING_FORBIDDEN, 0);
  matchum_undo_log_collect_lasting (database, changes);
  if (!matchum_database_get_int (database, count, &n_changes, error))
    return FALSE;
  if (n_changes == 0)
    return run_with_int (database, "DELETE FROM undo_steps WHERE id = ?1", step->id, error);
  return matchum_undo_log_collect (database, step->last_change, changes, error)
         && matchum_database_execute (database, "DELETE FROM undo_steps WHERE is_undone", error)
         && drop_if_nothing (database, step, n_changes, error) && count_bytes (database, step->id, error)
         && trim (database, limits, error);
}

/* Forgets what a step had logged up to a change. */
static gboolean
forget_changes (MatchumDatabase *database, gint64 step, gint64 last, GError **error)
{
  g_autoptr (MatchumStatement) statement =
      matchum_statement_new (database, "DELETE FROM undo_changes WHERE step = ?1 AND id <= ?2", error);

  if (statement == NULL)
    return FALSE;
  matchum_statement_bind_int (statement, 1, step);
  matchum_statement_bind_int (statement, 2, last);
  return matchum_statement_run (statement, error);
}

/* Puts back the rows of the step that query finds, and turns the step over. References are checked at the end of the
 * transaction, since rows come and go in any order. */
static gboolean
flip (MatchumDatabase *database, const char *query, MatchumChanges *changes, GError **error)
{
  gint64 step, last;

  if (!matchum_database_get_int (database, query, &step, error) || !get_last_change (database, &last, error)
      || step == 0)
    return FALSE;
  start_recording (database, step);
  if (!matchum_database_execute (database, "PRAGMA defer_foreign_keys = ON", error)
      || !reverse_step (database, step, error))
    return FALSE;
  matchum_database_set_recording (database, MATCHUM_RECORDING_FORBIDDEN, 0);
  matchum_undo_log_collect_lasting (database, changes);
  return forget_changes (database, step, last, error) && matchum_undo_log_collect (database, last, changes, error)
         && run_with_int (database, "UPDATE undo_steps SET is_undone = NOT is_undone WHERE id = ?1", step, error)
         && count_bytes (database, step, error);
}

gboolean
matchum_undo_log_undo (MatchumDatabase *database, MatchumChanges *changes, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return flip (database, "SELECT coalesce (max (id), 0) FROM undo_steps WHERE NOT is_undone", changes, error);
}

gboolean
matchum_undo_log_redo (MatchumDatabase *database, MatchumChanges *changes, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return flip (database, "SELECT coalesce (min (id), 0) FROM undo_steps WHERE is_undone", changes, error);
}

/* The first column of the only row, NULL where there is none. */
static gboolean
find_label (MatchumDatabase *database, const char *sql, char **label, GError **error)
{
  g_autoptr (MatchumStatement) row = matchum_statement_new (database, sql, error);

  *label = NULL;
  if (row == NULL)
    return FALSE;
  if (matchum_statement_step (row, error))
    {
      *label = matchum_statement_dup_text (row, 0);
      return TRUE;
    }
  return matchum_statement_is_done (row);
}

gboolean
matchum_undo_log_get_labels (MatchumDatabase *database, char **undo_label, char **redo_label, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  *redo_label = NULL;
  if (!find_label (database, "SELECT label FROM undo_steps WHERE NOT is_undone ORDER BY id DESC LIMIT 1", undo_label,
                   error))
    return FALSE;
  return find_label (database, "SELECT label FROM undo_steps WHERE is_undone ORDER BY id LIMIT 1", redo_label, error);
}

gboolean
matchum_undo_log_clear (MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return matchum_database_execute (database, "DELETE FROM undo_steps", error);
}

/* All rows whose trace goes with that of ?1, ?2: those that refer to it, those that refer to them, and so on. */
#define GONE                                                                                                           \
  "WITH RECURSIVE gone (owner, id) AS ("                                                                               \
  " SELECT ?1, ?2 UNION"                                                                                               \
  " SELECT self.owner, self.id FROM gone"                                                                              \
  " JOIN undo_owners AS other ON other.owner = gone.owner AND other.id = gone.id"                                      \
  " JOIN undo_changes AS change ON change.id = other.change"                                                           \
  " JOIN undo_owners AS self ON self.change = change.id AND self.owner = change.tbl AND self.is_part) "

static gboolean
run_forget (MatchumDatabase *database,
            const char *sql,
            const char *table,
            const char *id,
            const char *text,
            GError **error)
{
  g_autoptr (MatchumStatement) statement = matchum_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  matchum_statement_bind_text (statement, 1, table);
  matchum_statement_bind_text (statement, 2, id);
  if (text != NULL)
    matchum_statement_bind_text (statement, 3, text);
  return matchum_statement_run (statement, error);
}

/* A label may name what is gone, so that of a step that keeps other changes says no more than that there was one. */
gboolean
matchum_undo_log_forget (MatchumDatabase *database, const char *table, const char *id, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (table != NULL && id != NULL, FALSE);

  return run_forget (database,
                     GONE "UPDATE undo_steps SET label = ?3, merge_key = NULL WHERE id IN"
                          " (SELECT step FROM undo_changes WHERE id IN"
                          " (SELECT change FROM undo_owners JOIN gone USING (owner, id)))",
                     table, id, _ ("Edit"), error)
         && run_forget (database,
                        GONE "DELETE FROM undo_changes WHERE id IN"
                             " (SELECT change FROM undo_owners JOIN gone USING (owner, id))",
                        table, id, NULL, error)
         && matchum_database_execute (database,
                                      "DELETE FROM undo_steps WHERE id NOT IN (SELECT step FROM undo_changes)", error);
}
