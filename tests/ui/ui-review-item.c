/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person is to look at after a resume was edited: all that could not be followed, and nothing else. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "../support/resume-editor.h"
#include "resume/matchum-block-identity.h"
#include "text/matchum-word-difference.h"
#include "ui/matchum-review-item.h"

#define BEFORE                                                                                                         \
  "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"                               \
  "- Kubernetes 클러스터를 운영하고 배포 시간을 절반으로 줄임\n"                                   \
  "- PyTorch로 CTR 예측 모델을 학습해 클릭률 8% 향상\n"                                                  \
  "- 사내 위키를 정리한 문서 담당\n\n## 기술\n\n- BigQuery, Airflow, Spark\n"

/* A resume that was read twice, and the choices of an application over it. */
typedef struct {
  guint64 next_number;
  MatchumResume *before;
  MatchumResume *after;
  MatchumIdentityReport *report;
  GHashTable *hidden;
  GHashTable *pinned;
  GListModel *items;
} Edit;

static MatchumResume *
identify (GPtrArray *records, const char *text, guint64 *next_number, MatchumIdentityReport **report)
{
  g_autoptr (MatchumResume) resume = fixture_read (text);

  return matchum_block_identity_apply (records, resume, next_number, report);
}

static void
begin (Edit *self, const char *before)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  *self = (Edit){ .next_number = 1 };
  self->before = identify (none, before, &self->next_number, NULL);
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pinned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
hide (Edit *self, const char *text)
{
  g_hash_table_add (self->hidden, g_strdup (fixture_find (self->before, text)->id));
}

static void
pin (Edit *self, const char *text)
{
  g_hash_table_add (self->pinned, g_strdup (fixture_find (self->before, text)->id));
}

static void
edit (Edit *self, const char *after)
{
  g_autoptr (GPtrArray) records = matchum_block_record_list_new (self->before);

  self->after = identify (records, after, &self->next_number, &self->report);
  self->items = matchum_review_item_list_new (self->report, self->after, self->hidden, self->pinned, "app-1", "링크온");
}

static void
end (Edit *self)
{
  g_clear_object (&self->items);
  g_clear_pointer (&self->report, matchum_identity_report_unref);
  g_clear_pointer (&self->after, matchum_resume_unref);
  g_clear_pointer (&self->before, matchum_resume_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->pinned, g_hash_table_unref);
}

/* The item about the block with this id, or NULL. Borrowed. */
static MatchumReviewItem *
find_item (Edit *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (MatchumReviewItem) item = g_list_model_get_item (self->items, i);

      if (g_strcmp0 (matchum_review_item_get_block_id (item), id) == 0)
        return item;
    }
  return NULL;
}

