/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the library, follows and sets what is open, and has the figures of the postings in view judged, one at a time.
 */
#include "config.h"

#include "ui/matchum-sidebar.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-baseline-row.h"
#include "ui/matchum-list-focus.h"
#include "ui/matchum-posting-filter.h"
#include "ui/matchum-sidebar-actions.h"
#include "ui/matchum-sidebar-drag.h"
#include "ui/matchum-sidebar-row.h"

/* So many frames it takes until all rows have their heights. */
#define REVEAL_FRAMES 3

struct _MatchumSidebar {
  GtkWidget parent_instance;

  AdwHeaderBar *header;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *empty_label;
  GtkListView *list;
  GtkListBox *bottom_list;

  MatchumWorkspace *workspace;
  MatchumPostingFilter *filter;
  GtkSingleSelection *selection; /* of the postings that are listed */
  GHashTable *rows;              /* the rows that are there: MatchumWorkspacePosting to MatchumSidebarRow */
  gboolean shows_archived;
  gboolean is_following; /* the selection is being set from the workspace */
  guint judge_id;
  guint reveal_id;
  guint n_frames; /* left to bring the selected row into view */
};

enum { PROP_0, PROP_WORKSPACE, PROP_SHOWS_ARCHIVED, N_PROPS };

enum { CHOSEN, TOLD, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MatchumSidebar, matchum_sidebar, GTK_TYPE_WIDGET)

/* Rows of postings */

static GtkWidget *
find_row (MatchumSidebar *self, MatchumWorkspacePosting *posting)
{
  return posting != NULL ? g_hash_table_lookup (self->rows, posting) : NULL;
}

/* Where posting is listed, or GTK_INVALID_LIST_POSITION. */
static guint
find_position (MatchumSidebar *self, MatchumWorkspacePosting *posting)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n_items = posting != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item == (gpointer) posting)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Borrowed: the list of the workspace holds it. */
static MatchumWorkspacePosting *
get_listed (MatchumSidebar *self, guint position)
{
  g_autoptr (MatchumWorkspacePosting) posting = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return posting;
}

/* Figures */

static gboolean
is_in_view (MatchumSidebar *self, GtkWidget *row, float *y)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (row) || gtk_widget_get_height (row) == 0
      || !gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    return FALSE;
  *y = bounds.origin.y;
  return bounds.origin.y + bounds.size.height > 0
         && bounds.origin.y < (float) gtk_widget_get_height (GTK_WIDGET (self->list));
}

/* The topmost row in view whose figure is not known. */
static MatchumSidebarRow *
find_unjudged (MatchumSidebar *self)
{
  MatchumSidebarRow *found = NULL;
  float y, found_y = 0;
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (matchum_sidebar_row_needs_figure (row) && is_in_view (self, row, &y) && (found == NULL || y < found_y))
      {
        found = row;
        found_y = y;
      }
  return found;
}

static gboolean
judge_cb (gpointer user_data)
{
  MatchumSidebar *self = user_data;
  g_autoptr (MatchumSidebarRow) row = find_unjudged (self);

  if (row == NULL)
    {
      self->judge_id = 0;
      return G_SOURCE_REMOVE;
    }
  g_object_ref (row);
  matchum_workspace_judge (self->workspace, matchum_sidebar_row_get_posting (row));
  matchum_sidebar_row_show_figure (row);
  return G_SOURCE_CONTINUE;
}

/* After everything that is drawn: the figures of other postings are not urgent. */
static void
queue_judge (MatchumSidebar *self)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  if (self->judge_id == 0 && self->workspace != NULL)
    self->judge_id = g_idle_add_full (G_PRIORITY_LOW, judge_cb, self, NULL);
}

/* What could not be judged before, for want of a resume, may be now. */
static void
retry_figures (MatchumSidebar *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    matchum_sidebar_row_retry_figure (row);
}

/* Following the workspace */

static void
reveal_position (MatchumSidebar *self, guint position)
{
  matchum_list_reveal (self->list, position, find_row (self, get_listed (self, position)));
}

