/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the tables together, each as its own file tells it, and generates their triggers. */
#include "config.h"

#include "store/matchum-schema.h"

#include <string.h>

#include "store/matchum-alias-table.h"
#include "store/matchum-application-table.h"
#include "store/matchum-baseline-table.h"
#include "store/matchum-block-priority-table.h"
#include "store/matchum-block-table.h"
#include "store/matchum-block-tag-table.h"
#include "store/matchum-claim-table.h"
#include "store/matchum-digest.h"
#include "store/matchum-entry-link-table.h"
#include "store/matchum-posting-table.h"
#include "store/matchum-reading-table.h"
#include "store/matchum-sent-copy-table.h"
#include "store/matchum-setting-table.h"
#include "store/matchum-triggers.h"
#include "store/matchum-undo-log.h"

/* STRICT, so that a value has the type of its column whoever wrote it. The row "schema" repeats the version, so that a
 * flipped bit of the file's header is noticed; it is there in all versions to come. */
static const char digest_table_sql[] = "CREATE TABLE digests (\n"
                                       "  tbl TEXT NOT NULL PRIMARY KEY,\n"
                                       "  sum INTEGER NOT NULL\n"
                                       ") STRICT";

/* What each version added to the one before. A new part goes last: salvage knows where the tables before it begin in
 * the file. A column is added here too, and stays out of the table's first words, so that a library that was brought up
 * has the very words of one that was made new. */
static const struct {
  gint64 version;
  const char *sql;
} parts[] = {
  { 1, digest_table_sql },
  { 1, matchum_undo_log_sql },
  { 1, matchum_baseline_table_sql },
  { 1, matchum_block_table_sql },
  { 1, matchum_entry_link_table_sql },
  { 1, matchum_posting_table_sql },
  { 1, matchum_reading_table_sql },
  { 1, matchum_application_table_sql },
  { 1, matchum_alias_table_sql },
  { 1, matchum_sent_copy_table_sql },
  { 1, matchum_setting_table_sql },
  { 2, matchum_claim_table_sql },
  { 3, matchum_application_table_sql_3 },
  { 3, matchum_entry_link_table_sql_3 },
  { 3, matchum_block_tag_table_sql },
  { 3, matchum_block_priority_table_sql },
};

/* What came with a later version than the first: tables, and columns of tables that were there before. */
static const struct {
  const char *table;
  const char *column;
  gint64 since;
} later[] = {
  { "claims", NULL, 2 },           { "applications", "style", 3 },      { "applications", "allows_gaps", 3 },
  { "entry_links", "words", 3 },   { "entry_links", "other_words", 3 }, { "block_tags", NULL, 3 },
  { "block_priorities", NULL, 3 },
};

/* What the application remembers rather than what the user did; what cannot be taken back, because it went out; and the
 * log itself. */
static const char *const lasting_tables[] = {
  "settings", "sent_copies", "sent_files", "undo_steps", "undo_changes", "undo_values", "undo_owners", "digests", NULL,
};

gboolean
matchum_schema_is_undoable (const char *table)
{
  g_return_val_if_fail (table != NULL, FALSE);

  return !g_strv_contains (lasting_tables, table);
}

