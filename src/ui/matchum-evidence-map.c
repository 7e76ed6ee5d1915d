/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the evidence of all requirements, sorted into blocks. Made again after each edit. */
#include "config.h"

#include "ui/matchum-evidence-map.h"

struct _MatchumEvidenceMap {
  GPtrArray *blocks; /* by index: GArray of MatchumEvidenceMark, or NULL */
};

static void
clear_marks (gpointer marks)
{
  if (marks != NULL)
    g_array_unref (marks);
}

static MatchumEvidenceMap *
create_map (MatchumMatch *match)
{
  MatchumEvidenceMap *self = g_rc_box_new0 (MatchumEvidenceMap);

  self->blocks = g_ptr_array_new_with_free_func (clear_marks);
  g_ptr_array_set_size (self->blocks, (gint) matchum_resume_get_n_blocks (matchum_match_get_resume (match)));
  return self;
}

static void
add_mark (MatchumEvidenceMap *self, guint block, MatchumEvidenceMark mark)
{
  if (block >= self->blocks->len)
    return;
  if (self->blocks->pdata[block] == NULL)
    self->blocks->pdata[block] = g_array_new (FALSE, FALSE, sizeof (MatchumEvidenceMark));
  g_array_append_val ((GArray *) self->blocks->pdata[block], mark);
}

static gboolean
is_denied (GPtrArray *claims, const MatchumEvidence *evidence)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = claims->pdata[i];

      if (placed->claim->kind == MATCHUM_CLAIM_NOT_THIS && placed->block == evidence->block
          && (placed->claim->criterion == NULL || g_strcmp0 (placed->claim->criterion, evidence->criterion->name) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
add_evidence (MatchumEvidenceMap *self, guint requirement, GPtrArray *evidence, GPtrArray *claims)
{
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      const MatchumEvidence *one = evidence->pdata[i];
      MatchumEvidenceMark mark = { requirement, one->span };

      /* A link is to the item as a whole: no words of it say more than others. */
      if (one->reason == MATCHUM_REASON_BY_HAND)
        mark.span = MATCHUM_SPAN (0, 0);
      if (!is_denied (claims, one))
        add_mark (self, one->block, mark);
    }
}

static void
add_criterion (MatchumEvidenceMap *self, guint requirement, MatchumMatch *match, const MatchumCriterion *criterion)
{
  if (matchum_criterion_is_leaf (criterion))
    add_evidence (self, requirement, matchum_match_get_evidence (match, criterion),
                  matchum_match_get_claims (match, requirement));
  else
    for (guint i = 0; i < criterion->children->len; i++)
      add_criterion (self, requirement, match, criterion->children->pdata[i]);
}

static void
add_links (MatchumEvidenceMap *self, guint requirement, GPtrArray *claims)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const MatchumPlacedClaim *placed = claims->pdata[i];
      MatchumEvidenceMark mark = { requirement, MATCHUM_SPAN (0, 0) };

      if (placed->claim->kind == MATCHUM_CLAIM_LINK)
        add_mark (self, placed->block, mark);
    }
}

static void
free_map (MatchumEvidenceMap *self)
{
  g_ptr_array_unref (self->blocks);
}

MatchumEvidenceMap *
matchum_evidence_map_new_shown (MatchumCoverage *coverage)
{
  MatchumMatch *match;
  MatchumEvidenceMap *self;

  g_return_val_if_fail (coverage != NULL, NULL);

  match = matchum_coverage_get_match (coverage);
  self = create_map (match);
  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    add_evidence (self, i, matchum_coverage_get_verdict (coverage, i)->evidence, NULL);
  return self;
}

MatchumEvidenceMap *
matchum_evidence_map_new_possible (MatchumMatch *match)
{
  MatchumEvidenceMap *self;

  g_return_val_if_fail (match != NULL, NULL);

  self = create_map (match);
  for (guint i = 0; i < matchum_match_get_n_requirements (match); i++)
    {
      MatchumRequirement *requirement = matchum_match_get_requirement (match, i);

      for (guint j = 0; j < matchum_requirement_get_n_parts (requirement); j++)
        if (matchum_requirement_get_part (requirement, j)->criterion != NULL)
          add_criterion (self, i, match, matchum_requirement_get_part (requirement, j)->criterion);
      add_links (self, i, matchum_match_get_claims (match, i));
    }
  return self;
}

MatchumEvidenceMap *
matchum_evidence_map_ref (MatchumEvidenceMap *self)
{
  return g_rc_box_acquire (self);
}

void
matchum_evidence_map_unref (MatchumEvidenceMap *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) free_map);
}

GArray *
matchum_evidence_map_get_marks (MatchumEvidenceMap *self, guint block)
{
  g_return_val_if_fail (self != NULL, NULL);

  return block < self->blocks->len ? self->blocks->pdata[block] : NULL;
}

gboolean
matchum_evidence_map_has (MatchumEvidenceMap *self, guint block, guint requirement)
{
  GArray *marks = matchum_evidence_map_get_marks (self, block);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    if (g_array_index (marks, MatchumEvidenceMark, i).requirement == requirement)
      return TRUE;
  return FALSE;
}
