/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds "2026. 11. 30.(월) 18:00", "11월 22일(일) 오후 5시", "9am, Monday 30 November", "Dec 6th, 2026" and their like.
 */
#include "config.h"

#include "posting/matchum-written-day.h"

#include <string.h>

#include "text/matchum-pattern-set.h"

/* More days in one line than this are noise. */
#define MAX_DAYS 16
#define MAX_LENGTH 4000
/* A day without a year that is over by more than this is one of the next year. */
#define MAX_DAYS_OVER 90
#define MAX_DAYS_OFF 400

#define MONTHS                                                                                                         \
  "(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|jun[e.]?|jul[y.]?|aug(?:ust|\\.)?|"         \
  "sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)"
#define WEEKDAYS "(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?"
#define ORDINAL "(?:st|nd|rd|th)?"
/* Before a day in English. */
#define BEFORE                                                                                                         \
  "(?:(?:(?<hour1>\\d{1,2})(?:[:.](?<minute1>\\d{2}))?\\s?(?<half1>am|pm|a\\.m\\.|p\\.m\\.)?|(?<name1>noon|midnight))" \
  "(?:\\s(?:[a-z]{2,4}))?(?:,|\\son)\\s)?(?:(?<weekday1>" WEEKDAYS "),?\\s(?:the\\s)?)?"
/* Behind a day. */
#define AFTER                                                                                                                 \
  "(?:\\s?[(\\[]\\s?(?<weekday2>[월화수목금토일]|" WEEKDAYS ")(?:요일)?\\s?[)\\]]|\\s?(?<weekday3>[월화수목금토일])" \
  "요일|,?\\s(?<weekday4>" WEEKDAYS ")(?![a-z]))?"                                                                            \
  "(?:(?:[,\\s]|t(?=\\d)|[(]|부터\\s|까지\\s|[,]?\\sat\\s|[,]?\\sby\\s)*"                                                 \
  "(?:(?<half2>오전|오후|낮|저녁|밤|am|pm)\\s?)?"                                                                     \
  "(?:(?<hour2>[012]?\\d):(?<minute2>[0-5]\\d)(?::[0-5]\\d)?(?:\\.\\d+)?(?:\\s?(?<half3>am|pm|a\\.m\\.|p\\.m\\.))?"           \
  "(?:z|[+-]\\d{2}:?\\d{2})?"                                                                                                 \
  "|(?<hour3>[012]?\\d)\\s?시(?:\\s?(?:(?<minute3>[0-5]?\\d)\\s?분|(?<thirty>반)))?"                                       \
  "|(?<hour4>1?\\d)\\s?(?<half4>am|pm|a\\.m\\.|p\\.m\\.)(?![a-z])"                                                            \
  "|(?<name2>자정|정오|noon|midnight))(?![\\d])(?:\\s?\\(?(?:kst|한국\\s?시간)\\)?)?)?"

static const char pattern_text[] =
    /* 2026-11-30, 2026. 11. 30., 2026년 11월 30일, '26.11.30 */
    "(?:(?<![\\d.,/-])(?:(?<year>20\\d{2})\\s?[.\\-/년]|'?(?<short>[2-4]\\d)(?:\\.|-|/"
    "|\\s?년))\\s?(?<month>1[0-2]|0?[1-9])"
    "\\s?[.\\-/월]\\s?(?<day>3[01]|[12]\\d|0?[1-9])(?:\\s?일|\\.(?!\\d))?(?!\\d)" AFTER ")"
    /* 20261130 */
    "|(?:(?<![\\d.,/-])(?<year>20\\d{2})(?<month>1[0-2]|0[1-9])(?<day>3[01]|[12]\\d|0[1-9])(?![\\d.,-])" AFTER ")"
    /* 11월 30일 */
    "|(?:(?<!\\d)(?<month>1[0-2]|0?[1-9])\\s?월\\s?(?<day>3[01]|[12]\\d|0?[1-9])\\s?일(?!\\s?(?:간|동안|이내))" AFTER
    ")"
    /* 30/11/2026 */
    "|(?:(?<![\\d.,/-])(?<first>3[01]|[12]\\d|0?[1-9])(?<mark>[./-])(?<second>3[01]|[12]\\d|0?[1-9])\\k<mark>"
    "(?<year>20\\d{2})(?!\\d)" AFTER ")"
    /* Monday 30 November 2026 */
    "|(?:(?<![\\d.,/a-z-])" BEFORE "(?<day>3[01]|[12]\\d|0?[1-9])" ORDINAL "[\\s-](?:of\\s)?(?<name>" MONTHS
    ")(?![a-z])(?:,?[\\s-](?<year>20\\d{2})(?!\\d))?" AFTER ")"
    /* November 30th, 2026 */
    "|(?:(?<![\\d.,/a-z-])" BEFORE "(?<name>" MONTHS ")(?![a-z])\\s?(?<day>3[01]|[12]\\d|0?[1-9])" ORDINAL
    "(?![\\d:%])(?:,?\\s(?<year>20\\d{2})(?!\\d))?" AFTER ")"
    /* 11.30, 11/30, 12. 8. */
    "|(?:(?<![\\d.,/:-])(?<loose>)(?<month>1[0-2]|0?[1-9])(?:/|\\.\\s?)(?<day>3[01]|[12]\\d|0?[1-9])(?:\\.(?!\\d))?"
    "(?![\\da-z:/%]|\\s?[년월시분만억원배점x])" AFTER ")"
    /* the second half of "11.20 ~ 30" */
    "|(?:(?<=~|~ )(?<day>3[01]|[12]\\d|0?[1-9])\\s?일?(?![\\d:./시년월개주가-힣%])" AFTER ")";

