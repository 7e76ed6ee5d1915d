/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 scrolls a list by action only, just so far that the row is in view. */
#include "config.h"

#include "ui/matchum-list-focus.h"

/* So many rows are to be seen before and after the one that is looked for. */
#define MARGIN_ROWS 2

static void
scroll_to (GtkListView *view, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", position);
}

void
matchum_list_reveal (GtkListView *view, guint position)
{
  guint n_items;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view)));
  if (position >= n_items)
    return;

  scroll_to (view, MIN (position + MARGIN_ROWS, n_items - 1));
  scroll_to (view, position > MARGIN_ROWS ? position - MARGIN_ROWS : 0);
  scroll_to (view, position);
}

void
matchum_list_focus (GtkListView *view, GtkWidget *row)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));
  g_return_if_fail (row == NULL || gtk_widget_is_ancestor (row, GTK_WIDGET (view)));

  if (row == NULL)
    return;

  gtk_widget_grab_focus (row);
  root = gtk_widget_get_root (row);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

gboolean
matchum_list_has_focus (GtkListView *view)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), FALSE);

  return gtk_widget_get_focus_child (GTK_WIDGET (view)) != NULL
         && (gtk_widget_get_state_flags (GTK_WIDGET (view)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}
