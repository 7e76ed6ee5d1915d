/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that tells what has to go for a number of pages: what it says, accepting it as it is and in part, and that
 * it follows whatever is done beside it. On the examples, whose resume fills more than two pages. */
#include "config.h"

#include <time.h>

#include "matchum-pages.h"
#include "matchum-ui-test.h"
#include "store/matchum-block-priority-table.h"
#include "ui/matchum-block-row.h"
#include "ui/matchum-fit-list.h"
#include "ui/matchum-fit-pane.h"
#include "ui/matchum-fit-row.h"
#include "ui/matchum-fit-words.h"
#include "ui/matchum-notice-bar.h"
#include "ui/matchum-posting-pane.h"

typedef struct {
  MatchumWindow *window;
  MatchumWorkspace *workspace;
  MatchumFitPane *pane;
  MatchumFitPlan *plan;
} Fixture;

static void
open_fit (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.fit", NULL);
  fixture->pane = MATCHUM_FIT_PANE (matchum_ui_test_find_widget (GTK_WIDGET (fixture->window), MATCHUM_TYPE_FIT_PANE));
  g_assert_nonnull (fixture->pane);
  fixture->plan = matchum_fit_pane_get_plan (fixture->pane);
  matchum_ui_test_wait (matchum_fit_plan_is_current (fixture->plan));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = matchum_ui_test_open_examples (1280, 800);
  fixture->workspace = matchum_window_get_workspace (fixture->window);
  matchum_ui_test_wait (matchum_workspace_get_pages_used (fixture->workspace) > 0);
  open_fit (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_close_window (fixture->window);
}

/* What was asked for is written, shown, laid out and answered. */
static void
settle (Fixture *fixture)
{
  matchum_ui_test_flush (fixture->workspace);
  if (matchum_fit_plan_is_active (fixture->plan))
    matchum_ui_test_wait (matchum_fit_plan_is_current (fixture->plan));
  matchum_ui_test_settle (GTK_WIDGET (fixture->window));
}

static MatchumPageFit *
get_fit (Fixture *fixture)
{
  return matchum_fit_proposal_get_fit (matchum_fit_plan_get_proposal (fixture->plan));
}

static guint
count_hidden (Fixture *fixture)
{
  return matchum_page_fit_get_hidden (get_fit (fixture))->len;
}

/* The id of a block of the proposal, counted from its end: what costs least. */
static char *
dup_last_hidden (Fixture *fixture, guint n)
{
  GPtrArray *hidden = matchum_page_fit_get_hidden (get_fit (fixture));
  const MatchumFitBlock *block = hidden->pdata[hidden->len - 1 - n];

  return g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), block->block)->id);
}

static guint
find_index (Fixture *fixture, const char *id)
{
  return matchum_resume_lookup (matchum_workspace_get_resume (fixture->workspace), id)->index;
}

static void
activate (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), action, NULL);
}

static void
act (Fixture *fixture, const char *id, MatchumFitRowKind kind)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "fit.act", "(su)", id, (guint) kind);
  settle (fixture);
}

static const char *
get_undo_label (Fixture *fixture)
{
  return matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace));
}

static gboolean
shows_text (Fixture *fixture, const char *text)
{
  return matchum_ui_test_find_label (GTK_WIDGET (fixture->window), text) != NULL;
}

static GtkWidget *
find_suggested (Fixture *fixture, const char *label)
{
  return matchum_ui_test_find_button (GTK_WIDGET (fixture->pane), label);
}

static void
set_budget (Fixture *fixture, guint n_pages)
{
  GtkWidget *spin = matchum_ui_test_find_widget (GTK_WIDGET (fixture->pane), GTK_TYPE_SPIN_BUTTON);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), n_pages);
  settle (fixture);
}

