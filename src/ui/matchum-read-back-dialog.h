/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells that an exported PDF does not say what the resume says, and names every word and link that differs. */
#pragma once

#include <adwaita.h>

#include "matchum-pdf-check.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_READ_BACK_DIALOG (matchum_read_back_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MatchumReadBackDialog, matchum_read_back_dialog, MATCHUM, READ_BACK_DIALOG, AdwWindow)

/* resume: what was exported; baseline: what that was made of, whose lines are told, which may be the same. name: of the file. */
MatchumReadBackDialog *matchum_read_back_dialog_new (MatchumPdfCheck       *check,
                                                     MatchumResume         *resume,
                                                     MatchumResume         *baseline,
                                                     const char            *name);
/* Makes the dialog no larger than a window of so many pixels. */
void                   matchum_read_back_dialog_fit (MatchumReadBackDialog *self,
                                                     int                    width,
                                                     int                    height);

G_END_DECLS
