/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heights add up to a bound that page breaks take something from. What is best by that bound is tried on pages; where
 * it does not fit it is forbidden, and mended by hand meanwhile, until what is at hand is known to be as good as the
 * bound. */
#include "config.h"

#include "tailor/matchum-fit-search.h"

#include <string.h>

#include "tailor/matchum-fit-greedy.h"
#include "tailor/matchum-fit-solver.h"

/* Problems of so many blocks are tried until the last bit of worth is sure; larger ones until the coverage is. */
#define N_SMALL 24
#define MAX_TRIES_SMALL 5000
#define MAX_TRIES 40
/* Nobody has a resume of more; GLPK would not look at the clock often enough. */
#define MAX_SOLVED 6000
/* The share of the time that solving may take; the rest is for what can be found without. */
#define SOLVING 0.7
/* After so many tries the pages are taken for smaller than they are, by what did not fit. */
#define TRIES_BEFORE_TIGHTENING 8

typedef struct {
  MatchumFitProblem *problem;
  MatchumFitSolver *solver; /* NULL where there is too much to solve */
  gint64 deadline;          /* of solving */
  guint8 *best;             /* the best choice so far that fits */
  MatchumFitValue value;    /* of it */
  gint64 bound;             /* no choice has a higher coverage */
  guint8 *choice;           /* that was solved last */
  guint n_free;
} Search;

/* Takes a choice that fits where it is better. */
static void
consider (Search *self, const guint8 *choice)
{
  MatchumFitValue value = matchum_fit_problem_judge (self->problem, choice);

  if (matchum_fit_value_compare (value, self->value) <= 0)
    return;
  memcpy (self->best, choice, self->problem->n_items);
  self->value = value;
}

/* Takes what comes of a choice when it is made to fit. */
static void
consider_mended (Search *self, const guint8 *choice)
{
  g_autofree guint8 *mended = g_memdup2 (choice, self->problem->n_items + 1);

  if (!matchum_fit_greedy_cut (self->problem, mended))
    return;
  matchum_fit_greedy_fill (self->problem, mended);
  consider (self, mended);
}

/* Whether the choice that was solved fits, and is what the solver took it for. */
static gboolean
try_choice (Search *self)
{
  if (!matchum_fit_problem_fits (self->problem, self->choice))
    {
      consider_mended (self, self->choice);
      matchum_fit_solver_forbid (self->solver, self->choice);
      return FALSE;
    }
  consider (self, self->choice);
  if (matchum_fit_problem_judge (self->problem, self->choice).coverage >= self->bound)
    return TRUE;
  matchum_fit_solver_forbid_only (self->solver, self->choice);
  return FALSE;
}

/* Whether the best choice is proved to be the best of all. For small problems. */
static gboolean
look_closely (Search *self)
{
  gboolean has_bound = FALSE;

  for (guint n_tries = 0; n_tries < MAX_TRIES_SMALL; n_tries++)
    {
      MatchumFitOutcome outcome = MATCHUM_FIT_SOLVED;

      if (!has_bound)
        outcome = matchum_fit_solver_solve_coverage (self->solver, self->deadline, self->choice, &self->bound);
      if (outcome == MATCHUM_FIT_NO_CHOICE)
        return TRUE;
      if (outcome == MATCHUM_FIT_SOLVED)
        outcome = matchum_fit_solver_solve_worth (self->solver, self->bound, self->deadline, self->choice);
      if (outcome == MATCHUM_FIT_STOPPED)
        return FALSE;
      has_bound = outcome == MATCHUM_FIT_SOLVED;
      if (has_bound && try_choice (self))
        return TRUE;
    }
  return FALSE;
}

/* Solves with less room than there is, which proves nothing but often gives a good choice. */
static void
tighten (Search *self)
{
  gint64 capacity = self->problem->capacity;
  MatchumFitOutcome outcome = MATCHUM_FIT_SOLVED;
  gint64 coverage = 0;

  while (outcome == MATCHUM_FIT_SOLVED && !matchum_fit_problem_fits (self->problem, self->choice))
    {
      double over = matchum_fit_problem_count_pages (self->problem, self->choice) - self->problem->n_pages;

      capacity -= MAX ((gint64) (over * self->problem->measure->page_height * 100.0), 100);
      matchum_fit_solver_set_capacity (self->solver, capacity);
      outcome = matchum_fit_solver_solve_coverage (self->solver, self->deadline, self->choice, &coverage);
      if (outcome == MATCHUM_FIT_SOLVED)
        consider_mended (self, self->choice);
    }
  matchum_fit_solver_set_capacity (self->solver, self->problem->capacity);
}

