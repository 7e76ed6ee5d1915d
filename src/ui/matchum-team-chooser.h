/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets the user pick the team of a posting that is applied to, or all of them. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_TEAM_CHOOSER (matchum_team_chooser_get_type ())

G_DECLARE_FINAL_TYPE (MatchumTeamChooser, matchum_team_chooser, MATCHUM, TEAM_CHOOSER, GtkBox)

/* Of the current posting, which has at least two teams with lines of their own. */
GtkWidget *matchum_team_chooser_new       (MatchumWorkspace        *workspace);
/* Shows the list to pick from. */
void       matchum_team_chooser_open      (MatchumTeamChooser      *self);
/* The names that there are to pick from, one a line; NULL where there is nothing to pick. */
char      *matchum_team_chooser_dup_names (MatchumWorkspacePosting *posting);

G_END_DECLS
