/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes and exchanges blocks, and judges after each step only what the step can have changed. */
#include "config.h"

#include "tailor/matchum-fit-greedy.h"

#include <string.h>

/* However many blocks there are: after so many seconds no more are tried, and what is left is taken as it comes. */
#define MAX_SECONDS 1
/* Blocks between two looks at the clock. */
#define N_UNTIMED 64

/* A choice and what it comes to. */
typedef struct {
  MatchumFitProblem *problem;
  guint8 *choice;
  gint64 *judged; /* of every requirement */
  MatchumFitValue value;
  gint64 height;
  gint64 deadline; /* of trying */
} State;

/* What a step changes. */
typedef struct {
  gint64 coverage;
  gint64 worth;
  gint64 height;
} Step;

static void
state_judge (State *self)
{
  for (guint i = 0; i < self->problem->requirements->len; i++)
    self->judged[i] = matchum_fit_problem_judge_requirement (self->problem, i, self->choice);
  self->value = matchum_fit_problem_judge (self->problem, self->choice);
  self->height = matchum_fit_problem_get_height (self->problem, self->choice);
}

/* choice is borrowed, and changes with the state. */
static State *
state_new (MatchumFitProblem *problem, guint8 *choice)
{
  State *self = g_new0 (State, 1);

  self->problem = problem;
  self->choice = choice;
  self->judged = g_new0 (gint64, problem->requirements->len + 1);
  self->deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  state_judge (self);
  return self;
}

