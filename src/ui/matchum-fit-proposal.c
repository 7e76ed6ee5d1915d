/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks core what has to go for a number of pages. Lines are set here, a few at a time between the frames; what is found
 * by adding them up is found in a thread. */
#include "config.h"

#include "ui/matchum-fit-proposal.h"

#include <string.h>

#include "matchum-page-gauge.h"

/* Setting lines takes no longer than this of a frame. */
#define SLICE_US 4000
/* So many pages hold anything. */
#define ANY_PAGES 10000
/* More of what could come back is not told one by one: each is judged by itself. */
#define MOST_RETURNABLE 200

struct _MatchumFitProposal {
  MatchumMatch *match;
  MatchumResume *resume;
  MatchumApplication *application; /* with what is kept pinned */
  MatchumPageFit *fit;
  guint *tops;    /* of every block: what it goes with, or MATCHUM_BLOCK_NONE */
  guint *n_lines; /* of every block that is seen, or could be */
  guint least_without_pins;
  guint least_with_gaps;
  GArray *pinned;
  GPtrArray *returnable;
  MatchumPageFit *refill; /* or NULL */
};

G_DEFINE_BOXED_TYPE (MatchumFitProposal, matchum_fit_proposal, matchum_fit_proposal_ref, matchum_fit_proposal_unref)

static void
free_block (gpointer data)
{
  MatchumFitBlock *block = data;

  g_array_unref (block->worsened);
  g_array_unref (block->weakened);
  g_free (block);
}

static MatchumFitProposal *
proposal_new (MatchumMatch *match, MatchumApplication *application)
{
  MatchumFitProposal *self = g_atomic_rc_box_new0 (MatchumFitProposal);
  guint n_blocks;

  self->match = matchum_match_ref (match);
  self->resume = matchum_resume_ref (matchum_match_get_resume (match));
  self->application = matchum_application_ref (application);
  n_blocks = matchum_resume_get_n_blocks (self->resume);
  self->tops = g_new (guint, n_blocks + 1);
  memset (self->tops, 0xff, sizeof (guint) * (n_blocks + 1));
  self->n_lines = g_new0 (guint, n_blocks + 1);
  self->pinned = g_array_new (FALSE, FALSE, sizeof (guint));
  self->returnable = g_ptr_array_new_with_free_func (free_block);
  return self;
}

static void
clear_proposal (gpointer data)
{
  MatchumFitProposal *self = data;

  g_clear_pointer (&self->fit, matchum_page_fit_unref);
  g_clear_pointer (&self->refill, matchum_page_fit_unref);
  g_ptr_array_unref (self->returnable);
  g_array_unref (self->pinned);
  g_free (self->tops);
  g_free (self->n_lines);
  matchum_application_unref (self->application);
  matchum_resume_unref (self->resume);
  matchum_match_unref (self->match);
}

MatchumFitProposal *
matchum_fit_proposal_ref (MatchumFitProposal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
matchum_fit_proposal_unref (MatchumFitProposal *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_proposal);
}

/* Choices --------------------------------------------------------------------------------------------------------- */

/* What is seen of a resume under application, and what of it is pinned by being kept: ids, borrowed from resume. */
static void
add_seen (GPtrArray *ids, MatchumResume *resume, MatchumVisibility *visibility, guint block, guint end)
{
  for (guint i = block; i < end; i++)
    if (matchum_visibility_is_visible (visibility, i)
        && matchum_resume_get_block (resume, i)->kind != MATCHUM_BLOCK_TITLE)
      g_ptr_array_add (ids, matchum_resume_get_block (resume, i)->id);
}

/* A kept block stays with all that is seen under it. */
static MatchumApplication *
pin_kept (const MatchumFitQuestion *question)
{
  MatchumResume *resume = matchum_match_get_resume (question->match);
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (question->application, resume);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; question->kept != NULL && i < question->kept->len; i++)
    {
      const MatchumBlock *block = matchum_resume_lookup (resume, question->kept->pdata[i]);

      if (block != NULL)
        add_seen (ids, resume, visibility, block->index, block->end);
    }
  return matchum_application_with_all_pinned (question->application, ids, TRUE);
}

static MatchumApplication *
unpin_all (MatchumApplication *application)
{
  g_autoptr (GPtrArray) hidden = matchum_application_dup_hidden (application);

  return matchum_application_new_from_ids (hidden, NULL);
}

