/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements of structure that are open while pages are drawn: document, section, lists. Sections and lists go on
 * over the pages; what holds text does not. */
#pragma once

#include "matchum-row.h"

G_BEGIN_DECLS

typedef struct {
  MatchumCanvas *canvas;  /* borrowed */
  gboolean       is_open;
  gboolean       has_section;
  guint          n_lists; /* lists open, each within an item of the one before */
  gboolean       has_item; /* whether the innermost list has an item open */
} MatchumStructure;

void matchum_structure_begin     (MatchumStructure *self,
                                  MatchumCanvas    *canvas);
/* Draws n_lines lines of row from first with the top at x, y, after closing and opening what its kind asks for. */
void matchum_structure_draw_row  (MatchumStructure *self,
                                  MatchumRow       *row,
                                  guint             first,
                                  guint             n_lines,
                                  double            x,
                                  double            y);
void matchum_structure_end       (MatchumStructure *self);

G_END_DECLS
