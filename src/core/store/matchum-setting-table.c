/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "settings". */
#include "config.h"

#include "store/matchum-setting-table.h"

#include "store/matchum-record.h"

const char matchum_setting_table_sql[] = "CREATE TABLE settings (\n"
                                         "  key TEXT NOT NULL PRIMARY KEY,\n"
                                         "  value TEXT NOT NULL\n"
                                         ") STRICT";

typedef struct {
  char *key;
  char *value;
} Setting;

static const MatchumField fields[] = {
  MATCHUM_FIELD_KEY (Setting, TEXT, key),
  MATCHUM_FIELD (Setting, TEXT, value),
  MATCHUM_FIELD_END,
};

static const MatchumRecordType record_type = { "settings", sizeof (Setting), fields, "key" };

gboolean
matchum_setting_table_set (MatchumDatabase *database, const char *key, const char *value, GError **error)
{
  const Setting setting = { (char *) key, (char *) value };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (value == NULL)
    return matchum_record_remove (&record_type, database, &setting, 1, error);
  return matchum_record_put (&record_type, database, &setting, error);
}

char *
matchum_setting_table_get (MatchumDatabase *database, const char *key, GError **error)
{
  Setting *setting;
  char *value;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  setting = matchum_record_find (&record_type, database, key, error);
  if (setting == NULL)
    return NULL;
  value = g_steal_pointer (&setting->value);
  matchum_record_free (&record_type, setting);
  return value;
}
