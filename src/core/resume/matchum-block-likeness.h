/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike the words of two blocks are, and which blocks are worth comparing. Texts are taken as the short runs of
 * letters they are made of, so that Korean endings and English inflections do little; runs that few blocks have weigh
 * most. For this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MatchumBlockLikeness MatchumBlockLikeness;

/* Takes folded texts: n_old of the blocks as they were, followed by n_new of the blocks as they are. Only read during
 * the call. */
MatchumBlockLikeness *matchum_block_likeness_new          (const char *const    *texts,
                                                           guint                 n_old,
                                                           guint                 n_new);
void                  matchum_block_likeness_free         (MatchumBlockLikeness *self);

/* Texts are numbered as they were given. 0: nothing in common; 1: the same runs. */
double                matchum_block_likeness_compare      (MatchumBlockLikeness *self,
                                                           guint                 text,
                                                           guint                 other);
/* Runs of a text, about as many as it has letters, and those that two texts share. */
guint                 matchum_block_likeness_get_size     (MatchumBlockLikeness *self,
                                                           guint                 text);
guint                 matchum_block_likeness_count_shared (MatchumBlockLikeness *self,
                                                           guint                 text,
                                                           guint                 other);
/* How much of the weight of text is in runs that other has too, 0 to 1. */
double                matchum_block_likeness_get_share    (MatchumBlockLikeness *self,
                                                           guint                 text,
                                                           guint                 other);
/* The texts of the other side most like text, best first. Bounded work: runs that very many texts have are left out
 * of account. Returns how many are in found, at most max_found. */
guint                 matchum_block_likeness_find         (MatchumBlockLikeness *self,
                                                           guint                 text,
                                                           guint                *found,
                                                           guint                 max_found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatchumBlockLikeness, matchum_block_likeness_free)

G_END_DECLS
