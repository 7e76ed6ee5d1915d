/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails at any write or flush of a series of edits: what was confirmed stays, what failed is told and
 * leaves no trace, and editing goes on when the disk does. And full disks, and folders that cannot be written. */
#define _GNU_SOURCE
#include "config.h"

#include "crash-model.h"
#include "fault-vfs.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "store/matchum-database-private.h"

#define N_EDITS 8
#define SEED 20261125u

/* A library to begin with, copied for every try; a log that is written into the file every few pages, so that this is
 * tried too. */
typedef struct {
  StoreFixture store;
  char *begun;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  store_fixture_set_up (&self->store, NULL);
  fault_vfs_arm (0, SQLITE_OK, FALSE);
  self->begun = g_build_filename (self->store.folder, "begun.db", NULL);
  crash_library_begin (self->begun);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fault_vfs_arm (0, SQLITE_OK, FALSE);
  store_fixture_tear_down (&self->store, NULL);
  g_free (self->begun);
}

static void
assert_is (MatchumLibrary *library, CrashModel *model, const char *when, int n)
{
  g_autofree char *found = crash_library_describe (library);
  g_autofree char *expected = crash_model_describe (model);

  if (strcmp (found, expected) != 0)
    g_error ("%s, fault %d: the library is not what it should be after %u edits", when, n, model->step);
}

/* What someone finds who opens the files as they are now: what was confirmed, or with the edit that failed. */
static void
check_image (Fixture *self, CrashModel *model, int n)
{
  static const char *const endings[] = { "", "-wal" };
  g_autofree char *image = g_build_filename (self->store.folder, "image.db", NULL);
  g_autofree char *found = NULL;
  g_autofree char *expected = crash_model_describe (model);
  MatchumLibrary *library;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (self->store.path, endings[i], NULL);
      g_autofree char *to = g_strconcat (image, endings[i], NULL);

      g_unlink (to);
      if (g_file_test (from, G_FILE_TEST_EXISTS))
        store_fixture_copy (from, to);
    }
  library = store_fixture_open (image);
  found = crash_library_describe (library);
  store_fixture_close (library);
  if (strcmp (found, expected) != 0)
    {
      CrashModel *next = crash_model_copy (model);
      g_autofree char *with_failed = NULL;

      crash_model_step (next);
      with_failed = crash_model_describe (next);
      crash_model_free (next);
      if (strcmp (found, with_failed) != 0)
        g_error ("fault %d: after a crash the library is neither with nor without the edit that failed", n);
    }
}

static gboolean
set_checkpoint_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_database_execute (database, "PRAGMA wal_autocheckpoint = 20", error);
}

/* One edit, tried until it succeeds: in the end the disk works again. */
static void
edit_until_done (Fixture *self, MatchumLibrary *library, CrashModel *model, int n)
{
  CrashEdit edit = crash_edit_create (model->seed, model->step);
  gboolean is_done = FALSE;

  for (guint i = 0; i < 3 && !is_done; i++)
    {
      g_autoptr (GError) error = NULL;

      is_done = crash_edit_apply (&edit, library, &error);
      if (is_done)
        break;
      g_assert_true (g_error_matches (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_IO)
                     || g_error_matches (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_FULL));
      fault_vfs_arm (0, SQLITE_OK, FALSE);
      assert_is (library, model, "after the failure", n);
      check_image (self, model, n);
    }
  g_assert_true (is_done);
  crash_edit_clear (&edit);
  crash_model_step (model);
  assert_is (library, model, "after an edit", n);
}

