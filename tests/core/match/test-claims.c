/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person says of a requirement goes before what was found, follows its line and its block, and counts only as
 * far as it goes. */
#include "config.h"

#include "match-fixture.h"

#include "match/matchum-explanation.h"
#include "posting/matchum-corrected-posting.h"

static const char lexicon_text[] = "concept bigquery tool\n  en BigQuery\n"
                                   "concept airflow tool\n  en Airflow\n"
                                   "concept kafka tool\n  en Kafka\n"
                                   "concept docker tool\n  en Docker\n"
                                   "concept python programming-language\n  en Python\n";

static const char resume_text[] =
    "# A\n\n## 경력\n\n### B | 2020.01 - 2022.12\n\n- BigQuery와 Airflow로 적재\n- 배포 자동화\n\n"
    "### C | 2018.01 - 2019.12\n\n- Docker로 묶음\n\n## 기술\n\n- Python\n- 컨테이너\n";

static const char posting_text[] = "## 자격요건\n\n- BigQuery, Airflow, Kafka 경험\n- Docker 경험\n- 경력 4년 이상\n"
                                   "- 소통을 잘하시는 분\n- Python 경험\n- Kafka 경험\n- Kafka 경험\n";

enum { LIST, DOCKER, YEARS, SOFT, PYTHON, KAFKA, KAFKA_AGAIN };

/* The anchor of the line of a requirement; borrows from the posting. */
static MatchumLineAnchor
get_anchor (MatchumPosting *posting, guint line)
{
  g_autoptr (GArray) anchors = matchum_line_anchor_list (posting);

  return g_array_index (anchors, MatchumLineAnchor, line);
}

static void
say (Fixture *fixture,
     GPtrArray *claims,
     MatchumClaimKind kind,
     guint requirement,
     const char *criterion,
     const char *words)
{
  guint line = matchum_requirement_get_index (matchum_match_get_requirement (fixture->match, requirement));
  MatchumLineAnchor anchor = get_anchor (fixture->posting, line);
  const char *block = words != NULL ? fixture_find_block (fixture, words)->id : NULL;

  g_ptr_array_add (claims, matchum_claim_new (kind, &anchor, 0, criterion, block));
}

static GPtrArray *
new_claims (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_claim_unref);
}

static MatchumMatch *
match_with (Fixture *fixture, GPtrArray *claims)
{
  g_autoptr (MatchumPlacedClaims) placed =
      matchum_placed_claims_new (claims, fixture->posting, fixture->posting, fixture->resume);

  g_assert_cmpuint (matchum_placed_claims_get_unplaced (placed)->len, ==, 0);
  return matchum_match_with_claims (fixture->match, placed);
}

/* The coverage with one claim; criterion and words, of its block, may be NULL. */
static MatchumCoverage *
cover_with (Fixture *fixture, MatchumClaimKind kind, guint requirement, const char *criterion, const char *words)
{
  g_autoptr (GPtrArray) claims = new_claims ();
  g_autoptr (MatchumMatch) match = NULL;

  say (fixture, claims, kind, requirement, criterion, words);
  match = match_with (fixture, claims);
  return matchum_coverage_new (match, fixture->all);
}

static void
assert_verdict (Fixture *fixture,
                MatchumCoverage *coverage,
                guint requirement,
                gboolean is_by_hand,
                const char *expected)
{
  g_autofree char *words = fixture_describe (fixture, coverage, requirement);

  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpint (matchum_coverage_get_verdict (coverage, requirement)->is_by_hand, ==, is_by_hand);
}

/* What one claim makes of one requirement. */
static void
check (MatchumClaimKind kind,
       guint requirement,
       const char *criterion,
       const char *words,
       const char *before,
       const char *after)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (MatchumCoverage) coverage = cover_with (fixture, kind, requirement, criterion, words);
  MatchumMatch *match = matchum_coverage_get_match (coverage);
  g_autoptr (MatchumCoverage) without = NULL;
  g_autoptr (MatchumMatch) taken_back = NULL;

  assert_verdict (fixture, fixture->coverage, requirement, FALSE, before);
  assert_verdict (fixture, coverage, requirement, TRUE, after);
  g_assert_cmpuint (matchum_match_get_claims (match, requirement)->len, ==, 1);
  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    if (i != requirement)
      {
        g_autofree char *same = fixture_describe (fixture, fixture->coverage, i);

        assert_verdict (fixture, coverage, i, FALSE, same);
        g_assert_null (matchum_match_get_claims (match, i));
      }
  taken_back = matchum_match_with_claims (match, NULL);
  without = matchum_coverage_new (taken_back, fixture->all);
  assert_verdict (fixture, without, requirement, FALSE, before);
}

