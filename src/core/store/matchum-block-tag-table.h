/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags on the blocks of baselines: for which postings a block is always shown, or never. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BLOCK_TAG_RECORD (matchum_block_tag_record_get_type ())

typedef struct {
  char     *baseline;
  char     *block;     /* it may be gone for now */
  char     *tag;       /* a word of the user's, as it was written: "ML", "marketing" */
  gboolean  is_always; /* shown and pinned in applications for postings that the tag fits; otherwise hidden */
} MatchumBlockTagRecord;

MATCHUM_DECLARE_RECORD (MatchumBlockTagRecord, matchum_block_tag_record)

extern const char matchum_block_tag_table_sql[];

/* A block has a tag once, always or never: another one of the same word takes its place. */
gboolean   matchum_block_tag_table_put    (MatchumDatabase              *database,
                                           const MatchumBlockTagRecord  *record,
                                           GError                      **error);
gboolean   matchum_block_tag_table_remove (MatchumDatabase              *database,
                                           const char                   *baseline,
                                           const char                   *block,
                                           const char                   *tag,
                                           GError                      **error);
/* Of MatchumBlockTagRecord, by baseline, block and tag: those of a baseline, or all where it is NULL. */
GPtrArray *matchum_block_tag_table_list   (MatchumDatabase              *database,
                                           const char                   *baseline,
                                           GError                      **error);

G_END_DECLS