gint64
matchum_schema_get_since (const char *table, const char *column)
{
  gint64 since = 1;

  g_return_val_if_fail (table != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    if (g_str_equal (later[i].table, table) && (later[i].column == NULL || g_strcmp0 (later[i].column, column) == 0))
      since = MAX (since, later[i].since);
  return since;
}

gboolean
matchum_schema_is_content (const char *table)
{
  g_return_val_if_fail (table != NULL, FALSE);

  return !g_str_has_prefix (table, "undo_") && !g_str_equal (table, "digests");
}

static GPtrArray *
list_names (MatchumDatabase *database, const char *sql, const char *table, GError **error)
{
  g_autoptr (MatchumStatement) statement = matchum_statement_new (database, sql, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (statement == NULL)
    return NULL;
  if (table != NULL)
    matchum_statement_bind_text (statement, 1, table);
  while (matchum_statement_step (statement, error))
    g_ptr_array_add (names, matchum_statement_dup_text (statement, 0));
  return matchum_statement_is_done (statement) ? g_steal_pointer (&names) : NULL;
}

GPtrArray *
matchum_schema_list_tables (MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return list_names (database,
                     "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'digests'"
                     " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
                     NULL, error);
}

GPtrArray *
matchum_schema_list_columns (MatchumDatabase *database, const char *table, gboolean is_key, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (table != NULL, NULL);

  return list_names (database,
                     is_key ? "SELECT name FROM pragma_table_info (?1) WHERE pk > 0 ORDER BY pk"
                            : "SELECT name FROM pragma_table_info (?1) WHERE pk = 0 ORDER BY cid",
                     table, error);
}

GPtrArray *
matchum_schema_list_all_columns (MatchumDatabase *database, const char *table, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (table != NULL, NULL);

  return list_names (database, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", table, error);
}

gboolean
matchum_schema_add_version (MatchumDatabase *database, gint64 version, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].version == version && !matchum_database_execute (database, parts[i].sql, error))
      return FALSE;
  return TRUE;
}

/**
 * matchum_schema_create:
 *
 * Makes the tables of this version, their triggers and their digests. The caller has begun a transaction.
 */
gboolean
matchum_schema_create (MatchumDatabase *database, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            MATCHUM_SCHEMA_APPLICATION_ID, MATCHUM_SCHEMA_VERSION);

  g_return_val_if_fail (database != NULL, FALSE);

  for (gint64 version = 1; version <= MATCHUM_SCHEMA_VERSION; version++)
    if (!matchum_schema_add_version (database, version, error))
      return FALSE;
  return matchum_database_execute (database, marks, error) && matchum_schema_create_triggers (database, error);
}

gboolean
matchum_schema_drop_triggers (MatchumDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) names =
      list_names (database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", NULL, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER \"%s\"", (char *) g_ptr_array_index (names, i));

      if (!matchum_database_execute (database, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_digest (MatchumDatabase *database, const char *table, gint64 sum, GError **error)
{
  g_autoptr (MatchumStatement) statement =
      matchum_statement_new (database, "INSERT INTO digests (tbl, sum) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  matchum_statement_bind_text (statement, 1, table);
  matchum_statement_bind_int (statement, 2, sum);
  return matchum_statement_run (statement, error);
}

static gboolean
create_table_triggers (MatchumDatabase *database, const char *table, GError **error)
{
  g_autofree char *sql = matchum_triggers_generate (database, table, error);
  guint64 sum;

  return sql != NULL && matchum_database_execute (database, sql, error)
         && matchum_digest_get_table (database, table, &sum, error)
         && set_digest (database, table, (gint64) sum, error);
}

gboolean
matchum_schema_create_triggers (MatchumDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  gint64 version;

  g_return_val_if_fail (database != NULL, FALSE);

  tables = matchum_schema_list_tables (database, error);
  if (tables == NULL || !matchum_schema_drop_triggers (database, error)
      || !matchum_database_execute (database, "DELETE FROM digests", error)
      || !matchum_database_get_int (database, "PRAGMA user_version", &version, error)
      || !set_digest (database, "schema", version, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!create_table_triggers (database, g_ptr_array_index (tables, i), error))
      return FALSE;
  return !g_ptr_array_find_with_equal_func (tables, "sent_copies", g_str_equal, NULL)
         || matchum_database_execute (database, matchum_sent_copy_table_triggers_sql, error);
}

/* Everything in the schema, in an order of its own. */
static GPtrArray *
list_schema (MatchumDatabase *database, GError **error)
{
  return list_names (database,
                     "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce (sql, '') FROM sqlite_schema"
                     " WHERE name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4') ORDER BY type, name",
                     NULL, error);
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
      return FALSE;
  return TRUE;
}

static GPtrArray *
create_model_list (GError **error)
{
  g_autofree char *name = g_uuid_string_random ();
  g_autoptr (MatchumDatabase) model = matchum_database_open_memory (name, error);

  if (model == NULL || !matchum_schema_create (model, error))
    return NULL;
  return list_schema (model, error);
}

/* The schema of an empty library of this version, made once. */
static GPtrArray *
get_model_list (GError **error)
{
  static GMutex lock;
  static GPtrArray *list;
  GPtrArray *result;

  g_mutex_lock (&lock);
  if (list == NULL)
    list = create_model_list (error);
  result = list;
  g_mutex_unlock (&lock);
  return result;
}

gboolean
matchum_schema_is_intact (MatchumDatabase *database, gboolean *is_intact, GError **error)
{
  GPtrArray *expected;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (is_intact != NULL, FALSE);

  expected = get_model_list (error);
  found = expected != NULL ? list_schema (database, error) : NULL;
  if (found == NULL)
    return FALSE;
  *is_intact = is_same_list (expected, found);
  return TRUE;
}
