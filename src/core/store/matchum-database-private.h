/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this room share of a connection. */
#pragma once

#include <sqlite3.h>

#include "store/matchum-database.h"

G_BEGIN_DECLS

/* What writes to undoable tables do to the undo log. */
typedef enum {
  MATCHUM_RECORDING_FORBIDDEN, /* no edit is under way: the write fails */
  MATCHUM_RECORDING_OFF,       /* nothing is logged: for reading a whole library in, and for what is gone for good */
  MATCHUM_RECORDING_ON,
} MatchumRecording;

sqlite3    *matchum_database_get_handle     (MatchumDatabase   *self);
/* step: the undo step that writes are logged under; only where recording is on. */
void        matchum_database_set_recording  (MatchumDatabase   *self,
                                             MatchumRecording   recording,
                                             gint64             step);
/* The names of the tables that were written to since the last call; the caller owns the set. */
GHashTable *matchum_database_take_touched   (MatchumDatabase   *self);
void        matchum_database_set_error      (MatchumDatabase   *self,
                                             int                code,
                                             GError           **error);
/* A statement ready for values, and its way back into the store of idle ones. */
sqlite3_stmt *matchum_database_take_statement (MatchumDatabase   *self,
                                               const char        *sql,
                                               GError           **error);
void        matchum_database_give_statement (MatchumDatabase   *self,
                                             sqlite3_stmt      *statement);

G_END_DECLS
