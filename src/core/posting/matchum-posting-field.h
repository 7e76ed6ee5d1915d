/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The short facts of a posting with the words that name them: "고용형태 : 정규직", a table of such, a label with its value
 * under it, front matter; and the parts of lines that a dot or a stroke divides, which nothing names. Private to this
 * room. */
#pragma once

#include "posting/matchum-posting.h"
#include "text/matchum-date-range.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_FIELD_NONE, /* a part of a line that nothing names */
  MATCHUM_FIELD_EMPLOYMENT,
  MATCHUM_FIELD_EXPERIENCE,
  MATCHUM_FIELD_PLACE,
  MATCHUM_FIELD_DEADLINE,
  MATCHUM_FIELD_POSTED,
  MATCHUM_FIELD_LINK,
  MATCHUM_FIELD_STACK,
  MATCHUM_FIELD_STAGES,
  MATCHUM_FIELD_TEAM,
  MATCHUM_FIELD_OPENING, /* what is hired for: 모집부문 */
  MATCHUM_FIELD_OTHER,   /* something else */
} MatchumFieldKey;

/* How sure the label is one. */
typedef enum {
  MATCHUM_FIELD_BARE,         /* no label */
  MATCHUM_FIELD_WEAK,         /* words that are a label elsewhere, with nothing between them and the value */
  MATCHUM_FIELD_BELOW,        /* the value stands under the label */
  MATCHUM_FIELD_FIRM,         /* a colon, bold, brackets, a cell of a table */
  MATCHUM_FIELD_FRONT_MATTER,
} MatchumFieldStrength;

typedef struct {
  MatchumFieldKey      key;
  MatchumFieldStrength strength;
  MatchumSpan          label; /* bytes of the source; empty without one */
  MatchumSpan          value; /* not empty */
  guint                line;  /* of the value */
  guint8               is_alone  : 1; /* nothing else stands on the line */
  guint8               is_column : 1; /* a cell under the head of its column */
} MatchumPostingField;

/* Array of MatchumPostingField in the order of the source. */
GArray         *matchum_posting_field_scan      (MatchumSource *source);
/* What the words are the label of as a whole; NONE where they are none. */
MatchumFieldKey matchum_posting_field_find_key  (const char    *folded,
                                                 gsize          length);
/* Those with key, the surest first, else in order: array of const MatchumPostingField, which stay with fields. */
GPtrArray      *matchum_posting_field_select    (GArray          *fields,
                                                 MatchumFieldKey  key);

/* The parts of a value or line that a stroke, dash or comma outside of brackets divides: array of MatchumSpan. */
GArray         *matchum_posting_field_split     (const char      *text,
                                                 MatchumSpan      span);

/* Lines beyond these are not read. */
#define MATCHUM_FIELD_MAX_LINES 20000

/* What the readers of facts look at. */
typedef struct {
  MatchumPosting *posting;
  MatchumSource  *source;
  const char     *text;   /* of the source */
  GArray         *fields; /* of MatchumPostingField */
  MatchumDay      today;
} MatchumPostingClues;

G_END_DECLS
