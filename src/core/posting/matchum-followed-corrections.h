/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was put right of a posting, when its text is edited. */
#pragma once

#include "posting/matchum-placed-corrections.h"

G_BEGIN_DECLS

/* The corrections (of MatchumPostingCorrection) made of before, as corrections of after: of the lines that stand where they
 * stood between lines that are the same, though their own words were edited. Those whose lines cannot be told are as they
 * were. Both postings as they were read. Free with g_ptr_array_unref(). */
GPtrArray *matchum_posting_follow_corrections (MatchumPosting *before,
                                               MatchumPosting *after,
                                               GPtrArray      *corrections);

G_END_DECLS
