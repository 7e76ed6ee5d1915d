/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the tables of a library from elsewhere, row by row: from a folder, or from a damaged library. For the files of this
 * room. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

/* Between these two, within one transaction, content tables can be filled in any order: they are empty, undo forgets what it
 * knew, and no trigger minds. matchum_library_load_end() makes triggers and digests anew. */
gboolean matchum_library_load_begin (MatchumDatabase   *database,
                                     GError           **error);
gboolean matchum_library_load_end   (MatchumDatabase   *database,
                                     GError           **error);
/* Removes rows that belong to others that are not there, until none are left, and tells how many. */
gboolean matchum_library_load_prune (MatchumDatabase   *database,
                                     guint             *n_removed,
                                     GError           **error);
/* "INSERT INTO table (columns) VALUES (?1, …)". */
char    *matchum_library_load_build_insert (const char *table,
                                            GPtrArray  *columns);

G_END_DECLS
