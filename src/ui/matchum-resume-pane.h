/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The left pane: every block of the open resume, which of them are shown, and what they show. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_RESUME_PANE (matchum_resume_pane_get_type ())

/**
 * MatchumResumePane:
 *
 * Properties:
 * - "workspace" (MatchumWorkspace): what it shows;
 * - "narrow" (boolean): there is room for one pane only: requirement keys stand under the text;
 * - "compact" (boolean): one ellipsized line for each block;
 * - "figure" (GtkWidget): what stands at the end of its head, the pages figure.
 *
 * Signals:
 * - "requirement-activated" (int requirement): the user asked to be taken to that requirement of the posting; answer
 *   with matchum_posting_pane_focus_requirement();
 * - "told" (char *text): what the user did to the resume is done, and can be undone: to be shown beside a button for that.
 */
G_DECLARE_FINAL_TYPE (MatchumResumePane, matchum_resume_pane, MATCHUM, RESUME_PANE, GtkBox)

GtkWidget        *matchum_resume_pane_new           (MatchumWorkspace  *workspace);

MatchumWorkspace *matchum_resume_pane_get_workspace (MatchumResumePane *self);
void              matchum_resume_pane_set_workspace (MatchumResumePane *self,
                                                     MatchumWorkspace  *workspace);
gboolean          matchum_resume_pane_get_narrow    (MatchumResumePane *self);
void              matchum_resume_pane_set_narrow    (MatchumResumePane *self,
                                                     gboolean           narrow);
gboolean          matchum_resume_pane_get_compact   (MatchumResumePane *self);
void              matchum_resume_pane_set_compact   (MatchumResumePane *self,
                                                     gboolean           compact);
GtkWidget        *matchum_resume_pane_get_figure    (MatchumResumePane *self);
void              matchum_resume_pane_set_figure    (MatchumResumePane *self,
                                                     GtkWidget         *figure);
/* Brings the row of a block into view; focus_block moves the keyboard focus to it as well. Neither selects it. */
void              matchum_resume_pane_reveal_block  (MatchumResumePane *self,
                                                     guint              block);
void              matchum_resume_pane_focus_block   (MatchumResumePane *self,
                                                     guint              block);

G_END_DECLS