static gboolean
focus_position (MatchumSidebar *self, guint position)
{
  GtkWidget *row;

  reveal_position (self, position);
  row = find_row (self, get_listed (self, position)); /* there is one now */
  if (row == NULL || !gtk_widget_grab_focus (row))
    return FALSE;
  /* The list has brought the row just into view, which is not enough. */
  matchum_list_reveal (self->list, position, row);
  return TRUE;
}

/* A row that was only just added had no height when it was brought into view. */
static gboolean
reveal_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  MatchumSidebar *self = user_data;
  guint position =
      self->selection != NULL ? gtk_single_selection_get_selected (self->selection) : GTK_INVALID_LIST_POSITION;
  GtkWidget *row = position != GTK_INVALID_LIST_POSITION ? find_row (self, get_listed (self, position)) : NULL;

  if (row != NULL)
    matchum_list_reveal (self->list, position, row);
  if (row != NULL && --self->n_frames > 0)
    return G_SOURCE_CONTINUE;
  self->reveal_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_reveal (MatchumSidebar *self)
{
  self->n_frames = REVEAL_FRAMES;
  if (self->reveal_id == 0)
    self->reveal_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), reveal_cb, self, NULL);
}

static void
follow_posting (MatchumSidebar *self)
{
  guint position = find_position (self, matchum_workspace_get_current (self->workspace));

  if (position == gtk_single_selection_get_selected (self->selection))
    return;

  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_following = FALSE;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (matchum_list_has_focus (self->list))
    focus_position (self, position);
  else
    reveal_position (self, position);
  queue_reveal (self);
}

static void
follow_baseline (MatchumSidebar *self)
{
  MatchumWorkspaceBaseline *open = matchum_workspace_get_baseline (self->workspace);
  gboolean is_alone = matchum_workspace_get_current (self->workspace) == NULL;
  GtkListBoxRow *row, *found = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->bottom_list, i)) != NULL; i++)
    {
      MatchumWorkspaceBaseline *baseline = matchum_baseline_row_get_baseline (MATCHUM_BASELINE_ROW (row));
      gboolean is_open = baseline == open;

      gtk_widget_set_visible (GTK_WIDGET (row),
                              self->shows_archived || !matchum_workspace_baseline_is_archived (baseline));
      matchum_baseline_row_set_held (MATCHUM_BASELINE_ROW (row), is_open && !is_alone);
      if (is_open && is_alone)
        found = row;
    }
  self->is_following = TRUE;
  gtk_list_box_select_row (self->bottom_list, found);
  self->is_following = FALSE;
}

static void
show_placeholder (MatchumSidebar *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  if (!is_empty)
    return;
  if (g_list_model_get_n_items (matchum_workspace_get_postings (self->workspace)) == 0)
    gtk_label_set_label (self->empty_label, _ ("No postings yet"));
  else if (!matchum_posting_filter_has_search (self->filter))
    gtk_label_set_label (self->empty_label, _ ("All postings are archived"));
  else
    {
      /* Translators: %s is what was searched for. */
      g_autofree char *text =
          g_strdup_printf (_ ("No posting found for “%s”"), gtk_editable_get_text (self->search_entry));

      gtk_label_set_label (self->empty_label, text);
    }
}

/* What was opened from elsewhere is to be seen. */
static void
leave_search (MatchumSidebar *self)
{
  MatchumWorkspacePosting *current = matchum_workspace_get_current (self->workspace);

  if (current != NULL && matchum_posting_filter_has_search (self->filter)
      && find_position (self, current) == GTK_INVALID_LIST_POSITION)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
opened_cb (MatchumSidebar *self)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  leave_search (self);
  follow_posting (self);
  follow_baseline (self);
  retry_figures (self);
  queue_judge (self);
}

static void
listed_changed_cb (MatchumSidebar *self)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  show_placeholder (self);
  follow_posting (self);
}

static void
baselines_changed_cb (MatchumSidebar *self)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  follow_baseline (self);
}

/* What the user chooses */

/* What is not listed any more, and so not selected, may well be open still. */
static void
selected_cb (MatchumSidebar *self)
{
  MatchumWorkspacePosting *posting = gtk_single_selection_get_selected_item (self->selection);

  g_assert (MATCHUM_IS_SIDEBAR (self));

  if (!self->is_following && posting != NULL)
    matchum_workspace_set_current (self->workspace, posting);
}

