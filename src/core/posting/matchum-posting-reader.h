/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a posting from Markdown or from plain pasted text: the same reader, for people paste both. */
#pragma once

#include "posting/matchum-posting.h"

G_BEGIN_DECLS

/* Fails with MATCHUM_SOURCE_ERROR_FORMAT where the front matter is broken. */
MatchumPosting *matchum_posting_reader_read (MatchumSource  *source,
                                             GError        **error);

/* What rules say of the lines, an array of MatchumLineShape, before they are judged together: for those who learn. */
void            matchum_posting_reader_judge (MatchumSource *source,
                                              GArray        *shapes);

G_END_DECLS
