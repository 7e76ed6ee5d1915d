/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens and closes sections, lists and items around the rows that are drawn. */
#include "config.h"

#include "matchum-structure.h"

/* Deeper lists are tagged as if they stood at this depth. */
#define MAX_LISTS 8

void
matchum_structure_begin (MatchumStructure *self, MatchumCanvas *canvas)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (canvas != NULL);

  *self = (MatchumStructure){ canvas, TRUE, FALSE, 0, FALSE };
  matchum_canvas_begin (canvas, "Document");
}

static void
open_item (MatchumStructure *self)
{
  matchum_canvas_begin (self->canvas, "LI");
  self->has_item = TRUE;
}

static void
close_item (MatchumStructure *self)
{
  if (self->has_item)
    {
      matchum_canvas_end (self->canvas, "LBody");
      matchum_canvas_end (self->canvas, "LI");
    }
  self->has_item = FALSE;
}

static void
close_lists (MatchumStructure *self, guint depth)
{
  while (self->n_lists > depth)
    {
      close_item (self);
      matchum_canvas_end (self->canvas, "L");
      self->n_lists--;
      self->has_item = self->n_lists > 0;
    }
}

/* Leaves the item's body open: a list within the item goes there, and so do its further paragraphs. */
static void
enter_item (MatchumStructure *self, MatchumRow *row, double x, double y)
{
  guint depth = CLAMP (row->list_depth, 1, MAX_LISTS);

  close_lists (self, depth);
  if (self->n_lists == depth)
    close_item (self);
  while (self->n_lists < depth)
    {
      if (self->n_lists > 0 && !self->has_item)
        {
          open_item (self);
          matchum_canvas_begin (self->canvas, "LBody");
        }
      matchum_canvas_begin (self->canvas, "L");
      self->n_lists++;
      self->has_item = FALSE;
    }

  open_item (self);
  matchum_row_draw_label (row, self->canvas, x, y);
  matchum_canvas_begin (self->canvas, "LBody");
}

static void
enter_section (MatchumStructure *self)
{
  close_lists (self, 0);
  if (self->has_section)
    matchum_canvas_end (self->canvas, "Sect");
  matchum_canvas_begin (self->canvas, "Sect");
  self->has_section = TRUE;
}

static const char *
get_tag (MatchumRowRole role)
{
  switch (role)
    {
    case MATCHUM_ROW_NAME:
      return "H1";
    case MATCHUM_ROW_SECTION:
      return "H2";
    case MATCHUM_ROW_ENTRY:
      return "H3";
    case MATCHUM_ROW_SUBENTRY:
      return "H4";
    case MATCHUM_ROW_CONTACT:
    case MATCHUM_ROW_DETAIL:
    case MATCHUM_ROW_ITEM:
    case MATCHUM_ROW_PARAGRAPH:
    case MATCHUM_ROW_QUOTE:
    default:
      return "P";
    }
}

void
matchum_structure_draw_row (MatchumStructure *self, MatchumRow *row, guint first, guint n_lines, double x, double y)
{
  g_return_if_fail (self != NULL && self->is_open);
  g_return_if_fail (row != NULL);

  if (first == 0 && row->role == MATCHUM_ROW_SECTION)
    enter_section (self);
  else if (first == 0 && row->role == MATCHUM_ROW_ITEM)
    enter_item (self, row, x, y);
  else if (first == 0)
    close_lists (self, row->list_depth);

  matchum_row_draw (row, self->canvas, get_tag (row->role), first, n_lines, x, y);
}

void
matchum_structure_end (MatchumStructure *self)
{
  g_return_if_fail (self != NULL && self->is_open);

  close_lists (self, 0);
  if (self->has_section)
    matchum_canvas_end (self->canvas, "Sect");
  matchum_canvas_end (self->canvas, "Document");
  self->is_open = FALSE;
}
