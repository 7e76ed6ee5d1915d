/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in a text as numbers, whatever language they are written in: 240만, 2,400,000 and 2.4 million are the same. For this
 * room only. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef struct {
  double      value;
  MatchumSpan span;  /* bytes of the text, units of number included */
} MatchumTextFigure;

/* The first figure of folded text from at on. FALSE where none is left. */
gboolean matchum_text_figure_find (const char        *text,
                                   gsize              at,
                                   MatchumTextFigure *figure);

G_END_DECLS
