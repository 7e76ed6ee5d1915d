/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choices: what hiding and pinning do to each other, and what is seen under them. */
#include "config.h"

#include "../../support/resume-fixture.h"
#include "tailor/matchum-application.h"

static void
test_choices (void)
{
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) hidden = matchum_application_with_hidden (none, "a", TRUE);
  g_autoptr (MatchumApplication) pinned = matchum_application_with_pinned (hidden, "a", TRUE);
  g_autoptr (MatchumApplication) hidden_again = matchum_application_with_hidden (pinned, "a", TRUE);
  g_autoptr (MatchumApplication) shown = matchum_application_with_hidden (hidden, "a", FALSE);
  g_autoptr (MatchumApplication) let_go = matchum_application_with_pinned (pinned, "a", FALSE);

  g_assert_false (matchum_application_is_hidden (none, "a"));
  g_assert_true (matchum_application_is_hidden (hidden, "a"));
  g_assert_false (matchum_application_is_hidden (hidden, "b"));
  g_assert_false (matchum_application_is_hidden (pinned, "a"));
  g_assert_true (matchum_application_is_pinned (pinned, "a"));
  g_assert_true (matchum_application_is_hidden (hidden_again, "a"));
  g_assert_false (matchum_application_is_pinned (hidden_again, "a"));
  g_assert_true (matchum_application_is_equal (shown, none));
  g_assert_true (matchum_application_is_equal (let_go, none));
  g_assert_true (matchum_application_is_equal (hidden, hidden_again));
  g_assert_false (matchum_application_is_equal (hidden, pinned));
  g_assert_false (matchum_application_is_equal (hidden, none));
}

static void
test_team (void)
{
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) one = matchum_application_with_team (none, "추천팀");
  g_autoptr (MatchumApplication) other = matchum_application_with_team (one, "검색팀");
  g_autoptr (MatchumApplication) hidden = matchum_application_with_hidden (one, "a", TRUE);
  g_autoptr (MatchumApplication) none_again = matchum_application_with_team (other, NULL);

  g_assert_null (matchum_application_get_team (none));
  g_assert_cmpstr (matchum_application_get_team (one), ==, "추천팀");
  g_assert_cmpstr (matchum_application_get_team (hidden), ==, "추천팀");
  g_assert_false (matchum_application_is_equal (none, one));
  g_assert_false (matchum_application_is_equal (one, other));
  g_assert_true (matchum_application_is_equal (none, none_again));
}

static void
test_equal_sizes (void)
{
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) a = matchum_application_with_hidden (none, "a", TRUE);
  g_autoptr (MatchumApplication) b = matchum_application_with_hidden (none, "b", TRUE);
  g_autoptr (MatchumApplication) ab = matchum_application_with_hidden (a, "b", TRUE);
  g_autoptr (MatchumApplication) ba = matchum_application_with_hidden (b, "a", TRUE);

  g_assert_false (matchum_application_is_equal (a, b));
  g_assert_true (matchum_application_is_equal (ab, ba));
}

static void
test_visibility (void)
{
  g_autoptr (MatchumResume) resume = fixture_read ("# N\n## A\n- a\n- b\n## B\n- c\n");
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) one = matchum_application_with_hidden (none, fixture_find (resume, "c")->id, TRUE);
  g_autoptr (MatchumApplication) two = matchum_application_with_pinned (one, fixture_find (resume, "B")->id, TRUE);
  g_autoptr (MatchumVisibility) all = matchum_application_get_visibility (none, resume);
  g_autoptr (MatchumVisibility) hidden = matchum_application_get_visibility (one, resume);
  g_autoptr (MatchumVisibility) pinned = matchum_application_get_visibility (two, resume);

  g_assert_cmpuint (matchum_visibility_get_n_visible (all), ==, 6);
  g_assert_cmpuint (matchum_visibility_get_n_visible (hidden), ==, 4);
  g_assert_cmpuint (matchum_visibility_get_n_visible (pinned), ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application/choices", test_choices);
  g_test_add_func ("/application/team", test_team);
  g_test_add_func ("/application/equal-sizes", test_equal_sizes);
  g_test_add_func ("/application/visibility", test_visibility);
  return g_test_run ();
}
