/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging a posting from its row to between two others. One source and one target serve all rows, which come and go.
 */
#include "config.h"

#include "ui/matchum-sidebar-drag.h"

#include "ui/matchum-drop-line.h"
#include "ui/matchum-sidebar.h"

MatchumSidebarRow *
matchum_sidebar_find_row_at (GtkListView *list, double x, double y)
{
  return (MatchumSidebarRow *) matchum_drop_line_find_row (list, MATCHUM_TYPE_SIDEBAR_ROW, x, y);
}

/* The posting that stands after another in the library, listed or not; NULL for the last. */
static MatchumWorkspacePosting *
find_next (MatchumWorkspace *workspace, MatchumWorkspacePosting *posting)
{
  GListModel *postings = matchum_workspace_get_postings (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (postings); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (postings, i);
      g_autoptr (MatchumWorkspacePosting) next = NULL;

      if (item != (gpointer) posting)
        continue;
      next = g_list_model_get_item (postings, i + 1);
      return next; /* the list holds it */
    }
  return NULL;
}

void
matchum_sidebar_move (MatchumWorkspace *workspace,
                      MatchumWorkspacePosting *posting,
                      MatchumWorkspacePosting *other,
                      gboolean is_after)
{
  MatchumWorkspacePosting *before;

  g_return_if_fail (MATCHUM_IS_WORKSPACE (workspace));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (posting));
  g_return_if_fail (MATCHUM_IS_WORKSPACE_POSTING (other));

  before = is_after ? find_next (workspace, other) : other;
  if (other == posting || before == posting || find_next (workspace, posting) == before)
    return;
  matchum_workspace_move_posting (workspace, posting, before);
  matchum_library_flush (matchum_workspace_get_library (workspace));
}

static GdkContentProvider *
prepare_cb (GtkListView *list, double x, double y, GtkDragSource *source)
{
  MatchumSidebarRow *row = matchum_sidebar_find_row_at (list, x, y);
  g_autoptr (GdkPaintable) live = NULL;
  g_autoptr (GdkPaintable) icon = NULL;
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (row == NULL || matchum_sidebar_row_get_posting (row) == NULL)
    return NULL;

  live = gtk_widget_paintable_new (GTK_WIDGET (row));
  icon = gdk_paintable_get_current_image (live); /* the row may show another posting by then */
  if (!gtk_widget_compute_point (GTK_WIDGET (list), GTK_WIDGET (row), &point, &point))
    point = GRAPHENE_POINT_INIT (0, 0);
  gtk_drag_source_set_icon (source, icon, (int) point.x, (int) point.y);
  return gdk_content_provider_new_typed (MATCHUM_TYPE_WORKSPACE_POSTING, matchum_sidebar_row_get_posting (row));
}

static gboolean
is_lower_half (GtkListView *list, MatchumSidebarRow *row, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  return gtk_widget_compute_point (GTK_WIDGET (list), GTK_WIDGET (row), &point, &point)
         && point.y > (float) gtk_widget_get_height (GTK_WIDGET (row)) / 2;
}

static GdkDragAction
motion_cb (GtkListView *list, double x, double y, GtkDropTarget *target)
{
  MatchumSidebarRow *row = matchum_sidebar_find_row_at (list, x, y);

  matchum_drop_line_show (list, (GtkWidget *) row, row != NULL && is_lower_half (list, row, x, y));
  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkListView *list)
{
  matchum_drop_line_clear (list);
}

typedef struct {
  double value;
  guint n_frames;
} Hold;

static gboolean
hold_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  Hold *hold = user_data;

  if (--hold->n_frames > 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), hold->value);
  return G_SOURCE_REMOVE;
}

/* The list keeps the row that was dragged where it was on the screen, and scrolls; what is to stay is where it was
 * dropped. It has to be laid out once before it can be scrolled back. */
static void
hold_scroll (GtkListView *list)
{
  Hold *hold = g_new (Hold, 1);

  hold->value = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)));
  hold->n_frames = 2;
  gtk_widget_add_tick_callback (GTK_WIDGET (list), hold_cb, hold, g_free);
}

static gboolean
drop_cb (GtkListView *list, const GValue *value, double x, double y, GtkDropTarget *target)
{
  MatchumSidebarRow *row = matchum_sidebar_find_row_at (list, x, y);
  GtkWidget *sidebar = gtk_widget_get_ancestor (GTK_WIDGET (list), MATCHUM_TYPE_SIDEBAR);
  MatchumWorkspace *workspace = sidebar != NULL ? matchum_sidebar_get_workspace (MATCHUM_SIDEBAR (sidebar)) : NULL;
  MatchumWorkspacePosting *other = row != NULL ? matchum_sidebar_row_get_posting (row) : NULL;

  matchum_drop_line_clear (list);
  if (other == NULL || workspace == NULL)
    return FALSE;
  hold_scroll (list);
  matchum_sidebar_move (workspace, g_value_get_object (value), other, is_lower_half (list, row, x, y));
  return TRUE;
}

void
matchum_sidebar_drag_connect (GtkListView *list)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (MATCHUM_TYPE_WORKSPACE_POSTING, GDK_ACTION_MOVE);

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (target, "enter", G_CALLBACK (motion_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
}
