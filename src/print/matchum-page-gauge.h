/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures pages for the choice of what fits on them: on the lines of a
 * galley, as MatchumPages divides them. To be used on the
 * thread that made the pages. */
#pragma once

#include "tailor/matchum-page-measure.h"

#include "matchum-pages.h"

G_BEGIN_DECLS

typedef struct _MatchumPageGauge MatchumPageGauge;

/* For the resume laid out in style. previous: pages of the same, whose lines are used again, or NULL. Free with
 * matchum_page_gauge_free. */
MatchumPageGauge   *matchum_page_gauge_new         (MatchumResume          *resume,
                                                    const MatchumPageStyle *style,
                                                    MatchumPages           *previous);
void                matchum_page_gauge_free        (MatchumPageGauge       *self);
/* Borrowed. */
MatchumPageMeasure *matchum_page_gauge_get_measure (MatchumPageGauge       *self);
/* Sets in type what is visible, until a time as g_get_monotonic_time() counts; to be called again for the same visibility
 * where it returns FALSE. After that, what is visible, and less of it, can be measured on one other thread, whatever the
 * pages are used for meanwhile on theirs. The gauge is to be freed on theirs. */
gboolean            matchum_page_gauge_prepare     (MatchumPageGauge       *self,
                                                    MatchumVisibility      *visibility,
                                                    gint64                  deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPageGauge, matchum_page_gauge_free)

G_END_DECLS
