/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a posting asks by name, each thing once with how much it counts: made once for a posting, and then held against
 * many others. Immutable and reference counted. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_CRITERIA (matchum_posting_criteria_get_type ())

/* Instead of a concept: a word that the lexicon does not know. */
#define MATCHUM_POSTING_CRITERION_WORD G_MAXUINT

typedef struct {
  guint    concept;      /* in the lexicon, or MATCHUM_POSTING_CRITERION_WORD */
  char    *word;         /* folded; NULL where there is a concept */
  char    *name;         /* as the posting says it; NULL where it does not, but asks for a kind of it or what shows it */
  double   weight;       /* more than 0, 1 at most: by what asks for it and how, not by how rare it is */
  gboolean is_preferred; /* no required line asks for it */
} MatchumPostingCriterion;

typedef struct _MatchumPostingCriteria MatchumPostingCriteria;

GType                          matchum_posting_criteria_get_type (void);

/* posting: with what a person put right of it, and for the team that was picked, where there are such. Those that are held
 * against each other must be made with the same lexicon. */
MatchumPostingCriteria        *matchum_posting_criteria_new      (MatchumPosting         *posting,
                                                                  MatchumLexicon         *lexicon);
MatchumPostingCriteria        *matchum_posting_criteria_ref      (MatchumPostingCriteria *self);
void                           matchum_posting_criteria_unref    (MatchumPostingCriteria *self);

/* In the order of matchum_posting_criterion_compare(), each once. */
guint                          matchum_posting_criteria_get_n    (MatchumPostingCriteria *self);
const MatchumPostingCriterion *matchum_posting_criteria_get      (MatchumPostingCriteria *self,
                                                                  guint                   index);
/* 0 for the same thing. */
gint                           matchum_posting_criterion_compare (const MatchumPostingCriterion *a,
                                                                  const MatchumPostingCriterion *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPostingCriteria, matchum_posting_criteria_unref)

G_END_DECLS
