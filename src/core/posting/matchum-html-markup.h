/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells text from markup where either may stand. Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether text, in which no entity is left, is HTML that was escaped: tags that open and close, or several line breaks. */
gboolean matchum_html_markup_is_in_text (const char *text,
                                         gsize       length);
/* Whether the line ends in a text are meant: items stand on its lines, or blank lines between them. HTML shows them only
 * where a style says so, which often stands in another file. */
gboolean matchum_html_markup_has_lines  (const char *text,
                                         gsize       length);
/* Whether all of a text is HTML: a page, or a fragment. Markdown with some HTML in it is not. */
gboolean matchum_html_markup_is_html    (const char *text,
                                         gsize       length);
/* The same where its tags are escaped: "&lt;p&gt;". */
gboolean matchum_html_markup_is_escaped (const char *text,
                                         gsize       length);

G_END_DECLS
