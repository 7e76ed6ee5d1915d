/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The families of fonts that are installed, and what they are good for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char     *name;          /* as pages take it */
  gboolean  covers_korean; /* all syllables of Hangul in common use */
  gboolean  is_serif;
  gboolean  is_mono;
} MatchumFontFamily;

/* All families that can set text in Latin letters or Hangul: array of MatchumFontFamily, ordered by name. Fonts that came
 * since the program began are among them. */
GPtrArray *matchum_font_list_new          (void);
/* Whether a family of that name, in any case and language, is installed. */
gboolean   matchum_font_list_has          (const char  *family);
/* Whether any installed font has the letters of Korean; else fails with MATCHUM_PAGES_ERROR_NO_FONT and a sentence that
 * says what to install. */
gboolean   matchum_font_list_check_korean (GError     **error);

G_END_DECLS
