/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the items of the open baseline were used: all its applications side by side. A window of its own, so that it can be
 * looked at beside the other; it follows what is open there. */
#pragma once

#include <adwaita.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_USAGE_WINDOW (matchum_usage_window_get_type ())

/* Signal "opened" (const char *posting, const char *block): the user wants to see them; either may be NULL. */
G_DECLARE_FINAL_TYPE (MatchumUsageWindow, matchum_usage_window, MATCHUM, USAGE_WINDOW, AdwWindow)

MatchumUsageWindow *matchum_usage_window_new       (MatchumWorkspace   *workspace);
/* Shows the row of a block of the open baseline, whatever was filtered. */
void                matchum_usage_window_show_block (MatchumUsageWindow *self,
                                                    const char         *block);
/* What is seen of the table, as comma-separated values with a mark of UTF-8 before them. */
char               *matchum_usage_window_dup_csv   (MatchumUsageWindow *self);

G_END_DECLS
