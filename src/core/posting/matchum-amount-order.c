/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds amounts against each other, and what is counted in them. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-amount.h"

#include <string.h>

#include "posting/matchum-amount-words.h"

gboolean
matchum_amount_is_of_kind (const MatchumAmount *self, const MatchumAmount *asked)
{
  if (asked->unit == MATCHUM_UNIT_PEOPLE && matchum_amount_words_is_people (self->unit))
    return TRUE;
  if (asked->unit == MATCHUM_UNIT_THINGS && self->unit == MATCHUM_UNIT_EVENTS)
    return TRUE;
  if (self->unit != asked->unit)
    return FALSE;
  return self->unit != MATCHUM_UNIT_MONEY || self->matter == asked->matter || self->matter == MATCHUM_MATTER_NONE
         || asked->matter == MATCHUM_MATTER_NONE;
}

static guint64
count_seconds (MatchumPeriod period)
{
  static const guint64 seconds[] = {
    [MATCHUM_PERIOD_NONE] = 0,           [MATCHUM_PERIOD_SECOND] = 1,           [MATCHUM_PERIOD_MINUTE] = 60,
    [MATCHUM_PERIOD_HOUR] = 3600,        [MATCHUM_PERIOD_DAY] = 86400,          [MATCHUM_PERIOD_WEEK] = 7 * 86400,
    [MATCHUM_PERIOD_MONTH] = 30 * 86400, [MATCHUM_PERIOD_QUARTER] = 90 * 86400, [MATCHUM_PERIOD_YEAR] = 360 * 86400,
    [MATCHUM_PERIOD_EVER] = 0,
  };

  return period < G_N_ELEMENTS (seconds) ? seconds[period] : 0;
}

/* The product, or as much as fits. */
static guint64
multiply (guint64 a, guint64 b)
{
  guint64 product;

  return g_uint64_checked_mul (&product, a, b) ? product : G_MAXUINT64;
}

/* Whether a/b is at least c/d; what does not fit is divided by what fits. */
static gboolean
is_at_least (guint64 a, guint64 b, guint64 c, guint64 d)
{
  if (multiply (a, d) == G_MAXUINT64 || multiply (c, b) == G_MAXUINT64)
    return a / b >= c / d;
  return a * d >= c * b;
}

/* Between what a currency has been worth in won over the years: who counts money in another one is given no more than
 * the least and asked no less than the most. */
static const struct {
  guint64 least;
  guint64 most;
} won[] = {
  [MATCHUM_CURRENCY_KRW] = { 1, 1 },       [MATCHUM_CURRENCY_USD] = { 1000, 1500 },
  [MATCHUM_CURRENCY_EUR] = { 1200, 1800 }, [MATCHUM_CURRENCY_GBP] = { 1400, 2100 },
  [MATCHUM_CURRENCY_JPY] = { 8, 12 },
};

static gboolean
reaches_money (const MatchumAmount *self, const MatchumAmount *asked)
{
  gboolean is_other = self->currency != asked->currency;
  guint64 value = is_other ? multiply ((guint64) self->value, won[self->currency].least) : (guint64) self->value;
  guint64 needed = is_other ? multiply ((guint64) asked->value, won[asked->currency].most) : (guint64) asked->value;
  guint64 time = count_seconds (self->period), asked_time = count_seconds (asked->period);

  if (asked_time == 0 && time > 0)
    return is_at_least (value, MIN (time, count_seconds (MATCHUM_PERIOD_YEAR)), needed,
                        count_seconds (MATCHUM_PERIOD_YEAR));
  if (asked_time == 0)
    return value >= needed;
  /* What a company earns is told by the year. */
  if (self->period == MATCHUM_PERIOD_NONE && self->matter == MATCHUM_MATTER_EARNED)
    time = count_seconds (MATCHUM_PERIOD_YEAR);
  return time > 0 && is_at_least (value, time, needed, asked_time);
}

static gboolean
reaches_rate (const MatchumAmount *self, const MatchumAmount *asked)
{
  guint64 time = count_seconds (self->period), asked_time = count_seconds (asked->period);

  if (asked_time == 0)
    return self->value >= asked->value;
  return time > 0 && is_at_least ((guint64) self->value, time, (guint64) asked->value, asked_time);
}

