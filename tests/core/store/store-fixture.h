/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a folder that goes away, libraries in it, rows to put there, and all of a library as one
 * text to compare. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/matchum-alias-table.h"
#include "store/matchum-application-table.h"
#include "store/matchum-baseline-table.h"
#include "store/matchum-block-table.h"
#include "store/matchum-entry-link-table.h"
#include "store/matchum-library-backup.h"
#include "store/matchum-library.h"
#include "store/matchum-posting-table.h"
#include "store/matchum-reading-table.h"
#include "store/matchum-schema.h"
#include "store/matchum-sent-copy-table.h"
#include "store/matchum-setting-table.h"
#include "store/matchum-statement.h"

typedef struct {
  char *folder;
  char *path;
} StoreFixture;

static inline void
store_fixture_remove (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      store_fixture_remove (child);
    }
  g_remove (path);
}

static inline void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("matchum-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library.db", NULL);
}

static inline void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  store_fixture_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static inline MatchumLibrary *
store_fixture_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  MatchumLibrary *library = matchum_library_open (path, MATCHUM_LIBRARY_OPEN_CREATE, 0, &error);

  g_assert_no_error (error);
  return library;
}

static inline void
store_fixture_close (MatchumLibrary *library)
{
  matchum_library_close (library);
  g_assert_finalize_object (library);
}

static inline MatchumPostingRecord *
store_fixture_posting (const char *id, const char *text)
{
  MatchumPostingRecord *record = matchum_posting_record_new ();

  record->id = g_strdup (id);
  record->text = g_strdup (text);
  record->created_on = g_strdup ("2026-11-25");
  return record;
}

static inline MatchumBaselineRecord *
store_fixture_baseline (const char *id, const char *markdown)
{
  MatchumBaselineRecord *record = matchum_baseline_record_new ();

  record->id = g_strdup (id);
  record->name = g_strdup_printf ("이력서 %s", id);
  record->language = g_strdup ("ko");
  record->markdown = g_strdup (markdown);
  return record;
}

static inline MatchumApplicationRecord *
store_fixture_application (const char *id, const char *baseline, const char *posting)
{
  MatchumApplicationRecord *record = matchum_application_record_new ();

  record->id = g_strdup (id);
  record->baseline = g_strdup (baseline);
  record->posting = g_strdup (posting);
  record->paper = g_strdup ("a4");
  return record;
}

/* One edit of one part that must succeed. */
static inline void
store_fixture_edit (MatchumLibrary *library, const char *label, gpointer func, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  matchum_library_edit_once (library, label, (MatchumEditFunc) func, (gpointer) data, &error);
  g_assert_no_error (error);
}

static inline void
store_fixture_put_posting (MatchumLibrary *library, const char *id, const char *text)
{
  g_autoptr (MatchumPostingRecord) record = store_fixture_posting (id, text);

  store_fixture_edit (library, "Add Posting", matchum_posting_table_put, record);
}

static inline void
store_fixture_put_baseline (MatchumLibrary *library, const char *id, const char *markdown)
{
  g_autoptr (MatchumBaselineRecord) record = store_fixture_baseline (id, markdown);

  store_fixture_edit (library, "Add Resume", matchum_baseline_table_put, record);
}

static inline void
store_fixture_put_application (MatchumLibrary *library, const char *id, const char *baseline, const char *posting)
{
  g_autoptr (MatchumApplicationRecord) record = store_fixture_application (id, baseline, posting);

  store_fixture_edit (library, "Add Application", matchum_application_table_put, record);
}

static inline gint
store_fixture_compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static inline void
store_fixture_dump_table (MatchumDatabase *database, const char *table, GString *dump)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr (MatchumStatement) row = matchum_statement_new (database, sql, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  while (matchum_statement_step (row, &error))
    {
      GString *line = g_string_new (table);

      for (int i = 0; i < matchum_statement_get_n_columns (row); i++)
        {
          g_autoptr (GBytes) bytes = matchum_statement_dup_bytes (row, i);
          g_autofree char *text
              = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
          g_autofree char *escaped = text != NULL ? g_strescape (text, "") : g_strdup ("NULL");

          g_string_append_printf (line, " %s=%s", matchum_statement_get_name (row, i), escaped);
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_assert_no_error (error);
  g_ptr_array_sort (lines, store_fixture_compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (dump, "%s\n", (char *) g_ptr_array_index (lines, i));
}

/* Every row that the user put there, table by table, in an order that depends on the content only. */
static inline char *
store_fixture_dump (MatchumDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = matchum_schema_list_tables (database, &error);
  GString *dump = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tables->len; i++)
    if (matchum_schema_is_content (g_ptr_array_index (tables, i)))
      store_fixture_dump_table (database, g_ptr_array_index (tables, i), dump);
  return g_string_free (dump, FALSE);
}

static inline char *
store_fixture_dump_library (MatchumLibrary *library)
{
  return store_fixture_dump (matchum_library_get_database (library));
}

static inline gint64
store_fixture_count (MatchumLibrary *library, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  matchum_database_get_int (matchum_library_get_database (library), sql, &n, &error);
  g_assert_no_error (error);
  return n;
}
