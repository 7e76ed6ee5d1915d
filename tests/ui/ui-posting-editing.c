/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing the words of lines of the posting in place, and splitting them there: what is kept, and where the focus goes.
 */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui-correction-support.h"
#include "ui-pane-support.h"
#include "ui/matchum-line-editor.h"

static void
test_edit (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Airflow", GDK_KEY_F2, 0);
  g_assert_nonnull (find_view (fixture));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_view (fixture));
  g_assert_nonnull (find_label (fixture->pane, "Enter keeps the words, Shift+Enter splits the line, Escape gives the "
                                               "old words back. The text of the posting stays as it is"));
  type_words (fixture, " or Python");
  /* Nothing is written before the end. */
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, 0));
  g_assert_null (find_view (fixture));
  settle (fixture);
  assert_kind (fixture, "Airflow or Python", MATCHUM_POSTING_REQUIRED);
  assert_undo_label (fixture, "Edit Line");
  assert_focus (fixture, "Airflow or Python");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  assert_focus (fixture, "Airflow");
}

static void
test_give_back (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Airflow", GDK_KEY_F2, 0);
  type_words (fixture, "s");
  g_assert_true (press_in_editor (fixture, GDK_KEY_Escape, 0));
  g_assert_null (find_view (fixture));
  assert_focus (fixture, "Airflow");
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);

  /* Words that are the same are no edit. */
  press_on_row (fixture, "Airflow", GDK_KEY_F2, 0);
  type_words (fixture, "  ");
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
  assert_focus (fixture, "Airflow");
}

/* Whoever turns to something else keeps what was typed. */
static void
test_leave (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Airflow", GDK_KEY_F2, 0);
  type_words (fixture, " 2");
  gtk_widget_grab_focus (find_descendant (fixture->pane, GTK_TYPE_TOGGLE_BUTTON, 0));
  matchum_ui_test_wait (find_view (fixture) == NULL);
  settle (fixture);
  g_assert_nonnull (find_posting_row (fixture->pane, "Airflow 2"));
  g_assert_true (GTK_IS_TOGGLE_BUTTON (gtk_root_get_focus (GTK_ROOT (fixture->window))));

  /* One line at most is edited, and what was typed in the one before is kept. */
  press_on_row (fixture, "Airflow 2", GDK_KEY_F2, 0);
  type_words (fixture, "3");
  press_on_row (fixture, "Python", GDK_KEY_F2, 0);
  g_assert_cmpuint (count_descendants (fixture->pane, MATCHUM_TYPE_LINE_EDITOR), ==, 1);
  press_in_editor (fixture, GDK_KEY_Escape, 0);
  settle (fixture);
  g_assert_nonnull (find_posting_row (fixture->pane, "Airflow 23"));

  /* The list being hidden, too. */
  press_on_row (fixture, "Python", GDK_KEY_F2, 0);
  type_words (fixture, "!");
  gtk_widget_set_visible (fixture->pane, FALSE);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_nonnull (find_line (fixture, "Python!"));
  gtk_widget_set_visible (fixture->pane, TRUE);
  wait_for_paint (fixture->window);
  g_assert_null (find_view (fixture));
}

static void
test_close_window (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Python", GDK_KEY_F2, 0);
  type_words (fixture, "!");
  gtk_widget_set_visible (fixture->window, FALSE);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_nonnull (find_line (fixture, "Python!"));
}

/* A key that sets the kind keeps what was typed first. */
static void
test_kind_while_editing (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Airflow", GDK_KEY_F2, 0);
  type_words (fixture, "\nLuigi");
  g_assert_true (press_key (find_view (fixture), GDK_KEY_2, GDK_ALT_MASK));
  settle (fixture);
  assert_kind (fixture, "Airflow", MATCHUM_POSTING_PREFERRED);
  assert_kind (fixture, "Luigi", MATCHUM_POSTING_REQUIRED);
  assert_focus (fixture, "Airflow");
}

static void
test_split_by_editing (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Kubernetes, Kubeflow", GDK_KEY_F2, 0);
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  type_words (fixture, "Argo");
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  type_words (fixture, "Helm");
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, 0));
  settle (fixture);
  assert_kind (fixture, "Kubernetes, Kubeflow", MATCHUM_POSTING_REQUIRED);
  assert_kind (fixture, "Argo", MATCHUM_POSTING_REQUIRED);
  assert_kind (fixture, "Helm", MATCHUM_POSTING_REQUIRED);
  assert_undo_label (fixture, "Split Line");
  assert_focus (fixture, "Kubernetes, Kubeflow");

  /* Pieces are lines: one of another kind, and one joined again. */
  press_on_row (fixture, "Helm", GDK_KEY_2, GDK_ALT_MASK);
  settle (fixture);
  assert_kind (fixture, "Helm", MATCHUM_POSTING_PREFERRED);
  assert_focus (fixture, "Helm");
  press_on_row (fixture, "Argo", GDK_KEY_j, GDK_CONTROL_MASK);
  settle (fixture);
  assert_focus (fixture, "Kubernetes, Kubeflow Argo");
  for (guint i = 0; i < 3; i++)
    g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_null (find_posting_row (fixture->pane, "Argo"));
  assert_focus (fixture, "Kubernetes, Kubeflow");
}

