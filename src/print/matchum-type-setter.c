/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells Pango how words are to look and where lines may end: eojeol and words whole, ragged right, no hyphens. */
#include "config.h"

#include "matchum-type-setter.h"

#include <string.h>

#include "matchum-type-case.h"

/* Pango takes time that grows with the square of a paragraph's lines; a longer text is set in pieces, cut at spaces. */
#define MAX_PIECE_BYTES 3000
/* No letter of a text font is wider than this, in sizes. */
#define WIDEST_LETTER 1.3
/* Words longer than this are not worth measuring: they don't fit a line. */
#define MAX_WORD_CHARACTERS 400
/* A last line shorter than this share of the width looks lost; the lines above give it a word if they can. */
#define SHORT_LAST_LINE 0.10
#define SHORT_LAST_LINE_OF_HEADING 0.4
#define TIGHTER 0.045
#define TRIES 3
#define TRIES_OF_HEADING 9
#define AIR 0.16
#define SMALLER 0.68
/* Monospaced letters look larger than they are. */
#define CODE_SCALE 0.9

/* --- attributes --- */

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, MatchumSpan span)
{
  attribute->start_index = (guint) span.start;
  attribute->end_index = (guint) span.end;
  pango_attr_list_insert (list, attribute);
}

/* What colour an ink has is known when it is drawn; till then its number stands for it. */
static PangoAttribute *
new_ink (MatchumInk ink)
{
  return pango_attr_foreground_new ((guint16) ink, 0, 0);
}

MatchumInk
matchum_type_setter_get_ink (const PangoItem *item, MatchumInk otherwise)
{
  g_return_val_if_fail (item != NULL, otherwise);

  for (GSList *extra = item->analysis.extra_attrs; extra != NULL; extra = extra->next)
    {
      const PangoAttrColor *color = pango_attribute_as_color (extra->data);

      if (color != NULL && color->attr.klass->type == PANGO_ATTR_FOREGROUND && color->color.red < MATCHUM_N_INKS)
        return (MatchumInk) color->color.red;
    }

  return otherwise;
}

/* East Asian scripts have no italics, and a slanted Hangul syllable is a mistake to the eye. */
static gboolean
is_upright (gunichar c)
{
  return c >= 0x1100 && g_unichar_iswide (c);
}

static void
add_italics (PangoAttrList *list, const char *families, const char *text, MatchumSpan span)
{
  gsize at = span.start;

  while (at < span.end)
    {
      gsize start = at;
      gboolean upright = is_upright (g_utf8_get_char (text + at));

      while (at < span.end && is_upright (g_utf8_get_char (text + at)) == upright)
        at += (gsize) g_utf8_skip[(guchar) text[at]];
      if (upright)
        continue;
      add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), MATCHUM_SPAN (start, at));
      add_attribute (list, pango_attr_family_new (families), MATCHUM_SPAN (start, at));
    }
}

static void
add_mark (PangoAttrList *list,
          const MatchumTypeStyle *style,
          const MatchumMark *mark,
          const char *text,
          MatchumSpan span)
{
  switch (mark->kind)
    {
    case MATCHUM_MARK_STRONG:
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
      break;
    case MATCHUM_MARK_LIGHT:
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), span);
      break;
    case MATCHUM_MARK_EMPHASIS:
      add_italics (list, style->families.italic, text, span);
      break;
    case MATCHUM_MARK_CODE:
      add_attribute (list, pango_attr_family_new (style->families.code), span);
      add_attribute (list, pango_attr_scale_new (CODE_SCALE), span);
      break;
    case MATCHUM_MARK_LINK:
      /* Any attribute makes the link an item of its own, so that it can be drawn within its element. */
      add_attribute (list, new_ink (style->link), span);
      break;
    case MATCHUM_MARK_QUIET:
      add_attribute (list, new_ink (MATCHUM_INK_QUIET), span);
      break;
    case MATCHUM_MARK_AIRY:
      add_attribute (list, pango_attr_letter_spacing_new ((int) (style->size * AIR * PANGO_SCALE)), span);
      break;
    case MATCHUM_MARK_SMALL:
      add_attribute (list, pango_attr_scale_new (SMALLER), span);
      break;
    default:
      g_return_if_reached ();
    }
}

/* --- words --- */

static PangoLayout *
new_layout (const char *text, gsize length, const MatchumTypeStyle *style)
{
  PangoLayout *layout = pango_layout_new (style->context);
  PangoFontDescription *description = matchum_type_case_describe (style->families.text, style->size, style->is_bold);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, (int) length);

  return layout;
}

static gboolean
fits (const char *word, gsize length, const MatchumTypeStyle *style, double width)
{
  double n_characters = (double) g_utf8_strlen (word, (gssize) length);
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoAttrList) list = NULL;
  int measured = 0;

  if (n_characters * WIDEST_LETTER * style->size <= width)
    return TRUE;
  if (n_characters > MAX_WORD_CHARACTERS)
    return FALSE;

  layout = new_layout (word, length, style);
  list = pango_attr_list_new ();
  pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, list);
  pango_layout_get_size (layout, &measured, NULL);

  return measured / (double) PANGO_SCALE <= width;
}

/* Plain words of Latin letters have no place to break at anyway; leaving them be saves half the time. */
static gboolean
is_plain (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (word[i]) && !(word[i] == ',' || word[i] == '.'))
        return FALSE;
    }

  return TRUE;
}

