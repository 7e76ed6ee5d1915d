/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fonts of pages: a font map of their own, apart from the window's, with hinting off, so that pages come out the
 * same on the screen, in the PDF and in a test. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Which fonts letters come from: lists of families, all borrowed for good. */
typedef struct {
  const char *text;
  const char *italic; /* of Latin text */
  const char *code;
} MatchumTypeFamilies;

/* Begins to read how fonts are set up on this computer, in a thread, for the first context to be there sooner. */
void                  matchum_type_case_prepare        (void);
/* A new context with a font map of its own, which keeps the fonts that were used; for the calling thread. Making the
 * first layout with it takes longer than the next. Where families have all characters of texts (NULL-terminated), it has
 * no other fonts: the pages are the same, much sooner. */
PangoContext         *matchum_type_case_create_context (const char *const         *texts,
                                                        const MatchumTypeFamilies *families);
/* Whether context will do for other texts and other families. */
gboolean              matchum_type_case_is_for         (PangoContext              *context,
                                                        const char *const         *texts,
                                                        const MatchumTypeFamilies *families);
/* Families with serifs or without; family, which may be NULL, before all others. */
MatchumTypeFamilies   matchum_type_case_get_families   (const char *family,
                                                        gboolean    is_serif);
/* A font description; size in points. Free with pango_font_description_free. */
PangoFontDescription *matchum_type_case_describe       (const char *families,
                                                        double      size,
                                                        gboolean    is_bold);

G_END_DECLS