/* FALSE where no fault came any more. */
static gboolean
try_script (Fixture *self, int n, int code, gboolean is_lasting)
{
  CrashModel *model = crash_model_new (SEED);
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library;
  gboolean has_failed;

  store_fixture_copy (self->begun, self->store.path);
  fault_vfs_arm (n, code, is_lasting);
  library = matchum_library_open (self->store.path, 0, 0, &error);
  if (library == NULL)
    {
      fault_vfs_arm (0, SQLITE_OK, FALSE);
      library = store_fixture_open (self->store.path);
      assert_is (library, model, "after opening failed", n);
      store_fixture_close (library);
      crash_model_free (model);
      return TRUE;
    }
  matchum_library_edit_once (library, NULL, set_checkpoint_cb, NULL, NULL);
  for (guint i = 0; i < N_EDITS; i++)
    edit_until_done (self, library, model, n);
  has_failed = fault_vfs.n_failed > 0 || fault_vfs.n_until == 0;
  /* Closing may fail to tidy up, and must not lose anything by that. */
  store_fixture_close (library);
  has_failed |= fault_vfs.n_failed > 0;
  fault_vfs_arm (0, SQLITE_OK, FALSE);
  library = store_fixture_open (self->store.path);
  assert_is (library, model, "opened again", n);
  store_fixture_close (library);
  crash_model_free (model);
  return has_failed;
}

/* At every operation, or at every so manyth where time is short. */
static void
try_all (Fixture *self, int code, gboolean is_lasting, int every)
{
  int n = 1;

  while (try_script (self, n, code, is_lasting))
    n += g_test_slow () ? 1 : every;
  g_test_message ("%d operations", n - 1);
  g_assert_cmpint (n, >, N_EDITS);
}

static void
test_write_once (Fixture *self, gconstpointer data)
{
  try_all (self, SQLITE_IOERR_WRITE, FALSE, 1);
}

static void
test_write_lasting (Fixture *self, gconstpointer data)
{
  try_all (self, SQLITE_IOERR_WRITE, TRUE, 3);
}

static void
test_full_once (Fixture *self, gconstpointer data)
{
  try_all (self, SQLITE_FULL, FALSE, 3);
}

static void
test_full_lasting (Fixture *self, gconstpointer data)
{
  try_all (self, SQLITE_FULL, TRUE, 3);
}

/* Making a library anew: whole, or none, and the next try makes it. */
static void
test_create (Fixture *self, gconstpointer data)
{
  for (int n = 1;; n += g_test_slow () ? 1 : 4)
    {
      g_autofree char *path = g_strdup_printf ("%s/made-%d.db", self->store.folder, n);
      g_autoptr (GError) error = NULL;
      MatchumLibrary *library;
      gboolean has_failed;

      fault_vfs_arm (n, SQLITE_IOERR_WRITE, TRUE);
      library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error);
      has_failed = fault_vfs.n_failed > 0;
      fault_vfs_arm (0, SQLITE_OK, FALSE);
      if (library == NULL)
        {
          g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_IO);
          library = store_fixture_open (path);
        }
      store_fixture_close (library);
      if (!has_failed)
        break;
    }
}

/* Leaves a library as a crash does, with a posting that is in its log only. */
static void
leave_log (Fixture *self)
{
  g_autofree char *open_path = g_build_filename (self->store.folder, "open.db", NULL);
  g_autofree char *open_log = g_strconcat (open_path, "-wal", NULL);
  g_autofree char *log = g_strconcat (self->store.path, "-wal", NULL);
  MatchumLibrary *library;

  store_fixture_copy (self->begun, open_path);
  library = store_fixture_open (open_path);
  store_fixture_put_posting (library, "late", "not in the backup");
  store_fixture_copy (open_path, self->store.path);
  store_fixture_copy (open_log, log);
  store_fixture_close (library);
}

/* Restoring over a library: it is the one or the other, and the other is a backup. */
static void
test_restore (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (self->store.folder, "backup.db", NULL);
  MatchumLibrary *library;

  store_fixture_copy (self->begun, self->store.path);
  library = store_fixture_open (self->store.path);
  g_assert_true (matchum_library_back_up_to (library, backup, NULL));
  store_fixture_close (library);
  for (int n = 1;; n += g_test_slow () ? 1 : 7)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_done, has_failed;

      leave_log (self);
      fault_vfs_arm (n, n % 2 ? SQLITE_FULL : SQLITE_IOERR_WRITE, n % 3 == 0);
      is_done = matchum_backup_restore (self->store.path, backup, 0, &error);
      has_failed = fault_vfs.n_failed > 0;
      fault_vfs_arm (0, SQLITE_OK, FALSE);
      library = store_fixture_open (self->store.path);
      g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, is_done ? 1 : 2);
      store_fixture_close (library);
      if (!has_failed)
        break;
    }
}

