/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is taken over from one application to another, and what stays. */
#include "config.h"

#include <string.h>

#include "resume/matchum-markdown-resume-reader.h"
#include "tailor/matchum-choices-transfer.h"

typedef struct {
  MatchumResume *resume;
  const char *first; /* ids of items */
  const char *second;
  const char *third;
} Fixture;

static const char *
find_id (MatchumResume *resume, const char *words)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (strstr (matchum_block_get_text (matchum_resume_get_block (resume, i)), words) != NULL)
      return matchum_resume_get_block (resume, i)->id;
  g_assert_not_reached ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "# 김하늘\n\n## 경력\n\n### 한빛, 개발자, 2021.03 - 2024.02\n\n- 첫째\n- 둘째\n- 셋째\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("resume.md", bytes, &error);

  g_assert_no_error (error);
  fixture->resume = matchum_markdown_resume_reader_read (source, &error);
  g_assert_no_error (error);
  fixture->first = find_id (fixture->resume, "첫째");
  fixture->second = find_id (fixture->resume, "둘째");
  fixture->third = find_id (fixture->resume, "셋째");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  matchum_resume_unref (fixture->resume);
}

/* Takes changed. */
static void
replace (MatchumApplication **application, MatchumApplication *changed)
{
  matchum_application_unref (*application);
  *application = changed;
}

/* The first is hidden, the second pinned and worded, the order turned; and what is for its posting only. */
static MatchumApplication *
create_from (Fixture *fixture)
{
  const MatchumApplicationLook look = { (char *) "compact", (char *) "a4", (char *) "" };
  MatchumApplication *from = matchum_application_new ();
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  g_ptr_array_add (order, (char *) fixture->third);
  g_ptr_array_add (order, (char *) fixture->first);
  replace (&from, matchum_application_with_hidden (from, fixture->first, TRUE));
  replace (&from, matchum_application_with_pinned (from, fixture->second, TRUE));
  replace (&from, matchum_application_with_wording (from, fixture->second, "다른 말", "둘째"));
  replace (&from, matchum_application_with_order (from, order));
  replace (&from, matchum_application_with_hidden (from, "gone", TRUE));
  replace (&from, matchum_application_with_team (from, "추천팀"));
  replace (&from, matchum_application_with_title_line (from, "ML Engineer"));
  replace (&from, matchum_application_with_budget (from, 1));
  replace (&from, matchum_application_with_look (from, &look));
  return from;
}

static void
test_fresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumApplication) from = create_from (fixture);
  g_autoptr (MatchumApplication) before = matchum_application_new ();
  g_autoptr (MatchumApplication) after = matchum_choices_transfer_apply (before, from, fixture->resume);
  g_autoptr (MatchumApplication) twice = matchum_choices_transfer_apply (after, from, fixture->resume);
  const MatchumChoicesDifference difference = matchum_choices_transfer_compare (before, after);

  g_assert_true (matchum_application_is_hidden (after, fixture->first));
  g_assert_true (matchum_application_is_pinned (after, fixture->second));
  g_assert_cmpstr (matchum_application_get_wording (after, fixture->second), ==, "다른 말");
  g_assert_cmpstr (matchum_application_get_replaced (after, fixture->second), ==, "둘째");
  g_assert_cmpuint (matchum_application_get_order (after)->len, ==, 2);
  g_assert_false (matchum_application_is_hidden (after, "gone"));
  g_assert_null (matchum_application_get_team (after));
  g_assert_null (matchum_application_get_title_line (after));
  g_assert_cmpuint (matchum_application_get_budget (after), ==, 0);
  g_assert_null (matchum_application_get_look (after));
  g_assert_cmpuint (difference.n_hidden, ==, 1);
  g_assert_cmpuint (difference.n_shown, ==, 0);
  g_assert_cmpuint (difference.n_pinned, ==, 1);
  g_assert_cmpuint (difference.n_unpinned, ==, 0);
  g_assert_cmpuint (difference.n_wordings, ==, 1);
  g_assert_true (difference.has_other_order);
  g_assert_true (matchum_application_is_equal (after, twice));
}

/* What was chosen before and is not there goes; what is for the posting, words that were written and what the resume
 * does not have stay. */
static void
test_with_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumApplication) from = create_from (fixture);
  g_autoptr (MatchumApplication) before = matchum_application_new ();
  g_autoptr (MatchumApplication) after = NULL;
  MatchumChoicesDifference difference;

  replace (&before, matchum_application_with_hidden (before, fixture->second, TRUE));
  replace (&before, matchum_application_with_hidden (before, "lost", TRUE));
  replace (&before, matchum_application_with_pinned (before, fixture->first, TRUE));
  replace (&before, matchum_application_with_wording (before, fixture->second, "내 말", "둘째"));
  replace (&before, matchum_application_with_team (before, "검색팀"));
  replace (&before, matchum_application_with_budget (before, 2));
  after = matchum_choices_transfer_apply (before, from, fixture->resume);
  difference = matchum_choices_transfer_compare (before, after);

  g_assert_true (matchum_application_is_hidden (after, fixture->first));
  g_assert_false (matchum_application_is_hidden (after, fixture->second));
  g_assert_true (matchum_application_is_pinned (after, fixture->second));
  g_assert_true (matchum_application_is_hidden (after, "lost"));
  g_assert_cmpstr (matchum_application_get_wording (after, fixture->second), ==, "내 말");
  g_assert_cmpstr (matchum_application_get_team (after), ==, "검색팀");
  g_assert_cmpuint (matchum_application_get_budget (after), ==, 2);
  g_assert_cmpuint (difference.n_hidden, ==, 1);
  g_assert_cmpuint (difference.n_shown, ==, 1);
  g_assert_cmpuint (difference.n_pinned, ==, 1);
  g_assert_cmpuint (difference.n_unpinned, ==, 1);
  g_assert_cmpuint (difference.n_wordings, ==, 0);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MatchumApplication) from = create_from (fixture);
  g_autoptr (MatchumApplication) nothing = matchum_application_new ();
  g_autoptr (MatchumApplication) teamed = matchum_application_with_team (nothing, "추천팀");
  const MatchumChoicesDifference same = matchum_choices_transfer_compare (from, from);

  g_assert_true (matchum_choices_difference_is_empty (&same));
  g_assert_true (matchum_choices_transfer_has_any (from));
  g_assert_false (matchum_choices_transfer_has_any (nothing));
  g_assert_false (matchum_choices_transfer_has_any (teamed));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/choices-transfer/fresh", Fixture, NULL, set_up, test_fresh, tear_down);
  g_test_add ("/choices-transfer/with-own", Fixture, NULL, set_up, test_with_own, tear_down);
  g_test_add ("/choices-transfer/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  return g_test_run ();
}
