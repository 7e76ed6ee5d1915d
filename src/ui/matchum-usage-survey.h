/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the items of the open baseline are used: the table of it, and what its columns are. Follows the library; what was sent
 * is read bit by bit on another thread, so that the rest is there at once. */
#pragma once

#include "tailor/matchum-usage-table.h"
#include "ui/matchum-workspace.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_USAGE_SURVEY (matchum_usage_survey_get_type ())

/* Signal "changed" (): ask for everything again. */
G_DECLARE_FINAL_TYPE (MatchumUsageSurvey, matchum_usage_survey, MATCHUM, USAGE_SURVEY, GObject)

typedef struct {
  char     *sent_on; /* "2026-11-25" */
  gboolean  is_read; /* not while it is still to be read; TRUE also where nobody can */
} MatchumUsageCopy;

/* A posting with choices over the baseline, or for which something was sent. */
typedef struct {
  char      *posting;         /* its id, or that of what was sent where nobody knows for what */
  MatchumWorkspacePosting *of; /* NULL: only what was sent is left of it */
  char      *company;         /* then, as it was; see matchum_usage_posting_get_company() */
  char      *title;
  gboolean   is_archived;
  gboolean   has_application;
  GPtrArray *copies;          /* of MatchumUsageCopy, the latest first, as the table counts them */
} MatchumUsagePosting;

/* Either may be NULL. Asked for only where they are seen: the text of a posting may have to be read for its names. */
const char                *matchum_usage_posting_get_company (const MatchumUsagePosting *self);
const char                *matchum_usage_posting_get_title  (const MatchumUsagePosting *self);

MatchumUsageSurvey        *matchum_usage_survey_new         (MatchumWorkspace   *workspace);
MatchumWorkspace          *matchum_usage_survey_get_workspace (MatchumUsageSurvey *self);
/* The baseline that it is of; NULL, and no table, where none is open that can be read. */
MatchumWorkspaceBaseline  *matchum_usage_survey_get_baseline (MatchumUsageSurvey *self);
MatchumUsageTable         *matchum_usage_survey_get_table   (MatchumUsageSurvey *self);
guint                      matchum_usage_survey_get_n_postings (MatchumUsageSurvey *self);
/* column: of the table. In the order of the sidebar, those that are gone last. */
const MatchumUsagePosting *matchum_usage_survey_get_posting (MatchumUsageSurvey *self,
                                                             guint               column);
/* Whether something that was sent is still to be read, or is not in the table yet. */
gboolean                   matchum_usage_survey_is_reading  (MatchumUsageSurvey *self);

G_END_DECLS
