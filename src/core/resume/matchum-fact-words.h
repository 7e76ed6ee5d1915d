/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single lines about studies, certificates, languages and publications taken apart. Private to this room. Each function adds
 * to fact what text says; text is as it is written, dates included, with bars where tabs and wide gaps were. */
#pragma once

#include "resume/matchum-resume-facts.h"

G_BEGIN_DECLS

/* Text without leftovers of LaTeX; tabs and gaps of three blanks and more become bars. */
char *matchum_fact_words_clean            (const char        *text);
/* text without the dates of fact, which are found in it and set. */
char *matchum_fact_words_take_dates       (const char        *text,
                                           MatchumFact       *fact);
void  matchum_fact_words_read_study       (const char        *text,
                                           MatchumFact       *fact);
void  matchum_fact_words_read_certificate (const char        *text,
                                           MatchumFact       *fact);
void  matchum_fact_words_read_language    (const char        *text,
                                           MatchumFact       *fact);
void  matchum_fact_words_read_publication (const char        *text,
                                           MatchumFact       *fact);
/* Whether each part of a list says a language or a test of one. */
gboolean matchum_fact_words_are_languages (const char        *text,
                                           const GArray      *parts);

G_END_DECLS