#define LIST_BEFORE "partial|7|Kafka"

static void
test_have (void)
{
  check (MATCHUM_CLAIM_HAVE, LIST, NULL, NULL, LIST_BEFORE, "met|7|");
  check (MATCHUM_CLAIM_HAVE, LIST, "Kafka", NULL, LIST_BEFORE, "met|7|");
  check (MATCHUM_CLAIM_HAVE, KAFKA, NULL, NULL, "missing||Kafka", "met||");
  check (MATCHUM_CLAIM_HAVE, KAFKA_AGAIN, "Kafka", NULL, "missing||Kafka", "met||");
  check (MATCHUM_CLAIM_HAVE, YEARS, NULL, NULL, "met|5,10|", "met|5,10|");
}

static void
test_lack (void)
{
  check (MATCHUM_CLAIM_LACK, LIST, NULL, NULL, LIST_BEFORE, "missing||BigQuery,Airflow,Kafka");
  check (MATCHUM_CLAIM_LACK, LIST, "Airflow", NULL, LIST_BEFORE, "partial|7|Airflow,Kafka");
  check (MATCHUM_CLAIM_LACK, DOCKER, NULL, NULL, "met|12|", "missing||Docker");
  check (MATCHUM_CLAIM_LACK, YEARS, NULL, NULL, "met|5,10|", "missing||4년 이상");
}

static void
test_link (void)
{
  check (MATCHUM_CLAIM_LINK, LIST, NULL, "배포", LIST_BEFORE, "met|7,8|");
  check (MATCHUM_CLAIM_LINK, LIST, "Kafka", "배포", LIST_BEFORE, "met|7,8|");
  check (MATCHUM_CLAIM_LINK, LIST, "Airflow", "배포", LIST_BEFORE, "partial|7,8|Kafka");
  check (MATCHUM_CLAIM_LINK, KAFKA, NULL, "배포", "missing||Kafka", "met|8|");
  check (MATCHUM_CLAIM_LINK, DOCKER, NULL, "배포", "met|12|", "met|8,12|");
}

static void
test_not_this (void)
{
  check (MATCHUM_CLAIM_NOT_THIS, DOCKER, NULL, "Docker로", "met|12|", "missing||Docker");
  check (MATCHUM_CLAIM_NOT_THIS, LIST, NULL, "BigQuery와", LIST_BEFORE, "missing||BigQuery,Airflow,Kafka");
  check (MATCHUM_CLAIM_NOT_THIS, LIST, "Airflow", "BigQuery와", LIST_BEFORE, "partial|7|Airflow,Kafka");
  /* The years of a job that is left out do not count. */
  check (MATCHUM_CLAIM_NOT_THIS, YEARS, NULL, "C | 2018", "met|5,10|", "partial|5|4년 이상");
}

static const MatchumEvidence *
get_evidence (MatchumCoverage *coverage, guint requirement, guint index)
{
  return g_ptr_array_index (matchum_coverage_get_verdict (coverage, requirement)->evidence, index);
}

static void
check_in (const char *posting,
          MatchumClaimKind kind,
          const char *criterion,
          const char *words,
          const char *before,
          const char *after)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting);
  g_autoptr (GPtrArray) claims = new_claims ();
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumCoverage) coverage = NULL;

  say (fixture, claims, kind, 0, criterion, words);
  match = match_with (fixture, claims);
  coverage = matchum_coverage_new (match, fixture->all);
  assert_verdict (fixture, fixture->coverage, 0, FALSE, before);
  assert_verdict (fixture, coverage, 0, TRUE, after);
}

