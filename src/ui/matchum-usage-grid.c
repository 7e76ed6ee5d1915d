/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps as many rows of widgets as are seen, and has them filled with what stands there now. */
#include "config.h"

#include "ui/matchum-usage-grid.h"

#include <glib/gi18n-lib.h>

#include "ui/matchum-usage-content.h"
#include "ui/matchum-usage-row.h"
#include "ui/matchum-usage-sizes.h"
#include "ui/matchum-usage-words.h"

#define NATURAL_WIDTH 720
#define NATURAL_HEIGHT 480

struct _MatchumUsageGrid {
  GtkWidget parent_instance;

  MatchumUsageSurvey *survey;
  GArray *blocks;  /* of guint */
  GArray *columns; /* of guint */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  guint policies[2];

  GtkWidget *head;
  GPtrArray *rows; /* of MatchumUsageRow, children in the order in which they are seen */
  int first_row;   /* what the first of rows shows */
  int first_column;
  guint update_id;

  int width; /* for which the cells were made that are there */
  int height;
  MatchumUsageSizes sizes;

  int cursor_row;
  int cursor_column;
  GtkWidget *cursor; /* the cell that can have the focus, or NULL */
};

enum { PROP_0, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };

enum { ACTIVATED, MOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (MatchumUsageGrid,
                               matchum_usage_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static MatchumUsageTable *
get_table (MatchumUsageGrid *self)
{
  return self->survey != NULL ? matchum_usage_survey_get_table (self->survey) : NULL;
}

static int
get_n_rows (MatchumUsageGrid *self)
{
  return (int) self->blocks->len;
}

static int
get_n_columns (MatchumUsageGrid *self)
{
  return (int) self->columns->len;
}

/* Sizes ------------------------------------------------------------------------------------------------------------ */

static int
get_scrolled (MatchumUsageGrid *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

static void
measure (MatchumUsageGrid *self, int width)
{
  matchum_usage_sizes_measure (&self->sizes, GTK_WIDGET (self), get_table (self), get_n_columns (self), width);
}

static void
configure (MatchumUsageGrid *self, GtkOrientation orientation, int upper, int page, int step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;
  page = MAX (page, 1);
  gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (upper - page, 0)), 0,
                            MAX (upper, page), step, MAX (page - step, step), page);
}

/* Filling ---------------------------------------------------------------------------------------------------------- */

static guint
count_seen_rows (MatchumUsageGrid *self)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self)) - self->sizes.head_height;

  return (guint) CLAMP (height / self->sizes.row_height + 2, 0, get_n_rows (self) - self->first_row);
}

static guint
count_seen_columns (MatchumUsageGrid *self)
{
  const int width = self->sizes.row.cells_end - self->sizes.row.lead_width;

  return (guint) CLAMP (width / self->sizes.row.column_width + 2, 0, get_n_columns (self) - self->first_column);
}

static void
ensure_rows (MatchumUsageGrid *self, guint n_rows)
{
  while (self->rows->len < n_rows)
    {
      GtkWidget *row = matchum_usage_row_new (FALSE);

      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], i < n_rows);
}

