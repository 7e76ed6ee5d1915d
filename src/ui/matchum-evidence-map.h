/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence the other way round: for each block of a resume, the requirements it speaks for and the words that do.
 * Immutable and reference counted. */
#pragma once

#include "match/matchum-coverage.h"

G_BEGIN_DECLS

typedef struct {
  guint       requirement; /* index in the match */
  MatchumSpan span;        /* bytes of the block's words */
} MatchumEvidenceMark;

typedef struct _MatchumEvidenceMap MatchumEvidenceMap;

/* What the verdicts stand on: visible blocks only. */
MatchumEvidenceMap *matchum_evidence_map_new_shown     (MatchumCoverage    *coverage);
/* Everything in the resume that could show something, hidden or not. */
MatchumEvidenceMap *matchum_evidence_map_new_possible  (MatchumMatch       *match);
MatchumEvidenceMap *matchum_evidence_map_ref           (MatchumEvidenceMap *self);
void                matchum_evidence_map_unref         (MatchumEvidenceMap *self);

/* Array of MatchumEvidenceMark by requirement, or NULL where the block shows nothing. */
GArray             *matchum_evidence_map_get_marks     (MatchumEvidenceMap *self,
                                                        guint               block);
gboolean            matchum_evidence_map_has           (MatchumEvidenceMap *self,
                                                        guint               block,
                                                        guint               requirement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumEvidenceMap, matchum_evidence_map_unref)

G_END_DECLS
