/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds ranges of dates, and counts the months in them. */
#include "config.h"

#include "text/matchum-date-range.h"

#include <stdlib.h>
#include <string.h>

#include "text/matchum-date-point.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-korean-tail.h"

/* Behind a range that has not ended. */
static const char *const present_words[] = {
  "present", "now",     "currently", "current", "today",   "ongoing", "date",    "현재",    "지금",
  "오늘",    "재직 중", "재직중",    "재직",    "재학 중", "재학중",  "재학",    "진행 중", "진행중",
  "근무 중", "근무중",  "운영 중",   "운영중",  "수행 중", "수행중",  "활동 중", "활동중",  "연구 중",
  "연구중",  "참여 중", "참여중",    "개발 중", "개발중",  "수강 중", "수강중",  "휴직 중", "휴직중",
};

static const char *const joining_words[] = { "to ", "until ", "till ", "through ", "thru ", "부터", "에서", "→" };

/* Half a year is what a bare year is worth at either end: 2018-2020 may be 14 months or 36, and is read as 24. */
#define HALF_YEAR 6
#define QUARTER_YEAR 3

typedef struct {
  MatchumDateText text;
  MatchumFoldedText *folded;
} Scanner;

static char
get_byte (const Scanner *self, gsize at)
{
  return at < self->text.length ? self->text.text[at] : '\0';
}

/* Whether the space at at was the end of a line. */
static gboolean
is_line_end (const Scanner *self, gsize at)
{
  const char *original = matchum_folded_text_get_original (self->folded);
  MatchumSpan span;

  if (at >= self->text.length)
    return TRUE;
  if (self->text.text[at] != ' ')
    return FALSE;
  span = matchum_folded_text_get_original_span (self->folded, MATCHUM_SPAN (at, at + 1));
  for (gsize i = span.start; i < span.end; i++)
    if (original[i] == '\n' || original[i] == '\r')
      return TRUE;
  return FALSE;
}

/* A dash, a tilde or a word that leads from one date to the next, with the full stop of "2021. 3." before it.
 * Returns where the next date would start, 0 where nothing joins. */
static gsize
skip_joint (const Scanner *self, gsize at)
{
  gsize start;

  at += get_byte (self, at) == '.';
  if (is_line_end (self, at))
    return 0;
  at = matchum_date_text_skip_space (&self->text, at);
  start = at;
  while (at < start + 3 && (get_byte (self, at) == '-' || get_byte (self, at) == '~'))
    at++;
  for (guint i = 0; at == start && i < G_N_ELEMENTS (joining_words); i++)
    {
      const gsize n = strlen (joining_words[i]);

      if (at + n <= self->text.length && memcmp (self->text.text + at, joining_words[i], n) == 0)
        return matchum_date_text_skip_space (&self->text, at + n);
    }
  if (at == start)
    return 0;
  return is_line_end (self, at) ? at : matchum_date_text_skip_space (&self->text, at);
}

/* Where the word that says "still" ends, 0 where there is none. */
static gsize
skip_present (const Scanner *self, gsize at)
{
  for (guint i = 0; i < G_N_ELEMENTS (present_words); i++)
    {
      const gsize end = matchum_date_text_skip_word (&self->text, at, present_words[i]);

      if (end == 0)
        continue;
      if (end == self->text.length || !matchum_unichar_is_hangul (g_utf8_get_char (self->text.text + end))
          || !matchum_unichar_is_hangul (g_utf8_get_char (g_utf8_prev_char (self->text.text + end)))
          || matchum_korean_tail_get_particle_length (self->text.text + end, self->text.length - end) > 0
          || memcmp (self->text.text + end, "재직", MIN (strlen ("재직"), self->text.length - end)) == 0)
        return end;
    }
  return 0;
}

/* "2021.03 ~" and nothing behind it: where the sign ends, 0 where something follows. A dash with words behind it
 * may be anything. */
