/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures a library of 2,000 postings and 10,000 blocks: opening it, one edit as the caller's thread feels it and
 * until it is on the disk, undo, and reading everything that a window shows first. Prints medians. */
#include "config.h"

#include "../core/store/store-fixture.h"

#include <time.h>

#define N_POSTINGS 2000
#define N_BASELINES 4
#define N_BLOCKS 10000
#define N_OPENS 15
#define N_EDITS 200
#define N_STEPS 500

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a;
  const double other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
report (const char *what, GArray *times, double goal)
{
  g_array_sort (times, compare_cb);
  g_print ("%-52s %8.3f ms  (worst %8.3f%s", what, g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len - 1), goal > 0 ? "" : ")\n");
  if (goal > 0)
    g_print (", goal %.0f)\n", goal);
  g_array_set_size (times, 0);
}

static double
get_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* What the processor did for this program, whatever else the machine does. */
static double
get_cpu_ms (void)
{
  return (double) clock () * 1000 / CLOCKS_PER_SEC;
}

static char *
dup_text (GRand *rand, guint n_lines)
{
  static const char *const words[] = { "PyTorch",    "경험이",   "있으신", "분", "추천",
                                       "Kubernetes", "시스템을", "운영",   "3년" };
  GString *text = g_string_new ("## 자격 요건\n\n");

  for (guint i = 0; i < n_lines; i++)
    {
      g_string_append (text, "-");
      for (guint j = 0; j < 12; j++)
        g_string_append_printf (text, " %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      g_string_append_printf (text, " %u\n", g_rand_int (rand));
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
create_blocks (GRand *rand)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_block_record_free);

  for (guint i = 0; i < N_BLOCKS / N_BASELINES; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i);
      g_autofree char *text = g_strdup_printf ("추천 시스템을 PyTorch로 만들고 운영했습니다 %u", g_rand_int (rand));

      g_ptr_array_add (blocks,
                       matchum_block_record_new (id, MATCHUM_BLOCK_ITEM, MATCHUM_SECTION_EXPERIENCE, "b0", i, text));
    }
  return blocks;
}

static gboolean
fill_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  GRand *rand = data;

  for (guint i = 0; i < N_BASELINES; i++)
    {
      g_autofree char *id = g_strdup_printf ("baseline-%u", i);
      g_autofree char *markdown = dup_text (rand, N_BLOCKS / N_BASELINES);
      g_autoptr (MatchumBaselineRecord) baseline = store_fixture_baseline (id, markdown);
      g_autoptr (GPtrArray) blocks = create_blocks (rand);

      if (!matchum_baseline_table_put (database, baseline, error)
          || !matchum_block_table_set (database, id, blocks, error))
        return FALSE;
    }
  for (guint i = 0; i < N_POSTINGS; i++)
    {
      g_autofree char *id = g_strdup_printf ("posting-%u", i);
      g_autofree char *text = dup_text (rand, 25);
      g_autoptr (MatchumPostingRecord) posting = store_fixture_posting (id, text);
      g_autoptr (MatchumApplicationRecord) application = store_fixture_application (id, "baseline-0", id);

      for (guint j = 0; j < 10; j++)
        g_ptr_array_add (application->hidden, g_strdup_printf ("b%u", j));
      if (!matchum_posting_table_put (database, posting, error)
          || !matchum_application_table_put (database, application, error))
        return FALSE;
    }
  return TRUE;
}

/* Leaves a log as years of use do: full of small steps. */
static void
fill_log (MatchumLibrary *library)
{
  matchum_library_set_undo_limits (library, &(MatchumUndoLimits){ 1000, 1 });
  store_fixture_put_posting (library, "posting-0", "short");
  matchum_library_set_undo_limits (library, &(MatchumUndoLimits){ 1000, 16 * 1024 * 1024 });
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *id = g_strdup_printf ("posting-%u", i);
      g_autofree char *text = g_strdup_printf ("text %u", i);
      g_autoptr (MatchumEdit) edit = matchum_edit_new ("Edit Posting");

      matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, store_fixture_posting (id, text),
                        (GDestroyNotify) matchum_posting_record_free);
      matchum_library_edit_async (library, edit, NULL, NULL);
    }
  matchum_library_flush (library);
}

