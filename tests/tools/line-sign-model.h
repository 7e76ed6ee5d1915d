/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A conditional random field over the lines of a posting: the weights of their signs and of the turns from one line to
 * the next, and how they are learned. */
#pragma once

#include "posting/matchum-line-chain.h"

G_BEGIN_DECLS

#define N_LINE_STATES MATCHUM_N_CHAIN_STATES
#define N_LINE_TURNS MATCHUM_N_CHAIN_TURNS

/* By state, for a sign; by the state before and the state, for a turn. */
typedef double LineStates[N_LINE_STATES];
typedef double LineTurns[N_LINE_STATES][N_LINE_STATES];

typedef struct {
  guint states; /* bits of what it may be */
  guint turn;
  GArray *signs; /* guint: their numbers */
} SignedLine;

/* The lines of one posting, in one of its variants. */
typedef struct {
  guint variant;
  gboolean is_left_aside; /* nothing is learned from it */
  SignedLine *lines;
  guint n_lines;
} LineSequence;

typedef struct {
  gint *columns; /* by number of sign, or -1 */
  guint n_columns;
  LineStates *weights; /* by column */
  LineStates *squares;
  LineTurns turns[N_LINE_TURNS + 1]; /* the last is for all of them */
  LineTurns turn_squares[N_LINE_TURNS + 1];
} LineSignModel;

void  line_sequence_free          (LineSequence        *self);

/* Knows nothing yet, and takes columns. */
void  line_sign_model_init        (LineSignModel       *self,
                                   gint                *columns,
                                   guint                n_columns);
void  line_sign_model_clear       (LineSignModel       *self);
/* From sequences, of LineSequence; the same ones in the same order give the same weights. Once for a model. */
void  line_sign_model_learn       (LineSignModel       *self,
                                   GPtrArray           *sequences);
/* Of how many lines the likeliest state is one that they may be. */
guint line_sign_model_count_right (const LineSignModel *self,
                                   const LineSequence  *sequence);

G_END_DECLS
