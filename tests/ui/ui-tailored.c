/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A posting with words, an order and a title line of its own: what leaves the window says so, the resume itself does
 * not, and what goes by lines of the resume finds the blocks that are seen. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "ui/matchum-export-dialog.h"
#include "ui/matchum-proof.h"
#include "ui/matchum-remarks-dialog.h"
#include "ui/matchum-source-dialog.h"
#include "ui/matchum-source-view.h"

static MatchumWorkspace *
get_workspace (MatchumWindow *window)
{
  return matchum_window_get_workspace (window);
}

static guint
find_block (MatchumWindow *window, const char *text)
{
  return matchum_ui_test_find_block (matchum_workspace_get_resume (get_workspace (window)), text);
}

static const char *
get_id (MatchumWindow *window, const char *text)
{
  return matchum_resume_get_block (matchum_workspace_get_resume (get_workspace (window)), find_block (window, text))
      ->id;
}

/* Words for one item, another before it, the skills first, and a line under the name. */
static void
tailor (MatchumWindow *window)
{
  MatchumWorkspace *workspace = get_workspace (window);
  g_autofree char *torch = g_strdup (get_id (window, "PyTorch"));
  g_autofree char *skills = g_strdup (get_id (window, "기술"));

  matchum_workspace_set_wording_in (workspace, matchum_workspace_get_current (workspace), torch,
                                    "PyTorch로 추천 모델을 학습", "PyTorch로 CTR 모델을 학습", NULL);
  matchum_ui_test_flush (workspace);
  g_assert_true (matchum_workspace_move_block (workspace, torch, -1));
  g_assert_true (matchum_workspace_move_block (workspace, skills, -1));
  g_assert_true (matchum_workspace_set_title_line (workspace, "추천 시스템 엔지니어"));
  matchum_ui_test_flush (workspace);
}

static gsize
find (const char *text, const char *words)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (gsize) (found - text);
}

static void
test_export (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autoptr (GFile) markdown = g_file_get_child (folder, "강도현-링크온-ML Engineer.md");
  g_autofree char *text = NULL;
  const char *source;
  GtkWindow *dialog;

  tailor (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_EXPORT_DIALOG);
  matchum_ui_test_settle (GTK_WIDGET (dialog));
  matchum_export_dialog_set_folder (MATCHUM_EXPORT_DIALOG (dialog), folder);
  g_assert_true (matchum_export_dialog_export (MATCHUM_EXPORT_DIALOG (dialog)));
  g_assert_true (g_file_load_contents (markdown, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpuint (find (text, "# 강도현"), <, find (text, "추천 시스템 엔지니어"));
  g_assert_cmpuint (find (text, "추천 시스템 엔지니어"), <, find (text, "## 기술"));
  g_assert_cmpuint (find (text, "BigQuery"), <, find (text, "## 경력"));
  g_assert_cmpuint (find (text, "PyTorch로 추천 모델을 학습"), <, find (text, "Kubernetes 클러스터를 운영"));
  g_assert_null (strstr (text, "CTR"));

  /* The resume itself says what it said. */
  source = matchum_workspace_baseline_get_record (matchum_workspace_get_baseline (get_workspace (window)))->markdown;
  g_assert_cmpstr (source, ==, MATCHUM_UI_TEST_RESUME);
  /* What the PDF says is what was exported: it was read back. */
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "All 24 words in order, 0 links.") != NULL);
  matchum_ui_test_close_window (window);
  matchum_ui_test_remove_folder (folder);
}

/* The pages are those of what is exported. */
static void
test_pages (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = get_workspace (window);
  g_autofree char *torch = g_strdup (get_id (window, "PyTorch"));
  double before;
  GString *longer = g_string_new ("PyTorch");

  matchum_ui_test_wait (matchum_workspace_get_pages_used (workspace) > 0);
  before = matchum_workspace_get_pages_used (workspace);
  for (guint i = 0; i < 120; i++)
    g_string_append (longer, " 모델을 학습");
  matchum_workspace_set_wording_in (workspace, matchum_workspace_get_current (workspace), torch, longer->str, NULL,
                                    NULL);
  matchum_ui_test_wait (matchum_workspace_get_pages_used (workspace) > before + 0.1);
  matchum_workspace_drop_wording (workspace, torch);
  matchum_ui_test_wait (G_APPROX_VALUE (matchum_workspace_get_pages_used (workspace), before, 1e-6));
  g_string_free (longer, TRUE);
  matchum_ui_test_close_window (window);
}

/* The text of the resume is opened where it has the block. */
static void
test_source (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  GtkWindow *dialog;
  GtkTextBuffer *buffer;
  GtkTextIter cursor, end;
  g_autofree char *line = NULL;

  tailor (window);
  matchum_workspace_set_selected_block (get_workspace (window), find_block (window, "Kubernetes"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-source", NULL);
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_SOURCE_DIALOG);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (matchum_ui_test_find_widget (GTK_WIDGET (dialog), MATCHUM_TYPE_SOURCE_VIEW)));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_set_line_offset (&cursor, 0);
  end = cursor;
  gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_buffer_get_text (buffer, &cursor, &end, FALSE);
  g_assert_cmpstr (line, ==, "- Kubernetes 클러스터를 운영");
  gtk_window_close (dialog);
  matchum_ui_test_close_window (window);
}

/* A remark on a line of the resume leads to the block that is on it, wherever that is seen. */
static void
test_remark (void)
{
  MatchumWindow *window = matchum_ui_test_open_window (1280, 800, TRUE);
  MatchumWorkspace *workspace = get_workspace (window);
  GtkWindow *dialog;

  matchum_ui_test_open_resume (workspace,
                               "# 강도현\n\n## 경력\n\n### 이음마켓, 2020.13 - 2023.12\n\n"
                               "- Kubernetes 클러스터를 운영\n- PyTorch로 CTR 모델을 학습\n\n## 기술\n\n- BigQuery\n");
  tailor (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.resume-remarks", NULL);
  dialog = matchum_ui_test_find_dialog (window, MATCHUM_TYPE_REMARKS_DIALOG);
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (dialog, "line-activated",
                         matchum_workspace_baseline_get_id (matchum_workspace_get_baseline (workspace)), 8u);
  g_assert_cmpuint (matchum_workspace_get_selected_block (workspace), ==, find_block (window, "PyTorch"));
  g_signal_emit_by_name (dialog, "line-activated",
                         matchum_workspace_baseline_get_id (matchum_workspace_get_baseline (workspace)), 10u);
  g_assert_cmpuint (matchum_workspace_get_selected_block (workspace), ==, find_block (window, "기술"));
  gtk_window_destroy (dialog);
  matchum_ui_test_close_window (window);
}

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/tailored/export", test_export);
  g_test_add_func ("/ui/tailored/pages", test_pages);
  g_test_add_func ("/ui/tailored/source", test_source);
  g_test_add_func ("/ui/tailored/remark", test_remark);

  return matchum_ui_test_run ();
}
