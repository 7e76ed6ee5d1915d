/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the SQL for structs from the description of their table. */
#include "config.h"

#include "store/matchum-record.h"

/* Rows are numbered with room between them, so that moving one writes one. */
#define GAP (G_GINT64_CONSTANT (1) << 20)

#define MEMBER(T, record, field) G_STRUCT_MEMBER (T, record, (field)->offset)

gpointer
matchum_record_new (const MatchumRecordType *type)
{
  return g_malloc0 (type->size);
}

gpointer
matchum_record_copy (const MatchumRecordType *type, gconstpointer record)
{
  gpointer copy;

  g_return_val_if_fail (record != NULL, NULL);

  copy = g_memdup2 (record, type->size);
  for (const MatchumField *field = type->fields; field->column != NULL; field++)
    {
      if (field->kind == MATCHUM_FIELD_TEXT)
        MEMBER (char *, copy, field) = g_strdup (MEMBER (char *, copy, field));
      else if (field->kind == MATCHUM_FIELD_BYTES && MEMBER (GBytes *, copy, field) != NULL)
        g_bytes_ref (MEMBER (GBytes *, copy, field));
    }
  return copy;
}

void
matchum_record_free (const MatchumRecordType *type, gpointer record)
{
  if (record == NULL)
    return;
  for (const MatchumField *field = type->fields; field->column != NULL; field++)
    {
      if (field->kind == MATCHUM_FIELD_TEXT)
        g_free (MEMBER (char *, record, field));
      else if (field->kind == MATCHUM_FIELD_BYTES)
        g_clear_pointer (&MEMBER (GBytes *, record, field), g_bytes_unref);
    }
  g_free (record);
}

static gboolean
is_same_bytes (GBytes *a, GBytes *b)
{
  return a == NULL || b == NULL ? a == b : g_bytes_equal (a, b);
}

