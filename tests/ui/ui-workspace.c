/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open, hidden and selected, and who is told of it. Needs no display. */
#include "config.h"

#include <glib/gstdio.h>

#include "matchum-ui-test.h"
#include "ui/matchum-review-item.h"

typedef struct {
  MatchumWorkspace *workspace;
  guint n_opened;
  guint n_changed;
  guint n_rewritten;
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
count_rewritten_cb (Fixture *fixture)
{
  fixture->n_rewritten++;
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
  fixture->workspace = matchum_ui_test_create_workspace ();
  g_signal_connect_swapped (fixture->workspace, "opened", G_CALLBACK (count_opened_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (count_changed_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "rewritten", G_CALLBACK (count_rewritten_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "edited", G_CALLBACK (count_edited_cb), fixture);
}

static void
open_both (Fixture *fixture)
{
  matchum_ui_test_open_resume (fixture->workspace, MATCHUM_UI_TEST_RESUME);
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  fixture->n_rewritten = fixture->n_opened = fixture->n_changed = fixture->n_edited = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_flush (fixture->workspace);
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
  matchum_workspace_set_hidden (fixture->workspace, 0, TRUE);
  g_assert_false (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (fixture->n_opened + fixture->n_changed + fixture->n_edited, ==, 0);
}

static void
test_baseline (Fixture *fixture, gconstpointer data)
{
  MatchumResume *resume;
  MatchumVisibility *visibility;

  matchum_ui_test_open_resume (fixture->workspace, MATCHUM_UI_TEST_RESUME);
  g_assert_cmpuint (fixture->n_opened, ==, 1);

  resume = matchum_workspace_get_resume (fixture->workspace);
  visibility = matchum_workspace_get_visibility (fixture->workspace);
  g_assert_cmpuint (matchum_visibility_get_n_visible (visibility), ==, matchum_resume_get_n_blocks (resume));
  g_assert_null (matchum_workspace_get_coverage (fixture->workspace));
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  /* The same text is no edit. */
  matchum_ui_test_open_resume (fixture->workspace, MATCHUM_UI_TEST_RESUME);
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  g_assert_cmpuint (fixture->n_rewritten, ==, 0);
  matchum_workspace_remove_baseline (fixture->workspace, matchum_workspace_get_baseline (fixture->workspace));
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (fixture->n_opened, ==, 2);
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

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MET);
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
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
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
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
  MatchumResume *resume;

  open_both (fixture);
  matchum_ui_test_open_resume (fixture->workspace,
                               "# 강도현\n\n## 프로젝트\n\n### 사이드\n\n- 파이프라인\n- 대시보드\n\n### 공개\n\n- "
                               "라이브러리\n\n## 기술\n\n- BigQuery\n");
  resume = matchum_workspace_get_resume (fixture->workspace);
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

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
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
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
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
  g_autofree char *last = NULL, *after = NULL;

  open_both (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *key = matchum_workspace_dup_requirement_key (fixture->workspace, i);

      g_assert_cmpstr (key, ==, expected[i]);
    }

  for (guint i = 0; i < 28; i++)
    g_string_append_printf (long_posting, "- Python %u년 이상 경험\n", i + 1);
  matchum_ui_test_add_posting (fixture->workspace, long_posting->str);
  g_string_free (long_posting, TRUE);
  last = matchum_workspace_dup_requirement_key (fixture->workspace, 25);
  after = matchum_workspace_dup_requirement_key (fixture->workspace, 27);
  g_assert_cmpstr (last, ==, "z");
  g_assert_cmpstr (after, ==, "ab");
}

static void
test_choices_are_of_a_posting (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *first, *second;
  guint block;

  open_both (fixture);
  block = find (fixture, "Kubernetes");
  first = matchum_workspace_get_current (fixture->workspace);
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);

  second = matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == second);
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, block));

  fixture->n_changed = 0;
  matchum_workspace_set_current (fixture->workspace, first);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  matchum_workspace_set_current (fixture->workspace, second);

  /* Undo goes back over everything, and shows what it touched. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == first);
  g_assert_cmpuint (g_list_model_get_n_items (matchum_workspace_get_postings (fixture->workspace)), ==, 1);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, block));
}

static void
test_rewritten (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  guint block;

  open_both (fixture);
  block = find (fixture, "Kubernetes");
  id = g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), block)->id);
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  matchum_workspace_set_selected_block (fixture->workspace, block);
  fixture->n_opened = fixture->n_changed = 0;

  /* Other words and another place: the block is still itself, hidden and selected. */
  matchum_ui_test_open_resume (fixture->workspace,
                               "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"
                               "- 새로운 일\n- PyTorch로 CTR 모델을 학습\n- Kubernetes 클러스터를 홀로 운영\n\n"
                               "## 기술\n\n- BigQuery\n");
  g_assert_cmpuint (fixture->n_opened, ==, 0);
  g_assert_cmpuint (fixture->n_rewritten, ==, 1);
  block = find (fixture, "Kubernetes");
  g_assert_cmpstr (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), block)->id, ==, id);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, block);
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MISSING);

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (matchum_workspace_get_selected_block (fixture->workspace), ==, find (fixture, "Kubernetes"));
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "Kubernetes")));
}

