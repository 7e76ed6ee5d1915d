/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mixes the values of a row into 64 bits. It guards against accidents of the disk, not against an attacker. */
#include "config.h"

#include "store/matchum-digest.h"

#include <string.h>

#include "store/matchum-statement-private.h"

#define SEED G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define FACTOR G_GUINT64_CONSTANT (0xff51afd7ed558ccd)

static guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * FACTOR;
  return hash ^ (hash >> 32);
}

/* Every byte and the number of bytes; the same on every machine. */
static guint64
mix_bytes (guint64 hash, const guint8 *data, gsize length)
{
  guint64 word = 0;
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      memcpy (&word, data + i, 8);
      hash = mix (hash, GUINT64_FROM_LE (word));
    }
  word = 0;
  for (guint shift = 0; i < length; i++, shift += 8)
    word |= (guint64) data[i] << shift;
  return mix (mix (hash, word), length);
}

/* One value, wherever it stands. */
typedef struct {
  int type;
  gint64 integer;
  double real;
  const guint8 *data;
  gsize length;
} Value;

static Value
value_of_argument (sqlite3_value *argument)
{
  Value value = { .type = sqlite3_value_type (argument) };

  if (value.type == SQLITE_INTEGER)
    value.integer = sqlite3_value_int64 (argument);
  else if (value.type == SQLITE_FLOAT)
    value.real = sqlite3_value_double (argument);
  else if (value.type != SQLITE_NULL)
    {
      value.data = value.type == SQLITE_TEXT ? sqlite3_value_text (argument) : sqlite3_value_blob (argument);
      value.length = (gsize) sqlite3_value_bytes (argument);
    }
  return value;
}

static Value
value_of_column (sqlite3_stmt *row, int column)
{
  Value value = { .type = sqlite3_column_type (row, column) };

  if (value.type == SQLITE_INTEGER)
    value.integer = sqlite3_column_int64 (row, column);
  else if (value.type == SQLITE_FLOAT)
    value.real = sqlite3_column_double (row, column);
  else if (value.type != SQLITE_NULL)
    {
      value.data = value.type == SQLITE_TEXT ? sqlite3_column_text (row, column) : sqlite3_column_blob (row, column);
      value.length = (gsize) sqlite3_column_bytes (row, column);
    }
  return value;
}

static guint64
mix_value (guint64 hash, Value value)
{
  guint64 word;

  hash = mix (hash, (guint64) value.type);
  if (value.type == SQLITE_INTEGER)
    return mix (hash, (guint64) value.integer);
  if (value.type == SQLITE_FLOAT)
    {
      memcpy (&word, &value.real, sizeof word);
      return mix (hash, word);
    }
  return value.type == SQLITE_NULL ? hash : mix_bytes (hash, value.data, value.length);
}

static void
digest_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  guint64 hash = SEED;
  guint64 sum;

  if (n_values < 3)
    {
      sqlite3_result_error (context, "matchum_digest: too few values", -1);
      return;
    }
  sum = (guint64) sqlite3_value_int64 (values[0]);
  for (int i = 2; i < n_values; i++)
    hash = mix_value (hash, value_of_argument (values[i]));
  sum = sqlite3_value_int (values[1]) > 0 ? sum + hash : sum - hash;
  sqlite3_result_int64 (context, (sqlite3_int64) sum);
}

int
matchum_digest_register (sqlite3 *handle)
{
  return sqlite3_create_function_v2 (handle, "matchum_digest", -1,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, digest_cb, NULL, NULL,
                                     NULL);
}

guint64
matchum_digest_get_row (MatchumStatement *row, const char *table)
{
  sqlite3_stmt *handle = matchum_statement_get_handle (row);
  const int n_columns = sqlite3_column_count (handle);
  guint64 hash = SEED;

  hash = mix (hash, SQLITE_TEXT);
  hash = mix_bytes (hash, (const guint8 *) table, strlen (table));
  for (int i = 0; i < n_columns; i++)
    hash = mix_value (hash, value_of_column (handle, i));
  return hash;
}

gboolean
matchum_digest_get_table (MatchumDatabase *database, const char *table, guint64 *sum, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr (MatchumStatement) rows = matchum_statement_new (database, sql, error);

  *sum = 0;
  if (rows == NULL)
    return FALSE;
  while (matchum_statement_step (rows, error))
    *sum += matchum_digest_get_row (rows, table);
  return matchum_statement_is_done (rows);
}
