/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people write them, what only looks like one, and the months they add up to. */
#include "config.h"

#include <string.h>

#include "text/matchum-date-range.h"

/* What is found, one after the other: "2021.03-2022.05" or "2021.03-now", with "y" behind bare years. */
static const struct {
  const char *text;
  const char *found;
} cases[] = {
  { "2021.03 - 현재", "2021.03-now" },
  { "2019.07 ~ 2021.02", "2019.07-2021.02" },
  { "2019.07~2021.02", "2019.07-2021.02" },
  { "'19.7~'21.2", "2019.07-2021.02" },
  { "’19.07 – ’21.02", "2019.07-2021.02" },
  { "'98.03 - '02.02", "1998.03-2002.02" },
  { "Mar 2021 – Present", "2021.03-now" },
  { "March 2021 to June 2022", "2021.03-2022.06" },
  { "from Sept. 2019 until Dec. 2020", "2019.09-2020.12" },
  { "Mar '21 - Jun '22", "2021.03-2022.06" },
  { "Mar-2021 - Jun-2022", "2021.03-2022.06" },
  { "2018-2020", "2018.01-2020.12y" },
  { "2018 — 2020", "2018.01-2020.12y" },
  { "2018~2020년", "2018.01-2020.12y" },
  { "2018-20", "2018.01-2020.12y" },
  { "2018/19", "2018.01-2019.12y" },
  { "2008-10", "2008.10-2008.10" },
  { "2018년 3월 ~ 2020년 2월", "2018.03-2020.02" },
  { "2018년3월~2020년2월", "2018.03-2020.02" },
  { "2021년 3월부터 2022년 2월까지", "2021.03-2022.02" },
  { "2021.03부터 현재까지", "2021.03-now" },
  { "21년 3월 ~ 23년 2월", "2021.03-2023.02" },
  { "2021/03-2022/05", "2021.03-2022.05" },
  { "03/2021 - 05/2022", "2021.03-2022.05" },
  { "03.2021-05.2022", "2021.03-2022.05" },
  { "2020-03 – 2021-04", "2020.03-2021.04" },
  { "2020-03-2021-04", "2020.03-2021.04" },
  { "2021. 3. ~ 재직 중", "2021.03-now" },
  { "2021. 3. 2. ~ 2022. 2. 28.", "2021.03-2022.02" },
  { "2010. 3 ~ 2016. 8 학사", "2010.03-2016.08" },
  { "2010. 3. ~ 2016. 8 B.A.", "2010.03-2016.08" },
  { "2010. 3. 2 ~ 2016. 8. 31 학사", "2010.03-2016.08" },
  { "2010. 3 – 2016. 8, 학사", "2010.03-2016.08" },
  { "2010. 3 ~ 2016. 8 건 처리", "2010.03-2016.06" },
  { "2010. 3 ~ 2016. 8명", "2010.03-2016.06" },
  { "2010.03 ~ 2016. 8 학사", "2010.03-2016.06" },
  { "2010 ~ 2016. 8 학사", "2010.01-2016.12y" },
  { "2021.03.~2022.02.", "2021.03-2022.02" },
  { "2021.3월 ~ 2022.2월", "2021.03-2022.02" },
  { "２０２１．０３　－　２０２２．０２", "2021.03-2022.02" },
  { "2021.03∼2022.02", "2021.03-2022.02" },
  { "2023.09.01 - 2024.02.28", "2023.09-2024.02" },
  { "2023-09-01 - 2024-02-28", "2023.09-2024.02" },
  { "2023.09.01~09.30", "2023.09-2023.09" },
  { "2023.09.01~12.31", "2023.09-2023.12" },
  { "2016년 7월 ~ 12월", "2016.07-2016.12" },
  { "2023.09 ~ 12", "2023.09-2023.12" },
  { "2021.03-05", "2021.03-2021.05" },
  { "2022년 5-6월은 주 1일", "2022.05-2022.06" },
  { "Jan – Mar 2021", "2021.01-2021.03" },
  { "Nov - Feb 2021", "2020.11-2021.02" },
  { "1 Sep 2023 – 28 Feb 2024", "2023.09-2024.02" },
  { "Sep 1, 2023 to Feb 28th, 2024", "2023.09-2024.02" },
  { "3/15/2021 - 12/20/2021", "2021.03-2021.12" },
  { "19.07 ~ 21.02", "2019.07-2021.02" },
  { "19.07 ~ 현재", "2019.07-now" },
  { "202103 ~ 202202", "2021.03-2022.02" },
  { "20210301-20220228", "2021.03-2022.02" },
  { "2025.06 - 진행 중", "2025.06-now" },
  { "2023.09 ~ 재학중", "2023.09-now" },
  { "2019-07-01 ~ 현재 재직중", "2019.07-now" },
  { "2018 ~ 현재", "2018.01-nowy" },
  { "(2021.03 ~ )", "2021.03-now" },
  { "2021.03 ~", "2021.03-now" },
  { "2021.03 –", "2021.03-now" },
  { "Since March 2021", "2021.03-now" },
  { "2021.03 - 이음마켓", "2021.03-2021.03" },
  { "2021.03 ~\n- 이음마켓", "2021.03-now" },
  { "2018 - 2020.03", "2018.07-2020.03" },
  { "2020.02 졸업", "2020.02-2020.02" },
  { "Summer 2020", "2020.06-2020.08" },
  { "2020 여름", "2020.06-2020.08" },
  { "2020년 겨울", "2020.12-2021.02" },
  { "Spring 2019 - Fall 2020", "2019.03-2020.11" },
  { "2025년 하반기, Q3 2024", "2025.07-2025.12 2024.07-2024.09" },
  { "2021.05 - 2021.03", "order!" },
  { "2022.04 취득, 2025.04 만료", "2022.04-2022.04 2025.04-2025.04" },
  { "2025년 매출 7,310억 원", "2025.01-2025.12y" },
  { "2024년부터 제안서를 전담", "2024.01-2024.12y" },
  { "KCC 2018, CIKM 2020", "2018.01-2018.12y 2020.01-2020.12y" },
  { "이음마켓|2022.03-현재", "2022.03-now" },
  { "한울대학교(2018.03-2020.02), 4.1/4.5", "2018.03-2020.02" },
  { "입사2021.03", "2021.03-2021.03" },
  { "Python 3.10, TensorFlow 2.4, SAS 9.4", "" },
  { "Ubuntu 24.04, v1.2021, GPT-4o, H100", "" },
  { "010-0000-5678 / 010-2019-2021 / 02-2020-1234", "" },
  { "2,400만 개, 2000명, 2000 건, 20,200, $2020, 2020%", "" },
  { "0.82에서 0.98로, 12.05 ~ 13.10%", "" },
  { "10:30-12:00, 2020:30", "" },
  { "1999.13 2021.00 2021.03.45 9999.01", "" },
  { "2021.13 - 2022.05", "month!" },
  { "2020.05 - 2021.13", "month!" },
  { "2021.13 ~ 현재", "month!" },
  { "2021-00 – Present", "month!" },
  { "가람유통 (2021.13)", "month!" },
  { "2021년 13월, 2020년 3월", "month! 2020.03-2020.03" },
  { "2021.13 release, 2021.99 of it", "" },
  { "2020.05 - 2018.03", "order!" },
  { "2020 ~ 2018", "order!" },
  { "Mar 2021 – Jan 2020, May 2022", "order! 2022.05-2022.05" },
  { "2020.05 ~ 2018", "2020.05-2020.05 2018.01-2018.12y" },
  { "FY2020", "2020.01-2020.12y" },
  { "FY 2019 - FY 2021", "2019.01-2021.12y" },
  { "fy21", "2021.01-2021.12y" },
  { "notify2020", "" },
  { "https://example.com/2021/03/post", "" },
  { "abc2021.03 2020px x_2020", "" },
  { "5년 이상, 3~5년, 30여 건", "" },
  { "2020-1234-5678", "" },
  { "", "" },
};

