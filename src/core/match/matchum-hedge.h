/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a resume line are taken back by the words around them: considered, tried in a tutorial, given up,
 * never done, done by others. Such words are no evidence. All text is folded text. */
#pragma once

#include <glib.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

/* Why words are no evidence. */
typedef enum {
  MATCHUM_HEDGE_KIND_NONE,
  MATCHUM_HEDGE_KIND_CONSIDERED, /* 검토만, compared */
  MATCHUM_HEDGE_KIND_TRIED,      /* PoC, toy projects, after an example */
  MATCHUM_HEDGE_KIND_STUDIED,    /* tutorials, courses, books */
  MATCHUM_HEDGE_KIND_PLANNED,    /* would like to, 예정 */
  MATCHUM_HEDGE_KIND_SLIGHT,     /* a beginner's level */
  MATCHUM_HEDGE_KIND_PART,       /* 설계만: a part of the work */
  MATCHUM_HEDGE_KIND_OTHERS,     /* the work of others */
  MATCHUM_HEDGE_KIND_DROPPED,    /* not adopted, given up */
  MATCHUM_HEDGE_KIND_DENIED,     /* never done */
  MATCHUM_HEDGE_KIND_NOT_HELD,   /* a certificate or degree that is not held */
  MATCHUM_HEDGE_KIND_UNKNOWN,
} MatchumHedgeKind;

/* The hedged stretches of text, in order: GArray of MatchumSpan. named: the spans of what text names (GArray of
 * MatchumSpan); a denial that names nothing itself takes back what stands before it. */
GArray  *matchum_hedge_find_all   (const char *text,
                                   gsize       length,
                                   GArray     *named);
/* Why the first hedged stretch that meets span is hedged, NONE where none does; text and named as above. Slow: for
 * what is to be explained. */
MatchumHedgeKind matchum_hedge_find_kind (const char *text,
                                          gsize       length,
                                          GArray     *named,
                                          MatchumSpan span);
/* Whether one of the stretches, which must be in order, meets span. */
gboolean matchum_hedge_covers     (GArray     *hedged,
                                   MatchumSpan span);

G_END_DECLS
