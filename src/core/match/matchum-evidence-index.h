/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A resume made ready for looking things up in it: every name in every block, hedged words marked, who did what
 * when. It takes milliseconds to make, so one serves all postings that the resume is held against. Immutable and
 * reference counted. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "match/matchum-spellings.h"
#include "posting/matchum-amount.h"
#include "posting/matchum-proficiency.h"
#include "resume/matchum-resume-facts.h"
#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_EVIDENCE_INDEX (matchum_evidence_index_get_type ())

typedef struct {
  guint       concept;
  guint       block;
  MatchumSpan span;         /* bytes of the block's words */
  gboolean    is_canonical;
  gboolean    is_hedged;
  gboolean    is_own;       /* by a name of the user's own */
  MatchumProficiency level; /* of a human language that is not hedged: how well the block says that it is mastered */
} MatchumIndexMention;

/* What is known of one block. */
typedef struct {
  MatchumFoldedText *folded;
  GArray            *hedged;     /* of MatchumSpan, folded */
  GArray            *mentions;   /* of MatchumIndexMention, in order */
  GArray            *amounts;    /* of MatchumAmount, of the folded words, in order; NULL where there are none */
  gsize              start;      /* in the text of all blocks */
  MatchumSpan        scale;      /* of the words: a number of large scale; empty where none */
  guint              entry;      /* the entry it stands in or is, or MATCHUM_BLOCK_NONE */
  gboolean           is_listed;  /* in a skills list */
  gboolean           is_item;
  gboolean           is_job;     /* in the experience section, and no part of one's studies */
  gboolean           is_academic; /* within one that is: a research assistant's, say */
  gboolean           names_studies; /* names work that is part of one's studies */
  gboolean           is_searched; /* may be evidence at all: no section, no remark, no title */
} MatchumIndexBlock;

typedef struct _MatchumEvidenceIndex MatchumEvidenceIndex;

GType                    matchum_evidence_index_get_type     (void);

MatchumEvidenceIndex    *matchum_evidence_index_new          (MatchumResume        *resume,
                                                              MatchumLexicon       *lexicon);
MatchumEvidenceIndex    *matchum_evidence_index_ref          (MatchumEvidenceIndex *self);
void                     matchum_evidence_index_unref        (MatchumEvidenceIndex *self);

MatchumResume           *matchum_evidence_index_get_resume   (MatchumEvidenceIndex *self);
MatchumLexicon          *matchum_evidence_index_get_lexicon  (MatchumEvidenceIndex *self);
const MatchumIndexBlock *matchum_evidence_index_get_block    (MatchumEvidenceIndex *self,
                                                              guint                 block);
/* The folded words of all blocks that may be evidence, each on a line: what does not stand in it stands in none. */
const GString           *matchum_evidence_index_get_text     (MatchumEvidenceIndex *self);
/* The block whose words stand at a place of that text. */
guint                    matchum_evidence_index_find_block   (MatchumEvidenceIndex *self,
                                                              gsize                 place);
/* Which words that text may hold. */
const MatchumSpellings  *matchum_evidence_index_get_spellings (MatchumEvidenceIndex *self);
/* All mentions of a concept, in document order; NULL where there is none. */
GArray                  *matchum_evidence_index_get_mentions (MatchumEvidenceIndex *self,
                                                              guint                 concept);
/* The different concepts that the resume names and that show one of asked (of guint), as they come in it: GArray of
 * guint. */
GArray                  *matchum_evidence_index_find_showing (MatchumEvidenceIndex *self,
                                                              GArray               *asked);
/* The same as a bit for each concept, for matchum_evidence_index_is_marked(). To be freed. */
guint32                 *matchum_evidence_index_mark_showing (MatchumEvidenceIndex *self,
                                                              GArray               *asked);
/* What the resume says of jobs, studies and the like: array of MatchumFact. */
const GPtrArray         *matchum_evidence_index_get_facts    (MatchumEvidenceIndex *self);
/* Whether a block names work at a university that is part of one's studies. */
gboolean                 matchum_evidence_index_is_academic  (MatchumEvidenceIndex *self,
                                                              guint                 block);
/* Whether most of the resume's letters are Hangul. */
gboolean                 matchum_evidence_index_is_korean    (MatchumEvidenceIndex *self);

static inline gboolean
matchum_evidence_index_is_marked (const guint32 *marks,
                                  guint          concept)
{
  return (marks[concept / 32] & 1u << concept % 32) != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumEvidenceIndex, matchum_evidence_index_unref)

G_END_DECLS
