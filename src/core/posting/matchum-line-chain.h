/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what the lines of a posting are, all at once, where no known heading says it: by their signs, by how they
 * stand, and by what follows what in postings. Private to this room. */
#pragma once

#include "posting/matchum-line-signs.h"

G_BEGIN_DECLS

/* What a line may be: one of the kinds, or the heading of lines of it. */
enum {
  MATCHUM_CHAIN_OTHER,
  MATCHUM_CHAIN_REQUIRED,
  MATCHUM_CHAIN_PREFERRED,
  MATCHUM_CHAIN_DUTY,
  MATCHUM_CHAIN_BENEFIT,
  MATCHUM_CHAIN_PROCESS,
  MATCHUM_CHAIN_NOTE,
  MATCHUM_CHAIN_HEADING, /* added to each of these */
  MATCHUM_N_CHAIN_STATES = 2 * MATCHUM_CHAIN_HEADING
};

/* How a line stands behind the one before it: after a blank line (1), marked otherwise (2). */
#define MATCHUM_N_CHAIN_TURNS 4

/* How much is told of the lines of a section by its heading. */
enum {
  MATCHUM_TOLD_NOTHING,
  MATCHUM_TOLD_BY_STANDING, /* a heading of which the words are known in part, or nothing is above it */
  MATCHUM_TOLD_BY_WORDS,    /* known words, all of them */
};

/* The lines that count: neither mere drawing nor the rest of a wrapped one. */
typedef struct {
  GArray *shapes;
  GArray *places; /* guint: indexes of shapes */
} MatchumLineChain;

void              matchum_line_chain_init          (MatchumLineChain       *self,
                                                    GArray                 *shapes);
void              matchum_line_chain_clear         (MatchumLineChain       *self);
MatchumLineShape *matchum_line_chain_get_shape     (const MatchumLineChain *self,
                                                    guint                   place);
guint             matchum_line_chain_get_turn      (const MatchumLineChain *self,
                                                    guint                   place);
/* Calls for every sign of a line; without those of its words where it is to be judged by how it stands. */
void              matchum_line_chain_foreach_sign  (const MatchumLineChain *self,
                                                    guint                   place,
                                                    gboolean                with_words,
                                                    MatchumLineSignFunc     func,
                                                    gpointer                data);
/* Puts kinds and roles of lines right, that were assigned by rules. What headings with known words tell stays. */
void              matchum_line_chain_decide        (GArray                 *shapes);

G_END_DECLS
