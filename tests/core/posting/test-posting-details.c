/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every form in which postings say employment, experience, place, deadline, links, tools, stages and teams, one by one.
 */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "posting/matchum-posting-details.h"
#include "posting/matchum-posting-reader.h"

/* A Tuesday. */
static const MatchumDay today = { 2026, 11, 10 };

static MatchumPostingDetails *
read_details_on (const char *text, MatchumDay day)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_new ("posting.md", bytes, &error);
  g_autoptr (MatchumPosting) posting = NULL;

  g_assert_no_error (error);
  posting = matchum_posting_reader_read (source, &error);
  g_assert_no_error (error);
  return matchum_posting_details_read (posting, day);
}

/* A fact is what stands at its span, Markdown taken away, on its line. */
static void
assert_place_of (const char *text, const MatchumPostingFact *fact)
{
  guint line = 1;

  g_assert_cmpuint (fact->span.end, <=, strlen (text));
  g_assert_cmpuint (fact->span.start, <, fact->span.end);
  for (gsize i = 0; i < fact->span.start; i++)
    line += text[i] == '\n';
  g_assert_cmpuint (fact->line, ==, line);
  if (strpbrk (fact->text, "*`[]") == NULL
      && memchr (text + fact->span.start, '*', fact->span.end - fact->span.start) == NULL)
    {
      g_autofree char *raw = g_strndup (text + fact->span.start, fact->span.end - fact->span.start);

      g_strdelimit (raw, "\t\n", ' ');
      g_assert_cmpstr (raw, ==, fact->text);
    }
}

