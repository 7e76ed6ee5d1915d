/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammar of requirement lines: which of the things a line names are all asked for, and of which one will do. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-criterion.h"
#include "text/matchum-folded-text.h"

G_BEGIN_DECLS

/* Takes the words of one requirement apart. Spans of the tree are bytes of text plus offset. NULL where nothing that a
 * resume could show is asked for. */
MatchumCriterion *matchum_requirement_grammar_parse (const char     *text,
                                                     gsize           length,
                                                     gsize           offset,
                                                     MatchumLexicon *lexicon);
/* The same of words that are folded already. */
MatchumCriterion *matchum_requirement_grammar_parse_folded (MatchumFoldedText *folded,
                                                            gsize              offset,
                                                            MatchumLexicon    *lexicon);

G_END_DECLS
