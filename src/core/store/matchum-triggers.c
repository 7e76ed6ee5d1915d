/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three kinds of triggers for every table: its key stays, its digest follows, and where it can be undone each write
 * leaves the row as it was in the undo log. The technique is SQLite's "automatic undo by triggers"; the log keeps
 * values instead of statements, so that nothing that stands in a file is ever run. */
#include "config.h"

#include "store/matchum-triggers.h"

#include "store/matchum-schema.h"
#include "store/matchum-statement.h"

typedef struct {
  MatchumDatabase *database;
  const char *table;
  GPtrArray *columns; /* all */
  GPtrArray *keys;
  GString *sql;
} Generator;

static const char *
get_name (GPtrArray *names, guint i)
{
  return g_ptr_array_index (names, i);
}

static gboolean
is_key (Generator *self, const char *column)
{
  return g_ptr_array_find_with_equal_func (self->keys, column, g_str_equal, NULL);
}

/* "old.a, old.b" for all columns. */
static void
add_row (Generator *self, const char *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (self->sql, "%s%s.\"%s\"", i > 0 ? ", " : "", row, get_name (self->columns, i));
}

/* Undo finds rows by their key, and so must find the same row ever after. */
static void
add_key_guard (Generator *self)
{
  g_string_append_printf (self->sql, "CREATE TRIGGER \"key_%s\" BEFORE UPDATE ON \"%s\" WHEN ", self->table,
                          self->table);
  for (guint i = 0; i < self->keys->len; i++)
    g_string_append_printf (self->sql, "%sold.\"%s\" IS NOT new.\"%s\"", i > 0 ? " OR " : "", get_name (self->keys, i),
                            get_name (self->keys, i));
  g_string_append_printf (self->sql, " BEGIN SELECT RAISE (ABORT, 'the key of a row of %s is for life'); END;\n",
                          self->table);
}

static void
add_digest (Generator *self, const char *event, const char *taken, const char *added)
{
  g_string_append_printf (self->sql,
                          "CREATE TRIGGER \"digest_%s_%s\" AFTER %s ON \"%s\" BEGIN UPDATE digests SET sum = ", event,
                          self->table, event, self->table);
  if (added != NULL)
    g_string_append (self->sql, "matchum_digest (");
  g_string_append (self->sql, taken != NULL ? "matchum_digest (sum" : "sum");
  if (taken != NULL)
    {
      g_string_append_printf (self->sql, ", -1, '%s', ", self->table);
      add_row (self, taken);
      g_string_append (self->sql, ")");
    }
  if (added != NULL)
    {
      g_string_append_printf (self->sql, ", 1, '%s', ", self->table);
      add_row (self, added);
      g_string_append (self->sql, ")");
    }
  g_string_append_printf (self->sql, " WHERE tbl = '%s'; END;\n", self->table);
}

/* Keeps a column of row as it was; where is_changed only if it changed. */
static void
add_value (Generator *self, const char *row, const char *column, gboolean is_changed)
{
  g_string_append_printf (self->sql,
                          "  INSERT INTO undo_values (change, col, value) SELECT last_insert_rowid (), '%s', %s.\"%s\"",
                          column, row, column);
  if (is_changed)
    g_string_append_printf (self->sql, " WHERE old.\"%s\" IS NOT new.\"%s\"", column, column);
  g_string_append (self->sql, ";\n");
}

static void
add_owner (Generator *self, const char *owner, const char *row, const char *column, gboolean is_part)
{
  g_string_append_printf (self->sql,
                          "  INSERT INTO undo_owners (change, owner, id, is_part)"
                          " SELECT last_insert_rowid (), '%s', %s.\"%s\", %d WHERE %s.\"%s\" IS NOT NULL"
                          " ON CONFLICT DO UPDATE SET is_part = max (is_part, excluded.is_part);\n",
                          owner, row, column, is_part, row, column);
}

/* The rows that a row belongs to or refers to, and itself where it can be referred to by its one key. A row is part of
 * those that its key names: what changes it changes them. */
