/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets marked text in lines, as Pango layouts. */
#pragma once

#include <pango/pangocairo.h>

#include "matchum-print-text.h"
#include "matchum-theme.h"
#include "matchum-type-case.h"

G_BEGIN_DECLS

typedef struct {
  PangoContext        *context;   /* that layouts are made in; borrowed */
  MatchumTypeFamilies  families;
  double               size;      /* points */
  double               line;      /* height of every line, in points, whatever font a letter comes from */
  double               tracking;  /* white space added to every letter, in sizes */
  double               alignment; /* 0 at the left, 0.5 in the middle, 1 at the right; turned about in Arabic and Hebrew */
  gboolean             is_aligned; /* whatever the script: not turned about */
  gboolean             is_bold;
  MatchumWrapping      wrapping;
  MatchumInk           ink;
  MatchumInk           link;      /* of links */
} MatchumTypeStyle;

/* The bytes of piece of text in lines of width points; on one line where width is 0. Words are never cut where they fit
 * a line. Release with g_object_unref. */
PangoLayout *matchum_type_setter_set            (MatchumPrintText       *text,
                                                 MatchumSpan             piece,
                                                 const MatchumTypeStyle *style,
                                                 double                  width);
/* The ink that item of such a layout is drawn in; otherwise where the text says nothing of it. */
MatchumInk   matchum_type_setter_get_ink        (const PangoItem        *item,
                                                 MatchumInk              otherwise);
/* Where the piece of text that begins at start ends: a long text is set in pieces that end at spaces. */
gsize        matchum_type_setter_find_piece_end (MatchumPrintText       *text,
                                                 gsize                   start);

G_END_DECLS
