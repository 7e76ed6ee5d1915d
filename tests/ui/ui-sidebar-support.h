/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the sidebar share: a sidebar over a library of so many postings, what stands in it, and keys. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-baseline-row.h"
#include "ui/matchum-sidebar-row.h"
#include "ui/matchum-sidebar.h"

G_BEGIN_DECLS

/* So many postings have texts of an ordinary length; fewer are short. */
#define N_MANY 2000

typedef struct {
  MatchumWorkspace *workspace;
  GtkWidget        *window;
  MatchumSidebar   *sidebar;
  guint             n_opened; /* how often something was opened */
  char             *told;     /* the last words that were told */
} SidebarFixture;

/* Two resumes and so many postings in a library, and a sidebar over it on the screen. */
void                      open_sidebar     (SidebarFixture          *fixture,
                                            guint                    n_postings);
/* The same for g_test_add(), with the number as data. */
void                      set_up           (SidebarFixture          *fixture,
                                            gconstpointer            data);
void                      tear_down        (SidebarFixture          *fixture,
                                            gconstpointer            data);
void                      settle           (SidebarFixture          *fixture);

/* Adds root and all under it that are of type, depth first. */
void                      collect          (GtkWidget               *root,
                                            GType                    type,
                                            GPtrArray               *found);
GPtrArray                *list_widgets     (SidebarFixture          *fixture,
                                            GType                    type);
GtkWidget                *find_widget      (SidebarFixture          *fixture,
                                            GType                    type);
GtkSelectionModel        *get_model        (SidebarFixture          *fixture);
guint                     count_listed     (SidebarFixture          *fixture);
/* Of the library; listed: of those that the sidebar lists. */
MatchumWorkspacePosting  *get_posting      (SidebarFixture          *fixture,
                                            guint                    position);
MatchumWorkspacePosting  *get_listed       (SidebarFixture          *fixture,
                                            guint                    position);
MatchumWorkspaceBaseline *get_baseline     (SidebarFixture          *fixture,
                                            guint                    position);
gpointer                  get_selected     (SidebarFixture          *fixture);
MatchumSidebarRow        *find_row         (SidebarFixture          *fixture,
                                            MatchumWorkspacePosting *posting);
MatchumBaselineRow       *get_baseline_row (SidebarFixture          *fixture,
                                            guint                    position);
gboolean                  says             (gpointer                 row,
                                            const char              *text);

void                      act              (gpointer                 row,
                                            const char              *action);
/* Does what a key does where the focus is, by the bindings of the widget that has it and of those around it. */
gboolean                  press_key        (SidebarFixture          *fixture,
                                            guint                    keyval,
                                            GdkModifierType          modifiers);
/* The posting whose row has the focus. */
MatchumWorkspacePosting  *get_focused      (SidebarFixture          *fixture);
void                      search           (SidebarFixture          *fixture,
                                            const char              *text);

G_END_DECLS
