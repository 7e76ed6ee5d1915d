/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleted for good: the bytes of every file of the library are searched. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-library-forget.h"

#define SECRET "비밀 회사 XYZZY-SECRET"

/* How many files under folder hold text; 0 for one that may not be read. */
static guint
count_files_with (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_files_with (path, text);
      else if (g_file_get_contents (path, &data, &length, NULL) && store_fixture_find (data, length, text) != NULL)
        n++;
    }
  return n;
}

static void
put_secret (MatchumLibrary *library, const char *id, guint edit)
{
  g_autofree char *padding = store_fixture_dup_text (edit, 3 + edit % 40);
  g_autofree char *text = g_strdup_printf ("%s%s %u\n%s", padding, SECRET, edit, padding);

  store_fixture_put_posting (library, id, text);
}

static void
forget (MatchumLibrary *library, MatchumForget what, const char *id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (matchum_library_forget (library, what, id, TRUE, &error));
  g_assert_no_error (error);
}

/* Edits of all kinds that move rows about within the file, with the secret in the midst. */
static void
stir (MatchumLibrary *library)
{
  store_fixture_fill (library, 20);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("posting-%u", i * 7 % 20);
      g_autofree char *text = store_fixture_dup_text (i, 3 + i * 13 % 60);

      put_secret (library, "secret", i);
      store_fixture_put_posting (library, id, text);
      if (i % 9 == 0)
        g_assert_true (matchum_library_undo (library, NULL));
      if (i % 10 == 0)
        store_fixture_edit (library, "Delete Posting", matchum_posting_table_remove, id);
      if (i % 10 == 5)
        store_fixture_edit (library, "Delete Posting", matchum_posting_table_remove, "secret");
    }
}

static void
test_posting (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSentCopyRecord) sent = store_fixture_sent_copy ("secret-sent", "secret");

  stir (library);
  store_fixture_edit (library, "Delete Posting", matchum_posting_table_remove, "secret");
  before = store_fixture_dump_library (library);
  put_secret (library, "secret", 77);
  g_free (sent->posting_text);
  sent->posting_text = g_strdup (SECRET " as sent");
  store_fixture_edit (library, NULL, matchum_sent_copy_table_add, sent);
  store_fixture_put_application (library, "secret-application", "baseline-0", "secret");
  store_fixture_edit (library, NULL, matchum_database_execute,
                      "INSERT INTO settings VALUES ('selected', 'secret-application')");
  g_assert_true (matchum_library_back_up (library, &error));
  /* It must be there to be gone. */
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), >=, 2);
  forget (library, MATCHUM_FORGET_POSTING, "secret");
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), ==, 0);
  g_assert_cmpuint (count_files_with (fixture->folder, "XYZZY"), ==, 0);

  /* Everything else is as it was, and so is the backup, but for it. */
  store_fixture_edit (library, NULL, matchum_database_execute, "DELETE FROM settings WHERE key = 'selected'");
  after = store_fixture_dump_library (library);
  store_fixture_assert_same (after, before);
  backups = matchum_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  store_fixture_close (library);
  g_assert_cmpuint (count_files_with (fixture->folder, "XYZZY"), ==, 0);
  library = store_fixture_open (fixture->path);
  store_fixture_close (library);
  library = matchum_library_open (((MatchumBackup *) g_ptr_array_index (backups, 0))->path,
                                  MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) > 10 FROM postings"), ==, 1);
  store_fixture_close (library);
}

/* Undo goes on over what is left, to the very beginning. */
static void
test_undo_goes_on (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *empty = store_fixture_dump_library (library);
  g_autofree char *end = NULL;
  g_autofree char *again = NULL;

  for (guint i = 0; i < 10; i++)
    {
      put_secret (library, "secret", i);
      store_fixture_put_posting (library, "kept", i % 2 ? "odd" : "even");
    }
  forget (library, MATCHUM_FORGET_POSTING, "secret");
  end = store_fixture_dump_library (library);
  while (matchum_library_undo (library, NULL))
    ;
  again = store_fixture_dump_library (library);
  store_fixture_assert_same (again, empty);
  while (matchum_library_redo (library, NULL))
    ;
  g_clear_pointer (&again, g_free);
  again = store_fixture_dump_library (library);
  store_fixture_assert_same (again, end);
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), ==, 0);
  store_fixture_close (library);
}

/* What was deleted before, and only undo could bring back, goes too. */
static void
test_deleted_before (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  put_secret (library, "secret", 1);
  store_fixture_edit (library, "Delete Posting", matchum_posting_table_remove, "secret");
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), >, 0);
  forget (library, MATCHUM_FORGET_POSTING, "secret");
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), ==, 0);
  g_assert_null (matchum_library_get_undo_label (library));
  store_fixture_close (library);
}

