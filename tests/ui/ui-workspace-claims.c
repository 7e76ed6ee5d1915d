/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user says of requirements: judged at once, kept, undone in one step, and never twice. Needs no display. */
#include "config.h"

#include "matchum-ui-test.h"
#include "store/matchum-application-claims.h"

#define POSTING                                                                                                        \
  "---\ncompany: 링크온\ntitle: ML Engineer\n---\n\n## 자격요건\n\n"                                            \
  "- PyTorch, Rust, Scala 경험\n- Kubernetes 경험\n- 소통을 잘하시는 분\n\n## 우대사항\n\n- Rust 경험\n"

enum { LIST, KUBERNETES, SOFT, RUST };

typedef struct {
  MatchumWorkspace *workspace;
  guint n_changed;
  char *told;
} Fixture;

static void
count_changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
told_cb (Fixture *fixture, const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
watch (Fixture *fixture)
{
  g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (count_changed_cb), fixture);
  g_signal_connect_swapped (fixture->workspace, "told", G_CALLBACK (told_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = matchum_ui_test_create_workspace ();
  matchum_ui_test_open_resume (fixture->workspace, MATCHUM_UI_TEST_RESUME);
  matchum_ui_test_add_posting (fixture->workspace, POSTING);
  watch (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (fixture->workspace);
  g_free (fixture->told);
}

static guint
find (Fixture *fixture, const char *text)
{
  return matchum_ui_test_find_block (matchum_workspace_get_resume (fixture->workspace), text);
}

static gboolean
say (Fixture *fixture, MatchumClaimKind kind, guint requirement, const char *criterion, const char *block)
{
  guint index = block != NULL ? find (fixture, block) : MATCHUM_BLOCK_NONE;
  gboolean is_said = matchum_workspace_claim (fixture->workspace, kind, requirement, criterion, index);

  matchum_ui_test_flush (fixture->workspace);
  return is_said;
}

/* "partial Rust,Scala *": status, what is missing, * for what the user said. */
static void
assert_verdict (Fixture *fixture, guint requirement, const char *expected)
{
  const MatchumVerdict *verdict =
      matchum_coverage_get_verdict (matchum_workspace_get_coverage (fixture->workspace), requirement);
  const char *nick = matchum_status_get_nick (verdict->status);
  g_autoptr (GString) words = g_string_new (nick != NULL ? nick : "soft");

  for (guint i = 0; i < verdict->missing->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "," : " ", (const char *) verdict->missing->pdata[i]);
  if (verdict->is_by_hand)
    g_string_append (words, " *");
  g_assert_cmpstr (words->str, ==, expected);
}

static const char *
get_undo_label (Fixture *fixture)
{
  return matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace));
}

static void
test_say (Fixture *fixture, gconstpointer data)
{
  guint n_changed = fixture->n_changed;

  assert_verdict (fixture, LIST, "partial Rust,Scala");
  g_assert_false (matchum_workspace_has_claims (fixture->workspace, LIST));
  g_assert_true (say (fixture, MATCHUM_CLAIM_HAVE, LIST, "Rust", NULL));
  assert_verdict (fixture, LIST, "partial Scala *");
  g_assert_cmpuint (fixture->n_changed, ==, n_changed + 1);
  g_assert_cmpstr (get_undo_label (fixture), ==, "I Have This");
  g_assert_cmpstr (fixture->told, ==, "Requirement 1: you have it");
  g_assert_true (matchum_workspace_has_claims (fixture->workspace, LIST));
  /* Other lines that ask the same were not meant. */
  assert_verdict (fixture, RUST, "missing Rust");
  g_assert_true (say (fixture, MATCHUM_CLAIM_LACK, KUBERNETES, NULL, NULL));
  assert_verdict (fixture, KUBERNETES, "missing Kubernetes *");
  g_assert_cmpstr (get_undo_label (fixture), ==, "I Do Not Have This");
  g_assert_true (say (fixture, MATCHUM_CLAIM_LINK, RUST, NULL, "zebrawiki"));
  assert_verdict (fixture, RUST, "met *");
  g_assert_cmpstr (get_undo_label (fixture), ==, "Link Evidence");
  g_assert_cmpstr (fixture->told, ==, "Requirement a: item linked");
  for (guint i = 0; i < 3; i++)
    g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_verdict (fixture, LIST, "partial Rust,Scala");
  assert_verdict (fixture, KUBERNETES, "met");
  assert_verdict (fixture, RUST, "missing Rust");
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  assert_verdict (fixture, LIST, "partial Scala *");
}

/* What was said already, and what no resume can prove, is no edit. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_true (say (fixture, MATCHUM_CLAIM_NOT_THIS, KUBERNETES, NULL, "Kubernetes"));
  assert_verdict (fixture, KUBERNETES, "missing Kubernetes *");
  g_assert_false (say (fixture, MATCHUM_CLAIM_NOT_THIS, KUBERNETES, NULL, "Kubernetes"));
  g_assert_false (matchum_workspace_can_claim (fixture->workspace, SOFT));
  g_assert_false (say (fixture, MATCHUM_CLAIM_HAVE, SOFT, NULL, NULL));
  g_assert_false (say (fixture, MATCHUM_CLAIM_HAVE, 99, NULL, NULL));
  g_assert_false (matchum_workspace_claim (fixture->workspace, MATCHUM_CLAIM_LINK, RUST, NULL, 99));
  g_assert_false (matchum_workspace_unclaim (fixture->workspace, RUST));
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_verdict (fixture, KUBERNETES, "met");
  g_assert_cmpstr (get_undo_label (fixture), ==, "Add Posting");
}

/* What does not go together with what is said now is taken back by the same edit. */
static void
test_instead (Fixture *fixture, gconstpointer data)
{
  g_assert_true (say (fixture, MATCHUM_CLAIM_HAVE, LIST, "Rust", NULL));
  g_assert_true (say (fixture, MATCHUM_CLAIM_HAVE, LIST, "Scala", NULL));
  assert_verdict (fixture, LIST, "met *");
  g_assert_true (say (fixture, MATCHUM_CLAIM_LACK, LIST, "Rust", NULL));
  assert_verdict (fixture, LIST, "partial Rust *");
  g_assert_true (say (fixture, MATCHUM_CLAIM_LACK, LIST, NULL, NULL));
  assert_verdict (fixture, LIST, "missing PyTorch,Rust,Scala *");
  g_assert_true (say (fixture, MATCHUM_CLAIM_LINK, LIST, NULL, "zebrawiki"));
  assert_verdict (fixture, LIST, "met *");
  g_assert_true (say (fixture, MATCHUM_CLAIM_NOT_THIS, LIST, NULL, "zebrawiki"));
  assert_verdict (fixture, LIST, "partial Rust,Scala *");
  g_assert_true (say (fixture, MATCHUM_CLAIM_HAVE, LIST, NULL, NULL));
  assert_verdict (fixture, LIST, "met *");
  g_assert_true (matchum_workspace_unclaim (fixture->workspace, LIST));
  matchum_ui_test_flush (fixture->workspace);
  assert_verdict (fixture, LIST, "partial Rust,Scala");
  g_assert_cmpstr (get_undo_label (fixture), ==, "Judge It Again");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_verdict (fixture, LIST, "met *");
  for (guint i = 0; i < 3; i++)
    g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_verdict (fixture, LIST, "missing PyTorch,Rust,Scala *");
}

/* A link that is hidden is no evidence; and hiding is seen to cost. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  say (fixture, MATCHUM_CLAIM_LINK, RUST, NULL, "zebrawiki");
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), TRUE);
  matchum_ui_test_flush (fixture->workspace);
  assert_verdict (fixture, RUST, "missing Rust");
  matchum_workspace_set_hidden (fixture->workspace, find (fixture, "zebrawiki"), FALSE);
  matchum_ui_test_flush (fixture->workspace);
  assert_verdict (fixture, RUST, "met *");
}

/* Texts are edited, lines are put right and come back: what was said stays with its line and its item. */
static void
test_edited (Fixture *fixture, gconstpointer data)
{
  say (fixture, MATCHUM_CLAIM_LINK, RUST, NULL, "zebrawiki");
  say (fixture, MATCHUM_CLAIM_LACK, KUBERNETES, NULL, NULL);
  matchum_ui_test_open_resume (fixture->workspace,
                               "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"
                               "- PyTorch로 CTR 모델을 학습\n- 사내 위키를 정리한 zebrawiki를 혼자 담당\n"
                               "- Kubernetes 클러스터를 운영\n\n## 기술\n\n- BigQuery\n");
  assert_verdict (fixture, RUST, "met *");
  matchum_workspace_set_posting_text (fixture->workspace, matchum_workspace_get_current (fixture->workspace),
                                      "## 자격요건\n\n- PyTorch, Rust, Scala 경험\n- Kubernetes 운영 경험\n- 소통을 "
                                      "잘하시는 분\n\n## 우대사항\n\n- Rust 경험\n",
                                      NULL);
  matchum_ui_test_flush (fixture->workspace);
  assert_verdict (fixture, KUBERNETES, "missing Kubernetes *");
  assert_verdict (fixture, RUST, "met *");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_verdict (fixture, KUBERNETES, "missing Kubernetes *");
}

/* Of another resume nothing was said; a copy of the posting has all of it. */
static void
test_belongs (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *first = matchum_workspace_get_current (fixture->workspace);

  say (fixture, MATCHUM_CLAIM_HAVE, RUST, NULL, NULL);
  matchum_workspace_duplicate_posting (fixture->workspace, first);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_workspace_get_current (fixture->workspace) != first);
  assert_verdict (fixture, RUST, "met *");
  g_assert_true (matchum_workspace_unclaim (fixture->workspace, RUST));
  matchum_ui_test_flush (fixture->workspace);
  assert_verdict (fixture, RUST, "missing Rust");
  matchum_workspace_set_current (fixture->workspace, first);
  assert_verdict (fixture, RUST, "met *");
}

