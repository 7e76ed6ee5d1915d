/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went out: the very files, with the posting as it was that day. Nothing can change one; undo does not reach it, and
 * it outlives its application. It can be deleted for good. */
#pragma once

#include "store/matchum-database.h"
#include "store/matchum-record-type.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SENT_FILE_RECORD (matchum_sent_file_record_get_type ())
#define MATCHUM_TYPE_SENT_COPY_RECORD (matchum_sent_copy_record_get_type ())

typedef struct {
  char   *sent_copy;
  char   *name;       /* "resume.pdf" */
  char   *media_type; /* "application/pdf" */
  GBytes *bytes;
  char   *sha256;     /* of bytes, in hexadecimal; the table computes it where it is NULL, and checks it where not */
} MatchumSentFileRecord;

typedef struct {
  char      *id;
  char      *application;  /* ids as they were; what they name may be gone */
  char      *baseline;
  char      *posting;
  char      *company;
  char      *title;
  char      *posting_text; /* as it was that day */
  char      *sent_on;      /* "2026-11-25" */
  gint64     n_files;      /* set by the table */
  GPtrArray *files;        /* of MatchumSentFileRecord, by name; NULL when listed */
} MatchumSentCopyRecord;

MATCHUM_DECLARE_RECORD (MatchumSentFileRecord, matchum_sent_file_record)
MATCHUM_DECLARE_RECORD (MatchumSentCopyRecord, matchum_sent_copy_record)

extern const char matchum_sent_copy_table_sql[];
extern const char matchum_sent_copy_table_triggers_sql[];

/* Adds a sent copy with all its files; there must be none with its id. */
gboolean               matchum_sent_copy_table_add    (MatchumDatabase              *database,
                                                       const MatchumSentCopyRecord  *record,
                                                       GError                      **error);
/* With its files, whose bytes have been compared with their digests. NULL without error: there is none. */
MatchumSentCopyRecord *matchum_sent_copy_table_find   (MatchumDatabase              *database,
                                                       const char                   *id,
                                                       GError                      **error);
/* All of MatchumSentCopyRecord, the latest first, without their files. */
GPtrArray             *matchum_sent_copy_table_list   (MatchumDatabase              *database,
                                                       GError                      **error);
/* The same of one posting. */
GPtrArray             *matchum_sent_copy_table_list_of (MatchumDatabase             *database,
                                                       const char                   *posting,
                                                       GError                      **error);

G_END_DECLS
