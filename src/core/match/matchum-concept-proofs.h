/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of some concepts show another one: the lexicon asked the other way round, once for all postings. Of the match
 * room only. */
#pragma once

#include "lexicon/matchum-lexicon.h"

G_BEGIN_DECLS

typedef struct _MatchumConceptProofs MatchumConceptProofs;

/* concepts: of guint, each once. */
MatchumConceptProofs *matchum_concept_proofs_new   (MatchumLexicon             *lexicon,
                                                    GArray                     *concepts);
void                  matchum_concept_proofs_free  (MatchumConceptProofs       *self);

/* Those of the concepts that show one of asked (of guint), each once and in their order: GArray of guint. */
GArray               *matchum_concept_proofs_find  (const MatchumConceptProofs *self,
                                                    GArray                     *asked);

G_END_DECLS
