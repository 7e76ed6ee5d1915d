/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of lines of a posting that a person put right. */
#pragma once

#include "posting/matchum-posting-correction.h"

G_BEGIN_DECLS

/* "Required", "Preferred", "Duty"; of all other kinds "Left out". */
const char *matchum_line_words_get_kind       (MatchumPostingKind              kind);
/* The kinds that a person tells apart: OTHER for those that are left out. */
MatchumPostingKind matchum_line_words_get_choice (MatchumPostingKind           kind);
/* What was put right of a line, and how it was read before; NULL where nothing was. read: the posting as it was read. */
char       *matchum_line_words_dup_note       (MatchumPosting                 *posting,
                                               guint                           line,
                                               MatchumPosting                 *read);
/* The words of a line that is gone, and what was set of it. */
char       *matchum_line_words_dup_correction (const MatchumPostingCorrection *correction);

G_END_DECLS