static MatchumReviewItem *
get_item (Edit *self, guint index)
{
  g_autoptr (MatchumReviewItem) item = g_list_model_get_item (self->items, index);

  g_assert_nonnull (item);
  return item;
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_autoptr (GString) result = g_string_new (text);

  g_assert_cmpuint (g_string_replace (result, old, new, 1), ==, 1);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* What is certain is not asked about, whatever else changed. */
static void
test_certain_is_not_told (void)
{
  g_autofree char *after = replace (BEFORE, "8% 향상", "9% 향상");
  Edit self;

  begin (&self, BEFORE);
  hide (&self, "PyTorch로 CTR 예측 모델을 학습해 클릭률 8% 향상");
  pin (&self, "사내 위키를 정리한 문서 담당");
  edit (&self, after);
  g_assert_cmpuint (g_list_model_get_n_items (self.items), ==, 0);
  end (&self);
}

/* Nothing chosen, nothing told. */
static void
test_nothing_chosen (void)
{
  Edit self;

  begin (&self, BEFORE);
  edit (&self, "# 강도현\n\n## 학력\n\n- 전혀 다른 줄\n");
  g_assert_cmpuint (g_list_model_get_n_items (self.items), ==, 0);
  g_clear_object (&self.items);
  self.items = matchum_review_item_list_new (self.report, self.after, NULL, NULL, "app-1", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (self.items), ==, 0);
  end (&self);
}

static void
test_gone (void)
{
  g_autofree char *after = replace (BEFORE, "- 사내 위키를 정리한 문서 담당\n", "");
  g_autofree char *words = NULL;
  Edit self;
  MatchumReviewItem *item;

  begin (&self, BEFORE);
  hide (&self, "사내 위키를 정리한 문서 담당");
  edit (&self, after);
  g_assert_cmpuint (g_list_model_get_n_items (self.items), ==, 1);
  item = get_item (&self, 0);
  g_assert_true (matchum_review_item_is_gone (item));
  g_assert_cmpint (matchum_review_item_get_reason (item), ==, MATCHUM_REVIEW_GONE);
  g_assert_cmpint (matchum_review_item_get_flags (item) & MATCHUM_IDENTITY_LOST, !=, 0);
  g_assert_cmpstr (matchum_review_item_get_old_text (item), ==, "사내 위키를 정리한 문서 담당");
  g_assert_null (matchum_review_item_get_new_text (item));
  g_assert_cmpstr (matchum_review_item_get_application_id (item), ==, "app-1");
  g_assert_cmpstr (matchum_review_item_get_company (item), ==, "링크온");
  g_assert_cmpstr (matchum_review_item_get_block_id (item), ==,
                   fixture_find (self.before, "사내 위키를 정리한 문서 담당")->id);
  g_assert_true (matchum_review_item_get_is_hidden (item));
  words = matchum_review_item_dup_words (item);
  g_assert_cmpstr (words, ==, "The hidden item is no longer in the resume");
  end (&self);
}

static void
test_pinned_and_gone (void)
{
  g_autofree char *after = replace (BEFORE, "- 사내 위키를 정리한 문서 담당\n", "");
  g_autofree char *words = NULL;
  Edit self;

  begin (&self, BEFORE);
  pin (&self, "사내 위키를 정리한 문서 담당");
  edit (&self, after);
  g_assert_cmpuint (g_list_model_get_n_items (self.items), ==, 1);
  g_assert_false (matchum_review_item_get_is_hidden (get_item (&self, 0)));
  words = matchum_review_item_dup_words (get_item (&self, 0));
  g_assert_cmpstr (words, ==, "The pinned item is no longer in the resume");
  end (&self);
}

/* Other words in its place: told, with both. */
static void
test_changed (void)
{
  g_autofree char *after = replace (BEFORE, "- 사내 위키를 정리한 문서 담당\n", "- 신입 온보딩 과정을 설계\n");
  Edit self;
  MatchumReviewItem *item;

  begin (&self, BEFORE);
  hide (&self, "사내 위키를 정리한 문서 담당");
  edit (&self, after);
  g_assert_cmpuint (g_list_model_get_n_items (self.items), ==, 1);
  item = get_item (&self, 0);
  g_assert_cmpint (matchum_review_item_get_reason (item), ==, MATCHUM_REVIEW_CHANGED);
  g_assert_cmpstr (matchum_review_item_get_old_text (item), ==, "사내 위키를 정리한 문서 담당");
  g_assert_cmpstr (matchum_review_item_get_new_text (item), ==, "신입 온보딩 과정을 설계");
  g_assert_true (matchum_review_item_get_is_hidden (item));
  g_assert_true (matchum_review_item_was_hidden (item));
  end (&self);
}

/* The larger part stays hidden; the smaller one shows, and is told as what it may be. */
static void
test_part_and_copy (void)
{
  g_autofree char *split = replace (BEFORE, "- Kubernetes 클러스터를 운영하고 배포 시간을 절반으로 줄임\n",
                                    "- Kubernetes 클러스터를 운영\n- 배포 시간을 절반으로 줄임\n");
  g_autofree char *copied = replace (BEFORE, "## 기술\n", "- 사내 위키를 정리한 문서 담당\n\n## 기술\n");
  Edit self;
  guint n_parts = 0;

  begin (&self, BEFORE);
  hide (&self, "Kubernetes 클러스터를 운영하고 배포 시간을 절반으로 줄임");
  edit (&self, split);
  for (guint i = 0; i < g_list_model_get_n_items (self.items); i++)
    {
      MatchumReviewItem *item = get_item (&self, i);

      if (matchum_review_item_get_reason (item) != MATCHUM_REVIEW_PART)
        continue;
      n_parts++;
      g_assert_false (matchum_review_item_get_is_hidden (item));
      g_assert_true (matchum_review_item_was_hidden (item));
      g_assert_cmpstr (matchum_review_item_get_old_text (item), ==,
                       "Kubernetes 클러스터를 운영하고 배포 시간을 절반으로 줄임");
    }
  g_assert_cmpuint (n_parts, ==, 1);
  end (&self);

  begin (&self, BEFORE);
  hide (&self, "사내 위키를 정리한 문서 담당");
  edit (&self, copied);
  g_assert_cmpuint (g_list_model_get_n_items (self.items), >=, 1);
  n_parts = 0;
  for (guint i = 0; i < g_list_model_get_n_items (self.items); i++)
    n_parts += matchum_review_item_get_reason (get_item (&self, i)) == MATCHUM_REVIEW_COPY;
  g_assert_cmpuint (n_parts, ==, 1);
  end (&self);
}

/* A hidden block joined to one that shows: its words show, which is told; and it is told that it is no more. */
static void
test_joined (void)
{
  g_autofree char *after =
      replace (BEFORE, "- PyTorch로 CTR 예측 모델을 학습해 클릭률 8% 향상\n- 사내 위키를 정리한 문서 담당\n",
               "- PyTorch로 CTR 예측 모델을 학습해 클릭률 8% 향상, 사내 위키를 정리한 문서 담당\n");
  const char *hidden = "사내 위키를 정리한 문서 담당";
  const char *shown = "PyTorch로 CTR 예측 모델을 학습해 클릭률 8% 향상";
  MatchumReviewItem *gone, *holder;
  Edit self;

  begin (&self, BEFORE);
  hide (&self, hidden);
  edit (&self, after);
  gone = find_item (&self, fixture_find (self.before, hidden)->id);
  holder = find_item (&self, fixture_find (self.before, shown)->id);
  g_assert_nonnull (gone);
  g_assert_nonnull (holder);
  g_assert_cmpint (matchum_review_item_get_reason (gone), ==, MATCHUM_REVIEW_JOINED);
  g_assert_nonnull (strstr (matchum_review_item_get_other_text (gone), shown));
  g_assert_cmpint (matchum_review_item_get_reason (holder), ==, MATCHUM_REVIEW_TOOK_IN);
  g_assert_cmpstr (matchum_review_item_get_other_text (holder), ==, hidden);
  g_assert_false (matchum_review_item_get_is_hidden (holder));
  end (&self);

  /* The other way round, words that showed are hidden now. */
  begin (&self, BEFORE);
  hide (&self, shown);
  edit (&self, after);
  g_assert_cmpuint (g_list_model_get_n_items (self.items), ==, 1);
  g_assert_cmpint (matchum_review_item_get_reason (get_item (&self, 0)), ==, MATCHUM_REVIEW_GREW);
  g_assert_cmpstr (matchum_review_item_get_other_text (get_item (&self, 0)), ==, hidden);
  g_assert_true (matchum_review_item_get_is_hidden (get_item (&self, 0)));
  end (&self);
}

/* What was gone while something still named it is told when it is back. */
static void
test_returned (void)
{
  g_autofree char *without = replace (BEFORE, "- 사내 위키를 정리한 문서 담당\n", "");
  g_autoptr (GPtrArray) records = NULL;
  MatchumBlockRecord *record;
  Edit self;
  char *id;

  begin (&self, BEFORE);
  id = g_strdup (fixture_find (self.before, "사내 위키를 정리한 문서 담당")->id);
  g_hash_table_add (self.hidden, id);
  edit (&self, without);
  records = matchum_block_record_list_new (self.after);
  record = matchum_block_record_new (id, MATCHUM_BLOCK_ITEM, MATCHUM_SECTION_EXPERIENCE, NULL, 0,
                                     "사내 위키를 정리한 문서 담당");
  record->is_gone = TRUE;
  g_ptr_array_add (records, record);
  g_clear_object (&self.items);
  g_clear_pointer (&self.report, matchum_identity_report_unref);
  g_clear_pointer (&self.after, matchum_resume_unref);
  self.after = identify (records, BEFORE, &self.next_number, &self.report);
  self.items = matchum_review_item_list_new (self.report, self.after, self.hidden, self.pinned, "app-1", "");
  g_assert_cmpuint (g_list_model_get_n_items (self.items), ==, 1);
  g_assert_cmpint (matchum_review_item_get_reason (get_item (&self, 0)), ==, MATCHUM_REVIEW_RETURNED);
  g_assert_cmpstr (matchum_review_item_get_block_id (get_item (&self, 0)), ==, id);
  g_assert_false (matchum_review_item_is_gone (get_item (&self, 0)));
  end (&self);
}

static GHashTable *
choose (MatchumResume *resume, GRand *rand, GHashTable *others)
{
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);

      if (block->kind != MATCHUM_BLOCK_TITLE && g_rand_int_range (rand, 0, 5) == 0
          && (others == NULL || !g_hash_table_contains (others, block->id)))
        g_hash_table_add (chosen, g_strdup (block->id));
    }
  return chosen;
}

