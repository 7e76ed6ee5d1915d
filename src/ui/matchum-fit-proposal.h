/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would go of an application so that it fills no more than so many pages, found in a thread; where nothing has to,
 * what of it that is hidden would still fit. Immutable and reference counted. */
#pragma once

#include <gio/gio.h>

#include "matchum-pages.h"
#include "tailor/matchum-page-fit.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_FIT_PROPOSAL (matchum_fit_proposal_get_type ())

typedef struct _MatchumFitProposal MatchumFitProposal;

typedef struct {
  MatchumMatch       *match;
  MatchumApplication *application;
  GPtrArray          *kept;        /* of char *: ids of blocks that are to stay, with all that is seen under them */
  guint               n_pages;
  gboolean            allows_gaps;
  GHashTable         *priorities;  /* ids of blocks to priorities up to MATCHUM_FIT_MAX_PRIORITY; or NULL */
  MatchumPageStyle    style;
  MatchumPages       *pages;       /* laid out of the same, so that lines are used again; or NULL */
  double              time_limit;  /* seconds of searching; 0 for the usual */
} MatchumFitQuestion;

GType               matchum_fit_proposal_get_type      (void);

/* To be called on the thread that made the pages. Where cancellable is cancelled the answer is an error,
 * G_IO_ERROR_CANCELLED. */
void                matchum_fit_proposal_ask           (const MatchumFitQuestion *question,
                                                        GCancellable             *cancellable,
                                                        GAsyncReadyCallback       callback,
                                                        gpointer                  user_data);
MatchumFitProposal *matchum_fit_proposal_finish        (GAsyncResult             *result,
                                                        GError                  **error);
MatchumFitProposal *matchum_fit_proposal_ref           (MatchumFitProposal       *self);
void                matchum_fit_proposal_unref         (MatchumFitProposal       *self);

MatchumMatch       *matchum_fit_proposal_get_match     (MatchumFitProposal       *self);
MatchumPageFit     *matchum_fit_proposal_get_fit       (MatchumFitProposal       *self);
/* What it would hide of which this block is a part; NULL where it stays. is_top: whether it is all of that. */
const MatchumFitBlock *matchum_fit_proposal_find_hidden (MatchumFitProposal      *self,
                                                        guint                     block,
                                                        gboolean                 *is_top);
/* The choices with all that is kept pinned and all that would go hidden. */
MatchumApplication *matchum_fit_proposal_dup_accepted  (MatchumFitProposal       *self);

/* Where what must stay does not fit: the fewest pages that would do were nothing pinned, and were gaps allowed; 0 where
 * that is no way out, being so already. And what is pinned or kept, of guint, in the order of the resume. */
guint               matchum_fit_proposal_get_least_without_pins (MatchumFitProposal *self);
guint               matchum_fit_proposal_get_least_with_gaps    (MatchumFitProposal *self);
GArray             *matchum_fit_proposal_get_pinned    (MatchumFitProposal       *self);
/* Printed lines of a block, and of all that is seen under it. */
guint               matchum_fit_proposal_count_lines   (MatchumFitProposal       *self,
                                                        guint                     block);

/* Where nothing has to go: what is hidden and would fit besides, all of it together; of MatchumFitBlock, what would mend most
 * first. worsened tells what each would mend. And the choices with one of these blocks shown, or all: MATCHUM_BLOCK_NONE. */
GPtrArray          *matchum_fit_proposal_get_returnable (MatchumFitProposal      *self);
MatchumApplication *matchum_fit_proposal_dup_refilled  (MatchumFitProposal       *self,
                                                        guint                     block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFitProposal, matchum_fit_proposal_unref)

G_END_DECLS
