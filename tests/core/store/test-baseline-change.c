/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of the text of a baseline in a library: blocks keep their ids, choices hold, and undo brings all of it back.
 */
#include "config.h"

#include "../../support/resume-editor.h"
#include "../../support/resume-fixture.h"
#include "resume/matchum-block-order.h"
#include "store-fixture.h"
#include "store/matchum-baseline-change.h"

#define TEXT                                                                                                                  \
  "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n- Kubernetes 클러스터를 운영\n" \
  "- PyTorch로 CTR 모델을 학습\n- 사내 위키를 정리\n\n## 기술\n\n- BigQuery\n"

static MatchumLibrary *
open_library (const char *markdown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumBaselineChange) change = matchum_baseline_change_new_text ("b", markdown);
  MatchumLibrary *library = matchum_library_new_in_memory (&error);

  g_assert_no_error (error);
  store_fixture_put_baseline (library, "b", markdown);
  store_fixture_put_posting (library, "p", "## 자격요건\n- Python\n");
  store_fixture_put_application (library, "a", "b", "p");
  store_fixture_edit (library, "Read", matchum_baseline_change_carry_out, change);
  return library;
}

static MatchumResume *
read_resume (MatchumLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumBaselineRecord) record =
      matchum_baseline_table_find (matchum_library_get_database (library), "b", &error);
  MatchumResume *resume = matchum_baseline_read_resume (matchum_library_get_database (library), record, &error);

  g_assert_no_error (error);
  return resume;
}

static char *
dup_id (MatchumLibrary *library, const char *text)
{
  g_autoptr (MatchumResume) resume = read_resume (library);

  return g_strdup (fixture_find (resume, text)->id);
}

static void
carry_out (MatchumLibrary *library, MatchumBaselineChange *taken)
{
  g_autoptr (MatchumBaselineChange) change = taken;

  store_fixture_edit (library, "Change", matchum_baseline_change_carry_out, change);
  g_assert_nonnull (matchum_baseline_change_get_report (change));
  g_assert_nonnull (matchum_baseline_change_get_resume (change));
}

static void
hide (MatchumLibrary *library, const char *block)
{
  g_autoptr (MatchumApplicationRecord) record =
      matchum_application_table_find (matchum_library_get_database (library), "a", NULL);

  g_ptr_array_add (record->hidden, g_strdup (block));
  store_fixture_edit (library, "Hide", matchum_application_table_put, record);
}

/* Every block stays itself, whatever becomes of the words of one. */
static void
test_words (void)
{
  MatchumLibrary *library = open_library (TEXT);
  g_autoptr (MatchumResume) before = read_resume (library);
  g_autoptr (MatchumResume) after = NULL;
  g_autoptr (MatchumResume) undone = NULL;
  const MatchumBlock *block = fixture_find (before, "사내 위키를 정리");

  carry_out (library, matchum_baseline_change_new_words ("b", block->id, "전혀 **다른** 일\n두 줄"));
  after = read_resume (library);
  g_assert_cmpuint (matchum_resume_get_n_blocks (after), ==, matchum_resume_get_n_blocks (before));
  for (guint i = 0; i < matchum_resume_get_n_blocks (before); i++)
    g_assert_cmpstr (matchum_resume_get_block (after, i)->id, ==, matchum_resume_get_block (before, i)->id);
  g_assert_cmpstr (matchum_block_get_text (matchum_resume_get_block (after, block->index)), ==, "전혀 다른 일 두 줄");

  store_fixture_undo (library);
  undone = read_resume (library);
  g_assert_cmpstr (matchum_source_get_text (matchum_resume_get_source (undone)), ==, TEXT);
  store_fixture_close (library);
}

