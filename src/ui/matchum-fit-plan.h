/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps at hand what has to go of the application that is open, for the pages that it may fill: asked for again whenever
 * anything changes, for as long as somebody looks. */
#pragma once

#include "ui/matchum-proof.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_FIT_PLAN (matchum_fit_plan_get_type ())

/**
 * MatchumFitPlan:
 *
 * Signals:
 * - "changed" (): the proposal is another one, or it is no longer that of what is open, or what is kept is;
 * - "slow" (): whether an answer takes long, by matchum_fit_plan_is_slow(), is otherwise than before.
 */
G_DECLARE_FINAL_TYPE (MatchumFitPlan, matchum_fit_plan, MATCHUM, FIT_PLAN, GObject)

/* A block that is to stay for as long as the proposal is looked at. */
typedef struct {
  char          *id;
  MatchumFitCost cost; /* what its going would have cost */
  guint          n_lines;
} MatchumFitKept;

MatchumFitPlan     *matchum_fit_plan_new             (MatchumWorkspace *workspace,
                                                      MatchumProof     *proof);
MatchumWorkspace   *matchum_fit_plan_get_workspace   (MatchumFitPlan   *self);
/* Whether somebody looks. What was kept is let go with it. */
gboolean            matchum_fit_plan_is_active       (MatchumFitPlan   *self);
void                matchum_fit_plan_set_active      (MatchumFitPlan   *self,
                                                      gboolean          is_active);

/* The last answer; NULL before the first. */
MatchumFitProposal *matchum_fit_plan_get_proposal    (MatchumFitPlan   *self);
/* Whether it is the answer for what is open now, and nothing else is being found out. */
gboolean            matchum_fit_plan_is_current      (MatchumFitPlan   *self);
gboolean            matchum_fit_plan_is_slow         (MatchumFitPlan   *self);
/* Why there can be none, a sentence; NULL where there can. */
const char         *matchum_fit_plan_get_problem     (MatchumFitPlan   *self);

/* The application's, or 1 where it has none; setting it is an edit. */
guint               matchum_fit_plan_get_budget      (MatchumFitPlan   *self);
void                matchum_fit_plan_set_budget      (MatchumFitPlan   *self,
                                                      guint             n_pages);

/* Of MatchumFitKept. */
GPtrArray          *matchum_fit_plan_get_kept        (MatchumFitPlan   *self);
/* Keeps a block of the proposal, or lets go of one that is kept. */
void                matchum_fit_plan_keep            (MatchumFitPlan   *self,
                                                      const char       *id);
void                matchum_fit_plan_release         (MatchumFitPlan   *self,
                                                      const char       *id);

/* Hides all that would go, and pins what is kept: one edit. Returns how many blocks were hidden: 0 where there is nothing to
 * accept, or where the answer is being found again. */
guint               matchum_fit_plan_accept          (MatchumFitPlan   *self);
/* Shows what is hidden and still fits: one block and what comes back with it, or with NULL all. One edit; returns how many
 * blocks are shown with all that is under them. */
guint               matchum_fit_plan_refill          (MatchumFitPlan   *self,
                                                      const char       *id);

G_END_DECLS
