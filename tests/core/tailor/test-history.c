/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo, against a model made of a plain list. */
#include "config.h"

#include "tailor/matchum-history.h"

#define MAX_STEPS 1000

static MatchumApplication *
create_application (guint number)
{
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autofree char *id = g_strdup_printf ("block-%u", number);

  return matchum_application_with_hidden (none, id, TRUE);
}

static void
push (MatchumHistory *history, guint number)
{
  g_autoptr (MatchumApplication) application = create_application (number);
  g_autofree char *label = g_strdup_printf ("step %u", number);

  matchum_history_push (history, application, label);
}

static void
check_current (MatchumHistory *history, guint number)
{
  g_autofree char *id = g_strdup_printf ("block-%u", number);

  g_assert_true (matchum_application_is_hidden (matchum_history_get_application (history), id));
}

static void
count_cb (MatchumHistory *history, guint *n_changes)
{
  (*n_changes)++;
}

static void
test_walk (void)
{
  g_autoptr (MatchumApplication) first = create_application (0);
  g_autoptr (MatchumHistory) history = matchum_history_new (first);
  guint n_changes = 0;

  g_signal_connect (history, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_null (matchum_history_get_undo_label (history));
  g_assert_null (matchum_history_get_redo_label (history));
  g_assert_false (matchum_history_undo (history));
  g_assert_false (matchum_history_redo (history));
  g_assert_cmpuint (n_changes, ==, 0);

  push (history, 1);
  push (history, 2);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpstr (matchum_history_get_undo_label (history), ==, "step 2");
  g_assert_true (matchum_history_undo (history));
  check_current (history, 1);
  g_assert_cmpstr (matchum_history_get_undo_label (history), ==, "step 1");
  g_assert_cmpstr (matchum_history_get_redo_label (history), ==, "step 2");
  g_assert_true (matchum_history_redo (history));
  check_current (history, 2);
  g_assert_cmpuint (n_changes, ==, 4);

  g_assert_true (matchum_history_undo (history));
  g_assert_true (matchum_history_undo (history));
  check_current (history, 0);
  push (history, 3);
  g_assert_null (matchum_history_get_redo_label (history));
  g_assert_false (matchum_history_redo (history));
  g_assert_true (matchum_history_undo (history));
  check_current (history, 0);
}

static void
test_bound (void)
{
  g_autoptr (MatchumApplication) first = create_application (0);
  g_autoptr (MatchumHistory) history = matchum_history_new (first);
  guint n_undone = 0;

  for (guint i = 1; i <= MAX_STEPS + 200; i++)
    push (history, i);
  check_current (history, MAX_STEPS + 200);
  while (matchum_history_undo (history))
    n_undone++;
  g_assert_cmpuint (n_undone, ==, MAX_STEPS);
  check_current (history, 200);
}

static void
test_model (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (MatchumApplication) first = create_application (0);
  g_autoptr (MatchumHistory) history = matchum_history_new (first);
  guint steps[500] = { 0 };
  guint n_steps = 1, current = 0;

  for (guint i = 1; i < G_N_ELEMENTS (steps); i++)
    {
      switch (g_rand_int_range (rand, 0, 3))
        {
        case 0:
          g_assert_cmpint (matchum_history_undo (history), ==, current > 0);
          current -= current > 0 ? 1 : 0;
          break;
        case 1:
          g_assert_cmpint (matchum_history_redo (history), ==, current + 1 < n_steps);
          current += current + 1 < n_steps ? 1 : 0;
          break;
        default:
          push (history, i);
          steps[++current] = i;
          n_steps = current + 1;
          break;
        }
      check_current (history, steps[current]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/walk", test_walk);
  g_test_add_func ("/history/bound", test_bound);
  g_test_add_func ("/history/model", test_model);
  return g_test_run ();
}
