/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's own names, compiled, and the concepts that only they name. For this room only. */
#pragma once

#include "lexicon/matchum-name-search.h"

G_BEGIN_DECLS

typedef struct {
  MatchumLexiconForm *form;
  MatchumNameIndex    index;
  GArray             *concepts; /* of MatchumConcept, numbered behind those of the base; they own their texts */
  GHashTable         *names;    /* set of the names that lead to others, folded */
} MatchumOwnNames;

/* problems, which may be NULL, has room for n_aliases: those that are set are left out, and so are those that cannot be
 * taken, each with the reason. */
MatchumOwnNames *matchum_own_names_new  (MatchumLexicon            *base,
                                         const MatchumLexiconAlias *aliases,
                                         gsize                      n_aliases,
                                         GError                   **problems,
                                         GError                   **error);
void             matchum_own_names_free (MatchumOwnNames           *self);
/* Whether name leads to another. */
gboolean         matchum_own_names_has  (MatchumOwnNames           *self,
                                         const char                *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumOwnNames, matchum_own_names_free)

G_END_DECLS