/* Items about id, or about whose words id's may be in. */
static gboolean
is_told_of (Edit *self, const MatchumIdentityChange *change)
{
  MatchumReviewItem *item = find_item (self, change->id);

  if (item != NULL)
    return TRUE;
  item = change->origin != NULL ? find_item (self, change->origin) : NULL;
  return item != NULL && g_strcmp0 (matchum_review_item_get_other_text (item), change->old_text) == 0;
}

static void
check_item (Edit *self, MatchumReviewItem *item)
{
  const char *id = matchum_review_item_get_block_id (item);
  const MatchumBlock *block = matchum_resume_lookup (self->after, id);
  const MatchumIdentityChange *change = matchum_identity_report_lookup (self->report, id);
  gboolean is_chosen = g_hash_table_contains (self->hidden, id) || g_hash_table_contains (self->pinned, id);
  g_autofree char *words = matchum_review_item_dup_words (item);

  g_assert_nonnull (change);
  g_assert_cmpint (matchum_review_item_is_gone (item), ==, block == NULL);
  g_assert_cmpstr (matchum_review_item_get_new_text (item), ==, block != NULL ? matchum_block_get_text (block) : NULL);
  g_assert_cmpint (matchum_review_item_get_is_hidden (item), ==, g_hash_table_contains (self->hidden, id));
  g_assert_cmpint (matchum_review_item_get_flags (item), ==, change->flags);
  g_assert_true (is_chosen || change->origin != NULL);
  if (block == NULL)
    g_assert_true (is_chosen);
  if (is_chosen)
    g_assert_cmpstr (matchum_review_item_get_old_text (item), ==, change->old_text);
  g_assert_nonnull (matchum_review_item_get_old_text (item));
  g_assert_nonnull (strstr (words, matchum_review_item_was_hidden (item) ? "hidden" : "pinned"));
}

