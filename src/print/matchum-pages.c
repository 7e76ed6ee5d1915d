/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays a tailored resume out on pages, and draws them. */
#include "config.h"

#include "matchum-pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/matchum-clean-text.h"
#include "text/matchum-language-tally.h"

#include "matchum-font-list.h"
#include "matchum-galley.h"
#include "matchum-pages-private.h"
#include "matchum-type-case.h"
#include "matchum-photo.h"

#define RUNNING_SIZE 7.5
#define RUNNING_LINE (RUNNING_SIZE * 1.4)
#define RUNNING_GAP 14.0
#define TRAILING_GAP 8.0
/* Where the rule between sections stands, in shares of the gap above the next. */
#define MARGIN_RULE_PLACE 0.4
#define RULE_GAP 1.5
#define QUOTE_BAR 1.5
#define QUOTE_BAR_GAP 10.0

struct _MatchumPages {
  MatchumGalley *galley;
  MatchumPageStyle style;
  MatchumTheme theme; /* in that style */
  char *name;
  GPtrArray *rows; /* borrowed from the galley */
  GArray *placements;
  guint n_pages;
  double used;
  GPtrArray *running_lines; /* name and number of every page but the first */
  GString *left_out;        /* signs that no font has */
};

G_DEFINE_BOXED_TYPE (MatchumPages, matchum_pages, matchum_pages_ref, matchum_pages_unref)
G_DEFINE_QUARK (matchum - pages - error - quark, matchum_pages_error)

static void
pages_clear (gpointer data)
{
  MatchumPages *self = data;

  g_string_free (self->left_out, TRUE);
  g_ptr_array_unref (self->running_lines);
  g_array_unref (self->placements);
  g_ptr_array_unref (self->rows);
  matchum_galley_unref (self->galley);
  g_clear_pointer (&self->style.photo, matchum_photo_unref);
  g_free (self->name);
}

MatchumPages *
matchum_pages_ref (MatchumPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

void
matchum_pages_unref (MatchumPages *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, pages_clear);
}

/* --- laying out --- */

static char *
dup_name (MatchumVisibility *visibility)
{
  g_autofree char *name = matchum_visibility_dup_name (visibility);
  g_autoptr (GString) clean = g_string_new (NULL);

  if (name != NULL)
    matchum_clean_text_append (clean, name, strlen (name), FALSE);
  while (clean->len > 0 && g_ascii_isspace (clean->str[clean->len - 1]))
    g_string_truncate (clean, clean->len - 1);

  return clean->len > 0 ? g_strdup (clean->str) : NULL;
}

static gboolean
is_hangul (gunichar c)
{
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff) || (c >= 0x3131 && c <= 0x318e);
}

static gboolean
check_fonts (MatchumPages *self, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      gunichar missing = matchum_row_get_missing (g_ptr_array_index (self->rows, i));
      char letter[7] = { 0 };

      if (missing == 0)
        continue;
      if (is_hangul (missing) && !matchum_font_list_check_korean (error))
        return FALSE;
      g_unichar_to_utf8 (missing, letter);
      g_set_error (error, MATCHUM_PAGES_ERROR, MATCHUM_PAGES_ERROR_NO_FONT,
                   _ ("No installed font has the letter “%s” (U+%04X). Install a font that has it, for example the "
                      "package fonts-noto-cjk for Korean, and try again."),
                   letter, missing);
      return FALSE;
    }

  return TRUE;
}

static void
collect_left_out (MatchumPages *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MatchumRow *row = g_ptr_array_index (self->rows, i);
      const char *signs = matchum_paragraph_get_left_out (row->text);

      for (const char *at = signs; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          if (g_unichar_isgraph (c) && g_utf8_strchr (self->left_out->str, -1, c) == NULL)
            g_string_append_unichar (self->left_out, c);
        }
    }
}

static double
get_text_height (MatchumPages *self)
{
  return matchum_paper_get_height (self->style.paper) - 2.0 * self->theme.margin_y;
}

static void
place (MatchumPages *self, GArray *measures)
{
  const MatchumPlacement *last;

  self->placements = matchum_paginator_fit ((const MatchumGalleyRow *) (gpointer) measures->data, measures->len,
                                            get_text_height (self), &self->used);
  self->n_pages = 1;
  if (self->placements->len == 0)
    return;
  last = &g_array_index (self->placements, MatchumPlacement, self->placements->len - 1);
  self->n_pages = last->page + 1;
}

