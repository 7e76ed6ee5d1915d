/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables: what is put in comes out the same, orders are kept, sent copies are frozen. */
#include "config.h"

#include "store-fixture.h"
#include "store/matchum-claim-table.h"

static MatchumLibrary *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library = matchum_library_new_in_memory (&error);

  g_assert_no_error (error);
  return library;
}

static void
test_baseline (void)
{
  MatchumLibrary *library = open_memory ();
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autoptr (MatchumBaselineRecord) record =
      store_fixture_baseline ("b", "---\r\nlang: ko\r\n---\n# 이름\n\n끝에 빈칸 \t");
  g_autoptr (MatchumBaselineRecord) found = NULL;
  g_autoptr (MatchumBaselineRecord) none = NULL;
  g_autoptr (GError) error = NULL;

  record->place = 77;
  record->next_number = G_MAXINT64;
  record->is_archived = TRUE;
  g_clear_pointer (&record->language, g_free);
  store_fixture_edit (library, "Add", matchum_baseline_table_put, record);
  found = matchum_baseline_table_find (database, "b", &error);
  g_assert_true (matchum_baseline_record_is_equal (found, record));
  none = matchum_baseline_table_find (database, "c", &error);
  g_assert_null (none);
  g_assert_no_error (error);
  store_fixture_close (library);
}

static void
test_application (void)
{
  MatchumLibrary *library = open_memory ();
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autoptr (MatchumApplicationRecord) record = store_fixture_application ("a", "b", "p");
  g_autoptr (MatchumApplicationRecord) copy = NULL;
  g_autoptr (MatchumApplicationRecord) found = NULL;
  g_autoptr (MatchumApplicationRecord) again = NULL;
  g_autoptr (GPtrArray) of_posting = NULL;
  MatchumWordingRecord *wording = matchum_wording_record_new ();

  wording->application = g_strdup ("a");
  wording->block = g_strdup ("w");
  wording->text = g_strdup ("");
  record->place = 5;
  record->budget = 3;
  g_ptr_array_add (record->wordings, wording);
  g_ptr_array_add (record->hidden, g_strdup ("h1"));
  g_ptr_array_add (record->hidden, g_strdup ("h2"));
  g_ptr_array_add (record->pinned, g_strdup ("p1"));
  g_ptr_array_add (record->order, g_strdup ("z"));
  g_ptr_array_add (record->order, g_strdup ("a"));
  copy = matchum_application_record_copy (record);
  g_assert_true (matchum_application_record_is_equal (copy, record));
  store_fixture_put_baseline (library, "b", "");
  store_fixture_put_posting (library, "p", "");
  store_fixture_edit (library, "Add", matchum_application_table_put, record);
  found = matchum_application_table_find (database, "a", NULL);
  g_assert_true (matchum_application_record_is_equal (found, record));

  /* What is left out goes. */
  g_ptr_array_remove_index (record->hidden, 0);
  g_ptr_array_remove_index (record->wordings, 0);
  g_ptr_array_remove_index (record->order, 0);
  g_ptr_array_set_size (record->pinned, 0);
  store_fixture_edit (library, "Change", matchum_application_table_put, record);
  again = matchum_application_table_find (database, "a", NULL);
  g_assert_true (matchum_application_record_is_equal (again, record));
  g_assert_false (matchum_application_record_is_equal (again, copy));
  of_posting = matchum_application_table_list (database, "p", NULL);
  g_assert_cmpuint (of_posting->len, ==, 1);
  store_fixture_close (library);
}

static gboolean
choose_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_application_table_set_pinned (database, "a", "x", TRUE, error)
         && matchum_application_table_set_hidden (database, "a", "x", TRUE, error)
         && matchum_application_table_set_hidden (database, "a", "y", TRUE, error)
         && matchum_application_table_set_pinned (database, "a", "y", TRUE, error)
         && matchum_application_table_set_wording (database, "a", "x", "own", "old", error)
         && matchum_application_table_set_wording (database, "a", "y", "own", "old", error)
         && matchum_application_table_set_wording (database, "a", "y", NULL, NULL, error)
         && matchum_application_table_set_team (database, "a", "search", error)
         && matchum_application_table_set_team (database, "gone", "search", error);
}

