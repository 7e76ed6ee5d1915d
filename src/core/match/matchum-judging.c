/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the criteria of a part, and decides which of them are shown by what is visible. */
#include "config.h"

#include "match/matchum-judging.h"

#include "match/matchum-amount-place.h"

typedef struct {
  gboolean is_shown;
  gboolean is_begun; /* something of it is shown */
} Finding;

gboolean
matchum_judging_is_counted (const MatchumJudging *self, const MatchumLeafEvidence *leaf, guint entry)
{
  return matchum_visibility_is_visible (self->visibility, entry)
         && !matchum_judged_claims_deny (self->claims, leaf->leaf, entry);
}

guint
matchum_judging_count_months_without (const MatchumJudging *self, const MatchumLeafEvidence *leaf, guint left_out)
{
  g_autoptr (GArray) ranges = g_array_sized_new (FALSE, FALSE, sizeof (MatchumDateRange), leaf->spells->len);

  for (guint i = 0; i < leaf->spells->len; i++)
    {
      const MatchumSpell *spell = &g_array_index (leaf->spells, MatchumSpell, i);

      if (spell->entry != left_out && matchum_judging_is_counted (self, leaf, spell->entry))
        g_array_append_val (ranges, spell->range);
    }
  return matchum_date_range_count_months ((const MatchumDateRange *) ranges->data, ranges->len,
                                          matchum_match_get_as_of (self->match));
}

static guint
count_months (const MatchumJudging *self, const MatchumLeafEvidence *leaf)
{
  return matchum_judging_count_months_without (self, leaf, MATCHUM_BLOCK_NONE);
}

/* How many leaves under node, asides and scale not counted, are shown in the block; all of them where block is
 * MATCHUM_BLOCK_NONE. */
static guint
count_beside (const MatchumJudging *self, const MatchumCriterion *node, guint block)
{
  const MatchumLeafEvidence *leaf;
  guint count = 0;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    count += count_beside (self, g_ptr_array_index (node->children, i), block);
  if (node->children != NULL || node->is_scale || node->is_context || node->is_aside)
    return count;
  if (block == MATCHUM_BLOCK_NONE)
    return 1;
  leaf = matchum_match_get_leaf (self->match, node);
  for (guint i = 0; leaf != NULL && i < leaf->evidence->len; i++)
    if (((const MatchumEvidence *) g_ptr_array_index (leaf->evidence, i))->block == block)
      return 1;
  return 0;
}

/* What is said of the whole of a job or project, over its items, is said of everything done there. */
static gboolean
is_said_of_entry (const MatchumJudging *self, guint index)
{
  MatchumResume *resume = matchum_match_get_resume (self->match);
  const MatchumBlock *block = matchum_resume_get_block (resume, index);
  const MatchumBlock *entry;

  if (block->kind != MATCHUM_BLOCK_PARAGRAPH || block->parent == MATCHUM_BLOCK_NONE)
    return FALSE;
  entry = matchum_resume_get_block (resume, block->parent);
  for (guint i = index + 1; entry->kind == MATCHUM_BLOCK_ENTRY && i < entry->end; i++)
    if (count_beside (self, self->root, i) > 0)
      return TRUE;
  return FALSE;
}

gboolean
matchum_judging_is_to_the_point (const MatchumJudging *self,
                                 const MatchumCriterion *leaf,
                                 const MatchumEvidence *evidence)
{
  if (leaf->kind == MATCHUM_CRITERION_AMOUNT)
    return matchum_amount_place_fits (self->match, self->visibility, self->root, evidence->block);
  if (!leaf->is_scale || evidence->reason == MATCHUM_REASON_NAMED)
    return TRUE;
  return count_beside (self, self->root, MATCHUM_BLOCK_NONE) == 0
         || count_beside (self, self->root, evidence->block) > 0 || is_said_of_entry (self, evidence->block);
}

static gboolean
is_done_in_job (const MatchumJudging *self, const MatchumLeafEvidence *leaf)
{
  for (guint i = 0; i < leaf->ranked->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (evidence->is_job && matchum_judging_is_visible (self, evidence))
        return TRUE;
    }
  return FALSE;
}

