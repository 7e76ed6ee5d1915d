/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for other names of a posting or of a baseline resume. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace-baseline.h"
#include "ui/matchum-workspace-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_RENAME_POPOVER (matchum_rename_popover_get_type ())

/* Signal "renamed" (char *name, char *title): the user wants these. For a posting, name is the company, and NULL stands for
 * what is read from the text; for a baseline there is no title. */
G_DECLARE_FINAL_TYPE (MatchumRenamePopover, matchum_rename_popover, MATCHUM, RENAME_POPOVER, GtkPopover)

GtkWidget *matchum_rename_popover_new_for_posting  (MatchumWorkspacePosting  *posting);
GtkWidget *matchum_rename_popover_new_for_baseline (MatchumWorkspaceBaseline *baseline);

G_END_DECLS
