/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints one page into a texture of its own. */
#include "config.h"

#include "ui/matchum-page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PIXELS_PER_POINT (96.0 / 72.0)
/* A page is painted anew when the changes pause: painting takes longer than a frame may. */
#define PAUSE_MS 90

struct _MatchumPageView {
  GtkWidget parent_instance;

  MatchumPages *pages;
  guint index;
  double zoom;
  gboolean is_in_view;

  GdkTexture *texture;
  GBytes *pixels;        /* of the texture */
  MatchumPages *painted; /* that it shows a page of */
  gboolean is_stale;
  guint paint_id;
  guint n_paints;
};

G_DEFINE_FINAL_TYPE (MatchumPageView, matchum_page_view, GTK_TYPE_WIDGET)

static void
forget_texture (MatchumPageView *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->pixels, g_bytes_unref);
  g_clear_pointer (&self->painted, matchum_pages_unref);
}

static void
note_painted (MatchumPageView *self)
{
  self->is_stale = FALSE;
  matchum_pages_ref (self->pages);
  g_clear_pointer (&self->painted, matchum_pages_unref);
  self->painted = self->pages;
}

static cairo_surface_t *
paint (MatchumPageView *self, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / matchum_pages_get_width (self->pages), height / matchum_pages_get_height (self->pages));
  matchum_pages_draw (self->pages, self->index, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Keeps the texture there is where the new one would be the same, so that the frame has nothing to draw. */
static void
update_texture (MatchumPageView *self, int width, int height)
{
  cairo_surface_t *surface = paint (self, width, height);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);

  if (self->texture != NULL && gdk_texture_get_width (self->texture) == width && g_bytes_equal (pixels, self->pixels))
    {
      note_painted (self);
      return;
    }

  forget_texture (self);
  note_painted (self);
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, stride);
  self->pixels = g_steal_pointer (&pixels);
  self->n_paints++;
}

static void
matchum_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MatchumPageView *self = MATCHUM_PAGE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

  if (!self->is_in_view || self->pages == NULL || width == 0 || height == 0)
    return;

  if (self->texture == NULL || gdk_texture_get_width (self->texture) != width * scale)
    update_texture (self, width * scale, height * scale);
  gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}

static void
matchum_page_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  MatchumPageView *self = MATCHUM_PAGE_VIEW (widget);
  double points = 0;

  if (self->pages != NULL)
    points = orientation == GTK_ORIENTATION_HORIZONTAL ? matchum_pages_get_width (self->pages)
                                                       : matchum_pages_get_height (self->pages);
  *minimum = *natural = (int) round (points * PIXELS_PER_POINT * self->zoom);
}

static gboolean
paint_cb (gpointer user_data)
{
  MatchumPageView *self = user_data;

  self->paint_id = 0;
  if (self->is_stale && self->texture != NULL)
    {
      g_autoptr (GdkTexture) before = g_object_ref (self->texture);

      update_texture (self, gdk_texture_get_width (before), gdk_texture_get_height (before));
      if (self->texture != before)
        gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  return G_SOURCE_REMOVE;
}

static void
queue_paint (MatchumPageView *self)
{
  self->is_stale = TRUE;
  g_clear_handle_id (&self->paint_id, g_source_remove);
  self->paint_id = g_timeout_add (PAUSE_MS, paint_cb, self);
}

static void
matchum_page_view_dispose (GObject *object)
{
  g_clear_handle_id (&MATCHUM_PAGE_VIEW (object)->paint_id, g_source_remove);

  G_OBJECT_CLASS (matchum_page_view_parent_class)->dispose (object);
}

static void
matchum_page_view_finalize (GObject *object)
{
  MatchumPageView *self = MATCHUM_PAGE_VIEW (object);

  forget_texture (self);
  g_clear_pointer (&self->pages, matchum_pages_unref);

  G_OBJECT_CLASS (matchum_page_view_parent_class)->finalize (object);
}

static void
matchum_page_view_class_init (MatchumPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = matchum_page_view_dispose;
  object_class->finalize = matchum_page_view_finalize;
  widget_class->snapshot = matchum_page_view_snapshot;
  widget_class->measure = matchum_page_view_measure;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
matchum_page_view_init (MatchumPageView *self)
{
  self->zoom = 1;
}

GtkWidget *
matchum_page_view_new (void)
{
  return g_object_new (MATCHUM_TYPE_PAGE_VIEW, NULL);
}

void
matchum_page_view_set_page (MatchumPageView *self, MatchumPages *pages, guint index)
{
  g_autofree char *label = NULL;
  gboolean is_resized;

  g_return_if_fail (MATCHUM_IS_PAGE_VIEW (self));
  g_return_if_fail (pages != NULL && index < matchum_pages_get_n_pages (pages));

  is_resized = self->pages == NULL
               || !G_APPROX_VALUE (matchum_pages_get_width (self->pages), matchum_pages_get_width (pages), 0.01)
               || !G_APPROX_VALUE (matchum_pages_get_height (self->pages), matchum_pages_get_height (pages), 0.01);
  matchum_pages_ref (pages);
  g_clear_pointer (&self->pages, matchum_pages_unref);
  self->pages = pages;
  self->index = index;
  queue_paint (self);

  /* Translators: what a screen reader says of a picture of a page: page 1 of 2. */
  label = g_strdup_printf (_ ("Page %u of %u"), index + 1, matchum_pages_get_n_pages (pages));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (is_resized)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
matchum_page_view_set_zoom (MatchumPageView *self, double zoom)
{
  g_return_if_fail (MATCHUM_IS_PAGE_VIEW (self));

  if (G_APPROX_VALUE (zoom, self->zoom, 1e-6))
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
matchum_page_view_set_in_view (MatchumPageView *self, gboolean is_in_view)
{
  g_return_if_fail (MATCHUM_IS_PAGE_VIEW (self));

  if (is_in_view == self->is_in_view)
    return;
  self->is_in_view = is_in_view;
  if (!is_in_view)
    forget_texture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
matchum_page_view_is_stale (MatchumPageView *self)
{
  g_return_val_if_fail (MATCHUM_IS_PAGE_VIEW (self), FALSE);

  return self->is_stale;
}

MatchumPages *
matchum_page_view_get_painted (MatchumPageView *self)
{
  g_return_val_if_fail (MATCHUM_IS_PAGE_VIEW (self), NULL);

  return self->painted;
}

guint
matchum_page_view_get_n_paints (MatchumPageView *self)
{
  g_return_val_if_fail (MATCHUM_IS_PAGE_VIEW (self), 0);

  return self->n_paints;
}
