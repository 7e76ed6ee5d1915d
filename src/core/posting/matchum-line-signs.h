/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs by which it is learned what lines are: their last words and syllables, their first words, the words they
 * hold, their length, what their wording says. Private to this room. */
#pragma once

#include "posting/matchum-posting-shape.h"

G_BEGIN_DECLS

#define MATCHUM_N_POSTING_KINDS (MATCHUM_POSTING_NOTE + 1)
/* Bytes of a sign, with its end. */
#define MATCHUM_LINE_SIGN_SIZE 40

/* sign ends with NUL and is gone after the call. */
typedef void (*MatchumLineSignFunc) (const char *sign,
                                     gsize       length,
                                     gpointer    data);

/* Calls for every sign of a line, for a word that stands in it twice as often. */
void matchum_line_signs_foreach (const MatchumLineShape *shape,
                                 MatchumLineSignFunc     func,
                                 gpointer                data);
/* Adds to each score how much more likely a line of that kind is to have the signs of this one than any line: tenths of
 * natural logarithms. */
void matchum_line_signs_score   (const MatchumLineShape *shape,
                                 int                     scores[MATCHUM_N_POSTING_KINDS]);

G_END_DECLS
