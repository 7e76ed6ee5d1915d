/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds to a finished PDF what Cairo can't write: the language of the text, that viewers show the title, and an
 * identifier made from the content. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* pdf with an incremental update at its end; language as in BCP 47. Where pdf has not the shape that Cairo 1.16 gives
 * it, pdf itself (a new reference). */
GBytes *matchum_pdf_update_add_language (GBytes     *pdf,
                                         const char *language);

G_END_DECLS