static void
activate_cb (MatchumSidebar *self, guint position)
{
  MatchumWorkspacePosting *posting = get_listed (self, position);

  g_assert (MATCHUM_IS_SIDEBAR (self));

  if (posting == NULL)
    return;
  matchum_workspace_set_current (self->workspace, posting);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
choose_baseline (MatchumSidebar *self, GtkListBoxRow *row)
{
  if (!self->is_following && row != NULL && self->workspace != NULL)
    matchum_workspace_show (self->workspace, matchum_baseline_row_get_baseline (MATCHUM_BASELINE_ROW (row)), NULL);
}

static void
baseline_selected_cb (MatchumSidebar *self, GtkListBoxRow *row)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  choose_baseline (self, row);
}

static void
baseline_activated_cb (MatchumSidebar *self, GtkListBoxRow *row)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  choose_baseline (self, row);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* The list itself has selected the row by now. */
static void
released_cb (MatchumSidebar *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))
                              & gtk_accelerator_get_default_mod_mask ();
  MatchumSidebarRow *row = matchum_sidebar_find_row_at (self->list, x, y);

  if (row == NULL || n_press != 1 || modifiers != 0)
    return;
  matchum_workspace_set_current (self->workspace, matchum_sidebar_row_get_posting (row));
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Keys: from the end of one list to the start of the other */

static gboolean
leave_list_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  MatchumSidebar *self = user_data;
  guint n_items = self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
  GtkWidget *last = n_items > 0 ? find_row (self, get_listed (self, n_items - 1)) : NULL;

  if (last == NULL || !gtk_widget_has_focus (last))
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (self->bottom_list), GTK_DIR_TAB_FORWARD);
}

static gboolean
keynav_failed_cb (MatchumSidebar *self, GtkDirectionType direction)
{
  guint n_items = self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;

  g_assert (MATCHUM_IS_SIDEBAR (self));

  if (direction != GTK_DIR_UP || n_items == 0)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, n_items - 1);
  return focus_position (self, n_items - 1);
}

static gboolean
enter_results_cb (GtkWidget *entry, GVariant *arguments, gpointer user_data)
{
  MatchumSidebar *self = user_data;

  return self->selection != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0
         && matchum_sidebar_focus (self);
}

static void
add_key (GtkWidget *widget, guint first, guint second, GtkShortcutFunc func, gpointer user_data)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const guint keyvals[] = { first, second };

  /* Before the widget takes the key itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keyvals); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keyvals[i], 0),
                                                            gtk_callback_action_new (func, user_data, NULL)));
  gtk_widget_add_controller (widget, keys);
}

/* Search */

static void
search_mode_cb (MatchumSidebar *self)
{
  gboolean is_open = gtk_search_bar_get_search_mode (self->search_bar);

  g_assert (MATCHUM_IS_SIDEBAR (self));

  if (is_open)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  if (self->filter != NULL && is_open)
    matchum_posting_filter_prepare_search (self->filter);
  else if (self->filter != NULL)
    matchum_posting_filter_set_search (self->filter, NULL);
}

static void
search_changed_cb (MatchumSidebar *self)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  if (self->filter == NULL)
    return;
  matchum_posting_filter_set_search (self->filter, gtk_search_bar_get_search_mode (self->search_bar)
                                                       ? gtk_editable_get_text (self->search_entry)
                                                       : NULL);
  show_placeholder (self);
}

static void
stop_search_cb (MatchumSidebar *self)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  matchum_sidebar_focus (self);
}