static void
state_free (State *self)
{
  g_free (self->judged);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (State, state_free)

/* Whether the time is over when the block at index has its turn. */
static gboolean
is_over (const State *self, guint index)
{
  return index % N_UNTIMED == 0
         && (g_get_monotonic_time () > self->deadline || g_cancellable_is_cancelled (self->problem->cancellable));
}

static void
state_set (State *self, const guint8 *choice)
{
  memcpy (self->choice, choice, self->problem->n_items);
  state_judge (self);
}

static void
add_change (const MatchumFitProblem *problem, guint block, gint sign, guint8 *is_asked, Step *step)
{
  const MatchumFitItem *item = &problem->items[block];

  if (sign == 0 || item->leader != block)
    return;
  step->coverage += sign * item->priority;
  step->worth += sign * item->worth;
  step->height += sign * item->height;
  for (guint i = 0; i < item->requirements->len; i++)
    is_asked[g_array_index (item->requirements, guint, i)] = 1;
}

/* Adds what the step to after changes of the requirements that it may change. */
static void
judge_step (const State *self, const guint8 *after, const guint8 *is_asked, Step *step)
{
  for (guint i = 0; i < self->problem->requirements->len; i++)
    if (is_asked[i])
      step->coverage += matchum_fit_problem_judge_requirement (self->problem, i, after) - self->judged[i];
}

/* What the step to after changes, which touches blocks from first to before end, and those above the first. */
static Step
compare (const State *self, const guint8 *after, guint first, guint end)
{
  const MatchumFitProblem *problem = self->problem;
  g_autofree guint8 *is_asked = g_new0 (guint8, problem->requirements->len + 1);
  Step step = { 0, 0, 0 };

  for (guint i = first; i < end; i++)
    add_change (problem, i, after[i] - self->choice[i], is_asked, &step);
  for (guint i = problem->items[first].parent; i != MATCHUM_BLOCK_NONE; i = problem->items[i].parent)
    add_change (problem, i, after[i] - self->choice[i], is_asked, &step);
  judge_step (self, after, is_asked, &step);
  return step;
}

/* More than 0 where a is the better step: more coverage for its height, then more worth. */
static gint
compare_steps (Step a, Step b)
{
  double left = (double) a.coverage * (double) MAX (b.height, 1);
  double right = (double) b.coverage * (double) MAX (a.height, 1);

  if (left != right)
    return left > right ? 1 : -1;
  left = (double) a.worth * (double) MAX (b.height, 1);
  right = (double) b.worth * (double) MAX (a.height, 1);
  return (left > right) - (left < right);
}

/* A requirement that is met by work already cannot come to more by blocks that are shown besides. */
static void
leave_out_best (const State *self, guint8 *is_asked)
{
  for (guint i = 0; i < self->problem->requirements->len; i++)
    {
      const MatchumFitRequirement *requirement = g_ptr_array_index (self->problem->requirements, i);

      if (self->judged[i] == requirement->begun + requirement->met + requirement->worked)
        is_asked[i] = 0;
    }
}

/* Many blocks are tried for each that is taken: this takes no longer for more blocks. */
static Step
try_showing (State *self, guint block)
{
  MatchumFitProblem *problem = self->problem;
  g_autofree guint8 *is_asked = g_new0 (guint8, problem->requirements->len + 1);
  Step step = { 0, 0, 0 };
  guint top = block;

  for (guint i = block; i != MATCHUM_BLOCK_NONE && !self->choice[i]; i = problem->items[i].parent)
    {
      add_change (problem, i, 1, is_asked, &step);
      top = i;
    }
  leave_out_best (self, is_asked);
  matchum_fit_problem_show (problem, self->choice, block);
  judge_step (self, self->choice, is_asked, &step);
  matchum_fit_problem_unshow (problem, self->choice, block, top);
  return step;
}

static Step
try_hiding (const State *self, guint8 *scratch, guint block)
{
  memcpy (scratch, self->choice, self->problem->n_items);
  matchum_fit_problem_hide (self->problem, scratch, block);
  return compare (self, scratch, block, self->problem->items[block].end);
}

/* Whether a block is hidden, and could have room by itself at least. */
static gboolean
may_be_shown (const State *self, guint block)
{
  return !self->choice[block] && self->height + self->problem->items[block].height <= self->problem->capacity
         && matchum_fit_problem_is_choosable (self->problem, block);
}

/* The block that adds most to the coverage for its height, and is not banned. */
static guint
find_best (State *self, const guint8 *is_banned, Step *best)
{
  guint found = MATCHUM_BLOCK_NONE;

  for (guint i = 0; i < self->problem->n_items && !is_over (self, i); i++)
    {
      Step step;

      if (!may_be_shown (self, i) || is_banned[i]
          || (self->problem->items[i].requirements->len == 0 && self->problem->items[i].priority == 0))
        continue;
      step = try_showing (self, i);
      if (self->height + step.height > self->problem->capacity || step.coverage <= 0
          || (found != MATCHUM_BLOCK_NONE && compare_steps (step, *best) <= 0))
        continue;
      found = i;
      *best = step;
    }
  return found;
}

/* Shows a block where what comes of it fits. */
static gboolean
take (State *self, guint block)
{
  g_autofree guint8 *before = g_memdup2 (self->choice, self->problem->n_items + 1);

  matchum_fit_problem_show (self->problem, self->choice, block);
  if (!matchum_fit_problem_fits (self->problem, self->choice))
    {
      memcpy (self->choice, before, self->problem->n_items);
      return FALSE;
    }
  state_judge (self);
  return TRUE;
}

/* Takes one block after another for what it adds to the coverage. */
static void
cover (State *self)
{
  g_autofree guint8 *is_banned = g_new0 (guint8, self->problem->n_items + 1);
  Step best = { 0, 0, 0 };
  guint block;

  while ((block = find_best (self, is_banned, &best)) != MATCHUM_BLOCK_NONE)
    if (!take (self, block))
      is_banned[block] = 1;
}

/* Filling --------------------------------------------------------------------------------------------------------- */

typedef struct {
  guint block;
  Step step;
} Candidate;

static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;
  gint order = compare_steps (right->step, left->step);

  return order != 0 ? order : (left->block > right->block) - (left->block < right->block);
}

static GArray *
list_candidates (State *self)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < self->problem->n_items && !is_over (self, i); i++)
    if (may_be_shown (self, i))
      {
        Candidate candidate = { i, try_showing (self, i) };

        if (self->height + candidate.step.height <= self->problem->capacity)
          g_array_append_val (candidates, candidate);
      }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static void
fill (State *self)
{
  g_autoptr (GArray) candidates = list_candidates (self);

  for (guint i = 0; i < candidates->len; i++)
    {
      guint block = g_array_index (candidates, Candidate, i).block;

      if (may_be_shown (self, block) && self->height + try_showing (self, block).height <= self->problem->capacity)
        take (self, block);
    }
}

