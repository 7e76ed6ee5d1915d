/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much alike postings are, by what both ask for: what few postings ask for counts more than what all do. Of the
 * criteria of two postings, the share that both have: 0 where there is none, 1 where they ask for the same. It is the
 * same either way round. */
#pragma once

#include "tailor/matchum-posting-criteria.h"

G_BEGIN_DECLS

typedef struct {
  guint      index;    /* in what was ranked */
  double     likeness; /* more than 0, 1 at most */
  GPtrArray *shared;   /* of char *: what both ask for by name, in the words of the one that others are held against, what
                          makes them alike most first */
} MatchumPostingLikeness;

/* Those of others, of MatchumPostingCriteria or NULL, that are like self, the most alike first: no more than max. is_wanted
 * has one for each of others, 0 where it is not looked for; NULL: all are. What is rare is told from self and all of others.
 * Of MatchumPostingLikeness; free with g_ptr_array_unref(). */
GPtrArray *matchum_posting_likeness_rank (MatchumPostingCriteria *self,
                                          GPtrArray              *others,
                                          const guint8           *is_wanted,
                                          guint                   max);

/* Whether two postings are so much alike that what was chosen for one is worth looking at for the other. */
gboolean   matchum_posting_likeness_is_much (const MatchumPostingLikeness *self);

void       matchum_posting_likeness_free (MatchumPostingLikeness *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumPostingLikeness, matchum_posting_likeness_free)

G_END_DECLS
