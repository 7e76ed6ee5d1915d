/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a name sounds like, so that 이음마켓 and Ieum Market are found to be one: its consonants, those that Korean and English
 * take for one another as one letter. For this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The consonants of folded text in Hangul or Latin letters, in small letters; other characters are passed over, and so are vowels.
 * Empty where there are none. Free with g_free. */
char     *matchum_name_sound_dup     (const char *text,
                                      gsize       length);
/* Whether two sounds may be of one name: equal, or but for one consonant in five. Two consonants alone say too little. */
gboolean  matchum_name_sound_is_like (const char *sound,
                                      const char *other);

G_END_DECLS
