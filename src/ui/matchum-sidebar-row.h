/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A posting in the sidebar: company, title, how much of what it requires is shown, and whether it is archived. One row
 * shows one posting after another, as the list is scrolled. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SIDEBAR_ROW (matchum_sidebar_row_get_type ())

/* Has the actions of matchum-sidebar-actions.h. Property "baseline-id" (string): the baseline that the posting is held
 * against, or ""; setting it holds it against another. Signal "needs-figure": the figure is not known. */
G_DECLARE_FINAL_TYPE (MatchumSidebarRow, matchum_sidebar_row, MATCHUM, SIDEBAR_ROW, GtkBox)

GtkWidget               *matchum_sidebar_row_new          (void);
MatchumWorkspacePosting *matchum_sidebar_row_get_posting  (MatchumSidebarRow       *self);
/* posting may be NULL. */
void                     matchum_sidebar_row_set_posting  (MatchumSidebarRow       *self,
                                                           MatchumWorkspacePosting *posting);

/* Whether the figure is not known: the sidebar has it judged where the row is in view. */
gboolean                 matchum_sidebar_row_needs_figure (MatchumSidebarRow       *self);
/* Shows the figure where it is known by now, and asks for it no more. */
void                     matchum_sidebar_row_show_figure  (MatchumSidebarRow       *self);
/* Asks for the figure again where there is none. */
void                     matchum_sidebar_row_retry_figure (MatchumSidebarRow       *self);

G_END_DECLS
