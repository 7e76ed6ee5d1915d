/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of two resumes linked in a window: the dialog that links them, the rows and the bar that tell what changed,
 * and the dialog that goes through it. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-link-dialog.h"
#include "ui/matchum-link-review-dialog.h"
#include "ui/matchum-notice-bar.h"

#define KOREAN                                                                                                                                \
  "# 강서윤\n\n## 경력\n\n### 물결마켓, ML 엔지니어, 2022.03 - 현재\n\n- PyTorch로 CTR 모델을 학습\n- 피드 클릭률 " \
  "8.4% 개선\n\n"                                                                                                                           \
  "### 한빛게임즈, 데이터 분석가, 2020.01 - 2022.02\n\n- LightGBM 이탈 예측\n\n### 다람쥐회, 2018.05\n\n- 봉사\n"
#define ENGLISH                                                                                                        \
  "# Seoyoon Kang\n\n## Experience\n\n### Mulgyeol Market, ML Engineer, Mar 2022 - Present\n\n- Trained a CTR model "  \
  "in PyTorch\n"                                                                                                       \
  "- Feed clicks up by 8.4%\n\n### Hanbit Games, Data Analyst, Jan 2020 - Feb 2022\n\n- Churn model in LightGBM\n"

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
  MatchumWorkspaceBaseline *korean;
  MatchumWorkspaceBaseline *english;
} Fixture;

static void
settle (Fixture *self)
{
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = matchum_ui_test_open_window (GPOINTER_TO_INT (data), 720, FALSE);
  self->workspace = matchum_window_get_workspace (self->window);
  matchum_ui_test_add_baseline (self->workspace, "국문", KOREAN);
  matchum_ui_test_add_baseline (self->workspace, "English", ENGLISH);
  self->korean = matchum_ui_test_get_baseline (self->workspace, 0);
  self->english = matchum_ui_test_get_baseline (self->workspace, 1);
  settle (self);
}

static GtkWindow *
find_dialog (Fixture *self, GType type)
{
  return matchum_ui_test_find_dialog (self->window, type);
}

static void
wait_for_dialog (Fixture *self, GType type)
{
  matchum_ui_test_wait (find_dialog (self, type) != NULL);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (find_dialog (self, type))));
  matchum_ui_test_settle (GTK_WIDGET (find_dialog (self, type)));
}

static void
close_dialog (Fixture *self, GType type)
{
  if (find_dialog (self, type) != NULL)
    gtk_window_close (find_dialog (self, type));
  matchum_ui_test_wait (find_dialog (self, type) == NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  close_dialog (self, MATCHUM_TYPE_LINK_DIALOG);
  close_dialog (self, MATCHUM_TYPE_LINK_REVIEW_DIALOG);
  matchum_ui_test_close_window (self->window);
}

static const char *
get_entry (MatchumWorkspaceBaseline *baseline, const char *text)
{
  MatchumResume *resume = matchum_workspace_baseline_get_resume (baseline);

  return matchum_resume_get_block (resume, matchum_ui_test_find_block (resume, text))->id;
}

static MatchumLinkDialog *
open_link_dialog (Fixture *self, const char *entry)
{
  if (entry != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.link-entry", "s", entry);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.link-entries", "s",
                                matchum_workspace_baseline_get_id (matchum_workspace_get_baseline (self->workspace)));
  wait_for_dialog (self, MATCHUM_TYPE_LINK_DIALOG);
  return MATCHUM_LINK_DIALOG (find_dialog (self, MATCHUM_TYPE_LINK_DIALOG));
}

static void
link_all (Fixture *self)
{
  matchum_workspace_show_baseline (self->workspace, self->korean);
  gtk_widget_activate_action (GTK_WIDGET (open_link_dialog (self, NULL)), "dialog.link", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_DIALOG) == NULL);
  settle (self);
}

static guint
count_links (Fixture *self, MatchumWorkspaceBaseline *baseline)
{
  g_autoptr (GPtrArray) links = matchum_workspace_list_links (self->workspace, baseline, NULL);

  return links->len;
}

static guint
count_marked (Fixture *self)
{
  g_autoptr (GPtrArray) links = matchum_workspace_list_marked (self->workspace, self->english);

  return links->len;
}

/* What the rows of the window say under their words. */
static GtkWidget *
find_said (Fixture *self, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (self->window), text);
}

