/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts as the window tells them: a word, an icon, a style class, and the reason in a few words. */
#pragma once

#include "match/matchum-coverage.h"

G_BEGIN_DECLS

/* How a requirement stands, worst last but for what cannot be proved. */
typedef enum {
  MATCHUM_STANDING_MET,
  MATCHUM_STANDING_LISTED, /* met, but by skills lists alone */
  MATCHUM_STANDING_PARTIAL,
  MATCHUM_STANDING_MISSING,
  MATCHUM_STANDING_SOFT,
} MatchumStanding;

MatchumStanding matchum_verdict_get_standing   (const MatchumVerdict *verdict);
MatchumStanding matchum_standing_find          (MatchumStatus         status,
                                                gboolean              is_listed_only);
/* Partial or missing: something is left to do. */
gboolean        matchum_standing_is_open       (MatchumStanding       standing);

/* "Met", "Listed only", "Partial", "Missing", "Cannot tell", translated. */
const char     *matchum_standing_get_word      (MatchumStanding       standing);
const char     *matchum_standing_get_icon_name (MatchumStanding       standing);
const char     *matchum_standing_get_css_class (MatchumStanding       standing);

/* Why requirement stands as it does: the words of the resume that show it, or the names of what is missing. */
char           *matchum_coverage_dup_reason    (MatchumCoverage      *self,
                                                MatchumVisibility    *visibility,
                                                guint                 requirement);

G_END_DECLS
