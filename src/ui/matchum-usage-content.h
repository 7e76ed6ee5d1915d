/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the cells of the table of uses. columns: those that are seen now, a cell for each; survey: one that has
 * its table. */
#pragma once

#include "ui/matchum-usage-row.h"
#include "ui/matchum-usage-survey.h"

G_BEGIN_DECLS

/* What becomes of a block for each posting, and the sums of that. Not while sizes are allocated. */
void matchum_usage_content_fill_row  (MatchumUsageSurvey *survey,
                                      guint               block,
                                      const guint        *columns,
                                      guint               n_columns,
                                      MatchumUsageRow    *row);
/* The postings, and what stands over the blocks and the sums. */
void matchum_usage_content_fill_head (MatchumUsageSurvey *survey,
                                      const guint        *columns,
                                      guint               n_columns,
                                      MatchumUsageRow    *head);

G_END_DECLS
