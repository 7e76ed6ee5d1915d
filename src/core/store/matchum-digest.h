/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sum over all rows of a table that changes with every bit of them. SQLite's own checks see a broken tree, but not a
 * flipped letter in a text; this sum does. Each write adds and takes away its rows, so keeping it costs next to nothing. */
#pragma once

#include <sqlite3.h>

#include "store/matchum-statement.h"

G_BEGIN_DECLS

/* Adds the SQL function matchum_digest (sum, sign, table, value, …): sum with the row added (1) or taken away (-1). */
int      matchum_digest_register  (sqlite3           *handle);
/* What the current row of a statement adds to the sum of its table. */
guint64  matchum_digest_get_row   (MatchumStatement  *row,
                                   const char        *table);
/* The sum over all rows that are in a table. */
gboolean matchum_digest_get_table (MatchumDatabase   *database,
                                   const char        *table,
                                   guint64           *sum,
                                   GError           **error);

G_END_DECLS