/* One block at a time: the ids of all blocks stay, whatever the words. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  guint block, n_blocks;

  open_both (fixture);
  block = find (fixture, "zebrawiki");
  n_blocks = matchum_resume_get_n_blocks (matchum_workspace_get_resume (fixture->workspace));
  id = g_strdup (matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), block)->id);
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);

  matchum_workspace_set_words (fixture->workspace, id, "**Rust**로", "words");
  matchum_workspace_set_words (fixture->workspace, id, "**Rust**로 완전히 다른 일", "words");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (find (fixture, "Rust로 완전히 다른 일"), ==, block);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));

  /* What was typed in one go is undone in one go. */
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (find (fixture, "zebrawiki"), ==, block);

  matchum_workspace_insert_block (fixture->workspace, id, MATCHUM_BLOCK_ITEM, "새 항목");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (find (fixture, "새 항목"), ==, block + 1);
  matchum_workspace_remove_block (fixture->workspace, id);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (find (fixture, "새 항목"), ==, block);
  g_assert_cmpuint (matchum_resume_get_n_blocks (matchum_workspace_get_resume (fixture->workspace)), ==, n_blocks);
  g_assert_null (matchum_resume_lookup (matchum_workspace_get_resume (fixture->workspace), id));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "zebrawiki")));
}

static void
count_failed_cb (guint *n_failed)
{
  *n_failed += 1;
}

static MatchumWorkspacePosting *
get_posting (Fixture *fixture, guint position)
{
  g_autoptr (MatchumWorkspacePosting) posting =
      g_list_model_get_item (matchum_workspace_get_postings (fixture->workspace), position);

  return posting; /* the list holds it */
}