static gsize
get_dangling_end (const Scanner *self, gsize joint, gsize at)
{
  const char c = get_byte (self, at);
  gsize end = matchum_date_text_skip_space (&self->text, joint + (get_byte (self, joint) == '.'));
  const char sign = get_byte (self, end);

  if (sign != '~' && sign != '-') /* 2021.03부터 */
    return at > joint && get_byte (self, joint) != ' ' && (at >= self->text.length || c == ')') ? at : 0;
  while (get_byte (self, end) == '~' || get_byte (self, end) == '-')
    end++;
  return is_line_end (self, at) || c == ')' || c == ']' || (sign == '~' && (c == ',' || c == '|')) ? end : 0;
}

static gboolean
follows_since (const Scanner *self, gsize at)
{
  const gsize n = strlen ("since ");

  return at >= n && memcmp (self->text.text + at - n, "since ", n) == 0
         && (at == n || !g_ascii_isalnum (self->text.text[at - n - 1]));
}

/* Sets what a range with a bare year on one side and a month on the other comes to. */
static void
set_sides (MatchumDateRange *range, const MatchumDatePoint *first, const MatchumDatePoint *last)
{
  range->first = first->first;
  range->last = last->last;
  range->by_year = first->is_year && last->is_year;
  if (first->is_year && !last->is_year)
    range->first = MIN (first->first + HALF_YEAR, last->last);
  if (last->is_year && !first->is_year)
    range->last = MAX (last->last - HALF_YEAR, first->first);
}

/* "Jan - Mar 2021": the year stands once, at the end. */
static gsize
parse_shared_year (const Scanner *self, gsize at, MatchumDateRange *range)
{
  MatchumDatePoint last;
  guint month;
  gsize end = matchum_date_point_parse_month (&self->text, at, &month);
  gsize next = end != 0 ? skip_joint (self, end) : 0;

  if (next == 0 || !matchum_date_point_parse (&self->text, next, &last) || last.is_year || last.first != last.last)
    return 0;
  range->last = last.last;
  range->first = MATCHUM_MONTH (MATCHUM_MONTH_GET_YEAR (last.last), (gint) month);
  if (range->first > range->last)
    range->first -= 12;
  return last.end;
}

/* A range whose end comes before its start. The shapes must agree: "version 2021.05 - 3" is none. */
static gsize
parse_reversed (const MatchumDatePoint *first, const MatchumDatePoint *last, MatchumDateRange *range)
{
  if (last->last >= first->first || first->is_year != last->is_year || first->needs_range != last->needs_range)
    return 0;
  *range = (MatchumDateRange){ .first = first->first, .last = last->last, .fault = MATCHUM_DATE_FAULT_ORDER };
  return last->end;
}

/* What stands behind a first date and its joint. Returns its end, 0 where it makes no range of them. */
static gsize
parse_second (const Scanner *self, gsize joint, gsize at, const MatchumDatePoint *first, MatchumDateRange *range)
{
  MatchumDateText text = self->text;
  MatchumDatePoint last;
  gsize end = matchum_date_point_skip_impossible (&self->text, at);

  if (end != 0)
    {
      *range = (MatchumDateRange){ .fault = MATCHUM_DATE_FAULT_MONTH };
      return end;
    }
  end = skip_present (self, at);
  if (end == 0)
    end = get_dangling_end (self, joint, at);
  if (end != 0)
    {
      range->first = first->first;
      range->last = first->last;
      range->is_open = TRUE;
      range->by_year = first->is_year;
      return end;
    }
  text.is_spaced = first->is_spaced;
  if (!matchum_date_point_parse (&text, at, &last))
    last = (MatchumDatePoint){ 0 };
  if (!(last.end != 0 && last.last >= first->first && first->needs_range <= last.needs_range + !last.is_year))
    {
      const MatchumDatePoint whole = last;

      if (!matchum_date_point_parse_short (&self->text, at, first, &last))
        return whole.end != 0 ? parse_reversed (first, &whole, range) : 0;
    }
  set_sides (range, first, &last);
  return last.end;
}

