/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: made, kept in number, restored, also over a damaged or missing library. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-library-check.h"

#define DAY (24 * 60 * 60)

static GPtrArray *
list (StoreFixture *fixture)
{
  return matchum_backup_list (fixture->path);
}

static const MatchumBackup *
get (GPtrArray *backups, guint i)
{
  return g_ptr_array_index (backups, i);
}

static void
back_up (MatchumLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (matchum_library_back_up (library, &error));
  g_assert_no_error (error);
}

/* A backup as if it had been made some days ago. */
static void
make_old (StoreFixture *fixture, guint days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -(gint) days);
  g_autofree char *time = g_date_time_format (then, "%Y%m%dT%H%M%SZ");
  g_autofree char *to = g_strdup_printf ("%s/backups/library-%s.db", fixture->folder, time);
  g_autoptr (GPtrArray) backups = list (fixture);

  store_fixture_copy (get (backups, 0)->path, to);
}

static void
test_make (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *dump = NULL;
  g_autofree char *copy_dump = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLibrary) copy = NULL;
  struct stat info;

  store_fixture_fill (library, 3);
  back_up (library);
  back_up (library);
  dump = store_fixture_dump_library (library);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpint (ABS (get (backups, 0)->time - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_cmpint (stat (get (backups, 0)->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, get (backups, 0)->n_bytes);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  copy = matchum_library_open (get (backups, 0)->path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  copy_dump = store_fixture_dump_library (copy);
  store_fixture_assert_same (copy_dump, dump);
  store_fixture_close (library);
}

/* One file, with nothing beside it, and no trace of the making. */
static void
test_one_file (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  store_fixture_fill (library, 3);
  back_up (library);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
  store_fixture_close (library);
}

static void
test_keep (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GPtrArray) backups = NULL;

  store_fixture_put_posting (library, "p", "x");
  back_up (library);
  for (guint days = 1; days < 30; days++)
    make_old (fixture, days);
  back_up (library);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, MATCHUM_BACKUP_KEEP);
  /* The newest and the oldest stay, and the near are nearer together than the far. */
  g_assert_cmpint (get (backups, 0)->time - get (backups, MATCHUM_BACKUP_KEEP - 1)->time, >, 28 * DAY);
  g_assert_cmpint (get (backups, 1)->time - get (backups, 3)->time, <, 4 * DAY);
  for (guint i = 0; i + 1 < backups->len; i++)
    g_assert_cmpint (get (backups, i)->time - get (backups, i + 1)->time, <, 15 * DAY);
  store_fixture_close (library);
}

/* A year of daily backups, thinned each day: some of the last days, some of the last weeks, some of the year. */
static void
test_pick (void)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 end = 365;

  for (gint64 day = 0; day <= end; day++)
    {
      const gint64 time = day * DAY;

      g_array_append_val (times, time);
      if (times->len > MATCHUM_BACKUP_KEEP)
        g_array_remove_index (times, matchum_backup_pick ((gint64 *) times->data, times->len, time));
    }
  g_assert_cmpuint (times->len, ==, MATCHUM_BACKUP_KEEP);
  g_assert_cmpint (g_array_index (times, gint64, 0), ==, 0);
  g_assert_cmpint (g_array_index (times, gint64, times->len - 1), ==, end * DAY);
  g_assert_cmpint (g_array_index (times, gint64, times->len - 2), >=, (end - 2) * DAY);
  g_assert_cmpint (g_array_index (times, gint64, times->len - 4), >=, (end - 14) * DAY);
  for (guint i = 0; i + 1 < times->len; i++)
    {
      const gint64 here = g_array_index (times, gint64, i);
      const gint64 next = g_array_index (times, gint64, i + 1);

      /* No hole is much larger than it is old. */
      g_assert_cmpint (next - here, <=, 2 * (end * DAY - here) / 3 + 2 * DAY);
    }
}

