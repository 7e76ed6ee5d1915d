/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a posting says besides what it asks: the kind of employment, the experience, the place, the last day to apply, links,
 * tools, how people are selected, notes, and its teams where it names them. Each with the words and the place where it says
 * so. Immutable and reference counted. */
#pragma once

#include "posting/matchum-posting-deadline.h"
#include "posting/matchum-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_POSTING_DETAILS (matchum_posting_details_get_type ())

typedef enum {
  MATCHUM_EMPLOYMENT_PERMANENT  = 1 << 0, /* 정규직, 무기계약직 */
  MATCHUM_EMPLOYMENT_FIXED_TERM = 1 << 1, /* 계약직, 기간제, contract, temporary */
  MATCHUM_EMPLOYMENT_INTERN     = 1 << 2,
  MATCHUM_EMPLOYMENT_FREELANCE  = 1 << 3,
  MATCHUM_EMPLOYMENT_AGENCY     = 1 << 4, /* 파견, 도급 */
  MATCHUM_EMPLOYMENT_FULL_TIME  = 1 << 5,
  MATCHUM_EMPLOYMENT_PART_TIME  = 1 << 6, /* 시간제, 아르바이트 */
  MATCHUM_EMPLOYMENT_SERVICE    = 1 << 7, /* instead of military service: 전문연구요원, 산업기능요원 */
} MatchumEmploymentKinds;

typedef struct {
  MatchumPostingFact     fact;
  MatchumEmploymentKinds kinds;
} MatchumPostingEmployment;

typedef enum {
  MATCHUM_SENIORITY_NEW,         /* 신입, entry level: no experience */
  MATCHUM_SENIORITY_EXPERIENCED, /* 경력, with years or without */
  MATCHUM_SENIORITY_ANY,         /* 신입/경력, 경력 무관 */
} MatchumSeniority;

typedef struct {
  MatchumPostingFact fact;
  MatchumSeniority   seniority;
  guint              least; /* years; 0 where none are given */
  guint              most;  /* years; 0 where there is no limit */
} MatchumPostingExperience;

typedef struct {
  MatchumPostingFact fact; /* the words of the link, or the address where it stands by itself */
  char              *url;  /* with its scheme: https where none is written */
} MatchumPostingLink;

typedef struct {
  guint first;
  guint last;
} MatchumLineRange;

typedef struct {
  MatchumPostingFact fact;   /* its name */
  GArray            *ranges; /* of MatchumLineRange: its own physical lines, in order; empty where it has none */
} MatchumPostingTeam;

typedef struct _MatchumPostingDetails MatchumPostingDetails;

GType                           matchum_posting_details_get_type       (void);

/* Reads on from a posting. today tells the years that are not written, and what D-7 is. */
MatchumPostingDetails          *matchum_posting_details_read           (MatchumPosting        *posting,
                                                                        MatchumDay             today);
MatchumPostingDetails          *matchum_posting_details_ref            (MatchumPostingDetails *self);
void                            matchum_posting_details_unref          (MatchumPostingDetails *self);

/* NULL where the posting does not say. */
const MatchumPostingEmployment *matchum_posting_details_get_employment (MatchumPostingDetails *self);
const MatchumPostingExperience *matchum_posting_details_get_experience (MatchumPostingDetails *self);
const MatchumPostingFact       *matchum_posting_details_get_place      (MatchumPostingDetails *self);
const MatchumPostingDeadline   *matchum_posting_details_get_deadline   (MatchumPostingDetails *self);
/* The one of the posting or for applying first. */
guint                           matchum_posting_details_get_n_links    (MatchumPostingDetails *self);
const MatchumPostingLink       *matchum_posting_details_get_link       (MatchumPostingDetails *self,
                                                                        guint                  index);
/* Tools, as the posting names and orders them. */
guint                           matchum_posting_details_get_n_tools    (MatchumPostingDetails *self);
const MatchumPostingFact       *matchum_posting_details_get_tool       (MatchumPostingDetails *self,
                                                                        guint                  index);
/* Stages of the selection, first to last. */
guint                           matchum_posting_details_get_n_stages   (MatchumPostingDetails *self);
const MatchumPostingFact       *matchum_posting_details_get_stage      (MatchumPostingDetails *self,
                                                                        guint                  index);
guint                           matchum_posting_details_get_n_notes    (MatchumPostingDetails *self);
const MatchumPostingFact       *matchum_posting_details_get_note       (MatchumPostingDetails *self,
                                                                        guint                  index);
guint                           matchum_posting_details_get_n_teams    (MatchumPostingDetails *self);
const MatchumPostingTeam       *matchum_posting_details_get_team       (MatchumPostingDetails *self,
                                                                        guint                  index);
/* How many teams have lines of their own: from two on there is one to pick. */
guint                           matchum_posting_details_count_own      (MatchumPostingDetails *self);
/* Whether a physical line concerns who applies to a team: it is the team's own, or no other's. */
gboolean                        matchum_posting_details_line_concerns  (MatchumPostingDetails *self,
                                                                        guint                  team,
                                                                        guint                  line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPostingDetails, matchum_posting_details_unref)

G_END_DECLS
