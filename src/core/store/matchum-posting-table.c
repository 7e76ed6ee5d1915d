/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "postings". */
#include "config.h"

#include "store/matchum-posting-table.h"

#include "store/matchum-record.h"

const char matchum_posting_table_sql[] = "CREATE TABLE postings (\n"
                                         "  id TEXT NOT NULL PRIMARY KEY,\n"
                                         "  company TEXT,\n"
                                         "  title TEXT,\n"
                                         "  source_name TEXT,\n"
                                         "  text TEXT NOT NULL,\n"
                                         "  created_on TEXT,\n"
                                         "  is_archived INTEGER NOT NULL DEFAULT 0,\n"
                                         "  place INTEGER NOT NULL\n"
                                         ") STRICT;\n"
                                         "CREATE INDEX postings_place ON postings (place)";

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumPostingRecord, TEXT, id),
  MATCHUM_FIELD (MatchumPostingRecord, TEXT, company),
  MATCHUM_FIELD (MatchumPostingRecord, TEXT, title),
  MATCHUM_FIELD (MatchumPostingRecord, TEXT, source_name),
  MATCHUM_FIELD (MatchumPostingRecord, TEXT, text),
  MATCHUM_FIELD (MatchumPostingRecord, TEXT, created_on),
  MATCHUM_FIELD (MatchumPostingRecord, BOOLEAN, is_archived),
  MATCHUM_FIELD (MatchumPostingRecord, INT, place),
  MATCHUM_FIELD_END,
};

static const MatchumRecordType record_type = { "postings", sizeof (MatchumPostingRecord), fields, "place, id" };

MATCHUM_DEFINE_RECORD (MatchumPostingRecord, matchum_posting_record, &record_type)

gboolean
matchum_posting_table_put (MatchumDatabase *database, const MatchumPostingRecord *record, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL && record->id != NULL, FALSE);

  return matchum_record_put_placed (&record_type, database, record, error);
}

gboolean
matchum_posting_table_remove (MatchumDatabase *database, const char *id, GError **error)
{
  const MatchumPostingRecord key = { .id = (char *) id };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return matchum_record_remove (&record_type, database, &key, 1, error);
}

gboolean
matchum_posting_table_move (MatchumDatabase *database, const char *id, const char *before_id, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return matchum_record_move (&record_type, database, id, before_id, error);
}

MatchumPostingRecord *
matchum_posting_table_find (MatchumDatabase *database, const char *id, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return matchum_record_find (&record_type, database, id, error);
}

GPtrArray *
matchum_posting_table_list (MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return matchum_record_list (&record_type, database, NULL, NULL, (GDestroyNotify) matchum_posting_record_free, error);
}
