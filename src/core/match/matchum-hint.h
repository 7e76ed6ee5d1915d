/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a resume that name what is asked, and take it back: considered, tried in a tutorial, planned, done by others. A
 * hint of what somebody knows, never evidence. Read-only outside this room. */
#pragma once

#include <glib.h>

#include "match/matchum-hedge.h"
#include "match/matchum-match.h"
#include "resume/matchum-visibility.h"

G_BEGIN_DECLS

typedef struct {
  guint                   block;     /* index in the resume */
  MatchumSpan             span;      /* bytes of the block's words */
  const MatchumCriterion *criterion; /* the leaf it names; lives as long as its match */
  MatchumHedgeKind        kind;      /* why it is none, never NONE */
} MatchumHint;

/* The visible hints of a leaf in the order of the resume, one for each block and no more than a few: GArray of
 * MatchumHint. */
GArray     *matchum_hint_find_all (MatchumMatch           *match,
                                   MatchumVisibility      *visibility,
                                   const MatchumCriterion *leaf);
/* Told in the CLI's JSON: considered, tried, studied, planned, slight, part, others, dropped, denied, not-held, hedged. */
const char *matchum_hint_get_nick (MatchumHedgeKind        kind);
/* "considered": one or two words, translated. */
const char *matchum_hint_get_word (MatchumHedgeKind        kind);
/* "A hint only: considered": a whole sentence, translated. */
const char *matchum_hint_get_note (MatchumHedgeKind        kind);

G_END_DECLS
