/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML made plain before the parser sees it: whatever may cost a parser more time than the page is long is taken away,
 * and so is what is never read. Private to posting/ and import/. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One pass over text, which is UTF-8. Comments, doctypes, scripts, styles and the like are gone; of attributes only those
 * that Matchum reads are left, each once and of bounded length; a < that begins no tag is written &lt;. The text of
 * JSON-LD scripts is added to scripts (of char *) where that is not NULL. Free with g_string_free(). */
GString *matchum_html_scrub (const char *text,
                             gsize       length,
                             GPtrArray  *scripts);

G_END_DECLS
