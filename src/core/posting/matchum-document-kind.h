/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells a resume from a posting. */
#pragma once

#include "text/matchum-source.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_DOCUMENT_UNKNOWN, /* neither side has more to say for it */
  MATCHUM_DOCUMENT_RESUME,
  MATCHUM_DOCUMENT_POSTING,
} MatchumDocumentKind;

/* Judges by the headings: sections that only resumes have against those that only postings have. */
MatchumDocumentKind matchum_document_kind_guess (MatchumSource *source);

G_END_DECLS
