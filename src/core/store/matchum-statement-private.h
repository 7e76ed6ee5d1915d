/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statement of SQLite under one of ours, for what has no name of its own there. */
#pragma once

#include <sqlite3.h>

#include "store/matchum-statement.h"

G_BEGIN_DECLS

sqlite3_stmt *matchum_statement_get_handle (MatchumStatement *self);

G_END_DECLS