/* One cell can have the focus: Tab goes into the table and out of it, arrows within. */
static void
place_cursor (MatchumUsageGrid *self, gboolean has_focus)
{
  GtkWidget *cell = matchum_usage_grid_get_widget (self, self->cursor_row, self->cursor_column);

  if (cell != self->cursor && self->cursor != NULL)
    gtk_widget_set_focusable (self->cursor, FALSE);
  self->cursor = cell;
  if (cell != NULL)
    gtk_widget_set_focusable (cell, TRUE);
  if (has_focus && cell != NULL)
    gtk_widget_grab_focus (cell);
  else if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
has_focus_within (MatchumUsageGrid *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
fill_rows (MatchumUsageGrid *self)
{
  const guint n_rows = count_seen_rows (self), n_cells = count_seen_columns (self);
  const guint *columns = n_cells > 0 ? &g_array_index (self->columns, guint, self->first_column) : NULL;

  matchum_usage_content_fill_head (self->survey, columns, n_cells, MATCHUM_USAGE_ROW (self->head));
  ensure_rows (self, n_rows);
  for (guint i = 0; i < n_rows; i++)
    matchum_usage_content_fill_row (self->survey, g_array_index (self->blocks, guint, (guint) self->first_row + i),
                                    columns, n_cells, self->rows->pdata[i]);
}

static void
update (MatchumUsageGrid *self)
{
  const gboolean has_focus = has_focus_within (self);

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->width = gtk_widget_get_width (GTK_WIDGET (self));
  self->height = gtk_widget_get_height (GTK_WIDGET (self));
  if (get_table (self) == NULL || self->width == 0)
    return;
  measure (self, self->width);
  self->first_row =
      CLAMP (get_scrolled (self, GTK_ORIENTATION_VERTICAL) / self->sizes.row_height, 0, get_n_rows (self));
  self->first_column =
      CLAMP (get_scrolled (self, GTK_ORIENTATION_HORIZONTAL) / self->sizes.row.column_width, 0, get_n_columns (self));
  fill_rows (self);
  place_cursor (self, has_focus);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
update_cb (gpointer user_data)
{
  MatchumUsageGrid *self = user_data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, but not while sizes are allocated: widgets may have to be made. */
static void
schedule_update (MatchumUsageGrid *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* Widget ----------------------------------------------------------------------------------------------------------- */

static void
matchum_usage_grid_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int size;

      gtk_widget_measure (child, orientation, -1, &size, NULL, NULL, NULL);
    }
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
allocate_row (MatchumUsageGrid *self, GtkWidget *row, int y, int width, int height)
{
  MatchumUsageRowLayout layout = self->sizes.row;
  const int scrolled = get_scrolled (self, GTK_ORIENTATION_HORIZONTAL);

  layout.cells_x = layout.lead_width + self->first_column * layout.column_width - scrolled;
  if (layout.cells_end == width)
    layout.sums_x = layout.lead_width + get_n_columns (self) * layout.column_width - scrolled;
  matchum_usage_row_set_layout (MATCHUM_USAGE_ROW (row), &layout);
  gtk_widget_queue_allocate (row);
  gtk_widget_size_allocate (row, &(GtkAllocation){ 0, y, width, height }, -1);
}

static void
matchum_usage_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (widget);
  const int scrolled = get_scrolled (self, GTK_ORIENTATION_VERTICAL);

  if (width != self->width || height != self->height)
    schedule_update (self);
  measure (self, width);
  configure (self, GTK_ORIENTATION_HORIZONTAL, self->sizes.content_width,
             self->sizes.row.cells_end - self->sizes.row.lead_width, self->sizes.row.column_width);
  configure (self, GTK_ORIENTATION_VERTICAL, get_n_rows (self) * self->sizes.row_height,
             height - self->sizes.head_height, self->sizes.row_height);
  allocate_row (self, self->head, 0, width, self->sizes.head_height);
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (self->rows->pdata[i]))
      allocate_row (self, self->rows->pdata[i],
                    self->sizes.head_height + (self->first_row + (int) i) * self->sizes.row_height - scrolled, width,
                    self->sizes.row_height);
}

static void
matchum_usage_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (widget);
  const float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  const float head = (float) self->sizes.head_height;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, head, width, MAX (height - head, 0)));
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (self->rows->pdata[i]))
      gtk_widget_snapshot_child (widget, self->rows->pdata[i], snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->head, snapshot);
}

/* Tab leaves; coming in, the cursor is looked for. */
static gboolean
matchum_usage_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (widget);

  if (has_focus_within (self) || get_table (self) == NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
matchum_usage_grid_grab_focus (GtkWidget *widget)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (widget);

  if (self->cursor != NULL && gtk_widget_get_visible (self->cursor))
    return gtk_widget_grab_focus (self->cursor);
  return GTK_WIDGET_CLASS (matchum_usage_grid_parent_class)->grab_focus (widget);
}

