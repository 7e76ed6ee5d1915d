/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells lines that give the dates of something from prose that mentions a date. */
#pragma once

#include "text/matchum-date-range.h"

G_BEGIN_DECLS

/* The dates of text, or NULL where it has none: array of MatchumDateRange. */
GArray  *matchum_dated_line_find_dates (const char *text);
/* Whether text gives dates: they begin or end one of its lines, and the rest of that line is short. *is_dates, where
 * not NULL, gets whether there is nothing else in it, but for a length of time such as "(2년 3개월)". */
gboolean matchum_dated_line_is_dated   (const char *text,
                                        gboolean   *is_dates);

G_END_DECLS