/* A backup that fails leaves no file and the library as it is. */
static void
test_backup (Fixture *self, gconstpointer data)
{
  MatchumLibrary *library;
  g_autofree char *to = g_build_filename (self->store.folder, "backup.db", NULL);
  g_autofree char *fresh = g_strconcat (to, "-new", NULL);

  store_fixture_copy (self->begun, self->store.path);
  library = store_fixture_open (self->store.path);
  for (int n = 1;; n += g_test_slow () ? 1 : 4)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_made;

      fault_vfs_arm (n, n % 2 ? SQLITE_FULL : SQLITE_IOERR_WRITE, FALSE);
      is_made = matchum_library_back_up_to (library, to, &error);
      if (is_made && fault_vfs.n_failed == 0)
        break;
      fault_vfs_arm (0, SQLITE_OK, FALSE);
      if (!is_made)
        g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
      g_unlink (to);
      g_assert_cmpint (n, <, 10000);
    }
  fault_vfs_arm (0, SQLITE_OK, FALSE);
  store_fixture_close (library);
}

/* What is confirmed has been flushed: a power failure right after loses nothing. */
static void
test_flushed (Fixture *self, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (self->begun);

  for (guint i = 0; i < 20; i++)
    {
      const int before = g_atomic_int_get (&fault_vfs.n_flushed);
      g_autofree char *id = g_strdup_printf ("%u", i);

      store_fixture_put_posting (library, id, "x");
      g_assert_cmpint (g_atomic_int_get (&fault_vfs.n_flushed), >, before);
    }
  store_fixture_close (library);
}

/* Whether a name is one of the library, or within its backups. */
static gboolean
is_own (const char *name, const char *folder)
{
  static const char *const endings[] = { "library.db",         "library.db-wal",  "library.db-shm",
                                         "library.db-journal", "library.db-lock", "library.db-new" };
  g_autofree char *backups = g_build_filename (folder, "backups", "", NULL);

  if (g_str_has_prefix (name, backups))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *own = g_build_filename (folder, endings[i], NULL);

      if (g_str_equal (name, own) || (g_str_has_prefix (name, own) && g_str_has_prefix (name + strlen (own), "-")))
        return TRUE;
    }
  return FALSE;
}

/* No file but the library's own is ever written, not even for a moment: nothing of it lies about in a folder for
 * temporary files. */
static void
test_files (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->store.folder, "own", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GPtrArray) opened = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  MatchumLibrary *library;

  fault_vfs.opened = opened;
  library = store_fixture_open (path);
  store_fixture_fill (library, 200);
  store_fixture_edit (library, "Delete All", matchum_database_execute, "DELETE FROM postings");
  g_assert_true (matchum_library_undo (library, &error));
  g_assert_true (matchum_library_back_up (library, &error));
  backups = matchum_backup_list (path);
  g_assert_true (matchum_library_restore (library, ((MatchumBackup *) g_ptr_array_index (backups, 0))->path, &error));
  g_assert_true (matchum_library_forget (library, MATCHUM_FORGET_POSTING, "posting-3", TRUE, &error));
  g_assert_no_error (error);
  store_fixture_close (library);
  fault_vfs.opened = NULL;
  g_assert_cmpuint (opened->len, >, 5);
  for (guint i = 0; i < opened->len; i++)
    if (!is_own (g_ptr_array_index (opened, i), folder))
      g_error ("\"%s\" was opened for writing", (char *) g_ptr_array_index (opened, i));
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_equal (name, "library.db") || g_str_equal (name, "library.db-lock")
                   || g_str_equal (name, "backups"));
}

/* A folder of our own where a small disk stands in for a large one, or FALSE where the system does not let us. */
static gboolean
mount_small (const char *folder, const char *options)
{
  return unshare (CLONE_NEWNS) == 0 && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("matchum-test", folder, "tmpfs", 0, options) == 0;
}

