/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of small segments, one for each required or each preferred line of the posting, in its order. */
#pragma once

#include <gtk/gtk.h>

#include "match/matchum-coverage.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_COVERAGE_STRIP (matchum_coverage_strip_get_type ())

/**
 * MatchumCoverageStrip:
 *
 * CSS nodes: coverage-strip ╰── segment, with the class of its verdict: .met, .listed, .partial, .missing, .soft.
 *
 * Properties:
 * - "coverage" (MatchumCoverage): the verdicts;
 * - "preferred" (boolean): whether the preferred lines are shown; the required ones otherwise.
 */
G_DECLARE_FINAL_TYPE (MatchumCoverageStrip, matchum_coverage_strip, MATCHUM, COVERAGE_STRIP, GtkWidget)

GtkWidget       *matchum_coverage_strip_new           (gboolean              preferred);

MatchumCoverage *matchum_coverage_strip_get_coverage  (MatchumCoverageStrip *self);
void             matchum_coverage_strip_set_coverage  (MatchumCoverageStrip *self,
                                                       MatchumCoverage      *coverage);
gboolean         matchum_coverage_strip_get_preferred (MatchumCoverageStrip *self);
void             matchum_coverage_strip_set_preferred (MatchumCoverageStrip *self,
                                                       gboolean              preferred);

G_END_DECLS
