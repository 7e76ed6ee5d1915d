/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a PDF of Cairo's anew with what Cairo leaves out, and without the white space it puts between words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* pdf with its language (as in BCP 47), metadata in XMP that say what its document information says, an identifier made
 * from the content, the order of tabs by structure, links that are printed and have a description, dates in the form of
 * the standard, and the title for viewers to show. Where pdf has not the shape that Cairo gives it, pdf itself (a new
 * reference). */
GBytes *matchum_pdf_rewriter_rewrite (GBytes     *pdf,
                                      const char *language);

G_END_DECLS