static void
test_due (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;
  g_autoptr (GPtrArray) fourth = NULL;

  store_fixture_put_posting (library, "p", "x");
  matchum_library_back_up_if_due (library);
  matchum_library_back_up_if_due (library);
  matchum_library_flush (library);
  first = list (fixture);
  g_assert_cmpuint (first->len, ==, 1);
  /* Old, but nothing has changed since. */
  make_old (fixture, 3);
  g_assert_cmpint (g_unlink (get (first, 0)->path), ==, 0);
  matchum_library_back_up_if_due (library);
  matchum_library_flush (library);
  second = list (fixture);
  g_assert_cmpuint (second->len, ==, 1);
  store_fixture_put_posting (library, "p", "y");
  matchum_library_back_up_if_due (library);
  matchum_library_flush (library);
  third = list (fixture);
  g_assert_cmpuint (third->len, ==, 2);
  matchum_library_back_up_if_due (library);
  matchum_library_flush (library);
  fourth = list (fixture);
  g_assert_cmpuint (fourth->len, ==, 2);
  store_fixture_close (library);
}

static void
changed_cb (MatchumLibrary *library, MatchumChanges *changes, gpointer data)
{
  *(gboolean *) data = matchum_changes_is_everything (changes);
}

static void
test_restore_open (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_everything = FALSE;

  store_fixture_fill (library, 5);
  before = store_fixture_dump_library (library);
  back_up (library);
  backups = list (fixture);
  store_fixture_put_posting (library, "late", "after the backup");
  after = store_fixture_dump_library (library);
  g_signal_connect (library, "changed", G_CALLBACK (changed_cb), &is_everything);
  g_assert_true (matchum_library_restore (library, get (backups, 0)->path, &error));
  g_assert_no_error (error);
  g_assert_true (is_everything);
  restored = store_fixture_dump_library (library);
  store_fixture_assert_same (restored, before);
  /* Editing and undo go on, and what was there before can be had back. */
  store_fixture_put_posting (library, "p", "x");
  g_assert_true (matchum_library_undo (library, &error));
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Add Posting");
  more = list (fixture);
  g_assert_cmpuint (more->len, ==, 2);
  g_assert_true (matchum_library_restore (library, get (more, 0)->path, &error));
  again = store_fixture_dump_library (library);
  store_fixture_assert_same (again, after);
  store_fixture_close (library);
  library = store_fixture_open (fixture->path);
  store_fixture_close (library);
}

static void
test_restore_damaged (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_fill (library, 5);
  before = store_fixture_dump_library (library);
  back_up (library);
  store_fixture_close (library);
  g_assert_true (g_file_set_contents (fixture->path, "gone", -1, NULL));
  g_assert_null (matchum_library_open (fixture->path, 0, 0, &error));
  g_clear_error (&error);

  backups = list (fixture);
  g_assert_true (matchum_backup_restore (fixture->path, get (backups, 0)->path, 0, &error));
  g_assert_no_error (error);
  library = store_fixture_open (fixture->path);
  restored = store_fixture_dump_library (library);
  store_fixture_assert_same (restored, before);
  store_fixture_close (library);
  /* The damaged one is set aside, marked, and last in the list. */
  more = list (fixture);
  g_assert_cmpuint (more->len, ==, 2);
  g_assert_false (get (more, 0)->is_damaged);
  g_assert_true (get (more, 1)->is_damaged);
  g_assert_false (matchum_backup_restore (fixture->path, get (more, 1)->path, 0, &error));
  g_assert_nonnull (error);
}

