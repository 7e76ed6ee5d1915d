/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A binary heap. */
#include "config.h"

#include "resume/matchum-pair-heap.h"

GArray *
matchum_pair_heap_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (MatchumPairHeapEntry));
}

static gboolean
is_before (const MatchumPairHeapEntry *a, const MatchumPairHeapEntry *b)
{
  if (a->score > b->score || a->score < b->score)
    return a->score > b->score;
  return a->pair < b->pair;
}

void
matchum_pair_heap_push (GArray *heap, MatchumPairHeapEntry entry)
{
  guint at = heap->len;

  g_array_append_val (heap, entry);
  while (at > 0)
    {
      MatchumPairHeapEntry *above = &g_array_index (heap, MatchumPairHeapEntry, (at - 1) / 2);

      if (!is_before (&entry, above))
        break;
      g_array_index (heap, MatchumPairHeapEntry, at) = *above;
      at = (at - 1) / 2;
    }
  g_array_index (heap, MatchumPairHeapEntry, at) = entry;
}

MatchumPairHeapEntry
matchum_pair_heap_pop (GArray *heap)
{
  MatchumPairHeapEntry top = g_array_index (heap, MatchumPairHeapEntry, 0);
  MatchumPairHeapEntry last = g_array_index (heap, MatchumPairHeapEntry, heap->len - 1);
  guint at = 0;

  g_array_set_size (heap, heap->len - 1);
  if (heap->len == 0)
    return top;
  for (guint below = 1; below < heap->len; below = at * 2 + 1)
    {
      if (below + 1 < heap->len
          && is_before (&g_array_index (heap, MatchumPairHeapEntry, below + 1),
                        &g_array_index (heap, MatchumPairHeapEntry, below)))
        below++;
      if (!is_before (&g_array_index (heap, MatchumPairHeapEntry, below), &last))
        break;
      g_array_index (heap, MatchumPairHeapEntry, at) = g_array_index (heap, MatchumPairHeapEntry, below);
      at = below;
    }
  g_array_index (heap, MatchumPairHeapEntry, at) = last;
  return top;
}
