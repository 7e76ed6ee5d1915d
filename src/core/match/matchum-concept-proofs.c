/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns round what the concepts of a resume show, so that a leaf need not ask each of them. */
#include "config.h"

#include "match/matchum-concept-proofs.h"

struct _MatchumConceptProofs {
  GArray *concepts; /* of guint */
  GArray *places;   /* of guint: in concepts; those that show one concept behind each other, in order */
  guint *firsts;    /* by concept: the first of its places; and, behind the last concept, their number */
  guint n_concepts; /* of the lexicon */
};

/* What each of the concepts shows, of guint, one concept after the other; ends tells where each is through. */
static GArray *
list_shown (MatchumLexicon *lexicon, GArray *concepts, guint *ends)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < concepts->len; i++)
    {
      matchum_lexicon_add_shown (lexicon, g_array_index (concepts, guint, i), shown);
      ends[i] = shown->len;
    }
  return shown;
}

/* Counts how often each concept is shown, and adds that up to where its places begin. */
static void
find_firsts (MatchumConceptProofs *self, GArray *shown)
{
  self->firsts = g_new0 (guint, self->n_concepts + 1);
  for (guint i = 0; i < shown->len; i++)
    self->firsts[g_array_index (shown, guint, i) + 1]++;
  for (guint i = 0; i < self->n_concepts; i++)
    self->firsts[i + 1] += self->firsts[i];
}

MatchumConceptProofs *
matchum_concept_proofs_new (MatchumLexicon *lexicon, GArray *concepts)
{
  MatchumConceptProofs *self = g_new0 (MatchumConceptProofs, 1);
  g_autofree guint *ends = g_new (guint, concepts->len);
  g_autoptr (GArray) shown = list_shown (lexicon, concepts, ends);
  g_autofree guint *next = NULL;

  self->concepts = g_array_ref (concepts);
  self->n_concepts = matchum_lexicon_get_n_concepts (lexicon);
  find_firsts (self, shown);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (guint), shown->len);
  g_array_set_size (self->places, shown->len);
  next = g_memdup2 (self->firsts, self->n_concepts * sizeof (guint));
  for (guint place = 0, i = 0; place < concepts->len; place++)
    for (; i < ends[place]; i++)
      g_array_index (self->places, guint, next[g_array_index (shown, guint, i)]++) = place;
  return self;
}

void
matchum_concept_proofs_free (MatchumConceptProofs *self)
{
  g_array_unref (self->concepts);
  g_array_unref (self->places);
  g_free (self->firsts);
  g_free (self);
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const guint *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

GArray *
matchum_concept_proofs_find (const MatchumConceptProofs *self, GArray *asked)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_kept = 0;

  for (guint i = 0; i < asked->len; i++)
    {
      const guint concept = g_array_index (asked, guint, i);
      const guint first = self->firsts[concept], n = self->firsts[concept + 1] - first;

      /* The places of a resume that shows nothing are no memory, into which nothing may point. */
      if (n > 0)
        g_array_append_vals (found, &g_array_index (self->places, guint, first), n);
    }
  if (asked->len > 1)
    g_array_sort (found, compare_places);
  for (guint i = 0; i < found->len; i++)
    if (i == 0 || g_array_index (found, guint, i) != g_array_index (found, guint, i - 1))
      g_array_index (found, guint, n_kept++) = g_array_index (found, guint, i);
  g_array_set_size (found, n_kept);
  for (guint i = 0; i < found->len; i++)
    g_array_index (found, guint, i) = g_array_index (self->concepts, guint, g_array_index (found, guint, i));
  return found;
}
