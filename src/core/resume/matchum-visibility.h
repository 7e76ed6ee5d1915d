/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which blocks of a resume are to be seen, every rule already applied: a hidden block hides its descendants; a
 * section or entry all of whose children are hidden goes too, unless it is pinned or a job. Immutable and reference
 * counted. */
#pragma once

#include "resume/matchum-resume.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_VISIBILITY (matchum_visibility_get_type ())

typedef struct _MatchumVisibility MatchumVisibility;

GType              matchum_visibility_get_type        (void);

/* hidden and pinned: sets of block ids (GHashTable used as a set of char *); either may be NULL. */
MatchumVisibility *matchum_visibility_new             (MatchumResume     *resume,
                                                       GHashTable        *hidden,
                                                       GHashTable        *pinned);
MatchumVisibility *matchum_visibility_new_all         (MatchumResume     *resume);
MatchumVisibility *matchum_visibility_ref             (MatchumVisibility *self);
void               matchum_visibility_unref           (MatchumVisibility *self);

MatchumResume     *matchum_visibility_get_resume      (MatchumVisibility *self);
gboolean           matchum_visibility_is_visible      (MatchumVisibility *self,
                                                       guint              block);
guint              matchum_visibility_get_n_visible   (MatchumVisibility *self);
/* The person's name, where what is visible or the front matter says it; NULL where none does, or hidden blocks alone.
 * Free with g_free. */
char              *matchum_visibility_dup_name        (MatchumVisibility *self);
/* "ko" or "en": the language of most of what is visible. */
const char        *matchum_visibility_guess_language  (MatchumVisibility *self);
/* A visibility with one block, and what hangs on it, hidden besides. */
MatchumVisibility *matchum_visibility_with_hidden     (MatchumVisibility *self,
                                                       guint              block);
/* The same with many: is_hidden has one for each block, not 0 to hide it. Pins stay. */
MatchumVisibility *matchum_visibility_with_all_hidden (MatchumVisibility *self,
                                                       const guint8      *is_hidden);
/* Whether the block itself is pinned. */
gboolean           matchum_visibility_is_pinned       (MatchumVisibility *self,
                                                       guint              block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumVisibility, matchum_visibility_unref)

G_END_DECLS
