/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates of an entry, as its heading or another line gives them. */
#pragma once

#include <glib.h>

#include "text/matchum-date-range.h"

G_BEGIN_DECLS

/* Dates as YYYY, YYYY-MM or YYYY-MM-DD, as exactly as they were given; "" where there is none. Of several ranges the
 * beginning of the first and the end of the last. */
typedef struct {
  char     start[12];
  char     end[12];
  gboolean is_single; /* one date, which is both */
  guint    n;         /* how many dates or ranges there were */
} MatchumEntryDates;

/* month as YYYY-MM, or as YYYY where only its year was given. */
void  matchum_entry_dates_write_month (char              *date,
                                       gsize              size,
                                       MatchumMonth       month,
                                       gboolean           by_year);
/* The bytes of the dates (of ranges, an array of MatchumDateRange or NULL) that are set off from the words of text, with
 * brackets that hold nothing else. FALSE where none are. */
gboolean matchum_entry_dates_find_span (const char    *text,
                                        const GArray  *ranges,
                                        MatchumSpan   *span);
/* text without those of ranges (array of MatchumDateRange, or NULL) that are set off from its words, and without what
 * set them off; free with g_free. dates, where not NULL, gets these, or all of them where none is set off. */
char *matchum_entry_dates_take        (const char        *text,
                                       const GArray      *ranges,
                                       MatchumEntryDates *dates);

G_END_DECLS
