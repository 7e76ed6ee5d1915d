/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the teams of a posting is applied to: what counts then, and that it is kept and undone. Needs no display. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"

#define TEAMS                                                                                                                          \
  "---\ncompany: 링크온\ntitle: ML Engineer\n---\n\n## 주요 업무\n\n### 추천팀\n- 추천 모델 개발\n\n### 검색팀\n- " \
  "랭킹 모델 "                                                                                                                     \
  "개발\n\n## 자격요건\n\n### 추천팀\n- Rust 경험\n\n### 검색팀\n- Kubernetes 경험\n- BigQuery 경험\n"

typedef struct {
  MatchumWorkspace *workspace;
  guint n_reread;
  guint n_changed;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = matchum_ui_test_create_workspace ();
  matchum_ui_test_open_resume (fixture->workspace, MATCHUM_UI_TEST_RESUME);
  matchum_ui_test_add_posting (fixture->workspace, TEAMS);
  g_signal_connect_swapped (fixture->workspace, "reread", G_CALLBACK (count_cb), &fixture->n_reread);
  g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (fixture->workspace);
}

static const char *
get_team (MatchumWorkspace *workspace)
{
  return matchum_application_get_team (matchum_workspace_get_application (workspace));
}

/* How many requirements there are, and how many of them are met, in coverage and in the list of postings. */
static void
check (MatchumWorkspace *workspace, guint n_requirements, guint n_met)
{
  MatchumTally tally = matchum_coverage_get_required (matchum_workspace_get_coverage (workspace));
  MatchumPostingFigure figure;

  g_assert_cmpuint (matchum_match_get_n_requirements (matchum_workspace_get_match (workspace)), ==, n_requirements);
  g_assert_cmpuint (tally.met, ==, n_met);
  g_assert_cmpuint (tally.met + tally.missing, ==, n_requirements);
  g_assert_true (matchum_workspace_posting_get_figure (matchum_workspace_get_current (workspace), &figure));
  g_assert_cmpuint (figure.n_met, ==, n_met);
  g_assert_cmpuint (figure.n_hard, ==, n_requirements);
}

static void
test_pick (Fixture *fixture, gconstpointer data)
{
  check (fixture->workspace, 3, 2);
  matchum_workspace_set_team (fixture->workspace, "추천팀");
  check (fixture->workspace, 1, 0);
  g_assert_cmpuint (fixture->n_reread, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  /* That the library has it by now changes nothing. */
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (fixture->n_reread, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  matchum_workspace_set_team (fixture->workspace, "추천팀");
  g_assert_cmpuint (fixture->n_reread, ==, 1);
  matchum_workspace_set_team (fixture->workspace, "검색팀");
  check (fixture->workspace, 2, 2);
  matchum_workspace_set_team (fixture->workspace, NULL);
  check (fixture->workspace, 3, 2);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_set_team (fixture->workspace, "추천팀");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==,
                   "Pick Team");
  matchum_workspace_set_team (fixture->workspace, "검색팀");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpstr (get_team (fixture->workspace), ==, "추천팀");
  check (fixture->workspace, 1, 0);
  g_assert_cmpuint (fixture->n_reread, ==, 3);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_null (get_team (fixture->workspace));
  check (fixture->workspace, 3, 2);
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  check (fixture->workspace, 1, 0);
}

/* What is hidden stays hidden, and the other way round. */
static void
test_with_hidden (Fixture *fixture, gconstpointer data)
{
  guint block = matchum_ui_test_find_block (matchum_workspace_get_resume (fixture->workspace), "Kubernetes");

  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  matchum_workspace_set_team (fixture->workspace, "검색팀");
  check (fixture->workspace, 2, 1);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));
  check (fixture->workspace, 3, 1);
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  matchum_workspace_set_hidden (fixture->workspace, block, FALSE);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (get_team (fixture->workspace), ==, "검색팀");
  check (fixture->workspace, 2, 2);
}

static void
test_selected (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_set_selected_requirement (fixture->workspace, 2);
  matchum_workspace_set_team (fixture->workspace, "검색팀");
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, 1);
  matchum_workspace_set_team (fixture->workspace, "추천팀");
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, -1);
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (MatchumWorkspace) again = NULL;

  matchum_workspace_set_team (fixture->workspace, "검색팀");
  matchum_ui_test_flush (fixture->workspace);
  matchum_workspace_save_state (fixture->workspace);
  matchum_ui_test_flush (fixture->workspace);
  again = matchum_workspace_new (matchum_workspace_get_library (fixture->workspace), lexicon,
                                 matchum_workspace_get_as_of (fixture->workspace));
  g_assert_cmpstr (get_team (again), ==, "검색팀");
  check (again, 2, 2);
}

/* One that is not open is judged for its team, too, and once its details were let go. */
static void
test_not_open (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = matchum_workspace_get_current (fixture->workspace);
  MatchumPostingFigure figure;

  matchum_workspace_set_team (fixture->workspace, "검색팀");
  matchum_ui_test_flush (fixture->workspace);
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  matchum_workspace_posting_forget_match (posting);
  g_assert_true (matchum_workspace_judge (fixture->workspace, posting));
  g_assert_true (matchum_workspace_posting_get_figure (posting, &figure));
  g_assert_cmpuint (figure.n_hard, ==, 2);
}

/* A team that the text does not name any more leaves the posting as a whole. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  matchum_workspace_set_team (fixture->workspace, "추천팀");
  matchum_ui_test_flush (fixture->workspace);
  matchum_workspace_set_posting_text (fixture->workspace, matchum_workspace_get_current (fixture->workspace),
                                      MATCHUM_UI_TEST_POSTING, NULL);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (matchum_match_get_n_requirements (matchum_workspace_get_match (fixture->workspace)), ==, 4);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  check (fixture->workspace, 1, 0);
}

#define ADD(name, test) g_test_add ("/ui/workspace/team/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pick", test_pick);
  ADD ("undo", test_undo);
  ADD ("with-hidden", test_with_hidden);
  ADD ("selected", test_selected);
  ADD ("restart", test_restart);
  ADD ("not-open", test_not_open);
  ADD ("gone", test_gone);
  return g_test_run ();
}