/* The pages that the printed resume has. */
static guint
count_pages (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPages) pages = NULL;
  MatchumPageStyle style;

  matchum_page_style_init (&style);
  pages = matchum_pages_new (matchum_workspace_get_visibility (fixture->workspace), &style, &error);
  g_assert_no_error (error);
  return matchum_pages_get_n_pages (pages);
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumApplication) before =
      matchum_application_ref (matchum_workspace_get_application (fixture->workspace));
  g_autoptr (GPtrArray) hidden = NULL;
  g_autofree char *label = g_strdup_printf ("_Hide %u Items", count_hidden (fixture));

  g_assert_cmpint (matchum_page_fit_get_status (get_fit (fixture)), ==, MATCHUM_FIT_OPTIMAL);
  g_assert_cmpuint (count_hidden (fixture), >, 5);
  g_assert_nonnull (find_suggested (fixture, label));
  g_assert_null (matchum_ui_test_find_widget (GTK_WIDGET (fixture->window), MATCHUM_TYPE_POSTING_PANE));
  g_assert_true (matchum_application_is_equal (before, matchum_workspace_get_application (fixture->workspace)));

  activate (fixture, "fit.accept");
  settle (fixture);
  g_assert_false (matchum_fit_plan_is_active (fixture->plan));
  g_assert_nonnull (matchum_ui_test_find_widget (GTK_WIDGET (fixture->window), MATCHUM_TYPE_POSTING_PANE));
  g_assert_cmpstr (get_undo_label (fixture), ==, "Fit to Pages");
  g_assert_cmpuint (count_pages (fixture), ==, 1);
  g_assert_cmpuint (matchum_workspace_get_budget (fixture->workspace), ==, 1);
  matchum_ui_test_wait (shows_text (fixture, "items hidden to fit"));

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_application_is_equal (before, matchum_workspace_get_application (fixture->workspace)));
  hidden = matchum_application_dup_hidden (matchum_workspace_get_application (fixture->workspace));
  g_assert_cmpuint (hidden->len, ==, 0);
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  g_assert_cmpuint (count_pages (fixture), ==, 1);
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumApplication) before =
      matchum_application_ref (matchum_workspace_get_application (fixture->workspace));
  g_autofree char *id = dup_last_hidden (fixture, 0), *other = dup_last_hidden (fixture, 1);
  gboolean is_top;

  act (fixture, id, MATCHUM_FIT_ROW_HIDDEN);
  act (fixture, other, MATCHUM_FIT_ROW_HIDDEN);
  g_assert_cmpuint (matchum_fit_plan_get_kept (fixture->plan)->len, ==, 2);
  g_assert_null (matchum_fit_proposal_find_hidden (matchum_fit_plan_get_proposal (fixture->plan),
                                                   find_index (fixture, id), &is_top));
  act (fixture, other, MATCHUM_FIT_ROW_KEPT);
  g_assert_cmpuint (matchum_fit_plan_get_kept (fixture->plan)->len, ==, 1);
  /* Nothing of it is chosen yet. */
  g_assert_true (matchum_application_is_equal (before, matchum_workspace_get_application (fixture->workspace)));

  activate (fixture, "fit.accept");
  settle (fixture);
  g_assert_true (matchum_application_is_pinned (matchum_workspace_get_application (fixture->workspace), id));
  g_assert_false (matchum_application_is_pinned (matchum_workspace_get_application (fixture->workspace), other));
  g_assert_true (
      matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), find_index (fixture, id)));
  g_assert_cmpuint (count_pages (fixture), ==, 1);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_application_is_equal (before, matchum_workspace_get_application (fixture->workspace)));
}

static MatchumFitObject *
find_row (Fixture *fixture, GtkWidget **row)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  *row = focus != NULL ? gtk_widget_get_ancestor (focus, MATCHUM_TYPE_FIT_ROW) : NULL;
  return *row != NULL ? matchum_fit_row_get_object (MATCHUM_FIT_ROW (*row)) : NULL;
}

/* The keys go to the rows as soon as there are some, and stay on what is kept. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  GtkWidget *row;

  matchum_ui_test_wait (find_row (fixture, &row) != NULL);
  id = g_strdup (matchum_fit_object_get_id (find_row (fixture, &row)));
  g_assert_cmpint (matchum_fit_object_get_kind (find_row (fixture, &row)), ==, MATCHUM_FIT_ROW_HIDDEN);
  g_assert_true (matchum_ui_test_run_shortcuts (row, GTK_PHASE_BUBBLE, GDK_KEY_space, 0));
  settle (fixture);
  g_assert_cmpstr (matchum_fit_object_get_id (find_row (fixture, &row)), ==, id);
  g_assert_cmpint (matchum_fit_object_get_kind (find_row (fixture, &row)), ==, MATCHUM_FIT_ROW_KEPT);
  g_assert_true (matchum_ui_test_run_shortcuts (row, GTK_PHASE_BUBBLE, GDK_KEY_space, 0));
  settle (fixture);
  g_assert_cmpstr (matchum_fit_object_get_id (find_row (fixture, &row)), ==, id);
  g_assert_cmpint (matchum_fit_object_get_kind (find_row (fixture, &row)), ==, MATCHUM_FIT_ROW_HIDDEN);
  /* Enter leads to the item in the resume. */
  g_assert_true (matchum_ui_test_run_shortcuts (row, GTK_PHASE_BUBBLE, GDK_KEY_Return, 0));
  matchum_ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, find_index (fixture, id));
  row = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), MATCHUM_TYPE_BLOCK_ROW);
  g_assert_nonnull (row);
  g_assert_cmpuint (matchum_block_object_get_index (matchum_block_row_get_object (MATCHUM_BLOCK_ROW (row))), ==,
                    find_index (fixture, id));
  g_assert_true (matchum_ui_test_run_shortcuts (GTK_WIDGET (fixture->pane), GTK_PHASE_BUBBLE, GDK_KEY_Escape, 0));
  g_assert_false (matchum_fit_plan_is_active (fixture->plan));
}