/* Of several things, of which one is enough, and of parts of a line. */
static void
test_lists (void)
{
  const char *either = "## 자격요건\n\n- Kafka 또는 Docker 경험\n";
  const char *parts = "## 자격요건\n\n- Kafka 경험,- Docker 경험\n";
  const char *working = "## 자격요건\n\n- Kafka 실무 경험\n";

  check_in (either, MATCHUM_CLAIM_LACK, "Docker", NULL, "met|12|", "missing||Kafka,Docker");
  check_in (either, MATCHUM_CLAIM_HAVE, "Kafka", NULL, "met|12|", "met|12|");
  check_in (either, MATCHUM_CLAIM_NOT_THIS, NULL, "Docker로", "met|12|", "missing||Kafka,Docker");
  check_in (parts, MATCHUM_CLAIM_HAVE, "Kafka", NULL, "partial|12|Kafka", "met|12|");
  check_in (parts, MATCHUM_CLAIM_HAVE, NULL, NULL, "partial|12|Kafka", "met|12|");
  check_in (parts, MATCHUM_CLAIM_LINK, "Kafka", "배포", "partial|12|Kafka", "met|8,12|");
  check_in (parts, MATCHUM_CLAIM_LACK, NULL, NULL, "partial|12|Kafka", "missing||Kafka,Docker");
  /* Who has it has it in the way that is asked. */
  check_in (working, MATCHUM_CLAIM_HAVE, "Kafka", NULL, "missing||Kafka", "met||");
}

/* The evidence of a link is by hand, stands first, and is listed where a list is linked. */
static void
test_evidence (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (GPtrArray) claims = new_claims ();
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumCoverage) coverage = NULL;
  const MatchumEvidence *evidence;

  say (fixture, claims, MATCHUM_CLAIM_LINK, LIST, "Kafka", "배포");
  say (fixture, claims, MATCHUM_CLAIM_LINK, KAFKA, NULL, "컨테이너");
  say (fixture, claims, MATCHUM_CLAIM_HAVE, PYTHON, NULL, NULL);
  match = match_with (fixture, claims);
  coverage = matchum_coverage_new (match, fixture->all);
  evidence = get_evidence (coverage, LIST, 0);
  g_assert_cmpint (evidence->reason, ==, MATCHUM_REASON_BY_HAND);
  g_assert_cmpuint (evidence->block, ==, fixture_find_block (fixture, "배포")->index);
  g_assert_cmpstr (evidence->criterion->name, ==, "Kafka");
  g_assert_cmpuint (evidence->span.end, ==, strlen ("배포 자동화"));
  g_assert_true (evidence->is_job);
  g_assert_cmpint (get_evidence (coverage, LIST, 1)->reason, ==, MATCHUM_REASON_NAMED);
  g_assert_true (matchum_coverage_get_verdict (coverage, KAFKA)->is_listed_only);
  /* Who says that they have it need not hear that only a list says so. */
  g_assert_true (matchum_coverage_get_verdict (fixture->coverage, PYTHON)->is_listed_only);
  g_assert_false (matchum_coverage_get_verdict (coverage, PYTHON)->is_listed_only);
}

static MatchumCoverage *
cover_without (Fixture *fixture, MatchumMatch *match, const char *words, MatchumVisibility **less)
{
  *less = matchum_visibility_with_hidden (fixture->all, fixture_find_block (fixture, words)->index);
  return matchum_coverage_new (match, *less);
}

static void
check_indexes (GArray *found, guint n, const guint *expected)
{
  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_array_index (found, guint, i), ==, expected[i]);
  g_array_unref (found);
}

/* A hidden link is no evidence, as any; what a person has needs none. */
static void
test_hidden (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (GPtrArray) claims = new_claims ();
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumCoverage) coverage = NULL, less_coverage = NULL, without_docker = NULL;
  g_autoptr (MatchumVisibility) less = NULL, less_docker = NULL;
  guint linked = fixture_find_block (fixture, "배포")->index;
  guint denied = fixture_find_block (fixture, "Docker로")->index;

  say (fixture, claims, MATCHUM_CLAIM_LINK, KAFKA, NULL, "배포");
  say (fixture, claims, MATCHUM_CLAIM_HAVE, KAFKA_AGAIN, NULL, NULL);
  say (fixture, claims, MATCHUM_CLAIM_NOT_THIS, DOCKER, NULL, "Docker로");
  match = match_with (fixture, claims);
  coverage = matchum_coverage_new (match, fixture->all);
  less_coverage = cover_without (fixture, match, "배포", &less);
  without_docker = cover_without (fixture, match, "Docker로", &less_docker);
  assert_verdict (fixture, less_coverage, KAFKA, FALSE, "missing||Kafka");
  g_assert_cmpuint (matchum_coverage_get_verdict (less_coverage, KAFKA)->n_hidden, ==, 1);
  assert_verdict (fixture, less_coverage, KAFKA_AGAIN, TRUE, "met||");
  /* What shows nothing anyway is not missed. */
  g_assert_cmpuint (matchum_coverage_get_verdict (without_docker, DOCKER)->n_hidden, ==, 0);
  check_indexes (matchum_coverage_find_requirements (coverage, linked), 1, (guint[]){ KAFKA });
  check_indexes (matchum_coverage_find_requirements (coverage, denied), 0, NULL);
  check_indexes (matchum_coverage_find_sole (coverage, fixture->all, linked), 1, (guint[]){ KAFKA });
  check_indexes (matchum_coverage_find_sole (coverage, fixture->all, denied), 0, NULL);
}