static GRegex *
get_pattern (void)
{
  static const char *const texts[] = { pattern_text };
  static MatchumPatternSet set = { "days", texts, 1, G_REGEX_DUPNAMES, NULL, 0 };

  return matchum_pattern_set_get (&set, 0);
}

static char *
fetch (GMatchInfo *info, const char *name)
{
  char *text = g_match_info_fetch_named (info, name);

  if (text == NULL || *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* The first of several groups that matched, as a number; otherwise fallback. */
static gint
fetch_number (GMatchInfo *info, const char *const *names, gint fallback)
{
  for (; *names != NULL; names++)
    {
      g_autofree char *text = fetch (info, *names);

      if (text != NULL)
        return (gint) g_ascii_strtoll (text, NULL, 10);
    }
  return fallback;
}

#define NUMBER(fallback, ...) fetch_number (info, (const char *const[]){ __VA_ARGS__, NULL }, fallback)

static gint
fetch_weekday (GMatchInfo *info)
{
  static const char *const groups[] = { "weekday1", "weekday2", "weekday3", "weekday4" };
  static const char *const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  static const char *const korean[] = { "월", "화", "수", "목", "금", "토", "일" };

  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    {
      g_autofree char *text = fetch (info, groups[group]);

      for (gint i = 0; text != NULL && i < 7; i++)
        if (g_str_has_prefix (text, names[i]) || g_str_has_prefix (text, korean[i]))
          return i + 1;
    }
  return 0;
}

static gint
fetch_month (GMatchInfo *info)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  g_autofree char *name = fetch (info, "name");

  if (name == NULL)
    return NUMBER (0, "month");
  for (gint i = 0; i < 12; i++)
    if (strncmp (name, names + 3 * i, 3) == 0)
      return i + 1;
  return 0;
}

static gboolean
is_afternoon (GMatchInfo *info, gboolean *is_told)
{
  static const char *const groups[] = { "half1", "half2", "half3", "half4" };

  *is_told = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *text = fetch (info, groups[i]);

      if (text == NULL)
        continue;
      *is_told = TRUE;
      return *text == 'p' || !(*text == 'a' || g_str_equal (text, "오전"));
    }
  return FALSE;
}

static void
read_time (GMatchInfo *info, MatchumWrittenDay *day)
{
  static const char *const groups[] = { "name1", "name2" };
  g_autofree char *thirty = fetch (info, "thirty");
  gboolean is_told, is_late;

  day->hour = NUMBER (-1, "hour1", "hour2", "hour3", "hour4");
  day->minute = NUMBER (thirty != NULL ? 30 : 0, "minute1", "minute2", "minute3");
  is_late = is_afternoon (info, &is_told);
  if (is_told && day->hour >= 0 && day->hour <= 12)
    day->hour = day->hour % 12 + (is_late ? 12 : 0);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *name = fetch (info, groups[i]);

      if (name != NULL)
        day->hour = g_str_equal (name, "정오") || g_str_equal (name, "noon") ? 12 : 24;
    }
  if (day->hour > 24)
    day->hour = -1;
}

/* 30/11/2026 or 11/30/2026. */
static void
read_slashed (GMatchInfo *info, MatchumWrittenDay *day)
{
  gint first = NUMBER (0, "first"), second = NUMBER (0, "second");

  if (first == 0)
    return;
  day->day = first;
  day->month = second;
  if (second > 12)
    {
      day->day = second;
      day->month = first;
    }
  day->is_undecided = first <= 12 && second <= 12 && first != second;
}

static gboolean
is_real (gint year, gint month, gint day)
{
  return month >= 1 && month <= 12 && day >= 1
         && day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) (year > 0 ? year : 2024));
}

