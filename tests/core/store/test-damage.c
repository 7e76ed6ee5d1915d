/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damage is noticed when a library is opened, whichever bit it is, and what can be read is saved. */
#include "config.h"

#include "store-fixture.h"

#include "store/matchum-library-forget.h"
#include "store/matchum-library-salvage.h"

#define HEADER_BYTES 100
#define PAGE_BYTES 4096

typedef struct {
  StoreFixture store;
  char *data;
  gsize length;
  char *dump;
  char *damaged; /* path to write damaged copies to */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  MatchumLibrary *library;

  store_fixture_set_up (&self->store, NULL);
  library = store_fixture_open (self->store.path);
  store_fixture_fill (library, 30);
  self->dump = store_fixture_dump_library (library);
  store_fixture_close (library);
  g_assert_true (g_file_get_contents (self->store.path, &self->data, &self->length, NULL));
  self->damaged = g_build_filename (self->store.folder, "damaged.db", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  store_fixture_tear_down (&self->store, NULL);
  g_free (self->data);
  g_free (self->dump);
  g_free (self->damaged);
}

static void
write_damaged (Fixture *self, gsize length)
{
  g_assert_true (g_file_set_contents (self->damaged, self->data, (gssize) length, NULL));
}

/* Opens the damaged copy: it is refused, or says what it said before. Returns whether it was refused. */
static gboolean
try_damaged (Fixture *self, const char *what, gsize where)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLibrary) library = matchum_library_open (self->damaged, 0, 0, &error);
  g_autofree char *dump = NULL;
  g_autofree char *structure = NULL;

  if (library == NULL)
    {
      g_assert_nonnull (error);
      if (!g_error_matches (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED)
          && !g_error_matches (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY))
        g_error ("%s at %" G_GSIZE_FORMAT ": %s", what, where, error->message);
      return TRUE;
    }
  dump = store_fixture_dump_library (library);
  if (strcmp (dump, self->dump) != 0)
    g_error ("%s at %" G_GSIZE_FORMAT " was not noticed", what, where);
  /* An index that leads to the wrong row would show only later. */
  structure = matchum_database_dup_text (matchum_library_get_database (library), "PRAGMA integrity_check", &error);
  if (g_strcmp0 (structure, "ok") != 0)
    g_error ("%s at %" G_GSIZE_FORMAT " was not noticed: %s", what, where, structure);
  matchum_library_close (library);
  return FALSE;
}

static gboolean
try_flip (Fixture *self, gsize bit)
{
  gboolean is_refused;

  self->data[bit / 8] = (char) (self->data[bit / 8] ^ (1 << (bit % 8)));
  write_damaged (self, self->length);
  is_refused = try_damaged (self, "flipped bit", bit);
  self->data[bit / 8] = (char) (self->data[bit / 8] ^ (1 << (bit % 8)));
  return is_refused;
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  write_damaged (self, self->length);
  g_assert_false (try_damaged (self, "nothing", 0));
}

static void
test_bits (Fixture *self, gconstpointer data)
{
  const guint n_flips = g_test_slow () ? 20000 : 120;
  guint n_refused = 0;

  for (guint i = 0; i < n_flips; i++)
    {
      const guint64 bit = ((guint64) g_test_rand_int () << 24 ^ (guint64) g_test_rand_int ()) % (self->length * 8);

      n_refused += try_flip (self, (gsize) bit) ? 1 : 0;
    }
  /* The rest is room in pages that says nothing. */
  g_test_message ("%u of %u refused", n_refused, n_flips);
  g_assert_cmpuint (n_refused, >, n_flips / 3);
}

/* Every byte of the header, one bit of it each. */
static void
test_header (Fixture *self, gconstpointer data)
{
  for (gsize i = 0; i < HEADER_BYTES; i++)
    try_flip (self, i * 8 + (gsize) g_test_rand_int_range (0, 8));
}

/* A number of a version that the rest of the file does not bear out is no newer version. */
static void
test_version (Fixture *self, gconstpointer data)
{
  static const guint8 versions[] = { 0, MATCHUM_SCHEMA_VERSION - 1, MATCHUM_SCHEMA_VERSION + 1, 0x81 };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      self->data[63] = (char) versions[i];
      write_damaged (self, self->length);
      g_assert_true (try_damaged (self, "version", versions[i]));
    }
}