/* Moving ----------------------------------------------------------------------------------------------------------- */

static void
reveal (GtkAdjustment *adjustment, int from, int to)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, to);
}

static void
reveal_cursor (MatchumUsageGrid *self)
{
  const int row = self->cursor_row, column = self->cursor_column;
  const gboolean is_sums = column == get_n_columns (self);
  const int column_from = column * self->sizes.row.column_width;

  if (row >= 0)
    reveal (self->adjustments[GTK_ORIENTATION_VERTICAL], row * self->sizes.row_height,
            (row + 1) * self->sizes.row_height);
  if (column >= 0)
    reveal (self->adjustments[GTK_ORIENTATION_HORIZONTAL], column_from,
            column_from + (is_sums ? self->sizes.row.sums_width : self->sizes.row.column_width));
}

static void
focus_cursor (MatchumUsageGrid *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static int
get_page (MatchumUsageGrid *self)
{
  return MAX (1, (gtk_widget_get_height (GTK_WIDGET (self)) - self->sizes.head_height) / MAX (self->sizes.row_height, 1)
                     - 1);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (widget);
  int rows, columns;

  g_variant_get (arguments, "(ii)", &rows, &columns);
  matchum_usage_grid_set_cursor (self, self->cursor_row + rows, self->cursor_column + columns);
  focus_cursor (self);
  return TRUE;
}

static gboolean
page_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (widget);
  int pages;

  g_variant_get (arguments, "(i)", &pages);
  matchum_usage_grid_set_cursor (self, MAX (self->cursor_row + pages * get_page (self), 0), self->cursor_column);
  focus_cursor (self);
  return TRUE;
}

/* To the first or last column, and with Control to the first or last row. */
static gboolean
end_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (widget);
  gboolean is_end, is_row;

  g_variant_get (arguments, "(bb)", &is_end, &is_row);
  if (is_row)
    matchum_usage_grid_set_cursor (self, is_end ? get_n_rows (self) - 1 : 0, self->cursor_column);
  else
    matchum_usage_grid_set_cursor (self, self->cursor_row, is_end ? get_n_columns (self) : MATCHUM_USAGE_LEAD);
  focus_cursor (self);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (widget);

  g_signal_emit (self, signals[ACTIVATED], 0, self->cursor_row, self->cursor_column);
  return TRUE;
}

static gboolean
find_cell_at (MatchumUsageGrid *self, double x, double y, int *row, int *column)
{
  return matchum_usage_sizes_find_row (&self->sizes, y, get_scrolled (self, GTK_ORIENTATION_VERTICAL),
                                       get_n_rows (self), row)
         && matchum_usage_sizes_find_column (&self->sizes, x, get_scrolled (self, GTK_ORIENTATION_HORIZONTAL),
                                             get_n_columns (self), column);
}

static void
released_cb (MatchumUsageGrid *self, int n_press, double x, double y)
{
  int row, column;

  if (get_table (self) == NULL || !find_cell_at (self, x, y, &row, &column))
    return;
  matchum_usage_grid_set_cursor (self, row, column);
  focus_cursor (self);
  if (n_press == 1)
    g_signal_emit (self, signals[ACTIVATED], 0, row, column);
}

/* Icons are told in words; text only where there is no room for all of it. */
static gboolean
needs_tooltip (MatchumUsageGrid *self, int row, int column)
{
  GtkWidget *cell = matchum_usage_grid_get_widget (self, row, column);

  return column != MATCHUM_USAGE_LEAD || cell == NULL || !matchum_usage_cell_shows_all (MATCHUM_USAGE_CELL (cell));
}

