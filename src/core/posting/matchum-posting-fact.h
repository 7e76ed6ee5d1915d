/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that a posting says of itself, in its own words, and where it says so. Lives as long as who holds it. */
#pragma once

#include <glib.h>

#include "text/matchum-source.h"

G_BEGIN_DECLS

typedef struct {
  char       *text; /* its words, Markdown taken away, on one line */
  MatchumSpan span; /* bytes of the source */
  guint       line; /* 1-based physical line */
} MatchumPostingFact;

/* From bytes of source, which are kept short; NULL where no words are in them. */
MatchumPostingFact *matchum_posting_fact_new   (MatchumSource            *source,
                                                MatchumSpan               span);
MatchumPostingFact *matchum_posting_fact_copy  (const MatchumPostingFact *self);
void                matchum_posting_fact_free  (MatchumPostingFact       *self);
void                matchum_posting_fact_clear (MatchumPostingFact       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPostingFact, matchum_posting_fact_free)

G_END_DECLS
