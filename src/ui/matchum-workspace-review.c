/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person should look at after a text was edited. */
#include "config.h"

#include "ui/matchum-workspace-private.h"

void
matchum_workspace_tell_review (MatchumWorkspace *self, const char *baseline, MatchumIdentityReport *report)
{
}

GListModel *
matchum_workspace_list_lost (MatchumWorkspace *self)
{
  return G_LIST_MODEL (g_list_store_new (G_TYPE_OBJECT));
}

GListModel *
matchum_workspace_recheck_review (MatchumWorkspace *self, GListModel *items)
{
  return g_object_ref (items);
}