/* A letter in a text, which leaves the file an SQLite file without a flaw. */
static void
test_letter (Fixture *self, gconstpointer data)
{
  const char *words[] = { "edited twice", "추천팀", "as it was", "Delete Posting", "resume.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = store_fixture_find (self->data, self->length, words[i]);

      g_assert_nonnull (at);
      g_assert_true (try_flip (self, (gsize) (at - self->data) * 8));
    }
}

static void
test_truncated (Fixture *self, gconstpointer data)
{
  write_damaged (self, 0);
  g_assert_true (try_damaged (self, "cut", 0));
  for (gsize length = PAGE_BYTES; length < self->length; length += PAGE_BYTES * 3)
    {
      write_damaged (self, length);
      g_assert_true (try_damaged (self, "cut", length));
    }
  for (guint i = 0; i < 10; i++)
    {
      const gsize length = (gsize) g_test_rand_int_range (1, (gint32) self->length);

      write_damaged (self, length);
      g_assert_true (try_damaged (self, "cut", length));
    }
}

static void
test_foreign (Fixture *self, gconstpointer data)
{
  static const char text[] = "# 이력서\n\nThis is no database at all, but a resume in Markdown.\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (self->damaged, text, -1, NULL));
  g_assert_null (matchum_library_open (self->damaged, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY);
  g_assert_true (g_file_get_contents (self->damaged, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

/* Another program's SQLite file is left exactly as it is. */
static void
test_other_program (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumDatabase) database = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length, after_length;

  g_assert_true (g_file_set_contents (self->damaged, "", 0, NULL));
  database = matchum_database_open (self->damaged, MATCHUM_DATABASE_READ_WRITE, &error);
  g_assert_true (matchum_database_execute (
      database, "PRAGMA journal_mode = DELETE; PRAGMA application_id = 7; CREATE TABLE photos (id)", &error));
  g_assert_no_error (error);
  g_clear_pointer (&database, matchum_database_unref);
  g_assert_true (g_file_get_contents (self->damaged, &before, &before_length, NULL));
  g_assert_null (matchum_library_open (self->damaged, 0, 0, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY);
  g_assert_true (g_file_get_contents (self->damaged, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
}

/* Tables of one's own may call what they like when they are written to; a library has none. */
static void
test_hostile_schema (Fixture *self, gconstpointer data)
{
  static const char *const additions[] = {
    "CREATE TRIGGER extra AFTER INSERT ON settings BEGIN DELETE FROM postings; END",
    "CREATE VIEW extra AS SELECT 1",
    "CREATE TABLE extra (a PRIMARY KEY)",
    "CREATE INDEX extra ON postings (text)",
    "DROP TRIGGER sent_files_frozen",
    "DROP TRIGGER undo_delete_postings",
    "ALTER TABLE postings ADD COLUMN extra TEXT",
  };

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumDatabase) database = NULL;

      write_damaged (self, self->length);
      database = matchum_database_open (self->damaged, MATCHUM_DATABASE_READ_WRITE, &error);
      g_assert_true (matchum_database_execute (database, additions[i], &error));
      g_clear_pointer (&database, matchum_database_unref);
      g_assert_null (matchum_library_open (self->damaged, 0, 0, &error));
      g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED);
    }
}

/* The log as a crash leaves it. A flipped bit in what was confirmed is noticed, but for the last transaction, where it
 * cannot be told from a write that was cut off. */
static void
test_log (Fixture *self, gconstpointer data)
{
  g_autofree char *log_path = g_strconcat (self->store.path, "-wal", NULL);
  g_autofree char *damaged_log = g_strconcat (self->damaged, "-wal", NULL);
  g_autofree char *base = NULL;
  g_autofree char *log = NULL;
  g_autofree char *before = NULL;
  g_autofree char *last = NULL;
  gsize base_length, length;
  guint n_refused = 0;
  MatchumLibrary *library = store_fixture_open (self->store.path);

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *text = g_strdup_printf ("logged %u", i);

      store_fixture_put_posting (library, "posting-5", text);
    }
  before = store_fixture_dump_library (library);
  store_fixture_put_posting (library, "posting-5", "the last");
  last = store_fixture_dump_library (library);
  g_assert_true (g_file_get_contents (self->store.path, &base, &base_length, NULL));
  g_assert_true (g_file_get_contents (log_path, &log, &length, NULL));
  store_fixture_close (library);

  for (guint i = 0; i < (g_test_slow () ? 5000 : 80); i++)
    {
      const gsize bit = i == 0 ? G_MAXSIZE : (gsize) g_test_rand_int_range (0, (gint32) length * 8);
      g_autofree char *dump = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumLibrary) found = NULL;

      if (i > 0)
        log[bit / 8] = (char) (log[bit / 8] ^ (1 << (bit % 8)));
      g_assert_true (g_file_set_contents (self->damaged, base, (gssize) base_length, NULL));
      g_assert_true (g_file_set_contents (damaged_log, log, (gssize) length, NULL));
      found = matchum_library_open (self->damaged, 0, 0, &error);
      if (found == NULL)
        {
          g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED);
          n_refused++;
        }
      else
        {
          dump = store_fixture_dump_library (found);
          if (strcmp (dump, last) != 0 && (i == 0 || strcmp (dump, before) != 0))
            g_error ("a flip at bit %" G_GSIZE_FORMAT " of the log was not noticed", bit);
          matchum_library_close (found);
        }
      g_assert_cmpuint (n_refused, <=, i);
      if (i > 0)
        log[bit / 8] = (char) (log[bit / 8] ^ (1 << (bit % 8)));
      g_unlink (damaged_log);
    }
  g_assert_cmpuint (n_refused, >, 25);
}

