/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The transitive closure of the relations, as two square tables of bits: 80 KiB each for 800 concepts. */
#include "config.h"

#include "lexicon/matchum-concept-graph.h"

#include <glib/gi18n-lib.h>

#include "lexicon/matchum-lexicon.h"

struct _MatchumConceptGraph {
  guint n_concepts;
  gsize n_words;  /* of one row */
  guint64 *kinds; /* row a, bit b: a is b or a kind of b */
  guint64 *shown; /* row a, bit b: a shows b */
};

typedef enum {
  UNSEEN,
  OPEN,
  DONE,
} State;

static guint
count_targets (const MatchumConcept *concept)
{
  return concept->broader->len + concept->implies->len;
}

static guint
get_target (const MatchumConcept *concept, guint i)
{
  if (i < concept->broader->len)
    return g_array_index (concept->broader, guint, i);
  return g_array_index (concept->implies, guint, i - concept->broader->len);
}

static void
set_cycle_error (GError **error, MatchumRecords *records, const GArray *path, guint back_to)
{
  g_autoptr (GString) circle = g_string_new (NULL);
  const MatchumPlace *place = &g_array_index (records->places, MatchumPlace, back_to);
  guint i = 0;

  while (g_array_index (path, guint, i) != back_to)
    i++;
  for (; i < path->len; i++)
    {
      const MatchumConcept *concept = g_ptr_array_index (records->concepts, g_array_index (path, guint, i));

      g_string_append_printf (circle, "%s → ", concept->id);
    }
  g_string_append (circle, ((MatchumConcept *) g_ptr_array_index (records->concepts, back_to))->id);
  g_set_error (error, MATCHUM_LEXICON_ERROR, MATCHUM_LEXICON_ERROR_CYCLE, _ ("%s:%u: This runs in a circle: %s"),
               place->file, place->line, circle->str);
}

/* Adds everything reachable from start to order, targets before those that lead to them. Without recursion: a
 * chain may be long. */
static gboolean
visit (MatchumRecords *records, guint start, guint8 *states, guint *next, GArray *order, GError **error)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (path, start);
  states[start] = OPEN;
  while (path->len > 0)
    {
      const guint at = g_array_index (path, guint, path->len - 1);
      const MatchumConcept *concept = g_ptr_array_index (records->concepts, at);
      guint target;

      if (next[at] == count_targets (concept))
        {
          states[at] = DONE;
          g_array_append_val (order, at);
          g_array_set_size (path, path->len - 1);
          continue;
        }
      target = get_target (concept, next[at]++);
      if (states[target] == OPEN)
        {
          set_cycle_error (error, records, path, target);
          return FALSE;
        }
      if (states[target] == UNSEEN)
        {
          states[target] = OPEN;
          g_array_append_val (path, target);
        }
    }
  return TRUE;
}

/* All concepts, every one behind those it leads to; NULL where there is a circle. */
static GArray *
sort_concepts (MatchumRecords *records, GError **error)
{
  const guint n = records->concepts->len;
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_autofree guint8 *states = g_new0 (guint8, n);
  g_autofree guint *next = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    if (states[i] == UNSEEN && !visit (records, i, states, next, order, error))
      return NULL;
  return g_steal_pointer (&order);
}

static void
add_rows (MatchumConceptGraph *self, guint64 *table, guint concept, const GArray *targets)
{
  guint64 *row = table + concept * self->n_words;

  for (guint i = 0; i < targets->len; i++)
    {
      const guint64 *target = table + g_array_index (targets, guint, i) * self->n_words;

      for (gsize word = 0; word < self->n_words; word++)
        row[word] |= target[word];
    }
}

static gboolean
get_bit (MatchumConceptGraph *self, const guint64 *table, guint row, guint column)
{
  return (table[row * self->n_words + column / 64] >> (column % 64) & 1) != 0;
}

MatchumConceptGraph *
matchum_concept_graph_new (MatchumRecords *records, GError **error)
{
  g_autoptr (GArray) order = sort_concepts (records, error);
  MatchumConceptGraph *self;

  if (order == NULL)
    return NULL;
  self = g_new0 (MatchumConceptGraph, 1);
  self->n_concepts = records->concepts->len;
  self->n_words = (self->n_concepts + 63) / 64;
  self->kinds = g_new0 (guint64, self->n_concepts * self->n_words);
  self->shown = g_new0 (guint64, self->n_concepts * self->n_words);
  for (guint i = 0; i < order->len; i++)
    {
      const guint at = g_array_index (order, guint, i);
      const MatchumConcept *concept = g_ptr_array_index (records->concepts, at);

      self->kinds[at * self->n_words + at / 64] |= (guint64) 1 << (at % 64);
      self->shown[at * self->n_words + at / 64] |= (guint64) 1 << (at % 64);
      add_rows (self, self->kinds, at, concept->broader);
      add_rows (self, self->shown, at, concept->broader);
      add_rows (self, self->shown, at, concept->implies);
    }
  return self;
}

void
matchum_concept_graph_free (MatchumConceptGraph *self)
{
  g_free (self->kinds);
  g_free (self->shown);
  g_free (self);
}

gboolean
matchum_concept_graph_is_kind_of (MatchumConceptGraph *self, guint narrower, guint broader)
{
  return get_bit (self, self->kinds, narrower, broader);
}

gboolean
matchum_concept_graph_shows (MatchumConceptGraph *self, guint a, guint b)
{
  return get_bit (self, self->shown, a, b);
}