/* Where claims say different things, one of the criterion goes first, and lacking before having. */
static void
test_several (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (GPtrArray) claims = new_claims ();
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumCoverage) coverage = NULL;
  MatchumTally tally;

  say (fixture, claims, MATCHUM_CLAIM_HAVE, LIST, NULL, NULL);
  say (fixture, claims, MATCHUM_CLAIM_LACK, LIST, "Airflow", NULL);
  say (fixture, claims, MATCHUM_CLAIM_LINK, DOCKER, NULL, "배포");
  say (fixture, claims, MATCHUM_CLAIM_LACK, DOCKER, NULL, NULL);
  say (fixture, claims, MATCHUM_CLAIM_HAVE, SOFT, NULL, NULL);
  match = match_with (fixture, claims);
  coverage = matchum_coverage_new (match, fixture->all);
  assert_verdict (fixture, coverage, LIST, TRUE, "partial|7|Airflow");
  assert_verdict (fixture, coverage, DOCKER, TRUE, "missing||Docker");
  /* No resume can prove a soft line, and no word of its owner. */
  assert_verdict (fixture, coverage, SOFT, FALSE, "soft||");
  tally = matchum_coverage_get_required (coverage);
  g_assert_cmpuint (tally.met, ==, 2);
  g_assert_cmpuint (tally.partial, ==, 1);
  g_assert_cmpuint (tally.missing, ==, 3);
  g_assert_cmpuint (tally.soft, ==, 1);
}

static MatchumPosting *
read_posting (const char *text)
{
  g_autoptr (MatchumSource) source = fixture_make_source ("posting.md", text);
  g_autoptr (GError) error = NULL;
  MatchumPosting *posting = matchum_posting_reader_read (source, &error);

  g_assert_no_error (error);
  return posting;
}

/* "5:have 6:link b3": shown lines of what is placed, in order, and "-" with what is not. */
static char *
describe_placed (MatchumPlacedClaims *placed, guint n_lines)
{
  GString *out = g_string_new (NULL);
  GPtrArray *unplaced = matchum_placed_claims_get_unplaced (placed);

  for (guint i = 0; i < n_lines; i++)
    {
      GPtrArray *claims = matchum_placed_claims_get_for_line (placed, i);

      for (guint k = 0; claims != NULL && k < claims->len; k++)
        {
          const MatchumPlacedClaim *claim = g_ptr_array_index (claims, k);

          g_assert_cmpuint (claim->line, ==, i);
          g_string_append_printf (out, "%u:%s ", i, matchum_claim_kind_get_nick (claim->claim->kind));
        }
    }
  for (guint i = 0; i < unplaced->len; i++)
    g_string_append_printf (out, "-:%s ",
                            matchum_claim_kind_get_nick (((const MatchumClaim *) unplaced->pdata[i])->kind));
  return g_string_free (out, FALSE);
}

static void
assert_placed (GPtrArray *claims,
               MatchumPosting *read,
               MatchumPosting *posting,
               MatchumResume *resume,
               const char *expected)
{
  g_autoptr (MatchumPlacedClaims) placed = matchum_placed_claims_new (claims, read, posting, resume);
  g_autofree char *words = describe_placed (placed, matchum_posting_get_n_lines (posting));

  g_assert_cmpstr (words, ==, expected);
}

