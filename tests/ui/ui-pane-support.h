/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the panes share: a small resume and posting whose verdicts are known, and hands for widgets. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

/* Places in the resume, by its Markdown in ui-pane-support.c. */
enum {
  BLOCK_TITLE,
  BLOCK_CONTACT,
  BLOCK_EXPERIENCE,
  BLOCK_ACME,
  BLOCK_SERVICES,   /* shows Python */
  BLOCK_CLUSTER,    /* alone shows Kubernetes */
  BLOCK_NEWSLETTER, /* shows nothing */
  BLOCK_OTHER,
  BLOCK_MODELS,     /* shows Python */
  BLOCK_SKILLS,
  BLOCK_TOOLS,      /* names Docker, in a list */
  N_BLOCKS
};

/* Requirements of the posting. */
enum {
  REQUIREMENT_PYTHON,     /* 1: met by two items */
  REQUIREMENT_KUBERNETES, /* 2: met by one item */
  REQUIREMENT_KUBEFLOW,   /* 3: missing */
  REQUIREMENT_DOCKER,     /* a: listed only */
  REQUIREMENT_MANNER,     /* b: cannot be told */
  REQUIREMENT_AIRFLOW,    /* c: missing */
  N_REQUIREMENTS
};

/* libadwaita, and the icons and styles of the program, without its window. */
void              pane_test_init           (int               *argc,
                                            char            ***argv);
MatchumWorkspace *create_workspace         (void);
MatchumResume    *create_resume            (const char        *markdown);
MatchumPosting   *create_posting           (const char        *text);
/* A workspace over other texts, with the lexicon of the first. */
MatchumWorkspace *create_workspace_for     (const char        *resume,
                                            const char        *posting);

/* A window with widget in it, on the screen and painted. */
GtkWidget        *present                  (GtkWidget         *widget,
                                            int                width,
                                            int                height);
/* Runs the main loop until the window has painted once more. */
void              wait_for_paint           (GtkWidget         *window);
void              close_window             (GtkWidget         *window);
/* Closes the window of a pane, and checks that nothing keeps the pane or the workspace. */
void              close_pane               (GtkWidget         *window,
                                            GtkWidget         *pane,
                                            MatchumWorkspace  *workspace);

/* Visible descendants of a type, in the order they stand in. */
GtkWidget        *find_descendant          (GtkWidget         *widget,
                                            GType              type,
                                            guint              n);
guint             count_descendants        (GtkWidget         *widget,
                                            GType              type);
/* The label whose text is text, or NULL. */
GtkWidget        *find_label               (GtkWidget         *widget,
                                            const char        *text);
GtkWidget        *find_button              (GtkWidget         *widget,
                                            const char        *label);

/* The row of a pane of a resume that shows a block, or of a posting that says text; NULL where none does. */
GtkWidget        *find_block_row           (GtkWidget         *pane,
                                            guint              block);
GtkWidget        *find_posting_row         (GtkWidget         *pane,
                                            const char        *text);

/* A key in the view of words that are edited; FALSE where it is left to it. */
gboolean          press_in_view            (GtkWidget         *view,
                                            guint              keyval,
                                            GdkModifierType    modifiers);
/* Does what a key does for a widget that has the focus, by the bindings of its class and of those around it. */
gboolean          press_key                (GtkWidget         *widget,
                                            guint              keyval,
                                            GdkModifierType    modifiers);
/* Counts emissions of a signal; free with g_free() after the instance is gone or the test is over. */
void              count_signal             (gpointer           instance,
                                            const char        *signal,
                                            guint             *count);

G_END_DECLS
