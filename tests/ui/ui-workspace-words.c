/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A posting with words, an order and a title line of its own: what the workspace shows then, what is judged, and that
 * the baseline is followed. Needs no display. */
#include "config.h"

#include "matchum-ui-test.h"
#include "resume/matchum-block-order.h"

#define POSTING "## 자격요건\n- Kubernetes 경험\n- Rust 경험\n"
#define RESUME                                                                                                                      \
  "# 강도현\n\na@example.com\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n- Kubernetes로 서빙\n- " \
  "사내 위키 운영\n- 모델 학습\n"

typedef struct {
  MatchumWorkspace *workspace;
  guint n_rewritten;
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
  matchum_ui_test_open_resume (fixture->workspace, RESUME);
  matchum_ui_test_add_posting (fixture->workspace, POSTING);
  g_signal_connect_swapped (fixture->workspace, "rewritten", G_CALLBACK (count_cb), &fixture->n_rewritten);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (fixture->workspace);
}

static char *
dup_id (Fixture *fixture, const char *text)
{
  MatchumResume *resume = matchum_workspace_get_resume (fixture->workspace);

  return g_strdup (matchum_resume_get_block (resume, matchum_ui_test_find_block (resume, text))->id);
}

static const char *
get_text (MatchumResume *resume, const char *id)
{
  return matchum_block_get_text (matchum_resume_lookup (resume, id));
}

static guint
count_met (Fixture *fixture)
{
  return matchum_coverage_get_required (matchum_workspace_get_coverage (fixture->workspace)).met;
}

static void
reword (Fixture *fixture, const char *id, const char *markdown)
{
  g_autoptr (MatchumApplication) edited =
      matchum_application_with_wording (matchum_workspace_get_application (fixture->workspace), id, markdown,
                                        "모델 학습");

  g_assert_true (matchum_workspace_choose (fixture->workspace, edited, "Reword"));
}

/* The words are judged at once, the baseline has its own, and undo goes back. */
static void
test_wording (Fixture *fixture, gconstpointer data)
{
  MatchumResume *baseline = matchum_workspace_baseline_get_resume (matchum_workspace_get_baseline (fixture->workspace));
  g_autofree char *id = dup_id (fixture, "모델 학습");

  g_assert_true (matchum_workspace_get_resume (fixture->workspace) == baseline);
  g_assert_cmpuint (count_met (fixture), ==, 1);
  reword (fixture, id, "모델을 **Rust**로 학습");
  g_assert_cmpuint (fixture->n_rewritten, ==, 1);
  g_assert_cmpstr (get_text (matchum_workspace_get_resume (fixture->workspace), id), ==, "모델을 Rust로 학습");
  g_assert_cmpstr (get_text (baseline, id), ==, "모델 학습");
  g_assert_cmpuint (count_met (fixture), ==, 2);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (fixture->n_rewritten, ==, 1);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (fixture->n_rewritten, ==, 2);
  g_assert_true (matchum_workspace_get_resume (fixture->workspace) == baseline);
  g_assert_cmpuint (count_met (fixture), ==, 1);
}

/* The block that was selected stays so under the index that it has then; what is hidden stays hidden. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_id (fixture, "위키");
  MatchumResume *resume = matchum_workspace_get_resume (fixture->workspace);
  guint first = matchum_ui_test_find_block (resume, "Kubernetes");
  g_autoptr (GPtrArray) order = matchum_block_order_move (resume, NULL, id, -1);
  g_autoptr (MatchumApplication) edited = NULL;

  matchum_workspace_set_hidden (fixture->workspace, first, TRUE);
  matchum_workspace_set_selected_block (fixture->workspace, first + 1);
  edited = matchum_application_with_order (matchum_workspace_get_application (fixture->workspace), order);
  g_assert_true (matchum_workspace_choose (fixture->workspace, edited, "Move"));
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, first);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, first + 1));
  g_assert_cmpuint (count_met (fixture), ==, 0);
  g_assert_false (matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), first + 1));
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, first + 1);
}

/* What is mended in the baseline is mended for the posting, but where it has words of its own. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = dup_id (fixture, "모델 학습"), *other = dup_id (fixture, "위키");

  reword (fixture, own, "모델을 Rust로 학습");
  matchum_workspace_set_words (fixture->workspace, other, "사내 위키를 Confluence로 운영", NULL);
  matchum_workspace_set_words (fixture->workspace, own, "모델 학습과 평가", NULL);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (get_text (matchum_workspace_get_resume (fixture->workspace), other), ==,
                   "사내 위키를 Confluence로 운영");
  g_assert_cmpstr (get_text (matchum_workspace_get_resume (fixture->workspace), own), ==, "모델을 Rust로 학습");
  matchum_workspace_show_baseline (fixture->workspace, matchum_workspace_get_baseline (fixture->workspace));
  g_assert_cmpstr (get_text (matchum_workspace_get_resume (fixture->workspace), own), ==, "모델 학습과 평가");
}

/* A posting that is not open and one that is opened again have the same words. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = matchum_workspace_get_current (fixture->workspace);
  g_autoptr (MatchumApplication) titled =
      matchum_application_with_title_line (matchum_workspace_get_application (fixture->workspace), "ML Engineer");

  g_assert_true (matchum_workspace_choose (fixture->workspace, titled, "Title Line"));
  g_assert_nonnull (
      matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace),
                                matchum_ui_test_find_block (matchum_workspace_get_resume (fixture->workspace),
                                                            "ML Engineer")));
  matchum_ui_test_flush (fixture->workspace);
  matchum_workspace_set_current (fixture->workspace, NULL);
  matchum_workspace_set_current (fixture->workspace, posting);
  g_assert_cmpstr (matchum_application_get_title_line (matchum_workspace_get_application (fixture->workspace)), ==,
                   "ML Engineer");
  matchum_ui_test_find_block (matchum_workspace_get_resume (fixture->workspace), "ML Engineer");
}

static void
told_cb (char **told, const char *text)
{
  g_free (*told);
  *told = g_strdup (text);
}

/* What cannot be shown is not passed over in silence, and is there to be mended. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_id (fixture, "모델 학습");
  g_autofree char *told = NULL;

  reword (fixture, id, "<!-- 모델 -->");
  g_assert_cmpstr (get_text (matchum_workspace_get_resume (fixture->workspace), id), ==, "모델 학습");
  g_assert_cmpint (matchum_workspace_get_wording (fixture->workspace, id), ==, MATCHUM_WORDING_REFUSED);
  reword (fixture, id, "모델을 Rust로 학습");
  g_assert_cmpint (matchum_workspace_get_wording (fixture->workspace, id), ==, MATCHUM_WORDING_OWN);

  g_signal_connect_swapped (fixture->workspace, "told", G_CALLBACK (told_cb), &told);
  g_assert_true (matchum_workspace_set_title_line (fixture->workspace, "ML Engineer"));
  g_assert_null (told);
  g_assert_true (matchum_workspace_set_title_line (fixture->workspace, "<!-- ML -->"));
  g_assert_cmpstr (told, ==, "This title line cannot stand under the name, so it is not shown");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/workspace-words/wording", Fixture, NULL, set_up, test_wording, tear_down);
  g_test_add ("/ui/workspace-words/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/ui/workspace-words/follow", Fixture, NULL, set_up, test_follow, tear_down);
  g_test_add ("/ui/workspace-words/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/ui/workspace-words/again", Fixture, NULL, set_up, test_again, tear_down);
  return g_test_run ();
}
