/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the dates of headings out of their words. */
#include "config.h"

#include "resume/matchum-entry-dates.h"

#include <string.h>

#include "resume/matchum-dated-line.h"
#include "resume/matchum-entry-signs.h"
#include "text/matchum-pattern-set.h"

/* "2018" or "2018년" and nothing else. */
#define BARE_YEAR_BYTES 7

void
matchum_entry_dates_write_month (char *date, gsize size, MatchumMonth month, gboolean by_year)
{
  if (by_year)
    g_snprintf (date, size, "%04d", MATCHUM_MONTH_GET_YEAR (month));
  else
    g_snprintf (date, size, "%04d-%02d", MATCHUM_MONTH_GET_YEAR (month), MATCHUM_MONTH_GET_MONTH (month));
}

typedef enum {
  PATTERN_FIRST_YEAR,
  PATTERN_LAST_YEAR,
  PATTERN_DAY,
  N_PATTERNS,
} Pattern;

static GRegex *
get_pattern (Pattern index)
{
  static const char *const texts[] = {
    "^\\s*(\\d{4})\\s*년?\\s*(?:[-–—~〜～]|to|until|부터)\\s*(?!\\d{1,2}(?!\\d))",
    "(?:[-–—~〜～]|to|until|부터)\\s*(\\d{4})\\s*년?(?:까지)?\\s*$",
    "(\\d{4})(?:[.\\-/] ?|년 ?)(\\d{1,2})(?:[.\\-/] ?|월 ?)(\\d{1,2})(?!\\d)",
  };
  static MatchumPatternSet set = { "dates of entries", texts, N_PATTERNS, G_REGEX_CASELESS, NULL, 0 };

  return matchum_pattern_set_get (&set, index);
}

static gboolean
finds_year (Pattern pattern, const char *words, char *year)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *found = NULL;

  if (!g_regex_match (get_pattern (pattern), words, 0, &info))
    return FALSE;
  found = g_match_info_fetch (info, 1);
  g_strlcpy (year, found, 5);
  return TRUE;
}

/* Where one side of a range is a year alone, its month was made up. */
static void
mend_years (MatchumEntryDates *dates, const char *words)
{
  char year[5];

  if (finds_year (PATTERN_FIRST_YEAR, words, year))
    g_strlcpy (dates->start, year, sizeof dates->start);
  if (dates->end[0] != '\0' && finds_year (PATTERN_LAST_YEAR, words, year))
    g_strlcpy (dates->end, year, sizeof dates->end);
}

/* Adds the days that were given to months. */
static void
mend_days (MatchumEntryDates *dates, const char *words)
{
  g_autoptr (GMatchInfo) info = NULL;
  gboolean is_start_done = FALSE;

  g_regex_match (get_pattern (PATTERN_DAY), words, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *year = g_match_info_fetch (info, 1);
      g_autofree char *month = g_match_info_fetch (info, 2);
      g_autofree char *day = g_match_info_fetch (info, 3);
      g_autofree char *text = g_strdup_printf ("%s-%02d-%02d", year, atoi (month), atoi (day));

      if (!g_date_valid_dmy ((GDateDay) CLAMP (atoi (day), 0, 99), (GDateMonth) CLAMP (atoi (month), 0, 99),
                             (GDateYear) atoi (year)))
        continue;
      if (!is_start_done && strncmp (text, dates->start, 7) == 0)
        g_strlcpy (dates->start, text, sizeof dates->start);
      else if (strncmp (text, dates->end, 7) == 0)
        g_strlcpy (dates->end, text, sizeof dates->end);
      is_start_done = TRUE;
    }
}

