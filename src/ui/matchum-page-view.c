/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints one page into a picture of its own, on another thread where one is seen already. */
#include "config.h"

#include "ui/matchum-page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PIXELS_PER_POINT (96.0 / 72.0)
/* A page that is near and not seen is painted when the changes pause. */
#define PAUSE_MS 120
/* Where one frame follows the other and leaves no time between, a page waits so long at most. */
#define PATIENCE_US 60000

struct _MatchumPageView {
  GtkWidget parent_instance;

  MatchumPages *pages;
  guint index;
  double zoom;
  gboolean is_in_view;
  gboolean can_wait;

  cairo_surface_t *picture; /* of the page, or NULL */
  cairo_surface_t *before;  /* that was seen before, kept while frames may still draw it */
  GdkTexture *texture;      /* of the picture; NULL until asked for */
  MatchumPages *painted;    /* that the picture shows a page of */
  gboolean is_stale;
  gint64 stale_since;
  guint paint_id;
  MatchumPages *painting; /* of which a page is painted on another thread, or NULL */
  guint n_pictures;       /* given up so far: what is painted of an earlier one is of no use */
  guint n_paints;
};

G_DEFINE_FINAL_TYPE (MatchumPageView, matchum_page_view, GTK_TYPE_WIDGET)

static void
forget_picture (MatchumPageView *self)
{
  self->n_pictures++;
  g_clear_object (&self->texture);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->before, cairo_surface_destroy);
  g_clear_pointer (&self->painted, matchum_pages_unref);
}

/* Takes picture, and pages of which it shows one; NULL for a picture that would be the same. */
static void
take_picture (MatchumPageView *self, cairo_surface_t *picture, MatchumPages *pages)
{
  g_clear_pointer (&self->painted, matchum_pages_unref);
  self->painted = pages;
  self->is_stale = pages != self->pages;
  if (picture == NULL)
    return;

  g_clear_object (&self->texture);
  g_clear_pointer (&self->before, cairo_surface_destroy);
  self->before = self->picture;
  self->picture = picture;
  self->n_paints++;
}

static void
draw_page (MatchumPageView *self, cairo_surface_t *surface, int width, int height)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / matchum_pages_get_width (self->pages), height / matchum_pages_get_height (self->pages));
  matchum_pages_draw (self->pages, self->index, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static void
paint_now (MatchumPageView *self, int width, int height)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  draw_page (self, picture, width, height);
  self->n_pictures++;
  take_picture (self, picture, matchum_pages_ref (self->pages));
}

/* --- painting on another thread --- */

/* Letters are recorded on the main thread, whose fonts they are made with, and filled on another, which takes most of
 * the time. */
typedef struct {
  GWeakRef view;
  guint n_pictures;
  cairo_surface_t *recording;
  cairo_surface_t *before; /* the picture that is seen */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->view);
  cairo_surface_destroy (job->recording);
  cairo_surface_destroy (job->before);
  g_free (job);
}

static gboolean
is_same_picture (cairo_surface_t *picture, cairo_surface_t *other)
{
  gsize size = (gsize) cairo_image_surface_get_stride (picture) * (gsize) cairo_image_surface_get_height (picture);

  return cairo_image_surface_get_width (picture) == cairo_image_surface_get_width (other)
         && cairo_image_surface_get_height (picture) == cairo_image_surface_get_height (other)
         && memcmp (cairo_image_surface_get_data (picture), cairo_image_surface_get_data (other), size) == 0;
}

/* Returns the picture, or NULL where it is the one that is seen. */
static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  cairo_surface_t *picture =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (job->before),
                                  cairo_image_surface_get_height (job->before));
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_surface (cr, job->recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  if (is_same_picture (picture, job->before))
    g_clear_pointer (&picture, cairo_surface_destroy);
  g_task_return_pointer (task, picture, (GDestroyNotify) cairo_surface_destroy);
}

static void queue_paint (MatchumPageView *self);

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (MatchumPageView) self = g_weak_ref_get (&job->view);
  g_autoptr (MatchumPages) pages = self != NULL ? g_steal_pointer (&self->painting) : NULL;
  cairo_surface_t *picture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL || job->n_pictures != self->n_pictures)
    g_clear_pointer (&picture, cairo_surface_destroy);
  if (self == NULL)
    return;

  if (job->n_pictures == self->n_pictures)
    take_picture (self, picture, g_steal_pointer (&pages));
  if (picture != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  /* What changed meanwhile. */
  if (self->is_stale)
    queue_paint (self);
}