static gboolean
is_hangul_or_han (const char *at)
{
  const GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (at));

  return script == G_UNICODE_SCRIPT_HANGUL || script == G_UNICODE_SCRIPT_HAN;
}

/* Where a name in another script begins, or what stands in brackets or behind a bar; the end where there is none. */
static gsize
find_second_name (const char *name)
{
  for (const char *space = strchr (name, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      if (strchr ("(|/", space[1]) != NULL || is_hangul_or_han (space + 1) != is_hangul_or_han (name))
        return (gsize) (space - name);
    }

  return strlen (name);
}

/* "강도현 (Dohyun Kang)", "강도현 Dohyun Kang": the second name is on the first page. */
static void
append_short_name (MatchumPrintText *text, const char *name)
{
  g_autofree char *first = g_strndup (name, find_second_name (name));

  matchum_print_text_append_literal (text, *first != '\0' ? first : name);
}

static MatchumParagraph *
create_running_line (MatchumPages *self, guint page)
{
  MatchumTypeStyle style = {
    .context = matchum_galley_get_context (self->galley),
    .families = matchum_type_case_get_families (self->theme.family, self->theme.is_serif),
    .size = RUNNING_SIZE,
    .line = RUNNING_LINE,
    .alignment = self->theme.running == MATCHUM_RUNNING_FOOT_CENTRE ? 0.5 : 1.0,
    .ink = MATCHUM_INK_QUIET,
    .link = MATCHUM_INK_QUIET,
  };
  /* One word, since words beside those of the resume are words that tracking systems count. */
  g_autofree char *number = g_strdup_printf ("%u/%u", page + 1, self->n_pages);
  g_autoptr (MatchumPrintText) text = matchum_print_text_new ();

  if (self->style.has_running_name && self->name != NULL)
    append_short_name (text, self->name);
  if (self->style.has_page_numbers && matchum_print_text_get_length (text) > 0)
    matchum_print_text_append_literal (text, " — ");
  if (self->style.has_page_numbers)
    matchum_print_text_append_literal (text, number);

  return matchum_paragraph_new (text, &style, matchum_galley_get_width (self->galley));
}

void
matchum_pages_prepare (void)
{
  matchum_type_case_prepare ();
}

MatchumPages *
matchum_pages_new (MatchumVisibility *visibility, const MatchumPageStyle *style, GError **error)
{
  return matchum_pages_new_from (NULL, visibility, style, error);
}

MatchumPages *
matchum_pages_new_from (MatchumPages *previous,
                        MatchumVisibility *visibility,
                        const MatchumPageStyle *style,
                        GError **error)
{
  MatchumGalley *galley = previous != NULL ? previous->galley : NULL;
  g_autoptr (MatchumPages) self = NULL;
  g_autoptr (GArray) measures = NULL;

  g_return_val_if_fail (visibility != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_rc_box_new0 (MatchumPages);
  self->style = *style;
  if (style->photo != NULL)
    matchum_photo_ref (style->photo);
  matchum_page_style_resolve (style, &self->theme);
  self->galley = matchum_galley_new_from (galley, matchum_visibility_get_resume (visibility), style);
  self->name = dup_name (visibility);
  self->rows = g_ptr_array_new ();
  self->running_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_paragraph_free);
  self->left_out = g_string_new (NULL);
  measures = g_array_new (FALSE, FALSE, sizeof (MatchumGalleyRow));
  matchum_galley_collect (self->galley, visibility, self->rows, measures);
  place (self, measures);
  if (!check_fonts (self, error))
    return NULL;
  collect_left_out (self);

  return g_steal_pointer (&self);
}

/* --- reading --- */

guint
matchum_pages_get_n_pages (MatchumPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

double
matchum_pages_get_used (MatchumPages *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->used;
}

double
matchum_pages_get_width (MatchumPages *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return matchum_paper_get_width (self->style.paper);
}

double
matchum_pages_get_height (MatchumPages *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return matchum_paper_get_height (self->style.paper);
}

const char *
matchum_pages_get_left_out (MatchumPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->left_out->str;
}

MatchumGalley *
matchum_pages_get_galley (MatchumPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->galley;
}

const char *
matchum_pages_get_missing_family (MatchumPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return matchum_galley_get_missing_family (self->galley);
}

const char *
matchum_pages_get_name (MatchumPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

GArray *
matchum_pages_get_outline (MatchumPages *self)
{
  GArray *outline;

  g_return_val_if_fail (self != NULL, NULL);

  outline = g_array_new (FALSE, FALSE, sizeof (MatchumOutlineItem));
  for (guint i = 0; i < self->placements->len; i++)
    {
      const MatchumPlacement *placement = &g_array_index (self->placements, MatchumPlacement, i);
      MatchumRow *row = g_ptr_array_index (self->rows, placement->row);
      MatchumOutlineItem item = { matchum_paragraph_get_text (row->text), 0, placement->page,
                                  self->theme.margin_y + placement->y };

      if (placement->first_line > 0 || row->role < MATCHUM_ROW_SECTION || row->role > MATCHUM_ROW_SUBENTRY)
        continue;
      item.depth = row->role - MATCHUM_ROW_SECTION;
      g_array_append_val (outline, item);
    }

  return outline;
}

const char *
matchum_pages_get_language (MatchumPages *self)
{
  MatchumLanguageTally tally = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MatchumRow *row = g_ptr_array_index (self->rows, i);

      matchum_language_tally_add (&tally, matchum_paragraph_get_text (row->text));
    }
  return matchum_language_tally_guess (&tally);
}

/* --- drawing --- */

static void
draw_section_rule (MatchumPages *self, MatchumCanvas *canvas, const MatchumRow *row, double x, double y)
{
  double width = matchum_galley_get_width (self->galley);
  double height = matchum_paragraph_get_line (row->text) * matchum_paragraph_get_n_lines (row->text);
  guint last = MAX (matchum_paragraph_get_n_lines (row->text), 1) - 1;
  double start;

  switch (self->theme.section)
    {
    case MATCHUM_SECTION_RULED:
    case MATCHUM_SECTION_CENTRED:
      matchum_canvas_fill_rectangle (canvas, x, y + height + RULE_GAP, width, self->theme.rule_width);
      break;
    case MATCHUM_SECTION_TRAILING:
      start = matchum_paragraph_get_line_width (row->text, last) + TRAILING_GAP;
      if (matchum_paragraph_runs_left (row->text))
        matchum_canvas_fill_rectangle (canvas, x, y + height * 0.5, width - start, self->theme.rule_width);
      else
        matchum_canvas_fill_rectangle (canvas, x + start, y + height * 0.5, width - start, self->theme.rule_width);
      break;
    case MATCHUM_SECTION_MARGIN:
      /* Between sections, not above the first of a page. */
      if (y > self->theme.margin_y + 1.0)
        matchum_canvas_fill_rectangle (canvas, x, y - self->theme.section_gap * MARGIN_RULE_PLACE, width,
                                       self->theme.rule_width);
      break;
    case MATCHUM_SECTION_PLAIN:
      break;
    default:
      g_return_if_reached ();
    }
}

static void
draw_ornaments (MatchumPages *self,
                MatchumCanvas *canvas,
                const MatchumRow *row,
                const MatchumPlacement *placement,
                double x,
                double y)
{
  double height = matchum_paragraph_get_line (row->text) * placement->n_lines;

  if (self->theme.rule_width <= 0.0)
    return;
  matchum_canvas_set_ink (canvas, MATCHUM_INK_ACCENT);
  if (row->role == MATCHUM_ROW_SECTION && placement->first_line == 0)
    draw_section_rule (self, canvas, row, x, y);
  if (row->role == MATCHUM_ROW_QUOTE)
    matchum_canvas_fill_rectangle (canvas, x + row->x - QUOTE_BAR_GAP, y + 1.5, QUOTE_BAR, height - 3.0);
}

static double
get_running_y (MatchumPages *self)
{
  double gap = CLAMP ((self->theme.margin_y - RUNNING_LINE) / 2.0, 2.0, RUNNING_GAP);

  if (self->theme.running == MATCHUM_RUNNING_HEAD_RIGHT)
    return self->theme.margin_y - gap - RUNNING_LINE;

  return matchum_pages_get_height (self) - self->theme.margin_y + gap;
}

static void
draw_running_line (MatchumPages *self, MatchumCanvas *canvas, guint page, double x)
{
  MatchumParagraph *line;

  if (page == 0 || !(self->style.has_page_numbers || self->style.has_running_name))
    return;
  while (self->running_lines->len < page)
    g_ptr_array_add (self->running_lines, create_running_line (self, self->running_lines->len + 1));
  line = g_ptr_array_index (self->running_lines, page - 1);
  if (matchum_paragraph_get_n_lines (line) > 0)
    matchum_paragraph_draw (line, canvas, 0, 1, x, get_running_y (self));
}

/* At the right of name and contact, where they are. */
static void
draw_photo (MatchumPages *self, MatchumCanvas *canvas)
{
  double x = matchum_pages_get_width (self) - self->theme.margin_x - MATCHUM_PHOTO_WIDTH;
  cairo_surface_t *photo;

  if (!self->theme.has_photo || self->rows->len == 0 || !matchum_row_is_head (g_ptr_array_index (self->rows, 0)))
    return;
  photo = matchum_photo_create_surface (self->style.photo);
  matchum_canvas_begin (canvas, "Figure");
  matchum_canvas_draw_image (canvas, photo, x, self->theme.margin_y, MATCHUM_PHOTO_WIDTH, MATCHUM_PHOTO_HEIGHT);
  matchum_canvas_end (canvas, "Figure");
  cairo_surface_destroy (photo);
}

static int
compare_page (gconstpointer a, gconstpointer b)
{
  guint first = ((const MatchumPlacement *) a)->page;
  guint second = ((const MatchumPlacement *) b)->page;

  return first < second ? -1 : first > second;
}

static guint
find_first_placement (MatchumPages *self, guint page)
{
  MatchumPlacement wanted = { .page = page };
  guint index = 0;

  if (!g_array_binary_search (self->placements, &wanted, compare_page, &index))
    return self->placements->len;
  while (index > 0 && g_array_index (self->placements, MatchumPlacement, index - 1).page == page)
    index--;

  return index;
}

static const MatchumPlacement *
get_placement (MatchumPages *self, guint index, guint page)
{
  const MatchumPlacement *placement =
      index < self->placements->len ? &g_array_index (self->placements, MatchumPlacement, index) : NULL;

  return placement != NULL && placement->page == page ? placement : NULL;
}

static gboolean
is_same_place (MatchumPages *self, const MatchumPlacement *place, MatchumPages *other, const MatchumPlacement *its)
{
  return g_ptr_array_index (self->rows, place->row) == g_ptr_array_index (other->rows, its->row)
         && place->first_line == its->first_line && place->n_lines == its->n_lines
         && G_APPROX_VALUE (place->y, its->y, 1e-6);
}

gboolean
matchum_pages_is_same_page (MatchumPages *self, MatchumPages *other, guint page)
{
  guint mine, its;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  /* From the second page on, name and number of pages stand on each. */
  if (page >= self->n_pages || page >= other->n_pages || self->galley != other->galley
      || (page > 0 && (self->n_pages != other->n_pages || g_strcmp0 (self->name, other->name) != 0))
      || self->style.photo != other->style.photo || !matchum_page_style_equal (&self->style, &other->style))
    return FALSE;

  mine = find_first_placement (self, page);
  its = find_first_placement (other, page);
  for (;; mine++, its++)
    {
      const MatchumPlacement *place = get_placement (self, mine, page), *its_place = get_placement (other, its, page);

      if (place == NULL || its_place == NULL)
        return place == its_place;
      if (!is_same_place (self, place, other, its_place))
        return FALSE;
    }
}

void
matchum_pages_draw_in (MatchumPages *self, guint page, MatchumCanvas *canvas, MatchumStructure *structure)
{
  double x;

  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->n_pages);
  g_return_if_fail (canvas != NULL);
  g_return_if_fail (structure != NULL);

  x = self->theme.margin_x;
  matchum_canvas_set_palette (canvas, &self->theme.palette);
  if (page == 0)
    draw_photo (self, canvas);
  for (guint i = find_first_placement (self, page); i < self->placements->len; i++)
    {
      const MatchumPlacement *placement = &g_array_index (self->placements, MatchumPlacement, i);
      MatchumRow *row = g_ptr_array_index (self->rows, placement->row);
      double y = self->theme.margin_y + placement->y;

      if (placement->page != page)
        break;
      matchum_structure_draw_row (structure, row, placement->first_line, placement->n_lines, x, y);
      draw_ornaments (self, canvas, row, placement, x, y);
    }
  draw_running_line (self, canvas, page, x);
}

void
matchum_pages_draw (MatchumPages *self, guint page, cairo_t *cr)
{
  g_autoptr (MatchumCanvas) canvas = NULL;
  MatchumStructure structure;

  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->n_pages);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  canvas = matchum_canvas_new (cr);
  matchum_structure_begin (&structure, canvas);
  matchum_pages_draw_in (self, page, canvas, &structure);
  matchum_structure_end (&structure);
  cairo_restore (cr);
}
