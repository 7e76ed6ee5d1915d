/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines and blocks the claims of a person are of. Immutable and reference counted. */
#pragma once

#include "match/matchum-claim.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PLACED_CLAIMS (matchum_placed_claims_get_type ())

typedef struct {
  MatchumClaim *claim;
  guint         line;  /* index in the posting as it is judged */
  guint         block; /* index in the resume; MATCHUM_BLOCK_NONE where the claim has none */
} MatchumPlacedClaim;

typedef struct _MatchumPlacedClaims MatchumPlacedClaims;

GType                matchum_placed_claims_get_type     (void);

/* claims: of MatchumClaim, in any order, or NULL. read: the posting as it was read; posting: as it is judged, with what was
 * put right of it and for the team that was picked. */
MatchumPlacedClaims *matchum_placed_claims_new          (GPtrArray           *claims,
                                                         MatchumPosting      *read,
                                                         MatchumPosting      *posting,
                                                         MatchumResume       *resume);
MatchumPlacedClaims *matchum_placed_claims_ref          (MatchumPlacedClaims *self);
void                 matchum_placed_claims_unref        (MatchumPlacedClaims *self);

/* Of MatchumPlacedClaim; borrowed. NULL where nobody said anything of the line. */
GPtrArray           *matchum_placed_claims_get_for_line (MatchumPlacedClaims *self,
                                                         guint                line);
/* Of MatchumClaim, those whose line or block is not there any more; borrowed. */
GPtrArray           *matchum_placed_claims_get_unplaced (MatchumPlacedClaims *self);

/* The claims (of MatchumClaim) made of before, as claims of after, an edited text: as
 * matchum_posting_follow_corrections(). Both postings as they were read. Free with g_ptr_array_unref(). */
GPtrArray           *matchum_placed_claims_follow       (MatchumPosting      *before,
                                                         MatchumPosting      *after,
                                                         GPtrArray           *claims);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPlacedClaims, matchum_placed_claims_unref)

G_END_DECLS
