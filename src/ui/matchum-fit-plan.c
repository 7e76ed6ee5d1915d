/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what has to go, and asks again when something else was meant. */
#include "config.h"

#include "ui/matchum-fit-plan.h"

#include <glib/gi18n-lib.h>

/* Sooner than this nobody wonders what goes on. */
#define SLOW_MS 300
/* While changes come faster than this, as when the space bar is held down, nothing is asked: every answer moves rows.
 */
#define PAUSE_MS 90
/* Answers that nobody waits for any more are let come to their end beside the one that is waited for. */
#define MOST_RUNNING 2

struct _MatchumFitPlan {
  GObject parent_instance;

  MatchumWorkspace *workspace;
  MatchumProof *proof;
  gboolean is_active;
  gboolean is_asking;
  MatchumFitProposal *proposal;
  GPtrArray *kept;           /* of MatchumFitKept */
  GCancellable *cancellable; /* of what is being asked, or NULL */
  guint n_running;
  guint ask_id; /* where a pause is waited for */
  guint slow_id;
  gboolean is_slow;
};

enum { CHANGED, SLOW, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumFitPlan, matchum_fit_plan, G_TYPE_OBJECT)

static void
free_kept (gpointer data)
{
  MatchumFitKept *kept = data;

  g_free (kept->id);
  g_free (kept);
}

static void
set_slow (MatchumFitPlan *self, gboolean is_slow)
{
  if (is_slow == self->is_slow)
    return;
  self->is_slow = is_slow;
  g_signal_emit (self, signals[SLOW], 0);
}