static void
remove_library (const char *path, const char *folder)
{
  g_autofree char *lock = g_strconcat (path, "-lock", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  g_unlink (path);
  g_unlink (lock);
  g_unlink (log);
  g_unlink (index);
  g_rmdir (folder);
}

static void
keep_review_cb (GListModel **kept, GListModel *items)
{
  g_set_object (kept, items);
}

/* A hidden item that is taken out of the text is told at once, told again for as long as its id is kept, and let go
 * only by the user. */
static void
test_review (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) told = NULL;
  g_autoptr (GListModel) lost = NULL;
  g_autoptr (GListModel) left = NULL;
  g_autoptr (GListModel) again = NULL;
  g_autoptr (MatchumReviewItem) item = NULL;

  open_both (fixture);
  g_signal_connect_swapped (fixture->workspace, "review", G_CALLBACK (keep_review_cb), &told);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), TRUE);
  matchum_ui_test_open_resume (fixture->workspace,
                               "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"
                               "- Kubernetes 클러스터를 운영\n\n## 기술\n\n- BigQuery\n");
  g_assert_nonnull (told);
  g_assert_cmpuint (g_list_model_get_n_items (told), ==, 1);
  item = g_list_model_get_item (told, 0);
  g_assert_cmpint (matchum_review_item_get_reason (item), ==, MATCHUM_REVIEW_GONE);
  g_assert_cmpstr (matchum_review_item_get_old_text (item), ==, "사내 위키를 정리한 zebrawiki 담당");
  g_assert_cmpstr (matchum_review_item_get_company (item), ==, "링크온");
  again = matchum_workspace_recheck_review (fixture->workspace, told);
  g_assert_cmpuint (g_list_model_get_n_items (again), ==, 1);

  lost = matchum_workspace_list_lost (fixture->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (lost), ==, 1);
  g_assert_cmpuint (matchum_workspace_count_lost (fixture->workspace), ==, 1);
  matchum_workspace_let_go (fixture->workspace, matchum_review_item_get_application_id (item),
                            matchum_review_item_get_block_id (item));
  matchum_ui_test_flush (fixture->workspace);
  left = matchum_workspace_list_lost (fixture->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
  g_assert_cmpuint (matchum_workspace_count_lost (fixture->workspace), ==, 0);

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "zebrawiki")));
}

static void
test_match_waits (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *first, *second;
  MatchumPostingFigure figure;

  open_both (fixture);
  first = matchum_workspace_get_current (fixture->workspace);
  second = matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  g_assert_true (matchum_workspace_posting_needs_match (second));
  g_assert_false (matchum_workspace_posting_get_figure (second, &figure));
  matchum_workspace_get_coverage (fixture->workspace);
  g_assert_false (matchum_workspace_posting_needs_match (second));
  g_assert_true (matchum_workspace_posting_get_figure (second, &figure));
  g_assert_cmpuint (figure.n_met, ==, 2);
  g_assert_cmpuint (figure.n_hard, ==, 2);

  matchum_ui_test_open_resume (fixture->workspace, "# 강도현\n\n## 기술\n\n- Rust\n");
  g_assert_true (matchum_workspace_posting_needs_match (first));
  g_assert_true (matchum_workspace_judge (fixture->workspace, first));
  g_assert_false (matchum_workspace_judge (fixture->workspace, first));
  g_assert_true (matchum_workspace_posting_get_figure (first, &figure));
  g_assert_cmpuint (figure.n_met, ==, 0);
}

static void
test_remove_and_undo (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *first, *second;
  GListModel *postings;
  guint block;

  open_both (fixture);
  postings = matchum_workspace_get_postings (fixture->workspace);
  block = find (fixture, "Kubernetes");
  first = matchum_workspace_get_current (fixture->workspace);
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  second = matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  matchum_workspace_set_current (fixture->workspace, first);

  matchum_workspace_remove_posting (fixture->workspace, first);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (postings), ==, 1);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == second);

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (g_list_model_get_n_items (postings), ==, 2);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) != second);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));

  matchum_workspace_remove_posting (fixture->workspace, matchum_workspace_get_current (fixture->workspace));
  matchum_workspace_remove_posting (fixture->workspace, second);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_null (matchum_workspace_get_current (fixture->workspace));
  g_assert_null (matchum_workspace_get_coverage (fixture->workspace));
  g_assert_nonnull (matchum_workspace_get_visibility (fixture->workspace));
}

static void
test_archive (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *first;

  open_both (fixture);
  first = matchum_workspace_get_current (fixture->workspace);
  matchum_workspace_archive_posting (fixture->workspace, first, TRUE);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_workspace_posting_is_archived (first));
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == first);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_false (matchum_workspace_posting_is_archived (first));
}

