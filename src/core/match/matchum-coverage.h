/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdicts that the visible blocks of a resume give, and how many of each there are. Made anew whenever what
 * is visible changes: it takes well under a millisecond. Immutable and reference counted. */
#pragma once

#include "match/matchum-match.h"
#include "match/matchum-verdict.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_COVERAGE (matchum_coverage_get_type ())

typedef struct {
  guint met;
  guint partial;
  guint missing;
  guint soft;
} MatchumTally;

typedef struct _MatchumCoverage MatchumCoverage;

/* "5 met, 1 partial, 2 missing, 1 cannot be shown", in the user's language. Free with g_free. */
char                 *matchum_tally_dup_words       (MatchumTally        tally);

GType                 matchum_coverage_get_type     (void);

MatchumCoverage      *matchum_coverage_new          (MatchumMatch      *match,
                                                     MatchumVisibility *visibility);
MatchumCoverage      *matchum_coverage_ref          (MatchumCoverage   *self);
void                  matchum_coverage_unref        (MatchumCoverage   *self);

MatchumMatch         *matchum_coverage_get_match    (MatchumCoverage   *self);
/* What it was made of. */
MatchumVisibility    *matchum_coverage_get_visibility (MatchumCoverage  *self);
/* The verdict on the requirement at index. */
const MatchumVerdict *matchum_coverage_get_verdict  (MatchumCoverage   *self,
                                                     guint              index);
MatchumTally          matchum_coverage_get_required  (MatchumCoverage  *self);
MatchumTally          matchum_coverage_get_preferred (MatchumCoverage  *self);
/* Requirements that a block itself carries evidence for: array of guint indexes, in order. */
GArray               *matchum_coverage_find_requirements (MatchumCoverage *self,
                                                          guint            block);
/* Requirements whose status would worsen if the block, and what hangs on it, were hidden from visibility besides, which
 * is the one the coverage was made for. */
GArray               *matchum_coverage_find_sole    (MatchumCoverage   *self,
                                                     MatchumVisibility *visibility,
                                                     guint              block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumCoverage, matchum_coverage_unref)

G_END_DECLS
