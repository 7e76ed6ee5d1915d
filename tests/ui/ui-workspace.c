/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open, hidden and selected, and who is told of it. Needs no display. */
#include "config.h"

#include "matchum-ui-test.h"

typedef struct {
  MatchumWorkspace *workspace;
  guint n_opened;
  guint n_changed;
  guint n_edited;
  guint edited_block;
  MatchumStatus before; /* of requirement 1 when "edited" was emitted */
} Fixture;

static void
count_opened_cb (Fixture *fixture)
{
  fixture->n_opened++;
}

static void
count_changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
count_edited_cb (Fixture *fixture, guint block, MatchumCoverage *before)
{
  fixture->n_edited++;
  fixture->edited_block = block;
  fixture->before = matchum_coverage_get_verdict (before, 1)->status;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);

  g_assert_nonnull (lexicon);
  fixture->workspace = matchum_workspace_new (lexicon, (MatchumDay){ 2026, 11, 1 });
  g_signal_connect_swapped (fixture->workspace, "opened", G_CALLBACK (count_opened_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (count_changed_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "edited", G_CALLBACK (count_edited_cb), fixture);
}

static void
open_both (Fixture *fixture)
{
  g_autoptr (MatchumResume) resume = matchum_ui_test_read_resume (MATCHUM_UI_TEST_RESUME);
  g_autoptr (MatchumPosting) posting = matchum_ui_test_read_posting (MATCHUM_UI_TEST_POSTING);

  matchum_workspace_set_resume (fixture->workspace, resume);
  matchum_workspace_add_posting (fixture->workspace, posting);
  fixture->n_opened = fixture->n_changed = fixture->n_edited = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->workspace);
}

static guint
find (Fixture *fixture, const char *text)
{
  return matchum_ui_test_find_block (matchum_workspace_get_resume (fixture->workspace), text);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_null (matchum_workspace_get_resume (fixture->workspace));
  g_assert_null (matchum_workspace_get_posting (fixture->workspace));
  g_assert_null (matchum_workspace_get_match (fixture->workspace));
  g_assert_null (matchum_workspace_get_visibility (fixture->workspace));
  g_assert_null (matchum_workspace_get_coverage (fixture->workspace));
  g_assert_null (matchum_workspace_get_history (fixture->workspace));
  matchum_workspace_set_hidden (fixture->workspace, 0, TRUE);
  g_assert_false (matchum_workspace_undo (fixture->workspace));
  g_assert_cmpuint (fixture->n_opened + fixture->n_changed + fixture->n_edited, ==, 0);
}

static void
test_baseline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumResume) resume = matchum_ui_test_read_resume (MATCHUM_UI_TEST_RESUME);
  MatchumVisibility *visibility;

  matchum_workspace_set_resume (fixture->workspace, resume);
  g_assert_cmpuint (fixture->n_opened, ==, 1);

  visibility = matchum_workspace_get_visibility (fixture->workspace);
  g_assert_cmpuint (matchum_visibility_get_n_visible (visibility), ==, matchum_resume_get_n_blocks (resume));
  g_assert_null (matchum_workspace_get_coverage (fixture->workspace));
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  matchum_workspace_set_resume (fixture->workspace, resume);
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  matchum_workspace_set_resume (fixture->workspace, NULL);
  g_assert_null (matchum_workspace_get_visibility (fixture->workspace));
}

static void
test_hide (Fixture *fixture, gconstpointer data)
{
  guint block;

  open_both (fixture);
  block = find (fixture, "Kubernetes");
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MET);

  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpuint (fixture->edited_block, ==, block);
  g_assert_cmpint (fixture->before, ==, MATCHUM_STATUS_MET);
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MISSING);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));

  /* The same again is no edit. */
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  g_assert_true (matchum_workspace_undo (fixture->workspace));
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MET);
  g_assert_true (matchum_workspace_redo (fixture->workspace));
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MISSING);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
}

static void
test_title_stays (Fixture *fixture, gconstpointer data)
{
  guint title;

  open_both (fixture);
  title = find (fixture, "강도현");
  matchum_workspace_set_hidden (fixture->workspace, title, TRUE);
  matchum_workspace_set_pinned (fixture->workspace, title, TRUE);
  matchum_workspace_set_hidden (fixture->workspace, G_MAXUINT - 1, TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_show_under_hidden (Fixture *fixture, gconstpointer data)
{
  guint section, item;

  open_both (fixture);
  section = find (fixture, "경력");
  item = find (fixture, "PyTorch");
  matchum_workspace_set_hidden (fixture->workspace, section, TRUE);
  g_assert_false (matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), item));

  /* Shown it is seen, so that what is above it is shown too. */
  matchum_workspace_set_hidden (fixture->workspace, item, FALSE);
  g_assert_true (matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), item));
  g_assert_cmpuint (fixture->n_edited, ==, 2);
  g_assert_true (matchum_workspace_undo (fixture->workspace));
  g_assert_false (matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), item));
}

