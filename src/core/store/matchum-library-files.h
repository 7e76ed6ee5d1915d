/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of a library on the disk: where it is, how it is made, and how it is opened with the care it needs. For the files
 * of this room. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

/* XDG_DATA_HOME/matchum/library.db. */
char            *matchum_library_files_dup_default_path (void);
/* What path names when links are followed; the file need not be there. */
char            *matchum_library_files_resolve     (const char       *path);
/* Makes the folder of a library, which only its owner can look into. */
gboolean         matchum_library_files_make_folder (const char       *path,
                                                    GError          **error);
/* Makes an empty library that is whole or not there at all. Nothing may be there yet. */
gboolean         matchum_library_files_create      (const char       *path,
                                                    GError          **error);
/* A connection that reads what is on the disk now, also where nothing can be written beside the file. */
MatchumDatabase *matchum_library_files_open_read   (const char       *path,
                                                    GError          **error);
/* An empty file that only its owner can read, in place of what is there. */
gboolean         matchum_library_files_make_empty  (const char       *path,
                                                    GError          **error);
/* Puts everything into the one file, without a log beside it, before the connection is closed: closing does so too, but could not say
 * that it failed. */
gboolean         matchum_library_files_finish      (MatchumDatabase  *database,
                                                    GError          **error);
/* Moves a file that is finished to its name, and flushes both to the disk. */
gboolean         matchum_library_files_publish     (const char       *from,
                                                    const char       *to,
                                                    GError          **error);
/* Removes the database file and what SQLite may have left beside it. */
void             matchum_library_files_remove      (const char       *path);

G_END_DECLS