/* Those of ranges from first to before end. */
static void
read_dates (const char *text, const GArray *ranges, guint from, guint end, MatchumEntryDates *dates)
{
  const MatchumDateRange *first = &g_array_index (ranges, MatchumDateRange, from);
  const MatchumDateRange *last = &g_array_index (ranges, MatchumDateRange, end - 1);
  g_autofree char *words = g_strndup (text + first->span.start, matchum_span_get_length (first->span));

  dates->n = end - from;
  /* A range that cannot be says nothing, whatever its other side is. */
  if (first->fault != MATCHUM_DATE_FAULT_NONE || last->fault != MATCHUM_DATE_FAULT_NONE)
    return;
  matchum_entry_dates_write_month (dates->start, sizeof dates->start, first->first, first->by_year);
  if (!first->is_open)
    matchum_entry_dates_write_month (dates->end, sizeof dates->end, first->last, first->by_year);
  mend_years (dates, words);
  mend_days (dates, words);
  dates->is_single = !first->is_open && strncmp (dates->start, dates->end, 7) == 0
                     && (dates->end[7] == '\0' || strpbrk (words, "~–—") == NULL);
  if (dates->is_single)
    g_strlcpy (dates->end, dates->start, sizeof dates->end);
  if (last == first || last->first <= first->first)
    return;
  dates->is_single = FALSE;
  dates->end[0] = '\0';
  if (!last->is_open)
    matchum_entry_dates_write_month (dates->end, sizeof dates->end, last->last, last->by_year);
}

/* Whether there are but dates and how long it was between two places: "2021.03 - 현재, 재직 중", not "2021.03,
 * expired". */
static gboolean
holds_only_dates (const char *text, gsize start, gsize end)
{
  g_autofree char *words = g_strndup (text + start, end - start);
  gboolean is_dates = FALSE;

  return matchum_dated_line_is_dated (words, &is_dates) && is_dates;
}

/* The brackets around span, themselves included, where they hold nothing else; else span. */
static MatchumSpan
widen_to_brackets (const char *text, gsize length, MatchumSpan span)
{
  gsize start = span.start, end = span.end;

  while (start > 0 && !matchum_entry_signs_is_opening (g_utf8_get_char (text + start)))
    {
      start = (gsize) (g_utf8_prev_char (text + start) - text);
      if (matchum_entry_signs_is_closing (g_utf8_get_char (text + start)))
        return span;
    }
  while (end < length && !matchum_entry_signs_is_closing (g_utf8_get_char (text + end)))
    {
      if (matchum_entry_signs_is_opening (g_utf8_get_char (text + end)))
        return span;
      end += (gsize) g_utf8_skip[(guchar) text[end]];
    }
  if (end >= length || !matchum_entry_signs_is_opening (g_utf8_get_char (text + start))
      || !holds_only_dates (text, start + (gsize) g_utf8_skip[(guchar) text[start]], end))
    return span;
  return MATCHUM_SPAN (start, end + (gsize) g_utf8_skip[(guchar) text[end]]);
}

/* Whether the dates may be taken out of the words without changing what those say: "KCC 2018 Workshop" keeps them. */
static gboolean
is_set_off (const char *text, gsize length, MatchumSpan cut, gboolean is_bare_year)
{
  MatchumSpan before = matchum_entry_signs_trim (text, MATCHUM_SPAN (0, cut.start), FALSE);
  MatchumSpan after = matchum_entry_signs_trim (text, MATCHUM_SPAN (cut.end, length), FALSE);
  gboolean is_bracketed = matchum_entry_signs_is_opening (g_utf8_get_char (text + cut.start));
  gboolean has_sign_before = !matchum_span_is_empty (before)
                             && matchum_entry_signs_is_sign (g_utf8_get_char (g_utf8_prev_char (text + before.end)));
  gboolean has_sign_after =
      !matchum_span_is_empty (after) && matchum_entry_signs_is_sign (g_utf8_get_char (text + after.start));

  if (is_bracketed)
    return TRUE;
  if (matchum_span_is_empty (before) && matchum_span_is_empty (after))
    return TRUE;
  if (matchum_span_is_empty (after))
    return has_sign_before || !is_bare_year;
  if (matchum_span_is_empty (before))
    return has_sign_after || !is_bare_year;
  return has_sign_before && has_sign_after;
}

