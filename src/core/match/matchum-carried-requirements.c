/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way back from blocks to requirements: what each could show, whether it is visible or not. */
#include "config.h"

#include "match/matchum-coverage.h"
#include "match/matchum-judged-claims.h"
#include "match/matchum-match-private.h"

/* Whether any leaf could be shown by a block from first to before end. */
static gboolean
is_carried (MatchumMatch *match, const MatchumCriterion *node, GPtrArray *claims, guint first, guint end)
{
  const MatchumLeafEvidence *leaf;

  for (guint i = 0; node != NULL && node->children != NULL && i < node->children->len; i++)
    if (is_carried (match, g_ptr_array_index (node->children, i), claims, first, end))
      return TRUE;
  leaf = node != NULL && node->children == NULL ? matchum_match_get_leaf (match, node) : NULL;
  for (guint i = 0; leaf != NULL && i < leaf->evidence->len; i++)
    {
      guint block = ((const MatchumEvidence *) g_ptr_array_index (leaf->evidence, i))->block;

      if (block >= first && block < end && !matchum_judged_claims_deny (claims, node, block))
        return TRUE;
    }
  return FALSE;
}

static GArray *
find_carried (MatchumMatch *match, guint first, guint end)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      MatchumRequirement *requirement = matchum_match_get_requirement (match, i);
      GPtrArray *claims = matchum_match_find_claims (match, requirement);
      gboolean is_found = FALSE;

      for (guint k = 0; k < matchum_requirement_get_n_parts (requirement) && !is_found; k++)
        {
          const MatchumCriterion *criterion = matchum_requirement_get_part (requirement, k)->criterion;

          is_found = is_carried (match, criterion, claims, first, end)
                     || matchum_judged_claims_link (claims, criterion, first, end);
        }
      if (is_found)
        g_array_append_val (found, i);
    }
  return found;
}

/**
 * matchum_coverage_find_requirements:
 * @block: index of a block, visible or not
 *
 * Requirements that the block itself carries evidence for, its descendants not included.
 *
 * Returns: (transfer full) (element-type guint): indexes, in order
 */
GArray *
matchum_coverage_find_requirements (MatchumCoverage *self, guint block)
{
  g_return_val_if_fail (self != NULL, NULL);
  return find_carried (matchum_coverage_get_match (self), block, block + 1);
}
