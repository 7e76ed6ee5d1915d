/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures how fast postings are read, and what memory they take: ten thousand different ones in one process, one of a
 * usual size, and texts made to be slow. */
#include "config.h"

#include <malloc.h>
#include <string.h>

#include "bench-postings.h"
#include "posting/matchum-posting-reader.h"

#define N_POSTINGS 10000
#define MEAN_BYTES 3000
#define USUAL_BYTES 3072
#define N_USUAL 1000
/* What it should take at most: seconds of all, microseconds of one, MB. */
#define MAX_SECONDS 2.4
#define MAX_USUAL 300
#define MAX_MEMORY 100
#define MAX_SLOWER 10
#define N_PER_FLOOR 10
#define N_LINES 20000
#define LONG_LINE (1024 * 1024)

/* What is in use now, in MB. */
static double
get_used (void)
{
  const struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / (1024 * 1024);
}

static MatchumPosting *
read_posting (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("posting", bytes, &error);
  MatchumPosting *posting = source != NULL ? matchum_posting_reader_read (source, &error) : NULL;

  g_assert_no_error (error);
  g_assert_nonnull (posting);
  return posting;
}

static gint64
read_once (GBytes *bytes)
{
  const gint64 start = bench_get_time ();

  matchum_posting_unref (read_posting (bytes));
  return bench_get_time () - start;
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

static gsize
sum_sizes (GPtrArray *postings)
{
  gsize bytes = 0;

  for (guint i = 0; i < postings->len; i++)
    bytes += g_bytes_get_size (g_ptr_array_index (postings, i));
  return bytes;
}

/* The texts are counted in: a posting keeps its own. */
static void
measure_holding (GPtrArray *postings)
{
  const double used = get_used ();
  const gint64 start = bench_get_time ();
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_unref);
  guint n_lines = 0;

  for (guint i = 0; i < postings->len; i++)
    g_ptr_array_add (held, read_posting (g_ptr_array_index (postings, i)));
  for (guint i = 0; i < held->len; i++)
    n_lines += matchum_posting_get_n_lines (g_ptr_array_index (held, i));
  g_print ("%u postings, %u lines, all held: %.3f s, %.1f MB of memory\n", postings->len, n_lines,
           (double) (bench_get_time () - start) / 1e6, get_used () - used);
}

/* Returns megabytes, and in *seconds the time it took. */
static double
read_all (GPtrArray *postings, double *seconds)
{
  const double peak = bench_get_peak ();
  const gint64 start = bench_get_time ();

  for (guint i = 0; i < postings->len; i++)
    read_once (g_ptr_array_index (postings, i));
  *seconds = (double) (bench_get_time () - start) / 1e6;
  return bench_get_peak () - peak;
}

static void
measure_dropping (GPtrArray *postings)
{
  double seconds;
  const double memory = read_all (postings, &seconds);

  g_print ("%u postings, %.1f MB, one after the other: %.3f s, %.1f MB of memory\n", postings->len,
           (double) sum_sizes (postings) / 1e6, seconds, memory);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* The time of a posting is taken for what it would be at the usual size. Returns microseconds, those of the one in the
 * middle, and in *slow those of the slowest of a hundred. */
static gint64
find_usual_time (GPtrArray *postings, gint64 *slow)
{
  g_autofree gint64 *times = g_new (gint64, N_USUAL);

  for (guint i = 0; i < N_USUAL; i++)
    {
      GBytes *posting = g_ptr_array_index (postings, i);
      gint64 best = G_MAXINT64;

      for (guint k = 0; k < 3; k++)
        best = MIN (best, read_once (posting));
      times[i] = best * USUAL_BYTES / (gint64) g_bytes_get_size (posting);
    }
  qsort (times, N_USUAL, sizeof (gint64), compare_times);
  *slow = times[N_USUAL * 99 / 100];
  return times[N_USUAL / 2];
}

static void
measure_usual (GPtrArray *postings)
{
  gint64 slow;
  const gint64 usual = find_usual_time (postings, &slow);

  g_print ("a posting of %u bytes: %.3f ms, the median of %u; %.3f ms, the slowest of a hundred\n", USUAL_BYTES,
           (double) usual / 1000, N_USUAL, (double) slow / 1000);
}

static void
test_floor (void)
{
  g_autoptr (GPtrArray) originals = bench_load_postings ();
  g_autoptr (GPtrArray) postings = bench_make_postings (originals, N_POSTINGS / N_PER_FLOOR, MEAN_BYTES);
  double seconds, memory;
  gint64 slow;

  read_once (g_ptr_array_index (postings, 0));
  memory = read_all (postings, &seconds);
  g_assert_cmpfloat (seconds, <, MAX_SECONDS * MAX_SLOWER / N_PER_FLOOR);
  g_assert_cmpfloat (memory, <, (double) MAX_MEMORY / N_PER_FLOOR);
  g_assert_cmpint (find_usual_time (postings, &slow), <, MAX_USUAL * MAX_SLOWER);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) originals = NULL;
  g_autoptr (GPtrArray) postings = NULL;

  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && g_str_equal (argv[1], "--floor"))
    {
      g_test_add_func ("/posting/figures", test_floor);
      return g_test_run ();
    }
  originals = bench_load_postings ();
  postings = bench_make_postings (originals, N_POSTINGS, MEAN_BYTES);
  read_once (g_ptr_array_index (postings, 0));
  measure_usual (postings);
  measure_dropping (postings);
  measure_holding (postings);
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
