/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children side by side, as wide as they like to be, their height asked for at that width. */
#include "config.h"

#include "ui/matchum-line-layout.h"

struct _MatchumLineLayout {
  GtkLayoutManager parent_instance;

  int spacing;
};

enum { PROP_0, PROP_SPACING, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumLineLayout, matchum_line_layout, GTK_TYPE_LAYOUT_MANAGER)

#define FOR_EACH_CHILD(child, widget)                                                                                  \
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;                                          \
       child = gtk_widget_get_next_sibling (child))                                                                    \
    if (gtk_widget_should_layout (child))

static GtkSizeRequestMode
matchum_line_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The least and the natural widths of the children: of GtkRequestedSize, in their order. */
static GArray *
measure_widths (GtkWidget *widget)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  FOR_EACH_CHILD (child, widget)
  {
    GtkRequestedSize size = { .data = child };

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
    g_array_append_val (sizes, size);
  }
  return sizes;
}

static int
sum_spacing (MatchumLineLayout *self, guint n_children)
{
  return n_children > 1 ? self->spacing * ((int) n_children - 1) : 0;
}

/* Makes the least width of each child the one that it gets. */
static void
share_width (MatchumLineLayout *self, GArray *sizes, int width)
{
  GtkRequestedSize *size = (GtkRequestedSize *) (gpointer) sizes->data;
  int room = width - sum_spacing (self, sizes->len), n_greedy = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      room -= size[i].minimum_size;
      n_greedy += gtk_widget_compute_expand (size[i].data, GTK_ORIENTATION_HORIZONTAL);
    }
  room = gtk_distribute_natural_allocation (MAX (room, 0), sizes->len, size);
  for (guint i = 0; i < sizes->len && n_greedy > 0; i++)
    if (gtk_widget_compute_expand (size[i].data, GTK_ORIENTATION_HORIZONTAL))
      {
        int share = room / n_greedy--;

        size[i].minimum_size += share;
        room -= share;
      }
}

static void
measure_width (MatchumLineLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  g_autoptr (GArray) sizes = measure_widths (widget);

  *minimum = *natural = sum_spacing (self, sizes->len);
  for (guint i = 0; i < sizes->len; i++)
    {
      *minimum += g_array_index (sizes, GtkRequestedSize, i).minimum_size;
      *natural += g_array_index (sizes, GtkRequestedSize, i).natural_size;
    }
}

static void
measure_height (MatchumLineLayout *self, GtkWidget *widget, int width, int *minimum, int *natural)
{
  g_autoptr (GArray) sizes = measure_widths (widget);

  if (width >= 0)
    share_width (self, sizes, width);
  *minimum = *natural = 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int least, most;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, width >= 0 ? size->minimum_size : -1, &least, &most,
                          NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, most);
    }
}

static void
matchum_line_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (MATCHUM_LINE_LAYOUT (manager), widget, minimum, natural);
  else
    measure_height (MATCHUM_LINE_LAYOUT (manager), widget, for_size, minimum, natural);
}

static void
matchum_line_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  MatchumLineLayout *self = MATCHUM_LINE_LAYOUT (manager);
  g_autoptr (GArray) sizes = measure_widths (widget);
  gboolean is_right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  share_width (self, sizes, width);
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int taken = size->minimum_size;

      gtk_widget_size_allocate (size->data,
                                &(GtkAllocation){ is_right_to_left ? width - x - taken : x, 0, taken, height }, -1);
      x += taken + self->spacing;
    }
}

static void
matchum_line_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, MATCHUM_LINE_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
matchum_line_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    MATCHUM_LINE_LAYOUT (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
matchum_line_layout_class_init (MatchumLineLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = matchum_line_layout_get_property;
  object_class->set_property = matchum_line_layout_set_property;
  layout_class->get_request_mode = matchum_line_layout_get_request_mode;
  layout_class->measure = matchum_line_layout_measure;
  layout_class->allocate = matchum_line_layout_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 0,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
matchum_line_layout_init (MatchumLineLayout *self)
{
}

GtkLayoutManager *
matchum_line_layout_new (int spacing)
{
  return g_object_new (MATCHUM_TYPE_LINE_LAYOUT, "spacing", spacing, NULL);
}
