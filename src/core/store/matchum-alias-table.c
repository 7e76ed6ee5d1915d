/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "aliases". */
#include "config.h"

#include "store/matchum-alias-table.h"

#include "store/matchum-record.h"

const char matchum_alias_table_sql[] = "CREATE TABLE aliases (\n"
                                       "  alias TEXT NOT NULL,\n"
                                       "  concept TEXT NOT NULL,\n"
                                       "  PRIMARY KEY (alias, concept)\n"
                                       ") STRICT";

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (MatchumAliasRecord, TEXT, alias),
  MATCHUM_FIELD_KEY (MatchumAliasRecord, TEXT, concept),
  MATCHUM_FIELD_END,
};

static const MatchumRecordType record_type = { "aliases", sizeof (MatchumAliasRecord), fields, "alias, concept" };

MATCHUM_DEFINE_RECORD (MatchumAliasRecord, matchum_alias_record, &record_type)

gboolean
matchum_alias_table_put (MatchumDatabase *database, const MatchumAliasRecord *record, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  return matchum_record_put (&record_type, database, record, error);
}

gboolean
matchum_alias_table_remove (MatchumDatabase *database, const char *alias, const char *concept, GError **error)
{
  const MatchumAliasRecord key = { .alias = (char *) alias, .concept = (char *) concept };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (alias != NULL, FALSE);
  g_return_val_if_fail (concept != NULL, FALSE);

  return matchum_record_remove (&record_type, database, &key, 2, error);
}

GPtrArray *
matchum_alias_table_list (MatchumDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return matchum_record_list (&record_type, database, NULL, NULL, (GDestroyNotify) matchum_alias_record_free, error);
}
