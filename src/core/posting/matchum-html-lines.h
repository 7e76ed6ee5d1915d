/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a text as they are put together from the pieces of a page: white space as browsers show it, list marks,
 * headings, and which lines are bold as a whole. Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MatchumHtmlLines MatchumHtmlLines;

MatchumHtmlLines *matchum_html_lines_new            (void);
void              matchum_html_lines_free           (MatchumHtmlLines *self);
/* Ends the last line and gives the text, without white space around it. Free with g_free(). */
char             *matchum_html_lines_finish         (MatchumHtmlLines *self);

/* Adds words to the line. is_kept: line ends in them are line ends, as in <pre>. */
void              matchum_html_lines_add            (MatchumHtmlLines *self,
                                                     const char       *text,
                                                     gsize             length,
                                                     gboolean          is_kept);
/* The words that follow are bold, or not any more; calls nest. */
void              matchum_html_lines_begin_bold     (MatchumHtmlLines *self);
void              matchum_html_lines_end_bold       (MatchumHtmlLines *self);
/* <br> */
void              matchum_html_lines_break          (MatchumHtmlLines *self);
/* Ends the line. is_apart: a blank line stands before the next one, but within lists. */
void              matchum_html_lines_end            (MatchumHtmlLines *self,
                                                     gboolean          is_apart);
/* The line that follows is a heading; level from 1 to 6. Ended by matchum_html_lines_end_heading(). */
void              matchum_html_lines_begin_heading  (MatchumHtmlLines *self,
                                                     guint             level);
void              matchum_html_lines_end_heading    (MatchumHtmlLines *self);
/* An item; number is 0 for a bullet. The lines up to its end belong to it. */
void              matchum_html_lines_begin_item     (MatchumHtmlLines *self,
                                                     guint             number);
void              matchum_html_lines_end_item       (MatchumHtmlLines *self);
/* The words of the line up to here are a heading with more under it, if they are all that it holds: "**자격요건**". */
void              matchum_html_lines_end_label      (MatchumHtmlLines *self);
/* Adds lines that were finished elsewhere. */
void              matchum_html_lines_add_lines      (MatchumHtmlLines *self,
                                                     const char       *lines);
gboolean          matchum_html_lines_is_in_item     (MatchumHtmlLines *self);

/* Bytes of a bullet that text begins with, its space included; 0 where it begins with none. */
gsize             matchum_html_lines_measure_bullet (const char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumHtmlLines, matchum_html_lines_free)
/* Whether there is a letter or a digit in text. */
gboolean          matchum_html_lines_has_words      (const char       *text);

G_END_DECLS
