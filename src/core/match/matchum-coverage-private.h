/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What findings and forms need of a coverage besides what everybody may see. Of the match room only. */
#pragma once

#include "match/matchum-coverage.h"

G_BEGIN_DECLS

/* The nodes of a part's tree that are shown by what a visibility leaves, judged by the rules that verdicts are: a set
 * of MatchumCriterion. claims: those of the requirement, or NULL. */
GHashTable *matchum_coverage_find_shown (MatchumCoverage        *self,
                                         MatchumVisibility      *visibility,
                                         const MatchumCriterion *root,
                                         GPtrArray              *claims);
/* Whether evidence for a leaf of a part (root) is said of what the part asks for. */
gboolean    matchum_coverage_is_to_the_point (MatchumMatch            *match,
                                              MatchumVisibility       *visibility,
                                              const MatchumCriterion  *root,
                                              GPtrArray               *claims,
                                              const MatchumCriterion  *leaf,
                                              const MatchumEvidence   *evidence);
/* The blocks that show all of a compound while they are visible: of guint. */
GArray     *matchum_coverage_find_together   (MatchumMatch            *match,
                                              const MatchumCriterion  *root,
                                              GPtrArray               *claims,
                                              const MatchumCriterion  *compound);

G_END_DECLS
