/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets marked text in lines, as Pango layouts. */
#pragma once

#include <pango/pangocairo.h>

#include "matchum-print-text.h"

G_BEGIN_DECLS

typedef struct {
  PangoContext *context;  /* that layouts are made in; borrowed */
  double        size;     /* points */
  double        line;     /* height of every line, in points, whatever font a letter comes from */
  gboolean      is_bold;
  const double *ink;      /* RGB, 0 to 1; borrowed for the life of what is set */
  const double *quiet;
  const double *link;     /* NULL: links look like the text around them */
} MatchumTypeStyle;

/* The bytes of piece of text in lines of width points; on one line where width is 0. Words are never cut where they fit
 * a line. Release with g_object_unref. */
PangoLayout *matchum_type_setter_set            (MatchumPrintText       *text,
                                                 MatchumSpan             piece,
                                                 const MatchumTypeStyle *style,
                                                 double                  width);
/* Where the piece of text that begins at start ends: a long text is set in pieces that end at spaces. */
gsize        matchum_type_setter_find_piece_end (MatchumPrintText       *text,
                                                 gsize                   start);

G_END_DECLS
