/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All concepts with their names, and the search for those names in a text. The format of its files is told in
 * data/lexicon/README.md. Immutable and reference counted. */
#pragma once

#include <gio/gio.h>

#include "lexicon/matchum-concept.h"
#include "text/matchum-folded-text.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_LEXICON (matchum_lexicon_get_type ())
#define MATCHUM_LEXICON_ERROR (matchum_lexicon_error_quark ())

typedef enum {
  MATCHUM_LEXICON_ERROR_SYNTAX,    /* a line is not of the format */
  MATCHUM_LEXICON_ERROR_UNKNOWN,   /* names a concept that is not there */
  MATCHUM_LEXICON_ERROR_DUPLICATE, /* an id or an alias is claimed twice */
  MATCHUM_LEXICON_ERROR_CYCLE,     /* broader or implies runs in a circle */
} MatchumLexiconError;

/* A concept named in a text. */
typedef struct {
  guint       concept;      /* index in the lexicon */
  MatchumSpan span;         /* bytes of the text that was folded, without particles */
  gboolean    is_canonical; /* by its own name, not by an alias */
  gboolean    is_own;       /* by a name of the user's own, which leads to it */
} MatchumMention;

typedef enum {
  MATCHUM_LEXICON_FIND_DEFAULT = 0,
  MATCHUM_LEXICON_FIND_IN_LIST = 1 << 0, /* the text stands in a skills list: ambiguous names count */
} MatchumLexiconFindFlags;

/* A name of the user's own: "count name as concept". */
typedef struct {
  const char *name;
  const char *concept; /* the id or a name of one, or what no concept is called yet */
} MatchumLexiconAlias;

/* More of them are left out. */
#define MATCHUM_LEXICON_MAX_ALIASES 10000

typedef struct _MatchumLexicon MatchumLexicon;

GType                 matchum_lexicon_get_type       (void);
GQuark                matchum_lexicon_error_quark    (void);

/* The lexicon that the program carries. */
MatchumLexicon       *matchum_lexicon_new_builtin    (GError                **error);
/* From texts of the lexicon format; names are used in messages. All files together must be consistent. */
MatchumLexicon       *matchum_lexicon_new_from_texts (const char *const      *names,
                                                      const char *const      *texts,
                                                      GError                **error);
/* base with the user's own names before its own. */
MatchumLexicon       *matchum_lexicon_new_with_aliases
                                                     (MatchumLexicon            *base,
                                                      const MatchumLexiconAlias *aliases,
                                                      gsize                      n_aliases,
                                                      GError                   **error);
/* The same with those that can be taken. problems has room for n_aliases: it tells why one is left out, NULL where it is not;
 * the errors are the caller's. */
MatchumLexicon       *matchum_lexicon_new_with_usable_aliases
                                                     (MatchumLexicon            *base,
                                                      const MatchumLexiconAlias *aliases,
                                                      gsize                      n_aliases,
                                                      GError                   **problems);
/* Whether both are there, and can be a name; that it runs in a circle with others is only told by all of them. */
gboolean              matchum_lexicon_alias_check    (const MatchumLexiconAlias *alias,
                                                      GError                   **error);
MatchumLexicon       *matchum_lexicon_ref            (MatchumLexicon         *self);
void                  matchum_lexicon_unref          (MatchumLexicon         *self);

guint                 matchum_lexicon_get_n_concepts (MatchumLexicon         *self);
guint                 matchum_lexicon_get_n_aliases  (MatchumLexicon         *self);
const MatchumConcept *matchum_lexicon_get_concept    (MatchumLexicon         *self,
                                                      guint                   index);
const MatchumConcept *matchum_lexicon_lookup         (MatchumLexicon         *self,
                                                      const char             *id);

/* The concept that is called so, by its id or as a whole by one of its names; NULL where there is none. */
const MatchumConcept *matchum_lexicon_find_concept   (MatchumLexicon         *self,
                                                      const char             *name);
/* Whether name is one of the user's own that leads to a concept. */
gboolean              matchum_lexicon_is_own_name    (MatchumLexicon         *self,
                                                      const char             *name);
/* The concepts with a name that starts with text, or one whose own name has a word that does, the likeliest first and no
 * more than max: GArray of guint. */
GArray               *matchum_lexicon_complete       (MatchumLexicon         *self,
                                                      const char             *text,
                                                      guint                   max);

/* Every name in text, leftmost-longest, in order: GArray of MatchumMention. Two concepts may share a span. */
GArray               *matchum_lexicon_find           (MatchumLexicon         *self,
                                                      MatchumFoldedText      *text,
                                                      MatchumLexiconFindFlags flags);
/* Whether narrower is broader or a kind of it, over any number of steps. */
gboolean              matchum_lexicon_is_kind_of     (MatchumLexicon         *self,
                                                      guint                   narrower,
                                                      guint                   broader);
/* Whether having a shows b: a is b, a kind of b, or implies one that does. */
gboolean              matchum_lexicon_shows          (MatchumLexicon         *self,
                                                      guint                   a,
                                                      guint                   b);
/* Adds every concept that concept shows, itself among them, to shown (of guint). */
void                  matchum_lexicon_add_shown      (MatchumLexicon         *self,
                                                      guint                   concept,
                                                      GArray                 *shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumLexicon, matchum_lexicon_unref)

G_END_DECLS
