/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of print share: resumes from Markdown, PDFs read back by other programs, words compared. */
#pragma once

#include <cairo.h>

#include "resume/matchum-visibility.h"

#include "matchum-pages.h"

G_BEGIN_DECLS

/* The six resumes that were written for the tests: "ko-kang-mle" and so on, NULL-terminated. */
extern const char *const print_resumes[];

/* Whether to try everything rather than what tells most; see tests/README.md. */
gboolean           print_is_long         (void);

char              *print_load_markdown   (const char         *name);
MatchumVisibility *print_read            (const char         *markdown);
/* All blocks but those whose text contains words. */
MatchumVisibility *print_read_without    (const char         *markdown,
                                          const char         *words);

/* The default style but for theme and paper. */
MatchumPageStyle   print_get_style       (const char         *theme,
                                          MatchumPaper        paper);
/* Paths of all resumes in Markdown of the labelled cases and the samples, sorted. */
GStrv              print_list_resumes    (void);

/* Fails the test where it can't be done. The fonts of the pages before are used again. */
MatchumPages      *print_lay_out_in      (MatchumVisibility      *visibility,
                                          const MatchumPageStyle *style);
GBytes            *print_export_in       (MatchumVisibility      *visibility,
                                          const MatchumPageStyle *style);
/* The same in print_get_style. */
MatchumPages      *print_lay_out         (MatchumVisibility  *visibility,
                                          const char         *theme,
                                          MatchumPaper        paper);
GBytes            *print_export          (MatchumVisibility  *visibility,
                                          const char         *theme,
                                          MatchumPaper        paper);
/* One of print_resumes. */
GBytes            *print_export_file     (const char         *name,
                                          const char         *theme,
                                          MatchumPaper        paper);
/* What a program prints; the argument "PDF" stands for a file with the bytes of pdf. NULL where the program is not
 * installed; the test fails where the program does. */
char              *print_run             (GBytes             *pdf,
                                          const char         *program,
                                          ...) G_GNUC_NULL_TERMINATED;
char              *print_run_list        (GBytes             *pdf,
                                          const char *const  *words);
gboolean           print_has             (const char         *program);

/* The words of Markdown, or of a text, in order; marks and separators taken away. */
GStrv              print_split_markdown  (const char         *markdown);
GStrv              print_split_text      (const char         *text);
/* The words of all visible blocks, in order. */
GStrv              print_split_visible   (MatchumVisibility  *visibility);
/* The words of dates that are an entry's, which themes put where they like in its heading. */
GStrv              print_split_dates     (MatchumVisibility  *visibility);
/* The share of wanted that is in got, in the same order: 0 to 1. */
double             print_get_share       (GStrv               wanted,
                                          GStrv               got);

/* Page drawn at scale pixels a point on white, grey: rows of width bytes, 0 is black. */
guint8            *print_draw            (MatchumPages       *pages,
                                          guint               page,
                                          double              scale,
                                          int                *width,
                                          int                *height);

G_END_DECLS
