/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the user's own: what stands in texts, and what it is counted as. What is done here is an edit like any other, at
 * once, and undone here, too. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_NAMES_DIALOG (matchum_names_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MatchumNamesDialog, matchum_names_dialog, MATCHUM, NAMES_DIALOG, AdwWindow)

MatchumNamesDialog *matchum_names_dialog_new         (MatchumWorkspace   *workspace);
/* Makes the dialog no larger than a window of so many pixels. */
void                matchum_names_dialog_fit         (MatchumNamesDialog *self,
                                                      int                 width,
                                                      int                 height);
/* What the next name is to be counted as: that of something missing. */
void                matchum_names_dialog_set_concept (MatchumNamesDialog *self,
                                                      const char         *concept);
/* Adds what stands in the entries, or changes the name that was chosen to be changed; FALSE where that cannot be. */
gboolean            matchum_names_dialog_add         (MatchumNamesDialog *self);

G_END_DECLS
