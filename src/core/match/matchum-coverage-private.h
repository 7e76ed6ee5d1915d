/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What findings need of a coverage besides what everybody may see. Of the match room only. */
#pragma once

#include "match/matchum-coverage.h"

G_BEGIN_DECLS

/* The nodes of a part's tree that are shown by what a visibility leaves, judged by the rules that verdicts are: a set
 * of MatchumCriterion. claims: those of the requirement, or NULL. */
GHashTable *matchum_coverage_find_shown (MatchumCoverage        *self,
                                         MatchumVisibility      *visibility,
                                         const MatchumCriterion *root,
                                         GPtrArray              *claims);

G_END_DECLS
