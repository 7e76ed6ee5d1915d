/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much the blocks of baselines matter to the user, whatever a posting asks for. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BLOCK_PRIORITY_RECORD (matchum_block_priority_record_get_type ())

#define MATCHUM_BLOCK_PRIORITY_MAX 3

typedef struct {
  char   *baseline;
  char   *block;    /* it may be gone for now */
  gint64  priority; /* 1 to MATCHUM_BLOCK_PRIORITY_MAX, which matters most; a block without a row has 0 */
} MatchumBlockPriorityRecord;

MATCHUM_DECLARE_RECORD (MatchumBlockPriorityRecord, matchum_block_priority_record)

extern const char matchum_block_priority_table_sql[];

/* Priority 0 takes the block out of the table. */
gboolean   matchum_block_priority_table_put  (MatchumDatabase                   *database,
                                              const MatchumBlockPriorityRecord  *record,
                                              GError                           **error);
/* Of MatchumBlockPriorityRecord, by baseline and block: those of a baseline, or all where it is NULL. */
GPtrArray *matchum_block_priority_table_list (MatchumDatabase                   *database,
                                              const char                        *baseline,
                                              GError                           **error);

G_END_DECLS
