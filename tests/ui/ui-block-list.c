/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of the resume say: checks, keys, marks and notes, before any widget is made. */
#include "config.h"

#include "matchum-ui-test.h"
#include "ui-pane-support.h"
#include "ui/matchum-block-list.h"

static MatchumBlockObject *
get_object (MatchumBlockList *list, guint block)
{
  g_autoptr (MatchumBlockObject) object = g_list_model_get_item (G_LIST_MODEL (list), block);

  return object; /* held by the list */
}

static const MatchumBlockState *
get_state (MatchumBlockList *list, guint block)
{
  return matchum_block_object_get_state (get_object (list, block));
}

static void
assert_key (const MatchumBlockState *state, guint place, const char *label, gboolean is_sole)
{
  const MatchumBlockKey *key;

  g_assert_cmpuint (state->keys->len, >, place);
  key = &g_array_index (state->keys, MatchumBlockKey, place);
  g_assert_cmpstr (key->label, ==, label);
  g_assert_cmpint (key->is_sole, ==, is_sole);
}

static void
test_items (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  MatchumBlockList *list = matchum_block_list_new (workspace);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_BLOCKS);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_assert_cmpuint (matchum_block_object_get_index (get_object (list, i)), ==, i);
  g_assert_finalize_object (list);
}

static void
test_checks (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  g_autoptr (MatchumBlockList) list = matchum_block_list_new (workspace);

  g_assert_cmpint (get_state (list, BLOCK_TITLE)->check, ==, MATCHUM_CHECK_NONE);
  g_assert_cmpint (get_state (list, BLOCK_CONTACT)->check, ==, MATCHUM_CHECK_NONE);
  g_assert_true (get_state (list, BLOCK_CONTACT)->can_edit);
  g_assert_false (get_state (list, BLOCK_TITLE)->can_edit);
  g_assert_cmpint (get_state (list, BLOCK_ACME)->check, ==, MATCHUM_CHECK_ON);

  matchum_workspace_set_hidden (workspace, BLOCK_NEWSLETTER, TRUE);
  g_assert_cmpint (get_state (list, BLOCK_NEWSLETTER)->check, ==, MATCHUM_CHECK_OFF);
  g_assert_cmpint (get_state (list, BLOCK_ACME)->check, ==, MATCHUM_CHECK_MIXED);
  g_assert_cmpint (get_state (list, BLOCK_EXPERIENCE)->check, ==, MATCHUM_CHECK_MIXED);
  g_assert_cmpint (get_state (list, BLOCK_OTHER)->check, ==, MATCHUM_CHECK_ON);
  g_assert_cmpuint (get_state (list, BLOCK_ACME)->n_items, ==, 3);
  g_assert_cmpuint (get_state (list, BLOCK_ACME)->n_shown, ==, 2);
  g_assert_cmpuint (get_state (list, BLOCK_EXPERIENCE)->n_items, ==, 4);

  matchum_workspace_set_hidden (workspace, BLOCK_ACME, TRUE);
  g_assert_cmpint (get_state (list, BLOCK_ACME)->check, ==, MATCHUM_CHECK_OFF);
  g_assert_cmpint (get_state (list, BLOCK_SERVICES)->check, ==, MATCHUM_CHECK_OFF);
  g_assert_false (get_state (list, BLOCK_SERVICES)->is_hidden);
}

static void
test_keys_and_marks (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  g_autoptr (MatchumBlockList) list = matchum_block_list_new (workspace);
  const MatchumBlockState *state = get_state (list, BLOCK_CLUSTER);
  const char *text = matchum_block_get_text (matchum_block_object_get_block (get_object (list, BLOCK_CLUSTER)));
  MatchumSpan span;
  g_autofree char *marked = NULL;

  g_assert_cmpuint (state->keys->len, ==, 1);
  assert_key (state, 0, "2", TRUE);
  g_assert_cmpuint (state->marks->len, ==, 1);
  span = g_array_index (state->marks, MatchumSpan, 0);
  marked = g_strndup (text + span.start, matchum_span_get_length (span));
  g_assert_cmpstr (marked, ==, "Kubernetes");
  g_assert_false (state->has_marker);

  assert_key (get_state (list, BLOCK_SERVICES), 0, "1", FALSE);
  assert_key (get_state (list, BLOCK_TOOLS), 0, "a", TRUE);
  g_assert_cmpuint (get_state (list, BLOCK_NEWSLETTER)->keys->len, ==, 0);

  /* Once the other item is hidden, this one is the only evidence. */
  matchum_workspace_set_hidden (workspace, BLOCK_MODELS, TRUE);
  assert_key (get_state (list, BLOCK_SERVICES), 0, "1", TRUE);
}

