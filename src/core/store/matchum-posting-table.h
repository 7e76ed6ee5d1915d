/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The job postings: each a text, kept byte for byte as it was pasted. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_RECORD (matchum_posting_record_get_type ())

typedef struct {
  char     *id;
  char     *company;     /* as the user put it right; NULL: as it is read from the text */
  char     *title;       /* the same */
  char     *source_name; /* the file or page it came from, or NULL */
  char     *text;
  char     *created_on;  /* "2026-11-25" */
  gboolean  is_archived;
  gint64    place;       /* 0 keeps it, or puts a new one last */
} MatchumPostingRecord;

MATCHUM_DECLARE_RECORD (MatchumPostingRecord, matchum_posting_record)

extern const char matchum_posting_table_sql[];

gboolean              matchum_posting_table_put    (MatchumDatabase             *database,
                                                    const MatchumPostingRecord  *record,
                                                    GError                     **error);
/* Its readings and applications go with it; sent copies stay. */
gboolean              matchum_posting_table_remove (MatchumDatabase             *database,
                                                    const char                  *id,
                                                    GError                     **error);
gboolean              matchum_posting_table_move   (MatchumDatabase             *database,
                                                    const char                  *id,
                                                    const char                  *before_id,
                                                    GError                     **error);
/* NULL without error: there is none. */
MatchumPostingRecord *matchum_posting_table_find   (MatchumDatabase             *database,
                                                    const char                  *id,
                                                    GError                     **error);
/* All of MatchumPostingRecord, archived ones too, in their order. */
GPtrArray            *matchum_posting_table_list   (MatchumDatabase             *database,
                                                    GError                     **error);

G_END_DECLS