static void
start_painting (MatchumPageView *self)
{
  g_autoptr (GTask) task = NULL;
  cairo_rectangle_t extents = { 0 };
  Job *job;

  /* Without a picture, the next frame paints. */
  if (self->painting != NULL || self->picture == NULL)
    return;
  if (self->painted != NULL && matchum_pages_is_same_page (self->painted, self->pages, self->index))
    {
      take_picture (self, NULL, matchum_pages_ref (self->pages));
      return;
    }

  extents.width = cairo_image_surface_get_width (self->picture);
  extents.height = cairo_image_surface_get_height (self->picture);
  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->view, self);
  job->n_pictures = self->n_pictures;
  job->before = cairo_surface_reference (self->picture);
  job->recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  draw_page (self, job->recording, (int) extents.width, (int) extents.height);

  self->painting = matchum_pages_ref (self->pages);
  task = g_task_new (NULL, NULL, painted_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

static gboolean
paint_cb (gpointer user_data)
{
  MatchumPageView *self = user_data;

  self->paint_id = 0;
  if (self->is_stale)
    start_painting (self);
  return G_SOURCE_REMOVE;
}

/* After the frame that shows what else changed, which has enough to do. */
static void
queue_paint (MatchumPageView *self)
{
  gint64 now = g_get_monotonic_time ();

  if (!self->is_stale)
    self->stale_since = now;
  self->is_stale = TRUE;
  if (!self->can_wait && now - self->stale_since > PATIENCE_US)
    {
      self->stale_since = now;
      start_painting (self);
      return;
    }
  if (self->can_wait)
    g_clear_handle_id (&self->paint_id, g_source_remove);
  if (self->paint_id == 0)
    self->paint_id = self->can_wait ? g_timeout_add (PAUSE_MS, paint_cb, self)
                                    : g_idle_add_full (GDK_PRIORITY_REDRAW + 10, paint_cb, self, NULL);
}

/* --- drawing --- */

static void
release_picture (gpointer picture)
{
  cairo_surface_destroy (picture);
}

static GdkTexture *
ensure_texture (MatchumPageView *self)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (self->picture);
  int height = cairo_image_surface_get_height (self->picture);
  g_autoptr (GBytes) pixels = NULL;

  if (self->texture != NULL)
    return self->texture;

  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->picture), stride * (gsize) height,
                                       release_picture, cairo_surface_reference (self->picture));
  self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (self->picture), height, GDK_MEMORY_DEFAULT,
                                          pixels, stride);
  return self->texture;
}

/* GTK's Cairo renderer copies a texture whole whenever anything in the window is drawn. */
static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
draw_with_cairo (MatchumPageView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  double scale = (double) bounds->size.width / cairo_image_surface_get_width (self->picture);

  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
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

  if (self->picture == NULL || cairo_image_surface_get_width (self->picture) != width * scale)
    paint_now (self, width * scale, height * scale);
  if (is_drawn_by_cairo (widget))
    draw_with_cairo (self, snapshot, &bounds);
  else
    gtk_snapshot_append_texture (snapshot, ensure_texture (self), &bounds);
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

  forget_picture (self);
  g_clear_pointer (&self->painting, matchum_pages_unref);
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

static void
update_label (MatchumPageView *self)
{
  /* Translators: what a screen reader says of a picture of a page: page 1 of 2. */
  g_autofree char *label =
      g_strdup_printf (_ ("Page %u of %u"), self->index + 1, matchum_pages_get_n_pages (self->pages));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
matchum_page_view_set_page (MatchumPageView *self, MatchumPages *pages, guint index)
{
  gboolean is_resized, is_renamed;

  g_return_if_fail (MATCHUM_IS_PAGE_VIEW (self));
  g_return_if_fail (pages != NULL && index < matchum_pages_get_n_pages (pages));

  is_resized = self->pages == NULL
               || !G_APPROX_VALUE (matchum_pages_get_width (self->pages), matchum_pages_get_width (pages), 0.01)
               || !G_APPROX_VALUE (matchum_pages_get_height (self->pages), matchum_pages_get_height (pages), 0.01);
  is_renamed = self->pages == NULL || self->index != index
               || matchum_pages_get_n_pages (self->pages) != matchum_pages_get_n_pages (pages);
  matchum_pages_ref (pages);
  g_clear_pointer (&self->pages, matchum_pages_unref);
  self->pages = pages;
  if (index != self->index)
    {
      self->n_pictures++; /* what is being painted is another page */
      g_clear_pointer (&self->painted, matchum_pages_unref);
    }
  self->index = index;
  queue_paint (self);

  if (is_renamed)
    update_label (self);
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
    forget_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
matchum_page_view_set_can_wait (MatchumPageView *self, gboolean can_wait)
{
  g_return_if_fail (MATCHUM_IS_PAGE_VIEW (self));

  if (can_wait == self->can_wait)
    return;
  self->can_wait = can_wait;
  g_clear_handle_id (&self->paint_id, g_source_remove);
  if (self->is_stale)
    queue_paint (self);
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
