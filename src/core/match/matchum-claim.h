/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person says of a requirement, against or beyond what the program found. It names the line by its words and by where
 * they stood, so that it is found again where lines moved, and the block by its id. Immutable and reference counted. */
#pragma once

#include "posting/matchum-line-anchor.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_CLAIM (matchum_claim_get_type ())

typedef enum {
  MATCHUM_CLAIM_LINK,     /* the block shows it */
  MATCHUM_CLAIM_NOT_THIS, /* the block does not show it, though it names it */
  MATCHUM_CLAIM_HAVE,     /* "I have this", whatever is visible */
  MATCHUM_CLAIM_LACK,     /* "I do not have this" */
} MatchumClaimKind;

typedef struct {
  MatchumClaimKind kind;
  guint            line;      /* of the anchor; see matchum-line-anchor.h */
  guint            nth;
  guint            n_same;
  char            *line_text;
  guint            part;      /* where a person split the line: which piece of it, from 0 */
  char            *criterion; /* the name of the one criterion it speaks of; NULL: all of the line */
  char            *block;     /* id, of LINK and NOT_THIS; else NULL */
} MatchumClaim;

GType             matchum_claim_get_type        (void);

/* Copies the texts. criterion may be NULL; block is for the kinds that have one, and NULL for the others. */
MatchumClaim     *matchum_claim_new             (MatchumClaimKind         kind,
                                                 const MatchumLineAnchor *anchor,
                                                 guint                    part,
                                                 const char              *criterion,
                                                 const char              *block);
MatchumClaim     *matchum_claim_ref             (MatchumClaim            *self);
void              matchum_claim_unref           (MatchumClaim            *self);

/* Borrows the text of the claim. */
MatchumLineAnchor matchum_claim_get_anchor      (const MatchumClaim      *self);
gboolean          matchum_claim_is_equal        (const MatchumClaim      *self,
                                                 const MatchumClaim      *other);
/* By anchor, piece, criterion, block and kind: an order that does not depend on the one before. */
int               matchum_claim_compare         (const MatchumClaim      *self,
                                                 const MatchumClaim      *other);

/* Whether a kind speaks of a block. */
gboolean          matchum_claim_kind_has_block  (MatchumClaimKind         kind);
/* "link", "not-this", "have", "lack": names that do not change. */
const char       *matchum_claim_kind_get_nick   (MatchumClaimKind         kind);
gboolean          matchum_claim_kind_from_nick  (const char              *nick,
                                                 MatchumClaimKind        *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumClaim, matchum_claim_unref)

G_END_DECLS