static void
test_deadlines (void)
{
  static const struct {
    const char *text;
    const char *date;
    const char *words;
    MatchumDeadlineKind kind;
    int hour, minute;
    gboolean is_implied, is_relative;
  } forms[] = {
    { "마감일: 2026-11-30", "2026-11-30", "2026-11-30", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "마감일 : 2026.11.30", "2026-11-30", "2026.11.30", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "- 접수 마감: 2026. 11. 30.(월) 18:00까지", "2026-11-30", "2026. 11. 30.(월) 18:00까지", MATCHUM_DEADLINE_DAY, 18,
      0, FALSE, FALSE },
    { "접수기간 : 2026.11.02 ~ 2026.11.30 23:59", "2026-11-30", "2026.11.02 ~ 2026.11.30 23:59", MATCHUM_DEADLINE_DAY,
      23, 59, FALSE, FALSE },
    { "**지원 기간** 2026년 11월 2일 ~ 12월 4일", "2026-12-04", "2026년 11월 2일 ~ 12월 4일", MATCHUM_DEADLINE_DAY, -1,
      0, FALSE, FALSE },
    { "모집기간: 2026.12.20 ~ 1.15", "2027-01-15", "2026.12.20 ~ 1.15", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "접수기간: 11.16 ~ 30", "2026-11-30", "11.16 ~ 30", MATCHUM_DEADLINE_DAY, -1, 0, TRUE, FALSE },
    { "[마감일] '26.11.30", "2026-11-30", "'26.11.30", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "마감일\n20261130", "2026-11-30", "20261130", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "마감 11/25(수) 자정", "2026-11-25", "11/25(수) 자정", MATCHUM_DEADLINE_DAY, 24, 0, TRUE, FALSE },
    { "마감: 11월 22일(일) 오후 5시 30분", "2026-11-22", "11월 22일(일) 오후 5시 30분", MATCHUM_DEADLINE_DAY, 17, 30,
      TRUE, FALSE },
    { "마감일: 1월 8일", "2027-01-08", "1월 8일", MATCHUM_DEADLINE_DAY, -1, 0, TRUE, FALSE },
    { "마감일: 11월 2일", "2026-11-02", "11월 2일", MATCHUM_DEADLINE_DAY, -1, 0, TRUE, FALSE },
    /* A Monday only in 2025. */
    { "마감일: 11월 24일(월)", "2025-11-24", "11월 24일(월)", MATCHUM_DEADLINE_DAY, -1, 0, TRUE, FALSE },
    { "이력서는 12월 5일까지 메일로 보내 주세요.", "2026-12-05", "12월 5일", MATCHUM_DEADLINE_DAY, -1, 0, TRUE, FALSE },
    { "## 언제까지 지원하나요?\n\n12/11(금) 18시", "2026-12-11", "12/11(금) 18시", MATCHUM_DEADLINE_DAY, 18, 0, TRUE,
      FALSE },
    { "가람 · 서울 · 정규직 · ~ 12/11(금)", "2026-12-11", "~ 12/11(금)", MATCHUM_DEADLINE_DAY, -1, 0, TRUE, FALSE },
    { "가람 · 서울 · 2026-12-11 마감", "2026-12-11", "2026-12-11 마감", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "가람 | 서울 | D-7", "2026-11-17", "D-7", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, TRUE },
    { "가람 | 서울 | D-day", "2026-11-10", "D-day", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, TRUE },
    { "가람 | 서울 | D-3 (2026.11.20)", "2026-11-20", "D-3 (2026.11.20)", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "마감일: 상시채용", NULL, "상시채용", MATCHUM_DEADLINE_ALWAYS, -1, 0, FALSE, FALSE },
    { "마감일\n상시", NULL, "상시", MATCHUM_DEADLINE_ALWAYS, -1, 0, FALSE, FALSE },
    { "마감일 : 채용 시 마감", NULL, "채용 시 마감", MATCHUM_DEADLINE_UNTIL_FILLED, -1, 0, FALSE, FALSE },
    { "접수기간: 채용시까지", NULL, "채용시까지", MATCHUM_DEADLINE_UNTIL_FILLED, -1, 0, FALSE, FALSE },
    { "접수기간: 2026.11.02 ~ 채용시까지", NULL, "채용시까지", MATCHUM_DEADLINE_UNTIL_FILLED, -1, 0, FALSE, FALSE },
    { "Deadline: 30 November 2026", "2026-11-30", "30 November 2026", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "Closing date: 5pm, Monday 30 November", "2026-11-30", "5pm, Monday 30 November", MATCHUM_DEADLINE_DAY, 17, 0,
      TRUE, FALSE },
    { "Apply by December 4th, 2026.", "2026-12-04", "December 4th, 2026.", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "Applications close on 4 Dec at 12:00 noon", "2026-12-04", "4 Dec at 12:00 noon", MATCHUM_DEADLINE_DAY, 12, 0,
      TRUE, FALSE },
    { "Send us your CV before 4 December.", "2026-12-04", "4 December", MATCHUM_DEADLINE_DAY, -1, 0, TRUE, FALSE },
    { "Closing date: 13/12/2026", "2026-12-13", "13/12/2026", MATCHUM_DEADLINE_DAY, -1, 0, FALSE, FALSE },
    { "Closing date: Fri 04/12/2026 (Fri)", "2026-12-04", "Fri 04/12/2026 (Fri)", MATCHUM_DEADLINE_DAY, -1, 0, FALSE,
      FALSE },
    { "Closing date: 04/12/2026", NULL, "04/12/2026", MATCHUM_DEADLINE_UNCLEAR, -1, 0, FALSE, FALSE },
    { "Closing date: open until filled", NULL, "open until filled", MATCHUM_DEADLINE_UNTIL_FILLED, -1, 0, FALSE,
      FALSE },
    { "Deadline: rolling basis", NULL, "rolling basis", MATCHUM_DEADLINE_ALWAYS, -1, 0, FALSE, FALSE },
    { "---\ndeadline: 2026-12-20T23:59:00+09:00\n---\n\n# 개발자", "2026-12-20", "2026-12-20T23:59:00+09:00",
      MATCHUM_DEADLINE_DAY, 23, 59, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (MatchumPostingDetails) details = read_details_on (forms[i].text, today);
      const MatchumPostingDeadline *deadline = matchum_posting_details_get_deadline (details);
      g_autofree char *date = deadline != NULL ? matchum_posting_deadline_dup_date (deadline) : NULL;

      g_test_message ("%s", forms[i].text);
      g_assert_nonnull (deadline);
      g_assert_cmpstr (date, ==, forms[i].date);
      g_assert_cmpstr (deadline->fact.text, ==, forms[i].words);
      g_assert_cmpint (deadline->kind, ==, forms[i].kind);
      g_assert_cmpint (deadline->hour, ==, forms[i].hour);
      g_assert_cmpint (deadline->minute, ==, forms[i].minute);
      g_assert_cmpint (deadline->is_year_implied, ==, forms[i].is_implied);
      g_assert_cmpint (deadline->is_relative, ==, forms[i].is_relative);
      assert_place_of (forms[i].text, &deadline->fact);
    }
}

static void
test_no_deadline (void)
{
  static const char *const texts[] = {
    "# 개발자\n\n## 자격요건\n\n- Python 3.11 이상\n- 2027년 2월 졸업 예정자\n",
    "# 개발자\n\n면접은 12월 5일에 있습니다.\n",
    "# 개발자\n\n합격자 발표: 2026.12.20\n입사일: 2027.01.04\n",
    "# Engineer\n\n## Requirements\n\n- Node 18.12 or later\n- 3.5 years of experience\n",
    "# Engineer\n\n## What you'll do\n\n- Close 1.5 deals a week by 30 June\n",
    "# 개발자\n\n근무시간: 10시 ~ 19시\n등록일: 2026.11.02\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MatchumPostingDetails) details = read_details_on (texts[i], today);

      g_test_message ("%s", texts[i]);
      g_assert_null (matchum_posting_details_get_deadline (details));
    }
}

/* The year that is not written is told from the day on which the posting was put up, where it says that. */
static void
test_deadline_reference (void)
{
  g_autoptr (MatchumPostingDetails) early = read_details_on ("등록일: 2025.03.02\n마감일: 4월 1일\n", today);
  g_autoptr (MatchumPostingDetails) closing =
      read_details_on ("접수기간 : 2026.11.30까지 (채용 시 조기 마감될 수 있음)\n", today);

  g_assert_cmpint (matchum_posting_details_get_deadline (early)->day.year, ==, 2025);
  g_assert_true (matchum_posting_details_get_deadline (early)->is_year_implied);
  g_assert_false (matchum_posting_details_get_deadline (early)->may_close_early);
  g_assert_true (matchum_posting_details_get_deadline (closing)->may_close_early);
}

static void
test_employment (void)
{
  static const struct {
    const char *text;
    const char *words;
    guint kinds;
  } forms[] = {
    { "고용형태: 정규직", "정규직", MATCHUM_EMPLOYMENT_PERMANENT },
    { "**고용형태** 계약직 1년 · **경력** 3년 이상", "계약직 1년", MATCHUM_EMPLOYMENT_FIXED_TERM },
    { "고용형태\t무기계약직", "무기계약직", MATCHUM_EMPLOYMENT_PERMANENT },
    { "채용형태 : 전환형 인턴", "전환형 인턴", MATCHUM_EMPLOYMENT_INTERN },
    { "고용형태: 계약직 (정규직 전환 가능)", "계약직 (정규직 전환 가능)",
      MATCHUM_EMPLOYMENT_PERMANENT | MATCHUM_EMPLOYMENT_FIXED_TERM },
    { "고용형태: 정규직 / 전문연구요원 가능", "정규직 / 전문연구요원 가능",
      MATCHUM_EMPLOYMENT_PERMANENT | MATCHUM_EMPLOYMENT_SERVICE },
    { "고용형태 : 파견직", "파견직", MATCHUM_EMPLOYMENT_AGENCY },
    { "근무형태 : 시간제", "시간제", MATCHUM_EMPLOYMENT_PART_TIME },
    { "형태: 주5일\n고용형태: 프리랜서", "프리랜서", MATCHUM_EMPLOYMENT_FREELANCE },
    { "가람 · 서울 마포구 · 정규직", "정규직", MATCHUM_EMPLOYMENT_PERMANENT },
    { "Employment type\nFull-time", "Full-time", MATCHUM_EMPLOYMENT_FULL_TIME },
    { "**Ostera** · Leeds · Permanent · £60k", "Permanent", MATCHUM_EMPLOYMENT_PERMANENT },
    { "Contract: fixed-term, part-time", "fixed-term, part-time",
      MATCHUM_EMPLOYMENT_FIXED_TERM | MATCHUM_EMPLOYMENT_PART_TIME },
    { "---\ntype: full-time\n---\n\n# Engineer", "full-time", MATCHUM_EMPLOYMENT_FULL_TIME },
    { "| 고용형태 | 정규직 |\n| --- | --- |\n| 근무지 | 서울 |", "정규직", MATCHUM_EMPLOYMENT_PERMANENT },
    { "# 개발자\n\n## 복리후생\n\n- 자유로운 휴가\n", NULL, 0 },
    { "# 개발자\n\n## 담당업무\n\n- 정규직 직원의 급여 정산\n", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (MatchumPostingDetails) details = read_details_on (forms[i].text, today);
      const MatchumPostingEmployment *employment = matchum_posting_details_get_employment (details);

      g_test_message ("%s", forms[i].text);
      g_assert_cmpstr (employment != NULL ? employment->fact.text : NULL, ==, forms[i].words);
      if (employment == NULL)
        continue;
      g_assert_cmpuint (employment->kinds, ==, forms[i].kinds);
      assert_place_of (forms[i].text, &employment->fact);
    }
}

static void
test_experience (void)
{
  static const struct {
    const char *text;
    const char *words;
    MatchumSeniority seniority;
    guint least, most;
  } forms[] = {
    { "경력: 3년 이상", "3년 이상", MATCHUM_SENIORITY_EXPERIENCED, 3, 0 },
    { "경력 : 3~7년", "3~7년", MATCHUM_SENIORITY_EXPERIENCED, 3, 7 },
    { "경력: 2년 이상 4년 이하", "2년 이상 4년 이하", MATCHUM_SENIORITY_EXPERIENCED, 2, 4 },
    { "경력: 신입", "신입", MATCHUM_SENIORITY_NEW, 0, 0 },
    { "경력: 무관", "무관", MATCHUM_SENIORITY_ANY, 0, 0 },
    { "**경력**: 경력/신입", "경력/신입", MATCHUM_SENIORITY_ANY, 0, 0 },
    { "학력/경력 : 무관, 초보 가능", "무관, 초보 가능", MATCHUM_SENIORITY_ANY, 0, 0 },
    { "가람 ∙ 서울 강남구 ∙ 경력 4-9년", "경력 4-9년", MATCHUM_SENIORITY_EXPERIENCED, 4, 9 },
    { "경력 3년↑ | 서울", "경력 3년↑", MATCHUM_SENIORITY_EXPERIENCED, 3, 0 },
    { "가람 신입/경력 데이터 분석가 채용\n\n## 자격요건\n- SQL", "신입/경력", MATCHUM_SENIORITY_ANY, 0, 0 },
    { "# 데이터 분석가 (5년 이상)\n\n## 자격요건\n- SQL", "5년 이상", MATCHUM_SENIORITY_EXPERIENCED, 5, 0 },
    { "# 분석가\n\n## 자격요건\n\n- 석사 또는 이에 준하는 경력(5년 이상)\n- 분석 실무 경력 2년 이상\n", "경력 2년 이상",
      MATCHUM_SENIORITY_EXPERIENCED, 2, 0 },
    { "# Engineer\n\n## Requirements\n\n- 5+ years of Go\n", "5+ years", MATCHUM_SENIORITY_EXPERIENCED, 5, 0 },
    { "# Engineer\n\n## Requirements\n\n- At least three years in operations\n", "At least three years",
      MATCHUM_SENIORITY_EXPERIENCED, 3, 0 },
    { "# Engineer\n\n## Requirements\n\n- Two to four years of sales experience\n", "Two to four years",
      MATCHUM_SENIORITY_EXPERIENCED, 2, 0 },
    { "Experience level: Entry level\n\n# Engineer", "Entry level", MATCHUM_SENIORITY_NEW, 0, 0 },
    { "# Engineer\n\n## Requirements\n\n- No prior experience required\n", "No prior experience required",
      MATCHUM_SENIORITY_ANY, 0, 0 },
    { "# 연구원\n\n## 자격요건\n\n- 박사학위 취득 후 5년 이내인 분\n- 최근 3년 이내 논문 1편\n", NULL, 0, 0, 0 },
    { "# 간호사\n\n## 자격요건\n\n- 학력 무관\n- 간호사 면허\n", NULL, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (MatchumPostingDetails) details = read_details_on (forms[i].text, today);
      const MatchumPostingExperience *experience = matchum_posting_details_get_experience (details);

      g_test_message ("%s", forms[i].text);
      g_assert_cmpstr (experience != NULL ? experience->fact.text : NULL, ==, forms[i].words);
      if (experience == NULL)
        continue;
      g_assert_cmpint (experience->seniority, ==, forms[i].seniority);
      g_assert_cmpuint (experience->least, ==, forms[i].least);
      g_assert_cmpuint (experience->most, ==, forms[i].most);
      assert_place_of (forms[i].text, &experience->fact);
    }
}

static void
test_places (void)
{
  static const char *const forms[][2] = {
    { "근무지: 서울 마포구 (주 2회 원격)", "서울 마포구 (주 2회 원격)" },
    { "ㆍ근무지 : 서울 송파구 문정동 본사", "서울 송파구 문정동 본사" },
    { "근무지역\n서울 강남구 테헤란로 000, 12층", "서울 강남구 테헤란로 000, 12층" },
    { "근무지\t충남 천안시\t경력\t3년", "충남 천안시" },
    { "가람 / 대전 유성구 / 정규직", "대전 유성구" },
    { "# 개발자\n\n## 근무 조건\n\n- 정규직, 주 40시간, 나주 본사\n", "나주 본사" },
    { "# 개발자\n\n## 자격요건\n\n- SQL\n\n## 근무 조건\n\n- 선릉역 걸어서 5분이에요\n", "선릉역" },
    { "Location: Leeds or Toulouse", "Leeds or Toulouse" },
    { "**Ostera** · Remote in Europe · Full-time", "Remote in Europe" },
    { "# Engineer\n\nOstera (오스테라) — Seoul (remote-first) — Full-time", "Seoul (remote-first)" },
    { "# Engineer\n\nWe are based in Bristol and sell boats.", "Bristol" },
    { "---\nlocation: Toronto, ON\n---\n\n# Engineer", "Toronto, ON" },
    { "Work location: In person", NULL },
    { "# 개발자\n\n저는 서로 다른 일을 해요. 있으면 제가 도울게요.\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (MatchumPostingDetails) details = read_details_on (forms[i][0], today);
      const MatchumPostingFact *place = matchum_posting_details_get_place (details);

      g_test_message ("%s", forms[i][0]);
      g_assert_cmpstr (place != NULL ? place->text : NULL, ==, forms[i][1]);
      if (place != NULL)
        assert_place_of (forms[i][0], place);
    }
}

static void
test_links (void)
{
  static const char text[] =
      "---\ntitle: 개발자\nurl: https://careers.garam.example/1\n---\n\n"
      "회사 소개는 [우리 이야기](https://garam.example/about(us)?a=1)에서, 블로그는 www.garam.example/blog.\n"
      "- [지원 페이지](https://apply.garam.example/1)\n"
      "접수처: recruit.garam.co.kr/2026\n문의: jobs@garam.example, https://careers.garam.example/1\n";
  static const char *const urls[] = { "https://recruit.garam.co.kr/2026", "https://careers.garam.example/1",
                                      "https://apply.garam.example/1", "https://garam.example/about(us)?a=1",
                                      "https://www.garam.example/blog" };
  g_autoptr (MatchumPostingDetails) details = read_details_on (text, today);
  guint n = matchum_posting_details_get_n_links (details);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (urls));
  for (guint i = 0; i < n; i++)
    {
      gboolean is_found = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (urls); k++)
        is_found |= g_str_equal (matchum_posting_details_get_link (details, i)->url, urls[k]);
      g_assert_true (is_found);
      assert_place_of (text, &matchum_posting_details_get_link (details, i)->fact);
    }
  g_assert_cmpstr (matchum_posting_details_get_link (details, 0)->url, ==, urls[1]);
  g_assert_cmpstr (matchum_posting_details_get_link (details, n - 1)->url, ==, urls[4]);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (matchum_posting_details_get_link (details, i)->url, urls[2]))
      g_assert_cmpstr (matchum_posting_details_get_link (details, i)->fact.text, ==, "지원 페이지");
}

/* Lists, given as their members with " | " between them. */
static void
append_member (GString *text, const char *member)
{
  if (text->len > 0)
    g_string_append (text, " | ");
  g_string_append (text, member);
}

static char *
join_tools (MatchumPostingDetails *details)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < matchum_posting_details_get_n_tools (details); i++)
    append_member (text, matchum_posting_details_get_tool (details, i)->text);
  return g_string_free (text, FALSE);
}

