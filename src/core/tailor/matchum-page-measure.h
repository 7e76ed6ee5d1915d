/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What choosing for a number of pages has to know of pages, and print tells (MatchumPageGauge): arithmetic on lines
 * that are set already. Heights are in points. To be the first member of what implements it. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* What a block takes on a page by itself, its descendants not included. White space is the least to which it shrinks
 * where that saves a page, so that no page holds more than this adds up to. */
typedef struct {
  double height;    /* its lines, and what is between and below them */
  double gap;       /* above it, where another block than its parent stands right above, at the least */
  double first_gap; /* above it, where its parent does */
  guint  n_lines;
} MatchumBlockExtent;

typedef struct _MatchumPageMeasure MatchumPageMeasure;

struct _MatchumPageMeasure {
  /* Of the text area of a page, and of a line of text; and the most white space that is left out at the top of a
   * page. */
  double page_height;
  double line_height;
  double top_gap;
  /* Fills extents, one for each block of the resume: zeros for what visibility hides. */
  void   (*measure)     (MatchumPageMeasure *self,
                         MatchumVisibility  *visibility,
                         MatchumBlockExtent *extents);
  /* The pages that are filled as a decimal, every page break counted, as they will be drawn; on pages that are higher
   * by extra. */
  double (*count_pages) (MatchumPageMeasure *self,
                         MatchumVisibility  *visibility,
                         double              extra);
};

G_END_DECLS