static gboolean
query_tooltip_cb (MatchumUsageGrid *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  int row = self->cursor_row, column = self->cursor_column;
  guint block;
  g_autofree char *words = NULL;
  g_autofree char *item = NULL;
  g_autofree char *text = NULL;

  if (get_table (self) == NULL || (!is_keyboard && !find_cell_at (self, x, y, &row, &column))
      || !needs_tooltip (self, row, column))
    return FALSE;
  words = matchum_usage_grid_dup_words (self, row, column);
  block = matchum_usage_grid_get_block (self, row);
  if (words == NULL)
    return FALSE;
  if (block != G_MAXUINT && column != MATCHUM_USAGE_LEAD)
    item = matchum_usage_words_dup_block (matchum_usage_table_get_resume (get_table (self)), block);
  text = item != NULL ? g_strdup_printf ("%s\n%s", words, item) : g_strdup (words);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Object ----------------------------------------------------------------------------------------------------------- */

static void
set_adjustment (MatchumUsageGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], schedule_update, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (schedule_update), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
matchum_usage_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_usage_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (guint) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_usage_grid_dispose (GObject *object)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->cursor = NULL;
  g_clear_pointer (&self->head, gtk_widget_unparent);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);
  g_clear_object (&self->survey);

  G_OBJECT_CLASS (matchum_usage_grid_parent_class)->dispose (object);
}

static void
matchum_usage_grid_finalize (GObject *object)
{
  MatchumUsageGrid *self = MATCHUM_USAGE_GRID (object);

  g_array_unref (self->blocks);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (matchum_usage_grid_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    guint keypad;
    int rows;
    int columns;
  } arrows[] = { { GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0 },
                 { GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0 },
                 { GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1 },
                 { GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1 } };
  static const struct {
    guint key;
    gboolean is_end;
  } ends[] = { { GDK_KEY_Home, FALSE }, { GDK_KEY_KP_Home, FALSE }, { GDK_KEY_End, TRUE }, { GDK_KEY_KP_End, TRUE } };
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, move_cb, "(ii)", arrows[i].rows, arrows[i].columns);
      gtk_widget_class_add_binding (widget_class, arrows[i].keypad, 0, move_cb, "(ii)", arrows[i].rows,
                                    arrows[i].columns);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gtk_widget_class_add_binding (widget_class, ends[i].key, 0, end_cb, "(bb)", ends[i].is_end, FALSE);
      gtk_widget_class_add_binding (widget_class, ends[i].key, GDK_CONTROL_MASK, end_cb, "(bb)", ends[i].is_end, TRUE);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "(i)", 1);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, activate_cb, NULL);
}

static void
matchum_usage_grid_class_init (MatchumUsageGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = matchum_usage_grid_get_property;
  object_class->set_property = matchum_usage_grid_set_property;
  object_class->dispose = matchum_usage_grid_dispose;
  object_class->finalize = matchum_usage_grid_finalize;
  widget_class->measure = matchum_usage_grid_measure;
  widget_class->size_allocate = matchum_usage_grid_size_allocate;
  widget_class->snapshot = matchum_usage_grid_snapshot;
  widget_class->focus = matchum_usage_grid_focus;
  widget_class->grab_focus = matchum_usage_grid_grab_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[MOVED] =
      g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "usagegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  bind_keys (widget_class);
}

