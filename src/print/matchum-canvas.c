/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws glyphs together with their text: one cluster a character wherever the font allows it, real spaces, reading
 * order. */
#include "config.h"

#include "matchum-canvas.h"

#include <cairo-pdf.h>
#include <hb-ot.h>
#include <math.h>
#include <string.h>

/* Pixels a point from which coarser edges, drawn in half the time, are not seen. */
#define FINE_SCALE 1.3

struct _MatchumCanvas {
  cairo_t *cr;                 /* NULL where only glyphs are collected */
  MatchumFontSubsets *subsets; /* NULL on the screen */
  const MatchumPalette *palette;
  gboolean is_tagged;
  gboolean fills_outlines; /* instead of showing glyphs */
  PangoFont *font;         /* that cr is set to; borrowed */
  gboolean has_outlines;   /* of the font: glyphs that are pictures have none */
  GArray *glyphs;          /* cairo_glyph_t, cairo_text_cluster_t and text of the run at hand */
  GArray *clusters;
  GString *text;
};

static MatchumCanvas *
canvas_new (cairo_t *cr, MatchumFontSubsets *subsets, gboolean is_tagged)
{
  MatchumCanvas *self = g_new0 (MatchumCanvas, 1);

  self->cr = cr != NULL ? cairo_reference (cr) : NULL;
  self->subsets = subsets;
  self->is_tagged = is_tagged;
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self->text = g_string_new (NULL);

  return self;
}

/* Before 1.17.4 Cairo put every glyph on a whole pixel of a screen, which makes uneven gaps between small letters.
 * Outlines go where they belong. */
static gboolean
needs_outlines (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return cairo_version () < CAIRO_VERSION_ENCODE (1, 17, 4) && type != CAIRO_SURFACE_TYPE_PDF
         && type != CAIRO_SURFACE_TYPE_PS && type != CAIRO_SURFACE_TYPE_SVG;
}

static double
get_scale (cairo_t *cr)
{
  double x = 1.0;
  double y = 0.0;

  cairo_user_to_device_distance (cr, &x, &y);

  return hypot (x, y);
}

MatchumCanvas *
matchum_canvas_new (cairo_t *cr)
{
  MatchumCanvas *self;

  g_return_val_if_fail (cr != NULL, NULL);

  self = canvas_new (cr, NULL, FALSE);
  self->fills_outlines = needs_outlines (cr);
  if (self->fills_outlines && get_scale (cr) >= FINE_SCALE)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);

  return self;
}

MatchumCanvas *
matchum_canvas_new_to_collect (MatchumFontSubsets *subsets)
{
  g_return_val_if_fail (subsets != NULL, NULL);

  return canvas_new (NULL, subsets, FALSE);
}

MatchumCanvas *
matchum_canvas_new_for_pdf (cairo_t *cr, MatchumFontSubsets *subsets)
{
  g_return_val_if_fail (cr != NULL, NULL);
  g_return_val_if_fail (subsets != NULL, NULL);

  return canvas_new (cr, subsets, TRUE);
}

void
matchum_canvas_free (MatchumCanvas *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->cr, cairo_destroy);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* --- structure --- */

void
matchum_canvas_begin (MatchumCanvas *self, const char *tag)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tag != NULL);

  if (self->is_tagged)
    cairo_tag_begin (self->cr, tag, NULL);
}

void
matchum_canvas_end (MatchumCanvas *self, const char *tag)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tag != NULL);

  if (self->is_tagged)
    cairo_tag_end (self->cr, tag);
}

/* The address as PDF wants it: ASCII alone, and nothing that would end the attribute. NULL for what nobody should be
 * led to by a resume: scripts, files, places within a page. */
