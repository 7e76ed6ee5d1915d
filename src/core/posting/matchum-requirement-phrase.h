/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line asks for where the lexicon knows none of it: the noun phrase before 경험, 이해, 능력, or the telling words
 * of an English line. */
#pragma once

#include "posting/matchum-requirement-atom.h"

G_BEGIN_DECLS

/* The phrases of span (folded bytes) as WORD leaves, joined by ALL; NULL where the words ask for nothing nameable. */
MatchumCriterion *matchum_requirement_phrase_parse (MatchumAtomLine *line,
                                                    MatchumSpan      span);

G_END_DECLS
