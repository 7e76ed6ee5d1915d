/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the physical lines of a posting look, before anything is made of their words. Private to this room. */
#pragma once

#include "posting/matchum-heading-words.h"
#include "text/matchum-source.h"
#include "text/matchum-span.h"

G_BEGIN_DECLS

/* What marks the start of a line. Symbols stand for themselves: their code point. */
enum {
  MATCHUM_STYLE_BARE = 0,
  MATCHUM_STYLE_NUMBER = 0x200000, /* 1. */
  MATCHUM_STYLE_NUMBER_DOTTED,     /* 1.2 */
  MATCHUM_STYLE_NUMBER_PAREN,      /* 1) */
  MATCHUM_STYLE_PAREN_NUMBER,      /* (1) */
  MATCHUM_STYLE_CIRCLED,           /* ① */
  MATCHUM_STYLE_LETTER,            /* 가. a. */
  MATCHUM_STYLE_LETTER_PAREN,      /* 가) a) */
  MATCHUM_STYLE_EMOJI,
  MATCHUM_STYLE_ATX,
  MATCHUM_STYLE_BOLD,
  MATCHUM_STYLE_BRACKET,
  MATCHUM_STYLE_WITHIN,            /* a bare heading within another */
};

typedef enum {
  MATCHUM_ROLE_TEXT,
  MATCHUM_ROLE_ITEM,     /* a bullet or number before it */
  MATCHUM_ROLE_HEADING,
  MATCHUM_ROLE_LABEL,    /* heading and words on one line */
  MATCHUM_ROLE_CONTINUES, /* the line before it wrapped */
  MATCHUM_ROLE_NOTE,     /* ※ */
  MATCHUM_ROLE_QUOTE,
  MATCHUM_ROLE_BOARD,    /* a button of a job board */
  MATCHUM_ROLE_RULE,     /* nothing but drawing */
} MatchumLineRole;

typedef struct {
  guint               line;    /* 1-based physical line */
  guint               blanks;  /* blank lines before it */
  guint               indent;  /* columns before its bullet or first word */
  guint               hang;    /* columns before its first word */
  guint               width;   /* columns of its words; Hangul takes two */
  guint32             style;
  guint16             level;   /* of a Markdown heading */
  guint16             number;  /* of a numbered line */
  guint8              role;    /* MatchumLineRole */
  guint8              kind;    /* MatchumPostingKind */
  guint8              depth;   /* of a heading: 1 outermost */
  guint8              told;    /* MATCHUM_TOLD: how surely the heading above it says what it is */
  guint32             wording; /* MatchumWording bits; 0 of mere drawing */
  char               *folded;  /* its words, by matchum_wording_fold; NULL before roles are assigned, and of mere drawing */
  guint8              is_bold      : 1; /* all of it */
  guint8              is_bracketed : 1; /* all of it */
  guint8              ends_colon   : 1;
  guint8              is_settled   : 1; /* its kind does not come from its section */
  guint8              knows_words  : 1; /* words_sense has been asked for */
  guint8              is_within    : 1; /* of a heading: says nothing of its own, its lines are of the section around it */
  MatchumSpan         bullet;  /* bytes of the source */
  MatchumSpan         words;
  MatchumSpan         label;   /* "우대" of "우대: Spark" and of "[우대] Spark"; empty where there is none */
  MatchumSpan         value;   /* what stands behind the label */
  MatchumHeadingSense sense;   /* of a heading or label */
  MatchumHeadingSense label_sense; /* of the words of its label; nothing where there is none */
  MatchumHeadingSense words_sense; /* by matchum_line_shape_get_words_sense */
} MatchumLineShape;

/* Array of MatchumLineShape: the lines with words in them, from offset on, up to a bounded number. */
GArray  *matchum_line_shape_scan      (MatchumSource          *source,
                                       gsize                   offset);
gboolean matchum_line_shape_is_bullet (const MatchumLineShape *shape);

G_END_DECLS