/* Everything that is seen stays, and nothing is hidden by hand: what core hides then is what does not fit besides. */
static MatchumApplication *
open_all (MatchumResume *resume, MatchumApplication *application)
{
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (application, resume);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  add_seen (seen, resume, visibility, 0, matchum_resume_get_n_blocks (resume));
  return matchum_application_new_from_ids (NULL, seen);
}

static gboolean
has_hidden (MatchumResume *resume, MatchumApplication *application)
{
  g_autoptr (GPtrArray) hidden = matchum_application_dup_hidden (application);

  for (guint i = 0; i < hidden->len; i++)
    if (matchum_resume_lookup (resume, hidden->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Asking ---------------------------------------------------------------------------------------------------------- */

typedef struct {
  MatchumMatch *match;
  MatchumResume *resume;
  MatchumApplication *chosen;
  GHashTable *kept;                /* ids */
  MatchumApplication *application; /* with what is kept pinned */
  MatchumApplication *opened;      /* with nothing hidden, where that is looked at; or NULL */
  MatchumVisibility *everything;   /* that lines are set of */
  MatchumPageGauge *gauge;         /* freed where it was made */
  guint n_pages;
  gboolean allows_gaps;
  guint8 *priorities;
  double time_limit;
  GCancellable *cancellable;
} Asking;

static void
free_asking (gpointer data)
{
  Asking *self = data;

  g_clear_pointer (&self->opened, matchum_application_unref);
  matchum_visibility_unref (self->everything);
  matchum_application_unref (self->application);
  matchum_application_unref (self->chosen);
  g_hash_table_unref (self->kept);
  matchum_resume_unref (self->resume);
  matchum_match_unref (self->match);
  g_clear_object (&self->cancellable);
  g_free (self->priorities);
  g_free (self);
}

static MatchumPageFit *
fit (Asking *self, MatchumApplication *application, guint n_pages, gboolean allows_gaps, gboolean finds_returning)
{
  const MatchumFitRequest request = {
    .match = self->match,
    .application = application,
    .measure = matchum_page_gauge_get_measure (self->gauge),
    .n_pages = n_pages,
    .priorities = self->priorities,
    .allows_gaps = allows_gaps,
    .finds_returning = finds_returning,
    .time_limit = self->time_limit,
    .cancellable = self->cancellable,
  };

  return matchum_page_fit_new (&request);
}

static void
count_lines (Asking *self, MatchumFitProposal *proposal, MatchumApplication *application)
{
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);
  MatchumPageMeasure *measure = matchum_page_gauge_get_measure (self->gauge);
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (application, self->resume);
  g_autofree MatchumBlockExtent *extents = g_new0 (MatchumBlockExtent, n_blocks + 1);

  measure->measure (measure, visibility, extents);
  for (guint i = 0; i < n_blocks; i++)
    proposal->n_lines[i] = extents[i].n_lines;
}

static void
note_hidden (MatchumFitProposal *self)
{
  GPtrArray *hidden = matchum_page_fit_get_hidden (self->fit);

  for (guint i = 0; i < hidden->len; i++)
    {
      guint top = ((const MatchumFitBlock *) hidden->pdata[i])->block;

      for (guint k = top; k < matchum_resume_get_block (self->resume, top)->end; k++)
        self->tops[k] = i;
    }
}

/* Where all fits that can, core tells the least that must stay without choosing anything. */
static guint
find_least (Asking *self, MatchumApplication *application, gboolean allows_gaps)
{
  g_autoptr (MatchumPageFit) loose = fit (self, application, ANY_PAGES, allows_gaps, FALSE);

  return matchum_page_fit_get_least_pages (loose);
}

static void
find_ways_out (Asking *self, MatchumFitProposal *proposal)
{
  g_autoptr (MatchumApplication) unpinned = unpin_all (self->application);
  guint least = matchum_page_fit_get_least_pages (proposal->fit);

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      const char *id = matchum_resume_get_block (self->resume, i)->id;

      if (matchum_application_is_pinned (self->chosen, id) || g_hash_table_contains (self->kept, id))
        g_array_append_val (proposal->pinned, i);
    }
  count_lines (self, proposal, self->application);
  if (proposal->pinned->len > 0)
    proposal->least_without_pins = find_least (self, unpinned, self->allows_gaps);
  if (!self->allows_gaps)
    proposal->least_with_gaps = find_least (self, self->application, TRUE);
  if (proposal->least_without_pins >= least)
    proposal->least_without_pins = 0;
  if (proposal->least_with_gaps >= least)
    proposal->least_with_gaps = 0;
}

/* What can come back ---------------------------------------------------------------------------------------------- */

static MatchumFitChange
compare_verdicts (guint requirement, const MatchumVerdict *with, const MatchumVerdict *without)
{
  return (MatchumFitChange){ requirement, with->status, without->status, with->is_listed_only,
                             without->is_listed_only };
}

/* Marks the requirements that anything which comes back with a block is evidence for. */
static guint8 *
mark_requirements (MatchumFitProposal *self, guint block, MatchumCoverage *with)
{
  MatchumVisibility *visibility = matchum_coverage_get_visibility (with);
  guint8 *is_carried = g_new0 (guint8, matchum_match_get_n_requirements (self->match) + 1);

  for (guint i = block; i < matchum_resume_get_block (self->resume, block)->end; i++)
    {
      g_autoptr (GArray) requirements = NULL;

      if (!matchum_visibility_is_visible (visibility, i))
        continue;
      requirements = matchum_coverage_find_requirements (with, i);
      for (guint k = 0; k < requirements->len; k++)
        is_carried[g_array_index (requirements, guint, k)] = 1;
    }
  return is_carried;
}

/* What showing a block and what comes back with it would mend. */
static MatchumFitBlock *
describe_returnable (MatchumFitProposal *self, guint block, MatchumCoverage *without)
{
  g_autoptr (MatchumApplication) application = matchum_fit_proposal_dup_refilled (self, block);
  g_autoptr (MatchumVisibility) visibility = matchum_application_get_visibility (application, self->resume);
  g_autoptr (MatchumCoverage) with = matchum_coverage_new (self->match, visibility);
  g_autofree guint8 *is_carried = mark_requirements (self, block, with);
  MatchumFitBlock *described = g_new0 (MatchumFitBlock, 1);

  described->block = block;
  described->cost = MATCHUM_FIT_COST_NOTHING;
  described->worsened = g_array_new (FALSE, FALSE, sizeof (MatchumFitChange));
  described->weakened = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = block; i < matchum_resume_get_block (self->resume, block)->end; i++)
    described->n_lines += matchum_visibility_is_visible (visibility, i) ? self->n_lines[i] : 0;
  for (guint i = 0; i < matchum_match_get_n_requirements (self->match); i++)
    {
      MatchumFitChange change =
          compare_verdicts (i, matchum_coverage_get_verdict (with, i), matchum_coverage_get_verdict (without, i));
      MatchumFitCost cost = MATCHUM_FIT_COST_NOTHING;

      if (change.after > change.before && change.after != MATCHUM_STATUS_UNPROVABLE)
        cost = MATCHUM_FIT_COST_VERDICT;
      else if (change.after == change.before && change.is_listed_only && !change.was_listed_only)
        cost = MATCHUM_FIT_COST_LISTED;
      else if (is_carried[i] && change.after != MATCHUM_STATUS_UNPROVABLE)
        cost = MATCHUM_FIT_COST_FEWER;
      if (cost == MATCHUM_FIT_COST_FEWER)
        g_array_append_val (described->weakened, i);
      else if (cost != MATCHUM_FIT_COST_NOTHING)
        g_array_append_val (described->worsened, change);
      described->cost = MIN (described->cost, cost);
    }
  return described;
}

