/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence marked in a wrapping text. The label draws the words; one child, the mark, carries the look of every mark
 * and is drawn as often as there are lines to mark. Marks as child widgets of their own would have to be made before
 * it is known over how many lines each of them runs, and cost a CSS node each in every row of a long list. */
#include "config.h"

#include "ui/matchum-marked-label.h"

#include <math.h>
#include <string.h>

#include "ui/matchum-word-breaks.h"

/* The mark is allocated this wide, in pixels, and stretched from there; its height is that of a line. */
#define MARK_WIDTH 64
/* Words wrap at any letter where there is no room; so narrow they are still some. */
#define LEAST_WIDTH 24

struct _MatchumMarkedLabel {
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *mark; /* NULL until there is something to mark */
  GArray *spans;   /* of MatchumSpan, bytes of the text */
  gboolean single_line;
};

enum { PROP_0, PROP_SINGLE_LINE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MatchumMarkedLabel, matchum_marked_label, GTK_TYPE_WIDGET)

static void
insert_span (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttribute *
create_run_attribute (MatchumInlineKind kind)
{
  switch (kind)
    {
    case MATCHUM_INLINE_STRONG:
      return pango_attr_weight_new (PANGO_WEIGHT_BOLD);
    case MATCHUM_INLINE_EMPHASIS:
      return pango_attr_style_new (PANGO_STYLE_ITALIC);
    case MATCHUM_INLINE_CODE:
      return pango_attr_family_new ("monospace");
    case MATCHUM_INLINE_LINK:
    default:
      return NULL;
    }
}

static void
insert_runs (PangoAttrList *attributes, MatchumInlineText *content)
{
  for (guint i = 0; i < matchum_inline_text_get_n_runs (content); i++)
    {
      const MatchumInlineRun *run = matchum_inline_text_get_run (content, i);
      PangoAttribute *attribute = create_run_attribute (run->kind);

      if (attribute != NULL)
        insert_span (attributes, attribute, run->span.start, run->span.end);
    }
}

/* Bytes of the line that show something: a line that was wrapped ends in the space at which it was. */
static MatchumSpan
get_line_span (PangoLayoutLine *line, const char *text)
{
  MatchumSpan span = MATCHUM_SPAN ((gsize) line->start_index, (gsize) (line->start_index + line->length));

  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  return span;
}

/* Where GtkLabel has put its layout, in coordinates of the marked label. */
static graphene_point_t
get_layout_origin (MatchumMarkedLabel *self)
{
  graphene_point_t origin = GRAPHENE_POINT_INIT_ZERO;
  int x, y;

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &x, &y);
  if (!gtk_widget_compute_point (self->label, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &origin))
    g_warn_if_reached ();
  return origin;
}

static void
append_line_rectangles (GArray *rectangles, PangoLayoutIter *iter, MatchumSpan span, graphene_point_t origin)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  MatchumSpan shown = get_line_span (line, pango_layout_get_text (pango_layout_iter_get_layout (iter)));
  g_autofree int *ranges = NULL;
  PangoRectangle extents;
  int n_ranges;

  if (!matchum_span_overlaps (shown, span))
    return;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_get_x_ranges (line, (int) MAX (shown.start, span.start), (int) MIN (shown.end, span.end), &ranges,
                                  &n_ranges);
  for (int i = 0, next; i < n_ranges; i = next)
    {
      int end = ranges[2 * i + 1];
      graphene_rect_t rectangle;

      /* One range for each run of glyphs: what touches is one mark. */
      for (next = i + 1; next < n_ranges && ranges[2 * next] <= end; next++)
        end = MAX (end, ranges[2 * next + 1]);
      graphene_rect_init (&rectangle, origin.x + (float) pango_units_to_double (ranges[2 * i]),
                          origin.y + (float) pango_units_to_double (extents.y),
                          (float) pango_units_to_double (end - ranges[2 * i]),
                          (float) pango_units_to_double (extents.height));
      g_array_append_val (rectangles, rectangle);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const MatchumSpan *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

/* Overlapping and touching spans become one, so that no word is marked twice. */
static void
merge_spans (GArray *spans)
{
  guint n_merged = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      MatchumSpan span = g_array_index (spans, MatchumSpan, i);
      MatchumSpan *last = n_merged > 0 ? &g_array_index (spans, MatchumSpan, n_merged - 1) : NULL;

      if (last != NULL && span.start <= last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, MatchumSpan, n_merged++) = span;
    }
  g_array_set_size (spans, n_merged);
}

