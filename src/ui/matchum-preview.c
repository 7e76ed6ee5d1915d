/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the pages of a proof. */
#include "config.h"

#include "ui/matchum-preview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/matchum-page-view.h"

#define PIXELS_PER_POINT (96.0 / 72.0)
/* Left and right of a page, with its border. */
#define DESK_MARGIN 18
#define LEAST_ZOOM 0.25
#define MOST_ZOOM 4.0
#define ZOOM_STEP 1.1892071150027210667 /* four steps double */

struct _MatchumPreview {
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *page_box;
  GtkLabel *look_label;
  GtkLabel *figure;
  GtkButton *zoom_button;
  AdwStatusPage *problem_page;
  GMenu *theme_section;

  MatchumProof *proof;
  GPtrArray *views; /* of MatchumPageView, owned by the box */
  double zoom;      /* as chosen, 0 for as large as fits */
  guint arrange_id;
};

enum { PROP_0, PROP_PROOF, PROP_ZOOM, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumPreview, matchum_preview, GTK_TYPE_WIDGET)

static double
find_zoom (MatchumPreview *self)
{
  MatchumPages *pages = self->proof != NULL ? matchum_proof_get_pages (self->proof) : NULL;
  double room = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller)) - 2 * DESK_MARGIN;

  if (self->zoom > 0)
    return self->zoom;
  if (pages == NULL || room <= 0)
    return 1;
  return CLAMP (room / (matchum_pages_get_width (pages) * PIXELS_PER_POINT), LEAST_ZOOM, 1);
}

static void
update_zoom (MatchumPreview *self)
{
  double zoom = find_zoom (self);
  /* Translators: how large the page is shown, in percent. */
  g_autofree char *label = g_strdup_printf (_ ("%d %%"), (int) round (zoom * 100));
  g_autofree char *name = g_strdup_printf (_ ("Fit to Width; now %d %%"), (int) round (zoom * 100));

  for (guint i = 0; i < self->views->len; i++)
    matchum_page_view_set_zoom (self->views->pdata[i], zoom);
  gtk_button_set_label (self->zoom_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", zoom < MOST_ZOOM - 0.001);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", zoom > LEAST_ZOOM + 0.001);
}

/* Pages within a screen of the part that is seen are painted. */
static void
update_in_view (MatchumPreview *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top = gtk_adjustment_get_value (adjustment);
  double bottom = top + gtk_adjustment_get_page_size (adjustment);

  for (guint i = 0; i < self->views->len; i++)
    {
      GtkWidget *view = self->views->pdata[i];
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
      gboolean is_in_view = gtk_widget_get_mapped (view)
                            && gtk_widget_compute_bounds (view, GTK_WIDGET (self->page_box), &bounds)
                            && bounds.origin.y < bottom + 200 && bounds.origin.y + bounds.size.height > top - 200;

      matchum_page_view_set_in_view (MATCHUM_PAGE_VIEW (view), is_in_view);
      matchum_page_view_set_can_wait (MATCHUM_PAGE_VIEW (view),
                                      bounds.origin.y >= bottom || bounds.origin.y + bounds.size.height <= top);
    }
}

static gboolean
arrange_cb (gpointer user_data)
{
  MatchumPreview *self = user_data;

  self->arrange_id = 0;
  update_zoom (self);
  update_in_view (self);
  return G_SOURCE_REMOVE;
}

/* Sizes are known after allocation, and nothing may change while it runs. */
static void
queue_arrange (MatchumPreview *self)
{
  if (self->arrange_id == 0)
    self->arrange_id = g_idle_add_full (GTK_PRIORITY_RESIZE + 1, arrange_cb, self, NULL);
}

static void
update_figure (MatchumPreview *self, MatchumPages *pages)
{
  g_autofree char *label = NULL;
  guint n_pages = pages != NULL ? matchum_pages_get_n_pages (pages) : 0;

  if (n_pages > 0)
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", n_pages), n_pages);
  gtk_label_set_label (self->figure, label != NULL ? label : "");
}

static void
set_n_views (MatchumPreview *self, guint n_views)
{
  while (self->views->len > n_views)
    {
      gtk_box_remove (self->page_box, self->views->pdata[self->views->len - 1]);
      g_ptr_array_set_size (self->views, (gint) self->views->len - 1);
    }
  while (self->views->len < n_views)
    {
      GtkWidget *view = matchum_page_view_new ();

      gtk_box_append (self->page_box, view);
      g_ptr_array_add (self->views, view);
    }
}

