/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages are drawn on: the screen, a PDF with tags and small fonts, or nothing at all, to learn which glyphs the
 * drawing needs. The same calls serve all three. */
#pragma once

#include <pango/pangocairo.h>

#include "matchum-font-subsets.h"
#include "matchum-ink.h"

G_BEGIN_DECLS

typedef struct _MatchumCanvas MatchumCanvas;

/* Draws on cr with the installed fonts. */
MatchumCanvas *matchum_canvas_new            (cairo_t            *cr);
/* Draws nothing, but adds every glyph to subsets. */
MatchumCanvas *matchum_canvas_new_to_collect (MatchumFontSubsets *subsets);
/* Draws on cr, the context of a PDF surface, with the fonts of subsets, and tags what it draws. */
MatchumCanvas *matchum_canvas_new_for_pdf    (cairo_t            *cr,
                                              MatchumFontSubsets *subsets);
void           matchum_canvas_free           (MatchumCanvas      *self);

/* Opens and closes an element of structure ("P", "LI"). Cairo 1.16 keeps the text of leaf elements only. */
void           matchum_canvas_begin          (MatchumCanvas      *self,
                                              const char         *tag);
void           matchum_canvas_end            (MatchumCanvas      *self,
                                              const char         *tag);
/* A link element; url as the author wrote it. Gives FALSE, and opens nothing, where it can't be linked to. */
gboolean       matchum_canvas_begin_link     (MatchumCanvas      *self,
                                              const char         *url);
void           matchum_canvas_end_link       (MatchumCanvas      *self);

/* The colours of what is drawn from now on; borrowed. Black without any. */
void           matchum_canvas_set_palette    (MatchumCanvas        *self,
                                              const MatchumPalette *palette);
void           matchum_canvas_set_ink        (MatchumCanvas        *self,
                                              MatchumInk            ink);
/* Draws one glyph item of a layout's text with its left end at x and its baseline at y, its text layer included.
 * Spaces that the line breaker took away are there again. */
void           matchum_canvas_show_item      (MatchumCanvas      *self,
                                              PangoGlyphItem     *item,
                                              const char         *text,
                                              double              x,
                                              double              y);
/* Draws a single space in the font, so that words stay apart in the text layer: from x on, or where runs_left, up to
 * x. */
void           matchum_canvas_show_space     (MatchumCanvas      *self,
                                              PangoFont          *font,
                                              gboolean            runs_left,
                                              double              x,
                                              double              y);
/* All of image in a rectangle. */
void           matchum_canvas_draw_image     (MatchumCanvas      *self,
                                              cairo_surface_t    *image,
                                              double              x,
                                              double              y,
                                              double              width,
                                              double              height);
void           matchum_canvas_fill_rectangle (MatchumCanvas      *self,
                                              double              x,
                                              double              y,
                                              double              width,
                                              double              height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumCanvas, matchum_canvas_free)

G_END_DECLS
