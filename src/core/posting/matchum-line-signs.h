/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs of a line that are in its words: the last ones and their syllables, the first one, all of them, how wide
 * they are. Private to this room. */
#pragma once

#include "posting/matchum-posting-shape.h"

G_BEGIN_DECLS

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
/* The same for the width alone. */
void matchum_line_signs_tell_width (const MatchumLineShape *shape,
                                    MatchumLineSignFunc     func,
                                    gpointer                data);

/* From 0 for the narrowest lines to 8. */
guint matchum_line_signs_get_width_step (guint width);

G_END_DECLS
