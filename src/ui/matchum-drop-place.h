/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands where a pane will be: says what is still missing, and offers two ways to bring it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_DROP_PLACE (matchum_drop_place_get_type ())

/* Properties: "wants-resume" (boolean, construct only): whether a resume or else a posting is missing. */
G_DECLARE_FINAL_TYPE (MatchumDropPlace, matchum_drop_place, MATCHUM, DROP_PLACE, GtkWidget)

G_END_DECLS