static char *
make_uri (const char *url)
{
  static const char *const schemes[] = { "http", "https", "mailto", "tel", NULL };
  g_autofree char *whole = g_strstrip (g_strdup (url));
  g_autofree char *scheme = g_uri_parse_scheme (whole);

  if (scheme == NULL && g_ascii_isalnum (whole[0]) && strchr (whole, '.') != NULL && strchr (whole, ':') == NULL)
    {
      char *linked = g_strconcat ("https://", whole, NULL);

      g_free (whole);
      whole = linked;
      scheme = g_strdup ("https");
    }
  if (scheme == NULL)
    return NULL;

  for (char *byte = scheme; *byte != '\0'; byte++)
    *byte = g_ascii_tolower (*byte);
  if (!g_strv_contains (schemes, scheme))
    return NULL;

  return g_uri_escape_string (whole, "!#$%&*+,/:;=?@[]", FALSE);
}

gboolean
matchum_canvas_begin_link (MatchumCanvas *self, const char *url)
{
  g_autofree char *uri = NULL;
  g_autofree char *attributes = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (url != NULL, FALSE);

  if (!self->is_tagged)
    return FALSE;
  uri = make_uri (url);
  if (uri == NULL)
    return FALSE;

  attributes = g_strdup_printf ("uri='%s'", uri);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);

  return TRUE;
}

