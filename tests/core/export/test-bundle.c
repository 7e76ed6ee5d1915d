/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bundles: names that every system takes, digests, zips that are the same everywhere, folders whole or not there. */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "export/matchum-bundle.h"

static const MatchumDay day = { 2026, 11, 25 };

static void
add (MatchumBundle *bundle, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  matchum_bundle_add (bundle, name, bytes);
}

static MatchumBundle *
create_bundle (void)
{
  MatchumBundle *bundle = matchum_bundle_new (day);

  add (bundle, "김하늘-당근.pdf", "%PDF-1.7 words");
  add (bundle, "posting.txt", "[당근] ML 엔지니어\n");
  add (bundle, "empty.md", "");
  return bundle;
}

static void
test_names (void)
{
  static const struct {
    const char *name, *clean;
  } cases[] = {
    { "resume.pdf", "resume.pdf" },
    { "김하늘-당근.pdf", "김하늘-당근.pdf" },
    /* As macOS spells it. */
    { "\341\204\200\341\205\265\341\206\267.md", "김.md" },
    { "../../etc/passwd", "_.._etc_passwd" },
    { "a\\b:c*d?e\"f<g>h|i.md", "a_b_c_d_e_f_g_h_i.md" },
    { "two\nlines\t.txt", "two_lines_.txt" },
    { " .hidden ", "hidden" },
    { "--help.pdf", "help.pdf" },
    { "ends. . .", "ends" },
    { "con", "_con" },
    { "NUL.txt", "_NUL.txt" },
    { "com7.pdf", "_com7.pdf" },
    { "comma.pdf", "comma.pdf" },
    { "console.txt", "console.txt" },
    { "", "file" },
    { "...", "file" },
    { "\xff\xfe.md", "\357\277\275\357\277\275.md" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = matchum_bundle_clean_name (cases[i].name);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_long_name (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (name, "맞");
  g_string_append (name, ".pdf");
  clean = matchum_bundle_clean_name (name->str);
  g_assert_cmpuint (strlen (clean), <=, 200);
  g_assert_cmpuint (strlen (clean), >, 190);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
  g_assert_true (g_str_has_suffix (clean, "맞.pdf"));
}

static void
test_same_names (void)
{
  g_autoptr (MatchumBundle) bundle = matchum_bundle_new (day);

  add (bundle, "resume.pdf", "1");
  add (bundle, "Resume.PDF", "2");
  add (bundle, "resume.pdf", "3");
  add (bundle, "sha256sums.txt", "4");
  g_assert_cmpuint (matchum_bundle_get_n_files (bundle), ==, 5);
  g_assert_cmpstr (matchum_bundle_get_file (bundle, 0)->name, ==, "resume.pdf");
  g_assert_cmpstr (matchum_bundle_get_file (bundle, 1)->name, ==, "Resume (2).PDF");
  g_assert_cmpstr (matchum_bundle_get_file (bundle, 2)->name, ==, "resume (3).pdf");
  g_assert_cmpstr (matchum_bundle_get_file (bundle, 3)->name, ==, "sha256sums (2).txt");
  g_assert_cmpstr (matchum_bundle_get_file (bundle, 4)->name, ==, MATCHUM_BUNDLE_DIGESTS);
}

static void
test_digests (void)
{
  g_autoptr (MatchumBundle) bundle = matchum_bundle_new (day);
  const MatchumBundleFile *digests;
  gsize length;
  const char *text;

  add (bundle, "a.txt", "abc");
  g_assert_cmpuint (g_bytes_get_size (matchum_bundle_get_file (bundle, 1)->bytes), ==, 64 + 2 + 6);
  add (bundle, "b.txt", "");
  digests = matchum_bundle_get_file (bundle, 2);
  text = g_bytes_get_data (digests->bytes, &length);
  /* As FIPS 180-2 and everybody else has them. */
  g_assert_cmpmem (text, length,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n"
                   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.txt\n",
                   2 * (64 + 2 + 6));
}

static GBytes *
write_zip (const char *zone, const char *locale)
{
  g_autoptr (MatchumBundle) bundle = create_bundle ();
  g_autoptr (GError) error = NULL;
  GBytes *zip;

  g_setenv ("TZ", zone, TRUE);
  tzset ();
  if (setlocale (LC_ALL, locale) == NULL)
    g_test_message ("no locale %s", locale);
  zip = matchum_bundle_write_zip (bundle, &error);
  g_assert_no_error (error);
  setlocale (LC_ALL, "C");
  g_unsetenv ("TZ");
  tzset ();
  return zip;
}

static void
test_zip_is_the_same_everywhere (void)
{
  static const char *const zones[] = { "UTC", "Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati" };
  static const char *const locales[] = { "C", "C.UTF-8" };
  g_autoptr (GBytes) first = write_zip ("UTC", "C");

  g_assert_cmpuint (g_bytes_get_size (first), >, 400);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (locales); k++)
      {
        g_autoptr (GBytes) zip = write_zip (zones[i], locales[k]);

        g_assert_true (g_bytes_equal (zip, first));
      }
}

/* Whatever the bytes are, another day and another content give another zip. */
static void
test_zip_tells_its_content (void)
{
  g_autoptr (GBytes) first = write_zip ("UTC", "C");
  g_autoptr (MatchumBundle) other_day = matchum_bundle_new ((MatchumDay){ 2026, 11, 26 });
  g_autoptr (MatchumBundle) other_text = create_bundle ();
  g_autoptr (GBytes) by_day = NULL;
  g_autoptr (GBytes) by_text = NULL;

  add (other_day, "김하늘-당근.pdf", "%PDF-1.7 words");
  add (other_day, "posting.txt", "[당근] ML 엔지니어\n");
  add (other_day, "empty.md", "");
  by_day = matchum_bundle_write_zip (other_day, NULL);
  add (other_text, "more.txt", "more");
  by_text = matchum_bundle_write_zip (other_text, NULL);
  g_assert_cmpuint (g_bytes_get_size (by_day), ==, g_bytes_get_size (first));
  g_assert_false (g_bytes_equal (by_day, first));
  g_assert_cmpuint (g_bytes_get_size (by_text), >, g_bytes_get_size (first));
}

static void
test_large_zip (void)
{
  g_autoptr (MatchumBundle) bundle = matchum_bundle_new (day);
  g_autoptr (GByteArray) noise = g_byte_array_sized_new (4 * 1024 * 1024);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; i < 1024 * 1024; i++)
    {
      const guint32 number = g_rand_int (rand);

      g_byte_array_append (noise, (const guint8 *) &number, sizeof number);
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&noise));
  matchum_bundle_add (bundle, "noise", bytes);
  zip = matchum_bundle_write_zip (bundle, NULL);
  g_assert_cmpuint (g_bytes_get_size (zip), >, 4 * 1024 * 1024);
  g_assert_cmpuint (g_bytes_get_size (zip), <, 4 * 1024 * 1024 + 4096);
}

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("matchum-bundle-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static guint
count_names (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint count = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
write_folder (Fixture *fixture, const char *name, GError **error)
{
  g_autoptr (MatchumBundle) bundle = create_bundle ();
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  return matchum_bundle_write_folder (bundle, folder, NULL, error);
}

static void
assert_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *mode_path = g_build_filename (fixture->folder, "as the user has it", NULL);
  g_autoptr (GError) error = NULL;
  struct stat made, plain;

  g_assert_true (write_folder (fixture, "out", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_names (path), ==, 4);
  g_assert_cmpuint (count_names (fixture->folder), ==, 1);
  assert_file (fixture, "out/posting.txt", "[당근] ML 엔지니어\n");
  assert_file (fixture, "out/empty.md", "");
  g_assert_cmpint (g_mkdir (mode_path, 0777), ==, 0);
  g_assert_cmpint (stat (path, &made), ==, 0);
  g_assert_cmpint (stat (mode_path, &plain), ==, 0);
  g_assert_cmpuint (made.st_mode, ==, plain.st_mode);
}

static void
test_empty_folder_is_taken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "real", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir (path, 0755);
  g_assert_cmpint (symlink ("real", link), ==, 0);
  g_assert_true (write_folder (fixture, "link", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_file (fixture, "real/empty.md", "");
}

static void
test_full_folder_is_spared (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mine", NULL);
  g_autofree char *file = g_build_filename (path, "posting.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir (path, 0755);
  g_assert_true (g_file_set_contents (file, "my own", -1, NULL));
  g_assert_false (write_folder (fixture, "mine", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY);
  g_assert_nonnull (strstr (error->message, "mine: This folder is not empty."));
  assert_file (fixture, "mine/posting.txt", "my own");
  g_assert_cmpuint (count_names (path), ==, 1);
  g_assert_cmpuint (count_names (fixture->folder), ==, 1);
}

static void
test_file_is_spared (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "notes", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "my own", -1, NULL));
  g_assert_false (write_folder (fixture, "notes", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  assert_file (fixture, "notes", "my own");
  g_assert_cmpuint (count_names (fixture->folder), ==, 1);
}

static void
test_folder_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (write_folder (fixture, "not/there", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "not/there: The folder cannot be written: "));
  g_assert_cmpuint (count_names (fixture->folder), ==, 0);
}

/* Stopped between two files, nothing is left. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumBundle) bundle = create_bundle ();
  g_autofree char *path = g_build_filename (fixture->folder, "out", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (matchum_bundle_write_folder (bundle, folder, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_names (fixture->folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/names", test_names);
  g_test_add_func ("/bundle/names/long", test_long_name);
  g_test_add_func ("/bundle/names/same", test_same_names);
  g_test_add_func ("/bundle/digests", test_digests);
  g_test_add_func ("/bundle/zip/same-everywhere", test_zip_is_the_same_everywhere);
  g_test_add_func ("/bundle/zip/tells-its-content", test_zip_tells_its_content);
  g_test_add_func ("/bundle/zip/large", test_large_zip);
  g_test_add ("/bundle/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/bundle/folder/empty", Fixture, NULL, set_up, test_empty_folder_is_taken, tear_down);
  g_test_add ("/bundle/folder/full", Fixture, NULL, set_up, test_full_folder_is_spared, tear_down);
  g_test_add ("/bundle/folder/file", Fixture, NULL, set_up, test_file_is_spared, tear_down);
  g_test_add ("/bundle/folder/nowhere", Fixture, NULL, set_up, test_folder_nowhere, tear_down);
  g_test_add ("/bundle/folder/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
