/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks and tells about files. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"

static void
answer (MatchumWindow *window, const char *label)
{
  matchum_ui_test_wait (matchum_ui_test_find_answer (label) != NULL);
  g_signal_emit_by_name (matchum_ui_test_find_answer (label), "clicked");
  matchum_ui_test_wait (!matchum_window_is_opening (window));
  matchum_ui_test_wait (matchum_ui_test_find_answer (label) == NULL);
  matchum_ui_test_flush (matchum_window_get_workspace (window));
}

static const char *
get_name (MatchumWindow *window)
{
  return matchum_resume_get_name (matchum_workspace_get_resume (matchum_window_get_workspace (window)));
}

static guint
count_resumes (MatchumWindow *window)
{
  return g_list_model_get_n_items (matchum_workspace_get_baselines (matchum_window_get_workspace (window)));
}

/* A second resume is not taken without asking, and the answer counts. */
static void
test_second_resume_is_asked_about (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) file = g_file_get_child (folder, "other.md");
  const char *other =
      "# 다른 사람\n\n## 경력\n\n### 어디, 개발자, 2020.01 - 2021.12\n\n- Rust로 개발\n\n## 학력\n\n### 대학\n";
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = matchum_window_get_workspace (window);
  g_autoptr (MatchumWorkspaceBaseline) first = NULL;

  g_file_replace_contents (file, other, strlen (other), NULL, FALSE, 0, NULL, NULL, NULL);
  matchum_window_open_files (window, &file, 1, FALSE);
  answer (window, "_Cancel");
  g_assert_cmpstr (get_name (window), ==, "강도현");
  g_assert_cmpuint (count_resumes (window), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (matchum_workspace_get_postings (workspace)), ==, 1);

  /* It takes the place of the text that was there, which undo brings back. */
  matchum_window_open_files (window, &file, 1, FALSE);
  answer (window, "_Update the Open Resume");
  g_assert_cmpstr (get_name (window), ==, "다른 사람");
  g_assert_cmpuint (count_resumes (window), ==, 1);
  g_assert_true (matchum_ui_test_undo (workspace));
  g_assert_cmpstr (get_name (window), ==, "강도현");

  matchum_window_open_files (window, &file, 1, FALSE);
  answer (window, "Add as _Another Resume");
  g_assert_cmpstr (get_name (window), ==, "다른 사람");
  g_assert_cmpuint (count_resumes (window), ==, 2);

  /* What is there already is opened, without a question. */
  first = g_list_model_get_item (matchum_workspace_get_baselines (workspace), 0);
  matchum_workspace_show_baseline (workspace, first);
  matchum_window_open_files (window, &file, 1, FALSE);
  matchum_ui_test_wait (!matchum_window_is_opening (window));
  g_assert_cmpstr (get_name (window), ==, "다른 사람");
  g_assert_cmpuint (count_resumes (window), ==, 2);

  matchum_ui_test_close_window (window);
  matchum_ui_test_remove_folder (folder);
}

/* A file that is not there is told by its name, and what is open stays. */
static void
test_broken_file_is_told (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) broken = g_file_get_child (folder, "broken.md");
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  GtkWidget *root;

  matchum_window_open_files (window, &broken, 1, FALSE);
  matchum_ui_test_wait (!matchum_window_is_opening (window));
  matchum_ui_test_wait (matchum_ui_test_find_answer ("_Close") != NULL);
  root = GTK_WIDGET (gtk_widget_get_root (matchum_ui_test_find_answer ("_Close")));
  matchum_ui_test_wait (matchum_ui_test_find_label (root, "broken.md") != NULL);
  g_assert_nonnull (matchum_workspace_get_resume (matchum_window_get_workspace (window)));
  g_signal_emit_by_name (matchum_ui_test_find_answer ("_Close"), "clicked");
  matchum_ui_test_close_window (window);
  matchum_ui_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/question/second-resume", test_second_resume_is_asked_about);
  g_test_add_func ("/ui/question/broken-file-is-told", test_broken_file_is_told);
  return matchum_ui_test_run ();
}