/* Whether nothing but brackets and bars stands around what could as well be the number of something. */
static gboolean
stands_alone (const Scanner *self, gsize at, gsize end)
{
  while (at > 0 && get_byte (self, at - 1) == ' ')
    at--;
  while (get_byte (self, end) == ' ')
    end++;
  return (at == 0 || strchr ("([|", self->text.text[at - 1]) != NULL)
         && (end >= self->text.length || strchr (")]|", self->text.text[end]) != NULL);
}

/* "2021.13 - 2022.05": a range of which one side is no date is none, whatever the other side is. */
static gsize
parse_impossible (const Scanner *self, gsize at, MatchumDateRange *range)
{
  const gsize first = matchum_date_point_skip_impossible (&self->text, at);
  const gsize next = first != 0 ? skip_joint (self, first) : 0;
  MatchumDatePoint last;
  gsize end = 0;

  if (first == 0)
    return 0;
  if (next != 0)
    end = matchum_date_point_skip_impossible (&self->text, next);
  if (next != 0 && end == 0)
    end = skip_present (self, next);
  if (next != 0 && end == 0 && matchum_date_point_parse (&self->text, next, &last))
    end = last.end;
  if (next != 0 && end == 0)
    end = get_dangling_end (self, first, next);
  if (end == 0 && (stands_alone (self, at, first) || memcmp (self->text.text + first - 3, "월", 3) == 0))
    end = first;
  if (end != 0)
    *range = (MatchumDateRange){ .fault = MATCHUM_DATE_FAULT_MONTH };
  return end;
}

/* The date or range at at. Returns its end, 0 where there is none. */
static gsize
parse_range (const Scanner *self, gsize at, MatchumDateRange *range)
{
  MatchumDatePoint first;
  gsize next, end = parse_impossible (self, at, range);

  if (end != 0)
    return end;
  if (!matchum_date_point_parse (&self->text, at, &first))
    return parse_shared_year (self, at, range);
  next = skip_joint (self, first.end);
  end = next != 0 ? parse_second (self, first.end, next, &first, range) : 0;
  if (end != 0 || first.needs_range)
    return end;
  range->first = first.first;
  range->last = first.last;
  range->by_year = first.is_year;
  range->is_open = follows_since (self, at);
  return first.end;
}

/* A digit, a letter, an apostrophe: anything a date can start with. */
static gboolean
may_be_date (const Scanner *self, gsize at)
{
  const char c = self->text.text[at];

  return (g_ascii_isalnum (c) || c == '\'') && matchum_date_point_may_start (&self->text, at);
}

static gsize
skip_word (const Scanner *self, gsize at)
{
  if (!g_ascii_isalnum (self->text.text[at]))
    return at + 1;
  while (at < self->text.length && g_ascii_isalnum (self->text.text[at]))
    at++;
  return at;
}

/**
 * matchum_date_range_find_all:
 * @text: any text, not folded; several lines are fine, no range runs over the end of one
 * @length: in bytes, or -1
 *
 * A range that ends before it starts, or a side of which is no date, is told with its fault. A bare year beside a month
 * ("2018 - 2020.03") stands for the middle of that year.
 *
 * Returns: (transfer full) (element-type MatchumDateRange): in order, perhaps none
 */
GArray *
matchum_date_range_find_all (const char *text, gssize length)
{
  g_autoptr (MatchumFoldedText) folded = NULL;
  GArray *ranges;
  Scanner scanner;
  gsize at = 0;
  gsize taken = 0; /* bytes of the text that the ranges before have reached */

  g_return_val_if_fail (text != NULL, NULL);

  folded = matchum_folded_text_new (text, length);
  g_return_val_if_fail (folded != NULL, NULL);
  ranges = g_array_new (FALSE, FALSE, sizeof (MatchumDateRange));
  scanner.folded = folded;
  scanner.text.text = matchum_folded_text_get_text (folded);
  scanner.text.length = matchum_folded_text_get_length (folded);
  scanner.text.is_spaced = FALSE;
  while (at < scanner.text.length)
    {
      MatchumDateRange range = { 0 };
      const gsize end = may_be_date (&scanner, at) ? parse_range (&scanner, at, &range) : 0;

      if (end > at)
        {
          range.span = matchum_folded_text_get_original_span (folded, MATCHUM_SPAN (at, end));
          /* One sign such as "¼" may fold to the end of one date and the beginning of another. */
          if (range.span.start >= taken)
            g_array_append_val (ranges, range);
          taken = MAX (taken, range.span.end);
        }
      at = end > at ? end : skip_word (&scanner, at);
    }
  return ranges;
}

