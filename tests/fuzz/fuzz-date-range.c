/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates stand in the text in order, and months are counted as a union: no less than the longest of them, no more than
 * all. */
#include "config.h"

#include "fuzz-support.h"

#include "posting/matchum-written-day.h"
#include "text/matchum-date-range.h"
#include "text/matchum-folded-text.h"

const FuzzTarget fuzz_target = { .name = "date-range", .n_rounds = 3000, .cuts = TRUE };

static const MatchumDay as_of = { 2026, 11, 20 };

static gboolean
is_year (MatchumMonth month)
{
  return MATCHUM_MONTH_GET_YEAR (month) >= 1900 && MATCHUM_MONTH_GET_YEAR (month) <= 2100;
}

/* What cannot be a month says nothing; all else is of our time, and ends where it begins or later. */
static void
assert_months (const MatchumDateRange *range)
{
  if (range->fault == MATCHUM_DATE_FAULT_MONTH)
    {
      g_assert_true (range->first == 0 && range->last == 0 && !range->is_open);
      return;
    }
  g_assert_true (is_year (range->first));
  g_assert_true (range->is_open || is_year (range->last));
  if (!range->is_open)
    g_assert_cmpint (range->fault == MATCHUM_DATE_FAULT_ORDER, ==, range->last < range->first);
}

static void
assert_ranges (const char *text, gsize length, GArray *ranges)
{
  gsize start = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const MatchumDateRange *range = &g_array_index (ranges, MatchumDateRange, i);

      fuzz_assert_span (text, length, range->span);
      g_assert_false (matchum_span_is_empty (range->span));
      g_assert_cmpuint (range->span.start, >=, start);
      assert_months (range);
      start = range->span.end;
    }
}

static void
assert_count (GArray *ranges)
{
  const MatchumDateRange *all = (const MatchumDateRange *) (void *) ranges->data;
  const guint n = matchum_date_range_count_months (all, ranges->len, as_of);
  guint sum = 0;
  guint longest = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const guint months = matchum_date_range_count_months (all + i, 1, as_of);

      sum += months;
      longest = MAX (longest, months);
    }
  g_assert_cmpuint (n, <=, sum);
  g_assert_cmpuint (n, >=, longest);
}

static void
assert_days (const char *text, gsize length)
{
  g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (text, (gssize) length);
  const char *folded_text = matchum_folded_text_get_text (folded);
  const gsize folded_length = matchum_folded_text_get_length (folded);
  g_autoptr (GArray) days = matchum_written_day_find_all (folded_text, folded_length);
  gsize start = 0;

  fuzz_assert_text (folded_text, folded_length);
  for (guint i = 0; i < days->len; i++)
    {
      const MatchumWrittenDay *written = &g_array_index (days, MatchumWrittenDay, i);
      MatchumDay day;

      fuzz_assert_span (folded_text, folded_length, written->span);
      g_assert_cmpuint (written->span.start, >=, start);
      start = written->span.start;
      if (!matchum_written_day_resolve (written, as_of, &day))
        continue;
      g_assert_true (g_date_valid_dmy ((GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year));
      g_assert_cmpint (matchum_day_from_number (matchum_day_to_number (day)).day, ==, day.day);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (MatchumSource) source = fuzz_read_source (data, length);
  g_autoptr (GArray) ranges = NULL;
  const char *text;
  MatchumDay day;

  if (source == NULL)
    return 0;
  text = matchum_source_get_text (source);
  ranges = matchum_date_range_find_all (text, (gssize) matchum_source_get_length (source));
  assert_ranges (text, matchum_source_get_length (source), ranges);
  assert_count (ranges);
  assert_days (text, matchum_source_get_length (source));
  if (matchum_day_parse (text, &day))
    g_assert_true (g_date_valid_dmy ((GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year));
  return 0;
}
