/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A requirement: one line of a posting that asks for something, taken apart into criteria. Immutable and reference
 * counted. */
#pragma once

#include "lexicon/matchum-lexicon.h"
#include "posting/matchum-criterion.h"
#include "posting/matchum-posting.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_REQUIREMENT (matchum_requirement_get_type ())

/* Where one line holds several requirements (",-" in pasted lists), each is a part. */
typedef struct {
  MatchumSpan       span;      /* bytes of the line's text */
  MatchumCriterion *criterion; /* NULL where the part is soft */
  gboolean          is_of_lines_below; /* the line says how many of the lines under it are asked */
} MatchumRequirementPart;

typedef struct _MatchumRequirement MatchumRequirement;

GType                         matchum_requirement_get_type     (void);

/* Reads the line at index of the posting, which must be a requirement. */
MatchumRequirement           *matchum_requirement_new          (MatchumPosting     *posting,
                                                                guint               line,
                                                                MatchumLexicon     *lexicon);
MatchumRequirement           *matchum_requirement_ref          (MatchumRequirement *self);
void                          matchum_requirement_unref        (MatchumRequirement *self);

/* The line of the posting it was read from; valid while the requirement is. */
const MatchumPostingLine     *matchum_requirement_get_line     (MatchumRequirement *self);
guint                         matchum_requirement_get_index    (MatchumRequirement *self);
gboolean                      matchum_requirement_is_preferred (MatchumRequirement *self);
/* Whether every part is soft: nothing in it can be shown by a resume. */
gboolean                      matchum_requirement_is_soft      (MatchumRequirement *self);
guint                         matchum_requirement_get_n_parts  (MatchumRequirement *self);
const MatchumRequirementPart *matchum_requirement_get_part     (MatchumRequirement *self,
                                                                guint               index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumRequirement, matchum_requirement_unref)

G_END_DECLS
