/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "baselines". */
#include "config.h"

#include "store/matchum-baseline-table.h"

#include "store/matchum-record.h"

const char matchum_baseline_table_sql[] = "CREATE TABLE baselines (\n"
                                          "  id TEXT NOT NULL PRIMARY KEY,\n"
                                          "  name TEXT NOT NULL,\n"
                                          "  language TEXT,\n"
                                          "  markdown TEXT NOT NULL,\n"
                                          "  next_number INTEGER NOT NULL DEFAULT 0,\n"
                                          "  is_archived INTEGER NOT NULL DEFAULT 0,\n"
                                          "  place INTEGER NOT NULL\n"
                                          ") STRICT;\n"
                                          "CREATE INDEX baselines_place ON baselines (place)";

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumBaselineRecord, TEXT, id),     MATCHUM_FIELD (MatchumBaselineRecord, TEXT, name),
  MATCHUM_FIELD (MatchumBaselineRecord, TEXT, language),   MATCHUM_FIELD (MatchumBaselineRecord, TEXT, markdown),
  MATCHUM_FIELD (MatchumBaselineRecord, INT, next_number), MATCHUM_FIELD (MatchumBaselineRecord, BOOLEAN, is_archived),
  MATCHUM_FIELD (MatchumBaselineRecord, INT, place),       MATCHUM_FIELD_END,
};

static const MatchumRecordType record_type = { "baselines", sizeof (MatchumBaselineRecord), fields, "place, id" };

MATCHUM_DEFINE_RECORD (MatchumBaselineRecord, matchum_baseline_record, &record_type)

gboolean
matchum_baseline_table_put (MatchumDatabase *database, const MatchumBaselineRecord *record, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL && record->id != NULL, FALSE);

  return matchum_record_put_placed (&record_type, database, record, error);
}

gboolean
matchum_baseline_table_remove (MatchumDatabase *database, const char *id, GError **error)
{
  const MatchumBaselineRecord key = { .id = (char *) id };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return matchum_record_remove (&record_type, database, &key, 1, error);
}

gboolean
matchum_baseline_table_move (MatchumDatabase *database, const char *id, const char *before_id, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return matchum_record_move (&record_type, database, id, before_id, error);
}

MatchumBaselineRecord *
matchum_baseline_table_find (MatchumDatabase *database, const char *id, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return matchum_record_find (&record_type, database, id, error);
}

GPtrArray *
matchum_baseline_table_list (MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return matchum_record_list (&record_type, database, NULL, NULL, (GDestroyNotify) matchum_baseline_record_free, error);
}
