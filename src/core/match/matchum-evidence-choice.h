/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the evidence that is visible a verdict shows. Of the match room only. */
#pragma once

#include "match/matchum-judging.h"

G_BEGIN_DECLS

/* A verdict shows so many different blocks at most. */
#define MATCHUM_EVIDENCE_CHOICE_MAX_BLOCKS 8

/* Adds to verdict what is shown for the leaves that judging has found to count: every leaf has its strongest evidence
 * before any has its second. */
void matchum_evidence_choice_add     (const MatchumJudging *judging,
                                      MatchumVerdict       *verdict);
/* For arrays of MatchumEvidence: the strongest first, then as they stand in the resume. */
gint matchum_evidence_choice_compare (gconstpointer         a,
                                      gconstpointer         b);

G_END_DECLS