/* Words that another block says do not make a block another, even where both swap them. */
static void
test_same_words (void)
{
  MatchumLibrary *library = open_library (TEXT);
  g_autoptr (MatchumResume) before = read_resume (library);
  const guint n_blocks = matchum_resume_get_n_blocks (before);

  for (guint i = 0; i < n_blocks; i++)
    for (guint j = 0; j < n_blocks; j++)
      {
        const MatchumBlock *block = matchum_resume_get_block (before, i);
        const MatchumBlock *other = matchum_resume_get_block (before, j);
        g_autoptr (MatchumResume) after = NULL;

        if (i == j || block->kind != other->kind || block->kind == MATCHUM_BLOCK_TITLE)
          continue;
        carry_out (library, matchum_baseline_change_new_words ("b", block->id, matchum_block_get_text (other)));
        carry_out (library, matchum_baseline_change_new_words ("b", other->id, matchum_block_get_text (block)));
        after = read_resume (library);
        for (guint k = 0; k < n_blocks; k++)
          g_assert_cmpstr (matchum_resume_get_block (after, k)->id, ==, matchum_resume_get_block (before, k)->id);
        store_fixture_undo (library);
        store_fixture_undo (library);
      }
  store_fixture_close (library);
}

static char *
dup_ids (MatchumResume *resume)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_string_append_printf (ids, "%s ", matchum_resume_get_block (resume, i)->id);
  return g_string_free (ids, FALSE);
}

/* The ids with the words of blocks as a resume has them, by id. */
static void
assert_same_blocks (MatchumResume *before, MatchumResume *after)
{
  g_assert_cmpuint (matchum_resume_get_n_blocks (after), ==, matchum_resume_get_n_blocks (before));
  for (guint i = 0; i < matchum_resume_get_n_blocks (before); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (before, i);
      const MatchumBlock *found = matchum_resume_lookup (after, block->id);

      g_assert_nonnull (found);
      g_assert_cmpint (found->kind, ==, block->kind);
      g_assert_cmpstr (matchum_block_get_text (found), ==, matchum_block_get_text (block));
    }
}

/* A block that moves is itself, though others say the same. */
static void
test_move (void)
{
  static const char text[] =
      "# 강도현\n\n## 경력\n\n### 이음마켓, 2022.01 - 2023.12\n\n- 같은 말\n- 같은 말\n- 다른 말\n- 같은 말\n"
      "\n### 이음마켓, 2022.01 - 2023.12\n\n- 같은 말\n\n## 기술\n\n- BigQuery\n";
  MatchumLibrary *library = open_library (text);
  g_autoptr (MatchumResume) before = read_resume (library);
  g_autofree char *ids_before = dup_ids (before);
  guint n_moves = 0;

  for (guint i = 0; i < matchum_resume_get_n_blocks (before); i++)
    for (gint delta = -3; delta <= 3; delta++)
      {
        const MatchumBlock *block = matchum_resume_get_block (before, i);
        g_autoptr (MatchumResume) after = NULL;
        g_autoptr (MatchumResume) undone = NULL;
        g_autofree char *ids = NULL;
        g_autofree char *ids_undone = NULL;
        guint place, place_after, n_places;

        if (!matchum_block_order_can_move (before, NULL, block->id, delta))
          continue;
        g_assert_true (matchum_block_order_find_place (before, NULL, block->id, &place, &n_places));
        carry_out (library, matchum_baseline_change_new_move ("b", block->id, delta));
        after = read_resume (library);
        assert_same_blocks (before, after);
        g_assert_true (matchum_block_order_find_place (after, NULL, block->id, &place_after, &n_places));
        g_assert_cmpint ((gint) place_after, ==, (gint) place + delta);
        ids = dup_ids (after);
        g_assert_cmpstr (ids, !=, ids_before);
        n_moves++;

        store_fixture_undo (library);
        undone = read_resume (library);
        ids_undone = dup_ids (undone);
        g_assert_cmpstr (ids_undone, ==, ids_before);
        g_assert_cmpstr (matchum_source_get_text (matchum_resume_get_source (undone)), ==, text);
      }
  g_assert_cmpuint (n_moves, ==, 2 + 2 + 12);
  store_fixture_close (library);
}

