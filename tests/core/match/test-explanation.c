/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every shape of a verdict in its sentence. */
#include "config.h"

#include "match-fixture.h"
#include "match/matchum-explanation.h"

static const char lexicon_text[] =
    "concept python programming-language\n  en Python\n  ko 파이썬\n"
    "concept go programming-language\n  en Go{case,context}\n"
    "concept pytorch library\n  en PyTorch\n  ko 파이토치\n  broader ml-framework\n  implies python machine-learning\n"
    "concept tensorflow library\n  en TensorFlow\n  broader ml-framework\n"
    "concept jax library\n  en JAX\n  broader ml-framework\n"
    "concept ml-framework category\n  en ML framework\n"
    "concept machine-learning method\n  en machine learning | ML\n  ko 머신_러닝\n"
    "concept airflow tool\n  en Airflow\n  ko 에어플로우\n"
    "concept kafka tool\n  en Kafka\n  ko 카프카\n"
    "concept flink tool\n  en Flink\n"
    "concept spark tool\n  en Spark\n"
    "concept pyspark library\n  en PySpark\n  implies spark python\n"
    "concept dbt tool\n  en dbt\n"
    "concept bigquery platform\n  en BigQuery\n"
    "concept kubernetes tool\n  en Kubernetes | k8s\n  ko 쿠버네티스\n"
    "concept docker tool\n  en Docker\n"
    "concept terraform tool\n  en Terraform\n"
    "concept dagster tool\n  en Dagster\n"
    "concept ray tool\n  en Ray Serve\n"
    "concept data-engineer role\n  en data engineer\n  ko 데이터 엔지니어\n  implies data-engineering\n"
    "concept data-engineering function\n  en data engineering\n  ko 데이터 엔지니어링\n"
    "concept statistics-field field\n  en statistics\n  ko 통계학\n  broader numbers\n"
    "concept mathematics field\n  en mathematics\n  ko 수학\n  broader numbers\n"
    "concept numbers field\n  en numerical sciences\n"
    "concept history field\n  en history\n  ko 사학\n"
    "concept english human-language\n  en English\n  ko 영어\n"
    "concept french human-language\n  en French\n  ko 프랑스어\n"
    "concept german human-language\n  en German\n  ko 독일어\n"
    "concept korean human-language\n  en Korean\n  ko 한국어\n"
    "concept toeic language-test\n  en TOEIC\n  implies english\n"
    "concept cka certificate\n  en CKA\n"
    "concept ckad certificate\n  en CKAD\n"
    "concept aws-sa certificate\n  en AWS Solutions Architect\n";

static const char resume_text[] = "# 이가람\n"
                                  "\n"
                                  "## 경력\n"
                                  "\n"
                                  "### 가나상사 | 데이터 엔지니어 | 2022.03 - 현재\n"
                                  "\n"
                                  "- 카프카로 초당 4만 건의 로그를 수집\n"
                                  "- Flink 도입을 시도했으나 인력 문제로 채택하지 않음\n"
                                  "- 파이토치로 이탈 모델을 학습, k8s에 배포\n"
                                  "- BigQuery로 매출 지표를 집계\n"
                                  "- BigQuery 비용 경보를 붙임\n"
                                  "- PySpark 배치를 운영\n"
                                  "- Dagster 도입 검토만 함\n"
                                  "- Ray Serve 서빙은 플랫폼팀이 담당\n"
                                  "\n"
                                  "### 다라연구소 | 인턴 | 2021.01 - 2021.06\n"
                                  "\n"
                                  "- Docker 이미지를 정리\n"
                                  "\n"
                                  "## 프로젝트\n"
                                  "\n"
                                  "### Airflow 맛보기 | 2020.05\n"
                                  "\n"
                                  "- 튜토리얼을 따라 Airflow DAG 하나를 만듦\n"
                                  "- Postgrex 드라이버를 고침\n"
                                  "\n"
                                  "## 학력\n"
                                  "\n"
                                  "### 마바대학교 수학과 석사과정 (재학) | 2025.03 - 현재\n"
                                  "\n"
                                  "### 마바대학교 수학과 학사 | 2015.03 - 2020.02\n"
                                  "\n"
                                  "## 자격증\n"
                                  "\n"
                                  "- CKA (2023)\n"
                                  "- CKAD 필기 합격\n"
                                  "- AWS Solutions Architect (2019.01, 2022.01 만료)\n"
                                  "\n"
                                  "## 기술\n"
                                  "\n"
                                  "- Python, Go (튜토리얼만), TensorFlow, Terraform\n"
                                  "\n"
                                  "## 어학\n"
                                  "\n"
                                  "- 영어: TOEIC 860, 이메일 가능\n"
                                  "- French (C1), German (A2)\n";

