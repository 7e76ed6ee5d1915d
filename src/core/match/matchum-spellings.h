/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells whether a text may hold a word, or one that is nearly it, without reading the text again: most words that a
 * posting asks for stand nowhere in a resume. Of the match room only. */
#pragma once

#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef struct _MatchumSpellings MatchumSpellings;

/* text: folded; to be kept as long as this is. */
MatchumSpellings *matchum_spellings_new                (const char             *text,
                                                        gsize                   length);
void              matchum_spellings_free               (MatchumSpellings       *self);

/* Whether size bytes of word, which is folded, may stand in the text, spaces and hyphens in either apart. */
gboolean          matchum_spellings_may_hold           (const MatchumSpellings *self,
                                                        const char             *word,
                                                        gsize                   size);
/* Whether a word stands in the text that is word but for one letter: one more, one less, one other, or two changed about. */
gboolean          matchum_spellings_holds_misspelt     (const MatchumSpellings *self,
                                                        const char             *word);
/* The first such word in a text. */
gboolean          matchum_spellings_find_misspelt      (const char             *text,
                                                        gsize                   length,
                                                        const char             *word,
                                                        MatchumSpan            *span);

G_END_DECLS
