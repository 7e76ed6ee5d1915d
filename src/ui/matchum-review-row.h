/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that says what became of a block, shows its words then and now, and lets one decide. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-review-item.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_REVIEW_ROW (matchum_review_row_get_type ())

/* Signals "hide-changed" (gboolean is_hidden) and "let-go" (): the user decided; the item knows already. */
G_DECLARE_FINAL_TYPE (MatchumReviewRow, matchum_review_row, MATCHUM, REVIEW_ROW, GtkListBoxRow)

GtkWidget         *matchum_review_row_new      (MatchumReviewItem *item);
MatchumReviewItem *matchum_review_row_get_item (MatchumReviewRow  *self);
/* Does what the row's switch or button does. */
void               matchum_review_row_decide   (MatchumReviewRow  *self);

G_END_DECLS