static void
pages_changed_cb (MatchumPreview *self)
{
  MatchumPages *pages = self->proof != NULL ? matchum_proof_get_pages (self->proof) : NULL;
  guint n_pages = pages != NULL ? matchum_pages_get_n_pages (pages) : 0;
  const char *problem = self->proof != NULL ? matchum_proof_get_problem (self->proof) : NULL;

  g_assert (MATCHUM_IS_PREVIEW (self));

  set_n_views (self, n_pages);
  for (guint i = 0; i < n_pages; i++)
    matchum_page_view_set_page (self->views->pdata[i], pages, i);
  gtk_stack_set_visible_child_name (self->stack, n_pages > 0 ? "pages" : "nothing");
  if (n_pages == 0)
    {
      adw_status_page_set_title (self->problem_page,
                                 problem != NULL ? _ ("The Pages Could Not Be Laid Out") : _ ("Nothing to Show Yet"));
      adw_status_page_set_description (self->problem_page, problem);
    }
  update_figure (self, pages);
  queue_arrange (self);
}

static void
look_changed_cb (MatchumPreview *self)
{
  g_autofree char *theme = NULL, *paper = NULL, *label = NULL;

  g_object_get (self->proof, "theme", &theme, "paper", &paper, NULL);
  if (theme == NULL || paper == NULL)
    return;
  label = g_strdup_printf ("%s · %s", matchum_paper_get_label (paper), matchum_theme_get_label (theme));
  gtk_label_set_label (self->look_label, label);
}

static void
set_zoom (MatchumPreview *self, double zoom)
{
  self->zoom = zoom > 0 ? CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM) : 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  update_zoom (self);
  queue_arrange (self);
}

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (MATCHUM_PREVIEW (widget), find_zoom (MATCHUM_PREVIEW (widget)) * ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (MATCHUM_PREVIEW (widget), find_zoom (MATCHUM_PREVIEW (widget)) / ZOOM_STEP);
}

static void
zoom_fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (MATCHUM_PREVIEW (widget), 0);
}

static gboolean
scroll_cb (MatchumPreview *self, double dx, double dy, GtkEventController *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  set_zoom (self, find_zoom (self) * pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
fill_themes (MatchumPreview *self)
{
  for (const char *const *name = matchum_theme_get_names (); *name != NULL; name++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (matchum_theme_get_label (*name), NULL);

      g_menu_item_set_action_and_target (item, "win.theme", "s", *name);
      g_menu_append_item (self->theme_section, item);
    }
}

static void
matchum_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (matchum_preview_parent_class)->map (widget);

  queue_arrange (MATCHUM_PREVIEW (widget));
}

static void
matchum_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumPreview *self = MATCHUM_PREVIEW (object);

  switch (id)
    {
    case PROP_PROOF:
      g_value_set_object (value, self->proof);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumPreview *self = MATCHUM_PREVIEW (object);

  switch (id)
    {
    case PROP_PROOF:
      matchum_preview_set_proof (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_preview_dispose (GObject *object)
{
  MatchumPreview *self = MATCHUM_PREVIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->arrange_id, g_source_remove);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_object (&self->proof);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (matchum_preview_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/matchum/Matchum/matchum-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MatchumPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, MatchumPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, MatchumPreview, page_box);
  gtk_widget_class_bind_template_child (widget_class, MatchumPreview, look_label);
  gtk_widget_class_bind_template_child (widget_class, MatchumPreview, figure);
  gtk_widget_class_bind_template_child (widget_class, MatchumPreview, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, MatchumPreview, problem_page);
  gtk_widget_class_bind_template_child (widget_class, MatchumPreview, theme_section);
}

static void
install_zoom (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit", NULL);
}

static void
matchum_preview_class_init (MatchumPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = matchum_preview_get_property;
  object_class->set_property = matchum_preview_set_property;
  object_class->dispose = matchum_preview_dispose;
  widget_class->map = matchum_preview_map;

  properties[PROP_PROOF] = g_param_spec_object ("proof", NULL, NULL, MATCHUM_TYPE_PROOF, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, MOST_ZOOM, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  install_zoom (widget_class);
  gtk_widget_class_set_css_name (widget_class, "preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
matchum_preview_init (MatchumPreview *self)
{
  GtkAdjustment *vertical, *horizontal;
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->views = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (queue_arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (queue_arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (horizontal, "notify::page-size", G_CALLBACK (queue_arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
  fill_themes (self);
  pages_changed_cb (self);
}

void
matchum_preview_set_proof (MatchumPreview *self, MatchumProof *proof)
{
  g_return_if_fail (MATCHUM_IS_PREVIEW (self));
  g_return_if_fail (proof == NULL || MATCHUM_IS_PROOF (proof));

  if (proof == self->proof)
    return;

  if (self->proof != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->proof, pages_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->proof, look_changed_cb, self);
    }
  g_set_object (&self->proof, proof);
  if (proof != NULL)
    {
      g_signal_connect_object (proof, "notify::pages", G_CALLBACK (pages_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (proof, "notify::theme", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (proof, "notify::paper", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
      look_changed_cb (self);
    }
  pages_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROOF]);
}

gboolean
matchum_preview_focus (MatchumPreview *self)
{
  g_return_val_if_fail (MATCHUM_IS_PREVIEW (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}
