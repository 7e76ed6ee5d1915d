/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes plain words as Markdown that is read as those very words. For this room and for exporters. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_MARKDOWN_WORDS_LINE,        /* at the start of a block, in one line */
  MATCHUM_MARKDOWN_WORDS_LINES,       /* at the start of a block, line breaks kept */
  MATCHUM_MARKDOWN_WORDS_AFTER,       /* behind other words, in one line */
  MATCHUM_MARKDOWN_WORDS_AFTER_LINES, /* behind other words, line breaks kept */
} MatchumMarkdownWordsPlace;

/* indentation goes before every line but the first. */
void     matchum_markdown_words_append      (GString                  *out,
                                             const char               *text,
                                             MatchumMarkdownWordsPlace place,
                                             const char               *indentation);
/* The text alone where url is none that may be linked. */
void     matchum_markdown_words_append_link (GString                  *out,
                                             const char               *text,
                                             const char               *url);
/* text with LF line ends and without the control characters that no text file may hold. */
char    *matchum_markdown_words_clean       (const char               *text);
/* Whether anything of text can be seen. */
gboolean matchum_markdown_words_is_seen     (const char               *text);

G_END_DECLS
