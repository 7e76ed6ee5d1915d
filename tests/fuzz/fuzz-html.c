/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes in as HTML or JSON, whatever it is, ends as a text that can be read or as an error. */
#include "config.h"

#include <string.h>

#include "posting/matchum-posting-reader.h"
#include "posting/matchum-posting-source.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

static void
take_in (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_posting_source_from_bytes (name, bytes, &error);
  g_autoptr (MatchumPosting) posting = NULL;

  g_assert_true ((source == NULL) == (error != NULL));
  if (source == NULL)
    return;
  posting = matchum_posting_reader_read (source, &error);
  /* Plain text may have front matter of its own, which may be broken; what is made of HTML never is. */
  g_assert_true (posting != NULL || g_str_has_suffix (name, ".txt"));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  take_in (bytes, "fuzz.html");
  take_in (bytes, "fuzz.txt");
  return 0;
}

#ifndef MATCHUM_FUZZES
static void
replay (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_test_message ("%s", path);
  LLVMFuzzerTestOneInput ((const guint8 *) data, length);
}

static void
test_corpus (gconstpointer name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n_files = 0;
  const char *file;

  g_assert_nonnull (files);
  while ((file = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      replay (path);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/fuzz/html/corpus", "fuzz/corpus-html", test_corpus);
  g_test_add_data_func ("/fuzz/html/pages", "core/posting/html", test_corpus);
  return g_test_run ();
}
#endif
