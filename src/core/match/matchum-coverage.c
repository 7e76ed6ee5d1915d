/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges requirements by the evidence that is visible. */
#include "config.h"

#include "match/matchum-coverage.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "match/matchum-coverage-private.h"
#include "match/matchum-evidence-choice.h"
#include "match/matchum-judging.h"

struct _MatchumCoverage {
  MatchumMatch *match;
  MatchumVisibility *visibility;
  GPtrArray *verdicts; /* of MatchumVerdict, one for each requirement */
  MatchumTally required;
  MatchumTally preferred;
};

G_DEFINE_BOXED_TYPE (MatchumCoverage, matchum_coverage, matchum_coverage_ref, matchum_coverage_unref)

/* Whether skills lists alone carry what is shown. */
static gboolean
is_listed_only (const MatchumVerdict *verdict)
{
  for (guint i = 0; i < verdict->evidence->len; i++)
    if (!((const MatchumEvidence *) g_ptr_array_index (verdict->evidence, i))->is_listed)
      return FALSE;
  return verdict->evidence->len > 0;
}

static void
count_hidden (const MatchumJudging *self, const MatchumCriterion *node, GHashTable *hidden)
{
  const MatchumLeafEvidence *leaf;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    count_hidden (self, g_ptr_array_index (node->children, i), hidden);
  leaf = node->children == NULL ? matchum_match_get_leaf (self->match, node) : NULL;
  for (guint i = 0; leaf != NULL && i < leaf->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->evidence, i);

      if (!matchum_visibility_is_visible (self->visibility, evidence->block)
          && !matchum_judged_claims_deny (self->claims, node, evidence->block))
        g_hash_table_add (hidden, GUINT_TO_POINTER (evidence->block));
    }
}

static guint
count_hidden_blocks (const MatchumJudging *self, const MatchumCriterion *node)
{
  g_autoptr (GHashTable) hidden = NULL;

  if (matchum_visibility_get_n_visible (self->visibility)
      == matchum_resume_get_n_blocks (matchum_visibility_get_resume (self->visibility)))
    return 0;
  hidden = g_hash_table_new (NULL, NULL);
  count_hidden (self, node, hidden);
  matchum_judged_claims_add_hidden (self->claims, self->visibility, node, hidden);
  return g_hash_table_size (hidden);
}

static gboolean
has_name (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (strcmp (g_ptr_array_index (names, i), name) == 0)
      return TRUE;
  return FALSE;
}

/* Where nothing is shown, the how of it is not worth a word. */
static void
name_missing (MatchumVerdict *verdict, GPtrArray *leaves)
{
  for (guint pass = 0; pass < 2 && verdict->missing->len == 0; pass++)
    for (guint i = 0; i < leaves->len; i++)
      {
        const MatchumCriterion *leaf = g_ptr_array_index (leaves, i);

        if (pass == 0 && (verdict->status == MATCHUM_STATUS_MISSING ? leaf->is_aside : leaf->is_detail))
          continue;
        if (!has_name (verdict->missing, leaf->name))
          g_ptr_array_add (verdict->missing, g_strdup (leaf->name));
      }
}

static MatchumVerdict *
judge_part (MatchumMatch *match, MatchumVisibility *visibility, const MatchumCriterion *criterion, GPtrArray *claims)
{
  MatchumVerdict *verdict = matchum_verdict_new ();
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  MatchumJudging self = { match, visibility, criterion, claims, shown, missing, FALSE, FALSE, NULL };

  if (criterion == NULL)
    return verdict;
  verdict->status = matchum_judging_judge (&self);
  name_missing (verdict, missing);
  if (verdict->status != MATCHUM_STATUS_MISSING)
    matchum_evidence_choice_add (&self, verdict);
  verdict->is_by_hand = matchum_judged_claims_count (claims, visibility, criterion);
  verdict->is_listed_only = verdict->status == MATCHUM_STATUS_MET && is_listed_only (verdict)
                            && !matchum_judged_claims_have (claims, criterion);
  verdict->n_hidden = count_hidden_blocks (&self, criterion);
  return verdict;
}

GHashTable *
matchum_coverage_find_shown (MatchumCoverage *self,
                             MatchumVisibility *visibility,
                             const MatchumCriterion *root,
                             GPtrArray *claims)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  GHashTable *judged = g_hash_table_new (NULL, NULL);
  MatchumJudging judging = { self->match, visibility, root, claims, shown, missing, FALSE, FALSE, judged };

  matchum_judging_judge (&judging);
  return judged;
}