static gint
compare_costs (gconstpointer a, gconstpointer b)
{
  const MatchumFitBlock *left = *(const MatchumFitBlock *const *) a, *right = *(const MatchumFitBlock *const *) b;

  if (left->cost != right->cost)
    return left->cost < right->cost ? -1 : 1;
  return (left->block > right->block) - (left->block < right->block);
}

static void
list_returnable (MatchumFitProposal *self, GCancellable *cancellable)
{
  g_autoptr (MatchumVisibility) before = matchum_application_get_visibility (self->application, self->resume);
  g_autoptr (MatchumApplication) filled = matchum_fit_proposal_dup_refilled (self, MATCHUM_BLOCK_NONE);
  g_autoptr (MatchumVisibility) after = matchum_application_get_visibility (filled, self->resume);
  MatchumCoverage *without = matchum_page_fit_get_coverage (self->fit);

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume) && self->returnable->len < MOST_RETURNABLE;)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);
      gboolean is_back = matchum_visibility_is_visible (after, i) && !matchum_visibility_is_visible (before, i);

      if (g_cancellable_is_cancelled (cancellable))
        return;
      if (is_back)
        g_ptr_array_add (self->returnable, describe_returnable (self, i, without));
      i = is_back ? block->end : i + 1;
    }
  g_ptr_array_sort (self->returnable, compare_costs);
}

