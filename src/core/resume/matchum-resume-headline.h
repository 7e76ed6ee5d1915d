/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line under the name that says what the person is: "ML Engineer · 추천 시스템". It is a paragraph of its own, or the first
 * part of one that tells where to reach the person, or stands behind the name. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

/* Plain text; NULL where the resume has none. Free with g_free. */
char          *matchum_resume_headline_dup  (MatchumResume *resume);
/* The index of the block that has it, among other words or alone; MATCHUM_BLOCK_NONE where the resume has none. */
guint          matchum_resume_headline_find (MatchumResume *resume);
MatchumResume *matchum_resume_headline_with (MatchumResume *resume,
                                             const char    *markdown,
                                             const char    *new_id);

G_END_DECLS
