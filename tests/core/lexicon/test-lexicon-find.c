/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in texts: boundaries, particles, gaps, case, and names that mean something only in company. */
#include "config.h"

#include <string.h>

#include "lexicon-fixture.h"

static const char records[] =
    "concept python programming-language\n en Python\n ko 파이썬\n"
    "concept r programming-language\n en R{case,context}\n"
    "concept c programming-language\n en C{case,context}\n"
    "concept cpp programming-language\n en C++\n ko 씨플플\n"
    "concept csharp programming-language\n en C#\n"
    "concept go programming-language\n en Go{case,context} | Golang\n"
    "concept sql programming-language\n en SQL\n"
    "concept spring library\n en Spring{case,context} | Spring Framework\n"
    "concept spring-boot library\n en Spring Boot\n ko 스프링_부트\n"
    "concept dotnet platform\n en .NET\n"
    "concept node platform\n en Node.js\n"
    "concept ai field\n en AI\n"
    "concept llm method\n en LLM | large_language model\n"
    "concept dw category\n en data warehouse | DW{case}\n ko 데이터 웨어_하우스\n"
    "concept data-analysis task\n en data analysis\n ko 데이터 분석\n"
    "concept recommendation task\n en recommender system\n ko 추천 시스템 | 추천{open}\n"
    "concept statistics field\n en statistics\n ko 통계{inside} | 통계학\n"
    "concept automation task\n ko 자동화\n"
    "concept ab-test method\n en A/B test\n ko A/B 테스트 | 에이비 테스트\n"
    "concept fine-tuning method\n en fine_tuning\n ko 파인_튜닝\n"
    "concept cs-science field\n en CS{case,context} | computer science\n"
    "concept cs-support function\n en CS{case,context} | customer support\n"
    "concept hr function\n en HR{case,context}\n"
    "concept docker tool\n en Docker\n ko 도커\n"
    "concept s3 platform\n en S3\n"
    "concept machine-learning field\n en machine_learning | ML{case}\n ko 머신_러닝 | 기계_학습\n"
    "concept ml-engineer role\n en machine_learning engineer\n ko 머신_러닝 엔지니어\n";

static MatchumLexicon *
make_lexicon (void)
{
  const char *const names[] = { "test", NULL };
  const char *const texts[] = { records, NULL };
  g_autoptr (GError) error = NULL;
  MatchumLexicon *lexicon = matchum_lexicon_new_from_texts (names, texts, &error);

  g_assert_no_error (error);
  return lexicon;
}

/* "python=Python sql=SQL": concepts and the bytes that name them, with a * on canonical names. */
static char *
find (MatchumLexicon *lexicon, const char *text, MatchumLexiconFindFlags flags)
{
  g_autoptr (MatchumFoldedText) folded = matchum_folded_text_new (text, -1);
  g_autoptr (GArray) mentions = matchum_lexicon_find (lexicon, folded, flags);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const MatchumMention *mention = &g_array_index (mentions, MatchumMention, i);

      g_string_append_printf (found, "%s%s=%.*s%s", i > 0 ? "; " : "",
                              matchum_lexicon_get_concept (lexicon, mention->concept)->id,
                              (gint) matchum_span_get_length (mention->span), text + mention->span.start,
                              mention->is_canonical ? "*" : "");
    }
  return g_string_free (found, FALSE);
}

