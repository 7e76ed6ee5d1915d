/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the row and the menu of an entry say of its links to entries of other baselines. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-block-state.h"
#include "ui/matchum-workspace-links.h"

G_BEGIN_DECLS

/* Sets what the row says. */
void  matchum_block_links_read        (MatchumWorkspace           *workspace,
                                       const MatchumBlock         *block,
                                       MatchumBlockState          *state);
/* Adds what can be done, by actions of the window. */
void  matchum_block_links_append_menu (GMenu                      *menu,
                                       MatchumWorkspace           *workspace,
                                       const MatchumBlock         *block);
/* The icon of an entry that is linked, put behind a widget of its row when there is first something to say; said: what it
 * is linked to, or NULL. */
void  matchum_block_links_show_icon   (GtkWidget                 **icon,
                                       GtkWidget                  *after,
                                       const char                 *said);
/* The same for the button that leads to what changed. */
void  matchum_block_links_show_button (GtkWidget                 **button,
                                       GtkWidget                  *after,
                                       const char                 *said,
                                       const char                 *entry);
/* "국문 changed since: 2 lines"; NULL where there is nothing to look at. Free with g_free. */
char *matchum_block_links_dup_mark    (MatchumWorkspace           *workspace,
                                       const MatchumWorkspaceLink *link);

G_END_DECLS
