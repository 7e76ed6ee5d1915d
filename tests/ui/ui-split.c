/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panes stay in proportion through every sequence of widths, and where the user moved them. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui/matchum-adaptive-bin.h"
#include "ui/matchum-split.h"

#define RESUME_SHARE 0.52
#define PANES_SHARE 0.65

/* The division of the resume and the posting stands within that of both and the preview. */
static GtkPaned *
find_outer (MatchumWindow *window)
{
  return GTK_PANED (matchum_ui_test_find_widget (GTK_WIDGET (window), GTK_TYPE_PANED));
}

static GtkPaned *
find_inner (MatchumWindow *window)
{
  return GTK_PANED (gtk_paned_get_start_child (find_outer (window)));
}

/* What GTK takes of the width for a border, where nothing casts shadows. */
#define PLAIN_BORDERS 10

/* Returns the width that is left for the window's content. */
static int
resize (MatchumWindow *window, int width)
{
  GtkWidget *bin = matchum_ui_test_find_widget (GTK_WIDGET (window), MATCHUM_TYPE_ADAPTIVE_BIN);

  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  matchum_ui_test_wait (gtk_widget_get_width (bin) <= width && gtk_widget_get_width (bin) >= width - PLAIN_BORDERS);
  matchum_ui_test_settle (GTK_WIDGET (window));
  matchum_ui_test_settle (GTK_WIDGET (window));
  return gtk_widget_get_width (bin);
}

static gboolean
is_divided (GtkPaned *paned, double share)
{
  int wanted = (int) (share * gtk_widget_get_width (GTK_WIDGET (paned)) + 0.5), least, most;

  g_object_get (paned, "min-position", &least, "max-position", &most, NULL);
  return gtk_paned_get_position (paned) == CLAMP (wanted, least, most);
}

static void
reset_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MATCHUM_APPLICATION_ID);

  g_settings_reset (settings, "resume-share");
  g_settings_reset (settings, "resume-share-of-three");
  g_settings_reset (settings, "panes-share");
}

static void
test_proportions_come_back (void)
{
  const int widths[] = { 360, 1280, 1990, 1280, 700, 1990, 640, 1100, 2050, 400, 1930, 1890, 1280, 1030, 650, 1280 };
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  int first, first_wide;

  resize (window, 1280);
  matchum_ui_test_wait (is_divided (find_inner (window), RESUME_SHARE));
  first = gtk_paned_get_position (find_inner (window));
  /* The room is enough for the share itself, so that what follows is no comparison of one limit with another. */
  g_assert_cmpint (first, ==, (int) (RESUME_SHARE * gtk_widget_get_width (GTK_WIDGET (find_inner (window))) + 0.5));
  resize (window, 1990);
  matchum_ui_test_wait (is_divided (find_outer (window), PANES_SHARE));
  matchum_ui_test_wait (is_divided (find_inner (window), RESUME_SHARE));
  first_wide = gtk_paned_get_position (find_outer (window));

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      MatchumWidth width = matchum_width_from_pixels (resize (window, widths[i]));

      if (width == MATCHUM_WIDTH_NARROW)
        continue;
      matchum_ui_test_wait (is_divided (find_inner (window), RESUME_SHARE));
      if (widths[i] == 1280)
        g_assert_cmpint (gtk_paned_get_position (find_inner (window)), ==, first);
      if (width != MATCHUM_WIDTH_ULTRA)
        continue;
      matchum_ui_test_wait (is_divided (find_outer (window), PANES_SHARE));
      if (widths[i] == 1990)
        g_assert_cmpint (gtk_paned_get_position (find_outer (window)), ==, first_wide);
    }
  matchum_ui_test_close_window (window);
}

/* A window that opens narrow, or wide, is as one that became so. */
static void
test_any_first_width (void)
{
  const int widths[] = { 360, 700, 1990 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      MatchumWindow *window = matchum_ui_test_open_window (widths[i], 800, TRUE);

      resize (window, 1280);
      matchum_ui_test_wait (is_divided (find_inner (window), RESUME_SHARE));
      resize (window, 1990);
      matchum_ui_test_wait (is_divided (find_inner (window), RESUME_SHARE));
      matchum_ui_test_wait (is_divided (find_outer (window), PANES_SHARE));
      matchum_ui_test_close_window (window);
    }
}

