/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user said of requirements, in the library: it comes out as it went in, is undone like any edit, goes along
 * with the application and nowhere else, and follows the text of the posting. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-claim-table.h"
#include "store/matchum-library-forget.h"

#define FIRST_TEXT "## 자격요건\n- Go\n- Rust\n- Go\n"

typedef struct {
  MatchumClaim *put;
  MatchumClaim *removed;
} Saying;

static gboolean
say_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Saying *saying = data;

  return (saying->removed == NULL || matchum_application_claims_remove (database, "a", saying->removed, error))
         && (saying->put == NULL || matchum_application_claims_put (database, "a", saying->put, error));
}

/* Takes what is put and removed; either may be NULL. */
static void
say (MatchumLibrary *library, MatchumClaim *put, MatchumClaim *removed)
{
  g_autoptr (MatchumClaim) first = put;
  g_autoptr (MatchumClaim) second = removed;
  Saying saying = { put, removed };

  store_fixture_edit (library, "I Have This", say_cb, &saying);
}

static MatchumClaim *
claim (MatchumClaimKind kind,
       guint line,
       guint nth,
       guint n_same,
       const char *text,
       const char *criterion,
       const char *block)
{
  const MatchumLineAnchor anchor = { line, nth, n_same, text };

  return matchum_claim_new (kind, &anchor, 0, criterion, block);
}

/* "3 1/1 have Rust Kafka b2", one a line. */
static void
assert_claims (MatchumLibrary *library, const char *application, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
      matchum_application_claims_list (matchum_library_get_database (library), application, &error);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const MatchumClaim *found = list->pdata[i];

      g_string_append_printf (words, "%u %u/%u %s %s %s %s\n", found->line, found->nth, found->n_same,
                              matchum_claim_kind_get_nick (found->kind), found->line_text,
                              found->criterion != NULL ? found->criterion : "*",
                              found->block != NULL ? found->block : "-");
    }
  g_assert_cmpstr (words->str, ==, expected);
}

static void
put_application (MatchumLibrary *library, const char *id, const char *posting)
{
  g_autoptr (MatchumApplicationRecord) record = store_fixture_application (id, "r", posting);

  g_clear_pointer (&record->paper, g_free);
  store_fixture_edit (library, "Hide Item", (MatchumEditFunc) matchum_application_table_put, record);
}

/* A library with a posting "p", and applications "a" and "b" for it. */
static MatchumLibrary *
open_filled (StoreFixture *fixture)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autoptr (MatchumBaselineRecord) baseline = store_fixture_baseline ("r", "# R\n\n- Go\n");

  store_fixture_edit (library, "Add Resume", (MatchumEditFunc) matchum_baseline_table_put, baseline);
  store_fixture_put_posting (library, "p", FIRST_TEXT);
  put_application (library, "a", "p");
  put_application (library, "b", "p");
  return library;
}

static void
put_some (MatchumLibrary *library)
{
  say (library, claim (MATCHUM_CLAIM_LINK, 3, 1, 1, "Rust", NULL, "b7"), NULL);
  say (library, claim (MATCHUM_CLAIM_HAVE, 3, 1, 1, "Rust", "Rust", NULL), NULL);
  say (library, claim (MATCHUM_CLAIM_LACK, 4, 2, 2, "Go", NULL, NULL), NULL);
}

#define SOME "3 1/1 link Rust * b7\n3 1/1 have Rust Rust -\n4 2/2 lack Go * -\n"

static void
test_round_trip (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = open_filled (fixture);

  put_some (library);
  assert_claims (library, "a", SOME);
  assert_claims (library, "b", "");
  store_fixture_close (library);
  library = store_fixture_open (fixture->path);
  assert_claims (library, "a", SOME);
  g_assert_cmpstr (matchum_library_get_undo_label (library), ==, "I Have This");
  store_fixture_undo (library);
  store_fixture_undo (library);
  assert_claims (library, "a", "3 1/1 link Rust * b7\n");
  g_assert_true (matchum_library_redo (library, NULL));
  g_assert_true (matchum_library_redo (library, NULL));
  assert_claims (library, "a", SOME);
  store_fixture_close (library);
}

