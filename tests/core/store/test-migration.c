/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries of other versions: those of every version before are brought up, those of versions to come are only read.
 */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-library-check.h"
#include "store/matchum-library-folder.h"
#include "store/matchum-migration.h"

/* A copy of the library kept of a version. */
static void
copy_kept (StoreFixture *fixture, guint version)
{
  g_autofree char *name = g_strdup_printf ("schema-%u.db", version);
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "core", "store", name, NULL);

  store_fixture_copy (kept, fixture->path);
}

/* What the tool that made them put there, whatever tables it is in now. */
static void
check_content (MatchumLibrary *library, guint version)
{
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autoptr (GPtrArray) postings = matchum_posting_table_list (database, NULL);
  g_autoptr (GPtrArray) baselines = matchum_baseline_table_list (database, NULL);
  g_autoptr (GPtrArray) blocks = matchum_block_table_list (database, "baseline-0", NULL);
  g_autoptr (GPtrArray) aliases = matchum_alias_table_list (database, NULL);
  g_autoptr (GPtrArray) links = matchum_entry_link_table_list (database, NULL, NULL);
  g_autoptr (GPtrArray) tags = matchum_block_tag_table_list (database, NULL, NULL);
  g_autoptr (GPtrArray) priorities = matchum_block_priority_table_list (database, NULL, NULL);
  g_autoptr (GPtrArray) readings = matchum_reading_table_list (database, "posting-5", NULL);
  g_autoptr (GPtrArray) claims = matchum_application_claims_list (database, "application-3", NULL);
  g_autoptr (MatchumApplicationRecord) application = matchum_application_table_find (database, "application-3", NULL);
  g_autoptr (MatchumSentCopyRecord) sent = matchum_sent_copy_table_find (database, "sent", NULL);
  g_autofree char *open = matchum_setting_table_get (database, "open", NULL);
  g_autofree char *markdown = store_fixture_dup_text (0, 60);

  g_assert_cmpuint (postings->len, ==, 12);
  for (guint i = 1; i < 12; i++)
    {
      g_autofree char *text = store_fixture_dup_text (i, 20);

      g_assert_cmpstr (((MatchumPostingRecord *) g_ptr_array_index (postings, i))->text, ==, text);
    }
  g_assert_cmpuint (baselines->len, ==, 2);
  g_assert_cmpstr (((MatchumBaselineRecord *) g_ptr_array_index (baselines, 0))->markdown, ==, markdown);
  g_assert_cmpuint (blocks->len, ==, 40);
  g_assert_true (((MatchumBlockRecord *) g_ptr_array_index (blocks, 7))->is_gone);
  g_assert_cmpuint (aliases->len, ==, 1);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpstr (((MatchumEntryLinkRecord *) links->pdata[0])->entry, ==, "b1");
  g_assert_cmpstr (((MatchumEntryLinkRecord *) links->pdata[0])->other_words, ==, version < 3 ? NULL : "Eeum\nWork");
  g_assert_cmpuint (tags->len, ==, version < 3 ? 0 : 3);
  g_assert_cmpuint (priorities->len, ==, version < 3 ? 0 : 2);
  g_assert_cmpuint (readings->len, ==, 1);
  g_assert_cmpuint (claims->len, ==, version < 2 ? 0 : 2);
  g_assert_cmpuint (application->hidden->len, ==, 2);
  g_assert_cmpuint (application->wordings->len, ==, 1);
  g_assert_cmpstr (application->team, ==, "추천팀");
  g_assert_cmpint (application->budget, ==, 2);
  g_assert_cmpstr (application->style, ==, version < 3 ? NULL : "margin=18mm");
  g_assert_cmpint (application->allows_gaps, ==, version >= 3);
  g_assert_cmpuint (sent->files->len, ==, 2);
  g_assert_cmpstr (open, ==, "posting-1");
}

static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  for (guint version = 1; version <= MATCHUM_SCHEMA_VERSION; version++)
    {
      MatchumLibrary *library;
      g_autoptr (GPtrArray) backups = NULL;

      copy_kept (fixture, version);
      library = store_fixture_open (fixture->path);
      g_assert_null (matchum_library_get_read_only_reason (library));
      g_assert_cmpint (store_fixture_count (library, "PRAGMA user_version"), ==, MATCHUM_SCHEMA_VERSION);
      check_content (library, version);
      backups = matchum_backup_list (fixture->path);
      g_assert_cmpuint (backups->len, ==, MIN (version, MATCHUM_SCHEMA_VERSION - 1)); /* one of each before it */
      /* It can be edited, undone to what it could be undone to, closed and opened. */
      store_fixture_put_posting (library, "new", "x");
      g_assert_true (matchum_library_undo (library, NULL));
      store_fixture_close (library);
      library = store_fixture_open (fixture->path);
      check_content (library, version);
      store_fixture_close (library);
    }
}

