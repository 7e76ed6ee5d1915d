/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requirement lines and the trees of criteria they stand for. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "posting/matchum-degree.h"
#include "posting/matchum-requirement-grammar.h"

static const char lexicon_text[] =
    "concept python programming-language\n  en Python\n  ko 파이썬\n"
    "concept r programming-language\n  en R{case,context}\n"
    "concept sql programming-language\n  en SQL\n"
    "concept cpp programming-language\n  en C++\n"
    "concept pytorch library\n  en PyTorch\n  broader ml-framework\n"
    "concept tensorflow library\n  en TensorFlow\n  broader ml-framework\n"
    "concept ml-framework category\n  en ML framework\n"
    "concept airflow tool\n  en Airflow\n  broader orchestration\n"
    "concept dagster tool\n  en Dagster\n  broader orchestration\n"
    "concept orchestration category\n  en workflow orchestration\n"
    "concept spark tool\n  en Spark\n  broader distributed\n"
    "concept hive tool\n  en Hive\n  broader distributed\n"
    "concept distributed category\n  en distributed processing\n  ko 분산 처리\n"
    "concept docker tool\n  en Docker\n  ko 도커\n"
    "concept kubernetes tool\n  en Kubernetes | k8s\n  ko 쿠버네티스\n"
    "concept machine-learning method\n  en machine learning | ML\n  ko 머신_러닝\n"
    "concept deep-learning method\n  en deep learning\n  ko 딥_러닝\n  broader machine-learning\n"
    "concept nlp method\n  en NLP\n  ko 자연어 처리\n"
    "concept ab-testing method\n  en A/B testing | A/B test\n  ko A/B 테스트\n"
    "concept vector-database category\n  en vector database\n"
    "concept data-analyst role\n  en data analyst\n  ko 데이터 분석가\n  implies data-analysis\n"
    "concept product-analyst role\n  en product analyst\n"
    "concept data-analysis method\n  en data analysis\n  ko 데이터 분석\n"
    "concept finance domain\n  en finance\n  ko 금융\n"
    "concept computer-science field\n  en computer science\n  ko 컴퓨터공학 | 컴퓨터 과학\n"
    "concept statistics field\n  en statistics\n  ko 통계학 | 통계 전공\n"
    "concept graphql tool\n  en GraphQL\n"
    "concept api-style category\n  en API{case} | APIs{case}\n"
    "concept programming method\n  en programming\n  ko 프로그래밍\n"
    "concept system-design method\n  ko 시스템 설계\n"
    "concept research method\n  en research\n  ko 연구\n"
    "concept service-operations method\n  ko 서비스 운영\n"
    "concept load-testing task\n  ko 부하 테스트\n"
    "concept big-data category\n  ko 대규모\n"
    "concept database category\n  ko 데이터베이스\n"
    "concept sharding method\n  ko 샤딩\n"
    "concept publication method\n  ko 논문 게재\n"
    "concept top-conference category\n  en top conference\n"
    "concept kdd domain\n  en KDD\n  broader top-conference\n"
    "concept serial method\n  en serial communication\n"
    "concept scrum method\n  en Scrum\n  ko 스크럼\n"
    "concept sales function\n  en sales\n"
    "concept english human-language\n  en English\n  ko 영어\n"
    "concept japanese human-language\n  en Japanese\n  ko 일본어\n"
    "concept toeic language-test\n  en TOEIC\n  implies english\n"
    "concept sqld certificate\n  en SQLD\n"
    "concept adsp certificate\n  en ADsP\n";

typedef struct {
  const char *line;
  const char *tree;
} Case;

