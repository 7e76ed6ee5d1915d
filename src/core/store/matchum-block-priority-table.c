/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "block_priorities". */
#include "config.h"

#include "store/matchum-block-priority-table.h"

#include "store/matchum-record.h"

const char matchum_block_priority_table_sql[] =
    "CREATE TABLE block_priorities (\n"
    "  baseline TEXT NOT NULL REFERENCES baselines (id) ON DELETE CASCADE,\n"
    "  block TEXT NOT NULL,\n"
    "  priority INTEGER NOT NULL,\n"
    "  PRIMARY KEY (baseline, block)\n"
    ") STRICT";

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumBlockPriorityRecord, TEXT, baseline),
  MATCHUM_FIELD_KEY (MatchumBlockPriorityRecord, TEXT, block),
  MATCHUM_FIELD (MatchumBlockPriorityRecord, INT, priority),
  MATCHUM_FIELD_END,
};

static const MatchumRecordType record_type = { "block_priorities", sizeof (MatchumBlockPriorityRecord), fields,
                                               "baseline, block" };

MATCHUM_DEFINE_RECORD (MatchumBlockPriorityRecord, matchum_block_priority_record, &record_type)

gboolean
matchum_block_priority_table_put (MatchumDatabase *database, const MatchumBlockPriorityRecord *record, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL && record->baseline != NULL && record->block != NULL, FALSE);
  g_return_val_if_fail (record->priority >= 0 && record->priority <= MATCHUM_BLOCK_PRIORITY_MAX, FALSE);

  return record->priority == 0 ? matchum_record_remove (&record_type, database, record, 2, error)
                               : matchum_record_put (&record_type, database, record, error);
}

GPtrArray *
matchum_block_priority_table_list (MatchumDatabase *database, const char *baseline, GError **error)
{
  GPtrArray *records;

  g_return_val_if_fail (database != NULL, NULL);

  records = matchum_record_list (&record_type, database, baseline != NULL ? "baseline = ?1" : NULL, baseline,
                                 (GDestroyNotify) matchum_block_priority_record_free, error);
  /* A folder from elsewhere may hold any number. */
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MatchumBlockPriorityRecord *record = g_ptr_array_index (records, i);

      record->priority = CLAMP (record->priority, 1, MATCHUM_BLOCK_PRIORITY_MAX);
    }
  return records;
}
