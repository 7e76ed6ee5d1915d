/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks the frames that a list puts around its rows. */
#include "config.h"

#include "ui/matchum-drop-line.h"

static const char *const line_classes[] = { "drop-above", "drop-below" };

GtkWidget *
matchum_drop_line_find_row (GtkListView *list, GType type, double x, double y)
{
  GtkWidget *picked;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), NULL);

  picked = gtk_widget_pick (GTK_WIDGET (list), x, y, GTK_PICK_DEFAULT);
  /* The margin of a row is not the row's child but around it. */
  for (GtkWidget *row = picked; row != NULL && row != GTK_WIDGET (list); row = gtk_widget_get_parent (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (G_TYPE_CHECK_INSTANCE_TYPE (row, type))
        return row;
      if (child != NULL && G_TYPE_CHECK_INSTANCE_TYPE (child, type))
        return child;
    }
  return NULL;
}

void
matchum_drop_line_show (GtkListView *list, GtkWidget *row, gboolean is_below)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));
  g_return_if_fail (row == NULL || GTK_IS_WIDGET (row));

  matchum_drop_line_clear (list);
  if (row != NULL)
    gtk_widget_add_css_class (gtk_widget_get_parent (row), line_classes[is_below ? 1 : 0]);
}

void
matchum_drop_line_clear (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  for (GtkWidget *frame = gtk_widget_get_first_child (GTK_WIDGET (list)); frame != NULL;
       frame = gtk_widget_get_next_sibling (frame))
    for (gsize i = 0; i < G_N_ELEMENTS (line_classes); i++)
      gtk_widget_remove_css_class (frame, line_classes[i]);
}