/* Jobs that are seen are pinned like all that is; those that are hidden need not come back. */
static void
find_returnable (Asking *self, MatchumFitProposal *proposal)
{
  MatchumFitStatus status;

  proposal->refill = fit (self, self->opened, self->n_pages, TRUE, FALSE);
  status = matchum_page_fit_get_status (proposal->refill);
  if (status == MATCHUM_FIT_INFEASIBLE)
    {
      g_clear_pointer (&proposal->refill, matchum_page_fit_unref);
      return;
    }
  count_lines (self, proposal, self->opened);
  list_returnable (proposal, self->cancellable);
}

/* The thread ------------------------------------------------------------------------------------------------------ */

static void
find_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asking *self = data;
  g_autoptr (MatchumFitProposal) proposal = NULL;
  gint64 start = g_get_monotonic_time ();

  if (g_task_return_error_if_cancelled (task))
    return;
  proposal = proposal_new (self->match, self->application);
  proposal->fit = fit (self, self->application, self->n_pages, self->allows_gaps, TRUE);
  note_hidden (proposal);
  if (matchum_page_fit_get_status (proposal->fit) == MATCHUM_FIT_INFEASIBLE)
    find_ways_out (self, proposal);
  else if (matchum_page_fit_get_status (proposal->fit) == MATCHUM_FIT_NONE && self->opened != NULL)
    find_returnable (self, proposal);
  g_debug ("Found what has to go in %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_task_return_pointer (task, g_steal_pointer (&proposal), (GDestroyNotify) matchum_fit_proposal_unref);
}

static gboolean
prepare_cb (gpointer user_data)
{
  GTask *task = user_data;
  Asking *asking = g_task_get_task_data (task);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (task))
      && !matchum_page_gauge_prepare (asking->gauge, asking->everything, g_get_monotonic_time () + SLICE_US))
    return G_SOURCE_CONTINUE;
  g_task_run_in_thread (task, find_cb);
  return G_SOURCE_REMOVE;
}

static guint8 *
list_priorities (MatchumResume *resume, GHashTable *by_id)
{
  guint n_blocks = matchum_resume_get_n_blocks (resume);
  guint8 *priorities;

  if (by_id == NULL || g_hash_table_size (by_id) == 0)
    return NULL;
  priorities = g_new0 (guint8, n_blocks + 1);
  for (guint i = 0; i < n_blocks; i++)
    {
      guint priority = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, matchum_resume_get_block (resume, i)->id));

      priorities[i] = (guint8) MIN (priority, MATCHUM_FIT_MAX_PRIORITY);
    }
  return priorities;
}

/* What is hidden is set in lines only where it may be that nothing has to go. */
static Asking *
create_asking (const MatchumFitQuestion *question)
{
  Asking *self = g_new0 (Asking, 1);
  gboolean may_fit = question->pages == NULL || matchum_pages_get_used (question->pages) <= question->n_pages;

  self->match = matchum_match_ref (question->match);
  self->resume = matchum_resume_ref (matchum_match_get_resume (question->match));
  self->chosen = matchum_application_ref (question->application);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; question->kept != NULL && i < question->kept->len; i++)
    g_hash_table_add (self->kept, g_strdup (question->kept->pdata[i]));
  self->application = pin_kept (question);
  if (may_fit && has_hidden (self->resume, self->application))
    self->opened = open_all (self->resume, self->application);
  self->everything =
      matchum_application_get_visibility (self->opened != NULL ? self->opened : self->application, self->resume);
  self->gauge = matchum_page_gauge_new (self->resume, &question->style, question->pages);
  self->n_pages = question->n_pages;
  self->allows_gaps = question->allows_gaps;
  self->priorities = list_priorities (self->resume, question->priorities);
  self->time_limit = question->time_limit;
  return self;
}