/* Looks until nothing is known to have a higher coverage than the best choice, and fills it well. */
static void
look (Search *self)
{
  g_autofree guint8 *filled = g_new0 (guint8, self->problem->n_items + 1);

  for (guint n_tries = 0; n_tries < MAX_TRIES && self->value.coverage < self->bound; n_tries++)
    {
      MatchumFitOutcome outcome =
          matchum_fit_solver_solve_coverage (self->solver, self->deadline, self->choice, &self->bound);

      if (outcome == MATCHUM_FIT_NO_CHOICE)
        self->bound = self->value.coverage;
      if (outcome != MATCHUM_FIT_SOLVED)
        return;
      consider_mended (self, self->choice);
      if (matchum_fit_solver_fill (self->solver, self->deadline, filled) == MATCHUM_FIT_SOLVED)
        consider_mended (self, filled);
      if (try_choice (self))
        return;
      if (n_tries == TRIES_BEFORE_TIGHTENING)
        tighten (self);
    }
}

static guint
count_free (MatchumFitProblem *problem)
{
  guint n = 0;

  for (guint i = 0; i < problem->n_items; i++)
    n += problem->items[i].place == MATCHUM_FIT_FREE && problem->items[i].leader == i;
  return n;
}

/* Adds what can be found without solving. */
static void
polish (Search *self, gint64 deadline)
{
  g_autofree guint8 *greedy = matchum_fit_greedy_choose (self->problem);

  matchum_fit_greedy_exchange (self->problem, greedy, deadline);
  consider (self, greedy);
  matchum_fit_greedy_exchange (self->problem, self->best, deadline);
  self->value = matchum_fit_problem_judge (self->problem, self->best);
}

static MatchumFitStatus
run (Search *self, gint64 deadline)
{
  if (matchum_fit_problem_fits (self->problem, self->best))
    consider (self, self->best);
  if (self->n_free <= N_SMALL && look_closely (self))
    return self->value.coverage >= 0 ? MATCHUM_FIT_OPTIMAL : MATCHUM_FIT_INFEASIBLE;
  if (self->n_free > N_SMALL && self->solver != NULL)
    look (self);
  if (self->value.coverage < 0)
    return MATCHUM_FIT_INFEASIBLE;
  polish (self, deadline);
  return self->value.coverage >= self->bound ? MATCHUM_FIT_OPTIMAL : MATCHUM_FIT_TIME_LIMIT;
}

/* What has to stay does not always fill the fewest pages: with something more these may break better. */
MatchumFitStatus
matchum_fit_search_run (MatchumFitProblem *problem, gint64 deadline, guint8 *choice)
{
  g_autofree guint8 *all = matchum_fit_problem_choose_all (problem);
  g_autofree guint8 *least = matchum_fit_problem_choose_least (problem);
  g_autofree guint8 *solved = g_new0 (guint8, problem->n_items + 1);
  g_autoptr (MatchumFitSolver) solver = NULL;
  gint64 now = g_get_monotonic_time ();
  gint64 solving_deadline = now + (gint64) ((double) (deadline - now) * SOLVING);
  Search search = { problem, NULL, solving_deadline, least, { -1, -1 }, G_MAXINT64, solved, count_free (problem) };
  MatchumFitStatus status = MATCHUM_FIT_INFEASIBLE;

  if (matchum_fit_problem_count_pages (problem, all) <= problem->n_pages)
    {
      memcpy (choice, all, problem->n_items);
      return MATCHUM_FIT_NONE;
    }
  if (search.n_free > 0 && matchum_fit_problem_get_height (problem, least) <= problem->capacity)
    {
      if (search.n_free <= MAX_SOLVED)
        solver = matchum_fit_solver_new (problem);
      search.solver = solver;
      status = run (&search, deadline);
    }
  memcpy (choice, least, problem->n_items);
  return status;
}
