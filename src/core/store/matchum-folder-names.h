/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of a library stand in files of their own when it is a folder, and what those files are called. For the files of
 * this room. */
#pragma once

#include "store/matchum-statement.h"

G_BEGIN_DECLS

typedef struct _MatchumFolderNames MatchumFolderNames;

MatchumFolderNames *matchum_folder_names_new  (void);
void                matchum_folder_names_free (MatchumFolderNames  *self);

/* The name, relative to the folder and used for nothing else yet, of the file for a column of a row; NULL where the column
 * stands in the JSON. Columns are found by name. */
char               *matchum_folder_names_take (MatchumFolderNames  *self,
                                               const char          *table,
                                               MatchumStatement    *row,
                                               int                  column);
/* Whether a name that stands in a folder from elsewhere stays within it. */
gboolean            matchum_folder_names_is_safe (const char       *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFolderNames, matchum_folder_names_free)

G_END_DECLS
