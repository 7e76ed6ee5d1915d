/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a word of the user's stands in the words of a posting: 영업 in "영업팀" and "해외영업", but 인사 not in "인사이트".
 * Of the tailor room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both folded. A word in Latin letters stands by itself, with a plural s at most; a Korean one may have particles and what
 * names a group or a kind of work behind it, and be the end of a longer word unless it is a single syllable. */
gboolean matchum_tag_words_stand_in (const char *text,
                                     const char *word);

G_END_DECLS