static gboolean
slow_cb (gpointer user_data)
{
  MatchumFitPlan *self = user_data;

  self->slow_id = 0;
  set_slow (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* What cannot be accepted is not shown in the resume. */
static gboolean
is_acceptable (MatchumFitProposal *proposal)
{
  return proposal != NULL
         && matchum_page_fit_get_status (matchum_fit_proposal_get_fit (proposal)) != MATCHUM_FIT_INFEASIBLE;
}

static void
take_proposal (MatchumFitPlan *self, MatchumFitProposal *proposal)
{
  g_clear_pointer (&self->proposal, matchum_fit_proposal_unref);
  self->proposal = proposal;
  self->is_asking = FALSE;
  g_clear_handle_id (&self->slow_id, g_source_remove);
  set_slow (self, FALSE);
  matchum_workspace_set_proposal (self->workspace, is_acceptable (proposal) ? proposal : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is kept and not seen any more needs no keeping. */
static void
prune_kept (MatchumFitPlan *self)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  MatchumVisibility *visibility = matchum_workspace_get_visibility (self->workspace);

  for (guint i = self->kept->len; i-- > 0;)
    {
      const MatchumBlock *block = matchum_resume_lookup (resume, ((MatchumFitKept *) self->kept->pdata[i])->id);

      if (block == NULL || !matchum_visibility_is_visible (visibility, block->index))
        g_ptr_array_remove_index (self->kept, i);
    }
}

static GPtrArray *
list_kept_ids (MatchumFitPlan *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < self->kept->len; i++)
    g_ptr_array_add (ids, ((MatchumFitKept *) self->kept->pdata[i])->id);
  return ids;
}

static void ask (MatchumFitPlan *self);

/* Nothing is kept alive by what is still being found out. */
static GWeakRef *
create_weak_ref (MatchumFitPlan *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static MatchumFitPlan *
resolve_weak_ref (GWeakRef *weak)
{
  MatchumFitPlan *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return self;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MatchumFitPlan) self = resolve_weak_ref (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumFitProposal) proposal = matchum_fit_proposal_finish (result, &error);

  if (self == NULL)
    return;
  self->n_running--;
  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      if (self->is_asking && self->cancellable == NULL && self->ask_id == 0)
        ask (self);
      return;
    }
  g_clear_object (&self->cancellable);
  if (proposal != NULL)
    take_proposal (self, g_steal_pointer (&proposal));
}

static void
cancel (MatchumFitPlan *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What is at hand is the answer to another question. */
static void
note_asking (MatchumFitPlan *self)
{
  gboolean was_asking = self->is_asking;

  cancel (self);
  self->is_asking = TRUE;
  if (self->slow_id == 0 && !self->is_slow)
    self->slow_id = g_timeout_add (SLOW_MS, slow_cb, self);
  if (!was_asking)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask_now (MatchumFitPlan *self)
{
  MatchumMatch *match = matchum_workspace_get_match (self->workspace);
  MatchumPages *pages = matchum_proof_get_pages (self->proof);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GHashTable) priorities = NULL;
  MatchumFitQuestion question = { 0 };

  if (match == NULL || pages == NULL)
    {
      take_proposal (self, NULL); /* without pages there is no answer, and nobody is to wait for one */
      return;
    }
  if (self->n_running >= MOST_RUNNING)
    return;
  prune_kept (self);
  kept = list_kept_ids (self);
  priorities = matchum_workspace_list_priorities (self->workspace);
  question.match = match;
  question.application = matchum_workspace_get_application (self->workspace);
  question.kept = kept;
  question.n_pages = matchum_fit_plan_get_budget (self);
  question.allows_gaps = matchum_application_allows_gaps (question.application);
  question.priorities = priorities;
  question.style = matchum_proof_get_style (self->proof);
  question.pages = pages;
  self->cancellable = g_cancellable_new ();
  self->n_running++;
  matchum_fit_proposal_ask (&question, self->cancellable, found_cb, create_weak_ref (self));
}

static void
ask (MatchumFitPlan *self)
{
  g_clear_handle_id (&self->ask_id, g_source_remove);
  ask_now (self);
}

static gboolean
ask_cb (gpointer user_data)
{
  MatchumFitPlan *self = user_data;

  self->ask_id = 0;
  ask_now (self);
  return G_SOURCE_REMOVE;
}

static void
queue_ask (MatchumFitPlan *self)
{
  g_clear_handle_id (&self->ask_id, g_source_remove);
  self->ask_id = g_timeout_add (PAUSE_MS, ask_cb, self);
}

static void
changed_cb (MatchumFitPlan *self)
{
  g_assert (MATCHUM_IS_FIT_PLAN (self));

  if (self->is_active)
    note_asking (self);
}

/* How much items matter to the user changes nothing that is seen but this. */
static void
library_changed_cb (MatchumFitPlan *self, MatchumChanges *changes)
{
  g_assert (MATCHUM_IS_FIT_PLAN (self));

  if (!self->is_active || self->workspace == NULL || !matchum_changes_has_table (changes, "block_priorities"))
    return;
  note_asking (self);
  ask (self);
}

/* Another posting, or another baseline: nothing of what was kept is meant. */
static void
opened_cb (MatchumFitPlan *self)
{
  g_assert (MATCHUM_IS_FIT_PLAN (self));

  if (!self->is_active)
    return;
  g_ptr_array_set_size (self->kept, 0);
  g_clear_pointer (&self->proposal, matchum_fit_proposal_unref);
  matchum_workspace_set_proposal (self->workspace, NULL);
  self->is_asking = FALSE;
  note_asking (self);
}

/* The pages come after every change, and what is asked is about their lines. */
static void
pages_cb (MatchumFitPlan *self)
{
  g_assert (MATCHUM_IS_FIT_PLAN (self));

  if (!self->is_active)
    return;
  note_asking (self);
  queue_ask (self);
}

static void
matchum_fit_plan_dispose (GObject *object)
{
  MatchumFitPlan *self = MATCHUM_FIT_PLAN (object);

  cancel (self);
  self->is_active = self->is_asking = FALSE;
  g_clear_handle_id (&self->ask_id, g_source_remove);
  g_clear_handle_id (&self->slow_id, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->proof);

  G_OBJECT_CLASS (matchum_fit_plan_parent_class)->dispose (object);
}

static void
matchum_fit_plan_finalize (GObject *object)
{
  MatchumFitPlan *self = MATCHUM_FIT_PLAN (object);

  g_clear_pointer (&self->proposal, matchum_fit_proposal_unref);
  g_ptr_array_unref (self->kept);

  G_OBJECT_CLASS (matchum_fit_plan_parent_class)->finalize (object);
}

static void
matchum_fit_plan_class_init (MatchumFitPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = matchum_fit_plan_dispose;
  object_class->finalize = matchum_fit_plan_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SLOW] =
      g_signal_new ("slow", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
matchum_fit_plan_init (MatchumFitPlan *self)
{
  self->kept = g_ptr_array_new_with_free_func (free_kept);
}

MatchumFitPlan *
matchum_fit_plan_new (MatchumWorkspace *workspace, MatchumProof *proof)
{
  MatchumFitPlan *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (MATCHUM_IS_PROOF (proof), NULL);

  self = g_object_new (MATCHUM_TYPE_FIT_PLAN, NULL);
  self->workspace = g_object_ref (workspace);
  self->proof = g_object_ref (proof);
  g_signal_connect_object (workspace, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "rewritten", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (matchum_workspace_get_library (workspace), "changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (proof, "notify::pages", G_CALLBACK (pages_cb), self, G_CONNECT_SWAPPED);
  return self;
}

MatchumWorkspace *
matchum_fit_plan_get_workspace (MatchumFitPlan *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), NULL);

  return self->workspace;
}

gboolean
matchum_fit_plan_is_active (MatchumFitPlan *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), FALSE);

  return self->is_active;
}

void
matchum_fit_plan_set_active (MatchumFitPlan *self, gboolean is_active)
{
  g_return_if_fail (MATCHUM_IS_FIT_PLAN (self));

  if (is_active == self->is_active)
    return;
  self->is_active = is_active;
  if (is_active)
    {
      note_asking (self);
      matchum_proof_flush (self->proof);
      if (self->cancellable == NULL)
        ask (self);
      return;
    }
  cancel (self);
  g_clear_handle_id (&self->ask_id, g_source_remove);
  g_ptr_array_set_size (self->kept, 0);
  take_proposal (self, NULL);
}

MatchumFitProposal *
matchum_fit_plan_get_proposal (MatchumFitPlan *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), NULL);

  return self->proposal;
}

