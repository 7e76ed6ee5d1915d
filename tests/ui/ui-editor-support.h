/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of editing in the pane of the resume share: a pane in a window, and hands for the words that are edited. */
#pragma once

#include "ui/matchum-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  MatchumWorkspace *workspace;
  GtkWidget *pane;
  GtkWidget *window;
  char *told; /* last */
  guint n_told;
} EditorFixture;

/* The workspace of ui-pane-support; _for: another one, which is taken. */
void           editor_set_up        (EditorFixture    *fixture,
                                     gconstpointer     data);
void           editor_set_up_for    (EditorFixture    *fixture,
                                     MatchumWorkspace *workspace);
/* Checks that nothing keeps the pane or the workspace. */
void           editor_tear_down     (EditorFixture    *fixture,
                                     gconstpointer     data);

GtkWidget     *editor_find_row      (EditorFixture    *fixture,
                                     guint             block);
/* The view that is open, or NULL. */
GtkWidget     *editor_find_view     (EditorFixture    *fixture);
GtkTextBuffer *editor_get_buffer    (EditorFixture    *fixture);

/* F2 on the row of a block. */
void           editor_start         (EditorFixture    *fixture,
                                     guint             block);
/* As the text view does with what is typed. */
void           editor_type          (EditorFixture    *fixture,
                                     const char       *text);
void           editor_erase         (EditorFixture    *fixture);
/* A key in the editor; FALSE where it is left to the text view. */
gboolean       editor_press         (EditorFixture    *fixture,
                                     guint             keyval,
                                     GdkModifierType   modifiers);
/* A press on the words of a row, at a point in their coordinates. */
void           editor_press_text    (EditorFixture    *fixture,
                                     guint             block,
                                     int               n_press,
                                     double            x,
                                     double            y);
void           editor_double_click  (EditorFixture    *fixture,
                                     guint             block,
                                     double            x,
                                     double            y);

/* What the library has. */
void           editor_flush         (EditorFixture    *fixture);
char          *editor_dup_words     (EditorFixture    *fixture,
                                     guint             block);
gboolean       editor_has_words     (EditorFixture    *fixture,
                                     guint             block,
                                     const char       *expected);
guint          editor_count_blocks  (EditorFixture    *fixture);

#define assert_words(fixture, block, expected)                                                                         \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *words_ = editor_dup_words (fixture, block);                                                              \
                                                                                                                       \
    g_assert_cmpstr (words_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

#define assert_typed(fixture, expected)                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *typed_ = matchum_words_view_dup_text (MATCHUM_WORDS_VIEW (editor_find_view (fixture)));                  \
                                                                                                                       \
    g_assert_cmpstr (typed_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

G_END_DECLS
