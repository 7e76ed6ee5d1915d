/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the elements of a page as lines of text. Private to this room. */
#pragma once

#include "posting/matchum-html-tree.h"

G_BEGIN_DECLS

/* dropped: as matchum_html_clutter_find() gives it. depth: how often the text was escaped HTML in HTML already; what is in
 * a page so once more is read as well, three times at most. Headings become "## ", items "- ", tables and definition
 * lists "label: value" or "a | b", bold lines "**…**". Free with g_free(). */
char *matchum_html_writer_write (MatchumHtmlTree *tree,
                                 const guint8    *dropped,
                                 guint            depth);

G_END_DECLS
