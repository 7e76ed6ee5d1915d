/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A resume that is being written as Markdown from something that is none: block by block, every word as a word and none
 * as a mark. What was not sure is marked in a comment, which is never printed nor exported, and noted with its line. */
#pragma once

#include "resume/matchum-json-value.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_DRAFT_TITLE,     /* # */
  MATCHUM_DRAFT_SECTION,   /* ## */
  MATCHUM_DRAFT_ENTRY,     /* ### */
  MATCHUM_DRAFT_PART,      /* ####: an entry within an entry */
  MATCHUM_DRAFT_PARAGRAPH,
  MATCHUM_DRAFT_ITEM,
} MatchumDraftKind;

typedef enum {
  MATCHUM_DRAFT_PLAIN  = 0,
  MATCHUM_DRAFT_BOLD   = 1 << 0,
  MATCHUM_DRAFT_ITALIC = 1 << 1,
} MatchumDraftStyle;

typedef struct _MatchumMarkdownDraft MatchumMarkdownDraft;

/* notes, which is borrowed, may be NULL. */
MatchumMarkdownDraft *matchum_markdown_draft_new       (MatchumJsonNotes     *notes);
void                  matchum_markdown_draft_free      (MatchumMarkdownDraft *self);

/* Ends the block that is being written and begins another; depth: of an item, 0 for an outer one. A block to which nothing
 * is added is left out. */
void                  matchum_markdown_draft_begin     (MatchumMarkdownDraft *self,
                                                        MatchumDraftKind      kind,
                                                        guint                 depth);
/* Adds words to the block. White space counts, but at its ends; line ends are blanks. url may be NULL. */
void                  matchum_markdown_draft_add       (MatchumMarkdownDraft *self,
                                                        const char           *text,
                                                        MatchumDraftStyle     style,
                                                        const char           *url);
/* What follows stands on a line of its own; in headings it is a blank. */
void                  matchum_markdown_draft_add_break (MatchumMarkdownDraft *self);
/* Says of the block what is not sure of it. Takes text, a sentence. */
void                  matchum_markdown_draft_doubt     (MatchumMarkdownDraft *self,
                                                        char                 *text);
/* Whether the block has words yet. */
gboolean              matchum_markdown_draft_has_words (MatchumMarkdownDraft *self);
/* Writes a text of many lines as blocks: paragraphs, and bullets where lines begin with a sign of one. */
void                  matchum_markdown_draft_add_prose (MatchumMarkdownDraft *self,
                                                        const char           *text);
/* What was written, with a line end; "" where nothing was. Free with g_free(). */
char                 *matchum_markdown_draft_finish    (MatchumMarkdownDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumMarkdownDraft, matchum_markdown_draft_free)

G_END_DECLS
