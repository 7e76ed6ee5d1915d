/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which concepts somebody may mean who has typed the start of a name. For this room only. */
#pragma once

#include "lexicon/matchum-name-search.h"

G_BEGIN_DECLS

/* Adds the indexes of at most max concepts to found, each once, the likeliest first: what is called so, then those whose own
 * name starts with start, which is folded, then those with another name that does, then those with a word of their own
 * name that does; of each the shortest first. */
void matchum_name_completion_find (MatchumLexicon         *lexicon,
                                   const MatchumNameIndex *index,
                                   const char             *start,
                                   guint                   max,
                                   GArray                 *found);

G_END_DECLS
