/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A baseline resume in the sidebar: its name and language, and whether the open posting is held against it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace-baseline.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_BASELINE_ROW (matchum_baseline_row_get_type ())

/* Has the actions of matchum-sidebar-actions.h. */
G_DECLARE_FINAL_TYPE (MatchumBaselineRow, matchum_baseline_row, MATCHUM, BASELINE_ROW, GtkListBoxRow)

GtkWidget                *matchum_baseline_row_new          (MatchumWorkspaceBaseline *baseline);
MatchumWorkspaceBaseline *matchum_baseline_row_get_baseline (MatchumBaselineRow       *self);
/* Whether the posting that is open is held against it. */
void                      matchum_baseline_row_set_held     (MatchumBaselineRow       *self,
                                                             gboolean                  is_held);

G_END_DECLS