/* Who comes every day comes every month; of whom nothing is said use it now. */
static gboolean
reaches_users (const MatchumAmount *self, const MatchumAmount *asked)
{
  MatchumPeriod period = self->period != MATCHUM_PERIOD_NONE ? self->period : MATCHUM_PERIOD_MONTH;

  if (asked->period != MATCHUM_PERIOD_NONE && period > asked->period)
    return FALSE;
  return self->value >= asked->value;
}

gboolean
matchum_amount_reaches (const MatchumAmount *self, const MatchumAmount *asked)
{
  g_return_val_if_fail (self != NULL && asked != NULL, FALSE);

  if (!matchum_amount_is_of_kind (self, asked) || self->bound == MATCHUM_BOUND_MOST)
    return FALSE;
  switch (asked->unit)
    {
    case MATCHUM_UNIT_USERS:
      return reaches_users (self, asked);
    case MATCHUM_UNIT_EVENTS:
    case MATCHUM_UNIT_BYTES:
    case MATCHUM_UNIT_THINGS:
      return reaches_rate (self, asked);
    case MATCHUM_UNIT_MONEY:
      return reaches_money (self, asked);
    case MATCHUM_UNIT_NONE:
    case MATCHUM_UNIT_TEAM:
    case MATCHUM_UNIT_EMPLOYEES:
    case MATCHUM_UNIT_PEOPLE:
    case MATCHUM_UNIT_AVAILABILITY:
    case MATCHUM_N_UNITS:
    default:
      return self->value >= asked->value;
    }
}

/* Less than such a part of what is asked is of another order. */
#define LEAST_PART 100

gboolean
matchum_amount_begins (const MatchumAmount *self, const MatchumAmount *asked)
{
  MatchumAmount part = *asked;

  g_return_val_if_fail (self != NULL, FALSE);

  part.value = asked->value / LEAST_PART;
  if (self->period == MATCHUM_PERIOD_NONE || self->period == MATCHUM_PERIOD_EVER)
    part.period = MATCHUM_PERIOD_NONE;
  else if (asked->unit == MATCHUM_UNIT_USERS)
    part.period = MAX (self->period, asked->period);
  return matchum_amount_reaches (self, &part);
}

/* Words that mean the same where they are counted; each line is one thing. */
static const char *const same_things[] = {
  "병상|베드|beds|bed",
  "서버|server",
  "노드|node",
  "클러스터|cluster",
  "매장|점포|지점|가맹점|store|branch|outlet",
  "객실|room",
  "국가|개국|나라|countries|country",
  "고객사|거래처|accounts|clients|client|customers",
  "캠페인|campaign",
  "시간|hours|hour",
  "프로젝트|과제|project",
  "마이크로서비스|microservice",
  "파이프라인|pipeline",
  "대시보드|dashboard",
  "테이블|table",
  "모델|model",
  "품목|sku",
  "차량|vehicle",
  "채널|channel",
  "요청|request",
  "주문|order",
  "메시지|message",
  "로그|log",
  "이벤트|event",
  "거래|결제|트랜잭션|transaction|payment",
};

static gboolean
contains_word (const char *text, MatchumSpan span, const char *word, gsize size)
{
  for (const char *place = text + span.start;
       (place = memmem (place, span.end - (gsize) (place - text), word, size)) != NULL; place++)
    if (!g_ascii_isalpha (*word) || place == text || !g_ascii_isalnum (place[-1]))
      return TRUE;
  return FALSE;
}

gboolean
matchum_amount_names (const char *text, MatchumSpan span, const char *thing)
{
  gsize size = strlen (thing);

  if (size > 0 && contains_word (text, span, thing, size > 4 && thing[size - 1] == 's' ? size - 1 : size))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (same_things); i++)
    {
      g_auto (GStrv) words = g_strsplit (same_things[i], "|", -1);
      gboolean is_asked = FALSE;

      for (gsize k = 0; words[k] != NULL; k++)
        is_asked |= g_str_has_prefix (thing, words[k]);
      for (gsize k = 0; is_asked && words[k] != NULL; k++)
        if (contains_word (text, span, words[k], strlen (words[k])))
          return TRUE;
    }
  return FALSE;
}
