/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says where the library is and what backups there are of it; makes and restores backups, exports and imports. */
#pragma once

#include <adwaita.h>

#include "store/matchum-library.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_LIBRARY_DIALOG (matchum_library_dialog_get_type ())

/* Property "is-busy": something is being done, and nothing else can be begun. What came of it is told in the dialog, or over its parent
 * where the dialog was closed meanwhile and it failed. What changes in the library is told by the library. */
G_DECLARE_FINAL_TYPE (MatchumLibraryDialog, matchum_library_dialog, MATCHUM, LIBRARY_DIALOG, AdwWindow)

MatchumLibraryDialog *matchum_library_dialog_new           (MatchumLibrary       *library);
/* Makes the dialog no larger than a window of so many pixels. */
void                  matchum_library_dialog_fit           (MatchumLibraryDialog *self,
                                                            int                   width,
                                                            int                   height);
gboolean              matchum_library_dialog_is_busy       (MatchumLibraryDialog *self);

/* What follows once the user has chosen a place, without asking further. */
void                  matchum_library_dialog_restore       (MatchumLibraryDialog *self,
                                                            const char           *backup);
void                  matchum_library_dialog_import        (MatchumLibraryDialog *self,
                                                            GFile                *folder);
void                  matchum_library_dialog_save          (MatchumLibraryDialog *self,
                                                            GFile                *file);
/* Into folder where it is empty, else into a new one in it. */
void                  matchum_library_dialog_export        (MatchumLibraryDialog *self,
                                                            GFile                *folder);

G_END_DECLS