gboolean
matchum_fit_plan_is_current (MatchumFitPlan *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), FALSE);

  return self->proposal != NULL && !self->is_asking
         && matchum_fit_proposal_get_match (self->proposal) == matchum_workspace_get_match (self->workspace);
}

gboolean
matchum_fit_plan_is_slow (MatchumFitPlan *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), FALSE);

  return self->is_slow;
}

const char *
matchum_fit_plan_get_problem (MatchumFitPlan *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), NULL);

  return matchum_proof_get_problem (self->proof);
}

guint
matchum_fit_plan_get_budget (MatchumFitPlan *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), 1);

  return MAX (matchum_workspace_get_budget (self->workspace), 1);
}

void
matchum_fit_plan_set_budget (MatchumFitPlan *self, guint n_pages)
{
  g_return_if_fail (MATCHUM_IS_FIT_PLAN (self));
  g_return_if_fail (n_pages > 0);

  if (n_pages != matchum_fit_plan_get_budget (self))
    matchum_workspace_set_budget (self->workspace, n_pages);
}

GPtrArray *
matchum_fit_plan_get_kept (MatchumFitPlan *self)
{
  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), NULL);

  return self->kept;
}

static guint
find_kept (MatchumFitPlan *self, const char *id)
{
  guint found = 0;

  while (found < self->kept->len && !g_str_equal (((MatchumFitKept *) self->kept->pdata[found])->id, id))
    found++;
  return found;
}

