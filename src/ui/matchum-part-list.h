/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The postings that a text holds, each with a check button. What was left out stays left out when the text is taken apart
 * again and holds the same posting. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-posting-parts.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PART_LIST (matchum_part_list_get_type ())

/* Signal "changed" (): others are taken. Signal "joined" (guint index): one is to be put together with the one above.
 * Signal "shown" (guint index): the user asks where one stands. */
G_DECLARE_FINAL_TYPE (MatchumPartList, matchum_part_list, MATCHUM, PART_LIST, GtkWidget)

void       matchum_part_list_set_parts   (MatchumPartList     *self,
                                          MatchumPostingParts *parts);
guint      matchum_part_list_get_n_taken (MatchumPartList     *self);
/* Those that are taken, in order: array of MatchumPostingPart. */
GPtrArray *matchum_part_list_dup_taken   (MatchumPartList     *self);

G_END_DECLS
