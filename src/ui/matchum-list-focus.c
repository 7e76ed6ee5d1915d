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

/* Keys ---------------------------------------------------------------------------------------------------------------
 */

static guint
find_item (GtkListView *view, gpointer item)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  guint n_items = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) found = g_list_model_get_item (model, i);

      if (found == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Maps the child of view that holds row, so that a key that is on its way reaches it. */
static void
wake (GtkListView *view, GtkWidget *row)
{
  GtkWidget *child = row;

  while (gtk_widget_get_parent (child) != GTK_WIDGET (view))
    child = gtk_widget_get_parent (child);
  gtk_widget_set_child_visible (child, TRUE);
}

typedef struct {
  MatchumListGetItem get_item;
  const char *still;
} Keys;

static void
free_keys (gpointer data, GClosure *closure)
{
  g_free (data);
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) || keyval == GDK_KEY_ISO_Level3_Shift
         || keyval == GDK_KEY_Num_Lock;
}

static gboolean
is_still (const Keys *keys, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (gdk_keyval_to_upper (keyval));

  return letter != 0 && g_utf8_strchr (keys->still, -1, letter) != NULL;
}

static gboolean
key_pressed_cb (GtkEventController *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  GtkWidget *view = gtk_event_controller_get_widget (controller);
  const Keys *keys = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  GtkWidget *row = focus;
  gpointer item = NULL;

  if (focus == NULL || gtk_widget_get_mapped (focus) || is_modifier (keyval) || !gtk_widget_is_ancestor (focus, view))
    return FALSE;
  for (; row != view && item == NULL; row = item == NULL ? gtk_widget_get_parent (row) : row)
    item = keys->get_item (row);
  /* What is done by such keys to all of the window, as to undo, need not move it. */
  if (item == NULL || (row == focus && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0))
    return FALSE;
  if (row != focus || !is_still (keys, keyval))
    matchum_list_reveal (GTK_LIST_VIEW (view), find_item (GTK_LIST_VIEW (view), item), NULL);
  wake (GTK_LIST_VIEW (view), row);
  return FALSE;
}

void
matchum_list_keep_keys (GtkListView *view, MatchumListGetItem get_item, const char *still)
{
  GtkEventController *controller;
  Keys *keys;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));
  g_return_if_fail (get_item != NULL);
  g_return_if_fail (still != NULL);

  controller = gtk_event_controller_key_new ();
  keys = g_new0 (Keys, 1);
  keys->get_item = get_item;
  keys->still = still;
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (key_pressed_cb), keys, free_keys, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), controller);
}