/* A choice that was logged long after its application was made is found all the same. */
static void
test_trimmed (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumApplicationRecord) application = store_fixture_application ("a", "b", "p");

  store_fixture_put_baseline (library, "b", "# 이름\n");
  store_fixture_put_posting (library, "p", "x");
  store_fixture_put_application (library, "a", "b", "p");
  matchum_library_set_undo_limits (library, &(MatchumUndoLimits){ 1, G_MAXSIZE });
  application->notes = g_strdup (SECRET);
  store_fixture_edit (library, "Edit Notes", matchum_application_table_put, application);
  matchum_library_set_undo_limits (library, &(MatchumUndoLimits){ 3, G_MAXSIZE });
  g_free (application->notes);
  application->notes = g_strdup ("harmless");
  g_ptr_array_add (application->hidden, g_strdup (SECRET));
  store_fixture_edit (library, "Edit Notes", matchum_application_table_put, application);
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), >, 0);
  forget (library, MATCHUM_FORGET_POSTING, "p");
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), ==, 0);
  store_fixture_close (library);
}

static void
test_baseline (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_put_baseline (library, "other", "# 남는 이력서\n");
  store_fixture_put_baseline (library, "secret", SECRET);
  store_fixture_put_posting (library, "p", "x");
  store_fixture_put_application (library, "a", "secret", "p");
  store_fixture_put_baseline (library, "secret", SECRET " edited");
  forget (library, MATCHUM_FORGET_BASELINE, "secret");
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), ==, 0);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM baselines"), ==, 1);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM applications"), ==, 0);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 1);
  store_fixture_close (library);
}

static void
test_sent_copy (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumSentCopyRecord) sent = store_fixture_sent_copy ("sent", "p");
  MatchumSentFileRecord *file = g_ptr_array_index (sent->files, 0);

  g_clear_pointer (&file->bytes, g_bytes_unref);
  file->bytes = g_bytes_new_static (SECRET, strlen (SECRET));
  store_fixture_put_posting (library, "p", "x");
  store_fixture_edit (library, NULL, matchum_sent_copy_table_add, sent);
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), >, 0);
  forget (library, MATCHUM_FORGET_SENT_COPY, "sent");
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), ==, 0);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM sent_files"), ==, 0);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 1);
  store_fixture_close (library);
}

/* Sent copies stay unless they are meant too. */
static void
test_keep_sent (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumSentCopyRecord) sent = store_fixture_sent_copy ("sent", "p");
  g_autoptr (GError) error = NULL;

  store_fixture_put_posting (library, "p", "x");
  store_fixture_edit (library, NULL, matchum_sent_copy_table_add, sent);
  g_assert_true (matchum_library_forget (library, MATCHUM_FORGET_POSTING, "p", FALSE, &error));
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM sent_copies"), ==, 1);
  store_fixture_close (library);
}

static void
test_history (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  put_secret (library, "p", 1);
  store_fixture_put_posting (library, "p", "harmless");
  forget (library, MATCHUM_FORGET_HISTORY, NULL);
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), ==, 0);
  g_assert_null (matchum_library_get_undo_label (library));
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM postings"), ==, 1);
  store_fixture_close (library);
}

/* A damaged library that was set aside cannot be cleaned, and goes. */
static void
test_damaged (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *data_before = NULL;
  gsize length;

  put_secret (library, "secret", 1);
  store_fixture_put_posting (library, "other", "x");
  g_assert_true (matchum_library_back_up (library, NULL));
  store_fixture_close (library);
  g_assert_true (g_file_get_contents (fixture->path, &data_before, &length, NULL));
  memset (data_before, 0, 100);
  g_assert_true (g_file_set_contents (fixture->path, data_before, (gssize) length, NULL));
  backups = matchum_backup_list (fixture->path);
  g_assert_true (
      matchum_backup_restore (fixture->path, ((MatchumBackup *) g_ptr_array_index (backups, 0))->path, 0, NULL));
  library = store_fixture_open (fixture->path);
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), ==, 3);
  forget (library, MATCHUM_FORGET_POSTING, "secret");
  g_assert_cmpuint (count_files_with (fixture->folder, SECRET), ==, 0);
  store_fixture_close (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/store/forget/posting", test_posting);
  ADD ("/store/forget/undo-goes-on", test_undo_goes_on);
  ADD ("/store/forget/deleted-before", test_deleted_before);
  ADD ("/store/forget/trimmed", test_trimmed);
  ADD ("/store/forget/baseline", test_baseline);
  ADD ("/store/forget/sent-copy", test_sent_copy);
  ADD ("/store/forget/keep-sent", test_keep_sent);
  ADD ("/store/forget/history", test_history);
  ADD ("/store/forget/damaged", test_damaged);
  return g_test_run ();
}
