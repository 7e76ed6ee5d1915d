/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus over rows: what presses open them, that they close for good when the row goes, and give the focus back to it.
 */
#include "config.h"

#include "ui/matchum-row-menu.h"

static gboolean
drop_popover_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The row of the list, which is lit while the menu is open. */
static void
light (GtkWidget *row, gboolean is_lit)
{
  GtkWidget *frame = gtk_widget_get_parent (row);

  if (frame == NULL)
    return;
  if (is_lit)
    gtk_widget_add_css_class (frame, "has-open-popup");
  else
    gtk_widget_remove_css_class (frame, "has-open-popup");
}

/* The focus goes back to the row. A menu closes before its item is activated, which needs the row above it. */
static void
closed_cb (GtkWidget *popover, gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_parent (popover);

  if (row == NULL)
    return;
  light (row, FALSE);
  gtk_widget_grab_focus (row);
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_popover_cb, g_object_ref (popover), g_object_unref);
}

typedef struct {
  MatchumRowMenuFunc open;
  gpointer owner;
} Opener;

static void
secondary_pressed_cb (GtkGesture *gesture, int n_press, double x, double y, gpointer user_data)
{
  const Opener *opener = user_data;

  opener->open (opener->owner, x, y, gesture);
}

static void
long_pressed_cb (GtkGesture *gesture, double x, double y, gpointer user_data)
{
  const Opener *opener = user_data;

  opener->open (opener->owner, x, y, gesture);
}

void
matchum_row_menu_watch (GtkWidget *list, MatchumRowMenuFunc open, gpointer owner)
{
  GtkGesture *secondary, *press;
  Opener *opener;

  g_return_if_fail (GTK_IS_WIDGET (list));
  g_return_if_fail (open != NULL);

  opener = g_new (Opener, 1);
  *opener = (Opener){ open, owner };
  g_object_set_data_full (G_OBJECT (list), "matchum-row-menu", opener, g_free);

  secondary = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), opener);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (secondary));

  press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), opener);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (press));
}

void
matchum_row_menu_present (GtkWidget *row, GtkWidget *popover)
{
  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (GTK_IS_POPOVER (popover));

  gtk_widget_set_parent (popover, row);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  light (row, TRUE);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
matchum_row_menu_popup (GtkWidget *row, GMenuModel *model, double x, double y)
{
  GtkWidget *popover;

  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (G_IS_MENU_MODEL (model));

  matchum_row_menu_drop (row);
  popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  matchum_row_menu_present (row, popover);
}

void
matchum_row_menu_drop (GtkWidget *row)
{
  GtkWidget *next;

  g_return_if_fail (GTK_IS_WIDGET (row));

  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (!GTK_IS_POPOVER (child))
        continue;
      g_signal_handlers_disconnect_by_func (child, closed_cb, NULL);
      gtk_widget_unparent (child);
      light (row, FALSE);
    }
}
