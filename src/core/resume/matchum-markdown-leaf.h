/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the text of a leaf of the outline from the source. */
#pragma once

#include "resume/matchum-markdown-outline.h"
#include "text/matchum-inline-reader.h"

G_BEGIN_DECLS

/* The text of one of its lines, without the markers and blanks before it. */
MatchumSpan matchum_markdown_leaf_get_line      (MatchumSource             *source,
                                                 const MatchumOutlineEvent *event,
                                                 guint                      line);
/* Whether a paragraph is a table with pipes. */
gboolean    matchum_markdown_leaf_is_table      (MatchumSource             *source,
                                                 const MatchumOutlineEvent *event);
/* Adds its text to pieces, an array of MatchumInlinePiece. HTML is taken as it is, or for its words. */
void        matchum_markdown_leaf_collect       (MatchumSource             *source,
                                                 const MatchumOutlineEvent *event,
                                                 GArray                    *pieces);
void        matchum_markdown_leaf_collect_words (MatchumSource             *source,
                                                 const MatchumOutlineEvent *event,
                                                 GArray                    *pieces);

G_END_DECLS
