/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the letters of a name in a text are that name: where it may start and end, and what must stand beside an
 * ambiguous one. The rules are those of data/lexicon/README.md. For this room only. */
#pragma once

#include "lexicon/matchum-lexicon-parser.h"
#include "text/matchum-folded-text.h"

G_BEGIN_DECLS

/* What the rules need to know of a name; all of it numbers, as it lies in the compiled lexicon. */
typedef struct {
  guint32 concept;
  guint32 traits;
  guint32 exact;   /* place in the characters of the name in its own case, without gaps; only with MATCHUM_NAME_CASE */
} MatchumAlias;

static inline guint32
matchum_alias_make_traits (MatchumNameFlags   flags,
                           gboolean           is_canonical,
                           MatchumConceptKind kind,
                           guint              n_characters,
                           guint              n_syllables)
{
  return (guint32) flags | (is_canonical ? 1u << 7 : 0) | (guint32) kind << 8 | n_characters << 16 | n_syllables << 24;
}

static inline MatchumNameFlags
matchum_alias_get_flags (const MatchumAlias *self)
{
  return (MatchumNameFlags) (self->traits & 0x7f);
}

static inline gboolean
matchum_alias_is_canonical (const MatchumAlias *self)
{
  return (self->traits & 1u << 7) != 0;
}

/* Of its concept. */
static inline MatchumConceptKind
matchum_alias_get_kind (const MatchumAlias *self)
{
  return (MatchumConceptKind) (self->traits >> 8 & 0xff);
}

/* Without gaps. */
static inline guint
matchum_alias_get_n_characters (const MatchumAlias *self)
{
  return self->traits >> 16 & 0xff;
}

/* Of Hangul, among the characters. */
static inline guint
matchum_alias_get_n_syllables (const MatchumAlias *self)
{
  return self->traits >> 24;
}

/* A text being searched. */
typedef struct {
  MatchumFoldedText *folded;
  const char        *text;     /* of folded */
  gsize              length;
  MatchumSpan        token;    /* the last run of ASCII looked at, for addresses: it may be long */
  gboolean           is_address;
  guint              place;    /* of the last span whose original was looked at; see matchum_folded_text_follow_original_span() */
} MatchumNameText;

/* The end of the name that the characters of span may be, a plural s included; 0 where they are not it. exact is the
 * name in its own case where only that counts. */
gsize    matchum_name_rules_get_end       (const MatchumAlias *alias,
                                           const char         *exact,
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
