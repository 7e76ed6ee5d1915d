/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person put right of a posting, in the library: it comes out as it went in, is undone in one step, goes along
 * with the posting, and pushes nothing out of the library that belongs to another line. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-posting-reading.h"

static MatchumPostingCorrection *
correction (guint line, guint nth, guint n_same, const char *text, const char *aspect, const char *value)
{
  return matchum_posting_correction_new (line, nth, n_same, text, aspect, value);
}

/* Takes what is put and removed; either may be NULL. */
static void
edit (MatchumLibrary *library, const char *posting, MatchumPostingCorrection *put, MatchumPostingCorrection *removed)
{
  g_autoptr (MatchumReadingChange) change = matchum_reading_change_new (posting);

  g_assert_true (matchum_reading_change_is_empty (change));
  if (put != NULL)
    matchum_reading_change_put (change, put);
  if (removed != NULL)
    matchum_reading_change_remove (change, removed);
  g_assert_false (matchum_reading_change_is_empty (change));
  store_fixture_edit (library, "Count Line as Preferred", matchum_reading_change_carry_out, change);
  g_clear_pointer (&put, matchum_posting_correction_unref);
  g_clear_pointer (&removed, matchum_posting_correction_unref);
}

/* "6 1/1 kind=duty Python", one a line. */
static char *
describe (MatchumLibrary *library, const char *posting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = matchum_posting_reading_list (matchum_library_get_database (library), posting, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const MatchumPostingCorrection *found = list->pdata[i];

      g_string_append_printf (words, "%u %u/%u %s=%s %s\n", found->line, found->nth, found->n_same, found->aspect,
                              found->value, found->line_text);
    }
  return g_string_free (words, FALSE);
}

static void
assert_list (MatchumLibrary *library, const char *posting, const char *expected)
{
  g_autofree char *words = describe (library, posting);

  g_assert_cmpstr (words, ==, expected);
}

static void
put_some (MatchumLibrary *library, const char *posting)
{
  edit (library, posting, correction (6, 1, 1, "Python 경험", "words", "Python\nSQL"), NULL);
  edit (library, posting, correction (6, 1, 1, "Python 경험", "kind.2", "preferred"), NULL);
  edit (library, posting, correction (7, 2, 3, "a@b/c", "join", ""), NULL);
}

#define SOME "6 1/1 kind.2=preferred Python 경험\n6 1/1 words=Python\nSQL Python 경험\n7 2/3 join= a@b/c\n"

static void
test_round_trip (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_put_posting (library, "p", "text");
  store_fixture_put_posting (library, "q", "text");
  put_some (library, "p");
  assert_list (library, "p", SOME);
  assert_list (library, "q", "");
  store_fixture_close (library);
  library = store_fixture_open (fixture->path);
  assert_list (library, "p", SOME);
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "Count Line as Preferred");
  store_fixture_undo (library);
  store_fixture_undo (library);
  assert_list (library, "p", "6 1/1 words=Python\nSQL Python 경험\n");
  g_assert_true (matchum_library_redo (library, NULL));
  g_assert_true (matchum_library_redo (library, NULL));
  assert_list (library, "p", SOME);
  store_fixture_close (library);
}

/* A change of several is one step; what is removed goes before what is put. */
static void
test_several (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumReadingChange) change = matchum_reading_change_new ("p");

  store_fixture_put_posting (library, "p", "text");
  put_some (library, "p");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MatchumPostingCorrection) put = correction (6 + i, 1, 1, "Python 경험", "kind", "duty");

      matchum_reading_change_put (change, put);
    }
  {
    g_autoptr (MatchumPostingCorrection) same = correction (7, 2, 3, "a@b/c", "join", "");
    g_autoptr (MatchumPostingCorrection) first = correction (6, 1, 1, "Python 경험", "words", "");
    g_autoptr (MatchumPostingCorrection) never = correction (99, 1, 1, "Python 경험", "words", "");

    matchum_reading_change_remove (change, same);
    matchum_reading_change_remove (change, first);
    matchum_reading_change_remove (change, never);
    matchum_reading_change_put (change, first);
  }
  store_fixture_edit (library, "Edit Line", matchum_reading_change_carry_out, change);
  assert_list (library, "p",
               "6 1/1 kind=duty Python 경험\n6 1/1 kind.2=preferred Python 경험\n6 1/1 words= Python 경험\n"
               "7 1/1 kind=duty Python 경험\n8 1/1 kind=duty Python 경험\n");
  store_fixture_undo (library);
  assert_list (library, "p", SOME);
  store_fixture_close (library);
}

/* The text was edited: another line has the number now. What was put right of the first is still there. */
static void
test_same_number (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_put_posting (library, "p", "text");
  edit (library, "p", correction (6, 1, 1, "옛 줄", "kind", "duty"), NULL);
  edit (library, "p", correction (7, 1, 1, "옛 둘째 줄", "kind", "duty"), NULL);
  edit (library, "p", correction (6, 1, 1, "새 줄", "kind", "preferred"), NULL);
  assert_list (library, "p", "6 1/1 kind=preferred 새 줄\n7 1/1 kind=duty 옛 둘째 줄\n8 1/1 kind=duty 옛 줄\n");
  edit (library, "p", correction (6, 1, 1, "새 줄", "kind", "other"), NULL);
  edit (library, "p", NULL, correction (6, 1, 1, "새 줄", "kind", ""));
  assert_list (library, "p", "7 1/1 kind=duty 옛 둘째 줄\n8 1/1 kind=duty 옛 줄\n");
  store_fixture_close (library);
}

