/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits the words of one line of a posting in the place where they are shown. It writes nothing itself: whoever opened it
 * takes the words at the end. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_LINE_EDITOR (matchum_line_editor_get_type ())

typedef enum {
  MATCHUM_LINE_EDITOR_KEPT,       /* Enter */
  MATCHUM_LINE_EDITOR_GIVEN_BACK, /* Escape: the words are what they were */
  MATCHUM_LINE_EDITOR_LEFT,       /* kept, since the user turned to something else */
  MATCHUM_LINE_EDITOR_GONE,       /* the line is another one, or there is none any more */
} MatchumLineEditorEnd;

/* What the caption speaks of. */
typedef enum {
  MATCHUM_LINE_EDITOR_FOR_WORDS,
  MATCHUM_LINE_EDITOR_FOR_SPLIT,
  MATCHUM_LINE_EDITOR_FOR_HEADING, /* which cannot be split */
} MatchumLineEditorPurpose;

/**
 * MatchumLineEditor:
 *
 * CSS nodes: block-editor ├── textview ╰── label.quiet, as those of a block of a resume.
 *
 * Signals:
 * - "done" (MatchumLineEditorEnd end): the sitting is over: ask for the words now, they are not asked for later;
 * - "ended" (MatchumLineEditorEnd end): to be taken out of the window now.
 */
G_DECLARE_FINAL_TYPE (MatchumLineEditor, matchum_line_editor, MATCHUM, LINE_EDITOR, GtkWidget)

GtkWidget *matchum_line_editor_new        (const char               *words,
                                           MatchumLineEditorPurpose  purpose);

/* Lines of words, where it is to be split. */
char      *matchum_line_editor_dup_text   (MatchumLineEditor        *self);
/* Takes the focus, with the cursor after so many bytes of the words; past the end is the end. */
void       matchum_line_editor_start      (MatchumLineEditor        *self,
                                           gsize                     offset);
/* Ends the sitting; nothing where it has ended. */
void       matchum_line_editor_end        (MatchumLineEditor        *self,
                                           MatchumLineEditorEnd      end);

/* The byte before which words that name two things are best split: behind a comma, a conjunction or whatever else parts
 * them, as near to the middle as there is one; their length where nothing does. */
gsize      matchum_line_editor_find_split (const char               *words);

G_END_DECLS
