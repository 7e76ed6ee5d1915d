/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 scrolls a list by action only, just so far that the row is in view. */
#include "config.h"

#include "ui/matchum-list-focus.h"

/* So many rows are to be seen beyond the one that is looked for. */
#define MARGIN_ROWS 2
/* A row nearer than this to the edge of the view, in pixels, is brought further in. */
#define EDGE_HEIGHT 40

typedef enum {
  PLACE_ABOVE,
  PLACE_IN_VIEW,
  PLACE_BELOW,
} Place;

/* Where the rows are, as far as the view has laid them out; for those it has not, as the place scrolled to tells. */
static Place
find_place (GtkListView *view, guint position, guint n_items, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double upper = gtk_adjustment_get_upper (adjustment);
  double middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  graphene_rect_t bounds;

  /* A row that was only just made has no place yet. */
  if (row != NULL && gtk_widget_get_mapped (row) && gtk_widget_get_height (row) > 0
      && gtk_widget_compute_bounds (row, GTK_WIDGET (view), &bounds))
    {
      if (bounds.origin.y < EDGE_HEIGHT)
        return PLACE_ABOVE;
      if (bounds.origin.y + bounds.size.height > (float) (gtk_widget_get_height (GTK_WIDGET (view)) - EDGE_HEIGHT))
        return PLACE_BELOW;
      return PLACE_IN_VIEW;
    }
  return upper > 0 && position < middle / upper * n_items ? PLACE_ABOVE : PLACE_BELOW;
}

/* The list scrolls once it is laid out again, and to the last row it was told of: one call has to do. */
void
matchum_list_reveal (GtkListView *view, guint position, GtkWidget *row)
{
  guint n_items, target = position;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view)));
  if (position >= n_items)
    return;

  switch (find_place (view, position, n_items, row))
    {
    case PLACE_ABOVE:
      target = position > MARGIN_ROWS ? position - MARGIN_ROWS : 0;
      break;
    case PLACE_BELOW:
      target = MIN (position + MARGIN_ROWS, n_items - 1);
      break;
    case PLACE_IN_VIEW:
    default:
      break; /* stays where it is, and everything else moves round it where rows grow or shrink */
    }
  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", target);
}

void
matchum_list_hold (GtkListView *view, guint position, GtkWidget *row)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  if (row != NULL && find_place (view, position, 1, row) == PLACE_IN_VIEW)
    gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", position);
}

void
matchum_list_focus (GtkListView *view, guint position, GtkWidget *row)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  matchum_list_focus_row (row);
  /* The list has brought the row just into view, which is not enough. */
  matchum_list_reveal (view, position, row);
}

void
matchum_list_focus_row (GtkWidget *row)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (row));

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

/* The list of GTK before 4.12 helps such rows itself. */
void
matchum_list_bind_row (GtkWidgetClass *row_class)
{
  GtkWidgetClass *plain = g_type_class_peek (GTK_TYPE_WIDGET);

  g_return_if_fail (GTK_IS_WIDGET_CLASS (row_class));

  row_class->focus = plain->focus;
}
