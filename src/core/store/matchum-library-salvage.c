/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a copy of the damaged file, with what its log holds, whose header is put right, since everything in the header
 * is either known beforehand or can be found from the size of the file. Where tables begin is told by the table of
 * tables as far as it can be read, whatever its SQL says, or else by an empty library. Tables are read from row to row;
 * where the file cannot be read, reading goes on behind. */
#include "config.h"

#include "store/matchum-library-salvage.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/matchum-database-private.h"
#include "store/matchum-library-backup.h"
#include "store/matchum-library-check.h"
#include "store/matchum-library-error.h"
#include "store/matchum-library-files.h"
#include "store/matchum-library-load.h"
#include "store/matchum-library-lock.h"
#include "store/matchum-log-check.h"
#include "store/matchum-salvage-page.h"
#include "store/matchum-salvage-roots.h"
#include "store/matchum-schema.h"
#include "store/matchum-statement-private.h"

/* Behind a place that cannot be read, the next rows are tried one by one, then ever farther ahead. */
#define NEAR_TRIES 512
#define MAX_TRIES 10000

G_DEFINE_BOXED_TYPE (MatchumSalvage, matchum_salvage, matchum_salvage_copy, matchum_salvage_free)

MatchumSalvage *
matchum_salvage_copy (const MatchumSalvage *self)
{
  MatchumSalvage *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->set_aside = g_strdup (self->set_aside);
  return copy;
}

void
matchum_salvage_free (MatchumSalvage *self)
{
  if (self == NULL)
    return;
  g_free (self->set_aside);
  g_free (self);
}

static gboolean
write_private (const char *path, const char *data, gsize length, GError **error)
{
  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, error);
}

static gboolean
write_image (const char *path, const MatchumSalvageImage *image, GError **error)
{
  matchum_library_files_remove (path);
  return write_private (path, (const char *) image->data, image->length, error);
}

static void
clear_image (MatchumSalvageImage *image)
{
  g_clear_pointer (&image->data, g_free);
}

/* The file as it is with what was committed in its log. */
static MatchumSalvageImage
create_image (const char *data, gsize length, const char *log, gsize log_length, gboolean is_mending)
{
  const gsize whole = MAX ((length + MATCHUM_PAGE_BYTES - 1) / MATCHUM_PAGE_BYTES, 1) * MATCHUM_PAGE_BYTES;
  MatchumSalvageImage image = { g_malloc0 (whole), whole };

  if (length > 0)
    memcpy (image.data, data, length);
  if (log_length > 0)
    {
      g_autofree guint8 *own = g_memdup2 (log, log_length);

      matchum_log_check_take_in (&image.data, &image.length, own, log_length, is_mending);
    }
  matchum_salvage_page_mend_header (image.data);
  return image;
}

/* The second image is that of what is sure in the log, where that is not all of it; else it is empty. */
static gboolean
read_images (const char *path, MatchumSalvageImage images[2], GError **error)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  g_autofree char *data = NULL;
  g_autofree char *log = NULL;
  gsize length, log_length = 0;

  if (!g_file_get_contents (path, &data, &length, error))
    return FALSE;
  if (!g_file_get_contents (log_path, &log, &log_length, NULL))
    log_length = 0;
  images[0] = create_image (data, length, log, log_length, TRUE);
  images[1] = create_image (data, length, log, log_length, FALSE);
  if (images[0].length == images[1].length && memcmp (images[0].data, images[1].data, images[0].length) == 0)
    clear_image (&images[1]);
  return TRUE;
}

/* Texts must be texts: what shows them relies on it. */
static void
bind_valid (MatchumStatement *insert, int index, MatchumStatement *row, int column)
{
  sqlite3_stmt *handle = matchum_statement_get_handle (row);
  const char *text;

  if (sqlite3_column_type (handle, column) != SQLITE_TEXT)
    {
      matchum_statement_bind_column (insert, index, row, column);
      return;
    }
  text = matchum_statement_get_text (row, column);
  if (text != NULL && g_utf8_validate (text, sqlite3_column_bytes (handle, column), NULL))
    matchum_statement_bind_text (insert, index, text);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

      matchum_statement_bind_text (insert, index, valid);
    }
}

typedef struct {
  MatchumDatabase *from;
  MatchumDatabase *to;
  GPtrArray *columns;
  const char *table;
  MatchumSalvage *result;
} Reader;