static char *
join_stages (MatchumPostingDetails *details)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < matchum_posting_details_get_n_stages (details); i++)
    append_member (text, matchum_posting_details_get_stage (details, i)->text);
  return g_string_free (text, FALSE);
}

/* "설계팀 3-9,20-22 | 품질팀" */
static char *
join_teams (MatchumPostingDetails *details)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < matchum_posting_details_get_n_teams (details); i++)
    {
      const MatchumPostingTeam *team = matchum_posting_details_get_team (details, i);

      append_member (text, team->fact.text);
      for (guint k = 0; k < team->ranges->len; k++)
        {
          const MatchumLineRange *range = &g_array_index (team->ranges, MatchumLineRange, k);

          g_string_append_printf (text, "%c%u-%u", k > 0 ? ',' : ' ', range->first, range->last);
        }
    }
  return g_string_free (text, FALSE);
}

typedef char *(*JoinFunc) (MatchumPostingDetails *details);

static void
assert_lists (const char *const forms[][2], guint n, JoinFunc join)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MatchumPostingDetails) details = read_details_on (forms[i][0], today);
      g_autofree char *said = join (details);

      g_test_message ("%s", forms[i][0]);
      g_assert_cmpstr (said, ==, forms[i][1]);
    }
}

static void
test_tools (void)
{
  static const char *const forms[][2] = {
    { "# 개발자\n\n## 기술 스택\n\nPython, Go, C++, Kubernetes\n", "Python | Go | C++ | Kubernetes" },
    { "# 개발자\n\n## 기술 스택\n\n- Backend: Java, Spring Boot (Web, Data)\n- Infra: AWS / Terraform 등\n- Java\n",
      "Java | Spring Boot (Web, Data) | AWS | Terraform" },
    { "# 개발자\n\n기술 스택 • 툴\n\nSQL\nPython\nTableau\n", "SQL | Python | Tableau" },
    { "---\ntitle: 개발자\nstack: [Go, Kafka, \"React Native\"]\n---\n", "Go | Kafka | React Native" },
    { "---\ntitle: 개발자\nstack:\n  - Go\n  - Kafka\n---\n", "Go | Kafka" },
    { "# Engineer\n\n**Tech stack**: TypeScript, PostgreSQL · Redis\n", "TypeScript | PostgreSQL | Redis" },
    { "# 개발자\n\n## 기술 스택\n\n저희는 BigQuery와 Airflow를 주로 쓰고 있어요.\n", "BigQuery | Airflow" },
    { "# 개발자\n\n## 자격요건\n\n- Python, SQL\n", "" },
  };

  assert_lists (forms, G_N_ELEMENTS (forms), join_tools);
}

