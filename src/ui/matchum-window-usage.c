/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of uses beside the window: opened, and followed to what is chosen in it. */
#include "config.h"

#include "ui/matchum-usage-window.h"
#include "ui/matchum-window-private.h"

/* Of the table, which is as large as the window where that is between them. */
#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MOST_WIDTH 1120
#define MOST_HEIGHT 760

static void
show_posting (MatchumWindow *self, const char *id)
{
  MatchumWorkspaceBaseline *baseline = matchum_workspace_get_baseline (self->workspace);
  MatchumWorkspacePosting *posting = matchum_workspace_find_posting (self->workspace, id);

  /* What it is held against in the library stays as it is. */
  if (posting != NULL && baseline != NULL && posting != matchum_workspace_get_current (self->workspace))
    matchum_workspace_show (self->workspace, baseline, posting);
}

static void
show_block (MatchumWindow *self, const char *id)
{
  MatchumResume *resume = matchum_workspace_get_resume (self->workspace);
  const MatchumBlock *block = resume != NULL ? matchum_resume_lookup (resume, id) : NULL;

  if (block == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->view_stack, "tailor");
  matchum_window_show_pane (self, FALSE);
  matchum_workspace_set_selected_block (self->workspace, block->index);
  matchum_resume_pane_focus_block (self->resume_pane, block->index);
}

static void
opened_cb (MatchumWindow *self, const char *posting, const char *block)
{
  g_assert (MATCHUM_IS_WINDOW (self));

  if (posting != NULL)
    show_posting (self, posting);
  if (block != NULL)
    show_block (self, block);
  gtk_window_present (GTK_WINDOW (self));
}

static void
create_usage (MatchumWindow *self)
{
  GtkWindow *window = GTK_WINDOW (matchum_usage_window_new (self->workspace));

  gtk_window_set_default_size (window, CLAMP (gtk_widget_get_width (GTK_WIDGET (self)), LEAST_WIDTH, MOST_WIDTH),
                               CLAMP (gtk_widget_get_height (GTK_WIDGET (self)), LEAST_HEIGHT, MOST_HEIGHT));
  /* Not over the window: both are looked at, each from the other. */
  gtk_window_set_application (window, gtk_window_get_application (GTK_WINDOW (self)));
  g_signal_connect_object (window, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->usage_window, window);
}

void
matchum_window_show_usage (MatchumWindow *self, const char *block)
{
  if (self->usage_window == NULL)
    create_usage (self);
  if (block != NULL)
    matchum_usage_window_show_block (MATCHUM_USAGE_WINDOW (self->usage_window), block);
  gtk_window_present (self->usage_window);
}

void
matchum_window_close_usage (MatchumWindow *self)
{
  GtkWindow *window = self->usage_window;

  g_clear_weak_pointer (&self->usage_window);
  if (window != NULL)
    gtk_window_destroy (window);
}
