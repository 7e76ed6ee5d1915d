/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a resume shows of a posting: each rule of judging with a line of its own. */
#include "config.h"

#include <locale.h>

#include "match-fixture.h"

static const char lexicon_text[] =
    "concept python programming-language\n  en Python\n  ko 파이썬\n"
    "concept go programming-language\n  en Go{case,context}\n"
    "concept pytorch library\n  en PyTorch\n  ko 파이토치\n  broader ml-framework\n  implies python machine-learning\n"
    "concept tensorflow library\n  en TensorFlow\n  broader ml-framework\n"
    "concept ml-framework category\n  en ML framework\n"
    "concept machine-learning method\n  en machine learning | ML\n  ko 머신_러닝\n"
    "concept airflow tool\n  en Airflow\n  ko 에어플로우\n"
    "concept kafka tool\n  en Kafka\n  ko 카프카\n"
    "concept flink tool\n  en Flink\n"
    "concept dbt tool\n  en dbt\n"
    "concept kubernetes tool\n  en Kubernetes | k8s\n  ko 쿠버네티스\n"
    "concept docker tool\n  en Docker\n"
    "concept data-engineer role\n  en data engineer\n  ko 데이터 엔지니어\n  implies data-engineering\n"
    "concept data-engineering function\n  en data engineering\n  ko 데이터 엔지니어링\n"
    "concept statistics-field field\n  en statistics\n  ko 통계학\n  broader numbers\n"
    "concept mathematics field\n  en mathematics\n  ko 수학\n  broader numbers\n"
    "concept numbers field\n  en numerical sciences\n"
    "concept history field\n  en history\n  ko 사학\n"
    "concept english human-language\n  en English\n  ko 영어\n"
    "concept french human-language\n  en French\n  ko 프랑스어\n"
    "concept german human-language\n  en German\n  ko 독일어\n"
    "concept toeic language-test\n  en TOEIC\n  implies english\n"
    "concept demand-forecasting task\n  ko 수요 예측\n"
    "concept cka certificate\n  en CKA\n"
    "concept aws-sa certificate\n  en AWS Solutions Architect\n";

static const char resume_text[] = "# 이가람\n" /* 1 */
                                  "\n"
                                  "## 경력\n" /* 3 */
                                  "\n"
                                  "### 가나상사 | 데이터 엔지니어 | 2022.03 - 현재\n" /* 5 */
                                  "\n"
                                  "- 카프카로 초당 4만 건의 로그를 수집\n"                 /* 7 */
                                  "- Flink 도입을 시도했으나 인력 문제로 채택하지 않음\n"  /* 8 */
                                  "- 파이토치로 수요를 예측하는 모델을 학습, k8s에 배포\n" /* 9 */
                                  "\n"
                                  "### 다라연구소 | 인턴 | 2021.01 - 2021.06\n" /* 11 */
                                  "\n"
                                  "- Docker 이미지를 정리\n" /* 13 */
                                  "\n"
                                  "## 프로젝트\n" /* 15 */
                                  "\n"
                                  "### Airflow 맛보기 | 2020.05\n" /* 17 */
                                  "\n"
                                  "- 튜토리얼을 따라 Airflow DAG 하나를 만듦\n" /* 19 */
                                  "- Postgrex 드라이버를 고침\n"                /* 20 */
                                  "\n"
                                  "## 학력\n" /* 22 */
                                  "\n"
                                  "### 마바대학교 수학과 석사과정 (재학) | 2025.03 - 현재\n" /* 24 */
                                  "\n"
                                  "### 마바대학교 수학과 학사 | 2015.03 - 2020.02\n" /* 26 */
                                  "\n"
                                  "## 자격증\n" /* 28 */
                                  "\n"
                                  "- CKA (2023)\n"                                      /* 30 */
                                  "- AWS Solutions Architect (2019.01, 2022.01 만료)\n" /* 31 */
                                  "\n"
                                  "## 기술\n" /* 33 */
                                  "\n"
                                  "- Python, Go (튜토리얼만), TensorFlow\n" /* 35 */
                                  "\n"
                                  "## 어학\n" /* 37 */
                                  "\n"
                                  "- 영어: TOEIC 860, 이메일 가능\n" /* 39 */
                                  "- French (C1), German (A2)\n";    /* 40 */

