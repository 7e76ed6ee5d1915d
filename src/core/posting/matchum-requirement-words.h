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

/* What a line may speak of. Where the sign is missing it does not. */
typedef enum {
  MATCHUM_SIGN_LENGTH      = 1 << 0, /* a length of experience */
  MATCHUM_SIGN_DEGREE      = 1 << 1,
  MATCHUM_SIGN_MAJOR       = 1 << 2,
  MATCHUM_SIGN_QUALIFIER   = 1 << 3, /* how something is to have been done */
  MATCHUM_SIGN_SHARED_HEAD = 1 << 4, /* "engineering", which several words before it may share */
  MATCHUM_SIGN_TITLE       = 1 << 5, /* the name of a certificate */
  MATCHUM_SIGN_CERTIFICATE = 1 << 6, /* the word for one */
  MATCHUM_SIGN_AMOUNT      = 1 << 7,
  MATCHUM_SIGN_ATTITUDE    = 1 << 8,
  MATCHUM_SIGN_WISH        = 1 << 9, /* "ideally" */
  MATCHUM_SIGN_RESEARCH    = 1 << 10,
  MATCHUM_SIGN_NEEDLESS    = 1 << 11, /* what one may do without */
} MatchumRequirementSigns;

#define MATCHUM_CERTIFICATE_SIGNS "자격|면허|인증서|certif|licens|licenc"
#define MATCHUM_RESEARCH_SIGNS    "연구|research|academic"

/* All of them, in one walk through the line: most lines have few. */
MatchumRequirementSigns matchum_requirement_words_find_signs (const char *text,
                                                              gsize       length);
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
