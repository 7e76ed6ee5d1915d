/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading of an entry as one line: what it says, and the dates at its end, which may stand on a line under it. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* What of a line of words comes before the dates at its end. */
typedef struct {
  MatchumSpan words;
  MatchumSpan dates; /* empty where the line does not end with dates, and words is all of it */
} MatchumDatedSpans;

typedef struct {
  MatchumDatedSpans   heading; /* bytes of the heading's text */
  const MatchumBlock *under;   /* the visible paragraph whose first line gives the dates, or NULL */
  gsize               end;     /* where that line ends in the text of under */
  MatchumDatedSpans   line;    /* bytes of the text of under; dates at the line's beginning are its dates as well */
} MatchumEntryLine;

MatchumEntryLine matchum_entry_line_find (MatchumVisibility  *visibility,
                                          const MatchumBlock *entry);

G_END_DECLS
