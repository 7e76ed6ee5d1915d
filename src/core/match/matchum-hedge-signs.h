/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What says, within one clause, that something was not done, or not by the person whose resume it is. Private to this
 * room. */
#pragma once

#include "match/matchum-hedge.h"

G_BEGIN_DECLS

typedef enum {
  MATCHUM_HEDGE_SIGN_HEDGE   = 1 << 0, /* whatever the clause names was not really done */
  MATCHUM_HEDGE_SIGN_DENIAL  = 1 << 1, /* it says that something was not done */
  MATCHUM_HEDGE_SIGN_RETREAT = 1 << 2, /* and takes back what stands before it as well */
  MATCHUM_HEDGE_SIGN_INSTEAD = 1 << 3, /* something else was kept: "tried Svelte; we stayed with React" */
  MATCHUM_HEDGE_SIGN_OTHERS  = 1 << 4, /* whose work the words right before it were: "Kafka, run by the platform team" */
} MatchumHedgeSigns;

/* All signs that stand in a clause: length bytes of folded text. */
MatchumHedgeSigns matchum_hedge_signs_find (const char *text,
                                            gsize       length);
/* Why a clause that has signs is no evidence. Slower than finding them: for those that are to be explained. */
MatchumHedgeKind  matchum_hedge_signs_find_kind (const char *text,
                                                 gsize       length);

G_END_DECLS
