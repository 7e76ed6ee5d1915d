/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would be hidden of a resume so that it fills no more than so many pages, and what that costs: a proposal. Of
 * all that fits, what shows the requirements best, counted as matchum-fit-problem.h tells; where that leaves a
 * choice, what is worth most by itself. Immutable and reference counted. */
#pragma once

#include <gio/gio.h>

#include "match/matchum-coverage.h"
#include "tailor/matchum-application.h"
#include "tailor/matchum-page-measure.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PAGE_FIT (matchum_page_fit_get_type ())

/* The highest priority that a person gives to a block. */
#define MATCHUM_FIT_MAX_PRIORITY 3

typedef enum {
  MATCHUM_FIT_NONE,       /* nothing had to go */
  MATCHUM_FIT_OPTIMAL,    /* nothing that fits shows the requirements better */
  MATCHUM_FIT_TIME_LIMIT, /* it fits, but whether something shows more was not found out in time */
  MATCHUM_FIT_INFEASIBLE, /* what must stay fills more pages; all else is proposed to go */
} MatchumFitStatus;

/* What the hiding of a block costs, worst first. */
typedef enum {
  MATCHUM_FIT_COST_VERDICT, /* a verdict worsens */
  MATCHUM_FIT_COST_LISTED,  /* a requirement is left to a skills list */
  MATCHUM_FIT_COST_FEWER,   /* a requirement has less evidence, and the same verdict */
  MATCHUM_FIT_COST_NOTHING,
  MATCHUM_N_FIT_COSTS,
} MatchumFitCost;

/* How the verdict on a requirement changes. */
typedef struct {
  guint         requirement; /* index in the match */
  MatchumStatus before;
  MatchumStatus after;
  gboolean      was_listed_only;
  gboolean      is_listed_only;
} MatchumFitChange;

/* A block, with all that hangs on it. */
typedef struct {
  guint          block;
  guint          n_lines;  /* that it fills on the page */
  MatchumFitCost cost;
  GArray        *worsened; /* of MatchumFitChange: of a block that goes, what its being shown again would mend; of one
                              that comes back, what it mends */
  GArray        *weakened; /* of guint: other requirements that it carries evidence for */
} MatchumFitBlock;

/* What is asked. */
typedef struct {
  MatchumMatch       *match;
  MatchumApplication *application;     /* what is hidden by hand stays hidden, what is pinned stays */
  MatchumPageMeasure *measure;
  guint               n_pages;         /* at least 1 */
  const guint8       *priorities;      /* of every block, up to MATCHUM_FIT_MAX_PRIORITY; NULL where nobody gave any */
  gboolean            allows_gaps;     /* jobs may go with their headings */
  gboolean            finds_returning; /* to tell what one more line would bring back, which takes as long again */
  double              time_limit;      /* seconds of searching; 0 for the usual 2 */
  GCancellable       *cancellable;     /* ends the searching at once, as the time does; or NULL */
} MatchumFitRequest;

typedef struct _MatchumPageFit MatchumPageFit;

GType               matchum_page_fit_get_type             (void);

/* The same request gives the same answer, wherever the time is enough. */
MatchumPageFit     *matchum_page_fit_new                  (const MatchumFitRequest *request);
MatchumPageFit     *matchum_page_fit_ref                  (MatchumPageFit     *self);
void                matchum_page_fit_unref                (MatchumPageFit     *self);

MatchumFitStatus    matchum_page_fit_get_status           (MatchumPageFit     *self);
/* "none", "optimal", "time-limit", "infeasible". */
const char         *matchum_fit_status_get_nick           (MatchumFitStatus    status);
guint               matchum_page_fit_get_budget           (MatchumPageFit     *self);
/* The fewest whole pages that hold what must stay. */
guint               matchum_page_fit_get_least_pages      (MatchumPageFit     *self);
/* Pages filled, as a decimal, before the proposal and after it. */
double              matchum_page_fit_get_pages_before     (MatchumPageFit     *self);
double              matchum_page_fit_get_pages            (MatchumPageFit     *self);
/* FALSE where the posting asks nothing that a resume shows: what is hidden was then chosen by priority, and by what
 * blocks are worth by themselves, alone. */
gboolean            matchum_page_fit_has_requirements     (MatchumPageFit     *self);
/* The proposal: of MatchumFitBlock, by what they cost, worst first, then in the order of the resume. No block of it
 * stands under another. */
GPtrArray          *matchum_page_fit_get_hidden           (MatchumPageFit     *self);
/* Requirements that are shown less well after it: of MatchumFitChange, in the posting's order. */
GArray             *matchum_page_fit_get_worsened         (MatchumPageFit     *self);
/* Requirements that are not met whatever is chosen, by nothing that was not hidden by hand: of guint. */
GArray             *matchum_page_fit_get_uncovered        (MatchumPageFit     *self);
/* What one more line to a page would bring back: of MatchumFitBlock, in the order of the resume; empty where nothing,
 * or where it was not asked for. */
GPtrArray          *matchum_page_fit_get_returning        (MatchumPageFit     *self);
/* The verdicts before and after. */
MatchumCoverage    *matchum_page_fit_get_coverage_before  (MatchumPageFit     *self);
MatchumCoverage    *matchum_page_fit_get_coverage         (MatchumPageFit     *self);
/* The application with all that is proposed hidden, but for the blocks of kept (of guint, or NULL) and the paragraphs
 * over their lists. */
MatchumApplication *matchum_page_fit_dup_application      (MatchumPageFit     *self,
                                                           GArray             *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPageFit, matchum_page_fit_unref)

G_END_DECLS