/* One thing is said of one thing; what is said anew takes its place, and undo brings the first back. */
static void
test_instead (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = open_filled (fixture);

  put_some (library);
  say (library, claim (MATCHUM_CLAIM_HAVE, 4, 2, 2, "Go", NULL, NULL), NULL);
  say (library, claim (MATCHUM_CLAIM_NOT_THIS, 3, 1, 1, "Rust", NULL, "b7"), NULL);
  assert_claims (library, "a", "3 1/1 not-this Rust * b7\n3 1/1 have Rust Rust -\n4 2/2 have Go * -\n");
  say (library, NULL, claim (MATCHUM_CLAIM_LINK, 3, 1, 1, "Rust", NULL, "b7"));
  assert_claims (library, "a", "3 1/1 have Rust Rust -\n4 2/2 have Go * -\n");
  for (guint i = 0; i < 3; i++)
    store_fixture_undo (library);
  assert_claims (library, "a", SOME);
  store_fixture_close (library);
}

static gboolean
copy_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_application_claims_copy (database, "a", "b", error);
}

/* With the application, or the posting, or the resume, goes what was said; and an undo brings it back. */
static void
test_together (StoreFixture *fixture, gconstpointer data)
{
  static const MatchumEditFunc removes[] = {
    (MatchumEditFunc) matchum_application_table_remove,
    (MatchumEditFunc) matchum_posting_table_remove,
    (MatchumEditFunc) matchum_baseline_table_remove,
  };
  static const char *const ids[] = { "a", "p", "r" };
  MatchumLibrary *library = open_filled (fixture);

  put_some (library);
  store_fixture_edit (library, "Duplicate Posting", copy_cb, NULL);
  assert_claims (library, "b", SOME);
  for (guint i = 0; i < G_N_ELEMENTS (removes); i++)
    {
      store_fixture_edit (library, "Delete", removes[i], (gpointer) ids[i]);
      assert_claims (library, "a", "");
      assert_claims (library, "b", i == 0 ? SOME : "");
      store_fixture_undo (library);
      assert_claims (library, "a", SOME);
      assert_claims (library, "b", SOME);
    }
  store_fixture_close (library);
}

/* What is deleted for good leaves no word of it in the file. */
static void
test_forget (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = open_filled (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  say (library, claim (MATCHUM_CLAIM_HAVE, 3, 1, 1, "Rust", "Geheimnis", NULL), NULL);
  g_assert_true (matchum_library_forget (library, MATCHUM_FORGET_APPLICATION, "a", FALSE, &error));
  g_assert_no_error (error);
  store_fixture_close (library);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_null (store_fixture_find (bytes, length, "Geheimnis"));
}

/* An application of which something was said is none without choices. */
static void
test_outline (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = open_filled (fixture);
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autoptr (GHashTable) before = matchum_application_table_list_outlines (database, NULL, NULL);
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GHashTable) blocks = NULL;

  put_some (library);
  after = matchum_application_table_list_outlines (database, NULL, NULL);
  g_assert_true (((MatchumApplicationOutline *) g_hash_table_lookup (before, "a"))->is_empty);
  g_assert_false (((MatchumApplicationOutline *) g_hash_table_lookup (after, "a"))->is_empty);
  g_assert_true (((MatchumApplicationOutline *) g_hash_table_lookup (after, "b"))->is_empty);
  blocks = matchum_application_table_list_blocks (database, "r", NULL);
  g_assert_cmpuint (g_hash_table_size (blocks), ==, 1);
  g_assert_true (g_hash_table_contains (blocks, "b7"));
  store_fixture_close (library);
}

