/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell of the table of uses says, in words: for tooltips, screen readers and files. Every string is new: free with
 * g_free. */
#pragma once

#include "ui/matchum-usage-survey.h"

G_BEGIN_DECLS

/* Of the latest copy of a posting with this block in it: what it says of it. */
MatchumSentWords matchum_usage_words_get_sent   (MatchumUsageSurvey *survey,
                                                 guint               column,
                                                 guint               block);
/* "hidden, sent with it on 2026-11-20" */
char            *matchum_usage_words_dup_cell   (MatchumUsageSurvey *survey,
                                                 guint               column,
                                                 guint               block);
/* Borrowed; what stands for it where nobody named one. */
const char      *matchum_usage_words_get_company (const MatchumUsagePosting *posting);
/* "링크온 · ML Engineer" */
char            *matchum_usage_words_dup_name   (const MatchumUsagePosting *posting);
/* "링크온 · ML Engineer, archived, sent on 2026-11-20" */
char            *matchum_usage_words_dup_column (const MatchumUsagePosting *posting);
/* "shown in 12 of 15, sent in 3 of 5" */
char            *matchum_usage_words_dup_sums   (MatchumUsageTable  *table,
                                                 guint               block);
/* On one line. */
char            *matchum_usage_words_dup_block  (MatchumResume      *resume,
                                                 guint               block);

G_END_DECLS
