/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links that a resume has, held against those of a PDF. */
#pragma once

#include "matchum-pdf-text.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

typedef struct {
  char *uri;
  guint page; /* 1-based; 0 of one that the PDF does not have */
  guint line; /* 1-based, of the resume's text; 0 of one that it does not have */
} MatchumPdfCheckLink;

typedef struct {
  guint   n_present; /* places that both lead to, each once */
  GArray *missing;   /* of MatchumPdfCheckLink */
  GArray *extra;     /* of MatchumPdfCheckLink */
} MatchumPdfCheckLinks;

/* A link that the author made has to be there; an address that just stands in the text may lead there or not. */
MatchumPdfCheckLinks *matchum_pdf_check_links_new  (MatchumVisibility *visibility,
                                             MatchumPdfText    *text);
void               matchum_pdf_check_links_free (MatchumPdfCheckLinks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPdfCheckLinks, matchum_pdf_check_links_free)

G_END_DECLS
