/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page in the posting's place that tells what has to go for a number of pages: when it is there, and what follows
 * from what is done in it. */
#include "config.h"

#include "ui/matchum-window-private.h"

gboolean
matchum_window_is_fit_shown (MatchumWindow *self)
{
  return self->fit_plan != NULL && matchum_fit_plan_is_active (self->fit_plan);
}

const char *
matchum_window_get_posting_page (MatchumWindow *self)
{
  if (matchum_workspace_get_current (self->workspace) == NULL)
    return "empty";
  return matchum_window_is_fit_shown (self) ? "fit" : "pane";
}

static gboolean
has_focus (MatchumWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->fit_pane));
}

static void
hide_fit (MatchumWindow *self)
{
  gboolean had_focus = has_focus (self);

  matchum_fit_plan_set_active (self->fit_plan, FALSE);
  gtk_stack_set_visible_child_name (self->posting_stack, matchum_window_get_posting_page (self));
  matchum_window_show_pane (self, self->showed_posting);
  matchum_window_update_layout (self);
  if (had_focus)
    matchum_window_focus_view (self);
}

void
matchum_window_show_fit (MatchumWindow *self, gboolean is_shown)
{
  if (!is_shown)
    {
      if (matchum_window_is_fit_shown (self))
        hide_fit (self);
      return;
    }
  if (matchum_workspace_get_current (self->workspace) == NULL || matchum_workspace_get_resume (self->workspace) == NULL)
    return;
  /* The user was quicker than the first focus of the window. */
  if (self->focus_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_id);
  self->focus_id = 0;
  if (!matchum_window_is_fit_shown (self))
    self->showed_posting = self->shows_posting;
  adw_view_stack_set_visible_child_name (self->view_stack, "tailor");
  matchum_fit_plan_set_active (self->fit_plan, TRUE);
  gtk_stack_set_visible_child_name (self->posting_stack, "fit");
  matchum_window_show_pane (self, TRUE);
  matchum_window_update_layout (self);
  matchum_fit_pane_focus (self->fit_pane);
}

void
matchum_window_update_fit (MatchumWindow *self)
{
  if (matchum_window_is_fit_shown (self)
      && (matchum_workspace_get_current (self->workspace) == NULL
          || matchum_workspace_get_resume (self->workspace) == NULL))
    matchum_fit_plan_set_active (self->fit_plan, FALSE);
  gtk_stack_set_visible_child_name (self->posting_stack, matchum_window_get_posting_page (self));
}

static void
block_selected_cb (MatchumWindow *self, guint block)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_resume_pane_reveal_block (self->resume_pane, block);
}

static void
block_activated_cb (MatchumWindow *self, guint block)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_show_pane (self, FALSE);
  matchum_resume_pane_focus_block (self->resume_pane, block);
}

static void
told_cb (MatchumWindow *self, const char *text)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_tell_when_saved (self, text);
}

static void
closed_cb (MatchumWindow *self)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  matchum_window_show_fit (self, FALSE);
}

void
matchum_window_connect_fit (MatchumWindow *self)
{
  self->fit_plan = matchum_fit_plan_new (self->workspace, self->proof);
  matchum_fit_pane_set_plan (self->fit_pane, self->fit_plan);
  g_signal_connect_object (self->fit_pane, "block-selected", G_CALLBACK (block_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fit_pane, "block-activated", G_CALLBACK (block_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fit_pane, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fit_pane, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}