/* What would go says so in the resume, and nothing does once nobody looks. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (shows_text (fixture, "Would be hidden · costs nothing"));
  activate (fixture, "fit.close");
  matchum_ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (shows_text (fixture, "Would be hidden"));
  g_assert_null (matchum_workspace_get_proposal (fixture->workspace));
}

/* Hiding by hand, undo, another budget and another text are followed. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_last_hidden (fixture, 0);
  guint n_before = count_hidden (fixture);
  double before = matchum_page_fit_get_pages_before (get_fit (fixture));

  matchum_workspace_set_hidden (fixture->workspace, find_index (fixture, id), TRUE);
  g_assert_false (matchum_fit_plan_is_current (fixture->plan));
  /* What is not the answer is not accepted. */
  g_assert_cmpuint (matchum_fit_plan_accept (fixture->plan), ==, 0);
  settle (fixture);
  g_assert_cmpuint (count_hidden (fixture), ==, n_before - 1);
  g_assert_cmpfloat (matchum_page_fit_get_pages_before (get_fit (fixture)), <, before);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_cmpuint (count_hidden (fixture), ==, n_before);
  g_assert_cmpfloat (matchum_page_fit_get_pages_before (get_fit (fixture)), ==, before);

  set_budget (fixture, 2);
  g_assert_cmpuint (matchum_workspace_get_budget (fixture->workspace), ==, 2);
  g_assert_cmpuint (count_hidden (fixture), <, n_before);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_get_budget (fixture->workspace), ==, 0);
  g_assert_cmpuint (matchum_fit_plan_get_budget (fixture->plan), ==, 1);
  g_assert_cmpuint (count_hidden (fixture), ==, n_before);

  /* Numbers in a row are one step. */
  set_budget (fixture, 2);
  set_budget (fixture, 3);
  set_budget (fixture, 4);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_get_budget (fixture->workspace), ==, 0);

  matchum_ui_test_open_resume (fixture->workspace, MATCHUM_UI_TEST_RESUME);
  settle (fixture);
  g_assert_cmpint (matchum_page_fit_get_status (get_fit (fixture)), ==, MATCHUM_FIT_NONE);
  g_assert_true (shows_text (fixture, "It fits"));
}

static void
pin_all (Fixture *fixture)
{
  MatchumResume *resume = matchum_workspace_get_resume (fixture->workspace);
  g_autoptr (MatchumApplication) pinned =
      matchum_application_ref (matchum_workspace_get_application (fixture->workspace));

  for (guint i = 1; i < matchum_resume_get_n_blocks (resume); i++)
    {
      MatchumApplication *next =
          matchum_application_with_pinned (pinned, matchum_resume_get_block (resume, i)->id, TRUE);

      matchum_application_unref (pinned);
      pinned = next;
    }
  matchum_workspace_choose (fixture->workspace, pinned, "Pin All");
}

