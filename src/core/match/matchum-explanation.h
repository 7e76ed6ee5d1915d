/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verdict in one sentence that can be checked against the resume, in the language of the interface, with the hints that
 * did not count. Made on demand. Immutable and reference counted. */
#pragma once

#include "match/matchum-coverage.h"
#include "match/matchum-hint.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_EXPLANATION (matchum_explanation_get_type ())

typedef struct _MatchumExplanation MatchumExplanation;

GType               matchum_explanation_get_type     (void);

/* Of the verdict on the requirement at index, */
MatchumExplanation *matchum_explanation_new          (MatchumCoverage    *coverage,
                                                      guint               requirement);
/* the same without a word of what is hidden, for papers that may leave the house, */
MatchumExplanation *matchum_explanation_new_discreet (MatchumCoverage    *coverage,
                                                      guint               requirement);
/* or on one part of it. */
MatchumExplanation *matchum_explanation_new_for_part (MatchumCoverage    *coverage,
                                                      guint               requirement,
                                                      guint               part);
MatchumExplanation *matchum_explanation_ref          (MatchumExplanation *self);
void                matchum_explanation_unref        (MatchumExplanation *self);

/* "2 of 3: BigQuery, Spark shown; Kafka missing": no full stop. */
const char         *matchum_explanation_get_sentence (MatchumExplanation *self);
/* Hints of what is not shown, or by skills lists alone: array of MatchumHint. Lives as long as the coverage's match. */
const GArray       *matchum_explanation_get_hints    (MatchumExplanation *self);

/* The first block that hints at the requirement at index, or MATCHUM_BLOCK_NONE. */
guint               matchum_explanation_find_hint    (MatchumCoverage    *coverage,
                                                      guint               requirement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumExplanation, matchum_explanation_unref)

G_END_DECLS
