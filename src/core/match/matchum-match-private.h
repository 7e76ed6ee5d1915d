/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What coverages and findings need of a match besides what everybody may see. Of the match room only. */
#pragma once

#include "match/matchum-leaf-evidence.h"
#include "match/matchum-match.h"

G_BEGIN_DECLS

/* NULL for an inner node. */
const MatchumLeafEvidence *matchum_match_get_leaf (MatchumMatch           *self,
                                                   const MatchumCriterion *leaf);
MatchumEvidenceIndex      *matchum_match_get_index (MatchumMatch           *self);
/* matchum_match_get_claims() by the requirement itself. */
GPtrArray                 *matchum_match_find_claims (MatchumMatch         *self,
                                                      MatchumRequirement   *requirement);

G_END_DECLS