static void
test_stages (void)
{
  static const char *const forms[][2] = {
    { "# 개발자\n\n## 채용 절차\n\n서류 전형 → 코딩 테스트(2시간) → 1차 면접 → 최종 합격\n",
      "서류 전형 | 코딩 테스트(2시간) | 1차 면접 | 최종 합격" },
    { "# 개발자\n\n## 전형절차\n\n서류전형 > 실무면접(사례 발표 20분) > 임원면접 > 최종합격\n",
      "서류전형 | 실무면접(사례 발표 20분) | 임원면접 | 최종합격" },
    { "# 개발자\n\n전형절차 : 서류 ▶ 면접 ▶ 신체검사\n", "서류 | 면접 | 신체검사" },
    { "# 개발자\n\n## 전형절차\n\n서류전형 - 실무면접 - 임원면접 - 입사\n", "서류전형 | 실무면접 | 임원면접 | 입사" },
    { "# 개발자\n\n## 채용 프로세스\n\n1. **서류 전형** →\n2. **화상 인터뷰** →\n3. **최종 합격 및 입사**\n",
      "서류 전형 | 화상 인터뷰 | 최종 합격 및 입사" },
    { "# 개발자\n\n## 채용 절차\n\n- 서류 전형\n- 1차 기술 면접: 시스템 설계\n- 최종 합격\n- 전형 결과는 메일로 알려 "
      "드려요\n",
      "서류 전형 | 1차 기술 면접 | 최종 합격" },
    { "# 개발자\n\n## 합류 여정\n\n1. 서류 검토 (7일 안에 알려 드려요)\n2. 사전 과제: 5일\n3. 직무 인터뷰 90분, 코드 "
      "리뷰 포함\n",
      "서류 검토 | 사전 과제 | 직무 인터뷰 90분" },
    { "# 사회복지사\n\n## 전형방법\n\n가. 1차 : 서류전형 - 2026. 12. 2.(수)\n나. 2차 : 면접전형\n",
      "서류전형 | 면접전형" },
    { "# 영업\n\n[전형 순서]\n(1) 서류 2. 1차 면접 3. 동행 방문(반나절) 4. 최종 면접\n",
      "서류 | 1차 면접 | 동행 방문(반나절) | 최종 면접" },
    { "# 마케터\n\n## 채용 절차\n\n서류 + 포트폴리오 👉 커피챗 👉 과제 인터뷰 👉 합류\n",
      "서류 + 포트폴리오 | 커피챗 | 과제 인터뷰 | 합류" },
    { "# Engineer\n\n## How we hire\n\n1. 30-minute call with the people team\n2. A take-home task, three hours at "
      "most\n3. Panel interview: modelling\n"
      "4. Offer\n",
      "30-minute call with the people team | A take-home task | Panel interview | Offer" },
    { "# Engineer\n\n## Hiring process\n\nRecruiter screen, then a take-home (capped at three hours), then a panel "
      "with two engineers. We aim to "
      "finish in three weeks.\n",
      "Recruiter screen | a take-home | a panel with two engineers" },
    { "# Engineer\n\n## Process\n\n1. A call with Freja, 30 minutes\n2. A take-home (3 hours at most) or a walk "
      "through "
      "your own code\n3. System design with two engineers\n4. References and offer\n",
      "A call with Freja | A take-home | System design with two engineers | References and offer" },
    { "# 개발자\n\n## 담당업무\n\n- 서버 개발 → 배포 → 운영\n", "" },
  };

  assert_lists (forms, G_N_ELEMENTS (forms), join_stages);
}

