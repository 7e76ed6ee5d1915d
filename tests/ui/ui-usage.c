/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where items were used: what the table says of choices and of what was sent, and the window that shows it. */
#include "config.h"

#include <string.h>

#include "matchum-pdf-exporter.h"
#include "matchum-ui-test.h"
#include "store/matchum-sent-copy.h"
#include "ui/matchum-usage-cell.h"
#include "ui/matchum-usage-grid.h"
#include "ui/matchum-usage-survey.h"
#include "ui/matchum-usage-window.h"
#include "ui/matchum-usage-words.h"
#include "ui/matchum-window-private.h"

#define SECOND_POSTING "---\ncompany: 바다상회\ntitle: Data Engineer\n---\n\n## 자격요건\n\n- Kubernetes 경험\n"

#define LONG_ITEM "사내 위키를 정리하고 담당하며 색인을 다시 만들고 검색을 개선 "

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
  MatchumWorkspacePosting *first;
  MatchumWorkspacePosting *second;
} Fixture;

/* 링크온 does without the wiki; 바다상회, which is open, without BigQuery and with Kubernetes pinned. */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->window = matchum_ui_test_open_window (1280, 720, TRUE);
  self->workspace = matchum_window_get_workspace (self->window);
  self->first = matchum_workspace_get_current (self->workspace);
  matchum_ui_test_hide (self->workspace, "zebrawiki");
  self->second = matchum_ui_test_add_posting (self->workspace, SECOND_POSTING);
  matchum_ui_test_hide (self->workspace, "BigQuery");
  matchum_workspace_set_pinned (
      self->workspace, matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace), "Kubernetes"), TRUE);
  matchum_ui_test_flush (self->workspace);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  matchum_ui_test_close_window (self->window);
}

static void
keep (Fixture *self,
      MatchumWorkspacePosting *posting,
      const char *name,
      const char *media_type,
      GBytes *bytes,
      guint day)
{
  const MatchumDay sent_on = { 2026, 11, (int) day };
  const MatchumApplicationRecord *choices = matchum_workspace_posting_get_choices (posting);
  g_autoptr (MatchumSentCopyRecord) record =
      matchum_sent_copy_new (choices != NULL ? choices->id : NULL,
                             matchum_workspace_baseline_get_id (matchum_workspace_get_baseline (self->workspace)),
                             matchum_workspace_posting_get_id (posting),
                             matchum_workspace_posting_get_company (posting),
                             matchum_workspace_posting_get_title (posting), "", sent_on);
  g_autoptr (GError) error = NULL;

  matchum_sent_copy_add_file (record, name, media_type, bytes);
  matchum_sent_copy_keep (matchum_workspace_get_library (self->workspace), record, &error);
  g_assert_no_error (error);
}

static void
send (Fixture *self, MatchumWorkspacePosting *posting, const char *markdown, guint day)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));

  keep (self, posting, "resume.md", "text/markdown", bytes, day);
}

/* Without the line that holds words. */
static char *
dup_without (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (MATCHUM_UI_TEST_RESUME, "\n", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], words) == NULL)
      g_string_append_printf (kept, "%s\n", lines[i]);
  return g_string_free (kept, FALSE);
}

static char *
dup_with (const char *words, const char *instead)
{
  g_auto (GStrv) parts = g_strsplit (MATCHUM_UI_TEST_RESUME, words, 2);

  return g_strjoinv (instead, parts);
}

static MatchumUsageSurvey *
survey_all (Fixture *self)
{
  MatchumUsageSurvey *survey = matchum_usage_survey_new (self->workspace);

  matchum_ui_test_wait (!matchum_usage_survey_is_reading (survey));
  return survey;
}

/* What the cell says of the block whose words hold text. */
static char *
dup_cell (MatchumUsageSurvey *survey, guint column, const char *text)
{
  MatchumResume *resume = matchum_usage_table_get_resume (matchum_usage_survey_get_table (survey));

  return matchum_usage_words_dup_cell (survey, column, matchum_ui_test_find_block (resume, text));
}

