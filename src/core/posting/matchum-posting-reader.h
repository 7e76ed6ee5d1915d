/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a posting from Markdown or from plain pasted text: the same reader, for people paste both. */
#pragma once

#include "posting/matchum-posting.h"

G_BEGIN_DECLS

/* Fails with MATCHUM_SOURCE_ERROR_FORMAT where the front matter is broken. */
MatchumPosting *matchum_posting_reader_read (MatchumSource  *source,
                                             GError        **error);

G_END_DECLS
