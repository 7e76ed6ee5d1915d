/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a library that was written as a folder. For the files of this room. */
#pragma once

#include "store/matchum-database.h"

G_BEGIN_DECLS

#define MATCHUM_FOLDER_FORMAT "matchum-library"
#define MATCHUM_FOLDER_INDEX  "library.json"

/* The folder itself, or the only one in it that was exported. Returns: (transfer full): its path, or NULL with an error where there are
 * several of them. */
char    *matchum_folder_reader_find (const char        *folder,
                                     GError           **error);
/* Fills the tables, within the transaction under way. The error names the file that could not be used. */
gboolean matchum_folder_reader_read (MatchumDatabase   *database,
                                     const char        *folder,
                                     GError           **error);

G_END_DECLS
