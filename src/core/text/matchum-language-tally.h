/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the language that a text is written in by counting letters, a piece at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gsize n_hangul;
  gsize n_latin;
} MatchumLanguageTally;

/* Adds the letters of a text. */
void        matchum_language_tally_add   (MatchumLanguageTally       *self,
                                          const char                 *text);
/* "ko" or "en"; "en" where nothing was counted. */
const char *matchum_language_tally_guess (const MatchumLanguageTally *self);

G_END_DECLS
