/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings taken apart. The dates are marked in the tests with ‹ and ›, which are taken out before. */
#include <glib.h>
#include <string.h>

#include "matchum-heading-text.h"

typedef struct {
  const char *heading;
  const char *before;
  const char *dates;
  const char *after;
} Case;

static char *
parse (const char *marked, GArray *dates)
{
  GString *text = g_string_new (NULL);
  MatchumDateRange range = { 0 };

  for (const char *at = marked; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2039)
        range.span.start = text->len;
      else if (c == 0x203a)
        {
          range.span.end = text->len;
          range.by_year = range.span.end - range.span.start == 4;
          g_array_append_val (dates, range);
        }
      else
        g_string_append_unichar (text, c);
    }

  return g_string_free (text, FALSE);
}

static void
assert_span (const char *text, MatchumSpan span, const char *expected)
{
  g_autofree char *got = g_strndup (text + span.start, span.end - span.start);

  g_assert_cmpstr (got, ==, expected);
}

static void
check (const Case *cases, gsize n_cases, gboolean is_line)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (MatchumDateRange));
      g_autofree char *text = parse (cases[i].heading, dates);
      MatchumSpan whole = MATCHUM_SPAN (0, strlen (text));
      MatchumHeadingSplit split =
          is_line ? matchum_heading_split_line (text, whole, dates) : matchum_heading_split (text, whole, dates);

      g_test_message ("%s", cases[i].heading);
      assert_span (text, split.before, cases[i].before);
      assert_span (text, split.dates, cases[i].dates);
      assert_span (text, split.after, cases[i].after);
    }
}

static void
test_split (void)
{
  static const Case cases[] = {
    { "이음마켓 | Machine Learning Engineer | ‹2022.03 - 현재›", "이음마켓 | Machine Learning Engineer",
      "2022.03 - 현재", "" },
    { "Acme, Engineer (‹2020 – 2021›)", "Acme, Engineer", "2020 – 2021", "" },
    { "Acme (‹2022.03 - 현재›, 재직 중)", "Acme", "2022.03 - 현재, 재직 중", "" },
    { "Acme (a company of many words, since ‹2020.01›)", "Acme (a company of many words, since 2020.01)", "", "" },
    { "Acme ‹Mar 2020 – Present›", "Acme", "Mar 2020 – Present", "" },
    { "‹2018 - 2020› | 이음마켓 | 팀장", "", "2018 - 2020", "이음마켓 | 팀장" },
    { "이음마켓 | ‹2018.01 - 2020.02› | 서울", "이음마켓", "2018.01 - 2020.02", "서울" },
    { "‹2024› 데이터 컨퍼런스", "2024 데이터 컨퍼런스", "", "" },
    { "KCC ‹2018›", "KCC 2018", "", "" },
    { "KCC, ‹2018›", "KCC", "2018", "" },
    { "Kaggle ‹2022› Challenge", "Kaggle 2022 Challenge", "", "" },
    { "Acme — ‹2016 - 2018›, ‹2020 - 2021›", "Acme", "2016 - 2018, 2020 - 2021", "" },
    { "‹2020.03 - 2021.02›", "2020.03 - 2021.02", "", "" },
    { "한울대학교", "한울대학교", "", "" },
    { "", "", "", "" },
  };

  check (cases, G_N_ELEMENTS (cases), FALSE);
}

static void
test_split_line (void)
{
  static const Case cases[] = {
    { "데이터플랫폼팀 데이터 엔지니어, ‹2021.05 - 현재›", "데이터플랫폼팀 데이터 엔지니어", "2021.05 - 현재", "" },
    { "‹2021.05 - 현재›", "", "2021.05 - 현재", "" },
    { "(‹2021.05 - 현재›)", "", "2021.05 - 현재", "" },
    { "‹2021.05 - 현재› (2년 3개월)", "", "2021.05 - 현재 (2년 3개월)", "" },
    { "‹2021.05 - 현재› 데이터 엔지니어", "", "2021.05 - 현재", "데이터 엔지니어" },
    { "데이터 엔지니어 ‹2021›", "데이터 엔지니어", "2021", "" },
    { "데이터 ‹2021› 엔지니어", "데이터 2021 엔지니어", "", "" },
  };

  check (cases, G_N_ELEMENTS (cases), TRUE);
}

static void
test_organisation (void)
{
  static const struct {
    const char *title;
    gboolean with_commas;
    const char *organisation;
  } cases[] = {
    { "이음마켓 | Machine Learning Engineer", TRUE, "이음마켓" },
    { "Kestrel Robotics — Senior Engineer", FALSE, "Kestrel Robotics" },
    { "장바구니랩 · 데이터 분석가", FALSE, "장바구니랩" },
    { "공유 킥보드·자전거", TRUE, "공유 킥보드·자전거" },
    { "Brightpath Logistics, Staff Engineer, Platform", TRUE, "Brightpath Logistics" },
    { "LLM, RAG 챗봇", FALSE, "LLM, RAG 챗봇" },
    { "Lantern Tickets: Frontend Engineer", TRUE, "Lantern Tickets" },
    { "사내 해커톤: 판매글 자동 작성", FALSE, "사내 해커톤: 판매글 자동 작성" },
    { "Acme 10:30 Club, Lead", TRUE, "Acme 10:30 Club" },
    { "MIMIC-III 재입원 예측 (개인, 공개 데이터)", TRUE, "MIMIC-III 재입원 예측 (개인, 공개 데이터)" },
    { "Acme (a | b), Lead", TRUE, "Acme (a | b)" },
    { "Acme) , Lead", TRUE, "Acme)" },
    { "| x", TRUE, "| x" },
    { "", TRUE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize end = matchum_heading_find_organisation_end (cases[i].title, strlen (cases[i].title), cases[i].with_commas);

      assert_span (cases[i].title, MATCHUM_SPAN (0, end), cases[i].organisation);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/heading/split", test_split);
  g_test_add_func ("/print/heading/split-line", test_split_line);
  g_test_add_func ("/print/heading/organisation", test_organisation);

  return g_test_run ();
}
