/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON of a match: its keys, and places in the raw files. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "export/matchum-match-json.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

static const char lexicon_text[] = "concept kafka tool\n  en Kafka\n  ko 카프카\n"
                                   "concept spark tool\n  en Spark\n";

static const char resume_text[] = "# A\n\n## 경력\n\n### B | 2020.01 - 2022.12\n\n- **카프카**로 수집\n";

static const char posting_text[] =
    "# 수집 엔지니어\n\n## 주요업무\n\n- 로그를 모읍니다\n\n## 자격요건\n\n"
    "- Kafka 경험,- Spark 경험\n- 소통을 잘하시는 분\n\n## 우대사항\n\n- Kafka 운영 경험\n";

static MatchumSource *
make_source (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MatchumSource *source = matchum_source_new (name, bytes, &error);

  g_assert_no_error (error);
  return source;
}

static char *
build (void)
{
  const char *const names[] = { "test", NULL };
  const char *const texts[] = { lexicon_text, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumLexicon) lexicon = matchum_lexicon_new_from_texts (names, texts, &error);
  g_autoptr (MatchumSource) resume_source = make_source ("resume.md", resume_text);
  g_autoptr (MatchumSource) posting_source = make_source ("posting.md", posting_text);
  g_autoptr (MatchumResume) resume = matchum_markdown_resume_reader_read (resume_source, &error);
  g_autoptr (MatchumPosting) posting = matchum_posting_reader_read (posting_source, &error);
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumVisibility) all = NULL;
  g_autoptr (MatchumCoverage) coverage = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_assert_no_error (error);
  match = matchum_match_new (resume, posting, lexicon, (MatchumDay){ 2026, 11, 1 });
  all = matchum_visibility_new_all (resume);
  coverage = matchum_coverage_new (match, all);
  root = matchum_match_json_build (coverage);
  return json_to_string (root, FALSE);
}

static void
test_contract (void)
{
  g_autofree char *said = build ();

  /* Bytes of the raw line, bullet and marks included: "카프카" stands behind "- **". */
  g_assert_cmpstr (
      said, ==,
      "{\"posting\":{\"company\":null,\"title\":\"수집 엔지니어\"},\"requirements\":["
      "{\"line\":9,\"section\":\"required\",\"text\":\"Kafka 경험,- Spark 경험\",\"soft\":false,\"status\":\"partial\","
      "\"listed_only\":false,\"evidence\":[{\"line\":7,\"start\":4,\"end\":13,\"criterion\":\"Kafka\",\"why\":"
      "\"alias\"}],\"missing\":[\"Spark\"],\"hints\":[],"
      "\"explanation\":\"1 of 2: Kafka (카프카) shown; Spark missing\",\"parts\":["
      "{\"start\":2,\"end\":14,\"status\":\"met\",\"listed_only\":false,\"evidence\":[{\"line\":7,\"start\":4,\"end\":"
      "13,\"criterion\":\"Kafka\",\"why\":\"alias\"}],\"missing\":[],\"hints\":[],"
      "\"explanation\":\"Kafka shown in 1 item, as “카프카”\"},"
      "{\"start\":17,\"end\":29,\"status\":\"missing\",\"listed_only\":false,\"evidence\":[],\"missing\":[\"Spark\"],"
      "\"hints\":[],\"explanation\":\"Nothing shows Spark\"}]},"
      "{\"line\":10,\"section\":\"required\",\"text\":\"소통을 잘하시는 분\",\"soft\":true,\"status\":null,"
      "\"listed_only\":false,\"evidence\":[],\"missing\":[],\"hints\":[],"
      "\"explanation\":\"Nothing a resume can prove\"},"
      "{\"line\":14,\"section\":\"preferred\",\"text\":\"Kafka 운영 경험\",\"soft\":false,\"status\":\"met\","
      "\"listed_only\":false,\"evidence\":[{\"line\":7,\"start\":4,\"end\":13,\"criterion\":\"Kafka\",\"why\":"
      "\"alias\"}],\"missing\":[],\"hints\":[],\"explanation\":\"Kafka shown in 1 item, as “카프카”\"}],\"duties\":[5],"
      "\"coverage\":{\"required\":{\"met\":0,\"partial\":1,\"missing\":0,\"soft\":1},"
      "\"preferred\":{\"met\":1,\"partial\":0,\"missing\":0,\"soft\":0}}}");
}

/* The same bytes whatever the locale. */
static void
test_locale (void)
{
  g_autofree char *before = build ();
  g_autofree char *after = NULL;

  setlocale (LC_ALL, "C");
  after = build ();
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match-json/contract", test_contract);
  g_test_add_func ("/match-json/locale", test_locale);
  return g_test_run ();
}
