/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Until when one may apply. */
#pragma once

#include "posting/matchum-posting-fact.h"
#include "text/matchum-date-range.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_DEADLINE_DAY,          /* a day of the calendar */
  MATCHUM_DEADLINE_UNTIL_FILLED, /* 채용 시 마감 */
  MATCHUM_DEADLINE_ALWAYS,       /* 상시채용 */
  MATCHUM_DEADLINE_UNCLEAR,      /* a day that cannot be told: 04/12/2026 */
} MatchumDeadlineKind;

typedef struct {
  MatchumPostingFact  fact;
  MatchumDeadlineKind kind;
  MatchumDay          day;             /* of DAY; else zero */
  gint                hour;            /* 0 to 24, -1 where no time is given */
  gint                minute;
  gboolean            is_year_implied; /* the year is not written */
  gboolean            is_relative;     /* counted from the day of reading: D-7 */
  gboolean            may_close_early; /* 조기 마감 */
} MatchumPostingDeadline;

void matchum_posting_deadline_free (MatchumPostingDeadline *self);
/* "2026-11-30", NULL where it is no day. */
char *matchum_posting_deadline_dup_date (const MatchumPostingDeadline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPostingDeadline, matchum_posting_deadline_free)

G_END_DECLS
