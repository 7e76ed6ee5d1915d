/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that stands in the posting's place: what would be hidden so that the resume fills no more than its pages, what
 * that costs, and taking it as it is or in part. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-fit-plan.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_FIT_PANE (matchum_fit_pane_get_type ())

/**
 * MatchumFitPane:
 *
 * Signals:
 * - "block-selected" (guint block): a row was selected, whose block is selected in the workspace: to be brought into view;
 * - "block-activated" (guint block): the user asked to be taken to that block of the resume;
 * - "told" (char *text): what was accepted is asked for: to be shown beside a button that undoes it;
 * - "closed" (): there is nothing more to do.
 */
G_DECLARE_FINAL_TYPE (MatchumFitPane, matchum_fit_pane, MATCHUM, FIT_PANE, GtkBox)

GtkWidget      *matchum_fit_pane_new        (MatchumFitPlan *plan);

MatchumFitPlan *matchum_fit_pane_get_plan   (MatchumFitPane *self);
void            matchum_fit_pane_set_plan   (MatchumFitPane *self,
                                             MatchumFitPlan *plan);
/* There is room for one pane only. */
void            matchum_fit_pane_set_narrow (MatchumFitPane *self,
                                             gboolean        is_narrow);
/* Moves the keyboard focus to the rows as soon as there are some. */
void            matchum_fit_pane_focus      (MatchumFitPane *self);

G_END_DECLS
