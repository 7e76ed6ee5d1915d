/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells, after a resume was edited, what became of blocks that applications hide or pin and that could not be followed with
 * certainty, and lets one decide about each. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-review-item.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_REVIEW_DIALOG (matchum_review_dialog_get_type ())

/* Signals "hide-changed" (MatchumReviewItem *item, gboolean is_hidden) and "let-go" (MatchumReviewItem *item): the user
 * decided; the item knows already. Nobody is told where the item is changed from outside. */
G_DECLARE_FINAL_TYPE (MatchumReviewDialog, matchum_review_dialog, MATCHUM, REVIEW_DIALOG, AdwWindow)

/* items: list of MatchumReviewItem, those of an application next to each other; followed when it changes. A reference is
 * taken. */
MatchumReviewDialog *matchum_review_dialog_new (GListModel *items);

G_END_DECLS
