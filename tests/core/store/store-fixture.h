/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a folder that goes away, libraries in it, rows to put there, and all of a library as one
 * text to compare. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/matchum-alias-table.h"
#include "store/matchum-application-claims.h"
#include "store/matchum-application-table.h"
#include "store/matchum-baseline-table.h"
#include "store/matchum-block-priority-table.h"
#include "store/matchum-block-table.h"
#include "store/matchum-block-tag-table.h"
#include "store/matchum-entry-link-table.h"
#include "store/matchum-library-backup.h"
#include "store/matchum-library-folder.h"
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
store_fixture_undo (MatchumLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (matchum_library_undo (library, &error));
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
          const char *text = matchum_statement_get_text (row, i);
          g_autofree char *escaped = NULL;

          if (bytes == NULL)
            escaped = g_strdup ("NULL");
          else if (g_str_equal (matchum_statement_get_name (row, i), "bytes"))
            escaped = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
          else
            escaped = g_strescape (text, "");
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
    if (!g_str_has_prefix (g_ptr_array_index (tables, i), "undo_"))
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

static inline char *
store_fixture_dup_text (guint seed, guint n_lines)
{
  GString *text = g_string_new ("## 자격 요건\r\n\n");

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "- %u.%u년 이상 PyTorch \"경험\" 'or' \\ %x\n", seed, i, (seed + 1) * 2654435761u + i);
  return g_string_free (text, FALSE);
}

static inline gboolean
store_fixture_fill_marks (MatchumDatabase *database, GError **error)
{
  static const MatchumBlockTagRecord tags[] = {
    { (char *) "baseline-0", (char *) "b10", (char *) "ML", TRUE },
    { (char *) "baseline-0", (char *) "b10", (char *) "마케팅", FALSE },
    { (char *) "baseline-1", (char *) "b11", (char *) "ML", FALSE },
  };
  static const MatchumBlockPriorityRecord priorities[] = {
    { (char *) "baseline-0", (char *) "b12", 3 },
    { (char *) "baseline-1", (char *) "b13", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (!matchum_block_tag_table_put (database, &tags[i], error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (priorities); i++)
    if (!matchum_block_priority_table_put (database, &priorities[i], error))
      return FALSE;
  return matchum_entry_link_table_put (database,
                                       &(MatchumEntryLinkRecord){ (char *) "baseline-0", (char *) "b1",
                                                                  (char *) "baseline-1", (char *) "b2",
                                                                  (char *) "이음마켓\n일", (char *) "Eeum\nWork" },
                                       error);
}

static inline gboolean
store_fixture_fill_baselines (MatchumDatabase *database, GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("baseline-%u", i);
      g_autofree char *markdown = store_fixture_dup_text (i, 60);
      g_autoptr (MatchumBaselineRecord) baseline = store_fixture_baseline (id, markdown);
      g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_block_record_free);

      baseline->next_number = 41;
      baseline->is_archived = i == 1;
      for (guint j = 0; j < 40; j++)
        {
          g_autofree char *block = g_strdup_printf ("b%u", j);
          g_autofree char *text = store_fixture_dup_text (j, 1);

          g_ptr_array_add (blocks, matchum_block_record_new (block, j == 0 ? MATCHUM_BLOCK_TITLE : MATCHUM_BLOCK_ITEM,
                                                             MATCHUM_SECTION_PROJECTS, j == 0 ? NULL : "b0", j, text));
        }
      ((MatchumBlockRecord *) g_ptr_array_index (blocks, 7))->is_gone = TRUE;
      if (!matchum_baseline_table_put (database, baseline, error)
          || !matchum_block_table_set (database, id, blocks, error))
        return FALSE;
    }
  return store_fixture_fill_marks (database, error);
}

static inline gboolean
store_fixture_fill_claims (MatchumDatabase *database, const char *application, guint i, GError **error)
{
  g_autofree char *line = g_strdup_printf ("%u.3년 이상 PyTorch", i);
  const MatchumLineAnchor anchor = { 6, 1, 1, line };
  const MatchumLineAnchor other = { 7, 2, 3, "같은 줄" };
  g_autoptr (MatchumClaim) link = matchum_claim_new (MATCHUM_CLAIM_LINK, &anchor, 0, NULL, "b4");
  g_autoptr (MatchumClaim) lack = matchum_claim_new (MATCHUM_CLAIM_LACK, &other, 1, "PyTorch", NULL);

  return matchum_application_claims_put (database, application, link, error)
         && matchum_application_claims_put (database, application, lack, error);
}

static inline gboolean
store_fixture_fill_application (MatchumDatabase *database, const char *posting, guint i, GError **error)
{
  g_autofree char *id = g_strdup_printf ("application-%u", i);
  g_autoptr (MatchumApplicationRecord) application = store_fixture_application (id, "baseline-0", posting);
  MatchumWordingRecord *wording = matchum_wording_record_new ();

  wording->block = g_strdup ("b3");
  wording->text = store_fixture_dup_text (i, 2);
  wording->replaced = g_strdup ("as it was");
  g_ptr_array_add (application->wordings, wording);
  g_ptr_array_add (application->hidden, g_strdup ("b4"));
  g_ptr_array_add (application->hidden, g_strdup ("b5"));
  g_ptr_array_add (application->pinned, g_strdup ("b6"));
  g_ptr_array_add (application->order, g_strdup ("b9"));
  g_ptr_array_add (application->order, g_strdup ("b8"));
  application->title_line = g_strdup ("ML Engineer");
  application->team = g_strdup ("추천팀");
  application->budget = 2;
  application->theme = g_strdup ("classic");
  application->style = g_strdup ("margin=18mm");
  application->allows_gaps = i % 2 == 1;
  application->stage = g_strdup ("서류");
  application->notes = g_strdup ("메모\n둘째 줄");
  return matchum_application_table_put (database, application, error)
         && store_fixture_fill_claims (database, id, i, error);
}

static inline MatchumSentCopyRecord *
store_fixture_sent_copy (const char *id, const char *posting)
{
  MatchumSentCopyRecord *record = matchum_sent_copy_record_new ();

  record->id = g_strdup (id);
  record->posting = g_strdup (posting);
  record->baseline = g_strdup ("baseline-0");
  record->company = g_strdup ("가나/다: 회사?");
  record->title = g_strdup ("ML Engineer");
  record->posting_text = store_fixture_dup_text (77, 5);
  record->sent_on = g_strdup ("2026-11-25");
  for (guint i = 0; i < 2; i++)
    {
      MatchumSentFileRecord *file = matchum_sent_file_record_new ();
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      for (guint j = 0; j < 9000; j++)
        g_byte_array_append (bytes, &(guint8){ (guint8) (j * (i + 3) >> 2) }, 1);
      file->name = g_strdup (i == 0 ? "resume.pdf" : "이력서.md");
      file->media_type = g_strdup (i == 0 ? "application/pdf" : NULL);
      file->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      g_ptr_array_add (record->files, file);
    }
  return record;
}

static inline gboolean
store_fixture_fill_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const guint n_postings = GPOINTER_TO_UINT (data);
  g_autoptr (MatchumSentCopyRecord) sent = store_fixture_sent_copy ("sent", "posting-1");
  MatchumAliasRecord alias = { (char *) "파토", (char *) "PyTorch" };

  if (!store_fixture_fill_baselines (database, error))
    return FALSE;
  for (guint i = 0; i < n_postings; i++)
    {
      g_autofree char *id = g_strdup_printf ("posting-%u", i);
      g_autofree char *text = store_fixture_dup_text (i, 20);
      g_autoptr (MatchumPostingRecord) posting = store_fixture_posting (id, text);
      MatchumReadingRecord reading = { id, i, (char *) "section", (char *) "required", (char *) "- 줄" };

      posting->company = i % 3 == 0 ? g_strdup ("같은 회사") : NULL;
      if (!matchum_posting_table_put (database, posting, error)
          || !matchum_reading_table_put (database, &reading, error)
          || !store_fixture_fill_application (database, id, i, error))
        return FALSE;
    }
  return matchum_alias_table_put (database, &alias, error) && matchum_sent_copy_table_add (database, sent, error)
         && matchum_setting_table_set (database, "open", "posting-1", error);
}