static MatchumDateRange
get_credited (const MatchumDateRange *range, MatchumMonth today)
{
  MatchumDateRange credited = *range;

  if (range->fault != MATCHUM_DATE_FAULT_NONE)
    {
      credited.first = 0;
      credited.last = -1;
      return credited;
    }
  if (range->is_open)
    credited.last = today;
  else if (range->by_year && range->last - range->first < 12)
    credited.last -= QUARTER_YEAR;
  else if (range->by_year)
    credited.last -= HALF_YEAR;
  credited.last = MIN (credited.last, today);
  if (range->by_year)
    {
      const gint late = !range->is_open && range->last - range->first < 12 ? QUARTER_YEAR : HALF_YEAR;

      credited.first = range->first > today ? range->first : MIN (range->first + late, today);
    }
  return credited;
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  const MatchumDateRange *left = a;
  const MatchumDateRange *right = b;

  return (left->first > right->first) - (left->first < right->first);
}

MatchumDateRange
matchum_date_range_credit (const MatchumDateRange *range, MatchumDay as_of)
{
  return get_credited (range, MATCHUM_DAY_GET_MONTH (as_of));
}

/**
 * matchum_date_range_count_months:
 * @ranges: in any order, overlapping as they may
 * @as_of: the day on which the counting is done
 *
 * Every month that a range touches counts, once, up to the month of @as_of: what lies ahead is not done yet.
 * Where only years are known the middle of the first to the middle of the last is counted (2018-2020 is two years,
 * 2018-2018 half of one), which is what the reader of a resume would assume, and neither the best nor the worst
 * case.
 *
 * Returns: the number of months
 */
guint
matchum_date_range_count_months (const MatchumDateRange *ranges, gsize n_ranges, MatchumDay as_of)
{
  g_autofree MatchumDateRange *credited = NULL;
  MatchumMonth counted_to = G_MININT;
  guint n_months = 0;

  g_return_val_if_fail (ranges != NULL || n_ranges == 0, 0);

  credited = g_new (MatchumDateRange, n_ranges + 1);
  for (gsize i = 0; i < n_ranges; i++)
    credited[i] = get_credited (&ranges[i], MATCHUM_DAY_GET_MONTH (as_of));
  qsort (credited, n_ranges, sizeof *credited, compare_starts);
  for (gsize i = 0; i < n_ranges; i++)
    {
      const MatchumMonth first = MAX (credited[i].first, counted_to);

      if (credited[i].last < first)
        continue;
      n_months += (guint) (credited[i].last - first + 1);
      counted_to = credited[i].last + 1;
    }
  return n_months;
}

static gint
get_days_in_month (gint year, gint month)
{
  static const gint days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  const gboolean is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && is_leap);
}

/**
 * matchum_day_parse:
 * @text: YYYY-MM-DD, a day that exists
 * @day: (out): untouched on failure
 */
gboolean
matchum_day_parse (const char *text, MatchumDay *day)
{
  MatchumDay parsed;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  for (guint i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[10] != '\0')
    return FALSE;
  parsed.year = atoi (text);
  parsed.month = atoi (text + 5);
  parsed.day = atoi (text + 8);
  if (parsed.year < 1 || parsed.month < 1 || parsed.month > 12 || parsed.day < 1
      || parsed.day > get_days_in_month (parsed.year, parsed.month))
    return FALSE;
  *day = parsed;
  return TRUE;
}
