/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a choice of blocks for a page budget, and tells what it costs. */
#include "config.h"

#include "tailor/matchum-page-fit.h"

#include <math.h>
#include <string.h>

#include "tailor/matchum-fit-problem.h"
#include "tailor/matchum-fit-search.h"

#define USUAL_SECONDS 2.0

struct _MatchumPageFit {
  MatchumFitStatus status;
  MatchumResume *resume;
  MatchumApplication *application;
  guint budget;
  guint least_pages;
  double pages_before;
  double pages;
  gboolean has_requirements;
  GPtrArray *hidden;
  guint *parents; /* of every block: what it is not shown without, or MATCHUM_BLOCK_NONE */
  GArray *worsened;
  GArray *uncovered;
  GPtrArray *returning;
  MatchumCoverage *before;
  MatchumCoverage *after;
};

G_DEFINE_BOXED_TYPE (MatchumPageFit, matchum_page_fit, matchum_page_fit_ref, matchum_page_fit_unref)

static void
block_free (gpointer data)
{
  MatchumFitBlock *self = data;

  g_array_unref (self->worsened);
  g_array_unref (self->weakened);
  g_free (self);
}

static void
page_fit_clear (gpointer data)
{
  MatchumPageFit *self = data;

  matchum_resume_unref (self->resume);
  matchum_application_unref (self->application);
  g_free (self->parents);
  g_ptr_array_unref (self->hidden);
  g_array_unref (self->worsened);
  g_array_unref (self->uncovered);
  g_ptr_array_unref (self->returning);
  matchum_coverage_unref (self->before);
  matchum_coverage_unref (self->after);
}

/* What a block costs or brings ------------------------------------------------------------------------------------ */

/* How a requirement of the problem stands under a choice. */
static gboolean
is_listed_only (MatchumFitProblem *problem, guint requirement, const guint8 *choice)
{
  const MatchumVerdictForm *form =
      ((const MatchumFitRequirement *) g_ptr_array_index (problem->requirements, requirement))->form;

  return matchum_form_is_true (form->met, choice) && !matchum_form_is_true (form->worked, choice);
}

static MatchumFitChange
describe_change (MatchumFitProblem *problem, guint requirement, const guint8 *before, const guint8 *after)
{
  return (MatchumFitChange){
    .requirement = ((const MatchumFitRequirement *) g_ptr_array_index (problem->requirements, requirement))->index,
    .before = matchum_fit_problem_get_status (problem, requirement, before),
    .after = matchum_fit_problem_get_status (problem, requirement, after),
    .was_listed_only = is_listed_only (problem, requirement, before),
    .is_listed_only = is_listed_only (problem, requirement, after),
  };
}

/* What a change is for the worse; NOTHING where it is not. */
static MatchumFitCost
weigh_change (const MatchumFitChange *change)
{
  if (change->after > change->before)
    return MATCHUM_FIT_COST_VERDICT;
  return change->after == change->before && change->is_listed_only && !change->was_listed_only
             ? MATCHUM_FIT_COST_LISTED
             : MATCHUM_FIT_COST_NOTHING;
}

/* Marks the requirements that anything in a block and under it is evidence for. */
static guint8 *
mark_requirements (MatchumFitProblem *problem, guint block)
{
  guint8 *is_carried = g_new0 (guint8, problem->requirements->len + 1);

  for (guint i = block; i < matchum_resume_get_block (problem->resume, block)->end; i++)
    for (guint k = 0; k < problem->items[i].requirements->len; k++)
      if (problem->items[i].place != MATCHUM_FIT_OUT)
        is_carried[g_array_index (problem->items[i].requirements, guint, k)] = 1;
  return is_carried;
}

/* Tells what a requirement loses that the block is evidence for. One that is met without it loses no verdict; to judge
 * it with every block that is hidden would take long. */
static void
add_change (MatchumFitBlock *self,
            MatchumFitProblem *problem,
            guint requirement,
            const guint8 *with,
            const guint8 *without)
{
  const MatchumFitRequirement *own = g_ptr_array_index (problem->requirements, requirement);
  gboolean is_met = matchum_form_is_true (own->form->worked, without);
  MatchumFitChange change = describe_change (problem, requirement, is_met ? without : with, without);
  MatchumFitCost cost = weigh_change (&change);

  if (cost != MATCHUM_FIT_COST_NOTHING)
    g_array_append_val (self->worsened, change);
  else
    {
      cost = MATCHUM_FIT_COST_FEWER;
      g_array_append_val (self->weakened, change.requirement);
    }
  self->cost = MIN (self->cost, cost);
}

/* What differs between a choice without a block and one with it. */
static MatchumFitBlock *
describe_block (MatchumFitProblem *problem, guint block, const guint8 *with, const guint8 *without)
{
  g_autofree guint8 *is_carried = mark_requirements (problem, block);
  MatchumFitBlock *self = g_new0 (MatchumFitBlock, 1);

  self->block = block;
  self->cost = MATCHUM_FIT_COST_NOTHING;
  self->worsened = g_array_new (FALSE, FALSE, sizeof (MatchumFitChange));
  self->weakened = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = block; i < matchum_resume_get_block (problem->resume, block)->end; i++)
    self->n_lines += with[i] ? problem->n_lines[i] : 0;
  for (guint i = 0; i < problem->requirements->len; i++)
    if (is_carried[i])
      add_change (self, problem, i, with, without);
  return self;
}

