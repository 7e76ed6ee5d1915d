/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what of a tailored resume is to be written, and where, says which files that will be, and writes them. */
#pragma once

#include <adwaita.h>

#include "matchum-export.h"
#include "ui/matchum-look.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_EXPORT_DIALOG (matchum_export_dialog_get_type ())

/* Signal "exported" (GFile *folder, guint n_files): the files were written; the dialog closes. */
G_DECLARE_FINAL_TYPE (MatchumExportDialog, matchum_export_dialog, MATCHUM, EXPORT_DIALOG, AdwWindow)

MatchumExportDialog *matchum_export_dialog_new        (MatchumWorkspace    *workspace,
                                                       MatchumLook         *look,
                                                       GSettings           *settings);
/* Where the files go, instead of the folder of the settings. */
void                 matchum_export_dialog_set_folder (MatchumExportDialog *self,
                                                       GFile               *folder);
/* Files that are never written over: array of GFile, of which a reference is taken. */
void                 matchum_export_dialog_set_originals (MatchumExportDialog *self,
                                                          GPtrArray           *originals);
/* What was exported before: see matchum_export_create_written(). A reference is taken. */
void                 matchum_export_dialog_set_written (MatchumExportDialog *self,
                                                        GHashTable          *written);
/* Says which signs no font has, so that the PDF goes without them; NULL or "" for none. */
void                 matchum_export_dialog_set_left_out (MatchumExportDialog *self,
                                                         const char          *signs);
/* The PDF that was written last, or NULL. */
GFile               *matchum_export_dialog_get_pdf     (MatchumExportDialog *self);
/* Makes the dialog no larger than a window of so many pixels, and as high as its fields where there is room. */
void                 matchum_export_dialog_fit        (MatchumExportDialog *self,
                                                       int                  width,
                                                       int                  height);
/* The files that are written: array of GFile. */
GPtrArray           *matchum_export_dialog_list_files (MatchumExportDialog *self);
/* Writes, as the button does; FALSE where it could not and the dialog says why, or where it asks first whether files that
 * are not known may be replaced. */
gboolean             matchum_export_dialog_export     (MatchumExportDialog *self);

G_END_DECLS