/* Some of everything, and a few steps to undo and redo. */
static inline void
store_fixture_fill (MatchumLibrary *library, guint n_postings)
{
  g_autoptr (GError) error = NULL;

  store_fixture_edit (library, "Fill", store_fixture_fill_cb, GUINT_TO_POINTER (n_postings));
  store_fixture_put_posting (library, "posting-0", "edited once");
  store_fixture_put_posting (library, "posting-0", "edited twice");
  store_fixture_edit (library, "Delete Posting", matchum_posting_table_remove, "posting-2");
  g_assert_true (matchum_library_undo (library, &error));
  g_assert_no_error (error);
}

static inline void
store_fixture_copy (const char *from, const char *to)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &data, &length, NULL));
  g_assert_true (g_file_set_contents (to, data, (gssize) length, NULL));
}

/* Another library in the folder, with what comes over from library by an export. */
static inline MatchumLibrary *
store_fixture_open_imported (StoreFixture *self, MatchumLibrary *library)
{
  g_autofree char *path = g_build_filename (self->folder, "second.db", NULL);
  g_autofree char *folder = g_build_filename (self->folder, "exported", NULL);
  MatchumLibrary *second = store_fixture_open (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (matchum_library_export (library, folder, &error));
  g_assert_no_error (error);
  g_assert_true (matchum_library_import (second, folder, &error));
  g_assert_no_error (error);
  return second;
}

/* What goes along with the text of a posting when that is edited. */
typedef gboolean (*StoreFixtureFollow) (MatchumDatabase *database,
                                        const char      *posting,
                                        const char      *before,
                                        const char      *after,
                                        GError         **error);

typedef struct {
  StoreFixtureFollow follow;
  const char *before;
  const char *after;
} StoreFixtureTextEdit;

static inline gboolean
store_fixture_follow_cb (MatchumDatabase *database, gpointer data, GError **error)
{
  const StoreFixtureTextEdit *edit = data;

  return edit->follow (database, "p", edit->before, edit->after, error);
}

/* One edit of the text of the posting "p". */
static inline void
store_fixture_follow (MatchumLibrary *library, StoreFixtureFollow follow, const char *before, const char *after)
{
  const StoreFixtureTextEdit edit = { follow, before, after };

  store_fixture_edit (library, "Edit Posting", store_fixture_follow_cb, &edit);
}

/* Where text first stands in data, or NULL. */
static inline char *
store_fixture_find (char *data, gsize length, const char *text)
{
  const gsize n = strlen (text);
  char *end = data + length;

  for (char *p = data; p + n <= end && (p = memchr (p, text[0], (gsize) (end - p) - n + 1)) != NULL; p++)
    if (memcmp (p, text, n) == 0)
      return p;
  return NULL;
}

/* Compares two dumps without printing pages of them. */
#define store_fixture_assert_same(a, b) g_assert_true (strcmp (a, b) == 0)
