/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a PDF as a person reads them: bullets with their lines joined, dates at the margin with what they are of,
 * page numbers and repeated names left out. */
#pragma once

#include "import/matchum-flow.h"
#include "matchum-pdf-text.h"

G_BEGIN_DECLS

/* notes, which may be NULL, gets what was left out. */
MatchumFlow *matchum_pdf_resume_read (MatchumPdfText    *pdf,
                                      MatchumJsonNotes  *notes);

G_END_DECLS
