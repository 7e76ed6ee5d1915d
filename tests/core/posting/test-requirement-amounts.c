/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requirement lines that ask for amounts, and for several lengths of experience. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "posting/matchum-requirement-grammar.h"

static const char lexicon_text[] =
    "concept python programming-language\n  en Python\n"
    "concept go programming-language\n  en Go{case}\n"
    "concept kafka tool\n  en Kafka\n"
    "concept kubernetes tool\n  en Kubernetes\n"
    "concept airflow tool\n  en Airflow\n"
    "concept machine-learning method\n  en machine learning | ML\n  ko 머신_러닝\n"
    "concept llm method\n  en LLM\n"
    "concept backend function\n  en backend development | backend\n  ko 백엔드\n"
    "concept team-lead method\n  en leading teams | leading a team\n  ko 팀 리드 | 리딩\n"
    "concept advertising function\n  ko 광고\n"
    "concept nursing function\n  ko 간호\n"
    "concept mau method\n  en MAU | daily active users\n"
    "concept big-data category\n  ko 대용량 | 대규모\n"
    "concept multi-gpu method\n  en multi-GPU\n"
    "concept cra role\n  en CRA{case}\n"
    "concept crc role\n  en CRC{case}\n"
    "concept toeic language-test\n  en TOEIC\n"
    "concept english human-language\n  en English\n  ko 영어\n";

typedef struct {
  const char *line;
  const char *tree; /* amounts as [unit value/period], ` before what only says how */
} Case;

static const Case cases[] = {
  /* By themselves: the plain words beside them ask for nothing more. */
  { "월 사용자 100만 명 이상 서비스", "월 사용자 100만 명 이상[users 1000000/month]" },
  { "월 사용자 100만 명 이상 서비스 개발 경험", "월 사용자 100만 명 이상[users 1000000/month]" },
  { "MAU 100만 이상", "MAU 100만 이상[users 1000000/month]" },
  { "월간 사용자(MAU) 50만 이상의 서비스 경험", "월간 사용자(MAU) 50만 이상[users 500000/month]" },
  { "초당 10만 건 이상의 이벤트 처리 경험", "초당 10만 건 이상[events 100000/second]" },
  { "일 1TB 이상 데이터 처리 경험", "일 1TB 이상[bytes 1000000000000/day]" },
  { "1M+ daily active users", "1M+ daily active users[users 1000000/day]" },
  { "Experience running products with 1M+ daily active users", "1M+ daily active users[users 1000000/day]" },
  { "Customers with more than 5,000 employees", "more than 5,000 employees[employees 5000]" },
  { "월 1억 원 이상 예산 집행 경험", "월 1억 원 이상[money 100000000/month]" },
  { "Managed a $1M+ budget", "$1M+[money 1000000]" },
  { "연 매출 100억 이상 브랜드 운영 경험", "연 매출 100억 이상[money 10000000000/year]" },
  { "Systems with 99.9% uptime", "99.9% uptime[availability 99900000]" },
  { "병상 300개 이상", "병상 300개 이상[things 300 병상]" },
  /* Beside what else is asked, which they only qualify. */
  { "Kafka로 초당 10만 건 이상의 메시지를 처리한 경험", "ALL(Kafka, `초당 10만 건 이상[events 100000/second])" },
  { "MAU 100만 이상 앱에서 Python 개발 경험", "ALL(Python, `MAU 100만 이상[users 1000000/month])" },
  { "5인 이상 팀 리드 경험", "ALL(팀 리드, `5인 이상[team 5])" },
  { "팀 리드 경험(3인 이상)", "ALL(팀 리드, `3인 이상[team 3])" },
  { "Experience leading teams of 5 or more", "ALL(leading teams, `teams of 5 or more[team 5])" },
  { "Python, Kafka 사용 경험 (일 1TB 이상)", "ALL(Python, Kafka, `일 1TB 이상[bytes 1000000000000/day])" },
  { "Python 또는 Go로 초당 1만 건 이상을 처리", "ALL(ANY(Python, Go), `초당 1만 건 이상[events 10000/second])" },
  { "월 1억 원 이상의 광고 예산을 운영해 보신 분", "ALL(광고, `월 1억 원 이상[money 100000000/month])" },
  { "병상 300개 이상 병원 간호 경력 3년 이상", "ALL(간호, 3년 이상/36{nursing}, `병상 300개 이상[things 300 병상])" },
  { "Airflow로 100개 이상의 DAG를 운영한 경험", "ALL(Airflow, `100개 이상의 DAG[things 100 dag])" },
  { "Kubernetes 노드 100대 이상 운영 경험", "ALL(Kubernetes, `노드 100대 이상[things 100 노드])" },
  /* What large scale is to be. */
  { "대규모 음성 데이터(1만 시간 이상)로 multi-GPU 학습", "ALL(`1만 시간 이상[things 10000 시간], multi-GPU)" },
  /* One or the other. */
  { "Kafka로 초당 1만 건 이상 또는 일 1TB 이상을 처리한 경험",
    "ALL(Kafka, ANY(`초당 1만 건 이상[events 10000/second], `일 1TB 이상[bytes 1000000000000/day]))" },
  /* Words that nobody knows are looked for as they stand; where nothing is shown, all of it is told. */
  { "100대 이상의 음파 탐지기 보수 경험", "ALL(100대 이상의 음파 탐지기 보수, `100대 이상[things 100 탐지기])" },
  /* No amounts: lists, lengths, scores, few things, most, vague ones, what the company says of itself. */
  { "Python, Go, Kafka 중 2개 이상", "2OF(Python, Go, Kafka)" },
  { "Python 경력 3년 이상", "ALL(Python, 3년 이상/36{python})" },
  { "TOEIC 900점 이상", "TOEIC#900" },
  { "Kafka 클러스터 3개 이상 운영", "Kafka" },
  { "10명 이하 조직의 Python 개발", "Python" },
  { "수백만 명이 쓰는 앱의 Python 개발 경험", "Python" },
  { "월 100만 명이 쓰는 우리 서비스를 Python으로 만들 분", "Python" },
  { "Kafka 3.7, Python 3.12", "ALL(Kafka, Python)" },
  /* Two lengths, each in something of its own. */
  { "머신러닝 경력 4년 이상, 그중 LLM 1년 이상",
    "ALL(머신러닝, 4년 이상/48{machine-learning}, LLM, 1년 이상/12{llm})" },
  { "경력 7년 이상, 그중 2년은 Go 개발", "ALL(7년 이상/84, Go, 2년/24{go})" },
  { "5+ years in backend, at least three of them with Go",
    "ALL(backend, 5+ years/60{backend}, Go, three of them/36{go})" },
  { "8+ years of engineering, of which 3 years with Go", "ALL(8+ years/96, Go, 3 years/36{go})" },
  { "5+ years of backend development and 2+ years with Kubernetes",
    "ALL(backend development, 5+ years/60{backend}, Kubernetes, 2+ years/24{kubernetes})" },
  { "백엔드 경력 5년 이상, 팀 리드 2년 이상", "ALL(백엔드, 5년 이상/60{backend}, 팀 리드, 2년 이상/24{team-lead})" },
  { "3년 이상 백엔드 개발, 1년 이상 Go 개발", "ALL(백엔드, 3년 이상/36{backend}, Go, 1년 이상/12{go})" },
  { "Python 3년 이상 또는 Go 2년 이상",
    "ANY(ALL(Python, 3년 이상/36{python}!{go}), ALL(Go, 2년 이상/24{go}!{python}))" },
  { "CRA 경력 2년 이상 또는 CRC 경력 3년 이상", "ANY(2년 이상/24{cra}!{crc}, 3년 이상/36{crc}!{cra})" },
  /* The second in nothing that is known asks for no more than the first. */
  { "5+ years in machine learning, three of them with things that swim",
    "ALL(machine learning, 5+ years/60{machine-learning})" },
  /* One length is one. */
  { "Python 또는 Go 경력 3년 이상", "ALL(ANY(Python, Go), 3년 이상/36{python,go})" },
  { "Comfortable with three of them: Python, Go, Kafka; 3 years", "ALL(Python, Go, Kafka, 3 years/36)" },
};

