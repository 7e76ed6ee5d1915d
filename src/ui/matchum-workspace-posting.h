/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One posting of the library with the choices made for it over one baseline, and what follows from them: the match, what
 * is visible, the verdicts. All of that is made when first asked for, and again after each edit; a posting that is not
 * open keeps only the figure. */
#pragma once

#include "match/matchum-coverage.h"
#include "posting/matchum-placed-corrections.h"
#include "posting/matchum-posting-details.h"
#include "posting/matchum-team-posting.h"
#include "store/matchum-application-table.h"
#include "store/matchum-posting-table.h"
#include "tailor/matchum-application.h"
#include "tailor/matchum-tailored-resume.h"
#include "ui/matchum-workspace-baseline.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_WORKSPACE_POSTING (matchum_workspace_posting_get_type ())

/* What the list of postings says of how much of one is met: of what it requires, or of what it prefers where it
 * requires nothing that can be shown. */
typedef struct {
  guint n_met;
  guint n_partial;
  guint n_hard; /* 0: it asks for nothing that can be shown */
} MatchumPostingFigure;

/* Properties "company", "title": as shown, read from the posting or put right by the user; "is-archived"; "sent-on"; "n-old-wordings". Signal "changed":
 * what is visible, and with it the verdicts and the figure, may have changed; ask again. */
G_DECLARE_FINAL_TYPE (MatchumWorkspacePosting, matchum_workspace_posting, MATCHUM, WORKSPACE_POSTING, GObject)

/* Takes record, which is as the library has it. as_of: the day to which jobs that go on are counted. */
MatchumWorkspacePosting        *matchum_workspace_posting_new             (MatchumLibrary           *library,
                                                                           MatchumLexicon           *lexicon,
                                                                           MatchumDay                as_of,
                                                                           MatchumPostingRecord     *record);

const MatchumPostingRecord     *matchum_workspace_posting_get_record      (MatchumWorkspacePosting  *self);
const char                     *matchum_workspace_posting_get_id          (MatchumWorkspacePosting  *self);
gboolean                        matchum_workspace_posting_is_archived     (MatchumWorkspacePosting  *self);
/* "2026-11-25": when the last copy of it was sent; NULL where none was. */
const char                     *matchum_workspace_posting_get_sent_on     (MatchumWorkspacePosting  *self);
/* How many of its own words are for items that the resume which it is held against words differently by now, or has no more. */
guint                           matchum_workspace_posting_get_n_old_wordings (MatchumWorkspacePosting *self);
/* With what the user put right, and where one was picked without what concerns other teams only. */
MatchumPosting                 *matchum_workspace_posting_get_posting     (MatchumWorkspacePosting  *self);
/* What it says besides what it asks, read as of the day on which it was added. */
MatchumPostingDetails          *matchum_workspace_posting_get_details     (MatchumWorkspacePosting  *self);
/* The team that was picked, as an index in the details; MATCHUM_NO_TEAM where none was, or the posting does not name it. */
guint                           matchum_workspace_posting_get_team        (MatchumWorkspacePosting  *self);
/* The last day to apply. FALSE where the posting names none, or nobody asked for its details yet. */
gboolean                        matchum_workspace_posting_get_last_day    (MatchumWorkspacePosting  *self,
                                                                           MatchumDay               *day);
/* The day up to which it is judged. */
MatchumDay                      matchum_workspace_posting_get_as_of       (MatchumWorkspacePosting  *self);
/* Whether asking for the details costs a reading. */
gboolean                        matchum_workspace_posting_needs_details   (MatchumWorkspacePosting  *self);
/* As it was read, and what was put right of it. */
MatchumPosting                 *matchum_workspace_posting_get_read        (MatchumWorkspacePosting  *self);
MatchumPlacedCorrections       *matchum_workspace_posting_get_corrections (MatchumWorkspacePosting  *self);
/* Never NULL: the company as shown, or what stands for it where the posting names none. */
const char                     *matchum_workspace_posting_get_company     (MatchumWorkspacePosting  *self);
/* NULL where the posting names none. */
const char                     *matchum_workspace_posting_get_title       (MatchumWorkspacePosting  *self);

