/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list under an entry of what the lexicon knows that starts with what is typed. The focus stays in the entry, whose arrow
 * keys go through the list; Enter chooses, Escape closes it. */
#pragma once

#include <gtk/gtk.h>

#include "lexicon/matchum-lexicon.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_NAME_SUGGESTIONS (matchum_name_suggestions_get_type ())

/* Signal "chosen": a suggestion was put into the entry. */
G_DECLARE_FINAL_TYPE (MatchumNameSuggestions, matchum_name_suggestions, MATCHUM, NAME_SUGGESTIONS, GtkPopover)

/* The name by which somebody who typed text is shown a concept: in Korean where that is. */
const char *matchum_concept_get_shown_name       (const MatchumConcept   *concept,
                                                  const char             *text);

/* A popover on entry, an editable widget with a delegate; whoever owns that unparents it. */
GtkWidget  *matchum_name_suggestions_new         (GtkWidget              *entry);
void        matchum_name_suggestions_set_lexicon (MatchumNameSuggestions *self,
                                                  MatchumLexicon         *lexicon);
/* Puts text into the entry without suggesting anything. */
void        matchum_name_suggestions_fill        (MatchumNameSuggestions *self,
                                                  const char             *text);

G_END_DECLS
