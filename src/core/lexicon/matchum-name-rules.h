/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the letters of a name in a text are that name: where it may start and end, and what must stand beside an
 * ambiguous one. The rules are those of data/lexicon/README.md. For this room only. */
#pragma once

#include "lexicon/matchum-lexicon-parser.h"
#include "text/matchum-folded-text.h"

G_BEGIN_DECLS

/* What the rules need to know of a name. */
typedef struct {
  guint            concept;
  MatchumNameFlags flags;
  gboolean         is_canonical;
  char            *exact;          /* in its own case, without gaps; only with MATCHUM_NAME_CASE */
  guint            n_characters;   /* without gaps */
  guint            n_syllables;    /* of Hangul among them */
  gunichar         first;
  gunichar         last;
  gunichar        *pattern;
  gsize            pattern_length;
} MatchumAlias;

/* A text being searched. */
typedef struct {
  MatchumFoldedText *folded;
  const char        *text;     /* of folded */
  gsize              length;
  MatchumSpan        token;    /* the last run of ASCII looked at, for addresses: it may be long */
  gboolean           is_address;
} MatchumNameText;

/* The end of the name that the characters of span may be, a plural s included; 0 where they are not it. */
gsize    matchum_name_rules_get_end       (const MatchumAlias *alias,
                                           MatchumNameText    *text,
                                           MatchumSpan         span);
/* Whether a word such as "language" or 개발 beside span says that it is meant. */
gboolean matchum_name_rules_has_cue       (MatchumConceptKind  kind,
                                           MatchumNameText    *text,
                                           MatchumSpan         span);
/* Whether names of these kinds, with the text between them, stand side by side in one list. */
gboolean matchum_name_rules_is_list       (MatchumConceptKind  a,
                                           MatchumConceptKind  b,
                                           MatchumNameText    *text,
                                           MatchumSpan         between);
/* Letters and digits of scripts that divide words by spaces; Hangul and Han are none. */
gboolean matchum_name_rules_is_word       (gunichar            character);

G_END_DECLS
