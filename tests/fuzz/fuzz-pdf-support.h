/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of PDFs made of plain text, and what must hold of every one. */
#pragma once

#include "fuzz-support.h"

#include "matchum-pdf-text.h"

G_BEGIN_DECLS

/* What the process that reads PDFs would say of a file with these lines, pages parted by form feeds: a line feed ends a line,
 * a tab begins another line at its height; "#" before a line makes it large and bold. NULL where there are no words. */
GBytes         *fuzz_make_pdf_output  (const guint8   *data,
                                       gsize           length);
/* The same, read. */
MatchumPdfText *fuzz_make_pdf_text    (const guint8   *data,
                                       gsize           length);
/* Words belong to lines, lines to rows, and every string is one. */
void            fuzz_assert_pdf_text  (MatchumPdfText *text);

G_END_DECLS
