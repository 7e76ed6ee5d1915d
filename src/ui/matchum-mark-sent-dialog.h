/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what of an application went out and when, and freezes it: those files, and the posting as it is. */
#pragma once

#include <adwaita.h>

#include "store/matchum-sent-copy.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_MARK_SENT_DIALOG (matchum_mark_sent_dialog_get_type ())

/* Signal "marked" (const char *sent_on): the copy is in the library; the dialog closes. */
G_DECLARE_FINAL_TYPE (MatchumMarkSentDialog, matchum_mark_sent_dialog, MATCHUM, MARK_SENT_DIALOG, AdwWindow)

/* Takes record, a copy without files; its day is what the dialog begins with. */
MatchumMarkSentDialog *matchum_mark_sent_dialog_new      (MatchumLibrary         *library,
                                                          MatchumSentCopyRecord  *record);
/* Offers a file, which is kept unless the user says no. note, which may be NULL, says where it comes from. */
void                   matchum_mark_sent_dialog_add_file (MatchumMarkSentDialog  *self,
                                                          const char             *name,
                                                          const char             *media_type,
                                                          GBytes                 *bytes,
                                                          const char             *note);
/* Makes the dialog no larger than a window of so many pixels. */
void                   matchum_mark_sent_dialog_fit      (MatchumMarkSentDialog  *self,
                                                          int                     width,
                                                          int                     height);

G_END_DECLS
