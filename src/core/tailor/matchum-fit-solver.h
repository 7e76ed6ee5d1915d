/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best choice of a page budget by integer programming, GLPK's: exact as far as heights add up. What page breaks
 * waste beyond that is for its caller to find out, and to forbid. Of the tailor room only. */
#pragma once

#include "tailor/matchum-fit-problem.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_FIT_SOLVED,
  MATCHUM_FIT_NO_CHOICE, /* nothing is allowed any more */
  MATCHUM_FIT_STOPPED,   /* by the time; or GLPK could not */
} MatchumFitOutcome;

typedef struct _MatchumFitSolver MatchumFitSolver;

/* problem must outlive it. To be used on one thread. */
MatchumFitSolver *matchum_fit_solver_new          (MatchumFitProblem *problem);
void              matchum_fit_solver_free         (MatchumFitSolver  *self);

/* The choice of the highest coverage, whose measure *coverage gets: no choice that is allowed has a higher one. */
MatchumFitOutcome matchum_fit_solver_solve_coverage (MatchumFitSolver *self,
                                                     gint64            deadline,
                                                     guint8           *choice,
                                                     gint64           *coverage);
/* The choice of the highest worth among those of at least this coverage. */
MatchumFitOutcome matchum_fit_solver_solve_worth  (MatchumFitSolver  *self,
                                                   gint64             coverage,
                                                   gint64             deadline,
                                                   guint8            *choice);
/* A choice of high worth that shows all that the choice shows which was solved last, but for a few blocks that may be
 * missing; much quicker. */
MatchumFitOutcome matchum_fit_solver_fill         (MatchumFitSolver  *self,
                                                   gint64             deadline,
                                                   guint8            *choice);
/* Forbids a choice that does not fit, and those that hold all of it and cannot fit either. */
void              matchum_fit_solver_forbid       (MatchumFitSolver  *self,
                                                   const guint8      *choice);
/* Forbids this choice alone. */
void              matchum_fit_solver_forbid_only  (MatchumFitSolver  *self,
                                                   const guint8      *choice);
/* Lets all choices together take no more than height, in hundredths of a point. */
void              matchum_fit_solver_set_capacity (MatchumFitSolver  *self,
                                                   gint64             height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFitSolver, matchum_fit_solver_free)

G_END_DECLS