/* SELECT rowid and the columns that both have. */
static char *
build_select (Reader *self)
{
  GString *sql = g_string_new ("SELECT rowid");

  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (sql, ", \"%s\"", (char *) g_ptr_array_index (self->columns, i));
  g_string_append_printf (sql, " FROM \"%s\" NOT INDEXED WHERE rowid > ?1 ORDER BY rowid", self->table);
  return g_string_free (sql, FALSE);
}

static void
save_row (Reader *self, MatchumStatement *insert, MatchumStatement *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    bind_valid (insert, (int) i + 1, row, (int) i + 1);
  if (matchum_statement_run (insert, NULL))
    self->result->n_rows++;
  else
    self->result->n_lost++;
}

/* Saves rows after a row until the end or a place that cannot be read; last: the last that was read. */
static gboolean
read_on (Reader *self, MatchumStatement *row, MatchumStatement *insert, gint64 *last)
{
  matchum_statement_reset (row);
  matchum_statement_bind_int (row, 1, *last);
  while (matchum_statement_step (row, NULL))
    {
      /* In a whole table rows only go up; in a damaged one, this could go on for ever. */
      if (matchum_statement_get_int (row, 0) <= *last)
        return FALSE;
      *last = matchum_statement_get_int (row, 0);
      save_row (self, insert, row);
    }
  return matchum_statement_is_done (row);
}

/* The last row of the table as far as it can be told. */
static gint64
find_last (Reader *self)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (rowid), 0) FROM \"%s\" NOT INDEXED", self->table);
  gint64 last;

  return matchum_database_get_int (self->from, sql, &last, NULL) ? last : G_MAXINT32;
}

static void
read_rows (Reader *self, MatchumStatement *row, MatchumStatement *insert)
{
  gint64 last = G_MININT64;
  gint64 end = -1;
  gint64 step = 1;
  gint64 gap = -1;

  for (guint n_tries = 0; n_tries < MAX_TRIES && !read_on (self, row, insert, &last); n_tries++)
    {
      if (end < 0)
        end = find_last (self);
      if (last != gap)
        self->result->n_gaps++;
      /* On behind the row that failed, as near as possible. */
      step = n_tries < NEAR_TRIES ? 1 : step * 2;
      last = gap = MAX (last, 0) + step;
      if (last > end)
        return;
    }
}

static gboolean
has_column (GPtrArray *columns, const char *name)
{
  return g_ptr_array_find_with_equal_func (columns, name, g_str_equal, NULL);
}

/* The columns of the new table that the damaged one has too. */
static GPtrArray *
list_common_columns (MatchumDatabase *from, MatchumDatabase *to, const char *table)
{
  g_autoptr (GPtrArray) old = matchum_schema_list_all_columns (from, table, NULL);
  GPtrArray *columns = matchum_schema_list_all_columns (to, table, NULL);

  for (guint i = columns != NULL ? columns->len : 0; i-- > 0;)
    if (old == NULL || !has_column (old, g_ptr_array_index (columns, i)))
      g_ptr_array_remove_index (columns, i);
  return columns;
}

static void
read_table (MatchumDatabase *from, MatchumDatabase *to, const char *table, MatchumSalvage *result)
{
  g_autoptr (GPtrArray) columns = list_common_columns (from, to, table);
  Reader self = { from, to, columns, table, result };
  g_autofree char *select = NULL;
  g_autofree char *insert_sql = NULL;
  g_autoptr (MatchumStatement) row = NULL;
  g_autoptr (MatchumStatement) insert = NULL;

  if (columns == NULL || columns->len == 0)
    {
      result->n_gaps++;
      return;
    }
  select = build_select (&self);
  insert_sql = matchum_library_load_build_insert (table, columns);
  row = matchum_statement_new (from, select, NULL);
  insert = matchum_statement_new (to, insert_sql, NULL);
  if (row != NULL && insert != NULL)
    read_rows (&self, row, insert);
  else
    result->n_gaps++;
}

/* Where tables begin in a library whose description cannot be read: they were made in the same order in all of them. */
static gint64
find_root (MatchumDatabase *model, const char *table)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = '%s'", table);
  gint64 root;

  return matchum_database_get_int (model, sql, &root, NULL) ? root : 0;
}

