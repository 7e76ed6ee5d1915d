/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One resume held against one posting: its requirements, and for each criterion everything in the whole resume
 * that could show it. What is visible does not matter here; a MatchumCoverage judges that, quickly and as often as
 * needed. Immutable and reference counted. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "match/matchum-evidence.h"
#include "match/matchum-evidence-index.h"
#include "match/matchum-placed-claims.h"
#include "posting/matchum-posting.h"
#include "posting/matchum-requirement.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_MATCH (matchum_match_get_type ())

typedef struct _MatchumMatch MatchumMatch;

GType               matchum_match_get_type           (void);

/* as_of: the day to which jobs that go on are counted. */
MatchumMatch       *matchum_match_new                (MatchumResume          *resume,
                                                      MatchumPosting         *posting,
                                                      MatchumLexicon         *lexicon,
                                                      MatchumDay              as_of);
/* The same for a resume that is held against several postings. */
MatchumMatch       *matchum_match_new_with_index     (MatchumEvidenceIndex   *index,
                                                      MatchumPosting         *posting,
                                                      MatchumDay              as_of);
/* The same with what a person said of the posting's lines, placed in this posting and this resume; NULL: nothing. It
 * shares what was found, and takes no time. */
MatchumMatch       *matchum_match_with_claims        (MatchumMatch           *self,
                                                      MatchumPlacedClaims    *claims);
MatchumMatch       *matchum_match_ref                (MatchumMatch           *self);
void                matchum_match_unref              (MatchumMatch           *self);

MatchumResume      *matchum_match_get_resume         (MatchumMatch           *self);
MatchumPosting     *matchum_match_get_posting        (MatchumMatch           *self);
MatchumLexicon     *matchum_match_get_lexicon        (MatchumMatch           *self);
MatchumDay          matchum_match_get_as_of          (MatchumMatch           *self);
/* Requirements in the posting's order, required and preferred as they come. */
guint               matchum_match_get_n_requirements (MatchumMatch           *self);
MatchumRequirement *matchum_match_get_requirement    (MatchumMatch           *self,
                                                      guint                   index);
/* What a person said of the requirement: of MatchumPlacedClaim; borrowed. NULL where nothing. */
GPtrArray          *matchum_match_get_claims         (MatchumMatch           *self,
                                                      guint                   index);
/* All that could show a leaf, in document order: array of MatchumEvidence; never NULL. */
GPtrArray          *matchum_match_get_evidence       (MatchumMatch           *self,
                                                      const MatchumCriterion *leaf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumMatch, matchum_match_unref)

G_END_DECLS
