/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures how fast postings are read: ten thousand of them, one of a usual size, and texts made to be slow. */
#include "config.h"

#include <string.h>
#include <time.h>

#include "posting/matchum-posting-reader.h"

#define N_POSTINGS 10000
#define USUAL_BYTES 3072
#define N_LINES 20000
#define LONG_LINE (1024 * 1024)

/* Microseconds of this process alone: others may be at work on the machine. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
read_once (GBytes *bytes)
{
  gint64 start = get_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("posting", bytes, &error);
  g_autoptr (MatchumPosting) posting = source != NULL ? matchum_posting_reader_read (source, &error) : NULL;

  g_assert_no_error (error);
  g_assert_nonnull (posting);
  return get_time () - start;
}

/* Takes text. */
static void
measure_text (const char *name, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 3; i++)
    best = MIN (best, read_once (bytes));
  g_print ("%-28s %8.1f KB %10.3f ms\n", name, (double) g_bytes_get_size (bytes) / 1024, (double) best / 1000);
}

static char *
repeat (const char *text, guint count)
{
  GString *all = g_string_sized_new (strlen (text) * count + 1);

  for (guint i = 0; i < count; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static GPtrArray *
load_postings (void)
{
  static const char *const folders[] = { "cases/postings", "cases/wide/postings", "cases-2/postings" };
  GPtrArray *postings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          char *text = NULL;
          gsize length;

          if (g_file_get_contents (path, &text, &length, NULL))
            g_ptr_array_add (postings, g_bytes_new_take (text, length));
        }
    }
  return postings;
}

static void
measure_postings (GPtrArray *postings)
{
  gint64 total = 0;
  gint64 slowest = 0;
  gsize bytes = 0;
  gsize slowest_bytes = 1;

  for (guint i = 0; i < N_POSTINGS; i++)
    {
      GBytes *posting = g_ptr_array_index (postings, i % postings->len);
      gint64 took = read_once (posting);

      total += took;
      bytes += g_bytes_get_size (posting);
      if (i >= postings->len && i < 2 * postings->len && took > slowest)
        {
          slowest = took;
          slowest_bytes = g_bytes_get_size (posting);
        }
    }
  g_print ("%u postings, %.1f MB: %.3f s, %.1f MB/s; %.3f ms for %u bytes; slowest %.3f ms for %" G_GSIZE_FORMAT
           " bytes\n",
           N_POSTINGS, (double) bytes / 1e6, (double) total / 1e6, (double) bytes / (double) total,
           (double) total / (double) bytes * USUAL_BYTES / 1000, USUAL_BYTES, (double) slowest / 1000, slowest_bytes);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) postings = NULL;

  g_test_init (&argc, &argv, NULL);
  postings = load_postings ();
  g_assert_cmpuint (postings->len, >, 0);
  measure_postings (postings);
  measure_text ("20,000 items", repeat ("- Python 3년 이상 경험이 있으신 분\n", N_LINES));
  measure_text ("20,000 bare lines", repeat ("데이터 파이프라인을 만들고 운영합니다\n", N_LINES));
  measure_text ("20,000 headings", repeat ("## 자격요건\n", N_LINES));
  measure_text ("20,000 unknown headings", repeat ("푸른 하늘\n\n- 3년 이상\n", N_LINES / 2));
  measure_text ("20,000 short spaced lines", repeat ("오늘의 이야기\n\n", N_LINES));
  measure_text ("20,000 labels", repeat ("우대사항: Spark\n", N_LINES));
  measure_text ("20,000 drawn lines", repeat ("-----\n", N_LINES));
  measure_text ("one line of 1 MB", repeat ("경험 ", LONG_LINE / 7));
  measure_text ("one line of 1 MB, no blanks", repeat ("a", LONG_LINE));
  measure_text ("one line of 1 MB, brackets", repeat ("(", LONG_LINE));
  measure_text ("one line of 1 MB, sentences", repeat ("You will need it. ", LONG_LINE / 18));
  measure_text ("one line of 1 MB, bullets", repeat (",- a", LONG_LINE / 4));
  return 0;
}
