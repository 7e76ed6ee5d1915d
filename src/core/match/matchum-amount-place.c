/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds amounts against the work that they are said of. */
#include "config.h"

#include "match/matchum-amount-place.h"

#include "match/matchum-match-private.h"

typedef struct {
  MatchumMatch *match;
  MatchumVisibility *visibility;
  guint block;       /* with the amount */
  guint n_asked;     /* things that work shows */
  gboolean is_shown; /* one of them is shown there */
  GArray *blocks;    /* gets the blocks that show one; NULL where one is enough */
} Search;

/* Whether what is said in head is said of block: an entry or an item over it, or a paragraph at the head of its entry.
 */
static gboolean
is_over (MatchumResume *resume, guint head, guint block)
{
  const MatchumBlock *above = matchum_resume_get_block (resume, head);

  if (above->kind == MATCHUM_BLOCK_PARAGRAPH && above->parent != MATCHUM_BLOCK_NONE)
    above = matchum_resume_get_block (resume, above->parent);
  return (above->kind == MATCHUM_BLOCK_ENTRY || above->kind == MATCHUM_BLOCK_ITEM) && block > above->index
         && block < above->end;
}

static gboolean
is_beside (const Search *self, guint block)
{
  MatchumResume *resume = matchum_match_get_resume (self->match);

  return matchum_visibility_is_visible (self->visibility, block)
         && (block == self->block || is_over (resume, block, self->block) || is_over (resume, self->block, block));
}

/* What work shows: no schooling, no length, nothing that only says how. */
static gboolean
is_of_work (const MatchumCriterion *leaf)
{
  return (leaf->kind == MATCHUM_CRITERION_CONCEPT || leaf->kind == MATCHUM_CRITERION_WORD) && !leaf->is_context
         && !leaf->is_scale && !leaf->is_aside;
}

/* Whether the search is at its end with this block. */
static gboolean
take_block (const Search *self, guint block)
{
  if (!is_beside (self, block))
    return FALSE;
  if (self->blocks == NULL)
    return TRUE;
  g_array_append_val (self->blocks, block);
  return FALSE;
}

static gboolean
is_shown_beside (const Search *self, const MatchumLeafEvidence *leaf)
{
  for (guint i = 0; i < leaf->evidence->len; i++)
    if (take_block (self, ((const MatchumEvidence *) g_ptr_array_index (leaf->evidence, i))->block))
      return TRUE;
  for (guint i = 0; leaf->headings != NULL && i < leaf->headings->len; i++)
    if (take_block (self, g_array_index (leaf->headings, guint, i)))
      return TRUE;
  return FALSE;
}

static void
look_under (Search *self, const MatchumCriterion *node)
{
  const MatchumLeafEvidence *leaf;

  for (guint i = 0; node->children != NULL && i < node->children->len && !self->is_shown; i++)
    look_under (self, g_ptr_array_index (node->children, i));
  if (node->children != NULL || !is_of_work (node))
    return;
  self->n_asked++;
  leaf = matchum_match_get_leaf (self->match, node);
  self->is_shown |= leaf != NULL && is_shown_beside (self, leaf);
}

gboolean
matchum_amount_place_fits (MatchumMatch *match,
                           MatchumVisibility *visibility,
                           const MatchumCriterion *root,
                           guint block)
{
  Search self = { match, visibility, block, 0, FALSE, NULL };

  look_under (&self, root);
  return self.is_shown || self.n_asked == 0;
}

GArray *
matchum_amount_place_find (MatchumMatch *match, const MatchumCriterion *root, guint block)
{
  g_autoptr (MatchumVisibility) all = matchum_visibility_new_all (matchum_match_get_resume (match));
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (guint));
  Search self = { match, all, block, 0, FALSE, blocks };

  look_under (&self, root);
  return self.n_asked > 0 ? g_steal_pointer (&blocks) : NULL;
}