/* The history of a library that is kept can still be undone and done again, step by step, though its rows have more
 * columns now.
 */
static void
test_kept_undo (StoreFixture *fixture, gconstpointer data)
{
  for (guint version = 1; version <= MATCHUM_SCHEMA_VERSION; version++)
    {
      MatchumLibrary *library;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      guint n_steps = 0;

      copy_kept (fixture, version);
      library = store_fixture_open (fixture->path);
      g_assert_cmpstr (matchum_library_get_redo_label (library), ==, "Delete Posting");
      g_assert_true (matchum_library_redo (library, NULL));
      g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 11);
      g_assert_true (matchum_library_undo (library, NULL));
      check_content (library, version);
      before = store_fixture_dump_library (library);
      for (; matchum_library_undo (library, NULL); n_steps++)
        ;
      g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 0);
      g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM entry_links"), ==, 0);
      for (; n_steps > 0; n_steps--)
        g_assert_true (matchum_library_redo (library, NULL));
      after = store_fixture_dump_library (library);
      store_fixture_assert_same (after, before);
      store_fixture_close (library);
    }
}

/* What came when is told as it was: the folder import, the stand-ins and salvage rely on it. */
static void
test_since (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumDatabase) now = matchum_database_open_memory ("now", NULL);
  g_autoptr (GPtrArray) tables = NULL;

  g_assert_true (matchum_schema_create (now, NULL));
  tables = matchum_schema_list_tables (now, NULL);
  for (guint version = 1; version <= MATCHUM_SCHEMA_VERSION; version++)
    {
      g_autoptr (MatchumDatabase) then = NULL;

      copy_kept (fixture, version);
      then = matchum_database_open (fixture->path, MATCHUM_DATABASE_READ_ONLY, NULL);
      for (guint i = 0; i < tables->len; i++)
        {
          const char *table = tables->pdata[i];
          g_autoptr (GPtrArray) columns = matchum_schema_list_all_columns (now, table, NULL);
          g_autoptr (GPtrArray) had = matchum_schema_list_all_columns (then, table, NULL);

          g_assert_cmpint (had->len > 0, ==, matchum_schema_get_since (table, NULL) <= version);
          for (guint j = 0; j < columns->len; j++)
            g_assert_cmpint (g_ptr_array_find_with_equal_func (had, columns->pdata[j], g_str_equal, NULL), ==,
                             matchum_schema_get_since (table, columns->pdata[j]) <= version);
        }
    }
}

static gboolean
add_column_cb (MatchumDatabase *database, GError **error)
{
  return matchum_database_execute (database, "ALTER TABLE postings ADD COLUMN mood TEXT", error);
}

static gboolean
rebuild_cb (MatchumDatabase *database, GError **error)
{
  return matchum_database_execute (database,
                                   "CREATE TABLE fresh (alias TEXT NOT NULL PRIMARY KEY, concept TEXT NOT NULL) STRICT;"
                                   "INSERT INTO fresh SELECT alias, concept FROM aliases;"
                                   "DROP TABLE aliases; ALTER TABLE fresh RENAME TO aliases",
                                   error);
}

static gboolean
half_cb (MatchumDatabase *database, GError **error)
{
  return matchum_database_execute (database, "DELETE FROM postings; SELECT no_such_function ()", error);
}

static gboolean
orphan_cb (MatchumDatabase *database, GError **error)
{
  return matchum_database_execute (database, "DELETE FROM baselines", error);
}

