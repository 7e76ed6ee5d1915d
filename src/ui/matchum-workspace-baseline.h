/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One baseline resume of the library, as the window shows it. */
#pragma once

#include "resume/matchum-resume-notes.h"
#include "resume/matchum-resume.h"
#include "store/matchum-baseline-table.h"
#include "store/matchum-library.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORKSPACE_BASELINE (matchum_workspace_baseline_get_type ())

/* Properties "name", "is-archived", "is-current" (whether it is the one that is open). */
G_DECLARE_FINAL_TYPE (MatchumWorkspaceBaseline, matchum_workspace_baseline, MATCHUM, WORKSPACE_BASELINE, GObject)

/* Takes record, which is as the library has it. */
MatchumWorkspaceBaseline    *matchum_workspace_baseline_new         (MatchumLibrary           *library,
                                                                     MatchumBaselineRecord    *record);

const MatchumBaselineRecord *matchum_workspace_baseline_get_record  (MatchumWorkspaceBaseline *self);
const char                  *matchum_workspace_baseline_get_id      (MatchumWorkspaceBaseline *self);
const char                  *matchum_workspace_baseline_get_name    (MatchumWorkspaceBaseline *self);
gboolean                     matchum_workspace_baseline_is_archived (MatchumWorkspaceBaseline *self);
/* Read when first asked for; NULL where the text cannot be read as a resume, see _get_problem(). */
MatchumResume               *matchum_workspace_baseline_get_resume  (MatchumWorkspaceBaseline *self);
/* Why there is no resume, for the user to read, or NULL. */
const char                  *matchum_workspace_baseline_get_problem (MatchumWorkspaceBaseline *self);
/* What of the text could not be read as it stands, as of a day: array of MatchumResumeNote, borrowed, perhaps empty. */
GPtrArray                   *matchum_workspace_baseline_get_notes   (MatchumWorkspaceBaseline *self,
                                                                     MatchumDay                as_of);

/* For the workspace. Takes record; TRUE where the text is another, so that the resume is. is_strange: whatever it says, the
 * resume is read anew. */
gboolean                     matchum_workspace_baseline_update      (MatchumWorkspaceBaseline *self,
                                                                     MatchumBaselineRecord    *record,
                                                                     gboolean                  is_strange);
void                         matchum_workspace_baseline_set_current (MatchumWorkspaceBaseline *self,
                                                                     gboolean                  is_current);

G_END_DECLS