/* A choice with a block and all that hangs on it. */
static guint8 *
show_again (MatchumFitProblem *problem, const guint8 *choice, guint block)
{
  guint8 *with = g_memdup2 (choice, problem->n_items + 1);

  matchum_fit_problem_show (problem, with, block);
  for (guint i = block; i < matchum_resume_get_block (problem->resume, block)->end; i++)
    with[i] = problem->items[i].place != MATCHUM_FIT_OUT;
  return with;
}

static gint
compare_costs (gconstpointer a, gconstpointer b)
{
  const MatchumFitBlock *left = *(const MatchumFitBlock *const *) a, *right = *(const MatchumFitBlock *const *) b;

  if (left->cost != right->cost)
    return left->cost < right->cost ? -1 : 1;
  return (left->block > right->block) - (left->block < right->block);
}

/* The block after another: past its descendants where it is gone as a whole. */
static guint
step_over (MatchumFitProblem *problem, guint block, gboolean is_taken)
{
  return is_taken ? matchum_resume_get_block (problem->resume, block)->end : block + 1;
}

static void
describe_hidden (MatchumPageFit *self, MatchumFitProblem *problem, const guint8 *choice)
{
  for (guint i = 0; i < problem->n_items;)
    {
      gboolean is_hidden = problem->items[i].place != MATCHUM_FIT_OUT && !choice[i];

      if (is_hidden)
        {
          g_autofree guint8 *with = show_again (problem, choice, i);

          g_ptr_array_add (self->hidden, describe_block (problem, i, with, choice));
        }
      i = step_over (problem, i, is_hidden);
    }
}

/* Several blocks that go may be missed only together: then each that is evidence bears what that costs. */
static void
share_costs (MatchumPageFit *self, MatchumFitProblem *problem, const guint8 *all, const guint8 *choice)
{
  for (guint i = 0; i < problem->requirements->len; i++)
    {
      MatchumFitChange change = describe_change (problem, i, all, choice);
      MatchumFitCost cost = weigh_change (&change);
      gboolean is_borne = cost == MATCHUM_FIT_COST_NOTHING;

      if (!is_borne)
        g_array_append_val (self->worsened, change);
      for (guint k = 0; k < self->hidden->len && !is_borne; k++)
        {
          const MatchumFitBlock *block = g_ptr_array_index (self->hidden, k);

          for (guint j = 0; j < block->worsened->len; j++)
            is_borne |= g_array_index (block->worsened, MatchumFitChange, j).requirement == change.requirement;
        }
      for (guint k = 0; k < self->hidden->len && !is_borne; k++)
        {
          MatchumFitBlock *block = g_ptr_array_index (self->hidden, k);
          g_autofree guint8 *is_carried = mark_requirements (problem, block->block);

          if (!is_carried[i])
            continue;
          g_array_append_val (block->worsened, change);
          block->cost = MIN (block->cost, cost);
          for (guint j = block->weakened->len; j-- > 0;)
            if (g_array_index (block->weakened, guint, j) == change.requirement)
              g_array_remove_index (block->weakened, j);
        }
    }
}

static void
list_uncovered (MatchumPageFit *self, MatchumFitProblem *problem, const guint8 *all)
{
  for (guint i = 0; i < problem->requirements->len; i++)
    {
      const MatchumFitRequirement *requirement = g_ptr_array_index (problem->requirements, i);

      if (matchum_fit_problem_get_status (problem, i, all) != MATCHUM_STATUS_MET)
        g_array_append_val (self->uncovered, requirement->index);
    }
}

/* What more room would bring back --------------------------------------------------------------------------------- */

static void
find_returning (MatchumPageFit *self,
                const MatchumFitRequest *request,
                MatchumFitProblem *problem,
                const guint8 *choice,
                gint64 deadline)
{
  g_autoptr (MatchumFitProblem) roomier =
      matchum_fit_problem_new (request, problem->base, request->measure->line_height);
  g_autofree guint8 *more = g_new0 (guint8, problem->n_items + 1);

  matchum_fit_search_run (roomier, deadline, more);
  for (guint i = 0; i < problem->n_items;)
    {
      gboolean is_back = more[i] && !choice[i];

      if (is_back)
        g_ptr_array_add (self->returning, describe_block (problem, i, more, choice));
      i = step_over (problem, i, is_back);
    }
}

/* Public ---------------------------------------------------------------------------------------------------------- */

static MatchumCoverage *
judge (MatchumFitProblem *problem, const guint8 *choice)
{
  g_autoptr (MatchumVisibility) visibility = matchum_fit_problem_apply (problem, choice);

  return matchum_coverage_new (problem->match, visibility);
}

