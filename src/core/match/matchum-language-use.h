/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a block of a resume says that a human language is mastered. Of the match room only. */
#pragma once

#include "match/matchum-evidence-index.h"
#include "posting/matchum-proficiency.h"

G_BEGIN_DECLS

/* Whether a concept is a human language, or a test of one. */
gboolean           matchum_language_use_is_language (MatchumLexicon          *lexicon,
                                                     guint                    concept);
/* The words of block, which is that of source, that speak of its mention at at: up to the next language. Folded, to be
 * freed. */
char              *matchum_language_use_dup_words   (const MatchumBlock      *source,
                                                     MatchumLexicon          *lexicon,
                                                     const MatchumIndexBlock *block,
                                                     guint                    at);
/* What they say of it; that it can be read where they do not say. */
MatchumProficiency matchum_language_use_judge       (const MatchumBlock      *source,
                                                     MatchumLexicon          *lexicon,
                                                     const MatchumIndexBlock *block,
                                                     guint                    at);

G_END_DECLS
