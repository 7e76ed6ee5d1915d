/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The things that a line asks for at one level of brackets, in order: atoms with what stands in brackets behind them,
 * degrees with their fields of study. Of the posting room only. */
#pragma once

#include "posting/matchum-requirement-atom.h"
#include "posting/matchum-requirement-gap.h"

G_BEGIN_DECLS

typedef struct _MatchumRequirementReader MatchumRequirementReader;

struct _MatchumRequirementReader {
  MatchumAtomLine  *line;
  gsize            *closing; /* for each opening bracket of the folded text the place of its closing one, else 0; NULL
                               where there are none */
  /* Reads what stands between two places, in brackets of so many levels. */
  MatchumCriterion *(*parse) (MatchumRequirementReader *self, gsize start, gsize end, guint depth);
};

/* One thing asked for. */
typedef struct {
  MatchumAtomKind   kind;
  MatchumSpan       span;     /* of the folded text, brackets behind it included */
  MatchumCriterion *node;     /* owned; NULL once it is built into a tree */
  gboolean          is_major; /* a field of study that must have been studied */
} MatchumRequirementItem;

void                          matchum_requirement_item_free             (MatchumRequirementItem   *item);

/* For each opening bracket the place of its closing one, else 0; length + 1 entries; NULL where no bracket is closed. Free
 * with g_free(). */
gsize                        *matchum_requirement_reader_match_brackets (const char               *text,
                                                                         gsize                     length);
/* Whether any of words stands between two places. */
gboolean                      matchum_requirement_reader_contains       (MatchumRequirementReader *self,
                                                                         gsize                     from,
                                                                         gsize                     to,
                                                                         const char *const        *words);
/* The items between two places, in brackets of depth levels; takes the criteria of the atoms there. */
GPtrArray                    *matchum_requirement_items_collect         (MatchumRequirementReader *self,
                                                                         gsize                     start,
                                                                         gsize                     end,
                                                                         guint                     depth);
const MatchumRequirementItem *matchum_requirement_items_get             (GPtrArray                *items,
                                                                         guint                     index);
/* What stands between an item and the next one, or the end. */
MatchumGap                    matchum_requirement_items_get_gap         (MatchumRequirementReader *self,
                                                                         GPtrArray                *items,
                                                                         guint                     index,
                                                                         gsize                     end);
/* Whether nothing but a blank or a hyphen does. */
gboolean                      matchum_requirement_items_is_joined       (MatchumRequirementReader *self,
                                                                         GPtrArray                *items,
                                                                         guint                     index);
/* Puts fields of study into the degrees beside them, and makes majors of those that must have been studied. */
void                          matchum_requirement_items_gather_degrees  (MatchumRequirementReader *self,
                                                                         GPtrArray                *items,
                                                                         gsize                     end);
void                          matchum_requirement_items_gather_majors   (MatchumRequirementReader *self,
                                                                         GPtrArray                *items,
                                                                         gsize                     end);

G_END_DECLS
