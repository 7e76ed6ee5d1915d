/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions that both panes have: tailor.next-open and tailor.previous-open (N, Shift+N in the lists) select the next
 * requirement that is not met, tailor.clear-selection (Esc) selects nothing, or ends the choosing of an item for a
 * requirement. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

/* For class_init of a pane, which must have a property "workspace". */
void matchum_tailor_actions_install     (GtkWidgetClass   *pane_class);
/* For class_init of a row in a pane's list: plain letters count only while a row has the focus. */
void matchum_tailor_actions_bind_keys   (GtkWidgetClass   *row_class);
/* To be called when the selection changed: Esc is for others where nothing is selected. */
void matchum_tailor_actions_update      (GtkWidget        *pane,
                                         MatchumWorkspace *workspace);

/* The next requirement after from (-1: from the top) that is partial or missing, round the end; -1 where none is. */
int  matchum_workspace_find_next_open     (MatchumWorkspace *workspace,
                                           int               from);
int  matchum_workspace_find_previous_open (MatchumWorkspace *workspace,
                                           int               from);

G_END_DECLS
