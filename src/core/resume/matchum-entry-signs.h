/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs that headings of entries are parted with. Private to this room and the exporters. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

/* Longer texts are no headings and are left as they are, in bytes. */
#define MATCHUM_ENTRY_MAX_BYTES 1000

/* What parts words: a bar, a dash, a dot, a comma, … */
gboolean    matchum_entry_signs_is_sign         (gunichar     c);
/* A bracket or a quotation mark. */
gboolean    matchum_entry_signs_is_opening      (gunichar     c);
gboolean    matchum_entry_signs_is_closing      (gunichar     c);
/* Without the white space at either end, and without signs, where these are to go as well. */
MatchumSpan matchum_entry_signs_trim            (const char  *text,
                                                 MatchumSpan  span,
                                                 gboolean     with_signs);

/* The parts that bars, dashes, slashes, commas or colons separate, whichever is the strongest sign in text: array of
 * MatchumSpan. is_barred, where not NULL, gets whether it is bars. */
GArray     *matchum_entry_signs_split           (const char  *text,
                                                 gboolean    *is_barred);
/* The parts of a list: what stands between commas or semicolons outside brackets. */
GArray     *matchum_entry_signs_split_list      (const char  *text);
/* The parts that commas separate, whatever other signs there are. */
GArray     *matchum_entry_signs_split_at_commas (const char  *text);

G_END_DECLS
