/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs written by hand, for what no program of ours would write. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A PDF whose pages, 595 by 842 points, have these contents, in the operators of PDF; /F1 is Helvetica, /F2 its bold.
 * The last one is repeated until there are n_pages. */
GBytes *print_make_pdf      (const char *const *contents,
                             guint              n_pages);
/* The operators that show text at a place, in points from the bottom left corner. text: Latin letters. */
char   *print_make_words    (double             x,
                             double             y,
                             double             size,
                             const char        *text);
/* A page that is a grey picture and nothing else. */
GBytes *print_make_picture  (void);

G_END_DECLS
