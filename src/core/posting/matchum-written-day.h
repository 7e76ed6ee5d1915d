/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the calendar as postings write them, with the weekday and the time beside them. Private to this room. */
#pragma once

#include "text/matchum-date-range.h"

G_BEGIN_DECLS

typedef struct {
  gint        year;         /* 0 where it is not written */
  gint        month;
  gint        day;
  gint        weekday;      /* 1 Monday to 7 Sunday, 0 where it is not written */
  gint        hour;         /* 0 to 24, -1 where it is not written */
  gint        minute;
  gboolean    is_loose;     /* two bare numbers, which may be anything: 3.5 */
  gboolean    is_undecided; /* 04/12/2026: the day or the month may come first */
  MatchumSpan span;         /* bytes of the text, weekday and time included */
} MatchumWrittenDay;

/* All days in folded text, in order: GArray of MatchumWrittenDay. The second of a pair ("11.20 ~ 30") takes month and
 * year of the first. */
GArray  *matchum_written_day_find_all (const char              *text,
                                       gsize                    length);
/* The day that is meant. Where the year is not written: the year in which the weekday is right, else the first such day that
 * is not long before reference. FALSE where there is no such day or it cannot be told. */
gboolean matchum_written_day_resolve  (const MatchumWrittenDay *self,
                                       MatchumDay               reference,
                                       MatchumDay              *day);

/* Days of the calendar from year 1 on, for reckoning. */
gint64     matchum_day_to_number   (MatchumDay day);
MatchumDay matchum_day_from_number (gint64     number);

G_END_DECLS