typedef struct {
  const char *line;
  const char *sentence;
} Case;

static const Case cases[] = {
  { "BigQuery 사용 경험", "BigQuery shown in 2 items" },
  { "Docker 사용 경험", "Docker shown in 1 item" },
  { "Kafka 사용 경험", "Kafka shown in 1 item, as “카프카”" },
  { "Kubernetes 운영 경험", "Kubernetes shown in 1 item, as “k8s”" },
  { "Spark 사용 경험", "Spark shown in 1 item, via “PySpark”" },
  { "머신러닝 경험", "머신러닝 shown in 1 item, via “파이토치”" },
  { "Python 사용 경험", "Python in a skills list only" },
  { "TensorFlow 경험", "TensorFlow in a skills list only" },
  { "Rust 개발 경험", "Nothing shows Rust" },
  { "Rust, Zig 개발 경험", "0 of 2: Rust, Zig missing" },
  { "Zorbex 개발, Zorbex 운영 경험", "Nothing shows Zorbex" },
  { "BigQuery 사용 경험,- BigQuery 운영 경험", "BigQuery shown in 2 items" },
  { "BigQuery, Kafka, Spark, Rust 사용 경험",
    "3 of 4: BigQuery, Kafka (카프카), Spark (via PySpark) shown; Rust missing" },
  { "BigQuery, Terraform, Rust 경험", "2 of 3: BigQuery shown; Terraform in a skills list only; Rust missing" },
  { "BigQuery, Kafka, Spark, Docker, Kubernetes, PyTorch 경험",
    "6 of 6: BigQuery, Kafka (카프카), Spark (via PySpark), Docker, +2 shown" },
  { "PyTorch 또는 TensorFlow 사용 경험",
    "One of PyTorch, TensorFlow is enough: PyTorch (파이토치) shown; TensorFlow in a skills list only" },
  { "PyTorch or JAX experience", "One of PyTorch, JAX is enough: PyTorch (파이토치) shown" },
  { "TensorFlow 또는 JAX 경험", "One of TensorFlow, JAX is enough: TensorFlow in a skills list only" },
  { "JAX 또는 Rust 경험", "One of JAX, Rust is enough: none shown" },
  { "Flink 또는 Rust 경험", "One of Flink, Rust is enough: only a hint of Flink (tried out)" },
  { "JAX, Flax 등 ML framework 사용 경험",
    "One of JAX, Flax or the like is enough: ML framework (via 파이토치) shown" },
  { "JAX 등 ML framework 사용 경험", "JAX or the like is enough: ML framework (via 파이토치) shown" },
  { "Kafka, Flink, Spark 중 2개 이상 경험",
    "2 of Kafka, Flink, Spark asked: Kafka (카프카), Spark (via PySpark) shown" },
  { "Kafka, Flink, Rust 중 2개 이상 경험",
    "2 of Kafka, Flink, Rust asked: Kafka (카프카) shown; only a hint of Flink (tried out); Rust missing" },
  { "Flink, Rust, Zig 중 2개 이상 경험",
    "2 of Flink, Rust, Zig asked: only a hint of Flink (tried out); Rust, Zig missing" },
  { "SQL, Kafka 또는 Spark 경험", "One of SQL, Kafka, Spark is enough: Kafka (카프카), Spark (via PySpark) shown" },
  { "Python, Rust 또는 Zig 경험", "One of Python, Rust, Zig is enough: Python in a skills list only" },
  { "Flink 개발 경험", "Only a hint of Flink (tried out)" },
  { "Airflow 운영 경험", "Only a hint of Airflow (tried out)" },
  { "Go 언어 개발 경험", "Only a hint of Go (studied)" },
  { "Dagster 운영 경험", "Only a hint of Dagster (considered)" },
  { "Ray Serve 운영 경험", "Only a hint of Ray Serve (the work of others)" },
  { "Kafka, Dagster, Rust 경험", "1 of 3: Kafka (카프카) shown; only a hint of Dagster (considered); Rust missing" },
  { "Postgrez 개발 경험", "Postgrez perhaps meant by “Postgrex”" },
  { "Postgrez, Kafka 개발 경험", "1 of 2: Kafka (카프카) shown; Postgrez (written “Postgrex”) only in part" },
  { "데이터 엔지니어링 경력 4년 이상",
    "2 of 2: 데이터 엔지니어링 (via 데이터 엔지니어) shown; 4 yr 9 mo of 4 yr asked: 가나상사 (2022-03 – now)" },
  { "데이터 엔지니어링 경력 5년 이상",
    "1 of 2: 데이터 엔지니어링 (via 데이터 엔지니어) shown; 4 yr 9 mo of 5 yr asked: 가나상사 (2022-03 – now)" },
  { "경력 5년 이상", "5 yr 3 mo of 5 yr asked: 가나상사 (2022-03 – now), 다라연구소 (2021-01 – 2021-06)" },
  { "경력 6년 이상", "5 yr 3 mo of 6 yr asked: 가나상사 (2022-03 – now), 다라연구소 (2021-01 – 2021-06)" },
  { "요리 경력 3년 이상", "0 of 2: 3 yr asked, none found; 요리 missing" },
  { "신입 지원 가능", "Open to everybody" },
  { "학사 이상", "학사 이상 asked; bachelor’s degree found: 마바대학교" },
  { "석사 학위 소지자", "석사 학위 asked; not finished yet" },
  { "박사 학위 소지자", "박사 학위 asked; bachelor’s degree found" },
  { "수학 전공 학사", "학사 asked; bachelor’s degree found: 마바대학교" },
  { "통계학 등 관련 전공 학사", "학사 asked; bachelor’s degree found: 마바대학교" },
  { "통계학 전공 학사", "학사 asked; bachelor’s degree found, but in another field" },
  { "사학 전공자", "사학 asked; bachelor’s degree found, but in another field" },
  { "수학 전공자", "수학 asked; bachelor’s degree found: 마바대학교" },
  { "석사 학위 혹은 이에 준하는 경력(3년 이상)", "One of 석사 학위, 3년 이상 is enough: 5 yr 3 mo of 3 yr asked: "
                                                 "가나상사 (2022-03 – now), 다라연구소 (2021-01 – 2021-06)" },
  { "박사 학위 또는 이에 준하는 경력", "One of 박사 학위, 준하는 경력 is enough: 5 yr 3 mo counted as 준하는 경력: "
                                       "가나상사 (2022-03 – now), 다라연구소 (2021-01 – 2021-06)" },
  { "CKA 자격증 보유자", "CKA shown in 1 item" },
  { "CKAD 자격증 보유자", "Only a hint of CKAD (not held yet)" },
  { "AWS Solutions Architect 보유자", "AWS Solutions Architect has expired" },
  { "CKA, AWS Solutions Architect 보유자", "1 of 2: CKA shown; AWS Solutions Architect (expired) only in part" },
  { "정보처리기사 자격증", "Nothing shows 정보처리기사" },
  { "영어 문서 독해 가능자", "영어 shown: “영어: TOEIC 860”" },
  { "영어 회의 가능자", "영어 asked; “영어: TOEIC 860” is less than that" },
  { "TOEIC 850점 이상", "TOEIC 850 shown: “TOEIC 860”" },
  { "TOEIC 900점 이상", "TOEIC 900 asked; “TOEIC 860” is less than that" },
  { "French or German at conversational level", "One of French, German is enough: French (C1) shown" },
  { "독일어 회화 가능자", "독일어 asked; “German (A2)” is less than that" },
  { "한국어 능통자", "한국어 shown by the resume itself" },
  { "Kafka를 프로덕션에서 다뤄 보신 분", "2 of 2: Kafka (카프카), 프로덕션 (by work in a job) shown" },
  { "대용량 로그를 Kafka로 다뤄 보신 분", "2 of 2: 대용량 (via 4만), Kafka (카프카) shown" },
  { "대용량 이미지를 Docker로 다뤄 보신 분", "1 of 2: Docker shown; 대용량 missing" },
  { "동료와 적극적으로 소통하시는 분", "Nothing a resume can prove" },
  { "Kafka 사용 경험,- Rust 사용 경험", "1 of 2: Kafka (카프카) shown; Rust missing" },
  { "Kafka 사용 경험,- 동료와 적극적으로 소통하시는 분", "Kafka shown in 1 item, as “카프카”" },
  { "BigQuery, Kafka 데이터 엔지니어링 경력 4년 이상",
    "4 of 4: BigQuery, Kafka (카프카), 데이터 엔지니어링 (via 데이터 엔지니어) shown; 4 yr 9 mo of 4 yr asked: "
    "가나상사 (2022-03 – now)" },
};