/* Opens the posting that was found; the words may not have been searched for yet. */
static void
search_activate_cb (MatchumSidebar *self)
{
  g_assert (MATCHUM_IS_SIDEBAR (self));

  search_changed_cb (self);
  if (self->selection == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  matchum_sidebar_focus (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
search_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  matchum_sidebar_open_search (MATCHUM_SIDEBAR (widget));
  return TRUE;
}

static gboolean
escape_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumSidebar *self = MATCHUM_SIDEBAR (widget);

  if (!gtk_search_bar_get_search_mode (self->search_bar))
    return FALSE;
  stop_search_cb (self);
  return TRUE;
}

/* Lists */

static void
setup_cb (MatchumSidebar *self, GtkListItem *item)
{
  GtkWidget *row = matchum_sidebar_row_new ();

  g_assert (MATCHUM_IS_SIDEBAR (self));

  g_signal_connect_object (row, "needs-figure", G_CALLBACK (queue_judge), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (MatchumSidebar *self, GtkListItem *item)
{
  MatchumSidebarRow *row = MATCHUM_SIDEBAR_ROW (gtk_list_item_get_child (item));
  MatchumWorkspacePosting *posting = gtk_list_item_get_item (item);

  g_assert (MATCHUM_IS_SIDEBAR (self));

  g_hash_table_insert (self->rows, posting, row);
  matchum_sidebar_row_set_posting (row, posting);
}

static void
unbind_cb (MatchumSidebar *self, GtkListItem *item)
{
  MatchumSidebarRow *row = MATCHUM_SIDEBAR_ROW (gtk_list_item_get_child (item));
  MatchumWorkspacePosting *posting = gtk_list_item_get_item (item);

  g_assert (MATCHUM_IS_SIDEBAR (self));

  if (g_hash_table_lookup (self->rows, posting) == row)
    g_hash_table_remove (self->rows, posting);
  matchum_sidebar_row_set_posting (row, NULL);
}

static void
baseline_archived_cb (GtkWidget *row)
{
  GtkWidget *sidebar = gtk_widget_get_ancestor (row, MATCHUM_TYPE_SIDEBAR);

  if (sidebar != NULL && MATCHUM_SIDEBAR (sidebar)->workspace != NULL)
    follow_baseline (MATCHUM_SIDEBAR (sidebar));
}

static GtkWidget *
create_baseline_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = matchum_baseline_row_new (item);

  g_signal_connect_object (item, "notify::is-archived", G_CALLBACK (baseline_archived_cb), row, G_CONNECT_SWAPPED);
  return row;
}

static void
connect_postings (MatchumSidebar *self)
{
  GListModel *postings = matchum_workspace_get_postings (self->workspace);
  GtkFilterListModel *listed;

  self->filter = matchum_posting_filter_new (postings);
  matchum_posting_filter_set_shows_archived (self->filter, self->shows_archived);
  listed = gtk_filter_list_model_new (g_object_ref (postings), GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (listed));
  g_object_unref (listed);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  /* After the list's own handler: there are rows then. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (listed_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
connect_workspace (MatchumSidebar *self)
{
  connect_postings (self);
  gtk_list_box_bind_model (self->bottom_list, matchum_workspace_get_baselines (self->workspace), create_baseline_row,
                           NULL, NULL);
  g_signal_connect_object (matchum_workspace_get_baselines (self->workspace), "items-changed",
                           G_CALLBACK (baselines_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->workspace, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  show_placeholder (self);
  opened_cb (self);
}

static void
disconnect_workspace (MatchumSidebar *self)
{
  if (self->workspace == NULL)
    return;

  g_clear_handle_id (&self->judge_id, g_source_remove);
  if (self->reveal_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->reveal_id);
  self->reveal_id = 0;
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_signal_handlers_disconnect_by_data (matchum_workspace_get_baselines (self->workspace), self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  if (self->bottom_list != NULL)
    gtk_list_box_bind_model (self->bottom_list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->workspace);
}

/* Object */

static void
matchum_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumSidebar *self = MATCHUM_SIDEBAR (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_SHOWS_ARCHIVED:
      g_value_set_boolean (value, self->shows_archived);
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
    case PROP_SHOWS_ARCHIVED:
      matchum_sidebar_set_shows_archived (self, g_value_get_boolean (value));
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

  disconnect_workspace (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (matchum_sidebar_parent_class)->dispose (object);
}

static void
matchum_sidebar_finalize (GObject *object)
{
  g_hash_table_unref (MATCHUM_SIDEBAR (object)->rows);

  G_OBJECT_CLASS (matchum_sidebar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, scroller);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, empty_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, MatchumSidebar, bottom_list);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
matchum_sidebar_class_init (MatchumSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_sidebar_get_property;
  object_class->set_property = matchum_sidebar_set_property;
  object_class->dispose = matchum_sidebar_dispose;
  object_class->finalize = matchum_sidebar_finalize;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, MATCHUM_TYPE_WORKSPACE, flags);
  properties[PROP_SHOWS_ARCHIVED] = g_param_spec_boolean ("shows-archived", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "sidebar.show-archived", "shows-archived");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, search_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_key_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
connect_lists (MatchumSidebar *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkAdjustment *scrolled = gtk_scrolled_window_get_vadjustment (self->scroller);

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  matchum_sidebar_actions_connect (GTK_WIDGET (self->list));
  matchum_sidebar_actions_connect (GTK_WIDGET (self->bottom_list));
  matchum_sidebar_drag_connect (self->list);
  add_key (GTK_WIDGET (self->list), GDK_KEY_Down, GDK_KEY_KP_Down, leave_list_cb, self);
  add_key (GTK_WIDGET (self->search_entry), GDK_KEY_Down, GDK_KEY_KP_Down, enter_results_cb, self);

  /* Other rows come into view. */
  g_signal_connect_object (scrolled, "value-changed", G_CALLBACK (queue_judge), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scrolled, "changed", G_CALLBACK (queue_judge), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "map", G_CALLBACK (queue_judge), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->bottom_list, "row-selected", G_CALLBACK (baseline_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bottom_list, "row-activated", G_CALLBACK (baseline_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bottom_list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);
}

static void
matchum_sidebar_init (MatchumSidebar *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  connect_lists (self);
}

void
matchum_sidebar_set_workspace (MatchumSidebar *self, MatchumWorkspace *workspace)
{
  g_return_if_fail (MATCHUM_IS_SIDEBAR (self));
  g_return_if_fail (workspace == NULL || MATCHUM_IS_WORKSPACE (workspace));

  if (workspace == self->workspace)
    return;

  disconnect_workspace (self);
  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      connect_workspace (self);
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
matchum_sidebar_get_shows_archived (MatchumSidebar *self)
{
  g_return_val_if_fail (MATCHUM_IS_SIDEBAR (self), FALSE);

  return self->shows_archived;
}

void
matchum_sidebar_set_shows_archived (MatchumSidebar *self, gboolean shows_archived)
{
  g_return_if_fail (MATCHUM_IS_SIDEBAR (self));

  shows_archived = !!shows_archived;
  if (shows_archived == self->shows_archived)
    return;

  self->shows_archived = shows_archived;
  if (self->filter != NULL)
    matchum_posting_filter_set_shows_archived (self->filter, shows_archived);
  if (self->workspace != NULL)
    follow_baseline (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_ARCHIVED]);
}

gboolean
matchum_sidebar_focus (MatchumSidebar *self)
{
  guint position;
  GtkListBoxRow *row;

  g_return_val_if_fail (MATCHUM_IS_SIDEBAR (self), FALSE);

  position = self->selection != NULL ? gtk_single_selection_get_selected (self->selection) : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return focus_position (self, position);
  row = gtk_list_box_get_selected_row (self->bottom_list);
  if (row != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
matchum_sidebar_open_search (MatchumSidebar *self)
{
  g_return_if_fail (MATCHUM_IS_SIDEBAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

MatchumWorkspace *
matchum_sidebar_get_workspace (MatchumSidebar *self)
{
  g_return_val_if_fail (MATCHUM_IS_SIDEBAR (self), NULL);

  return self->workspace;
}

MatchumWorkspacePosting *
matchum_sidebar_find_near (MatchumSidebar *self, MatchumWorkspacePosting *posting, int step)
{
  guint position;

  g_return_val_if_fail (MATCHUM_IS_SIDEBAR (self), NULL);

  position = self->selection != NULL ? find_position (self, posting) : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION || (step < 0 && position < (guint) -step))
    return NULL;
  return get_listed (self, (guint) ((int) position + step));
}

void
matchum_sidebar_focus_posting (MatchumSidebar *self, MatchumWorkspacePosting *posting)
{
  guint position;

  g_return_if_fail (MATCHUM_IS_SIDEBAR (self));

  position = self->selection != NULL ? find_position (self, posting) : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION)
    focus_position (self, position);
}

void
matchum_sidebar_tell (MatchumSidebar *self, const char *text)
{
  g_return_if_fail (MATCHUM_IS_SIDEBAR (self));
  g_return_if_fail (text != NULL);

  g_signal_emit (self, signals[TOLD], 0, text);
}