/* A copy has the choices of what it is a copy of, and its own from then on. */
static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *first, *second;
  guint block;

  open_both (fixture);
  block = find (fixture, "Kubernetes");
  first = matchum_workspace_get_current (fixture->workspace);
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  matchum_workspace_duplicate_posting (fixture->workspace, first);
  matchum_ui_test_flush (fixture->workspace);
  second = matchum_workspace_get_current (fixture->workspace);
  g_assert_true (second != first);
  g_assert_cmpstr (matchum_workspace_posting_get_title (second), ==, "ML Engineer (copy)");
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));
  matchum_workspace_set_hidden (fixture->workspace, block, FALSE);
  matchum_workspace_set_current (fixture->workspace, first);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, block));
}

/* Two baselines: a posting goes to the one in its language, and choices are of a posting and a baseline. */
static void
test_baselines (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspaceBaseline *korean, *english;
  MatchumWorkspacePosting *posting;

  open_both (fixture);
  posting = matchum_workspace_get_current (fixture->workspace);
  korean = matchum_workspace_get_baseline (fixture->workspace);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "Kubernetes"), TRUE);
  matchum_workspace_add_baseline (fixture->workspace, NULL, "# Kang\n\n## Skills\n\n- Kubernetes\n");
  matchum_ui_test_flush (fixture->workspace);
  english = matchum_workspace_get_baseline (fixture->workspace);
  g_assert_true (english != korean);
  g_assert_null (matchum_workspace_get_current (fixture->workspace));
  g_assert_cmpstr (matchum_workspace_baseline_get_name (korean), ==, "Korean Resume");
  g_assert_cmpstr (matchum_workspace_baseline_get_name (english), ==, "English Resume");

  matchum_workspace_set_current (fixture->workspace, posting);
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == korean);
  matchum_workspace_set_baseline (fixture->workspace, english);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == posting);
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "Kubernetes")));
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "Kubernetes"), TRUE);
  matchum_ui_test_flush (fixture->workspace);
  matchum_workspace_set_baseline (fixture->workspace, korean);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "Kubernetes")));

  matchum_ui_test_add_posting (fixture->workspace, "## Requirements\n\n- Kubernetes\n");
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == english);

  /* What goes with a baseline comes back with it. */
  matchum_workspace_remove_baseline (fixture->workspace, english);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == korean);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  matchum_workspace_set_current (fixture->workspace, posting);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "Kubernetes")));
}

/* What was open and selected is open and selected when the library is next shown. */
static void
test_state (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (MatchumLibrary) library = NULL;
  const char *const selections[] = { "block", "requirement" };

  open_both (fixture);
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  library = g_object_ref (matchum_workspace_get_library (fixture->workspace));
  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autoptr (MatchumWorkspace) again = NULL;
      g_autofree char *id =
          g_strdup (matchum_workspace_posting_get_id (matchum_workspace_get_current (fixture->workspace)));

      if (i == 0)
        matchum_workspace_set_selected_block (fixture->workspace, find (fixture, "PyTorch"));
      else
        matchum_workspace_set_selected_requirement (fixture->workspace, 3);
      matchum_workspace_save_state (fixture->workspace);
      matchum_ui_test_flush (fixture->workspace);
      again = matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 });
      g_assert_cmpstr (matchum_workspace_posting_get_id (matchum_workspace_get_current (again)), ==, id);
      if (i == 0)
        g_assert_cmpuint (matchum_workspace_get_selected_block (again), ==, find (fixture, "PyTorch"));
      else
        g_assert_cmpint (matchum_workspace_get_selected_requirement (again), ==, 3);
    }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *current;

  open_both (fixture);
  current = matchum_workspace_get_current (fixture->workspace);
  g_assert_cmpstr (matchum_workspace_posting_get_company (current), ==, "링크온");
  matchum_workspace_rename_posting (fixture->workspace, current, "링크온 (주)", "");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (matchum_workspace_posting_get_company (current), ==, "링크온 (주)");
  g_assert_cmpstr (matchum_workspace_posting_get_title (current), ==, "ML Engineer");
  matchum_workspace_rename_posting (fixture->workspace, current, NULL, NULL);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (matchum_workspace_posting_get_company (current), ==, "링크온");
}

