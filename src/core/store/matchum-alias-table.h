/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's own names for concepts, beside those of the lexicon. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_ALIAS_RECORD (matchum_alias_record_get_type ())

typedef struct {
  char *alias;   /* as the user wrote it */
  char *concept; /* what it is a name of */
} MatchumAliasRecord;

MATCHUM_DECLARE_RECORD (MatchumAliasRecord, matchum_alias_record)

extern const char matchum_alias_table_sql[];

gboolean   matchum_alias_table_put    (MatchumDatabase           *database,
                                       const MatchumAliasRecord  *record,
                                       GError                   **error);
gboolean   matchum_alias_table_remove (MatchumDatabase           *database,
                                       const char                *alias,
                                       const char                *concept,
                                       GError                   **error);
/* All of MatchumAliasRecord. */
GPtrArray *matchum_alias_table_list   (MatchumDatabase           *database,
                                       GError                   **error);

G_END_DECLS
