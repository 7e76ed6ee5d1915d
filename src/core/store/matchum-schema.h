/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a library, and the triggers that are made from them: undo, digests, and keys that stay. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

/* "MTCM": PRAGMA application_id of every library. */
#define MATCHUM_SCHEMA_APPLICATION_ID 0x4d54434d
/* PRAGMA user_version. Raised with every change of a table; see matchum-migration.c. */
#define MATCHUM_SCHEMA_VERSION 3

/* Makes everything in an empty database, within the transaction under way. */
gboolean    matchum_schema_create           (MatchumDatabase   *database,
                                             GError           **error);
/* Makes what a version added to the one before, but for triggers and digests. */
gboolean    matchum_schema_add_version      (MatchumDatabase   *database,
                                             gint64             version,
                                             GError           **error);
/* Makes the triggers anew from the tables that are there, and the digests from their rows. */
gboolean    matchum_schema_create_triggers  (MatchumDatabase   *database,
                                             GError           **error);
gboolean    matchum_schema_drop_triggers    (MatchumDatabase   *database,
                                             GError           **error);
/* Whether tables, indexes and triggers are exactly those of this version: a library from a stranger may hold triggers
 * of its own. */
gboolean    matchum_schema_is_intact        (MatchumDatabase   *database,
                                             gboolean          *is_intact,
                                             GError           **error);

/* Names of all tables but the digests, in the order of their making: a table stands behind those that it refers to. */
GPtrArray  *matchum_schema_list_tables      (MatchumDatabase   *database,
                                             GError           **error);
/* The version that a table came with, or a column of it where that is not NULL. */
gint64      matchum_schema_get_since        (const char        *table,
                                             const char        *column);
/* Whether writes to a table go through the undo log. Every table does that is not named here. */
gboolean    matchum_schema_is_undoable      (const char        *table);
/* Whether a table holds what the user put there, rather than the undo log. */
gboolean    matchum_schema_is_content       (const char        *table);
/* The columns of a table that make up its key, or all others where is_key is FALSE. */
GPtrArray  *matchum_schema_list_columns     (MatchumDatabase   *database,
                                             const char        *table,
                                             gboolean           is_key,
                                             GError           **error);
GPtrArray  *matchum_schema_list_all_columns (MatchumDatabase   *database,
                                             const char        *table,
                                             GError           **error);

G_END_DECLS
