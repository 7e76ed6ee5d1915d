/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo below all edits: whatever was written comes back exactly, in whatever order, over restarts, and
 * bounded. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-database-private.h"

#define N_RANDOM_EDITS 400

static void
redo (MatchumLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (matchum_library_redo (library, &error));
  g_assert_no_error (error);
}

static void
assert_dump (MatchumLibrary *library, const char *expected)
{
  g_autofree char *dump = store_fixture_dump_library (library);

  store_fixture_assert_same (dump, expected);
}

static void
test_one (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *empty = store_fixture_dump_library (library);
  g_autofree char *full = NULL;

  store_fixture_put_posting (library, "p", "필수 '요건' \"따옴표\" \\ \n끝");
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Add Posting");
  g_assert_null (matchum_library_get_redo_label (library));
  full = store_fixture_dump_library (library);
  store_fixture_undo (library);
  assert_dump (library, empty);
  g_assert_null (matchum_library_get_undo_label (library));
  g_assert_cmpstr (matchum_library_get_redo_label (library), ==, "Add Posting");
  redo (library);
  assert_dump (library, full);
  store_fixture_close (library);
}

/* With a posting go its readings and applications with all their choices; one undo brings all of them back. */
static void
test_cascade (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumApplicationRecord) application = store_fixture_application ("a", "b", "p");
  MatchumReadingRecord reading = { (char *) "p", 3, (char *) "soft", (char *) "true", (char *) "성실한 분" };
  MatchumWordingRecord *wording = matchum_wording_record_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  wording->block = g_strdup ("i1");
  wording->text = g_strdup ("own");
  wording->replaced = g_strdup ("baseline's");
  g_ptr_array_add (application->wordings, wording);
  g_ptr_array_add (application->hidden, g_strdup ("i2"));
  g_ptr_array_add (application->pinned, g_strdup ("i3"));
  g_ptr_array_add (application->order, g_strdup ("i3"));
  g_ptr_array_add (application->order, g_strdup ("i1"));
  store_fixture_put_baseline (library, "b", "# 이름\n");
  store_fixture_put_posting (library, "p", "text");
  store_fixture_edit (library, "Add Application", matchum_application_table_put, application);
  store_fixture_edit (library, "Correct Line", matchum_reading_table_put, &reading);
  before = store_fixture_dump_library (library);
  store_fixture_edit (library, "Delete Posting", matchum_posting_table_remove, "p");
  after = store_fixture_dump_library (library);
  g_assert_null (strstr (after, "i2"));
  store_fixture_undo (library);
  assert_dump (library, before);
  redo (library);
  assert_dump (library, after);
  store_fixture_undo (library);
  assert_dump (library, before);
  store_fixture_close (library);
}

static void
test_new_edit_ends_redo (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GError) error = NULL;

  store_fixture_put_posting (library, "p", "1");
  store_fixture_put_posting (library, "p", "2");
  store_fixture_undo (library);
  store_fixture_put_posting (library, "p", "3");
  g_assert_null (matchum_library_get_redo_label (library));
  g_assert_false (matchum_library_redo (library, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOTHING);
  g_clear_error (&error);
  store_fixture_undo (library);
  store_fixture_undo (library);
  g_assert_false (matchum_library_undo (library, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOTHING);
  store_fixture_close (library);
}

/* An edit that changed nothing leaves what can be redone. */
static void
test_no_edit_keeps_redo (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_put_posting (library, "p", "1");
  store_fixture_put_posting (library, "p", "2");
  store_fixture_undo (library);
  store_fixture_put_posting (library, "p", "1");
  g_assert_cmpstr (matchum_library_get_redo_label (library), ==, "Add Posting");
  redo (library);
  store_fixture_close (library);
}

static void
type (MatchumLibrary *library, const char *key, const char *text)
{
  g_autoptr (MatchumEdit) edit = matchum_edit_new ("Edit Text");
  g_autoptr (GError) error = NULL;

  matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, store_fixture_posting ("p", text),
                    (GDestroyNotify) matchum_posting_record_free);
  matchum_edit_set_merge_key (edit, key);
  g_assert_true (matchum_library_edit (library, edit, &error));
  g_assert_no_error (error);
}

static void
assert_text (MatchumLibrary *library, const char *expected)
{
  g_autoptr (MatchumPostingRecord) found =
      matchum_posting_table_find (matchum_library_get_database (library), "p", NULL);

  g_assert_cmpstr (found->text, ==, expected);
}

