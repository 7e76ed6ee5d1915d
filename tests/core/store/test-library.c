/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole library: made, opened, edited, told of, and its files. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-library-check.h"

typedef struct {
  guint n_changed;
  guint n_failed;
  MatchumChanges *last;
} Listener;

static void
changed_cb (MatchumLibrary *library, MatchumChanges *changes, gpointer data)
{
  Listener *listener = data;

  listener->n_changed++;
  g_clear_pointer (&listener->last, matchum_changes_unref);
  listener->last = matchum_changes_ref (changes);
}

static void
failed_cb (MatchumLibrary *library, GError *error, gpointer data)
{
  Listener *listener = data;

  g_assert_nonnull (error->message);
  listener->n_failed++;
}

static void
listen (Listener *listener, MatchumLibrary *library)
{
  g_signal_connect (library, "changed", G_CALLBACK (changed_cb), listener);
  g_signal_connect (library, "failed", G_CALLBACK (failed_cb), listener);
}

static void
assert_mode (const char *path, guint mode)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, mode);
}

static void
test_create (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new", "deep", "library.db", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *memory = g_strconcat (path, "-shm", NULL);
  MatchumLibrary *library = store_fixture_open (path);

  store_fixture_put_posting (library, "p", "필수 요건");
  assert_mode (folder, 0700);
  assert_mode (path, 0600);
  assert_mode (log, 0600);
  assert_mode (memory, 0600);
  g_assert_cmpint (store_fixture_count (library, "PRAGMA application_id"), ==, MATCHUM_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (store_fixture_count (library, "PRAGMA user_version"), ==, MATCHUM_SCHEMA_VERSION);
  g_assert_cmpint (store_fixture_count (library, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_fixture_count (library, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (store_fixture_count (library, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (store_fixture_count (library, "PRAGMA trusted_schema"), ==, 0);
  store_fixture_close (library);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (memory, G_FILE_TEST_EXISTS));
}

static void
test_missing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLibrary) library = matchum_library_open (fixture->path, 0, 0, &error);

  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_MISSING);
  g_assert_null (library);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* Permissions that were opened are closed again. */
static void
test_private (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_close (library);
  g_assert_cmpint (chmod (fixture->path, 0644), ==, 0);
  library = store_fixture_open (fixture->path);
  assert_mode (fixture->path, 0600);
  store_fixture_close (library);
}

static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumApplicationRecord) application = NULL;
  g_autoptr (GError) error = NULL;
  Listener listener = { 0 };

  listen (&listener, library);
  store_fixture_put_posting (library, "p", "a");
  g_assert_cmpuint (listener.n_changed, ==, 1);
  g_assert_true (matchum_changes_has_posting (listener.last, "p"));
  g_assert_false (matchum_changes_has_baseline (listener.last, "p"));

  store_fixture_put_baseline (library, "b", "# 이름\n");
  store_fixture_put_application (library, "a", "b", "p");
  g_assert_cmpuint (listener.n_changed, ==, 3);
  g_assert_true (matchum_changes_has_application (listener.last, "a"));
  g_assert_false (matchum_changes_has_posting (listener.last, "p"));
  g_assert_false (matchum_changes_has_baseline (listener.last, "b"));

  application = matchum_application_table_find (matchum_library_get_database (library), "a", &error);
  g_assert_no_error (error);
  g_ptr_array_add (application->hidden, g_strdup ("block"));
  store_fixture_edit (library, "Hide Item", matchum_application_table_put, application);
  g_assert_true (matchum_changes_has_application (listener.last, "a"));
  g_assert_true (matchum_changes_has_table (listener.last, "application_hidden"));
  g_assert_false (matchum_changes_has_table (listener.last, "applications"));

  /* What goes with a posting is told of too. */
  store_fixture_edit (library, "Delete Posting", matchum_posting_table_remove, "p");
  g_assert_true (matchum_changes_has_posting (listener.last, "p"));
  g_assert_true (matchum_changes_has_application (listener.last, "a"));
  g_assert_cmpuint (listener.n_failed, ==, 0);
  g_clear_pointer (&listener.last, matchum_changes_unref);
  store_fixture_close (library);
}

/* The same again is no edit: nothing is told and nothing is to be undone. */
static void
test_no_change (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  Listener listener = { 0 };

  store_fixture_put_posting (library, "p", "a");
  listen (&listener, library);
  store_fixture_put_posting (library, "p", "a");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_steps"), ==, 1);
  g_assert_cmpuint (listener.n_changed, ==, 0);
  store_fixture_close (library);
}

static gboolean
fail_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  g_autoptr (MatchumPostingRecord) record = store_fixture_posting ("half", "written");

  if (!matchum_posting_table_put (database, record, error))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no");
  return FALSE;
}

static void
test_all_or_nothing (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GError) error = NULL;
  Listener listener = { 0 };

  listen (&listener, library);
  g_assert_false (matchum_library_edit_once (library, "Half", fail_cb, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 0);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_changes"), ==, 0);
  g_assert_null (matchum_library_get_undo_label (library));
  g_assert_cmpuint (listener.n_changed, ==, 0);
  store_fixture_close (library);
}