static void
test_infeasible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar;
  guint least;

  pin_all (fixture);
  settle (fixture);
  g_assert_cmpint (matchum_page_fit_get_status (get_fit (fixture)), ==, MATCHUM_FIT_INFEASIBLE);
  least = matchum_page_fit_get_least_pages (get_fit (fixture));
  g_assert_cmpuint (least, ==, count_pages (fixture));
  g_assert_cmpuint (matchum_fit_plan_accept (fixture->plan), ==, 0);
  bar = matchum_ui_test_find_widget (GTK_WIDGET (fixture->pane), MATCHUM_TYPE_NOTICE_BAR);
  g_assert_nonnull (strstr (matchum_notice_bar_get_text (MATCHUM_NOTICE_BAR (bar)), "pinned or kept must stay"));
  g_assert_nonnull (strstr (matchum_notice_bar_get_text (MATCHUM_NOTICE_BAR (bar)), "with fewer of these items"));
  g_assert_cmpuint (matchum_fit_proposal_get_least_without_pins (matchum_fit_plan_get_proposal (fixture->plan)), ==, 1);

  {
    guint n_before = matchum_fit_proposal_get_pinned (matchum_fit_plan_get_proposal (fixture->plan))->len;
    g_autofree char *id =
        g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), 1)->id);

    act (fixture, id, MATCHUM_FIT_ROW_PINNED);
    g_assert_false (matchum_application_is_pinned (matchum_workspace_get_application (fixture->workspace), id));
    g_assert_cmpuint (matchum_fit_proposal_get_pinned (matchum_fit_plan_get_proposal (fixture->plan))->len, ==,
                      n_before - 1);
    g_assert_true (matchum_ui_test_undo (fixture->workspace));
    settle (fixture);
  }
  activate (fixture, "fit.allow-least");
  settle (fixture);
  g_assert_cmpuint (matchum_workspace_get_budget (fixture->workspace), ==, least);
  g_assert_cmpint (matchum_page_fit_get_status (get_fit (fixture)), ==, MATCHUM_FIT_NONE);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Set Number of Pages");
}

/* More is kept than fits, quicker than answers come, and is let go again. */
static void
test_keep_too_much (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_last_hidden (fixture, 0);
  guint n_hidden = count_hidden (fixture), n_pinned;

  for (guint i = 0; i < n_hidden; i++)
    {
      g_autofree char *other = dup_last_hidden (fixture, i);

      matchum_fit_plan_keep (fixture->plan, other);
    }
  settle (fixture);
  g_assert_cmpuint (matchum_fit_plan_get_kept (fixture->plan)->len, ==, n_hidden);
  g_assert_cmpint (matchum_page_fit_get_status (get_fit (fixture)), ==, MATCHUM_FIT_INFEASIBLE);
  n_pinned = matchum_fit_proposal_get_pinned (matchum_fit_plan_get_proposal (fixture->plan))->len;
  g_assert_cmpuint (n_pinned, ==, n_hidden);
  /* What nobody can accept is not marked in the resume. */
  g_assert_null (matchum_workspace_get_proposal (fixture->workspace));
  act (fixture, id, MATCHUM_FIT_ROW_KEPT);
  g_assert_cmpuint (matchum_fit_proposal_get_pinned (matchum_fit_plan_get_proposal (fixture->plan))->len, <, n_pinned);
  g_assert_cmpuint (matchum_fit_plan_get_kept (fixture->plan)->len, ==, n_hidden - 1);
  g_assert_false (matchum_application_is_pinned (matchum_workspace_get_application (fixture->workspace), id));
}

/* What is hidden and fits comes back, all of it or one by one, and the pages suffice then. */
static void
test_refill (Fixture *fixture, gconstpointer data)
{
  GPtrArray *returnable;
  g_autofree char *id = NULL;
  guint n_returnable;

  matchum_fit_plan_accept (fixture->plan);
  settle (fixture);
  set_budget (fixture, 2);
  g_assert_cmpint (matchum_page_fit_get_status (get_fit (fixture)), ==, MATCHUM_FIT_NONE);
  returnable = matchum_fit_proposal_get_returnable (matchum_fit_plan_get_proposal (fixture->plan));
  n_returnable = returnable->len;
  g_assert_cmpuint (n_returnable, >, 2);
  g_assert_true (shows_text (fixture, "Hidden, and would still fit"));
  id = g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace),
                                           ((const MatchumFitBlock *) returnable->pdata[0])->block)
                     ->id);

  act (fixture, id, MATCHUM_FIT_ROW_RETURNABLE);
  g_assert_true (
      matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), find_index (fixture, id)));
  g_assert_cmpuint (count_pages (fixture), <=, 2);
  activate (fixture, "fit.accept");
  settle (fixture);
  g_assert_cmpstr (get_undo_label (fixture), ==, "Fill the Pages");
  g_assert_cmpuint (count_pages (fixture), ==, 2);
  open_fit (fixture);
  g_assert_cmpuint (matchum_fit_proposal_get_returnable (matchum_fit_plan_get_proposal (fixture->plan))->len, ==, 0);
  g_assert_cmpfloat (matchum_page_fit_get_pages (get_fit (fixture)), >=, 1.9);
}