void
matchum_fit_proposal_ask (const MatchumFitQuestion *question,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  Asking *asking;

  g_return_if_fail (question != NULL && question->match != NULL && question->application != NULL);
  g_return_if_fail (question->n_pages > 0);

  asking = create_asking (question);
  g_set_object (&asking->cancellable, cancellable);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, matchum_fit_proposal_ask);
  g_task_set_task_data (task, asking, free_asking);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, prepare_cb, task, g_object_unref);
}

MatchumFitProposal *
matchum_fit_proposal_finish (GAsyncResult *result, GError **error)
{
  Asking *asking;

  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* Its lines are those of the pages of this thread. */
  asking = g_task_get_task_data (G_TASK (result));
  g_clear_pointer (&asking->gauge, matchum_page_gauge_free);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Public ---------------------------------------------------------------------------------------------------------- */

MatchumMatch *
matchum_fit_proposal_get_match (MatchumFitProposal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->match;
}

MatchumPageFit *
matchum_fit_proposal_get_fit (MatchumFitProposal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fit;
}

const MatchumFitBlock *
matchum_fit_proposal_find_hidden (MatchumFitProposal *self, guint block, gboolean *is_top)
{
  const MatchumFitBlock *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (is_top != NULL, NULL);

  if (block >= matchum_resume_get_n_blocks (self->resume) || self->tops[block] == MATCHUM_BLOCK_NONE)
    return NULL;
  found = g_ptr_array_index (matchum_page_fit_get_hidden (self->fit), self->tops[block]);
  *is_top = found->block == block;
  return found;
}

MatchumApplication *
matchum_fit_proposal_dup_accepted (MatchumFitProposal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return matchum_page_fit_dup_application (self->fit, NULL);
}

guint
matchum_fit_proposal_get_least_without_pins (MatchumFitProposal *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->least_without_pins;
}

guint
matchum_fit_proposal_get_least_with_gaps (MatchumFitProposal *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->least_with_gaps;
}

GArray *
matchum_fit_proposal_get_pinned (MatchumFitProposal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pinned;
}

guint
matchum_fit_proposal_count_lines (MatchumFitProposal *self, guint block)
{
  guint n_lines = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (self->resume), 0);

  for (guint i = block; i < matchum_resume_get_block (self->resume, block)->end; i++)
    n_lines += self->n_lines[i];
  return n_lines;
}

GPtrArray *
matchum_fit_proposal_get_returnable (MatchumFitProposal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->returnable;
}

/* Whether a block is hidden in place of a parent that comes back without it. */
static gboolean
stays_behind (MatchumFitProposal *self, guint index, MatchumVisibility *before, MatchumVisibility *after)
{
  guint parent = matchum_resume_get_block (self->resume, index)->parent;

  return parent != MATCHUM_BLOCK_NONE && !matchum_visibility_is_visible (after, index)
         && matchum_visibility_is_visible (after, parent) && !matchum_visibility_is_visible (before, parent);
}

MatchumApplication *
matchum_fit_proposal_dup_refilled (MatchumFitProposal *self, guint block)
{
  g_autoptr (MatchumApplication) filled = NULL, opened = NULL;
  g_autoptr (MatchumVisibility) before = NULL, after = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new (), hidden = g_ptr_array_new ();
  guint first = 0, end;

  g_return_val_if_fail (self != NULL && self->refill != NULL, NULL);

  end = matchum_resume_get_n_blocks (self->resume);
  if (block < end)
    {
      first = block;
      end = matchum_resume_get_block (self->resume, block)->end;
    }
  filled = matchum_page_fit_dup_application (self->refill, NULL);
  before = matchum_application_get_visibility (self->application, self->resume);
  after = matchum_application_get_visibility (filled, self->resume);
  for (guint i = first; i < end; i++)
    {
      const char *id = matchum_resume_get_block (self->resume, i)->id;
      gboolean is_hidden = matchum_application_is_hidden (self->application, id);

      if (is_hidden && matchum_visibility_is_visible (after, i))
        g_ptr_array_add (shown, (gpointer) id);
      else if (!is_hidden && stays_behind (self, i, before, after))
        g_ptr_array_add (hidden, (gpointer) id);
    }
  opened = matchum_application_with_all_hidden (self->application, shown, FALSE);
  return matchum_application_with_all_hidden (opened, hidden, TRUE);
}
