/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library as a folder of plain files, and back: nothing is lost, and nothing in a folder is taken on trust. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-library-check.h"
#include "store/matchum-library-folder.h"

#define N_DAMAGED 60
#define N_DAMAGED_LONG 600

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
    { "library.json", "\"version\" : 3", "\"version\" : 4" },
    { "library.json", "\"version\" : 3", "\"version\" : 0" },
    { "library.json", "\"version\" : 3", "\"version\" : \"2\"" },
    { "tables/claims.json", "\"nth\" : 1", "\"nth\" : \"first\"" },
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
    { "tables/applications.json", "\"style\" : \"margin=18mm\",", "" },
    { "tables/applications.json", "\"allows_gaps\" : 0", "\"allows_gaps\" : null" },
    { "tables/block_tags.json", "\"is_always\" : 1", "\"is_always\" : \"yes\"" },
    { "tables/block_priorities.json", "\"baseline-1\"", "\"baseline-gone\"" },
    { "tables/entry_links.json", "\"words\"", "\"unheard of\"" },
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

/* The files of folder and below, in order. */
static void
list_files (const char *folder, const char *within, GPtrArray *names)
{
  g_autofree char *path = g_build_filename (folder, within, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_ptr_array_add (names, g_strdup (within));
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (within, name, NULL);

      list_files (folder, child, names);
    }
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What a disk, an editor or somebody's sync may make of a file, and what a forger would. */
static void
damage (GRand *rand, GString *bytes)
{
  static const char *const pieces[] = {
    "null",        "-1", "1e999", "[",    "}",  "\"", ",", "../", "\xff", "99999999999999999999",
    "\"\\u0000\"", "[]", "{}",    "true", "\n", "'"
  };
  const gssize at = g_rand_int_range (rand, 0, (gint32) bytes->len + 1);
  const gssize most = g_rand_int_range (rand, 1, 40);
  const gssize length = MIN ((gssize) bytes->len - at, most);
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      g_string_truncate (bytes, (gsize) at);
      break;
    case 1:
      g_string_erase (bytes, at, length);
      break;
    case 2:
      g_string_insert (bytes, at, piece);
      break;
    case 3:
      if (length > 0)
        bytes->str[at] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      break;
      case 4: {
        g_autofree char *copy = g_strndup (bytes->str + at, (gsize) length);

        g_string_insert (bytes, g_rand_int_range (rand, 0, (gint32) bytes->len + 1), copy);
        break;
      }
      default: {
        /* A whole value of JSON. */
        const char *colon = strstr (bytes->str + at, " : ");
        const gssize start = colon != NULL ? colon + 3 - bytes->str : at;

        g_string_erase (bytes, start, (gssize) strcspn (bytes->str + start, ",\n"));
        g_string_insert (bytes, start, piece);
        break;
      }
    }
}

/* A library that is sound, and no other than an export of it says. */
static void
assert_sound (Fixture *self, MatchumLibrary *library)
{
  g_autofree char *folder = g_build_filename (self->store.folder, "sound", NULL);
  g_autofree char *path = g_build_filename (self->store.folder, "sound.db", NULL);
  MatchumLibrary *second = store_fixture_open (path);
  g_autofree char *dump = store_fixture_dump_library (library);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version;

  g_assert_true (matchum_library_check (matchum_library_get_database (library), &version, &error));
  g_assert_no_error (error);
  g_assert_true (matchum_library_export (library, folder, &error));
  g_assert_no_error (error);
  g_assert_true (matchum_library_import (second, folder, &error));
  g_assert_no_error (error);
  again = store_fixture_dump_library (second);
  store_fixture_assert_same (again, dump);
  store_fixture_close (second);
  store_fixture_remove (folder);
  store_fixture_remove (path);
}

/* One file of a folder is damaged in one place, or in a few, or gone: the library becomes what the folder says, or
 * stays what it was, and a sentence tells why. */
static void
import_damaged (Fixture *self, MatchumLibrary *library, const char *name)
{
  g_autofree char *before = store_fixture_dump_library (library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  if (matchum_library_import (library, self->folder, &error))
    {
      g_assert_no_error (error);
      assert_sound (self, library);
      return;
    }
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_FOLDER);
  g_assert_true (g_utf8_validate (error->message, -1, NULL) && strlen (error->message) > 20);
  g_test_message ("%s: %s", name, error->message);
  after = store_fixture_dump_library (library);
  store_fixture_assert_same (after, before);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  const guint n = g_getenv ("MATCHUM_TEST_LONG") != NULL ? N_DAMAGED_LONG : N_DAMAGED;
  g_autofree char *path = g_build_filename (self->store.folder, "other.db", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261125);
  MatchumLibrary *library = store_fixture_open (path);

  list_files (self->folder, "", names);
  g_ptr_array_sort (names, compare_names);
  g_assert_cmpuint (names->len, >, 8);
  store_fixture_put_posting (library, "other", "what was there before");
  for (guint i = 0; i < n; i++)
    {
      const char *name = g_ptr_array_index (names, (guint) g_rand_int_range (rand, 0, (gint32) names->len));
      g_autofree char *file = g_build_filename (self->folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GString) damaged = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
      damaged = g_string_new_len (contents, (gssize) length);
      for (gint k = g_rand_int_range (rand, 1, 4); k > 0; k--)
        damage (rand, damaged);
      if (g_rand_int_range (rand, 0, 20) == 0)
        g_assert_cmpint (g_remove (file), ==, 0);
      else
        g_assert_true (g_file_set_contents (file, damaged->str, (gssize) damaged->len, NULL));
      import_damaged (self, library, name);
      g_assert_true (g_file_set_contents (file, contents, (gssize) length, NULL));
    }
  store_fixture_close (library);
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
  ADD ("/store/folder/damaged", test_damaged);
  return g_test_run ();
}
