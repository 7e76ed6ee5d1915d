/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The amounts that a requirement line asks for: how much, how many, how often. They stand beside what else the line asks
 * for and divide no list. Of the posting room only. */
#pragma once

#include "posting/matchum-requirement-atom.h"

G_BEGIN_DECLS

/* Finds the amounts of a line whose lexicon names are known; names within an amount are dropped. */
void              matchum_requirement_amounts_add  (MatchumAtomLine  *line);
/* Whether an amount covers any of the folded bytes. */
gboolean          matchum_requirement_amounts_cover (MatchumAtomLine *line,
                                                    MatchumSpan       span);
/* Puts the amounts between two places beside node, what else is asked there; either may be missing. Takes node. */
MatchumCriterion *matchum_requirement_amounts_join (MatchumAtomLine  *line,
                                                    gsize             start,
                                                    gsize             end,
                                                    MatchumCriterion *node);
/* Whether words alone stand beside the amounts between two places that say no more than what is counted: 서비스, 처리. */
gboolean          matchum_requirement_amounts_say_all (MatchumAtomLine        *line,
                                                    gsize                   start,
                                                    gsize                   end,
                                                    const MatchumCriterion *words);

G_END_DECLS
