/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right pane: what the posting asks for, and how far the visible resume shows it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_PANE (matchum_posting_pane_get_type ())

/**
 * MatchumPostingPane:
 *
 * Properties:
 * - "workspace" (MatchumWorkspace): what it shows;
 * - "narrow" (boolean): there is room for one pane only: a selected requirement quotes its evidence in place;
 * - "only-open" (boolean): requirements that are met are left out.
 *
 * Signals:
 * - "block-activated" (guint block): the user asked to be taken to that block of the resume; answer with
 *   matchum_resume_pane_focus_block().
 */
G_DECLARE_FINAL_TYPE (MatchumPostingPane, matchum_posting_pane, MATCHUM, POSTING_PANE, GtkBox)

GtkWidget        *matchum_posting_pane_new               (MatchumWorkspace   *workspace);

MatchumWorkspace *matchum_posting_pane_get_workspace     (MatchumPostingPane *self);
void              matchum_posting_pane_set_workspace     (MatchumPostingPane *self,
                                                          MatchumWorkspace   *workspace);
gboolean          matchum_posting_pane_get_narrow        (MatchumPostingPane *self);
void              matchum_posting_pane_set_narrow        (MatchumPostingPane *self,
                                                          gboolean            narrow);
gboolean          matchum_posting_pane_get_only_open     (MatchumPostingPane *self);
void              matchum_posting_pane_set_only_open     (MatchumPostingPane *self,
                                                          gboolean            only_open);
/* Brings the row of a requirement into view and moves the keyboard focus to it, without selecting it. */
void              matchum_posting_pane_focus_requirement (MatchumPostingPane *self,
                                                          guint               requirement);

G_END_DECLS
