/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One source and one target serve all rows, which come and go. What is dragged is the id of a block: rows and places
 * may be others by the time it is dropped. */
#include "config.h"

#include "ui/matchum-block-drag.h"

#include "ui/matchum-block-row.h"
#include "ui/matchum-drop-line.h"
#include "ui/matchum-words-editor.h"

/* A drag this near to the edge of the list, in pixels, scrolls it by so many in a frame. */
#define EDGE_HEIGHT 36
#define STEP 9

/* What is dragged: the id of a block of the list. */
#define TYPE_DRAGGED (dragged_get_type ())

typedef struct {
  char *block;
} Dragged;

static Dragged *
copy_dragged (Dragged *dragged)
{
  Dragged *copy = g_new (Dragged, 1);

  copy->block = g_strdup (dragged->block);
  return copy;
}

static void
free_dragged (Dragged *dragged)
{
  g_free (dragged->block);
  g_free (dragged);
}

static GType dragged_get_type (void);

G_DEFINE_BOXED_TYPE (Dragged, dragged, copy_dragged, free_dragged)

typedef struct {
  MatchumBlockDragFunc dropped;
  gpointer owner;
  char *block; /* what is being dragged over the list, or NULL */
  double x, y;
  guint tick_id;
} Drag;

static Drag *
get_drag (GtkListView *list)
{
  return g_object_get_data (G_OBJECT (list), "matchum-block-drag");
}

static void
free_drag (gpointer data)
{
  Drag *drag = data;

  g_free (drag->block);
  g_free (drag);
}

/* Rows */

static MatchumBlockRow *
find_row_at (GtkListView *list, double x, double y)
{
  return (MatchumBlockRow *) matchum_drop_line_find_row (list, MATCHUM_TYPE_BLOCK_ROW, x, y);
}

static MatchumBlockRow *
find_row_of (GtkListView *list, guint block)
{
  for (GtkWidget *frame = gtk_widget_get_first_child (GTK_WIDGET (list)); frame != NULL;
       frame = gtk_widget_get_next_sibling (frame))
    {
      GtkWidget *row = gtk_widget_get_first_child (frame);
      MatchumBlockObject *object =
          MATCHUM_IS_BLOCK_ROW (row) ? matchum_block_row_get_object (MATCHUM_BLOCK_ROW (row)) : NULL;

      if (object != NULL && matchum_block_object_get_index (object) == block)
        return MATCHUM_BLOCK_ROW (row);
    }
  return NULL;
}

static gboolean
is_lower_half (GtkListView *list, MatchumBlockRow *row, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  return gtk_widget_compute_point (GTK_WIDGET (list), GTK_WIDGET (row), &point, &point)
         && point.y > (float) gtk_widget_get_height (GTK_WIDGET (row)) / 2;
}

/* The block that stands at a point, or what it stands in, that id can change places with; NULL where there is none. */
static const MatchumBlock *
find_like (MatchumBlockObject *object, const char *id, gint *delta)
{
  MatchumWorkspace *workspace = matchum_block_object_get_workspace (object);
  MatchumResume *resume = matchum_block_object_get_resume (object);

  for (const MatchumBlock *block = matchum_block_object_get_block (object);;
       block = matchum_resume_get_block (resume, block->parent))
    {
      if (matchum_workspace_find_block_delta (workspace, id, block->id, delta))
        return block;
      if (block->parent == MATCHUM_BLOCK_NONE)
        return NULL;
    }
}

gboolean
matchum_block_drag_find_place (GtkListView *list,
                               const char *block,
                               double x,
                               double y,
                               gint *delta,
                               GtkWidget **row,
                               gboolean *is_below)
{
  MatchumBlockRow *at = find_row_at (list, x, y);
  MatchumBlockObject *object = at != NULL ? matchum_block_row_get_object (at) : NULL;
  const MatchumBlock *like = object != NULL ? find_like (object, block, delta) : NULL;

  if (like == NULL || *delta == 0)
    return FALSE;
  /* A heading is the start of all that stands under it, which is the rest. */
  if (like->index != matchum_block_object_get_index (object))
    *is_below = TRUE;
  else
    *is_below = like->end == like->index + 1 && is_lower_half (list, at, x, y);
  if (*delta > 0 && !*is_below)
    *delta -= 1;
  else if (*delta < 0 && *is_below)
    *delta += 1;
  *row = (GtkWidget *) find_row_of (list, *is_below ? like->end - 1 : like->index);
  return *delta != 0;
}

/* Source */

