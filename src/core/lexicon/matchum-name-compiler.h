/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names made patterns, and the patterns an automaton that finds them. For this room only. */
#pragma once

#include "lexicon/matchum-lexicon-form.h"
#include "lexicon/matchum-lexicon-parser.h"

G_BEGIN_DECLS

/* In a pattern, which is an array of characters, these two stand for places where a name may be divided. */
#define MATCHUM_NAME_GAP_OPTIONAL ((gunichar) 1) /* a space, a hyphen, or nothing */
#define MATCHUM_NAME_GAP          ((gunichar) 2) /* a space or a hyphen */

typedef struct {
  gunichar *characters;
  gsize     length;        /* 1 to MATCHUM_NAME_MAX_LENGTH */
  gboolean  may_be_inside; /* of a longer word of Hangul */
} MatchumNamePattern;

/* FALSE where text cannot be a name. The characters are the caller's to free. */
gboolean matchum_name_pattern_init    (MatchumNamePattern       *self,
                                       const char               *text,
                                       MatchumNameFlags          flags);
/* Writes the sections of names, ALIASES to ENDS, for names, of MatchumName. Fails with MATCHUM_LEXICON_ERROR_SYNTAX on
 * one that cannot be found in any text and with MATCHUM_LEXICON_ERROR_DUPLICATE where two concepts, of
 * MatchumConceptRecord, claim one; where concepts is NULL they may. Names that differ in too many gaps are a MATCHUM_LEXICON_ERROR_SYNTAX, too. */
gboolean matchum_name_compiler_write  (GArray                   *names,
                                       GPtrArray                *concepts,
                                       MatchumLexiconFormWriter *writer,
                                       GError                  **error);

/* Writes the sections WORDS to ENDS for n patterns, numbered from 0; for matchum_name_compiler_write() and tests. FALSE
 * where they differ in too many gaps. */
gboolean matchum_name_automaton_write (const MatchumNamePattern *patterns,
                                       gsize                     n,
                                       MatchumLexiconFormWriter *writer);

G_END_DECLS