#define assert_cell(survey, column, text, expected)                                                                    \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *cell_ = dup_cell (survey, column, text);                                                          \
                                                                                                                       \
    g_assert_cmpstr (cell_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

/* The survey */

static void
test_choices (Fixture *self, gconstpointer data)
{
  g_autoptr (MatchumUsageSurvey) survey = survey_all (self);
  g_autofree char *name = matchum_usage_words_dup_name (matchum_usage_survey_get_posting (survey, 1));
  g_autofree char *sums = NULL;

  g_assert_cmpuint (matchum_usage_survey_get_n_postings (survey), ==, 2);
  g_assert_cmpstr (name, ==, "바다상회 · Data Engineer");
  assert_cell (survey, 0, "zebrawiki", "hidden");
  assert_cell (survey, 0, "Kubernetes", "shown");
  assert_cell (survey, 1, "zebrawiki", "shown");
  assert_cell (survey, 1, "Kubernetes", "shown, pinned");
  assert_cell (survey, 1, "BigQuery", "hidden");
  assert_cell (survey, 1, "기술", "hidden, since all under it is");
  sums = matchum_usage_words_dup_sums (matchum_usage_survey_get_table (survey),
                                       matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace),
                                                                   "zebrawiki"));
  g_assert_cmpstr (sums, ==, "shown in 1 of 2");

  matchum_ui_test_hide (self->workspace, "이음마켓");
  matchum_ui_test_wait (
      matchum_usage_table_get_state (matchum_usage_survey_get_table (survey), 1,
                                     matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace),
                                                                 "이음마켓"))
      == MATCHUM_USAGE_HIDDEN);
  assert_cell (survey, 1, "PyTorch", "hidden with what it stands under");
  /* And back. */
  g_assert_true (matchum_ui_test_undo (self->workspace));
  matchum_ui_test_wait (
      matchum_usage_table_get_state (matchum_usage_survey_get_table (survey), 1,
                                     matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace),
                                                                 "PyTorch"))
      == MATCHUM_USAGE_SHOWN);
}

static void
test_words_of_its_own (Fixture *self, gconstpointer data)
{
  MatchumApplication *application = matchum_workspace_get_application (self->workspace);
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  const MatchumBlock *block = matchum_resume_get_block (resume, matchum_ui_test_find_block (resume, "PyTorch"));
  g_autoptr (MatchumApplication) worded =
      matchum_application_with_wording (application, block->id, "추천 순위를 정하는 신경망을 서비스에 올림",
                                        matchum_block_get_text (block));
  g_autofree char *sent = dup_with ("PyTorch로 CTR 모델을 학습", "추천 순위를 정하는 신경망을 서비스에 올림");
  g_autoptr (MatchumUsageSurvey) survey = NULL;

  g_assert_true (matchum_workspace_choose (self->workspace, worded, "Reword"));
  matchum_ui_test_flush (self->workspace);
  send (self, self->second, sent, 20);
  send (self, self->first, sent, 21);
  survey = survey_all (self);
  /* In its own words it was sent; to the other, which has none, those words are others. */
  assert_cell (survey, 1, "PyTorch", "shown, in words of its own, sent with it on 2026-11-20");
  g_assert_cmpint (matchum_usage_words_get_sent (survey, 0, matchum_ui_test_find_block (resume, "Kubernetes")), ==,
                   MATCHUM_SENT_EXACTLY);
  g_assert_cmpint (matchum_usage_words_get_sent (
                       survey, 0,
                       matchum_ui_test_find_block (
                           matchum_usage_table_get_resume (matchum_usage_survey_get_table (survey)), "PyTorch")),
                   !=, MATCHUM_SENT_EXACTLY);
}

/* The line under the name is in words of its own, too. */
static void
test_title_line (Fixture *self, gconstpointer data)
{
  g_autofree char *resume = dup_with ("# 강도현\n", "# 강도현\n\n데이터 엔지니어\n");
  g_autofree char *sent = dup_with ("# 강도현\n", "# 강도현\n\n플랫폼 엔지니어\n");
  g_autoptr (MatchumUsageSurvey) survey = NULL;

  matchum_ui_test_open_resume (self->workspace, resume);
  g_assert_true (matchum_workspace_set_title_line (self->workspace, "플랫폼 엔지니어"));
  matchum_ui_test_flush (self->workspace);
  send (self, self->second, sent, 20);
  send (self, self->first, resume, 21);
  survey = survey_all (self);
  assert_cell (survey, 1, "데이터 엔지니어", "shown, in words of its own, sent with it on 2026-11-20");
  assert_cell (survey, 0, "데이터 엔지니어", "shown, sent with it on 2026-11-21");
}