/* Nothing but the names of the columns: rows are read as they are. */
static char *
build_create (GPtrArray *columns, const char *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE \"%s\" (", table);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", (char *) g_ptr_array_index (columns, i));
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

static gboolean
write_first_page (const char *path, const guint8 *page)
{
  FILE *file = g_fopen (path, "r+b");
  gboolean is_written;

  if (file == NULL)
    return FALSE;
  is_written = fwrite (page, MATCHUM_PAGE_BYTES, 1, file) == 1;
  return fclose (file) == 0 && is_written;
}

/* The damaged copy as a database of one table. */
static MatchumDatabase *
open_one_table (const char *path, GPtrArray *columns, const char *table, gint64 root)
{
  g_autofree char *sql = build_create (columns, table);
  guint8 page[MATCHUM_PAGE_BYTES];

  if (root <= 1 || !matchum_salvage_page_fill (page, table, (guint32) root, sql) || !write_first_page (path, page))
    return NULL;
  return matchum_database_open (path, MATCHUM_DATABASE_IMMUTABLE, NULL);
}

/* Where rows come from: a file, through a connection that knows its tables, or else by where they begin: as it was
 * found, or as it is in a model. */
typedef struct {
  const char *path;
  const MatchumSalvageImage *image;
  MatchumDatabase *whole;
  MatchumDatabase *model;
  GHashTable *roots;       /* name → page number */
  gboolean is_model_right; /* most of the roots that were found are where the model has them */
} Source;

static gboolean
is_taken (const Source *source, gint64 root)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, source->roots);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (GPOINTER_TO_UINT (other) == root)
      return TRUE;
  return FALSE;
}

/* Whether anything could be read there as the table. */
static gboolean
read_root (const Source *source,
           MatchumDatabase *to,
           const char *table,
           GPtrArray *columns,
           gint64 root,
           MatchumSalvage *result)
{
  g_autoptr (MatchumDatabase) one = NULL;

  if (root <= 1 || !matchum_salvage_roots_fits (source->image, (guint32) root, columns->len))
    return FALSE;
  one = open_one_table (source->path, columns, table, root);
  if (one == NULL)
    return FALSE;
  read_table (one, to, table, result);
  return TRUE;
}

static void
read_known (const Source *source, MatchumDatabase *to, const char *table, MatchumSalvage *result)
{
  g_autoptr (GPtrArray) columns = matchum_schema_list_all_columns (source->model, table, NULL);
  const gint64 found = GPOINTER_TO_UINT (g_hash_table_lookup (source->roots, table));
  const gint64 guess = find_root (source->model, table);
  const MatchumSalvage before = *result;
  MatchumSalvage more = { 0 };
  gboolean is_read = FALSE;

  if (columns != NULL)
    is_read = read_root (source, to, table, columns, found, result);
  if (columns != NULL && !is_taken (source, guess))
    {
      if (!is_read)
        is_read = read_root (source, to, table, columns, guess, result);
      else if (source->is_model_right && (result->n_rows == before.n_rows || result->n_gaps > before.n_gaps)
               && read_root (source, to, table, columns, guess, &more))
        result->n_rows += more.n_rows;
    }
  if (!is_read)
    result->n_gaps++;
}

static void
read_from (const Source *source, MatchumDatabase *to, const char *table, MatchumSalvage *result)
{
  if (source->whole != NULL)
    read_table (source->whole, to, table, result);
  else
    read_known (source, to, table, result);
}

/* Rows of a table that nothing leads to any more, on a leaf of its own. Which table it was is told by the number of its
 * columns and by what the new table takes; rows that were saved already are not taken twice. */
static void
read_leaf (const Source *source, MatchumDatabase *to, guint32 page, guint n_columns, MatchumSalvage *result)
{
  /* Tables that cannot be taken for one another: by the number and the types of columns, and by what they refer to. */
  static const char *const tables[] = {
    "baselines",   "blocks",     "postings", "applications", "application_order", "application_wordings",
    "sent_copies", "sent_files", "readings"
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) columns = matchum_schema_list_all_columns (to, tables[i], NULL);
      g_autoptr (MatchumDatabase) one = NULL;
      MatchumSalvage found = { 0 };

      if (columns == NULL || columns->len != n_columns)
        continue;
      one = open_one_table (source->path, columns, tables[i], page);
      if (one != NULL)
        read_table (one, to, tables[i], &found);
      result->n_rows += found.n_rows;
    }
}

