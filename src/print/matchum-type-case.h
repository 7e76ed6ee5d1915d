/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fonts of pages: a font map of their own, apart from the window's, with hinting off, so that pages come out the
 * same on the screen, in the PDF and in a test. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A new context with a font map of its own, which keeps the fonts that were used; for the calling thread. Making the
 * first layout with it takes longer than the next. Where the families below and family, if it isn't NULL, have all
 * characters of texts (NULL-terminated), it has no other fonts: the pages are the same, much sooner. */
PangoContext         *matchum_type_case_create_context (const char *const *texts,
                                                        const char        *family);
/* Whether context will do for other texts and another family. */
gboolean              matchum_type_case_is_for         (PangoContext      *context,
                                                        const char *const *texts,
                                                        const char        *family);
/* A font description; size in points. Free with pango_font_description_free. */
PangoFontDescription *matchum_type_case_describe       (double   size,
                                                        gboolean is_bold);
/* The families of text, of italic Latin text, and of code. */
const char           *matchum_type_case_get_family     (void);
const char           *matchum_type_case_get_italic     (void);
const char           *matchum_type_case_get_code       (void);

G_END_DECLS
