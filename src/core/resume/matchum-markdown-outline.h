/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The block structure of a Markdown text as a flat run of events with trustworthy lines. */
#pragma once

#include "resume/matchum-link-definitions.h"
#include "text/matchum-source.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_OUTLINE_LIST_START,
  MATCHUM_OUTLINE_LIST_END,
  MATCHUM_OUTLINE_ITEM_START,
  MATCHUM_OUTLINE_ITEM_END,
  MATCHUM_OUTLINE_HEADING,
  MATCHUM_OUTLINE_PARAGRAPH,
  MATCHUM_OUTLINE_CODE,
  MATCHUM_OUTLINE_HTML,
  MATCHUM_OUTLINE_RULE,
} MatchumOutlineKind;

typedef struct {
  MatchumOutlineKind kind;
  guint              first_line;
  guint              last_line;   /* of leaves, and of items with nothing in them */
  guint              column;      /* bytes before the first one that counts, in the first line */
  guint              level;       /* of a heading, 1 to 6 */
  guint              number;      /* of a numbered item, else 0 */
  guint              n_quotes;    /* quotes around it */
  guint              n_lists;     /* lists around it */
  gboolean           is_fenced;   /* code between fences */
  MatchumSpan        open_fence;  /* bytes of the fence before code that no fence ends; else empty */
  gboolean           is_underlined; /* a heading with a line of === or --- under it */
  GArray            *code_lengths; /* of gsize: of the lines of code, bytes at the end of each line of the source; or NULL */
} MatchumOutlineEvent;

/* Reads the lines of source from first_line on: array of MatchumOutlineEvent. Containers deeper than any person
 * nests them are taken as text. Link reference definitions go into definitions and are in no leaf; every other line
 * that is not blank is in one, or is the marker of an item or a rule. */
GArray *matchum_markdown_outline_read (MatchumSource          *source,
                                       guint                   first_line,
                                       MatchumLinkDefinitions *definitions);

G_END_DECLS
