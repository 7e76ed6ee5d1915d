/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds a resume against a posting once, so that it can be judged as often as needed. */
#include "config.h"

#include "match/matchum-match.h"

#include "match/matchum-match-private.h"

struct _MatchumMatch {
  MatchumEvidenceIndex *index;
  MatchumResume *resume;
  MatchumPosting *posting;
  MatchumLexicon *lexicon;
  MatchumDay as_of;
  GPtrArray *requirements; /* of MatchumRequirement */
  GHashTable *leaves;      /* MatchumCriterion → MatchumLeafEvidence */
  MatchumPlacedClaims *claims;
};

G_DEFINE_BOXED_TYPE (MatchumMatch, matchum_match, matchum_match_ref, matchum_match_unref)

/* A posting with more requirements than this is no posting. */
#define MAX_REQUIREMENTS 2000

static void
find_leaves (MatchumMatch *self, MatchumEvidenceIndex *index, const MatchumCriterion *node)
{
  if (node == NULL)
    return;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    find_leaves (self, index, g_ptr_array_index (node->children, i));
  if (node->children == NULL)
    g_hash_table_insert (self->leaves, (gpointer) node,
                         matchum_leaf_evidence_find (index, self->lexicon, node, self->as_of));
}

static void
read_requirements (MatchumMatch *self)
{
  guint n_lines = matchum_posting_get_n_lines (self->posting);

  for (guint i = 0; i < n_lines && self->requirements->len < MAX_REQUIREMENTS; i++)
    if (matchum_posting_line_is_requirement (matchum_posting_get_line (self->posting, i)))
      g_ptr_array_add (self->requirements, matchum_requirement_new (self->posting, i, self->lexicon));
}

MatchumMatch *
matchum_match_new_with_index (MatchumEvidenceIndex *index, MatchumPosting *posting, MatchumDay as_of)
{
  MatchumMatch *self;

  g_return_val_if_fail (index != NULL && posting != NULL, NULL);

  self = g_atomic_rc_box_new0 (MatchumMatch);
  self->index = matchum_evidence_index_ref (index);
  self->resume = matchum_resume_ref (matchum_evidence_index_get_resume (index));
  self->posting = matchum_posting_ref (posting);
  self->lexicon = matchum_lexicon_ref (matchum_evidence_index_get_lexicon (index));
  self->as_of = as_of;
  self->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_requirement_unref);
  self->leaves = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) matchum_leaf_evidence_free);
  read_requirements (self);
  for (guint i = 0; i < self->requirements->len; i++)
    {
      MatchumRequirement *requirement = g_ptr_array_index (self->requirements, i);

      for (guint k = 0; k < matchum_requirement_get_n_parts (requirement); k++)
        find_leaves (self, index, matchum_requirement_get_part (requirement, k)->criterion);
    }
  return self;
}

MatchumMatch *
matchum_match_new (MatchumResume *resume, MatchumPosting *posting, MatchumLexicon *lexicon, MatchumDay as_of)
{
  g_autoptr (MatchumEvidenceIndex) index = NULL;

  g_return_val_if_fail (resume != NULL && posting != NULL && lexicon != NULL, NULL);

  index = matchum_evidence_index_new (resume, lexicon);
  return matchum_match_new_with_index (index, posting, as_of);
}

MatchumMatch *
matchum_match_with_claims (MatchumMatch *self, MatchumPlacedClaims *claims)
{
  MatchumMatch *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = g_atomic_rc_box_new0 (MatchumMatch);
  other->index = matchum_evidence_index_ref (self->index);
  other->resume = matchum_resume_ref (self->resume);
  other->posting = matchum_posting_ref (self->posting);
  other->lexicon = matchum_lexicon_ref (self->lexicon);
  other->as_of = self->as_of;
  other->requirements = g_ptr_array_ref (self->requirements);
  other->leaves = g_hash_table_ref (self->leaves);
  other->claims = claims != NULL ? matchum_placed_claims_ref (claims) : NULL;
  return other;
}

MatchumMatch *
matchum_match_ref (MatchumMatch *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
match_clear (gpointer data)
{
  MatchumMatch *self = data;

  g_clear_pointer (&self->claims, matchum_placed_claims_unref);
  g_hash_table_unref (self->leaves);
  g_ptr_array_unref (self->requirements);
  matchum_lexicon_unref (self->lexicon);
  matchum_posting_unref (self->posting);
  matchum_resume_unref (self->resume);
  matchum_evidence_index_unref (self->index);
}

void
matchum_match_unref (MatchumMatch *self)
{
  g_atomic_rc_box_release_full (self, match_clear);
}

MatchumResume *
matchum_match_get_resume (MatchumMatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->resume;
}

MatchumPosting *
matchum_match_get_posting (MatchumMatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->posting;
}

MatchumLexicon *
matchum_match_get_lexicon (MatchumMatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->lexicon;
}

MatchumDay
matchum_match_get_as_of (MatchumMatch *self)
{
  g_return_val_if_fail (self != NULL, ((MatchumDay){ 0 }));
  return self->as_of;
}

guint
matchum_match_get_n_requirements (MatchumMatch *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->requirements->len;
}

MatchumRequirement *
matchum_match_get_requirement (MatchumMatch *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->requirements->len, NULL);
  return g_ptr_array_index (self->requirements, index);
}

GPtrArray *
matchum_match_find_claims (MatchumMatch *self, MatchumRequirement *requirement)
{
  return self->claims != NULL
             ? matchum_placed_claims_get_for_line (self->claims, matchum_requirement_get_index (requirement))
             : NULL;
}

GPtrArray *
matchum_match_get_claims (MatchumMatch *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->requirements->len, NULL);
  return matchum_match_find_claims (self, g_ptr_array_index (self->requirements, index));
}

const MatchumLeafEvidence *
matchum_match_get_leaf (MatchumMatch *self, const MatchumCriterion *leaf)
{
  return g_hash_table_lookup (self->leaves, leaf);
}

MatchumEvidenceIndex *
matchum_match_get_index (MatchumMatch *self)
{
  return self->index;
}

/**
 * matchum_match_get_evidence:
 * @leaf: a leaf of one of its requirements
 *
 * All that could show @leaf, visible or not, in document order. An inner node has none of its own.
 *
 * Returns: (transfer none) (element-type MatchumEvidence): borrowed from the match
 */
GPtrArray *
matchum_match_get_evidence (MatchumMatch *self, const MatchumCriterion *leaf)
{
  static GPtrArray *none = NULL;
  static gsize is_ready = 0;
  const MatchumLeafEvidence *found;

  g_return_val_if_fail (self != NULL && leaf != NULL, NULL);

  if (g_once_init_enter (&is_ready))
    {
      none = g_ptr_array_new ();
      g_once_init_leave (&is_ready, 1);
    }
  found = matchum_match_get_leaf (self, leaf);
  return found != NULL ? found->evidence : none;
}
