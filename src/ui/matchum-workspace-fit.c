/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many pages an application may fill, and what is proposed to go for that. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/matchum-block-priority-table.h"
#include "ui/matchum-workspace-private.h"

guint
matchum_workspace_get_budget (MatchumWorkspace *self)
{
  MatchumApplication *application;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), 0);

  application = matchum_workspace_get_application (self);
  return application != NULL ? matchum_application_get_budget (application) : 0;
}

void
matchum_workspace_set_budget (MatchumWorkspace *self, guint n_pages)
{
  MatchumApplication *application;
  g_autoptr (MatchumApplication) edited = NULL;
  g_autofree char *merge_key = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  application = matchum_workspace_get_application (self);
  if (application == NULL)
    return;
  edited = matchum_application_with_budget (application, n_pages);
  /* The numbers on the way to the one that was meant are undone with it. */
  merge_key = matchum_workspace_dup_merge_key (self, "pages");
  matchum_workspace_choose_merged (self, edited, _ ("Set Number of Pages"), merge_key);
}

void
matchum_workspace_set_allows_gaps (MatchumWorkspace *self, gboolean allows_gaps)
{
  MatchumApplication *application;
  g_autoptr (MatchumApplication) edited = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  application = matchum_workspace_get_application (self);
  if (application == NULL)
    return;
  edited = matchum_application_with_allows_gaps (application, allows_gaps);
  matchum_workspace_choose (self, edited, allows_gaps ? _ ("Let Employment Gaps Open") : _ ("Keep Jobs Without Gaps"));
}

GHashTable *
matchum_workspace_list_priorities (MatchumWorkspace *self)
{
  GHashTable *priorities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), priorities);

  for (guint i = 0; self->baseline != NULL && i < self->priorities->len; i++)
    {
      const MatchumBlockPriorityRecord *record = self->priorities->pdata[i];

      if (g_str_equal (record->baseline, matchum_workspace_baseline_get_id (self->baseline)))
        g_hash_table_insert (priorities, g_strdup (record->block), GUINT_TO_POINTER ((guint) record->priority));
    }
  return priorities;
}

MatchumFitProposal *
matchum_workspace_get_proposal (MatchumWorkspace *self)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  /* Of a resume that is another by now, its blocks are others. */
  if (self->proposal != NULL && matchum_fit_proposal_get_match (self->proposal) != matchum_workspace_get_match (self))
    return NULL;
  return self->proposal;
}

void
matchum_workspace_set_proposal (MatchumWorkspace *self, MatchumFitProposal *proposal)
{
  g_autoptr (MatchumFitProposal) before = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  if (proposal == self->proposal)
    return;
  before = g_steal_pointer (&self->proposal);
  self->proposal = proposal != NULL ? matchum_fit_proposal_ref (proposal) : NULL;
  g_signal_emit (self, matchum_workspace_get_signal (MATCHUM_WORKSPACE_PROPOSED), 0);
}
