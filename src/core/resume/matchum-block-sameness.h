/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the blocks of a resume are what they were, now that its text was changed and read again. For core only. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

/* The text read again under the name of a resume; NULL where that cannot be. */
MatchumResume *matchum_block_sameness_read            (MatchumResume *resume,
                                                       const char    *text,
                                                       gsize          length);
guint          matchum_block_sameness_find_difference (MatchumResume *before,
                                                       MatchumResume *after,
                                                       const guint   *origins,
                                                       guint          n_origins,
                                                       const guint8  *is_reworded);
/* The same blocks with the ids that they had: new_id is that of a block without an origin. */
MatchumResume *matchum_block_sameness_name            (MatchumResume *before,
                                                       MatchumResume *after,
                                                       const guint   *origins,
                                                       const char    *new_id);

G_END_DECLS
