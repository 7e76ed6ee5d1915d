/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of putting a posting right share: its pane in a window, and hands for lines and for words that are edited. */
#pragma once

#include "posting/matchum-posting-correction.h"
#include "ui/matchum-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CORRECTION_RESUME "# Mina Kim\n\n## Work\n\n- Python\n- Kubernetes\n"
#define CORRECTION_POSTING                                                                                                        \
  "# [Widget] Platform Engineer\n\n## Responsibilities\n\n- Run the platform\n- Keep it running\n\n"                   \
  "## Requirements\n\n- Python\n- Kubernetes, Kubeflow\n- Airflow\n\n"                                                 \
  "## Preferred Qualifications\n\n- Docker\n\n## Benefits\n\n- Lunch\n"

typedef struct {
  MatchumWorkspace *workspace;
  GtkWidget *pane;
  GtkWidget *window;
} CorrectionFixture;

/* The texts above; _for: another posting, in a window of a width. */
void                      set_up            (CorrectionFixture  *fixture,
                                             gconstpointer       data);
void                      set_up_for        (CorrectionFixture  *fixture,
                                             const char         *posting,
                                             int                 width);
void                      tear_down         (CorrectionFixture  *fixture,
                                             gconstpointer       data);
/* Waits until the library has what was asked for, and the pane has painted it. */
void                      settle            (CorrectionFixture  *fixture);

/* The line of the posting that says text, or NULL. */
const MatchumPostingLine *find_line         (CorrectionFixture  *fixture,
                                             const char         *text);
void                      assert_kind       (CorrectionFixture  *fixture,
                                             const char         *text,
                                             MatchumPostingKind  kind);
/* The row that says text has the focus. */
void                      assert_focus      (CorrectionFixture  *fixture,
                                             const char         *text);
/* It stands within what is seen of the list. */
void                      assert_seen       (CorrectionFixture  *fixture,
                                             const char         *text);
void                      assert_undo_label (CorrectionFixture  *fixture,
                                             const char         *label);

/* The row that says text takes the focus, and then a key. */
void                      focus_row         (CorrectionFixture  *fixture,
                                             const char         *text);
void                      press_on_row      (CorrectionFixture  *fixture,
                                             const char         *text,
                                             guint               keyval,
                                             GdkModifierType     modifiers);

/* The view of the words that are edited, or NULL. */
GtkWidget                *find_view         (CorrectionFixture  *fixture);
GtkTextBuffer            *get_buffer        (CorrectionFixture  *fixture);
void                      type_words        (CorrectionFixture  *fixture,
                                             const char         *text);
/* FALSE where the key is left to the text view. */
gboolean                  press_in_editor   (CorrectionFixture  *fixture,
                                             guint               keyval,
                                             GdkModifierType     modifiers);

G_END_DECLS
