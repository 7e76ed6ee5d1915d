/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A posting in the sidebar: company, title, and how much of what it requires is shown. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_SIDEBAR_ROW (matchum_sidebar_row_get_type ())

G_DECLARE_FINAL_TYPE (MatchumSidebarRow, matchum_sidebar_row, MATCHUM, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget               *matchum_sidebar_row_new         (MatchumWorkspacePosting *posting);
MatchumWorkspacePosting *matchum_sidebar_row_get_posting (MatchumSidebarRow       *self);
/* Brings the figure up to date, by a whole match where it takes one. Returns whether it took one. */
gboolean                 matchum_sidebar_row_judge       (MatchumSidebarRow       *self);

G_END_DECLS
