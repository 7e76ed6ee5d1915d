/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block of a resume: its title, a section, an entry or an item. Read-only outside this room; lives as long as
 * its resume. */
#pragma once

#include <glib-object.h>

#include "text/matchum-date-range.h"
#include "text/matchum-inline-text.h"
#include "text/matchum-source.h"
#include "text/matchum-span.h"

G_BEGIN_DECLS

#define MATCHUM_BLOCK_NONE G_MAXUINT

typedef enum {
  MATCHUM_BLOCK_TITLE,     /* # Name: there once or not at all, never hidden; everything after it stands under it */
  MATCHUM_BLOCK_SECTION,   /* ## 경력 */
  MATCHUM_BLOCK_ENTRY,     /* ### organisation, role, dates; a deeper heading is an entry within an entry */
  MATCHUM_BLOCK_ITEM,      /* a bullet or numbered item, may nest */
  MATCHUM_BLOCK_PARAGRAPH, /* anything else that is text: paragraph, quote, code, table */
  MATCHUM_BLOCK_REMARK,    /* HTML comment or other raw HTML: kept in the baseline, never exported or drawn */
} MatchumBlockKind;

typedef enum {
  MATCHUM_SECTION_OTHER,
  MATCHUM_SECTION_CONTACT, /* what stands under the title before the first section */
  MATCHUM_SECTION_SUMMARY,
  MATCHUM_SECTION_EXPERIENCE,
  MATCHUM_SECTION_PROJECTS,
  MATCHUM_SECTION_EDUCATION,
  MATCHUM_SECTION_SKILLS,
  MATCHUM_SECTION_PUBLICATIONS,
  MATCHUM_SECTION_AWARDS,
  MATCHUM_SECTION_CERTIFICATES,
  MATCHUM_SECTION_LANGUAGES,
  MATCHUM_SECTION_ACTIVITIES,
} MatchumSectionKind;

typedef enum {
  MATCHUM_CODE_NONE,
  MATCHUM_CODE_FENCED,
  MATCHUM_CODE_INDENTED,
} MatchumCodeKind;

typedef struct {
  char               *id;           /* the block's for life */
  MatchumBlockKind    kind;
  MatchumSectionKind  section;      /* kind of the section it stands in (its own, for a section) */
  guint               index;        /* place in the resume, document order */
  guint               parent;       /* index of the block above it in the tree, or MATCHUM_BLOCK_NONE */
  guint               end;          /* index one past its last descendant */
  guint               depth;        /* number of blocks above it in the tree, the title not counted */
  guint               heading;      /* level of the heading, 1 to 6; 0 for items and paragraphs */
  guint               list_depth;   /* 1 for an outer bullet, 2 for one within it; 0 outside lists */
  guint               number;       /* of a numbered item, else 0 */
  guint               first_line;   /* 1-based lines of its own text, descendants not included */
  guint               last_line;
  MatchumSpan         span;         /* bytes of its own text in the source: whole lines, marker and line end included */
  MatchumInlineText  *content;      /* its words */
  GArray             *dates;        /* of MatchumDateRange, spans in the words; only of titles, sections and entries, and of a
                                       paragraph that gives the dates of the entry it stands under */
  guint               dated_by;     /* of an entry: index of the block whose dates are its own (itself or the
                                       paragraph or line under it), or MATCHUM_BLOCK_NONE */
  GArray             *remarks;      /* of MatchumSpan: HTML comments within its own text, bytes of the source; they are
                                       not exported; NULL where there are none */
  gboolean            is_job;       /* see matchum_block_is_job */
  gboolean            is_dates;     /* a paragraph of nothing but dates */
  MatchumCodeKind     code;         /* of a paragraph that is a block of code: how that is told */
  MatchumSpan         open_fence;   /* of a paragraph or an item: bytes of the fence before code at its end that no fence
                                       ends; else empty */
} MatchumBlock;

/* The words of a block as plain text. */
const char *matchum_block_get_text  (const MatchumBlock *block);
/* The same with a line feed wherever a new line of source, which it was read from, begins; free with g_free. */
char       *matchum_block_dup_lines (const MatchumBlock *block,
                                     MatchumSource      *source);
/* Whether it is an entry of the experience section, whose going would open a gap. */
gboolean    matchum_block_is_job    (const MatchumBlock *block);

G_END_DECLS
