/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as a list: the postings of the workspace, and below them its baseline resumes. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SIDEBAR (matchum_sidebar_get_type ())

/* Properties "workspace", "shows-archived" (boolean; also the action "sidebar.show-archived").
 * Signals: "chosen": the user wants to see what is current now. "told" (char *text): what the user did is done, and can be
 * undone. */
G_DECLARE_FINAL_TYPE (MatchumSidebar, matchum_sidebar, MATCHUM, SIDEBAR, GtkWidget)

void                     matchum_sidebar_set_workspace            (MatchumSidebar          *self,
                                                                   MatchumWorkspace        *workspace);
/* is_alone: it alone fills the window. */
void                     matchum_sidebar_set_shows_window_buttons (MatchumSidebar          *self,
                                                                   gboolean                 is_alone);
gboolean                 matchum_sidebar_get_shows_archived       (MatchumSidebar          *self);
void                     matchum_sidebar_set_shows_archived       (MatchumSidebar          *self,
                                                                   gboolean                 shows_archived);
/* Moves the keyboard focus to the row of what is current. */
gboolean                 matchum_sidebar_focus                    (MatchumSidebar          *self);
/* Shows the entry for words to search for, and moves the focus to it. */
void                     matchum_sidebar_open_search              (MatchumSidebar          *self);

/* For its rows. */
MatchumWorkspace        *matchum_sidebar_get_workspace            (MatchumSidebar          *self);
/* The posting that is listed so many rows below, or above where step is negative; NULL where there is none. */
MatchumWorkspacePosting *matchum_sidebar_find_near                (MatchumSidebar          *self,
                                                                   MatchumWorkspacePosting *posting,
                                                                   int                      step);
/* Moves the keyboard focus to the row of posting, where it is listed. */
void                     matchum_sidebar_focus_posting            (MatchumSidebar          *self,
                                                                   MatchumWorkspacePosting *posting);
/* Emits "told". */
void                     matchum_sidebar_tell                     (MatchumSidebar          *self,
                                                                   const char              *text);

G_END_DECLS
