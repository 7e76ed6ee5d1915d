/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Postings from HTML: pages that were saved, and what browsers put on the clipboard. */
#pragma once

#include "text/matchum-source.h"

G_BEGIN_DECLS

/* Turns html into a text as the reader of postings knows it, Markdown with front matter. name is for messages. The
 * encoding is found by byte order mark, UTF-8 or the page's own word. Fails with MATCHUM_SOURCE_ERROR_EMPTY where the
 * page has no words, TOO_LARGE where it is larger than any text, FORMAT where it cannot be read. */
MatchumSource *matchum_html_text_convert (const char  *name,
                                          GBytes      *html,
                                          GError     **error);
/* Whether bytes are HTML, escaped or not. Markdown and plain text in which some HTML stands are not. */
gboolean       matchum_html_text_is_html (GBytes      *bytes);

G_END_DECLS
