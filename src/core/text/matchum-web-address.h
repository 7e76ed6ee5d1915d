/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses in a text: e-mail, http(s), and domains by themselves. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

/* The bytes at the start of word that an address can have: Korean particles may follow at once. */
gsize  matchum_web_address_get_length (const char *word,
                                       gsize       length);
/* Where the first length bytes of word lead to, or NULL where they are no address. Where bare_domains, example.com/me
 * is one. Free with g_free. */
char  *matchum_web_address_dup_url    (const char *word,
                                       gsize       length,
                                       gboolean    bare_domains);
/* Where the first address in the bytes of span leads to; found gets its bytes, and span those that follow. NULL where there
 * is none. Free with g_free. */
char  *matchum_web_address_find       (const char  *text,
                                       MatchumSpan *span,
                                       gboolean     bare_domains,
                                       MatchumSpan *found);

G_END_DECLS