/* Where Hangul may be cut anywhere, Latin words beside it may not. */
static gboolean
has_hangul (const char *word, gsize length)
{
  for (const char *at = word; at < word + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0xac00 && c <= 0xd7a3)
        return TRUE;
    }

  return FALSE;
}

static gboolean
stays_whole (const char *word, gsize length, const MatchumTypeStyle *style, double width)
{
  if (is_plain (word, length) || (style->wrapping == MATCHUM_WRAPPING_SYLLABLE && has_hangul (word, length)))
    return FALSE;

  return fits (word, length, style, width);
}

/* One attribute a word: Pango 1.50 would cut Hangul at any syllable, and stops the program where a range without
 * breaks holds a space. A word that is wider than the line must keep its breaks, or it would run off the page. */
static void
keep_words_whole (PangoAttrList *list, const char *text, gsize length, const MatchumTypeStyle *style, double width)
{
  gsize at = 0;

  while (at < length)
    {
      gsize end = at;

      while (end < length && text[end] != ' ' && text[end] != '\n')
        end++;
      if (end - at > 1 && stays_whole (text + at, end - at, style, width))
        add_attribute (list, pango_attr_allow_breaks_new (FALSE), MATCHUM_SPAN (at, end));
      at = end + 1;
    }
}

static PangoAttrList *
create_attributes (MatchumPrintText *text, MatchumSpan piece, const MatchumTypeStyle *style, double width)
{
  PangoAttrList *list = pango_attr_list_new ();
  const char *start = matchum_print_text_get_text (text) + piece.start;

  /* Ligatures would be text that some readers can't search. */
  pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0,clig=0,dlig=0"));
  /* A word too long for a line is cut as it is, without a hyphen that isn't in it. */
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  if (style->tracking > 0.0)
    pango_attr_list_insert (list, pango_attr_letter_spacing_new ((int) (style->size * style->tracking * PANGO_SCALE)));
  for (guint i = 0; i < matchum_print_text_get_n_marks (text); i++)
    {
      const MatchumMark *mark = matchum_print_text_get_mark (text, i);

      if (matchum_span_overlaps (mark->span, piece))
        add_mark (list, style, mark, start,
                  MATCHUM_SPAN (MAX (mark->span.start, piece.start) - piece.start,
                                MIN (mark->span.end, piece.end) - piece.start));
    }
  if (width > 0.0)
    keep_words_whole (list, start, matchum_span_get_length (piece), style, width);

  return list;
}

/* --- setting --- */

static double
get_last_width (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1);
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);

  return logical.width / (double) PANGO_SCALE;
}

/* Whether every line ends with a word, where the text has room for that. */
static gboolean
ends_with_words (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (GSList *item = pango_layout_get_lines_readonly (layout); item != NULL && item->next != NULL; item = item->next)
    {
      const PangoLayoutLine *line = item->data;
      int end = line->start_index + line->length;

      if (end == 0 || !(text[end] == ' ' || text[end] == '\n' || text[end - 1] == ' '))
        return FALSE;
    }

  return TRUE;
}

/* Tries narrower lines, as long as it takes no more of them and cuts no word. */
static void
lend_last_line_words (PangoLayout *layout, double width, gboolean is_heading)
{
  int n_lines = pango_layout_get_line_count (layout);
  double wanted = width * (is_heading ? SHORT_LAST_LINE_OF_HEADING : SHORT_LAST_LINE);
  double good = width;
  gboolean was_whole = n_lines > 1 && ends_with_words (layout);

  for (guint i = 1; n_lines > 1 && i <= (is_heading ? TRIES_OF_HEADING : TRIES); i++)
    {
      if (get_last_width (layout) >= wanted)
        return;
      pango_layout_set_width (layout, (int) (width * (1.0 - TIGHTER * i) * PANGO_SCALE));
      if (pango_layout_get_line_count (layout) != n_lines || (was_whole && !ends_with_words (layout)))
        {
          pango_layout_set_width (layout, (int) (good * PANGO_SCALE));
          return;
        }
      good = width * (1.0 - TIGHTER * i);
    }
}

PangoLayout *
matchum_type_setter_set (MatchumPrintText *text, MatchumSpan piece, const MatchumTypeStyle *style, double width)
{
  g_autoptr (PangoAttrList) list = NULL;
  PangoLayout *layout;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (style != NULL && style->context != NULL, NULL);
  g_return_val_if_fail (piece.end <= matchum_print_text_get_length (text), NULL);

  layout = new_layout (matchum_print_text_get_text (text) + piece.start, matchum_span_get_length (piece), style);
  list = create_attributes (text, piece, style, width);
  pango_layout_set_attributes (layout, list);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0.0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      lend_last_line_words (layout, width, style->is_bold);
    }

  return layout;
}

gsize
matchum_type_setter_find_piece_end (MatchumPrintText *print_text, gsize start)
{
  const char *text = matchum_print_text_get_text (print_text);
  gsize length = matchum_print_text_get_length (print_text);
  gsize end = start + MAX_PIECE_BYTES;

  if (length - start <= MAX_PIECE_BYTES)
    return length;
  for (gsize at = end; at > start + MAX_PIECE_BYTES / 2; at--)
    {
      if (text[at - 1] == ' ' || text[at - 1] == '\n')
        return at;
    }
  while (end > start && ((guchar) text[end] & 0xc0) == 0x80)
    end--;

  return end;
}