/* Told by the list of postings as well, whose figures are kept when the rest is let go. */
static void
test_figure (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspacePosting *posting = matchum_workspace_get_current (fixture->workspace);
  MatchumPostingFigure figure;

  say (fixture, MATCHUM_CLAIM_HAVE, LIST, NULL, NULL);
  g_assert_true (matchum_workspace_posting_get_figure (posting, &figure));
  g_assert_cmpuint (figure.n_met, ==, 2);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_true (matchum_workspace_posting_get_figure (posting, &figure));
  g_assert_cmpuint (figure.n_met, ==, 1);
}

static void
test_linking (Fixture *fixture, gconstpointer data)
{
  MatchumWorkspace *workspace = fixture->workspace;
  guint block = find (fixture, "zebrawiki");

  g_assert_cmpint (matchum_workspace_get_link_target (workspace), ==, -1);
  g_assert_cmpint (matchum_workspace_link_block (workspace, block), ==, -1);
  /* What was selected last is meant, as long as something is selected. */
  matchum_workspace_set_selected_requirement (workspace, RUST);
  matchum_workspace_set_selected_block (workspace, block);
  g_assert_cmpint (matchum_workspace_get_link_target (workspace), ==, RUST);
  matchum_workspace_set_selected_block (workspace, MATCHUM_BLOCK_NONE);
  g_assert_cmpint (matchum_workspace_get_link_target (workspace), ==, -1);
  /* What an item is looked for goes before it. */
  matchum_workspace_set_linking (workspace, SOFT);
  g_assert_cmpint (matchum_workspace_get_linking (workspace), ==, -1);
  matchum_workspace_set_linking (workspace, KUBERNETES);
  matchum_workspace_set_selected_requirement (workspace, RUST);
  g_assert_cmpint (matchum_workspace_link_block (workspace, block), ==, KUBERNETES);
  matchum_ui_test_flush (workspace);
  g_assert_cmpint (matchum_workspace_get_linking (workspace), ==, -1);
  g_assert_true (matchum_workspace_has_claims (workspace, KUBERNETES));
  /* Another posting ends it. */
  matchum_workspace_set_linking (workspace, RUST);
  matchum_workspace_set_current (workspace, NULL);
  g_assert_cmpint (matchum_workspace_get_linking (workspace), ==, -1);
  g_assert_cmpint (matchum_workspace_get_link_target (workspace), ==, -1);
}

