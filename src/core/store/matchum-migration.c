/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each migration is the whole way from one version to the next: tables, version, triggers and digests in one
 * transaction, so that a crash leaves the one or the other. */
#include "config.h"

#include "store/matchum-migration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/matchum-claim-table.h"
#include "store/matchum-library-backup.h"
#include "store/matchum-library-error.h"
#include "store/matchum-schema.h"
#include "store/matchum-statement.h"

static gboolean
add_claims_cb (MatchumDatabase *database, GError **error)
{
  return matchum_database_execute (database, matchum_claim_table_sql, error);
}

/* Version 1 is the first. The next goes here, with tests/core/store/schema-N.db of the version before as what it must
 * bring up. */
static const MatchumMigration migrations_known[] = { { 2, add_claims_cb } };
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

gboolean
matchum_migration_stand_in (MatchumDatabase *database, gint64 version, GError **error)
{
  g_autofree char *sql = g_strconcat ("PRAGMA query_only = OFF; CREATE TEMP",
                                      matchum_claim_table_sql + strlen ("CREATE"), "; PRAGMA query_only = ON", NULL);

  g_return_val_if_fail (database != NULL, FALSE);

  return version >= matchum_schema_get_since ("claims") || matchum_database_execute (database, sql, error);
}