static MatchumPageFit *
page_fit_new (const MatchumFitRequest *request, MatchumFitProblem *problem)
{
  MatchumPageFit *self = g_atomic_rc_box_new0 (MatchumPageFit);

  self->resume = matchum_resume_ref (problem->resume);
  self->application = matchum_application_ref (request->application);
  self->budget = request->n_pages;
  self->has_requirements = problem->requirements->len > 0;
  self->hidden = g_ptr_array_new_with_free_func (block_free);
  self->parents = g_new0 (guint, problem->n_items + 1);
  for (guint i = 0; i < problem->n_items; i++)
    self->parents[i] = problem->items[i].parent;
  self->worsened = g_array_new (FALSE, FALSE, sizeof (MatchumFitChange));
  self->uncovered = g_array_new (FALSE, FALSE, sizeof (guint));
  self->returning = g_ptr_array_new_with_free_func (block_free);
  return self;
}

MatchumPageFit *
matchum_page_fit_new (const MatchumFitRequest *request)
{
  double seconds;
  gint64 deadline;
  g_autoptr (MatchumVisibility) base = NULL;
  g_autoptr (MatchumFitProblem) problem = NULL;
  g_autofree guint8 *all = NULL;
  g_autofree guint8 *least = NULL;
  g_autofree guint8 *choice = NULL;
  MatchumPageFit *self;

  g_return_val_if_fail (request != NULL && request->match != NULL && request->application != NULL, NULL);
  g_return_val_if_fail (request->measure != NULL && request->n_pages > 0, NULL);

  seconds = request->time_limit > 0.0 ? request->time_limit : USUAL_SECONDS;
  deadline = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  base = matchum_application_get_visibility (request->application, matchum_match_get_resume (request->match));
  problem = matchum_fit_problem_new (request, base, 0.0);
  all = matchum_fit_problem_choose_all (problem);
  least = matchum_fit_problem_choose_least (problem);
  choice = g_new0 (guint8, problem->n_items + 1);

  self = page_fit_new (request, problem);
  self->status = matchum_fit_search_run (problem, deadline, choice);
  self->pages_before = matchum_fit_problem_count_pages (problem, all);
  self->pages = matchum_fit_problem_count_pages (problem, choice);
  self->least_pages = MAX ((guint) ceil (matchum_fit_problem_count_pages (problem, least)), 1);
  self->before = judge (problem, all);
  self->after = judge (problem, choice);
  describe_hidden (self, problem, choice);
  share_costs (self, problem, all, choice);
  g_ptr_array_sort (self->hidden, compare_costs);
  list_uncovered (self, problem, all);
  if (request->finds_returning && self->status != MATCHUM_FIT_NONE && self->status != MATCHUM_FIT_INFEASIBLE)
    find_returning (self, request, problem, choice, deadline);
  return self;
}

MatchumPageFit *
matchum_page_fit_ref (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

void
matchum_page_fit_unref (MatchumPageFit *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, page_fit_clear);
}

MatchumFitStatus
matchum_page_fit_get_status (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, MATCHUM_FIT_NONE);
  return self->status;
}

const char *
matchum_fit_status_get_nick (MatchumFitStatus status)
{
  switch (status)
    {
    case MATCHUM_FIT_OPTIMAL:
      return "optimal";
    case MATCHUM_FIT_TIME_LIMIT:
      return "time-limit";
    case MATCHUM_FIT_INFEASIBLE:
      return "infeasible";
    case MATCHUM_FIT_NONE:
    default:
      return "none";
    }
}

guint
matchum_page_fit_get_budget (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->budget;
}

guint
matchum_page_fit_get_least_pages (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->least_pages;
}

double
matchum_page_fit_get_pages_before (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, 0.0);
  return self->pages_before;
}

double
matchum_page_fit_get_pages (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, 0.0);
  return self->pages;
}

gboolean
matchum_page_fit_has_requirements (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_requirements;
}

GPtrArray *
matchum_page_fit_get_hidden (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->hidden;
}

GArray *
matchum_page_fit_get_worsened (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->worsened;
}

GArray *
matchum_page_fit_get_uncovered (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->uncovered;
}

GPtrArray *
matchum_page_fit_get_returning (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->returning;
}

MatchumCoverage *
matchum_page_fit_get_coverage_before (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->before;
}

MatchumCoverage *
matchum_page_fit_get_coverage (MatchumPageFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->after;
}

/* Whether a block is kept, or one that is not shown without it: a paragraph over the list of an item. */
static gboolean
is_kept (MatchumPageFit *self, GArray *kept, guint block)
{
  for (guint i = 0; kept != NULL && i < kept->len; i++)
    for (guint at = g_array_index (kept, guint, i); at != MATCHUM_BLOCK_NONE; at = self->parents[at])
      if (at == block)
        return TRUE;
  return FALSE;
}

MatchumApplication *
matchum_page_fit_dup_application (MatchumPageFit *self, GArray *kept)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->hidden->len; i++)
    {
      guint block = ((const MatchumFitBlock *) g_ptr_array_index (self->hidden, i))->block;

      if (!is_kept (self, kept, block))
        g_ptr_array_add (ids, matchum_resume_get_block (self->resume, block)->id);
    }
  return matchum_application_with_all_hidden (self->application, ids, TRUE);
}
