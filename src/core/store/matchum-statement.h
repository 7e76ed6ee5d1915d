/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQL statement: values in, rows out. Parameters are counted from 1, columns from 0, as SQLite does. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

typedef struct _MatchumStatement MatchumStatement;

MatchumStatement *matchum_statement_new          (MatchumDatabase   *database,
                                                  const char        *sql,
                                                  GError           **error);
void              matchum_statement_free         (MatchumStatement  *self);

/* Values are copied; NULL text and bytes are SQL's NULL. A value that cannot be bound makes the next step fail. */
void              matchum_statement_bind_text    (MatchumStatement  *self,
                                                  int                index,
                                                  const char        *text);
void              matchum_statement_bind_int     (MatchumStatement  *self,
                                                  int                index,
                                                  gint64             value);
void              matchum_statement_bind_double  (MatchumStatement  *self,
                                                  int                index,
                                                  double             value);
void              matchum_statement_bind_null    (MatchumStatement  *self,
                                                  int                index);
void              matchum_statement_bind_bytes   (MatchumStatement  *self,
                                                  int                index,
                                                  GBytes            *bytes);
/* The value of a column of another statement's row, whatever its type. */
void              matchum_statement_bind_column  (MatchumStatement  *self,
                                                  int                index,
                                                  MatchumStatement  *row,
                                                  int                column);

/* TRUE: there is a row. FALSE: no more rows, or an error; see matchum_statement_is_done(). */
gboolean          matchum_statement_step         (MatchumStatement  *self,
                                                  GError           **error);
/* Whether the last step came to the end without an error. */
gboolean          matchum_statement_is_done      (MatchumStatement  *self);
/* Runs a statement that gives no rows and makes it ready for other values. */
gboolean          matchum_statement_run          (MatchumStatement  *self,
                                                  GError           **error);
void              matchum_statement_reset        (MatchumStatement  *self);

int               matchum_statement_get_n_columns (MatchumStatement *self);
const char       *matchum_statement_get_name     (MatchumStatement  *self,
                                                  int                column);
gboolean          matchum_statement_is_null      (MatchumStatement  *self,
                                                  int                column);
/* Valid until the next step. */
const char       *matchum_statement_get_text     (MatchumStatement  *self,
                                                  int                column);
char             *matchum_statement_dup_text     (MatchumStatement  *self,
                                                  int                column);
gint64            matchum_statement_get_int      (MatchumStatement  *self,
                                                  int                column);
double            matchum_statement_get_double   (MatchumStatement  *self,
                                                  int                column);
GBytes           *matchum_statement_dup_bytes    (MatchumStatement  *self,
                                                  int                column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumStatement, matchum_statement_free)

G_END_DECLS
