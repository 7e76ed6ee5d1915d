/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts as postings ask for them and resumes tell them: "월 사용자 100만 명 이상", "3 TB a day", "$1M+ budget". Pure:
 * knows no lexicon. All text is folded text. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_UNIT_NONE,
  MATCHUM_UNIT_USERS,        /* people who use something */
  MATCHUM_UNIT_TEAM,         /* people who work together or are led */
  MATCHUM_UNIT_EMPLOYEES,    /* people whom an organisation employs */
  MATCHUM_UNIT_PEOPLE,       /* people of whom no more is said */
  MATCHUM_UNIT_EVENTS,       /* what happens or comes in: requests, messages, orders, rows */
  MATCHUM_UNIT_BYTES,
  MATCHUM_UNIT_MONEY,        /* in the currency's own unit */
  MATCHUM_UNIT_AVAILABILITY, /* in millionths of a percent */
  MATCHUM_UNIT_THINGS,       /* of what the words beside it name */
  MATCHUM_N_UNITS,
} MatchumUnit;

/* For how long an amount is counted. */
typedef enum {
  MATCHUM_PERIOD_NONE, /* not said */
  MATCHUM_PERIOD_SECOND,
  MATCHUM_PERIOD_MINUTE,
  MATCHUM_PERIOD_HOUR,
  MATCHUM_PERIOD_DAY,
  MATCHUM_PERIOD_WEEK,
  MATCHUM_PERIOD_MONTH,
  MATCHUM_PERIOD_QUARTER,
  MATCHUM_PERIOD_YEAR,
  MATCHUM_PERIOD_EVER, /* 누적, cumulative */
  MATCHUM_N_PERIODS,
} MatchumPeriod;

typedef enum {
  MATCHUM_CURRENCY_KRW,
  MATCHUM_CURRENCY_USD,
  MATCHUM_CURRENCY_EUR,
  MATCHUM_CURRENCY_GBP,
  MATCHUM_CURRENCY_JPY,
  MATCHUM_N_CURRENCIES,
} MatchumCurrency;

/* What money is for. */
typedef enum {
  MATCHUM_MATTER_NONE,   /* not said */
  MATCHUM_MATTER_SPENT,  /* budgets */
  MATCHUM_MATTER_EARNED, /* sales, revenue, what is traded */
  MATCHUM_MATTER_RAISED, /* investment, assets */
} MatchumMatter;

typedef enum {
  MATCHUM_BOUND_NONE, /* so many */
  MATCHUM_BOUND_SIZE, /* 규모, 급, "a team of": about so many */
  MATCHUM_BOUND_LEAST,
  MATCHUM_BOUND_MOST,
} MatchumBound;

typedef struct {
  gint64          value; /* in base units; what is more than fits is G_MAXINT64 */
  MatchumUnit     unit;
  MatchumPeriod   period;
  MatchumCurrency currency; /* of MONEY */
  MatchumMatter   matter;   /* of MONEY */
  MatchumBound    bound;
  gboolean        is_vague; /* "수백만", "millions": so many at the least */
  MatchumSpan     span;     /* the words for it */
  MatchumSpan     around;   /* the clause that it stands in */
  MatchumSpan     thing;    /* of THINGS: the word for what is counted; empty where the counter alone says it */
} MatchumAmount;

/* Of these every text without a digit that tells an amount holds one at the start of a word. */
#define MATCHUM_AMOUNT_SIGNS \
  "수십|수백|수천|수만|수억|십만|백만|천만|million|billion|thousand|hundred|" \
  "dozen|two |three |four |five |six |seven |eight |nine |ten |twelve |" \
  "fifteen |twenty |thirty |forty |fifty |sixty |eighty |eleven "

/* All amounts in text, in order: GArray of MatchumAmount. Dates, lengths of time, ages, versions and numbers of which
 * nothing is said are none. */
GArray  *matchum_amount_find_all   (const char          *text,
                                    gsize                length);
/* Whether both count the same kind of thing. Things that are counted are the same by their words, which is for the
 * caller to see. */
gboolean matchum_amount_is_of_kind (const MatchumAmount *self,
                                    const MatchumAmount *asked);
/* Whether an amount of the kind is at least as large as asked, over whatever time both are counted. */
gboolean matchum_amount_reaches    (const MatchumAmount *self,
                                    const MatchumAmount *asked);
/* Whether it is enough to be a beginning: not a price beside a budget. */
gboolean matchum_amount_begins     (const MatchumAmount *self,
                                    const MatchumAmount *asked);
/* Whether words between start and end of text name thing, a word for what is counted, or mean the same. */
gboolean matchum_amount_names      (const char          *text,
                                    MatchumSpan          span,
                                    const char          *thing);

G_END_DECLS
