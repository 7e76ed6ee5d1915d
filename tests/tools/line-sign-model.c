/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learns the weights of signs and turns: compares the chances of all ways through a posting with those of the ways that
 * its labels allow, and goes down the slope. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "line-sign-model.h"

#define N_STATES N_LINE_STATES
#define N_TURNS N_LINE_TURNS
#define ALL_STATES ((1u << N_STATES) - 1)
#define N_ROUNDS 6
#define RATE 0.1
#define DECAY 0.002
#define TURN_DECAY 0.01

/* Chances of states, and of turns from one to another, of all ways through a posting. */

typedef struct {
  LineStates *lines;
  LineTurns *turns;
} Chances;

typedef struct {
  LineStates *own;      /* how much the signs of a line say */
  LineStates *forwards; /* chances by what stands before */
  LineStates *backwards;
  LineTurns turns[N_TURNS];
} Ways;

static Chances
chances_new (guint n)
{
  return (Chances){ g_new0 (LineStates, MAX (n, 1)), g_new0 (LineTurns, MAX (n, 1)) };
}

static void
chances_clear (Chances *self)
{
  g_free (self->lines);
  g_free (self->turns);
}

static void
scale (double *values, guint n)
{
  double total = 0.0;

  for (guint i = 0; i < n; i++)
    total += values[i];
  for (guint i = 0; i < n; i++)
    values[i] /= total;
}

static void
weigh_line (const LineSignModel *self, const SignedLine *line, guint possible, LineStates own)
{
  double most = -G_MAXDOUBLE;

  memset (own, 0, sizeof (LineStates));
  for (guint i = 0; i < line->signs->len; i++)
    {
      gint column = self->columns[g_array_index (line->signs, guint, i)];

      for (guint state = 0; column >= 0 && state < N_STATES; state++)
        own[state] += self->weights[column][state];
    }
  for (guint state = 0; state < N_STATES; state++)
    {
      if ((possible & 1u << state) != 0)
        most = MAX (most, own[state]);
    }
  for (guint state = 0; state < N_STATES; state++)
    own[state] = (possible & 1u << state) != 0 ? exp (own[state] - most) : 0.0;
}

static void
go_forwards (const Ways *ways, const LineSequence *sequence)
{
  for (guint at = 0; at < sequence->n_lines; at++)
    {
      for (guint state = 0; state < N_STATES; state++)
        {
          double sum = at == 0 ? 1.0 : 0.0;

          for (guint from = 0; at > 0 && from < N_STATES; from++)
            sum += ways->forwards[at - 1][from] * ways->turns[sequence->lines[at].turn][from][state];
          ways->forwards[at][state] = sum * ways->own[at][state];
        }
      scale (ways->forwards[at], N_STATES);
    }
}

static void
go_backwards (const Ways *ways, const LineSequence *sequence)
{
  for (guint state = 0; state < N_STATES; state++)
    ways->backwards[sequence->n_lines - 1][state] = 1.0;
  for (guint at = sequence->n_lines - 1; at > 0; at--)
    {
      for (guint state = 0; state < N_STATES; state++)
        {
          double sum = 0.0;

          for (guint to = 0; to < N_STATES; to++)
            sum += ways->turns[sequence->lines[at].turn][state][to] * ways->own[at][to] * ways->backwards[at][to];
          ways->backwards[at - 1][state] = sum;
        }
      scale (ways->backwards[at - 1], N_STATES);
    }
}

static void
fill_chances (const Ways *ways, const LineSequence *sequence, Chances *chances)
{
  for (guint at = 0; at < sequence->n_lines; at++)
    {
      for (guint state = 0; state < N_STATES; state++)
        {
          chances->lines[at][state] = ways->forwards[at][state] * ways->backwards[at][state];
          for (guint from = 0; at > 0 && from < N_STATES; from++)
            chances->turns[at][from][state] = ways->forwards[at - 1][from]
                                              * ways->turns[sequence->lines[at].turn][from][state]
                                              * ways->own[at][state] * ways->backwards[at][state];
        }
      scale (chances->lines[at], N_STATES);
      if (at > 0)
        scale (chances->turns[at][0], N_STATES * N_STATES);
    }
}

/* is_limited: only ways that the labels allow. */
static void
find_chances (const LineSignModel *self, const LineSequence *sequence, gboolean is_limited, Chances *chances)
{
  gsize n = sequence->n_lines;
  Ways ways = { g_new0 (LineStates, n), g_new0 (LineStates, n), g_new0 (LineStates, n), { { { 0 } } } };

  for (guint turn = 0; turn < N_TURNS; turn++)
    for (guint from = 0; from < N_STATES; from++)
      for (guint to = 0; to < N_STATES; to++)
        ways.turns[turn][from][to] = exp (self->turns[turn][from][to] + self->turns[N_TURNS][from][to]);
  for (guint at = 0; at < n; at++)
    weigh_line (self, &sequence->lines[at], is_limited ? sequence->lines[at].states : ALL_STATES, ways.own[at]);
  go_forwards (&ways, sequence);
  go_backwards (&ways, sequence);
  fill_chances (&ways, sequence, chances);
  g_free (ways.own);
  g_free (ways.forwards);
  g_free (ways.backwards);
}

/* Learning. */

/* One step down the slope, shorter where there were many (Duchi, Hazan and Singer's AdaGrad). */
static void
step (double *weight, double *square, double slope)
{
  *square += slope * slope;
  *weight -= RATE / sqrt (*square) * slope;
}

