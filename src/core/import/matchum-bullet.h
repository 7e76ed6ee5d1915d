/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs that people, word processors and PDFs put before the items of a list. Private to import/ and print/. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of the blanks and the sign that text begins with, and the blanks behind it; 0 where it begins with none. A dash
 * counts only with a blank behind it. */
gsize    matchum_bullet_measure      (const char *text);
/* Whether c is a sign that stands for nothing else: • but not a dash. */
gboolean matchum_bullet_is_sign      (gunichar    c);
/* text with every such sign at the start of a line: "A: • b • c" are three lines. A lone one within a line stays. Free with
 * g_free(). */
char    *matchum_bullet_break_lines  (const char *text);

G_END_DECLS
