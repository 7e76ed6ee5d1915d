/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays a tailored resume out on pages, and draws them. */
#include "config.h"

#include "matchum-pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/matchum-clean-text.h"
#include "text/matchum-language-tally.h"

#include "matchum-galley.h"
#include "matchum-pages-private.h"

#define FOOT_SIZE 7.5
#define FOOT_GAP 14.0
#define RULE_GAP 1.5
#define QUOTE_BAR 1.5
#define QUOTE_BAR_GAP 10.0

struct _MatchumPages {
  MatchumGalley *galley;
  MatchumPageStyle style;
  char *name;
  GPtrArray *rows; /* borrowed from the galley */
  GArray *placements;
  guint n_pages;
  double used;
  GPtrArray *feet;   /* name and number of every page but the first */
  GString *left_out; /* signs that no font has */
};

G_DEFINE_BOXED_TYPE (MatchumPages, matchum_pages, matchum_pages_ref, matchum_pages_unref)
G_DEFINE_QUARK (matchum - pages - error - quark, matchum_pages_error)

static void
pages_clear (gpointer data)
{
  MatchumPages *self = data;

  g_string_free (self->left_out, TRUE);
  g_ptr_array_unref (self->feet);
  g_array_unref (self->placements);
  g_ptr_array_unref (self->rows);
  matchum_galley_unref (self->galley);
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
check_fonts (MatchumPages *self, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      gunichar missing = matchum_row_get_missing (g_ptr_array_index (self->rows, i));
      char letter[7] = { 0 };

      if (missing == 0)
        continue;
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
  return matchum_paper_get_height (self->style.paper) - 2.0 * matchum_galley_get_theme (self->galley)->margin_y;
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

static MatchumParagraph *
create_foot (MatchumPages *self, guint page)
{
  const MatchumTheme *theme = matchum_galley_get_theme (self->galley);
  MatchumTypeStyle style = {
    .context = matchum_galley_get_context (self->galley),
    .size = FOOT_SIZE,
    .line = FOOT_SIZE * 1.4,
    .ink = theme->quiet,
    .quiet = theme->quiet,
  };
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, self->n_pages);
  g_autoptr (MatchumPrintText) text = matchum_print_text_new ();

  if (self->name != NULL)
    {
      matchum_print_text_append_literal (text, self->name);
      matchum_print_text_append_literal (text, " · ");
    }
  matchum_print_text_append_literal (text, number);

  return matchum_paragraph_new (text, &style, matchum_galley_get_width (self->galley));
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
  self->galley = matchum_galley_new_from (galley, matchum_visibility_get_resume (visibility), style);
  self->name = dup_name (visibility);
  self->rows = g_ptr_array_new ();
  self->feet = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_paragraph_free);
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
      MatchumOutlineItem item = { matchum_paragraph_get_text (row->text), placement->page,
                                  matchum_galley_get_theme (self->galley)->margin_y + placement->y };

      if (row->role == MATCHUM_ROW_SECTION && placement->first_line == 0)
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
draw_ornaments (MatchumPages *self,
                MatchumCanvas *canvas,
                const MatchumRow *row,
                const MatchumPlacement *placement,
                double x,
                double y)
{
  const MatchumTheme *theme = matchum_galley_get_theme (self->galley);
  double height = matchum_paragraph_get_line (row->text) * placement->n_lines;
  gboolean is_last = placement->first_line + placement->n_lines == matchum_paragraph_get_n_lines (row->text);

  if (theme->rule_width <= 0.0)
    return;
  matchum_canvas_set_color (canvas, theme->accent);
  if (row->role == MATCHUM_ROW_SECTION && is_last)
    matchum_canvas_fill_rectangle (canvas, x, y + height + RULE_GAP, matchum_galley_get_width (self->galley),
                                   theme->rule_width);
  if (row->role == MATCHUM_ROW_QUOTE)
    matchum_canvas_fill_rectangle (canvas, x + row->x - QUOTE_BAR_GAP, y + 1.5, QUOTE_BAR, height - 3.0);
}

static void
draw_foot (MatchumPages *self, MatchumCanvas *canvas, guint page, double x)
{
  double y =
      matchum_paper_get_height (self->style.paper) - matchum_galley_get_theme (self->galley)->margin_y + FOOT_GAP;
  MatchumParagraph *foot;

  if (page == 0)
    return;
  while (self->feet->len < page)
    g_ptr_array_add (self->feet, create_foot (self, self->feet->len + 1));
  foot = g_ptr_array_index (self->feet, page - 1);
  if (matchum_paragraph_get_n_lines (foot) > 0)
    matchum_paragraph_draw (foot, canvas, 0, 1,
                            x + matchum_galley_get_width (self->galley) - matchum_paragraph_get_line_width (foot, 0),
                            y);
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

void
matchum_pages_draw_in (MatchumPages *self, guint page, MatchumCanvas *canvas, MatchumStructure *structure)
{
  const MatchumTheme *theme;

  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->n_pages);
  g_return_if_fail (canvas != NULL);
  g_return_if_fail (structure != NULL);

  theme = matchum_galley_get_theme (self->galley);
  for (guint i = find_first_placement (self, page); i < self->placements->len; i++)
    {
      const MatchumPlacement *placement = &g_array_index (self->placements, MatchumPlacement, i);
      MatchumRow *row = g_ptr_array_index (self->rows, placement->row);
      double y = theme->margin_y + placement->y;

      if (placement->page != page)
        break;
      matchum_structure_draw_row (structure, row, placement->first_line, placement->n_lines, theme->margin_x, y);
      draw_ornaments (self, canvas, row, placement, theme->margin_x, y);
    }
  draw_foot (self, canvas, page, theme->margin_x);
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