/* The choices; where none were made yet, nothing is hidden and there is no record. */
MatchumApplication             *matchum_workspace_posting_get_application (MatchumWorkspacePosting  *self);
const MatchumApplicationRecord *matchum_workspace_posting_get_choices     (MatchumWorkspacePosting  *self);

/* The baseline that it is held against, or NULL. */
MatchumWorkspaceBaseline       *matchum_workspace_posting_get_baseline    (MatchumWorkspacePosting  *self);
/* That, in the words and the order that the choices have of their own: ids are the same, indexes and lines are not. NULL
 * where there is no baseline, or it cannot be read. */
MatchumResume                  *matchum_workspace_posting_get_resume      (MatchumWorkspacePosting  *self);
/* What of the choices that resume has not; NULL where there is none. */
const MatchumTailoredResumeReport *matchum_workspace_posting_get_report   (MatchumWorkspacePosting  *self);
/* Whether asking for the verdicts costs a whole match. */
gboolean                        matchum_workspace_posting_needs_match     (MatchumWorkspacePosting  *self);
/* These three are NULL while there is no resume. */
MatchumMatch                   *matchum_workspace_posting_get_match       (MatchumWorkspacePosting  *self);
MatchumVisibility              *matchum_workspace_posting_get_visibility  (MatchumWorkspacePosting  *self);
MatchumCoverage                *matchum_workspace_posting_get_coverage    (MatchumWorkspacePosting  *self);
/* FALSE where it is not known yet, or there is no resume. Never makes a match. */
gboolean                        matchum_workspace_posting_get_figure      (MatchumWorkspacePosting  *self,
                                                                           MatchumPostingFigure     *figure);

/* For the workspace. */
typedef enum {
  MATCHUM_POSTING_NEWS_NONE,
  MATCHUM_POSTING_NEWS_LINES, /* others were put right */
  MATCHUM_POSTING_NEWS_TEXT,  /* another one, so that nothing read from it counts */
} MatchumPostingNews;

/* Takes record, and reads again what was put right. */
MatchumPostingNews              matchum_workspace_posting_update          (MatchumWorkspacePosting  *self,
                                                                           MatchumPostingRecord     *record);
void                            matchum_workspace_posting_set_n_old_wordings (MatchumWorkspacePosting *self,
                                                                           guint                     n_old);
void                            matchum_workspace_posting_set_sent_on     (MatchumWorkspacePosting  *self,
                                                                           const char               *sent_on);
/* Reads the choices again, and tells where they are others: also by its return. */
gboolean                        matchum_workspace_posting_reread          (MatchumWorkspacePosting  *self);
/* Ids of the baselines for which choices were made, in the order of the applications; NULL-terminated. */
char                          **matchum_workspace_posting_dup_baselines   (MatchumWorkspacePosting  *self);
void                            matchum_workspace_posting_set_baseline    (MatchumWorkspacePosting  *self,
                                                                           MatchumWorkspaceBaseline *baseline);
/* The resume of its baseline is another; what followed from it is made anew when asked for. */
void                            matchum_workspace_posting_forget_match    (MatchumWorkspacePosting  *self);
/* What is matched with is another lexicon, likewise. */
void                            matchum_workspace_posting_set_lexicon     (MatchumWorkspacePosting  *self,
                                                                           MatchumLexicon           *lexicon);
/* Shows other choices before the library has them. created_on is for the first ones. Returns the record that the library
 * is to have. */
const MatchumApplicationRecord *matchum_workspace_posting_choose          (MatchumWorkspacePosting  *self,
                                                                           MatchumApplication       *application,
                                                                           const char               *created_on);
/* The id of the baseline that an application of this posting is over, which need not be there any more; NULL where it is
 * none that was ever read. */
const char                     *matchum_workspace_posting_find_baseline_of (MatchumWorkspacePosting *self,
                                                                           const char               *application);
/* Lets go what can be made again, but the figure. */
void                            matchum_workspace_posting_trim            (MatchumWorkspacePosting  *self);

G_END_DECLS
