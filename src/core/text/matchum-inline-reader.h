/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one line or paragraph of Markdown by itself, wherever it stands. */
#pragma once

#include "text/matchum-inline-text.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

/* Reads the bytes of span in source as the inline content of one paragraph. Text that only looks like
 * Markdown keeps its characters. Never fails: at worst the text is taken as it is. */
MatchumInlineText *matchum_inline_reader_read (MatchumSource *source,
                                               MatchumSpan    span);

G_END_DECLS