static void
test_no_requirements (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar;

  matchum_ui_test_add_posting (fixture->workspace,
                               "---\ncompany: 빈칸\ntitle: 담당자\n---\n\n## 소개\n\n- 우리는 회사입니다\n");
  settle (fixture);
  g_assert_false (matchum_page_fit_has_requirements (get_fit (fixture)));
  bar = matchum_ui_test_find_widget (GTK_WIDGET (fixture->pane), MATCHUM_TYPE_NOTICE_BAR);
  g_assert_nonnull (strstr (matchum_notice_bar_get_text (MATCHUM_NOTICE_BAR (bar)), "asks nothing"));
  g_assert_true (shows_text (fixture, "Would go"));
  g_assert_cmpuint (matchum_fit_plan_accept (fixture->plan), >, 0);
  settle (fixture);
  g_assert_cmpuint (count_pages (fixture), ==, 1);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  MatchumFitProposal **proposal = user_data;

  *proposal = matchum_fit_proposal_finish (result, &error);
  g_assert_no_error (error);
}

/* Where the time is over before it is sure, what is proposed fits, and says that there may be better. */
static void
test_time_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumFitProposal) proposal = NULL;
  g_autofree char *notice = NULL;
  MatchumFitQuestion question = { 0 };

  question.match = matchum_workspace_get_match (fixture->workspace);
  question.application = matchum_workspace_get_application (fixture->workspace);
  question.n_pages = 1;
  question.time_limit = 1e-6;
  matchum_page_style_init (&question.style);
  matchum_fit_proposal_ask (&question, NULL, answered_cb, &proposal);
  matchum_ui_test_wait (proposal != NULL);
  g_assert_cmpint (matchum_page_fit_get_status (matchum_fit_proposal_get_fit (proposal)), ==, MATCHUM_FIT_TIME_LIMIT);
  g_assert_cmpfloat (matchum_page_fit_get_pages (matchum_fit_proposal_get_fit (proposal)), <=, 1.0);
  notice = matchum_fit_dup_notice (proposal, FALSE);
  g_assert_nonnull (strstr (notice, "a better choice may exist"));
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *is_over = user_data;

  g_assert_null (matchum_fit_proposal_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *is_over = TRUE;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean is_over = FALSE;
  MatchumFitQuestion question = { 0 };

  question.match = matchum_workspace_get_match (fixture->workspace);
  question.application = matchum_workspace_get_application (fixture->workspace);
  question.n_pages = 1;
  question.time_limit = 1000;
  matchum_page_style_init (&question.style);
  matchum_fit_proposal_ask (&question, cancellable, cancelled_cb, &is_over);
  g_cancellable_cancel (cancellable);
  matchum_ui_test_wait (is_over);
}

static gboolean
put_priority_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_block_priority_table_put (database, data, error);
}

/* What matters to the user stays, though the posting asks for nothing of it. */
static void
test_priority (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_last_hidden (fixture, 0);
  g_autoptr (MatchumEdit) edit = matchum_edit_new ("Set Priority");
  MatchumBlockPriorityRecord *record = matchum_block_priority_record_new ();
  gboolean is_top;

  record->baseline = g_strdup (matchum_workspace_baseline_get_id (matchum_workspace_get_baseline (fixture->workspace)));
  record->block = g_strdup (id);
  record->priority = MATCHUM_BLOCK_PRIORITY_MAX;
  matchum_edit_add (edit, put_priority_cb, record, (GDestroyNotify) matchum_block_priority_record_free);
  matchum_library_edit_async (matchum_workspace_get_library (fixture->workspace), edit, NULL, NULL);
  settle (fixture);
  g_assert_null (matchum_fit_proposal_find_hidden (matchum_fit_plan_get_proposal (fixture->plan),
                                                   find_index (fixture, id), &is_top));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  settle (fixture);
  g_assert_nonnull (matchum_fit_proposal_find_hidden (matchum_fit_plan_get_proposal (fixture->plan),
                                                      find_index (fixture, id), &is_top));
}

