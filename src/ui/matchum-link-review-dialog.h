/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the entries of a baseline whose linked entries changed since both agreed: shows what the other said then and
 * says now, and what this one says. Saying that it is right as it is clears the mark. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-workspace-links.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_LINK_REVIEW_DIALOG (matchum_link_review_dialog_get_type ())

/* Signal "show-entry" (const char *baseline, const char *entry): the user wants to see an entry; the dialog closes. */
G_DECLARE_FINAL_TYPE (MatchumLinkReviewDialog, matchum_link_review_dialog, MATCHUM, LINK_REVIEW_DIALOG, AdwWindow)

/* entry: id of the one to begin at, or NULL. */
MatchumLinkReviewDialog *matchum_link_review_dialog_new  (MatchumWorkspace         *workspace,
                                                          MatchumWorkspaceBaseline *baseline,
                                                          const char               *entry);
void                     matchum_link_review_dialog_fit  (MatchumLinkReviewDialog  *self,
                                                          int                       width,
                                                          int                       height);

G_END_DECLS
