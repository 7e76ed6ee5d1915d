/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a PDF from one margin to the other, or of a column, in the order in which they are read. Private to what
 * reads resumes of PDFs. */
#pragma once

#include "matchum-pdf-text.h"

G_BEGIN_DECLS

typedef struct {
  const MatchumPdfWord *word;
  const char           *url;        /* or NULL */
  double                size;       /* of its letters, points */
  gboolean              is_apart;   /* a gap as between columns is before it */
  gboolean              is_close;   /* no room at all is before it */
} MatchumPdfRowWord;

typedef struct {
  guint    page;
  guint    column;   /* number of the column on the page and in its band; rows of others stand elsewhere */
  double   x1;
  double   y1;
  double   x2;
  double   y2;
  double   left;     /* of the column */
  double   right;
  double   size;     /* of most of its letters, points */
  gboolean is_bold;  /* all of it */
  GArray  *words;    /* of MatchumPdfRowWord; may be empty where there is an aside */
  GArray  *aside;    /* the same: what stands at the right margin, apart; may be empty */
  gboolean is_turned;
  gboolean is_label; /* the name of a section in the left margin */
  gboolean is_margin; /* a page number, or a line that is on other pages, too */
} MatchumPdfRow;

/* Array of MatchumPdfRow. */
GPtrArray *matchum_pdf_rows_read      (MatchumPdfText      *pdf);
/* The words of a row or its aside with blanks between them; bars where they stand apart. Free with g_free(). */
char      *matchum_pdf_rows_dup_words (const GArray        *words);

G_END_DECLS
