/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns the bytes of an HTML page into UTF-8, whatever encoding they are in. Private to posting/ and import/. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Never fails: bytes that are no text are left out, control characters as well. A byte order mark decides; then text
 * that is UTF-8 is taken for it whatever the page says of itself; then what the page says and what Korean pages mostly
 * are in is tried, and what leaves the fewest bytes over is taken. Free with g_string_free(). */
GString *matchum_html_charset_decode (const char *bytes,
                                      gsize       length);

G_END_DECLS
