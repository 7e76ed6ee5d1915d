/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of one height, drawn in reading order with their links. */
#include "config.h"

#include "matchum-paragraph.h"

/* Where the middle of letters and of Hangul lies above the baseline, in sizes: the line's middle goes there. */
#define MIDDLE 0.37

typedef struct {
  PangoLayoutLine *line;
  gsize base;          /* of its layout's text in the whole text */
  PangoLayout *layout; /* borrowed */
} Line;

struct _MatchumParagraph {
  MatchumPrintText *text;
  MatchumTypeStyle style;
  double width;
  GPtrArray *layouts;
  GArray *lines;
  GPtrArray *links; /* borrowed marks in order */
  gunichar missing; /* a letter that no font has, or 0 */
  char *left_out;   /* signs that no font has, or NULL */
};

static void
line_clear (gpointer data)
{
  pango_layout_line_unref (((Line *) data)->line);
}

static void
add_lines (MatchumParagraph *self, PangoLayout *layout, gsize base)
{
  for (GSList *item = pango_layout_get_lines_readonly (layout); item != NULL; item = item->next)
    {
      Line line = { pango_layout_line_ref (item->data), base, layout };

      g_array_append_val (self->lines, line);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const MatchumMark *first = *(const MatchumMark *const *) a;
  const MatchumMark *second = *(const MatchumMark *const *) b;

  return first->span.start < second->span.start ? -1 : first->span.start > second->span.start;
}

static void
collect_links (MatchumParagraph *self)
{
  for (guint i = 0; i < matchum_print_text_get_n_marks (self->text); i++)
    {
      const MatchumMark *mark = matchum_print_text_get_mark (self->text, i);

      if (mark->kind == MATCHUM_MARK_LINK && mark->url != NULL)
        g_ptr_array_add (self->links, (gpointer) mark);
    }
  g_ptr_array_sort (self->links, compare_marks);
}

static void
set_lines (MatchumParagraph *self, double width)
{
  const char *text = matchum_print_text_get_text (self->text);
  gsize length = matchum_print_text_get_length (self->text);

  g_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->layouts, 0);
  g_ptr_array_set_size (self->links, 0);
  collect_links (self);
  for (gsize start = 0; start < length;)
    {
      gsize end = matchum_type_setter_find_piece_end (self->text, start);
      gsize shown = end < length && text[end - 1] == '\n' ? end - 1 : end;
      PangoLayout *layout = matchum_type_setter_set (self->text, MATCHUM_SPAN (start, shown), &self->style, width);

      g_ptr_array_add (self->layouts, layout);
      add_lines (self, layout, start);
      start = end;
    }
}

/* --- letters that no font has --- */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ispunct (c);
}

static gboolean
is_sign (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MODIFIER_SYMBOL || type == G_UNICODE_MATH_SYMBOL;
}

static gboolean
is_unknown (const PangoGlyphItemIter *cluster)
{
  int first = MIN (cluster->start_glyph, cluster->end_glyph + 1);
  int end = MAX (cluster->start_glyph + 1, cluster->end_glyph);

  for (int i = first; i < end; i++)
    {
      guint glyph = cluster->glyph_item->glyphs->glyphs[i].glyph;

      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        return TRUE;
    }

  return FALSE;
}

/* The places in the whole text that no font can show. */
static void
add_unknown (GArray *spans, PangoGlyphItem *item, const char *text, gsize base)
{
  PangoGlyphItemIter cluster;

  for (gboolean is_there = pango_glyph_item_iter_init_start (&cluster, item, text); is_there;
       is_there = pango_glyph_item_iter_next_cluster (&cluster))
    {
      MatchumSpan span = MATCHUM_SPAN (base + (gsize) cluster.start_index, base + (gsize) cluster.end_index);

      if (is_unknown (&cluster))
        g_array_append_val (spans, span);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  gsize first = ((const MatchumSpan *) a)->start;
  gsize second = ((const MatchumSpan *) b)->start;

  return first < second ? -1 : first > second;
}

static GArray *
find_unknown (MatchumParagraph *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (pango_layout_get_unknown_glyphs_count (line->layout) == 0)
        continue;
      for (GSList *run = line->line->runs; run != NULL; run = run->next)
        add_unknown (spans, run->data, pango_layout_get_text (line->layout), line->base);
    }
  g_array_sort (spans, compare_spans);

  return spans;
}

/* Takes the signs away that no font has, emoji say, and remembers them, or the first letter that none has. Gives FALSE
 * where there is nothing to take away. */