gboolean
matchum_coverage_is_to_the_point (MatchumMatch *match,
                                  MatchumVisibility *visibility,
                                  const MatchumCriterion *root,
                                  GPtrArray *claims,
                                  const MatchumCriterion *leaf,
                                  const MatchumEvidence *evidence)
{
  MatchumJudging judging = { .match = match, .visibility = visibility, .root = root, .claims = claims };

  return matchum_judging_is_to_the_point (&judging, leaf, evidence);
}

GArray *
matchum_coverage_find_together (MatchumMatch *match,
                                const MatchumCriterion *root,
                                GPtrArray *claims,
                                const MatchumCriterion *compound)
{
  MatchumJudging judging = { .match = match, .root = root, .claims = claims };
  const MatchumLeafEvidence *last = matchum_judging_get_last_leaf (&judging, compound);
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; last != NULL && i < last->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (last->evidence, i);

      if (!matchum_judged_claims_deny (claims, evidence->criterion, evidence->block)
          && matchum_judging_is_shown_whole (&judging, compound, evidence))
        g_array_append_val (blocks, evidence->block);
    }
  return blocks;
}

/* Requirements of several parts ---------------------------------------------------------------------------------- */

/* counts: how many parts have which status. */
static MatchumStatus
join_counts (const guint counts[4], guint n_parts)
{
  if (counts[MATCHUM_STATUS_UNPROVABLE] == n_parts)
    return MATCHUM_STATUS_UNPROVABLE;
  if (counts[MATCHUM_STATUS_PARTIAL] == 0 && counts[MATCHUM_STATUS_MISSING] == 0)
    return MATCHUM_STATUS_MET;
  if (counts[MATCHUM_STATUS_PARTIAL] == 0 && counts[MATCHUM_STATUS_MET] == 0)
    return MATCHUM_STATUS_MISSING;
  return MATCHUM_STATUS_PARTIAL;
}

static MatchumStatus
join_status (GPtrArray *parts)
{
  guint counts[4] = { 0 };

  for (guint i = 0; i < parts->len; i++)
    counts[((const MatchumVerdict *) g_ptr_array_index (parts, i))->status]++;
  return join_counts (counts, parts->len);
}

/* The status of the verdict that judge_requirement() comes to, without the evidence for it: a fifth of the work. */
static MatchumStatus
find_status (MatchumMatch *match, MatchumVisibility *visibility, MatchumRequirement *requirement)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  GPtrArray *claims = matchum_match_find_claims (match, requirement);
  guint n_parts = matchum_requirement_get_n_parts (requirement);
  guint counts[4] = { 0 };

  for (guint i = 0; i < n_parts; i++)
    {
      const MatchumCriterion *criterion = matchum_requirement_get_part (requirement, i)->criterion;
      MatchumJudging judging = { match, visibility, criterion, claims, shown, missing, FALSE, FALSE, NULL };

      g_ptr_array_set_size (shown, 0);
      g_ptr_array_set_size (missing, 0);
      counts[criterion != NULL ? matchum_judging_judge (&judging) : MATCHUM_STATUS_UNPROVABLE]++;
    }
  return join_counts (counts, n_parts);
}

static void
add_part (MatchumVerdict *verdict, const MatchumVerdict *part)
{
  for (guint i = 0; i < part->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (part->evidence, i);

      if (matchum_verdict_count_blocks (verdict) < MATCHUM_EVIDENCE_CHOICE_MAX_BLOCKS
          || matchum_verdict_has_block (verdict, evidence->block))
        g_ptr_array_add (verdict->evidence, matchum_evidence_copy (evidence));
    }
  for (guint i = 0; i < part->missing->len; i++)
    g_ptr_array_add (verdict->missing, g_strdup (g_ptr_array_index (part->missing, i)));
  verdict->n_hidden += part->n_hidden;
  verdict->is_by_hand |= part->is_by_hand;
}

static MatchumVerdict *
judge_requirement (MatchumMatch *match, MatchumVisibility *visibility, MatchumRequirement *requirement)
{
  guint n_parts = matchum_requirement_get_n_parts (requirement);
  GPtrArray *claims = matchum_match_find_claims (match, requirement);
  MatchumVerdict *verdict;

  if (n_parts == 0)
    return matchum_verdict_new ();
  if (n_parts == 1)
    return judge_part (match, visibility, matchum_requirement_get_part (requirement, 0)->criterion, claims);
  verdict = matchum_verdict_new ();
  verdict->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_verdict_free);
  for (guint i = 0; i < n_parts; i++)
    {
      MatchumVerdict *part =
          judge_part (match, visibility, matchum_requirement_get_part (requirement, i)->criterion, claims);

      g_ptr_array_add (verdict->parts, part);
      add_part (verdict, part);
    }
  verdict->status = join_status (verdict->parts);
  g_ptr_array_sort (verdict->evidence, matchum_evidence_choice_compare);
  verdict->is_listed_only = verdict->status == MATCHUM_STATUS_MET && is_listed_only (verdict);
  return verdict;
}