/* A log that a power failure cut off is no damage, wherever it was cut: everything before is there. */
static void
test_log_cut (Fixture *self, gconstpointer data)
{
  g_autofree char *log_path = g_strconcat (self->store.path, "-wal", NULL);
  g_autofree char *damaged_log = g_strconcat (self->damaged, "-wal", NULL);
  g_autofree char *base = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  gsize base_length, length;
  MatchumLibrary *library = store_fixture_open (self->store.path);

  g_ptr_array_add (states, store_fixture_dump_library (library));
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("logged %u", i);

      store_fixture_put_posting (library, "posting-5", text);
      g_ptr_array_add (states, store_fixture_dump_library (library));
    }
  g_assert_true (g_file_get_contents (self->store.path, &base, &base_length, NULL));
  g_assert_true (g_file_get_contents (log_path, &log, &length, NULL));
  store_fixture_close (library);
  for (guint i = 0; i < 25; i++)
    {
      const gsize cut = i == 0 ? length : (gsize) g_test_rand_int_range (0, (gint32) length);
      g_autofree char *dump = NULL;
      MatchumLibrary *found;

      /* Or the last pages came to nothing: those of the last edit, which was not flushed yet. */
      if (i >= 15)
        memset (log + length - (gsize) g_test_rand_int_range (1, PAGE_BYTES), (int) i, 1);

      g_assert_true (g_file_set_contents (self->damaged, base, (gssize) base_length, NULL));
      g_assert_true (g_file_set_contents (damaged_log, log, (gssize) (i < 15 ? cut : length), NULL));
      found = store_fixture_open (self->damaged);
      dump = store_fixture_dump_library (found);
      g_assert_true (g_ptr_array_find_with_equal_func (states, dump, g_str_equal, NULL));
      if (i == 0)
        store_fixture_assert_same (dump, g_ptr_array_index (states, states->len - 1));
      store_fixture_close (found);
    }
}

static gint64
count_rows (const char *path, const char *table)
{
  MatchumLibrary *library = store_fixture_open (path);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  const gint64 n = store_fixture_count (library, sql);

  store_fixture_close (library);
  return n;
}