static char *
explain_line (const char *resume, const char *line)
{
  g_autofree char *posting = g_strconcat ("## 자격요건\n\n- ", line, "\n", NULL);
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume, posting);
  g_autoptr (MatchumExplanation) explanation = NULL;

  explanation = matchum_explanation_new (fixture->coverage, 0);
  return g_strdup (matchum_explanation_get_sentence (explanation));
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *said = explain_line (resume_text, one->line);

  g_assert_cmpstr (said, ==, one->sentence);
}

static char *
explain_hidden (Fixture *fixture, const char *const *words)
{
  g_autoptr (MatchumVisibility) less = matchum_visibility_ref (fixture->all);
  g_autoptr (MatchumCoverage) coverage = NULL;
  g_autoptr (MatchumExplanation) explanation = NULL;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      MatchumVisibility *lesser = matchum_visibility_with_hidden (less, fixture_find_block (fixture, words[i])->index);

      matchum_visibility_unref (less);
      less = lesser;
    }
  coverage = matchum_coverage_new (fixture->match, less);
  explanation = matchum_explanation_new (coverage, 0);
  return g_strdup (matchum_explanation_get_sentence (explanation));
}

/* What is hidden is told where it would show something, and only there. */
static void
test_hidden (void)
{
  static const struct {
    const char *line;
    const char *hidden[3];
    const char *sentence;
  } hidden[] = {
    { "Docker 경험", { "Docker 이미지" }, "Docker only in 1 hidden item" },
    { "BigQuery 경험", { "BigQuery로", "BigQuery 비용" }, "BigQuery only in 2 hidden items" },
    { "BigQuery 경험", { "BigQuery로" }, "BigQuery shown in 1 item" },
    { "Kafka, Docker, Rust 경험",
      { "Docker 이미지" },
      "1 of 3: Kafka (카프카) shown; Docker only where hidden; Rust missing" },
    { "Docker 또는 Rust 경험", { "Docker 이미지" }, "One of Docker, Rust is enough: Docker only where hidden" },
    { "Dagster 운영 경험", { "Dagster 도입" }, "Nothing shows Dagster" },
    { "Postgrez 개발 경험", { "Postgrex" }, "Nothing shows Postgrez" },
    { "경력 5년 이상",
      { "다라연구소" },
      "4 yr 9 mo of 5 yr asked: 가나상사 (2022-03 – now); hidden: 다라연구소 (2021-01 – 2021-06)" },
    { "경력 4년 이상", { "다라연구소" }, "4 yr 9 mo of 4 yr asked: 가나상사 (2022-03 – now)" },
    { "학사 이상", { "학사 | 2015" }, "학사 이상 only in 1 hidden item" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      g_autofree char *posting = g_strconcat ("## 자격요건\n\n- ", hidden[i].line, "\n", NULL);
      g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting);
      g_autofree char *said = explain_hidden (fixture, hidden[i].hidden);

      g_assert_cmpstr (said, ==, hidden[i].sentence);
    }
}

