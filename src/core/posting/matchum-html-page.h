/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read of one HTML page or fragment. Private to this room. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  char      *title;   /* of the page, or NULL */
  char      *text;    /* its lines, as Markdown; may be empty */
  GPtrArray *scripts; /* of char *: its JSON-LD */
} MatchumHtmlPage;

/* text: UTF-8. name is for messages. depth: how often it was unescaped to be HTML. Fails with
 * MATCHUM_SOURCE_ERROR_FORMAT where it is no page that can be read. */
MatchumHtmlPage *matchum_html_page_read     (const char       *name,
                                             const char       *text,
                                             gsize             length,
                                             guint             depth,
                                             GError          **error);
void             matchum_html_page_free     (MatchumHtmlPage  *page);

/* The lines of a piece of text that may be HTML, escaped or not, or plain. Free with g_free(). */
char            *matchum_html_page_dup_text (const char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumHtmlPage, matchum_html_page_free)

G_END_DECLS
