/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a resume from Markdown. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

/* Fails with MATCHUM_SOURCE_ERROR_FORMAT where the front matter is broken or where there is no heading at all. */
MatchumResume *matchum_markdown_resume_reader_read (MatchumSource  *source,
                                                    GError        **error);

G_END_DECLS
