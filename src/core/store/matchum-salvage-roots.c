/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads rows of the table of tables from every page that may hold some, whether anything leads there or not. What the
 * rows say in SQL is not needed, and each of them says three times which table it is about. */
#include "config.h"

#include "store/matchum-salvage-roots.h"

#include <string.h>

#include "store/matchum-salvage-page.h"

#define LEAF_OF_TABLE 0x0d
#define KNOT_OF_TABLE 0x05
#define N_SCHEMA_COLUMNS 5
/* How far down to look for the first rows of a table. */
#define MAX_DEPTH 20
/* What of a row is on its leaf, by SQLite's rules for this size of pages. */
#define MAX_LOCAL (MATCHUM_PAGE_BYTES - 35)
#define MIN_LOCAL ((MATCHUM_PAGE_BYTES - 12) * 32 / 255 - 23)

/* A value of a row: its serial type, and where it is as far as it is on the page. */
typedef struct {
  guint64 type;
  const guint8 *data;
  gsize length;
} Value;

static const guint8 *
get_page (const MatchumSalvageImage *pages, guint32 number)
{
  if (number == 0 || (gsize) number > pages->length / MATCHUM_PAGE_BYTES)
    return NULL;
  return pages->data + (gsize) (number - 1) * MATCHUM_PAGE_BYTES;
}

static guint
read_short (const guint8 *at)
{
  return (guint) at[0] << 8 | at[1];
}

static guint32
read_word (const guint8 *at)
{
  return (guint32) read_short (at) << 16 | read_short (at + 2);
}

static gsize
get_size (guint64 type)
{
  static const guint8 sizes[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0 };

  return type < G_N_ELEMENTS (sizes) ? sizes[type] : (gsize) MIN ((type - 12) / 2, G_MAXINT32);
}

/* Where the row of a cell begins on its leaf, and where what is there of it ends; NULL where there is none. */
static const guint8 *
get_row (const guint8 *page, guint offset, const guint8 **row_end)
{
  const guint8 *end = page + MATCHUM_PAGE_BYTES;
  const guint8 *at = page + offset;
  guint64 length;
  gsize local;

  if (offset >= MATCHUM_PAGE_BYTES)
    return NULL;
  length = matchum_salvage_page_read_varint (&at, end);
  if (at != NULL)
    matchum_salvage_page_read_varint (&at, end);
  if (at == NULL)
    return NULL;
  local = (gsize) length;
  if (length > MAX_LOCAL)
    {
      local = MIN_LOCAL + (length - MIN_LOCAL) % (MATCHUM_PAGE_BYTES - 4);
      local = local > MAX_LOCAL ? MIN_LOCAL : local;
    }
  *row_end = (gsize) (end - at) > local ? at + local : end;
  return at;
}

/* Reads the first values of a row, up to n. Returns: how many columns the row has; 0 where that cannot be told. */
static guint
read_values (const guint8 *page, guint offset, Value *values, guint n)
{
  const guint8 *end = NULL;
  const guint8 *start = get_row (page, offset, &end);
  const guint8 *at = start;
  const guint8 *types_end;
  const guint8 *data;
  guint64 n_bytes = start != NULL ? matchum_salvage_page_read_varint (&at, end) : 0;
  guint n_columns = 0;

  if (start == NULL || at == NULL || n_bytes > (guint64) (end - start))
    return 0;
  data = types_end = start + n_bytes;
  for (; at != NULL && at < types_end; n_columns++)
    {
      const guint64 type = matchum_salvage_page_read_varint (&at, types_end);
      const gsize length = MIN (get_size (type), (gsize) (end - data));

      if (at != NULL && n_columns < n)
        values[n_columns] = (Value){ type, data, length };
      data += length;
    }
  return at == types_end ? n_columns : 0;
}

/* The header of a page stands behind that of the file on the first one. */
static const guint8 *
get_header (const guint8 *page, guint32 number)
{
  return number == 1 ? page + MATCHUM_HEADER_BYTES : page;
}

/* How many cells a leaf says it has, as far as there is room for them. */
static guint
get_n_cells (const guint8 *page, const guint8 *header)
{
  return MIN (read_short (header + 3), (guint) (page + MATCHUM_PAGE_BYTES - header - 8) / 2);
}

static gboolean
is_text (const Value *value, const char *text)
{
  const gsize length = strlen (text);

  return value->type >= 13 && value->type % 2 == 1 && (value->type - 13) / 2 == length && value->length == length
         && memcmp (value->data, text, length) == 0;
}

static gboolean
begins_with (const Value *value, const char *text)
{
  const gsize length = strlen (text);

  return value->length >= length && memcmp (value->data, text, length) == 0;
}

static guint32
get_number (const Value *value)
{
  guint64 number = 0;

  if (value->type == 9)
    return 1;
  if (value->type < 1 || value->type > 6)
    return 0;
  for (gsize i = 0; i < value->length; i++)
    number = number << 8 | value->data[i];
  return number <= G_MAXUINT32 ? (guint32) number : 0;
}

