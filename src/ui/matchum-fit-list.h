/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A proposal as rows: what would go, worst first, then what one more line would bring back and what no choice covers. */
#pragma once

#include "ui/matchum-fit-object.h"
#include "ui/matchum-fit-plan.h"

G_BEGIN_DECLS

/* Rows that are there already stay where they are, so that neither the focus nor the place scrolled to is lost. store: of
 * MatchumFitObject. */
void  matchum_fit_list_update       (GListStore       *store,
                                     MatchumFitPlan   *plan);
/* What a block that would go costs, in a few words: "costs nothing". */
char *matchum_fit_dup_cost          (MatchumWorkspace      *workspace,
                                     const MatchumFitBlock *block);

G_END_DECLS
