/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Empties the tables without their triggers, and puts the triggers back over what was filled in. */
#include "config.h"

#include "store/matchum-library-load.h"

#include "store/matchum-schema.h"
#include "store/matchum-statement.h"

static gboolean
empty_tables (MatchumDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) tables = matchum_schema_list_tables (database, error);

  if (tables == NULL)
    return FALSE;
  /* From the last: those that refer to others stand behind them. */
  for (guint i = tables->len; i-- > 0;)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\"", (char *) g_ptr_array_index (tables, i));

      if (!matchum_database_execute (database, sql, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
matchum_library_load_begin (MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return matchum_database_execute (database, "PRAGMA defer_foreign_keys = ON", error)
         && matchum_schema_drop_triggers (database, error) && empty_tables (database, error);
}

gboolean
matchum_library_load_end (MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return matchum_schema_create_triggers (database, error);
}

typedef struct {
  char *table;
  gint64 row;
} Orphan;

static void
free_orphan (Orphan *orphan)
{
  g_free (orphan->table);
  g_free (orphan);
}

static GPtrArray *
list_orphans (MatchumDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) free_orphan);
  g_autoptr (MatchumStatement) row = matchum_statement_new (database, "PRAGMA foreign_key_check", error);

  if (row == NULL)
    return NULL;
  while (matchum_statement_step (row, error))
    {
      Orphan *orphan = g_new0 (Orphan, 1);

      orphan->table = matchum_statement_dup_text (row, 0);
      orphan->row = matchum_statement_get_int (row, 1);
      g_ptr_array_add (orphans, orphan);
    }
  return matchum_statement_is_done (row) ? g_steal_pointer (&orphans) : NULL;
}

static gboolean
remove_orphan (MatchumDatabase *database, const Orphan *orphan, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE rowid = ?1", orphan->table);
  g_autoptr (MatchumStatement) statement = matchum_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  matchum_statement_bind_int (statement, 1, orphan->row);
  return matchum_statement_run (statement, error);
}

gboolean
matchum_library_load_prune (MatchumDatabase *database, guint *n_removed, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (n_removed != NULL, FALSE);

  *n_removed = 0;
  for (;;)
    {
      g_autoptr (GPtrArray) orphans = list_orphans (database, error);

      if (orphans == NULL)
        return FALSE;
      if (orphans->len == 0)
        return TRUE;
      for (guint i = 0; i < orphans->len; i++)
        if (!remove_orphan (database, g_ptr_array_index (orphans, i), error))
          return FALSE;
      *n_removed += orphans->len;
    }
}

char *
matchum_library_load_build_insert (const char *table, GPtrArray *columns)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", table);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", (char *) g_ptr_array_index (columns, i));
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}