/* Every rule of the grammar, in Korean and English, in words of the test's own. */
static const Case cases[] = {
  /* One thing, known and unknown. */
  { "Docker 사용 경험", "Docker" },
  { "Zephyrus 사용 경험", "Zephyrus" },
  { "Experience with Zephyrus", "Zephyrus" },
  /* All. */
  { "Python, SQL 활용 가능하신 분", "ALL(Python, SQL)" },
  { "Docker 및 Kubernetes 운영 경험", "ALL(Docker, Kubernetes)" },
  { "Docker와 Kubernetes를 다뤄 보신 분", "ALL(Docker, Kubernetes)" },
  { "Docker and Kubernetes", "ALL(Docker, Kubernetes)" },
  { "Python을 활용한 머신러닝 경험", "ALL(Python, 머신러닝)" },
  /* Any. */
  { "Spark 또는 Hive 경험", "ANY(Spark, Hive)" },
  { "Spark나 Hive를 써 보신 분", "ANY(Spark, Hive)" },
  { "PyTorch 혹은 TensorFlow", "ANY(PyTorch, TensorFlow)" },
  { "PyTorch or TensorFlow", "ANY(PyTorch, TensorFlow)" },
  { "SQL/Python 사용 경험", "ANY(SQL, Python)" },
  { "Python, SQL or C++", "ANY(Python, SQL, C++)" },
  /* So many of. */
  { "Python, SQL, C++ 중 하나 이상에 능숙하신 분", "ANY(Python, SQL, C++)" },
  { "Python, SQL, C++ 중 2개 이상 가능하신 분", "2OF(Python, SQL, C++)" },
  { "Python, SQL 중 3개 이상 활용 가능하신 분", "2OF(Python, SQL)" },
  { "At least one of Python, SQL or C++", "ANY(Python, SQL, C++)" },
  { "Python, and at least one of SQL, Spark or Hive", "ALL(Python, ANY(SQL, Spark, Hive))" },
  { "SQL 활용 능력 및 Python, C++ 중 1개 이상 가능하신 분", "ALL(SQL, ANY(Python, C++))" },
  /* Open lists and their class. */
  { "Spark, Hive 등 분산 처리 경험", "ANY+(Spark, Hive, ~분산 처리)" },
  { "Tools such as Spark and Hive", "ANY(Spark, Hive)" },
  { "Workflow orchestration such as Airflow or Dagster", "ANY+(Airflow, Dagster, Workflow orchestration)" },
  { "Workflow orchestration with Airflow or Dagster", "ALL(Workflow orchestration, ANY(Airflow, Dagster))" },
  /* Examples in brackets. */
  { "딥러닝에 대한 이해 (PyTorch, TensorFlow 중 하나 이상)", "ANY(딥러닝, PyTorch, TensorFlow)" },
  { "딥러닝 경험 (PyTorch, TensorFlow 모두)", "ALL(딥러닝, PyTorch, TensorFlow)" },
  { "Vector databases (Foobase or Barbase)", "ANY(Vector databases, Foobase, Barbase)" },
  { "딥러닝 경험 (PyTorch 우대)", "딥러닝" },
  { "Deep learning (딥러닝, NLP)", "ANY(Deep learning, ~NLP)" },
  { "Deep learning (딥러닝)", "Deep learning" },
  { "Deep learning in production (PyTorch)", "ALL(ANY(Deep learning, PyTorch), !production)" },
  /* Members of lists that the lexicon does not know. */
  { "정산, 송금 또는 금융 서비스 경험", "ANY(정산, 송금, 금융)" },
  { "Docker와 광대역망을 다룬 경험", "ALL(Docker, 광대역망)" },
  { "설계, 운영 및 데이터 분석 경험", "데이터 분석" },
  { "수위 예측과 침수 위험 평가를 맡았던 분", "ALL(수위 예측, 침수 위험 평가)" },
  { "Docker 또는 장비 원격 제어를 다룬 경험", "ANY(Docker, 장비 원격 제어)" },
  { "수문 해석(MODFLOW, SWMM) 경험", "ANY(수문 해석, MODFLOW, SWMM)" },
  { "Docker, tide gauges and load forecasting", "ALL(Docker, tide gauges, load forecasting)" },
  { "Tide and load data analysis", "ALL(load, %data analysis)" },
  { "Docker, river data analysis", "ALL(Docker, ALL(river, %data analysis))" },
  { "English for weekly calls, Docker", "ALL(English, Docker)" },
  { "하천 관리 경력 3년 이상", "ALL(하천 관리, 3년 이상/36:하천 관리)" },
  { "딥러닝, 분석 등 머신러닝 경험", "ANY+(딥러닝, ~머신러닝)" },
  { "Kafkaesk, 딥러닝 등 머신러닝 경험", "ANY+(Kafkaesk, 딥러닝, ~머신러닝)" },
  { "모터, 감속기 등 구동부 설계 경험", "ANY+(모터, 감속기, ~구동부 설계)" },
  { "Qualified accountant (ACA, ACCA or CIMA)", "ANY(accountant, ACA, ACCA, CIMA)" },
  { "재무제표 점검 (연결, 별도) 경험", "ANY+(연결, 별도, 재무제표 점검)" },
  { "선박 조립 및 관리 경험", "선박 조립" },
  { "Docker를 이용한 침수 지도 제작 경험", "ALL(Docker, 침수 지도)" },
  /* Years. */
  { "머신러닝 실무 경력 3년 이상", "ALL(머신러닝, 3년 이상/36{machine-learning})" },
  { "3+ years of experience with Python", "ALL(Python, 3+ years/36{python})" },
  { "3~5년 경력", "3~5년/36" },
  { "데이터 분석가 경력 4년 이상", "4년 이상/48{data-analyst}" },
  { "Product Analyst, Data Analyst 혹은 이에 준하는 직무 경력 4년 이상", "4년 이상/48{product-analyst,data-analyst}" },
  { "A/B 테스트 경험 6개월 이상", "ALL(A/B 테스트, 6개월 이상/6{ab-testing})" },
  { "머신러닝 실무 경험 2년 이상 (PyTorch, TensorFlow)",
    "ALL(ANY(머신러닝, PyTorch, TensorFlow), 2년 이상/24{machine-learning,pytorch,tensorflow})" },
  { "머신러닝 딥러닝 경력 3년 이상", "ALL(머신러닝, 딥러닝, 3년 이상/36{deep-learning})" },
  { "Docker and a load planner role, 3+ years", "ALL(Docker, 3+ years/36:load planner{docker})" },
  { "신입 지원 가능", "anyone" },
  { "경력 무관", "anyone" },
  /* Degrees. */
  { "석사 학위 소지자", "석사 학위=4" },
  { "통계학, 컴퓨터공학 등 관련 전공 석사 이상", "석사 이상=4{computer-science,statistics}~" },
  { "Bachelor's degree in computer science or a related field", "Bachelor's degree=3{computer-science}~" },
  { "컴퓨터공학 전공 석사 학위 혹은 이에 준하는 관련 경력(5년 이상)",
    "ANY(석사 학위=4{computer-science}, 5년 이상/60{computer-science})" },
  { "Bachelor's degree in computer science or equivalent practical experience",
    "ANY(Bachelor's degree=3{computer-science}, equivalent practical experience/0{computer-science})" },
  { "머신러닝 경력 3년 이상 또는 석사 학위", "ANY(ALL(머신러닝, 3년 이상/36{machine-learning}), 석사 학위=4)" },
  { "통계학 전공자", "field{statistics}" },
  { "A degree in statistics or a related field", "A degree=3{statistics}~" },
  { "통계학 등 컴퓨터공학 계열 학사 이상", "학사 이상=3{computer-science,statistics}~" },
  { "통계 전공 우대", "field{statistics}" },
  { "머신러닝 분야 석사", "석사=4{machine-learning}" },
  { "머신러닝 경험, 석사", "ALL(머신러닝, 석사=4)" },
  { "컴퓨터공학, 통계학 전공자", "field{statistics,computer-science}" },
  { "Kafka 경험, 통계 전공", "ALL(Kafka, field{statistics})" },
  { "컴퓨터공학, 통계학 등 정량 분야 학사 이상", "학사 이상=3{statistics,computer-science}~" },
  /* Certificates and languages. */
  { "SQLD, ADsP 등 자격증", "ANY+(SQLD$, ADsP$)" },
  { "수문기술사 보유자", "수문기술사$" },
  { "통계학기사 보유자", "통계학기사$" },
  { "잠수 면허 소지자", "잠수 면허$" },
  { "방재, 수문 관련 자격증 소지자", "ALL(방재$, 수문 관련 자격증$)" },
  { "Docker certification", "Docker certification$" },
  { "SQLD, ADsP 등 통계 관련 자격증", "ANY+(SQLD$, ADsP$, ~통계 관련 자격증$)" },
  { "지원 자격 요건을 갖추신 분", "soft" },
  { "영어 회의 가능자", "영어@3" },
  { "영어로 회의 가능하신 분 (English)", "영어@3" },
  { "영어 가능하신 분. 일본어 가능자 우대", "영어" },
  { "English or Japanese at conversational level", "ANY(English@3, Japanese@3)" },
  { "TOEIC 900점 이상", "TOEIC#900" },
  { "영어 및 일본어 회의 가능자", "ALL(영어@3, 일본어@3)" },
  { "영어 가능자, 일본어 회의 가능자", "ALL(영어, 일본어@3)" },
  { "영어, 일본어 비즈니스 회화 가능자", "ALL(영어@3, 일본어@3)" },
  /* How it is to have been done. */
  { "Docker in production", "ALL(Docker, !production)" },
  { "대용량 데이터를 Spark로 처리한 경험", "ALL(^대용량, Spark)" },
  { "Foobar와 Great Barbaz 사용 경험", "ALL(Foobar, Great Barbaz)" },
  { "Kubernetes 환경에서의 서비스 운영", "ALL(Kubernetes, !%서비스 운영)" },
  { "서비스 운영, Kubernetes", "ALL(서비스 운영, Kubernetes)" },
  { "딥러닝 연구 경험", "ALL(딥러닝, !%연구)" },
  { "대규모 부하 테스트 경험", "ALL(!^대규모, 부하 테스트)" },
  { "데이터베이스를 샤딩한 경험", "ALL(%데이터베이스, 샤딩)" },
  { "데이터베이스, 샤딩 경험", "ALL(데이터베이스, 샤딩)" },
  { "KDD 등 학회에 논문 게재", "ALL(KDD, %논문 게재)" },
  { "논문 게재 경험", "논문 게재" },
  { "Docker를 Kubernetes에 연동한 경험", "ALL(Docker, %Kubernetes)" },
  { "Docker, Kubernetes 연동 경험", "ALL(Docker, Kubernetes)" },
  /* The plain word behind a name. */
  { "GraphQL APIs", "GraphQL" },
  { "GraphQL and designing clean APIs", "ALL(GraphQL, APIs)" },
  { "Python 프로그래밍 경험", "Python" },
  { "NLP 시스템 설계 경험", "NLP" },
  { "시스템 설계 경험", "시스템 설계" },
  /* What would only be better. */
  { "Docker, ideally Kubernetes", "Docker" },
  { "Docker (preferably Kubernetes), SQL", "ALL(Docker, SQL)" },
  { "Docker, ideally in finance, and SQL", "ALL(Docker, SQL)" },
  { "Docker, 가급적 Kubernetes", "Docker" },
  { "Good English; German at B1 or the will to learn", "English@2" },
  { "Fluent English; Danish is not needed", "English@4" },
  { "Docker 경험, Kubernetes 경험은 불필요", "Docker" },
  { "Agentic systems in production", "ALL(Agentic systems, !production)" },
  { "Python과 PyTorch, TensorFlow 등 ML framework", "ALL(Python, ANY+(PyTorch, TensorFlow, ~ML framework))" },
  { "Python, SQL 등 ML framework", "ANY+(Python, SQL, ~ML framework)" },
  { "KDD 등 해외 학회 논문 게재", "ANY+(KDD, ~%논문 게재)" },
  { "Serial communication", "Serial communication" },
  { "Spark 또는 Hive로 만든 프로젝트", "ANY(Spark, Hive)" },
  { "An eye for good documentation", "soft" },
  { "Workflow orchestration, for example Airflow or Dagster", "ANY+(Airflow, Dagster, Workflow orchestration)" },
  { "Docker, including Kubernetes and SQL", "ALL(Docker, Kubernetes, SQL)" },
  { "Business-level English and native-level Japanese", "ALL(English@3, Japanese@4)" },
  /* Attitudes. */
  { "데이터 분석 결과를 두고 동료와 적극적으로 소통하시는 분", "soft" },
  { "지표를 두고 Python으로 데이터 분석", "ALL(Python, 데이터 분석)" },
  { "스크럼 방식으로 동료와 적극적으로 협업하시는 분", "스크럼" },
  { "동료와 적극적으로 소통하시는 분", "soft" },
  { "머신러닝 트렌드에 관심이 많으신 분", "soft" },
  { "You are curious about machine learning", "soft" },
  { "You speak up before it is too late", "soft" },
  { "논리적인 사고와 문제 해결 능력", "soft" },
  { "머신러닝으로 푸는 문제 해결 능력", "머신러닝" },
  { "Python 개발 경험이 있고 새로운 기술에 관심이 많으신 분", "Python" },
  /* The words themselves. */
  { "서버실 배선 관리 경험자", "서버실 배선 관리" },
  { "", "soft" },
  { "()", "soft" },
};

