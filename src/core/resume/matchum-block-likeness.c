/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts texts into weighted runs of letters and keeps an index of them. */
#include "config.h"

#include "resume/matchum-block-likeness.h"

#include <math.h>

/* Above this many bytes only a part of the runs is kept, the same of every text. */
#define MAX_BYTES (4 * 1024 * 1024)
/* Look-ups of one search. */
#define MAX_WORK 1024

enum {
  OLD,
  NEW,
  N_SIDES,
};

struct _MatchumBlockLikeness {
  guint n_old;
  guint n_texts;
  guint *starts;  /* n_texts + 1: where the runs of every text begin */
  GArray *runs;   /* of guint32: hashes, ascending within a text */
  guint *numbers; /* of every one in runs: number of the run among all different ones */
  guint n_numbers;
  double *weights;        /* of every number */
  double *totals;         /* of every text: weight of its runs */
  guint *firsts[N_SIDES]; /* n_numbers + 1: where the texts that have a run begin in texts[side] */
  guint *texts[N_SIDES];
  double *sums;   /* of every text, all 0 between searches */
  guint *touched; /* n_touched texts that have one */
  guint n_touched;
};

static guint32
mix (guint32 hash, guint32 value)
{
  hash = (hash ^ value) * 0x9e3779b1u;
  return hash ^ (hash >> 15);
}

/* Hangul and Hanja say in two letters what Latin says in three. */
static guint32
hash_run (gunichar before, gunichar letter, gunichar after)
{
  if (g_unichar_iswide (letter))
    return mix (mix (7, letter), after);
  return mix (mix (mix (3, before), letter), after);
}

static void
add_runs (GArray *runs, const char *text, guint32 mask)
{
  gunichar before = ' ', letter = ' ';

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar after = *p != '\0' ? g_utf8_get_char (p) : ' ';

      if (!g_unichar_isalnum (after))
        after = ' ';
      if (letter != ' ')
        {
          guint32 run = hash_run (before, letter, after);

          if ((run & mask) == 0)
            g_array_append_val (runs, run);
        }
      before = letter;
      letter = after;
      if (*p == '\0')
        return;
    }
}

/* A shell sort: most texts are short, and there are many. */
static void
sort (guint32 *runs, guint n)
{
  guint gap = 1;

  while (gap < n / 3)
    gap = gap * 3 + 1;
  for (; gap > 0; gap /= 3)
    for (guint i = gap; i < n; i++)
      {
        guint32 run = runs[i];
        guint at = i;

        for (; at >= gap && runs[at - gap] > run; at -= gap)
          runs[at] = runs[at - gap];
        runs[at] = run;
      }
}

/* The second of the same runs in a text is a run of its own, and so on. */
static void
sort_runs (guint32 *runs, guint n)
{
  gboolean has_same = FALSE;
  guint32 last = 0;
  guint n_same = 0;

  sort (runs, n);
  for (guint i = 0; i < n; i++)
    {
      n_same = i > 0 && runs[i] == last ? n_same + 1 : 0;
      last = runs[i];
      if (n_same > 0)
        runs[i] = mix (runs[i], n_same);
      has_same = has_same || n_same > 0;
    }
  if (has_same)
    sort (runs, n);
}

static void
cut_texts (MatchumBlockLikeness *self, const char *const *texts)
{
  gsize n_bytes = 0;
  guint32 mask = 0;

  for (guint i = 0; i < self->n_texts; i++)
    for (const char *p = texts[i]; *p != '\0'; p++)
      n_bytes++;
  while (n_bytes / (mask + 1) > MAX_BYTES)
    mask = mask * 2 + 1;
  for (guint i = 0; i < self->n_texts; i++)
    {
      self->starts[i] = self->runs->len;
      add_runs (self->runs, texts[i], mask);
      sort_runs (&g_array_index (self->runs, guint32, 0) + self->starts[i], self->runs->len - self->starts[i]);
    }
  self->starts[self->n_texts] = self->runs->len;
}