/* The Korean resume gets another figure, and the English one is opened. */
static void
change_korean (Fixture *self)
{
  g_auto (GStrv) parts = g_strsplit (KOREAN, "8.4%", 2);
  g_autofree char *text = g_strjoinv ("9.1%", parts);

  matchum_workspace_set_text (self->workspace, self->korean, text, NULL);
  settle (self);
  matchum_workspace_show_baseline (self->workspace, self->english);
  settle (self);
}

static MatchumLinkReviewDialog *
open_review (Fixture *self, const char *entry)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.review-links", "s", entry);
  wait_for_dialog (self, MATCHUM_TYPE_LINK_REVIEW_DIALOG);
  return MATCHUM_LINK_REVIEW_DIALOG (find_dialog (self, MATCHUM_TYPE_LINK_REVIEW_DIALOG));
}

static void
test_link_all (Fixture *self, gconstpointer data)
{
  MatchumLinkDialog *dialog;

  matchum_workspace_show_baseline (self->workspace, self->korean);
  dialog = open_link_dialog (self, NULL);
  g_assert_cmpuint (matchum_link_dialog_get_n_rows (dialog), ==, 2);
  g_assert_cmpuint (matchum_link_dialog_get_n_chosen (dialog), ==, 2);
  g_assert_nonnull (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Link 2"));
  /* One of them is not wanted. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                   matchum_ui_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON)),
                               FALSE);
  g_assert_cmpuint (matchum_link_dialog_get_n_chosen (dialog), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.link", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_DIALOG) == NULL);
  settle (self);
  g_assert_cmpuint (count_links (self, self->english), ==, 1);
  /* The other one is still suggested. */
  dialog = open_link_dialog (self, NULL);
  g_assert_cmpuint (matchum_link_dialog_get_n_rows (dialog), ==, 1);
}

static void
test_link_one (Fixture *self, gconstpointer data)
{
  MatchumLinkDialog *dialog;

  matchum_workspace_show_baseline (self->workspace, self->korean);
  dialog = open_link_dialog (self, get_entry (self->korean, "한빛게임즈"));
  /* The likeliest comes first, and is chosen. */
  g_assert_cmpuint (matchum_link_dialog_get_n_rows (dialog), ==, 2);
  g_assert_cmpuint (matchum_link_dialog_get_n_chosen (dialog), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.link", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_DIALOG) == NULL);
  settle (self);
  {
    g_autoptr (GPtrArray) links =
        matchum_workspace_list_links (self->workspace, self->korean, get_entry (self->korean, "한빛게임즈"));

    g_assert_cmpuint (links->len, ==, 1);
    g_assert_cmpstr (((const MatchumWorkspaceLink *) links->pdata[0])->other_entry, ==,
                     get_entry (self->english, "Hanbit Games"));
  }
  /* Where nothing is sure nothing is chosen, and what is linked is not offered. */
  dialog = open_link_dialog (self, get_entry (self->korean, "다람쥐회"));
  g_assert_cmpuint (matchum_link_dialog_get_n_rows (dialog), ==, 1);
  g_assert_cmpuint (matchum_link_dialog_get_n_chosen (dialog), ==, 0);
}

static void
test_marks (Fixture *self, gconstpointer data)
{
  link_all (self);
  matchum_ui_test_wait (find_said (self, "국문 changed since: 1 line") == NULL);
  change_korean (self);
  matchum_ui_test_wait (find_said (self, "국문 changed since: 1 line") != NULL);
  matchum_ui_test_wait (find_said (self, "1 linked entry changed in 국문") != NULL);
  /* What changed itself is not marked. */
  matchum_workspace_show_baseline (self->workspace, self->korean);
  settle (self);
  matchum_ui_test_wait (find_said (self, "1 linked entry changed in 국문") == NULL);
  g_assert_true (matchum_ui_test_undo (self->workspace));
  matchum_workspace_show_baseline (self->workspace, self->english);
  settle (self);
  matchum_ui_test_wait (find_said (self, "국문 changed since: 1 line") == NULL);
  matchum_ui_test_wait (find_said (self, "1 linked entry changed in 국문") == NULL);
}

static void
test_agree (Fixture *self, gconstpointer data)
{
  MatchumLinkReviewDialog *dialog;

  link_all (self);
  change_korean (self);
  dialog = open_review (self, get_entry (self->english, "Mulgyeol"));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "What changed in 국문"));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "피드 클릭률 8.4% 개선"));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "피드 클릭률 9.1% 개선"));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "Feed clicks up by 8.4%"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.agree", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_REVIEW_DIALOG) == NULL);
  settle (self);
  g_assert_cmpuint (count_marked (self), ==, 0);
  matchum_ui_test_wait (find_said (self, "국문 changed since: 1 line") == NULL);
  g_assert_true (matchum_ui_test_undo (self->workspace));
  settle (self);
  g_assert_cmpuint (count_marked (self), ==, 1);
  /* In a narrow window the list of resumes is in the way. */
  if (GPOINTER_TO_INT (data) > 600)
    matchum_ui_test_wait (find_said (self, "국문 changed since: 1 line") != NULL);
}

