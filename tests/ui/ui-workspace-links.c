/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of two resumes that are linked: what marks one, what clears the mark, and that all of it is undone and is
 * there after a restart. Needs no display. */
#include "config.h"

#include "../core/store/store-fixture.h"
#include "matchum-ui-test.h"
#include "ui/matchum-block-links.h"

#define KOREAN                                                                                                                                \
  "# 강서윤\n\n## 경력\n\n### 물결마켓, ML 엔지니어, 2022.03 - 현재\n\n- PyTorch로 CTR 모델을 학습\n- 피드 클릭률 " \
  "8.4% 개선\n\n"                                                                                                                           \
  "### 한빛게임즈, 데이터 분석가, 2020.01 - 2022.02\n\n- LightGBM 이탈 예측\n"
#define ENGLISH                                                                                                        \
  "# Seoyoon Kang\n\n## Experience\n\n### Mulgyeol Market, ML Engineer, Mar 2022 - Present\n\n- Trained a CTR model "  \
  "in PyTorch\n"                                                                                                       \
  "- Feed clicks up by 8.4%\n\n### Hanbit Games, Data Analyst, Jan 2020 - Feb 2022\n\n- Churn model in LightGBM\n"

typedef struct {
  StoreFixture store;
  MatchumLibrary *library;
  MatchumWorkspace *workspace;
  MatchumWorkspaceBaseline *korean;
  MatchumWorkspaceBaseline *english;
  guint n_links_changed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
open_workspace (Fixture *self)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);

  self->library = store_fixture_open (self->store.path);
  self->workspace = matchum_workspace_new (self->library, lexicon, (MatchumDay){ 2026, 11, 1 });
  g_signal_connect_swapped (self->workspace, "links-changed", G_CALLBACK (count_cb), &self->n_links_changed);
}

static void
close_workspace (Fixture *self)
{
  matchum_ui_test_flush (self->workspace);
  g_assert_finalize_object (self->workspace);
  store_fixture_close (self->library);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  store_fixture_set_up (&self->store, NULL);
  open_workspace (self);
  matchum_ui_test_add_baseline (self->workspace, "국문", KOREAN);
  matchum_ui_test_add_baseline (self->workspace, "English", ENGLISH);
  self->korean = matchum_ui_test_get_baseline (self->workspace, 0);
  self->english = matchum_ui_test_get_baseline (self->workspace, 1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  close_workspace (self);
  store_fixture_tear_down (&self->store, NULL);
}

static MatchumWorkspaceLink *
create_pair (MatchumWorkspaceBaseline *baseline, guint block, MatchumWorkspaceBaseline *other, guint other_block)
{
  MatchumWorkspaceLink *pair = g_new0 (MatchumWorkspaceLink, 1);

  pair->baseline = g_strdup (matchum_workspace_baseline_get_id (baseline));
  pair->entry = g_strdup (matchum_resume_get_block (matchum_workspace_baseline_get_resume (baseline), block)->id);
  pair->other_baseline = g_strdup (matchum_workspace_baseline_get_id (other));
  pair->other_entry =
      g_strdup (matchum_resume_get_block (matchum_workspace_baseline_get_resume (other), other_block)->id);
  return pair;
}

/* Links what is suggested; returns how many. */
static guint
link_all (Fixture *self)
{
  g_autoptr (MatchumSameEntries) entries =
      matchum_same_entries_new (matchum_workspace_baseline_get_resume (self->korean),
                                matchum_workspace_baseline_get_resume (self->english),
                                matchum_workspace_get_lexicon (self->workspace));
  g_autoptr (GPtrArray) sure = matchum_workspace_suggest_links (self->workspace, entries, self->korean, self->english);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_workspace_link_free);

  for (guint i = 0; i < sure->len; i++)
    {
      const MatchumSameEntry *same = sure->pdata[i];

      g_ptr_array_add (pairs, create_pair (self->korean, same->entry, self->english, same->other_entry));
    }
  matchum_workspace_link_entries (self->workspace, pairs);
  matchum_ui_test_flush (self->workspace);
  return pairs->len;
}

