/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds one sequence of words against another: which of the one are found in the other, in order. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MATCHUM_WORD_ALIGNMENT_NONE G_MAXUINT

/* Words are numbers: equal numbers are equal words. partners gets, for each of the n_first words, the index of its equal
 * in second, or MATCHUM_WORD_ALIGNMENT_NONE; partners grow from first to last. As many as there can be where the two are a
 * few thousand words; of longer ones that differ everywhere, less, but always in a time that grows little faster than
 * their length. */
void matchum_word_alignment_find (const guint *first,
                                  guint        n_first,
                                  const guint *second,
                                  guint        n_second,
                                  guint       *partners);

G_END_DECLS
