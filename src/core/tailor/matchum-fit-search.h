/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for the best choice that truly fits: solves, lays out, forbids what did not fit, and solves again. Of the
 * tailor room only. */
#pragma once

#include "tailor/matchum-fit-problem.h"

G_BEGIN_DECLS

/* choice gets the choice: what has to stay where not even that fits. deadline: as g_get_monotonic_time() counts. */
MatchumFitStatus matchum_fit_search_run (MatchumFitProblem *problem,
                                         gint64             deadline,
                                         guint8            *choice);

G_END_DECLS
