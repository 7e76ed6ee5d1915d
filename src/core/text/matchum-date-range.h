/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months and ranges of months as resumes write them. A month is counted from year 0: year * 12 + month - 1. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef gint MatchumMonth;

#define MATCHUM_MONTH(year, month) ((MatchumMonth) ((year) * 12 + (month) - 1))
#define MATCHUM_MONTH_GET_YEAR(value) ((value) / 12)
#define MATCHUM_MONTH_GET_MONTH(value) ((value) % 12 + 1)

/* What a date says that cannot be. */
typedef enum {
  MATCHUM_DATE_FAULT_NONE,
  MATCHUM_DATE_FAULT_MONTH, /* a month that no year has: 2021.13; first and last say nothing */
  MATCHUM_DATE_FAULT_ORDER, /* the end comes before the start: 2021.05 - 2020.03 */
} MatchumDateFault;

typedef struct {
  MatchumMonth first;   /* first month worked */
  MatchumMonth last;    /* last month worked, inclusive; unset when is_open */
  gboolean     is_open; /* 현재, 재직 중, present: runs to the as-of date */
  gboolean     by_year; /* only years were given */
  MatchumSpan  span;    /* the bytes of the text that say it, brackets around it not included */
  MatchumDateFault fault; /* where there is one, no month counts, and is_open and by_year are unset */
} MatchumDateRange;

/* A calendar day as an argument: nothing in core asks the clock. */
typedef struct {
  gint year;
  gint month; /* 1 to 12 */
  gint day;   /* 1 to 31 */
} MatchumDay;

#define MATCHUM_DAY_GET_MONTH(day) MATCHUM_MONTH ((day).year, (day).month)

/* All date ranges and single dates of text, in order: GArray of MatchumDateRange. A single date is a range
 * of that one month, season or year. Bare years give January of the first to December of the last, and by_year. */
GArray  *matchum_date_range_find_all     (const char             *text,
                                          gssize                  length);
/* Months in the union of ranges, the open ones running to as_of; nothing after as_of counts. Overlaps count once.
 * Bare years count from the middle of the first to the middle of the last: 2018-2020 is two years. */
guint    matchum_date_range_count_months (const MatchumDateRange *ranges,
                                          gsize                   n_ranges,
                                          MatchumDay              as_of);
/* The months that a range is credited with by that counting; none where last comes before first. */
MatchumDateRange matchum_date_range_credit (const MatchumDateRange *range,
                                            MatchumDay              as_of);
/* Parses YYYY-MM-DD, and nothing else. */
gboolean matchum_day_parse               (const char             *text,
                                          MatchumDay             *day);

G_END_DECLS
