/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that a resume has and those that a PDF shows, made comparable: without the marks around them, which a layout
 * may set its own way, and each with a number that equal words share. */
#pragma once

#include "matchum-pdf-text.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

/* A word of the resume. */
typedef struct {
  const char *text;
  guint       number;
  guint       block;
  guint       owner;       /* the entry whose dates or line it is part of, else its own block */
  MatchumSpan span;        /* bytes of the words of the block */
  gboolean    is_date;
  gboolean    is_optional; /* the number of an item, which a layout may leave out */
} MatchumWantedWord;

/* A word of the PDF. */
typedef struct {
  const char *text;
  guint       number;
  guint       page;        /* from 0 */
  guint       row;
  guint       line;        /* of the page */
  double      x;
  gboolean    is_sign;     /* no letter or figure: may be a bullet of the layout's */
  gboolean    is_running;  /* of a line that stands on other pages too, or numbers them */
  gboolean    is_unseen;
  gboolean    is_turned;
  gboolean    is_decomposed;
} MatchumFoundWord;

typedef struct {
  GHashTable   *numbers; /* char * to number; owns the texts */
  GArray       *wanted;  /* of MatchumWantedWord, in the order of the resume */
  GArray       *found;   /* of MatchumFoundWord, in reading order */
  GHashTable   *aside;   /* set of the numbers of words that the front matter has, and that may be shown or not */
  GHashTable   *title;   /* the same of the words of the name and the title, which may stand on every page */
} MatchumPdfCheckWords;

MatchumPdfCheckWords *matchum_pdf_check_words_new  (MatchumVisibility *visibility,
                                             MatchumPdfText    *text);
void               matchum_pdf_check_words_free (MatchumPdfCheckWords *self);
/* The found words row by row instead, each row from the left to the right: a new array. */
GArray            *matchum_pdf_check_words_dup_by_rows (MatchumPdfCheckWords *self);
/* The wanted words with a line of dates right behind the title that it is under, as a layout may set it, or NULL where that
 * is the same: a new array. */
GArray               *matchum_pdf_check_words_dup_by_titles (MatchumPdfCheckWords *self);
/* Letters and figures alone, without regard to case and width: what is left of a word whose marks or forms were replaced.
 * Free with g_free(). */
char              *matchum_pdf_check_words_fold (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPdfCheckWords, matchum_pdf_check_words_free)

G_END_DECLS
