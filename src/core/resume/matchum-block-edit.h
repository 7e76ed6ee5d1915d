/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits one block of a resume within its source: every byte that is not the block's own stays as it is. What is given
 * back is the whole new source, to be freed, and to be read again. Words are Markdown of a line or two: bold, links and
 * code count, but nothing in them becomes another block. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

/* Whether the words of a block can be edited: of all but remarks, which are HTML as it is. */
gboolean  matchum_block_edit_is_possible   (MatchumResume    *resume,
                                            guint             block);
/* The words as the author wrote them, lines parted by \n; NULL where they cannot be edited. */
char     *matchum_block_edit_dup_markdown  (MatchumResume    *resume,
                                            guint             block);
/* The source with other words in the block; NULL where they are all white, which asks for the block to be removed, or
 * where they cannot be edited. */
char     *matchum_block_edit_replace       (MatchumResume    *resume,
                                            guint             block,
                                            const char       *markdown);
/* The same as bytes of the source and what is to stand in their place, for who changes more than one block; NULL where nothing
 * is to be changed by such words. To cost is added how many bytes of the source are around the block that had to be read. */
char     *matchum_block_edit_find_change   (MatchumResume    *resume,
                                            guint             block,
                                            const char       *markdown,
                                            MatchumSpan      *span,
                                            gsize            *cost);
/* The source with a new block of kind ITEM, PARAGRAPH, ENTRY or SECTION after block; NULL where the words are all white
 * or where no such block can stand there. */
char     *matchum_block_edit_insert_after  (MatchumResume    *resume,
                                            guint             block,
                                            MatchumBlockKind  kind,
                                            const char       *markdown);
/* The source without the block and its descendants; NULL for the title and for the last heading, without which there
 * is no resume. */
char     *matchum_block_edit_remove        (MatchumResume    *resume,
                                            guint             block);

G_END_DECLS
