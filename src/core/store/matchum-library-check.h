/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks whether a file is a library that can be trusted, before anything is read from it. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

/* Checks everything: that it is a library, the structure of the file, the references between rows, that tables and triggers
 * are those of its version, and the digest of every row. version: that of its tables; where it is newer than this program
 * knows, tables and triggers are not looked at. Errors: MATCHUM_LIBRARY_ERROR_NOT_A_LIBRARY and _DAMAGED, or what SQLite
 * says of the disk. */
gboolean matchum_library_check (MatchumDatabase   *database,
                                gint64            *version,
                                GError           **error);
/* Turns what SQLite says of the content of a file into what is to be done about a library; what it says of the disk stays. Takes
 * found; always FALSE. */
gboolean matchum_library_check_translate (const char        *path,
                                          GError            *found,
                                          GError           **error);
/* Checks the log beside a library that nobody has open, before SQLite reads it. */
gboolean matchum_library_check_log (const char    *path,
                                    GError       **error);

G_END_DECLS