/* What is gone and named is kept for when it comes back, after a move as well. */
static void
test_move_past_gone (void)
{
  MatchumLibrary *library = open_library (TEXT);
  g_autofree char *hidden = dup_id (library, "사내 위키를 정리");
  g_autofree char *moved = dup_id (library, "PyTorch로 CTR 모델을 학습");
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;

  hide (library, hidden);
  carry_out (library, matchum_baseline_change_new_removal ("b", hidden));
  carry_out (library, matchum_baseline_change_new_move ("b", moved, -1));
  carry_out (library, matchum_baseline_change_new_text ("b", TEXT));
  back = dup_id (library, "사내 위키를 정리");
  after = dup_id (library, "PyTorch로 CTR 모델을 학습");
  g_assert_cmpstr (back, ==, hidden);
  g_assert_cmpstr (after, ==, moved);
  store_fixture_close (library);
}

/* An id that something names is kept for when the words come back, and no other is. */
static void
test_gone_and_back (void)
{
  MatchumLibrary *library = open_library (TEXT);
  g_autofree char *hidden = dup_id (library, "사내 위키를 정리");
  g_autofree char *other = dup_id (library, "BigQuery");
  g_autofree char *back = NULL;
  g_autofree char *other_back = NULL;

  hide (library, hidden);
  carry_out (library,
             matchum_baseline_change_new_text ("b", "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - "
                                                    "2023.12\n\n- Kubernetes 클러스터를 운영\n"));
  g_assert_cmpint (store_fixture_count (library, "SELECT count(*) FROM blocks WHERE is_gone"), ==, 1);
  carry_out (library, matchum_baseline_change_new_text ("b", TEXT));
  back = dup_id (library, "사내 위키를 정리");
  other_back = dup_id (library, "BigQuery");
  g_assert_cmpstr (back, ==, hidden);
  g_assert_cmpstr (other_back, !=, other);
  g_assert_cmpint (store_fixture_count (library, "SELECT count(*) FROM blocks WHERE is_gone"), ==, 0);
  store_fixture_close (library);
}

static gboolean
mark_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  char **ids = data;
  const MatchumBlockTagRecord tag = { (char *) "b", ids[0], (char *) "ML", TRUE };
  const MatchumBlockPriorityRecord priority = { (char *) "b", ids[1], 2 };
  const MatchumEntryLinkRecord link = { (char *) "c", (char *) "1", (char *) "b", ids[2], NULL, NULL };

  return matchum_block_tag_table_put (database, &tag, error)
         && matchum_block_priority_table_put (database, &priority, error)
         && matchum_entry_link_table_put (database, &link, error)
         && matchum_application_table_set_wording (database, "a", ids[3], "own", "old", error);
}

/* So it is for a tag, a priority, a link and wording of an application's own. */
static void
test_marked (void)
{
  static const char *const texts[] = { "사내 위키를 정리", "BigQuery", "이음마켓, ML 엔지니어, 2020.01 - 2023.12",
                                       "PyTorch로 CTR 모델을 학습", "Kubernetes 클러스터를 운영" };
  MatchumLibrary *library = open_library (TEXT);
  char *ids[G_N_ELEMENTS (texts)];

  store_fixture_put_baseline (library, "c", "# Kang\n");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ids[i] = dup_id (library, texts[i]);
  store_fixture_edit (library, "Mark", mark_cb, ids);
  carry_out (library, matchum_baseline_change_new_text ("b", "# 강도현\n\n## 경력\n"));
  g_assert_cmpint (store_fixture_count (library, "SELECT count(*) FROM blocks WHERE is_gone"), ==, 4);
  carry_out (library, matchum_baseline_change_new_text ("b", TEXT));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *back = dup_id (library, texts[i]);

      g_assert_cmpint (g_str_equal (back, ids[i]), ==, i < 4);
      g_free (ids[i]);
    }
  store_fixture_close (library);
}

