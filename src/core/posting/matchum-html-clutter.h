/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what a page is about from what stands around it: menus, banners, lists of other postings. Private to this room. */
#pragma once

#include "posting/matchum-html-tree.h"

G_BEGIN_DECLS

/* One byte for each node of tree, not 0 where the node is not to be read. Judged by roles, element names, the words of
 * classes and ids, and how much of an element is links; never by the name of a site. What holds a heading of a posting
 * ("자격요건"), the title of the page or most of its text is kept whatever it is called. Free with g_free(). */
guint8 *matchum_html_clutter_find (MatchumHtmlTree *tree);

/* Whether text, words of a heading or button, announces requirements or duties. */
gboolean matchum_html_clutter_knows_heading (const char *text,
                                             gsize       length);

G_END_DECLS
