/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of comma separated values, as RFC 4180 has them: quoted fields hold commas, line ends and doubled quotes. The
 * first row names the columns. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Further columns of a row are left out. */
#define MATCHUM_CSV_MAX_COLUMNS 64
#define MATCHUM_CSV_NONE G_MAXUINT

typedef struct _MatchumCsv MatchumCsv;

/* text is UTF-8; a byte order mark is no part of it. Rows without a word are left out. */
MatchumCsv *matchum_csv_new           (const char       *text,
                                       gsize             length);
void        matchum_csv_free          (MatchumCsv       *self);

/* Rows under the first. */
guint       matchum_csv_get_n_rows    (const MatchumCsv *self);
guint       matchum_csv_get_n_columns (const MatchumCsv *self);
/* As the first row has it. */
const char *matchum_csv_get_name      (const MatchumCsv *self,
                                       guint             column);
/* The column of a name, whatever its case, blanks and underscores; MATCHUM_CSV_NONE where there is none. */
guint       matchum_csv_find_column   (const MatchumCsv *self,
                                       const char       *name);
/* A field without the white space around it; "" where the row has none in that column, or column is none. */
const char *matchum_csv_get           (const MatchumCsv *self,
                                       guint             row,
                                       guint             column);
/* The line that a row begins on, 1-based. */
guint       matchum_csv_get_line      (const MatchumCsv *self,
                                       guint             row);
/* The line of a quote that nothing ends; 0 where there is none. */
guint       matchum_csv_get_open_line (const MatchumCsv *self);
/* The line of the first row with more than MATCHUM_CSV_MAX_COLUMNS fields; 0 where there is none. */
guint       matchum_csv_get_wide_line (const MatchumCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumCsv, matchum_csv_free)

G_END_DECLS