/* Records of other aspects, and such as no program writes, are none of these, and stay. */
static void
test_other_records (StoreFixture *fixture, gconstpointer data)
{
  static const char *const aspects[] = { "soft", "kind@0/2", "kind@3/2", "kind@1/1", "kind@2", "kind.1", "@2/3", "" };
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (GPtrArray) records = NULL;

  store_fixture_put_posting (library, "p", "text");
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      MatchumReadingRecord record = { (char *) "p", 1, (char *) aspects[i], (char *) "duty", (char *) "줄" };

      store_fixture_edit (library, "Correct Line", matchum_reading_table_put, &record);
    }
  for (guint i = 0; i < 2; i++)
    {
      MatchumReadingRecord record = { (char *) "p", i == 0 ? -1 : G_MAXINT64, (char *) "kind", (char *) "duty",
                                      (char *) "줄" };

      store_fixture_edit (library, "Correct Line", matchum_reading_table_put, &record);
    }
  assert_list (library, "p", "");
  put_some (library, "p");
  assert_list (library, "p", SOME);
  records = matchum_reading_table_list (matchum_library_get_database (library), "p", NULL);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (aspects) + 2 + 3);
  store_fixture_close (library);
}

static gboolean
copy_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_posting_reading_copy (database, "p", "q", error);
}

static void
test_copy (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_put_posting (library, "p", "text");
  store_fixture_put_posting (library, "q", "text");
  put_some (library, "p");
  store_fixture_edit (library, "Duplicate Posting", copy_cb, NULL);
  assert_list (library, "q", SOME);
  store_fixture_edit (library, "Delete Posting", matchum_posting_table_remove, "p");
  assert_list (library, "p", "");
  assert_list (library, "q", SOME);
  store_fixture_undo (library);
  assert_list (library, "p", SOME);
  store_fixture_undo (library);
  assert_list (library, "q", "");
  store_fixture_close (library);
}

/* An edit that was asked for when the posting was there, and is made when it is gone. */
static void
test_gone (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *before = store_fixture_dump_library (library);
  g_autofree char *after = NULL;

  edit (library, "gone", correction (6, 1, 1, "줄", "kind", "duty"), NULL);
  after = store_fixture_dump_library (library);
  store_fixture_assert_same (after, before);
  store_fixture_close (library);
}

static void
test_folder (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  MatchumLibrary *second = NULL;

  store_fixture_put_posting (library, "p", "text");
  put_some (library, "p");
  second = store_fixture_open_imported (fixture, library);
  assert_list (second, "p", SOME);
  store_fixture_close (second);
  store_fixture_close (library);
}

/* Edited as it is typed: a letter at a time, lines above it, a line of the same words. */
static void
test_follow (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "## 자격요건\n- Go\n- Rust\n- Go\n",        "## 자격요건\n- Go\n- Rus\n- Go\n",
    "당근\n\n## 자격요건\n- Go\n- Rus\n- Go\n", "당근\n\n## 자격요건\n- Go\n- Rus\n- Golang\n",
    "당근\n\n## 자격요건\n- Golang\n- C\n",     "\n",
  };
  static const char *const expected[] = {
    "3 1/1 kind=duty Rust\n4 2/2 kind=preferred Go\n",    "3 1/1 kind=duty Rus\n4 2/2 kind=preferred Go\n",
    "5 1/1 kind=duty Rus\n6 2/2 kind=preferred Go\n",     "5 1/1 kind=duty Rus\n6 1/1 kind=preferred Golang\n",
    "5 1/1 kind=duty Rus\n6 1/1 kind=preferred Golang\n", /* one by its words, one gone */
    "5 1/1 kind=duty Rus\n6 1/1 kind=preferred Golang\n", /* no text */
  };
  MatchumLibrary *library = store_fixture_open (fixture->path);

  store_fixture_put_posting (library, "p", texts[0]);
  edit (library, "p", correction (3, 1, 1, "Rust", "kind", "duty"), NULL);
  edit (library, "p", correction (4, 2, 2, "Go", "kind", "preferred"), NULL);
  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      store_fixture_follow (library, matchum_posting_reading_follow, texts[i - 1], texts[i]);
      assert_list (library, "p", expected[i]);
    }
  for (guint i = 3; i > 0; i--)
    {
      store_fixture_undo (library);
      assert_list (library, "p", expected[i - 1]);
    }
  store_fixture_close (library);
}

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/posting-reading/round-trip", test_round_trip);
  ADD ("/store/posting-reading/several", test_several);
  ADD ("/store/posting-reading/same-number", test_same_number);
  ADD ("/store/posting-reading/other-records", test_other_records);
  ADD ("/store/posting-reading/copy", test_copy);
  ADD ("/store/posting-reading/gone", test_gone);
  ADD ("/store/posting-reading/folder", test_folder);
  ADD ("/store/posting-reading/follow", test_follow);
  return g_test_run ();
}
