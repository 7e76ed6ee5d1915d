/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets what a person said beside what was found. */
#include "config.h"

#include "match/matchum-judged-claims.h"

#include <string.h>

/* Stronger than whatever the program finds. */
#define STRENGTH_BY_HAND 60

static const MatchumPlacedClaim *
get_claim (GPtrArray *claims, guint index)
{
  return g_ptr_array_index (claims, index);
}

static gboolean
names (const MatchumClaim *claim, const MatchumCriterion *node)
{
  return claim->criterion != NULL && node->name != NULL && strcmp (claim->criterion, node->name) == 0;
}

/* What claims that are all of one criterion, or all of the line, come to. */
static MatchumStance
get_stance (const MatchumPlacedClaim *placed, MatchumVisibility *visibility)
{
  switch (placed->claim->kind)
    {
    case MATCHUM_CLAIM_HAVE:
      return MATCHUM_STANCE_HAVE;
    case MATCHUM_CLAIM_LACK:
      return MATCHUM_STANCE_LACK;
    case MATCHUM_CLAIM_LINK:
      return matchum_visibility_is_visible (visibility, placed->block) ? MATCHUM_STANCE_HAVE : MATCHUM_STANCE_NONE;
    case MATCHUM_CLAIM_NOT_THIS:
    default:
      return MATCHUM_STANCE_NONE;
    }
}

MatchumStance
matchum_judged_claims_get_stance (GPtrArray *claims, MatchumVisibility *visibility, const MatchumCriterion *node)
{
  MatchumStance own = MATCHUM_STANCE_NONE, whole = MATCHUM_STANCE_NONE;

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = get_claim (claims, i);

      if (placed->claim->criterion == NULL)
        whole = MAX (whole, get_stance (placed, visibility));
      else if (names (placed->claim, node))
        own = MAX (own, get_stance (placed, visibility));
    }
  if (own != MATCHUM_STANCE_NONE)
    return own;
  return node->children == NULL || node->is_compound ? whole : MATCHUM_STANCE_NONE;
}

gboolean
matchum_judged_claims_deny (GPtrArray *claims, const MatchumCriterion *leaf, guint block)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = get_claim (claims, i);

      if (placed->claim->kind == MATCHUM_CLAIM_NOT_THIS && placed->block == block
          && (placed->claim->criterion == NULL || names (placed->claim, leaf)))
        return TRUE;
    }
  return FALSE;
}

/* What under node a claim speaks of: the criterion it names, or the first that has a name; NULL where there is none. */
static const MatchumCriterion *
find_target (const MatchumClaim *claim, const MatchumCriterion *node)
{
  const MatchumCriterion *found = NULL;

  if (claim->criterion != NULL ? names (claim, node) : node->children == NULL && node->name != NULL)
    return node;
  for (guint i = 0; found == NULL && node->children != NULL && i < node->children->len; i++)
    found = find_target (claim, g_ptr_array_index (node->children, i));
  return found;
}

gboolean
matchum_judged_claims_link (GPtrArray *claims, const MatchumCriterion *root, guint first, guint end)
{
  for (guint i = 0; claims != NULL && root != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = get_claim (claims, i);

      if (placed->claim->kind == MATCHUM_CLAIM_LINK && placed->block >= first && placed->block < end
          && find_target (placed->claim, root) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_judged_claims_have (GPtrArray *claims, const MatchumCriterion *root)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (get_claim (claims, i)->claim->kind == MATCHUM_CLAIM_HAVE
        && find_target (get_claim (claims, i)->claim, root) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
matchum_judged_claims_count (GPtrArray *claims, MatchumVisibility *visibility, const MatchumCriterion *root)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = get_claim (claims, i);

      if (find_target (placed->claim, root) != NULL
          && (placed->block == MATCHUM_BLOCK_NONE || matchum_visibility_is_visible (visibility, placed->block)))
        return TRUE;
    }
  return FALSE;
}

static MatchumEvidence *
create_evidence (MatchumResume *resume, guint block, const MatchumCriterion *target)
{
  const MatchumBlock *source = matchum_resume_get_block (resume, block);
  MatchumEvidence *evidence = g_new0 (MatchumEvidence, 1);

  evidence->block = block;
  evidence->span = MATCHUM_SPAN (0, strlen (matchum_block_get_text (source)));
  evidence->criterion = target;
  evidence->reason = MATCHUM_REASON_BY_HAND;
  evidence->is_listed = source->section == MATCHUM_SECTION_SKILLS;
  evidence->is_job = source->section == MATCHUM_SECTION_EXPERIENCE;
  evidence->strength = STRENGTH_BY_HAND;
  return evidence;
}

void
matchum_judged_claims_add_evidence (GPtrArray *claims,
                                    MatchumVisibility *visibility,
                                    const MatchumCriterion *root,
                                    GPtrArray *evidence)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = get_claim (claims, i);
      const MatchumCriterion *target = find_target (placed->claim, root);

      if (placed->claim->kind != MATCHUM_CLAIM_LINK || target == NULL
          || !matchum_visibility_is_visible (visibility, placed->block)
          || matchum_judged_claims_get_stance (claims, visibility, target) != MATCHUM_STANCE_HAVE)
        continue;
      g_ptr_array_add (evidence, create_evidence (matchum_visibility_get_resume (visibility), placed->block, target));
    }
}

void
matchum_judged_claims_add_hidden (GPtrArray *claims,
                                  MatchumVisibility *visibility,
                                  const MatchumCriterion *root,
                                  GHashTable *hidden)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = get_claim (claims, i);

      if (placed->claim->kind == MATCHUM_CLAIM_LINK && find_target (placed->claim, root) != NULL
          && !matchum_visibility_is_visible (visibility, placed->block))
        g_hash_table_add (hidden, GUINT_TO_POINTER (placed->block));
    }
}
