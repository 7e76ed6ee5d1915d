/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copies of what was sent: their files with their digests, to be opened, saved and compared with today. */
#pragma once

#include <adwaita.h>

#include "store/matchum-library.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SENT_COPIES_DIALOG (matchum_sent_copies_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MatchumSentCopiesDialog, matchum_sent_copies_dialog, MATCHUM, SENT_COPIES_DIALOG, AdwWindow)

/* posting: id of the one whose copies come first, or NULL. */
MatchumSentCopiesDialog *matchum_sent_copies_dialog_new (MatchumLibrary          *library,
                                                         const char              *posting);
/* Makes the dialog no larger than a window of so many pixels. */
void                     matchum_sent_copies_dialog_fit (MatchumSentCopiesDialog *self,
                                                         int                      width,
                                                         int                      height);

G_END_DECLS
