/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is a kind of what, and what shows what, over any number of steps: worked out once, then a bit to look at.
 * For this room only. */
#pragma once

#include "lexicon/matchum-lexicon-parser.h"

G_BEGIN_DECLS

typedef struct _MatchumConceptGraph MatchumConceptGraph;

/* Fails with MATCHUM_LEXICON_ERROR_CYCLE where broader and implies lead back to where they started. */
MatchumConceptGraph *matchum_concept_graph_new        (MatchumRecords      *records,
                                                       GError             **error);
void                 matchum_concept_graph_free       (MatchumConceptGraph *self);

gboolean             matchum_concept_graph_is_kind_of (MatchumConceptGraph *self,
                                                       guint                narrower,
                                                       guint                broader);
gboolean             matchum_concept_graph_shows      (MatchumConceptGraph *self,
                                                       guint                a,
                                                       guint                b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumConceptGraph, matchum_concept_graph_free)

G_END_DECLS
