/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a block cut where their look, their link or their language changes. */
#pragma once

#include "resume/matchum-block.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_WORD_STRONG   = 1 << 0,
  MATCHUM_WORD_EMPHASIS = 1 << 1,
  MATCHUM_WORD_CODE     = 1 << 2,
} MatchumWordMarks;

typedef struct {
  MatchumSpan       span;     /* bytes of the block's text */
  MatchumWordMarks  marks;
  const char       *url;      /* of a link, or NULL: of the kinds that matchum_word_runs_is_safe() lets pass */
  gboolean          is_found; /* the link is an address in the words that nobody marked as one */
  const char       *language; /* where it is another than that of the words around, as in BCP 47, else NULL */
} MatchumWordRun;

typedef struct _MatchumWordRuns MatchumWordRuns;

/* One after the other, with no byte between them. language: that of the words around, or NULL not to look for others.
 * bare_domains: whether example.com/me is an address. */
MatchumWordRuns      *matchum_word_runs_new     (const MatchumBlock *block,
                                                 const char         *language,
                                                 gboolean            bare_domains);
void                  matchum_word_runs_free    (MatchumWordRuns    *self);
guint                 matchum_word_runs_get_n   (MatchumWordRuns    *self);
const MatchumWordRun *matchum_word_runs_get     (MatchumWordRuns    *self,
                                                 guint               index);
/* The language that text is in where it is not language, NULL where it is or has too few words to tell. */
const char           *matchum_word_runs_guess   (const char         *text,
                                                 const char         *language);
/* Whether url leads to the web, a mailbox or a telephone: nothing that a reader would run. */
gboolean              matchum_word_runs_is_safe (const char         *url);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumWordRuns, matchum_word_runs_free)

G_END_DECLS
