/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits the words of one line of a posting in the place where they are shown. It writes nothing itself: whoever opened it
 * takes the words at the end. */
#pragma once

#include "ui/matchum-words-editor.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_LINE_EDITOR (matchum_line_editor_get_type ())

/* What the caption speaks of. */
typedef enum {
  MATCHUM_LINE_EDITOR_FOR_WORDS,
  MATCHUM_LINE_EDITOR_FOR_SPLIT,
  MATCHUM_LINE_EDITOR_FOR_HEADING, /* which cannot be split */
} MatchumLineEditorPurpose;

/**
 * MatchumLineEditor:
 *
 * Its text is lines of words, where it is to be split.
 *
 * Signals:
 * - "done" (MatchumWordsEditorEnd end): the sitting is over: ask for the words now, they are not asked for later.
 */
G_DECLARE_FINAL_TYPE (MatchumLineEditor, matchum_line_editor, MATCHUM, LINE_EDITOR, MatchumWordsEditor)

GtkWidget *matchum_line_editor_new        (const char               *words,
                                           MatchumLineEditorPurpose  purpose);

/* The byte before which words that name two things are best split: behind a comma, a conjunction or whatever else parts
 * them, as near to the middle as there is one; their length where nothing does. */
gsize      matchum_line_editor_find_split (const char               *words);

G_END_DECLS
