/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One posting of the workspace with the choices made for it, and what follows from them: the match against the open
 * resume, what is visible, and the verdicts. All of that is made when first asked for, and again after each edit. */
#pragma once

#include "match/matchum-coverage.h"
#include "posting/matchum-posting.h"
#include "tailor/matchum-history.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORKSPACE_POSTING (matchum_workspace_posting_get_type ())

/* Properties "company", "title": as shown, read from the posting or put right by the user. Signal "changed": what is
 * visible, and with it the verdicts, may have changed; ask again. */
G_DECLARE_FINAL_TYPE (MatchumWorkspacePosting, matchum_workspace_posting, MATCHUM, WORKSPACE_POSTING, GObject)

MatchumWorkspacePosting *matchum_workspace_posting_new            (MatchumPosting          *posting);

MatchumPosting          *matchum_workspace_posting_get_posting    (MatchumWorkspacePosting *self);
/* Never NULL: the company as shown, or what stands for it where the posting names none. */
const char              *matchum_workspace_posting_get_company    (MatchumWorkspacePosting *self);
/* NULL where the posting names none. */
const char              *matchum_workspace_posting_get_title      (MatchumWorkspacePosting *self);
/* The user's own words for both; NULL or empty goes back to what was read. */
void                     matchum_workspace_posting_set_names      (MatchumWorkspacePosting *self,
                                                                   const char              *company,
                                                                   const char              *title);
MatchumHistory          *matchum_workspace_posting_get_history    (MatchumWorkspacePosting *self);
MatchumApplication      *matchum_workspace_posting_get_application (MatchumWorkspacePosting *self);

/* The resume that it is held against, or NULL for none; the match is made anew when next asked for. */
void                     matchum_workspace_posting_set_resume     (MatchumWorkspacePosting *self,
                                                                   MatchumResume           *resume,
                                                                   MatchumLexicon          *lexicon,
                                                                   MatchumDay               as_of);
/* Whether asking for the verdicts costs a whole match. */
gboolean                 matchum_workspace_posting_needs_match    (MatchumWorkspacePosting *self);
/* These three are NULL while there is no resume. */
MatchumMatch            *matchum_workspace_posting_get_match      (MatchumWorkspacePosting *self);
MatchumVisibility       *matchum_workspace_posting_get_visibility (MatchumWorkspacePosting *self);
MatchumCoverage         *matchum_workspace_posting_get_coverage   (MatchumWorkspacePosting *self);

G_END_DECLS