/* One page gone: nearly everything is saved, and what is saved is a library. */
static void
test_salvage_page (Fixture *self, gconstpointer data)
{
  const gsize n_pages = self->length / PAGE_BYTES;
  guint n_damaged = 0;
  gint64 least = 30;

  for (guint i = 0; i < (g_test_slow () ? n_pages - 1 : 12); i++)
    {
      const gsize page = g_test_slow () ? i + 1 : (gsize) g_test_rand_int_range (1, (gint32) n_pages);
      g_autofree char *kept = g_memdup2 (self->data + page * PAGE_BYTES, PAGE_BYTES);
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumSalvage) saved = NULL;

      memset (self->data + page * PAGE_BYTES, 0, PAGE_BYTES);
      write_damaged (self, self->length);
      memcpy (self->data + page * PAGE_BYTES, kept, PAGE_BYTES);
      if (!try_damaged (self, "page", page))
        continue;
      n_damaged++;
      saved = matchum_library_salvage (self->damaged, 0, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_test (saved->set_aside, G_FILE_TEST_EXISTS));
      least = MIN (least, count_rows (self->damaged, "postings"));
    }
  g_test_message ("%u damaged, %d postings at least", n_damaged, (int) least);
  g_assert_cmpuint (n_damaged, >, 0);
  g_assert_cmpint (least, >=, 24);
}

/* The first pages say where everything is. Without them, it is known all the same. */
static void
test_salvage_first (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumSalvage) saved = NULL;
      g_autofree char *dump = NULL;
      MatchumLibrary *library;

      if (i == 1)
        {
          library = store_fixture_open (self->store.path);
          g_assert_true (matchum_library_forget (library, MATCHUM_FORGET_HISTORY, NULL, FALSE, &error));
          store_fixture_close (library);
          g_clear_pointer (&self->data, g_free);
          g_assert_true (g_file_get_contents (self->store.path, &self->data, &self->length, NULL));
        }
      memset (self->data, 0, PAGE_BYTES);
      write_damaged (self, self->length);
      g_assert_true (try_damaged (self, "first page", 0));
      saved = matchum_library_salvage (self->damaged, 0, &error);
      g_assert_no_error (error);
      library = store_fixture_open (self->damaged);
      dump = store_fixture_dump_library (library);
      store_fixture_assert_same (dump, self->dump);
      store_fixture_close (library);
    }
}

static gboolean
put_later_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  return store_fixture_fill_claims (database, "application-3", 3, error) && store_fixture_fill_marks (database, error)
         && matchum_application_table_set_look (database, "application-3", "modern", "letter", "font=12", error);
}

static void
copy_kept (Fixture *self, guint version)
{
  g_autofree char *name = g_strdup_printf ("schema-%u.db", version);
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "core", "store", name, NULL);

  store_fixture_copy (kept, self->damaged);
}

/* Saves what is left of the damaged copy without its first page; its content. */
static char *
dup_saved_without_first (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSalvage) saved = NULL;
  MatchumLibrary *library;
  char *dump;

  g_clear_pointer (&self->data, g_free);
  g_assert_true (g_file_get_contents (self->damaged, &self->data, &self->length, NULL));
  memset (self->data, 0, PAGE_BYTES);
  write_damaged (self, self->length);
  g_assert_true (try_damaged (self, "first page", 1));
  saved = matchum_library_salvage (self->damaged, 0, &error);
  g_assert_no_error (error);
  library = store_fixture_open (self->damaged);
  dump = store_fixture_dump_library (library);
  store_fixture_close (library);
  return dump;
}

static gint64
find_root (MatchumDatabase *database, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  gint64 root;

  g_assert_true (matchum_database_get_int (database, sql, &root, NULL));
  return root;
}

/* Tables that came with a version begin elsewhere in a library that was brought up to it, and are found all the same.
 */
static void
test_salvage_older (Fixture *self, gconstpointer data)
{
  for (guint version = 1; version < MATCHUM_SCHEMA_VERSION; version++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      MatchumLibrary *library;

      copy_kept (self, version);
      library = store_fixture_open (self->damaged);
      store_fixture_edit (library, "I Do Not Have This", put_later_cb, NULL);
      before = store_fixture_dump_library (library);
      g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM claims"), ==, version < 2 ? 2 : 24);
      g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM block_tags"), ==, 3);
      g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM block_priorities"), ==, 2);
      store_fixture_close (library);
      after = dup_saved_without_first (self);
      store_fixture_assert_same (after, before);
    }
}

/* So are the rows of a library of a version before, which have fewer columns, as if it had been brought up. */
static void
test_salvage_old (Fixture *self, gconstpointer data)
{
  for (guint version = 1; version < MATCHUM_SCHEMA_VERSION; version++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      MatchumLibrary *library;

      copy_kept (self, version);
      library = store_fixture_open (self->damaged);
      before = store_fixture_dump_library (library);
      store_fixture_close (library);
      copy_kept (self, version);
      after = dup_saved_without_first (self);
      store_fixture_assert_same (after, before);
    }
}