typedef struct {
  const char *line;
  const char *verdict;
} Case;

static const Case cases[] = {
  /* By its name, another name, a member, a user. */
  { "Python 사용 경험", "met|35|" },
  { "Kafka 사용 경험", "met|7|" },
  { "Kubernetes 운영 경험", "met|9|" },
  { "ML framework 사용 경험", "met|9,35|" },
  { "머신러닝 경험", "met|9|" },
  /* By an object and its verb. */
  { "수요 예측 경험", "met|9|" },
  { "수요 예측, Hudi 경험", "partial|9|Hudi" },
  /* A sibling shows nothing. */
  { "Spark 사용 경험", "missing||Spark" },
  { "Kafka, Spark 사용 경험", "partial|7|Spark" },
  { "Kafka 또는 Spark 사용 경험", "met|7|" },
  { "Spark 또는 Hudi 사용 경험", "missing||Spark,Hudi" },
  /* Hedged. */
  { "Flink 개발 경험", "missing||Flink" },
  { "Airflow 운영 경험", "missing||Airflow" },
  { "Go 언어 개발 경험", "missing||Go" },
  /* A slip of the pen counts in part. */
  { "Postgrez 개발 경험", "partial|20|Postgrez" },
  { "Postgrex 개발 경험", "met|20|" },
  /* Years: jobs of the kind, internships too, to the day given. */
  { "데이터 엔지니어링 경력 4년 이상", "met|5|" },
  { "데이터 엔지니어링 경력 5년 이상", "partial|5|5년 이상" },
  { "경력 5년 이상", "met|5,11|" },
  { "경력 6년 이상", "partial|5,11|6년 이상" },
  { "신입 지원 가능", "met||" },
  /* Degrees: held, at least as high, in the field or one beside it. */
  { "학사 이상", "met|26|" },
  { "석사 학위 소지자", "missing||석사 학위" },
  { "수학 전공 학사", "met|26|" },
  { "통계학 등 관련 전공 학사", "met|26|" },
  { "통계학 전공 학사", "missing||학사" },
  { "사학 등 관련 전공 학사", "missing||학사" },
  { "석사 학위 혹은 이에 준하는 경력(3년 이상)", "met|5|" },
  /* Certificates: run out, half of it. */
  { "CKA 자격증 보유자", "met|30|" },
  { "AWS Solutions Architect 보유자", "partial|31|AWS Solutions Architect" },
  /* Languages: how well. */
  { "영어 문서 독해 가능자", "met|39|" },
  { "영어 회의 가능자", "partial|39|영어" },
  { "TOEIC 850점 이상", "met|39|" },
  /* Neither a skill nor its head shows a certificate, nor an unknown thing. */
  { "Docker certification", "missing||Docker certification" },
  { "Postgres 튜닝 자격증 보유자", "missing||Postgres 튜닝 자격증" },
  { "TOEIC 900점 이상", "partial|39|TOEIC" },
  { "French or German at conversational level", "met|40|" },
  { "독일어 회화 가능자", "missing||독일어" },
  /* How it was done. */
  { "Kafka를 프로덕션에서 다뤄 보신 분", "met|7|" },
  { "대용량 로그를 Kafka로 다뤄 보신 분", "met|7|" },
  { "대용량 이미지를 Docker로 다뤄 보신 분", "partial|13|대용량" },
  /* Nothing to prove. */
  { "동료와 적극적으로 소통하시는 분", "soft||" },
  /* Pasted together: two requirements in one line. */
  { "Kafka 사용 경험,- Spark 사용 경험", "partial|7|Spark" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *posting = g_strconcat ("## 자격요건\n\n- ", one->line, "\n", NULL);
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting);
  g_autofree char *said = NULL;

  g_assert_cmpuint (matchum_match_get_n_requirements (fixture->match), ==, 1);
  said = fixture_describe (fixture, fixture->coverage, 0);
  g_assert_cmpstr (said, ==, one->verdict);
}