/* Hiding unpins and pinning shows. */
static void
test_choices (void)
{
  MatchumLibrary *library = open_memory ();
  g_autoptr (MatchumApplicationRecord) found = NULL;

  store_fixture_put_baseline (library, "b", "");
  store_fixture_put_posting (library, "p", "");
  store_fixture_put_application (library, "a", "b", "p");
  store_fixture_edit (library, "Choose", choose_cb, NULL);
  found = matchum_application_table_find (matchum_library_get_database (library), "a", NULL);
  g_assert_cmpstr (found->team, ==, "search");
  g_assert_cmpuint (found->hidden->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (found->hidden, 0), ==, "x");
  g_assert_cmpuint (found->pinned->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (found->pinned, 0), ==, "y");
  g_assert_cmpuint (found->wordings->len, ==, 1);
  g_assert_cmpstr (((MatchumWordingRecord *) g_ptr_array_index (found->wordings, 0))->replaced, ==, "old");
  store_fixture_close (library);
}

/* So many blocks are looked up one by one, and more are read with all choices; both tell the same. */
static void
check_choosing (MatchumDatabase *database, guint n_others)
{
  g_autoptr (GHashTable) blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) of_baseline = NULL, of_all = NULL;
  const MatchumApplicationRecord *first;

  g_hash_table_add (blocks, g_strdup ("x"));
  g_hash_table_add (blocks, g_strdup ("y"));
  for (guint i = 0; i < n_others; i++)
    g_hash_table_add (blocks, g_strdup_printf ("other-%u", i));
  of_baseline = matchum_application_table_list_choosing (database, "b", blocks, NULL);
  g_assert_cmpuint (of_baseline->len, ==, 2);
  first = of_baseline->pdata[0];
  g_assert_cmpstr (first->id, ==, "a2"); /* in the order of the places, which its name does not tell */
  g_assert_cmpstr (first->posting, ==, "p2");
  g_assert_cmpstr (first->baseline, ==, "b");
  g_assert_cmpuint (first->hidden->len, ==, 1);
  g_assert_cmpstr (first->hidden->pdata[0], ==, "x");
  g_assert_cmpuint (first->pinned->len, ==, 0);
  g_assert_cmpstr (((const MatchumApplicationRecord *) of_baseline->pdata[1])->id, ==, "a1");
  g_assert_cmpuint (((const MatchumApplicationRecord *) of_baseline->pdata[1])->pinned->len, ==, 1);

  of_all = matchum_application_table_list_choosing (database, NULL, blocks, NULL);
  g_assert_cmpuint (of_all->len, ==, 3);
}

static MatchumApplicationRecord *
create_application (const char *id, const char *baseline, const char *posting, gint64 place, const char *hidden)
{
  MatchumApplicationRecord *record = store_fixture_application (id, baseline, posting);

  record->place = place;
  g_ptr_array_add (record->hidden, g_strdup (hidden));
  return record;
}

static MatchumLibrary *
open_with_pairs (void)
{
  MatchumLibrary *library = open_memory ();

  store_fixture_put_baseline (library, "b", "");
  store_fixture_put_baseline (library, "c", "");
  store_fixture_put_posting (library, "p1", "");
  store_fixture_put_posting (library, "p2", "");
  return library;
}

