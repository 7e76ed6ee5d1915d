/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two resumes side by side: what is the same, changed, gone, new and moved; and what holds of made-up ones. */
#include "config.h"

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "resume/matchum-resume-comparison.h"

static const char kind_signs[] = "=~-+";

/* A line for each block: its sign, ">" where it moved, what it was and what it is. */
static char *
describe (MatchumResumeComparison *comparison)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < matchum_resume_comparison_get_n_blocks (comparison); i++)
    {
      const MatchumComparedBlock *block = matchum_resume_comparison_get_block (comparison, i);
      const MatchumBlock *old = matchum_resume_comparison_get_old (comparison, i);
      const MatchumBlock *new = matchum_resume_comparison_get_new (comparison, i);

      g_string_append_printf (lines, "%c%s %s", kind_signs[block->kind], block->is_moved ? ">" : "",
                              matchum_block_get_text (old != NULL ? old : new));
      if (block->kind == MATCHUM_COMPARED_CHANGED)
        g_string_append_printf (lines, " / %s", matchum_block_get_text (new));
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}

static MatchumResumeComparison *
compare (const char *before, const char *after)
{
  g_autoptr (MatchumResume) old = fixture_read (before);
  g_autoptr (MatchumResume) new = fixture_read (after);
  g_autoptr (MatchumVisibility) old_all = matchum_visibility_new_all (old);
  g_autoptr (MatchumVisibility) new_all = matchum_visibility_new_all (new);

  return matchum_resume_comparison_new (old_all, new_all);
}

#define HEAD "# Kim Haneul\n\n## Experience\n\n### Bluewave | Data Engineer | 2021.03 - Present\n\n"

static void
test_texts (void)
{
  static const struct {
    const char *before, *after, *expected;
  } cases[] = {
    { HEAD "- Built batch pipelines\n", HEAD "- Built batch pipelines\n",
      "= Kim Haneul\n= Experience\n= Bluewave | Data Engineer | 2021.03 - Present\n= Built batch pipelines\n" },
    /* One figure changes. */
    { HEAD "- Cut the nightly run from 3 hours to 52 minutes\n",
      HEAD "- Cut the nightly run from 3 hours to 40 minutes\n",
      "= Kim Haneul\n= Experience\n= Bluewave | Data Engineer | 2021.03 - Present\n"
      "~ Cut the nightly run from 3 hours to 52 minutes / Cut the nightly run from 3 hours to 40 minutes\n" },
    /* One goes, one comes, each in its place. */
    { HEAD "- First of all items\n- 사내 위키를 정리함\n- Last of all items\n",
      HEAD "- First of all items\n- Last of all items\n- Kafka 기반 실시간 처리를 도입\n",
      "= Kim Haneul\n= Experience\n= Bluewave | Data Engineer | 2021.03 - Present\n= First of all items\n"
      "- 사내 위키를 정리함\n= Last of all items\n+ Kafka 기반 실시간 처리를 도입\n" },
    /* Nothing in common, though they stand in the same place. */
    { HEAD "- Wrote the zebrafish dashboard\n", HEAD "- 쿠버네티스로 모델 서빙을 옮김\n",
      "= Kim Haneul\n= Experience\n= Bluewave | Data Engineer | 2021.03 - Present\n"
      "+ 쿠버네티스로 모델 서빙을 옮김\n- Wrote the zebrafish dashboard\n" },
    /* A whole section goes. */
    { "# A\n\n## Projects\n\n- A quokka chat bot\n\n## Skills\n\n- Python\n", "# A\n\n## Skills\n\n- Python\n",
      "= A\n- Projects\n- A quokka chat bot\n= Skills\n= Python\n" },
    /* The order changes. */
    { HEAD "- Built batch pipelines in Airflow\n- Ran tests for the checkout\n- Wrote the dashboards in Tableau\n",
      HEAD "- Wrote the dashboards in Tableau\n- Built batch pipelines in Airflow\n- Ran tests for the checkout\n",
      "= Kim Haneul\n= Experience\n= Bluewave | Data Engineer | 2021.03 - Present\n=> Wrote the dashboards in Tableau\n"
      "= Built batch pipelines in Airflow\n= Ran tests for the checkout\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MatchumResumeComparison) comparison = compare (cases[i].before, cases[i].after);
      g_autofree char *found = describe (comparison);

      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_true (matchum_resume_comparison_is_same (comparison) == (i == 0));
    }
}

static char *
cut (const char *text, const GArray *spans)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const MatchumSpan span = g_array_index (spans, MatchumSpan, i);

      g_string_append_printf (words, "%s%.*s", i > 0 ? "|" : "", (int) (span.end - span.start), text + span.start);
    }
  return g_string_free (words, FALSE);
}

static void
assert_words (MatchumResumeComparison *comparison,
              guint index,
              const char *expected_removed,
              const char *expected_added)
{
  const MatchumBlock *old = matchum_resume_comparison_get_old (comparison, index);
  const MatchumBlock *new = matchum_resume_comparison_get_new (comparison, index);
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;
  g_autofree char *removed_words = NULL;
  g_autofree char *added_words = NULL;

  matchum_resume_comparison_find_words (comparison, index, &removed, &added);
  removed_words = cut (old != NULL ? matchum_block_get_text (old) : "", removed);
  added_words = cut (new != NULL ? matchum_block_get_text (new) : "", added);
  g_assert_cmpstr (removed_words, ==, expected_removed);
  g_assert_cmpstr (added_words, ==, expected_added);
}

