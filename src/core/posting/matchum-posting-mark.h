/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand between two postings that were pasted as one text, or at the beginning of one. Private to this room. */
#pragma once

#include "text/matchum-source.h"

G_BEGIN_DECLS

/* Why a new posting may begin, the surest last. */
typedef enum {
  MATCHUM_MARK_NONE,
  MATCHUM_MARK_TITLE,        /* a line that looks like a title, behind a blank line */
  MATCHUM_MARK_HEADING,      /* a Markdown heading of the first level */
  MATCHUM_MARK_COMPANY,      /* "회사명: …" */
  MATCHUM_MARK_RULE,         /* drawn across */
  MATCHUM_MARK_FRONT_MATTER,
  MATCHUM_MARK_NUMBER,       /* "공고 2", "[2/5]" */
  MATCHUM_MARK_PAGE,         /* a form feed */
} MatchumPostingMark;

/* Longer lines, in bytes, are no titles. */
#define MATCHUM_POSTING_MARK_MAX_TITLE 240

typedef struct {
  MatchumSource *source;
  const char    *text;    /* of the source */
  guint          n_lines;
} MatchumMarkedText;

/* A line without the blanks around its words. */
MatchumSpan        matchum_marked_text_get_line         (const MatchumMarkedText *self,
                                                         guint                    line);
/* Beyond the edges of the text all is blank. */
gboolean           matchum_marked_text_is_blank         (const MatchumMarkedText *self,
                                                         guint                    line);
/* NULL where it is too long for a title. */
char              *matchum_marked_text_dup_folded       (const MatchumMarkedText *self,
                                                         guint                    line);
/* A short line that is no sentence, item or known heading, and names a job or calls for people. */
gboolean           matchum_marked_text_looks_like_title (const MatchumMarkedText *self,
                                                         guint                    line);
gboolean           matchum_marked_text_is_first_heading (const MatchumMarkedText *self,
                                                         guint                    line);
/* What stands at a line. last: its last line, where it takes more than one. */
MatchumPostingMark matchum_marked_text_find_mark        (const MatchumMarkedText *self,
                                                         guint                    line,
                                                         guint                   *last);
/* What marks of one kind have in common: a rule as it is drawn, a number without its digits; and the number, or 0. */
char              *matchum_marked_text_dup_style        (const MatchumMarkedText *self,
                                                         MatchumPostingMark       mark,
                                                         guint                    line,
                                                         guint                   *number);
/* The first line of the few around line that blank lines or rules set off, but none before least. */
guint              matchum_marked_text_find_paragraph   (const MatchumMarkedText *self,
                                                         guint                    line,
                                                         guint                    least);

G_END_DECLS
