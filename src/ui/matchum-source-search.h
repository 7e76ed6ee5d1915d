/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words in the text of a source view, in a thread of its own, and steps from one place to the next. */
#pragma once

#include "ui/matchum-source-view.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SOURCE_SEARCH (matchum_source_search_get_type ())

/* Signal "changed": what was found, or which of it is selected, changed. */
G_DECLARE_FINAL_TYPE (MatchumSourceSearch, matchum_source_search, MATCHUM, SOURCE_SEARCH, GObject)

/* The view is borrowed. */
MatchumSourceSearch *matchum_source_search_new          (MatchumSourceView   *view);
/* Looks for words; NULL or "" for nothing. The place found first from the cursor on is selected, unless the same words are
 * looked for again because the text changed. */
void                 matchum_source_search_set_words    (MatchumSourceSearch *self,
                                                         const char          *words);
/* To be called when the text changed: what was found is found no more until it is looked for again. */
void                 matchum_source_search_forget       (MatchumSourceSearch *self);
void                 matchum_source_search_look_again   (MatchumSourceSearch *self);
/* Selects the next place (step 1) or the one before (step -1), from the end again to the start. */
void                 matchum_source_search_step         (MatchumSourceSearch *self,
                                                         int                  step);
/* Drops what is under way. */
void                 matchum_source_search_stop         (MatchumSourceSearch *self);

/* Whether there is anything to look for. */
gboolean             matchum_source_search_has_words    (MatchumSourceSearch *self);
guint                matchum_source_search_get_n_hits   (MatchumSourceSearch *self);
/* Which of them is selected, 1-based; 0 for none. */
guint                matchum_source_search_get_selected (MatchumSourceSearch *self);

G_END_DECLS
