/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings of entries taken apart as people write them: organisation and role in either order, dates wherever they stand.
 * What cannot be told apart is left together. */
#pragma once

#include <glib.h>

#include "resume/matchum-visibility.h"
#include "text/matchum-date-range.h"
#include "text/matchum-span.h"

G_BEGIN_DECLS

/* Dates as YYYY, YYYY-MM or YYYY-MM-DD, as exactly as they were given; "" where there is none. Of several ranges the
 * beginning of the first and the end of the last. */
typedef struct {
  char     start[12];
  char     end[12];
  gboolean is_single; /* one date, which is both */
  guint    n;         /* how many dates or ranges there were */
} MatchumEntryDates;

/* Which stands first. */
typedef enum {
  MATCHUM_ENTRY_ORDER_UNKNOWN,
  MATCHUM_ENTRY_ORDER_ORGANISATION,
  MATCHUM_ENTRY_ORDER_ROLE,
  MATCHUM_ENTRY_ORDER_BARRED, /* organisation, role and place wherever bars part them, whatever the words are */
} MatchumEntryOrder;

/* Spans of a text; empty where it does not say. */
typedef struct {
  MatchumSpan organisation;
  MatchumSpan role;
  MatchumSpan place;
} MatchumEntryParts;

/* text without those of ranges (array of MatchumDateRange, or NULL) that are set off from its words, and without what set
 * them off; free with g_free. dates, where not NULL, gets these, or all of them where none is set off. */
char             *matchum_entry_words_take_dates   (const char              *text,
                                                    const GArray            *ranges,
                                                    MatchumEntryDates       *dates);
/* The parts that bars, dashes, slashes, commas or colons separate, whichever is the strongest sign in text: array of
 * MatchumSpan. */
GArray           *matchum_entry_words_split        (const char              *text);
/* The parts of a list: what stands between commas or semicolons outside brackets. */
GArray           *matchum_entry_words_split_list   (const char              *text);
/* Which stands first in text, by its words alone. */
MatchumEntryOrder matchum_entry_words_find_order   (const char              *text);
/* Which stands first in most headings of jobs that tell it; of those only that can be seen, where visibility is not NULL. */
MatchumEntryOrder matchum_entry_words_find_usual_order (MatchumResume           *resume,
                                                        MatchumVisibility       *visibility);
/* FALSE where text does not tell; usual is what other entries of the resume do. */
gboolean          matchum_entry_words_find_parts   (const char              *text,
                                                    MatchumEntryOrder        usual,
                                                    MatchumEntryParts       *parts);

/* Whether text names a role: more than 0; or an organisation: less than 0. */
gint              matchum_entry_words_weigh        (const char              *text);
gboolean          matchum_entry_words_is_school    (const char              *text);
/* The bytes of text that name a degree: 석사, MSc, Bachelor of Arts; empty where none does. */
MatchumSpan       matchum_entry_words_find_degree  (const char              *text);
gboolean          matchum_entry_words_is_place     (const char              *text);

G_END_DECLS
