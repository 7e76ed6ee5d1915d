/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look at the installed fonts that leaves out all but a few families: fontconfig sorts whatever it sees, anew for
 * every size, which with hundreds of fonts takes a third of an export. */
#pragma once

#include <fontconfig/fontconfig.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _MatchumFewFonts MatchumFewFonts;

/* The fonts of families, each a list apart by commas, of which the first is that of plain text; NULL where fontconfig
 * can't be asked. */
MatchumFewFonts *matchum_few_fonts_new         (const char *const     *families);
void             matchum_few_fonts_free        (MatchumFewFonts       *self);

/* Borrowed. */
FcConfig        *matchum_few_fonts_get_config  (const MatchumFewFonts *self);
/* Whether families was the first list. */
gboolean         matchum_few_fonts_is_led_by   (const MatchumFewFonts *self,
                                                const char            *families);
/* Whether plain text would look the same if all fonts were looked at: every character is of a script, or one of the
 * common signs, that no other font is asked for first, and the fonts of the first list have it. */
gboolean         matchum_few_fonts_covers      (const MatchumFewFonts *self,
                                                const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFewFonts, matchum_few_fonts_free)

G_END_DECLS
