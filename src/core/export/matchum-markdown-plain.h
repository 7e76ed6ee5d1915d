/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block written anew from its words; for the Markdown exporter only. */
#pragma once

#include "resume/matchum-block.h"

G_BEGIN_DECLS

/* Whether there is anything to write for a block. */
gboolean matchum_markdown_plain_has_words   (const MatchumBlock *block);
/* Writes a block, column blanks from the start of the line, as the item of that number if it is a numbered one. Returns
 * the column at which what stands in it begins. */
guint    matchum_markdown_plain_write       (GString            *out,
                                             const MatchumBlock *block,
                                             guint               column,
                                             guint               number,
                                             gboolean            keeps_links);
/* Writes code between fences, with lead before each line. */
void     matchum_markdown_plain_write_code  (GString            *out,
                                             const char         *lead,
                                             const char         *code);

G_END_DECLS
