/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the text of a posting, or of several, says while it is written or pasted what is read from it, and hands it over. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-posting-parts.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PASTE_DIALOG (matchum_paste_dialog_get_type ())

/* Signal "added" (MatchumPosting *posting, const char *company, const char *title): the user took it as it is; the
 * names may be empty. The dialog closes.
 * Signal "added-all" (GPtrArray *parts): the same of several, MatchumPostingPart each.
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
/* What the text is called in messages, and where the postings are said to come from. */
void                matchum_paste_dialog_set_source_name (MatchumPasteDialog *self,
                                                   const char         *name);
/* Takes the postings as the Add button does; FALSE where there are none. A long text that is still being read is taken when
 * it was, and FALSE returned. */
gboolean            matchum_paste_dialog_add      (MatchumPasteDialog *self);

G_END_DECLS
