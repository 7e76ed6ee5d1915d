/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections, entries and items in another order: in an order of its own for the posting that is open, else in the resume
 * itself. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "resume/matchum-block-order.h"
#include "ui/matchum-workspace-private.h"

static MatchumResume *
get_baseline_resume (MatchumWorkspace *self)
{
  return self->baseline != NULL ? matchum_workspace_baseline_get_resume (self->baseline) : NULL;
}

/* The order that the posting has so far; NULL for the one of the resume. */
static GPtrArray *
get_order (MatchumWorkspace *self)
{
  MatchumApplication *application = matchum_workspace_get_application (self);

  return application != NULL ? matchum_application_get_order (application) : NULL;
}

gboolean
matchum_workspace_can_move_block (MatchumWorkspace *self, const char *block, gint delta)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (block != NULL, FALSE);

  resume = get_baseline_resume (self);
  return resume != NULL && matchum_library_get_read_only_reason (self->library) == NULL
         && matchum_block_order_can_move (resume, get_order (self), block, delta);
}

gboolean
matchum_workspace_find_block_delta (MatchumWorkspace *self, const char *block, const char *target, gint *delta)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (block != NULL && target != NULL, FALSE);
  g_return_val_if_fail (delta != NULL, FALSE);

  resume = get_baseline_resume (self);
  return resume != NULL && matchum_block_order_find_delta (resume, get_order (self), block, target, delta);
}

gboolean
matchum_workspace_find_block_place (MatchumWorkspace *self, const char *block, guint *place, guint *n_places)
{
  MatchumResume *resume;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (block != NULL, FALSE);
  g_return_val_if_fail (place != NULL && n_places != NULL, FALSE);

  resume = get_baseline_resume (self);
  return resume != NULL && matchum_block_order_find_place (resume, get_order (self), block, place, n_places);
}

static gboolean
move_for_posting (MatchumWorkspace *self, const char *block, gint delta)
{
  g_autoptr (GPtrArray) order = matchum_block_order_move (get_baseline_resume (self), get_order (self), block, delta);
  g_autoptr (MatchumApplication) edited = NULL;

  if (order == NULL)
    return FALSE;
  edited = matchum_application_with_order (matchum_workspace_get_application (self), order);
  return matchum_workspace_choose (self, edited, _ ("Move Item"));
}

/* Whether the resume itself can be written so is found out where it is written, but what is known is told at once. */
static gboolean
move_in_resume (MatchumWorkspace *self, const char *block, gint delta)
{
  g_autoptr (GPtrArray) order = matchum_block_order_move (get_baseline_resume (self), NULL, block, delta);

  if (order == NULL)
    return FALSE;
  matchum_workspace_move_in (self, self->baseline, block, delta);
  return TRUE;
}

gboolean
matchum_workspace_move_block (MatchumWorkspace *self, const char *block, gint delta)
{
  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (block != NULL, FALSE);

  if (!matchum_workspace_can_move_block (self, block, delta))
    return FALSE;
  return self->current != NULL ? move_for_posting (self, block, delta) : move_in_resume (self, block, delta);
}

gboolean
matchum_workspace_has_own_order (MatchumWorkspace *self)
{
  GPtrArray *order;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (self), FALSE);

  order = get_order (self);
  return order != NULL && order->len > 0;
}

void
matchum_workspace_reset_order (MatchumWorkspace *self)
{
  g_autoptr (MatchumApplication) edited = NULL;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (self));

  if (!matchum_workspace_has_own_order (self))
    return;
  edited = matchum_application_with_order (matchum_workspace_get_application (self), NULL);
  matchum_workspace_choose (self, edited, _ ("Back to the Resume’s Order"));
}
