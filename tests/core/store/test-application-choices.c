/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choices as one value and as rows: what is written of a change makes the one of the other, whatever they are, leaves
 * alone what others changed meanwhile, and is undone in one step. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-application-choices.h"

#define N_BLOCKS 6
#define N_ROUNDS 300
/* Taken one by one, these take minutes. */
#define N_MANY 30000

typedef struct {
  MatchumApplication *before;
  MatchumApplication *after;
} Change;

static gboolean
change_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Change *change = data;

  return matchum_application_choices_change (database, "a", change->before, change->after, error);
}

static MatchumApplication *
read_choices (MatchumLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumApplicationRecord) record =
      matchum_application_table_find (matchum_library_get_database (library), "a", &error);

  g_assert_no_error (error);
  return matchum_application_record_get_application (record);
}

static MatchumLibrary *
open_library (void)
{
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library = matchum_library_new_in_memory (&error);

  g_assert_no_error (error);
  store_fixture_put_baseline (library, "r", "# R\n\n- Go\n");
  store_fixture_put_posting (library, "p", "## Requirements\n- Go\n");
  store_fixture_put_application (library, "a", "r", "p");
  return library;
}

static const char *
choose_text (GRand *rand)
{
  static const char *const texts[] = { "One", "둘", "**three** 셋" };

  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static void
replace (MatchumApplication **application, MatchumApplication *other)
{
  matchum_application_unref (*application);
  *application = other;
}

static GPtrArray *
shuffle_ids (GRand *rand)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_BLOCKS; i++)
    g_ptr_array_insert (ids, g_rand_int_range (rand, 0, (int) i + 1), g_strdup_printf ("b%u", i));
  g_ptr_array_set_size (ids, g_rand_int_range (rand, 0, N_BLOCKS + 1));
  return ids;
}

static void
choose_for_block (GRand *rand, MatchumApplication **application, guint block)
{
  g_autofree char *id = g_strdup_printf ("b%u", block);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      replace (application, matchum_application_with_hidden (*application, id, TRUE));
      break;
    case 1:
      replace (application, matchum_application_with_pinned (*application, id, TRUE));
      break;
    case 2:
      replace (application, matchum_application_with_wording (*application, id, choose_text (rand),
                                                              g_rand_boolean (rand) ? choose_text (rand) : NULL));
      break;
    default:
      break;
    }
}

static MatchumApplication *
make_choices (GRand *rand)
{
  const MatchumApplicationLook look = { (char *) "compact", (char *) "a4", (char *) choose_text (rand) };
  MatchumApplication *application = matchum_application_new ();

  for (guint i = 0; i < N_BLOCKS; i++)
    choose_for_block (rand, &application, i);
  if (g_rand_boolean (rand))
    {
      g_autoptr (GPtrArray) ids = shuffle_ids (rand);

      replace (&application, matchum_application_with_order (application, ids));
    }
  if (g_rand_boolean (rand))
    replace (&application, matchum_application_with_title_line (application, choose_text (rand)));
  if (g_rand_boolean (rand))
    replace (&application, matchum_application_with_team (application, choose_text (rand)));
  if (g_rand_boolean (rand))
    replace (&application, matchum_application_with_look (application, &look));
  replace (&application, matchum_application_with_budget (application, g_rand_int_range (rand, 0, 3)));
  replace (&application, matchum_application_with_allows_gaps (application, g_rand_boolean (rand)));
  return application;
}

static void
test_changes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (MatchumLibrary) library = open_library ();
  g_autoptr (MatchumApplication) before = matchum_application_new ();
  guint n_different = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (MatchumApplication) after = make_choices (rand);
      g_autoptr (MatchumApplication) found = NULL;
      Change change = { before, after };

      store_fixture_edit (library, "Choose", change_cb, &change);
      found = read_choices (library);
      g_assert_true (matchum_application_is_equal (found, after));
      n_different += matchum_application_is_equal (before, after) ? 0 : 1;
      replace (&before, g_steal_pointer (&after));
    }
  g_assert_cmpuint (n_different, >, N_ROUNDS * 9 / 10);
  store_fixture_close (g_steal_pointer (&library));
}