/* Fills the library until the disk says no more. */
static guint
fill_up (MatchumLibrary *library, guint from)
{
  g_autofree char *large = g_strnfill (50000, 'x');

  for (guint i = from;; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr (MatchumPostingRecord) posting = store_fixture_posting (id, large);
      g_autoptr (GError) error = NULL;

      if (matchum_library_edit_once (library, "Add Posting", (MatchumEditFunc) matchum_posting_table_put, posting,
                                     &error))
        continue;
      g_assert_true (g_error_matches (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_FULL)
                     || g_error_matches (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_IO));
      return i;
    }
}

static void
edit_on_full_disk (const char *path, const char *ballast)
{
  MatchumLibrary *library = store_fixture_open (path);
  const guint n = fill_up (library, 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n, >, 3);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, n);
  if (ballast != NULL)
    {
      /* With room again, editing goes on, undo as well. */
      g_assert_cmpint (g_unlink (ballast), ==, 0);
      store_fixture_put_posting (library, "late", "there is room again");
      g_assert_true (matchum_library_undo (library, &error));
      g_assert_true (matchum_library_redo (library, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (fill_up (library, n), >, n);
    }
  store_fixture_close (library);
  library = matchum_library_open (path, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), >=, n);
  store_fixture_close (library);
}

static void
test_full_disk_inside (void)
{
  const char *folder = g_getenv ("MATCHUM_TEST_FOLDER");
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *data = g_malloc0 (1500000);

  if (mount_small (folder, "size=4m,mode=0700"))
    {
      g_assert_true (g_file_set_contents (ballast, data, 1500000, NULL));
      edit_on_full_disk (path, ballast);
      return;
    }
  /* A limit on the size of files is the next best. */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit){ 2500000, 2500000 }), ==, 0);
  edit_on_full_disk (path, NULL);
}

static void
run_inside (Fixture *self, const char *test)
{
  g_setenv ("MATCHUM_TEST_FOLDER", self->store.folder, TRUE);
  g_test_trap_subprocess (test, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_full_disk (Fixture *self, gconstpointer data)
{
  run_inside (self, "/store/faults/full-disk/subprocess");
}

/* A folder that cannot be written: the library can be read, and says why it cannot be edited. */
static void
test_read_only_inside (void)
{
  const char *folder = g_getenv ("MATCHUM_TEST_FOLDER");
  g_autofree char *begun = g_build_filename (folder, "begun.db", NULL);
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);
  g_autofree char *path = g_build_filename (inner, "library.db", NULL);
  g_autofree char *missing = g_build_filename (inner, "missing.db", NULL);
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library;

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  if (geteuid () == 0)
    {
      if (!mount_small (inner, "size=4m,mode=0700"))
        {
          g_test_skip ("root may write anywhere here");
          return;
        }
      store_fixture_copy (begun, path);
      g_assert_cmpint (mount ("matchum-test", inner, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
    }
  else
    {
      store_fixture_copy (begun, path);
      g_assert_cmpint (g_chmod (inner, 0500), ==, 0);
    }
  library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (matchum_library_get_read_only_reason (library));
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 1);
  g_assert_false (matchum_library_undo (library, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_READ_ONLY);
  g_clear_error (&error);
  store_fixture_close (library);
  g_assert_null (matchum_library_open (missing, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error));
  g_assert_nonnull (error);
  g_chmod (inner, 0700);
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  run_inside (self, "/store/faults/read-only/subprocess");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/store/faults/write-once", test_write_once);
  ADD ("/store/faults/write-lasting", test_write_lasting);
  ADD ("/store/faults/full-once", test_full_once);
  ADD ("/store/faults/full-lasting", test_full_lasting);
  ADD ("/store/faults/create", test_create);
  ADD ("/store/faults/backup", test_backup);
  ADD ("/store/faults/restore", test_restore);
  ADD ("/store/faults/flushed", test_flushed);
  ADD ("/store/faults/files", test_files);
  ADD ("/store/faults/full-disk", test_full_disk);
  ADD ("/store/faults/read-only", test_read_only);
  g_test_add_func ("/store/faults/full-disk/subprocess", test_full_disk_inside);
  g_test_add_func ("/store/faults/read-only/subprocess", test_read_only_inside);
  return g_test_run ();
}
