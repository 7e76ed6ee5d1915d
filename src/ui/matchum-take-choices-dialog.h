/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The postings that are most like the open one, and what was chosen for them, to be taken over. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_TAKE_CHOICES_DIALOG (matchum_take_choices_dialog_get_type ())

/* Signal "taken" (char *text): choices were taken over; to be shown beside a button that undoes it. */
G_DECLARE_FINAL_TYPE (MatchumTakeChoicesDialog, matchum_take_choices_dialog, MATCHUM, TAKE_CHOICES_DIALOG, AdwWindow)

/* For the current posting of workspace over the open baseline, both of which there must be. */
MatchumTakeChoicesDialog *matchum_take_choices_dialog_new     (MatchumWorkspace         *workspace);
/* Makes the dialog no larger than a window of so many pixels. */
void                      matchum_take_choices_dialog_fit     (MatchumTakeChoicesDialog *self,
                                                               int                       width,
                                                               int                       height);
/* Whether postings are still being read. */
gboolean                  matchum_take_choices_dialog_is_busy (MatchumTakeChoicesDialog *self);

G_END_DECLS