/* Lines move, come and go, and lines with the same words keep what was said of each. */
static void
test_reread (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (MatchumPosting) moved =
      read_posting ("## 우대사항\n\n- Rust 경험\n\n## 자격요건\n\n- Docker 경험\n- Kafka 경험\n- Kafka 경험\n");
  g_autoptr (MatchumPosting) gone = read_posting ("## 자격요건\n\n- Rust 경험\n- Kafka 경험\n");
  g_autoptr (MatchumPosting) reworded = read_posting (
      "## 자격요건\n\n- BigQuery, Airflow, Kafka 경험\n- Docker, Helm 경험\n- 경력 4년 이상\n- 소통을 잘하시는 분\n"
      "- Python 경험\n- Kafka 경험\n- Kafka 경험\n");
  g_autoptr (GPtrArray) claims = new_claims ();
  g_autoptr (GPtrArray) followed = NULL;

  say (fixture, claims, MATCHUM_CLAIM_HAVE, KAFKA_AGAIN, NULL, NULL);
  say (fixture, claims, MATCHUM_CLAIM_LACK, DOCKER, NULL, NULL);
  assert_placed (claims, fixture->posting, fixture->posting, fixture->resume, "2:lack 7:have ");
  assert_placed (claims, moved, moved, fixture->resume, "3:lack 5:have ");
  assert_placed (claims, gone, gone, fixture->resume, "2:have -:lack ");
  /* Words are edited: by its words alone the line is not found, but the edit can be followed. */
  assert_placed (claims, reworded, reworded, fixture->resume, "7:have -:lack ");
  followed = matchum_placed_claims_follow (fixture->posting, reworded, claims);
  assert_placed (followed, reworded, reworded, fixture->resume, "2:lack 7:have ");
}

/* Lines that a person split, joined or left out. */
static void
test_corrected (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (GPtrArray) corrections =
      g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_correction_unref);
  g_autoptr (MatchumPosting) corrected = NULL;
  g_autoptr (GPtrArray) claims = new_claims ();
  MatchumLineAnchor anchor = get_anchor (fixture->posting, 1);

  g_ptr_array_add (corrections, matchum_posting_correction_new_for_line (fixture->posting, 1, MATCHUM_ASPECT_WORDS,
                                                                         "BigQuery, Airflow\nKafka 경험"));
  g_ptr_array_add (corrections, matchum_posting_correction_new_for_line (fixture->posting, 5, MATCHUM_ASPECT_JOIN, ""));
  corrected = matchum_posting_with_corrections (fixture->posting, corrections, NULL);
  g_ptr_array_add (claims, matchum_claim_new (MATCHUM_CLAIM_HAVE, &anchor, 1, NULL, NULL));
  g_ptr_array_add (claims, matchum_claim_new (MATCHUM_CLAIM_LACK, &anchor, 2, NULL, NULL));
  say (fixture, claims, MATCHUM_CLAIM_NOT_THIS, PYTHON, NULL, "Python");
  say (fixture, claims, MATCHUM_CLAIM_LINK, KAFKA, NULL, "배포");
  assert_placed (claims, fixture->posting, corrected, fixture->resume, "2:have 6:link -:lack -:not-this ");
  assert_placed (claims, fixture->posting, fixture->posting, fixture->resume, "5:not-this 6:link -:have -:lack ");
}

/* A block is found by its id: where that is gone, so is what was said of it, and nothing else. */
static void
test_block (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (GPtrArray) claims = new_claims ();
  MatchumLineAnchor anchor = get_anchor (fixture->posting, 6);

  say (fixture, claims, MATCHUM_CLAIM_HAVE, KAFKA, NULL, NULL);
  g_ptr_array_add (claims, matchum_claim_new (MATCHUM_CLAIM_LINK, &anchor, 0, NULL, "gone"));
  assert_placed (claims, fixture->posting, fixture->posting, fixture->resume, "6:have -:link ");
}

/* The order in which claims come is no matter, and neither is how many of them there are. */
static void
test_many (void)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (GPtrArray) claims = new_claims ();
  g_autoptr (MatchumMatch) match = NULL;
  g_autoptr (MatchumCoverage) coverage = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("line %u", i);
      const MatchumLineAnchor anchor = { i % 7, 1, 1, text };

      g_ptr_array_add (claims, matchum_claim_new (MATCHUM_CLAIM_HAVE, &anchor, 0, NULL, NULL));
    }
  say (fixture, claims, MATCHUM_CLAIM_HAVE, KAFKA, NULL, NULL);
  {
    g_autoptr (MatchumPlacedClaims) placed =
        matchum_placed_claims_new (claims, fixture->posting, fixture->posting, fixture->resume);

    g_assert_cmpuint (matchum_placed_claims_get_unplaced (placed)->len, ==, 20000);
    match = matchum_match_with_claims (fixture->match, placed);
  }
  coverage = matchum_coverage_new (match, fixture->all);
  assert_verdict (fixture, coverage, KAFKA, TRUE, "met||");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
