/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a PDF says what a resume says: every word, whole and in order, and every link. Immutable and reference counted. */
#pragma once

#include "matchum-pdf-text.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PDF_CHECK (matchum_pdf_check_get_type ())

typedef enum {
  MATCHUM_PDF_DIFFERENCE_MISSING,      /* words of the resume that the PDF does not have */
  MATCHUM_PDF_DIFFERENCE_MOVED,        /* they stand elsewhere than on their line, or before or after it */
  MATCHUM_PDF_DIFFERENCE_REPLACED,     /* they have other characters there: see instead */
  MATCHUM_PDF_DIFFERENCE_CUT,          /* one word became several, at a line's end perhaps: see instead */
  MATCHUM_PDF_DIFFERENCE_JOINED,       /* several words became one: see instead */
  MATCHUM_PDF_DIFFERENCE_DECOMPOSED,   /* stored in pieces of letters (NFD), which a search does not find */
  MATCHUM_PDF_DIFFERENCE_UNSEEN,       /* they are in the file, but can't be seen on the page */
  MATCHUM_PDF_DIFFERENCE_TURNED,       /* they run upwards, downwards or upside down */
  MATCHUM_PDF_DIFFERENCE_EXTRA,        /* words of the PDF that the resume does not have */
  MATCHUM_PDF_DIFFERENCE_LINK_MISSING, /* a link of the resume that the PDF does not have */
  MATCHUM_PDF_DIFFERENCE_LINK_EXTRA,   /* a link of the PDF that leads where the resume does not */
} MatchumPdfDifferenceKind;

typedef struct {
  MatchumPdfDifferenceKind kind;
  char                    *words;   /* as the resume has them, or the PDF what is too many; of a link: its address */
  char                    *instead; /* what the PDF has for them, or NULL */
  guint                    n_words; /* of words; 0 of a link */
  guint                    page;    /* 1-based, where they are or were to be; 0 where that can't be told */
  guint                    line;    /* 1-based, of the resume's text; 0 of what is extra */
} MatchumPdfDifference;

typedef struct _MatchumPdfCheck MatchumPdfCheck;

GType                       matchum_pdf_check_get_type          (void);

/* Holds the PDF against what is visible. Bullets, numbers of pages, and lines that stand at the edge of several pages, are
 * the layout's own; and dates may stand anywhere on the line of their title. */
MatchumPdfCheck            *matchum_pdf_check_new               (MatchumVisibility *visibility,
                                                                 MatchumPdfText    *text);
MatchumPdfCheck            *matchum_pdf_check_ref               (MatchumPdfCheck   *self);
void                        matchum_pdf_check_unref             (MatchumPdfCheck   *self);

/* Whether there is no difference at all. */
gboolean                    matchum_pdf_check_is_intact         (MatchumPdfCheck   *self);
guint                       matchum_pdf_check_get_n_words       (MatchumPdfCheck   *self);
/* Those of them that the PDF has whole, to be seen, and in order. */
guint                       matchum_pdf_check_get_n_in_order    (MatchumPdfCheck   *self);
guint                       matchum_pdf_check_get_n_extra       (MatchumPdfCheck   *self);
/* Places that the PDF leads to and the resume, too. */
guint                       matchum_pdf_check_get_n_links       (MatchumPdfCheck   *self);
guint                       matchum_pdf_check_get_n_missing_links (MatchumPdfCheck *self);
/* Entries with dates; those whose dates stand on the line of their title. */
guint                       matchum_pdf_check_get_n_dates       (MatchumPdfCheck   *self);
guint                       matchum_pdf_check_get_n_dates_on_line (MatchumPdfCheck *self);
guint                       matchum_pdf_check_get_n_pages       (MatchumPdfCheck   *self);
/* Neighbouring words that differ alike are one difference. */
guint                       matchum_pdf_check_get_n_differences (MatchumPdfCheck   *self);
const MatchumPdfDifference *matchum_pdf_check_get_difference    (MatchumPdfCheck   *self,
                                                                 guint              index);

/* "moved", for scripts. */
const char                 *matchum_pdf_difference_get_name     (const MatchumPdfDifference *difference);
/* "“주문 처리” on page 1 is out of order", in the user's language; free with g_free(). */
char                       *matchum_pdf_difference_describe     (const MatchumPdfDifference *difference);
/* What differs, counted: "2 of 512 words differ, 1 link is missing"; "" where nothing does; free with g_free(). */
char                       *matchum_pdf_check_dup_counts        (MatchumPdfCheck   *self);
/* "All 512 words in order, 3 links.", or what differs, first things first; free with g_free(). */
char                       *matchum_pdf_check_dup_sentence      (MatchumPdfCheck   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPdfCheck, matchum_pdf_check_unref)

G_END_DECLS
