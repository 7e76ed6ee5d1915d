/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the two sides of a GtkPaned in proportion, however often its room becomes smaller and larger again. GtkPaned by
 * itself goes on from where a lack of room pushed it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_SPLIT (matchum_split_get_type ())

/* Property "share" (double, 0 to 1): what the start side has of the room, where nothing else is in the way. It changes
 * when the user moves the handle, and only then. */
G_DECLARE_FINAL_TYPE (MatchumSplit, matchum_split, MATCHUM, SPLIT, GObject)

/* paned is borrowed, and is to have both of its children. */
MatchumSplit *matchum_split_new       (GtkPaned     *paned);
double        matchum_split_get_share (MatchumSplit *self);
void          matchum_split_set_share (MatchumSplit *self,
                                       double        share);
/* Divides so many pixels already for the first frame; nothing where the room is known. */
void          matchum_split_expect    (MatchumSplit *self,
                                       int           room);

G_END_DECLS
