/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one line or paragraph of Markdown by itself, wherever it stands. */
#pragma once

#include "text/matchum-inline-text.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

/**
 * MatchumInlinePieceKind:
 * @MATCHUM_INLINE_PIECE_LINE: goes on with the paragraph of the piece before it
 * @MATCHUM_INLINE_PIECE_PARAGRAPH: begins a new line of the plain text: a further paragraph, or a row of a table
 * @MATCHUM_INLINE_PIECE_CODE: a line of a code block: taken as it is, and part of a run of code
 * @MATCHUM_INLINE_PIECE_VERBATIM: a line taken as it is
 */
typedef enum {
  MATCHUM_INLINE_PIECE_LINE,
  MATCHUM_INLINE_PIECE_PARAGRAPH,
  MATCHUM_INLINE_PIECE_CODE,
  MATCHUM_INLINE_PIECE_VERBATIM,
} MatchumInlinePieceKind;

/* A part of one line of the source with list markers, quote marks and heading marks taken away. */
typedef struct {
  MatchumInlinePieceKind kind;
  MatchumSpan            span; /* bytes of the source, line end not included */
} MatchumInlinePiece;

/* Reads the bytes of span in source as the inline content of one paragraph. Text that only looks like
 * Markdown keeps its characters. Never fails: at worst the text is taken as it is. */
MatchumInlineText *matchum_inline_reader_read        (MatchumSource            *source,
                                                      MatchumSpan               span);
/* The same for a text that is scattered over pieces, in the order of the source. definitions: the link reference
 * definitions that hold there, as lines of Markdown, or NULL. remarks: where not NULL, gets the HTML comments in
 * the pieces, as spans of the source (MatchumSpan). */
MatchumInlineText *matchum_inline_reader_read_pieces (MatchumSource            *source,
                                                      const MatchumInlinePiece *pieces,
                                                      gsize                     n_pieces,
                                                      const char               *definitions,
                                                      GArray                   *remarks);

G_END_DECLS