static void
read_leaves (const Source *source, MatchumDatabase *to, MatchumSalvage *result)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (source->path, &data, &length, NULL))
    return;
  for (gsize at = MATCHUM_PAGE_BYTES; at + MATCHUM_PAGE_BYTES <= length; at += MATCHUM_PAGE_BYTES)
    {
      const guint n_columns = matchum_salvage_page_count_columns ((guint8 *) data + at);

      if (n_columns > 0)
        read_leaf (source, to, (guint32) (at / MATCHUM_PAGE_BYTES) + 1, n_columns, result);
    }
}

/* Where a resume or a posting is lost but applications over it are not, something must stand in its place: the words of
 * the blocks as far as they are known, or nothing. Ids of blocks to come must be none that were given before. */
static gboolean
stand_in (MatchumDatabase *to, GError **error)
{
  g_autoptr (MatchumStatement) baselines = matchum_statement_new (
      to,
      "INSERT INTO baselines (id, name, markdown, next_number, place) SELECT id, ?1, coalesce ((SELECT group_concat "
      "(text, "
      "char (10, 10)) FROM (SELECT text FROM blocks WHERE baseline = lost.id AND NOT is_gone ORDER BY number)), ''),"
      " 1 << 30, 1 FROM (SELECT baseline AS id FROM applications UNION SELECT baseline FROM blocks) AS lost"
      " WHERE id NOT IN (SELECT id FROM baselines)",
      error);
  g_autoptr (MatchumStatement) postings = matchum_statement_new (
      to,
      "INSERT INTO postings (id, title, text, place) SELECT DISTINCT posting, ?1, '', 1 FROM applications"
      " WHERE posting NOT IN (SELECT id FROM postings)",
      error);

  if (baselines == NULL || postings == NULL)
    return FALSE;
  matchum_statement_bind_text (baselines, 1, _ ("Recovered"));
  matchum_statement_bind_text (postings, 1, _ ("Recovered"));
  return matchum_statement_run (baselines, error) && matchum_statement_run (postings, error);
}