static char *
describe (GArray *ranges)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      const MatchumDateRange *range = &g_array_index (ranges, MatchumDateRange, i);

      if (range->fault != MATCHUM_DATE_FAULT_NONE)
        {
          g_string_append_printf (found, "%s%s!", i > 0 ? " " : "",
                                  range->fault == MATCHUM_DATE_FAULT_MONTH ? "month" : "order");
          continue;
        }
      g_string_append_printf (found, "%s%d.%02d-", i > 0 ? " " : "", MATCHUM_MONTH_GET_YEAR (range->first),
                              MATCHUM_MONTH_GET_MONTH (range->first));
      if (range->is_open)
        g_string_append (found, "now");
      else
        g_string_append_printf (found, "%d.%02d", MATCHUM_MONTH_GET_YEAR (range->last),
                                MATCHUM_MONTH_GET_MONTH (range->last));
      g_string_append (found, range->by_year ? "y" : "");
    }
  return g_string_free (found, FALSE);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ranges = matchum_date_range_find_all (cases[i].text, -1);
      g_autofree char *found = describe (ranges);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_spans (void)
{
  static const struct {
    const char *text;
    const char *span;
  } span_cases[] = {
    { "### 이음마켓 | ML | 2022.03 - 현재", "2022.03 - 현재" },
    { "홈 피드 (2022.03 ~ 2024.06) 추천", "2022.03 ~ 2024.06" },
    { "(2021.03 ~ )", "2021.03 ~" },
    { "재직: ２０２１．０３－현재까지", "２０２１．０３－현재" },
    { "2021. 3. ~ 2022. 2.", "2021. 3. ~ 2022. 2" },
    { "나이스 ’19.07 – ’21.02, 끝", "’19.07 – ’21.02" },
    { "until 2020.", "2020" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (span_cases); i++)
    {
      g_autoptr (GArray) ranges = matchum_date_range_find_all (span_cases[i].text, -1);
      g_autofree char *span = NULL;
      MatchumSpan bytes;

      g_assert_cmpuint (ranges->len, ==, 1);
      bytes = g_array_index (ranges, MatchumDateRange, 0).span;
      span = g_strndup (span_cases[i].text + bytes.start, matchum_span_get_length (bytes));
      g_assert_cmpstr (span, ==, span_cases[i].span);
    }
}

static const struct {
  const char *text;
  guint n_months; /* as of 2026-11-01 */
} month_cases[] = {
  { "2021.03-2021.05", 3 },
  { "2021.03-2021.03", 1 },
  { "2021.03-2021.05, 2021.05-2021.06", 4 },
  { "2021.05-2021.06, 2021.03-2021.05", 4 },
  { "2020.01-2020.12, 2020.03-2020.04", 12 },
  { "2020.01-2020.02, 2020.05-2020.06", 4 },
  { "2018.03 ~ 2022.06, 2022.05 - 현재", 105 },
  { "2026.11 - 현재", 1 },
  { "2027.01 - 현재", 0 },
  { "2027.01 - 2027.05", 0 },
  { "2026.10 - 2027.05", 2 },
  { "2018-2020", 24 },
  { "2018-2020, 2020-2021", 36 },
  { "2019-2019", 6 },
  { "2019", 6 },
  { "2026", 6 },
  { "2029", 0 },
  { "2024 - 현재", 29 },
  { "2026 - 현재", 5 },
  { "2027 - 현재", 0 },
  { "2021.13 - 2022.05", 0 },
  { "2020.05 - 2018.03", 0 },
  { "2020.05 - 2018.03, 2021.01 - 2021.03, 2021.02 - 2021.13", 3 },
  { "", 0 },
};

static void
test_months (void)
{
  const MatchumDay as_of = { 2026, 11, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (month_cases); i++)
    {
      g_autoptr (GArray) ranges = matchum_date_range_find_all (month_cases[i].text, -1);

      g_test_message ("%s", month_cases[i].text);
      g_assert_cmpuint (matchum_date_range_count_months ((const MatchumDateRange *) (gpointer) ranges->data,
                                                         ranges->len, as_of),
                        ==, month_cases[i].n_months);
    }
}

/* Against ticking every month off on a calendar. */
static void
test_union (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint round = 0; round < 500; round++)
    {
      MatchumDateRange ranges[6] = { 0 };
      gboolean worked[240] = { FALSE };
      guint n_months = 0;

      for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
        {
          const gint first = g_rand_int_range (rand, 0, 240);

          ranges[i].first = MATCHUM_MONTH (2000, 1) + first;
          ranges[i].last = ranges[i].first + g_rand_int_range (rand, 0, 30);
          ranges[i].is_open = g_rand_int_range (rand, 0, 8) == 0;
          for (gint j = first; j < 240 && (ranges[i].is_open || MATCHUM_MONTH (2000, 1) + j <= ranges[i].last); j++)
            worked[j] = TRUE;
        }
      for (guint j = 0; j < 240; j++)
        n_months += worked[j];
      g_assert_cmpuint (matchum_date_range_count_months (ranges, G_N_ELEMENTS (ranges), (MatchumDay){ 2019, 12, 31 }),
                        ==, n_months);
    }
}

