/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the process that reads a PDF tells the one that asked: one GVariant. Included by both ends, and by nobody else. */
#pragma once

#include <gio/gio.h>

#include "matchum-pdf-text.h"

G_BEGIN_DECLS

/* Metadata in the order of MatchumPdfMetadata ("" for none), whether tagged; fonts (name, size, colour); pages (width,
 * height, whether a picture, the words joined by line feeds, a record for each word and for each line, links);
 * outline (title, level, page). */
#define MATCHUM_PDF_WORD_TYPE "(dddduuuu)"
#define MATCHUM_PDF_LINE_TYPE "(dddduuuu)"
#define MATCHUM_PDF_READING_TYPE                                                                                       \
  "(asba(sdyyy)a(ddbsa" MATCHUM_PDF_WORD_TYPE "a" MATCHUM_PDF_LINE_TYPE "a(s(dddd)))a(suu))"

#define MATCHUM_PDF_N_METADATA 7

typedef struct {
  MatchumPdfBox box;
  guint32       font;
  guint32       line;
  guint32       is_decomposed;
  guint32       is_unseen;
} MatchumPdfWordRecord;

typedef struct {
  MatchumPdfBox box;
  guint32       first_word;
  guint32       n_words;
  guint32       row;
  guint32       is_turned;
} MatchumPdfLineRecord;

/* What stands before the variant: READ, or why there is none, and a number that tells more of it. */
#define MATCHUM_PDF_READING_READ 0x4d434832u

typedef struct {
  guint32 code;   /* MATCHUM_PDF_READING_READ or 1 + MatchumPdfTextError */
  guint32 number; /* the pages, where they are too many */
} MatchumPdfReadingHead;

/* Said to the process that reads, and nothing else is: that it is to look at the pages, too. */
#define MATCHUM_PDF_READING_LOOK "look"

/* Reads a PDF in this process, without any limit of time; looks: also draws the pages, to tell which words are not to be
 * seen. NULL: head tells why. */
GVariant *matchum_pdf_reading_read (GBytes                *bytes,
                                    gboolean               looks,
                                    MatchumPdfReadingHead *head);

/* What the process said, made a text where it is sound, and else the error that it is to be. */
MatchumPdfText *matchum_pdf_text_new_from_output (const char  *name,
                                                  GBytes      *output,
                                                  GError     **error);

G_END_DECLS
