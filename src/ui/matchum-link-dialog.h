/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links entries of a baseline to those of another: one entry, for which the likeliest comes first, or all that are clearly
 * the same. Each says why it is thought to be the same. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-workspace-links.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_LINK_DIALOG (matchum_link_dialog_get_type ())

/* Signal "linked" (guint n): so many pairs were asked to be linked, and the dialog closes. */
G_DECLARE_FINAL_TYPE (MatchumLinkDialog, matchum_link_dialog, MATCHUM, LINK_DIALOG, AdwWindow)

/* entry: id of the one to be linked, NULL for all. */
MatchumLinkDialog *matchum_link_dialog_new        (MatchumWorkspace         *workspace,
                                                   MatchumWorkspaceBaseline *baseline,
                                                   const char               *entry);
/* Makes the dialog no larger than a window of so many pixels. */
void               matchum_link_dialog_fit        (MatchumLinkDialog        *self,
                                                   int                       width,
                                                   int                       height);
/* How many are chosen now, and how many can be. */
guint              matchum_link_dialog_get_n_chosen (MatchumLinkDialog      *self);
guint              matchum_link_dialog_get_n_rows (MatchumLinkDialog        *self);

G_END_DECLS