/* What a day behind a ~ leaves out. */
static void
inherit (MatchumWrittenDay *day, const MatchumWrittenDay *before, const char *text)
{
  gsize gap = before != NULL ? day->span.start - before->span.end : 0;

  if (before == NULL || gap > 24 || memchr (text + before->span.end, '~', gap) == NULL)
    {
      g_autofree char *between = before != NULL && gap <= 24 ? g_strndup (text + before->span.end, gap) : NULL;

      if (between == NULL
          || (strstr (between, "부터") == NULL && strstr (between, " - ") == NULL && strstr (between, " to ") == NULL))
        return;
    }
  if (day->month == 0)
    day->month = before->month;
  day->is_loose = day->is_loose && before->is_loose;
  if (day->year == 0 && before->year > 0)
    day->year = before->year + (day->month * 31 + day->day < before->month * 31 + before->day);
}

static void
read_day (GMatchInfo *info, const char *text, GArray *days)
{
  MatchumWrittenDay day = { 0 };
  const MatchumWrittenDay *before = days->len > 0 ? &g_array_index (days, MatchumWrittenDay, days->len - 1) : NULL;
  gint start = 0, end = 0, loose_start = -1;

  g_match_info_fetch_pos (info, 0, &start, &end);
  g_match_info_fetch_named_pos (info, "loose", &loose_start, NULL);
  day.span = MATCHUM_SPAN ((gsize) start, (gsize) end);
  day.year = NUMBER (0, "year");
  if (day.year == 0 && NUMBER (0, "short") > 0)
    day.year = 2000 + NUMBER (0, "short");
  day.month = fetch_month (info);
  day.day = NUMBER (0, "day");
  day.weekday = fetch_weekday (info);
  day.is_loose = loose_start >= 0 && day.weekday == 0;
  read_slashed (info, &day);
  read_time (info, &day);
  inherit (&day, before, text);
  if (is_real (day.year, day.month, day.day))
    g_array_append_val (days, day);
}

GArray *
matchum_written_day_find_all (const char *text, gsize length)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (MatchumWrittenDay));
  g_autoptr (GMatchInfo) info = NULL;

  if (length > MAX_LENGTH)
    {
      for (length = MAX_LENGTH; ((guchar) text[length] & 0xc0) == 0x80; length--)
        ;
    }
  g_regex_match_full (get_pattern (), text, (gssize) length, 0, 0, &info, NULL);
  while (g_match_info_matches (info) && days->len < MAX_DAYS)
    {
      read_day (info, text, days);
      g_match_info_next (info, NULL);
    }
  return days;
}

gint64
matchum_day_to_number (MatchumDay day)
{
  GDate date;

  g_date_clear (&date, 1);
  if (!g_date_valid_dmy ((GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year))
    return 0;
  g_date_set_dmy (&date, (GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year);
  return g_date_get_julian (&date);
}

MatchumDay
matchum_day_from_number (gint64 number)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (number, 1, 3652059)); /* to the end of the year 9999 */
  return (MatchumDay){ g_date_get_year (&date), (gint) g_date_get_month (&date), g_date_get_day (&date) };
}

/* 1 Monday to 7 Sunday; the first day of the year 1 was a Monday. */
static gint
get_weekday (MatchumDay day)
{
  return (gint) ((matchum_day_to_number (day) - 1) % 7) + 1;
}

static gboolean
resolve_undecided (const MatchumWrittenDay *self, MatchumDay *day)
{
  MatchumDay swapped = { self->year, self->day, self->month };
  gboolean is_first = get_weekday (*day) == self->weekday, is_second = get_weekday (swapped) == self->weekday;

  if (self->weekday == 0 || is_first == is_second)
    return FALSE;
  if (is_second)
    *day = swapped;
  return TRUE;
}

gboolean
matchum_written_day_resolve (const MatchumWrittenDay *self, MatchumDay reference, MatchumDay *day)
{
  gint64 now = matchum_day_to_number (reference);
  gint64 nearest = G_MAXINT64;
  MatchumDay first = { 0 };

  *day = (MatchumDay){ self->year, self->month, self->day };
  if (self->year > 0)
    return !self->is_undecided || resolve_undecided (self, day);
  if (now == 0)
    return FALSE;
  for (gint year = reference.year - 1; year <= reference.year + 2; year++)
    {
      MatchumDay candidate = { year, self->month, self->day };
      gint64 number = is_real (year, self->month, self->day) ? matchum_day_to_number (candidate) : 0;

      if (number == 0)
        continue;
      if (first.year == 0 && number >= now - MAX_DAYS_OVER)
        first = candidate;
      if (self->weekday > 0 && get_weekday (candidate) == self->weekday && ABS (number - now) < nearest)
        {
          nearest = ABS (number - now);
          *day = candidate;
        }
    }
  /* A weekday that is right years away only is a slip of the pen. */
  if (nearest <= MAX_DAYS_OFF)
    return TRUE;
  *day = first;
  return first.year > 0;
}
