/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The transitive closure of the relations, as lists: a concept shows a handful of others among thousands. */
#include "config.h"

#include "lexicon/matchum-concept-graph.h"

#include <glib/gi18n-lib.h>

#include "lexicon/matchum-lexicon.h"

typedef enum {
  UNSEEN,
  OPEN,
  DONE,
} State;

static guint
count_targets (const MatchumConceptRecord *concept)
{
  return concept->broader->len + concept->implies->len;
}

static guint
get_target (const MatchumConceptRecord *concept, guint i)
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
      const MatchumConceptRecord *concept = g_ptr_array_index (records->concepts, g_array_index (path, guint, i));

      g_string_append_printf (circle, "%s → ", concept->id);
    }
  g_string_append (circle, ((MatchumConceptRecord *) g_ptr_array_index (records->concepts, back_to))->id);
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
      const MatchumConceptRecord *concept = g_ptr_array_index (records->concepts, at);
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

/* While the list of one concept is made: by concept, its place in the list + 1. */
typedef struct {
  GPtrArray *shown;
  guint *places;
} Closure;

static void
add_shown (Closure *self, GArray *list, guint32 entry)
{
  guint *place = &self->places[entry / 2];

  if (*place != 0)
    {
      g_array_index (list, guint32, *place - 1) |= entry;
      return;
    }
  g_array_append_val (list, entry);
  *place = list->len;
}

/* What targets show; only what they are themselves a kind of is so passed on, and that not to what implies them. */
static void
add_all_shown (Closure *self, GArray *list, const GArray *targets, gboolean is_broader)
{
  for (guint i = 0; i < targets->len; i++)
    {
      const GArray *shown = g_ptr_array_index (self->shown, g_array_index (targets, guint, i));

      for (guint k = 0; k < shown->len; k++)
        add_shown (self, list, g_array_index (shown, guint32, k) & (is_broader ? ~0u : ~1u));
    }
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const guint32 *left = a;
  const guint32 *right = b;

  return *left < *right ? -1 : *left > *right;
}

static void
find_shown (Closure *self, const MatchumConceptRecord *concept)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));

  add_shown (self, list, concept->index * 2 + 1);
  add_all_shown (self, list, concept->broader, TRUE);
  add_all_shown (self, list, concept->implies, FALSE);
  for (guint i = 0; i < list->len; i++)
    self->places[g_array_index (list, guint32, i) / 2] = 0;
  g_array_sort (list, compare_entries);
  self->shown->pdata[concept->index] = list;
}

GPtrArray *
matchum_concept_graph_find_shown (MatchumRecords *records, GError **error)
{
  const guint n = records->concepts->len;
  g_autoptr (GArray) order = sort_concepts (records, error);
  g_autoptr (GPtrArray) shown = NULL;
  g_autofree guint *places = g_new0 (guint, n);
  Closure closure = { .places = places };

  if (order == NULL)
    return NULL;
  shown = g_ptr_array_new_full (n, (GDestroyNotify) g_array_unref);
  g_ptr_array_set_size (shown, (gint) n);
  closure.shown = shown;
  for (guint i = 0; i < n; i++)
    find_shown (&closure, g_ptr_array_index (records->concepts, g_array_index (order, guint, i)));
  return g_steal_pointer (&shown);
}
