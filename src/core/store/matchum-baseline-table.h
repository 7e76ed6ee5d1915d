/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The baseline resumes: each a Markdown text, kept byte for byte. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BASELINE_RECORD (matchum_baseline_record_get_type ())

typedef struct {
  char     *id;          /* for life; made by the caller, as g_uuid_string_random() does */
  char     *name;        /* "국문", "영문" */
  char     *language;    /* "ko", "en" */
  char     *markdown;
  gint64    next_number; /* for the ids of blocks to come, see matchum_block_identity_apply() */
  gboolean  is_archived;
  gint64    place;       /* order among baselines; 0 keeps it, or puts a new one last */
} MatchumBaselineRecord;

MATCHUM_DECLARE_RECORD (MatchumBaselineRecord, matchum_baseline_record)

extern const char matchum_baseline_table_sql[];

/* Adds a baseline, or changes the one with its id; what is the same is not written. */
gboolean               matchum_baseline_table_put    (MatchumDatabase              *database,
                                                      const MatchumBaselineRecord  *record,
                                                      GError                      **error);
/* Its blocks, links and applications go with it. */
gboolean               matchum_baseline_table_remove (MatchumDatabase              *database,
                                                      const char                   *id,
                                                      GError                      **error);
/* Puts it before another, or last where before_id is NULL. */
gboolean               matchum_baseline_table_move   (MatchumDatabase              *database,
                                                      const char                   *id,
                                                      const char                   *before_id,
                                                      GError                      **error);
/* NULL without error: there is none. */
MatchumBaselineRecord *matchum_baseline_table_find   (MatchumDatabase              *database,
                                                      const char                   *id,
                                                      GError                      **error);
/* All of MatchumBaselineRecord, archived ones too, in their order. */
GPtrArray             *matchum_baseline_table_list   (MatchumDatabase              *database,
                                                      GError                      **error);

G_END_DECLS
