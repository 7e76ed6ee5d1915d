/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the postings, follows and sets the current one, and judges those that have not been, one at a time. */
#include "config.h"

#include "ui/matchum-sidebar.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-sidebar-row.h"

struct _MatchumSidebar {
  GtkWidget parent_instance;

  AdwHeaderBar *header;
  GtkMenuButton *menu_button;
  GtkListBox *list;
  GtkListBox *bottom_list;
  GtkListBoxRow *baseline_row;
  GMenuModel *row_menu;
  GtkWidget *popover;

  MatchumWorkspace *workspace;
  gboolean is_following; /* the selection is being set from the workspace */
  guint judge_id;
};

enum { PROP_0, PROP_WORKSPACE, N_PROPS };

enum { CHOSEN, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumSidebar, matchum_sidebar, GTK_TYPE_WIDGET)

static MatchumSidebarRow *
find_row (MatchumSidebar *self, MatchumWorkspacePosting *posting)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (matchum_sidebar_row_get_posting (MATCHUM_SIDEBAR_ROW (row)) == posting)
      return MATCHUM_SIDEBAR_ROW (row);
  return NULL;
}

static gboolean
judge_cb (gpointer user_data)
{
  MatchumSidebar *self = user_data;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (matchum_sidebar_row_judge (MATCHUM_SIDEBAR_ROW (row)))
      return G_SOURCE_CONTINUE;
  self->judge_id = 0;
  return G_SOURCE_REMOVE;
}

/* After everything that is drawn: the figures of other postings are not urgent. */
static void
queue_judge (MatchumSidebar *self)
{
  if (self->judge_id == 0)
    self->judge_id = g_idle_add_full (G_PRIORITY_LOW, judge_cb, self, NULL);
}

static void
follow_current (MatchumSidebar *self)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);
  MatchumSidebarRow *row = current != NULL ? find_row (self, current) : NULL;
  gboolean has_resume = matchum_workspace_get_resume (self->workspace) != NULL;

  self->is_following = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->baseline_row), has_resume);
  gtk_list_box_select_row (self->list, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  gtk_list_box_select_row (self->bottom_list, current == NULL && has_resume ? self->baseline_row : NULL);
  self->is_following = FALSE;
}

static void
opened_cb (MatchumSidebar *self)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  follow_current (self);
  queue_judge (self);
}

static void
postings_changed_cb (MatchumSidebar *self)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  follow_current (self);
  queue_judge (self);
}

static void
row_selected_cb (MatchumSidebar *self, GtkListBoxRow *row, GtkListBox *list)
{
  if (self->is_following || row == NULL || self->workspace == NULL)
    return;

  if (list == self->bottom_list)
    matchum_workspace_set_current (self->workspace, NULL);
  else
    matchum_workspace_set_current (self->workspace, matchum_sidebar_row_get_posting (MATCHUM_SIDEBAR_ROW (row)));
}

static void
row_activated_cb (MatchumSidebar *self, GtkListBoxRow *row, GtkListBox *list)
{
  row_selected_cb (self, row, list);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* From the end of one list to the start of the other. */
static gboolean
keynav_failed_cb (MatchumSidebar *self, GtkDirectionType direction, GtkListBox *list)
{
  if (direction == GTK_DIR_DOWN && list == self->list && gtk_widget_is_sensitive (GTK_WIDGET (self->baseline_row)))
    return gtk_widget_child_focus (GTK_WIDGET (self->bottom_list), GTK_DIR_TAB_FORWARD);
  if (direction == GTK_DIR_UP && list == self->bottom_list)
    {
      GtkListBoxRow *last = NULL, *row;

      for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
        last = row;
      if (last != NULL)
        {
          gtk_list_box_select_row (self->list, last);
          return gtk_widget_grab_focus (GTK_WIDGET (last));
        }
    }
  return FALSE;
}

static void
popup_row_menu (MatchumSidebar *self, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  GdkRectangle place = { 0, 0, 1, 1 };

  if (gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (self), &point, &point))
    {
      place.x = (int) point.x;
      place.y = (int) point.y;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
secondary_pressed_cb (MatchumSidebar *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  popup_row_menu (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return matchum_sidebar_row_new (item);
}

static void
matchum_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumSidebar *self = MATCHUM_SIDEBAR (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumSidebar *self = MATCHUM_SIDEBAR (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      matchum_sidebar_set_workspace (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_sidebar_dispose (GObject *object)
{
  MatchumSidebar *self = MATCHUM_SIDEBAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->judge_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (matchum_sidebar_parent_class)->dispose (object);
}

static void
matchum_sidebar_class_init (MatchumSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = matchum_sidebar_get_property;
  object_class->set_property = matchum_sidebar_set_property;
  object_class->dispose = matchum_sidebar_dispose;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, MATCHUM_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, bottom_list);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, baseline_row);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, row_menu);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
connect_list (MatchumSidebar *self, GtkListBox *list)
{
  g_signal_connect_object (list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);
}

static void
matchum_sidebar_init (MatchumSidebar *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  connect_list (self, self->list);
  connect_list (self, self->bottom_list);

  self->popover = gtk_popover_menu_new_from_model (self->row_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (secondary));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_named_action_new ("win.remove-posting")));
  gtk_widget_add_controller (GTK_WIDGET (self->list), shortcuts);
}

void
matchum_sidebar_set_workspace (MatchumSidebar *self, MatchumWorkspace *workspace)
{
  g_return_if_fail (MATCHUM_IS_SIDEBAR (self));
  g_return_if_fail (workspace == NULL || MATCHUM_IS_WORKSPACE (workspace));

  if (workspace == self->workspace)
    return;

  if (self->workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->workspace, self);
      g_signal_handlers_disconnect_by_data (matchum_workspace_get_postings (self->workspace), self);
    }
  g_set_object (&self->workspace, workspace);
  gtk_list_box_bind_model (self->list, workspace != NULL ? matchum_workspace_get_postings (workspace) : NULL,
                           create_row, NULL, NULL);
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (matchum_workspace_get_postings (workspace), "items-changed",
                               G_CALLBACK (postings_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      opened_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

void
matchum_sidebar_set_shows_window_buttons (MatchumSidebar *self, gboolean is_alone)
{
  g_return_if_fail (MATCHUM_IS_SIDEBAR (self));

  adw_header_bar_set_show_end_title_buttons (self->header, is_alone);
}

gboolean
matchum_sidebar_focus (MatchumSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (MATCHUM_IS_SIDEBAR (self), FALSE);

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    row = gtk_list_box_get_selected_row (self->bottom_list);
  if (row != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
matchum_sidebar_open_menu (MatchumSidebar *self)
{
  g_return_if_fail (MATCHUM_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->menu_button);
}
