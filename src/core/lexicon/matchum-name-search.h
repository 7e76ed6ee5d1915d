/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the lexicon, compiled, and the search for them. For this room only. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "lexicon/matchum-name-automaton.h"
#include "lexicon/matchum-name-rules.h"

G_BEGIN_DECLS

/* A view on a compiled lexicon. */
typedef struct {
  MatchumNameAutomaton automaton;
  const MatchumAlias  *aliases;   /* numbered as in the automaton */
  guint                n_aliases;
} MatchumNameIndex;

void matchum_name_index_init  (MatchumNameIndex         *self,
                               const MatchumLexiconForm *form);
/* Adds the names in text to mentions (of MatchumMention). Where own is not NULL its names come first, and those of index
 * are looked for in what is left. */
void matchum_name_search_find (const MatchumNameIndex   *index,
                               const MatchumNameIndex   *own,
                               MatchumFoldedText        *text,
                               MatchumLexiconFindFlags   flags,
                               GArray                   *mentions);

G_END_DECLS
