/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in its lines the words of a block are, and what kind of Markdown they stand in. For this room only. */
#pragma once

#include "resume/matchum-block-frame.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_BLOCK_FORM_TEXT,      /* lines of a paragraph, maybe of an item */
  MATCHUM_BLOCK_FORM_HEADING,   /* # words */
  MATCHUM_BLOCK_FORM_UNDERLINED, /* words over a line of === or --- */
  MATCHUM_BLOCK_FORM_FENCED,    /* code between fences */
  MATCHUM_BLOCK_FORM_INDENTED,  /* code told by its indentation */
  MATCHUM_BLOCK_FORM_MIXED,     /* an item of several paragraphs, or with code or HTML in it */
} MatchumBlockForm;

typedef struct {
  MatchumBlockForm form;
  guint    first_line;   /* of the words, in the source; none of code between fences may be there */
  GArray  *lines;        /* of MatchumSpan: words of every line from there on, in the source */
  char    *prefix;       /* what stands before a line that is not the first */
  gboolean needs_blank;  /* a blank is missing before words that are yet to be there */
  gboolean is_table;
  gboolean has_html;
  MatchumSpan opening;   /* the fences of code */
  MatchumSpan closing;   /* empty where there is none */
} MatchumBlockAnatomy;

/* NULL where the block cannot be taken apart. */
MatchumBlockAnatomy *matchum_block_anatomy_new    (MatchumBlockFrame   *frame,
                                                   guint                block);
void                 matchum_block_anatomy_free   (MatchumBlockAnatomy *self);
/* The marks before the words of an item, as a further item of its list has them; NULL where there are none. */
char                *matchum_block_anatomy_dup_marker (MatchumBlockFrame *frame,
                                                       guint              block);
/* Blanks as wide as marks, but the marks of quotes stay. */
char                *matchum_block_anatomy_dup_continuation (const char *marks,
                                                             gsize       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBlockAnatomy, matchum_block_anatomy_free)

G_END_DECLS