static void
measure_open (const char *path, GArray *times, GArray *cpu_times)
{
  for (guint i = 0; i < N_OPENS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      const double cpu_start = get_cpu_ms ();
      MatchumLibrary *library = store_fixture_open (path);
      const double time = get_ms (start);
      const double cpu_time = get_cpu_ms () - cpu_start;

      g_array_append_val (times, time);
      g_array_append_val (cpu_times, cpu_time);
      store_fixture_close (library);
    }
  report ("open and check", times, 150);
  report ("open and check, processor only", cpu_times, 150);
}

static void
measure_read (MatchumLibrary *library, GArray *times)
{
  for (guint i = 0; i < N_OPENS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      MatchumDatabase *database = matchum_library_get_database (library);
      g_autoptr (GPtrArray) postings = matchum_posting_table_list (database, NULL);
      g_autoptr (GPtrArray) baselines = matchum_baseline_table_list (database, NULL);
      g_autoptr (GPtrArray) blocks = matchum_block_table_list (database, "baseline-0", NULL);
      double time = get_ms (start);

      g_assert_cmpuint (postings->len, ==, N_POSTINGS);
      g_array_append_val (times, time);
    }
  report ("read all postings and baselines, one's blocks", times, 0);
}

static void
measure_edits (MatchumLibrary *library, GArray *times)
{
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (MatchumApplicationRecord) application =
          matchum_application_table_find (matchum_library_get_database (library), "posting-7", NULL);
      gint64 start;
      double time;

      g_ptr_array_add (application->hidden, g_strdup_printf ("x%u", i));
      start = g_get_monotonic_time ();
      store_fixture_edit (library, "Hide Item", matchum_application_table_put, application);
      time = get_ms (start);
      g_array_append_val (times, time);
    }
  report ("one edit until it is on the disk", times, 0);
}

static void
measure_edits_async (MatchumLibrary *library, GArray *times)
{
  for (guint i = 0; i < N_EDITS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autofree char *text = g_strdup_printf ("notes %u", i);
      g_autoptr (MatchumEdit) edit = matchum_edit_new ("Edit Posting");
      double time;
      gint64 told;

      matchum_edit_add (edit, (MatchumEditFunc) matchum_posting_table_put, store_fixture_posting ("posting-9", text),
                        (GDestroyNotify) matchum_posting_record_free);
      matchum_library_edit_async (library, edit, NULL, NULL);
      time = get_ms (start);
      while (matchum_library_is_pending (library))
        {
          g_main_context_iteration (NULL, TRUE);
          told = g_get_monotonic_time ();
          g_main_context_iteration (NULL, FALSE);
          time += get_ms (told);
        }
      g_array_append_val (times, time);
    }
  report ("one edit, the caller's thread", times, 5);
}

static void
measure_undo (MatchumLibrary *library, GArray *times)
{
  for (guint i = 0; i < N_EDITS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      double time;

      g_assert_true (matchum_library_undo (library, NULL));
      time = get_ms (start);
      g_array_append_val (times, time);
    }
  report ("undo until it is on the disk", times, 5);
}

static void
measure_backup (MatchumLibrary *library)
{
  const gint64 start = g_get_monotonic_time ();
  g_autofree char *to = g_strconcat (matchum_library_get_path (library), "-copy", NULL);

  g_assert_true (matchum_library_back_up_to (library, to, NULL));
  g_print ("%-52s %8.3f ms\n", "one backup, checked", get_ms (start));
}

int
main (void)
{
  StoreFixture fixture;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu_times = g_array_new (FALSE, FALSE, sizeof (double));
  MatchumLibrary *library;
  GStatBuf info;
  gint64 start = g_get_monotonic_time ();

  store_fixture_set_up (&fixture, NULL);
  library = store_fixture_open (fixture.path);
  store_fixture_edit (library, "Fill", fill_cb, rand);
  g_print ("%-52s %8.3f ms\n", "create and fill in one edit", get_ms (start));
  fill_log (library);
  store_fixture_close (library);
  g_stat (fixture.path, &info);
  g_print ("%-52s %8.3f MB\n", "size", (double) info.st_size / 1e6);
  measure_open (fixture.path, times, cpu_times);
  library = store_fixture_open (fixture.path);
  measure_read (library, times);
  measure_edits (library, times);
  measure_edits_async (library, times);
  measure_undo (library, times);
  measure_backup (library);
  store_fixture_close (library);
  store_fixture_tear_down (&fixture, NULL);
  return 0;
}
