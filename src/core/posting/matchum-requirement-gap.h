/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between two things that a line asks for, and what that says of how they hang together. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MATCHUM_GAP_COMMA = 1 << 0,
  MATCHUM_GAP_SLASH = 1 << 1,
  MATCHUM_GAP_AND = 1 << 2,      /* 및, 와/과, and */
  MATCHUM_GAP_OR = 1 << 3,       /* 또는, (이)나, or */
  MATCHUM_GAP_ETC = 1 << 4,      /* 등, 와 같은, etc.: what is before is an open list */
  MATCHUM_GAP_OF = 1 << 5,       /* 중 하나 이상: what is before is a closed list */
  MATCHUM_GAP_ONE_OF = 1 << 6,   /* at least one of: what follows is a closed list */
  MATCHUM_GAP_EXAMPLES = 1 << 7, /* such as, e.g., 예: what follows is an open list */
  MATCHUM_GAP_BREAK = 1 << 8,    /* other words: the list, if there was one, is over */
  MATCHUM_GAP_MAJOR = 1 << 9,    /* 전공, degree in, major: what is beside it is a field of study */
  MATCHUM_GAP_WORDS = 1 << 10,   /* any words at all */
} MatchumGapFlags;

#define MATCHUM_GAP_LIST (MATCHUM_GAP_COMMA | MATCHUM_GAP_SLASH | MATCHUM_GAP_AND | MATCHUM_GAP_OR)

typedef struct {
  MatchumGapFlags flags;
  guint           count; /* of OF and ONE_OF: how many are asked, 1 unless said */
} MatchumGap;

/* Reads the folded text between two things, which starts right behind the first: particles may stand at its start. */
MatchumGap matchum_requirement_gap_read (const char *text,
                                         gsize       length);

G_END_DECLS
