/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws by itself what labels and images would need widgets for. */
#include "config.h"

#include "ui/matchum-usage-cell.h"

#define ICON_SIZE 16
#define ICON_GAP 3
#define PADDING 6
#define LINE_SCALE 0.92

struct _MatchumUsageCell {
  GtkWidget parent_instance;

  const char *icons[MATCHUM_USAGE_CELL_MOST_ICONS]; /* interned */
  char *lines[MATCHUM_USAGE_CELL_MOST_LINES];
  int n_bold;
  int indent;
  const char *css_class; /* interned, or NULL */
  char *label;
  char *description;
};

G_DEFINE_FINAL_TYPE (MatchumUsageCell, matchum_usage_cell, GTK_TYPE_WIDGET)

static void
draw_icon (MatchumUsageCell *self, GtkSnapshot *snapshot, const char *name, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget),
                                  gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, &color, 1);
  gtk_snapshot_restore (snapshot);
}

/* From the start, so that those of one kind stand below one another. */
static void
draw_icons (MatchumUsageCell *self, GtkSnapshot *snapshot)
{
  const double y = (gtk_widget_get_height (GTK_WIDGET (self)) - ICON_SIZE) / 2;
  double x = PADDING;

  for (int i = 0; i < MATCHUM_USAGE_CELL_MOST_ICONS; i++)
    if (self->icons[i] != NULL)
      {
        draw_icon (self, snapshot, self->icons[i], x, y);
        x += ICON_SIZE + ICON_GAP;
      }
}

static PangoLayout *
create_layout (GtkWidget *widget, const char *text, gboolean is_bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (LINE_SCALE));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/* Ellipsized as it is drawn. */
static PangoLayout *
create_line (MatchumUsageCell *self, int line)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoLayout *layout = create_layout (widget, self->lines[line], line < self->n_bold);
  const int width = gtk_widget_get_width (widget) - 2 * PADDING - self->indent;

  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
draw_line (MatchumUsageCell *self, GtkSnapshot *snapshot, PangoLayout *layout, double y)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (PADDING + self->indent), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_lines (MatchumUsageCell *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  int height = 0, line_height;
  double y;

  for (int i = 0; i < MATCHUM_USAGE_CELL_MOST_LINES; i++)
    if (self->lines[i] != NULL)
      {
        PangoLayout *layout = create_line (self, i);

        pango_layout_get_pixel_size (layout, NULL, &line_height);
        height += line_height;
        g_ptr_array_add (layouts, layout);
      }
  y = (gtk_widget_get_height (widget) - height) / 2;
  for (guint i = 0; i < layouts->len; i++)
    {
      draw_line (self, snapshot, layouts->pdata[i], y);
      pango_layout_get_pixel_size (layouts->pdata[i], NULL, &line_height);
      y += line_height;
    }
}

static void
matchum_usage_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MatchumUsageCell *self = MATCHUM_USAGE_CELL (widget);

  draw_icons (self, snapshot);
  draw_lines (self, snapshot);
}

static void
matchum_usage_cell_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
matchum_usage_cell_finalize (GObject *object)
{
  MatchumUsageCell *self = MATCHUM_USAGE_CELL (object);

  for (int i = 0; i < MATCHUM_USAGE_CELL_MOST_LINES; i++)
    g_free (self->lines[i]);
  g_free (self->label);
  g_free (self->description);

  G_OBJECT_CLASS (matchum_usage_cell_parent_class)->finalize (object);
}

static void
matchum_usage_cell_class_init (MatchumUsageCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = matchum_usage_cell_finalize;
  widget_class->snapshot = matchum_usage_cell_snapshot;
  widget_class->measure = matchum_usage_cell_measure;
  gtk_widget_class_set_css_name (widget_class, "usagecell");
}

static void
matchum_usage_cell_init (MatchumUsageCell *self)
{
}

GtkWidget *
matchum_usage_cell_new (GtkAccessibleRole role)
{
  return g_object_new (MATCHUM_TYPE_USAGE_CELL, "accessible-role", role, NULL);
}

static void
set_text (char **text, const char *other)
{
  if (g_strcmp0 (*text, other) == 0)
    return;
  g_free (*text);
  *text = g_strdup (other);
}

static void
set_class (MatchumUsageCell *self, const char *css_class)
{
  css_class = g_intern_string (css_class);
  if (css_class == self->css_class)
    return;
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  self->css_class = css_class;
}

static void
set_accessible (MatchumUsageCell *self, const char *label, const char *description)
{
  if (g_strcmp0 (self->label, label) != 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (g_strcmp0 (self->description, description) != 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description != NULL ? description : "", -1);
  set_text (&self->label, label);
  set_text (&self->description, description);
}

void
matchum_usage_cell_set_content (MatchumUsageCell *self,
                                const MatchumUsageCellContent *content,
                                const char *css_class,
                                const char *label,
                                const char *description)
{
  g_return_if_fail (MATCHUM_IS_USAGE_CELL (self));
  g_return_if_fail (content != NULL && label != NULL);

  for (int i = 0; i < MATCHUM_USAGE_CELL_MOST_ICONS; i++)
    self->icons[i] = g_intern_string (content->icons[i]);
  for (int i = 0; i < MATCHUM_USAGE_CELL_MOST_LINES; i++)
    set_text (&self->lines[i], content->lines[i]);
  self->n_bold = content->n_bold;
  self->indent = content->indent;
  set_class (self, css_class);
  set_accessible (self, label, description);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
matchum_usage_cell_shows_all (MatchumUsageCell *self)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_CELL (self), FALSE);

  for (int i = 0; i < MATCHUM_USAGE_CELL_MOST_LINES; i++)
    if (self->lines[i] != NULL)
      {
        g_autoptr (PangoLayout) layout = create_line (self, i);

        if (pango_layout_is_ellipsized (layout))
          return FALSE;
      }
  return TRUE;
}

const char *
matchum_usage_cell_get_label (MatchumUsageCell *self)
{
  g_return_val_if_fail (MATCHUM_IS_USAGE_CELL (self), NULL);

  return self->label;
}

void
matchum_usage_cell_measure_text (GtkWidget *widget, int n_lines, int *height, int *digit_width)
{
  g_autoptr (PangoLayout) layout = NULL;
  int line_width, line_height;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (height != NULL && digit_width != NULL);

  /* Hangul stands higher than Latin letters. */
  layout = create_layout (widget, "0123456789글", TRUE);
  pango_layout_get_pixel_size (layout, &line_width, &line_height);
  *height = n_lines * line_height;
  *digit_width = line_width / 12;
}