static gboolean
read_tables (const Source *source, MatchumDatabase *to, MatchumSalvage *result, GError **error)
{
  g_autoptr (GPtrArray) tables = matchum_schema_list_tables (to, error);
  guint n_removed;

  if (tables == NULL || !matchum_library_load_begin (to, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (matchum_schema_is_content (g_ptr_array_index (tables, i)))
      read_from (source, to, g_ptr_array_index (tables, i), result);
  if (result->n_gaps > 0)
    read_leaves (source, to, result);
  if (!stand_in (to, error) || !matchum_library_load_prune (to, &n_removed, error))
    return FALSE;
  result->n_rows -= n_removed;
  result->n_lost += n_removed;
  return matchum_library_load_end (to, error);
}

static gboolean
fill (const Source *source, const char *path, MatchumSalvage *result, GError **error)
{
  g_autoptr (MatchumDatabase) to = NULL;

  result->n_rows = result->n_lost = result->n_gaps = 0;
  to = matchum_database_open (path, MATCHUM_DATABASE_READ_WRITE, error);
  if (to == NULL || !matchum_database_begin (to, error))
    return FALSE;
  if (read_tables (source, to, result, error))
    return matchum_database_commit (to, error) && matchum_library_files_finish (to, error);
  matchum_database_roll_back (to);
  return FALSE;
}

/* A model of where tables begin: as they are made, or as they are after the file was once written anew. */
static MatchumDatabase *
create_model (gboolean is_vacuumed, GError **error)
{
  g_autofree char *name = g_uuid_string_random ();
  g_autoptr (MatchumDatabase) model = matchum_database_open_memory (name, error);

  if (model == NULL || !matchum_schema_create (model, error)
      || (is_vacuumed && !matchum_database_execute (model, "VACUUM", error)))
    return NULL;
  return g_steal_pointer (&model);
}

/* Triggers and indexes are not needed for reading, so it is no matter whether their SQL can be understood. The file is
 * a copy that nobody else reads, and it is not written to. */
static MatchumDatabase *
open_whole (const char *path)
{
  g_autoptr (MatchumDatabase) database = matchum_database_open (path, MATCHUM_DATABASE_IMMUTABLE, NULL);
  gint64 n;

  if (database == NULL)
    return NULL;
  sqlite3_db_config (matchum_database_get_handle (database), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  if (!matchum_database_execute (database, "PRAGMA writable_schema = ON", NULL)
      || !matchum_database_get_int (database, "SELECT count (*) FROM sqlite_schema", &n, NULL))
    return NULL;
  return g_steal_pointer (&database);
}

/* By the roots, with what is missing from a model as it is made or as it is once written anew; or by what SQLite makes
 * of the file. */
typedef enum { WAY_FRESH, WAY_VACUUMED, WAY_SCHEMA, N_WAYS } Way;

typedef struct {
  const MatchumSalvageImage *image;
  const char *copy; /* where to put it */
  GHashTable *roots;
  MatchumDatabase *models[2];
  guint n_right[2];  /* roots that are as in the model */
  guint n_tables;    /* that there should be */
  gboolean is_newer; /* made by a Matchum to come, so that its own words count first */
} Finding;

static void
clear_finding (Finding *self)
{
  g_clear_pointer (&self->roots, g_hash_table_unref);
  g_clear_pointer (&self->models[0], matchum_database_unref);
  g_clear_pointer (&self->models[1], matchum_database_unref);
}

static GPtrArray *
list_content_tables (MatchumDatabase *model, GError **error)
{
  GPtrArray *tables = matchum_schema_list_tables (model, error);

  for (guint i = tables != NULL ? tables->len : 0; i-- > 0;)
    if (!matchum_schema_is_content (g_ptr_array_index (tables, i)))
      g_ptr_array_remove_index (tables, i);
  return tables;
}

static gboolean
find (Finding *self, const MatchumSalvageImage *image, const char *copy, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  guint32 version;

  self->image = image;
  self->copy = copy;
  self->models[0] = create_model (FALSE, error);
  self->models[1] = self->models[0] != NULL ? create_model (TRUE, error) : NULL;
  tables = self->models[1] != NULL ? list_content_tables (self->models[0], error) : NULL;
  if (tables == NULL)
    return FALSE;
  self->n_tables = tables->len;
  self->roots = matchum_salvage_roots_find (image, tables);
  for (guint i = 0; i < tables->len; i++)
    for (guint j = 0; j < 2; j++)
      {
        const char *table = g_ptr_array_index (tables, i);
        const guint root = GPOINTER_TO_UINT (g_hash_table_lookup (self->roots, table));

        self->n_right[j] += root > 0 && root == find_root (self->models[j], table) ? 1 : 0;
      }
  memcpy (&version, image->data + 60, sizeof version);
  self->is_newer = GUINT32_FROM_BE (version) > MATCHUM_SCHEMA_VERSION;
  return TRUE;
}

/* Whether a way may bring more than those before it. */
static gboolean
is_needed (const Finding *self, Way way)
{
  const gboolean is_all_found = g_hash_table_size (self->roots) == self->n_tables;

  if (way == WAY_SCHEMA)
    return self->is_newer || !is_all_found;
  if (is_all_found)
    return way == (self->n_right[1] > self->n_right[0] ? WAY_VACUUMED : WAY_FRESH);
  return TRUE;
}

static gboolean
fill_by (const Finding *self, Way way, const char *path, MatchumSalvage *result, GError **error)
{
  g_autoptr (MatchumDatabase) whole = NULL;
  Source source = { self->copy, self->image, NULL, NULL, self->roots, FALSE };

  result->n_rows = result->n_lost = result->n_gaps = 0;
  if (!write_image (self->copy, self->image, error))
    return FALSE;
  if (way == WAY_SCHEMA)
    {
      source.whole = whole = open_whole (self->copy);
      return whole == NULL || fill (&source, path, result, error);
    }
  source.model = self->models[way];
  source.is_model_right = self->n_right[way] * 2 > g_hash_table_size (self->roots);
  return fill (&source, path, result, error);
}

static gboolean
is_complete (const MatchumSalvage *result)
{
  return result->n_rows > 0 && result->n_gaps == 0 && result->n_lost == 0;
}

/* Whether what is complete by one way is all there is. Where no root says which model is right, an empty table may have
 * been read in the place of another. */
static gboolean
is_sure (const Finding *self, Way way)
{
  return way == WAY_SCHEMA || g_hash_table_size (self->roots) == self->n_tables
         || self->n_right[way] > self->n_right[1 - way];
}

/* Tries the ways until one brings all of it, and returns to the one that brought most if that was not the last. By the
 * wrong model, tables are read as other tables, and few rows fit. */
static gboolean
fill_from_image (const Finding *self, const char *path, MatchumSalvage *result, GError **error)
{
  static const Way usual[] = { WAY_FRESH, WAY_VACUUMED, WAY_SCHEMA };
  static const Way newer[] = { WAY_SCHEMA, WAY_FRESH, WAY_VACUUMED };
  const Way *ways = self->is_newer ? newer : usual;
  MatchumSalvage best = { 0 };
  Way best_way = N_WAYS;
  Way last = N_WAYS;

  for (guint i = 0; i < N_WAYS; i++)
    {
      if (!is_needed (self, ways[i]))
        continue;
      if (!fill_by (self, last = ways[i], path, result, error))
        return FALSE;
      if (best_way == N_WAYS || result->n_rows > best.n_rows)
        {
          best = *result;
          best_way = ways[i];
        }
      if (is_complete (result) && is_sure (self, ways[i]))
        break;
    }
  return best_way == last || fill_by (self, best_way, path, result, error);
}

static gboolean
fill_from (const MatchumSalvageImage *image, const char *copy, const char *path, MatchumSalvage *result, GError **error)
{
  Finding finding = { 0 };
  gboolean is_fine = find (&finding, image, copy, error) && fill_from_image (&finding, path, result, error);

  clear_finding (&finding);
  return is_fine;
}

/* Only what is sure in the log is taken where all of the log brings less. */
static gboolean
fill_from_images (const MatchumSalvageImage images[2],
                  const char *copy,
                  const char *path,
                  MatchumSalvage *result,
                  GError **error)
{
  guint n_rows;

  if (!fill_from (&images[0], copy, path, result, error))
    return FALSE;
  if (images[1].data == NULL || is_complete (result))
    return TRUE;
  n_rows = result->n_rows;
  return fill_from (&images[1], copy, path, result, error)
         && (result->n_rows > n_rows || fill_from (&images[0], copy, path, result, error));
}

static gboolean
check_result (const char *path, GError **error)
{
  g_autoptr (MatchumDatabase) database = matchum_library_files_open_read (path, error);
  gint64 version;

  return database != NULL && matchum_library_check (database, &version, error);
}

static gboolean
salvage (const char *path, const char *copy, const char *fresh, MatchumSalvage *result, GError **error)
{
  MatchumSalvageImage images[2] = { { NULL, 0 }, { NULL, 0 } };
  gboolean is_fine = read_images (path, images, error) && matchum_library_files_create (fresh, error)
                     && fill_from_images (images, copy, fresh, result, error) && check_result (fresh, error);

  clear_image (&images[0]);
  clear_image (&images[1]);
  if (!is_fine)
    return FALSE;
  if (result->n_rows == 0)
    {
      g_set_error_literal (error, MATCHUM_LIBRARY_ERROR, MATCHUM_LIBRARY_ERROR_DAMAGED,
                           _ ("There is nothing left in the library that could be saved. Restore a backup."));
      return FALSE;
    }
  return matchum_backup_set_aside (path, &result->set_aside, error)
         && matchum_library_files_publish (fresh, path, error);
}

MatchumSalvage *
matchum_library_salvage (const char *path, guint wait_ms, GError **error)
{
  g_autoptr (MatchumSalvage) result = g_new0 (MatchumSalvage, 1);
  g_autoptr (MatchumLibraryLock) lock = NULL;
  g_autofree char *real = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *fresh = NULL;
  gboolean is_fine;

  g_return_val_if_fail (path != NULL, NULL);

  real = matchum_library_files_resolve (path);
  lock = matchum_library_lock_take (real, wait_ms, error);
  if (lock == NULL)
    return NULL;
  copy = g_strconcat (real, "-read", NULL);
  fresh = g_strconcat (real, "-saved", NULL);
  is_fine = salvage (real, copy, fresh, result, error);
  matchum_library_files_remove (copy);
  if (!is_fine)
    matchum_library_files_remove (fresh);
  return is_fine ? g_steal_pointer (&result) : NULL;
}
