/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the parts of a row together and draws them in reading order. */
#include "config.h"

#include "matchum-row.h"

MatchumRow *
matchum_row_new (MatchumRowRole role, MatchumParagraph *text, double x)
{
  MatchumRow *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MatchumRow, 1);
  self->role = role;
  self->text = text;
  self->x = x;

  return self;
}

void
matchum_row_free (MatchumRow *self)
{
  g_return_if_fail (self != NULL);

  matchum_paragraph_free (self->text);
  g_clear_pointer (&self->label, matchum_paragraph_free);
  g_clear_pointer (&self->aside, matchum_paragraph_free);
  g_free (self);
}

void
matchum_row_set_label (MatchumRow *self, MatchumParagraph *label, double x)
{
  g_return_if_fail (self != NULL && self->label == NULL);
  g_return_if_fail (label != NULL);

  self->label = label;
  self->label_x = x;
}

void
matchum_row_set_aside (MatchumRow *self, MatchumParagraph *aside, double x)
{
  g_return_if_fail (self != NULL && self->aside == NULL);
  g_return_if_fail (aside != NULL);

  self->aside = aside;
  self->aside_x = x;
}

static void
turn (MatchumParagraph *paragraph, double left, double width, double *x)
{
  *x = 2.0 * left + width - *x - matchum_paragraph_get_set_width (paragraph);
}

/* What stands beside the text was set a little wider than it is. */
static void
turn_beside (MatchumParagraph *paragraph, double left, double width, double *x)
{
  if (matchum_paragraph_runs_left (paragraph))
    turn (paragraph, left, width, x);
  else
    *x = 2.0 * left + width - *x - matchum_paragraph_get_width (paragraph);
}

void
matchum_row_turn (MatchumRow *self, double left, double width)
{
  g_return_if_fail (self != NULL);

  if (!matchum_paragraph_runs_left (self->text))
    return;
  turn (self->text, left, width, &self->x);
  if (self->label != NULL)
    turn_beside (self->label, left, width, &self->label_x);
  if (self->aside != NULL)
    turn_beside (self->aside, left, width, &self->aside_x);
}

gunichar
matchum_row_get_missing (const MatchumRow *self)
{
  gunichar missing;

  g_return_val_if_fail (self != NULL, 0);

  missing = matchum_paragraph_get_missing (self->text);
  if (missing == 0 && self->aside != NULL)
    missing = matchum_paragraph_get_missing (self->aside);
  if (missing == 0 && self->label != NULL)
    missing = matchum_paragraph_get_missing (self->label);

  return missing;
}

gboolean
matchum_row_is_heading (const MatchumRow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->role == MATCHUM_ROW_SECTION || self->role == MATCHUM_ROW_ENTRY || self->role == MATCHUM_ROW_SUBENTRY
         || self->role == MATCHUM_ROW_DETAIL;
}

gboolean
matchum_row_is_head (const MatchumRow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->role == MATCHUM_ROW_NAME || self->role == MATCHUM_ROW_CONTACT;
}

/* On the baseline of the row's first line, whatever the size of its letters. */
static void
draw_beside (MatchumRow *self, MatchumParagraph *beside, MatchumCanvas *canvas, double x, double y)
{
  if (matchum_paragraph_get_n_lines (beside) == 0)
    return;
  y += matchum_paragraph_get_baseline (self->text) - matchum_paragraph_get_baseline (beside);
  matchum_paragraph_draw (beside, canvas, 0, matchum_paragraph_get_n_lines (beside), x, y);
}

void
matchum_row_draw (MatchumRow *self,
                  MatchumCanvas *canvas,
                  const char *tag,
                  guint first,
                  guint n_lines,
                  double x,
                  double y)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (canvas != NULL);
  g_return_if_fail (tag != NULL);

  matchum_canvas_begin (canvas, tag);
  matchum_paragraph_draw (self->text, canvas, first, n_lines, x + self->x, y);
  if (first == 0 && self->aside != NULL)
    {
      gboolean has_links = matchum_paragraph_has_links (self->text);

      /* Beside an element of its own, text needs one too. */
      if (has_links)
        matchum_canvas_begin (canvas, "Span");
      draw_beside (self, self->aside, canvas, x + self->aside_x, y);
      if (has_links)
        matchum_canvas_end (canvas, "Span");
    }
  matchum_canvas_end (canvas, tag);
}

void
matchum_row_draw_label (MatchumRow *self, MatchumCanvas *canvas, double x, double y)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (canvas != NULL);

  if (self->label == NULL)
    return;
  matchum_canvas_begin (canvas, "Lbl");
  draw_beside (self, self->label, canvas, x + self->label_x, y);
  matchum_canvas_end (canvas, "Lbl");
}
