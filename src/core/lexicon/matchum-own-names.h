/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's own names, compiled, and the concepts that only they name. For this room only. */
#pragma once

#include "lexicon/matchum-name-search.h"

G_BEGIN_DECLS

typedef struct {
  MatchumLexiconForm *form;
  MatchumNameIndex    index;
  GArray             *concepts; /* of MatchumConcept, numbered behind those of the base; they own their texts */
} MatchumOwnNames;

MatchumOwnNames *matchum_own_names_new  (MatchumLexicon            *base,
                                         const MatchumLexiconAlias *aliases,
                                         gsize                      n_aliases,
                                         GError                   **error);
void             matchum_own_names_free (MatchumOwnNames           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumOwnNames, matchum_own_names_free)

G_END_DECLS