static gboolean
is_visible (Fixture *fixture, const char *text)
{
  return matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), find (fixture, text));
}

/* A section that is gone with all that stood under it comes back with it, as one edit. */
static void
test_show_emptied (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumResume) resume =
      matchum_ui_test_read_resume ("# 강도현\n\n## 프로젝트\n\n### 사이드\n\n- 파이프라인\n- 대시보드\n\n### 공개\n\n- "
                                   "라이브러리\n\n## 기술\n\n- BigQuery\n");

  open_both (fixture);
  matchum_workspace_set_resume (fixture->workspace, resume);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "파이프라인"), TRUE);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "대시보드"), TRUE);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "공개"), TRUE);
  g_assert_false (is_visible (fixture, "프로젝트"));
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "프로젝트")));
  fixture->n_edited = fixture->n_changed = 0;

  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "프로젝트"), FALSE);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->edited_block, ==, find (fixture, "프로젝트"));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_assert_true (matchum_visibility_is_visible (matchum_workspace_get_visibility (fixture->workspace), i));

  g_assert_true (matchum_workspace_undo (fixture->workspace));
  g_assert_false (is_visible (fixture, "프로젝트"));
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "대시보드")));

  /* An entry brings back what is under it, and no other. */
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "사이드"), FALSE);
  g_assert_true (is_visible (fixture, "파이프라인"));
  g_assert_true (is_visible (fixture, "대시보드"));
  g_assert_false (is_visible (fixture, "공개"));
}

/* A section that was hidden itself comes back as it was. */
static void
test_show_keeps_choices_below (Fixture *fixture, gconstpointer data)
{
  open_both (fixture);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), TRUE);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "경력"), TRUE);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "경력"), FALSE);
  g_assert_true (is_visible (fixture, "Kubernetes"));
  g_assert_false (is_visible (fixture, "zebrawiki"));
}

static void
test_pin (Fixture *fixture, gconstpointer data)
{
  guint block;

  open_both (fixture);
  block = find (fixture, "BigQuery");
  matchum_workspace_set_pinned (fixture->workspace, block, TRUE);
  g_assert_true (matchum_workspace_is_pinned (fixture->workspace, block));
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  g_assert_false (matchum_workspace_is_pinned (fixture->workspace, block));
  g_assert_true (matchum_workspace_undo (fixture->workspace));
  g_assert_true (matchum_workspace_is_pinned (fixture->workspace, block));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  open_both (fixture);
  matchum_workspace_set_selected_requirement (fixture->workspace, 1);
  matchum_workspace_set_selected_block (fixture->workspace, 3);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, -1);
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, 3);
  matchum_workspace_set_selected_requirement (fixture->workspace, 0);
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, MATCHUM_BLOCK_NONE);

  /* Clearing one leaves the other alone. */
  matchum_workspace_set_selected_block (fixture->workspace, MATCHUM_BLOCK_NONE);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, 0);

  matchum_workspace_set_current (fixture->workspace, NULL);
  g_assert_cmpint (matchum_workspace_get_selected_requirement (fixture->workspace), ==, -1);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  const char *expected[] = { "1", "2", "a", "b" };
  GString *long_posting = g_string_new ("## 우대사항\n\n");
  g_autoptr (MatchumPosting) posting = NULL;
  g_autofree char *last = NULL, *after = NULL;

  open_both (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *key = matchum_workspace_dup_requirement_key (fixture->workspace, i);

      g_assert_cmpstr (key, ==, expected[i]);
    }

  for (guint i = 0; i < 28; i++)
    g_string_append_printf (long_posting, "- Python %u년 이상 경험\n", i + 1);
  posting = matchum_ui_test_read_posting (long_posting->str);
  g_string_free (long_posting, TRUE);
  matchum_workspace_add_posting (fixture->workspace, posting);
  last = matchum_workspace_dup_requirement_key (fixture->workspace, 25);
  after = matchum_workspace_dup_requirement_key (fixture->workspace, 27);
  g_assert_cmpstr (last, ==, "z");
  g_assert_cmpstr (after, ==, "ab");
}