static gboolean
drop_unknown (MatchumParagraph *self)
{
  g_autoptr (GArray) spans = find_unknown (self);
  const char *text = matchum_print_text_get_text (self->text);
  g_autoptr (GString) left_out = g_string_new (NULL);
  MatchumPrintText *rest;

  for (guint i = 0; i < spans->len; i++)
    {
      MatchumSpan span = g_array_index (spans, MatchumSpan, i);
      gunichar c = g_utf8_get_char (text + span.start);

      g_string_append_len (left_out, text + span.start, (gssize) matchum_span_get_length (span));
      if (self->missing == 0 && is_letter (c) && !is_sign (c))
        self->missing = c;
    }
  if (spans->len == 0 || self->missing != 0)
    return FALSE;

  rest = matchum_print_text_without (self->text, spans);
  matchum_print_text_unref (self->text);
  self->text = rest;
  self->left_out = g_strdup (left_out->str);

  return TRUE;
}

MatchumParagraph *
matchum_paragraph_new (MatchumPrintText *text, const MatchumTypeStyle *style, double width)
{
  MatchumParagraph *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (width > 0.0, NULL);

  self = g_new0 (MatchumParagraph, 1);
  self->text = matchum_print_text_ref (text);
  self->style = *style;
  self->width = width;
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->links = g_ptr_array_new ();
  set_lines (self, width);
  if (drop_unknown (self))
    set_lines (self, width);

  return self;
}

void
matchum_paragraph_free (MatchumParagraph *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->lines);
  g_ptr_array_unref (self->layouts);
  g_ptr_array_unref (self->links);
  matchum_print_text_unref (self->text);
  g_free (self->left_out);
  g_free (self);
}

const char *
matchum_paragraph_get_text (MatchumParagraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return matchum_print_text_get_text (self->text);
}

guint
matchum_paragraph_get_n_lines (MatchumParagraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

double
matchum_paragraph_get_line (MatchumParagraph *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->style.line;
}

double
matchum_paragraph_get_baseline (MatchumParagraph *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->style.line / 2.0 + MIDDLE * self->style.size;
}

double
matchum_paragraph_get_line_width (MatchumParagraph *self, guint line)
{
  PangoRectangle logical;

  g_return_val_if_fail (self != NULL, 0.0);
  g_return_val_if_fail (line < self->lines->len, 0.0);

  pango_layout_line_get_extents (g_array_index (self->lines, Line, line).line, NULL, &logical);

  return logical.width / (double) PANGO_SCALE;
}

double
matchum_paragraph_get_width (MatchumParagraph *self)
{
  double width = 0.0;

  g_return_val_if_fail (self != NULL, 0.0);

  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, matchum_paragraph_get_line_width (self, i));

  return width;
}

double
matchum_paragraph_measure (MatchumPrintText *text, const MatchumTypeStyle *style)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width = 0;

  g_return_val_if_fail (text != NULL, 0.0);
  g_return_val_if_fail (style != NULL, 0.0);

  layout = matchum_type_setter_set (text, MATCHUM_SPAN (0, matchum_print_text_get_length (text)), style, 0.0);
  pango_layout_get_size (layout, &width, NULL);

  return width / (double) PANGO_SCALE;
}

gsize
matchum_paragraph_get_line_end (MatchumParagraph *self, guint line)
{
  const Line *wanted;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (line < self->lines->len, 0);

  wanted = &g_array_index (self->lines, Line, line);

  return wanted->base + (gsize) (wanted->line->start_index + wanted->line->length);
}

double
matchum_paragraph_get_set_width (MatchumParagraph *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->width;
}

gboolean
matchum_paragraph_runs_left (MatchumParagraph *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->lines->len > 0 && g_array_index (self->lines, Line, 0).line->resolved_dir == PANGO_DIRECTION_RTL;
}

gboolean
matchum_paragraph_has_links (MatchumParagraph *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->links->len > 0;
}

gunichar
matchum_paragraph_get_missing (MatchumParagraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->missing;
}

const char *
matchum_paragraph_get_left_out (MatchumParagraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->left_out;
}

/* --- drawing --- */

/* A run and its place: runs are laid from left to right, but drawn in the order they are read. */
typedef struct {
  PangoGlyphItem *item;
  double x;
} PlacedRun;

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  return ((const PlacedRun *) a)->item->item->offset - ((const PlacedRun *) b)->item->item->offset;
}

static GArray *
place_runs (PangoLayoutLine *line, double x)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (PlacedRun));

  for (GSList *item = line->runs; item != NULL; item = item->next)
    {
      PlacedRun run = { item->data, x };

      g_array_append_val (runs, run);
      x += pango_glyph_string_get_width (run.item->glyphs) / (double) PANGO_SCALE;
    }
  g_array_sort (runs, compare_runs);

  return runs;
}