static void
write_concepts (GString *out, const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  if (node->concepts->len == 0)
    return;
  for (guint i = 0; i < node->concepts->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "{" : ",",
                            matchum_lexicon_get_concept (lexicon, g_array_index (node->concepts, guint, i))->id);
  g_string_append_c (out, '}');
}

static void
write_tree (GString *out, const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  if (node->children != NULL)
    {
      if (node->kind == MATCHUM_CRITERION_AT_LEAST)
        g_string_append_printf (out, "%uOF(", node->count);
      else
        g_string_append_printf (out, "%s%s(", node->kind == MATCHUM_CRITERION_ALL ? "ALL" : "ANY",
                                node->is_open ? "+" : "");
      for (guint i = 0; i < node->children->len; i++)
        {
          if (i > 0)
            g_string_append (out, ", ");
          write_tree (out, g_ptr_array_index (node->children, i), lexicon);
        }
      g_string_append_c (out, ')');
      return;
    }
  g_string_append_printf (out, "%s%s%s%s", node->is_silent ? "~" : "", node->is_context ? "!" : "",
                          node->is_scale ? "^" : "", node->is_whole ? "%" : "");
  if (node->kind == MATCHUM_CRITERION_ANYONE)
    g_string_append (out, "anyone");
  else
    g_string_append (out, node->kind == MATCHUM_CRITERION_FIELD ? "field" : node->name);
  if (node->kind == MATCHUM_CRITERION_CERTIFICATE)
    g_string_append_c (out, '$');
  if (node->kind == MATCHUM_CRITERION_YEARS)
    g_string_append_printf (out, "/%u%s%s", node->months, node->word != NULL ? ":" : "",
                            node->word != NULL ? node->word : "");
  if (node->kind == MATCHUM_CRITERION_DEGREE)
    g_string_append_printf (out, "=%u", node->degree);
  if (node->kind == MATCHUM_CRITERION_LANGUAGE && node->score > 0)
    g_string_append_printf (out, "#%d", node->score);
  else if (node->kind == MATCHUM_CRITERION_LANGUAGE && node->level > 0)
    g_string_append_printf (out, "@%u", node->level);
  if (node->kind == MATCHUM_CRITERION_YEARS || node->kind == MATCHUM_CRITERION_DEGREE
      || node->kind == MATCHUM_CRITERION_FIELD)
    write_concepts (out, node, lexicon);
  if (node->is_related && node->kind == MATCHUM_CRITERION_DEGREE)
    g_string_append_c (out, '~');
}