static void
test_choosing (void)
{
  MatchumLibrary *library = open_with_pairs ();
  g_autoptr (MatchumApplicationRecord) one = create_application ("a1", "b", "p1", 9, "z");
  g_autoptr (MatchumApplicationRecord) two = create_application ("a2", "b", "p2", 3, "x");
  g_autoptr (MatchumApplicationRecord) other = create_application ("a3", "c", "p2", 5, "x");
  g_autoptr (MatchumApplicationRecord) none = create_application ("a4", "b", "p2", 4, "w");

  g_ptr_array_add (one->pinned, g_strdup ("y"));
  store_fixture_edit (library, "Add", matchum_application_table_put, one);
  store_fixture_edit (library, "Add", matchum_application_table_put, two);
  store_fixture_edit (library, "Add", matchum_application_table_put, other);
  store_fixture_edit (library, "Add", matchum_application_table_put, none);
  check_choosing (matchum_library_get_database (library), 0);
  check_choosing (matchum_library_get_database (library), 40);
  store_fixture_close (library);
}

static void
check_outline (GHashTable *outlines, const char *id, const char *baseline, gint64 place, gboolean is_empty)
{
  const MatchumApplicationOutline *outline = g_hash_table_lookup (outlines, id);

  g_assert_nonnull (outline);
  g_assert_cmpstr (outline->posting, ==, "p1");
  g_assert_cmpstr (outline->baseline, ==, baseline);
  g_assert_cmpint (outline->place, ==, place);
  g_assert_cmpint (outline->is_empty, ==, is_empty);
}

static void
test_outlines (void)
{
  const char *const ids[] = { "a2", "gone", NULL };
  MatchumLibrary *library = open_with_pairs ();
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autoptr (MatchumApplicationRecord) one = create_application ("a1", "b", "p1", 9, "z");
  g_autoptr (MatchumApplicationRecord) two = create_application ("a2", "c", "p1", 3, "x");
  g_autoptr (GHashTable) all = NULL, some = NULL;

  g_ptr_array_set_size (two->hidden, 0);
  g_clear_pointer (&two->paper, g_free);
  store_fixture_edit (library, "Add", matchum_application_table_put, one);
  store_fixture_edit (library, "Add", matchum_application_table_put, two);
  all = matchum_application_table_list_outlines (database, NULL, NULL);
  g_assert_cmpuint (g_hash_table_size (all), ==, 2);
  check_outline (all, "a1", "b", 9, FALSE);
  some = matchum_application_table_list_outlines (database, ids, NULL);
  g_assert_cmpuint (g_hash_table_size (some), ==, 1);
  check_outline (some, "a2", "c", 3, TRUE);
  store_fixture_close (library);
}

/* The applications of posting "p1", in their order. */
static char *
dup_order (MatchumLibrary *library)
{
  g_autoptr (GPtrArray) found = matchum_application_table_list (matchum_library_get_database (library), "p1", NULL);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (order, "%s ", ((const MatchumApplicationRecord *) found->pdata[i])->id);
  return g_string_free (order, FALSE);
}

/* What is held last stands last, with the choices that it had; what stands there already is not written. */
static void
test_hold (void)
{
  static const struct {
    const char *id;
    const char *baseline;
    const char *order;
  } steps[] = {
    { "new", "b", "a1 a2 " }, { "new", "c", "a2 a1 " }, { "new", "c", "a2 a1 " }, { "new", "b", "a1 a2 " }
  };
  MatchumLibrary *library = open_with_pairs ();
  g_autoptr (MatchumApplicationRecord) one = create_application ("a1", "c", "p1", 3, "z");
  g_autoptr (MatchumApplicationRecord) two = store_fixture_application ("a2", "b", "p1");
  g_autoptr (MatchumApplicationRecord) found = NULL;

  store_fixture_edit (library, "Add", matchum_application_table_put, one);
  store_fixture_edit (library, "Hold", matchum_application_table_hold, two);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (MatchumApplicationRecord) record = store_fixture_application (steps[i].id, steps[i].baseline, "p1");
      g_autofree char *order = NULL;

      store_fixture_edit (library, "Hold", matchum_application_table_hold, record);
      order = dup_order (library);
      g_assert_cmpstr (order, ==, steps[i].order);
    }
  found = matchum_application_table_find (matchum_library_get_database (library), "a1", NULL);
  g_assert_cmpuint (found->hidden->len, ==, 1);
  /* Two of the four changed something, and both are undone. */
  g_assert_true (matchum_library_undo (library, NULL) && matchum_library_undo (library, NULL));
  g_clear_pointer (&found, matchum_application_record_free);
  found = matchum_application_table_find (matchum_library_get_database (library), "a2", NULL);
  g_assert_nonnull (found);
  g_assert_true (matchum_library_undo (library, NULL));
  g_assert_null (matchum_application_table_find (matchum_library_get_database (library), "a2", NULL));
  store_fixture_close (library);
}

