/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lines tell without naming it: "PR 4건" is a contribution to open source, "주니어 2명 지도" is mentoring, "8장짜리 A100"
 * trains on many processors. Of the match room only. */
#pragma once

#include "match/matchum-evidence-index.h"

G_BEGIN_DECLS

/* Adds what a block tells to mentions (array of MatchumIndexMention); block has its words and hedges. */
void matchum_telltale_add (MatchumLexicon          *lexicon,
                           const MatchumBlock      *source,
                           const MatchumIndexBlock *block,
                           GArray                  *mentions);

G_END_DECLS