/* Over a sound library: what was there is backed up first. */
static void
test_restore_closed (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *chosen = g_build_filename (fixture->folder, "chosen.db", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_put_posting (library, "p", "1");
  g_assert_true (matchum_library_back_up_to (library, chosen, &error));
  g_assert_no_error (error);
  store_fixture_put_posting (library, "q", "2");
  g_assert_false (matchum_backup_restore (fixture->path, chosen, 0, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_IN_USE);
  g_clear_error (&error);
  store_fixture_close (library);
  g_assert_true (matchum_backup_restore (fixture->path, chosen, 0, &error));
  g_assert_no_error (error);
  library = store_fixture_open (fixture->path);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 1);
  store_fixture_close (library);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  library = matchum_library_open (get (backups, 0)->path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 2);
  store_fixture_close (library);
}

/* A damaged backup is not restored, and what is there stays. */
static void
test_bad_backup (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *bad = g_build_filename (fixture->folder, "bad.db", NULL);
  g_autofree char *foreign = g_build_filename (fixture->folder, "foreign.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  char *place;
  gsize length;

  store_fixture_fill (library, 5);
  g_assert_true (matchum_library_back_up_to (library, bad, &error));
  g_assert_true (g_file_get_contents (bad, &contents, &length, NULL));
  place = store_fixture_find (contents, length, "추천팀");
  if (place == NULL)
    g_error ("The backup does not hold the posting.");
  *place ^= 1;
  g_assert_true (g_file_set_contents (bad, contents, (gssize) length, NULL));
  before = store_fixture_dump_library (library);
  g_assert_false (matchum_library_restore (library, bad, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (foreign, "# no library\n", -1, NULL));
  g_assert_false (matchum_library_restore (library, foreign, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY);
  g_clear_error (&error);
  after = store_fixture_dump_library (library);
  store_fixture_assert_same (after, before);
  /* The damage is that of the other file: this one can still be edited. */
  store_fixture_put_posting (library, "more", "edited afterwards");
  store_fixture_close (library);
  g_assert_false (matchum_backup_restore (fixture->path, bad, 0, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED);
  library = store_fixture_open (fixture->path);
  store_fixture_close (library);
}

/* While another program edits: read-only is enough for a backup. */
static void
test_beside (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *to = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  MatchumLibrary *reader;

  store_fixture_fill (library, 5);
  reader = matchum_library_open (fixture->path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  g_assert_true (matchum_library_back_up_to (reader, to, &error));
  g_assert_no_error (error);
  store_fixture_close (reader);
  store_fixture_close (library);
  library = store_fixture_open (to);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 5);
  store_fixture_close (library);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
finish (MatchumLibrary *library, GAsyncResult **result, GError **error)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (matchum_library_finish (library, *result, error) == (*error == NULL));
  g_clear_object (result);
}

/* The same without waiting: after the edits before it, and without a writer where nothing can be edited. */
static void
test_async (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumEdit) edit = matchum_edit_new ("Add Posting");
  g_autoptr (MatchumPostingRecord) posting = store_fixture_posting ("late", "the latest posting");
  g_autofree char *to = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  GAsyncResult *result = NULL;
  MatchumLibrary *other;

  matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, posting, NULL);
  matchum_library_edit_async (library, edit, NULL, NULL);
  matchum_library_back_up_async (library, finished_cb, &result);
  finish (library, &result, &error);
  g_assert_no_error (error);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  other = matchum_library_open (get (backups, 0)->path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (other, "SELECT count (*) FROM postings"), ==, 1);
  store_fixture_close (other);

  other = matchum_library_open (fixture->path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  matchum_library_back_up_to_async (other, to, finished_cb, &result);
  finish (other, &result, &error);
  g_assert_no_error (error);
  matchum_library_back_up_to_async (other, nowhere, finished_cb, &result);
  finish (other, &result, &error);
  g_assert_nonnull (error);
  g_clear_error (&error);
  matchum_library_back_up_async (other, finished_cb, &result);
  finish (other, &result, &error);
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_READ_ONLY);
  store_fixture_close (other);
  store_fixture_close (library);
  library = store_fixture_open (to);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 1);
  store_fixture_close (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/store/backup/make", test_make);
  ADD ("/store/backup/one-file", test_one_file);
  ADD ("/store/backup/keep", test_keep);
  ADD ("/store/backup/due", test_due);
  ADD ("/store/backup/restore-open", test_restore_open);
  ADD ("/store/backup/restore-damaged", test_restore_damaged);
  ADD ("/store/backup/restore-closed", test_restore_closed);
  ADD ("/store/backup/bad", test_bad_backup);
  ADD ("/store/backup/beside", test_beside);
  ADD ("/store/backup/async", test_async);
  g_test_add_func ("/store/backup/pick", test_pick);
  return g_test_run ();
}
