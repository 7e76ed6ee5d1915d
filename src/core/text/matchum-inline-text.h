/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of one block or line with the Markdown taken away: plain text, the runs that were bold, italic,
 * code or a link, and the way back to the source. Reference counted. */
#pragma once

#include <glib-object.h>

#include "text/matchum-offset-map.h"
#include "text/matchum-span.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_INLINE_TEXT (matchum_inline_text_get_type ())

typedef enum {
  MATCHUM_INLINE_STRONG,
  MATCHUM_INLINE_EMPHASIS,
  MATCHUM_INLINE_CODE,
  MATCHUM_INLINE_LINK,
} MatchumInlineKind;

typedef struct {
  MatchumInlineKind kind;
  MatchumSpan       span; /* bytes of the plain text */
  char             *url;  /* of a link, else NULL */
} MatchumInlineRun;

typedef struct _MatchumInlineText MatchumInlineText;

GType                   matchum_inline_text_get_type        (void);

/* Takes text, map and runs (array of MatchumInlineRun, made with matchum_inline_run_free as its free function). */
MatchumInlineText      *matchum_inline_text_new             (char              *text,
                                                             MatchumOffsetMap  *map,
                                                             GPtrArray         *runs);
/* Words that stand in the source as they are, from start on. */
MatchumInlineText      *matchum_inline_text_new_plain       (const char        *text,
                                                             gsize              length,
                                                             gsize              start);
MatchumInlineText      *matchum_inline_text_ref             (MatchumInlineText *self);
void                    matchum_inline_text_unref           (MatchumInlineText *self);

/* Plain text: a soft line break is one space, a hard one a newline. */
const char             *matchum_inline_text_get_text        (MatchumInlineText *self);
gsize                   matchum_inline_text_get_length      (MatchumInlineText *self);
guint                   matchum_inline_text_get_n_runs      (MatchumInlineText *self);
const MatchumInlineRun *matchum_inline_text_get_run         (MatchumInlineText *self,
                                                             guint              index);
/* Whether both say the same in the same way, wherever they come from. */
gboolean                matchum_inline_text_is_equal        (MatchumInlineText *self,
                                                             MatchumInlineText *other);
/* Bytes of the source for bytes of the plain text. */
MatchumSpan             matchum_inline_text_get_source_span (MatchumInlineText *self,
                                                             MatchumSpan        span);

MatchumInlineRun       *matchum_inline_run_new              (MatchumInlineKind  kind,
                                                             MatchumSpan        span,
                                                             const char        *url);
void                    matchum_inline_run_free             (MatchumInlineRun  *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumInlineText, matchum_inline_text_unref)

G_END_DECLS
