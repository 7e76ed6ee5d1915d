/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs by score, the greatest first; of equal ones the first. For this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double score;
  guint  pair;
} MatchumPairHeapEntry;

/* An array of MatchumPairHeapEntry in heap order. */
GArray              *matchum_pair_heap_new  (void);
void                 matchum_pair_heap_push (GArray               *heap,
                                             MatchumPairHeapEntry  entry);
/* Takes the greatest off a heap that is not empty. */
MatchumPairHeapEntry matchum_pair_heap_pop  (GArray               *heap);

G_END_DECLS
