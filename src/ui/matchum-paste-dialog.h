/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the text of a posting, says while it is written or pasted what is read from it, and hands it over. */
#pragma once

#include <adwaita.h>

#include "posting/matchum-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PASTE_DIALOG (matchum_paste_dialog_get_type ())

/* Signal "added" (MatchumPosting *posting, const char *company, const char *title): the user took it as it is; the
 * names may be empty. The dialog closes.
 * Signal "left" (const char *text, const char *company, const char *title): the dialog closes with words in it that were
 * not added. */
G_DECLARE_FINAL_TYPE (MatchumPasteDialog, matchum_paste_dialog, MATCHUM, PASTE_DIALOG, AdwWindow)

/* text may be NULL. */
MatchumPasteDialog *matchum_paste_dialog_new      (const char         *text);
void                matchum_paste_dialog_set_text (MatchumPasteDialog *self,
                                                   const char         *text);
/* Goes on with what another dialog was left with. */
void                matchum_paste_dialog_resume   (MatchumPasteDialog *self,
                                                   const char         *text,
                                                   const char         *company,
                                                   const char         *title);
/* Takes the posting as the Add button does; FALSE where there is none. */
gboolean            matchum_paste_dialog_add      (MatchumPasteDialog *self);

G_END_DECLS
