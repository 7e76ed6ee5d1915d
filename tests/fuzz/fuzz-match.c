/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any resume against any posting: evidence stands where it is said to, counts add up, hiding a block makes no verdict
 * better, what a person says decides, and the same pair gives the same JSON. The input is a resume, a NUL and a
 * posting. */
#include "config.h"

#include "fuzz-support.h"

#include "export/matchum-match-json.h"
#include "match/matchum-coverage.h"
#include "match/matchum-explanation.h"
#include "posting/matchum-posting-reader.h"
#include "resume/matchum-markdown-resume-reader.h"

const FuzzTarget fuzz_target = { .name = "match", .n_rounds = 50 };

static const MatchumDay as_of = { 2026, 11, 20 };

static void
assert_evidence (MatchumResume *resume, MatchumVisibility *visibility, const MatchumVerdict *verdict)
{
  for (guint i = 0; i < verdict->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (verdict->evidence, i);
      const MatchumBlock *block = matchum_resume_get_block (resume, evidence->block);

      g_assert_nonnull (block);
      g_assert_true (matchum_visibility_is_visible (visibility, evidence->block));
      fuzz_assert_span (matchum_block_get_text (block), strlen (matchum_block_get_text (block)), evidence->span);
    }
  for (guint i = 0; i < verdict->missing->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (verdict->missing, i), -1, NULL));
  g_assert_true (verdict->status != MATCHUM_STATUS_MET || verdict->parts != NULL || verdict->missing->len == 0);
  for (guint i = 0; verdict->parts != NULL && i < verdict->parts->len; i++)
    assert_evidence (resume, visibility, g_ptr_array_index (verdict->parts, i));
}

static guint
sum (MatchumTally tally)
{
  return tally.met + tally.partial + tally.missing + tally.soft;
}

static void
assert_coverage (MatchumMatch *match, MatchumCoverage *coverage, MatchumVisibility *visibility)
{
  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    assert_evidence (matchum_match_get_resume (match), visibility, matchum_coverage_get_verdict (coverage, i));
  g_assert_cmpuint (sum (matchum_coverage_get_required (coverage)) + sum (matchum_coverage_get_preferred (coverage)),
                    ==, matchum_match_get_n_requirements (match));
}

/* Statuses come from the best to the worst. */
static void
assert_hidden_is_worse (MatchumMatch *match, MatchumCoverage *coverage, MatchumVisibility *all, guint block)
{
  g_autoptr (MatchumVisibility) visibility = matchum_visibility_with_hidden (all, block);
  g_autoptr (MatchumCoverage) hidden = matchum_coverage_new (match, visibility);
  g_autoptr (GArray) sole = matchum_coverage_find_sole (coverage, all, block);
  guint n_worse = 0;

  assert_coverage (match, hidden, visibility);
  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      const MatchumStatus before = matchum_coverage_get_verdict (coverage, i)->status;
      const MatchumStatus after = matchum_coverage_get_verdict (hidden, i)->status;

      g_assert_cmpint (after, >=, before);
      g_assert_cmpint (after == MATCHUM_STATUS_UNPROVABLE, ==, before == MATCHUM_STATUS_UNPROVABLE);
      n_worse += after > before ? 1 : 0;
    }
  g_assert_cmpuint (n_worse, ==, sole->len);
}

static char *
dup_json (MatchumCoverage *coverage)
{
  g_autoptr (JsonNode) node = matchum_match_json_build (coverage);

  return json_to_string (node, FALSE);
}

/* Something of every kind, each of another requirement, with blocks from all over the resume. */
static MatchumPlacedClaims *
create_claims (MatchumMatch *match)
{
  MatchumResume *resume = matchum_match_get_resume (match);
  MatchumPosting *posting = matchum_match_get_posting (match);
  g_autoptr (GArray) anchors = matchum_line_anchor_list (posting);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_claim_unref);
  MatchumPlacedClaims *placed;

  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      const guint line = matchum_requirement_get_index (matchum_match_get_requirement (match, i));
      const MatchumClaimKind kind = (MatchumClaimKind) (i % 4);
      const MatchumBlock *block = matchum_resume_get_block (resume, i * 7 % matchum_resume_get_n_blocks (resume));

      g_ptr_array_add (claims, matchum_claim_new (kind, &g_array_index (anchors, MatchumLineAnchor, line), 0, NULL,
                                                  matchum_claim_kind_has_block (kind) ? block->id : NULL));
    }
  placed = matchum_placed_claims_new (claims, posting, posting, resume);
  g_assert_cmpuint (matchum_placed_claims_get_unplaced (placed)->len, ==, 0);
  return placed;
}

