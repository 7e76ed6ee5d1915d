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

G_END_DECLS
