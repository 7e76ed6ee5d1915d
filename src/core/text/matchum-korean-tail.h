/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The endings that follow a Korean noun or a Latin name in Korean text: particles (조사), which may be
 * stacked, and the closing words of requirement lines. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Length in bytes of the particles at the start of folded text (에서는 in "에서는 배치를" gives 9), 0 where
 * there is none; a particle counts only when no further Hangul follows it. */
gsize    matchum_korean_tail_get_particle_length (const char *text,
                                                  gsize       length);
/* The same behind the character previous, which rules some out: 가 behind a consonant makes an analyst of 분석. */
gsize    matchum_korean_tail_get_particle_length_after
                                                  (gunichar    previous,
                                                   const char *text,
                                                   gsize       length);
/* Whether folded text goes on with a form of 하다, 되다 or 시키다 that makes a verb of the noun before it
 * ("하여 보고" behind 분석). */
gboolean matchum_korean_tail_is_verb_ending       (const char *text,
                                                  gsize       length);
/* Whether a character is a Hangul syllable or jamo. */
gboolean matchum_unichar_is_hangul               (gunichar    character);

/* Whether the character at text, valid UTF-8, is a Hangul syllable. Bytes of UTF-8 are in the order of their characters. */
static inline gboolean
matchum_is_syllable_at (const char *text)
{
  const guchar *p = (const guchar *) text;

  return (p[0] & 0xf0) == 0xe0 && ((guint) p[0] << 16 | (guint) p[1] << 8 | p[2]) - 0xeab080 <= 0xed9ea3 - 0xeab080;
}

G_END_DECLS