static void
test_words (void)
{
  g_autoptr (MatchumResumeComparison) comparison =
      compare ("# A\n\n- CTR 예측 모델로 클릭률 8% 향상\n- Ran the very same tests\n- Gone for good\n",
               "# A\n\n- CTR 예측 모델로 클릭률 9% 향상\n- Ran the very same tests\n- 새로 온 것\n");

  g_assert_cmpuint (matchum_resume_comparison_get_n_blocks (comparison), ==, 5);
  assert_words (comparison, 0, "", "");
  assert_words (comparison, 1, "8%", "9%");
  assert_words (comparison, 2, "", "");
  assert_words (comparison, 3, "", "새로 온 것");
  assert_words (comparison, 4, "Gone for good", "");
}

/* Every seen block stands in it once, the new ones in their order. */
static void
check_is_whole (MatchumResumeComparison *comparison, MatchumVisibility *before, MatchumVisibility *after)
{
  MatchumResume *old = matchum_visibility_get_resume (before), *new = matchum_visibility_get_resume (after);
  g_autoptr (GHashTable) olds = g_hash_table_new (NULL, NULL);
  guint n_new = 0, last = 0, n_seen_old = 0, n_seen_new = 0, n_all = 0;

  for (guint i = 0; i < matchum_resume_comparison_get_n_blocks (comparison); i++)
    {
      const MatchumComparedBlock *block = matchum_resume_comparison_get_block (comparison, i);

      if (block->old != MATCHUM_BLOCK_NONE)
        {
          g_assert_true (g_hash_table_add (olds, GUINT_TO_POINTER (block->old)));
          g_assert_true (matchum_visibility_is_visible (before, block->old));
        }
      if (block->new == MATCHUM_BLOCK_NONE)
        continue;
      g_assert_true (n_new == 0 || block->new > last);
      g_assert_true (matchum_visibility_is_visible (after, block->new));
      last = block->new;
      n_new++;
    }
  for (guint i = 0; i < matchum_resume_get_n_blocks (old); i++)
    n_seen_old +=
        matchum_visibility_is_visible (before, i) && matchum_resume_get_block (old, i)->kind != MATCHUM_BLOCK_REMARK;
  for (guint i = 0; i < matchum_resume_get_n_blocks (new); i++)
    n_seen_new +=
        matchum_visibility_is_visible (after, i) && matchum_resume_get_block (new, i)->kind != MATCHUM_BLOCK_REMARK;
  g_assert_cmpuint (g_hash_table_size (olds), ==, n_seen_old);
  g_assert_cmpuint (n_new, ==, n_seen_new);
  for (guint i = 0; i < MATCHUM_N_COMPARED_KINDS; i++)
    n_all += matchum_resume_comparison_count (comparison, i);
  g_assert_cmpuint (n_all, ==, matchum_resume_comparison_get_n_blocks (comparison));
}

static MatchumVisibility *
hide_some (MatchumResume *resume, GRand *rand)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (g_rand_int_range (rand, 0, 4) == 0)
      g_hash_table_add (hidden, (gpointer) matchum_resume_get_block (resume, i)->id);
  return matchum_visibility_new (resume, hidden, NULL);
}

/* What is hidden is what went, where every block has words of its own. */
static void
test_hidden (void)
{
  guint n_removed = 0;

  for (guint seed = 0; seed < 300; seed++)
    {
      g_autofree char *text = random_markdown_resume (seed, TRUE, FALSE);
      g_autoptr (MatchumResume) resume = fixture_read (text);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
      g_autoptr (MatchumVisibility) less = hide_some (resume, rand);
      g_autoptr (MatchumResumeComparison) shrunk = matchum_resume_comparison_new (all, less);
      g_autoptr (MatchumResumeComparison) grown = matchum_resume_comparison_new (less, all);
      g_autoptr (MatchumResumeComparison) same = matchum_resume_comparison_new (less, less);

      check_is_whole (shrunk, all, less);
      check_is_whole (grown, less, all);
      g_assert_true (matchum_resume_comparison_is_same (same));
      g_assert_cmpuint (matchum_resume_comparison_count (shrunk, MATCHUM_COMPARED_REMOVED), ==,
                        matchum_resume_comparison_count (grown, MATCHUM_COMPARED_ADDED));
      g_assert_cmpuint (matchum_resume_comparison_count (shrunk, MATCHUM_COMPARED_ADDED), ==, 0);
      g_assert_cmpuint (matchum_resume_comparison_count (shrunk, MATCHUM_COMPARED_CHANGED), ==, 0);
      n_removed += matchum_resume_comparison_count (shrunk, MATCHUM_COMPARED_REMOVED);
    }
  g_assert_cmpuint (n_removed, >, 1000);
}

/* Any two resumes can be set side by side, the largest too. */
static void
test_strangers (void)
{
  for (guint seed = 0; seed < 100; seed++)
    {
      g_autofree char *old_text = random_markdown_resume (seed, TRUE, FALSE);
      g_autofree char *new_text = random_markdown_resume (seed + 1000, TRUE, FALSE);
      g_autoptr (MatchumResume) old = fixture_read (old_text);
      g_autoptr (MatchumResume) new = fixture_read (new_text);
      g_autoptr (MatchumVisibility) before = matchum_visibility_new_all (old);
      g_autoptr (MatchumVisibility) after = matchum_visibility_new_all (new);
      g_autoptr (MatchumResumeComparison) comparison = matchum_resume_comparison_new (before, after);

      check_is_whole (comparison, before, after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resume-comparison/texts", test_texts);
  g_test_add_func ("/resume-comparison/words", test_words);
  g_test_add_func ("/resume-comparison/hidden", test_hidden);
  g_test_add_func ("/resume-comparison/strangers", test_strangers);
  return g_test_run ();
}
