/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of baselines and postings: everything that belongs to one comes along, and nothing of the original changes. */
#include "config.h"

#include "store-fixture.h"
#include "store/matchum-duplicate.h"

typedef gboolean (
    *Duplicate) (MatchumDatabase *database, const char *from, const char *id, const char *name, GError **error);

typedef struct {
  Duplicate duplicate;
  const char *from;
} Copying;

static gboolean
duplicate_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const Copying *copying = data;

  return copying->duplicate (database, copying->from, "copy", "이름 (copy)", error);
}

/* One value of a library, as text. */
static char *
dup_value (MatchumLibrary *library, const char *sql)
{
  g_autoptr (GError) error = NULL;
  char *value = matchum_database_dup_text (matchum_library_get_database (library), sql, &error);

  g_assert_no_error (error);
  return value;
}

/* The rows of a table that belong to an owner, but for the columns that name it. */
static char *
dup_rows (MatchumLibrary *library, const char *table, const char *owner, const char *id, const char *columns)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT group_concat (row, char (10)) FROM (SELECT json_array (%s) AS row FROM %s"
                       " WHERE %s = '%s' ORDER BY row)",
                       columns, table, owner, id);

  return dup_value (library, sql);
}

static void
assert_same_rows (MatchumLibrary *library, const char *table, const char *owner, const char *from, const char *columns)
{
  g_autofree char *original = dup_rows (library, table, owner, from, columns);
  g_autofree char *copy = dup_rows (library, table, owner, "copy", columns);

  g_assert_nonnull (original);
  g_assert_cmpstr (copy, ==, original);
}

/* All columns of a table but those of a list. */
static char *
dup_columns (MatchumLibrary *library, const char *table, const char *but)
{
  g_autofree char *sql = g_strdup_printf ("SELECT group_concat (name) FROM pragma_table_info ('%s')"
                                          " WHERE name NOT IN (%s)",
                                          table, but);

  return dup_value (library, sql);
}

static void
test_baseline (StoreFixture *fixture, gconstpointer data)
{
  static const char *const tables[] = { "blocks", "block_tags", "block_priorities", "entry_links" };
  const Copying copying = { matchum_duplicate_baseline, "baseline-0" };
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autofree char *columns = NULL;

  store_fixture_fill (library, 3);
  before = store_fixture_dump_library (library);
  store_fixture_edit (library, "Duplicate", duplicate_cb, &copying);
  columns = dup_columns (library, "baselines", "'id', 'name', 'place'");
  assert_same_rows (library, "baselines", "id", "baseline-0", columns);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *others = dup_columns (library, tables[i], "'baseline'");

      assert_same_rows (library, tables[i], "baseline", "baseline-0", others);
    }
  name = dup_value (library, "SELECT name FROM baselines ORDER BY place DESC LIMIT 1"); /* it stands last */
  g_assert_cmpstr (name, ==, "이름 (copy)");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM applications WHERE baseline = 'copy'"), ==, 0);
  store_fixture_undo (library);
  after = store_fixture_dump_library (library);
  store_fixture_assert_same (after, before);
  store_fixture_close (library);
}

/* The other side of a link, and a baseline that is archived. */
static void
test_other_side (StoreFixture *fixture, gconstpointer data)
{
  const Copying copying = { matchum_duplicate_baseline, "baseline-1" };
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *link = NULL;

  store_fixture_fill (library, 1);
  store_fixture_edit (library, "Duplicate", duplicate_cb, &copying);
  link = dup_value (library, "SELECT json_array (baseline, entry, other_entry, words, other_words) FROM entry_links"
                             " WHERE other_baseline = 'copy'");
  g_assert_cmpstr (link, ==, "[\"baseline-0\",\"b1\",\"b2\",\"이음마켓\\n일\",\"Eeum\\nWork\"]");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM entry_links"), ==, 2);
  g_assert_cmpint (store_fixture_count (library, "SELECT is_archived FROM baselines WHERE id = 'baseline-1'"), ==, 1);
  g_assert_cmpint (store_fixture_count (library, "SELECT is_archived FROM baselines WHERE id = 'copy'"), ==, 0);
  store_fixture_close (library);
}

static void
test_posting (StoreFixture *fixture, gconstpointer data)
{
  static const char *const tables[] = { "application_hidden", "application_pinned", "application_order",
                                        "application_wordings", "claims" };
  const Copying copying = { matchum_duplicate_posting, "posting-1" };
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *of_posting = NULL;
  g_autofree char *of_application = NULL;
  g_autofree char *of_reading = NULL;

  store_fixture_fill (library, 3);
  before = store_fixture_dump_library (library);
  store_fixture_edit (library, "Duplicate", duplicate_cb, &copying);
  of_posting = dup_columns (library, "postings", "'id', 'title', 'place'");
  assert_same_rows (library, "postings", "id", "posting-1", of_posting);
  of_reading = dup_columns (library, "readings", "'posting'");
  assert_same_rows (library, "readings", "posting", "posting-1", of_reading);
  of_application = dup_columns (library, "applications", "'id', 'posting', 'place'");
  g_assert_nonnull (strstr (of_application, "allows_gaps"));
  assert_same_rows (library, "applications", "posting", "posting-1", of_application);
  id = dup_value (library, "SELECT id FROM applications WHERE posting = 'copy'");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *others = dup_columns (library, tables[i], "'application'");
      g_autofree char *original = dup_rows (library, tables[i], "application", "application-1", others);
      g_autofree char *copy = dup_rows (library, tables[i], "application", id, others);

      g_assert_nonnull (original);
      g_assert_cmpstr (copy, ==, original);
    }
  title = dup_value (library, "SELECT title FROM postings ORDER BY place DESC LIMIT 1");
  g_assert_cmpstr (title, ==, "이름 (copy)");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM sent_copies"), ==, 1);
  store_fixture_undo (library);
  after = store_fixture_dump_library (library);
  store_fixture_assert_same (after, before);
  store_fixture_close (library);
}

/* What is gone by now cannot be copied, and says so. */
static void
test_gone (StoreFixture *fixture, gconstpointer data)
{
  const Copying copyings[] = { { matchum_duplicate_baseline, "gone" }, { matchum_duplicate_posting, "gone" } };
  MatchumLibrary *library = store_fixture_open (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (copyings); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (matchum_library_edit_once (library, "Duplicate", duplicate_cb, (gpointer) &copyings[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }
  store_fixture_close (library);
}

/* A table to come that belongs to baselines, postings or applications has to be copied too: this fails until it is said
 * which. */
static void
test_all_tables (StoreFixture *fixture, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (fixture->path);
  g_autofree char *tables =
      dup_value (library, "SELECT group_concat (DISTINCT t.name) FROM (SELECT name FROM sqlite_schema"
                          " WHERE type = 'table' ORDER BY name) AS t, pragma_foreign_key_list (t.name) AS f"
                          " WHERE f.\"table\" IN ('baselines', 'postings', 'applications')");

  g_assert_cmpstr (tables, ==,
                   "application_hidden,application_order,application_pinned,application_wordings,applications,"
                   "block_priorities,block_tags,blocks,claims,entry_links,readings");
  store_fixture_close (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/store/duplicate/baseline", test_baseline);
  ADD ("/store/duplicate/other-side", test_other_side);
  ADD ("/store/duplicate/posting", test_posting);
  ADD ("/store/duplicate/gone", test_gone);
  ADD ("/store/duplicate/all-tables", test_all_tables);
  return g_test_run ();
}