static void
test_requirement_selected (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  g_autoptr (MatchumBlockList) list = matchum_block_list_new (workspace);
  const MatchumBlockState *state;

  matchum_workspace_set_selected_requirement (workspace, REQUIREMENT_PYTHON);
  state = get_state (list, BLOCK_SERVICES);
  g_assert_cmpint (state->emphasis, ==, MATCHUM_EMPHASIS_LIT);
  g_assert_true (state->has_marker);
  g_assert_true (g_array_index (state->keys, MatchumBlockKey, 0).is_selected);
  g_assert_cmpint (get_state (list, BLOCK_MODELS)->emphasis, ==, MATCHUM_EMPHASIS_LIT);
  state = get_state (list, BLOCK_CLUSTER);
  g_assert_cmpint (state->emphasis, ==, MATCHUM_EMPHASIS_FADED);
  g_assert_cmpuint (state->marks->len, ==, 0);
  g_assert_cmpuint (state->keys->len, ==, 1);

  matchum_workspace_set_selected_requirement (workspace, -1);
  g_assert_cmpint (get_state (list, BLOCK_CLUSTER)->emphasis, ==, MATCHUM_EMPHASIS_PLAIN);

  /* Only the other side dims. */
  matchum_workspace_set_selected_block (workspace, BLOCK_SERVICES);
  g_assert_cmpint (get_state (list, BLOCK_CLUSTER)->emphasis, ==, MATCHUM_EMPHASIS_PLAIN);
  g_assert_true (get_state (list, BLOCK_SERVICES)->is_selected);
}

static void
test_notes (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  g_autoptr (MatchumBlockList) list = matchum_block_list_new (workspace);

  g_assert_cmpint (get_state (list, BLOCK_CLUSTER)->note, ==, MATCHUM_NOTE_NONE);
  matchum_workspace_set_selected_block (workspace, BLOCK_CLUSTER);
  g_assert_cmpint (get_state (list, BLOCK_CLUSTER)->note, ==, MATCHUM_NOTE_SOLE);
  g_assert_cmpstr (get_state (list, BLOCK_CLUSTER)->note_text, ==,
                   "The only evidence for requirement 2; hiding it makes it “Missing”");
  matchum_workspace_set_selected_requirement (workspace, REQUIREMENT_KUBERNETES);
  g_assert_cmpint (get_state (list, BLOCK_CLUSTER)->note, ==, MATCHUM_NOTE_SOLE);
  g_assert_cmpint (get_state (list, BLOCK_TOOLS)->note, ==, MATCHUM_NOTE_NONE);

  matchum_workspace_set_hidden (workspace, BLOCK_CLUSTER, TRUE);
  g_assert_cmpint (get_state (list, BLOCK_CLUSTER)->note, ==, MATCHUM_NOTE_HIDDEN);
  g_assert_cmpstr (get_state (list, BLOCK_CLUSTER)->note_text, ==, "Hidden · 2 Met → Missing");
  assert_key (get_state (list, BLOCK_CLUSTER), 0, "2", TRUE);
  /* It would show the requirement that is selected, so it is lit though it is hidden. */
  g_assert_cmpint (get_state (list, BLOCK_CLUSTER)->emphasis, ==, MATCHUM_EMPHASIS_LIT);

  matchum_workspace_set_hidden (workspace, BLOCK_MODELS, TRUE);
  g_assert_cmpstr (get_state (list, BLOCK_MODELS)->note_text, ==, "Hidden · 1 2 → 1 item");
  matchum_workspace_set_hidden (workspace, BLOCK_NEWSLETTER, TRUE);
  g_assert_cmpstr (get_state (list, BLOCK_NEWSLETTER)->note_text, ==, "Hidden · costs nothing");

  /* One that stands in a hidden one says nothing of costs. */
  matchum_workspace_set_hidden (workspace, BLOCK_OTHER, TRUE);
  g_assert_cmpstr (get_state (list, BLOCK_MODELS)->note_text, ==, "Hidden");

  matchum_workspace_set_pinned (workspace, BLOCK_NEWSLETTER, TRUE);
  g_assert_cmpint (get_state (list, BLOCK_NEWSLETTER)->note, ==, MATCHUM_NOTE_PINNED);
  g_assert_true (get_state (list, BLOCK_NEWSLETTER)->is_visible);
}

static void
test_evidence (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  g_autoptr (MatchumBlockList) list = matchum_block_list_new (workspace);

  g_assert_cmpuint (matchum_block_list_find_evidence (list, REQUIREMENT_KUBERNETES), ==, BLOCK_CLUSTER);
  g_assert_cmpuint (matchum_block_list_find_evidence (list, REQUIREMENT_KUBEFLOW), ==, MATCHUM_BLOCK_NONE);
  g_assert_cmpuint (matchum_block_list_find_evidence (list, 99), ==, MATCHUM_BLOCK_NONE);
  matchum_workspace_set_hidden (workspace, BLOCK_CLUSTER, TRUE);
  g_assert_cmpuint (matchum_block_list_find_evidence (list, REQUIREMENT_KUBERNETES), ==, BLOCK_CLUSTER);
}

