/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for which postings a block is always shown, or never. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_TAG_POPOVER (matchum_tag_popover_get_type ())

G_DECLARE_FINAL_TYPE (MatchumTagPopover, matchum_tag_popover, MATCHUM, TAG_POPOVER, GtkPopover)

/* For a block of the open baseline, by id; a floating reference. */
GtkWidget *matchum_tag_popover_new (MatchumWorkspace *workspace,
                                    const char       *block,
                                    gboolean          is_always);

G_END_DECLS