static void
test_sent (Fixture *self, gconstpointer data)
{
  g_autofree char *without = dup_without ("zebrawiki");
  g_autofree char *reworded = dup_with ("CTR 모델을 학습", "CTR 모델을 다시 학습");
  g_autoptr (MatchumUsageSurvey) survey = NULL;

  send (self, self->first, without, 5);
  send (self, self->first, reworded, 9);
  survey = survey_all (self);
  assert_cell (survey, 0, "zebrawiki", "hidden, sent with it on 2026-11-09, sent without it on 2026-11-05");
  assert_cell (survey, 0, "PyTorch", "shown, sent in other words on 2026-11-09, sent with it on 2026-11-05");
  assert_cell (survey, 1, "zebrawiki", "shown");
  g_assert_cmpuint (matchum_usage_table_count_readable (matchum_usage_survey_get_table (survey)), ==, 1);

  /* The resume follows what was sent: the words are the same again. */
  matchum_ui_test_open_resume (self->workspace, reworded);
  matchum_ui_test_wait (!matchum_usage_survey_is_reading (survey));
  assert_cell (survey, 0, "PyTorch", "shown, sent with it on 2026-11-09, sent in other words on 2026-11-05");
}

/* One that is a PDF is read on another thread; one that holds no words is not. */
static void
test_sent_as_pdf (Fixture *self, gconstpointer data)
{
  const MatchumDay day = { 2026, 11, 1 };
  MatchumPageStyle style;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) letter = g_bytes_new_static ("Dear all", 8);
  g_autoptr (MatchumUsageSurvey) survey = NULL;

  matchum_page_style_init (&style);
  pdf =
      matchum_pdf_exporter_write (matchum_workspace_get_visibility (self->workspace), &style, day, NULL, NULL, &error);
  g_assert_no_error (error);
  keep (self, self->second, "resume.pdf", "application/pdf", pdf, 12);
  keep (self, self->first, "letter.txt", "text/plain", letter, 13);
  survey = matchum_usage_survey_new (self->workspace);
  assert_cell (survey, 1, "PyTorch", "shown, what was sent on 2026-11-12 is being read");
  matchum_ui_test_wait (!matchum_usage_survey_is_reading (survey));
  assert_cell (survey, 1, "PyTorch", "shown, sent with it on 2026-11-12");
  assert_cell (survey, 1, "BigQuery", "hidden, sent without it on 2026-11-12");
  assert_cell (survey, 1, "이음마켓", "shown, sent with it on 2026-11-12");
  assert_cell (survey, 0, "PyTorch", "shown, whether it was sent on 2026-11-13 cannot be told");
}

/* What was sent outlives its posting. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (MatchumUsageSurvey) survey = NULL;
  const MatchumUsagePosting *gone;
  g_autofree char *column = NULL;

  send (self, self->second, MATCHUM_UI_TEST_RESUME, 20);
  matchum_workspace_archive_posting (self->workspace, self->first, TRUE);
  matchum_workspace_remove_posting (self->workspace, self->second);
  matchum_ui_test_flush (self->workspace);
  survey = survey_all (self);
  g_assert_cmpuint (matchum_usage_survey_get_n_postings (survey), ==, 2);
  g_assert_true (matchum_usage_survey_get_posting (survey, 0)->is_archived);
  gone = matchum_usage_survey_get_posting (survey, 1);
  g_assert_null (gone->of);
  column = matchum_usage_words_dup_column (gone);
  g_assert_cmpstr (column, ==, "바다상회 · Data Engineer, deleted, sent on 2026-11-20");
  assert_cell (survey, 1, "BigQuery", "sent with it on 2026-11-20");
}

/* The window */

static MatchumUsageWindow *
open_usage (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.usage", NULL));
  g_assert_nonnull (self->window->usage_window);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->window->usage_window)));
  matchum_ui_test_settle (GTK_WIDGET (self->window->usage_window));
  return MATCHUM_USAGE_WINDOW (self->window->usage_window);
}

