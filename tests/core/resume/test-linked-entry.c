/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether linked entries still agree: what counts as a change, on which side, and what does not. */
#include "config.h"

#include "../../support/random-markdown.h"
#include "../../support/resume-fixture.h"
#include "resume/matchum-linked-entry.h"

#define HEAD "# Kim Haneul\n\n## Experience\n\n"
#define ENTRY                                                                                                          \
  "### Bluewave | Data Engineer | 2021.03 - Present\n\n- Built batch pipelines\n  - in Airflow\n- Cut costs by 20%\n"
#define TAIL "\n### Other | 2019.01 - 2020.01\n\n- Else\n"

static const char *
find_entry (MatchumResume *resume)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->kind == MATCHUM_BLOCK_ENTRY)
      return matchum_resume_get_block (resume, i)->id;
  g_assert_not_reached ();
}

static void
test_words (void)
{
  g_autoptr (MatchumResume) resume = fixture_read (HEAD ENTRY TAIL);
  g_autofree char *words = matchum_linked_entry_dup_words (resume, find_entry (resume));
  g_autofree char *expected = g_strchomp (g_strdup (ENTRY));

  g_assert_cmpstr (words, ==, expected);
  g_assert_null (matchum_linked_entry_dup_words (resume, "gone"));
}

static void
test_changes (void)
{
  static const struct {
    const char *now;
    gboolean is_changed;
  } cases[] = {
    { ENTRY, FALSE },
    { "### Bluewave | Data Engineer | 2021.03 - Present\n\n* **Built** batch\n  pipelines\n  * in Airflow\n\n\n* Cut "
      "costs by 20%\n",
      FALSE },
    { "### Bluewave | Data Engineer | 2021.03 - Present\n\n<!-- mine -->\n\n- Built batch pipelines\n  - in Airflow\n- "
      "Cut costs by 20%\n",
      FALSE },
    { "### Bluewave | Data Engineer | 2021.03 - Present\n\n- Built batch pipelines\n  - in Airflow\n- Cut costs by "
      "30%\n",
      TRUE },
    { "### Bluewave | Data Engineer | 2021.03 - 2025.01\n\n- Built batch pipelines\n  - in Airflow\n- Cut costs by "
      "20%\n",
      TRUE },
    { "### Bluewave | Data Engineer | 2021.03 - Present\n\n- Built batch pipelines\n- Cut costs by 20%\n", TRUE },
    { "### Bluewave | Data Engineer | 2021.03 - Present\n\n- Cut costs by 20%\n- Built batch pipelines\n  - in "
      "Airflow\n",
      TRUE },
    { "### Bluewave | Data Engineer | 2021.03 - Present\n\n- Built batch pipelines\n  - in Airflow\n- Cut costs by "
      "20%\n- New\n",
      TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].now);
      g_assert_true (matchum_linked_entry_is_changed (ENTRY, cases[i].now) == cases[i].is_changed);
      g_assert_true (matchum_linked_entry_is_changed (cases[i].now, ENTRY) == cases[i].is_changed);
    }
}

static void
test_states (void)
{
  static const char *const changed = "### Bluewave | Data Engineer | 2021.03 - Present\n\n- Another\n";
  g_autoptr (MatchumResume) resume = fixture_read (HEAD ENTRY TAIL);
  const char *id = find_entry (resume);
  const struct {
    const char *entry, *words, *other, *other_words;
    MatchumLinkState state;
  } cases[] = {
    { id, ENTRY, id, ENTRY, MATCHUM_LINK_AGREES },           { id, NULL, id, NULL, MATCHUM_LINK_AGREES },
    { id, changed, id, ENTRY, MATCHUM_LINK_CHANGED },        { id, ENTRY, id, changed, MATCHUM_LINK_OTHER_CHANGED },
    { id, changed, id, changed, MATCHUM_LINK_BOTH_CHANGED }, { "gone", ENTRY, id, ENTRY, MATCHUM_LINK_BROKEN },
    { id, ENTRY, "gone", changed, MATCHUM_LINK_BROKEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (matchum_linked_entry_find_state (resume, cases[i].entry, cases[i].words, resume, cases[i].other,
                                                      cases[i].other_words),
                     ==, cases[i].state);
  g_assert_cmpint (matchum_linked_entry_find_state (resume, id, ENTRY, NULL, id, ENTRY), ==, MATCHUM_LINK_BROKEN);
}

/* What was never touched agrees, in whatever a text may hold; what says something new does not. */
static void
test_made_up (void)
{
  guint n = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = random_markdown_resume (i, TRUE, TRUE);
      g_autoptr (MatchumResume) resume = fixture_read (text);

      for (guint b = 0; b < matchum_resume_get_n_blocks (resume); b++)
        {
          const MatchumBlock *block = matchum_resume_get_block (resume, b);
          g_autofree char *words = NULL, *more = NULL;

          if (block->kind != MATCHUM_BLOCK_ENTRY)
            continue;
          words = matchum_linked_entry_dup_words (resume, block->id);
          more = g_strconcat (words, "\n\nA paragraph that nobody wrote\n", NULL);
          g_assert_false (matchum_linked_entry_is_changed (words, words));
          g_assert_true (matchum_linked_entry_is_changed (words, more));
          g_assert_cmpint (matchum_linked_entry_find_state (resume, block->id, words, resume, block->id, words), ==,
                           MATCHUM_LINK_AGREES);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resume/linked-entry/words", test_words);
  g_test_add_func ("/resume/linked-entry/changes", test_changes);
  g_test_add_func ("/resume/linked-entry/states", test_states);
  g_test_add_func ("/resume/linked-entry/made-up", test_made_up);
  return g_test_run ();
}