/* Numbers the different runs by means of a table of open addressing. */
static void
number_runs (MatchumBlockLikeness *self)
{
  guint size = 64;
  g_autofree guint *table = NULL;
  g_autofree guint32 *keys = NULL;

  while (size < self->runs->len * 2)
    size *= 2;
  table = g_new0 (guint, size);
  keys = g_new0 (guint32, size);
  for (guint i = 0; i < self->runs->len; i++)
    {
      guint32 run = g_array_index (self->runs, guint32, i);
      guint slot = mix (run, 11) & (size - 1);

      while (table[slot] != 0 && keys[slot] != run)
        slot = (slot + 1) & (size - 1);
      if (table[slot] == 0)
        {
          table[slot] = ++self->n_numbers;
          keys[slot] = run;
        }
      self->numbers[i] = table[slot] - 1;
    }
}

/* Lists for every run the texts of both sides that have it. */
static void
index_runs (MatchumBlockLikeness *self)
{
  for (guint side = 0; side < N_SIDES; side++)
    {
      guint first = side == OLD ? 0 : self->n_old;
      guint end = side == OLD ? self->n_old : self->n_texts;
      guint *firsts = g_new0 (guint, self->n_numbers + 2);

      for (guint i = self->starts[first]; i < self->starts[end]; i++)
        firsts[self->numbers[i] + 2]++;
      for (guint i = 2; i < self->n_numbers + 2; i++)
        firsts[i] += firsts[i - 1];
      self->texts[side] = g_new (guint, self->starts[end] - self->starts[first] + 1);
      for (guint text = first; text < end; text++)
        for (guint i = self->starts[text]; i < self->starts[text + 1]; i++)
          self->texts[side][firsts[self->numbers[i] + 1]++] = text;
      self->firsts[side] = firsts;
    }
}

static guint
count_texts (MatchumBlockLikeness *self, guint side, guint number)
{
  return self->firsts[side][number + 1] - self->firsts[side][number];
}

/* A block that stays has its runs on either side, so that a run of one text only does not count for more. */
static void
weigh_runs (MatchumBlockLikeness *self)
{
  for (guint i = 0; i < self->n_numbers; i++)
    {
      guint n = MAX (2, count_texts (self, OLD, i) + count_texts (self, NEW, i));

      self->weights[i] = log2 (1 + (double) self->n_texts / n);
    }
  for (guint text = 0; text < self->n_texts; text++)
    for (guint i = self->starts[text]; i < self->starts[text + 1]; i++)
      self->totals[text] += self->weights[self->numbers[i]];
}

MatchumBlockLikeness *
matchum_block_likeness_new (const char *const *texts, guint n_old, guint n_new)
{
  MatchumBlockLikeness *self = g_new0 (MatchumBlockLikeness, 1);

  self->n_old = n_old;
  self->n_texts = n_old + n_new;
  self->starts = g_new0 (guint, self->n_texts + 1);
  self->runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  cut_texts (self, texts);
  self->numbers = g_new (guint, self->runs->len + 1);
  number_runs (self);
  index_runs (self);
  self->weights = g_new (double, self->n_numbers + 1);
  self->totals = g_new0 (double, self->n_texts + 1);
  self->sums = g_new0 (double, self->n_texts + 1);
  self->touched = g_new (guint, self->n_texts + 1);
  weigh_runs (self);
  return self;
}

void
matchum_block_likeness_free (MatchumBlockLikeness *self)
{
  if (self == NULL)
    return;
  for (guint side = 0; side < N_SIDES; side++)
    {
      g_free (self->firsts[side]);
      g_free (self->texts[side]);
    }
  g_free (self->touched);
  g_free (self->sums);
  g_free (self->totals);
  g_free (self->weights);
  g_free (self->numbers);
  g_array_unref (self->runs);
  g_free (self->starts);
  g_free (self);
}

guint
matchum_block_likeness_get_size (MatchumBlockLikeness *self, guint text)
{
  return self->starts[text + 1] - self->starts[text];
}