/* An application of nothing is refused. */
static void
test_references (void)
{
  MatchumLibrary *library = open_memory ();
  g_autoptr (MatchumApplicationRecord) record = store_fixture_application ("a", "none", "none");
  g_autoptr (GError) error = NULL;

  g_assert_false (
      matchum_library_edit_once (library, "Add", (MatchumEditFunc) matchum_application_table_put, record, &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CONSTRAINT);
  store_fixture_close (library);
}

static void
assert_order (MatchumLibrary *library, const char *expected)
{
  g_autoptr (GPtrArray) postings = matchum_posting_table_list (matchum_library_get_database (library), NULL);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < postings->len; i++)
    g_string_append (order, ((MatchumPostingRecord *) g_ptr_array_index (postings, i))->id);
  g_assert_cmpstr (order->str, ==, expected);
}

static gboolean
to_top_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) postings = matchum_posting_table_list (database, error);
  const char *first = ((MatchumPostingRecord *) g_ptr_array_index (postings, 0))->id;

  return matchum_posting_table_move (database, data, first, error);
}

static gboolean
swap_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_posting_table_move (database, "c", "b", error)
         && matchum_posting_table_move (database, "b", "c", error);
}

static void
test_places (void)
{
  MatchumLibrary *library = open_memory ();

  store_fixture_put_posting (library, "a", "");
  store_fixture_put_posting (library, "b", "");
  store_fixture_put_posting (library, "c", "");
  assert_order (library, "abc");
  /* Changing one keeps its place. */
  store_fixture_put_posting (library, "a", "changed");
  assert_order (library, "abc");
  store_fixture_edit (library, "Move", to_top_cb, "c");
  assert_order (library, "cab");
  store_fixture_edit (library, "Move", to_top_cb, "b");
  assert_order (library, "bca");
  g_assert_true (matchum_library_undo (library, NULL));
  assert_order (library, "cab");
  /* However often, there is room between two. */
  for (guint i = 0; i < 60; i++)
    store_fixture_edit (library, "Swap", swap_cb, NULL);
  assert_order (library, "abc");
  for (guint i = 0; i < 60; i++)
    store_fixture_edit (library, "Move", to_top_cb, i % 2 ? "a" : "c");
  assert_order (library, "acb");
  store_fixture_put_posting (library, "a", "changed again");
  assert_order (library, "acb");
  store_fixture_close (library);
}

static gboolean
set_blocks_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_block_table_set (database, "b", data, error);
}

