/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "blocks": one row for each record, with its number in the list. */
#include "config.h"

#include "store/matchum-block-table.h"

#include "store/matchum-record.h"

const char matchum_block_table_sql[] = "CREATE TABLE blocks (\n"
                                       "  baseline TEXT NOT NULL REFERENCES baselines (id) ON DELETE CASCADE,\n"
                                       "  id TEXT NOT NULL,\n"
                                       "  number INTEGER NOT NULL,\n"
                                       "  kind TEXT NOT NULL,\n"
                                       "  section TEXT NOT NULL,\n"
                                       "  parent TEXT,\n"
                                       "  place INTEGER NOT NULL,\n"
                                       "  is_gone INTEGER NOT NULL DEFAULT 0,\n"
                                       "  text TEXT NOT NULL,\n"
                                       "  PRIMARY KEY (baseline, id)\n"
                                       ") STRICT";

static const char *const kinds[] = { "title", "section", "entry", "item", "paragraph", "remark", NULL };
static const char *const sections[] = { "other",  "contact",      "summary", "experience",   "projects",  "education",
                                        "skills", "publications", "awards",  "certificates", "languages", "activities",
                                        NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == MATCHUM_BLOCK_REMARK + 2);
G_STATIC_ASSERT (G_N_ELEMENTS (sections) == MATCHUM_SECTION_ACTIVITIES + 2);

/* A row: a record, and whose it is. */
typedef struct {
  char *baseline;
  char *id;
  gint64 number;
  int kind;
  int section;
  char *parent;
  gint64 place;
  gboolean is_gone;
  char *text;
} Row;

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (Row, TEXT, baseline),
  MATCHUM_FIELD_KEY (Row, TEXT, id),
  MATCHUM_FIELD (Row, INT, number),
  MATCHUM_FIELD_WORD (Row, kind, kinds),
  MATCHUM_FIELD_WORD (Row, section, sections),
  MATCHUM_FIELD (Row, TEXT, parent),
  MATCHUM_FIELD (Row, INT, place),
  MATCHUM_FIELD (Row, BOOLEAN, is_gone),
  MATCHUM_FIELD (Row, TEXT, text),
  MATCHUM_FIELD_END,
};

static const MatchumRecordType record_type = { "blocks", sizeof (Row), fields, "number, id" };

static void
free_row (gpointer row)
{
  matchum_record_free (&record_type, row);
}

static GPtrArray *
list_rows (MatchumDatabase *database, const char *baseline, GError **error)
{
  return matchum_record_list (&record_type, database, "baseline = ?1", baseline, free_row, error);
}

/* Borrows everything from the record. */
static Row
create_row (const MatchumBlockRecord *record, const char *baseline, guint number)
{
  return (Row){
    .baseline = (char *) baseline,
    .id = record->id,
    .number = number,
    .kind = (int) record->kind,
    .section = (int) record->section,
    .parent = record->parent,
    .place = record->place,
    .is_gone = record->is_gone,
    .text = record->text,
  };
}

/* Writes what differs, and takes from before what is still there. */
static gboolean
put_rows (MatchumDatabase *database, const char *baseline, GPtrArray *records, GHashTable *before, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const Row row = create_row (g_ptr_array_index (records, i), baseline, i);
      const Row *old = g_hash_table_lookup (before, row.id);

      if ((old == NULL || !matchum_record_is_equal (&record_type, old, &row))
          && !matchum_record_put (&record_type, database, &row, error))
        return FALSE;
      g_hash_table_remove (before, row.id);
    }
  return TRUE;
}

gboolean
matchum_block_table_set (MatchumDatabase *database, const char *baseline, GPtrArray *records, GError **error)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer row;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (baseline != NULL, FALSE);
  g_return_val_if_fail (records != NULL, FALSE);

  old = list_rows (database, baseline, error);
  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    g_hash_table_insert (before, ((Row *) g_ptr_array_index (old, i))->id, g_ptr_array_index (old, i));
  if (!put_rows (database, baseline, records, before, error))
    return FALSE;
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!matchum_record_remove (&record_type, database, row, 2, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
matchum_block_table_list (MatchumDatabase *database, const char *baseline, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *records;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (baseline != NULL, NULL);

  rows = list_rows (database, baseline, error);
  if (rows == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_block_record_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      MatchumBlockRecord *record =
          matchum_block_record_new (row->id, (MatchumBlockKind) row->kind, (MatchumSectionKind) row->section,
                                    row->parent, (guint) row->place, row->text);

      record->is_gone = row->is_gone;
      g_ptr_array_add (records, record);
    }
  return records;
}