static void
test_undo (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (MatchumLibrary) library = open_library ();
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) first = make_choices (rand), second = make_choices (rand);
  g_autoptr (MatchumApplication) undone = NULL, redone = NULL;
  Change change = { none, first }, next = { first, second };

  g_assert_false (matchum_application_is_equal (first, second));
  store_fixture_edit (library, "Choose", change_cb, &change);
  store_fixture_edit (library, "Choose", change_cb, &next);
  store_fixture_undo (library);
  undone = read_choices (library);
  g_assert_true (matchum_application_is_equal (undone, first));
  g_assert_true (matchum_library_redo (library, NULL));
  redone = read_choices (library);
  g_assert_true (matchum_application_is_equal (redone, second));
  store_fixture_close (g_steal_pointer (&library));
}

/* What was shown when the edit was asked for did not have what somebody else hid meanwhile. */
static void
test_meanwhile (void)
{
  g_autoptr (MatchumLibrary) library = open_library ();
  g_autoptr (MatchumApplication) none = matchum_application_new ();
  g_autoptr (MatchumApplication) hidden = matchum_application_with_hidden (none, "b1", TRUE);
  g_autoptr (MatchumApplication) worded = matchum_application_with_wording (none, "b2", "Mine", "Theirs");
  g_autoptr (MatchumApplication) both = matchum_application_with_wording (hidden, "b2", "Mine", "Theirs");
  g_autoptr (MatchumApplication) found = NULL;
  Change first = { none, hidden }, second = { none, worded };

  store_fixture_edit (library, "Choose", change_cb, &first);
  store_fixture_edit (library, "Choose", change_cb, &second);
  found = read_choices (library);
  g_assert_true (matchum_application_is_equal (found, both));
  store_fixture_close (g_steal_pointer (&library));
}

/* The record that shows choices before the library has them tells the same. */
static void
test_record (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (MatchumApplicationRecord) record = matchum_application_record_new ();
      g_autoptr (MatchumApplication) choices = make_choices (rand), found = NULL;

      matchum_application_record_set_application (record, choices);
      found = matchum_application_record_get_application (record);
      g_assert_true (matchum_application_is_equal (found, choices));
    }
}

/* A library that another program wrote, or that was damaged. */
static void
test_hostile (void)
{
  g_autoptr (MatchumLibrary) library = open_library ();
  g_autoptr (MatchumApplication) found = NULL;

  store_fixture_edit (library, "Damage", matchum_database_execute,
                      "UPDATE applications SET title_line = CAST (x'20F0' AS TEXT), budget = 4294967297;"
                      "INSERT INTO application_wordings VALUES ('a', 'b1', CAST (x'476FFF' AS TEXT),"
                      " CAST (x'F0' AS TEXT))");
  found = read_choices (library);
  g_assert_cmpuint (matchum_application_get_budget (found), ==, G_MAXINT);
  g_assert_true (g_utf8_validate (matchum_application_get_title_line (found), -1, NULL));
  g_assert_true (g_str_has_prefix (matchum_application_get_wording (found, "b1"), "Go"));
  g_assert_true (g_utf8_validate (matchum_application_get_wording (found, "b1"), -1, NULL));
  g_assert_true (g_utf8_validate (matchum_application_get_replaced (found, "b1"), -1, NULL));

  store_fixture_edit (library, "Damage", matchum_database_execute, "UPDATE applications SET budget = -1");
  matchum_application_unref (g_steal_pointer (&found));
  found = read_choices (library);
  g_assert_cmpuint (matchum_application_get_budget (found), ==, 0);
  store_fixture_close (g_steal_pointer (&library));
}

/* However much was chosen, it is one value soon. */
static void
test_many (void)
{
  g_autoptr (MatchumApplicationRecord) record = matchum_application_record_new ();
  g_autoptr (MatchumApplication) found = NULL;

  record->wordings = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_wording_record_free);
  for (guint i = 0; i < N_MANY; i++)
    {
      MatchumWordingRecord *wording = matchum_wording_record_new ();

      wording->block = g_strdup_printf ("b%u", i);
      wording->text = g_strdup ("Mine");
      g_ptr_array_add (record->wordings, wording);
    }
  g_test_timer_start ();
  found = matchum_application_record_get_application (record);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 1);
  g_assert_cmpstr (matchum_application_get_wording (found, "b0"), ==, "Mine");
  g_assert_null (matchum_application_get_replaced (found, "b0"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application-choices/changes", test_changes);
  g_test_add_func ("/application-choices/undo", test_undo);
  g_test_add_func ("/application-choices/meanwhile", test_meanwhile);
  g_test_add_func ("/application-choices/record", test_record);
  g_test_add_func ("/application-choices/hostile", test_hostile);
  g_test_add_func ("/application-choices/many", test_many);
  return g_test_run ();
}
