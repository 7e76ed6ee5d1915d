/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a resume as one HTML page that needs nothing besides itself. */
#pragma once

#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* What is visible, and nothing else, as HTML 5: one file without scripts or anything that is fetched, its style in it, for
 * screens light and dark and for paper. Links lead to the web, mailboxes and telephones alone; words in another language
 * than the rest are marked as such. UTF-8 with a line feed at its end. Free with g_free. */
char *matchum_html_exporter_write (MatchumVisibility *visibility);

G_END_DECLS