static gboolean
put_many_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  for (guint i = 100; i < 300; i++)
    {
      g_autofree char *block = g_strdup_printf ("block-%u", i);
      const MatchumBlockTagRecord tag = { (char *) "baseline-0", block, (char *) "a tag of many letters", i % 2 };
      const MatchumBlockPriorityRecord priority = { (char *) "baseline-1", block, i % 3 + 1 };
      const MatchumEntryLinkRecord link = { (char *) "baseline-0", block, (char *) "baseline-1", block, block, block };

      if (!matchum_block_tag_table_put (database, &tag, error)
          || !matchum_block_priority_table_put (database, &priority, error)
          || !matchum_entry_link_table_put (database, &link, error)
          || !store_fixture_fill_application (database, "posting-5", i, error))
        return FALSE;
    }
  return put_later_cb (database, data, error);
}

/* Leaves the first page of a table nothing but zeros; what leads to its rows is gone with it. */
static void
write_without_root (Fixture *self, gint64 root)
{
  char *page = self->data + (root - 1) * PAGE_BYTES;
  g_autofree char *kept = g_memdup2 (page, PAGE_BYTES);

  g_assert_cmpint (page[0], ==, 5); /* it is none of the leaves */
  memset (page, 0, PAGE_BYTES);
  write_damaged (self, self->length);
  memcpy (page, kept, PAGE_BYTES);
}

/* Where nothing leads to the rows of a table, they are found by what they look like, though those of before have fewer
 * columns than those beside them that were written since. */
static void
test_salvage_leaves (Fixture *self, gconstpointer data)
{
  static const char *const tables[] = { "applications", "entry_links", "block_tags", "block_priorities" };
  const guint version = GPOINTER_TO_UINT (data);
  g_autofree char *before = NULL;
  gint64 roots[G_N_ELEMENTS (tables)];
  MatchumLibrary *library;

  copy_kept (self, version);
  library = store_fixture_open (self->damaged);
  store_fixture_edit (library, "Add", put_many_cb, NULL);
  before = store_fixture_dump_library (library);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    roots[i] = find_root (matchum_library_get_database (library), tables[i]);
  store_fixture_close (library);
  g_clear_pointer (&self->data, g_free);
  g_assert_true (g_file_get_contents (self->damaged, &self->data, &self->length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MatchumSalvage) saved = NULL;
      g_autofree char *after = NULL;

      write_without_root (self, roots[i]);
      saved = matchum_library_salvage (self->damaged, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (saved->n_gaps, >, 0);
      g_assert_cmpuint (saved->n_lost, ==, 0);
      library = store_fixture_open (self->damaged);
      after = store_fixture_dump_library (library);
      store_fixture_assert_same (after, before);
      store_fixture_close (library);
    }
}

/* A flipped letter costs one letter; a broken header costs nothing. */
static void
test_salvage_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSalvage) saved = NULL;
  MatchumLibrary *library;
  g_autofree char *dump = NULL;

  memset (self->data, 'x', 60);
  memset (self->data + 72, 'x', 28);
  write_damaged (self, self->length);
  g_assert_true (try_damaged (self, "header", 0));
  saved = matchum_library_salvage (self->damaged, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (saved->n_lost, ==, 0);
  g_assert_cmpuint (saved->n_gaps, ==, 0);
  library = store_fixture_open (self->damaged);
  dump = store_fixture_dump_library (library);
  store_fixture_assert_same (dump, self->dump);
  store_fixture_close (library);
}

/* Without the resumes, the applications over them stay, and the resumes are put together from their blocks. */
static void
test_salvage_parents (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSalvage) saved = NULL;
  g_autoptr (MatchumBaselineRecord) baseline = NULL;
  MatchumLibrary *library;
  char *at;

  while ((at = store_fixture_find (self->data, self->length, "이력서 baseline-")) != NULL)
    memset (self->data + (at - self->data) / PAGE_BYTES * PAGE_BYTES, 0, PAGE_BYTES);
  write_damaged (self, self->length);
  saved = matchum_library_salvage (self->damaged, 0, &error);
  g_assert_no_error (error);
  library = store_fixture_open (self->damaged);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM applications"), ==, 30);
  g_assert_cmpint (store_fixture_count (library, "SELECT count (*) FROM baselines"), ==, 2);
  baseline = matchum_baseline_table_find (matchum_library_get_database (library), "baseline-1", &error);
  g_assert_nonnull (strstr (baseline->markdown, "39.0년 이상 PyTorch"));
  store_fixture_close (library);
}

