/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The popover in which the posting that is open is given a title line of its own: the line under the name. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_TITLE_LINE_POPOVER (matchum_title_line_popover_get_type ())

G_DECLARE_FINAL_TYPE (MatchumTitleLinePopover, matchum_title_line_popover, MATCHUM, TITLE_LINE_POPOVER, GtkPopover)

/* For the current posting, which must be there; a floating reference. */
GtkWidget *matchum_title_line_popover_new (MatchumWorkspace *workspace);

G_END_DECLS
