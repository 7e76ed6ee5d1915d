/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What encoding bytes are in that say nothing of it and are not UTF-8. Private to this room. */
#pragma once

#include "text/matchum-encoding.h"

G_BEGIN_DECLS

/* UTF-16 by its NULs; CP949 where it reads as Korean, Windows-1252 where it reads as a Western European language;
 * else unknown, as for what is UTF-8 but for a few bytes, and for Japanese, Chinese or Cyrillic. */
MatchumEncoding matchum_encoding_guess (const char *bytes,
                                        gsize       length);

G_END_DECLS
