/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A division of a GtkPaned that stays in proportion. */
#include "config.h"

#include "ui/matchum-split.h"

struct _MatchumSplit {
  GObject parent_instance;

  GtkPaned *paned; /* borrowed, or NULL */
  double share;
  /* How the paned was when it was divided last. A handle that moves while all of this stays the same was moved by the
   * user; else it was pushed. */
  int room; /* 0: never yet */
  int least;
  int most;
  gboolean is_dividing;
  guint divide_id;
};

enum { PROP_0, PROP_SHARE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumSplit, matchum_split, G_TYPE_OBJECT)

static gboolean
has_both_sides (MatchumSplit *self)
{
  return self->paned != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->paned))
         && gtk_widget_get_visible (gtk_paned_get_start_child (self->paned))
         && gtk_widget_get_visible (gtk_paned_get_end_child (self->paned));
}

static void
look (MatchumSplit *self, int *room, int *least, int *most)
{
  *room = gtk_widget_get_width (GTK_WIDGET (self->paned));
  g_object_get (self->paned, "min-position", least, "max-position", most, NULL);
}

static int
find_position (MatchumSplit *self)
{
  return CLAMP ((int) (self->share * self->room + 0.5), self->least, MAX (self->least, self->most));
}

static void
divide (MatchumSplit *self)
{
  int room, least, most;

  if (!has_both_sides (self))
    return;
  look (self, &room, &least, &most);
  if (room <= 0)
    return;
  self->room = room;
  self->least = least;
  self->most = most;
  self->is_dividing = TRUE;
  gtk_paned_set_position (self->paned, find_position (self));
  self->is_dividing = FALSE;
}

static gboolean
divide_cb (gpointer user_data)
{
  MatchumSplit *self = user_data;

  self->divide_id = 0;
  divide (self);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are allocated, but before the next frame. */
static void
queue_divide (MatchumSplit *self)
{
  if (self->divide_id == 0)
    self->divide_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, divide_cb, self, NULL);
}

static void
moved_cb (MatchumSplit *self)
{
  int room, least, most, position;

  g_assert (MATCHUM_IS_SPLIT (self));

  if (self->is_dividing || self->divide_id != 0 || !has_both_sides (self))
    return;
  look (self, &room, &least, &most);
  if (room != self->room || least != self->least || most != self->most)
    {
      queue_divide (self);
      return;
    }
  position = gtk_paned_get_position (self->paned);
  if (position == find_position (self))
    return;
  self->share = CLAMP ((double) position / room, 0, 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARE]);
}

static void
matchum_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHARE:
      g_value_set_double (value, MATCHUM_SPLIT (object)->share);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHARE:
      matchum_split_set_share (MATCHUM_SPLIT (object), g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_split_dispose (GObject *object)
{
  MatchumSplit *self = MATCHUM_SPLIT (object);

  g_clear_handle_id (&self->divide_id, g_source_remove);
  g_clear_weak_pointer (&self->paned);

  G_OBJECT_CLASS (matchum_split_parent_class)->dispose (object);
}

static void
matchum_split_class_init (MatchumSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = matchum_split_get_property;
  object_class->set_property = matchum_split_set_property;
  object_class->dispose = matchum_split_dispose;

  properties[PROP_SHARE] = g_param_spec_double ("share", NULL, NULL, 0, 1, 0.5,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
matchum_split_init (MatchumSplit *self)
{
  self->share = 0.5;
}

MatchumSplit *
matchum_split_new (GtkPaned *paned)
{
  MatchumSplit *self;
  GtkWidget *sides[2];

  g_return_val_if_fail (GTK_IS_PANED (paned), NULL);

  self = g_object_new (MATCHUM_TYPE_SPLIT, NULL);
  g_set_weak_pointer (&self->paned, paned);
  g_signal_connect_object (paned, "notify::position", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (paned, "notify::min-position", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (paned, "notify::max-position", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  /* A side that comes back finds the handle where it was left, whatever became of the room. */
  sides[0] = gtk_paned_get_start_child (paned);
  sides[1] = gtk_paned_get_end_child (paned);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_signal_connect_object (sides[i], "map", G_CALLBACK (queue_divide), self, G_CONNECT_SWAPPED);
  return self;
}

double
matchum_split_get_share (MatchumSplit *self)
{
  g_return_val_if_fail (MATCHUM_IS_SPLIT (self), 0);

  return self->share;
}

void
matchum_split_set_share (MatchumSplit *self, double share)
{
  g_return_if_fail (MATCHUM_IS_SPLIT (self));

  share = CLAMP (share, 0, 1);
  if (share == self->share)
    return;
  self->share = share;
  divide (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARE]);
}

void
matchum_split_expect (MatchumSplit *self, int room)
{
  g_return_if_fail (MATCHUM_IS_SPLIT (self));

  if (self->room == 0 && room > 0 && self->paned != NULL)
    gtk_paned_set_position (self->paned, (int) (self->share * room + 0.5));
}
