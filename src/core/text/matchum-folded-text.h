/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text made comparable: compatibility forms (full width, ligatures) and case folded, jamo composed, the
 * common Hanja of postings written in Hangul, every hyphen and dash "-", typographic quotes straight, the
 * middle dots of Korean lists (ㆍ・∙) U+00B7, odd spaces made plain, invisible characters and trade marks dropped,
 * runs of white space one space (not stripped). Offsets map back to the text that was folded. Reference counted. */
#pragma once

#include <glib-object.h>

#include "text/matchum-span.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_FOLDED_TEXT (matchum_folded_text_get_type ())

typedef struct _MatchumFoldedText MatchumFoldedText;

GType              matchum_folded_text_get_type          (void);

MatchumFoldedText *matchum_folded_text_new               (const char        *text,
                                                          gssize             length);
MatchumFoldedText *matchum_folded_text_ref               (MatchumFoldedText *self);
void               matchum_folded_text_unref             (MatchumFoldedText *self);

/* The folded text. */
const char        *matchum_folded_text_get_text          (MatchumFoldedText *self);
gsize              matchum_folded_text_get_length        (MatchumFoldedText *self);
/* The text as it was given. */
const char        *matchum_folded_text_get_original      (MatchumFoldedText *self);
/* Bytes of the original for bytes of the folded text. */
MatchumSpan        matchum_folded_text_get_original_span (MatchumFoldedText *self,
                                                          MatchumSpan        folded);
/* The same on a walk through the text: place is 0 at first, and then what the call before left there. */
MatchumSpan        matchum_folded_text_follow_original_span
                                                         (MatchumFoldedText *self,
                                                          MatchumSpan        folded,
                                                          guint             *place);
/* The inverse: the folded bytes that come from bytes of the original. */
MatchumSpan        matchum_folded_text_get_folded_span   (MatchumFoldedText *self,
                                                          MatchumSpan        original);

/* Just the folded string, for comparing and for keys. */
char              *matchum_fold                          (const char        *text,
                                                          gssize             length);
/* The same, but capitals stay capitals. */
char              *matchum_fold_keeping_case             (const char        *text,
                                                          gssize             length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumFoldedText, matchum_folded_text_unref)

G_END_DECLS