static MatchumLexicon *
load_lexicon (void)
{
  const char *const names[] = { "test", NULL };
  const char *const texts[] = { lexicon_text, NULL };
  g_autoptr (GError) error = NULL;
  MatchumLexicon *lexicon = matchum_lexicon_new_from_texts (names, texts, &error);

  g_assert_no_error (error);
  return lexicon;
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (MatchumLexicon) lexicon = load_lexicon ();
  g_autoptr (MatchumCriterion) tree = matchum_requirement_grammar_parse (one->line, strlen (one->line), 0, lexicon);
  g_autoptr (GString) said = g_string_new (NULL);

  if (tree == NULL)
    g_string_append (said, "soft");
  else
    write_tree (said, tree, lexicon);
  g_test_message ("%s", one->line);
  g_assert_cmpstr (said->str, ==, one->tree);
}

/* Every leaf must know the bytes that say it, moved by the offset. */
static void
check_spans (const MatchumCriterion *node, const char *line, gsize offset)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    check_spans (g_ptr_array_index (node->children, i), line, offset);
  if (node->children == NULL)
    {
      g_autofree char *words = g_strndup (line + node->span.start - offset, matchum_span_get_length (node->span));

      g_assert_cmpstr (g_strstrip (words), ==, node->name);
    }
}