/* Rows hear of changes only while they watch, and only of their own. */
static void
test_changes (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  g_autoptr (MatchumBlockList) list = matchum_block_list_new (workspace);
  guint n_items_changed = 0, n_changed[N_BLOCKS] = { 0 };

  count_signal (list, "items-changed", &n_items_changed);
  for (guint i = 0; i < N_BLOCKS; i++)
    {
      count_signal (get_object (list, i), "changed", &n_changed[i]);
      get_state (list, i);
      if (i != BLOCK_NEWSLETTER)
        matchum_block_object_watch (get_object (list, i), NULL);
    }

  matchum_workspace_set_hidden (workspace, BLOCK_NEWSLETTER, TRUE);
  g_assert_cmpuint (n_changed[BLOCK_NEWSLETTER], ==, 0);
  g_assert_cmpuint (n_changed[BLOCK_ACME], ==, 1);
  g_assert_cmpuint (n_changed[BLOCK_EXPERIENCE], ==, 1);
  g_assert_cmpuint (n_changed[BLOCK_SERVICES], ==, 0);
  g_assert_cmpuint (n_changed[BLOCK_SKILLS], ==, 0);
  g_assert_true (get_state (list, BLOCK_NEWSLETTER)->is_hidden);

  matchum_ui_test_undo (workspace);
  g_assert_cmpuint (n_changed[BLOCK_ACME], ==, 2);
  g_assert_cmpint (get_state (list, BLOCK_ACME)->check, ==, MATCHUM_CHECK_ON);
  g_assert_cmpuint (n_items_changed, ==, 0);
}

static void
test_opened (void)
{
  g_autoptr (MatchumWorkspace) workspace = create_workspace ();
  g_autoptr (MatchumBlockList) list = matchum_block_list_new (workspace);
  g_autoptr (MatchumBlockObject) old = g_object_ref (get_object (list, BLOCK_CLUSTER));
  guint n_items_changed = 0;

  count_signal (list, "items-changed", &n_items_changed);
  matchum_workspace_set_selected_requirement (workspace, REQUIREMENT_AIRFLOW);

  /* Another posting: the same rows say something else. */
  matchum_ui_test_add_posting (workspace, "## Requirements\n\n- Docker\n");
  g_assert_cmpuint (n_items_changed, ==, 0);
  g_assert_cmpuint (get_state (list, BLOCK_CLUSTER)->keys->len, ==, 0);
  assert_key (get_state (list, BLOCK_TOOLS), 0, "1", TRUE);

  /* Another text: other rows, while one of the old ones may still be somebody's. */
  matchum_block_object_get_state (old);
  matchum_ui_test_open_resume (workspace, "# Somebody\n\n## Work\n\n- Python\n");
  g_assert_cmpuint (n_items_changed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_nonnull (matchum_block_object_get_state (old));

  /* No posting: nothing to hide, nothing to show. */
  matchum_workspace_set_current (workspace, NULL);
  g_assert_cmpint (get_state (list, 2)->check, ==, MATCHUM_CHECK_NONE);
  g_assert_true (get_state (list, 2)->is_visible);
  g_assert_cmpuint (get_state (list, 2)->keys->len, ==, 0);
  matchum_workspace_remove_baseline (workspace, matchum_workspace_get_baseline (workspace));
  matchum_ui_test_flush (workspace);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

/* Years are shown by the job: an item that speaks of the same work could show them, too, and the verdict does without
 * it. */
static void
test_mild_cost (void)
{
  g_autoptr (MatchumWorkspace) workspace = matchum_ui_test_create_workspace ();
  g_autoptr (MatchumBlockList) list = NULL;
  guint block;

  matchum_ui_test_open_resume (workspace,
                               "# 강도현\n\n## 경력\n\n### 이음마켓, 머신러닝 엔지니어, 2018.01 - 2023.12\n\n"
                               "- 머신러닝 모델을 학습하고 배포\n- 사내 위키 운영\n- 머신러닝 모델 평가\n- 머신러닝 "
                               "모델 개선\n- 머신러닝 피처 설계\n");
  matchum_ui_test_add_posting (workspace, "## 자격요건\n\n- 머신러닝 모델을 서비스에 적용한 실무 경력 3년 이상\n");
  block = matchum_ui_test_find_block (matchum_workspace_get_resume (workspace), "배포");
  list = matchum_block_list_new (workspace);
  matchum_workspace_set_hidden (workspace, block, TRUE);
  g_assert_cmpuint (get_state (list, block)->keys->len, ==, 1);
  g_assert_cmpstr (get_state (list, block)->note_text, ==, "Hidden · fewer items, same verdict");
  matchum_workspace_set_hidden (workspace, block + 1, TRUE);
  g_assert_cmpstr (get_state (list, block + 1)->note_text, ==, "Hidden · costs nothing");
}

int
main (int argc, char **argv)
{
  pane_test_init (&argc, &argv);
  g_test_add_func ("/block-list/items", test_items);
  g_test_add_func ("/block-list/checks", test_checks);
  g_test_add_func ("/block-list/keys-and-marks", test_keys_and_marks);
  g_test_add_func ("/block-list/requirement-selected", test_requirement_selected);
  g_test_add_func ("/block-list/notes", test_notes);
  g_test_add_func ("/block-list/mild-cost", test_mild_cost);
  g_test_add_func ("/block-list/evidence", test_evidence);
  g_test_add_func ("/block-list/changes", test_changes);
  g_test_add_func ("/block-list/opened", test_opened);
  return g_test_run ();
}
