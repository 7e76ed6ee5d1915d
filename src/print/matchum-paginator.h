/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Divides rows of lines, whose heights are known, into pages. Pure arithmetic: no fonts, no text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The least share of themselves to which gaps become smaller where that saves a page. */
#define MATCHUM_PAGINATOR_LEAST_GAP 0.8

/* One row of the galley: a heading, an item or a paragraph of n_lines lines of the same height. Heights are in
 * points. */
typedef struct {
  double   gap;        /* blank above it, unless it stands at the top of a page */
  double   line;       /* height of one line */
  guint    n_lines;
  double   foot;       /* blank or rule that belongs to it, below its last line */
  gboolean keeps_next; /* stays on the page of the first lines of the next row */
  gboolean is_whole;   /* never divided, as far as a page can hold it */
  double   reach;      /* of a row that the next rows stand beside, and that takes no height of its own: how far down it
                          goes beside them; else 0 */
} MatchumGalleyRow;

/* Lines of a row on a page. */
typedef struct {
  guint  row;
  guint  first_line;
  guint  n_lines;
  guint  page; /* from 0 */
  double y;    /* of the top of its first line, from the top of the page's text area */
} MatchumPlacement;

/* Places all rows on pages whose text area is height points high. Gives an array of MatchumPlacement in order, and
 * sets *used (which may be NULL) to the number of pages filled as a decimal: 1.3 is one page and three tenths of the
 * next; 0 without rows. */
GArray *matchum_paginator_place (const MatchumGalleyRow *rows,
                                 gsize                   n_rows,
                                 double                  height,
                                 double                 *used);
/* The same, but where the last page would hold a few lines only, the gaps become up to a fifth smaller, as little as it
 * takes, if that saves the page. */
GArray *matchum_paginator_fit   (const MatchumGalleyRow *rows,
                                 gsize                   n_rows,
                                 double                  height,
                                 double                 *used);

G_END_DECLS