static void
test_spans (void)
{
  static const char line[] = "ＰｙＴｏｒｃｈ 혹은 TensorFlow로 딥러닝 모델을 3년 이상 개발하신 분";
  g_autoptr (MatchumLexicon) lexicon = load_lexicon ();
  g_autoptr (MatchumCriterion) tree = matchum_requirement_grammar_parse (line, strlen (line), 7, lexicon);

  g_assert_nonnull (tree);
  check_spans (tree, line, 7);
}

static void
check_inside (const MatchumCriterion *node, gsize length)
{
  g_assert_cmpuint (node->span.start, <=, node->span.end);
  g_assert_cmpuint (node->span.end, <=, length);
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    check_inside (g_ptr_array_index (node->children, i), length);
  g_assert_true (node->children == NULL || node->children->len > 1);
  g_assert_true (node->children != NULL || node->name != NULL);
}

/* Words thrown together at random never break anything, and every leaf still knows its words. */
static void
test_random (void)
{
  static const char *const words[] = { "Python",
                                       ", ",
                                       "와 ",
                                       "또는 ",
                                       " 등 ",
                                       "(",
                                       ")",
                                       "/",
                                       "3년 이상 ",
                                       "석사 ",
                                       "전공 ",
                                       "영어 ",
                                       "중 하나 이상 ",
                                       "의 ",
                                       "경험",
                                       " such as ",
                                       " or ",
                                       " and ",
                                       "Zephyr ",
                                       "대용량 ",
                                       "ML ",
                                       "[",
                                       "]",
                                       ". ",
                                       "관심 ",
                                       "데이터 분석가 ",
                                       "기반 ",
                                       "\xc2\xa0",
                                       "ﬁ",
                                       "이상" };
  g_autoptr (MatchumLexicon) lexicon = load_lexicon ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20261101);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (MatchumCriterion) tree = NULL;

      for (gint n = g_rand_int_range (random, 1, 24); n > 0; n--)
        g_string_append (line, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      tree = matchum_requirement_grammar_parse (line->str, line->len, 0, lexicon);
      if (tree != NULL)
        check_inside (tree, line->len);
    }
}