static MatchumUsageGrid *
get_grid (MatchumUsageWindow *window)
{
  return MATCHUM_USAGE_GRID (matchum_ui_test_find_widget (GTK_WIDGET (window), MATCHUM_TYPE_USAGE_GRID));
}

static void
press (MatchumUsageGrid *grid, guint key, GdkModifierType modifiers)
{
  g_assert_true (matchum_ui_test_run_shortcuts (GTK_WIDGET (grid), GTK_PHASE_BUBBLE, key, modifiers));
  matchum_ui_test_settle (GTK_WIDGET (grid));
}

/* The words of the cell that has the focus. */
static const char *
get_focused (MatchumUsageWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && MATCHUM_IS_USAGE_CELL (focus) ? matchum_usage_cell_get_label (MATCHUM_USAGE_CELL (focus))
                                                        : NULL;
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  MatchumUsageWindow *window = open_usage (self);
  MatchumUsageGrid *grid = get_grid (window);

  g_assert_nonnull (grid);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  press (grid, GDK_KEY_Home, GDK_CONTROL_MASK);
  press (grid, GDK_KEY_Home, 0);
  g_assert_cmpstr (get_focused (window), ==, "경력");
  press (grid, GDK_KEY_Down, 0);
  press (grid, GDK_KEY_Down, 0);
  press (grid, GDK_KEY_Right, 0);
  g_assert_cmpstr (get_focused (window), ==, "링크온 · ML Engineer · shown");
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (window), "링크온 · ML Engineer · shown"));
  press (grid, GDK_KEY_Right, 0);
  g_assert_cmpstr (get_focused (window), ==, "바다상회 · Data Engineer · shown, pinned");
  press (grid, GDK_KEY_End, 0);
  g_assert_cmpstr (get_focused (window), ==, "shown in 2 of 2");
  press (grid, GDK_KEY_Right, 0);
  g_assert_cmpstr (get_focused (window), ==, "shown in 2 of 2");
  press (grid, GDK_KEY_End, GDK_CONTROL_MASK);
  press (grid, GDK_KEY_Left, 0);
  g_assert_cmpstr (get_focused (window), ==, "바다상회 · Data Engineer · hidden");
  press (grid, GDK_KEY_Page_Up, 0);
  press (grid, GDK_KEY_Up, 0);
  g_assert_cmpstr (get_focused (window), ==, "바다상회 · Data Engineer");
  press (grid, GDK_KEY_Up, 0);
  g_assert_cmpstr (get_focused (window), ==, "바다상회 · Data Engineer");
}

/* Enter opens the posting of the cell, and selects its item there. */
static void
test_activate (Fixture *self, gconstpointer data)
{
  MatchumUsageWindow *window = open_usage (self);
  MatchumUsageGrid *grid = get_grid (window);
  guint selected;

  matchum_usage_grid_set_cursor (grid, 4, 0);
  press (grid, GDK_KEY_Return, 0);
  g_assert_true (matchum_workspace_get_current (self->workspace) == self->first);
  selected = matchum_workspace_get_selected_block (self->workspace);
  g_assert_cmpuint (selected, ==,
                    matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace), "zebrawiki"));
  /* Beside the cells, the posting stays. */
  matchum_usage_grid_set_cursor (grid, 2, MATCHUM_USAGE_LEAD);
  press (grid, GDK_KEY_Return, 0);
  g_assert_true (matchum_workspace_get_current (self->workspace) == self->first);
  g_assert_cmpuint (matchum_workspace_get_selected_block (self->workspace), ==,
                    matchum_ui_test_find_block (matchum_workspace_get_resume (self->workspace), "Kubernetes"));
  /* In the head, it is opened. */
  matchum_usage_grid_set_cursor (grid, MATCHUM_USAGE_HEAD, 1);
  press (grid, GDK_KEY_Return, 0);
  g_assert_true (matchum_workspace_get_current (self->workspace) == self->second);
  matchum_ui_test_flush (self->workspace);
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  MatchumUsageWindow *window = open_usage (self);
  MatchumUsageGrid *grid = get_grid (window);
  GtkWidget *search = matchum_ui_test_find_widget (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (window), "7 of 7 items, 2 of 2 postings"));
  /* What is found stands under its headings. */
  gtk_editable_set_text (GTK_EDITABLE (search), "PYTORCH 학습");
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "3 of 7 items, 2 of 2 postings") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "pytorch zebrawiki");
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "No Items Listed") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "7 of 7 items, 2 of 2 postings") != NULL);

  g_object_set (window, "rows", "differing", NULL);
  matchum_ui_test_settle (GTK_WIDGET (window));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (window), "5 of 7 items, 2 of 2 postings"));
  g_object_set (window, "rows", "unused", NULL);
  matchum_ui_test_settle (GTK_WIDGET (window));
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (window), "No Items Listed"));
  matchum_ui_test_hide (self->workspace, "zebrawiki");
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "3 of 7 items, 2 of 2 postings") != NULL);
  g_object_set (window, "rows", "all", NULL);

  g_object_set (window, "only-sent", TRUE, NULL);
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "No Postings Listed") != NULL);
  send (self, self->first, MATCHUM_UI_TEST_RESUME, 20);
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "7 of 7 items, 1 of 2 postings") != NULL);
  g_object_set (window, "only-sent", FALSE, NULL);
  matchum_workspace_archive_posting (self->workspace, self->first, TRUE);
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "7 of 7 items, 1 of 2 postings") != NULL);
  g_object_set (window, "archived", TRUE, NULL);
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "7 of 7 items, 2 of 2 postings") != NULL);
  g_assert_nonnull (matchum_usage_grid_get_widget (grid, MATCHUM_USAGE_HEAD, 1));
}