static void
test_blocks (void)
{
  MatchumLibrary *library = open_memory ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_block_record_free);
  g_autoptr (GPtrArray) found = NULL;
  MatchumBlockRecord *gone =
      matchum_block_record_new ("b2", MATCHUM_BLOCK_REMARK, MATCHUM_SECTION_AWARDS, "b1", 3, "비고");

  gone->is_gone = TRUE;
  g_ptr_array_add (records, matchum_block_record_new ("b9", MATCHUM_BLOCK_TITLE, MATCHUM_SECTION_OTHER, NULL, 0, ""));
  g_ptr_array_add (records,
                   matchum_block_record_new ("b1", MATCHUM_BLOCK_ENTRY, MATCHUM_SECTION_ACTIVITIES, "b9", 0, "활동"));
  g_ptr_array_add (records, gone);
  store_fixture_put_baseline (library, "b", "");
  store_fixture_edit (library, "Read", set_blocks_cb, records);
  for (guint round = 0; round < 2; round++)
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      found = matchum_block_table_list (matchum_library_get_database (library), "b", NULL);
      g_assert_cmpuint (found->len, ==, records->len);
      for (guint i = 0; i < records->len; i++)
        {
          MatchumBlockRecord *a = g_ptr_array_index (records, i);
          MatchumBlockRecord *b = g_ptr_array_index (found, i);

          g_assert_cmpstr (a->id, ==, b->id);
          g_assert_cmpint (a->kind, ==, b->kind);
          g_assert_cmpint (a->section, ==, b->section);
          g_assert_cmpstr (a->parent, ==, b->parent);
          g_assert_cmpuint (a->place, ==, b->place);
          g_assert_cmpint (a->is_gone, ==, b->is_gone);
          g_assert_cmpstr (a->text, ==, b->text);
        }
      g_ptr_array_remove_index (records, 1);
      store_fixture_edit (library, "Read", set_blocks_cb, records);
    }
  /* Only what differs is written: one is gone and one has another number. */
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM undo_changes WHERE step = 3"), ==, 2);
  store_fixture_close (library);
}

static gboolean
choose_own_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_application_table_set_order (database, "a", data, error)
         && matchum_application_table_set_title_line (database, "a", "검색 엔지니어", error)
         && matchum_application_table_set_budget (database, "a", 2, error)
         && matchum_application_table_set_allows_gaps (database, "a", TRUE, error)
         && matchum_application_table_set_look (database, "a", "modern", NULL, "margin=15mm", error)
         && matchum_application_table_set_title_line (database, "gone", "x", error)
         && matchum_application_table_set_look (database, "gone", NULL, NULL, NULL, error);
}

static gboolean
unchoose_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_application_table_set_order (database, "a", NULL, error)
         && matchum_application_table_set_title_line (database, "a", NULL, error)
         && matchum_application_table_set_budget (database, "a", 0, error)
         && matchum_application_table_set_allows_gaps (database, "a", FALSE, error)
         && matchum_application_table_set_look (database, "a", NULL, NULL, NULL, error);
}

/* Each choice is written for itself, and makes an application one that is not empty. */
static void
test_own (void)
{
  static const char *const order[] = { "z", "a", "m" };
  MatchumLibrary *library = open_memory ();
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (MatchumApplicationRecord) found = NULL;
  g_autoptr (MatchumApplicationRecord) emptied = NULL;
  g_autoptr (GHashTable) chosen = NULL;
  g_autoptr (GHashTable) none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_ptr_array_add (ids, (gpointer) order[i]);
  store_fixture_put_baseline (library, "b", "");
  store_fixture_put_posting (library, "p", "");
  store_fixture_put_application (library, "a", "b", "p");
  store_fixture_edit (library, "Choose", choose_own_cb, ids);
  found = matchum_application_table_find (database, "a", NULL);
  g_assert_cmpuint (found->order->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (found->order->pdata[i], ==, order[i]);
  g_assert_cmpstr (found->title_line, ==, "검색 엔지니어");
  g_assert_cmpint (found->budget, ==, 2);
  g_assert_true (found->allows_gaps);
  g_assert_cmpstr (found->theme, ==, "modern");
  g_assert_null (found->paper);
  g_assert_cmpstr (found->style, ==, "margin=15mm");
  chosen = matchum_application_table_list_outlines (database, NULL, NULL);
  g_assert_false (((MatchumApplicationOutline *) g_hash_table_lookup (chosen, "a"))->is_empty);
  store_fixture_edit (library, "Back", unchoose_cb, NULL);
  emptied = matchum_application_table_find (database, "a", NULL);
  g_assert_null (emptied->title_line);
  g_assert_null (emptied->style);
  g_assert_false (emptied->allows_gaps);
  none = matchum_application_table_list_outlines (database, NULL, NULL);
  g_assert_true (((MatchumApplicationOutline *) g_hash_table_lookup (none, "a"))->is_empty);
  store_fixture_close (library);
}

/* Any one of them makes an application one that is not empty. */
static void
test_not_empty (void)
{
  static const char *const choices[] = {
    "UPDATE applications SET title_line = ''",  "UPDATE applications SET budget = 1",
    "UPDATE applications SET allows_gaps = 1",  "UPDATE applications SET theme = 'x'",
    "UPDATE applications SET paper = 'letter'", "UPDATE applications SET style = 'x'",
    "UPDATE applications SET team = 'x'",       "INSERT INTO application_order VALUES ('a', 'x', 0)",
  };
  MatchumLibrary *library = open_memory ();

  store_fixture_put_baseline (library, "b", "");
  store_fixture_put_posting (library, "p", "");
  store_fixture_put_application (library, "a", "b", "p");
  store_fixture_edit (library, "None", matchum_database_execute, "UPDATE applications SET paper = NULL");
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GHashTable) outlines = NULL;

      store_fixture_edit (library, "Choose", matchum_database_execute, choices[i]);
      outlines = matchum_application_table_list_outlines (matchum_library_get_database (library), NULL, NULL);
      g_assert_false (((MatchumApplicationOutline *) g_hash_table_lookup (outlines, "a"))->is_empty);
      store_fixture_undo (library);
    }
  store_fixture_close (library);
}