static void
test_merge (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_put_posting (library, "p", "");
  type (library, "field 1", "a");
  type (library, "field 1", "ab");
  type (library, "field 1", "abc");
  type (library, "field 2", "abcd");
  store_fixture_undo (library);
  assert_text (library, "abc");
  /* What was taken back lies between: this begins anew. */
  type (library, "field 1", "abcx");
  store_fixture_undo (library);
  assert_text (library, "abc");
  store_fixture_undo (library);
  assert_text (library, "");
  /* Nor does it go on with what was taken back itself. */
  type (library, "field 1", "z");
  store_fixture_undo (library);
  assert_text (library, "");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_steps"), ==, 2);
  redo (library);
  assert_text (library, "z");
  store_fixture_close (library);
}

/* What was typed and rubbed out again leaves nothing to undo, and what came before it is what undo finds. */
static void
test_merge_to_nothing (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_put_posting (library, "p", "");
  type (library, "field 1", "a");
  type (library, "field 1", "ab");
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Edit Text");
  type (library, "field 1", "");
  assert_text (library, "");
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Add Posting");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_steps"), ==, 1);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_changes"), ==, 1);

  /* It goes on as if nothing had been. */
  type (library, "field 1", "x");
  type (library, "field 1", "xy");
  store_fixture_undo (library);
  assert_text (library, "");
  redo (library);
  assert_text (library, "xy");

  /* Without the key, taking back is a step like any other. */
  type (library, "field 2", "");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_steps"), ==, 3);
  store_fixture_undo (library);
  assert_text (library, "xy");
  store_fixture_close (library);
}

static void
test_restart (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_put_posting (library, "p", "1");
  store_fixture_put_posting (library, "p", "2");
  store_fixture_put_posting (library, "p", "3");
  store_fixture_undo (library);
  store_fixture_close (library);
  library = store_fixture_open (fixture->path);
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Add Posting");
  redo (library);
  assert_text (library, "3");
  store_fixture_undo (library);
  store_fixture_undo (library);
  assert_text (library, "1");
  store_fixture_close (library);
}

static void
test_bounded_steps (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  matchum_library_set_undo_limits (library, &(MatchumUndoLimits){ 5, G_MAXSIZE });
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      store_fixture_put_posting (library, "p", text);
    }
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_steps"), ==, 5);
  for (guint i = 0; i < 5; i++)
    store_fixture_undo (library);
  assert_text (library, "14");
  g_assert_false (matchum_library_undo (library, NULL));
  store_fixture_close (library);
}

static void
test_bounded_bytes (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *large = g_strnfill (100000, 'x');

  matchum_library_set_undo_limits (library, &(MatchumUndoLimits){ 1000, 250000 });
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u%s", i, large);

      store_fixture_put_posting (library, "p", text);
    }
  g_assert_cmpint (store_fixture_count (library, "SELECT sum (length (value)) FROM undo_values"), <=, 250000);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_steps"), ==, 2);
  /* The newest stays even where it alone is too large. */
  matchum_library_set_undo_limits (library, &(MatchumUndoLimits){ 1000, 10 });
  store_fixture_edit (library, "Delete Posting", matchum_posting_table_remove, "p");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_steps"), ==, 1);
  store_fixture_undo (library);
  g_assert_cmpint (store_fixture_count (library, "SELECT length (text) FROM postings"), ==, 100001);
  store_fixture_close (library);
}

/* A table and a column that were never heard of are undone all the same. */
static void
test_new_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumDatabase) database = matchum_database_open_memory ("undo-new-table", &error);
  g_autoptr (MatchumChanges) changes = matchum_changes_new ();
  const MatchumUndoLimits limits = { 10, 1000 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  MatchumUndoStep step;

  g_assert_true (matchum_database_execute (
      database,
      "CREATE TABLE digests (tbl TEXT PRIMARY KEY, sum INTEGER NOT NULL) STRICT;"
      "CREATE TABLE parents (id TEXT PRIMARY KEY NOT NULL, real REAL, data BLOB, whole INTEGER) STRICT;"
      "CREATE TABLE children (parent TEXT NOT NULL REFERENCES parents (id) ON DELETE CASCADE, n INTEGER NOT NULL,"
      " any ANY, PRIMARY KEY (parent, n)) STRICT",
      &error));
  g_assert_true (matchum_database_execute (database, matchum_undo_log_sql, &error));
  g_assert_true (matchum_schema_create_triggers (database, &error));
  g_assert_no_error (error);
  before = store_fixture_dump (database);

  g_assert_true (matchum_database_begin (database, &error));
  g_assert_true (matchum_undo_log_begin (database, "Made Up", NULL, &step, &error));
  g_assert_true (matchum_database_execute (
      database,
      "INSERT INTO parents VALUES ('x', 0.1, x'00ff00', -9223372036854775808), ('y', 1e300, NULL, NULL);"
      "INSERT INTO children VALUES ('x', 1, 'text'), ('x', 2, x'00'), ('y', 1, 3), ('y', 2, 3.5), ('y', 3, NULL);"
      "UPDATE parents SET data = x'', real = NULL WHERE id = 'y';"
      "REPLACE INTO parents VALUES ('x', 1.0 / 3, x'0102', 7);"
      "DELETE FROM children WHERE n = 2",
      &error));
  g_assert_no_error (error);
  g_assert_true (matchum_undo_log_end (database, &step, &limits, changes, &error));
  g_assert_true (matchum_database_commit (database, &error));
  after = store_fixture_dump (database);
  g_assert_true (matchum_changes_has_table (changes, "children"));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      g_assert_true (matchum_database_begin (database, &error));
      g_assert_true (matchum_undo_log_undo (database, changes, &error));
      g_assert_true (matchum_database_commit (database, &error));
      undone = store_fixture_dump (database);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (matchum_database_begin (database, &error));
      g_assert_true (matchum_undo_log_redo (database, changes, &error));
      g_assert_true (matchum_database_commit (database, &error));
      redone = store_fixture_dump (database);
      g_assert_cmpstr (redone, ==, after);
    }
  g_assert_no_error (error);
}

