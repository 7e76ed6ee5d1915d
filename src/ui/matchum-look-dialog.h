/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog for the look of pages: theme, paper, type, margins, colour, and what Korean forms ask for. Whatever is chosen
 * is in the look of what is open, and so on the pages, at once. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-look.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_LOOK_DIALOG (matchum_look_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MatchumLookDialog, matchum_look_dialog, MATCHUM, LOOK_DIALOG, AdwWindow)

MatchumLookDialog *matchum_look_dialog_new (MatchumWorkspace  *workspace,
                                            MatchumLook       *look);
/* Makes the dialog fit a window of that size, in pixels. */
void               matchum_look_dialog_fit (MatchumLookDialog *self,
                                            int                width,
                                            int                height);

G_END_DECLS