static void
tally (MatchumTally *tally_of, MatchumStatus status)
{
  switch (status)
    {
    case MATCHUM_STATUS_MET:
      tally_of->met++;
      break;
    case MATCHUM_STATUS_PARTIAL:
      tally_of->partial++;
      break;
    case MATCHUM_STATUS_MISSING:
      tally_of->missing++;
      break;
    case MATCHUM_STATUS_UNPROVABLE:
    default:
      tally_of->soft++;
      break;
    }
}

/* Public ---------------------------------------------------------------------------------------------------------- */

char *
matchum_tally_dup_words (MatchumTally tally)
{
  if (tally.soft == 0)
    return g_strdup_printf (_ ("%u met, %u partial, %u missing"), tally.met, tally.partial, tally.missing);
  /* Translators: the last are requirements of attitude, which no resume can prove. */
  return g_strdup_printf (_ ("%u met, %u partial, %u missing, %u cannot be shown"), tally.met, tally.partial,
                          tally.missing, tally.soft);
}

/**
 * matchum_coverage_new:
 * @match: what could be shown
 * @visibility: what is to be seen, of the same resume
 */
MatchumCoverage *
matchum_coverage_new (MatchumMatch *match, MatchumVisibility *visibility)
{
  MatchumCoverage *self;

  g_return_val_if_fail (match != NULL && visibility != NULL, NULL);
  g_return_val_if_fail (matchum_visibility_get_resume (visibility) == matchum_match_get_resume (match), NULL);

  self = g_atomic_rc_box_new0 (MatchumCoverage);
  self->match = matchum_match_ref (match);
  self->visibility = matchum_visibility_ref (visibility);
  self->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_verdict_free);
  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      MatchumRequirement *requirement = matchum_match_get_requirement (match, i);
      MatchumVerdict *verdict = judge_requirement (match, visibility, requirement);

      g_ptr_array_add (self->verdicts, verdict);
      tally (matchum_requirement_is_preferred (requirement) ? &self->preferred : &self->required, verdict->status);
    }
  return self;
}

MatchumCoverage *
matchum_coverage_ref (MatchumCoverage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
coverage_clear (gpointer data)
{
  MatchumCoverage *self = data;

  g_ptr_array_unref (self->verdicts);
  matchum_visibility_unref (self->visibility);
  matchum_match_unref (self->match);
}

void
matchum_coverage_unref (MatchumCoverage *self)
{
  g_atomic_rc_box_release_full (self, coverage_clear);
}

MatchumMatch *
matchum_coverage_get_match (MatchumCoverage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->match;
}

MatchumVisibility *
matchum_coverage_get_visibility (MatchumCoverage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->visibility;
}

const MatchumVerdict *
matchum_coverage_get_verdict (MatchumCoverage *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->verdicts->len, NULL);
  return g_ptr_array_index (self->verdicts, index);
}

MatchumTally
matchum_coverage_get_required (MatchumCoverage *self)
{
  g_return_val_if_fail (self != NULL, ((MatchumTally){ 0 }));
  return self->required;
}

MatchumTally
matchum_coverage_get_preferred (MatchumCoverage *self)
{
  g_return_val_if_fail (self != NULL, ((MatchumTally){ 0 }));
  return self->preferred;
}

/**
 * matchum_coverage_find_sole:
 * @visibility: the one the coverage was made for
 * @block: index of a block
 *
 * Requirements whose status would worsen if the block, and what hangs on it, were hidden besides.
 *
 * Returns: (transfer full) (element-type guint): indexes, in order
 */
GArray *
matchum_coverage_find_sole (MatchumCoverage *self, MatchumVisibility *visibility, guint block)
{
  MatchumResume *resume;
  g_autoptr (MatchumVisibility) less = NULL;
  GArray *sole;

  g_return_val_if_fail (self != NULL && visibility != NULL, NULL);
  resume = matchum_match_get_resume (self->match);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (resume), NULL);

  sole = g_array_new (FALSE, FALSE, sizeof (guint));
  less = matchum_visibility_with_hidden (visibility, block);
  /* Hiding a block may take the headings above it along, so every requirement is asked, not only those it carries. */
  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const MatchumVerdict *now = g_ptr_array_index (self->verdicts, i);

      if (now->status != MATCHUM_STATUS_MET && now->status != MATCHUM_STATUS_PARTIAL)
        continue;
      if (find_status (self->match, less, matchum_match_get_requirement (self->match, i)) > now->status)
        g_array_append_val (sole, i);
    }
  return sole;
}
