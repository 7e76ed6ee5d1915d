/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dresses lines of Markdown in a text buffer: headings and bold words bold, marks quiet, Korean broken between words.
 * Nobody needs to see it all at once, so only lines that are asked for are dressed, and each once. A line that is so long
 * that no toolkit could lay it out is shown in part; the text is never touched. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of a longer line only so many characters are shown. */
#define MATCHUM_MARKDOWN_TAGS_MAX_SHOWN 8000

typedef struct _MatchumMarkdownTags MatchumMarkdownTags;

/* buffer is borrowed and must outlive the tags. */
MatchumMarkdownTags *matchum_markdown_tags_new            (GtkTextBuffer       *buffer);
void                 matchum_markdown_tags_free           (MatchumMarkdownTags *self);

/* Dresses the lines from first to last (0-based, as the buffer counts) that are not dressed yet. */
void                 matchum_markdown_tags_dress          (MatchumMarkdownTags *self,
                                                           int                  first,
                                                           int                  last);
/* To be called right after a change of these lines: a few lines are dressed anew at once, many lose what they had. Lines
 * too long are cut off from sight either way. */
void                 matchum_markdown_tags_dress_again    (MatchumMarkdownTags *self,
                                                           int                  first,
                                                           int                  last);
/* Marks words that were found, those that are current more strongly than the others. */
void                 matchum_markdown_tags_mark_found     (MatchumMarkdownTags *self,
                                                           const GtkTextIter   *start,
                                                           const GtkTextIter   *end,
                                                           gboolean             is_current);
/* Takes such marks off the whole text: those of what is current, or all. */
void                 matchum_markdown_tags_unmark_found   (MatchumMarkdownTags *self,
                                                           gboolean             is_current);
/* Whether a line is not shown whole. */
gboolean             matchum_markdown_tags_hide_something (MatchumMarkdownTags *self);

void                 matchum_markdown_tags_set_colors     (MatchumMarkdownTags *self,
                                                           gboolean             is_dark,
                                                           gboolean             is_high_contrast);
/* To be called when the font changed: further rows of an item begin where its words begin. */
void                 matchum_markdown_tags_set_font       (MatchumMarkdownTags *self,
                                                           PangoContext        *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumMarkdownTags, matchum_markdown_tags_free)

G_END_DECLS