static void
test_choices_are_of_a_posting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumPosting) other = matchum_ui_test_read_posting (MATCHUM_UI_TEST_POSTING);
  MatchumWorkspacePosting *first, *second;
  guint block;

  open_both (fixture);
  block = find (fixture, "Kubernetes");
  first = matchum_workspace_get_current (fixture->workspace);
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);

  second = matchum_workspace_add_posting (fixture->workspace, other);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == second);
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, block));
  g_assert_false (matchum_workspace_undo (fixture->workspace));

  fixture->n_changed = 0;
  matchum_workspace_set_current (fixture->workspace, first);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));
  g_assert_true (matchum_workspace_undo (fixture->workspace));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_resume_is_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumResume) again = matchum_ui_test_read_resume (MATCHUM_UI_TEST_RESUME);
  guint block;

  open_both (fixture);
  block = find (fixture, "Kubernetes");
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  fixture->n_opened = fixture->n_changed = 0;

  /* Blocks of the same text keep their ids, and so stay hidden. */
  matchum_workspace_set_resume (fixture->workspace, again);
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MISSING);
  g_assert_true (matchum_match_get_resume (matchum_workspace_get_match (fixture->workspace)) == again);
}

static void
test_match_waits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumPosting) other = matchum_ui_test_read_posting (MATCHUM_UI_TEST_POSTING);
  g_autoptr (MatchumResume) again = matchum_ui_test_read_resume (MATCHUM_UI_TEST_RESUME);
  MatchumWorkspacePosting *first, *second;

  open_both (fixture);
  first = matchum_workspace_get_current (fixture->workspace);
  second = matchum_workspace_add_posting (fixture->workspace, other);
  g_assert_true (matchum_workspace_posting_needs_match (second));
  matchum_workspace_get_coverage (fixture->workspace);
  g_assert_false (matchum_workspace_posting_needs_match (second));

  matchum_workspace_set_resume (fixture->workspace, again);
  matchum_workspace_get_coverage (fixture->workspace);
  g_assert_true (matchum_workspace_posting_needs_match (first));
}

static void
test_remove_and_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumPosting) other = matchum_ui_test_read_posting (MATCHUM_UI_TEST_POSTING);
  g_autoptr (MatchumWorkspacePosting) first = NULL;
  MatchumWorkspacePosting *second;
  GListModel *postings;
  guint block;

  open_both (fixture);
  postings = matchum_workspace_get_postings (fixture->workspace);
  block = find (fixture, "Kubernetes");
  first = g_object_ref (matchum_workspace_get_current (fixture->workspace));
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  second = matchum_workspace_add_posting (fixture->workspace, other);
  matchum_workspace_set_current (fixture->workspace, first);

  matchum_workspace_remove_posting (fixture->workspace, first);
  g_assert_cmpuint (g_list_model_get_n_items (postings), ==, 1);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == second);

  matchum_workspace_insert_posting (fixture->workspace, first, 0);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == first);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));

  matchum_workspace_remove_posting (fixture->workspace, first);
  matchum_workspace_remove_posting (fixture->workspace, second);
  g_assert_null (matchum_workspace_get_current (fixture->workspace));
  g_assert_null (matchum_workspace_get_coverage (fixture->workspace));
  g_assert_nonnull (matchum_workspace_get_visibility (fixture->workspace));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *current;

  open_both (fixture);
  current = matchum_workspace_get_current (fixture->workspace);
  g_assert_cmpstr (matchum_workspace_posting_get_company (current), ==, "링크온");
  matchum_workspace_posting_set_names (current, "링크온 (주)", "");
  g_assert_cmpstr (matchum_workspace_posting_get_company (current), ==, "링크온 (주)");
  g_assert_cmpstr (matchum_workspace_posting_get_title (current), ==, "ML Engineer");
  matchum_workspace_posting_set_names (current, NULL, NULL);
  g_assert_cmpstr (matchum_workspace_posting_get_company (current), ==, "링크온");
}

#define ADD(name, function) g_test_add ("/ui/workspace/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  ADD ("empty", test_empty);
  ADD ("baseline", test_baseline);
  ADD ("hide", test_hide);
  ADD ("title-stays", test_title_stays);
  ADD ("show-under-hidden", test_show_under_hidden);
  ADD ("show-emptied", test_show_emptied);
  ADD ("show-keeps-choices-below", test_show_keeps_choices_below);
  ADD ("pin", test_pin);
  ADD ("selection", test_selection);
  ADD ("keys", test_keys);
  ADD ("choices-are-of-a-posting", test_choices_are_of_a_posting);
  ADD ("resume-is-replaced", test_resume_is_replaced);
  ADD ("match-waits", test_match_waits);
  ADD ("remove-and-restore", test_remove_and_restore);
  ADD ("names", test_names);
  return matchum_ui_test_run ();
}
