/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other words for many blocks of a resume at once. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

MatchumResume *matchum_block_rewording_apply    (MatchumResume *resume,
                                                 GHashTable    *wordings,
                                                 GPtrArray    **refused);
/* Whether words can be those of a block at all: something of them is seen. */
gboolean       matchum_block_rewording_is_shown (const char    *markdown);

G_END_DECLS