static gboolean
untag_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return matchum_block_tag_table_remove (database, "b", "1", "ML", error);
}

static void
test_tags (void)
{
  MatchumLibrary *library = open_with_pairs ();
  MatchumDatabase *database = matchum_library_get_database (library);
  MatchumBlockTagRecord tag = { (char *) "b", (char *) "1", (char *) "ML", TRUE };
  MatchumBlockTagRecord other = { (char *) "c", (char *) "1", (char *) "ML", TRUE };
  MatchumBlockTagRecord second = { (char *) "b", (char *) "1", (char *) "마케팅", FALSE };
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) left = NULL;

  store_fixture_edit (library, "Tag", matchum_block_tag_table_put, &tag);
  store_fixture_edit (library, "Tag", matchum_block_tag_table_put, &other);
  store_fixture_edit (library, "Tag", matchum_block_tag_table_put, &second);
  tag.is_always = FALSE;
  store_fixture_edit (library, "Tag", matchum_block_tag_table_put, &tag);
  tags = matchum_block_tag_table_list (database, "b", NULL);
  g_assert_cmpuint (tags->len, ==, 2);
  g_assert_true (matchum_block_tag_record_is_equal (tags->pdata[0], &tag));
  g_assert_true (matchum_block_tag_record_is_equal (tags->pdata[1], &second));
  all = matchum_block_tag_table_list (database, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  store_fixture_edit (library, "Untag", untag_cb, NULL);
  left = matchum_block_tag_table_list (database, NULL, NULL);
  g_assert_cmpuint (left->len, ==, 2);
  /* They go with their baseline, and come back with it. */
  store_fixture_edit (library, "Delete", matchum_baseline_table_remove, "b");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM block_tags"), ==, 1);
  store_fixture_undo (library);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM block_tags"), ==, 2);
  store_fixture_close (library);
}