static void
ensure_mark (MatchumMarkedLabel *self)
{
  if (self->mark != NULL)
    return;

  self->mark = g_object_new (GTK_TYPE_BOX, "css-name", "mark", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "can-target", FALSE, NULL);
  gtk_widget_insert_before (self->mark, GTK_WIDGET (self), self->label);
}

static gboolean
has_spans (MatchumMarkedLabel *self, GArray *spans)
{
  return spans->len == self->spans->len
         && (spans->len == 0 || memcmp (spans->data, self->spans->data, spans->len * sizeof (MatchumSpan)) == 0);
}

/* A label lays itself out anew even for the words that it shows already. */
static void
take_text (MatchumMarkedLabel *self, const char *text, PangoAttrList *attributes)
{
  GtkLabel *label = GTK_LABEL (self->label);
  PangoAttrList *before = gtk_label_get_attributes (label);

  matchum_word_breaks_insert (attributes, text);
  if (before == NULL || !g_str_equal (text, gtk_label_get_text (label)) || !pango_attr_list_equal (attributes, before))
    {
      gtk_label_set_text (label, text);
      gtk_label_set_attributes (label, attributes);
    }
  matchum_marked_label_set_marks (self, NULL, 0);
}

static GtkSizeRequestMode
matchum_marked_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
matchum_marked_label_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  MatchumMarkedLabel *self = MATCHUM_MARKED_LABEL (widget);

  /* Baselines of Hangul and of Latin letters differ by a pixel, for which a box of GTK 4.8 asks only when it knows its
   * width. Nothing is aligned by them. */
  *minimum_baseline = *natural_baseline = -1;
  /* What takes all the room that there is need not be laid out twice to find how much it would like, and a list asks so
   * of each row that says something else. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && gtk_widget_get_hexpand (widget))
    {
      *minimum = *natural = LEAST_WIDTH;
      return;
    }
  /* The height does not decide the width: passing it on lets a label grow past its pane. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  gtk_widget_measure (self->label, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
matchum_marked_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MatchumMarkedLabel *self = MATCHUM_MARKED_LABEL (widget);
  PangoRectangle extents = { 0 };
  int minimum;

  gtk_widget_allocate (self->label, width, height, baseline, NULL);
  if (self->mark == NULL)
    return;

  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (gtk_label_get_layout (GTK_LABEL (self->label)),
                                                                       0),
                                       NULL, &extents);
  gtk_widget_measure (self->mark, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->mark, MARK_WIDTH, MAX (extents.height, minimum), -1, NULL);
}

static void
matchum_marked_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MatchumMarkedLabel *self = MATCHUM_MARKED_LABEL (widget);

  if (self->spans->len > 0)
    {
      g_autoptr (GArray) rectangles = matchum_marked_label_dup_rectangles (self);
      int mark_height = gtk_widget_get_height (self->mark);

      for (guint i = 0; i < rectangles->len; i++)
        {
          const graphene_rect_t *rectangle = &g_array_index (rectangles, graphene_rect_t, i);
          float bottom = roundf (rectangle->origin.y + rectangle->size.height);

          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rectangle->origin.x, bottom - (float) mark_height));
          gtk_snapshot_scale (snapshot, rectangle->size.width / MARK_WIDTH, 1);
          gtk_widget_snapshot_child (widget, self->mark, snapshot);
          gtk_snapshot_restore (snapshot);
        }
    }
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
matchum_marked_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MatchumMarkedLabel *self = MATCHUM_MARKED_LABEL (object);

  switch (id)
    {
    case PROP_SINGLE_LINE:
      g_value_set_boolean (value, self->single_line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_marked_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MatchumMarkedLabel *self = MATCHUM_MARKED_LABEL (object);

  switch (id)
    {
    case PROP_SINGLE_LINE:
      matchum_marked_label_set_single_line (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
matchum_marked_label_dispose (GObject *object)
{
  MatchumMarkedLabel *self = MATCHUM_MARKED_LABEL (object);

  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (matchum_marked_label_parent_class)->dispose (object);
}

static void
matchum_marked_label_finalize (GObject *object)
{
  MatchumMarkedLabel *self = MATCHUM_MARKED_LABEL (object);

  g_array_unref (self->spans);

  G_OBJECT_CLASS (matchum_marked_label_parent_class)->finalize (object);
}

static void
matchum_marked_label_class_init (MatchumMarkedLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = matchum_marked_label_get_property;
  object_class->set_property = matchum_marked_label_set_property;
  object_class->dispose = matchum_marked_label_dispose;
  object_class->finalize = matchum_marked_label_finalize;

  widget_class->get_request_mode = matchum_marked_label_get_request_mode;
  widget_class->measure = matchum_marked_label_measure;
  widget_class->size_allocate = matchum_marked_label_size_allocate;
  widget_class->snapshot = matchum_marked_label_snapshot;

  properties[PROP_SINGLE_LINE] =
      g_param_spec_boolean ("single-line", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "marked-label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
matchum_marked_label_init (MatchumMarkedLabel *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f,
                              "can-target", FALSE, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
matchum_marked_label_new (void)
{
  return g_object_new (MATCHUM_TYPE_MARKED_LABEL, NULL);
}

const char *
matchum_marked_label_get_text (MatchumMarkedLabel *self)
{
  g_return_val_if_fail (MATCHUM_IS_MARKED_LABEL (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

void
matchum_marked_label_set_text (MatchumMarkedLabel *self, const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (MATCHUM_IS_MARKED_LABEL (self));
  g_return_if_fail (text != NULL);

  take_text (self, text, attributes);
}

void
matchum_marked_label_set_content (MatchumMarkedLabel *self, MatchumInlineText *content, MatchumSpan lead)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  g_return_if_fail (MATCHUM_IS_MARKED_LABEL (self));
  g_return_if_fail (content != NULL);

  insert_runs (attributes, content);
  if (!matchum_span_is_empty (lead))
    insert_span (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), lead.start, lead.end);
  take_text (self, matchum_inline_text_get_text (content), attributes);
}

void
matchum_marked_label_set_marks (MatchumMarkedLabel *self, const MatchumSpan *spans, guint n_spans)
{
  g_autoptr (GArray) marked = NULL;

  g_return_if_fail (MATCHUM_IS_MARKED_LABEL (self));
  g_return_if_fail (spans != NULL || n_spans == 0);

  marked = g_array_sized_new (FALSE, FALSE, sizeof (MatchumSpan), n_spans);
  for (guint i = 0; i < n_spans; i++)
    if (!matchum_span_is_empty (spans[i]))
      g_array_append_val (marked, spans[i]);
  merge_spans (marked);
  if (has_spans (self, marked))
    return;

  g_array_unref (self->spans);
  self->spans = g_steal_pointer (&marked);
  if (self->spans->len > 0)
    ensure_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
matchum_marked_label_get_n_marks (MatchumMarkedLabel *self)
{
  g_return_val_if_fail (MATCHUM_IS_MARKED_LABEL (self), 0);

  return self->spans->len;
}

gboolean
matchum_marked_label_get_single_line (MatchumMarkedLabel *self)
{
  g_return_val_if_fail (MATCHUM_IS_MARKED_LABEL (self), FALSE);

  return self->single_line;
}

void
matchum_marked_label_set_single_line (MatchumMarkedLabel *self, gboolean single_line)
{
  g_return_if_fail (MATCHUM_IS_MARKED_LABEL (self));

  single_line = !!single_line;
  if (single_line == self->single_line)
    return;

  self->single_line = single_line;
  gtk_label_set_wrap (GTK_LABEL (self->label), !single_line);
  gtk_label_set_single_line_mode (GTK_LABEL (self->label), single_line);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), single_line ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE_LINE]);
}

gsize
matchum_marked_label_find_byte (MatchumMarkedLabel *self, double x, double y)
{
  graphene_point_t origin;
  PangoLayout *layout;
  const char *text;
  int index, trailing;

  g_return_val_if_fail (MATCHUM_IS_MARKED_LABEL (self), 0);

  origin = get_layout_origin (self);
  layout = gtk_label_get_layout (GTK_LABEL (self->label));
  text = pango_layout_get_text (layout);
  pango_layout_xy_to_index (layout, (int) ((x - (double) origin.x) * PANGO_SCALE),
                            (int) ((y - (double) origin.y) * PANGO_SCALE), &index, &trailing);
  return (gsize) (g_utf8_offset_to_pointer (text + index, trailing) - text);
}

GArray *
matchum_marked_label_dup_rectangles (MatchumMarkedLabel *self)
{
  GArray *rectangles;
  graphene_point_t origin;

  g_return_val_if_fail (MATCHUM_IS_MARKED_LABEL (self), NULL);

  rectangles = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  origin = get_layout_origin (self);
  for (guint i = 0; i < self->spans->len; i++)
    {
      PangoLayoutIter *iter = pango_layout_get_iter (gtk_label_get_layout (GTK_LABEL (self->label)));

      do
        append_line_rectangles (rectangles, iter, g_array_index (self->spans, MatchumSpan, i), origin);
      while (pango_layout_iter_next_line (iter));
      pango_layout_iter_free (iter);
    }
  return rectangles;
}
