/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text set in lines of one width and one height. Words are never cut where they fit a line, Korean ones included.
 * To be used on the thread that made it. */
#pragma once

#include "matchum-canvas.h"
#include "matchum-type-setter.h"

G_BEGIN_DECLS

typedef struct _MatchumParagraph MatchumParagraph;

/* width in points. */
MatchumParagraph *matchum_paragraph_new            (MatchumPrintText       *text,
                                                    const MatchumTypeStyle *style,
                                                    double                  width);
void              matchum_paragraph_free           (MatchumParagraph       *self);

const char       *matchum_paragraph_get_text       (MatchumParagraph       *self);
guint             matchum_paragraph_get_n_lines    (MatchumParagraph       *self);
double            matchum_paragraph_get_line       (MatchumParagraph       *self);
/* From the top of a line to its baseline. */
double            matchum_paragraph_get_baseline   (MatchumParagraph       *self);
/* Of the longest line, in points. */
double            matchum_paragraph_get_width      (MatchumParagraph       *self);
double            matchum_paragraph_get_line_width (MatchumParagraph       *self,
                                                    guint                   line);
/* Where the line ends, in bytes of the text; a space after its last word may stand before or after that. */
gsize             matchum_paragraph_get_line_end   (MatchumParagraph       *self,
                                                    guint                   line);
/* The width that lines were set for, in points. */
double            matchum_paragraph_get_set_width  (MatchumParagraph       *self);
/* Whether it is read from right to left: Arabic or Hebrew. Its lines then begin at the right. */
gboolean          matchum_paragraph_runs_left      (MatchumParagraph       *self);
gboolean          matchum_paragraph_has_links      (MatchumParagraph       *self);
/* The first letter that no installed font has, or 0. */
gunichar          matchum_paragraph_get_missing    (MatchumParagraph       *self);
/* The signs that no installed font has, emoji say, one after another; they are not drawn. NULL without any. */
const char       *matchum_paragraph_get_left_out   (MatchumParagraph       *self);
/* Draws n_lines lines from first, the top of the first at y, each with its left end at x. */
void              matchum_paragraph_draw           (MatchumParagraph       *self,
                                                    MatchumCanvas          *canvas,
                                                    guint                   first,
                                                    guint                   n_lines,
                                                    double                  x,
                                                    double                  y);
/* The width of text on one line, in points. */
double            matchum_paragraph_measure        (MatchumPrintText       *text,
                                                    const MatchumTypeStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumParagraph, matchum_paragraph_free)

G_END_DECLS
