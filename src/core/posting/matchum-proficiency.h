/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a human language is asked for or claimed, in words or as a test score. All text is folded text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_PROFICIENCY_UNKNOWN,
  MATCHUM_PROFICIENCY_BASIC,   /* a few phrases, 초급, A1, A2 */
  MATCHUM_PROFICIENCY_READING, /* reads and writes mail, B1 */
  MATCHUM_PROFICIENCY_WORKING, /* conversation, meetings, documents, B2 */
  MATCHUM_PROFICIENCY_FLUENT,  /* C1 and above, native */
} MatchumProficiency;

/* The level that text names, the strongest where it names several; UNKNOWN where none. */
MatchumProficiency matchum_proficiency_find       (const char *text,
                                                   gsize       length);
/* The first score of a test in text on one growing scale per test (TOEIC 860 gives 860, OPIc IH gives 7, JLPT N2
 * gives 4); 0 where there is none. */
gint               matchum_proficiency_find_score (const char *text,
                                                   gsize       length);
/* The same where it is a number of points: 130 for "IM3, 130". */
gint               matchum_proficiency_find_points (const char *text,
                                                   gsize       length);
/* What a score of the test with id ("toeic", "opic", …) stands for. */
MatchumProficiency matchum_proficiency_from_score (const char *id,
                                                   gint        score);

G_END_DECLS
