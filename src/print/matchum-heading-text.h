/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a heading apart: organisation, the rest of the title, and the dates that stand at its line's end. */
#pragma once

#include "text/matchum-date-range.h"
#include "text/matchum-span.h"

G_BEGIN_DECLS

typedef struct {
  MatchumSpan before; /* what stands before the dates, separators and brackets around them taken away */
  MatchumSpan dates;  /* empty where the text has none that can be taken out of it */
  MatchumSpan after;  /* what stands after them */
} MatchumHeadingSplit;

/* Splits the bytes of bounds of text at the dates (array of MatchumDateRange with spans in text; may be NULL). Dates
 * that are words of the title ("KCC 2018 Workshop") are left in it. */
MatchumHeadingSplit matchum_heading_split                 (const char   *text,
                                                           MatchumSpan   bounds,
                                                           const GArray *dates);
/* The same for a line under a heading that is there to give its dates: they may stand at either end of it without
 * a separator, or be all of it. */
MatchumHeadingSplit matchum_heading_split_line            (const char   *text,
                                                           MatchumSpan   bounds,
                                                           const GArray *dates);
/* Where the organisation, or whatever stands first, ends: at the first separator outside brackets, or at the end.
 * Commas and colons separate where with_commas. */
gsize               matchum_heading_find_organisation_end (const char   *text,
                                                           gsize         length,
                                                           gboolean      with_commas);
/* Length in bytes of the separator ("|", "·", "—" and their like) at the start of text, 0 where there is none. */
gsize               matchum_heading_get_separator_length  (const char   *text);

G_END_DECLS