/* From one side to the other and back. */
static void
test_show (Fixture *self, gconstpointer data)
{
  MatchumResume *resume = matchum_workspace_baseline_get_resume (self->korean);

  link_all (self);
  change_korean (self);
  gtk_widget_activate_action (GTK_WIDGET (open_review (self, "")), "dialog.show", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_REVIEW_DIALOG) == NULL);
  settle (self);
  g_assert_true (matchum_workspace_get_baseline (self->workspace) == self->korean);
  resume = matchum_workspace_baseline_get_resume (self->korean);
  g_assert_cmpuint (matchum_workspace_get_selected_block (self->workspace), ==,
                    matchum_ui_test_find_block (resume, "물결마켓"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-linked", "(ss)",
                              matchum_workspace_baseline_get_id (self->english), get_entry (self->english, "Mulgyeol"));
  settle (self);
  g_assert_true (matchum_workspace_get_baseline (self->workspace) == self->english);
  gtk_widget_activate_action (GTK_WIDGET (open_review (self, "")), "dialog.edit", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_REVIEW_DIALOG) == NULL);
  g_assert_cmpuint (matchum_workspace_get_selected_block (self->workspace), ==,
                    matchum_ui_test_find_block (matchum_workspace_baseline_get_resume (self->english), "Mulgyeol"));
}

static void
test_unlink (Fixture *self, gconstpointer data)
{
  link_all (self);
  matchum_workspace_show_baseline (self->workspace, self->english);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.unlink-entry", "(ss)",
                              get_entry (self->english, "Hanbit"), matchum_workspace_baseline_get_id (self->korean));
  settle (self);
  g_assert_cmpuint (count_links (self, self->korean), ==, 1);
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpuint (count_links (self, self->korean), ==, 2);
}

/* The entry on the other side goes, while the dialog is open. */
static void
test_broken (Fixture *self, gconstpointer data)
{
  MatchumLinkReviewDialog *dialog;

  link_all (self);
  change_korean (self);
  dialog = open_review (self, "");
  matchum_workspace_set_text (self->workspace, self->korean, "# 강서윤\n\n## 경력\n\n없음\n", NULL);
  settle (self);
  g_assert_cmpuint (count_marked (self), ==, 2);
  g_assert_true (gtk_widget_is_visible (matchum_ui_test_find_button (GTK_WIDGET (dialog), "_Unlink")));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.unlink", NULL);
  settle (self);
  g_assert_cmpuint (count_marked (self), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.unlink", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_REVIEW_DIALOG) == NULL);
  g_assert_cmpuint (count_links (self, self->english), ==, 0);
}

/* The menu of an entry, as it is opened by its key, has what can be done. */
static gboolean
has_item (GtkWidget *root, const char *text)
{
  return matchum_ui_test_find_label (root, text) != NULL;
}

static void
test_menu (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  link_all (self);
  change_korean (self);
  row = matchum_ui_test_find_widget (GTK_WIDGET (self->window), MATCHUM_TYPE_BLOCK_ROW);
  while (row != NULL
         && matchum_block_object_get_block (matchum_block_row_get_object (MATCHUM_BLOCK_ROW (row)))->kind
                != MATCHUM_BLOCK_ENTRY)
    row = gtk_widget_get_first_child (gtk_widget_get_next_sibling (gtk_widget_get_parent (row)));
  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "block.menu", NULL);
  matchum_ui_test_wait (has_item (row, "What Changed…"));
  g_assert_true (has_item (row, "Show in 국문"));
  g_assert_true (has_item (row, "Unlink"));
  g_assert_false (has_item (row, "Link to the Other Resume…"));
}