static double
get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static char *
make_long_resume (void)
{
  GString *text = g_string_new ("# 강도현\n\n## 경력\n");

  for (guint i = 0; i < 2000; i++)
    {
      if (i % 100 == 0)
        g_string_append_printf (text, "\n### 회사 %u, 개발자, %u.01 - %u.12\n\n", i / 100, 2000 + i / 100,
                                2000 + i / 100);
      g_string_append_printf (text, "- %s 서비스의 %u번째 일을 맡아 하루 %u건을 처리\n",
                              i % 7 == 0 ? "PyTorch" : "주문", i, i * 3);
    }
  return g_string_free (text, FALSE);
}

/* However long it takes, no turn of the main loop does. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_long_resume ();
  gint64 start;
  double longest = 0.0;

  activate (fixture, "fit.close");
  matchum_ui_test_open_resume (fixture->workspace, text);
  settle (fixture);
  matchum_ui_test_wait (matchum_workspace_get_pages_used (fixture->workspace) > 10);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.fit", NULL);
  while (!matchum_fit_plan_is_current (fixture->plan))
    {
      double before = get_cpu_ms ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_cpu_ms () - before);
    }
  g_test_message ("2,000 items: answered in %.0f ms; the longest turn of the main loop took %.1f ms",
                  (double) (g_get_monotonic_time () - start) / 1000, longest);
  g_assert_cmpuint (count_hidden (fixture), >, 0);
  g_assert_cmpfloat (longest, <, 1000);
  g_assert_cmpuint (matchum_fit_plan_accept (fixture->plan), >, 0);
  settle (fixture);
  g_assert_cmpuint (count_pages (fixture), <=, matchum_page_fit_get_budget (get_fit (fixture)));
}

/* A window that is closed while something is being found out goes at once. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_last_hidden (fixture, 0);

  matchum_fit_plan_keep (fixture->plan, id);
  g_assert_false (matchum_fit_plan_is_current (fixture->plan));
}

/* A resume with nothing but a name, and none that could be left out. */
static void
test_no_entries (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_open_resume (fixture->workspace, "# 강도현\n\nhyun@example.com\n");
  settle (fixture);
  g_assert_cmpint (matchum_page_fit_get_status (get_fit (fixture)), ==, MATCHUM_FIT_NONE);
  g_assert_true (shows_text (fixture, "Nothing has to go"));
  g_assert_cmpuint (matchum_fit_plan_accept (fixture->plan), ==, 0);
  g_assert_cmpuint (matchum_fit_plan_refill (fixture->plan, NULL), ==, 0);
}

static gboolean
pass_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Where there are no pages, as without a font for them, nobody waits for an answer. */
static void
test_no_pages (void)
{
  g_autoptr (MatchumWorkspace) workspace = matchum_ui_test_create_workspace ();
  g_autoptr (MatchumProof) proof = matchum_proof_new (workspace);
  g_autoptr (MatchumFitPlan) plan = matchum_fit_plan_new (workspace, proof);
  gboolean has_passed = FALSE;

  matchum_ui_test_add_posting (workspace, MATCHUM_UI_TEST_POSTING);
  matchum_fit_plan_set_active (plan, TRUE);
  g_timeout_add (600, pass_cb, &has_passed);
  matchum_ui_test_wait (has_passed);
  g_assert_null (matchum_proof_get_pages (proof));
  g_assert_false (matchum_fit_plan_is_slow (plan));

  matchum_ui_test_open_resume (workspace, MATCHUM_UI_TEST_RESUME);
  matchum_ui_test_wait (matchum_fit_plan_is_current (plan));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  ADD ("/ui/fit/accept", test_accept);
  ADD ("/ui/fit/keep", test_keep);
  ADD ("/ui/fit/keep-too-much", test_keep_too_much);
  ADD ("/ui/fit/keys", test_keys);
  ADD ("/ui/fit/notes", test_notes);
  ADD ("/ui/fit/live", test_live);
  ADD ("/ui/fit/infeasible", test_infeasible);
  ADD ("/ui/fit/refill", test_refill);
  ADD ("/ui/fit/no-requirements", test_no_requirements);
  ADD ("/ui/fit/time-limit", test_time_limit);
  ADD ("/ui/fit/cancel", test_cancel);
  ADD ("/ui/fit/priority", test_priority);
  ADD ("/ui/fit/close", test_close);
  ADD ("/ui/fit/no-entries", test_no_entries);
  ADD ("/ui/fit/many", test_many);
  g_test_add_func ("/ui/fit/no-pages", test_no_pages);
  return matchum_ui_test_run ();
}