static const char *const units[] = { "none",   "users", "team",  "employees",    "people",
                                     "events", "bytes", "money", "availability", "things" };
static const char *const periods[] = { "",      "/second", "/minute",  "/hour", "/day",
                                       "/week", "/month",  "/quarter", "/year", "/ever" };

static void
write_concepts (GString *out, const char *mark, GArray *concepts, MatchumLexicon *lexicon)
{
  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    g_string_append_printf (out, "%s%s%s", i == 0 ? mark : "", i == 0 ? "{" : ",",
                            matchum_lexicon_get_concept (lexicon, g_array_index (concepts, guint, i))->id);
  if (concepts != NULL && concepts->len > 0)
    g_string_append_c (out, '}');
}

static void
write_leaf (GString *out, const MatchumCriterion *leaf, MatchumLexicon *lexicon)
{
  g_string_append_printf (out, "%s%s", leaf->kind == MATCHUM_CRITERION_AMOUNT && leaf->is_aside ? "`" : "", leaf->name);
  if (leaf->kind == MATCHUM_CRITERION_AMOUNT)
    g_string_append_printf (out, "[%s %" G_GINT64_FORMAT "%s%s%s]", units[leaf->amount.unit], leaf->amount.value,
                            periods[leaf->amount.period], leaf->word != NULL ? " " : "",
                            leaf->word != NULL ? leaf->word : "");
  if (leaf->kind == MATCHUM_CRITERION_LANGUAGE && leaf->score > 0)
    g_string_append_printf (out, "#%d", leaf->score);
  if (leaf->kind != MATCHUM_CRITERION_YEARS)
    return;
  g_string_append_printf (out, "/%u", leaf->months);
  write_concepts (out, "", leaf->concepts, lexicon);
  write_concepts (out, "!", leaf->rivals, lexicon);
}

static void
write_tree (GString *out, const MatchumCriterion *node, MatchumLexicon *lexicon)
{
  if (node->children == NULL)
    {
      write_leaf (out, node, lexicon);
      return;
    }
  if (node->kind == MATCHUM_CRITERION_AT_LEAST)
    g_string_append_printf (out, "%uOF(", node->count);
  else
    g_string_append (out, node->kind == MATCHUM_CRITERION_ALL ? "ALL(" : "ANY(");
  for (guint i = 0; i < node->children->len; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      write_tree (out, g_ptr_array_index (node->children, i), lexicon);
    }
  g_string_append_c (out, ')');
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  const char *const names[] = { "test", NULL };
  const char *const texts[] = { lexicon_text, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_from_texts (names, texts, &error);
  g_autoptr (MatchumCriterion) tree = NULL;
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_no_error (error);
  tree = matchum_requirement_grammar_parse (one->line, strlen (one->line), 0, lexicon);
  if (tree == NULL)
    g_string_append (said, "soft");
  else
    write_tree (said, tree, lexicon);
  g_assert_cmpstr (said->str, ==, one->tree);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/requirement-amounts/%" G_GSIZE_FORMAT, i);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
