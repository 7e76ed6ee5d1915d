/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags and priorities of blocks in the workspace: kept, undone, and what they choose for postings. Needs no display. */
#include "config.h"

#include <string.h>

#include "matchum-ui-test.h"
#include "store/matchum-block-tag-table.h"

#define MARKETING                                                                                                      \
  "---\ncompany: 봄날\ntitle: 퍼포먼스 마케팅 담당자\n---\n\n## 자격요건\n\n- 광고 운영 경험\n- SQL 경험\n"

typedef struct {
  MatchumWorkspace *workspace;
  guint n_changed;
  guint n_adding;
  guint n_hidden;
  guint n_pinned;
} Fixture;

static void
adding_cb (Fixture *fixture, guint n_hidden, guint n_pinned)
{
  fixture->n_adding++;
  fixture->n_hidden = n_hidden;
  fixture->n_pinned = n_pinned;
}

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
  g_signal_connect_swapped (fixture->workspace, "tags-changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->workspace, "adding", G_CALLBACK (adding_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  matchum_ui_test_flush (fixture->workspace);
  g_assert_finalize_object (fixture->workspace);
}

static const char *
find_id (Fixture *fixture, const char *words)
{
  MatchumResume *resume = matchum_workspace_baseline_get_resume (matchum_workspace_get_baseline (fixture->workspace));

  return matchum_resume_get_block (resume, matchum_ui_test_find_block (resume, words))->id;
}

static void
set_tag (Fixture *fixture, const char *words, const char *word, gboolean is_always)
{
  g_assert_true (matchum_workspace_set_tag (fixture->workspace, find_id (fixture, words), word, is_always));
  matchum_ui_test_flush (fixture->workspace);
}

