/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Korean names that a sentence takes apart: "수요를 … 예측" says 수요 예측. Of the match room only. */
#pragma once

#include "lexicon/matchum-lexicon.h"

G_BEGIN_DECLS

/* The names that a noun with its object particle and a verb behind it make together: array of MatchumMention, whose
 * spans reach from the noun to the verb. */
GArray *matchum_split_name_find_all (MatchumLexicon    *lexicon,
                                     MatchumFoldedText *folded);

G_END_DECLS
