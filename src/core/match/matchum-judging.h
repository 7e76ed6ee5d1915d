/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The judging of one part of a requirement: what it is given, what it gathers, and the rules. Of the match room only. */
#pragma once

#include "match/matchum-judged-claims.h"
#include "match/matchum-match-private.h"
#include "match/matchum-verdict.h"

G_BEGIN_DECLS

typedef struct {
  MatchumMatch           *match;
  MatchumVisibility      *visibility;
  const MatchumCriterion *root;
  GPtrArray              *claims;          /* of MatchumPlacedClaim: what a person said of the line; NULL where nothing */
  GPtrArray              *shown;           /* of MatchumLeafEvidence: leaves that count, in the order they are asked */
  GPtrArray              *missing;         /* of MatchumCriterion: leaves that are not shown and have a name */
  gboolean                has_years;       /* years are asked, and jobs count for them */
  gboolean                is_done_at_work; /* something that is asked is shown by work in a job */
  GHashTable             *judged;          /* set of the MatchumCriterion that are shown, where they are asked for, else NULL */
} MatchumJudging;

/* Asked for every piece of evidence, often. */
static inline gboolean
matchum_judging_is_visible (const MatchumJudging *self, const MatchumEvidence *evidence)
{
  return matchum_visibility_is_visible (self->visibility, evidence->block)
         && (self->claims == NULL || !matchum_judged_claims_deny (self->claims, evidence->criterion, evidence->block));
}

/* Judges all from the root on; fills shown, missing and what else is set aside for it. */
MatchumStatus              matchum_judging_judge                (MatchumJudging            *self);
/* Whether a time of work counts. */
gboolean                   matchum_judging_is_counted           (const MatchumJudging      *self,
                                                                 const MatchumLeafEvidence *leaf,
                                                                 guint                      entry);
/* Months of what is visible, but for one entry; MATCHUM_BLOCK_NONE leaves none out. */
guint                      matchum_judging_count_months_without (const MatchumJudging      *self,
                                                                 const MatchumLeafEvidence *leaf,
                                                                 guint                      left_out);
/* A large number shows scale only for what it is said of: something else the line asks for stands in the same block. */
gboolean                   matchum_judging_is_to_the_point      (const MatchumJudging      *self,
                                                                 const MatchumCriterion    *leaf,
                                                                 const MatchumEvidence     *evidence);
/* The evidence of the last leaf of a compound; NULL where there is none. */
const MatchumLeafEvidence *matchum_judging_get_last_leaf        (const MatchumJudging      *self,
                                                                 const MatchumCriterion    *compound);
/* Whether a block with evidence for the last of a compound shows the rest, too. */
gboolean                   matchum_judging_is_shown_whole       (const MatchumJudging      *self,
                                                                 const MatchumCriterion    *compound,
                                                                 const MatchumEvidence     *evidence);

G_END_DECLS
