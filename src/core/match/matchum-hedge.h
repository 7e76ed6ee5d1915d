/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a resume line are taken back by the words around them: considered, tried in a tutorial, given up,
 * never done, done by others. Such words are no evidence. All text is folded text. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

/* The hedged stretches of text, in order: GArray of MatchumSpan. named: the spans of what text names (GArray of
 * MatchumSpan); a denial that names nothing itself takes back what stands before it. */
GArray  *matchum_hedge_find_all   (const char *text,
                                   gsize       length,
                                   GArray     *named);
gboolean matchum_hedge_covers     (GArray     *hedged,
                                   MatchumSpan span);

G_END_DECLS
