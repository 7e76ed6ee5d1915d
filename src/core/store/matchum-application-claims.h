/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user said of requirements, as rows of the table "claims", and as part of an edit. */
#pragma once

#include "match/matchum-claim.h"
#include "store/matchum-database.h"

G_BEGIN_DECLS

/* Of MatchumClaim, by line; what the records of versions to come tell is left out. */
GPtrArray *matchum_application_claims_list   (MatchumDatabase     *database,
                                              const char          *application,
                                              GError             **error);
/* Takes the place of one of the same line, criterion and block. */
gboolean   matchum_application_claims_put    (MatchumDatabase     *database,
                                              const char          *application,
                                              const MatchumClaim  *claim,
                                              GError             **error);
gboolean   matchum_application_claims_remove (MatchumDatabase     *database,
                                              const char          *application,
                                              const MatchumClaim  *claim,
                                              GError             **error);
/* Gives one application all that was said for another. */
gboolean   matchum_application_claims_copy   (MatchumDatabase     *database,
                                              const char          *from,
                                              const char          *to,
                                              GError             **error);
/* Follows what was said for all applications of a posting from one text to another, as matchum_posting_reading_follow(). */
gboolean   matchum_application_claims_follow (MatchumDatabase     *database,
                                              const char          *posting,
                                              const char          *before,
                                              const char          *after,
                                              GError             **error);

G_END_DECLS
