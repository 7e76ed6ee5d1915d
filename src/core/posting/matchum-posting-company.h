/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who hires: what the company may be called, weighed by where each name stands and what speaks for it. Private to this
 * room. */
#pragma once

#include "posting/matchum-posting-shape.h"
#include "text/matchum-front-matter.h"

G_BEGIN_DECLS

/* The words of a span without Markdown, on one line; empty of a very long one. */
char *matchum_posting_company_dup_plain (MatchumSource      *source,
                                         MatchumSpan         span);
/* NULL where no name is sure enough. headline: the words that say the title, or NULL; index: of the shape that holds
 * them, G_MAXUINT where none does. shapes have their roles. */
char *matchum_posting_company_find      (MatchumSource      *source,
                                         MatchumFrontMatter *front_matter,
                                         GArray             *shapes,
                                         const char         *headline,
                                         guint               index);
/* Whether a known section begins with it: names stand above. */
gboolean matchum_posting_company_ends_head (const MatchumLineShape *shape);

G_END_DECLS