static gboolean
has_tooltip (MatchumUsageGrid *grid, int row, int column)
{
  GtkWidget *cell = matchum_usage_grid_get_widget (grid, row, column);
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  graphene_point_t point = GRAPHENE_POINT_INIT (3, 3);
  gboolean is_shown = FALSE;

  g_assert_true (gtk_widget_compute_point (cell, GTK_WIDGET (grid), &point, &point));
  g_signal_emit_by_name (grid, "query-tooltip", (int) point.x, (int) point.y, FALSE, tooltip, &is_shown);
  return is_shown;
}

/* Icons are always told in words, an item only where it is cut. */
static void
test_tooltips (Fixture *self, gconstpointer data)
{
  MatchumUsageGrid *grid = get_grid (open_usage (self));

  g_assert_false (has_tooltip (grid, 0, MATCHUM_USAGE_LEAD));
  g_assert_true (has_tooltip (grid, 0, 0));
  matchum_workspace_set_text (self->workspace, matchum_workspace_get_baseline (self->workspace),
                              MATCHUM_UI_TEST_RESUME "- " LONG_ITEM LONG_ITEM LONG_ITEM LONG_ITEM "\n", NULL);
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (self->window->usage_window), "8 of 8 items") != NULL);
  matchum_ui_test_settle (GTK_WIDGET (self->window->usage_window));
  g_assert_true (has_tooltip (grid, 7, MATCHUM_USAGE_LEAD));
}

/* From an item, its row is shown. */
static void
test_from_item (Fixture *self, gconstpointer data)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  const MatchumBlock *block = matchum_resume_get_block (resume, matchum_ui_test_find_block (resume, "BigQuery"));
  MatchumUsageGrid *grid;
  int row, column;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.usage-of", "s", block->id);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->window->usage_window)));
  matchum_ui_test_settle (GTK_WIDGET (self->window->usage_window));
  grid = get_grid (MATCHUM_USAGE_WINDOW (self->window->usage_window));
  matchum_usage_grid_get_cursor (grid, &row, &column);
  g_assert_cmpuint (matchum_usage_grid_get_block (grid, row), ==, block->index);
  g_assert_cmpint (column, ==, MATCHUM_USAGE_LEAD);
}

/* Whether what would be saved holds text. */
static gboolean
has_csv (MatchumUsageWindow *window, const char *text)
{
  g_autofree char *csv = matchum_usage_window_dup_csv (window);

  return strstr (csv, text) != NULL;
}

