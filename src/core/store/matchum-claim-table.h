/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user said of the requirements of a posting, for one application: what they have or lack, what shows it and what
 * does not. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_CLAIM_RECORD (matchum_claim_record_get_type ())

/* matchum-claim.h tells what the columns mean; rows are written by matchum-application-claims.h. */
typedef struct {
  char   *application;
  char   *line_text; /* the words of the line as they were read … */
  gint64  line;      /* … its 1-based line in the posting's text … */
  gint64  nth;       /* … and which of n_same lines with the same words it was */
  gint64  n_same;
  gint64  part;
  char   *criterion; /* "": all of the line */
  char   *block;     /* "": it speaks of none */
  char   *kind;
} MatchumClaimRecord;

MATCHUM_DECLARE_RECORD (MatchumClaimRecord, matchum_claim_record)

extern const char matchum_claim_table_sql[];

/* There is one of a kind for each line, criterion and block: another one takes its place. */
gboolean   matchum_claim_table_put    (MatchumDatabase             *database,
                                       const MatchumClaimRecord    *record,
                                       GError                     **error);
/* Whatever its kind. */
gboolean   matchum_claim_table_remove (MatchumDatabase             *database,
                                       const MatchumClaimRecord    *record,
                                       GError                     **error);
/* Of MatchumClaimRecord, by line. */
GPtrArray *matchum_claim_table_list   (MatchumDatabase             *database,
                                       const char                  *application,
                                       GError                     **error);

G_END_DECLS