/* The cursor stands where the words part. */
static void
test_split_by_menu (CorrectionFixture *fixture, gconstpointer data)
{
  focus_row (fixture, "Kubernetes, Kubeflow");
  gtk_widget_activate_action (find_posting_row (fixture->pane, "Kubernetes, Kubeflow"), "posting-row.split", NULL);
  g_assert_nonnull (find_label (fixture->pane, "Press Shift+Enter where the line is to be split, then Enter"));
  press_in_editor (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_nonnull (find_posting_row (fixture->pane, "Kubernetes,"));
  g_assert_nonnull (find_posting_row (fixture->pane, "Kubeflow"));
  assert_focus (fixture, "Kubernetes,");
}

static void
test_split_places (void)
{
  static const struct {
    const char *words;
    const char *first;
  } cases[] = {
    { "a, b", "a, " },
    { "one, two, three, four", "one, two, " },
    { "Kotlin 및 Spring 경험", "Kotlin 및 " },
    { "Go and Rust, or C", "Go and Rust, " },
    { "하나", "하나" },
    { "", "" },
    { ", x", ", x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = g_strndup (cases[i].words, matchum_line_editor_find_split (cases[i].words));

      g_assert_cmpstr (first, ==, cases[i].first);
    }
}

static void
test_edit_heading (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Requirements", GDK_KEY_F2, 0);
  g_assert_nonnull (find_view (fixture));
  g_assert_true (press_in_editor (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  g_assert_cmpint (gtk_text_buffer_get_line_count (get_buffer (fixture)), ==, 1);
  type_words (fixture, " for all");
  press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_true (find_line (fixture, "Requirements for all")->is_heading);
  assert_focus (fixture, "Requirements for all");
}

/* Words that become others elsewhere are no longer edited here; those of other lines do not matter. */
static void
test_edit_elsewhere (CorrectionFixture *fixture, gconstpointer data)
{
  MatchumPosting *posting = matchum_workspace_get_posting (fixture->workspace);
  guint python = 0;

  press_on_row (fixture, "Airflow", GDK_KEY_F2, 0);
  type_words (fixture, " 2");
  while (matchum_posting_get_line (posting, python) != find_line (fixture, "Python"))
    python++;
  matchum_workspace_set_line_words (fixture->workspace, python, "Ruby\nPerl");
  settle (fixture);
  g_assert_nonnull (find_posting_row (fixture->pane, "Ruby"));
  if (find_view (fixture) != NULL)
    press_in_editor (fixture, GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_nonnull (find_line (fixture, "Airflow 2"));

  press_on_row (fixture, "Airflow 2", GDK_KEY_F2, 0);
  type_words (fixture, "3");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_null (find_view (fixture));
  g_assert_nonnull (find_posting_row (fixture->pane, "Airflow"));
  g_assert_null (find_line (fixture, "Airflow 23"));
}

/* Another posting gets none of the words. */
static void
test_other_posting (CorrectionFixture *fixture, gconstpointer data)
{
  press_on_row (fixture, "Airflow", GDK_KEY_F2, 0);
  type_words (fixture, " 2");
  matchum_ui_test_add_posting (fixture->workspace, CORRECTION_POSTING);
  settle (fixture);
  g_assert_null (find_view (fixture));
  g_assert_null (find_line (fixture, "Airflow 2"));
  g_assert_cmpuint (matchum_workspace_count_corrections (fixture->workspace), ==, 0);
}

#define ADD_TEST(name, func) g_test_add ("/posting-editing/" name, CorrectionFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  ADD_TEST ("edit", test_edit);
  ADD_TEST ("give-back", test_give_back);
  ADD_TEST ("leave", test_leave);
  ADD_TEST ("close-window", test_close_window);
  ADD_TEST ("kind-while-editing", test_kind_while_editing);
  ADD_TEST ("split-by-editing", test_split_by_editing);
  ADD_TEST ("split-by-menu", test_split_by_menu);
  g_test_add_func ("/posting-editing/split-places", test_split_places);
  ADD_TEST ("edit-heading", test_edit_heading);
  ADD_TEST ("edit-elsewhere", test_edit_elsewhere);
  ADD_TEST ("other-posting", test_other_posting);
  return g_test_run ();
}
