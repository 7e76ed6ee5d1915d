/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text view for the words of one block, which takes the place of the label that shows them: the same words in the same
 * lines, as high as they are, however narrow. What stands out in the label stands out here; marks of Markdown are seen. */
#pragma once

#include <gtk/gtk.h>

#include "resume/matchum-block.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORDS_VIEW (matchum_words_view_get_type ())

/**
 * MatchumWordsView:
 *
 * Signals:
 * - "typed" (): the user changed the text, undo and redo included;
 * - "composed" (): an input method has nothing left that is not in the text.
 */
G_DECLARE_FINAL_TYPE (MatchumWordsView, matchum_words_view, MATCHUM, WORDS_VIEW, GtkTextView)

GtkWidget *matchum_words_view_new             (MatchumBlockKind  kind);

char      *matchum_words_view_dup_text        (MatchumWordsView *self);
/* Begins with text: the cursor at its end, nothing to undo. */
void       matchum_words_view_set_text        (MatchumWordsView *self,
                                               const char       *text);
/* Puts text in the place of the one there, as one step that can be undone; the cursor stays between the words that it
 * stands between, where these stay. */
void       matchum_words_view_replace_text    (MatchumWordsView *self,
                                               const char       *text);
/* Puts the cursor after so many bytes; past the end is the end. */
void       matchum_words_view_place_cursor    (MatchumWordsView *self,
                                               gsize             offset);
void       matchum_words_view_select_all      (MatchumWordsView *self);
/* Breaks the line where the cursor is, in place of what is selected, as typing does. */
void       matchum_words_view_break_line      (MatchumWordsView *self);
/* Whether an input method is at work on letters that are not in the text yet. */
gboolean   matchum_words_view_is_composing    (MatchumWordsView *self);

/* For those who put keys of their own before those of the view. Whether the key that controller has at hand is none of
 * theirs: an input method is asked first, as the view would, since it has a use for it, to choose a word or to be done with
 * a letter; or it was still at work. */
gboolean   matchum_words_view_filter_key      (MatchumWordsView *self,
                                               GtkEventController *controller);
/* Whether a key would undo or redo what there is nothing left of: what was done before is not undone from here. */
gboolean   matchum_words_view_is_end_of_undo  (MatchumWordsView *self,
                                               guint             keyval,
                                               GdkModifierType   modifiers);
/* A list brings rows into view, not what is in them: where a row has grown beyond the edge, the list is moved on. */
void       matchum_words_view_reveal_cursor   (MatchumWordsView *self);

G_END_DECLS