/* Spans of evidence are the very words. */
static void
test_spans (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (lexicon_text, resume_text, "## 자격요건\n\n- Kafka, Kubernetes 운영 경험\n");
  const MatchumVerdict *verdict = matchum_coverage_get_verdict (fixture->coverage, 0);
  static const char *const words[] = { "카프카", "k8s" };

  g_assert_cmpuint (verdict->evidence->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < verdict->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (verdict->evidence, i);
      const char *text = matchum_block_get_text (matchum_resume_get_block (fixture->resume, evidence->block));
      g_autofree char *found = g_strndup (text + evidence->span.start, matchum_span_get_length (evidence->span));

      g_assert_cmpstr (found, ==, words[i]);
      g_assert_cmpint (evidence->reason, ==, MATCHUM_REASON_ALIAS);
    }
}

static void
test_listed (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (lexicon_text, resume_text, "## 자격요건\n\n- TensorFlow 경험\n- Kafka 경험\n");

  g_assert_true (matchum_coverage_get_verdict (fixture->coverage, 0)->is_listed_only);
  g_assert_false (matchum_coverage_get_verdict (fixture->coverage, 1)->is_listed_only);
}

static char *
judge_item (const char *item, const char *line)
{
  g_autofree char *resume = g_strconcat ("# A\n\n## 경력\n\n### B | 2020.01 - 2021.01\n\n- ", item, "\n", NULL);
  g_autofree char *posting = g_strconcat ("## 자격요건\n\n- ", line, "\n", NULL);
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume, posting);

  return fixture_describe (fixture, fixture->coverage, 0);
}

/* What was tried and not kept, or only heard of, is no experience; what was kept is. */
static void
test_dropped (void)
{
  static const struct {
    const char *item;
    const char *verdict;
  } items[] = {
    { "Kafka로 로그를 수집", "met|7|" },
    { "Tried Kafka for a week; we stayed with cron", "missing||Kafka" },
    { "Tried cron for a week; we stayed with Kafka", "met|7|" },
    { "Wrote a Kafka connector, never finished", "missing||Kafka" },
    { "Kafka를 석 달 시험했으나 운영이 어려워 쓰지 않기로 함", "missing||Kafka" },
    { "Kafka 기초 강의 수강", "missing||Kafka" },
    { "Kafka 클러스터는 인프라팀이 관리하고 저는 변경을 요청만 함", "missing||Kafka" },
    { "스케줄은 데이터 엔지니어가 Kafka에 올려 줌", "missing||Kafka" },
    { "Kafka 공식 예제를 따라 해 봄", "missing||Kafka" },
    { "Kafka를 PoC까지 해 보고 접음", "missing||Kafka" },
    { "Kafka, run by the platform team", "missing||Kafka" },
    { "Kafka for events was scoped, but the customer cancelled before we started", "missing||Kafka" },
    { "Kafka로 보낸 이벤트를 적재 (모델 학습은 ML팀)", "met|7|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *said = judge_item (items[i].item, "Kafka 사용 경험");

      g_test_message ("%s", items[i].item);
      g_assert_cmpstr (said, ==, items[i].verdict);
    }
}

/* What a language is said not to serve for raises no level. */
static void
test_language_denied (void)
{
  g_autofree char *denied = judge_item ("English: reading and e-mail, no meetings so far", "영어 회의 가능자");
  g_autofree char *said = judge_item ("English: weekly meetings with the client", "영어 회의 가능자");

  g_assert_cmpstr (denied, ==, "missing||영어");
  g_assert_cmpstr (said, ==, "met|7|");
}

/* What a list is labelled with is pointed to where nothing better is there. */
static void
test_labels (void)
{
  static const char *const items[] = { "TensorFlow로 모델을 학습", "Kafka로 로그를 수집" };
  static const char *const verdicts[] = { "met|7|", "met|11|" };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *resume = g_strconcat ("# A\n\n## 경력\n\n### B | 2020.01 - 2021.01\n\n- ", items[i],
                                             "\n\n## 기술\n\n- ML framework: Docker\n", NULL);
      g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume, "## 자격요건\n\n- ML framework 사용 경험\n");
      g_autofree char *said = fixture_describe (fixture, fixture->coverage, 0);

      g_assert_cmpstr (said, ==, verdicts[i]);
    }
}

