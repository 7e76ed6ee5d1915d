/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block of a resume is worth on a page, whatever else is there: how lately it was done, whether it tells
 * amounts, and for how many requirements it is evidence; studies are worth most. Small numbers, for telling apart
 * what shows requirements equally well. */
#pragma once

#include "resume/matchum-resume.h"
#include "text/matchum-date-range.h"

G_BEGIN_DECLS

/* From 1 to 24. n_requirements: how many the block speaks for. */
guint matchum_block_worth_measure (MatchumResume *resume,
                                   guint          block,
                                   MatchumDay     as_of,
                                   guint          n_requirements);

G_END_DECLS
