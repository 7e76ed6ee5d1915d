/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What composers of different blocks share. */
#pragma once

#include "matchum-composer.h"

G_BEGIN_DECLS

MatchumTypeStyle  matchum_composer_get_style      (const MatchumComposer *self,
                                                   MatchumRowRole         role);
/* A row of text, width points wide, x points from the left. */
MatchumRow       *matchum_composer_new_row        (const MatchumComposer *self,
                                                   MatchumRowRole         role,
                                                   MatchumPrintText      *text,
                                                   double                 x,
                                                   double                 width);
/* The width of a row that begins at the left of the body. */
double            matchum_composer_get_body_width (const MatchumComposer *self);
/* All bytes of the block's text. */
MatchumSpan       matchum_composer_get_whole      (const MatchumBlock    *block);
/* The bytes of span of the block's text, ready for print. */
MatchumPrintText *matchum_composer_get_text       (const MatchumBlock    *block,
                                                   MatchumSpan            span);
/* Makes links of the addresses in text. */
void              matchum_composer_mark_addresses (MatchumPrintText      *text);
/* Where the line of the source that holds offset ends in the text of the block. */
gsize             matchum_composer_find_line_end  (const MatchumComposer *self,
                                                   const MatchumBlock    *block,
                                                   gsize                  offset);

G_END_DECLS