/* A line that says how many of those under it are asked, and those lines. */
static void
test_lines_below (void)
{
  static const struct {
    const char *posting;
    const char *sentence;
  } below[] = {
    { "- 다음 중 하나 이상의 경험이 있으신 분\n  - Kafka 운영\n  - Rust 개발\n",
      "One of the lines below is enough: Kafka (카프카) shown" },
    { "- 다음 중 두 가지 이상의 경험이 있으신 분\n  - Kafka 운영\n  - Docker 배포\n  - Rust 개발\n",
      "2 of the lines below asked: Kafka (카프카), Docker shown" },
    { "- 다음 중 두 가지 이상의 경험이 있으신 분\n  - Kafka 운영\n  - Zig 배포\n  - Rust 개발\n",
      "2 of the lines below asked: Kafka (카프카) shown; Zig, Rust missing" },
    { "- 다음 중 하나 이상의 경험이 있으신 분\n  - Zig 배포\n  - Rust 개발\n",
      "One of the lines below is enough: none shown" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (below); i++)
    {
      g_autofree char *posting = g_strconcat ("## 자격요건\n\n", below[i].posting, NULL);
      g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting);
      g_autoptr (MatchumExplanation) explanation = matchum_explanation_new (fixture->coverage, 0);

      g_assert_cmpstr (matchum_explanation_get_sentence (explanation), ==, below[i].sentence);
    }
}

