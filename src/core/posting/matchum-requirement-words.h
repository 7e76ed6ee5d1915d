/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of requirement lines that are not what is asked for: closing words, attitudes, plain English. All text
 * is folded text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_ATTITUDE_NONE,
  MATCHUM_ATTITUDE_FAINT,  /* problem solving: soft where nothing at all is asked beside it */
  MATCHUM_ATTITUDE_MILD,   /* cooperation, talk: soft where nothing firm is asked beside it */
  MATCHUM_ATTITUDE_STRONG, /* interest, liking, passion: whatever stands beside it is only its object */
} MatchumAttitude;

/* Whether a Latin word is plain English or a plain word of postings and can't be a name by itself. */
gboolean        matchum_requirement_words_is_plain        (const char *word,
                                                           gsize       length);
/* The strongest attitude that text speaks of. */
MatchumAttitude matchum_requirement_words_find_attitude   (const char *text,
                                                           gsize       length);
/* Whether text speaks of having done or known something: 경험, 이해, experience… */
gboolean        matchum_requirement_words_has_experience  (const char *text,
                                                           gsize       length);
/* How many bytes of Hangul text begins with. */
gsize           matchum_requirement_words_measure_hangul  (const char *text,
                                                           gsize       length);
/* Whether word is one of words (NULL-terminated). */
gboolean        matchum_requirement_words_is_among        (const char        *word,
                                                           gsize              length,
                                                           const char *const *words);
/* Whether any of words (NULL-terminated) stands in text; a Latin word only at the start of a word. */
gboolean        matchum_requirement_words_contain         (const char        *text,
                                                           gsize              length,
                                                           const char *const *words);

G_END_DECLS
