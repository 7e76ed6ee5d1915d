/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in words where in a resume a line stands. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

/* The headings above line (1-based), the outermost first: "경력 › 이음마켓, ML 엔지니어". Dates at the end of a heading are
 * left out. A blank line stands where the line before it stands. "" before the first heading and under the title. */
char *matchum_source_place_dup_words (MatchumResume *resume,
                                      guint          line);

G_END_DECLS