static void
test_priorities (void)
{
  MatchumLibrary *library = open_with_pairs ();
  MatchumDatabase *database = matchum_library_get_database (library);
  MatchumBlockPriorityRecord priority = { (char *) "b", (char *) "1", 2 };
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GPtrArray) bounded = NULL;
  g_autoptr (GPtrArray) none = NULL;

  store_fixture_edit (library, "Prefer", matchum_block_priority_table_put, &priority);
  priority.priority = 3;
  store_fixture_edit (library, "Prefer", matchum_block_priority_table_put, &priority);
  one = matchum_block_priority_table_list (database, "b", NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (matchum_block_priority_record_is_equal (one->pdata[0], &priority));
  other = matchum_block_priority_table_list (database, "c", NULL);
  g_assert_cmpuint (other->len, ==, 0);
  store_fixture_edit (library, "By Hand", matchum_database_execute, "UPDATE block_priorities SET priority = 1 << 40");
  bounded = matchum_block_priority_table_list (database, NULL, NULL);
  g_assert_cmpint (((MatchumBlockPriorityRecord *) bounded->pdata[0])->priority, ==, MATCHUM_BLOCK_PRIORITY_MAX);
  priority.priority = 0;
  store_fixture_edit (library, "As Any", matchum_block_priority_table_put, &priority);
  none = matchum_block_priority_table_list (database, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  store_fixture_close (library);
}

static void
test_links (void)
{
  MatchumLibrary *library = open_memory ();
  MatchumEntryLinkRecord link = { (char *) "a", (char *) "1",    (char *) "b",
                                  (char *) "2", (char *) "하나", (char *) "one" };
  MatchumEntryLinkRecord turned = { (char *) "b", (char *) "2",   (char *) "a",
                                    (char *) "1", (char *) "ONE", (char *) "하나!" };
  g_autoptr (GPtrArray) links = NULL;

  store_fixture_put_baseline (library, "a", "");
  store_fixture_put_baseline (library, "b", "");
  store_fixture_edit (library, "Link", matchum_entry_link_table_put, &link);
  store_fixture_edit (library, "Link", matchum_entry_link_table_put, &turned);
  links = matchum_entry_link_table_list (matchum_library_get_database (library), "a", NULL);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_true (matchum_entry_link_record_is_equal (links->pdata[0], &turned));
  store_fixture_edit (library, "Unlink", matchum_entry_link_table_remove, &link);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM entry_links"), ==, 0);
  store_fixture_close (library);
}

static void
test_sent (void)
{
  static const char *const attempts[] = {
    "UPDATE sent_copies SET company = 'other'",
    "UPDATE sent_files SET bytes = x'00'",
    "DELETE FROM sent_files",
    "INSERT INTO sent_files VALUES ('sent', 'more.pdf', NULL, x'00', '')",
    "REPLACE INTO sent_copies (id, sent_on, n_files) VALUES ('sent', '', 0)",
    "REPLACE INTO sent_files VALUES ('sent', 'resume.pdf', NULL, x'00', '')",
    "INSERT INTO sent_copies (id, sent_on, n_files) VALUES ('half', '2026-11-25', 1)",
  };
  MatchumLibrary *library = open_memory ();
  g_autoptr (MatchumSentCopyRecord) record = store_fixture_sent_copy ("sent", "p");
  g_autoptr (MatchumSentCopyRecord) found = NULL;
  g_autoptr (MatchumSentCopyRecord) wrong = store_fixture_sent_copy ("wrong", "p");
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) failure = NULL;

  store_fixture_edit (library, NULL, matchum_sent_copy_table_add, record);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (matchum_library_edit_once (library, NULL, (MatchumEditFunc) matchum_database_execute,
                                                 (gpointer) attempts[i], &error));
      g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CONSTRAINT);
    }
  found = matchum_sent_copy_table_find (matchum_library_get_database (library), "sent", NULL);
  g_assert_cmpint (found->n_files, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      MatchumSentFileRecord *sent = g_ptr_array_index (record->files, i);
      MatchumSentFileRecord *kept = g_ptr_array_index (found->files, i);

      g_assert_cmpstr (sent->name, ==, kept->name);
      g_assert_true (g_bytes_equal (sent->bytes, kept->bytes));
      g_assert_cmpuint (strlen (kept->sha256), ==, 64);
    }
  listed = matchum_sent_copy_table_list (matchum_library_get_database (library), NULL);
  g_assert_cmpuint (listed->len, ==, 1);
  ((MatchumSentFileRecord *) g_ptr_array_index (wrong->files, 0))->sha256 = g_strdup ("00");
  g_assert_false (
      matchum_library_edit_once (library, NULL, (MatchumEditFunc) matchum_sent_copy_table_add, wrong, &failure));
  g_assert_error (failure, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CONSTRAINT);
  /* Its posting may go; it stays. Only as a whole can it go. */
  store_fixture_edit (library, NULL, matchum_database_execute, "DELETE FROM sent_copies WHERE id = 'sent'");
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM sent_files"), ==, 0);
  store_fixture_close (library);
}

