/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage follows what is visible. */
#include "config.h"

#include "match-fixture.h"

static const char lexicon_text[] = "concept kafka tool\n  en Kafka\n"
                                   "concept docker tool\n  en Docker\n"
                                   "concept python programming-language\n  en Python\n";

static const char resume_text[] = "# A\n\n## 경력\n\n### B | 2020.01 - 2022.12\n\n- Kafka로 수집\n- Docker로 배포\n\n"
                                  "### C | 2018.01 - 2019.12\n\n- Docker로 묶음\n\n## 기술\n\n- Python\n";

static const char posting_text[] =
    "## 자격요건\n\n- Kafka 경험\n- Docker 경험\n- 경력 4년 이상\n- 소통을 잘하시는 분\n\n"
    "## 우대사항\n\n- Python, Spark 경험\n- Rust 경험\n";

static MatchumVisibility *
hide (Fixture *fixture, const char *words)
{
  return matchum_visibility_with_hidden (fixture->all, fixture_find_block (fixture, words)->index);
}

static void
test_tally (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  MatchumTally required = matchum_coverage_get_required (fixture->coverage);
  MatchumTally preferred = matchum_coverage_get_preferred (fixture->coverage);

  g_assert_cmpuint (required.met, ==, 3);
  g_assert_cmpuint (required.partial, ==, 0);
  g_assert_cmpuint (required.missing, ==, 0);
  g_assert_cmpuint (required.soft, ==, 1);
  g_assert_cmpuint (preferred.met, ==, 0);
  g_assert_cmpuint (preferred.partial, ==, 1);
  g_assert_cmpuint (preferred.missing, ==, 1);
}

static void
test_hidden (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (MatchumVisibility) less = hide (fixture, "Kafka로");
  g_autoptr (MatchumCoverage) coverage = matchum_coverage_new (fixture->match, less);
  g_autofree char *kafka = fixture_describe (fixture, coverage, 0);
  g_autofree char *docker = fixture_describe (fixture, coverage, 1);

  g_assert_cmpstr (kafka, ==, "missing||Kafka");
  g_assert_cmpuint (matchum_coverage_get_verdict (coverage, 0)->n_hidden, ==, 1);
  g_assert_cmpstr (docker, ==, "met|8,12|");
  g_assert_cmpuint (matchum_coverage_get_verdict (coverage, 1)->n_hidden, ==, 0);
}

/* A hidden job takes its years with it. */
static void
test_hidden_job (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (MatchumVisibility) less = hide (fixture, "C | 2018");
  g_autoptr (MatchumCoverage) coverage = matchum_coverage_new (fixture->match, less);
  g_autofree char *years = fixture_describe (fixture, coverage, 2);

  g_assert_cmpstr (years, ==, "partial|5|4년 이상");
}

static void
check_indexes (GArray *found, guint n, const guint *expected)
{
  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_array_index (found, guint, i), ==, expected[i]);
  g_array_unref (found);
}

static void
test_find (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  guint kafka = fixture_find_block (fixture, "Kafka로")->index;
  guint docker = fixture_find_block (fixture, "Docker로 묶음")->index;
  guint job = fixture_find_block (fixture, "B | 2020")->index;

  check_indexes (matchum_coverage_find_requirements (fixture->coverage, kafka), 1, (guint[]){ 0 });
  check_indexes (matchum_coverage_find_requirements (fixture->coverage, docker), 1, (guint[]){ 1 });
  check_indexes (matchum_coverage_find_requirements (fixture->coverage, job), 1, (guint[]){ 2 });
  check_indexes (matchum_coverage_find_sole (fixture->coverage, fixture->all, kafka), 1, (guint[]){ 0 });
  check_indexes (matchum_coverage_find_sole (fixture->coverage, fixture->all, docker), 0, NULL);
  /* The job with what hangs on it: Kafka, and years. */
  check_indexes (matchum_coverage_find_sole (fixture->coverage, fixture->all, job), 2, (guint[]){ 0, 2 });
}

/* The same in, the same out: the verdicts do not depend on what was judged before. */
static void
test_again (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (MatchumVisibility) less = hide (fixture, "Docker로 배포");
  g_autoptr (MatchumCoverage) between = matchum_coverage_new (fixture->match, less);
  g_autoptr (MatchumCoverage) again = matchum_coverage_new (fixture->match, fixture->all);

  for (guint i = 0; i < matchum_match_get_n_requirements (fixture->match); i++)
    {
      g_autofree char *first = fixture_describe (fixture, fixture->coverage, i);
      g_autofree char *second = fixture_describe (fixture, again, i);

      g_assert_cmpstr (first, ==, second);
    }
  g_assert_cmpuint (matchum_coverage_get_required (between).met, ==, 3);
}

/* Fast enough to follow every toggle: 300 blocks and 40 requirements. */
static void
test_speed (void)
{
  g_autoptr (GString) resume = g_string_new ("# A\n\n## 경력\n");
  g_autoptr (GString) posting = g_string_new ("## 자격요건\n\n");
  g_autoptr (Fixture) fixture = NULL;
  gint64 start, best = G_MAXINT64;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (resume, "%s- Kafka와 Docker, Python으로 %u번째 일을 함\n",
                            i % 20 == 0 ? "\n### B | 2020.01 - 2022.12\n\n" : "", i);
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (posting, "- Kafka 또는 Spark, Docker와 Python, 경력 %u년 이상\n", i % 9 + 1);
  fixture = fixture_new (lexicon_text, resume->str, posting->str);
  for (guint i = 0; i < 50; i++)
    {
      start = g_get_monotonic_time ();
      matchum_coverage_unref (matchum_coverage_new (fixture->match, fixture->all));
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_message ("coverage of 300 blocks and 40 requirements: %d µs", (int) best);
  /* With room for sanitizers and a busy machine; optimised it is some hundred microseconds. */
  g_assert_cmpint (best, <, 10000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/tally", test_tally);
  g_test_add_func ("/coverage/hidden", test_hidden);
  g_test_add_func ("/coverage/hidden-job", test_hidden_job);
  g_test_add_func ("/coverage/find", test_find);
  g_test_add_func ("/coverage/again", test_again);
  g_test_add_func ("/coverage/speed", test_speed);
  return g_test_run ();
}
