/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a posting as it was understood. A requirement that wraps over several physical lines is one line.
 * Read-only outside this room; lives as long as its posting. */
#pragma once

#include <glib-object.h>

#include "text/matchum-inline-text.h"
#include "text/matchum-span.h"

G_BEGIN_DECLS

/* What a heading says of the lines under it, and what a line is. */
typedef enum {
  MATCHUM_POSTING_OTHER, /* introduction, conditions, text of no known kind */
  MATCHUM_POSTING_REQUIRED,
  MATCHUM_POSTING_PREFERRED,
  MATCHUM_POSTING_DUTY,
  MATCHUM_POSTING_STACK,
  MATCHUM_POSTING_BENEFIT,
  MATCHUM_POSTING_PROCESS,
  MATCHUM_POSTING_NOTE,
} MatchumPostingKind;

/* What a person put right of a line. */
typedef enum {
  MATCHUM_BY_HAND_KIND    = 1 << 0, /* its kind; not where it follows its heading */
  MATCHUM_BY_HAND_WORDS   = 1 << 1, /* its words: edited, or split from a line */
  MATCHUM_BY_HAND_JOIN    = 1 << 2, /* lines were joined to it */
  MATCHUM_BY_HAND_HEADING = 1 << 3, /* that it is a heading, or none */
} MatchumByHand;

typedef struct {
  MatchumPostingKind  kind;
  gboolean            is_heading;
  guint               level;      /* of a heading: 1 outermost; else 0 */
  guint               depth;      /* how many items of its section it stands under, by indentation or kind of bullet */
  guint               first_line; /* 1-based physical lines */
  guint               last_line;
  MatchumSpan         span;       /* bytes of its words in the source, bullet and trailing blanks not included */
  MatchumSpan         label;      /* bytes of a heading that stands before the words on the same line ("우대사항: Spark 경험"),
                                     colon not included; else empty */
  char               *bullet;     /* the bullet or number as it stands ("-", "1.", "•"), or NULL */
  MatchumInlineText  *content;    /* its words, Markdown taken away; where they were put right, the way back to the source is
                                     that of the nearest words there */
  guint               read_index; /* of the line in the posting as it was read */
  guint               part;       /* where a person split it: which piece of it this is, from 0 */
  MatchumByHand       by_hand;    /* 0: as it was read */
  gboolean            is_other_team; /* concerns another team than the one that was picked; its kind is OTHER then */
} MatchumPostingLine;

MatchumPostingLine *matchum_posting_line_new      (void);
void                matchum_posting_line_free     (MatchumPostingLine       *line);
const char         *matchum_posting_line_get_text (const MatchumPostingLine *line);
/* Whether it asks for something: a required or preferred line that is no heading. */
gboolean            matchum_posting_line_is_requirement (const MatchumPostingLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPostingLine, matchum_posting_line_free)

G_END_DECLS