static void
test_insert_and_remove (void)
{
  MatchumLibrary *library = open_library (TEXT);
  g_autofree char *id = dup_id (library, "사내 위키를 정리");
  g_autofree char *added = NULL;
  g_autofree char *start = store_fixture_dump_library (library);
  g_autofree char *end = NULL;
  g_autoptr (MatchumResume) removed = NULL;
  g_autoptr (MatchumResume) emptied = NULL;

  carry_out (library, matchum_baseline_change_new_block ("b", id, MATCHUM_BLOCK_ITEM, "새 일"));
  added = dup_id (library, "새 일");
  carry_out (library, matchum_baseline_change_new_removal ("b", id));
  removed = read_resume (library);
  g_assert_null (matchum_resume_lookup (removed, id));
  carry_out (library, matchum_baseline_change_new_words ("b", added, " \n"));
  emptied = read_resume (library);
  g_assert_null (matchum_resume_lookup (emptied, added));

  for (guint i = 0; i < 3; i++)
    store_fixture_undo (library);
  end = store_fixture_dump_library (library);
  g_assert_cmpstr (end, ==, start);
  store_fixture_close (library);
}

/* What was added and never written is taken out when the library is next used; what was written stays. */
static void
test_draft (void)
{
  MatchumLibrary *library = open_library (TEXT);
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autofree char *id = dup_id (library, "사내 위키를 정리");
  g_autofree char *first = NULL;
  g_autoptr (MatchumResume) resume = NULL;

  g_assert_null (matchum_baseline_change_new_draft_removal (database));
  carry_out (library, matchum_baseline_change_new_block ("b", id, MATCHUM_BLOCK_ITEM, "새 항목"));
  first = dup_id (library, "새 항목");
  carry_out (library, matchum_baseline_change_new_words ("b", first, "제 일"));
  g_assert_null (matchum_baseline_change_new_draft_removal (database));

  carry_out (library, matchum_baseline_change_new_block ("b", id, MATCHUM_BLOCK_ITEM, "새 항목"));
  carry_out (library, matchum_baseline_change_new_draft_removal (database));
  g_assert_null (matchum_baseline_change_new_draft_removal (database));
  resume = read_resume (library);
  g_assert_nonnull (matchum_resume_lookup (resume, first));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_assert_cmpstr (matchum_block_get_text (matchum_resume_get_block (resume, i)), !=, "새 항목");
  store_fixture_close (library);
}