/* With three resumes one chooses which, and an entry is linked to one of each. */
static void
test_three (Fixture *self, gconstpointer data)
{
  MatchumLinkDialog *dialog;
  GtkWidget *combo;

  matchum_ui_test_add_baseline (self->workspace, "Short", ENGLISH);
  matchum_workspace_show_baseline (self->workspace, self->korean);
  dialog = open_link_dialog (self, get_entry (self->korean, "물결마켓"));
  combo = matchum_ui_test_find_widget (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  g_assert_nonnull (combo);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 1);
  g_assert_cmpuint (matchum_link_dialog_get_n_rows (dialog), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.link", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_DIALOG) == NULL);
  settle (self);
  g_assert_cmpuint (count_links (self, matchum_ui_test_get_baseline (self->workspace, 2)), ==, 1);
  g_assert_cmpuint (count_links (self, self->english), ==, 0);
  /* Only one is left to choose. */
  dialog = open_link_dialog (self, get_entry (self->korean, "물결마켓"));
  g_assert_null (matchum_ui_test_find_widget (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.link", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_DIALOG) == NULL);
  settle (self);
  g_assert_cmpuint (count_links (self, self->korean), ==, 2);
}

/* Several that changed are gone through one after the other. */
static void
test_steps (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;
  MatchumLinkReviewDialog *dialog;

  link_all (self);
  change_korean (self);
  parts = g_strsplit (KOREAN, "LightGBM", 2);
  text = g_strjoinv ("XGBoost", parts);
  matchum_workspace_set_text (self->workspace, self->korean, text, NULL);
  settle (self);
  g_assert_cmpuint (count_marked (self), ==, 1);
  {
    g_auto (GStrv) both = g_strsplit (text, "8.4%", 2);
    g_autofree char *all = g_strjoinv ("9.1%", both);

    matchum_workspace_set_text (self->workspace, self->korean, all, NULL);
    settle (self);
  }
  g_assert_cmpuint (count_marked (self), ==, 2);
  dialog = open_review (self, get_entry (self->english, "Hanbit"));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "2 of 2"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.previous", NULL);
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "1 of 2"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.agree", NULL);
  settle (self);
  g_assert_cmpuint (count_marked (self), ==, 1);
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (dialog), "XGBoost 이탈 예측"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.agree", NULL);
  matchum_ui_test_wait (find_dialog (self, MATCHUM_TYPE_LINK_REVIEW_DIALOG) == NULL);
  g_assert_cmpuint (count_marked (self), ==, 0);
}

/* Held against the other resume, what was hidden for a posting is offered to be hidden there, too. */
static void
test_take_over (Fixture *self, gconstpointer data)
{
  MatchumWorkspacePosting *posting;
  MatchumResume *resume;

  link_all (self);
  posting = matchum_ui_test_add_posting (self->workspace, MATCHUM_UI_TEST_POSTING);
  matchum_workspace_hold_with_links (self->workspace, posting, self->korean);
  matchum_workspace_set_hidden (
      self->workspace, matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace), "한빛게임즈"), TRUE);
  settle (self);
  matchum_workspace_hold_with_links (self->workspace, posting, self->english);
  matchum_ui_test_wait (find_said (self, "1 entry here is linked to one that was hidden or pinned") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.take-over-entries", NULL);
  settle (self);
  resume = matchum_workspace_get_resume (self->workspace);
  g_assert_true (matchum_workspace_is_hidden (self->workspace, matchum_ui_test_find_block (resume, "Hanbit")));
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_false (matchum_workspace_is_hidden (self->workspace, matchum_ui_test_find_block (resume, "Hanbit")));
}

#define ADD(name, width, func) g_test_add ("/ui/links/" name, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  ADD ("link-all", 1280, test_link_all);
  ADD ("link-one", 1280, test_link_one);
  ADD ("marks", 1280, test_marks);
  ADD ("agree", 1280, test_agree);
  ADD ("agree-narrow", 360, test_agree);
  ADD ("show", 1280, test_show);
  ADD ("show-narrow", 360, test_show);
  ADD ("unlink", 1280, test_unlink);
  ADD ("broken", 1280, test_broken);
  ADD ("menu", 1280, test_menu);
  ADD ("three", 1280, test_three);
  ADD ("steps", 1280, test_steps);
  ADD ("take-over", 1280, test_take_over);
  return matchum_ui_test_run ();
}
