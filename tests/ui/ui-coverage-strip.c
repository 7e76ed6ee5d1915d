/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One segment for each requirement, drawn by its verdict. */
#include "config.h"

#include "ui-pane-support.h"
#include "ui/matchum-coverage-strip.h"

static void
assert_segments (GtkWidget *strip, const char *const *classes)
{
  GtkWidget *segment = gtk_widget_get_first_child (strip);

  for (guint i = 0; classes[i] != NULL; i++)
    {
      g_assert_nonnull (segment);
      g_assert_true (gtk_widget_has_css_class (segment, classes[i]));
      segment = gtk_widget_get_next_sibling (segment);
    }
  g_assert_null (segment);
}

static void
test_segments (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  GtkWidget *required = g_object_ref_sink (matchum_coverage_strip_new (FALSE));
  GtkWidget *preferred = g_object_ref_sink (matchum_coverage_strip_new (TRUE));
  guint n_notified = 0;

  count_signal (required, "notify::coverage", &n_notified);
  assert_segments (required, (const char *[]){ NULL });
  matchum_coverage_strip_set_coverage (MATCHUM_COVERAGE_STRIP (required), matchum_workspace_get_coverage (workspace));
  matchum_coverage_strip_set_coverage (MATCHUM_COVERAGE_STRIP (required), matchum_workspace_get_coverage (workspace));
  matchum_coverage_strip_set_coverage (MATCHUM_COVERAGE_STRIP (preferred), matchum_workspace_get_coverage (workspace));
  g_assert_cmpuint (n_notified, ==, 1);
  assert_segments (required, (const char *[]){ "met", "met", "missing", NULL });
  assert_segments (preferred, (const char *[]){ "listed", "soft", "missing", NULL });

  matchum_workspace_set_hidden (workspace, BLOCK_CLUSTER, TRUE);
  g_object_set (required, "coverage", matchum_workspace_get_coverage (workspace), NULL);
  assert_segments (required, (const char *[]){ "met", "missing", "missing", NULL });
  matchum_coverage_strip_set_preferred (MATCHUM_COVERAGE_STRIP (required), TRUE);
  assert_segments (required, (const char *[]){ "listed", "soft", "missing", NULL });
  matchum_coverage_strip_set_coverage (MATCHUM_COVERAGE_STRIP (required), NULL);
  assert_segments (required, (const char *[]){ NULL });

  g_assert_finalize_object (preferred);
  g_assert_finalize_object (required);
}

/* The strip is the first to give way in a narrow pane, and never draws half a segment. */
static void
test_width (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  GtkWidget *strip = matchum_coverage_strip_new (FALSE);
  GtkWidget *window = present (strip, 300, 100);
  int minimum, natural;

  matchum_coverage_strip_set_coverage (MATCHUM_COVERAGE_STRIP (strip), matchum_workspace_get_coverage (workspace));
  gtk_widget_measure (strip, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_cmpint (natural, ==, 3 * 13 - 2);

  for (int width = 0; width <= natural; width++)
    {
      GtkWidget *last = gtk_widget_get_last_child (strip);
      graphene_rect_t bounds;

      gtk_widget_allocate (strip, width, 9, -1, NULL);
      if (!gtk_widget_get_child_visible (last))
        continue;
      g_assert_true (gtk_widget_compute_bounds (last, strip, &bounds));
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, width);
      g_assert_cmpfloat (bounds.size.width, >=, 4);
    }
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_last_child (strip)));
  gtk_widget_allocate (strip, 8, 9, -1, NULL);
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_last_child (strip)));
  close_window (window);
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  g_test_add_func ("/coverage-strip/segments", test_segments);
  g_test_add_func ("/coverage-strip/width", test_width);
  return g_test_run ();
}
