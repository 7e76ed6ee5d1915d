/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are whole or not there, and nothing left beside them. */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/matchum-file-writer.h"

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("matchum-test-XXXXXX", &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
get_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static gboolean
write_text (const char *path, const char *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return matchum_file_writer_write (file, bytes, cancellable, error);
}

static void
check_text (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static guint
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "이력서.md");
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (027);

  g_assert_true (write_text (path, "one\n", NULL, &error));
  g_assert_no_error (error);
  umask (mask);
  check_text (path, "one\n");
  g_assert_cmpuint (get_mode (path), ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "a.md");
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (path, "", NULL, &error));
  check_text (path, "");
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "a.md");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "a much longer old text", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0604), ==, 0);
  g_assert_true (write_text (path, "new", NULL, &error));
  check_text (path, "new");
  g_assert_cmpuint (get_mode (path), ==, 0604);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "a.md");
  g_autofree char *link = get_path (fixture, "link.md");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (symlink ("a.md", link), ==, 0);
  g_assert_true (write_text (link, "new", NULL, &error));
  check_text (path, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
check_failure (Fixture *fixture, const char *path, const char *name, gint code)
{
  const guint n_files = count_files (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (path, "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
}

static void
test_failures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *no_folder = get_path (fixture, "none/a.md");
  g_autofree char *file = get_path (fixture, "file");
  g_autofree char *under_file = get_path (fixture, "file/a.md");

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  check_failure (fixture, no_folder, "none/a.md", G_IO_ERROR_NOT_FOUND);
  check_failure (fixture, under_file, "file/a.md", G_IO_ERROR_NOT_DIRECTORY);
  check_failure (fixture, fixture->folder, fixture->folder, G_IO_ERROR_IS_DIRECTORY);
}

/* A disk that is full in the middle of writing, as far as a process can have one to itself. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "a.md");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = g_strnfill (1000000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (text, 1000000);
  g_autoptr (GError) error = NULL;
  struct rlimit limit, small;
  gboolean is_written;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 100000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  is_written = matchum_file_writer_write (file, bytes, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (is_written);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "a.md"));
  check_text (path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What is no file stays what it is. */
static void
test_device (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = get_path (fixture, "null.md");
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_cmpint (symlink ("/dev/null", link), ==, 0);
  g_assert_true (write_text (link, "new", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (link, &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "a.md");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (write_text (path, "new", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_text (path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_remote (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///a.md");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (matchum_file_writer_write (file, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/file-writer/new", test_new },           { "/file-writer/empty", test_empty },
    { "/file-writer/replace", test_replace },   { "/file-writer/link", test_link },
    { "/file-writer/failures", test_failures }, { "/file-writer/full", test_full },
    { "/file-writer/device", test_device },     { "/file-writer/cancelled", test_cancelled },
    { "/file-writer/remote", test_remote },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