static void
test_settings (void)
{
  MatchumLibrary *library = open_memory ();
  MatchumDatabase *database = matchum_library_get_database (library);
  g_autofree char *value = NULL;

  store_fixture_edit (library, NULL, matchum_database_execute, "INSERT INTO settings VALUES ('a', '1')");
  value = matchum_setting_table_get (database, "a", NULL);
  g_assert_cmpstr (value, ==, "1");
  g_assert_null (matchum_setting_table_get (database, "b", NULL));
  g_assert_null (matchum_library_get_undo_label (library));
  store_fixture_close (library);
}

/* Errors have SQLite's own codes, and words. */
static void
test_errors (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumDatabase) database = NULL;
  g_autoptr (MatchumDatabase) other = NULL;
  g_autoptr (MatchumStatement) statement = NULL;

  g_assert_null (matchum_database_open (fixture->path, MATCHUM_DATABASE_READ_WRITE, &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CANNOT_OPEN);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  database = matchum_database_open (fixture->path, MATCHUM_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (
      matchum_database_execute (database, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL)", &error));
  g_assert_false (matchum_database_execute (database, "INSERT INTO t VALUES (1, NULL)", &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "1299"));
  g_assert_cmpint (matchum_database_get_last_code (database), ==, 1299);
  g_clear_error (&error);
  g_assert_false (matchum_database_execute (database, "SELEKT", &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_GENERIC);
  g_clear_error (&error);
  other = matchum_database_open (fixture->path, MATCHUM_DATABASE_READ_ONLY, &error);
  g_assert_false (matchum_database_execute (other, "DELETE FROM t", &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_READ_ONLY);
  g_clear_error (&error);
  /* A parameter that is not there, and a schema that cannot be touched. */
  statement = matchum_statement_new (database, "INSERT INTO t VALUES (?1, 'x')", &error);
  matchum_statement_bind_int (statement, 7, 1);
  g_assert_false (matchum_statement_run (statement, &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, 25);
  g_clear_error (&error);
  g_assert_false (
      matchum_database_execute (database, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/tables/baseline", test_baseline);
  g_test_add_func ("/store/tables/application", test_application);
  g_test_add_func ("/store/tables/choosing", test_choosing);
  g_test_add_func ("/store/tables/outlines", test_outlines);
  g_test_add_func ("/store/tables/hold", test_hold);
  g_test_add_func ("/store/tables/choices", test_choices);
  g_test_add_func ("/store/tables/references", test_references);
  g_test_add_func ("/store/tables/places", test_places);
  g_test_add_func ("/store/tables/blocks", test_blocks);
  g_test_add_func ("/store/tables/links", test_links);
  g_test_add_func ("/store/tables/own", test_own);
  g_test_add_func ("/store/tables/not-empty", test_not_empty);
  g_test_add_func ("/store/tables/tags", test_tags);
  g_test_add_func ("/store/tables/priorities", test_priorities);
  g_test_add_func ("/store/tables/sent", test_sent);
  g_test_add_func ("/store/tables/settings", test_settings);
  g_test_add ("/store/tables/errors", StoreFixture, NULL, store_fixture_set_up, test_errors, store_fixture_tear_down);
  return g_test_run ();
}