static void
matchum_usage_grid_init (MatchumUsageGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->blocks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new ();
  self->head = matchum_usage_row_new (TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Postings"), -1);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
}

static void
copy_indexes (GArray *to, GArray *from)
{
  g_array_set_size (to, 0);
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

/* The place in indexes of the one that is index, or of the first after it. */
static int
find_place (GArray *indexes, guint index)
{
  guint i = 0;

  while (i < indexes->len && g_array_index (indexes, guint, i) < index)
    i++;
  return (int) MIN (i, MAX (indexes->len, 1) - 1);
}

void
matchum_usage_grid_show (MatchumUsageGrid *self, MatchumUsageSurvey *survey, GArray *blocks, GArray *columns)
{
  guint block, column;

  g_return_if_fail (MATCHUM_IS_USAGE_GRID (self));
  g_return_if_fail (MATCHUM_IS_USAGE_SURVEY (survey));
  g_return_if_fail (blocks != NULL && columns != NULL);

  block = matchum_usage_grid_get_block (self, self->cursor_row);
  column = matchum_usage_grid_get_column (self, self->cursor_column);
  g_set_object (&self->survey, survey);
  copy_indexes (self->blocks, blocks);
  copy_indexes (self->columns, columns);
  if (block != G_MAXUINT)
    self->cursor_row = find_place (blocks, block);
  if (column != G_MAXUINT)
    self->cursor_column = find_place (columns, column);
  self->cursor_row = CLAMP (self->cursor_row, MATCHUM_USAGE_HEAD, get_n_rows (self) - 1);
  self->cursor_column = CLAMP (self->cursor_column, MATCHUM_USAGE_LEAD, get_n_columns (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, get_n_rows (self) + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, get_n_columns (self) + 2, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  schedule_update (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
matchum_usage_grid_get_cursor (MatchumUsageGrid *self, int *row, int *column)
{
  g_return_if_fail (MATCHUM_IS_USAGE_GRID (self));
  g_return_if_fail (row != NULL && column != NULL);

  *row = self->cursor_row;
  *column = self->cursor_column;
}

void
matchum_usage_grid_set_cursor (MatchumUsageGrid *self, int row, int column)
{
  g_return_if_fail (MATCHUM_IS_USAGE_GRID (self));

  self->cursor_row = CLAMP (row, MATCHUM_USAGE_HEAD, get_n_rows (self) - 1);
  self->cursor_column = CLAMP (column, MATCHUM_USAGE_LEAD, get_n_columns (self));
  reveal_cursor (self);
  update (self);
  g_signal_emit (self, signals[MOVED], 0);
}

guint
matchum_usage_grid_get_block (MatchumUsageGrid *self, int row)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_GRID (self), G_MAXUINT);

  return row >= 0 && row < get_n_rows (self) ? g_array_index (self->blocks, guint, row) : G_MAXUINT;
}

guint
matchum_usage_grid_get_column (MatchumUsageGrid *self, int column)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_GRID (self), G_MAXUINT);

  return column >= 0 && column < get_n_columns (self) ? g_array_index (self->columns, guint, column) : G_MAXUINT;
}

char *
matchum_usage_grid_dup_words (MatchumUsageGrid *self, int row, int column)
{
  GtkWidget *widget;

  g_return_val_if_fail (MATCHUM_IS_USAGE_GRID (self), NULL);

  widget = matchum_usage_grid_get_widget (self, row, column);
  if (widget == NULL)
    return NULL;
  return g_strdup (matchum_usage_cell_get_label (MATCHUM_USAGE_CELL (widget)));
}

GtkWidget *
matchum_usage_grid_get_widget (MatchumUsageGrid *self, int row, int column)
{
  MatchumUsageRow *found;
  guint seen;

  g_return_val_if_fail (MATCHUM_IS_USAGE_GRID (self), NULL);

  seen = (guint) (row - self->first_row);
  if (row != MATCHUM_USAGE_HEAD
      && (row < self->first_row || seen >= self->rows->len || !gtk_widget_get_visible (self->rows->pdata[seen])))
    return NULL;
  found = MATCHUM_USAGE_ROW (row == MATCHUM_USAGE_HEAD ? self->head : self->rows->pdata[seen]);
  if (column == MATCHUM_USAGE_LEAD)
    return GTK_WIDGET (matchum_usage_row_get_lead (found));
  if (column == get_n_columns (self))
    return GTK_WIDGET (matchum_usage_row_get_sums (found));
  seen = (guint) (column - self->first_column);
  return column >= self->first_column && seen < count_seen_columns (self)
             ? GTK_WIDGET (matchum_usage_row_get_cell (found, seen))
             : NULL;
}