/* A key never changes, so that undo always finds its row. */
static void
test_keys_stay (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GError) error = NULL;

  store_fixture_put_posting (library, "p", "1");
  g_assert_false (matchum_library_edit_once (library, "Rename", (MatchumEditFunc) matchum_database_execute,
                                             (gpointer) "UPDATE postings SET id = 'q'", &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CONSTRAINT);
  store_fixture_close (library);
}

/* Settings and sent copies are outside: undo passes them by. */
static void
test_outside (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *value = NULL;

  store_fixture_put_posting (library, "p", "1");
  store_fixture_edit (library, NULL, matchum_database_execute, "INSERT INTO settings VALUES ('open', 'p')");
  store_fixture_undo (library);
  value = matchum_setting_table_get (matchum_library_get_database (library), "open", NULL);
  g_assert_cmpstr (value, ==, "p");
  store_fixture_close (library);
}

/* A step from a file that says other things than the tables are is refused as a whole. */
static void
test_hostile_log (StoreFixture *fixture, gconstpointer data)
{
  static const char *const forgeries[] = {
    "UPDATE undo_changes SET tbl = 'settings'",
    "UPDATE undo_changes SET tbl = 'undo_steps'",
    "UPDATE undo_changes SET tbl = 'postings\"; DROP TABLE postings; --'",
    "INSERT INTO settings VALUES ('open', 'p'); UPDATE undo_changes SET tbl = 'settings', action = 'insert';"
    "DELETE FROM undo_values WHERE col <> 'id'; INSERT INTO undo_values SELECT change, 'key', 'open' FROM undo_values;"
    "DELETE FROM undo_values WHERE col = 'id'",
    "UPDATE undo_changes SET action = 'DROP TABLE'",
    "DELETE FROM undo_values WHERE col = 'id'",
    "INSERT INTO undo_values SELECT id, 'no such column', 1 FROM undo_changes",
    "INSERT INTO undo_values SELECT id, 'text\" = 1; --', 1 FROM undo_changes",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/forged-%u.db", fixture->folder, i);
      MatchumLibrary *library = store_fixture_open (path);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;

      store_fixture_put_posting (library, "p", "1");
      store_fixture_put_posting (library, "p", "2");
      store_fixture_edit (library, NULL, matchum_database_execute, forgeries[i]);
      before = store_fixture_dump_library (library);
      g_assert_false (matchum_library_undo (library, &error));
      g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CONSTRAINT);
      assert_dump (library, before);
      /* Editing goes on. */
      store_fixture_put_posting (library, "p", "3");
      store_fixture_close (library);
    }
}

/* Something of version 3, where it has what it belongs to. */
static gboolean
put_random_mark (MatchumDatabase *database, GRand *rand, char *baseline, char *block, char *text, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM baselines WHERE id = '%s')", baseline);
  const MatchumBlockTagRecord tag = { baseline, block, block, g_rand_boolean (rand) };
  const MatchumBlockPriorityRecord priority = { baseline, block, g_rand_int_range (rand, 0, 4) };
  const MatchumEntryLinkRecord link = { baseline, block, baseline, (char *) "x", text, NULL };
  g_autofree char *application = NULL;
  gint64 is_there;

  if (!matchum_database_get_int (database, sql, &is_there, error))
    return FALSE;
  switch (is_there ? g_rand_int_range (rand, 0, 5) : 4)
    {
    case 0:
      return matchum_block_tag_table_put (database, &tag, error);
    case 1:
      return matchum_block_tag_table_remove (database, baseline, block, block, error);
    case 2:
      return matchum_block_priority_table_put (database, &priority, error);
    case 3:
      return matchum_entry_link_table_put (database, &link, error);
    default:
      application = matchum_database_dup_text (database, "SELECT min (id) FROM applications", error);
      return application == NULL
             || (matchum_application_table_set_look (database, application, block, NULL, text, error)
                 && matchum_application_table_set_allows_gaps (database, application, tag.is_always, error));
    }
}

