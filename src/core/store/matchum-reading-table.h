/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user put right in the reading of a posting, line by line. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_READING_RECORD (matchum_reading_record_get_type ())

typedef struct {
  char   *posting;
  gint64  line;      /* 1-based line of the posting's text, when this was put right */
  char   *aspect;    /* what was put right; those of matchum-posting-correction.h are written by matchum-posting-reading.h */
  char   *value;     /* how it is right; what it means is for the aspect to say */
  char   *line_text; /* the line as it was, so that it can be told from another that took its number */
} MatchumReadingRecord;

MATCHUM_DECLARE_RECORD (MatchumReadingRecord, matchum_reading_record)

extern const char matchum_reading_table_sql[];

gboolean   matchum_reading_table_put    (MatchumDatabase             *database,
                                         const MatchumReadingRecord  *record,
                                         GError                     **error);
gboolean   matchum_reading_table_remove (MatchumDatabase             *database,
                                         const char                  *posting,
                                         gint64                       line,
                                         const char                  *aspect,
                                         GError                     **error);
/* Of MatchumReadingRecord, by line. */
GPtrArray *matchum_reading_table_list   (MatchumDatabase             *database,
                                         const char                  *posting,
                                         GError                     **error);

G_END_DECLS
