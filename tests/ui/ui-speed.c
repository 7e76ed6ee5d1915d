/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes from a keystroke to the painted answer, and that holding a key down stays smooth. Figures are
 * printed; the limits are wide enough for a slow machine under a sanitizer. */
#include "config.h"

#include "matchum-ui-test.h"

#define N_TOGGLES 40
#define MOST_MS 1500.0

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
report (const char *what, double *times, gsize n_times)
{
  qsort (times, n_times, sizeof (double), compare_times);
  g_test_message ("%s: median %.1f ms, worst %.1f ms", what, times[n_times / 2], times[n_times - 1]);
  g_assert_cmpfloat (times[n_times / 2], <, MOST_MS);
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* The blocks that carry evidence for something, which cost most. */
static GArray *
list_carriers (MatchumWorkspace *workspace)
{
  MatchumResume *resume = matchum_workspace_get_resume (workspace);
  MatchumCoverage *coverage = matchum_workspace_get_coverage (workspace);
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      g_autoptr (GArray) requirements = matchum_coverage_find_requirements (coverage, i);

      if (matchum_resume_get_block (resume, i)->kind == MATCHUM_BLOCK_ITEM && requirements->len > 0)
        g_array_append_val (blocks, i);
    }
  return blocks;
}

static void
measure_toggles (MatchumWindow *window, const char *what, gboolean with_pages)
{
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_autoptr (GArray) blocks = list_carriers (workspace);
  double painted[N_TOGGLES], laid_out[N_TOGGLES];
  gboolean is_painted;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  g_assert_cmpuint (blocks->len, >, 3);
  for (guint i = 0; i < N_TOGGLES; i++)
    {
      guint block = g_array_index (blocks, guint, i / 2 % blocks->len);
      MatchumPages *before = matchum_proof_get_pages (matchum_window_get_proof (window));
      gint64 start = g_get_monotonic_time ();

      is_painted = FALSE;
      matchum_workspace_set_hidden (workspace, block, i % 2 == 0);
      matchum_ui_test_wait (is_painted);
      painted[i] = get_ms_since (start);
      if (with_pages)
        matchum_ui_test_wait (matchum_proof_get_pages (matchum_window_get_proof (window)) != before);
      laid_out[i] = get_ms_since (start);
    }
  g_signal_handler_disconnect (clock, id);
  report (what, painted, N_TOGGLES);
  if (with_pages)
    report ("  and the pages counted", laid_out, N_TOGGLES);
}

static void
test_toggle (void)
{
  gint64 start = g_get_monotonic_time ();
  MatchumWindow *window = matchum_ui_test_open_examples (1280, 800);
  double opened = get_ms_since (start);

  g_test_message ("examples read, matched and painted: %.1f ms", opened);
  matchum_ui_test_wait (matchum_workspace_get_pages_used (matchum_window_get_workspace (window)) > 0);

  measure_toggles (window, "one toggle to painted", TRUE);
  measure_toggles (window, "toggles in a row to painted", FALSE);
  matchum_ui_test_close_window (window);
}

static void
test_toggle_beside_preview (void)
{
  MatchumWindow *window = matchum_ui_test_open_examples (2000, 1000);

  matchum_ui_test_wait (matchum_workspace_get_pages_used (matchum_window_get_workspace (window)) > 0);
  measure_toggles (window, "one toggle to painted beside the preview", TRUE);
  matchum_ui_test_close_window (window);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/speed/toggle", test_toggle);
  g_test_add_func ("/ui/speed/toggle-beside-preview", test_toggle_beside_preview);
  return matchum_ui_test_run ();
}