/* Whatever the report says concerns the choices is in the list once, and all that is in it is true. */
static void
check_edit (Edit *self)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) concerning = NULL;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->hidden);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (chosen, id);
  g_hash_table_iter_init (&iter, self->pinned);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (chosen, id);
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      MatchumReviewItem *item = get_item (self, i);

      g_assert_true (g_hash_table_add (listed, (gpointer) matchum_review_item_get_block_id (item)));
      check_item (self, item);
    }
  concerning = matchum_identity_report_list_concerning (self->report, chosen);
  for (guint i = 0; i < concerning->len; i++)
    {
      const MatchumIdentityChange *change = g_ptr_array_index (concerning, i);
      const MatchumIdentityChange *holder =
          change->origin != NULL ? matchum_identity_report_lookup (self->report, change->origin) : NULL;

      /* A block that showed and is gone together with the one that took it in leaves nothing to look at but that one.
       */
      if (change->block == MATCHUM_BLOCK_NONE && !g_hash_table_contains (chosen, change->id))
        g_assert_true (holder == NULL || find_item (self, change->origin) != NULL);
      else
        g_assert_true (is_told_of (self, change));
    }
}

static void
test_random_edits (void)
{
  static const char *const names[] = { "ko-kang-mle.md", "en-okafor-platform.md", "ko-park-dataeng.md" };
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  guint n_edits = g_test_slow () ? 4000 : 120, n_items = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MatchumResume) resume = fixture_load (names[i]);

      for (guint k = 0; k < matchum_resume_get_n_blocks (resume); k++)
        if (matchum_resume_get_block (resume, k)->kind == MATCHUM_BLOCK_ITEM)
          g_ptr_array_add (phrases, g_strdup (matchum_block_get_text (matchum_resume_get_block (resume, k))));
    }
  for (guint seed = 0; seed < n_edits; seed++)
    {
      g_autoptr (MatchumResume) resume = fixture_load (names[seed % G_N_ELEMENTS (names)]);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      ResumeEditor editor;
      Edit self;

      resume_editor_init (&editor, seed, phrases);
      resume_editor_load (&editor, resume);
      resume_editor_use_phrases (&editor, resume);
      before = resume_editor_dup_text (&editor);
      begin (&self, before);
      g_hash_table_unref (self.hidden);
      self.hidden = choose (self.before, editor.rand, NULL);
      g_hash_table_unref (self.pinned);
      self.pinned = choose (self.before, editor.rand, self.hidden);
      for (guint i = 0; i <= seed % 8; i++)
        resume_editor_change (&editor);
      after = resume_editor_dup_text (&editor);
      edit (&self, after);
      check_edit (&self);
      n_items += g_list_model_get_n_items (self.items);
      end (&self);
      resume_editor_clear (&editor);
    }
  g_test_message ("%u items of %u edits", n_items, n_edits);
  g_assert_cmpuint (n_items, >, n_edits / 2);
}