/* Bytes that are no text are made text, so that whatever shows them can rely on it. */
static void
test_salvage_text (Fixture *self, gconstpointer data)
{
  char *at = store_fixture_find (self->data, self->length, "추천팀");
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSalvage) saved = NULL;
  g_autoptr (GPtrArray) records = NULL;
  MatchumLibrary *library;

  g_assert (at != NULL);
  at[0] = (char) 0xff;
  write_damaged (self, self->length);
  g_assert_true (try_damaged (self, "text", 0));
  saved = matchum_library_salvage (self->damaged, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (saved->n_lost, ==, 0);
  library = store_fixture_open (self->damaged);
  records = matchum_application_table_list (matchum_library_get_database (library), NULL, &error);
  g_assert_cmpuint (records->len, ==, 30);
  for (guint i = 0; i < records->len; i++)
    g_assert_true (g_utf8_validate (((MatchumApplicationRecord *) g_ptr_array_index (records, i))->team, -1, NULL));
  store_fixture_close (library);
}

static void
test_salvage_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  memset (self->data, 0, self->length);
  write_damaged (self, self->length);
  g_assert_null (matchum_library_salvage (self->damaged, 0, &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED);
  /* It stays where it was. */
  g_assert_true (g_file_test (self->damaged, G_FILE_TEST_EXISTS));
}

/* Damage that comes while the library is open: the edit that meets it fails, and nothing is written after it. */
static void
test_while_open (Fixture *self, gconstpointer data)
{
  MatchumLibrary *library = store_fixture_open (self->store.path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumPostingRecord) posting = store_fixture_posting ("posting-1", "changed");
  g_autofree char *garbage = g_strnfill (self->length - PAGE_BYTES, 'x');
  FILE *file = fopen (self->store.path, "r+b");

  g_assert_cmpint (fseek (file, PAGE_BYTES, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (garbage, self->length - PAGE_BYTES, 1, file), ==, 1);
  fclose (file);
  g_assert_false (
      matchum_library_edit_once (library, "Edit", (MatchumEditFunc) matchum_posting_table_put, posting, &error));
  g_assert_error (error, MATCHUM_DATABASE_ERROR, MATCHUM_DATABASE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (matchum_library_edit_once (library, NULL, (MatchumEditFunc) matchum_database_execute,
                                             (gpointer) "SELECT 1", &error));
  g_assert_error (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED);
  store_fixture_close (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/store/damage/whole", test_whole);
  ADD ("/store/damage/bits", test_bits);
  ADD ("/store/damage/header", test_header);
  ADD ("/store/damage/version", test_version);
  ADD ("/store/damage/letter", test_letter);
  ADD ("/store/damage/truncated", test_truncated);
  ADD ("/store/damage/foreign", test_foreign);
  ADD ("/store/damage/other-program", test_other_program);
  ADD ("/store/damage/hostile-schema", test_hostile_schema);
  ADD ("/store/damage/log", test_log);
  ADD ("/store/damage/log-cut", test_log_cut);
  ADD ("/store/damage/while-open", test_while_open);
  ADD ("/store/damage/salvage-page", test_salvage_page);
  ADD ("/store/damage/salvage-first", test_salvage_first);
  ADD ("/store/damage/salvage-older", test_salvage_older);
  ADD ("/store/damage/salvage-old", test_salvage_old);
  ADD ("/store/damage/salvage-parents", test_salvage_parents);
  ADD ("/store/damage/salvage-whole", test_salvage_whole);
  ADD ("/store/damage/salvage-text", test_salvage_text);
  ADD ("/store/damage/salvage-nothing", test_salvage_nothing);
  for (guint version = 1; version <= MATCHUM_SCHEMA_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/store/damage/salvage-leaves/%u", version);

      g_test_add (path, Fixture, GUINT_TO_POINTER (version), set_up, test_salvage_leaves, tear_down);
    }
  return g_test_run ();
}
