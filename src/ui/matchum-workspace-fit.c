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

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  application = matchum_workspace_get_application (self);
  if (application == NULL)
    return;
  edited = matchum_application_with_budget (application, n_pages);
  matchum_workspace_choose (self, edited, _ ("Set Number of Pages"));
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
  g_autoptr (GHashTable) priorities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), NULL);

  if (self->baseline == NULL || !matchum_workspace_has_library (self))
    return g_steal_pointer (&priorities);
  records = matchum_block_priority_table_list (matchum_library_get_database (self->library),
                                               matchum_workspace_baseline_get_id (self->baseline), &error);
  if (records == NULL)
    g_warning ("The priorities could not be read: %s", error->message);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const MatchumBlockPriorityRecord *record = records->pdata[i];

      g_hash_table_insert (priorities, g_strdup (record->block), GUINT_TO_POINTER ((guint) record->priority));
    }
  return g_steal_pointer (&priorities);
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