static void
assert_claim (MatchumVisibility *all,
              const MatchumPlacedClaim *placed,
              const MatchumVerdict *before,
              const MatchumVerdict *after)
{
  if (before->status == MATCHUM_STATUS_UNPROVABLE)
    g_assert_cmpint (after->status, ==, MATCHUM_STATUS_UNPROVABLE);
  else if (placed->claim->kind == MATCHUM_CLAIM_HAVE
           || (placed->claim->kind == MATCHUM_CLAIM_LINK && matchum_visibility_is_visible (all, placed->block)))
    g_assert_cmpint (after->status, ==, MATCHUM_STATUS_MET);
  else if (placed->claim->kind == MATCHUM_CLAIM_LACK)
    g_assert_cmpint (after->status, ==, MATCHUM_STATUS_MISSING);
  else
    g_assert_cmpint (after->status, >=, before->status);
}

/* What a person says decides, whatever the texts are, and the sentence on it is one. */
static void
assert_claims (MatchumMatch *match, MatchumCoverage *before, MatchumVisibility *all)
{
  g_autoptr (MatchumPlacedClaims) placed = create_claims (match);
  g_autoptr (MatchumMatch) claimed = matchum_match_with_claims (match, placed);
  g_autoptr (MatchumCoverage) coverage = matchum_coverage_new (claimed, all);
  const guint n_blocks = matchum_resume_get_n_blocks (matchum_match_get_resume (match));

  assert_coverage (claimed, coverage, all);
  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      g_autoptr (MatchumExplanation) explanation = matchum_explanation_new (coverage, i);

      g_assert_cmpuint (strlen (matchum_explanation_get_sentence (explanation)), >, 0);
      assert_claim (all, g_ptr_array_index (matchum_match_get_claims (claimed, i), 0),
                    matchum_coverage_get_verdict (before, i), matchum_coverage_get_verdict (coverage, i));
    }
  for (guint i = 0; i < n_blocks; i += 1 + n_blocks / 4)
    if (matchum_visibility_is_visible (all, i))
      assert_hidden_is_worse (claimed, coverage, all, i);
}

static void
assert_match (MatchumResume *resume, MatchumPosting *posting)
{
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (resume);
  g_autoptr (MatchumMatch) match = matchum_match_new (resume, posting, fuzz_get_lexicon (), as_of);
  g_autoptr (MatchumMatch) again = matchum_match_new (resume, posting, fuzz_get_lexicon (), as_of);
  g_autoptr (MatchumCoverage) coverage = matchum_coverage_new (match, all);
  g_autoptr (MatchumCoverage) coverage_again = matchum_coverage_new (again, all);
  g_autofree char *json = dup_json (coverage);
  g_autofree char *json_again = dup_json (coverage_again);
  const guint n_blocks = matchum_resume_get_n_blocks (resume);

  g_assert_cmpstr (json, ==, json_again);
  assert_coverage (match, coverage, all);
  for (guint i = 0; i < n_blocks; i += 1 + n_blocks / 8)
    if (matchum_visibility_is_visible (all, i))
      assert_hidden_is_worse (match, coverage, all, i);
  if (n_blocks > 0)
    assert_claims (match, coverage, all);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  const gsize part = fuzz_find_part (data, length);
  g_autoptr (MatchumSource) resume_source = NULL;
  g_autoptr (MatchumSource) posting_source = NULL;
  g_autoptr (MatchumResume) resume = NULL;
  g_autoptr (MatchumPosting) posting = NULL;

  if (part >= length)
    return 0;
  resume_source = fuzz_read_source (data, part);
  posting_source = fuzz_read_source (data + part + 1, length - part - 1);
  resume = resume_source != NULL ? matchum_markdown_resume_reader_read (resume_source, NULL) : NULL;
  posting = posting_source != NULL ? matchum_posting_reader_read (posting_source, NULL) : NULL;
  if (resume != NULL && posting != NULL)
    assert_match (resume, posting);
  return 0;
}
