/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts decomposed syllables and invisible characters. */
#include "config.h"

#include "text/matchum-text-oddities.h"

static gboolean
is_leading_jamo (gunichar c)
{
  return c >= 0x1100 && c <= 0x1112;
}

static gboolean
is_vowel_jamo (gunichar c)
{
  return c >= 0x1161 && c <= 0x1175;
}

/* What joins emoji: a zero width joiner, a variation selector, tags. */
static gboolean
is_joiner (gunichar c)
{
  return c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0020 && c <= 0xe007f);
}

/* Whether c may be an emoji, or a part of one. */
static gboolean
is_pictogram (gunichar c)
{
  return c >= 0x1f000 ? c < 0x20000 : c >= 0x2000 && g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL;
}

/* Variation selectors choose how a character looks, so they are seen. */
static gboolean
is_invisible (gunichar c)
{
  return c >= 0xad && g_unichar_type (c) == G_UNICODE_FORMAT;
}

MatchumTextOddities
matchum_text_oddities_count (const char *text, gsize length)
{
  MatchumTextOddities oddities = { 0 };
  gboolean is_in_pictogram = FALSE;
  gunichar last = 0;

  g_return_val_if_fail (text != NULL || length == 0, oddities);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c >= 0x80)
        {
          const gboolean is_mark = p == text && c == 0xfeff;

          is_in_pictogram = is_joiner (c) ? is_in_pictogram : is_pictogram (c);
          oddities.n_decomposed += is_vowel_jamo (c) && is_leading_jamo (last);
          oddities.n_invisible += !is_mark && is_invisible (c) && !(is_joiner (c) && is_in_pictogram);
        }
      else
        is_in_pictogram = FALSE;
      last = c;
    }
  return oddities;
}
