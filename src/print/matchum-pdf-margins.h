/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is at the head and foot of pages and no part of the text. Private to what reads resumes of PDFs. */
#pragma once

#include "matchum-pdf-text.h"

G_BEGIN_DECLS

/* Sets is_margin of rows (array of MatchumPdfRow). */
void matchum_pdf_margins_find (MatchumPdfText *pdf,
                               GPtrArray      *rows);

G_END_DECLS
