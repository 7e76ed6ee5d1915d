/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a PDF, taken in one order, held against those of a resume: what became of each. */
#pragma once

#include "matchum-pdf-check-words.h"
#include "matchum-word-alignment.h"

G_BEGIN_DECLS

/* What became of a word of either side. */
typedef enum {
  MATCHUM_FATE_OPEN, /* not found, or not wanted */
  MATCHUM_FATE_IN_ORDER,
  MATCHUM_FATE_MOVED,
  MATCHUM_FATE_REPLACED,
  MATCHUM_FATE_CUT,
  MATCHUM_FATE_JOINED,
  MATCHUM_FATE_RUNNING, /* of a line that tells the page */
} MatchumWordFate;

/* One way of reading the PDF, held against the resume. */
typedef struct {
  MatchumPdfCheckWords *words;
  GArray *wanted_words; /* of MatchumWantedWord */
  const MatchumWantedWord *wanted; /* the same */
  GArray *found; /* of MatchumFoundWord */
  guint n_wanted;
  guint n_found;
  guint *partners;   /* of each wanted word: the index of the (first) found word, or NONE */
  guint *n_partners; /* how many found words it became */
  guint8 *fates;     /* of the wanted words */
  guint8 *found_fates;
  guint n_in_order;
} MatchumPdfCheckReading;

/* Reads column by column and row by row, and keeps what finds more words in order. */
MatchumPdfCheckReading    *matchum_pdf_check_reading_new_best  (MatchumPdfCheckWords         *words);
void                    matchum_pdf_check_reading_free      (MatchumPdfCheckReading       *self);
const MatchumFoundWord *matchum_pdf_check_reading_get_found (const MatchumPdfCheckReading *self,
                                                         guint                      index);
/* Whether the found word stands in the row of a wanted one that is in order. */
gboolean                matchum_pdf_check_reading_is_in_row (const MatchumPdfCheckReading *self,
                                                         guint                      wanted,
                                                         const MatchumFoundWord    *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPdfCheckReading, matchum_pdf_check_reading_free)

G_END_DECLS
