/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures and sentences about a number of pages. */
#pragma once

#include "ui/matchum-fit-proposal.h"

G_BEGIN_DECLS

/* "1.6" where that is more than there may be, "0.98" where it fits: rounded up, for what is begun is printed. */
char *matchum_fit_dup_pages   (double              used,
                               guint               n_pages);
/* "It fits: 0.98 of 1 page". */
char *matchum_fit_dup_fits    (MatchumPageFit     *fit);
/* What is to be known of the proposal besides its rows: that it does not fit and why, that a better one may exist, that the
 * posting asks for nothing. NULL where nothing is. */
char *matchum_fit_dup_notice  (MatchumFitProposal *proposal,
                               gboolean            allows_gaps);

G_END_DECLS
