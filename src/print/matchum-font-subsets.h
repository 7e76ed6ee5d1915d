/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fonts cut down to the glyphs that a document draws, made from the very glyphs of its layouts: what was laid out with
 * the installed font is drawn with the small one, glyph for glyph. A font that can't be cut down is used whole. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _MatchumFontSubsets MatchumFontSubsets;

MatchumFontSubsets  *matchum_font_subsets_new    (void);
void                 matchum_font_subsets_free   (MatchumFontSubsets *self);

/* Says that a glyph of font will be drawn, for character (0 where it is for several). Only before the first lookup. */
void                 matchum_font_subsets_add    (MatchumFontSubsets *self,
                                                  PangoFont          *font,
                                                  gunichar            character,
                                                  guint               glyph);
/* The font to draw glyphs of font with, and sets *glyph to its number there. Borrowed; NULL where the font is
 * broken. */
cairo_scaled_font_t *matchum_font_subsets_lookup (MatchumFontSubsets *self,
                                                  PangoFont          *font,
                                                  guint              *glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFontSubsets, matchum_font_subsets_free)

G_END_DECLS
