/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the letters of a PDF are. Private to what reads resumes of PDFs. */
#pragma once

#include "matchum-pdf-text.h"

G_BEGIN_DECLS

/* The size of every font, in points. Free with g_free(). */
double *matchum_pdf_type_measure (MatchumPdfText *pdf);

G_END_DECLS