static Finding
judge_leaf (MatchumJudging *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *leaf = matchum_match_get_leaf (self->match, node);
  Finding finding = { FALSE, FALSE };

  if (leaf == NULL)
    return finding;
  finding.is_shown = finding.is_begun = leaf->is_given;
  for (guint i = 0; i < leaf->ranked->len && !finding.is_shown; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (!matchum_judging_is_visible (self, evidence) || !matchum_judging_is_to_the_point (self, node, evidence))
        continue;
      finding.is_begun = TRUE;
      finding.is_shown = !evidence->is_weak && leaf->spells == NULL;
    }
  if (leaf->spells != NULL && finding.is_begun)
    {
      finding.is_shown = count_months (self, leaf) >= leaf->months;
      self->has_years |= leaf->spells->len > 0;
    }
  if (node->is_context && !finding.is_shown && self->is_done_at_work)
    finding.is_shown = finding.is_begun = TRUE;
  if (finding.is_begun)
    g_ptr_array_add (self->shown, (gpointer) leaf);
  if (node->is_aside || node->is_whole || (node->is_career && !is_done_in_job (self, leaf)))
    finding.is_begun = FALSE;
  return finding;
}

static Finding judge (MatchumJudging *self, const MatchumCriterion *node);

/* Whether the block heads the entry that another stands in, or says what the whole of it is. */
static gboolean
is_head_of (const MatchumJudging *self, guint head, guint block)
{
  MatchumResume *resume = matchum_match_get_resume (self->match);
  const MatchumBlock *above = matchum_resume_get_block (resume, head);

  if (above->kind == MATCHUM_BLOCK_PARAGRAPH && above->parent != MATCHUM_BLOCK_NONE)
    above = matchum_resume_get_block (resume, above->parent);
  return above->kind == MATCHUM_BLOCK_ENTRY && block > above->index && block < above->end;
}

/* Whether a leaf, or one of the leaves under a node, is shown in the block, or by what heads it. */
static gboolean
is_shown_in (const MatchumJudging *self, const MatchumCriterion *node, guint block)
{
  const MatchumLeafEvidence *leaf;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    if (is_shown_in (self, g_ptr_array_index (node->children, i), block))
      return TRUE;
  leaf = node->children == NULL ? matchum_match_get_leaf (self->match, node) : NULL;
  for (guint i = 0; leaf != NULL && i < leaf->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->evidence, i);

      if (!evidence->is_weak && !matchum_judged_claims_deny (self->claims, leaf->leaf, evidence->block)
          && (evidence->block == block || is_head_of (self, evidence->block, block)))
        return TRUE;
    }
  for (guint i = 0; leaf != NULL && leaf->headings != NULL && i < leaf->headings->len; i++)
    if (is_head_of (self, g_array_index (leaf->headings, guint, i), block))
      return TRUE;
  return FALSE;
}

gboolean
matchum_judging_is_shown_whole (const MatchumJudging *self,
                                const MatchumCriterion *node,
                                const MatchumEvidence *evidence)
{
  gboolean is_whole = !evidence->is_weak;

  for (guint k = 0; is_whole && k + 1 < node->children->len; k++)
    is_whole = is_shown_in (self, g_ptr_array_index (node->children, k), evidence->block);
  return is_whole;
}

const MatchumLeafEvidence *
matchum_judging_get_last_leaf (const MatchumJudging *self, const MatchumCriterion *node)
{
  return matchum_match_get_leaf (self->match, g_ptr_array_index (node->children, node->children->len - 1));
}

/* Whether one visible block shows all of a compound. */
static gboolean
is_shown_together (const MatchumJudging *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *last = matchum_judging_get_last_leaf (self, node);

  for (guint i = 0; last != NULL && i < last->evidence->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (last->evidence, i);

      if (matchum_judging_is_visible (self, evidence) && matchum_judging_is_shown_whole (self, node, evidence))
        return TRUE;
    }
  return FALSE;
}