static gboolean
is_same_member (const MatchumField *field, gconstpointer a, gconstpointer b)
{
  switch (field->kind)
    {
    case MATCHUM_FIELD_TEXT:
      return g_strcmp0 (MEMBER (char *, a, field), MEMBER (char *, b, field)) == 0;
    case MATCHUM_FIELD_INT:
      return MEMBER (gint64, a, field) == MEMBER (gint64, b, field);
    case MATCHUM_FIELD_BOOLEAN:
      return !MEMBER (gboolean, a, field) == !MEMBER (gboolean, b, field);
    case MATCHUM_FIELD_NICK:
      return MEMBER (int, a, field) == MEMBER (int, b, field);
    case MATCHUM_FIELD_BYTES:
      return is_same_bytes (MEMBER (GBytes *, a, field), MEMBER (GBytes *, b, field));
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
matchum_record_is_equal (const MatchumRecordType *type, gconstpointer a, gconstpointer b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  for (const MatchumField *field = type->fields; field->column != NULL; field++)
    if (!is_same_member (field, a, b))
      return FALSE;
  return TRUE;
}

static void
bind_member (MatchumStatement *statement, int index, const MatchumField *field, gconstpointer record)
{
  switch (field->kind)
    {
    case MATCHUM_FIELD_TEXT:
      matchum_statement_bind_text (statement, index, MEMBER (char *, record, field));
      break;
    case MATCHUM_FIELD_INT:
      matchum_statement_bind_int (statement, index, MEMBER (gint64, record, field));
      break;
    case MATCHUM_FIELD_BOOLEAN:
      matchum_statement_bind_int (statement, index, MEMBER (gboolean, record, field) ? 1 : 0);
      break;
    case MATCHUM_FIELD_NICK:
      matchum_statement_bind_text (statement, index, field->nicks[MEMBER (int, record, field)]);
      break;
    case MATCHUM_FIELD_BYTES:
      matchum_statement_bind_bytes (statement, index, MEMBER (GBytes *, record, field));
      break;
    default:
      g_return_if_reached ();
    }
}

/* A word that this version does not know is taken for the first. */
static int
find_nick (const char *const *nicks, const char *word)
{
  for (int i = 0; nicks[i] != NULL; i++)
    if (g_strcmp0 (nicks[i], word) == 0)
      return i;
  return 0;
}

static void
read_member (MatchumStatement *row, int column, const MatchumField *field, gpointer record)
{
  switch (field->kind)
    {
    case MATCHUM_FIELD_TEXT:
      MEMBER (char *, record, field) = matchum_statement_dup_text (row, column);
      break;
    case MATCHUM_FIELD_INT:
      MEMBER (gint64, record, field) = matchum_statement_get_int (row, column);
      break;
    case MATCHUM_FIELD_BOOLEAN:
      MEMBER (gboolean, record, field) = matchum_statement_get_int (row, column) != 0;
      break;
    case MATCHUM_FIELD_NICK:
      MEMBER (int, record, field) = find_nick (field->nicks, matchum_statement_get_text (row, column));
      break;
    case MATCHUM_FIELD_BYTES:
      MEMBER (GBytes *, record, field) = matchum_statement_dup_bytes (row, column);
      break;
    default:
      g_return_if_reached ();
    }
}

static void
append_columns (GString *sql, const MatchumRecordType *type, gboolean only_keys)
{
  for (const MatchumField *field = type->fields; field->column != NULL; field++)
    if (!only_keys || field->is_key)
      g_string_append_printf (sql, "%s%s", field == type->fields ? "" : ", ", field->column);
}

static char *
build_put (const MatchumRecordType *type)
{
  GString *sql = g_string_new (NULL);
  gboolean is_first = TRUE;
  int n = 0;

  g_string_append_printf (sql, "INSERT INTO %s (", type->table);
  append_columns (sql, type, FALSE);
  g_string_append (sql, ") VALUES (");
  for (const MatchumField *field = type->fields; field->column != NULL; field++)
    g_string_append_printf (sql, "%s?%d", n > 0 ? ", " : "", n + 1), n++;
  g_string_append (sql, ") ON CONFLICT (");
  append_columns (sql, type, TRUE);
  g_string_append (sql, ") DO ");
  for (const MatchumField *field = type->fields; field->column != NULL; field++)
    if (!field->is_key)
      {
        g_string_append_printf (sql, "%s%s = excluded.%s", is_first ? "UPDATE SET " : ", ", field->column,
                                field->column);
        is_first = FALSE;
      }
  if (is_first)
    g_string_append (sql, "NOTHING");
  return g_string_free (sql, FALSE);
}

gboolean
matchum_record_put (const MatchumRecordType *type, MatchumDatabase *database, gconstpointer record, GError **error)
{
  g_autofree char *sql = build_put (type);
  g_autoptr (MatchumStatement) statement = matchum_statement_new (database, sql, error);
  int index = 1;

  if (statement == NULL)
    return FALSE;
  for (const MatchumField *field = type->fields; field->column != NULL; field++)
    bind_member (statement, index++, field, record);
  return matchum_statement_run (statement, error);
}

gboolean
matchum_record_remove (const MatchumRecordType *type,
                       MatchumDatabase *database,
                       gconstpointer record,
                       guint n_keys,
                       GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (MatchumStatement) statement = NULL;

  g_return_val_if_fail (n_keys > 0, FALSE);

  g_string_append_printf (sql, "DELETE FROM %s WHERE ", type->table);
  for (guint i = 0; i < n_keys; i++)
    g_string_append_printf (sql, "%s%s = ?%u", i > 0 ? " AND " : "", type->fields[i].column, i + 1);
  statement = matchum_statement_new (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_keys; i++)
    bind_member (statement, (int) i + 1, &type->fields[i], record);
  return matchum_statement_run (statement, error);
}

static gpointer
read_record (const MatchumRecordType *type, MatchumStatement *row)
{
  gpointer record = matchum_record_new (type);
  int column = 0;

  for (const MatchumField *field = type->fields; field->column != NULL; field++)
    read_member (row, column++, field, record);
  return record;
}

GPtrArray *
matchum_record_list (const MatchumRecordType *type,
                     MatchumDatabase *database,
                     const char *condition,
                     const char *text,
                     GDestroyNotify free_record,
                     GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (MatchumStatement) row = NULL;

  append_columns (sql, type, FALSE);
  g_string_append_printf (sql, " FROM %s WHERE %s ORDER BY %s", type->table, condition != NULL ? condition : "TRUE",
                          type->order);
  row = matchum_statement_new (database, sql->str, error);
  if (row == NULL)
    return NULL;
  if (text != NULL)
    matchum_statement_bind_text (row, 1, text);
  while (matchum_statement_step (row, error))
    g_ptr_array_add (records, read_record (type, row));
  return matchum_statement_is_done (row) ? g_steal_pointer (&records) : NULL;
}

gpointer
matchum_record_find (const MatchumRecordType *type, MatchumDatabase *database, const char *id, GError **error)
{
  g_autofree char *condition = g_strdup_printf ("%s = ?1", type->fields[0].column);
  g_autoptr (GPtrArray) records = matchum_record_list (type, database, condition, id, NULL, error);

  return records != NULL && records->len > 0 ? g_ptr_array_index (records, 0) : NULL;
}

/* The first column of a query on the type's table with one text, 0 where it is NULL. */
static gboolean
query_int (MatchumDatabase *database,
           const char *format,
           const MatchumRecordType *type,
           const char *text,
           gint64 *value,
           GError **error)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", -1);
  g_autofree char *sql = g_strjoinv (type->table, parts);
  g_autoptr (MatchumStatement) row = matchum_statement_new (database, sql, error);

  *value = 0;
  if (row == NULL)
    return FALSE;
  if (text != NULL)
    matchum_statement_bind_text (row, 1, text);
  if (matchum_statement_step (row, error))
    *value = matchum_statement_get_int (row, 0);
  else
    return matchum_statement_is_done (row);
  return TRUE;
}

static gboolean
make_room (const MatchumRecordType *type, MatchumDatabase *database, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE %s SET place = numbered.n * %" G_GINT64_FORMAT
                       " FROM (SELECT id, row_number () OVER (ORDER BY place, id) AS n FROM %s) AS numbered"
                       " WHERE numbered.id = %s.id",
                       type->table, GAP, type->table, type->table);

  return matchum_database_execute (database, sql, error);
}

