/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as little bars and as words. */
#include "config.h"

#include "ui/matchum-pages-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More bars than these are not drawn: the words say it. */
#define MOST_BARS 4
#define BAR_WIDTH 22
#define BAR_HEIGHT 10
#define BAR_GAP 3

struct _MatchumPagesFigure {
  GtkWidget parent_instance;

  GtkWidget *warning;
  GtkWidget *bars;
  GtkLabel *label;
  GtkWidget *button;
  MatchumWorkspace *workspace;
  gboolean is_narrow;
};

G_DEFINE_FINAL_TYPE (MatchumPagesFigure, matchum_pages_figure, GTK_TYPE_WIDGET)

static double
round_up_to_tenth (double used)
{
  return ceil (used * 10 - 1e-6) / 10;
}

static void
draw_bars_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  MatchumPagesFigure *self = user_data;
  double used = self->workspace != NULL ? matchum_workspace_get_pages_used (self->workspace) : 0;
  int n_bars = CLAMP ((int) ceil (used), 1, MOST_BARS);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  for (int i = 0; i < n_bars; i++)
    {
      double x = i * (BAR_WIDTH + BAR_GAP), y = (height - BAR_HEIGHT) / 2.0;
      double fill = CLAMP (used - i, 0, 1);

      cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha * 0.22);
      cairo_rectangle (cr, x, y, BAR_WIDTH, BAR_HEIGHT);
      cairo_fill (cr);
      cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha * 0.75);
      cairo_rectangle (cr, x, y, BAR_WIDTH * fill, BAR_HEIGHT);
      cairo_fill (cr);
    }
}

/* What is over is said by an icon and in words, too. */
static void
update_warning (MatchumPagesFigure *self, const char *words, gboolean is_over)
{
  g_autofree char *label = NULL;

  if (is_over)
    /* Translators: read aloud; %s is "1.3 of 1 page". */
    label = g_strdup_printf (_ ("%s: more than it may fill"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : words, -1);
  gtk_widget_set_visible (self->warning, is_over);
  if (is_over)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
}

static void
update_cb (MatchumPagesFigure *self)
{
  double used = matchum_workspace_get_pages_used (self->workspace);
  guint budget = matchum_workspace_get_budget (self->workspace);
  g_autofree char *words = matchum_pages_figure_dup_words_of (used, budget);
  int n_bars = CLAMP ((int) ceil (used), 1, MOST_BARS);

  g_assert (MATCHUM_IS_PAGES_FIGURE (self));

  gtk_label_set_label (self->label, words);
  update_warning (self, words, budget > 0 && used > budget);
  gtk_widget_set_visible (self->button, matchum_workspace_get_application (self->workspace) != NULL);
  gtk_widget_set_visible (self->bars, used >= 0 && !self->is_narrow);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->bars), n_bars * (BAR_WIDTH + BAR_GAP) - BAR_GAP);
  gtk_widget_queue_draw (self->bars);
}

static void
matchum_pages_figure_dispose (GObject *object)
{
  MatchumPagesFigure *self = MATCHUM_PAGES_FIGURE (object);
  GtkWidget *child;

  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (matchum_pages_figure_parent_class)->dispose (object);
}

static void
matchum_pages_figure_class_init (MatchumPagesFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = matchum_pages_figure_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagesfigure");
}

static void
matchum_pages_figure_init (MatchumPagesFigure *self)
{
  self->warning = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "visible", FALSE,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->warning, GTK_WIDGET (self));

  self->bars = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->bars), BAR_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bars), draw_bars_cb, self, NULL);
  gtk_widget_add_css_class (self->bars, "bars");
  gtk_widget_set_valign (self->bars, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->bars, GTK_WIDGET (self));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "figure");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));

  self->button = gtk_button_new_with_label (_ ("Fit…"));
  gtk_widget_set_tooltip_text (self->button, _ ("Fit to Pages (Shift+Ctrl+P)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Fit to Pages"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.fit");
  gtk_widget_add_css_class (self->button, "fit");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
matchum_pages_figure_new (MatchumWorkspace *workspace)
{
  MatchumPagesFigure *self;

  g_return_val_if_fail (MATCHUM_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (MATCHUM_TYPE_PAGES_FIGURE, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::pages-used", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "opened", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  return GTK_WIDGET (self);
}

void
matchum_pages_figure_set_narrow (MatchumPagesFigure *self, gboolean is_narrow)
{
  g_return_if_fail (MATCHUM_IS_PAGES_FIGURE (self));

  self->is_narrow = is_narrow;
  update_cb (self);
}

char *
matchum_pages_figure_dup_words (double used)
{
  double rounded = round_up_to_tenth (used);

  if (used < 0)
    return g_strdup ("");
  if (G_APPROX_VALUE (rounded, round (rounded), 1e-6))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", (gulong) rounded), (guint) rounded);
  /* Translators: a number of pages such as 1.3. */
  return g_strdup_printf (_ ("%.1f pages"), rounded);
}

char *
matchum_pages_figure_dup_words_of (double used, guint budget)
{
  double rounded = round_up_to_tenth (used);
  g_autofree char *number = NULL;

  if (used < 0 || budget == 0)
    return matchum_pages_figure_dup_words (used);
  number = g_strdup_printf ("%.*f", G_APPROX_VALUE (rounded, round (rounded), 1e-6) ? 0 : 1, rounded);
  /* Translators: how many pages are filled, as in 1.3, and how many there may be. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %u page", "%s of %u pages", budget), number, budget);
}
