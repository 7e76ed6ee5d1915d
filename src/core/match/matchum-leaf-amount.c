/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the amounts of a resume that are of the kind that is asked for. */
#include "config.h"

#include "match/matchum-leaf-evidence.h"

#include "match/matchum-hedge.h"

/* Whether the block tells an amount of what is asked, or of a part of it, and does not take it back. */
static gboolean
is_of_kind (const MatchumLeafEvidence *self, const MatchumIndexBlock *block, const MatchumAmount *amount)
{
  const MatchumAmount *asked = &self->leaf->amount;

  if (!matchum_amount_begins (amount, asked) || matchum_hedge_covers (block->hedged, amount->span))
    return FALSE;
  return asked->unit != MATCHUM_UNIT_THINGS || self->leaf->word == NULL
         || matchum_amount_names (matchum_folded_text_get_text (block->folded), amount->around, self->leaf->word);
}

/* The amount of a block that says most for the leaf: one that is enough, else the largest. */
static const MatchumAmount *
find_best (const MatchumLeafEvidence *self, const MatchumIndexBlock *block)
{
  const MatchumAmount *best = NULL;

  for (guint i = 0; i < block->amounts->len; i++)
    {
      const MatchumAmount *amount = &g_array_index (block->amounts, MatchumAmount, i);

      if (!is_of_kind (self, block, amount))
        continue;
      if (best == NULL || matchum_amount_reaches (amount, best))
        best = amount;
      if (matchum_amount_reaches (amount, &self->leaf->amount))
        return amount;
    }
  return best;
}

static gboolean
is_claim (MatchumEvidenceIndex *index, const MatchumEvidence *evidence)
{
  MatchumSectionKind section =
      matchum_resume_get_block (matchum_evidence_index_get_resume (index), evidence->block)->section;

  return section == MATCHUM_SECTION_SUMMARY || section == MATCHUM_SECTION_CONTACT;
}

/* What a summary says is not pointed to where work says as much. */
static void
drop_claims (MatchumLeafEvidence *self, MatchumEvidenceIndex *index)
{
  gboolean has_work = FALSE;

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (self->evidence, i);

      has_work |= !evidence->is_weak && !is_claim (index, evidence);
    }
  for (guint i = self->evidence->len; has_work && i-- > 0;)
    if (is_claim (index, g_ptr_array_index (self->evidence, i)))
      g_ptr_array_remove_index (self->evidence, i);
}

void
matchum_leaf_evidence_find_amounts (MatchumLeafEvidence *self, MatchumEvidenceIndex *index)
{
  guint n_blocks = matchum_resume_get_n_blocks (matchum_evidence_index_get_resume (index));

  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, i);
      const MatchumAmount *amount = block->amounts != NULL ? find_best (self, block) : NULL;

      if (amount != NULL)
        matchum_leaf_evidence_add (self, index, i, matchum_folded_text_get_original_span (block->folded, amount->span),
                                   MATCHUM_REASON_NAMED)
            ->is_weak = !matchum_amount_reaches (amount, &self->leaf->amount);
    }
  drop_claims (self, index);
}

const MatchumAmount *
matchum_leaf_evidence_get_amount (MatchumEvidenceIndex *index, const MatchumEvidence *evidence)
{
  const MatchumIndexBlock *block = matchum_evidence_index_get_block (index, evidence->block);

  for (guint i = 0; block->amounts != NULL && i < block->amounts->len; i++)
    {
      const MatchumAmount *amount = &g_array_index (block->amounts, MatchumAmount, i);

      if (matchum_folded_text_get_original_span (block->folded, amount->span).start == evidence->span.start)
        return amount;
    }
  return NULL;
}
