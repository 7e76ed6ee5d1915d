/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds words in a text however they are written: capital or small, full width or half, in composed letters or in
 * parts. The text is made comparable once and then searched for as many words as one likes. Immutable and reference
 * counted; may be used by any thread. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MATCHUM_TYPE_TEXT_FINDER (matchum_text_finder_get_type ())

/* More are not looked for: nobody steps through them, and a letter stands in a large text a million times. */
#define MATCHUM_TEXT_FINDER_MAX_HITS 10000

/* In characters of the text, as GtkTextBuffer counts them. */
typedef struct {
  guint start;
  guint end;
} MatchumTextHit;

typedef struct _MatchumTextFinder MatchumTextFinder;

GType              matchum_text_finder_get_type (void);

/* text is UTF-8; a reference is taken. */
MatchumTextFinder *matchum_text_finder_new      (GBytes            *text);
MatchumTextFinder *matchum_text_finder_ref      (MatchumTextFinder *self);
void               matchum_text_finder_unref    (MatchumTextFinder *self);

/* Where words stand: array of MatchumTextHit in order, none within another, at most MATCHUM_TEXT_FINDER_MAX_HITS. Words
 * that are nothing but white space stand nowhere. */
GArray            *matchum_text_finder_find     (MatchumTextFinder *self,
                                                 const char        *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumTextFinder, matchum_text_finder_unref)

G_END_DECLS
