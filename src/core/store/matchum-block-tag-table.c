/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "block_tags". */
#include "config.h"

#include "store/matchum-block-tag-table.h"

#include "store/matchum-record.h"

const char matchum_block_tag_table_sql[] = "CREATE TABLE block_tags (\n"
                                           "  baseline TEXT NOT NULL REFERENCES baselines (id) ON DELETE CASCADE,\n"
                                           "  block TEXT NOT NULL,\n"
                                           "  tag TEXT NOT NULL,\n"
                                           "  is_always INTEGER NOT NULL,\n"
                                           "  PRIMARY KEY (baseline, block, tag)\n"
                                           ") STRICT";

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumBlockTagRecord, TEXT, baseline),
  MATCHUM_FIELD_KEY (MatchumBlockTagRecord, TEXT, block),
  MATCHUM_FIELD_KEY (MatchumBlockTagRecord, TEXT, tag),
  MATCHUM_FIELD (MatchumBlockTagRecord, BOOLEAN, is_always),
  MATCHUM_FIELD_END,
};

static const MatchumRecordType record_type = { "block_tags", sizeof (MatchumBlockTagRecord), fields,
                                               "baseline, block, tag" };

MATCHUM_DEFINE_RECORD (MatchumBlockTagRecord, matchum_block_tag_record, &record_type)

gboolean
matchum_block_tag_table_put (MatchumDatabase *database, const MatchumBlockTagRecord *record, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL && record->baseline != NULL, FALSE);
  g_return_val_if_fail (record->block != NULL && record->tag != NULL, FALSE);

  return matchum_record_put (&record_type, database, record, error);
}

gboolean
matchum_block_tag_table_remove (MatchumDatabase *database,
                                const char *baseline,
                                const char *block,
                                const char *tag,
                                GError **error)
{
  const MatchumBlockTagRecord key = { (char *) baseline, (char *) block, (char *) tag, FALSE };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (baseline != NULL && block != NULL && tag != NULL, FALSE);

  return matchum_record_remove (&record_type, database, &key, 3, error);
}

GPtrArray *
matchum_block_tag_table_list (MatchumDatabase *database, const char *baseline, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return matchum_record_list (&record_type, database, baseline != NULL ? "baseline = ?1" : NULL, baseline,
                              (GDestroyNotify) matchum_block_tag_record_free, error);
}
