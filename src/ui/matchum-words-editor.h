/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sitting over words in the place where they are shown, in a row of a list: the view that is typed in, a caption below
 * it, the keys that end it, and the ways in which it is left. What becomes of the words is up to the types derived from
 * it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-words-view.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORDS_EDITOR (matchum_words_editor_get_type ())

typedef enum {
  MATCHUM_WORDS_EDITOR_KEPT,       /* Enter */
  MATCHUM_WORDS_EDITOR_CONTINUED,  /* Ctrl+Enter: kept, and another item is wanted after it */
  MATCHUM_WORDS_EDITOR_GIVEN_BACK, /* Escape: the words are what they were */
  MATCHUM_WORDS_EDITOR_LEFT,       /* kept, since the user turned to something else */
  MATCHUM_WORDS_EDITOR_GONE,       /* there is nothing any more whose words these are, or it cannot be edited now */
} MatchumWordsEditorEnd;

/**
 * MatchumWordsEditor:
 *
 * CSS nodes: block-editor ├── textview ├── [footer] ╰── label.quiet.
 *
 * Signals:
 * - "ended" (MatchumWordsEditorEnd end): the sitting is over; to be taken out of the window now.
 */
G_DECLARE_DERIVABLE_TYPE (MatchumWordsEditor, matchum_words_editor, MATCHUM, WORDS_EDITOR, GtkWidget)

struct _MatchumWordsEditorClass {
  GtkWidgetClass parent_class;

  /* Enter, with Shift, Control or neither; returns FALSE where it has no use here. */
  gboolean (*enter)  (MatchumWordsEditor    *self,
                      GdkModifierType        modifiers);
  /* NULL, or: the words are not looked at for now, but the sitting goes on. */
  void     (*pause)  (MatchumWordsEditor    *self);
  /* The sitting is over; this may be some time before "ended". */
  void     (*finish) (MatchumWordsEditor    *self,
                      MatchumWordsEditorEnd  end);
  /* Whether it is over when the user turns to another window. */
  gboolean ends_with_window;
};

/* To be called first. label and description: what is read aloud of the view. */
void              matchum_words_editor_set_up       (MatchumWordsEditor    *self,
                                                     MatchumBlockKind       kind,
                                                     const char            *words,
                                                     const char            *label,
                                                     const char            *description,
                                                     const char            *caption);
void              matchum_words_editor_show_caption (MatchumWordsEditor    *self,
                                                     gboolean               is_shown);
void              matchum_words_editor_set_caption  (MatchumWordsEditor    *self,
                                                     const char            *caption);
/* A widget that stands between the words and the caption; once. What it does belongs to the sitting: the focus may be
 * there. */
void              matchum_words_editor_set_footer   (MatchumWordsEditor    *self,
                                                     GtkWidget             *footer);
MatchumWordsView *matchum_words_editor_get_view     (MatchumWordsEditor    *self);
char             *matchum_words_editor_dup_text     (MatchumWordsEditor    *self);
gboolean          matchum_words_editor_has_ended    (MatchumWordsEditor    *self);

/* Takes the focus, with the cursor after so many bytes of the words; past the end is the end. */
void              matchum_words_editor_start        (MatchumWordsEditor    *self,
                                                     gsize                  offset);
/* Ends the sitting; nothing where it has ended. */
void              matchum_words_editor_end          (MatchumWordsEditor    *self,
                                                     MatchumWordsEditorEnd  end);

/* For a row of a list whose words are text, a child of a box: puts editor in their place and takes before out of it; NULL
 * stands for the words themselves. */
void              matchum_words_editor_replace      (GtkWidget             *row,
                                                     GtkWidget             *text,
                                                     GtkWidget             *before,
                                                     GtkWidget             *editor);
/* The row, of row_type, at a point of list, and where in the row it is; NULL where there is none, or words are edited. */
GtkWidget        *matchum_words_editor_pick_row     (GtkWidget             *list,
                                                     GType                  row_type,
                                                     double                 x,
                                                     double                 y,
                                                     graphene_point_t      *point);

G_END_DECLS