/* A block of the proposal by its id, whatever the resume is by now. */
static const MatchumFitBlock *
find_hidden (MatchumFitPlan *self, const char *id)
{
  GPtrArray *hidden;
  MatchumResume *resume;

  if (self->proposal == NULL)
    return NULL;
  hidden = matchum_page_fit_get_hidden (matchum_fit_proposal_get_fit (self->proposal));
  resume = matchum_match_get_resume (matchum_fit_proposal_get_match (self->proposal));
  for (guint i = 0; i < hidden->len; i++)
    {
      const MatchumFitBlock *block = hidden->pdata[i];

      if (g_str_equal (matchum_resume_get_block (resume, block->block)->id, id))
        return block;
    }
  return NULL;
}

void
matchum_fit_plan_keep (MatchumFitPlan *self, const char *id)
{
  const MatchumFitBlock *block;
  MatchumFitKept *kept;

  g_return_if_fail (MATCHUM_IS_FIT_PLAN (self));
  g_return_if_fail (id != NULL);

  block = find_hidden (self, id);
  if (block == NULL || find_kept (self, id) < self->kept->len)
    return;
  kept = g_new0 (MatchumFitKept, 1);
  kept->id = g_strdup (id);
  kept->cost = block->cost;
  kept->n_lines = block->n_lines;
  g_ptr_array_add (self->kept, kept);
  self->is_asking = FALSE;
  note_asking (self);
  ask (self);
}

void
matchum_fit_plan_release (MatchumFitPlan *self, const char *id)
{
  guint found;

  g_return_if_fail (MATCHUM_IS_FIT_PLAN (self));
  g_return_if_fail (id != NULL);

  found = find_kept (self, id);
  if (found == self->kept->len)
    return;
  g_ptr_array_remove_index (self->kept, found);
  self->is_asking = FALSE;
  note_asking (self);
  ask (self);
}

guint
matchum_fit_plan_accept (MatchumFitPlan *self)
{
  g_autoptr (MatchumApplication) hidden = NULL;
  g_autoptr (MatchumApplication) accepted = NULL;
  MatchumPageFit *fit;
  guint n_hidden;

  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), 0);

  if (!matchum_fit_plan_is_current (self))
    return 0;
  fit = matchum_fit_proposal_get_fit (self->proposal);
  n_hidden = matchum_page_fit_get_hidden (fit)->len;
  if (n_hidden == 0 || !is_acceptable (self->proposal))
    return 0;
  hidden = matchum_fit_proposal_dup_accepted (self->proposal);
  accepted = matchum_application_with_budget (hidden, matchum_fit_plan_get_budget (self));
  g_ptr_array_set_size (self->kept, 0);
  matchum_workspace_choose (self->workspace, accepted, _ ("Fit to Pages"));
  return n_hidden;
}

/* The index of a block of the proposal's resume. */
static guint
find_block (MatchumFitPlan *self, const char *id)
{
  const MatchumBlock *block =
      matchum_resume_lookup (matchum_match_get_resume (matchum_fit_proposal_get_match (self->proposal)), id);

  return block != NULL ? block->index : MATCHUM_BLOCK_NONE;
}

guint
matchum_fit_plan_refill (MatchumFitPlan *self, const char *id)
{
  g_autoptr (MatchumApplication) filled = NULL;
  guint block = MATCHUM_BLOCK_NONE;
  GPtrArray *returnable;

  g_return_val_if_fail (MATCHUM_IS_FIT_PLAN (self), 0);

  if (!matchum_fit_plan_is_current (self))
    return 0;
  returnable = matchum_fit_proposal_get_returnable (self->proposal);
  if (id != NULL)
    block = find_block (self, id);
  if (returnable->len == 0 || (id != NULL && block == MATCHUM_BLOCK_NONE))
    return 0;
  filled = matchum_fit_proposal_dup_refilled (self->proposal, block);
  matchum_workspace_choose (self->workspace, filled, id != NULL ? _ ("Show Item") : _ ("Fill the Pages"));
  return id != NULL ? 1 : returnable->len;
}