/* The places on both sides of where a row shall stand before another. */
static gboolean
find_neighbours (const MatchumRecordType *type,
                 MatchumDatabase *database,
                 const char *before_id,
                 gint64 *above,
                 gint64 *below,
                 GError **error)
{
  return query_int (database, "SELECT place FROM %s WHERE id = ?1", type, before_id, below, error)
         && query_int (database,
                       "SELECT coalesce (max (a.place), b.place - 2 * (1 << 20)) FROM %s AS b"
                       " LEFT JOIN %s AS a ON a.place < b.place WHERE b.id = ?1",
                       type, before_id, above, error);
}

gboolean
matchum_record_find_place (const MatchumRecordType *type,
                           MatchumDatabase *database,
                           const char *before_id,
                           gint64 *place,
                           GError **error)
{
  gint64 above, below;

  if (before_id == NULL)
    {
      if (!query_int (database, "SELECT max (place) FROM %s", type, NULL, place, error))
        return FALSE;
      *place += GAP;
      return TRUE;
    }
  if (!find_neighbours (type, database, before_id, &above, &below, error))
    return FALSE;
  if ((below - above < 2 || (above == -1 && below == 1))
      && (!make_room (type, database, error) || !find_neighbours (type, database, before_id, &above, &below, error)))
    return FALSE;
  *place = above + (below - above) / 2;
  /* 0 would mean that there is no place yet. */
  if (*place == 0)
    *place = above < -1 ? -1 : 1;
  return TRUE;
}

static const MatchumField *
find_field (const MatchumRecordType *type, const char *column)
{
  for (const MatchumField *field = type->fields; field->column != NULL; field++)
    if (g_str_equal (field->column, column))
      return field;
  g_return_val_if_reached (NULL);
}

gboolean
matchum_record_put_placed (const MatchumRecordType *type,
                           MatchumDatabase *database,
                           gconstpointer record,
                           GError **error)
{
  const MatchumField *field = find_field (type, "place");
  const char *id = MEMBER (char *, record, &type->fields[0]);
  gpointer placed;
  gint64 place;
  gboolean is_put;

  g_return_val_if_fail (field != NULL, FALSE);

  if (MEMBER (gint64, record, field) != 0)
    return matchum_record_put (type, database, record, error);
  if (!query_int (database, "SELECT place FROM %s WHERE id = ?1", type, id, &place, error))
    return FALSE;
  if (place == 0 && !matchum_record_find_place (type, database, NULL, &place, error))
    return FALSE;
  placed = matchum_record_copy (type, record);
  MEMBER (gint64, placed, field) = place;
  is_put = matchum_record_put (type, database, placed, error);
  matchum_record_free (type, placed);
  return is_put;
}

gboolean
matchum_record_move (const MatchumRecordType *type,
                     MatchumDatabase *database,
                     const char *id,
                     const char *before_id,
                     GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET place = ?2 WHERE id = ?1", type->table);
  g_autoptr (MatchumStatement) statement = matchum_statement_new (database, sql, error);
  gint64 place;

  if (statement == NULL)
    return FALSE;
  if (g_strcmp0 (id, before_id) == 0)
    return TRUE;
  if (!matchum_record_find_place (type, database, before_id, &place, error))
    return FALSE;
  matchum_statement_bind_text (statement, 1, id);
  matchum_statement_bind_int (statement, 2, place);
  return matchum_statement_run (statement, error);
}
