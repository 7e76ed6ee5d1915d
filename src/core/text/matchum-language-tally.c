/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Korean or English, by the letters. */
#include "config.h"

#include "text/matchum-language-tally.h"

#include "text/matchum-korean-tail.h"

void
matchum_language_tally_add (MatchumLanguageTally *self, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      self->n_hangul += matchum_unichar_is_hangul (g_utf8_get_char (at)) ? 1 : 0;
      self->n_latin += g_ascii_isalpha (*at) ? 1 : 0;
    }
}

const char *
matchum_language_tally_guess (const MatchumLanguageTally *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* A syllable says as much as two or three letters, and Korean texts of the trade are full of English names. */
  return self->n_hangul * 3 >= self->n_latin && self->n_hangul > 0 ? "ko" : "en";
}