/* The columns of a row are type, name, name of the table, root and SQL. Any two things that are right will do. */
static gboolean
is_about (const Value *values, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("CREATE TABLE %s (", table);
  const guint n_right = (is_text (&values[1], table) ? 1 : 0) + (is_text (&values[2], table) ? 1 : 0)
                        + (begins_with (&values[4], sql) ? 1 : 0);

  return n_right + (is_text (&values[0], "table") ? 1 : 0) >= 2 && n_right > 0;
}

static gboolean
is_table_page (const MatchumSalvageImage *pages, guint32 number)
{
  const guint8 *page = number > 1 ? get_page (pages, number) : NULL;

  return page != NULL && (page[0] == LEAF_OF_TABLE || page[0] == KNOT_OF_TABLE);
}

static void
note_row (const MatchumSalvageImage *pages, const Value *values, GPtrArray *tables, GHashTable *roots)
{
  const guint32 root = get_number (&values[3]);

  if (!is_table_page (pages, root))
    return;
  for (guint i = 0; i < tables->len; i++)
    {
      char *table = g_ptr_array_index (tables, i);

      if (!is_about (values, table))
        continue;
      if (!g_hash_table_contains (roots, table))
        g_hash_table_insert (roots, g_strdup (table), GUINT_TO_POINTER (root));
      return;
    }
}

static void
note_page (const MatchumSalvageImage *pages, guint32 number, GPtrArray *tables, GHashTable *roots)
{
  const guint8 *page = get_page (pages, number);
  const guint8 *header = page != NULL ? get_header (page, number) : NULL;

  if (page == NULL || header[0] != LEAF_OF_TABLE)
    return;
  for (guint i = 0; i < get_n_cells (page, header); i++)
    {
      Value values[N_SCHEMA_COLUMNS] = { 0 };

      if (read_values (page, read_short (header + 8 + 2 * i), values, N_SCHEMA_COLUMNS) == N_SCHEMA_COLUMNS)
        note_row (pages, values, tables, roots);
    }
}

/* The pages below the first, which alone can be below it: the tree has no more than two levels of them. */
static void
note_below (const MatchumSalvageImage *pages, GPtrArray *tables, GHashTable *roots)
{
  const guint8 *page = get_page (pages, 1);
  const guint8 *header = page != NULL ? get_header (page, 1) : NULL;

  if (page == NULL || header[0] != KNOT_OF_TABLE)
    return;
  for (guint i = 0; i < (MIN (read_short (header + 3), (MATCHUM_PAGE_BYTES - MATCHUM_HEADER_BYTES - 12) / 2)); i++)
    {
      const guint offset = read_short (header + 12 + 2 * i);

      if (offset <= MATCHUM_PAGE_BYTES - 4)
        note_page (pages, read_word (page + offset), tables, roots);
    }
  note_page (pages, read_word (header + 8), tables, roots);
}

/* Of two tables, one cannot begin where the other does; which it is cannot be told here. */
static void
remove_shared (GHashTable *roots)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) shared = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer root;

  g_hash_table_iter_init (&iter, roots);
  while (g_hash_table_iter_next (&iter, NULL, &root))
    if (!g_hash_table_add (seen, root))
      g_hash_table_add (shared, root);
  g_hash_table_iter_init (&iter, roots);
  while (g_hash_table_iter_next (&iter, NULL, &root))
    if (g_hash_table_contains (shared, root))
      g_hash_table_iter_remove (&iter);
}

GHashTable *
matchum_salvage_roots_find (const MatchumSalvageImage *pages, GPtrArray *tables)
{
  GHashTable *roots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (pages != NULL && tables != NULL, roots);

  note_page (pages, 1, tables, roots);
  note_below (pages, tables, roots);
  for (gsize i = 2; i <= pages->length / MATCHUM_PAGE_BYTES && g_hash_table_size (roots) < tables->len; i++)
    note_page (pages, (guint32) i, tables, roots);
  remove_shared (roots);
  return roots;
}

/* The leaf that a table begins with; NULL where none can be found. */
static const guint8 *
find_leaf (const MatchumSalvageImage *pages, guint32 root)
{
  for (guint depth = 0; depth < MAX_DEPTH && is_table_page (pages, root); depth++)
    {
      const guint8 *page = get_page (pages, root);
      const guint offset = read_short (page + 12);

      if (page[0] == LEAF_OF_TABLE)
        return page;
      root = read_short (page + 3) > 0 && offset <= MATCHUM_PAGE_BYTES - 4 ? read_word (page + offset)
                                                                           : read_word (page + 8);
    }
  return NULL;
}

gboolean
matchum_salvage_roots_fits (const MatchumSalvageImage *pages, guint32 root, guint n_columns)
{
  const guint8 *leaf;
  gboolean is_any = FALSE;

  g_return_val_if_fail (pages != NULL, FALSE);

  if (!is_table_page (pages, root))
    return FALSE;
  leaf = find_leaf (pages, root);
  for (guint i = 0; leaf != NULL && i < get_n_cells (leaf, leaf); i++)
    {
      const guint n = read_values (leaf, read_short (leaf + 8 + 2 * i), NULL, 0);

      if (n == n_columns)
        return TRUE;
      is_any |= n > 0;
    }
  return !is_any;
}
