/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each migration is the whole way from one version to the next: tables, version, triggers and digests in one
 * transaction, so that a crash leaves the one or the other. */
#include "config.h"

#include "store/matchum-migration.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-library-backup.h"
#include "store/matchum-library-error.h"
#include "store/matchum-schema.h"
#include "store/matchum-statement.h"

static gboolean
add_version_2_cb (MatchumDatabase *database, GError **error)
{
  return matchum_schema_add_version (database, 2, error);
}

static gboolean
add_version_3_cb (MatchumDatabase *database, GError **error)
{
  return matchum_schema_add_version (database, 3, error);
}

/* Version 1 is the first. The next goes here, with tests/core/store/schema-N.db of the version before as what it must
 * bring up. */
static const MatchumMigration migrations_known[] = { { 2, add_version_2_cb }, { 3, add_version_3_cb } };
static const guint n_migrations_known = G_N_ELEMENTS (migrations_known);

static gboolean
check_references (MatchumDatabase *database, GError **error)
{
  g_autoptr (MatchumStatement) row = matchum_statement_new (database, "PRAGMA foreign_key_check", error);

  if (row == NULL)
    return FALSE;
  if (!matchum_statement_step (row, error))
    return matchum_statement_is_done (row);
  g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED,
                       _ ("The library could not be brought up to this version of Matchum and stays as it was. Use the "
                          "version that made it, and report this."));
  return FALSE;
}

static gboolean
migrate (MatchumDatabase *database, const MatchumMigration *migration, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, migration->version);

  return matchum_schema_drop_triggers (database, error) && migration->migrate (database, error)
         && matchum_database_execute (database, mark, error) && matchum_schema_create_triggers (database, error)
         && check_references (database, error);
}

static gboolean
migrate_whole (MatchumDatabase *database, const MatchumMigration *migration, GError **error)
{
  if (!matchum_database_begin (database, error))
    return FALSE;
  if (migrate (database, migration, error))
    return matchum_database_commit (database, error);
  matchum_database_roll_back (database);
  return FALSE;
}

gboolean
matchum_migration_run (MatchumDatabase *database,
                       gint64 version,
                       const MatchumMigration *migrations,
                       guint n_migrations,
                       GError **error)
{
  gboolean is_fine = TRUE;

  g_return_val_if_fail (database != NULL, FALSE);

  /* This has no effect within a transaction, and rebuilding a table needs it. */
  if (!matchum_database_execute (database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  for (guint i = 0; i < n_migrations && is_fine; i++)
    if (migrations[i].version > version)
      is_fine = migrate_whole (database, &migrations[i], error);
  return matchum_database_execute (database, "PRAGMA foreign_keys = ON", is_fine ? error : NULL) && is_fine;
}

gboolean
matchum_migration_run_known (MatchumDatabase *database, gint64 version, GError **error)
{
  return matchum_migration_run (database, version, migrations_known, n_migrations_known, error);
}

gboolean
matchum_migration_bring_up (MatchumDatabase *database, gint64 version, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return matchum_backup_make (database, matchum_database_get_path (database), NULL, error)
         && matchum_migration_run_known (database, version, error);
}

/* What a table of this version is seen as where columns of it, or all of it, are not there: columns of one and the same
 * value, and no row. NULL without an error where nothing is missing. */
static char *
build_view (MatchumDatabase *database, MatchumDatabase *model, const char *table, GError **error)
{
  g_autoptr (GPtrArray) found = matchum_schema_list_all_columns (database, table, error);
  g_autoptr (MatchumStatement) column =
      matchum_statement_new (model,
                             "SELECT name, coalesce (dflt_value, 'NULL') FROM pragma_table_info (?1) ORDER BY cid",
                             error);
  g_autoptr (GString) sql = g_string_new (NULL);
  guint n = 0;

  if (found == NULL || column == NULL)
    return NULL;
  g_string_printf (sql, "CREATE TEMP VIEW \"%s\" AS SELECT ", table);
  matchum_statement_bind_text (column, 1, table);
  for (; matchum_statement_step (column, error); n++)
    {
      const char *name = matchum_statement_get_text (column, 0);
      const gboolean is_there = g_ptr_array_find_with_equal_func (found, name, g_str_equal, NULL);

      g_string_append (sql, n > 0 ? ", " : "");
      if (!is_there)
        g_string_append_printf (sql, "%s AS ", matchum_statement_get_text (column, 1));
      g_string_append_printf (sql, "\"%s\"", name);
    }
  if (found->len > 0)
    g_string_append_printf (sql, " FROM main.\"%s\"", table);
  else
    g_string_append (sql, " WHERE FALSE");
  return matchum_statement_is_done (column) && n > found->len ? g_strdup (sql->str) : NULL;
}

static gboolean
add_views (MatchumDatabase *database, MatchumDatabase *model, GError **error)
{
  g_autoptr (GPtrArray) tables = matchum_schema_list_tables (model, error);

  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autofree char *sql = build_view (database, model, g_ptr_array_index (tables, i), &local);

      if (local != NULL)
        return g_propagate_error (error, g_steal_pointer (&local)), FALSE;
      if (sql != NULL && !matchum_database_execute (database, sql, error))
        return FALSE;
    }
  return tables != NULL;
}

gboolean
matchum_migration_stand_in (MatchumDatabase *database, gint64 version, GError **error)
{
  g_autofree char *name = g_uuid_string_random ();
  g_autoptr (MatchumDatabase) model = NULL;

  g_return_val_if_fail (database != NULL, FALSE);

  if (version >= MATCHUM_SCHEMA_VERSION)
    return TRUE;
  model = matchum_database_open_memory (name, error);
  return model != NULL && matchum_schema_create (model, error)
         && matchum_database_execute (database, "PRAGMA query_only = OFF", error) && add_views (database, model, error)
         && matchum_database_execute (database, "PRAGMA query_only = ON", error);
}