static void
assert_difference (const char *old, const char *new, const char *expected_removed, const char *expected_added)
{
  const char *const texts[] = { old, new }, *const expected[] = { expected_removed, expected_added };
  GArray *found[2];

  matchum_word_difference_find (old, new, &found[0], &found[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint k = 0; k < found[i]->len; k++)
        {
          MatchumSpan span = g_array_index (found[i], MatchumSpan, k);

          if (k > 0)
            g_string_append_c (words, '|');
          g_string_append_len (words, texts[i] + span.start, (gssize) (span.end - span.start));
        }
      g_assert_cmpstr (words->str, ==, expected[i]);
      g_array_unref (found[i]);
    }
}

static void
test_difference (void)
{
  g_autofree char *many = g_strnfill (200000, 'a');
  g_autofree char *others = g_strnfill (200000, 'b');

  assert_difference ("", "", "", "");
  assert_difference ("a b c", "a b c", "", "");
  assert_difference ("클릭률 8% 향상", "클릭률 9% 향상", "8%", "9%");
  assert_difference ("a b c d", "a d", "b c", "");
  assert_difference ("a d", "a b c  d", "", "b c");
  assert_difference ("a b", "c d", "a b", "c d");
  assert_difference ("x a y b z", "x b z", "a y", "");
  assert_difference ("one two three", "three one two", "three", "three");
  assert_difference (" a\tb ", "a b", "", "");
  assert_difference ("모임을 운영", "모임을 운영, Spark 사용.", "", ", Spark 사용.");
  assert_difference ("5.6% (증가)", "5.7% (증가)!", "5.6%", "5.7%|!");

  /* Ends are compared, however long the texts are. */
  for (gsize i = 1; i < 200000; i += 2)
    many[i] = others[i] = ' ';
  memcpy (many, "x", 1);
  memcpy (others, "x", 1);
  {
    GArray *removed, *added;

    matchum_word_difference_find (many, others, &removed, &added);
    g_assert_cmpuint (removed->len, ==, 1);
    g_assert_cmpuint (g_array_index (removed, MatchumSpan, 0).start, ==, 2);
    g_assert_cmpuint (added->len, ==, 1);
    g_array_unref (removed);
    g_array_unref (added);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/review-item/certain-is-not-told", test_certain_is_not_told);
  g_test_add_func ("/ui/review-item/nothing-chosen", test_nothing_chosen);
  g_test_add_func ("/ui/review-item/gone", test_gone);
  g_test_add_func ("/ui/review-item/pinned-and-gone", test_pinned_and_gone);
  g_test_add_func ("/ui/review-item/changed", test_changed);
  g_test_add_func ("/ui/review-item/part-and-copy", test_part_and_copy);
  g_test_add_func ("/ui/review-item/joined", test_joined);
  g_test_add_func ("/ui/review-item/returned", test_returned);
  g_test_add_func ("/ui/review-item/random-edits", test_random_edits);
  g_test_add_func ("/ui/review-item/difference", test_difference);
  return g_test_run ();
}
