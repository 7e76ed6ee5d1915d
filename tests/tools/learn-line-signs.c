/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learns from the labelled postings how much each sign of a line, and each turn from one line to the next, says for
 * each state, as a conditional random field, and writes the table of the reader. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "labelled-postings.h"
#include "line-sign-model.h"

#define N_STATES N_LINE_STATES
#define N_TURNS N_LINE_TURNS

/* A sign counts that stands in as many postings. */
#define MIN_POSTINGS 3

/* What is learned from. */
typedef struct {
  GHashTable *numbers; /* by sign */
  GPtrArray *names;
  GArray *n_postings;   /* guint, by number: how many hold it */
  GArray *last;         /* guint, by number: the last of these and one */
  GPtrArray *sequences; /* of LineSequence */
  guint n_read;         /* postings */
  guint leave;
  guint n_parts; /* 0: nothing is left aside */
} Learning;

typedef struct {
  Learning *learning;
  GArray *signs;
} Collecting;

/* Whether the posting that is being read is. */
static gboolean
is_left_aside (const Learning *self)
{
  return self->n_parts > 0 && self->n_read % self->n_parts == self->leave % self->n_parts;
}

static guint
get_number (Learning *self, const char *sign)
{
  gpointer number;
  const guint none = 0;

  if (g_hash_table_lookup_extended (self->numbers, sign, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_ptr_array_add (self->names, g_strdup (sign));
  g_array_append_val (self->n_postings, none);
  g_array_append_val (self->last, none);
  g_hash_table_insert (self->numbers, g_ptr_array_index (self->names, self->names->len - 1),
                       GUINT_TO_POINTER (self->names->len - 1));
  return self->names->len - 1;
}

static void
collect_cb (const char *sign, gsize length, gpointer data)
{
  Collecting *collecting = data;
  Learning *self = collecting->learning;
  guint number;

  if (!g_utf8_validate (sign, (gssize) length, NULL) || strpbrk (sign, "\"\\") != NULL)
    return;
  number = get_number (self, sign);
  g_array_append_val (collecting->signs, number);
  if (is_left_aside (self) || g_array_index (self->last, guint, number) == self->n_read + 1)
    return;
  g_array_index (self->last, guint, number) = self->n_read + 1;
  g_array_index (self->n_postings, guint, number)++;
}

static LineSequence *
make_sequence (Learning *self, const LabelledPosting *posting, guint variant)
{
  g_autoptr (MatchumSource) source = labelled_posting_make_variant (posting, variant);
  g_autoptr (GArray) shapes = labelled_posting_scan (source);
  LineSequence *sequence = g_new0 (LineSequence, 1);
  MatchumLineChain chain;

  matchum_line_chain_init (&chain, shapes);
  sequence->variant = variant;
  sequence->is_left_aside = is_left_aside (self);
  sequence->n_lines = chain.places->len;
  sequence->lines = g_new0 (SignedLine, MAX (sequence->n_lines, 1));
  for (guint i = 0; i < sequence->n_lines; i++)
    {
      guint at = matchum_line_chain_get_shape (&chain, i)->line;
      SignedLine *line = &sequence->lines[i];
      Collecting collecting = { self, NULL };

      line->states = posting->labels[at].states;
      line->turn = matchum_line_chain_get_turn (&chain, i);
      line->signs = collecting.signs = g_array_new (FALSE, FALSE, sizeof (guint));
      matchum_line_chain_foreach_sign (&chain, i, !labelled_posting_is_masked (posting, at, variant), collect_cb,
                                       &collecting);
    }
  matchum_line_chain_clear (&chain);
  return sequence;
}

static void
add_posting_cb (const LabelledPosting *posting, gpointer data)
{
  Learning *self = data;

  for (guint variant = 0; variant < N_VARIANTS; variant++)
    g_ptr_array_add (self->sequences, make_sequence (self, posting, variant));
  self->n_read++;
}

/* Keeps the signs that stand in several postings. */
static void
choose_signs (const Learning *self, LineSignModel *model)
{
  gint *columns = g_new (gint, self->names->len);
  guint n_columns = 0;

  for (guint i = 0; i < self->names->len; i++)
    columns[i] = g_array_index (self->n_postings, guint, i) >= MIN_POSTINGS ? (gint) n_columns++ : -1;
  line_sign_model_init (model, columns, n_columns);
}

/* What is written. */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static long
get_tenths (double value, long most)
{
  return CLAMP (lrint (value * 10.0), -most, most);
}

static void
print_turns (const LineSignModel *model)
{
  printf ("static const gint16 turns[MATCHUM_N_CHAIN_TURNS][MATCHUM_N_CHAIN_STATES][MATCHUM_N_CHAIN_STATES] = {\n");
  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      printf ("  {\n");
      for (guint from = 0; from < N_STATES; from++)
        {
          printf ("    { ");
          for (guint to = 0; to < N_STATES; to++)
            printf ("%s%ld", to > 0 ? ", " : "",
                    get_tenths (model->turns[turn][from][to] + model->turns[N_TURNS][from][to], 9999));
          printf (" },\n");
        }
      printf ("  },\n");
    }
  printf ("};\n");
}

/* Whether anything is left of it in tenths. */
static gboolean
says_anything (const LineStates weights)
{
  for (guint state = 0; state < N_STATES; state++)
    {
      if (get_tenths (weights[state], 127) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
print_sign (const Learning *self, const LineSignModel *model, const char *name)
{
  gint column = model->columns[GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name))];

  if (column < 0 || !says_anything (model->weights[column]))
    return;
  printf ("  { \"%s\", { ", name);
  for (guint state = 0; state < N_STATES; state++)
    printf ("%s%ld", state > 0 ? ", " : "", get_tenths (model->weights[column][state], 127));
  printf (" } },\n");
}

static void
print_table (const Learning *self, const LineSignModel *model)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (self->names, i));
  g_ptr_array_sort (names, compare_names);
  printf ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
          "/* Learned from the labelled postings in tests/cases; tests/tools/README.md tells what it says, and how it "
          "is made. */\n");
  print_turns (model);
  printf ("static const Weight weights[] = {\n");
  for (guint i = 0; i < names->len; i++)
    print_sign (self, model, g_ptr_array_index (names, i));
  printf ("};\n");
}