static gboolean
add_owners (Generator *self, const char *row, GError **error)
{
  g_autoptr (MatchumStatement) references =
      matchum_statement_new (self->database,
                             "SELECT \"table\", \"from\" FROM pragma_foreign_key_list (?1) ORDER BY id, seq", error);

  if (references == NULL)
    return FALSE;
  if (self->keys->len == 1)
    add_owner (self, self->table, row, get_name (self->keys, 0), TRUE);
  matchum_statement_bind_text (references, 1, self->table);
  while (matchum_statement_step (references, error))
    {
      const char *column = matchum_statement_get_text (references, 1);

      add_owner (self, matchum_statement_get_text (references, 0), row, column, is_key (self, column));
    }
  return matchum_statement_is_done (references);
}

static void
begin_log (Generator *self, const char *event, const char *condition)
{
  g_string_append_printf (
      self->sql,
      "CREATE TRIGGER \"undo_%s_%s\" AFTER %s ON \"%s\" WHEN matchum_undo_step () IS NOT NULL%s BEGIN\n"
      "  INSERT INTO undo_changes (step, action, tbl) VALUES (matchum_undo_step (), '%s', '%s');\n",
      event, self->table, event, self->table, condition, event, self->table);
}

static gboolean
add_insert_log (Generator *self, GError **error)
{
  begin_log (self, "insert", "");
  for (guint i = 0; i < self->keys->len; i++)
    add_value (self, "new", get_name (self->keys, i), FALSE);
  if (!add_owners (self, "new", error))
    return FALSE;
  g_string_append (self->sql, "END;\n");
  return TRUE;
}

static gboolean
add_delete_log (Generator *self, GError **error)
{
  begin_log (self, "delete", "");
  for (guint i = 0; i < self->columns->len; i++)
    add_value (self, "old", get_name (self->columns, i), FALSE);
  if (!add_owners (self, "old", error))
    return FALSE;
  g_string_append (self->sql, "END;\n");
  return TRUE;
}

/* An update that changes nothing is no edit. */
static gboolean
add_update_log (Generator *self, GError **error)
{
  g_autoptr (GString) condition = g_string_new (NULL);

  if (self->keys->len == self->columns->len)
    return TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *column = get_name (self->columns, i);

      if (!is_key (self, column))
        g_string_append_printf (condition, "%sold.\"%s\" IS NOT new.\"%s\"", condition->len > 0 ? " OR " : " AND (",
                                column, column);
    }
  g_string_append (condition, ")");
  begin_log (self, "update", condition->str);
  for (guint i = 0; i < self->columns->len; i++)
    add_value (self, "old", get_name (self->columns, i), !is_key (self, get_name (self->columns, i)));
  if (!add_owners (self, "old", error) || !add_owners (self, "new", error))
    return FALSE;
  g_string_append (self->sql, "END;\n");
  return TRUE;
}

/**
 * matchum_triggers_generate:
 *
 * Returns: (transfer full): SQL for all triggers of @table, the same for the same table; NULL with @error where the
 *   schema cannot be read
 */
char *
matchum_triggers_generate (MatchumDatabase *database, const char *table, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  Generator self;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (table != NULL, NULL);

  columns = matchum_schema_list_all_columns (database, table, error);
  keys = columns != NULL ? matchum_schema_list_columns (database, table, TRUE, error) : NULL;
  if (keys == NULL)
    return NULL;
  g_return_val_if_fail (keys->len > 0, NULL);

  self = (Generator){ database, table, columns, keys, sql };
  add_key_guard (&self);
  add_digest (&self, "insert", NULL, "new");
  add_digest (&self, "update", "old", "new");
  add_digest (&self, "delete", "old", NULL);
  if (matchum_schema_is_undoable (table)
      && (!add_insert_log (&self, error) || !add_update_log (&self, error) || !add_delete_log (&self, error)))
    return NULL;
  return g_strdup (sql->str);
}
