/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the cells first, clipped, and what stays put beside them. */
#include "config.h"

#include "ui/matchum-usage-row.h"

struct _MatchumUsageRow {
  GtkWidget parent_instance;

  gboolean is_head;
  GtkWidget *lead;
  GPtrArray *cells; /* of GtkWidget, children of the row */
  GtkWidget *sums;
  guint n_cells;
  MatchumUsageRowLayout layout;
};

G_DEFINE_FINAL_TYPE (MatchumUsageRow, matchum_usage_row, GTK_TYPE_WIDGET)

static void
matchum_usage_row_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  /* GTK wants to hear of children that are measured before they are allocated. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int size;

      gtk_widget_measure (child, orientation, -1, &size, NULL, NULL, NULL);
    }
  *minimum = *natural = 0;
}

static void
matchum_usage_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MatchumUsageRow *self = MATCHUM_USAGE_ROW (widget);
  const MatchumUsageRowLayout *layout = &self->layout;

  gtk_widget_size_allocate (self->lead, &(GtkAllocation){ 0, 0, layout->lead_width, height }, -1);
  for (guint i = 0; i < MIN (self->n_cells, self->cells->len); i++)
    gtk_widget_size_allocate (self->cells->pdata[i],
                              &(GtkAllocation){ layout->cells_x + (int) i * layout->column_width, 0,
                                                layout->column_width, height },
                              -1);
  gtk_widget_size_allocate (self->sums, &(GtkAllocation){ layout->sums_x, 0, layout->sums_width, height }, -1);
}

static void
matchum_usage_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MatchumUsageRow *self = MATCHUM_USAGE_ROW (widget);
  const float from = (float) self->layout.lead_width;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (from, 0, (float) self->layout.cells_end - from,
                                                         (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i < MIN (self->n_cells, self->cells->len); i++)
    gtk_widget_snapshot_child (widget, self->cells->pdata[i], snapshot);
  /* Sums that are scrolled with the cells must not be drawn over the lead either. */
  if (self->layout.sums_x < self->layout.cells_end)
    gtk_widget_snapshot_child (widget, self->sums, snapshot);
  gtk_snapshot_pop (snapshot);
  if (self->layout.sums_x >= self->layout.cells_end)
    gtk_widget_snapshot_child (widget, self->sums, snapshot);
  gtk_widget_snapshot_child (widget, self->lead, snapshot);
}

static void
matchum_usage_row_dispose (GObject *object)
{
  MatchumUsageRow *self = MATCHUM_USAGE_ROW (object);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->cells, 0);

  G_OBJECT_CLASS (matchum_usage_row_parent_class)->dispose (object);
}

static void
matchum_usage_row_finalize (GObject *object)
{
  g_ptr_array_unref (MATCHUM_USAGE_ROW (object)->cells);

  G_OBJECT_CLASS (matchum_usage_row_parent_class)->finalize (object);
}

static void
matchum_usage_row_class_init (MatchumUsageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = matchum_usage_row_dispose;
  object_class->finalize = matchum_usage_row_finalize;
  widget_class->measure = matchum_usage_row_measure;
  widget_class->size_allocate = matchum_usage_row_size_allocate;
  widget_class->snapshot = matchum_usage_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "usagerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
matchum_usage_row_init (MatchumUsageRow *self)
{
  self->cells = g_ptr_array_new ();
}

GtkWidget *
matchum_usage_row_new (gboolean is_head)
{
  MatchumUsageRow *self = g_object_new (MATCHUM_TYPE_USAGE_ROW, NULL);

  self->is_head = is_head;
  self->lead = matchum_usage_cell_new (is_head ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  self->sums = matchum_usage_cell_new (is_head ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_add_css_class (self->lead, "lead");
  gtk_widget_add_css_class (self->sums, "sums");
  gtk_widget_add_css_class (GTK_WIDGET (self), is_head ? "head" : "body");
  gtk_widget_set_parent (self->lead, GTK_WIDGET (self));
  gtk_widget_set_parent (self->sums, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
matchum_usage_row_set_n_cells (MatchumUsageRow *self, guint n_cells)
{
  g_return_if_fail (MATCHUM_IS_USAGE_ROW (self));

  while (self->cells->len < n_cells)
    {
      GtkWidget *cell =
          matchum_usage_cell_new (self->is_head ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_GRID_CELL);

      /* Read in the order in which they are seen. */
      gtk_widget_insert_before (cell, GTK_WIDGET (self), self->sums);
      g_ptr_array_add (self->cells, cell);
    }
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_set_visible (self->cells->pdata[i], i < n_cells);
  self->n_cells = n_cells;
}

void
matchum_usage_row_set_layout (MatchumUsageRow *self, const MatchumUsageRowLayout *layout)
{
  g_return_if_fail (MATCHUM_IS_USAGE_ROW (self));
  g_return_if_fail (layout != NULL);

  self->layout = *layout;
}

MatchumUsageCell *
matchum_usage_row_get_lead (MatchumUsageRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_ROW (self), NULL);

  return MATCHUM_USAGE_CELL (self->lead);
}

MatchumUsageCell *
matchum_usage_row_get_cell (MatchumUsageRow *self, guint index)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_ROW (self) && index < self->cells->len, NULL);

  return MATCHUM_USAGE_CELL (self->cells->pdata[index]);
}

MatchumUsageCell *
matchum_usage_row_get_sums (MatchumUsageRow *self)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_ROW (self), NULL);

  return MATCHUM_USAGE_CELL (self->sums);
}
