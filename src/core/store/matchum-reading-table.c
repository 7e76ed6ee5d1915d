/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "readings". */
#include "config.h"

#include "store/matchum-reading-table.h"

#include "store/matchum-record.h"

const char matchum_reading_table_sql[] = "CREATE TABLE readings (\n"
                                         "  posting TEXT NOT NULL REFERENCES postings (id) ON DELETE CASCADE,\n"
                                         "  line INTEGER NOT NULL,\n"
                                         "  aspect TEXT NOT NULL,\n"
                                         "  value TEXT NOT NULL,\n"
                                         "  line_text TEXT NOT NULL,\n"
                                         "  PRIMARY KEY (posting, line, aspect)\n"
                                         ") STRICT";

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumReadingRecord, TEXT, posting), MATCHUM_FIELD_KEY (MatchumReadingRecord, INT, line),
  MATCHUM_FIELD_KEY (MatchumReadingRecord, TEXT, aspect),  MATCHUM_FIELD (MatchumReadingRecord, TEXT, value),
  MATCHUM_FIELD (MatchumReadingRecord, TEXT, line_text),   MATCHUM_FIELD_END,
};

static const MatchumRecordType record_type = { "readings", sizeof (MatchumReadingRecord), fields, "line, aspect" };

MATCHUM_DEFINE_RECORD (MatchumReadingRecord, matchum_reading_record, &record_type)

gboolean
matchum_reading_table_put (MatchumDatabase *database, const MatchumReadingRecord *record, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  return matchum_record_put (&record_type, database, record, error);
}

gboolean
matchum_reading_table_remove (MatchumDatabase *database,
                              const char *posting,
                              gint64 line,
                              const char *aspect,
                              GError **error)
{
  const MatchumReadingRecord key = { .posting = (char *) posting, .line = line, .aspect = (char *) aspect };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (posting != NULL, FALSE);
  g_return_val_if_fail (aspect != NULL, FALSE);

  return matchum_record_remove (&record_type, database, &key, 3, error);
}

GPtrArray *
matchum_reading_table_list (MatchumDatabase *database, const char *posting, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (posting != NULL, NULL);

  return matchum_record_list (&record_type, database, "posting = ?1", posting,
                              (GDestroyNotify) matchum_reading_record_free, error);
}