/* What was added and not written, as by a program that was killed over it, is not there when the library is next shown.
 */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (MatchumWorkspace) again = NULL;
  MatchumResume *resume;
  guint n_blocks;

  open_both (fixture);
  resume = matchum_workspace_get_resume (fixture->workspace);
  n_blocks = matchum_resume_get_n_blocks (resume);
  matchum_workspace_insert_block (fixture->workspace, matchum_resume_get_block (resume, find (fixture, "PyTorch"))->id,
                                  MATCHUM_BLOCK_ITEM, "새 항목");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (matchum_resume_get_n_blocks (matchum_workspace_get_resume (fixture->workspace)), ==, n_blocks + 1);
  again =
      matchum_workspace_new (matchum_workspace_get_library (fixture->workspace), lexicon, (MatchumDay){ 2026, 11, 1 });
  g_assert_cmpuint (matchum_resume_get_n_blocks (matchum_workspace_get_resume (again)), ==, n_blocks);
}

/* What a library does not take is shown no longer. */
static void
test_failing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autofree char *folder = g_dir_make_tmp ("matchum-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (MatchumLibrary) library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error);
  g_autoptr (MatchumLibrary) reader = NULL;
  guint n_failed = 0, block;

  g_assert_no_error (error);
  g_clear_object (&fixture->workspace);
  fixture->workspace = matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 });
  open_both (fixture);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (g_steal_pointer (&fixture->workspace));
  matchum_library_close (library);

  reader = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_READ_ONLY, 0, &error);
  g_assert_no_error (error);
  fixture->workspace = matchum_workspace_new (reader, lexicon, (MatchumDay){ 2026, 11, 1 });
  g_signal_connect_swapped (fixture->workspace, "failed", G_CALLBACK (count_failed_cb), &n_failed);
  matchum_workspace_set_current (fixture->workspace, get_posting (fixture, 0));
  block = find (fixture, "Kubernetes");
  matchum_workspace_set_hidden (fixture->workspace, block, TRUE);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, block));
  g_assert_cmpint (matchum_ui_test_get_status (fixture->workspace, 1), ==, MATCHUM_STATUS_MET);
  matchum_library_close (reader);
  remove_library (path, folder);
}

/* What is undone is shown, though the posting is held against another baseline by now; and what was undone there is not
 * shown any more when one comes back to it. */
static void
test_undo_over_another (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting;
  MatchumWorkspaceBaseline *korean, *english;

  open_both (fixture);
  posting = matchum_workspace_get_current (fixture->workspace);
  korean = matchum_workspace_get_baseline (fixture->workspace);
  matchum_workspace_add_baseline (fixture->workspace, NULL, "# Kang\n\n## Skills\n\n- Kubernetes\n- Rust\n");
  matchum_ui_test_flush (fixture->workspace);
  english = matchum_workspace_get_baseline (fixture->workspace);
  matchum_workspace_show (fixture->workspace, english, posting);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "Rust"), TRUE);
  matchum_workspace_show (fixture->workspace, korean, posting);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), TRUE);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "PyTorch"), TRUE);
  matchum_workspace_show (fixture->workspace, english, posting);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "Rust")));

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == korean);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == posting);
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "PyTorch")));
  matchum_workspace_show (fixture->workspace, english, posting);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == korean);
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "zebrawiki")));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == english);
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "Rust")));

  /* A baseline that comes back is held against the posting again. */
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  matchum_workspace_remove_baseline (fixture->workspace, english);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_workspace_get_baseline (fixture->workspace) == korean);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == posting);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "Rust")));
}