static Finding
judge_children (MatchumJudging *self, const MatchumCriterion *node)
{
  guint n_shown = 0, n_begun = 0, n_needed = 1;
  guint first_missing = self->missing->len, first_shown = self->shown->len;
  Finding finding;

  if (node->kind == MATCHUM_CRITERION_ALL)
    n_needed = node->children->len;
  else if (node->kind == MATCHUM_CRITERION_AT_LEAST)
    n_needed = MIN (node->count, node->children->len);
  for (guint i = 0; i < node->children->len; i++)
    {
      finding = judge (self, g_ptr_array_index (node->children, i));
      n_shown += finding.is_shown;
      n_begun += finding.is_begun;
    }
  finding.is_shown = n_shown >= n_needed;
  finding.is_begun = n_begun > 0;
  if (node->is_compound && finding.is_shown && !is_shown_together (self, node))
    {
      finding.is_shown = finding.is_begun = FALSE;
      g_ptr_array_set_size (self->shown, (gint) first_shown);
      g_ptr_array_set_size (self->missing, (gint) first_missing);
      g_ptr_array_add (self->missing, (gpointer) node);
    }
  if (finding.is_shown)
    g_ptr_array_set_size (self->missing, (gint) first_missing);
  return finding;
}

/* What a person said of a criterion goes before what was found. */
static Finding
judge (MatchumJudging *self, const MatchumCriterion *node)
{
  guint first_missing = self->missing->len, first_shown = self->shown->len;
  Finding finding = node->children != NULL ? judge_children (self, node) : judge_leaf (self, node);
  MatchumStance stance = matchum_judged_claims_get_stance (self->claims, self->visibility, node);

  if (stance != MATCHUM_STANCE_NONE)
    {
      finding.is_shown = stance == MATCHUM_STANCE_HAVE;
      finding.is_begun = finding.is_shown && !node->is_aside && !node->is_whole;
      g_ptr_array_set_size (self->missing, (gint) first_missing);
    }
  if (stance == MATCHUM_STANCE_LACK)
    g_ptr_array_set_size (self->shown, (gint) first_shown);
  if (!finding.is_shown && (node->children == NULL || stance == MATCHUM_STANCE_LACK) && !node->is_silent
      && node->name != NULL)
    g_ptr_array_add (self->missing, (gpointer) node);
  if (finding.is_shown && self->judged != NULL)
    g_hash_table_add (self->judged, (gpointer) node);
  return finding;
}

/* Whether anything but the how is shown by work in a job. */
static gboolean
find_work (MatchumJudging *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *leaf;
  MatchumStance stance;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    if (find_work (self, g_ptr_array_index (node->children, i)))
      return TRUE;
  if (node->children != NULL || node->is_context || node->is_scale)
    return FALSE;
  stance = matchum_judged_claims_get_stance (self->claims, self->visibility, node);
  if (stance != MATCHUM_STANCE_NONE)
    return stance == MATCHUM_STANCE_HAVE;
  leaf = matchum_match_get_leaf (self->match, node);
  for (guint i = 0; leaf != NULL && i < leaf->ranked->len; i++)
    {
      const MatchumEvidence *evidence = g_ptr_array_index (leaf->ranked, i);

      if (evidence->is_job && !evidence->is_weak && matchum_judging_is_visible (self, evidence))
        return TRUE;
    }
  return FALSE;
}

/* Where a line asks for nothing but the how ("all the way to production"), work in any job will do. */
static gboolean
has_job (const MatchumJudging *self)
{
  MatchumResume *resume = matchum_match_get_resume (self->match);

  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (matchum_resume_get_block (resume, i)->section == MATCHUM_SECTION_EXPERIENCE
        && matchum_visibility_is_visible (self->visibility, i))
      return TRUE;
  return FALSE;
}

MatchumStatus
matchum_judging_judge (MatchumJudging *self)
{
  Finding finding;

  self->is_done_at_work = self->root->is_context ? has_job (self) : find_work (self, self->root);
  finding = judge (self, self->root);
  if (finding.is_shown)
    return MATCHUM_STATUS_MET;
  return finding.is_begun ? MATCHUM_STATUS_PARTIAL : MATCHUM_STATUS_MISSING;
}