static void
test_restart (void)
{
  g_autoptr (GFile) folder = matchum_ui_test_create_folder ();
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "library.db", NULL);
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MatchumLibrary) library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_CREATE, 0, NULL);
      Fixture fixture = { .workspace = matchum_workspace_new (library, lexicon, (MatchumDay){ 2026, 11, 1 }) };

      if (i == 0)
        {
          matchum_ui_test_open_resume (fixture.workspace, MATCHUM_UI_TEST_RESUME);
          matchum_ui_test_add_posting (fixture.workspace, POSTING);
          say (&fixture, MATCHUM_CLAIM_LINK, RUST, NULL, "zebrawiki");
        }
      else
        matchum_workspace_set_current (fixture.workspace,
                                       g_list_model_get_item (matchum_workspace_get_postings (fixture.workspace), 0));
      if (i == 1)
        g_object_unref (matchum_workspace_get_current (fixture.workspace));
      assert_verdict (&fixture, RUST, "met *");
      g_assert_cmpstr (get_undo_label (&fixture), ==, "Link Evidence");
      matchum_workspace_save_state (fixture.workspace);
      matchum_ui_test_flush (fixture.workspace);
      g_object_unref (fixture.workspace);
      matchum_library_close (library);
    }
  matchum_ui_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/ui/workspace-claims/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("say", test_say);
  ADD ("nothing", test_nothing);
  ADD ("instead", test_instead);
  ADD ("hidden", test_hidden);
  ADD ("edited", test_edited);
  ADD ("belongs", test_belongs);
  ADD ("figure", test_figure);
  ADD ("linking", test_linking);
  g_test_add_func ("/ui/workspace-claims/restart", test_restart);
  return g_test_run ();
}
