/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One date at one place of a folded text: a year, a month, a day, a season. For this room only. */
#pragma once

#include "text/matchum-date-range.h"

G_BEGIN_DECLS

/* Folded text; every offset is a byte of it. */
typedef struct {
  const char *text;
  gsize       length;
  gboolean    is_spaced; /* a date with spaces between its numbers stands before: the next one has them, too */
} MatchumDateText;

typedef struct {
  MatchumMonth first;
  MatchumMonth last;        /* the same month, or the end of the year or season */
  gboolean     is_year;     /* nothing but a year was given */
  gboolean     has_day;
  gboolean     is_spaced;   /* with spaces between its numbers: 2021. 3 */
  gboolean     needs_range; /* a date only as one side of a range: 19.07, 202103 */
  gsize        end;
} MatchumDatePoint;

/* Whether a date may start at at: not inside a number, a word, a telephone number or an amount. */
gboolean matchum_date_point_may_start      (const MatchumDateText *text,
                                            gsize                  at);
gboolean matchum_date_point_parse          (const MatchumDateText *text,
                                            gsize                  at,
                                            MatchumDatePoint      *point);
/* A month's English name without a year: Jan in "Jan - Mar 2021". Returns where it ends, 0 where there is none. */
gsize    matchum_date_point_parse_month    (const MatchumDateText *text,
                                            gsize                  at,
                                            guint                 *month);
/* A year with a month that there is not: 2021.13, 2021-00, "2021년 13월". Returns where it ends, 0 where none stands at at. */
gsize    matchum_date_point_skip_impossible (const MatchumDateText *text,
                                             gsize                  at);
/* The short second half of a range that starts with first: "12" behind "2023.09 ~", "12.31" behind "2023.09.01 -". */
gboolean matchum_date_point_parse_short    (const MatchumDateText *text,
                                            gsize                  at,
                                            const MatchumDatePoint *first,
                                            MatchumDatePoint      *point);

/* The small readers. Each returns where the thing ends, or 0 where it does not stand at at. */
gsize    matchum_date_text_skip_space      (const MatchumDateText *text,
                                            gsize                  at);
gsize    matchum_date_text_skip_word       (const MatchumDateText *text,
                                            gsize                  at,
                                            const char            *word);

G_END_DECLS