/* Records that no program of this version writes are left out, and stay. */
static void
test_other_records (StoreFixture *fixture, gconstpointer data)
{
  static const struct {
    gint64 line;
    gint64 nth;
    gint64 n_same;
    gint64 part;
    const char *block;
    const char *kind;
  } others[] = {
    { -1, 1, 1, 0, "", "have" },        { G_MAXINT64, 1, 1, 0, "", "have" }, { 3, -1, 1, 0, "", "have" },
    { 3, 1, G_MAXUINT, 0, "", "have" }, { 3, 1, 1, -4, "", "have" },         { 3, 1, 1, 0, "b8", "have" },
    { 3, 1, 1, 1, "", "link" },         { 3, 1, 1, 2, "", "perhaps" },
  };
  MatchumLibrary *library = open_filled (fixture);
  g_autoptr (GPtrArray) records = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      MatchumClaimRecord record = { (char *) "a",  (char *) "Rust",          others[i].line,
                                    others[i].nth, others[i].n_same,         others[i].part,
                                    (char *) "",   (char *) others[i].block, (char *) others[i].kind };

      store_fixture_edit (library, "I Have This", matchum_claim_table_put, &record);
    }
  assert_claims (library, "a", "");
  put_some (library);
  records = matchum_claim_table_list (matchum_library_get_database (library), "a", NULL);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (others) + 3);
  store_fixture_close (library);
}

static void
test_folder (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = open_filled (fixture);
  MatchumLibrary *second = NULL;

  put_some (library);
  second = store_fixture_open_imported (fixture, library);
  assert_claims (second, "a", SOME);
  store_fixture_close (second);
  store_fixture_close (library);
}

/* Edited as it is typed: a letter at a time, lines above it, a line of the same words; for every application of it. */
static void
test_follow (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    FIRST_TEXT,
    "## 자격요건\n- Go\n- Rus\n- Go\n",
    "당근\n\n## 자격요건\n- Go\n- Rus\n- Go\n",
    "당근\n\n## 자격요건\n- Go\n- Rus\n- Golang\n",
    "당근\n\n## 자격요건\n- Golang\n- C\n",
    "\n",
  };
  static const char *const expected[] = {
    SOME,
    "3 1/1 link Rus * b7\n3 1/1 have Rus Rust -\n4 2/2 lack Go * -\n",
    "5 1/1 link Rus * b7\n5 1/1 have Rus Rust -\n6 2/2 lack Go * -\n",
    "5 1/1 link Rus * b7\n5 1/1 have Rus Rust -\n6 1/1 lack Golang * -\n",
    "5 1/1 link Rus * b7\n5 1/1 have Rus Rust -\n6 1/1 lack Golang * -\n", /* one by its words, one gone */
    "5 1/1 link Rus * b7\n5 1/1 have Rus Rust -\n6 1/1 lack Golang * -\n", /* no text */
  };
  MatchumLibrary *library = open_filled (fixture);

  put_some (library);
  store_fixture_edit (library, "Duplicate Posting", copy_cb, NULL);
  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      store_fixture_follow (library, matchum_application_claims_follow, texts[i - 1], texts[i]);
      assert_claims (library, "a", expected[i]);
      assert_claims (library, "b", expected[i]);
    }
  for (guint i = 3; i > 0; i--)
    {
      store_fixture_undo (library);
      assert_claims (library, "a", expected[i - 1]);
    }
  store_fixture_close (library);
}

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/application-claims/round-trip", test_round_trip);
  ADD ("/store/application-claims/instead", test_instead);
  ADD ("/store/application-claims/together", test_together);
  ADD ("/store/application-claims/forget", test_forget);
  ADD ("/store/application-claims/outline", test_outline);
  ADD ("/store/application-claims/other-records", test_other_records);
  ADD ("/store/application-claims/folder", test_folder);
  ADD ("/store/application-claims/follow", test_follow);
  return g_test_run ();
}
