/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a block as HTML; for the HTML exporter only. */
#pragma once

#include "resume/matchum-block.h"

G_BEGIN_DECLS

typedef struct _MatchumHtmlWords MatchumHtmlWords;

/* language: that of the element they stand in. */
MatchumHtmlWords *matchum_html_words_new    (const MatchumBlock *block,
                                             const char         *language);
void              matchum_html_words_free   (MatchumHtmlWords   *self);
/* Appends the bytes of span of the block's text; spans come in the order of the text. */
void              matchum_html_words_write  (MatchumHtmlWords   *self,
                                             GString            *out,
                                             MatchumSpan         span);
/* Appends text, clean and escaped, for the content of an element or the value of an attribute. */
void              matchum_html_words_escape (GString            *out,
                                             const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumHtmlWords, matchum_html_words_free)

G_END_DECLS