static void
test_csv (Fixture *self, gconstpointer data)
{
  MatchumUsageWindow *window = open_usage (self);

  send (self, self->first, MATCHUM_UI_TEST_RESUME, 20);
  g_object_set (window, "only-sent", TRUE, NULL);
  matchum_ui_test_wait (
      has_csv (window, "\xef\xbb\xbfItem,\"링크온 · ML Engineer, sent on 2026-11-20\",Shown,Sent\r\n"));
  matchum_ui_test_wait (
      has_csv (window, "\r\n사내 위키를 정리한 zebrawiki 담당,\"hidden, sent with it on 2026-11-20\",1,1\r\n"));
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  MatchumUsageWindow *window;

  matchum_workspace_remove_posting (self->workspace, self->first);
  matchum_workspace_remove_posting (self->workspace, self->second);
  matchum_ui_test_flush (self->workspace);
  window = open_usage (self);
  g_assert_nonnull (matchum_ui_test_find_label (GTK_WIDGET (window), "Not Used Yet"));
  matchum_workspace_remove_baseline (self->workspace, matchum_workspace_get_baseline (self->workspace));
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_wait (matchum_ui_test_find_label (GTK_WIDGET (window), "No Resume") != NULL);
}

/* Speed */

#define N_ITEMS 290
#define N_POSTINGS 60
/* What is promised is 300 ms; this is for a machine that does something else besides. */
#define MOST_MS 3000.0

static void
add_many (Fixture *self)
{
  g_autoptr (GString) markdown =
      g_string_new ("# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n");

  for (guint i = 0; i < N_ITEMS; i++)
    g_string_append_printf (markdown, "- 일 %u: Kafka 파이프라인 %u개를 다시 설계해 지연을 %u%% 줄임\n", i, i * 7,
                            i % 90);
  matchum_ui_test_open_resume (self->workspace, markdown->str);
  for (guint i = 2; i < N_POSTINGS; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("---\ncompany: 회사 %u\ntitle: 엔지니어\n---\n\n## 자격요건\n\n- Kafka 경험\n", i);

      matchum_ui_test_add_posting (self->workspace, text);
      matchum_workspace_set_hidden (self->workspace, 3 + i, TRUE);
    }
  matchum_ui_test_flush (self->workspace);
  matchum_ui_test_settle (GTK_WIDGET (self->window));
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static double
paint (GtkWidget *widget, gint64 start)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean is_painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  gtk_widget_queue_draw (widget);
  matchum_ui_test_wait (is_painted);
  g_signal_handler_disconnect (clock, id);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
test_speed (Fixture *self, gconstpointer data)
{
  MatchumUsageGrid *grid;
  gint64 start;
  double opened, worst = 0;

  add_many (self);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.usage", NULL);
  matchum_ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->window->usage_window)));
  grid = get_grid (MATCHUM_USAGE_WINDOW (self->window->usage_window));
  matchum_ui_test_wait (matchum_usage_grid_get_widget (grid, 0, 0) != NULL);
  opened = paint (GTK_WIDGET (self->window->usage_window), start);
  matchum_ui_test_settle (GTK_WIDGET (self->window->usage_window));
  for (guint i = 0; i < 30; i++)
    {
      start = g_get_monotonic_time ();
      matchum_usage_grid_set_cursor (grid, (int) i * 9, (int) i * 2);
      worst = MAX (worst, paint (GTK_WIDGET (grid), start));
    }
  g_test_message ("%d items, %d postings: opened in %.1f ms, moved and painted in %.1f ms at worst", N_ITEMS,
                  N_POSTINGS, opened, worst);
  g_assert_cmpuint (matchum_usage_grid_get_column (grid, 58), !=, G_MAXUINT);
  g_assert_cmpfloat (opened, <, MOST_MS);
  g_assert_cmpfloat (worst, <, MOST_MS);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  ADD ("/ui/usage/choices", test_choices);
  ADD ("/ui/usage/words-of-its-own", test_words_of_its_own);
  ADD ("/ui/usage/title-line", test_title_line);
  ADD ("/ui/usage/sent", test_sent);
  ADD ("/ui/usage/pdf", test_sent_as_pdf);
  ADD ("/ui/usage/gone", test_gone);
  ADD ("/ui/usage/keys", test_keys);
  ADD ("/ui/usage/activate", test_activate);
  ADD ("/ui/usage/filters", test_filters);
  ADD ("/ui/usage/tooltips", test_tooltips);
  ADD ("/ui/usage/from-item", test_from_item);
  ADD ("/ui/usage/csv", test_csv);
  ADD ("/ui/usage/nothing", test_nothing);
  ADD ("/ui/usage/speed", test_speed);
  return matchum_ui_test_run ();
}
