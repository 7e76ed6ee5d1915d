/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything in a resume that could show one leaf of a requirement, found once and judged often. Of the match room
 * only. */
#pragma once

#include "match/matchum-evidence-index.h"
#include "match/matchum-evidence.h"
#include "posting/matchum-criterion.h"
#include "posting/matchum-degree.h"

G_BEGIN_DECLS

/* A time of work that counts for a YEARS leaf. */
typedef struct {
  guint            entry; /* block: counts while it is visible */
  MatchumDateRange range;
  gboolean         is_minor; /* an internship and the like */
} MatchumSpell;

typedef struct {
  const MatchumCriterion *leaf;
  GPtrArray              *evidence; /* of MatchumEvidence, in document order */
  GPtrArray              *ranked;   /* the same, strongest first; borrowed */
  gboolean                is_given; /* shown whatever is visible: entry level, the resume's own language */
  GArray                 *spells;   /* of MatchumSpell, for YEARS */
  guint                   months;   /* needed, for YEARS */
  GArray                 *headings; /* of guint: entries whose headings show it, though their items do better; NULL where none */
  gboolean                has_lesser; /* some of it need not be pointed to where better is */
  gboolean                is_function; /* a whole kind of work is asked for */
} MatchumLeafEvidence;

/* as_of: the day to which work that goes on is counted. */
MatchumLeafEvidence *matchum_leaf_evidence_find (MatchumEvidenceIndex   *index,
                                                 MatchumLexicon         *lexicon,
                                                 const MatchumCriterion *leaf,
                                                 MatchumDay              as_of);
void                 matchum_leaf_evidence_free (MatchumLeafEvidence    *self);

/* For the parts of this: evidence for a span of a block, added to self. */
MatchumEvidence     *matchum_leaf_evidence_add  (MatchumLeafEvidence    *self,
                                                 MatchumEvidenceIndex   *index,
                                                 guint                   block,
                                                 MatchumSpan             span,
                                                 MatchumReason           reason);
/* Whether a block says that what it names has run out. */
gboolean             matchum_leaf_evidence_is_expired     (const MatchumIndexBlock *block,
                                                           MatchumDay               as_of);
/* Whether a block is where certificates stand, or speaks of one. */
gboolean             matchum_leaf_evidence_is_certificate (MatchumEvidenceIndex   *index,
                                                           guint                   block);
/* Finds degrees and fields of study, and years, each in a file of its own. */
void                 matchum_leaf_evidence_find_education (MatchumLeafEvidence  *self,
                                                           MatchumEvidenceIndex *index,
                                                           MatchumLexicon       *lexicon,
                                                           MatchumDay            as_of);
/* The degree that a block tells of, held or not; NONE where the block is of no studies. */
MatchumDegree        matchum_leaf_evidence_read_degree    (MatchumEvidenceIndex *index,
                                                           guint                 block,
                                                           MatchumDay            as_of,
                                                           gboolean             *is_held);
/* Whether studies are in a field that the leaf asks for. */
gboolean             matchum_leaf_evidence_fits_field     (const MatchumLeafEvidence *self,
                                                           MatchumEvidenceIndex *index,
                                                           MatchumLexicon       *lexicon,
                                                           guint                 block);
void                 matchum_leaf_evidence_find_years     (MatchumLeafEvidence  *self,
                                                           MatchumEvidenceIndex *index,
                                                           MatchumLexicon       *lexicon);
void                 matchum_leaf_evidence_find_amounts   (MatchumLeafEvidence  *self,
                                                           MatchumEvidenceIndex *index);
/* The amount that evidence for one points to; NULL where it points to something else. */
const MatchumAmount *matchum_leaf_evidence_get_amount     (MatchumEvidenceIndex  *index,
                                                           const MatchumEvidence *evidence);
void                 matchum_leaf_evidence_find_words     (MatchumLeafEvidence  *self,
                                                           MatchumEvidenceIndex *index);
/* Whether the block says the word, and does not take it back. */
gboolean             matchum_leaf_evidence_has_word       (const MatchumIndexBlock *block,
                                                           const char              *word);
/* The same for a word that the block says and takes back. span: bytes of the block's words. */
gboolean             matchum_leaf_evidence_find_hedged_word (const MatchumIndexBlock *block,
                                                             const char              *word,
                                                             MatchumSpan             *span);
/* Whether any block may say it. */
gboolean             matchum_leaf_evidence_may_have_word  (MatchumEvidenceIndex    *index,
                                                           const char              *word);
/* The same where a certificate may stand. */
void                 matchum_leaf_evidence_find_certificate_words (MatchumLeafEvidence  *self,
                                                                   MatchumEvidenceIndex *index,
                                                                   MatchumDay            as_of);
void                 matchum_leaf_evidence_find_language  (MatchumLeafEvidence  *self,
                                                           MatchumEvidenceIndex *index,
                                                           MatchumLexicon       *lexicon,
                                                           MatchumDay            as_of);

G_END_DECLS
