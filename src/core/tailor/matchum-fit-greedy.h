/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses what fits by taking what is worth most for its height, one after another, and by exchanging one block for
 * another while that is better: quick, and not always the best. Also mends choices that were found otherwise. Of the
 * tailor room only. */
#pragma once

#include "tailor/matchum-fit-problem.h"

G_BEGIN_DECLS

/* What covers most for its height first, then what is worth most. Free with g_free(). */
guint8  *matchum_fit_greedy_choose (MatchumFitProblem *self);
/* Hides what is worth least for its height until the rest fits; FALSE where what has to stay does not. */
gboolean matchum_fit_greedy_cut    (MatchumFitProblem *self,
                                    guint8            *choice);
/* Shows whatever still fits, what is worth most first. */
void     matchum_fit_greedy_fill   (MatchumFitProblem *self,
                                    guint8            *choice);
/* Exchanges a block that is visible for one that is not, and fills what is left, while that is worth more. deadline:
 * when to stop at the latest, as g_get_monotonic_time() counts; the choice fits whenever it stops. */
void     matchum_fit_greedy_exchange (MatchumFitProblem *self,
                                      guint8            *choice,
                                      gint64             deadline);

G_END_DECLS