/* Each part of a line that several requirements were pasted into has a sentence, and the line has one for all. */
static void
test_parts (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (lexicon_text, resume_text, "## 자격요건\n\n- BigQuery 사용 경험,- Rust 사용 경험,- 소통 능력\n");
  static const char *const sentences[] = { "BigQuery shown in 2 items", "Nothing shows Rust",
                                           "Nothing a resume can prove" };
  g_autoptr (MatchumExplanation) whole = matchum_explanation_new (fixture->coverage, 0);

  g_assert_cmpstr (matchum_explanation_get_sentence (whole), ==, "1 of 2: BigQuery shown; Rust missing");
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (MatchumExplanation) part = matchum_explanation_new_for_part (fixture->coverage, 0, i);

      g_assert_cmpstr (matchum_explanation_get_sentence (part), ==, sentences[i]);
    }
}

/* Who gave a name a meaning answers for it. */
static void
test_own_name (void)
{
  const MatchumLexiconAlias alias = { "로그를 수집", "kafka" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) small = fixture_make_lexicon (lexicon_text);
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_with_aliases (small, &alias, 1, &error);
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (MatchumExplanation) one = NULL;
  g_autoptr (MatchumExplanation) two = NULL;

  g_assert_no_error (error);
  fixture =
      fixture_new_with_lexicon (lexicon, "# A\n\n## 경력\n\n### B | 2020.01 - 2021.01\n\n- 하루 천 건의 로그를 수집\n",
                                "## 자격요건\n\n- Kafka 경험\n- Kafka, Rust\n");
  one = matchum_explanation_new (fixture->coverage, 0);
  two = matchum_explanation_new (fixture->coverage, 1);
  g_assert_cmpstr (matchum_explanation_get_sentence (one), ==,
                   "Kafka shown in 1 item, as “로그를 수집”, a name of your own");
  g_assert_cmpstr (matchum_explanation_get_sentence (two), ==,
                   "1 of 2: Kafka (로그를 수집, a name of your own) shown; Rust missing");
}

/* Long names and many jobs are cut, so that the sentence stays one. */
static void
test_length (void)
{
  g_autoptr (GString) resume = g_string_new ("# A\n\n## 경력\n");
  g_autofree char *many = NULL;
  g_autofree char *names = NULL;

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (resume, "\n### Longwindedly & Sons Number %u | Data engineer | %u.01 - %u.12\n\n- Kafka\n",
                            i, 2025 - i, 2025 - i);
  many = explain_line (resume->str, "경력 5년 이상");
  g_assert_cmpstr (many, ==,
                   "9 yr of 5 yr asked: Longwindedly & Sons Number 0 (2025-01 – 2025-12), Longwindedly & Sons Number 1 "
                   "(2024-01 – 2024-12), +7");
  names = explain_line (resume->str,
                        "Zabberwockification, Quuxplicability, Florbonnaturality, Wimblewidthness, Kafka experience");
  g_assert_cmpint (g_utf8_strlen (names, -1), <=, 140);
  g_assert_true (g_str_has_prefix (names, "1 of 5: Kafka shown; Zabberwockification, "));
}

typedef struct {
  const char *line;  /* of the posting */
  const char *words; /* of the resume, marked */
  const char *nick;
} HintCase;

