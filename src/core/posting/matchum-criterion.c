/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of what a requirement asks for: making it and taking it down. */
#include "config.h"

#include "posting/matchum-criterion.h"

/**
 * matchum_criterion_new:
 * @kind: what it is
 * @span: bytes of the requirement's text that say it
 * @name: (nullable): the posting's own shortest words; %NULL for inner nodes
 *
 * Inner nodes start without children, leaves without concepts.
 */
MatchumCriterion *
matchum_criterion_new (MatchumCriterionKind kind, MatchumSpan span, const char *name)
{
  MatchumCriterion *self = g_new0 (MatchumCriterion, 1);

  self->kind = kind;
  self->span = span;
  self->name = g_strdup (name);
  self->concepts = g_array_new (FALSE, FALSE, sizeof (guint));
  if (kind == MATCHUM_CRITERION_ALL || kind == MATCHUM_CRITERION_ANY || kind == MATCHUM_CRITERION_AT_LEAST)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_criterion_free);
  return self;
}

void
matchum_criterion_free (MatchumCriterion *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->concepts, g_array_unref);
  g_clear_pointer (&self->rivals, g_array_unref);
  g_free (self->name);
  g_free (self->word);
  g_free (self);
}

/* Whether it can be looked for in a resume by itself. */
gboolean
matchum_criterion_is_leaf (const MatchumCriterion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->children == NULL;
}

const MatchumConcept *
matchum_criterion_find_concept (const MatchumCriterion *self, MatchumLexicon *lexicon)
{
  g_return_val_if_fail (self != NULL && lexicon != NULL, NULL);

  if (self->kind != MATCHUM_CRITERION_CONCEPT || self->concepts->len == 0)
    return NULL;
  return matchum_lexicon_get_concept (lexicon, g_array_index (self->concepts, guint, 0));
}
