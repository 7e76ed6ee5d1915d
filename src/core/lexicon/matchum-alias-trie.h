/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All names of the lexicon as one tree of characters, walked from a place in a text. For this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A pattern is an array of characters in which these two stand for places where a name may be divided. */
#define MATCHUM_ALIAS_GAP_OPTIONAL ((gunichar) 1) /* a space, a hyphen, or nothing */
#define MATCHUM_ALIAS_GAP          ((gunichar) 2) /* a space or a hyphen */

/* No pattern may be longer, in characters and gaps. */
#define MATCHUM_ALIAS_MAX_LENGTH 100

typedef struct {
  guint alias;
  gsize end;   /* byte of the text behind the name */
} MatchumAliasHit;

typedef struct _MatchumAliasTrie MatchumAliasTrie;

/* n_aliases is how many there will be, roughly. */
MatchumAliasTrie *matchum_alias_trie_new       (gsize                   n_aliases);
void              matchum_alias_trie_free      (MatchumAliasTrie       *self);
/* Adds a pattern of 1 to MATCHUM_ALIAS_MAX_LENGTH characters. Aliases are numbered from 0 in the order they are added. */
void              matchum_alias_trie_add       (MatchumAliasTrie       *self,
                                                const gunichar         *pattern,
                                                gsize                   length);
/* FALSE where no name starts with these two characters, second being 0 at the end of the text; TRUE where one may. */
gboolean          matchum_alias_trie_may_start (const MatchumAliasTrie *self,
                                                gunichar                first,
                                                gunichar                second);
/* Adds to hits (of MatchumAliasHit) every name that stands at start in text, which is folded. */
void              matchum_alias_trie_find      (const MatchumAliasTrie *self,
                                                const char             *text,
                                                gsize                   length,
                                                gsize                   start,
                                                GArray                 *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumAliasTrie, matchum_alias_trie_free)

G_END_DECLS