static char *
cut_span (const char *text, gsize length, MatchumSpan cut)
{
  MatchumSpan before = matchum_entry_signs_trim (text, MATCHUM_SPAN (0, cut.start), TRUE);
  MatchumSpan after = matchum_entry_signs_trim (text, MATCHUM_SPAN (cut.end, length), TRUE);
  GString *rest = g_string_new_len (text + before.start, (gssize) matchum_span_get_length (before));

  if (!matchum_span_is_empty (before) && !matchum_span_is_empty (after))
    {
      const gboolean is_bracketed = matchum_entry_signs_is_opening (g_utf8_get_char (text + cut.start));
      MatchumSpan sign = MATCHUM_SPAN (is_bracketed ? cut.end : before.end, is_bracketed ? after.start : cut.start);

      g_string_append_len (rest, text + sign.start, (gssize) matchum_span_get_length (sign));
    }
  g_string_append_len (rest, text + after.start, (gssize) matchum_span_get_length (after));
  return g_string_free (rest, FALSE);
}

/* One past the last of the ranges from first on that only signs part: "2018 - 2019, 2021 - 2022". */
static guint
find_group_end (const char *text, const GArray *ranges, guint first)
{
  guint end = first + 1;

  for (; end < ranges->len; end++)
    {
      MatchumSpan before = g_array_index (ranges, MatchumDateRange, end - 1).span;
      MatchumSpan next = g_array_index (ranges, MatchumDateRange, end).span;

      if (next.start < before.end
          || !matchum_span_is_empty (matchum_entry_signs_trim (text, MATCHUM_SPAN (before.end, next.start), TRUE)))
        break;
    }
  return end;
}

/* Whether the ranges from first to before end can be taken out of text, and how. */
static gboolean
find_cut (const char *text, gsize length, const GArray *ranges, guint first, guint end, MatchumSpan *cut)
{
  const MatchumDateRange *range = &g_array_index (ranges, MatchumDateRange, first);
  gboolean is_bare_year = range->by_year && matchum_span_get_length (range->span) <= BARE_YEAR_BYTES;

  *cut = MATCHUM_SPAN (range->span.start, g_array_index (ranges, MatchumDateRange, end - 1).span.end);
  if (cut->start >= strlen ("since ")
      && g_ascii_strncasecmp (text + cut->start - strlen ("since "), "since ", strlen ("since ")) == 0)
    {
      cut->start -= strlen ("since ");
      is_bare_year = FALSE;
    }
  *cut = widen_to_brackets (text, length, *cut);
  return is_set_off (text, length, *cut, is_bare_year);
}

/* The first ranges, from *first to before *end, that can be taken out of text, and how. */
static gboolean
find_set_off (const char *text, gsize length, const GArray *ranges, guint *first, guint *end, MatchumSpan *cut)
{
  for (guint i = 0; i < ranges->len; i = *end)
    {
      *first = i;
      *end = find_group_end (text, ranges, i);
      /* The last of them alone: "CVPR 2021 | 2021". */
      if (!find_cut (text, length, ranges, i, *end, cut) && *end > i + 1)
        *first = *end - 1;
      if (find_cut (text, length, ranges, *first, *end, cut))
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_entry_dates_find_span (const char *text, const GArray *ranges, MatchumSpan *span)
{
  gsize length;
  guint first, end;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  length = strlen (text);
  return length <= MATCHUM_ENTRY_MAX_BYTES && ranges != NULL && find_set_off (text, length, ranges, &first, &end, span);
}

char *
matchum_entry_dates_take (const char *text, const GArray *ranges, MatchumEntryDates *dates)
{
  MatchumEntryDates nowhere;
  MatchumSpan cut;
  gsize length;
  guint first, end;

  g_return_val_if_fail (text != NULL, NULL);

  dates = dates != NULL ? dates : &nowhere;
  *dates = (MatchumEntryDates){ "", "", FALSE, 0 };
  length = strlen (text);
  if (length > MATCHUM_ENTRY_MAX_BYTES || ranges == NULL || ranges->len == 0)
    return g_strdup (text);
  if (find_set_off (text, length, ranges, &first, &end, &cut))
    {
      read_dates (text, ranges, first, end, dates);
      return cut_span (text, length, cut);
    }
  read_dates (text, ranges, 0, ranges->len, dates);
  return g_strdup (text);
}
