/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the lexicon, compiled, and the search for them. For this room only. */
#pragma once

#include "lexicon/matchum-lexicon-parser.h"
#include "lexicon/matchum-lexicon.h"

G_BEGIN_DECLS

typedef struct _MatchumNameIndex MatchumNameIndex;

/* Fails with MATCHUM_LEXICON_ERROR_SYNTAX on a name that cannot be found in any text, and with
 * MATCHUM_LEXICON_ERROR_DUPLICATE where two concepts claim one. Keeps the concepts of records, nothing else. */
MatchumNameIndex *matchum_name_index_new           (MatchumRecords         *records,
                                                    GError                **error);
void              matchum_name_index_free          (MatchumNameIndex       *self);

guint             matchum_name_index_get_n_aliases (const MatchumNameIndex *self);
/* Adds the names in text to mentions (of MatchumMention). */
void              matchum_name_index_find          (const MatchumNameIndex *self,
                                                    MatchumFoldedText      *text,
                                                    MatchumLexiconFindFlags flags,
                                                    GArray                 *mentions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumNameIndex, matchum_name_index_free)

G_END_DECLS