static const HintCase hint_cases[] = {
  { "Flink 개발 경험", "Flink", "tried" },
  { "Airflow 운영 경험", "Airflow", "tried" },
  { "Go 언어 개발 경험", "Go", "studied" },
  { "Dagster 운영 경험", "Dagster", "considered" },
  { "Ray Serve 운영 경험", "Ray Serve", "others" },
  { "CKAD 자격증 보유자", "CKAD", "not-held" },
  { "석사 학위 소지자", "마바대학교 수학과 석사과정 (재학) | 2025.03 - 현재", "not-held" },
};

/* Words that are taken back are a hint, marked and told why; what is shown needs none. */
static void
test_hints (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hint_cases); i++)
    {
      g_autofree char *posting = g_strconcat ("## 자격요건\n\n- ", hint_cases[i].line, "\n- Kafka 경험\n", NULL);
      g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting);
      g_autoptr (MatchumExplanation) explanation = matchum_explanation_new (fixture->coverage, 0);
      g_autoptr (MatchumExplanation) shown = matchum_explanation_new (fixture->coverage, 1);
      const GArray *hints = matchum_explanation_get_hints (explanation);
      const MatchumHint *hint = &g_array_index (hints, MatchumHint, 0);
      const MatchumVerdict *verdict = matchum_coverage_get_verdict (fixture->coverage, 0);
      const char *text;
      g_autofree char *words = NULL;

      g_assert_cmpuint (hints->len, >=, 1);
      text = matchum_block_get_text (matchum_resume_get_block (fixture->resume, hint->block));
      words = g_strndup (text + hint->span.start, matchum_span_get_length (hint->span));
      g_assert_cmpstr (words, ==, hint_cases[i].words);
      g_assert_cmpstr (matchum_hint_get_nick (hint->kind), ==, hint_cases[i].nick);
      g_assert_cmpint (verdict->status, ==, MATCHUM_STATUS_MISSING);
      g_assert_cmpuint (verdict->evidence->len, ==, 0);
      g_assert_cmpuint (matchum_explanation_get_hints (shown)->len, ==, 0);
    }
}

/* Why, in the words of the line. */
static void
test_why (void)
{
  static const struct {
    const char *item;
    const char *nick;
  } items[] = {
    { "Flink 도입 검토만 함", "considered" },
    { "Compared Flink with two others", "considered" },
    { "Flink 튜토리얼을 끝냄", "studied" },
    { "Flink 스터디 참여", "studied" },
    { "Took a Coursera course on Flink", "studied" },
    { "Flink PoC 후 미도입", "dropped" },
    { "Started on Flink, but the plan was shelved", "dropped" },
    { "Flink 도입 예정", "planned" },
    { "Would like to use Flink", "planned" },
    { "A toy project with Flink, which I tinkered with", "tried" },
    { "Flink는 써 본 정도", "tried" },
    { "Never used Flink", "denied" },
    { "No Flink experience", "denied" },
    { "Flink 운영은 플랫폼팀이 담당", "others" },
    { "Flink, run by the platform team", "others" },
    { "Flink (기초)", "slight" },
    { "Flink 설계만 함", "part" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *resume =
          g_strconcat ("# A\n\n## 경력\n\n### B | 2020.01 - 2021.01\n\n- ", items[i].item, "\n", NULL);
      g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume, "## 자격요건\n\n- Flink 경험\n");
      g_autoptr (MatchumExplanation) explanation = matchum_explanation_new (fixture->coverage, 0);
      const GArray *hints = matchum_explanation_get_hints (explanation);

      g_test_message ("%s", items[i].item);
      g_assert_cmpuint (hints->len, ==, 1);
      g_assert_cmpstr (matchum_hint_get_nick (g_array_index (hints, MatchumHint, 0).kind), ==, items[i].nick);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/hidden", test_hidden);
  g_test_add_func ("/explanation/lines-below", test_lines_below);
  g_test_add_func ("/explanation/parts", test_parts);
  g_test_add_func ("/explanation/own-name", test_own_name);
  g_test_add_func ("/explanation/length", test_length);
  g_test_add_func ("/explanation/hints", test_hints);
  g_test_add_func ("/explanation/why", test_why);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/explanation/line/%s", cases[i].line);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  return g_test_run ();
}