static void
test_notes (void)
{
  static const char text[] = "# 개발자\n\n## 채용 절차\n\n- 서류 → 면접 → 합격\n- 면접은 화상으로 진행돼요\n\n## "
                             "유의사항\n\n- 수습 기간 3개월\n";
  g_autoptr (MatchumPostingDetails) details = read_details_on (text, today);

  g_assert_cmpuint (matchum_posting_details_get_n_notes (details), ==, 2);
  g_assert_cmpstr (matchum_posting_details_get_note (details, 0)->text, ==, "면접은 화상으로 진행돼요");
  g_assert_cmpuint (matchum_posting_details_get_note (details, 1)->line, ==, 10);
}

static void
test_teams (void)
{
  static const char *const forms[][2] = {
    { "# ML 엔지니어\n\n## 주요 업무\n\n### 추천팀\n- 추천 모델 개발\n- 실험\n\n### 검색팀\n- 랭킹 개발\n\n## 자격 "
      "요건\n- Python\n",
      "추천팀 5-7 | 검색팀 9-10" },
    { "# 설계자\n\n■ 설계1팀 (2명)\n담당업무\n- 장비 설계\n자격요건\n- CAD 경력 2년 이상\n\n■ 설계2팀 "
      "(0명)\n담당업무\n- 유닛 설계\n자격요건\n- 해석 경험\n\n■ "
      "복리후생\n- 기숙사\n",
      "설계1팀 3-7 | 설계2팀 9-13" },
    { "# 건설 경력사원\n\n모집분야\t담당업무\t인원\n시공\t공정 관리\t2명\n공무\t원가 관리\t1명\n\n## 자격요건\n- "
      "시공\n  - 토목기사\n- 공무\n  - AutoCAD 사용\n",
      "시공 4-4,8-9 | 공무 5-5,10-11" },
    { "# Designer\n\nDepartment: Growth\n", "Growth" },
    { "---\ntitle: Engineer\nteam: Platform\n---\n\n# Engineer\n", "Platform" },
    { "# 인사팀 급여 담당자\n\n## 자격요건\n- 급여 경력 3년 이상\n", "인사팀" },
    { "# 개발자\n\n저희 예약팀은 다섯 명이에요.\n\n## 자격요건\n- Kotlin\n", "예약팀" },
    { "# Engineer\n\nYou will join the ML Platform team.\n\n## Requirements\n- Go\n", "ML Platform team" },
    { "# 간호사\n\n## 자격요건\n- 면허\n", "" },
  };

  assert_lists (forms, G_N_ELEMENTS (forms), join_teams);
}