/* A write that would pass by undo fails. */
static void
test_past_undo (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumPostingRecord) record = store_fixture_posting ("p", "a");
  g_autoptr (GError) error = NULL;

  g_assert_false (
      matchum_library_edit_once (library, NULL, (MatchumEditFunc) matchum_posting_table_put, record, &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_GENERIC);
  g_clear_error (&error);
  g_assert_false (matchum_posting_table_put (matchum_library_get_database (library), record, &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_READ_ONLY);
  store_fixture_close (library);
}

static void
count_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  guint *n_done = data;

  matchum_library_finish (MATCHUM_LIBRARY (library), result, &error);
  g_assert_no_error (error);
  (*n_done)++;
}

/* Strictly in order, whoever waits: the last text is the one that stays. */
static void
test_async (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumPostingRecord) found = NULL;
  Listener listener = { 0 };
  guint n_done = 0;

  listen (&listener, library);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (MatchumEdit) edit = matchum_edit_new ("Edit Posting");
      g_autofree char *text = g_strdup_printf ("text %u", i);

      matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, store_fixture_posting ("p", text),
                        (GDestroyNotify) matchum_posting_record_free);
      matchum_library_edit_async (library, edit, count_cb, &n_done);
    }
  g_assert_true (matchum_library_is_pending (library));
  matchum_library_undo_async (library, count_cb, &n_done);
  store_fixture_put_posting (library, "q", "after all those");
  g_assert_false (matchum_library_is_pending (library));
  g_assert_cmpuint (listener.n_changed, ==, 22);
  while (n_done < 21)
    g_main_context_iteration (NULL, TRUE);
  found = matchum_posting_table_find (matchum_library_get_database (library), "p", NULL);
  g_assert_cmpstr (found->text, ==, "text 18");
  g_assert_cmpuint (listener.n_failed, ==, 0);
  g_clear_pointer (&listener.last, matchum_changes_unref);
  store_fixture_close (library);
}

/* An edit that nobody waits for tells of its failure by a signal. */
static void
test_failed (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumEdit) edit = matchum_edit_new ("Half");
  Listener listener = { 0 };

  listen (&listener, library);
  matchum_edit_add (edit, fail_cb, NULL, NULL);
  matchum_library_edit_async (library, edit, NULL, NULL);
  while (listener.n_failed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (listener.n_changed, ==, 0);
  store_fixture_close (library);
}

static void
edit_again_cb (MatchumLibrary *library, MatchumChanges *changes, gpointer data)
{
  guint *n_left = data;
  g_autofree char *id = NULL;

  if (*n_left == 0)
    return;
  id = g_strdup_printf ("n%u", (*n_left)--);
  store_fixture_put_posting (library, id, "made while being told");
}

/* A handler may edit in turn, and wait for it. */
static void
test_edit_within_changed (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  guint n_left = 5;

  g_signal_connect (library, "changed", G_CALLBACK (edit_again_cb), &n_left);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MatchumEdit) edit = matchum_edit_new ("Add Posting");
      g_autofree char *id = g_strdup_printf ("a%u", i);

      matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, store_fixture_posting (id, "x"),
                        (GDestroyNotify) matchum_posting_record_free);
      matchum_library_edit_async (library, edit, NULL, NULL);
    }
  matchum_library_flush (library);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 8);
  store_fixture_close (library);
}

/* What was asked for before closing is on the disk after it. */
static void
test_close_saves (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumEdit) edit = matchum_edit_new ("Add Posting");

  matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, store_fixture_posting ("p", "x"),
                    (GDestroyNotify) matchum_posting_record_free);
  matchum_library_edit_async (library, edit, NULL, NULL);
  store_fixture_close (library);
  library = store_fixture_open (fixture->path);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 1);
  store_fixture_close (library);
}

static void
test_memory (void)
{
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library = matchum_library_new_in_memory (&error);
  MatchumLibrary *other = matchum_library_new_in_memory (&error);

  g_assert_no_error (error);
  store_fixture_put_posting (library, "p", "x");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 1);
  g_assert_cmpint (store_fixture_count (other, "SELECT count (*) FROM postings"), ==, 0);
  g_assert_true (matchum_library_undo (library, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 0);
  g_assert_null (matchum_library_get_path (library));
  store_fixture_close (library);
  store_fixture_close (other);
}

/* Another program can read beside the one that edits, but not edit. */
static void
test_two (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLibrary) second = matchum_library_open (fixture->path, 0, 50, &error);
  g_autoptr (MatchumLibrary) reader = NULL;

  g_assert_null (second);
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_IN_USE);
  g_clear_error (&error);
  store_fixture_put_posting (library, "p", "x");
  reader = matchum_library_open (fixture->path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (reader, "SELECT count (*) FROM postings"), ==, 1);
  g_assert_nonnull (matchum_library_get_read_only_reason (reader));
  g_assert_false (matchum_library_undo (reader, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_READ_ONLY);
  g_clear_error (&error);
  store_fixture_close (library);
  second = matchum_library_open (fixture->path, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_null (matchum_library_get_read_only_reason (second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/store/library/create", test_create);
  ADD ("/store/library/missing", test_missing);
  ADD ("/store/library/private", test_private);
  ADD ("/store/library/changed", test_changed);
  ADD ("/store/library/no-change", test_no_change);
  ADD ("/store/library/all-or-nothing", test_all_or_nothing);
  ADD ("/store/library/past-undo", test_past_undo);
  ADD ("/store/library/async", test_async);
  ADD ("/store/library/failed", test_failed);
  ADD ("/store/library/edit-within-changed", test_edit_within_changed);
  ADD ("/store/library/close-saves", test_close_saves);
  ADD ("/store/library/two", test_two);
  g_test_add_func ("/store/library/memory", test_memory);
  return g_test_run ();
}