/* Of lines left aside, by variant: how often the likeliest state is right. */
static void
tell_left_aside (const Learning *self, const LineSignModel *model)
{
  static const char *const names[N_VARIANTS] = {
    "as they are",     "without headings",         "without bullets",         "without either",
    "without the top", "without top and headings", "without top and bullets", "without all three"
  };

  for (guint variant = 0; variant < N_VARIANTS; variant++)
    {
      guint n = 0;
      guint n_right = 0;

      for (guint i = 0; i < self->sequences->len; i++)
        {
          const LineSequence *sequence = g_ptr_array_index (self->sequences, i);

          if (sequence->variant != variant || sequence->n_lines == 0 || !sequence->is_left_aside)
            continue;
          n += sequence->n_lines;
          n_right += line_sign_model_count_right (model, sequence);
        }
      if (n > 0)
        g_printerr ("%u of %u lines left aside, %s, are judged rightly\n", n_right, n, names[variant]);
    }
}

static void
learning_init (Learning *self)
{
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->n_postings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->last = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sequences = g_ptr_array_new_with_free_func ((GDestroyNotify) line_sequence_free);
}

static void
learning_clear (Learning *self)
{
  g_ptr_array_unref (self->sequences);
  g_array_unref (self->last);
  g_array_unref (self->n_postings);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->names);
}

int
main (int argc, char **argv)
{
  Learning self = { 0 };
  LineSignModel model;

  if (argc != 2 && (argc != 4 || !g_str_equal (argv[2], "--leave") || strchr (argv[3], '/') == NULL))
    {
      g_printerr ("usage: learn-line-signs TESTS [--leave PART/PARTS]\n");
      return 2;
    }
  if (argc == 4)
    {
      self.leave = (guint) strtoul (argv[3], NULL, 10);
      self.n_parts = (guint) strtoul (strchr (argv[3], '/') + 1, NULL, 10);
    }
  learning_init (&self);
  labelled_postings_foreach (argv[1], add_posting_cb, &self);
  choose_signs (&self, &model);
  line_sign_model_learn (&model, self.sequences);
  print_table (&self, &model);
  tell_left_aside (&self, &model);
  line_sign_model_clear (&model);
  learning_clear (&self);
  return 0;
}
