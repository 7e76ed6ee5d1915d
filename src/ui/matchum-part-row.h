/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the postings that a text holds, as a row of MatchumPartList: whether it is taken, what it is, and a button that
 * gives it to the one above. Activates the action "part-list.join" with its position. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-posting-parts.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PART_ROW (matchum_part_row_get_type ())

/* Property "is-taken" (boolean), as the check button has it. */
G_DECLARE_FINAL_TYPE (MatchumPartRow, matchum_part_row, MATCHUM, PART_ROW, GtkBox)

GtkWidget *matchum_part_row_new          (void);
/* position: in the list; the first one has none above it. */
void       matchum_part_row_set_part     (MatchumPartRow     *self,
                                          MatchumPostingPart *part,
                                          guint               position);
void       matchum_part_row_set_position (MatchumPartRow     *self,
                                          guint               position);

G_END_DECLS