static const struct {
  const char *text;
  const char *found;
} cases[] = {
  /* Latin names are whole words. */
  { "Python", "python=Python*" },
  { "PYTHON, python", "python=PYTHON*; python=python*" },
  { "Pythonic CPython xPython", "" },
  { "Python3, Python3.8 and Python 3.10", "python=Python*; python=Python*; python=Python*" },
  { "Python3x, S30, S3", "s3=S3*" },
  { "C++17, C++", "cpp=C++*; cpp=C++*" },
  { "(Python)을, Python/SQL", "python=Python*; python=Python*; sql=SQL*" },
  { "Ｐｙｔｈｏｎ 3", "python=Ｐｙｔｈｏｎ*" },
  { "ASP.NET .NET", "dotnet=.NET*" },
  { "Node.js, Node js", "node=Node.js*" },
  { "Dockers, DOCKERS", "docker=Dockers*; docker=DOCKERS*" },
  { "LLMs, llms, LLM", "llm=LLMs*; llm=LLM*" },
  { "Python's", "python=Python*" },
  /* A change of script ends a name. */
  { "Python을 활용", "python=Python*" },
  { "Python개발자", "python=Python*" },
  { "사내Python", "python=Python*" },
  { "AI모델", "ai=AI*" },
  /* Gaps. */
  { "fine-tuning, fine tuning, finetuning",
    "fine-tuning=fine-tuning*; fine-tuning=fine tuning*; fine-tuning=finetuning*" },
  { "fine‑tuning", "fine-tuning=fine‑tuning*" },
  { "fine  tuning", "fine-tuning=fine  tuning*" },
  { "fine - tuning", "" },
  { "data warehouse, data-warehouse, datawarehouse", "dw=data warehouse*; dw=data-warehouse*" },
  { "데이터 웨어하우스, 데이터웨어 하우스", "dw=데이터 웨어하우스*; dw=데이터웨어 하우스*" },
  { "A/B 테스트, A/B테스트, A/B test", "ab-test=A/B 테스트*; ab-test=A/B테스트*; ab-test=A/B test*" },
  { "에이비테스트를", "ab-test=에이비테스트" },
  { "large-language model, large language-model", "llm=large-language model; llm=large language-model" },
  { "머신\u200b러닝", "machine-learning=머신\u200b러닝*" },
  /* Case. */
  { "DW, dw, Dw", "dw=DW" },
  { "ML ml", "machine-learning=ML" },
  /* Korean names. */
  { "데이터분석을 통해", "data-analysis=데이터분석*" },
  { "데이터 분석에서는", "data-analysis=데이터 분석*" },
  { "데이터 분석가, 통계가", "statistics=통계*" },
  { "데이터 분석하여, 데이터 분석한", "data-analysis=데이터 분석*; data-analysis=데이터 분석*" },
  { "자동화된, 자동화했고", "automation=자동화*; automation=자동화*" },
  { "상품추천시스템을", "recommendation=추천시스템*" },
  { "추천모델, 추천을", "recommendation=추천; recommendation=추천" },
  { "상품추천", "" },
  { "의학통계, 통계학", "statistics=통계*; statistics=통계학" },
  { "통계량", "" },
  { "머신러닝기반, 머신러닝개발", "machine-learning=머신러닝*; machine-learning=머신러닝*" },
  { "머신러닝홀릭", "" },
  { "도커를, 도커허브", "docker=도커*" },
  /* The longest that starts first. */
  { "머신러닝 엔지니어", "ml-engineer=머신러닝 엔지니어*" },
  { "머신러닝 엔지니어링", "machine-learning=머신러닝*" },
  { "Spring Boot", "spring-boot=Spring Boot*" },
  { "Spring Framework", "spring=Spring Framework" },
  /* Ambiguous names. */
  { "R", "" },
  { "R, Python", "r=R*; python=Python*" },
  { "Python/R", "python=Python*; r=R*" },
  { "Python과 R", "python=Python*; r=R*" },
  { "SQL, R, C, C++", "sql=SQL*; r=R*; c=C*; cpp=C++*" },
  { "Python 3.10, R 4.2", "python=Python*; r=R*" },
  { "Python(R)", "python=Python*; r=R*" },
  { "R 및 Docker", "r=R*; docker=Docker*" },
  { "Python으로 짠 뒤 R로 옮김", "python=Python*" },
  { "r, python", "python=python*" },
  { "R 언어, C언어, R 프로그래밍", "r=R*; c=C*; r=R*" },
  { "Go로 개발한 서버", "go=Go*" },
  { "R을 사용", "" },
  { "written in Go. Go home", "go=Go*" },
  { "Experience with R and statistics", "r=R*; statistics=statistics*" },
  { "Go-to-market in C-level R&D, C+", "" },
  { "We Go, Spring comes", "go=Go*; spring=Spring*" },
  { "Spring 2020", "" },
  { "Spring, Spring Boot", "spring=Spring*; spring-boot=Spring Boot*" },
  { "CS, HR", "cs-support=CS*; hr=HR*" },
  { "CS 개발", "cs-support=CS*; cs-science=CS*" },
  { "CS and Python", "python=Python*" },
  { "HR 경험, HR업무", "hr=HR*; hr=HR*" },
  { "HR을 사용, R 사용", "" },
  /* Addresses. */
  { "https://example.com/python/sql", "" },
  { "python@example.com, me@docker.io", "" },
  { "github.com/docker, Docker", "docker=Docker*" },
  { "character.ai, 2.AI", "ai=AI*" },
  { "Recall@10/Python", "python=Python*" },
  { "", "" },
};

