/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was sent beside what the resume is today, text against text. */
#pragma once

#include <adwaita.h>

#include "store/matchum-library.h"
#include "store/matchum-sent-copy-table.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SENT_COMPARISON_DIALOG (matchum_sent_comparison_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MatchumSentComparisonDialog, matchum_sent_comparison_dialog, MATCHUM, SENT_COMPARISON_DIALOG, AdwWindow)

/* record: a copy with its files. */
MatchumSentComparisonDialog *matchum_sent_comparison_dialog_new     (MatchumLibrary               *library,
                                                                     const MatchumSentCopyRecord  *record);
/* Makes the dialog no larger than a window of so many pixels. */
void                         matchum_sent_comparison_dialog_fit     (MatchumSentComparisonDialog  *self,
                                                                     int                           width,
                                                                     int                           height);
/* Whether the words that were sent are still being read. */
gboolean                     matchum_sent_comparison_dialog_is_busy (MatchumSentComparisonDialog  *self);

G_END_DECLS
