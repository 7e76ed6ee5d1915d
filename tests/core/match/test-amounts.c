/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts and lengths that a posting asks for, held against what a resume tells, with the lexicon of the program. */
#include "config.h"

#include <locale.h>

#include "match-fixture.h"
#include "match/matchum-explanation.h"

static const char resume_text[] =
    "# 나도윤\n" /* 1 */
    "\n"
    "월 매출 3천억 규모의 회사를 두루 거친 개발자입니다. 40명의 팀을 이끌었습니다.\n" /* 3 */
    "\n"
    "## 경력\n" /* 5 */
    "\n"
    "### 바람마켓 | 백엔드 엔지니어 | 2021.03 - 현재\n" /* 7 */
    "\n"
    "MAU 310만의 중고 거래 앱\n" /* 9 */
    "\n"
    "- Kafka로 주문 이벤트를 받아 피크 초당 2만 4천 건을 처리\n" /* 11 */
    "- Go로 다시 쓴 결제 서버\n"                                 /* 12 */
    "  - 가용성 99.95%, 월 결제액 1,200억 원\n"                  /* 13 */
    "- Airflow DAG 62개를 운영하며 하루 3TB를 적재\n"            /* 14 */
    "- 하루 5천만 건의 Flink 집계는 검토만 하고 도입하지 않음\n" /* 15 */
    "- 엔지니어 7명의 팀을 리드하며 코드 리뷰를 정착\n"          /* 16 */
    "\n"
    "### 물결애드 | 마케터 | 2017.01 - 2021.02\n" /* 18 */
    "\n"
    "- 구글 광고와 메타 광고에 월 1억 8천만 원을 집행\n" /* 20 */
    "- 누적 다운로드 400만의 앱을 홍보\n"                /* 21 */
    "- 클릭 단가 2,900원 → 1,850원\n"                    /* 22 */
    "- 신입 사원 120명 대상 마케팅 교육을 진행\n"        /* 23 */
    "\n"
    "## 프로젝트\n" /* 25 */
    "\n"
    "### 동네 병원 예약 | 2016\n" /* 27 */
    "\n"
    "- 350병상 종합병원의 예약 시스템을 Python으로 개발\n"; /* 29 */

typedef struct {
  const char *line;
  const char *verdict;
  const char *sentence;
} Case;