void
matchum_fit_greedy_fill (MatchumFitProblem *problem, guint8 *choice)
{
  g_autoptr (State) state = state_new (problem, choice);

  fill (state);
}

/* Cutting --------------------------------------------------------------------------------------------------------- */

/* The block whose going is missed least. */
static guint
find_least (State *self, guint8 *scratch)
{
  guint found = MATCHUM_BLOCK_NONE;
  Step least = { 0, 0, 0 };

  for (guint i = 0; i < self->problem->n_items; i++)
    {
      Step step;

      if (!self->choice[i] || !matchum_fit_problem_is_choosable (self->problem, i))
        continue;
      if (is_over (self, 0))
        return i;
      step = try_hiding (self, scratch, i);
      step.coverage = -step.coverage;
      step.worth = -step.worth;
      step.height = -step.height;
      if (found != MATCHUM_BLOCK_NONE && compare_steps (step, least) >= 0)
        continue;
      found = i;
      least = step;
    }
  return found;
}

gboolean
matchum_fit_greedy_cut (MatchumFitProblem *problem, guint8 *choice)
{
  g_autoptr (State) state = state_new (problem, choice);
  g_autofree guint8 *scratch = g_new0 (guint8, problem->n_items + 1);

  while (!matchum_fit_problem_fits (problem, choice))
    {
      guint block = find_least (state, scratch);

      if (block == MATCHUM_BLOCK_NONE)
        return FALSE;
      matchum_fit_problem_hide (problem, choice, block);
      state_judge (state);
    }
  return TRUE;
}

/* Exchanging ------------------------------------------------------------------------------------------------------ */

/* The best block to show in the place of one that was hidden; its step has to make good for what was lost. */
static guint
find_substitute (State *self, guint but)
{
  guint found = MATCHUM_BLOCK_NONE;
  MatchumFitValue best = { 0, 0 };

  for (guint i = 0; i < self->problem->n_items && !is_over (self, i); i++)
    {
      Step step;
      MatchumFitValue value;

      if (i == but || !may_be_shown (self, i))
        continue;
      step = try_showing (self, i);
      value = (MatchumFitValue){ step.coverage, step.worth };
      if (self->height + step.height > self->problem->capacity
          || (found != MATCHUM_BLOCK_NONE && matchum_fit_value_compare (value, best) <= 0))
        continue;
      found = i;
      best = value;
    }
  return found;
}

/* Whether something better was found without the block. */
static gboolean
exchange (State *self, guint block)
{
  g_autofree guint8 *before = g_memdup2 (self->choice, self->problem->n_items + 1);
  MatchumFitValue value = self->value;
  guint substitute;

  matchum_fit_problem_hide (self->problem, self->choice, block);
  state_judge (self);
  substitute = find_substitute (self, block);
  if (substitute != MATCHUM_BLOCK_NONE && take (self, substitute))
    fill (self);
  if (matchum_fit_value_compare (self->value, value) > 0 && matchum_fit_problem_fits (self->problem, self->choice))
    return TRUE;
  state_set (self, before);
  return FALSE;
}

static gboolean
has_time (MatchumFitProblem *problem, gint64 deadline)
{
  return g_get_monotonic_time () < deadline && !g_cancellable_is_cancelled (problem->cancellable);
}

void
matchum_fit_greedy_exchange (MatchumFitProblem *problem, guint8 *choice, gint64 deadline)
{
  g_autoptr (State) state = state_new (problem, choice);
  gboolean is_better = TRUE;

  state->deadline = deadline;
  while (is_better)
    {
      is_better = FALSE;
      for (guint i = 0; i < problem->n_items && has_time (problem, deadline); i++)
        if (choice[i] && matchum_fit_problem_is_choosable (problem, i))
          is_better |= exchange (state, i);
      is_better &= has_time (problem, deadline);
    }
}

guint8 *
matchum_fit_greedy_choose (MatchumFitProblem *problem)
{
  guint8 *choice = matchum_fit_problem_choose_least (problem);
  g_autoptr (State) state = state_new (problem, choice);

  cover (state);
  fill (state);
  return choice;
}
