/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By SQLite's published file format: a leaf of a table tree with one row of the table of tables. */
#include "config.h"

#include "store/matchum-salvage-page.h"

#include <string.h>

#define LEAF_OF_TABLE 0x0d
#define PAGE_HEADER_BYTES 8
/* Serial types: NULL 0, a 32-bit integer 4, text of n bytes 13 + 2 n. */
#define TYPE_INT32 4
#define TYPE_TEXT(n) (13 + 2 * (guint64) (n))

void
matchum_salvage_page_mend_header (guint8 *header, gboolean has_log)
{
  /* The name of the format, pages of 4,096 bytes, read and written by the old way, nothing reserved, and three
   * constants. */
  static const guint8 fixed[] = "SQLite format 3\0\x10\x00\x01\x01\x00\x40\x20\x20";

  memcpy (header, fixed, 24);
  if (has_log)
    header[18] = header[19] = 2;
  memset (header + 32, 0, 8);
  memset (header + 44, 0, 16);
  header[47] = 4;
  header[59] = 1;
  memset (header + 64, 0, 4);
  memset (header + 72, 0, 24);
  /* Two counters that differ: the number of pages beside them does not count. */
  header[92] = (guint8) ~header[24];
}

static void
append_varint (GByteArray *bytes, guint64 value)
{
  guint8 buffer[10];
  guint n = sizeof buffer;

  buffer[--n] = value & 0x7f;
  while ((value >>= 7) > 0)
    buffer[--n] = 0x80 | (value & 0x7f);
  g_byte_array_append (bytes, buffer + n, (guint) (sizeof buffer - n));
}

static void
append_text (GByteArray *bytes, const char *text)
{
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
}

/* The row ("table", name, name, root, sql) as a record. */
static GByteArray *
create_record (const char *table, guint32 root, const char *sql)
{
  g_autoptr (GByteArray) types = g_byte_array_new ();
  GByteArray *record = g_byte_array_new ();
  const guint32 root_be = GUINT32_TO_BE (root);

  append_varint (types, TYPE_TEXT (strlen ("table")));
  append_varint (types, TYPE_TEXT (strlen (table)));
  append_varint (types, TYPE_TEXT (strlen (table)));
  append_varint (types, TYPE_INT32);
  append_varint (types, TYPE_TEXT (strlen (sql)));
  /* The length of the types counts itself, which is one byte. */
  append_varint (record, types->len + 1);
  g_byte_array_append (record, types->data, types->len);
  append_text (record, "table");
  append_text (record, table);
  append_text (record, table);
  g_byte_array_append (record, (const guint8 *) &root_be, 4);
  append_text (record, sql);
  return record;
}

gboolean
matchum_salvage_page_fill (guint8 *page, const char *table, guint32 root, const char *sql)
{
  g_autoptr (GByteArray) record = create_record (table, root, sql);
  g_autoptr (GByteArray) cell = g_byte_array_new ();
  guint8 *header = page + MATCHUM_HEADER_BYTES;
  guint start;

  append_varint (cell, record->len);
  append_varint (cell, 1);
  g_byte_array_append (cell, record->data, record->len);
  if (cell->len > MATCHUM_PAGE_BYTES - MATCHUM_HEADER_BYTES - PAGE_HEADER_BYTES - 2 - 35)
    return FALSE;
  start = MATCHUM_PAGE_BYTES - cell->len;
  memset (page, 0, MATCHUM_PAGE_BYTES);
  matchum_salvage_page_mend_header (page, FALSE);
  header[0] = LEAF_OF_TABLE;
  header[4] = 1;
  header[5] = (guint8) (start >> 8);
  header[6] = (guint8) start;
  header[8] = (guint8) (start >> 8);
  header[9] = (guint8) start;
  memcpy (page + start, cell->data, cell->len);
  return TRUE;
}

/* Reads a varint that begins before end; moves on to what follows, or to NULL where there is none. */
static guint64
read_varint (const guint8 **at, const guint8 *end)
{
  guint64 value = 0;

  for (guint i = 0; i < 9 && *at < end; i++)
    {
      const guint8 byte = *(*at)++;

      if (i == 8)
        return value << 8 | byte;
      value = value << 7 | (byte & 0x7f);
      if (byte < 0x80)
        return value;
    }
  *at = NULL;
  return 0;
}

guint
matchum_salvage_page_count_columns (const guint8 *page)
{
  const guint8 *end = page + MATCHUM_PAGE_BYTES;
  const guint8 *at = page + ((guint) page[8] << 8 | page[9]);
  const guint8 *start;
  const guint8 *types_end;
  guint64 header_bytes;
  guint n = 0;

  if (page[0] != LEAF_OF_TABLE || ((guint) page[3] << 8 | page[4]) == 0 || at >= end)
    return 0;
  /* The length of the row, its number, the length of the types. */
  read_varint (&at, end);
  if (at != NULL)
    read_varint (&at, end);
  start = at;
  header_bytes = at != NULL ? read_varint (&at, end) : 0;
  if (at == NULL || header_bytes > (guint64) (end - start))
    return 0;
  types_end = start + header_bytes;
  for (; at != NULL && at < types_end; n++)
    read_varint (&at, types_end);
  return at == types_end ? n : 0;
}
