/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is a kind of what, and what shows what, over any number of steps. For this room only. */
#pragma once

#include "lexicon/matchum-lexicon-parser.h"

G_BEGIN_DECLS

/* For each concept a GArray of guint32, ascending: twice the index of what it shows, + 1 where it is that or a kind of
 * it. Fails with MATCHUM_LEXICON_ERROR_CYCLE where broader and implies lead back to where they started. */
GPtrArray *matchum_concept_graph_find_shown (MatchumRecords *records,
                                             GError        **error);

G_END_DECLS