static const MatchumMark *
find_link (MatchumParagraph *self, gsize offset)
{
  guint low = 0;
  guint high = self->links->len;
  const MatchumMark *mark;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      mark = g_ptr_array_index (self->links, middle);
      if (mark->span.start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  mark = low > 0 ? g_ptr_array_index (self->links, low - 1) : NULL;

  return mark != NULL && matchum_span_contains (mark->span, offset) ? mark : NULL;
}

/* Elements open at the moment: text beside a link needs an element of its own, or it is lost from the tags. */
typedef struct {
  const MatchumMark *link;
  gboolean is_span;
  gboolean is_link;
} Inline;

static void
close_inline (MatchumCanvas *canvas, Inline *open)
{
  if (open->is_link)
    matchum_canvas_end_link (canvas);
  if (open->is_span)
    matchum_canvas_end (canvas, "Span");
  open->is_link = FALSE;
  open->is_span = FALSE;
  open->link = NULL;
}

static void
open_inline (MatchumCanvas *canvas, Inline *open, const MatchumMark *link)
{
  if (link != NULL && link == open->link)
    return;
  if (link == NULL && open->is_span && open->link == NULL)
    return;

  close_inline (canvas, open);
  open->link = link;
  open->is_link = link != NULL && matchum_canvas_begin_link (canvas, link->url);
  open->is_span = !open->is_link;
  if (open->is_span)
    matchum_canvas_begin (canvas, "Span");
}

/* Whether the text of the line ends with a space, so that it needs none; a word cut because it is longer than a line
 * gets none either. */
static gboolean
needs_space (const Line *line, gboolean is_last)
{
  const char *text = pango_layout_get_text (line->layout);
  int end = line->line->start_index + line->line->length;
  char last = end > 0 ? text[end - 1] : '\0';
  char next = text[end];

  return last != ' ' && (next == ' ' || next == '\n' || next == '\0' || is_last);
}

static gboolean
runs_left (const Line *line)
{
  return line->line->resolved_dir == PANGO_DIRECTION_RTL;
}

/* Where the line begins within the width. The white space at the end of a line that goes on takes no room. */
static double
get_line_x (MatchumParagraph *self, guint index)
{
  const Line *line = &g_array_index (self->lines, Line, index);
  double alignment = runs_left (line) && !self->style.is_aligned ? 1.0 - self->style.alignment : self->style.alignment;

  if (alignment <= 0.0)
    return 0.0;

  return alignment * MAX (self->width - matchum_paragraph_get_line_width (self, index), 0.0);
}

static double
get_run_width (const PlacedRun *run)
{
  return pango_glyph_string_get_width (run->item->glyphs) / (double) PANGO_SCALE;
}

/* After the last letter of the line, which in Arabic and Hebrew is at the left of it. */
static void
draw_space (MatchumCanvas *canvas, const PlacedRun *run, double y)
{
  PangoFont *font = run->item->item->analysis.font;
  gboolean is_left = run->item->item->analysis.level % 2 == 1;

  if (font != NULL)
    matchum_canvas_show_space (canvas, font, is_left, is_left ? run->x : run->x + get_run_width (run), y);
}

static void
draw_line (MatchumParagraph *self, MatchumCanvas *canvas, guint index, double x, double y, Inline *open)
{
  const Line *line = &g_array_index (self->lines, Line, index);
  g_autoptr (GArray) runs = place_runs (line->line, x + get_line_x (self, index));
  const char *text = pango_layout_get_text (line->layout);

  for (guint i = 0; i < runs->len; i++)
    {
      const PlacedRun *run = &g_array_index (runs, PlacedRun, i);

      if (self->links->len > 0)
        open_inline (canvas, open, find_link (self, line->base + (gsize) run->item->item->offset));
      matchum_canvas_set_ink (canvas, matchum_type_setter_get_ink (run->item->item, self->style.ink));
      matchum_canvas_show_item (canvas, run->item, text, run->x, y);
    }

  if (runs->len > 0 && needs_space (line, index + 1 == self->lines->len))
    draw_space (canvas, &g_array_index (runs, PlacedRun, runs->len - 1), y);
}

void
matchum_paragraph_draw (MatchumParagraph *self, MatchumCanvas *canvas, guint first, guint n_lines, double x, double y)
{
  Inline open = { NULL, FALSE, FALSE };
  double baseline;

  g_return_if_fail (self != NULL);
  g_return_if_fail (canvas != NULL);
  g_return_if_fail (first + n_lines <= self->lines->len);

  baseline = matchum_paragraph_get_baseline (self);
  for (guint i = 0; i < n_lines; i++)
    {
      draw_line (self, canvas, first + i, x, y + baseline + i * self->style.line, &open);
      close_inline (canvas, &open);
    }
}
