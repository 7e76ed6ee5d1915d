/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strews the work of many rows over some frames. */
#include "config.h"

#include "ui/matchum-later.h"

#define STEP_MS 12
#define N_STEPS 12

gboolean
matchum_later_can_wait (GtkWidget *row)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (row), FALSE);

  root = gtk_widget_get_root (row);
  return !gtk_widget_get_mapped (row) && root != NULL && gtk_widget_get_mapped (GTK_WIDGET (root));
}

guint
matchum_later_add (GtkWidget *row, GSourceFunc update)
{
  static guint n_added;

  g_return_val_if_fail (GTK_IS_WIDGET (row), 0);

  return g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, STEP_MS * (1 + n_added++ % N_STEPS), update, row, NULL);
}

guint
matchum_later_hurry (GtkWidget *row, GSourceFunc update)
{
  g_return_val_if_fail (GTK_IS_WIDGET (row), 0);

  return g_idle_add_full (G_PRIORITY_HIGH_IDLE, update, row, NULL);
}