/* In order, each whole: columns come with undo and digests, and the check is content. */
static void
test_steps (StoreFixture *fixture, gconstpointer data)
{
  const MatchumMigration migrations[] = { { MATCHUM_SCHEMA_VERSION + 1, add_column_cb },
                                          { MATCHUM_SCHEMA_VERSION + 2, rebuild_cb } };
  g_autoptr (MatchumDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *trigger = NULL;
  gint64 version, n;

  copy_kept (fixture, 1);
  database = matchum_database_open (fixture->path, MATCHUM_DATABASE_READ_WRITE, &error);
  g_assert_true (matchum_migration_run (database, 1, migrations, 2, &error));
  g_assert_no_error (error);
  g_assert_true (matchum_library_check (database, &version, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, MATCHUM_SCHEMA_VERSION + 2);
  trigger =
      matchum_database_dup_text (database, "SELECT sql FROM sqlite_schema WHERE name = 'undo_update_postings'", &error);
  g_assert_nonnull (strstr (trigger, "mood"));
  g_assert_true (matchum_database_get_int (database, "PRAGMA foreign_keys", &n, &error));
  g_assert_cmpint (n, ==, 1);
  /* Those that are done are not done again. */
  g_assert_true (matchum_migration_run (database, version, migrations, 2, &error));
}

static void
test_failing (StoreFixture *fixture, gconstpointer data)
{
  const MatchumMigration half[] = { { 2, half_cb } };
  const MatchumMigration orphan[] = { { 2, orphan_cb } };
  g_autoptr (MatchumDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  MatchumLibrary *library;

  copy_kept (fixture, 1);
  database = matchum_database_open (fixture->path, MATCHUM_DATABASE_READ_WRITE, &error);
  before = store_fixture_dump (database);
  g_assert_false (matchum_migration_run (database, 1, half, 1, &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_GENERIC);
  g_clear_error (&error);
  g_assert_false (matchum_migration_run (database, 1, orphan, 1, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED);
  after = store_fixture_dump (database);
  store_fixture_assert_same (after, before);
  g_clear_pointer (&database, matchum_database_unref);
  library = store_fixture_open (fixture->path);
  check_content (library, 1);
  store_fixture_close (library);
}

/* One that may not be changed is shown as it is, though it lacks tables that this version reads. */
static void
test_older_read_only (StoreFixture *fixture, gconstpointer data)
{
  for (guint version = 1; version <= MATCHUM_SCHEMA_VERSION; version++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *folder = g_strdup_printf ("%s-%u", fixture->path, version);
      gsize before_length, after_length;
      g_autoptr (GError) error = NULL;
      g_autoptr (GHashTable) outlines = NULL;
      g_autoptr (GHashTable) blocks = NULL;
      MatchumLibrary *library;

      copy_kept (fixture, version);
      g_assert_true (g_file_get_contents (fixture->path, &before, &before_length, NULL));
      library = matchum_library_open (fixture->path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
      g_assert_no_error (error);
      check_content (library, version);
      outlines = matchum_application_table_list_outlines (matchum_library_get_database (library), NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_hash_table_size (outlines), ==, 12);
      blocks = matchum_application_table_list_blocks (matchum_library_get_database (library), "baseline-0", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_hash_table_size (blocks), ==, version < 3 ? 7 : 9);
      /* What goes out is what is there, and comes in again. */
      g_assert_true (matchum_library_export (library, folder, &error));
      store_fixture_close (library);
      g_assert_true (g_file_get_contents (fixture->path, &after, &after_length, NULL));
      g_assert_cmpmem (before, before_length, after, after_length);
      library = matchum_library_new_in_memory (&error);
      g_assert_true (matchum_library_import (library, folder, &error));
      g_assert_no_error (error);
      check_content (library, version);
      store_fixture_close (library);
    }
}

/* From the future: readable, untouched, and says so. */
static void
test_newer (StoreFixture *fixture, gconstpointer data)
{
  const MatchumMigration migrations[] = { { MATCHUM_SCHEMA_VERSION + 1, add_column_cb } };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length, after_length;
  MatchumLibrary *library;
  g_autoptr (MatchumDatabase) database = NULL;

  copy_kept (fixture, MATCHUM_SCHEMA_VERSION);
  database = matchum_database_open (fixture->path, MATCHUM_DATABASE_READ_WRITE, &error);
  g_assert_true (matchum_migration_run (database, MATCHUM_SCHEMA_VERSION, migrations, 1, &error));
  g_clear_pointer (&database, matchum_database_unref);
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_length, NULL));
  library = matchum_library_open (fixture->path, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (matchum_library_get_read_only_reason (library), "newer"));
  check_content (library, MATCHUM_SCHEMA_VERSION);
  g_assert_false (matchum_library_undo (library, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_READ_ONLY);
  store_fixture_close (library);
  g_assert_true (g_file_get_contents (fixture->path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/store/migration/kept", test_kept);
  ADD ("/store/migration/kept-undo", test_kept_undo);
  ADD ("/store/migration/since", test_since);
  ADD ("/store/migration/steps", test_steps);
  ADD ("/store/migration/failing", test_failing);
  ADD ("/store/migration/older-read-only", test_older_read_only);
  ADD ("/store/migration/newer", test_newer);
  return g_test_run ();
}
