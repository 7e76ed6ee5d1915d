/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of things that a line asks for: which are all asked, and of which one will do. Of the posting room only. */
#pragma once

#include "posting/matchum-requirement-item.h"

G_BEGIN_DECLS

/* Builds the tree of items, whose nodes it takes; end: of the text they stand in. NULL where there are none. */
MatchumCriterion *matchum_requirement_list_build (MatchumRequirementReader *self,
                                                  GPtrArray                *items,
                                                  gsize                     end);

G_END_DECLS
