/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines of a posting the corrections made of it belong to. Immutable and reference counted. */
#pragma once

#include "posting/matchum-posting-correction.h"

G_BEGIN_DECLS

#define MATCHUM_TYPE_PLACED_CORRECTIONS (matchum_placed_corrections_get_type ())

typedef struct _MatchumPlacedCorrections MatchumPlacedCorrections;

GType                     matchum_placed_corrections_get_type       (void);

/* posting: as it was read. corrections: of MatchumPostingCorrection, in any order, or NULL. */
MatchumPlacedCorrections *matchum_placed_corrections_new            (MatchumPosting           *posting,
                                                                     GPtrArray                *corrections);
MatchumPlacedCorrections *matchum_placed_corrections_ref            (MatchumPlacedCorrections *self);
void                      matchum_placed_corrections_unref          (MatchumPlacedCorrections *self);

/* Of MatchumPostingCorrection, by aspect; borrowed. NULL where the line was left as it was read. */
GPtrArray                *matchum_placed_corrections_get_for_line   (MatchumPlacedCorrections *self,
                                                                     guint                     index);
/* One of them; NULL where there is none. */
const MatchumPostingCorrection *matchum_placed_corrections_find     (MatchumPlacedCorrections *self,
                                                                     guint                     index,
                                                                     const char               *aspect);
/* How many lines were put right. */
guint                     matchum_placed_corrections_count_lines    (MatchumPlacedCorrections *self);
/* Those whose line is not there any more, or whose value says nothing, by line; borrowed. */
GPtrArray                *matchum_placed_corrections_get_unplaced   (MatchumPlacedCorrections *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPlacedCorrections, matchum_placed_corrections_unref)

G_END_DECLS