/* A line of a megabyte of whatever is hardest is read in no time, and with a bounded tree. */
static void
test_hostile (void)
{
  static const char *const seeds[] = { "Python, ", "((((", "중 하나 이상 ", "A/B ", "석사 학위 또는 ", "3년 이상 ",
                                       ")(",       "가",   "OEIC " };
  g_autoptr (MatchumLexicon) lexicon = load_lexicon ();

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (MatchumCriterion) tree = NULL;
      gint64 start;

      while (line->len < 1000 * 1024)
        g_string_append (line, seeds[i]);
      start = g_get_monotonic_time ();
      tree = matchum_requirement_grammar_parse (line->str, line->len, 0, lexicon);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
    }
}

static void
test_degrees (void)
{
  static const struct {
    const char *text;
    MatchumDegree degree;
    gboolean is_unfinished;
  } degrees[] = {
    { "경제학 박사과정 수료", MATCHUM_DEGREE_DOCTOR, TRUE },
    { "phd in physics", MATCHUM_DEGREE_DOCTOR, FALSE },
    { "msc electrical engineering", MATCHUM_DEGREE_MASTER, FALSE },
    { "석/박사", MATCHUM_DEGREE_MASTER, FALSE },
    { "전문학사", MATCHUM_DEGREE_ASSOCIATE, FALSE },
    { "bachelor of arts", MATCHUM_DEGREE_BACHELOR, FALSE },
    { "phd candidate", MATCHUM_DEGREE_DOCTOR, TRUE },
    { "programs and teams", MATCHUM_DEGREE_NONE, FALSE },
    { "bsc physics, transferred to westcombe", MATCHUM_DEGREE_BACHELOR, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (degrees); i++)
    {
      const char *text = degrees[i].text;

      g_assert_cmpint (matchum_degree_find_highest (text, strlen (text)), ==, degrees[i].degree);
      g_assert_cmpint (matchum_degree_is_unfinished (text, strlen (text)), ==, degrees[i].is_unfinished);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/requirement-grammar/line/%02u", (guint) i + 1);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/requirement-grammar/spans", test_spans);
  g_test_add_func ("/requirement-grammar/random", test_random);
  g_test_add_func ("/requirement-grammar/hostile", test_hostile);
  g_test_add_func ("/degree/words", test_degrees);
  return g_test_run ();
}