void
matchum_canvas_end_link (MatchumCanvas *self)
{
  g_return_if_fail (self != NULL);

  if (self->is_tagged)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

/* --- drawing --- */

void
matchum_canvas_set_palette (MatchumCanvas *self, const MatchumPalette *palette)
{
  g_return_if_fail (self != NULL);

  self->palette = palette;
}

void
matchum_canvas_set_ink (MatchumCanvas *self, MatchumInk ink)
{
  static const double black[3] = { 0.0, 0.0, 0.0 };
  const double *rgb;

  g_return_if_fail (self != NULL);
  g_return_if_fail (ink < MATCHUM_N_INKS);

  rgb = self->palette != NULL ? self->palette->rgb[ink] : black;
  if (self->cr != NULL)
    cairo_set_source_rgb (self->cr, rgb[0], rgb[1], rgb[2]);
}

/* On the screen a thin rule takes whole pixels, the same for every rule. */
static void
snap (cairo_t *cr, double *y, double *height)
{
  double x = 0.0;
  double zero = 0.0;
  double top = *y;
  double size = *height;
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  if (matrix.xy != 0.0 || matrix.yx != 0.0)
    return;
  cairo_user_to_device (cr, &x, &top);
  cairo_user_to_device_distance (cr, &zero, &size);
  if (size <= 0.0)
    return;
  top = floor (top + 0.5);
  size = MAX (floor (size + 0.5), 1.0);
  x = 0.0;
  zero = 0.0;
  cairo_device_to_user_distance (cr, &zero, &size);
  cairo_device_to_user (cr, &x, &top);
  *y = top;
  *height = size;
}

void
matchum_canvas_fill_rectangle (MatchumCanvas *self, double x, double y, double width, double height)
{
  g_return_if_fail (self != NULL);

  if (self->cr == NULL)
    return;
  if (self->subsets == NULL)
    snap (self->cr, &y, &height);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

void
matchum_canvas_draw_image (MatchumCanvas *self, cairo_surface_t *image, double x, double y, double width, double height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (image != NULL);

  if (self->cr == NULL)
    return;
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_scale (self->cr, width / cairo_image_surface_get_width (image),
               height / cairo_image_surface_get_height (image));
  cairo_set_source_surface (self->cr, image, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (self->cr), CAIRO_FILTER_GOOD);
  /* No grey edges on the screen; in a PDF it would unpack the image. */
  if (self->subsets == NULL)
    cairo_pattern_set_extend (cairo_get_source (self->cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (self->cr, 0.0, 0.0, cairo_image_surface_get_width (image), cairo_image_surface_get_height (image));
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static gboolean
has_outlines (PangoFont *font)
{
  hb_font_t *hb_font = pango_font_get_hb_font (font);
  hb_face_t *face = hb_font != NULL ? hb_font_get_face (hb_font) : NULL;

  return face != NULL && !hb_ot_color_has_png (face) && !hb_ot_color_has_layers (face) && !hb_ot_color_has_svg (face);
}

/* Not cairo_set_scaled_font () for the screen: that font is right for one scale only. */
static void
set_font (MatchumCanvas *self, PangoFont *font)
{
  cairo_scaled_font_t *scaled_font;
  cairo_font_options_t *options;
  cairo_matrix_t matrix;
  guint glyph = 0;

  if (self->font == font)
    return;
  self->font = font;
  self->has_outlines = has_outlines (font);

  if (self->subsets != NULL)
    {
      scaled_font = matchum_font_subsets_lookup (self->subsets, font, &glyph);
      if (scaled_font != NULL)
        cairo_set_scaled_font (self->cr, scaled_font);
      return;
    }

  scaled_font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  if (scaled_font == NULL)
    return;
  options = cairo_font_options_create ();
  cairo_scaled_font_get_font_options (scaled_font, options);
  cairo_scaled_font_get_font_matrix (scaled_font, &matrix);
  cairo_set_font_face (self->cr, cairo_scaled_font_get_font_face (scaled_font));
  cairo_set_font_matrix (self->cr, &matrix);
  cairo_set_font_options (self->cr, options);
  cairo_font_options_destroy (options);
}

static gboolean
get_space_glyph (PangoFont *font, guint *glyph)
{
  hb_font_t *hb_font = pango_font_get_hb_font (font);

  return hb_font != NULL && hb_font_get_nominal_glyph (hb_font, ' ', glyph);
}

static double
to_points (double units)
{
  return units / PANGO_SCALE;
}

static double
get_advance (PangoFont *font, guint glyph)
{
  PangoRectangle logical;

  pango_font_get_glyph_extents (font, glyph, NULL, &logical);

  return to_points (logical.width);
}

static void
add_glyph (MatchumCanvas *self, PangoFont *font, gunichar character, guint number, double x, double y)
{
  cairo_glyph_t glyph = { number, x, y };

  if (self->cr == NULL)
    {
      matchum_font_subsets_add (self->subsets, font, character, number);
      return;
    }
  if (self->subsets != NULL)
    {
      matchum_font_subsets_lookup (self->subsets, font, &number);
      glyph.index = number;
    }
  g_array_append_val (self->glyphs, glyph);
}

static gboolean
is_space (const char *text, gsize length)
{
  return (length == 1 && *text == ' ') || (length == 2 && (guchar) text[0] == 0xc2 && (guchar) text[1] == 0xa0);
}

/* The text of a cluster as it goes to the text layer. A no-break space is for the line breaker only. */
static gsize
add_text (MatchumCanvas *self, const char *text, gsize length)
{
  gsize before = self->text->len;

  if (is_space (text, length))
    g_string_append_c (self->text, ' ');
  else
    g_string_append_len (self->text, text, (gssize) length);

  return self->text->len - before;
}

/* Glyphs that stand for nothing are left out, but for spaces, which get their glyph again. */
static guint
add_cluster_glyphs (MatchumCanvas *self, PangoGlyphItemIter *cluster, const double *places, double x, double y)
{
  PangoGlyphItem *item = cluster->glyph_item;
  PangoFont *font = item->item->analysis.font;
  int first = MIN (cluster->start_glyph, cluster->end_glyph + 1);
  int end = MAX (cluster->start_glyph + 1, cluster->end_glyph);
  gsize length = (gsize) (cluster->end_index - cluster->start_index);
  gboolean is_blank = is_space (cluster->text + cluster->start_index, length);
  gunichar character = is_blank ? ' ' : g_utf8_get_char (cluster->text + cluster->start_index);
  guint n_glyphs = 0;

  for (int i = first; i < end; i++)
    {
      PangoGlyphInfo *info = &item->glyphs->glyphs[i];
      guint number = info->glyph;

      if (number == PANGO_GLYPH_EMPTY && (!is_blank || n_glyphs > 0 || !get_space_glyph (font, &number)))
        continue;
      if ((number & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        continue;
      add_glyph (self, font, character, number, x + places[i] + to_points (info->geometry.x_offset),
                 y + to_points (info->geometry.y_offset));
      n_glyphs++;
    }

  return n_glyphs;
}

static void
add_clusters (MatchumCanvas *self, PangoGlyphItem *item, const char *text, double x, double y)
{
  g_autofree double *places = g_new (double, (gsize) item->glyphs->num_glyphs + 1);
  PangoGlyphItemIter cluster;
  double place = 0.0;

  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    {
      places[i] = place;
      place += to_points (item->glyphs->glyphs[i].geometry.width);
    }

  for (gboolean is_there = pango_glyph_item_iter_init_start (&cluster, item, text); is_there;
       is_there = pango_glyph_item_iter_next_cluster (&cluster))
    {
      guint n_glyphs = add_cluster_glyphs (self, &cluster, places, x, y);
      gsize length = (gsize) (cluster.end_index - cluster.start_index);
      cairo_text_cluster_t bounds = { 0, (int) n_glyphs };

      if (n_glyphs == 0)
        continue;
      bounds.num_bytes = (int) add_text (self, text + cluster.start_index, length);
      g_array_append_val (self->clusters, bounds);
    }
}

/* Cairo wants the glyphs of text that runs to the left in the order of their places. Clusters came in reading order,
 * each with its glyphs from left to right. */
static void
reverse_clusters (MatchumCanvas *self)
{
  g_autoptr (GArray) ordered = g_array_sized_new (FALSE, FALSE, sizeof (cairo_glyph_t), self->glyphs->len);
  guint end = self->glyphs->len;

  for (guint i = self->clusters->len; i > 0; i--)
    {
      guint n_glyphs = (guint) g_array_index (self->clusters, cairo_text_cluster_t, i - 1).num_glyphs;

      end -= n_glyphs;
      g_array_append_vals (ordered, &g_array_index (self->glyphs, cairo_glyph_t, end), n_glyphs);
    }

  g_array_set_size (self->glyphs, 0);
  g_array_append_vals (self->glyphs, ordered->data, ordered->len);
}

static void
show_glyphs (MatchumCanvas *self, gboolean runs_left)
{
  const cairo_glyph_t *glyphs = (const cairo_glyph_t *) (gpointer) self->glyphs->data;

  if (self->fills_outlines && self->has_outlines)
    {
      cairo_new_path (self->cr);
      cairo_glyph_path (self->cr, glyphs, (int) self->glyphs->len);
      cairo_fill (self->cr);
      return;
    }

  cairo_show_text_glyphs (self->cr, self->text->str, (int) self->text->len, glyphs, (int) self->glyphs->len,
                          (const cairo_text_cluster_t *) (gpointer) self->clusters->data, (int) self->clusters->len,
                          runs_left ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static void
show_run (MatchumCanvas *self, PangoFont *font, gboolean runs_left)
{
  if (self->cr != NULL && self->glyphs->len > 0)
    {
      set_font (self, font);
      if (runs_left)
        reverse_clusters (self);
      show_glyphs (self, runs_left);
    }

  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  g_string_truncate (self->text, 0);
}

void
matchum_canvas_show_item (MatchumCanvas *self, PangoGlyphItem *item, const char *text, double x, double y)
{
  PangoFont *font;

  g_return_if_fail (self != NULL);
  g_return_if_fail (item != NULL);
  g_return_if_fail (text != NULL);

  font = item->item->analysis.font;
  if (font == NULL)
    return;
  add_clusters (self, item, text, x, y);
  show_run (self, font, item->item->analysis.level % 2 == 1);
}

void
matchum_canvas_show_space (MatchumCanvas *self, PangoFont *font, gboolean runs_left, double x, double y)
{
  cairo_text_cluster_t bounds = { 1, 1 };
  guint glyph = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_FONT (font));

  if (!get_space_glyph (font, &glyph))
    return;
  if (runs_left)
    x -= get_advance (font, glyph);
  add_glyph (self, font, ' ', glyph, x, y);
  g_array_append_val (self->clusters, bounds);
  g_string_append_c (self->text, ' ');
  show_run (self, font, FALSE);
}