static const Case cases[] = {
  { "월 사용자 100만 명 이상 서비스 경험", "met|9|", "1,000,000 users a month asked: 3,100,000 users a month shown" },
  { "월 사용자 500만 명 이상 서비스 경험", "partial|9,21|월 사용자 500만 명 이상",
    "5,000,000 users a month asked: only 3,100,000 users a month shown" },
  { "DAU 100만 이상 서비스 경험", "partial|9,21|DAU 100만 이상",
    "1,000,000 users a day asked: only 3,100,000 users a month shown" },
  { "MAU 300만 이상 앱의 Go 개발 경험", "met|9,12|", "2 of 2: Go, MAU 300만 이상 (3,100,000 users a month) shown" },
  { "MAU 300만 이상 앱의 Python 개발 경험", "partial|29|MAU 300만 이상",
    "1 of 2: Python shown; MAU 300만 이상 missing" },
  { "MAU 400만 이상 앱의 Go 개발 경험", "partial|9,12|MAU 400만 이상",
    "1 of 2: Go shown; MAU 400만 이상 (3,100,000 users a month) only in part" },
  { "누적 다운로드 100만 이상의 앱 경험", "met|9,21|", "1,000,000 users in all asked: 3,100,000 users a month shown" },
  { "Kafka로 초당 1만 건 이상의 메시지 처리 경험", "met|11|",
    "2 of 2: Kafka, 초당 1만 건 이상 (24,000 a second) shown" },
  { "Kafka로 초당 10만 건 이상의 메시지 처리 경험", "partial|11|초당 10만 건 이상",
    "1 of 2: Kafka shown; 초당 10만 건 이상 (24,000 a second) only in part" },
  { "초당 10만 건 이상의 이벤트 처리 경험", "partial|11|초당 10만 건 이상",
    "100,000 a second asked: only 24,000 a second shown" },
  { "하루 10억 건 이상의 이벤트를 Kafka로 처리한 경험", "met|11|",
    "2 of 2: Kafka, 하루 10억 건 이상 (24,000 a second) shown" },
  { "Flink로 하루 1천만 건 이상을 처리한 경험", "missing||Flink", "Only a hint of Flink (not kept)" },
  { "일 1TB 이상의 데이터 처리 경험", "met|14|", "1 TB a day asked: 3 TB a day shown" },
  { "일 10TB 이상의 데이터 처리 경험", "partial|14|일 10TB 이상", "10 TB a day asked: only 3 TB a day shown" },
  { "1PB 이상의 데이터 처리 경험", "missing||1PB 이상", "Nothing shows 1PB 이상" },
  { "Airflow로 50개 이상의 DAG를 운영한 경험", "met|14|", "2 of 2: Airflow, 50개 이상의 DAG (62개) shown" },
  { "Airflow로 100개 이상의 DAG를 운영한 경험", "partial|14|100개 이상의 DAG",
    "1 of 2: Airflow shown; 100개 이상의 DAG (62개) only in part" },
  { "5인 이상 팀 리드 경험", "met|16|", "2 of 2: 팀 리드, 5인 이상 (a team of 7) shown" },
  { "10인 이상 팀 리드 경험", "partial|16|10인 이상", "1 of 2: 팀 리드 shown; 10인 이상 (a team of 7) only in part" },
  { "Experience leading teams of 5 or more", "met|16|", "a team of 5 asked: a team of 7 shown" },
  { "Led a team of 30", "partial|16|team of 30", "1 of 2: Led a team of shown; team of 30 (a team of 7) only in part" },
  { "팀원 30명 이상을 이끈 경험", "met|3|", "a team of 30 asked: a team of 40 shown" },
  { "99.9% 이상의 가용성을 유지한 결제 서버 운영 경험", "met|12,13|",
    "3 of 3: 가용성, 결제 서버, 99.9% 이상 (99.95%) shown" },
  { "99.99% uptime", "partial|13|99.99% uptime", "99.99% asked: only 99.95% shown" },
  { "월 1억 원 이상의 광고 예산을 운영한 경험", "met|20|",
    "2 of 2: 광고 (via 구글 광고), 월 1억 원 이상 (₩180,000,000 a month) shown" },
  { "월 3억 원 이상의 광고 예산을 운영한 경험", "partial|20|월 3억 원 이상",
    "1 of 2: 광고 (via 구글 광고) shown; 월 3억 원 이상 (₩180,000,000 a month) only in part" },
  { "Managed a $1M+ budget", "met|20|", "$1,000,000 asked: ₩180,000,000 a month shown" },
  { "연 매출 100억 이상 브랜드 운영 경험", "met|13|", "₩10,000,000,000 a year asked: ₩120,000,000,000 a month shown" },
  { "연 거래액 1조 원 이상의 서비스 경험", "met|13|",
    "₩1,000,000,000,000 a year asked: ₩120,000,000,000 a month shown" },
  { "병상 300개 이상 병원의 시스템 Python 개발 경험", "met|29|",
    "3 of 3: 병원, Python, 병상 300개 이상 (350병상) shown" },
  { "병상 500개 이상 병원의 시스템 Python 개발 경험", "partial|29|병상 500개 이상",
    "2 of 3: 병원, Python shown; 병상 500개 이상 (350병상) only in part" },
  { "100명 이상 대상의 교육 경험", "met|23|", "2 of 2: 교육, 100명 이상 (120 employees) shown" },
  { "직원 5,000명 이상 기업 경험", "partial|23|직원 5,000명 이상", "5,000 employees asked: only 120 employees shown" },
  { "1M+ daily active users", "partial|9,21|1M+ daily active users",
    "1,000,000 users a day asked: only 3,100,000 users a month shown" },
  { "Experience with products with 1M+ monthly active users", "met|9|",
    "1,000,000 users a month asked: 3,100,000 users a month shown" },
  { "Kafka로 초당 10만 건 이상 또는 초당 1만 건 이상을 처리한 경험", "met|11|",
    "2 of 2: Kafka, 초당 1만 건 이상 shown" },
  { "Kafka 운영 경력 3년 이상, 그중 Go 1년 이상", "partial|7,11,12|3년 이상",
    "3 of 4: Kafka, Go shown; 3 yr asked, only single tasks found; 5 yr 9 mo of 1 yr asked" },
  { "5+ years in backend, at least three of them with Go", "partial|7,12|backend,5+ years",
    "2 of 4: Go shown; 5 yr asked, none found; 5 yr 9 mo of 3 yr asked; backend missing" },
  { "백엔드 개발 경력 5년 이상, 마케팅 경력 2년 이상", "met|7,18|",
    "4 of 4: 백엔드 개발 (via 백엔드 엔지니어), 마케팅 shown; 5 yr 9 mo of 5 yr asked; 4 yr 2 mo of 2 yr asked" },
  { "마케팅 경력 6년 이상 또는 백엔드 경력 5년 이상", "met|7,18|",
    "One of 마케팅 and 6년 이상, 백엔드 and 5년 이상 is enough: 백엔드 and 5 yr 9 mo of 5 yr asked shown" },
  { "경력 5년 이상, 그중 10년은 Go 개발", "partial|7,12,18|10년",
    "2 of 3: Go shown; 9 yr 11 mo of 5 yr asked; 5 yr 9 mo of 10 yr asked" },
  { "40인 이상 조직 리딩 경험", "partial|16|40인 이상",
    "1 of 2: 조직 리딩 shown; 40인 이상 (a team of 7) only in part" },
  { "50명 이상의 팀을 이끈 경험", "partial|3,16|50명 이상", "a team of 50 asked: only a team of 40 shown" },
  { "Zephyrus로 초당 1만 건 이상을 처리한 경험", "missing||Zephyrus", "Nothing shows Zephyrus" },
  { "대규모(초당 1만 건 이상) 이벤트를 Kafka로 처리한 경험", "met|11|",
    "2 of 2: 초당 1만 건 이상 (24,000 a second), Kafka shown" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *posting = g_strconcat ("## 자격요건\n\n- ", one->line, "\n", NULL);
  g_autoptr (Fixture) fixture = fixture_new (NULL, resume_text, posting);
  g_autoptr (MatchumExplanation) explanation = NULL;
  g_autofree char *said = NULL;

  g_assert_cmpuint (matchum_match_get_n_requirements (fixture->match), ==, 1);
  said = fixture_describe (fixture, fixture->coverage, 0);
  g_assert_cmpstr (said, ==, one->verdict);
  explanation = matchum_explanation_new (fixture->coverage, 0);
  g_assert_cmpstr (matchum_explanation_get_sentence (explanation), ==, one->sentence);
}

/* Evidence points to the very amount, for the reason that the line names it. */
static void
test_evidence (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (NULL, resume_text, "## 자격요건\n\n- Kafka로 초당 1만 건 이상의 메시지 처리 경험\n");
  const MatchumVerdict *verdict = matchum_coverage_get_verdict (fixture->coverage, 0);
  guint n_amounts = 0;

  for (guint i = 0; i < verdict->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (verdict->evidence, i);
      const char *text = matchum_block_get_text (matchum_resume_get_block (fixture->resume, evidence->block));
      g_autofree char *words = g_strndup (text + evidence->span.start, matchum_span_get_length (evidence->span));

      if (evidence->criterion->kind != MATCHUM_CRITERION_AMOUNT)
        continue;
      n_amounts++;
      g_assert_cmpstr (words, ==, "초당 2만 4천 건");
      g_assert_cmpint (evidence->reason, ==, MATCHUM_REASON_NAMED);
      g_assert_false (evidence->is_weak);
    }
  g_assert_cmpuint (n_amounts, ==, 1);
}

/* Where the amount is hidden, it shows nothing; where what it is said of is, it is said of nothing. */
static void
test_hidden (void)
{
  g_autoptr (Fixture) fixture = fixture_new (NULL, resume_text, "## 자격요건\n\n- MAU 300만 이상 앱의 Go 개발 경험\n");
  const guint amount = fixture_find_block (fixture, "MAU 310만")->index;
  const guint work = fixture_find_block (fixture, "Go로 다시 쓴")->index;
  g_autoptr (MatchumVisibility) without_amount = matchum_visibility_with_hidden (fixture->all, amount);
  g_autoptr (MatchumVisibility) without_work = matchum_visibility_with_hidden (fixture->all, work);
  g_autoptr (MatchumCoverage) less = matchum_coverage_new (fixture->match, without_amount);
  g_autoptr (MatchumCoverage) least = matchum_coverage_new (fixture->match, without_work);
  g_autofree char *said = fixture_describe (fixture, less, 0);
  g_autofree char *said_least = fixture_describe (fixture, least, 0);

  g_assert_cmpstr (said, ==, "partial|12|MAU 300만 이상");
  g_assert_cmpstr (said_least, ==, "missing||Go");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/amounts/verdict/%" G_GSIZE_FORMAT, i);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/amounts/evidence", test_evidence);
  g_test_add_func ("/amounts/hidden", test_hidden);
  return g_test_run ();
}