static gboolean
is_edited (GtkListView *list, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (list), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && gtk_widget_get_ancestor (picked, MATCHUM_TYPE_WORDS_EDITOR) != NULL;
}

static gboolean
can_be_moved (MatchumBlockObject *object)
{
  MatchumWorkspace *workspace = matchum_block_object_get_workspace (object);
  const char *id = matchum_block_object_get_block (object)->id;

  return matchum_workspace_can_move_block (workspace, id, 1) || matchum_workspace_can_move_block (workspace, id, -1);
}

static GdkContentProvider *
prepare_cb (GtkListView *list, double x, double y, GtkDragSource *source)
{
  MatchumBlockRow *row = find_row_at (list, x, y);
  MatchumBlockObject *object = row != NULL ? matchum_block_row_get_object (row) : NULL;
  g_autoptr (GdkPaintable) live = NULL;
  g_autoptr (GdkPaintable) icon = NULL;
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  Dragged dragged;

  if (object == NULL || is_edited (list, x, y) || !can_be_moved (object))
    return NULL;

  live = gtk_widget_paintable_new (GTK_WIDGET (row));
  icon = gdk_paintable_get_current_image (live); /* the row may show another block by then */
  if (!gtk_widget_compute_point (GTK_WIDGET (list), GTK_WIDGET (row), &point, &point))
    point = GRAPHENE_POINT_INIT (0, 0);
  gtk_drag_source_set_icon (source, icon, (int) point.x, (int) point.y);
  dragged.block = matchum_block_object_get_block (object)->id;
  return gdk_content_provider_new_typed (TYPE_DRAGGED, &dragged);
}

/* Target */

static gboolean
mark (GtkListView *list, const Drag *drag)
{
  GtkWidget *row;
  gboolean is_below;
  gint delta;
  gboolean is_found = drag->block != NULL
                      && matchum_block_drag_find_place (list, drag->block, drag->x, drag->y, &delta, &row, &is_below);

  matchum_drop_line_show (list, is_found ? row : NULL, is_found && is_below);
  return is_found;
}

/* A list does not scroll by itself while something is dragged over it. */
static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  Drag *drag = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  double step = drag->y < EDGE_HEIGHT ? -STEP : drag->y > gtk_widget_get_height (list) - EDGE_HEIGHT ? STEP : 0;

  if (step != 0)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      mark (GTK_LIST_VIEW (list), drag);
    }
  return G_SOURCE_CONTINUE;
}

static void
stop (GtkListView *list)
{
  Drag *drag = get_drag (list);

  matchum_drop_line_clear (list);
  g_clear_pointer (&drag->block, g_free);
  if (drag->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (list), drag->tick_id);
  drag->tick_id = 0;
}

static void
note_value (Drag *drag, GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  if (value == NULL || !G_VALUE_HOLDS (value, TYPE_DRAGGED) || drag->block != NULL)
    return;
  drag->block = g_strdup (((const Dragged *) g_value_get_boxed (value))->block);
}

static GdkDragAction
motion_cb (GtkListView *list, double x, double y, GtkDropTarget *target)
{
  Drag *drag = get_drag (list);

  drag->x = x;
  drag->y = y;
  note_value (drag, target);
  if (drag->tick_id == 0)
    drag->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (list), scroll_cb, drag, NULL);
  return mark (list, drag) ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkListView *list)
{
  stop (list);
}

gboolean
matchum_block_drag_drop (GtkListView *list, const char *block, double x, double y)
{
  Drag *drag;
  GtkWidget *row;
  gboolean is_below;
  gint delta;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), FALSE);
  g_return_val_if_fail (block != NULL, FALSE);

  drag = get_drag (list);
  return matchum_block_drag_find_place (list, block, x, y, &delta, &row, &is_below)
         && drag->dropped (drag->owner, block, delta);
}

static gboolean
drop_cb (GtkListView *list, const GValue *value, double x, double y, GtkDropTarget *target)
{
  const Dragged *dragged = g_value_get_boxed (value);
  g_autofree char *block = g_strdup (dragged->block);

  stop (list);
  return matchum_block_drag_drop (list, block, x, y);
}

void
matchum_block_drag_connect (GtkListView *list, MatchumBlockDragFunc dropped, gpointer owner)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TYPE_DRAGGED, GDK_ACTION_MOVE);
  Drag *drag;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));
  g_return_if_fail (dropped != NULL);

  drag = g_new0 (Drag, 1);
  drag->dropped = dropped;
  drag->owner = owner;
  g_object_set_data_full (G_OBJECT (list), "matchum-block-drag", drag, free_drag);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (motion_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
}