/* A team that is picked has its own lines and those of nobody. */
static void
test_picking (void)
{
  g_autoptr (MatchumPostingDetails) details =
      read_details_on ("# ML 엔지니어\n\n## 주요 업무\n\n### 추천팀\n- 추천 모델 개발\n\n### 검색팀\n- 랭킹 개발\n\n## "
                       "자격 요건\n- Python\n",
                       today);

  g_assert_cmpuint (matchum_posting_details_count_own (details), ==, 2);
  g_assert_true (matchum_posting_details_line_concerns (details, 0, 6));
  g_assert_false (matchum_posting_details_line_concerns (details, 0, 9));
  g_assert_false (matchum_posting_details_line_concerns (details, 1, 6));
  g_assert_true (matchum_posting_details_line_concerns (details, 1, 9));
  g_assert_true (matchum_posting_details_line_concerns (details, 1, 12));
}

/* Time grows with the text, not with its square, whatever stands in it. */
static void
test_hostile (void)
{
  static const char *const lines[] = { "마감일: 2026-11-30\n",
                                       "근무지\n",
                                       "고용형태 | 정규직 | 경력\n",
                                       "서류 → 면접 → 합격\n",
                                       "### 추천팀\n- 개발\n",
                                       "- 경력 3년 이상\n",
                                       "1. 12. 3. 4. 5 ",
                                       "기술 스택: Go, Go, Java\n",
                                       "((((((((([[[[***",
                                       "https://a.example/x ",
                                       "모집분야\t인원\n",
                                       "분야\t부서\t인원\n가\t나팀\t2\n다\t라팀\t3\n",
                                       "D-7 ~ 11.30 ",
                                       "※\n",
                                       "Visits of plants\n## What you will do\n- Plans\n",
                                       "the a team of " };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GString) text = g_string_new ("# 개발자\n\n## 자격요건\n\n- SQL\n\n");
      gint64 start;

      for (guint k = 0; k < 20000; k++)
        g_string_append (text, lines[i]);
      start = g_get_monotonic_time ();
      {
        g_autoptr (MatchumPostingDetails) details = read_details_on (text->str, today);

        g_assert_nonnull (details);
      }
      g_test_message ("%s: %.2f s", lines[i], (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
    }
}