check_sentence (MatchumClaimKind kind,
                guint requirement,
                const char *criterion,
                const char *words,
                const char *expected)
{
  g_autoptr (Fixture) fixture = fixture_new (lexicon_text, resume_text, posting_text);
  g_autoptr (MatchumCoverage) coverage = cover_with (fixture, kind, requirement, criterion, words);
  g_autoptr (MatchumExplanation) explanation = matchum_explanation_new (coverage, requirement);

  g_assert_cmpstr (matchum_explanation_get_sentence (explanation), ==, expected);
}

/* The sentence on a verdict tells whose word it is. */
static void
test_sentences (void)
{
  check_sentence (MATCHUM_CLAIM_HAVE, LIST, NULL, NULL, "You said that you have this");
  check_sentence (MATCHUM_CLAIM_LACK, DOCKER, NULL, NULL, "You said that you do not have this");
  check_sentence (MATCHUM_CLAIM_LINK, KAFKA, NULL, "배포", "Shown by what you linked");
  check_sentence (MATCHUM_CLAIM_HAVE, LIST, "Kafka", NULL, "3 of 3: BigQuery, Airflow, Kafka (set by you) shown");
  check_sentence (MATCHUM_CLAIM_LACK, LIST, "Airflow", NULL,
                  "1 of 3: BigQuery shown; Airflow (set by you), Kafka missing");
  check_sentence (MATCHUM_CLAIM_NOT_THIS, LIST, "Airflow", "BigQuery와",
                  "1 of 3: BigQuery shown; Airflow, Kafka missing");
  check_sentence (MATCHUM_CLAIM_NOT_THIS, DOCKER, NULL, "Docker로", "Nothing shows Docker");
  check_sentence (MATCHUM_CLAIM_HAVE, YEARS, "4년 이상", NULL, "4년 이상 (set by you) shown");
}

static void
test_value (void)
{
  const MatchumLineAnchor anchor = { 4, 1, 2, "Kafka" };
  g_autoptr (MatchumClaim) a = matchum_claim_new (MATCHUM_CLAIM_LINK, &anchor, 0, "Kafka", "b1");
  g_autoptr (MatchumClaim) b = matchum_claim_new (MATCHUM_CLAIM_LINK, &anchor, 0, "Kafka", "b1");
  g_autoptr (MatchumClaim) c = matchum_claim_new (MATCHUM_CLAIM_NOT_THIS, &anchor, 0, "Kafka", "b1");
  g_autoptr (MatchumClaim) d = matchum_claim_new (MATCHUM_CLAIM_HAVE, &anchor, 0, NULL, NULL);
  MatchumClaimKind kind;

  g_assert_true (matchum_claim_is_equal (a, b));
  g_assert_false (matchum_claim_is_equal (a, c));
  g_assert_false (matchum_claim_is_equal (a, d));
  g_assert_cmpint (matchum_claim_compare (a, d), ==, -matchum_claim_compare (d, a));
  for (guint i = 0; i <= MATCHUM_CLAIM_LACK; i++)
    {
      g_assert_true (matchum_claim_kind_from_nick (matchum_claim_kind_get_nick ((MatchumClaimKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (matchum_claim_kind_from_nick ("maybe", &kind));
  g_assert_false (matchum_claim_kind_from_nick (NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/claims/have", test_have);
  g_test_add_func ("/match/claims/lack", test_lack);
  g_test_add_func ("/match/claims/link", test_link);
  g_test_add_func ("/match/claims/not-this", test_not_this);
  g_test_add_func ("/match/claims/lists", test_lists);
  g_test_add_func ("/match/claims/evidence", test_evidence);
  g_test_add_func ("/match/claims/hidden", test_hidden);
  g_test_add_func ("/match/claims/several", test_several);
  g_test_add_func ("/match/claims/reread", test_reread);
  g_test_add_func ("/match/claims/corrected", test_corrected);
  g_test_add_func ("/match/claims/block", test_block);
  g_test_add_func ("/match/claims/many", test_many);
  g_test_add_func ("/match/claims/sentences", test_sentences);
  g_test_add_func ("/match/claims/value", test_value);
  return g_test_run ();
}