/* "+ML -마케팅": always and never. */
static char *
describe (Fixture *fixture, const char *words)
{
  g_autoptr (GPtrArray) tags = matchum_workspace_list_tags (fixture->workspace, find_id (fixture, words));
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    {
      const MatchumBlockTagRecord *tag = tags->pdata[i];

      g_string_append_printf (out, "%s%c%s", i > 0 ? " " : "", tag->is_always ? '+' : '-', tag->tag);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_tags (Fixture *fixture, const char *words, const char *expected)
{
  g_autofree char *said = describe (fixture, words);

  g_assert_cmpstr (said, ==, expected);
}

static gboolean
is_hidden (Fixture *fixture, const char *words)
{
  return matchum_application_is_hidden (matchum_workspace_get_application (fixture->workspace),
                                        find_id (fixture, words));
}

static gboolean
is_pinned (Fixture *fixture, const char *words)
{
  return matchum_application_is_pinned (matchum_workspace_get_application (fixture->workspace),
                                        find_id (fixture, words));
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) words = NULL;

  g_assert_false (matchum_workspace_has_tags (fixture->workspace));
  set_tag (fixture, "zebrawiki", " ML ", TRUE);
  assert_tags (fixture, "zebrawiki", "+ML");
  assert_tags (fixture, "Kubernetes", "");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (matchum_workspace_has_tags (fixture->workspace));
  /* The same again is nothing, another kind takes its place, in whatever letters. */
  g_assert_false (matchum_workspace_set_tag (fixture->workspace, find_id (fixture, "zebrawiki"), "ml", TRUE));
  set_tag (fixture, "zebrawiki", "ml", FALSE);
  assert_tags (fixture, "zebrawiki", "-ml");
  g_assert_false (matchum_workspace_set_tag (fixture->workspace, find_id (fixture, "zebrawiki"), "  ", TRUE));
  set_tag (fixture, "Kubernetes", "검색", TRUE);
  set_tag (fixture, "PyTorch", "ML", TRUE);
  words = matchum_workspace_list_tag_words (fixture->workspace);
  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpint (g_ascii_strcasecmp (words->pdata[0], "ml"), ==, 0);
  g_assert_cmpstr (words->pdata[1], ==, "검색");
  matchum_workspace_remove_tag (fixture->workspace, find_id (fixture, "zebrawiki"), "ml");
  matchum_ui_test_flush (fixture->workspace);
  assert_tags (fixture, "zebrawiki", "");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  set_tag (fixture, "zebrawiki", "ML", TRUE);
  g_assert_cmpstr (matchum_library_get_undo_label (matchum_workspace_get_library (fixture->workspace)), ==, "Tag Item");
  set_tag (fixture, "zebrawiki", "ml", FALSE);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_tags (fixture, "zebrawiki", "+ML");
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  assert_tags (fixture, "zebrawiki", "");
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  assert_tags (fixture, "zebrawiki", "+ML");
}

static void
test_priority (Fixture *fixture, gconstpointer data)
{
  const char *block = find_id (fixture, "zebrawiki");

  g_assert_cmpuint (matchum_workspace_get_priority (fixture->workspace, block), ==, 0);
  matchum_workspace_set_priority (fixture->workspace, block, 2);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (matchum_workspace_get_priority (fixture->workspace, block), ==, 2);
  g_assert_cmpuint (matchum_workspace_get_priority (fixture->workspace, find_id (fixture, "Kubernetes")), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  matchum_workspace_set_priority (fixture->workspace, block, 0);
  matchum_ui_test_flush (fixture->workspace);
  g_assert_cmpuint (matchum_workspace_get_priority (fixture->workspace, block), ==, 0);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (matchum_workspace_get_priority (fixture->workspace, block), ==, 2);
}

/* What is added comes with what the tags choose, in the same edit. */
static void
test_seed (Fixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = matchum_workspace_get_library (fixture->workspace);

  set_tag (fixture, "zebrawiki", "머신러닝", FALSE);
  set_tag (fixture, "BigQuery", "ML", TRUE);
  set_tag (fixture, "PyTorch", "마케팅", FALSE);
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  g_assert_cmpuint (fixture->n_adding, ==, 1);
  g_assert_cmpuint (fixture->n_hidden, ==, 1);
  g_assert_cmpuint (fixture->n_pinned, ==, 1);
  g_assert_true (is_hidden (fixture, "zebrawiki"));
  g_assert_true (is_pinned (fixture, "BigQuery"));
  g_assert_false (is_hidden (fixture, "PyTorch"));
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Add Posting");

  matchum_ui_test_add_posting (fixture->workspace, MARKETING);
  g_assert_true (is_hidden (fixture, "PyTorch"));
  g_assert_false (is_hidden (fixture, "zebrawiki"));
  g_assert_cmpuint (fixture->n_pinned, ==, 0);

  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_cmpuint (g_list_model_get_n_items (matchum_workspace_get_postings (fixture->workspace)), ==, 1);
  g_assert_true (matchum_ui_test_redo (fixture->workspace));
  g_assert_cmpuint (g_list_model_get_n_items (matchum_workspace_get_postings (fixture->workspace)), ==, 2);
  g_assert_true (is_hidden (fixture, "PyTorch"));
}

/* Where no tag fits, nothing is chosen: the posting has no application. */
static void
test_seed_nothing (Fixture *fixture, gconstpointer data)
{
  set_tag (fixture, "zebrawiki", "간호", FALSE);
  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  g_assert_cmpuint (fixture->n_adding, ==, 1);
  g_assert_cmpuint (fixture->n_hidden + fixture->n_pinned, ==, 0);
  g_assert_null (matchum_workspace_posting_get_choices (matchum_workspace_get_current (fixture->workspace)));
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  guint n_hidden, n_pinned;

  matchum_ui_test_add_posting (fixture->workspace, MATCHUM_UI_TEST_POSTING);
  g_assert_false (matchum_workspace_apply_tags (fixture->workspace, &n_hidden, &n_pinned));
  set_tag (fixture, "zebrawiki", "ML", FALSE);
  set_tag (fixture, "BigQuery", "ML", TRUE);
  g_assert_false (is_hidden (fixture, "zebrawiki"));
  g_assert_true (matchum_workspace_apply_tags (fixture->workspace, &n_hidden, &n_pinned));
  g_assert_cmpuint (n_hidden, ==, 1);
  g_assert_cmpuint (n_pinned, ==, 1);
  g_assert_true (is_hidden (fixture, "zebrawiki"));
  g_assert_true (is_pinned (fixture, "BigQuery"));
  g_assert_false (matchum_workspace_apply_tags (fixture->workspace, &n_hidden, &n_pinned));
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_ui_test_undo (fixture->workspace));
  g_assert_false (is_hidden (fixture, "zebrawiki"));
  g_assert_false (is_pinned (fixture, "BigQuery"));
}

/* The title that the user gave counts, and the team that was picked. */
static void
test_title_and_team (Fixture *fixture, gconstpointer data)
{
  static const char teams[] = "---\ncompany: 링크온\ntitle: 엔지니어\n---\n\n## 자격요건\n\n### 추천팀\n- Rust 경험\n\n"
                              "### 검색팀\n- Kubernetes 경험\n";
  guint n_hidden, n_pinned;

  set_tag (fixture, "zebrawiki", "검색", FALSE);
  set_tag (fixture, "PyTorch", "플랫폼", FALSE);
  matchum_ui_test_add_posting (fixture->workspace, teams);
  matchum_workspace_set_team (fixture->workspace, "검색팀");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_workspace_apply_tags (fixture->workspace, &n_hidden, &n_pinned));
  g_assert_cmpuint (n_hidden, ==, 1);
  g_assert_true (is_hidden (fixture, "zebrawiki"));
  matchum_workspace_rename_posting (fixture->workspace, matchum_workspace_get_current (fixture->workspace), NULL,
                                    "플랫폼 엔지니어");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_true (matchum_workspace_apply_tags (fixture->workspace, &n_hidden, &n_pinned));
  g_assert_true (is_hidden (fixture, "PyTorch"));
}

/* They are the baseline's: another one has none, and they are there after a restart, and when a text was edited. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_builtin (NULL);
  g_autoptr (MatchumWorkspace) again = NULL;
  g_autofree char *id = g_strdup (find_id (fixture, "zebrawiki"));
  g_autoptr (GPtrArray) tags = NULL;

  set_tag (fixture, "zebrawiki", "ML", TRUE);
  matchum_workspace_set_words (fixture->workspace, id, "사내 위키를 정리한 zebrawiki 책임", NULL);
  matchum_ui_test_flush (fixture->workspace);
  assert_tags (fixture, "zebrawiki", "+ML");
  again = matchum_workspace_new (matchum_workspace_get_library (fixture->workspace), lexicon,
                                 matchum_workspace_get_as_of (fixture->workspace));
  tags = matchum_workspace_list_tags (again, id);
  g_assert_cmpuint (tags->len, ==, 1);
  matchum_workspace_add_baseline (fixture->workspace, "English", "# Kang\n\n## Experience\n\n- Ran zebrawiki\n");
  matchum_ui_test_flush (fixture->workspace);
  g_assert_false (matchum_workspace_has_tags (fixture->workspace));
}

#define TEST(name, func) g_test_add ("/workspace-tags/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  matchum_ui_test_init (&argc, &argv);
  TEST ("set", test_set);
  TEST ("undo", test_undo);
  TEST ("priority", test_priority);
  TEST ("seed", test_seed);
  TEST ("seed-nothing", test_seed_nothing);
  TEST ("apply", test_apply);
  TEST ("title-and-team", test_title_and_team);
  TEST ("kept", test_kept);
  return matchum_ui_test_run ();
}
