/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the claims of a person mean for the judging of one part of a requirement. claims: of MatchumPlacedClaim, all of one
 * line, or NULL. Of the match room only. */
#pragma once

#include "match/matchum-evidence.h"
#include "match/matchum-placed-claims.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_STANCE_NONE, /* the program judges */
  MATCHUM_STANCE_HAVE, /* shown, whatever was found */
  MATCHUM_STANCE_LACK,
} MatchumStance;

/* A claim of the criterion itself goes before one of all of the line, lacking before having, and that before a link, which
 * counts while its block is visible. */
MatchumStance matchum_judged_claims_get_stance    (GPtrArray              *claims,
                                                   MatchumVisibility      *visibility,
                                                   const MatchumCriterion *node);
/* Whether a block is said not to show the leaf. */
gboolean      matchum_judged_claims_deny          (GPtrArray              *claims,
                                                   const MatchumCriterion *leaf,
                                                   guint                   block);
/* Whether a block from first to before end is linked to something under root. */
gboolean      matchum_judged_claims_link          (GPtrArray              *claims,
                                                   const MatchumCriterion *root,
                                                   guint                   first,
                                                   guint                   end);
/* Whether anybody said that they have something under root. */
gboolean      matchum_judged_claims_have          (GPtrArray              *claims,
                                                   const MatchumCriterion *root);
/* Whether any claim counts for something under root: one that speaks of a block only while that is visible. */
gboolean      matchum_judged_claims_count         (GPtrArray              *claims,
                                                   MatchumVisibility      *visibility,
                                                   const MatchumCriterion *root);
/* Adds evidence (of MatchumEvidence) for each visible link to something under root. */
void          matchum_judged_claims_add_evidence  (GPtrArray              *claims,
                                                   MatchumVisibility      *visibility,
                                                   const MatchumCriterion *root,
                                                   GPtrArray              *evidence);
/* Adds the blocks of hidden links to something under root to a set of indexes. */
void          matchum_judged_claims_add_hidden    (GPtrArray              *claims,
                                                   MatchumVisibility      *visibility,
                                                   const MatchumCriterion *root,
                                                   GHashTable             *hidden);

G_END_DECLS
