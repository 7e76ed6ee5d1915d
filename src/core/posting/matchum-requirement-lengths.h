/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several lengths of experience in one line, each in something of its own: "머신러닝 4년 이상, 그중 LLM 1년 이상", "5+ years
 * in backend, at least three of them with Go". Of the posting room only. */
#pragma once

#include "posting/matchum-requirement-item.h"

G_BEGIN_DECLS

/* Where the line has a second length in something of its own: takes out of items all that belongs to the first, as items
 * of their own; NULL where it has none. is_or: one of both is enough. */
GPtrArray *matchum_requirement_lengths_take_first (MatchumRequirementReader *self,
                                                   GPtrArray                *items,
                                                   gboolean                 *is_or);

/* Joins what two lengths ask for; of two of which one is enough, each knows what the other is in. Takes both. */
MatchumCriterion *matchum_requirement_lengths_join (MatchumCriterion    *first,
                                                   MatchumCriterion    *second,
                                                   gboolean             is_or);
/* Visitor: adds to an array of guint what a leaf names that only says how the rest is done. */
void       matchum_requirement_lengths_add_aside_cb (gpointer                  data,
                                                   gpointer                  user_data);

G_END_DECLS
