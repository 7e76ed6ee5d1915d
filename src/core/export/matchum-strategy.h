/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strategy sheet of an application: what the posting says of itself, every requirement with its verdict, the sentence
 * that explains it and the words that show it, what to prepare, and what the job does. Markdown in the language of the
 * interface, for one page. Of the resume it says nothing that is hidden. */
#pragma once

#include "match/matchum-coverage.h"
#include "posting/matchum-posting-details.h"

G_BEGIN_DECLS

/* From all that there is to say to the least: who prints it takes the first that fits the page. */
#define MATCHUM_STRATEGY_N_LEVELS 8

/* details: of the coverage's posting. company and title are as the user put them right; NULL is as the posting says. Free
 * the result. */
char *matchum_strategy_write (MatchumCoverage       *coverage,
                              MatchumPostingDetails *details,
                              const char            *company,
                              const char            *title,
                              guint                  level);

G_END_DECLS
