/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as a person types them, as lines that can stand in a block without becoming one of their own. For this room
 * only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether there is nothing to be seen in text. */
gboolean   matchum_block_words_is_blank     (const char      *text);
/* Arrays of char *. Lines of words: none of them blank, nothing before them. */
GPtrArray *matchum_block_words_split        (const char      *text);
/* Lines as they are, but for blank ones at both ends. */
GPtrArray *matchum_block_words_split_raw    (const char      *text);
/* One line of all of them, white space where they were parted. */
char      *matchum_block_words_join         (GPtrArray       *lines);
/* HTML that begins a line would be a block of its own: such lines go behind the words before them. */
void       matchum_block_words_join_html    (GPtrArray       *lines);
/* HTML at the very beginning would make HTML of everything: it shows as it is. */
void       matchum_block_words_show_html    (GPtrArray       *lines);
/* The text with HTML comments from its beginning put at its end: there they do not make HTML of the words. */
char      *matchum_block_words_turn_remarks (const char      *text);
/* Whether text is HTML comments and nothing else. */
gboolean   matchum_block_words_is_remark    (const char      *text);
/* A line that stands for its words in a paragraph: first of it, or not. */
char      *matchum_block_words_escape       (const char      *line,
                                             gboolean         is_first);
/* The same for a line that nothing may be made of by itself or by what is around it. */
char      *matchum_block_words_escape_all   (const char      *line);
/* Whether a line would begin a block of HTML. */
gboolean   matchum_block_words_begin_html   (const char      *line,
                                             gboolean         is_first);
/* Whether a line such as | --- | makes a table of the line before it. */
gboolean   matchum_block_words_is_table     (const char      *head,
                                             const char      *rule);
/* Whether lines from first on, which begins a paragraph, would be taken for a link reference definition. */
gboolean   matchum_block_words_are_defined  (GPtrArray       *lines,
                                             guint            first);
/* A heading in one line, so that a # at its end stays. */
char      *matchum_block_words_escape_heading (const char    *line);
/* The plain text that the lines say, on one line; NULL where that cannot be told. */
char      *matchum_block_words_dup_text     (GPtrArray       *lines);
/* Line feeds and runs of white space as one space each, as texts are compared. */
char      *matchum_block_words_squeeze      (const char      *text);

G_END_DECLS
