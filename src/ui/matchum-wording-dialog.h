/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog over words that a posting has of its own for items which the resume words differently by now: what the resume
 * said, what it says, what the posting says, and the ways out. It closes when nothing is left. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORDING_DIALOG (matchum_wording_dialog_get_type ())

/**
 * MatchumWordingDialog:
 *
 * Signals:
 * - "told" (char *text): what was done, which can be undone;
 * - "edit" (char *block): the posting's words for a block are to be edited; the dialog closes.
 */
G_DECLARE_FINAL_TYPE (MatchumWordingDialog, matchum_wording_dialog, MATCHUM, WORDING_DIALOG, AdwWindow)

MatchumWordingDialog *matchum_wording_dialog_new         (MatchumWorkspace     *workspace);
/* Makes it fit a window of that size, in pixels; in a narrow one texts stand below one another. */
void                  matchum_wording_dialog_fit         (MatchumWordingDialog *self,
                                                          int                   width,
                                                          int                   height);
/* Begins at the words for a block. */
void                  matchum_wording_dialog_focus_block (MatchumWordingDialog *self,
                                                          const char           *block);

G_END_DECLS
