/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks that are moved among their like, by keys, by the menu and with the mouse. The row that was moved keeps the
 * focus, and those who hear the window are told where it stands now. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/compat.h"
#include "ui/matchum-block-drag.h"
#include "ui/matchum-resume-pane-private.h"

static const char *
get_id (MatchumResumePane *self, guint index)
{
  MatchumResume *resume = self->workspace != NULL ? matchum_workspace_get_resume (self->workspace) : NULL;

  return resume != NULL && index < matchum_resume_get_n_blocks (resume) ? matchum_resume_get_block (resume, index)->id
                                                                        : NULL;
}

static void
announce (MatchumResumePane *self, GtkWidget *row)
{
  g_autofree char *text = NULL;
  guint place, n_places;

  if (!matchum_workspace_find_block_place (self->workspace, self->moved, &place, &n_places))
    return;
  if (self->moved_down)
    /* Translators: spoken: where an item stands among its like after it was moved, and how many these are. */
    text = g_strdup_printf (_ ("Moved down: %u of %u"), place + 1, n_places);
  else
    /* Translators: spoken: where an item stands among its like after it was moved, and how many these are. */
    text = g_strdup_printf (_ ("Moved up: %u of %u"), place + 1, n_places);
  matchum_compat_announce (row, text);
}

void
matchum_resume_pane_follow_move (MatchumResumePane *self)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  const MatchumBlock *block =
      resume != NULL && self->moved != NULL ? matchum_resume_lookup (resume, self->moved) : NULL;
  guint place, n_places;
  GtkWidget *row;

  /* What is written is shown later, and something else may be before. */
  if (block == NULL || !matchum_workspace_find_block_place (self->workspace, block->id, &place, &n_places)
      || place != self->moved_to)
    return;
  matchum_resume_pane_focus_block (self, block->index);
  row = matchum_resume_pane_get_row (self, block->index);
  if (row != NULL)
    announce (self, row);
  g_clear_pointer (&self->moved, g_free);
}

gboolean
matchum_resume_pane_move (MatchumResumePane *self, const char *block, gint delta)
{
  g_autofree char *id = g_strdup (block);
  guint place, n_places;

  matchum_resume_pane_end_editing (self);
  if (delta == 0 || !matchum_workspace_can_move_block (self->workspace, id, delta)
      || !matchum_workspace_find_block_place (self->workspace, id, &place, &n_places))
    return FALSE;
  g_free (self->moved);
  self->moved = g_strdup (id);
  self->moved_to = (guint) ((gint) place + delta);
  self->moved_down = delta > 0;
  if (matchum_workspace_move_block (self->workspace, id, delta))
    return TRUE;
  g_clear_pointer (&self->moved, g_free);
  return FALSE;
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);
  const char *id;
  guint index;
  gint delta;

  g_variant_get (parameter, "(ui)", &index, &delta);
  id = get_id (self, index);
  if (id == NULL || !matchum_resume_pane_move (self, id, delta))
    gtk_widget_error_bell (widget);
}

static void
reset_order_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MatchumResumePane *self = MATCHUM_RESUME_PANE (widget);

  if (self->workspace == NULL || !matchum_workspace_has_own_order (self->workspace))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  matchum_resume_pane_end_editing (self);
  matchum_workspace_reset_order (self->workspace);
  g_signal_emit (self, matchum_resume_pane_get_signal (MATCHUM_RESUME_PANE_TOLD), 0, _ ("The resume’s order again"));
}

static gboolean
dropped_cb (gpointer pane, const char *block, gint delta)
{
  return matchum_resume_pane_move (pane, block, delta);
}

void
matchum_resume_pane_install_order (GtkWidgetClass *pane_class)
{
  gtk_widget_class_install_action (pane_class, "resume.move", "(ui)", move_cb);
  gtk_widget_class_install_action (pane_class, "resume.reset-order", NULL, reset_order_cb);
}

void
matchum_resume_pane_add_drag (MatchumResumePane *self)
{
  matchum_block_drag_connect (self->view, dropped_cb, self);
}
