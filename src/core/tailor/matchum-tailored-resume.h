/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The resume of an application: its baseline with the application's own words, title line and order, read from a text of its
 * own. Blocks keep the ids that they have in the baseline; indexes, lines and bytes are others. What the application hides is
 * there: matchum_application_get_visibility() tells it. */
#pragma once

#include "resume/matchum-resume.h"
#include "tailor/matchum-application.h"

G_BEGIN_DECLS

/* The id of the title line where the baseline has no headline: of a block that the baseline has not. */
#define MATCHUM_TAILORED_RESUME_TITLE_LINE_ID "title-line"

/* What of an application could not be had without making something else of other blocks: all of that is as in the baseline. */
typedef struct {
  GPtrArray *refused;               /* of char *: ids of blocks whose own words are not in them */
  GPtrArray *stayed;                /* of char *: ids of blocks that stand where they do in the baseline */
  gboolean   is_title_line_refused;
} MatchumTailoredResumeReport;

MatchumResume               *matchum_tailored_resume_new             (MatchumResume                *baseline,
                                                                      MatchumApplication           *application);
MatchumResume               *matchum_tailored_resume_new_with_report (MatchumResume                *baseline,
                                                                      MatchumApplication           *application,
                                                                      MatchumTailoredResumeReport **report);
/* The line under the name that says what the person is, as the baseline has it: plain text, or NULL. Free with g_free. */
char                        *matchum_tailored_resume_dup_headline    (MatchumResume                *baseline);

void                         matchum_tailored_resume_report_free     (MatchumTailoredResumeReport  *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumTailoredResumeReport, matchum_tailored_resume_report_free)

G_END_DECLS
