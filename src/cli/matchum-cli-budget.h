/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page budget of tailor: what of the resume goes so that it fits, and the words for it. */
#pragma once

#include <json-glib/json-glib.h>

#include "matchum-cli-tailoring.h"
#include "matchum-pages.h"
#include "tailor/matchum-page-fit.h"

G_BEGIN_DECLS

/* What --pages says; 0 where it is not given (NULL). */
gboolean        matchum_cli_budget_parse       (const char          *pages,
                                                guint               *n_pages,
                                                GError             **error);
/* Fits the tailoring into n_pages, and hides what has to go in its application. pages: of all that is visible so
 * far, whose lines are used again. */
MatchumPageFit *matchum_cli_budget_fit         (MatchumCliTailoring *tailoring,
                                                MatchumPages        *pages,
                                                guint                n_pages,
                                                gboolean             allows_gaps);
/* The texts of the requirements that a hidden block weakens. */
GPtrArray      *matchum_cli_budget_list_costs  (MatchumCliTailoring   *tailoring,
                                                const MatchumFitBlock *block);
/* Prints whether it fits and what was hidden for it, for people to read. */
void            matchum_cli_budget_print       (MatchumCliTailoring *tailoring,
                                                MatchumPageFit      *fit);

G_END_DECLS
