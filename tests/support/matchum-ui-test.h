/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the window share: an application, texts to open, and waiting for conditions without sleeping. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-desktop.h"
#include "ui/matchum-window.h"

G_BEGIN_DECLS

/* A resume of seven lines that ask for nothing, and a posting whose four requirements it meets by one item each. */
#define MATCHUM_UI_TEST_RESUME                                                                                         \
  "# 강도현\n\n## 경력\n\n### 이음마켓, ML 엔지니어, 2020.01 - 2023.12\n\n"                                         \
  "- Kubernetes 클러스터를 운영\n- PyTorch로 CTR 모델을 학습\n- 사내 위키를 정리한 zebrawiki 담당\n\n"              \
  "## 기술\n\n- BigQuery\n"
#define MATCHUM_UI_TEST_POSTING                                                                                        \
  "---\ncompany: 링크온\ntitle: ML Engineer\n---\n\n## 자격요건\n\n- PyTorch 경험\n- Kubernetes 경험\n\n"            \
  "## 우대사항\n\n- BigQuery 경험\n- Rust 경험\n"

/* Waits for condition while the main loop runs; the test fails after half a minute. */
#define matchum_ui_test_wait(condition)                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    guint deadline_ = matchum_ui_test_start_deadline (#condition, __FILE__, __LINE__);                                 \
                                                                                                                       \
    while (!(condition))                                                                                               \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_source_remove (deadline_);                                                                                       \
  }                                                                                                                    \
  G_STMT_END

guint            matchum_ui_test_start_deadline (const char       *condition,
                                                 const char       *file,
                                                 int               line);
/* Runs the main loop until it has nothing to do, and the widget, which may be NULL, is painted. */
void             matchum_ui_test_settle         (GtkWidget        *widget);

MatchumResume   *matchum_ui_test_read_resume    (const char       *text);
MatchumPosting  *matchum_ui_test_read_posting   (const char       *text);
/* A workspace over a library in memory, as of 2026-11-01. */
MatchumWorkspace *matchum_ui_test_create_workspace (void);
/* Waits until everything asked for is in the library and shown. */
void             matchum_ui_test_flush          (MatchumWorkspace *workspace);
/* Adds a resume to an empty library, or writes the text of the open one anew; waits until it is shown. */
void             matchum_ui_test_open_resume    (MatchumWorkspace *workspace,
                                                 const char       *text);
/* Adds one and waits until it is kept. */
void             matchum_ui_test_add_baseline   (MatchumWorkspace *workspace,
                                                 const char       *name,
                                                 const char       *text);
/* The list holds it. */
MatchumWorkspaceBaseline *matchum_ui_test_get_baseline (MatchumWorkspace *workspace,
                                                 guint             place);
/* Hides the block whose words hold text, and waits until that is kept. */
void             matchum_ui_test_hide           (MatchumWorkspace *workspace,
                                                 const char       *text);
/* Adds a posting and waits until it is open. */
MatchumWorkspacePosting *matchum_ui_test_add_posting (MatchumWorkspace *workspace,
                                                 const char       *text);
/* Whether there was something to undo or redo; waits until it is shown. */
gboolean         matchum_ui_test_undo           (MatchumWorkspace *workspace);
gboolean         matchum_ui_test_redo           (MatchumWorkspace *workspace);
/* The index of the block whose words hold text. */
guint            matchum_ui_test_find_block     (MatchumResume    *resume,
                                                 const char       *text);
MatchumStatus    matchum_ui_test_get_status     (MatchumWorkspace *workspace,
                                                 guint             requirement);

/* A registered application; windows of a size with or without the two texts open. */
MatchumDesktop  *matchum_ui_test_get_desktop    (void);
MatchumWindow   *matchum_ui_test_open_window    (int               width,
                                                 int               height,
                                                 gboolean          with_texts);
/* A window on the examples that come with the program. */
MatchumWindow   *matchum_ui_test_open_examples  (int               width,
                                                 int               height);
/* Closes window and checks that nothing keeps it. */
void             matchum_ui_test_close_window   (MatchumWindow    *window);

/* An empty folder, removed with all that is in it by matchum_ui_test_remove_folder(). */
GFile           *matchum_ui_test_create_folder  (void);
void             matchum_ui_test_remove_folder  (GFile            *folder);
/* The first widget of type under root, depth first, that is mapped. */
GtkWidget       *matchum_ui_test_find_widget    (GtkWidget        *root,
                                                 GType             type);
/* A window of type over window. */
GtkWindow       *matchum_ui_test_find_dialog    (MatchumWindow    *window,
                                                 GType             type);
/* A label under root that is seen and says text. */
GtkWidget       *matchum_ui_test_find_label     (GtkWidget        *root,
                                                 const char       *text);
/* The first button under root with a label. */
GtkWidget       *matchum_ui_test_find_button    (GtkWidget        *root,
                                                 const char       *label);
/* The button of a question that is asked now, in whatever window it stands: a question is a window of its own with some
 * versions of libadwaita. */
GtkWidget       *matchum_ui_test_find_answer    (const char       *label);
/* Whether a widget that is seen under root activates action and can be used now. */
gboolean         matchum_ui_test_is_enabled     (GtkWidget        *root,
                                                 const char       *action);
/* What the shortcuts that widget itself has do with a key that comes to it in a phase: before the one that has the focus
 * (GTK_PHASE_CAPTURE) or after it (GTK_PHASE_BUBBLE). */
gboolean         matchum_ui_test_run_shortcuts  (GtkWidget        *widget,
                                                 GtkPropagationPhase phase,
                                                 guint             keyval,
                                                 GdkModifierType   modifiers);
/* Starts GTest, and libadwaita where there is a display. */
void             matchum_ui_test_init           (int              *argc,
                                                 char           ***argv);
/* Runs the tests and lets the application go. */
int              matchum_ui_test_run            (void);

G_END_DECLS
