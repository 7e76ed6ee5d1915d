/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one row of what is proposed for a number of pages. Its button, the space bar and K do what can be done with the
 * block, by the action "fit.act" of the pane; Enter leads to the block, by "fit.jump". Both take the id and the kind. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-fit-object.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_FIT_ROW (matchum_fit_row_get_type ())

G_DECLARE_FINAL_TYPE (MatchumFitRow, matchum_fit_row, MATCHUM, FIT_ROW, GtkBox)

GtkWidget        *matchum_fit_row_new        (void);
MatchumFitObject *matchum_fit_row_get_object (MatchumFitRow    *self);
void              matchum_fit_row_set_object (MatchumFitRow    *self,
                                              MatchumFitObject *object);

/* Lines stand under the words, where there is little room. */
void              matchum_fit_row_set_narrow (MatchumFitRow    *self,
                                              gboolean          is_narrow);

G_END_DECLS
