/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes along the criteria of two postings, which are in the same order. */
#include "config.h"

#include "tailor/matchum-posting-likeness.h"

#include <math.h>

/* Nearly all postings are so much like another for the same role, and few like one for another; test-posting-likeness.c
 * holds how many. */
#define MUCH 0.25
#define LEAST_SHARED 3

/* How many postings ask for each thing. */
typedef struct {
  GArray *concepts;  /* of guint, by the concept */
  GHashTable *words; /* char * → guint */
  guint n_postings;
} Rarity;

/* Something that both ask for. */
typedef struct {
  const MatchumPostingCriterion *mine;
  const MatchumPostingCriterion *theirs;
  double weight;
} Shared;

static void
rarity_count (Rarity *self, const MatchumPostingCriterion *criterion)
{
  if (criterion->word != NULL)
    {
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, criterion->word));

      g_hash_table_insert (self->words, criterion->word, GUINT_TO_POINTER (n + 1));
      return;
    }
  if (criterion->concept >= self->concepts->len)
    g_array_set_size (self->concepts, criterion->concept + 1);
  g_array_index (self->concepts, guint, criterion->concept)++;
}

static void
rarity_add (Rarity *self, MatchumPostingCriteria *criteria)
{
  self->n_postings++;
  for (guint i = 0; i < matchum_posting_criteria_get_n (criteria); i++)
    rarity_count (self, matchum_posting_criteria_get (criteria, i));
}

static void
rarity_init (Rarity *self, MatchumPostingCriteria *of, GPtrArray *others)
{
  self->concepts = g_array_new (FALSE, TRUE, sizeof (guint));
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  self->n_postings = 0;
  rarity_add (self, of);
  for (guint i = 0; i < others->len; i++)
    if (g_ptr_array_index (others, i) != NULL)
      rarity_add (self, g_ptr_array_index (others, i));
}

static void
rarity_clear (Rarity *self)
{
  g_array_unref (self->concepts);
  g_hash_table_unref (self->words);
}

/* What all postings ask for still counts. */
static double
rarity_weigh (const Rarity *self, const MatchumPostingCriterion *criterion)
{
  const guint n = criterion->word != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->words, criterion->word))
                                          : g_array_index (self->concepts, guint, criterion->concept);

  return criterion->weight * log (1 + (double) self->n_postings / n);
}

static double
measure_all (const Rarity *rarity, MatchumPostingCriteria *criteria)
{
  double sum = 0;

  for (guint i = 0; i < matchum_posting_criteria_get_n (criteria); i++)
    sum += rarity_weigh (rarity, matchum_posting_criteria_get (criteria, i));
  return sum;
}

/* What both have. shared: of Shared, to add to, or NULL. */
static double
measure_shared (const Rarity *rarity, MatchumPostingCriteria *mine, MatchumPostingCriteria *theirs, GArray *shared)
{
  const guint n_mine = matchum_posting_criteria_get_n (mine), n_theirs = matchum_posting_criteria_get_n (theirs);
  double sum = 0;

  for (guint i = 0, k = 0; i < n_mine && k < n_theirs;)
    {
      const MatchumPostingCriterion *a = matchum_posting_criteria_get (mine, i);
      const MatchumPostingCriterion *b = matchum_posting_criteria_get (theirs, k);
      const gint order = matchum_posting_criterion_compare (a, b);

      i += order <= 0;
      k += order >= 0;
      if (order != 0)
        continue;

      Shared both = { a, b, rarity_weigh (rarity, a->weight < b->weight ? a : b) };

      sum += both.weight;
      if (shared != NULL)
        g_array_append_val (shared, both);
    }
  return sum;
}

static gint
compare_shared_cb (gconstpointer a, gconstpointer b)
{
  const Shared *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return first->mine < second->mine ? -1 : 1;
}

/* What both name themselves. */
static GPtrArray *
list_shared (const Rarity *rarity, MatchumPostingCriteria *mine, MatchumPostingCriteria *theirs)
{
  g_autoptr (GArray) shared = g_array_new (FALSE, FALSE, sizeof (Shared));
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  measure_shared (rarity, mine, theirs, shared);
  g_array_sort (shared, compare_shared_cb);
  for (guint i = 0; i < shared->len; i++)
    {
      const Shared *both = &g_array_index (shared, Shared, i);

      if (both->mine->name != NULL && both->theirs->name != NULL)
        g_ptr_array_add (names, g_strdup (both->mine->name));
    }
  return names;
}

static gint
compare_likeness_cb (gconstpointer a, gconstpointer b)
{
  const MatchumPostingLikeness *first = *(MatchumPostingLikeness *const *) a;
  const MatchumPostingLikeness *second = *(MatchumPostingLikeness *const *) b;

  if (first->likeness != second->likeness)
    return first->likeness > second->likeness ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static GPtrArray *
measure (const Rarity *rarity, MatchumPostingCriteria *self, GPtrArray *others, const guint8 *is_wanted)
{
  GPtrArray *measured = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_likeness_free);
  const double all = measure_all (rarity, self);

  for (guint i = 0; i < others->len; i++)
    {
      MatchumPostingCriteria *other = is_wanted == NULL || is_wanted[i] ? g_ptr_array_index (others, i) : NULL;
      const double shared = other != NULL ? measure_shared (rarity, self, other, NULL) : 0;
      MatchumPostingLikeness *likeness;

      if (shared <= 0)
        continue;
      likeness = g_new0 (MatchumPostingLikeness, 1);
      likeness->index = i;
      likeness->likeness = MIN (shared / (all + measure_all (rarity, other) - shared), 1);
      g_ptr_array_add (measured, likeness);
    }
  return measured;
}

GPtrArray *
matchum_posting_likeness_rank (MatchumPostingCriteria *self, GPtrArray *others, const guint8 *is_wanted, guint max)
{
  GPtrArray *ranked;
  Rarity rarity;

  g_return_val_if_fail (self != NULL && others != NULL, NULL);

  rarity_init (&rarity, self, others);
  ranked = measure (&rarity, self, others, is_wanted);
  g_ptr_array_sort (ranked, compare_likeness_cb);
  if (ranked->len > max)
    g_ptr_array_set_size (ranked, (gint) max);
  for (guint i = 0; i < ranked->len; i++)
    {
      MatchumPostingLikeness *likeness = g_ptr_array_index (ranked, i);

      likeness->shared = list_shared (&rarity, self, g_ptr_array_index (others, likeness->index));
    }
  rarity_clear (&rarity);
  return ranked;
}

gboolean
matchum_posting_likeness_is_much (const MatchumPostingLikeness *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->likeness >= MUCH && self->shared->len >= LEAST_SHARED;
}

void
matchum_posting_likeness_free (MatchumPostingLikeness *self)
{
  g_clear_pointer (&self->shared, g_ptr_array_unref);
  g_free (self);
}