static void
test_cases (void)
{
  g_autoptr (MatchumLexicon) lexicon = make_lexicon ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (lexicon, cases[i].text, MATCHUM_LEXICON_FIND_DEFAULT);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* In a skills list an ambiguous name needs no company, but its case all the same. */
static void
test_in_list (void)
{
  g_autoptr (MatchumLexicon) lexicon = make_lexicon ();
  g_autofree char *found = find (lexicon, "R · go · Go, CS", MATCHUM_LEXICON_FIND_IN_LIST);

  g_assert_cmpstr (found, ==, "r=R*; go=Go*; cs-support=CS*; cs-science=CS*");
}

/* Pieces of names in any order: mentions are in order, apart or on the same bytes, whole characters, and no more
 * of them are found with ambiguous names in doubt than with all of them taken. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "Python", "R",      "C",    "++",     "Go",   ", ",   " ",        "-",
                                        "데이터", "분석",   "추천", "을",     "머신", "러닝", "엔지니어", "CS",
                                        "/",      "\u200b", "Ａ",   "s",      "3.8",  "@",    ".com",     "Spring",
                                        " Boot",  "및",     "\n",   "\u00a0", "통계", "학" };
  g_autoptr (MatchumLexicon) lexicon = make_lexicon ();

  try_any_texts (lexicon, pieces, G_N_ELEMENTS (pieces), 20000, 9);
}

static void
test_hostile (void)
{
  static const char *const fillers[] = { "R ", "Python.", "데이터분석", "데이터 ", "R,", "a@", "Spring ", "large-" };
  g_autoptr (MatchumLexicon) lexicon = make_lexicon ();

  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MatchumFoldedText) folded = NULL;
      g_autoptr (GArray) mentions = NULL;

      while (text->len < 512 * 1024)
        g_string_append (text, fillers[i]);
      folded = matchum_folded_text_new (text->str, (gssize) text->len);
      mentions = matchum_lexicon_find (lexicon, folded, MATCHUM_LEXICON_FIND_DEFAULT);
      g_assert_cmpuint (mentions->len, <=, text->len / strlen (fillers[i]));
    }
}

/* Names that begin alike are found, whichever comes first: each by itself, with any gap that it allows, and none by
 * half of it. */
static void
test_shared_beginnings (void)
{
  static const char *const names[] = { "ab",        "abcdef",      "abc",           "ab cd",   "ab_cd_ek",
                                       "ab cd egh", "abcde fg hi", "abcde fg high", "abx yzw", "ab cd efgh" };
  const guint n = G_N_ELEMENTS (names);

  for (guint order = 0; order < 2 * n; order++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MatchumLexicon) lexicon = NULL;
      g_autoptr (GError) error = NULL;
      const char *texts[] = { NULL, NULL };

      for (guint i = 0; i < n; i++)
        {
          const guint name = order < n ? (order + i) % n : (order + n - i) % n;

          g_string_append_printf (text, "concept c%u tool\n en %s\n", name, names[name]);
        }
      texts[0] = text->str;
      lexicon = matchum_lexicon_new_from_texts ((const char *const[]){ "test", NULL }, texts, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < n; i++)
        for (gsize half = 1; half <= strlen (names[i]); half++)
          {
            g_autofree char *part = g_strndup (names[i], half);
            g_autofree char *expected = g_strdup_printf ("c%u=%s*", i, g_strdelimit (part, "_", '-'));
            g_autofree char *found = find (lexicon, part, MATCHUM_LEXICON_FIND_DEFAULT);

            g_assert_cmpint (g_str_equal (found, expected), ==, half == strlen (names[i]));
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/find/cases", test_cases);
  g_test_add_func ("/lexicon/find/in-list", test_in_list);
  g_test_add_func ("/lexicon/find/any-text", test_any_text);
  g_test_add_func ("/lexicon/find/shared-beginnings", test_shared_beginnings);
  g_test_add_func ("/lexicon/find/hostile", test_hostile);
  return g_test_run ();
}