static void
assert_fails (MatchumLibrary *library, MatchumBaselineChange *taken)
{
  g_autoptr (MatchumBaselineChange) change = taken;
  g_autofree char *before = store_fixture_dump_library (library);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (matchum_library_edit_once (library, "Change", matchum_baseline_change_carry_out, change, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 20);
  after = store_fixture_dump_library (library);
  g_assert_cmpstr (after, ==, before);
}

/* What cannot be done changes nothing and says why. */
static void
test_refused (void)
{
  MatchumLibrary *library = open_library (TEXT);
  g_autofree char *title = dup_id (library, "강도현");
  g_autofree char *broken = g_strnfill (9 * 1024 * 1024, 'a');

  assert_fails (library, matchum_baseline_change_new_words ("b", "none", "words"));
  assert_fails (library, matchum_baseline_change_new_removal ("b", title));
  assert_fails (library, matchum_baseline_change_new_move ("b", title, 1));
  assert_fails (library, matchum_baseline_change_new_move ("b", "none", 1));
  assert_fails (library, matchum_baseline_change_new_text ("c", TEXT));
  assert_fails (library, matchum_baseline_change_new_text ("b", broken));
  assert_fails (library, matchum_baseline_change_new_text ("b", ""));
  store_fixture_close (library);
}

/* Records of another reading, as of a reader that takes a text apart in another way: what can be told keeps its id. */
static void
test_other_records (void)
{
  MatchumLibrary *library = open_library (TEXT);
  g_autofree char *id = dup_id (library, "BigQuery");
  g_autofree char *again = NULL;
  g_autoptr (MatchumBaselineRecord) record =
      matchum_baseline_table_find (matchum_library_get_database (library), "b", NULL);

  g_free (record->markdown);
  record->markdown = g_strdup ("# 강도현\n\n## 기술\n\n- Rust\n- BigQuery\n");
  store_fixture_edit (library, "Past the records", matchum_baseline_table_put, record);
  again = dup_id (library, "BigQuery");
  g_assert_cmpstr (again, ==, id);
  store_fixture_close (library);
}

static gboolean
is_known (GPtrArray *records, MatchumResume *resume, const char *id)
{
  if (matchum_resume_lookup (resume, id) != NULL)
    return TRUE;
  for (guint i = 0; i < records->len; i++)
    {
      const MatchumBlockRecord *record = records->pdata[i];

      if (record->is_gone && g_str_equal (record->id, id))
        return TRUE;
    }
  return FALSE;
}

/* The library reads every resume with the ids that the change gave, and knows every id that is hidden. */
static void
check_library (MatchumLibrary *library, MatchumBaselineChange *change)
{
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autoptr (MatchumResume) resume = read_resume (library);
  MatchumResume *made = matchum_baseline_change_get_resume (change);
  g_autoptr (GPtrArray) records = matchum_block_table_list (database, "b", NULL);
  g_autoptr (MatchumApplicationRecord) application = matchum_application_table_find (database, "a", NULL);

  g_assert_cmpuint (matchum_resume_get_n_blocks (resume), ==, matchum_resume_get_n_blocks (made));
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    g_assert_cmpstr (matchum_resume_get_block (resume, i)->id, ==, matchum_resume_get_block (made, i)->id);
  for (guint i = 0; i < application->hidden->len; i++)
    g_assert_true (is_known (records, resume, application->hidden->pdata[i]));
}

static void
test_random (void)
{
  g_autoptr (MatchumResume) resume = fixture_load ("en-okafor-platform.md");
  g_autoptr (MatchumResume) other = fixture_load ("ko-park-dataeng.md");
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  ResumeEditor editor;
  guint n_edits = g_test_slow () ? 400 : 80;
  MatchumLibrary *library = open_library (matchum_source_get_text (matchum_resume_get_source (resume)));
  g_autoptr (MatchumResume) first = read_resume (library);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  for (guint i = 0; i < matchum_resume_get_n_blocks (first); i += 3)
    hide (library, matchum_resume_get_block (first, i)->id);
  start = store_fixture_dump_library (library);
  for (guint i = 0; i < matchum_resume_get_n_blocks (other); i++)
    g_ptr_array_add (phrases, (gpointer) matchum_block_get_text (matchum_resume_get_block (other, i)));
  resume_editor_init (&editor, 20261125, phrases);
  resume_editor_use_phrases (&editor, first);
  resume_editor_load (&editor, first);
  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (MatchumBaselineChange) change = NULL;

      resume_editor_change (&editor);
      text = resume_editor_dup_text (&editor);
      change = matchum_baseline_change_new_text ("b", text);
      store_fixture_edit (library, "Change", matchum_baseline_change_carry_out, change);
      check_library (library, change);
    }
  while (g_strcmp0 (matchum_library_get_undo_label (library), "Change") == 0)
    store_fixture_undo (library);
  end = store_fixture_dump_library (library);
  g_assert_cmpstr (end, ==, start);
  resume_editor_clear (&editor);
  store_fixture_close (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/baseline-change/words", test_words);
  g_test_add_func ("/store/baseline-change/same-words", test_same_words);
  g_test_add_func ("/store/baseline-change/move", test_move);
  g_test_add_func ("/store/baseline-change/move-past-gone", test_move_past_gone);
  g_test_add_func ("/store/baseline-change/gone-and-back", test_gone_and_back);
  g_test_add_func ("/store/baseline-change/marked", test_marked);
  g_test_add_func ("/store/baseline-change/insert-and-remove", test_insert_and_remove);
  g_test_add_func ("/store/baseline-change/draft", test_draft);
  g_test_add_func ("/store/baseline-change/refused", test_refused);
  g_test_add_func ("/store/baseline-change/other-records", test_other_records);
  g_test_add_func ("/store/baseline-change/random", test_random);
  return g_test_run ();
}
