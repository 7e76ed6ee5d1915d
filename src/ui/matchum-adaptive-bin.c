/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bin that classes its own width. */
#include "config.h"

#include "ui/matchum-adaptive-bin.h"

struct _MatchumAdaptiveBin {
  GtkWidget parent_instance;

  GtkWidget *child;
  MatchumWidth width;     /* as told */
  MatchumWidth allocated; /* as last allocated */
  guint tell_id;
};

enum { PROP_0, PROP_WIDTH, PROP_CHILD, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  g_object_set (buildable, "child", child, NULL);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MatchumAdaptiveBin,
                               matchum_adaptive_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static gboolean
tell_width_cb (gpointer user_data)
{
  MatchumAdaptiveBin *self = user_data;

  self->tell_id = 0;
  if (self->width != self->allocated)
    {
      self->width = self->allocated;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
    }
  return G_SOURCE_REMOVE;
}

static void
matchum_adaptive_bin_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  MatchumAdaptiveBin *self = MATCHUM_ADAPTIVE_BIN (widget);
  int child_minimum = 0, child_natural = 0, least;

  *minimum = *natural = 0;
  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* The minimum stays nought: what is too wide is arranged anew. */
      gtk_widget_measure (self->child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *natural = child_natural;
      return;
    }

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->child, orientation, for_size < 0 ? -1 : MAX (for_size, least), &child_minimum,
                      &child_natural, NULL, NULL);
  *minimum = child_minimum;
  *natural = child_natural;
}

static void
matchum_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MatchumAdaptiveBin *self = MATCHUM_ADAPTIVE_BIN (widget);
  int least_width = 0, least_height = 0;

  self->allocated = matchum_width_from_pixels (width);
  /* Widgets must not be shown or hidden while sizes are allocated; this comes before the frame is drawn again. */
  if (self->allocated != self->width && self->tell_id == 0)
    self->tell_id = g_idle_add_full (G_PRIORITY_HIGH, tell_width_cb, self, NULL);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
}

static void
set_child (MatchumAdaptiveBin *self, GtkWidget *child)
{
  if (child == self->child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static void
matchum_adaptive_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumAdaptiveBin *self = MATCHUM_ADAPTIVE_BIN (object);

  switch (id)
    {
    case PROP_WIDTH:
      g_value_set_uint (value, self->width);
      break;
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_adaptive_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumAdaptiveBin *self = MATCHUM_ADAPTIVE_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_adaptive_bin_dispose (GObject *object)
{
  MatchumAdaptiveBin *self = MATCHUM_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (matchum_adaptive_bin_parent_class)->dispose (object);
}

static void
matchum_adaptive_bin_class_init (MatchumAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = matchum_adaptive_bin_get_property;
  object_class->set_property = matchum_adaptive_bin_set_property;
  object_class->dispose = matchum_adaptive_bin_dispose;
  widget_class->measure = matchum_adaptive_bin_measure;
  widget_class->size_allocate = matchum_adaptive_bin_size_allocate;

  properties[PROP_WIDTH] = g_param_spec_uint ("width", NULL, NULL, MATCHUM_WIDTH_NARROW, MATCHUM_WIDTH_ULTRA,
                                              MATCHUM_WIDTH_WIDE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
matchum_adaptive_bin_init (MatchumAdaptiveBin *self)
{
  self->width = self->allocated = MATCHUM_WIDTH_WIDE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

MatchumWidth
matchum_adaptive_bin_get_width (MatchumAdaptiveBin *self)
{
  g_return_val_if_fail (MATCHUM_IS_ADAPTIVE_BIN (self), MATCHUM_WIDTH_WIDE);

  return self->width;
}

void
matchum_adaptive_bin_expect (MatchumAdaptiveBin *self, int pixels)
{
  g_return_if_fail (MATCHUM_IS_ADAPTIVE_BIN (self));

  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0 || pixels <= 0)
    return;
  self->width = self->allocated = matchum_width_from_pixels (pixels);
}

MatchumWidth
matchum_width_from_pixels (int pixels)
{
  if (pixels < 620)
    return MATCHUM_WIDTH_NARROW;
  if (pixels < 1000)
    return MATCHUM_WIDTH_MEDIUM;
  if (pixels < 1900)
    return MATCHUM_WIDTH_WIDE;
  return MATCHUM_WIDTH_ULTRA;
}
