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

static GPtrArray *
list_ids (const char *ids)
{
  g_auto (GStrv) strv = g_strsplit (ids, " ", -1);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; strv[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (strv[i]));
  return list;
}

/* Many at once are what they are one by one, and nothing of it is seen in those that they were made of. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) some = list_ids ("a b"), others = list_ids ("b c");
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) hidden = matchum_application_with_all_hidden (none, some, TRUE);
  g_autoptr (MatchumApplication) pinned = matchum_application_with_all_pinned (hidden, others, TRUE);
  g_autoptr (MatchumApplication) hidden_again = matchum_application_with_all_hidden (pinned, some, TRUE);
  g_autoptr (MatchumApplication) shown = matchum_application_with_all_hidden (hidden_again, some, FALSE);
  g_autoptr (MatchumApplication) set = matchum_application_with_ids (shown, some, NULL);
  g_autoptr (MatchumApplication) same = matchum_application_with_all_hidden (set, some, TRUE);

  g_assert_false (matchum_application_is_hidden (none, "a"));
  g_assert_true (matchum_application_is_hidden (hidden, "a") && matchum_application_is_hidden (hidden, "b"));
  g_assert_true (matchum_application_is_hidden (pinned, "a"));
  g_assert_false (matchum_application_is_hidden (pinned, "b"));
  g_assert_true (matchum_application_is_pinned (pinned, "b") && matchum_application_is_pinned (pinned, "c"));
  g_assert_true (matchum_application_is_hidden (hidden_again, "b"));
  g_assert_false (matchum_application_is_pinned (hidden_again, "b"));
  g_assert_true (matchum_application_is_pinned (hidden_again, "c"));
  g_assert_false (matchum_application_is_hidden (shown, "a"));
  g_assert_true (matchum_application_is_pinned (shown, "c"));
  g_assert_true (matchum_application_is_equal (set, hidden));
  g_assert_true (matchum_application_is_equal (set, same));
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
test_wording (void)
{
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) one = matchum_application_with_wording (none, "b", "Built **it**", "Built that");
  g_autoptr (MatchumApplication) two = matchum_application_with_wording (one, "a", "만들었다", NULL);
  g_autoptr (MatchumApplication) other = matchum_application_with_wording (one, "b", "Built it", "Built that");
  g_autoptr (MatchumApplication) older = matchum_application_with_wording (one, "b", "Built **it**", "Built");
  g_autoptr (MatchumApplication) hidden = matchum_application_with_hidden (two, "b", TRUE);
  g_autoptr (MatchumApplication) back = matchum_application_with_wording (one, "b", NULL, NULL);
  g_autoptr (GPtrArray) worded = matchum_application_dup_worded (hidden);

  g_assert_null (matchum_application_get_wording (none, "b"));
  g_assert_cmpstr (matchum_application_get_wording (one, "b"), ==, "Built **it**");
  g_assert_cmpstr (matchum_application_get_replaced (one, "b"), ==, "Built that");
  g_assert_null (matchum_application_get_wording (one, "a"));
  g_assert_null (matchum_application_get_replaced (two, "a"));
  g_assert_cmpuint (worded->len, ==, 2);
  g_assert_cmpstr (worded->pdata[0], ==, "a");
  g_assert_false (matchum_application_is_equal (one, none));
  g_assert_false (matchum_application_is_equal (one, other));
  g_assert_false (matchum_application_is_equal (one, older));
  g_assert_true (matchum_application_is_equal (back, none));
  g_assert_true (matchum_application_has_same_words (two, hidden));
  g_assert_false (matchum_application_has_same_words (two, one));
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) ordered = NULL, turned = NULL, pinned = NULL, back = NULL;

  g_ptr_array_add (ids, (char *) "b");
  g_ptr_array_add (ids, (char *) "a");
  ordered = matchum_application_with_order (none, ids);
  ids->pdata[0] = (char *) "a";
  ids->pdata[1] = (char *) "b";
  turned = matchum_application_with_order (none, ids);
  pinned = matchum_application_with_pinned (ordered, "a", TRUE);
  back = matchum_application_with_order (ordered, NULL);

  g_assert_cmpuint (matchum_application_get_order (none)->len, ==, 0);
  g_assert_cmpstr (matchum_application_get_order (pinned)->pdata[0], ==, "b");
  g_assert_false (matchum_application_is_equal (ordered, turned));
  g_assert_true (matchum_application_has_same_words (ordered, pinned));
  g_assert_true (matchum_application_is_equal (back, none));
}

static void
test_pages (void)
{
  MatchumApplicationLook compact = { (char *) "compact", (char *) "a4", (char *) "size=9" };
  MatchumApplicationLook plain = { (char *) "compact", (char *) "a4", (char *) "" };
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) budgeted = matchum_application_with_budget (none, 2);
  g_autoptr (MatchumApplication) gapped = matchum_application_with_allows_gaps (budgeted, TRUE);
  g_autoptr (MatchumApplication) looking = matchum_application_with_look (gapped, &compact);
  g_autoptr (MatchumApplication) other = matchum_application_with_look (looking, &plain);
  g_autoptr (MatchumApplication) titled = matchum_application_with_title_line (looking, "ML Engineer");
  g_autoptr (MatchumApplication) blank = matchum_application_with_title_line (titled, " \t");
  g_autoptr (MatchumApplication) back = matchum_application_with_look (looking, NULL);

  g_assert_cmpuint (matchum_application_get_budget (none), ==, 0);
  g_assert_cmpuint (matchum_application_get_budget (titled), ==, 2);
  g_assert_true (matchum_application_allows_gaps (titled));
  g_assert_null (matchum_application_get_look (gapped));
  g_assert_cmpstr (matchum_application_get_look (titled)->adjustments, ==, "size=9");
  g_assert_cmpstr (matchum_application_get_title_line (titled), ==, "ML Engineer");
  g_assert_false (matchum_application_is_equal (none, budgeted));
  g_assert_false (matchum_application_is_equal (budgeted, gapped));
  g_assert_false (matchum_application_is_equal (looking, other));
  g_assert_false (matchum_application_has_same_look (looking, back));
  g_assert_true (matchum_application_is_equal (back, gapped));
  g_assert_false (matchum_application_has_same_words (titled, looking));
  g_assert_true (matchum_application_is_equal (blank, looking));
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
  g_test_add_func ("/application/many", test_many);
  g_test_add_func ("/application/team", test_team);
  g_test_add_func ("/application/wording", test_wording);
  g_test_add_func ("/application/order", test_order);
  g_test_add_func ("/application/pages", test_pages);
  g_test_add_func ("/application/equal-sizes", test_equal_sizes);
  g_test_add_func ("/application/visibility", test_visibility);
  return g_test_run ();
}
