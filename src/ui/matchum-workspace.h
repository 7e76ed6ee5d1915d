/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open in one window: a resume, any number of postings, one of which is current, and what is selected. It is
 * the one way from the widgets to the values: widgets call its setters and listen to its signals. */
#pragma once

#include <gio/gio.h>

#include "ui/matchum-workspace-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORKSPACE (matchum_workspace_get_type ())

/**
 * MatchumWorkspace:
 *
 * Properties:
 * - "current" (MatchumWorkspacePosting): the posting worked on; NULL means the baseline resume itself, in which every
 *   block is visible and nothing can be hidden;
 * - "selected-requirement" (int): index in the match of the requirement selected, -1 for none;
 * - "selected-block" (guint): index in the resume of the block selected, MATCHUM_BLOCK_NONE for none. Selecting one of
 *   the two clears the other;
 * - "pages-used" (double): how many pages the visible blocks fill, as a decimal; negative while not known.
 *
 * Signals:
 * - "opened" (): the resume or the current posting is another one; selections are cleared, ask for everything again;
 * - "changed" (): the visible blocks and the verdicts of the same resume and posting were made anew;
 * - "edited" (guint block, MatchumCoverage *before): emitted by set_hidden and set_pinned after "changed", with the
 *   verdicts as they were before the edit; not by undo and redo.
 */
G_DECLARE_FINAL_TYPE (MatchumWorkspace, matchum_workspace, MATCHUM, WORKSPACE, GObject)

/* as_of: the day to which jobs that go on are counted. */
MatchumWorkspace        *matchum_workspace_new             (MatchumLexicon          *lexicon,
                                                            MatchumDay               as_of);
MatchumDay               matchum_workspace_get_as_of       (MatchumWorkspace        *self);

/* Opens resume in place of the one that is open, or closes it (NULL). The postings and the choices made for them stay:
 * choices name blocks by id. */
void                     matchum_workspace_set_resume      (MatchumWorkspace        *self,
                                                            MatchumResume           *resume);
/* Adds posting at the end and makes it the current one. The item belongs to the workspace. */
MatchumWorkspacePosting *matchum_workspace_add_posting     (MatchumWorkspace        *self,
                                                            MatchumPosting          *posting);
/* Takes in one that was removed, with its choices, and makes it current. */
void                     matchum_workspace_insert_posting  (MatchumWorkspace        *self,
                                                            MatchumWorkspacePosting *posting,
                                                            guint                    position);
/* The next posting becomes current where the current one goes. */
void                     matchum_workspace_remove_posting  (MatchumWorkspace        *self,
                                                            MatchumWorkspacePosting *posting);
/* A list of MatchumWorkspacePosting, in the order they were added. */
GListModel              *matchum_workspace_get_postings    (MatchumWorkspace        *self);
MatchumWorkspacePosting *matchum_workspace_get_current     (MatchumWorkspace        *self);
void                     matchum_workspace_set_current     (MatchumWorkspace        *self,
                                                            MatchumWorkspacePosting *posting);

/* What is open, borrowed; each is NULL where there is none. Without a current posting, everything of the resume is
 * visible and there is no match, coverage, history or application. */
MatchumResume           *matchum_workspace_get_resume      (MatchumWorkspace        *self);
MatchumPosting          *matchum_workspace_get_posting     (MatchumWorkspace        *self);
MatchumMatch            *matchum_workspace_get_match       (MatchumWorkspace        *self);
MatchumVisibility       *matchum_workspace_get_visibility  (MatchumWorkspace        *self);
MatchumCoverage         *matchum_workspace_get_coverage    (MatchumWorkspace        *self);
MatchumHistory          *matchum_workspace_get_history     (MatchumWorkspace        *self);
MatchumApplication      *matchum_workspace_get_application (MatchumWorkspace        *self);

/* Edits of the current application; they do nothing where there is none, for the title block, and where nothing would
 * change. Showing a block that is hidden only because something above it is hidden shows that as well; showing a section
 * or an entry that is gone because all that stood under it is hidden shows all of that. */
void                     matchum_workspace_set_hidden      (MatchumWorkspace        *self,
                                                            guint                    block,
                                                            gboolean                 is_hidden);
void                     matchum_workspace_set_pinned      (MatchumWorkspace        *self,
                                                            guint                    block,
                                                            gboolean                 is_pinned);
gboolean                 matchum_workspace_undo            (MatchumWorkspace        *self);
gboolean                 matchum_workspace_redo            (MatchumWorkspace        *self);
/* Whether the block itself was hidden or pinned; what is visible in the end is said by the visibility. */
gboolean                 matchum_workspace_is_hidden       (MatchumWorkspace        *self,
                                                            guint                    block);
gboolean                 matchum_workspace_is_pinned       (MatchumWorkspace        *self,
                                                            guint                    block);

int                      matchum_workspace_get_selected_requirement (MatchumWorkspace *self);
void                     matchum_workspace_set_selected_requirement (MatchumWorkspace *self,
                                                                     int               requirement);
guint                    matchum_workspace_get_selected_block (MatchumWorkspace     *self);
void                     matchum_workspace_set_selected_block (MatchumWorkspace     *self,
                                                               guint                 block);

/* The short name that joins the panes: "1", "2", … for required lines, "a", "b", …, "z", "aa", … for preferred ones. */
char                    *matchum_workspace_dup_requirement_key (MatchumWorkspace    *self,
                                                                guint                requirement);

double                   matchum_workspace_get_pages_used  (MatchumWorkspace        *self);
void                     matchum_workspace_set_pages_used  (MatchumWorkspace        *self,
                                                            double                   used);

G_END_DECLS