static void
learn_line (LineSignModel *self, const SignedLine *line, const LineStates all, const LineStates limited)
{
  for (guint i = 0; i < line->signs->len; i++)
    {
      gint column = self->columns[g_array_index (line->signs, guint, i)];

      for (guint state = 0; column >= 0 && state < N_STATES; state++)
        {
          double *weight = &self->weights[column][state];

          step (weight, &self->squares[column][state], all[state] - limited[state] + DECAY * *weight);
        }
    }
}

static void
learn_turns (LineSignModel *self, const LineSequence *sequence, const Chances *all, const Chances *limited)
{
  LineTurns slopes[N_TURNS + 1] = { 0 };

  for (guint at = 1; at < sequence->n_lines; at++)
    for (guint from = 0; from < N_STATES; from++)
      for (guint to = 0; to < N_STATES; to++)
        {
          double slope = all->turns[at][from][to] - limited->turns[at][from][to];

          slopes[sequence->lines[at].turn][from][to] += slope;
          slopes[N_TURNS][from][to] += slope;
        }
  for (guint turn = 0; turn <= N_TURNS; turn++)
    for (guint from = 0; from < N_STATES; from++)
      for (guint to = 0; to < N_STATES; to++)
        {
          double *weight = &self->turns[turn][from][to];

          step (weight, &self->turn_squares[turn][from][to], slopes[turn][from][to] + TURN_DECAY * *weight);
        }
}

static void
learn_sequence (LineSignModel *self, const LineSequence *sequence)
{
  Chances all, limited;

  if (sequence->is_left_aside || sequence->n_lines == 0)
    return;
  all = chances_new (sequence->n_lines);
  limited = chances_new (sequence->n_lines);
  find_chances (self, sequence, FALSE, &all);
  find_chances (self, sequence, TRUE, &limited);
  for (guint at = 0; at < sequence->n_lines; at++)
    learn_line (self, &sequence->lines[at], all.lines[at], limited.lines[at]);
  learn_turns (self, sequence, &all, &limited);
  chances_clear (&all);
  chances_clear (&limited);
}

/* Puts the postings into another order, the same every time (Marsaglia's xorshift). */
static void
shuffle (guint *order, guint n, guint64 *state)
{
  for (guint i = n - 1; i > 0; i--)
    {
      guint other, swapped;

      *state ^= *state << 13;
      *state ^= *state >> 7;
      *state ^= *state << 17;
      other = (guint) (*state % (i + 1));
      swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
}

/* Adds the weights of now, for the mean of the later rounds. */
static void
add_up (const LineSignModel *self, double *sums)
{
  const double *weights = (const double *) self->weights;
  const double *turns = (const double *) self->turns;
  gsize n = (gsize) self->n_columns * N_STATES;

  for (gsize i = 0; i < n; i++)
    sums[i] += weights[i];
  for (gsize i = 0; i < sizeof self->turns / sizeof *turns; i++)
    sums[n + i] += turns[i];
}

static void
take_mean (LineSignModel *self, const double *sums, guint n_sums)
{
  double *weights = (double *) self->weights;
  double *turns = (double *) self->turns;
  gsize n = (gsize) self->n_columns * N_STATES;

  for (gsize i = 0; i < n; i++)
    weights[i] = sums[i] / n_sums;
  for (gsize i = 0; i < sizeof self->turns / sizeof *turns; i++)
    turns[i] = sums[n + i] / n_sums;
}

void
line_sequence_free (LineSequence *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    g_array_unref (self->lines[i].signs);
  g_free (self->lines);
  g_free (self);
}

void
line_sign_model_init (LineSignModel *self, gint *columns, guint n_columns)
{
  double *squares;

  *self = (LineSignModel){ .columns = columns, .n_columns = n_columns };
  self->weights = g_new0 (LineStates, MAX (self->n_columns, 1));
  self->squares = g_new0 (LineStates, MAX (self->n_columns, 1));
  squares = (double *) self->squares;
  for (gsize i = 0; i < (gsize) self->n_columns * N_STATES; i++)
    squares[i] = 0.01;
  squares = (double *) self->turn_squares;
  for (gsize i = 0; i < sizeof self->turn_squares / sizeof *squares; i++)
    squares[i] = 0.01;
}

void
line_sign_model_clear (LineSignModel *self)
{
  g_free (self->columns);
  g_free (self->weights);
  g_free (self->squares);
}

void
line_sign_model_learn (LineSignModel *self, GPtrArray *sequences)
{
  g_autofree double *sums = g_new0 (double, (gsize) self->n_columns *N_STATES + sizeof self->turns / sizeof (double));
  g_autofree guint *order = g_new (guint, sequences->len);
  guint64 state = G_GUINT64_CONSTANT (88172645463325252);
  guint n_sums = 0;

  for (guint i = 0; i < sequences->len; i++)
    order[i] = i;
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      shuffle (order, sequences->len, &state);
      for (guint i = 0; i < sequences->len; i++)
        learn_sequence (self, g_ptr_array_index (sequences, order[i]));
      if (round < N_ROUNDS / 2)
        continue;
      add_up (self, sums);
      n_sums++;
    }
  take_mean (self, sums, n_sums);
}

guint
line_sign_model_count_right (const LineSignModel *self, const LineSequence *sequence)
{
  Chances chances = chances_new (sequence->n_lines);
  guint n_right = 0;

  find_chances (self, sequence, FALSE, &chances);
  for (guint at = 0; at < sequence->n_lines; at++)
    {
      guint best = 0;

      for (guint state = 1; state < N_STATES; state++)
        best = chances.lines[at][state] > chances.lines[at][best] ? state : best;
      n_right += (sequence->lines[at].states & 1u << best) != 0;
    }
  chances_clear (&chances);
  return n_right;
}