static void
test_days (void)
{
  static const char *const good[] = { "2026-11-01", "2024-02-29", "0001-01-01", "9999-12-31" };
  static const char *const bad[] = {
    "",           "2026-11-1",  "2026/11/01",  "2026-13-01",  "2026-00-01",
    "2026-11-31", "2023-02-29", "2026-11-01 ", " 2026-11-01", "2026-11-001",
    "20261101",   "-026-11-01", "0000-01-01",  "2026-11-0a",  "1900-02-29",
  };
  MatchumDay day = { 1, 2, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (matchum_day_parse (bad[i], &day));
      g_assert_cmpint (day.year, ==, 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *again = NULL;

      g_assert_true (matchum_day_parse (good[i], &day));
      again = g_strdup_printf ("%04d-%02d-%02d", day.year, day.month, day.day);
      g_assert_cmpstr (again, ==, good[i]);
    }
  g_assert_cmpint (MATCHUM_DAY_GET_MONTH (day), ==, 9999 * 12 + 11);
}

/* Pieces of dates in any order: every answer is in order, inside the text, and ends no earlier than it starts. */
static void
test_any_text (void)
{
  static const char *const pieces[] = {
    "2021",       "2020.03", "'19.7", ".",  "-", "~", " ", "03",   "월",      "년", "현재", "Mar",    "to", "/",
    "2021-03-01", "\n",      "99",    "가", ",", "(", ")", "부터", "Present", "Q1", "여름", "202103", "–",  "since ",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) ranges = NULL;
      gsize end = 0;

      for (gint n = g_rand_int_range (rand, 0, 14); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      ranges = matchum_date_range_find_all (text->str, (gssize) text->len);
      for (guint i = 0; i < ranges->len; i++)
        {
          const MatchumDateRange *range = &g_array_index (ranges, MatchumDateRange, i);

          g_assert_true (end <= range->span.start && range->span.start < range->span.end);
          g_assert_true (range->span.end <= text->len);
          g_assert_true (
              g_utf8_validate (text->str + range->span.start, (gssize) matchum_span_get_length (range->span), NULL));
          g_assert_true (range->fault != MATCHUM_DATE_FAULT_NONE || range->is_open || range->first <= range->last);
          end = range->span.end;
        }
    }
}

static void
test_hostile (void)
{
  static const char *const fillers[] = { "2021.03 ", "2021. ", "1", "'", "2021-", "march ", "~", "2021.03~" };

  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) ranges = NULL;

      while (text->len < 1024 * 1024)
        g_string_append (text, fillers[i]);
      ranges = matchum_date_range_find_all (text->str, (gssize) text->len);
      g_assert_cmpuint (ranges->len, <=, text->len / strlen (fillers[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-range/cases", test_cases);
  g_test_add_func ("/date-range/spans", test_spans);
  g_test_add_func ("/date-range/months", test_months);
  g_test_add_func ("/date-range/union", test_union);
  g_test_add_func ("/date-range/days", test_days);
  g_test_add_func ("/date-range/any-text", test_any_text);
  g_test_add_func ("/date-range/hostile", test_hostile);
  return g_test_run ();
}