/* A heading of alternatives is met by so many of the lines under it, whether they are indented or have another bullet;
 * the lines after them are none of its own. */
static void
test_alternatives (void)
{
  static const struct {
    const char *lines;
    const char *verdict;
  } lists[] = {
    { "- 다음 중 하나 이상의 경험\n    - Spark 경험\n    - Kafka 경험\n", "met|7|" },
    { "- 다음 중 두 가지 이상의 경험\n    - Spark 경험\n    - Kafka 경험\n    - Kubernetes 경험\n", "met|7,9|" },
    { "- 다음 중 두 가지 이상의 경험\n    - Spark 경험\n    - Kafka 경험\n- Kubernetes 경험\n", "partial|7|Spark" },
    { "- 다음 중 하나 이상의 경험\n· Spark 경험\n· Kafka 경험\n", "met|7|" },
    { "- At least one of the following\n  - Spark\n  - Hudi\n", "missing||Spark,Hudi" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *posting = g_strconcat ("## 자격요건\n\n", lists[i].lines, NULL);
      g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting);
      g_autofree char *said = fixture_describe (fixture, fixture->coverage, 0);

      g_test_message ("%s", lists[i].lines);
      g_assert_cmpstr (said, ==, lists[i].verdict);
    }
}

/* No more than eight blocks, though twenty show it. */
static void
test_limit (void)
{
  g_autoptr (GString) resume = g_string_new ("# A\n\n## 경력\n\n### B | 2020.01 - 2021.01\n\n");
  g_autoptr (Fixture) fixture = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (resume, "- Kafka 토픽 %u개를 정리\n", i);
  fixture = fixture_new (lexicon_text, resume->str, "## 자격요건\n\n- Kafka 경험\n");
  g_assert_cmpuint (matchum_verdict_count_blocks (matchum_coverage_get_verdict (fixture->coverage, 0)), <=, 8);
  g_assert_cmpuint (matchum_match_get_evidence (
                        fixture->match,
                        matchum_requirement_get_part (matchum_match_get_requirement (fixture->match, 0), 0)->criterion)
                        ->len,
                    ==, 20);
}

/* Half a megabyte in one item of what is hardest to hedge, name and date are matched in seconds. */
static void
test_hostile (void)
{
  static const char *const seeds[] = { "Kafka 도입 검토, ", "(Kafka (", "않음, Kafka ",
                                       "3억 건 ",           "Kafka. ",  "수요를 예측 " };

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (GString) resume = g_string_new ("# A\n\n## 경력\n\n### B | 2020.01 - 2021.01\n\n- ");
      g_autoptr (Fixture) fixture = NULL;
      gint64 start = g_get_monotonic_time ();

      while (resume->len < 512 * 1024)
        g_string_append (resume, seeds[i]);
      fixture = fixture_new (lexicon_text, resume->str, "## 자격요건\n\n- Kafka, Zephyrus 대용량 처리 경력 3년 이상\n");
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/match/line/%02u", (guint) i + 1);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/match/spans", test_spans);
  g_test_add_func ("/match/listed", test_listed);
  g_test_add_func ("/match/dropped", test_dropped);
  g_test_add_func ("/match/language-denied", test_language_denied);
  g_test_add_func ("/match/labels", test_labels);
  g_test_add_func ("/match/alternatives", test_alternatives);
  g_test_add_func ("/match/limit", test_limit);
  g_test_add_func ("/match/hostile", test_hostile);
  return g_test_run ();
}