/* A line of a million bytes. */
static void
test_long_line (void)
{
  static const char *const parts[] = {
    "a", "가", "12.30 ", "서류 > ", "근무지: 서울 / ", "3년 이상 ", "[a](https://a.example/", "팀 2명, "
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new ("# 개발자\n\n## 채용 절차\n\n");
      gint64 start = g_get_monotonic_time ();
      g_autoptr (MatchumPostingDetails) details = NULL;

      while (text->len < 1000000)
        g_string_append (text, parts[i]);
      details = read_details_on (text->str, today);
      g_assert_nonnull (details);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

static void
test_day_without_meaning (void)
{
  g_autoptr (MatchumPostingDetails) details = read_details_on ("마감일: 11월 30일\n", (MatchumDay){ 0 });
  g_autoptr (MatchumPostingDetails) countdown = read_details_on ("가람 | 서울 | D-7\n", (MatchumDay){ 0 });
  g_autoptr (MatchumPostingDetails) none = read_details_on ("마감일: 2026.02.30\n", today);

  g_assert_cmpint (matchum_posting_details_get_deadline (details)->kind, ==, MATCHUM_DEADLINE_UNCLEAR);
  g_assert_null (matchum_posting_details_get_deadline (countdown));
  g_assert_null (matchum_posting_details_get_deadline (none));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/details/deadlines", test_deadlines);
  g_test_add_func ("/posting/details/no-deadline", test_no_deadline);
  g_test_add_func ("/posting/details/deadline-reference", test_deadline_reference);
  g_test_add_func ("/posting/details/day-without-meaning", test_day_without_meaning);
  g_test_add_func ("/posting/details/employment", test_employment);
  g_test_add_func ("/posting/details/experience", test_experience);
  g_test_add_func ("/posting/details/places", test_places);
  g_test_add_func ("/posting/details/links", test_links);
  g_test_add_func ("/posting/details/tools", test_tools);
  g_test_add_func ("/posting/details/stages", test_stages);
  g_test_add_func ("/posting/details/notes", test_notes);
  g_test_add_func ("/posting/details/teams", test_teams);
  g_test_add_func ("/posting/details/picking", test_picking);
  g_test_add_func ("/posting/details/hostile", test_hostile);
  g_test_add_func ("/posting/details/long-line", test_long_line);

  return g_test_run ();
}