static gboolean
random_edit_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  GRand *rand = data;

  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      g_autofree char *id = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 5));
      g_autofree char *other = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 5));
      g_autofree char *text = g_strdup_printf ("text %u", g_rand_int (rand));
      gint64 has_both;
      g_autofree char *both = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM baselines WHERE id = '%s')"
                                               " AND EXISTS (SELECT 1 FROM postings WHERE id = '%s')",
                                               id, other);

      switch (g_rand_int_range (rand, 0, 11))
        {
        case 0:
          case 1: {
            g_autoptr (MatchumPostingRecord) record = store_fixture_posting (other, text);

            if (!matchum_posting_table_put (database, record, error))
              return FALSE;
            break;
          }
          case 2: {
            g_autoptr (MatchumBaselineRecord) record = store_fixture_baseline (id, text);

            if (!matchum_baseline_table_put (database, record, error))
              return FALSE;
            break;
          }
        case 3:
          if (!matchum_posting_table_remove (database, other, error))
            return FALSE;
          break;
        case 4:
          if (g_rand_boolean (rand) && !matchum_baseline_table_remove (database, id, error))
            return FALSE;
          break;
        case 8:
        case 9:
        case 10:
          if (!put_random_mark (database, rand, id, other, text, error))
            return FALSE;
          break;
        case 5:
          if (!matchum_posting_table_move (database, other, g_rand_boolean (rand) ? id : NULL, error))
            return FALSE;
          break;
          default: {
            g_autoptr (MatchumApplicationRecord) record = store_fixture_application (text, id, other);

            g_ptr_array_add (record->hidden, g_strdup (text));
            if (!matchum_database_get_int (database, both, &has_both, error)
                || (has_both && !matchum_application_table_put (database, record, error)))
              return FALSE;
            break;
          }
        }
    }
  return TRUE;
}

/* Walks to and fro over random edits; each state must be what it was, byte for byte. */
static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int_range (0, G_MAXINT32));
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint here = 0;

  g_ptr_array_add (states, store_fixture_dump_library (library));
  for (guint i = 0; i < N_RANDOM_EDITS; i++)
    {
      const int what = g_rand_int_range (rand, 0, 10);

      if (what < 3 && here > 0)
        {
          store_fixture_undo (library);
          here--;
        }
      else if (what < 5 && here + 1 < states->len)
        {
          redo (library);
          here++;
        }
      else
        {
          g_autofree char *state = NULL;

          store_fixture_edit (library, "Random", random_edit_cb, rand);
          state = store_fixture_dump_library (library);
          if (strcmp (state, g_ptr_array_index (states, here)) != 0)
            {
              g_ptr_array_set_size (states, (int) ++here);
              g_ptr_array_add (states, g_steal_pointer (&state));
            }
          else if (matchum_library_get_redo_label (library) == NULL)
            {
              /* Rows that came and went within one edit: a step that does nothing. */
              g_ptr_array_set_size (states, (int) here + 1);
              if ((guint) store_fixture_count (library, "SELECT count (*) FROM undo_steps") > here)
                {
                  g_ptr_array_add (states, g_steal_pointer (&state));
                  here++;
                }
            }
        }
      assert_dump (library, g_ptr_array_index (states, here));
      if (i % 50 == 0)
        {
          store_fixture_close (library);
          library = store_fixture_open (fixture->path);
        }
    }
  store_fixture_close (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/store/undo/one", test_one);
  ADD ("/store/undo/cascade", test_cascade);
  ADD ("/store/undo/new-edit-ends-redo", test_new_edit_ends_redo);
  ADD ("/store/undo/no-edit-keeps-redo", test_no_edit_keeps_redo);
  ADD ("/store/undo/merge", test_merge);
  ADD ("/store/undo/merge-to-nothing", test_merge_to_nothing);
  ADD ("/store/undo/restart", test_restart);
  ADD ("/store/undo/bounded-steps", test_bounded_steps);
  ADD ("/store/undo/bounded-bytes", test_bounded_bytes);
  ADD ("/store/undo/keys-stay", test_keys_stay);
  ADD ("/store/undo/outside", test_outside);
  ADD ("/store/undo/hostile-log", test_hostile_log);
  ADD ("/store/undo/random", test_random);
  g_test_add_func ("/store/undo/new-table", test_new_table);
  return g_test_run ();
}
