/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a text are gone, and which came, when it became another one. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

/* Words are what stands between white space; signs before and after them count as words. removed: arrays of MatchumSpan, bytes of old that are not in new; added: bytes of
 * new that were not in old. Words next to each other are one span, the white space between them included. Very long texts
 * are only compared at their ends. */
void matchum_word_difference_find (const char  *old,
                                   const char  *new,
                                   GArray     **removed,
                                   GArray     **added);

G_END_DECLS