/* What the user moved stays moved, for two panes and for three each, in windows that come after as well. */
static void
test_what_was_moved_is_kept (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  g_autoptr (GSettings) settings = g_settings_new (MATCHUM_APPLICATION_ID);
  double share;

  resize (window, 1280);
  gtk_paned_set_position (find_inner (window), gtk_paned_get_position (find_inner (window)) + 30);
  matchum_ui_test_settle (GTK_WIDGET (window));
  share =
      (double) gtk_paned_get_position (find_inner (window)) / gtk_widget_get_width (GTK_WIDGET (find_inner (window)));
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "resume-share"), share, 1e-9);
  g_assert_cmpfloat (share, >, RESUME_SHARE + 0.02);

  resize (window, 1990);
  matchum_ui_test_wait (is_divided (find_inner (window), RESUME_SHARE));
  gtk_paned_set_position (find_outer (window), gtk_paned_get_position (find_outer (window)) - 40);
  matchum_ui_test_settle (GTK_WIDGET (window));
  matchum_ui_test_wait (is_divided (find_inner (window), RESUME_SHARE));
  g_assert_cmpfloat (g_settings_get_double (settings, "panes-share"), <, PANES_SHARE - 0.02);
  g_assert_cmpfloat (g_settings_get_double (settings, "resume-share-of-three"), ==, RESUME_SHARE);

  resize (window, 360);
  resize (window, 1400);
  matchum_ui_test_wait (is_divided (find_inner (window), share));
  /* The sidebar goes, and the room is another. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sidebar", NULL);
  matchum_ui_test_settle (GTK_WIDGET (window));
  matchum_ui_test_wait (is_divided (find_inner (window), share));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sidebar", NULL);
  matchum_ui_test_close_window (window);

  window = matchum_ui_test_open_window (1280, 800, TRUE);
  resize (window, 1280);
  matchum_ui_test_wait (is_divided (find_inner (window), share));
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "resume-share"), share, 1e-9);
  matchum_ui_test_close_window (window);
  reset_settings ();
}

/* Comes and goes with the posting, whatever became of the width meanwhile. */
static void
test_side_that_was_away (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  g_autoptr (MatchumWorkspacePosting) posting = g_object_ref (matchum_workspace_get_current (workspace));

  matchum_workspace_set_current (workspace, NULL);
  matchum_ui_test_flush (workspace);
  resize (window, 700);
  resize (window, 1500);
  matchum_workspace_set_current (workspace, posting);
  matchum_ui_test_flush (workspace);
  matchum_ui_test_settle (GTK_WIDGET (window));
  matchum_ui_test_wait (is_divided (find_inner (window), RESUME_SHARE));
  matchum_ui_test_close_window (window);
}

/* A lack of room pushes the handle; it goes back by itself and is nobody's wish. */
static void
test_pushed_is_not_moved (void)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL),
            *sides[] = { gtk_label_new ("a"), gtk_label_new ("b") };
  GtkWidget *window = gtk_window_new ();
  g_autoptr (MatchumSplit) split = NULL;

  g_object_set (paned, "start-child", sides[0], "end-child", sides[1], "shrink-start-child", FALSE, "shrink-end-child",
                FALSE, NULL);
  gtk_widget_set_size_request (sides[0], 200, 100);
  gtk_widget_set_size_request (sides[1], 200, 100);
  gtk_window_set_child (GTK_WINDOW (window), paned);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 200);
  split = matchum_split_new (GTK_PANED (paned));
  matchum_split_set_share (split, 0.3);
  gtk_window_present (GTK_WINDOW (window));
  matchum_ui_test_wait (gtk_paned_get_position (GTK_PANED (paned)) == 300);

  gtk_window_set_default_size (GTK_WINDOW (window), 450, 200);
  matchum_ui_test_wait (gtk_widget_get_width (paned) == 450);
  matchum_ui_test_wait (gtk_paned_get_position (GTK_PANED (paned)) == 200);
  g_assert_cmpfloat (matchum_split_get_share (split), ==, 0.3);
  /* Something grows where it stands. */
  gtk_widget_set_size_request (sides[0], 240, 100);
  matchum_ui_test_wait (gtk_paned_get_position (GTK_PANED (paned)) == 240);
  matchum_ui_test_settle (window);
  g_assert_cmpfloat (matchum_split_get_share (split), ==, 0.3);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 200);
  matchum_ui_test_wait (gtk_widget_get_width (paned) == 1000);
  matchum_ui_test_wait (gtk_paned_get_position (GTK_PANED (paned)) == 300);
  gtk_paned_set_position (GTK_PANED (paned), 500);
  g_assert_cmpfloat (matchum_split_get_share (split), ==, 0.5);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/split/proportions-come-back", test_proportions_come_back);
  g_test_add_func ("/ui/split/any-first-width", test_any_first_width);
  g_test_add_func ("/ui/split/what-was-moved-is-kept", test_what_was_moved_is_kept);
  g_test_add_func ("/ui/split/side-that-was-away", test_side_that_was_away);
  g_test_add_func ("/ui/split/pushed-is-not-moved", test_pushed_is_not_moved);
  return matchum_ui_test_run ();
}
