/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library as a folder of plain files, and back: nothing is lost, and nothing in a folder is taken on trust. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-library-folder.h"

typedef struct {
  StoreFixture store;
  MatchumLibrary *library;
  char *dump;
  char *folder; /* where it was exported to */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&self->store, NULL);
  self->library = store_fixture_open (self->store.path);
  store_fixture_fill (self->library, 12);
  self->dump = store_fixture_dump_library (self->library);
  self->folder = g_build_filename (self->store.folder, "내보낸 것", NULL);
  g_assert_true (matchum_library_export (self->library, self->folder, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  store_fixture_close (self->library);
  store_fixture_tear_down (&self->store, NULL);
  g_free (self->dump);
  g_free (self->folder);
}

static char *
read_text (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_text (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Every table, row by row, in a new library and over another one. */
static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->store.folder, "second.db", NULL);
  MatchumLibrary *second = store_fixture_open (path);
  g_autofree char *dump = NULL;
  g_autofree char *again = NULL;
  g_autofree char *folder = g_build_filename (self->store.folder, "again", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSentCopyRecord) sent = NULL;

  store_fixture_put_posting (second, "other", "what was there before");
  g_assert_true (matchum_library_import (second, self->folder, &error));
  g_assert_no_error (error);
  dump = store_fixture_dump_library (second);
  store_fixture_assert_same (dump, self->dump);
  sent = matchum_sent_copy_table_find (matchum_library_get_database (second), "sent", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sent->files->len, ==, 2);
  /* What was there before is in a backup. */
  {
    g_autoptr (GPtrArray) backups = matchum_backup_list (path);

    g_assert_cmpuint (backups->len, ==, 1);
  }
  /* It is a library like any other: it can be edited, closed, checked and exported to the same files. */
  store_fixture_put_posting (second, "posting-0", "edited");
  g_assert_true (matchum_library_undo (second, &error));
  store_fixture_close (second);
  second = store_fixture_open (path);
  again = store_fixture_dump_library (second);
  store_fixture_assert_same (again, self->dump);
  g_assert_true (matchum_library_export (second, folder, &error));
  store_fixture_close (second);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* On another thread, also where nothing can be edited. */
static void
test_async (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MatchumLibrary *reader = matchum_library_open (self->store.path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_autofree char *path = g_build_filename (self->store.folder, "second.db", NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      MatchumLibrary *library = i == 0 ? self->library : reader;
      g_autofree char *folder = g_strdup_printf ("%s/async-%u", self->store.folder, i);
      g_autoptr (GAsyncResult) result = NULL;
      g_autofree char *dump = NULL;
      MatchumLibrary *second;

      matchum_library_export_async (library, folder, finished_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (matchum_library_finish (library, result, &error));
      g_assert_no_error (error);
      second = store_fixture_open (path);
      g_assert_true (matchum_library_import (second, folder, &error));
      g_assert_no_error (error);
      dump = store_fixture_dump_library (second);
      store_fixture_assert_same (dump, self->dump);
      store_fixture_close (second);
    }
  store_fixture_close (reader);
}

/* People can read it without Matchum. */
static void
test_plain (Fixture *self, gconstpointer data)
{
  g_autofree char *markdown = read_text (self, "resumes/이력서 baseline-0.md");
  g_autofree char *posting = read_text (self, "postings/같은 회사 2.md");
  g_autofree char *sent = read_text (self, "sent/가나-다- 회사- ML Engineer.md");
  g_autofree char *aliases = read_text (self, "tables/aliases.json");
  g_autofree char *expected = store_fixture_dup_text (0, 60);
  g_autofree char *pdf = g_build_filename (self->folder, "sent", "resume.pdf", NULL);
  struct stat info;

  g_assert_cmpstr (markdown, ==, expected);
  g_assert_nonnull (strstr (posting, "PyTorch"));
  g_assert_nonnull (strstr (sent, "77.4년"));
  g_assert_nonnull (strstr (aliases, "파토"));
  g_assert_cmpint (stat (pdf, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, 9000);
  g_assert_cmpint (stat (self->folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0077, ==, 0);
}

/* A folder with something in it is not touched, and nothing half-written stays behind. */
static void
test_not_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_false (matchum_library_export (self->library, self->folder, &error));
  g_assert_nonnull (error);
  dir = g_dir_open (self->store.folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (name, ".part"));
}

static void
assert_refused (Fixture *self, const char *named)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = matchum_backup_list (self->store.path);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *dump = NULL;

  g_assert_false (matchum_library_import (self->library, self->folder, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_FOLDER);
  if (named != NULL && strstr (error->message, named) == NULL)
    g_error ("\"%s\" does not name %s", error->message, named);
  dump = store_fixture_dump_library (self->library);
  store_fixture_assert_same (dump, self->dump);
  after = matchum_backup_list (self->store.path);
  g_assert_cmpuint (after->len, ==, before->len);
}

static void
replace (Fixture *self, const char *name, const char *from, const char *to)
{
  g_autofree char *text = read_text (self, name);
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);
  write_text (self, name, changed->str);
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_free (self->folder);
  self->folder = g_build_filename (self->store.folder, "nowhere", NULL);
  assert_refused (self, "library.json");
}

/* The folder that it was exported into is taken for what was exported, if there is only that; of two, one must be
 * chosen.
 */
static void
test_parent (Fixture *self, gconstpointer data)
{
  g_autofree char *parent = g_build_filename (self->store.folder, "parent", NULL);
  g_autofree char *first = g_build_filename (parent, "exported", NULL);
  g_autofree char *second = g_build_filename (parent, "exported again", NULL);
  g_autofree char *beside = g_build_filename (parent, "notes", NULL);
  g_autofree char *path = g_build_filename (self->store.folder, "other.db", NULL);
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;
  MatchumLibrary *other = store_fixture_open (path);

  g_assert_cmpint (g_mkdir (parent, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (beside, 0700), ==, 0);
  g_assert_true (matchum_library_export (self->library, first, &error));
  g_assert_true (matchum_library_import (other, parent, &error));
  g_assert_no_error (error);
  dump = store_fixture_dump_library (other);
  store_fixture_assert_same (dump, self->dump);
  store_fixture_close (other);
  g_assert_true (matchum_library_export (self->library, second, &error));
  g_free (self->folder);
  self->folder = g_strdup (parent);
  assert_refused (self, "“exported");
}

/* What a newer version means by its tables is for that version to write. */
static void
test_newer (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->store.folder, "newer", NULL);
  g_autofree char *name = g_uuid_string_random ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumDatabase) database = matchum_database_open_memory (name, &error);

  g_assert_true (matchum_schema_create (database, &error));
  g_assert_true (matchum_database_execute (database, "PRAGMA user_version = 99", &error));
  g_assert_false (matchum_library_folder_write (database, folder, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "newer"));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *name;
    const char *from;
    const char *to;
  } changes[] = {
    { "library.json", "matchum-library", "photos" },
    { "library.json", "\"version\" : 1", "\"version\" : 2" },
    { "tables/baselines.json", "resumes/이력서 baseline-0.md", "../../../../etc/passwd" },
    { "tables/baselines.json", "resumes/이력서 baseline-0.md", "/etc/passwd" },
    { "tables/baselines.json", "resumes/이력서 baseline-0.md", "resumes" },
    { "tables/baselines.json", "resumes/이력서 baseline-0.md", "resumes/gone.md" },
    { "tables/baselines.json", "\"next_number\" : 41", "\"next_number\" : \"many\"" },
    { "tables/baselines.json", "\"next_number\" : 41", "\"next_number\" : [1]" },
    { "tables/baselines.json", "\"next_number\" : 41", "\"unheard of\" : 41" },
    { "tables/baselines.json", "\"next_number\" : 41,", "" },
    { "tables/baselines.json", "\"baseline-1\"", "\"baseline-0\"" },
    { "tables/applications.json", "\"posting-3\"", "\"posting-gone\"" },
    { "tables/applications.json", "[", "{" },
    { "tables/sent_copies.json", "\"n_files\" : 2", "\"n_files\" : 3" },
    { "tables/sent_files.json", "\"sha256\" : \"", "\"sha256\" : \"0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *before = read_text (self, changes[i].name);

      replace (self, changes[i].name, changes[i].from, changes[i].to);
      assert_refused (self, NULL);
      write_text (self, changes[i].name, before);
    }
  g_assert_true (matchum_library_import (self->library, self->folder, NULL));
}

/* Nested a million deep: refused at once, without a deep stack. */
static void
test_deep (Fixture *self, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (1000000, '[');

  write_text (self, "tables/postings.json", deep);
  assert_refused (self, "tables/postings.json");
}

static void
test_not_text (Fixture *self, gconstpointer data)
{
  write_text (self, "resumes/이력서 baseline-0.md", "\xff\xfe");
  assert_refused (self, "resumes/이력서 baseline-0.md");
}

/* A sent file that someone changed is not taken for what was sent. */
static void
test_sent_changed (Fixture *self, gconstpointer data)
{
  write_text (self, "sent/resume.pdf", "other");
  assert_refused (self, "resume.pdf");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/store/folder/round-trip", test_round_trip);
  ADD ("/store/folder/async", test_async);
  ADD ("/store/folder/plain", test_plain);
  ADD ("/store/folder/not-empty", test_not_empty);
  ADD ("/store/folder/no-folder", test_no_folder);
  ADD ("/store/folder/parent", test_parent);
  ADD ("/store/folder/newer", test_newer);
  ADD ("/store/folder/refused", test_refused);
  ADD ("/store/folder/deep", test_deep);
  ADD ("/store/folder/not-text", test_not_text);
  ADD ("/store/folder/sent-changed", test_sent_changed);
  return g_test_run ();
}
