/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings libraries of older versions up to this one. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

/* Changes tables from version - 1 to version. Triggers are gone meanwhile and references are not looked at until the end; where
 * a column is renamed or dropped, it must also clear the undo log, which names columns. */
typedef struct {
  gint64     version;
  gboolean (*migrate) (MatchumDatabase *database, GError **error);
} MatchumMigration;

/* Backs up the library beside it, then runs the migrations after version, each in one transaction. */
gboolean matchum_migration_bring_up (MatchumDatabase         *database,
                                     gint64                   version,
                                     GError                 **error);
/* The same without the backup. */
gboolean matchum_migration_run_known (MatchumDatabase        *database,
                                      gint64                  version,
                                      GError                **error);
/* The same with a list of one's own. Stops at the first that fails; those before it stay. */
gboolean matchum_migration_run      (MatchumDatabase         *database,
                                     gint64                   version,
                                     const MatchumMigration  *migrations,
                                     guint                    n_migrations,
                                     GError                 **error);

/* For a library of an older version that can only be read: for this connection, tables that it lacks are there, empty, and columns
 * that it lacks have the value that a row has in which nothing was put there. */
gboolean matchum_migration_stand_in (MatchumDatabase         *database,
                                     gint64                   version,
                                     GError                 **error);

G_END_DECLS