static guint
count_links (Fixture *self, MatchumWorkspaceBaseline *baseline)
{
  g_autoptr (GPtrArray) links = matchum_workspace_list_links (self->workspace, baseline, NULL);

  return links->len;
}

static guint
count_marked (Fixture *self, MatchumWorkspaceBaseline *baseline)
{
  g_autoptr (GPtrArray) links = matchum_workspace_list_marked (self->workspace, baseline);

  return links->len;
}

static void
set_text (Fixture *self, MatchumWorkspaceBaseline *baseline, const char *text)
{
  matchum_workspace_set_text (self->workspace, baseline, text, NULL);
  matchum_ui_test_flush (self->workspace);
}

/* before in the text of baseline becomes after. */
static void
change (Fixture *self, MatchumWorkspaceBaseline *baseline, const char *before, const char *after)
{
  const char *text = matchum_workspace_baseline_get_record (baseline)->markdown;
  g_auto (GStrv) parts = g_strsplit (text, before, 2);
  g_autofree char *changed = g_strjoinv (after, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  set_text (self, baseline, changed);
}

static const MatchumWorkspaceLink *
get_marked (Fixture *self, MatchumWorkspaceBaseline *baseline)
{
  g_autoptr (GPtrArray) links = matchum_workspace_list_marked (self->workspace, baseline);

  g_assert_cmpuint (links->len, >, 0);
  return links->pdata[0];
}

static void
assert_mark (Fixture *self, MatchumWorkspaceBaseline *baseline, const char *expected)
{
  g_autofree char *mark = matchum_block_links_dup_mark (self->workspace, get_marked (self, baseline));

  g_assert_cmpstr (mark, ==, expected);
}

static void
test_link (Fixture *self, gconstpointer data)
{
  guint n_before = self->n_links_changed;

  g_assert_true (matchum_workspace_can_link_entries (self->workspace, self->korean));
  g_assert_cmpuint (link_all (self), ==, 2);
  g_assert_cmpuint (count_links (self, self->korean), ==, 2);
  g_assert_cmpuint (count_links (self, self->english), ==, 2);
  g_assert_cmpuint (count_marked (self, self->korean), ==, 0);
  g_assert_cmpuint (self->n_links_changed, >, n_before);
  /* What is linked is not suggested again. */
  g_assert_cmpuint (link_all (self), ==, 0);
  g_assert_cmpstr (matchum_library_get_undo_label (self->library), ==, "Link Entries");
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpuint (count_links (self, self->korean), ==, 0);
  g_assert_true (matchum_ui_test_redo (self->workspace));
  g_assert_cmpuint (count_links (self, self->english), ==, 2);
}

/* A change on one side marks the other, and editing what is marked does not clear it: saying so does. */
static void
test_change (Fixture *self, gconstpointer data)
{
  link_all (self);
  change (self, self->korean, "8.4%", "9.1%");
  g_assert_cmpuint (count_marked (self, self->korean), ==, 0);
  g_assert_cmpuint (count_marked (self, self->english), ==, 1);
  assert_mark (self, self->english, "국문 changed since: 1 line");

  change (self, self->english, "Feed clicks up by 8.4%", "Feed clicks up by 9.1%");
  g_assert_cmpuint (count_marked (self, self->english), ==, 1);
  g_assert_cmpuint (count_marked (self, self->korean), ==, 1);
  assert_mark (self, self->english, "This and 국문 both changed since");

  matchum_workspace_agree_link (self->workspace, get_marked (self, self->english));
  matchum_ui_test_flush (self->workspace);
  g_assert_cmpuint (count_marked (self, self->english), ==, 0);
  g_assert_cmpuint (count_marked (self, self->korean), ==, 0);
  g_assert_cmpuint (count_links (self, self->english), ==, 2);

  /* One step each way. */
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpuint (count_marked (self, self->english), ==, 1);
  g_assert_true (matchum_ui_test_redo (self->workspace));
  g_assert_cmpuint (count_marked (self, self->english), ==, 0);
  /* Before the words were changed on either side, they agreed as well. */
  for (guint i = 0; i < 3; i++)
    g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpuint (count_marked (self, self->english), ==, 0);
  g_assert_cmpuint (count_links (self, self->english), ==, 2);
}

/* Marks of Markdown, white space and what stands elsewhere are no change; another order is one. */
static void
test_same_words (Fixture *self, gconstpointer data)
{
  link_all (self);
  change (self, self->korean, "- PyTorch로", "*   **PyTorch**로");
  change (self, self->korean, "# 강서윤", "# 강서윤 (Seoyoon Kang)");
  g_assert_cmpuint (count_marked (self, self->english), ==, 0);
  change (self, self->english, "- Trained a CTR model in PyTorch\n- Feed clicks up by 8.4%\n",
          "- Feed clicks up by 8.4%\n- Trained a CTR model in PyTorch\n");
  g_assert_cmpuint (count_marked (self, self->korean), ==, 1);
  assert_mark (self, self->korean, "English changed since: its lines are in another order");
}

static void
test_broken (Fixture *self, gconstpointer data)
{
  link_all (self);
  change (self, self->korean, "### 한빛게임즈, 데이터 분석가, 2020.01 - 2022.02\n\n- LightGBM 이탈 예측\n", "");
  g_assert_cmpuint (count_marked (self, self->english), ==, 1);
  assert_mark (self, self->english, "The linked entry in 국문 is gone");
  g_assert_cmpuint (count_marked (self, self->korean), ==, 1);
  {
    g_autofree char *words = matchum_workspace_dup_link_words (self->workspace, get_marked (self, self->english));

    g_assert_cmpstr (words, ==, "한빛게임즈, 데이터 분석가, 2020.01 - 2022.02");
  }
  matchum_workspace_unlink_entries (self->workspace, get_marked (self, self->english));
  matchum_ui_test_flush (self->workspace);
  g_assert_cmpuint (count_links (self, self->english), ==, 1);
  g_assert_cmpuint (count_marked (self, self->korean), ==, 0);
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpuint (count_marked (self, self->english), ==, 1);
  /* The entry comes back with its id, and the link holds. */
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpuint (count_marked (self, self->english), ==, 0);
}

static void
test_restart (Fixture *self, gconstpointer data)
{
  link_all (self);
  change (self, self->korean, "8.4%", "9.1%");
  close_workspace (self);
  open_workspace (self);
  self->korean = matchum_ui_test_get_baseline (self->workspace, 0);
  self->english = matchum_ui_test_get_baseline (self->workspace, 1);
  g_assert_cmpuint (count_links (self, self->english), ==, 2);
  g_assert_cmpuint (count_marked (self, self->english), ==, 1);
  assert_mark (self, self->english, "국문 changed since: 1 line");
}

/* A resume that is deleted takes its links with it, and brings them back. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  link_all (self);
  matchum_workspace_remove_baseline (self->workspace, self->korean);
  matchum_ui_test_flush (self->workspace);
  g_assert_cmpuint (count_links (self, self->english), ==, 0);
  g_assert_false (matchum_workspace_can_link_entries (self->workspace, self->english));
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_cmpuint (count_links (self, self->english), ==, 2);
  g_assert_cmpuint (count_marked (self, self->english), ==, 0);
}

/* What is typed and not yet on the disk is what agrees. */
static void
test_pending (Fixture *self, gconstpointer data)
{
  const char *text = matchum_workspace_baseline_get_record (self->korean)->markdown;
  g_autofree char *more = g_strconcat (text, "- 하나 더\n", NULL);

  link_all (self);
  matchum_workspace_set_text (self->workspace, self->korean, more, NULL);
  matchum_library_flush (self->library);
  matchum_ui_test_flush (self->workspace);
  g_assert_cmpuint (count_marked (self, self->english), ==, 1);
  {
    g_autofree char *again = g_strconcat (more, "- 또 하나\n", NULL);
    g_autoptr (MatchumWorkspaceLink) link = matchum_workspace_link_copy (get_marked (self, self->english));

    matchum_workspace_set_text (self->workspace, self->korean, again, NULL);
    matchum_workspace_agree_link (self->workspace, link);
    matchum_ui_test_flush (self->workspace);
  }
  g_assert_cmpuint (count_marked (self, self->english), ==, 0);
}

static void
carriable_cb (guint *n, guint n_entries)
{
  *n = n_entries;
}

static guint
find_entry (MatchumWorkspace *workspace, const char *text)
{
  return matchum_ui_test_find_block (matchum_workspace_get_resume (workspace), text);
}

/* What is hidden and pinned of linked entries can be taken over where the posting is held against the other resume. */
static void
test_take_over (Fixture *self, gconstpointer data)
{
  MatchumWorkspacePosting *posting;
  guint n = 0;

  link_all (self);
  g_signal_connect_swapped (self->workspace, "carriable", G_CALLBACK (carriable_cb), &n);
  posting = matchum_ui_test_add_posting (self->workspace, MATCHUM_UI_TEST_POSTING);
  matchum_workspace_hold_with_links (self->workspace, posting, self->korean);
  g_assert_cmpuint (n, ==, 0);
  matchum_workspace_set_hidden (self->workspace, find_entry (self->workspace, "한빛게임즈"), TRUE);
  matchum_workspace_set_pinned (self->workspace, find_entry (self->workspace, "물결마켓"), TRUE);
  /* An item is no entry. */
  matchum_workspace_set_hidden (self->workspace, find_entry (self->workspace, "피드 클릭률"), TRUE);
  matchum_workspace_hold_with_links (self->workspace, posting, self->english);
  g_assert_cmpuint (n, ==, 2);
  /* A choice made meanwhile stays, and decides. */
  matchum_workspace_set_hidden (self->workspace, find_entry (self->workspace, "Feed clicks"), TRUE);
  matchum_workspace_set_pinned (self->workspace, find_entry (self->workspace, "Hanbit"), TRUE);
  g_assert_true (matchum_workspace_take_over_entries (self->workspace));
  g_assert_true (matchum_workspace_is_pinned (self->workspace, find_entry (self->workspace, "Mulgyeol")));
  g_assert_true (matchum_workspace_is_pinned (self->workspace, find_entry (self->workspace, "Hanbit")));
  g_assert_false (matchum_workspace_is_hidden (self->workspace, find_entry (self->workspace, "Hanbit")));
  g_assert_true (matchum_workspace_is_hidden (self->workspace, find_entry (self->workspace, "Feed clicks")));
  g_assert_false (matchum_workspace_take_over_entries (self->workspace));
  matchum_ui_test_flush (self->workspace);
  g_assert_cmpstr (matchum_library_get_undo_label (self->library), ==, "Take Over Choices of Linked Entries");
  g_assert_true (matchum_ui_test_undo (self->workspace));
  g_assert_false (matchum_workspace_is_pinned (self->workspace, find_entry (self->workspace, "Mulgyeol")));
  /* Where nothing would change nothing is offered. */
  g_assert_true (matchum_ui_test_redo (self->workspace));
  n = 0;
  matchum_workspace_hold_with_links (self->workspace, posting, self->korean);
  g_assert_cmpuint (n, ==, 0);
  matchum_workspace_hold_with_links (self->workspace, posting, self->english);
  g_assert_cmpuint (n, ==, 0);
}

#define ADD(name, func) g_test_add ("/ui/workspace-links/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("link", test_link);
  ADD ("change", test_change);
  ADD ("same-words", test_same_words);
  ADD ("broken", test_broken);
  ADD ("restart", test_restart);
  ADD ("delete", test_delete);
  ADD ("pending", test_pending);
  ADD ("take-over", test_take_over);
  return g_test_run ();
}
