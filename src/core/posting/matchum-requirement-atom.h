/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The atoms of a requirement line: every place in it that names something that can be looked for, before it is
 * known how they hang together. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-criterion.h"
#include "text/matchum-folded-text.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_ATOM_SKILL,      /* a concept of any kind that work shows */
  MATCHUM_ATOM_WORD,       /* a Latin name that the lexicon does not know */
  MATCHUM_ATOM_QUALIFIER,  /* "in production", "대용량" */
  MATCHUM_ATOM_ROLE,
  MATCHUM_ATOM_FIELD,      /* a field of study */
  MATCHUM_ATOM_DEGREE,
  MATCHUM_ATOM_YEARS,
  MATCHUM_ATOM_EQUIVALENT, /* "or equivalent experience" */
  MATCHUM_ATOM_ANYONE,
  MATCHUM_ATOM_CERTIFICATE,
  MATCHUM_ATOM_LANGUAGE,
  MATCHUM_ATOM_AMOUNT,
} MatchumAtomKind;

typedef struct {
  MatchumAtomKind   kind;
  MatchumSpan       span;      /* bytes of the folded text */
  guint             concept;   /* the first that it names, or G_MAXUINT; stays when the criterion is taken */
  MatchumCriterion *criterion; /* the leaf that it would be; its span in the original text */
} MatchumAtom;

/* One line made ready: folded, with its atoms. */
typedef struct {
  MatchumLexicon    *lexicon;
  MatchumFoldedText *folded;
  const char        *text;   /* the folded text */
  gsize              length;
  GPtrArray         *atoms;  /* of MatchumAtom, in order, never overlapping */
  GPtrArray         *amounts; /* of MatchumAtom, in order: they stand beside the atoms, and are no part of any list */
  guint              signs;   /* MatchumRequirementSigns: what the line may speak of */
  gboolean           is_korean;  /* rather than English */
  gboolean           has_attitude; /* the lexicon knows some of its words as an attitude */
} MatchumAtomLine;

MatchumAtomLine *matchum_atom_line_new           (MatchumFoldedText *folded,
                                                  MatchumLexicon    *lexicon);
void             matchum_atom_line_free          (MatchumAtomLine *self);
/* The original words for folded bytes, without blanks around them. */
char            *matchum_atom_line_dup_name      (MatchumAtomLine *self,
                                                  MatchumSpan      span);
MatchumSpan      matchum_atom_line_get_original  (MatchumAtomLine *self,
                                                  MatchumSpan      span);
/* Whether an atom covers any of the folded bytes. */
gboolean         matchum_atom_line_is_taken      (MatchumAtomLine *self,
                                                  MatchumSpan      span);
/* A new atom for words that are looked for as they stand. */
MatchumAtom     *matchum_atom_line_add_word      (MatchumAtomLine *self,
                                                  MatchumAtomKind  kind,
                                                  MatchumSpan      span);
/* Makes an atom one of words that are looked for as they stand. */
void             matchum_atom_line_set_word      (MatchumAtomLine *self,
                                                  MatchumAtom     *atom,
                                                  MatchumSpan      span);
/* Takes the criterion out of an atom. */
MatchumCriterion *matchum_atom_take_criterion    (MatchumAtom     *atom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumAtomLine, matchum_atom_line_free)

G_END_DECLS
