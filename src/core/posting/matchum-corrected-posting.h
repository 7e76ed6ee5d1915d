/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A posting as it was read, with what a person put right. */
#pragma once

#include "posting/matchum-placed-corrections.h"

G_BEGIN_DECLS

/* A posting of the same source with the corrections (of MatchumPostingCorrection, in any order, or NULL) made; posting is
 * one as it was read. unplaced: where not NULL, gets those that could not be placed, by line; free with
 * g_ptr_array_unref(). */
MatchumPosting *matchum_posting_with_corrections        (MatchumPosting            *posting,
                                                         GPtrArray                 *corrections,
                                                         GPtrArray                **unplaced);
MatchumPosting *matchum_posting_with_placed_corrections (MatchumPosting            *posting,
                                                         MatchumPlacedCorrections  *placed);

G_END_DECLS
