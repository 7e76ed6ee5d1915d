/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button beside the name in a resume, for the line under the name as the posting that is open gets it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

/* Activates the action block.title-line of the row that it stands in. */
GtkWidget *matchum_title_line_button_new  (void);
/* Opens what that action asks for over row, below words, which are a child of it. FALSE where no posting is open. */
gboolean   matchum_title_line_button_open (MatchumWorkspace *workspace,
                                           GtkWidget        *row,
                                           GtkWidget        *words);

G_END_DECLS
