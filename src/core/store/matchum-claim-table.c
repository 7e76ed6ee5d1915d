/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "claims". The words of the line are part of the key: lines that took each other's numbers when the text was
 * edited keep what was said of them. */
#include "config.h"

#include "store/matchum-claim-table.h"

#include "store/matchum-record.h"

#define N_KEYS 8

const char matchum_claim_table_sql[] =
    "CREATE TABLE claims (\n"
    "  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,\n"
    "  line_text TEXT NOT NULL,\n"
    "  line INTEGER NOT NULL,\n"
    "  nth INTEGER NOT NULL,\n"
    "  n_same INTEGER NOT NULL,\n"
    "  part INTEGER NOT NULL,\n"
    "  criterion TEXT NOT NULL,\n"
    "  block TEXT NOT NULL,\n"
    "  kind TEXT NOT NULL,\n"
    "  PRIMARY KEY (application, line_text, line, nth, n_same, part, criterion, block)\n"
    ") STRICT";

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumClaimRecord, TEXT, application),
  MATCHUM_FIELD_KEY (MatchumClaimRecord, TEXT, line_text),
  MATCHUM_FIELD_KEY (MatchumClaimRecord, INT, line),
  MATCHUM_FIELD_KEY (MatchumClaimRecord, INT, nth),
  MATCHUM_FIELD_KEY (MatchumClaimRecord, INT, n_same),
  MATCHUM_FIELD_KEY (MatchumClaimRecord, INT, part),
  MATCHUM_FIELD_KEY (MatchumClaimRecord, TEXT, criterion),
  MATCHUM_FIELD_KEY (MatchumClaimRecord, TEXT, block),
  MATCHUM_FIELD (MatchumClaimRecord, TEXT, kind),
  MATCHUM_FIELD_END,
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == N_KEYS + 2);

static const MatchumRecordType record_type = { "claims", sizeof (MatchumClaimRecord), fields,
                                               "line, line_text, nth, n_same, part, criterion, block" };

MATCHUM_DEFINE_RECORD (MatchumClaimRecord, matchum_claim_record, &record_type)

gboolean
matchum_claim_table_put (MatchumDatabase *database, const MatchumClaimRecord *record, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  return matchum_record_put (&record_type, database, record, error);
}

gboolean
matchum_claim_table_remove (MatchumDatabase *database, const MatchumClaimRecord *record, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  return matchum_record_remove (&record_type, database, record, N_KEYS, error);
}

GPtrArray *
matchum_claim_table_list (MatchumDatabase *database, const char *application, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (application != NULL, NULL);

  return matchum_record_list (&record_type, database, "application = ?1", application,
                              (GDestroyNotify) matchum_claim_record_free, error);
}
