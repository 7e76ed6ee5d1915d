/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library as a folder of plain files: Markdown for resumes, text for postings, sent files as they were, and JSON for the rest. It
 * says everything that the library does, but for what undo keeps. */
#pragma once

#include "store/matchum-library.h"

G_BEGIN_DECLS

/* Writes what the connection sees into a folder that is not there or empty; it is whole or not there. A library of a newer version is
 * refused, as MATCHUM_LIBRARY_ERROR_READ_ONLY. */
gboolean matchum_library_folder_write (MatchumDatabase   *database,
                                       const char        *folder,
                                       GError           **error);

/* The same for an open library, on this thread. */
gboolean matchum_library_export       (MatchumLibrary       *self,
                                       const char           *folder,
                                       GError              **error);
/* The same on another thread, after the edits before it. */
void     matchum_library_export_async (MatchumLibrary       *self,
                                       const char           *folder,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
/* Makes the library what a folder says, or the one folder in it that was exported, after a backup of what it was; undo begins anew.
 * Where a file of the folder cannot be used, the error names it, the library is as before, and no backup is made. */
gboolean matchum_library_import       (MatchumLibrary       *self,
                                       const char           *folder,
                                       GError              **error);
void     matchum_library_import_async (MatchumLibrary       *self,
                                       const char           *folder,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

G_END_DECLS