/* What is chosen while an undo is still to be written does not bring back what is undone. */
static void
test_choose_while_undoing (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting;
  g_autoptr (GPtrArray) applications = NULL;

  open_both (fixture);
  posting = matchum_workspace_get_current (fixture->workspace);
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), TRUE);
  matchum_ui_test_flush (fixture->workspace);
  matchum_workspace_undo (fixture->workspace);
  matchum_workspace_set_pinned (fixture->workspace, find (fixture, "PyTorch"), TRUE);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_false (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "zebrawiki")));
  g_assert_true (matchum_workspace_is_pinned (fixture->workspace, find (fixture, "PyTorch")));

  /* An undone first choice leaves nothing that a second could be written beside. */
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "Kubernetes"), TRUE);
  matchum_ui_test_flush (fixture->workspace);
  applications =
      matchum_application_table_list (matchum_library_get_database (matchum_workspace_get_library (fixture->workspace)),
                                      matchum_workspace_posting_get_id (posting), NULL);
  g_assert_cmpuint (applications->len, ==, 1);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_false (matchum_workspace_is_pinned (fixture->workspace, find (fixture, "PyTorch")));
}

/* Edits that are asked for before the last is shown keep it; what is gone by the time it could be opened is not. */
static void
test_edits_in_a_row (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *first, *second;
  MatchumWorkspaceBaseline *baseline;

  open_both (fixture);
  first = matchum_workspace_get_current (fixture->workspace);
  baseline = matchum_workspace_get_baseline (fixture->workspace);
  matchum_workspace_rename_posting (fixture->workspace, first, "링크온 (주)", NULL);
  matchum_workspace_archive_posting (fixture->workspace, first, TRUE);
  matchum_workspace_archive_baseline (fixture->workspace, baseline, TRUE);
  matchum_workspace_rename_baseline (fixture->workspace, baseline, "이력서");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpstr (matchum_workspace_posting_get_company (first), ==, "링크온 (주)");
  g_assert_true (matchum_workspace_posting_is_archived (first));
  g_assert_cmpstr (matchum_workspace_baseline_get_name (baseline), ==, "이력서");
  g_assert_true (matchum_workspace_baseline_is_archived (baseline));

  second = matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  matchum_workspace_set_current (fixture->workspace, first);
  matchum_workspace_undo (fixture->workspace);
  matchum_workspace_set_current (fixture->workspace, second);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) == first);

  matchum_workspace_remove_posting (fixture->workspace, first);
  matchum_workspace_rename_posting (fixture->workspace, first, "링크온", NULL);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (matchum_workspace_get_postings (fixture->workspace)), ==, 0);
}

/* A block that goes and comes back before either is shown is another block: its old id is of no use. */
static void
test_ids_after_detour (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspaceBaseline *baseline;
  g_autofree char *id = NULL;

  open_both (fixture);
  baseline = matchum_workspace_get_baseline (fixture->workspace);
  id = g_strdup (
      matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), find (fixture, "zebrawiki"))->id);
  matchum_workspace_set_text (fixture->workspace, baseline, "# 강도현\n\n## 기술\n\n- BigQuery\n", NULL);
  matchum_workspace_set_text (fixture->workspace, baseline, MATCHUM_UI_TEST_RESUME, NULL);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_null (matchum_resume_lookup (matchum_workspace_get_resume (fixture->workspace), id));
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), TRUE);
  matchum_ui_test_flush (fixture->workspace);
  matchum_workspace_set_words (
      fixture->workspace,
      matchum_resume_get_block (matchum_workspace_get_resume (fixture->workspace), find (fixture, "BigQuery"))->id,
      "BigQuery, Airflow", NULL);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_workspace_is_hidden (fixture->workspace, find (fixture, "zebrawiki")));
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
  ADD ("rewritten", test_rewritten);
  ADD ("words", test_words);
  ADD ("review", test_review);
  ADD ("match-waits", test_match_waits);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("archive", test_archive);
  ADD ("duplicate", test_duplicate);
  ADD ("baselines", test_baselines);
  ADD ("state", test_state);
  ADD ("draft", test_draft);
  ADD ("failing", test_failing);
  ADD ("names", test_names);
  ADD ("undo-over-another", test_undo_over_another);
  ADD ("choose-while-undoing", test_choose_while_undoing);
  ADD ("edits-in-a-row", test_edits_in_a_row);
  ADD ("ids-after-detour", test_ids_after_detour);
  return matchum_ui_test_run ();
}
