/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of two baselines that tell of the same thing, in two languages. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_ENTRY_LINK_RECORD (matchum_entry_link_record_get_type ())

typedef struct {
  char *baseline;
  char *entry;          /* id of a block; it may be gone for now */
  char *other_baseline;
  char *other_entry;
  /* The words of the entry and of all under it, and of the other, when the user last said that the two agree; NULL: never. */
  char *words;
  char *other_words;
} MatchumEntryLinkRecord;

MATCHUM_DECLARE_RECORD (MatchumEntryLinkRecord, matchum_entry_link_record)

extern const char matchum_entry_link_table_sql[];
extern const char matchum_entry_link_table_sql_3[]; /* what version 3 added */

/* A link is kept in one direction and found from both; both words are written as they are in record. */
gboolean   matchum_entry_link_table_put    (MatchumDatabase               *database,
                                            const MatchumEntryLinkRecord  *record,
                                            GError                       **error);
gboolean   matchum_entry_link_table_remove (MatchumDatabase               *database,
                                            const MatchumEntryLinkRecord  *record,
                                            GError                       **error);
/* Of MatchumEntryLinkRecord: those of a baseline, either way, or all where it is NULL. */
GPtrArray *matchum_entry_link_table_list   (MatchumDatabase               *database,
                                            const char                    *baseline,
                                            GError                       **error);

G_END_DECLS
