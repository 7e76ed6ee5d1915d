/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an amount in a resume is said of what a line asks for. Of the match room only. */
#pragma once

#include "match/matchum-match.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* Whether the block with the amount, what heads it, or what it heads shows something else that is asked under root, or
 * nothing else is asked. */
gboolean matchum_amount_place_fits (MatchumMatch           *match,
                                    MatchumVisibility      *visibility,
                                    const MatchumCriterion *root,
                                    guint                   block);
/* The blocks (of guint) of which one has to be visible for an amount in block to be said of what the part asks for; NULL
 * where none has to. */
GArray  *matchum_amount_place_find (MatchumMatch           *match,
                                    const MatchumCriterion *root,
                                    guint                   block);

G_END_DECLS