/* The first place from from on that holds run or a greater one. */
static guint
find_run (const guint32 *runs, guint from, guint end, guint32 run)
{
  while (from < end)
    {
      guint middle = from + (end - from) / 2;

      if (runs[middle] < run)
        from = middle + 1;
      else
        end = middle;
    }
  return from;
}

/* Runs that both have; *weight gets how much they weigh. A long text is searched, not walked, for the runs of a short
 * one. */
static guint
intersect (MatchumBlockLikeness *self, guint text, guint other, double *weight)
{
  const guint32 *runs = (const guint32 *) (gpointer) self->runs->data;
  gboolean is_longer = matchum_block_likeness_get_size (self, text) > matchum_block_likeness_get_size (self, other);
  guint small = is_longer ? other : text, large = is_longer ? text : other;
  guint at = self->starts[large], end = self->starts[large + 1], n = 0;
  gboolean is_search = (end - at) / 16 > matchum_block_likeness_get_size (self, small);

  *weight = 0;
  for (guint i = self->starts[small]; i < self->starts[small + 1]; i++)
    {
      if (is_search)
        at = find_run (runs, at, end, runs[i]);
      else
        while (at < end && runs[at] < runs[i])
          at++;
      if (at >= end)
        break;
      if (runs[at] != runs[i])
        continue;
      n++;
      *weight += self->weights[self->numbers[i]];
      at++;
    }
  return n;
}

double
matchum_block_likeness_compare (MatchumBlockLikeness *self, guint text, guint other)
{
  double weight, total = self->totals[text] + self->totals[other];

  if (total <= 0)
    return 0;
  intersect (self, text, other, &weight);
  return MIN (1, 2 * weight / total);
}

guint
matchum_block_likeness_count_shared (MatchumBlockLikeness *self, guint text, guint other)
{
  double weight;

  return intersect (self, text, other, &weight);
}

double
matchum_block_likeness_get_share (MatchumBlockLikeness *self, guint text, guint other)
{
  double weight;

  if (self->totals[text] <= 0)
    return 0;
  intersect (self, text, other, &weight);
  return MIN (1, weight / self->totals[text]);
}

/* Adds up what the texts of side share with text, of the runs that more than min and at most max of them have. */
static void
gather (MatchumBlockLikeness *self, guint text, guint side, guint min, guint max, guint *work)
{
  for (guint i = self->starts[text]; i < self->starts[text + 1] && *work < MAX_WORK; i++)
    {
      guint number = self->numbers[i];
      guint n = count_texts (self, side, number);

      if (n <= min || n > max)
        continue;
      *work += n;
      for (guint k = self->firsts[side][number]; k < self->firsts[side][number + 1]; k++)
        {
          guint other = self->texts[side][k];

          if (self->sums[other] <= 0)
            self->touched[self->n_touched++] = other;
          self->sums[other] += self->weights[number];
        }
    }
}

/* Inserts other into the found ones, which are ordered by likeness and, where that is the same, as they were given. */
static guint
insert (guint *found, double *scores, guint n, guint max, guint other, double score)
{
  guint at = n;

  while (at > 0 && (scores[at - 1] < score || (scores[at - 1] <= score && found[at - 1] > other)))
    at--;
  if (at >= max)
    return n;
  n = MIN (n + 1, max);
  for (guint i = n - 1; i > at; i--)
    {
      found[i] = found[i - 1];
      scores[i] = scores[i - 1];
    }
  found[at] = other;
  scores[at] = score;
  return n;
}

guint
matchum_block_likeness_find (MatchumBlockLikeness *self, guint text, guint *found, guint max_found)
{
  guint side = text < self->n_old ? NEW : OLD;
  g_autofree double *scores = g_new (double, max_found);
  guint work = 0, n = 0;

  gather (self, text, side, 0, 4, &work);
  gather (self, text, side, 4, 32, &work);
  gather (self, text, side, 32, 512, &work);
  for (guint i = 0; i < self->n_touched; i++)
    {
      guint other = self->touched[i];

      n = insert (found, scores, n, max_found, other, self->sums[other] / (self->totals[text] + self->totals[other]));
      self->sums[other] = 0;
    }
  self->n_touched = 0;
  return n;
}
