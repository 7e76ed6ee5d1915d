/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "entry_links". */
#include "config.h"

#include "store/matchum-entry-link-table.h"

#include "store/matchum-record.h"

const char matchum_entry_link_table_sql[] =
    "CREATE TABLE entry_links (\n"
    "  baseline TEXT NOT NULL REFERENCES baselines (id) ON DELETE CASCADE,\n"
    "  entry TEXT NOT NULL,\n"
    "  other_baseline TEXT NOT NULL REFERENCES baselines (id) ON DELETE CASCADE,\n"
    "  other_entry TEXT NOT NULL,\n"
    "  PRIMARY KEY (baseline, entry, other_baseline, other_entry)\n"
    ") STRICT;\n"
    "CREATE INDEX entry_links_other ON entry_links (other_baseline)";

const char matchum_entry_link_table_sql_3[] = "ALTER TABLE entry_links ADD COLUMN words TEXT;\n"
                                              "ALTER TABLE entry_links ADD COLUMN other_words TEXT";

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumEntryLinkRecord, TEXT, baseline),
  MATCHUM_FIELD_KEY (MatchumEntryLinkRecord, TEXT, entry),
  MATCHUM_FIELD_KEY (MatchumEntryLinkRecord, TEXT, other_baseline),
  MATCHUM_FIELD_KEY (MatchumEntryLinkRecord, TEXT, other_entry),
  MATCHUM_FIELD (MatchumEntryLinkRecord, TEXT, words),
  MATCHUM_FIELD (MatchumEntryLinkRecord, TEXT, other_words),
  MATCHUM_FIELD_END,
};

static const MatchumRecordType record_type = { "entry_links", sizeof (MatchumEntryLinkRecord), fields,
                                               "baseline, entry, other_baseline, other_entry" };

MATCHUM_DEFINE_RECORD (MatchumEntryLinkRecord, matchum_entry_link_record, &record_type)

/* The key of the same link the other way round. */
static MatchumEntryLinkRecord
turn (const MatchumEntryLinkRecord *record)
{
  return (MatchumEntryLinkRecord){ record->other_baseline, record->other_entry, record->baseline, record->entry };
}

gboolean
matchum_entry_link_table_put (MatchumDatabase *database, const MatchumEntryLinkRecord *record, GError **error)
{
  MatchumEntryLinkRecord turned;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  turned = turn (record);
  return matchum_record_remove (&record_type, database, &turned, 4, error)
         && matchum_record_put (&record_type, database, record, error);
}

gboolean
matchum_entry_link_table_remove (MatchumDatabase *database, const MatchumEntryLinkRecord *record, GError **error)
{
  MatchumEntryLinkRecord turned;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  turned = turn (record);
  return matchum_record_remove (&record_type, database, &turned, 4, error)
         && matchum_record_remove (&record_type, database, record, 4, error);
}

GPtrArray *
matchum_entry_link_table_list (MatchumDatabase *database, const char *baseline, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return matchum_record_list (&record_type, database, baseline != NULL ? "baseline = ?1 OR other_baseline = ?1" : NULL,
                              baseline, (GDestroyNotify) matchum_entry_link_record_free, error);
}
