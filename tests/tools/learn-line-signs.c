/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learns from the labelled postings how much each sign of a line says for each kind, by multinomial logistic
 * regression, and writes the table of the reader. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "posting/matchum-line-signs.h"
#include "posting/matchum-posting-layout.h"
#include "text/matchum-front-matter.h"

#define N_KINDS MATCHUM_N_POSTING_KINDS

/* A sign counts that stands in as many postings, and says so much (a natural logarithm) for or against a kind. */
#define MIN_POSTINGS 3
#define MIN_WEIGHT 0.7
#define N_ROUNDS 20
#define RATE 0.3
#define DECAY 0.002
#define ALL_KINDS ((1u << N_KINDS) - 1)
/* Too few lines are tools and nothing else: they count as OTHER. */
#define LEARNED (ALL_KINDS & ~(1u << MATCHUM_POSTING_STACK))
/* Kinds that are not labelled where only requirements and duties are. */
#define UNTOLD                                                                                                         \
  (LEARNED & ~(1u << MATCHUM_POSTING_REQUIRED | 1u << MATCHUM_POSTING_PREFERRED | 1u << MATCHUM_POSTING_DUTY))

/* Sets of cases, and whether all lines are labelled there. */
static const struct {
  const char *folder;
  gboolean is_full;
} sets[] = {
  { "cases/wide", TRUE }, { "cases/wide-2", TRUE }, { "cases", FALSE },   { "cases-2", FALSE },
  { "cases-3", FALSE },   { "cases-4", FALSE },     { "cases-5", FALSE },
};

typedef struct {
  guint kinds; /* bits of what it may be */
  guint posting;
  GArray *signs; /* guint: their numbers */
} Line;

typedef struct {
  GHashTable *numbers; /* by sign */
  GPtrArray *names;
  GArray *n_postings; /* guint, by number: how many hold it */
  GArray *last;       /* guint, by number: the last of these and one */
  GArray *lines;      /* Line */
  guint n_read;       /* postings */
  guint leave;
  guint n_parts; /* 0: nothing is left aside */
  gint *columns; /* by number of sign, or -1 */
  guint n_columns;
  double *weights; /* N_KINDS for each column, the last is for every line */
  double *squares;
} Learning;

static gboolean
is_left_aside (const Learning *self, guint posting)
{
  return self->n_parts > 0 && posting % self->n_parts == self->leave % self->n_parts;
}

static guint
get_kind (const char *name)
{
  static const struct {
    const char *name;
    MatchumPostingKind kind;
  } kinds[] = {
    { "required", MATCHUM_POSTING_REQUIRED }, { "preferred", MATCHUM_POSTING_PREFERRED },
    { "duty", MATCHUM_POSTING_DUTY },         { "benefit", MATCHUM_POSTING_BENEFIT },
    { "condition", MATCHUM_POSTING_BENEFIT }, { "process", MATCHUM_POSTING_PROCESS },
    { "note", MATCHUM_POSTING_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].name, name))
        return 1u << kinds[i].kind;
    }
  return 1u << MATCHUM_POSTING_OTHER;
}

/* Labels: bits of kinds by line, G_MAXUINT for lines that are left out. */

static void
label (GHashTable *labels, gint64 line, guint kinds)
{
  g_hash_table_insert (labels, GINT_TO_POINTER ((int) line), GUINT_TO_POINTER (kinds));
}

static void
read_full_label (GHashTable *labels, JsonObject *object)
{
  gint64 line = json_object_get_int_member (object, "line");
  const char *name;
  guint kinds;

  if (json_object_has_member (object, "continues"))
    {
      label (labels, line, G_MAXUINT);
      return;
    }
  name = json_object_get_string_member (object, "kind");
  kinds = g_str_equal (name, "heading") ? G_MAXUINT : get_kind (name);
  if (json_object_has_member (object, "also"))
    {
      JsonArray *also = json_object_get_array_member (object, "also");

      for (guint i = 0; i < json_array_get_length (also); i++)
        kinds |= get_kind (json_array_get_string_element (also, i));
    }
  label (labels, line, kinds);
}

static GHashTable *
read_labels (JsonObject *object)
{
  GHashTable *labels = g_hash_table_new (NULL, NULL);
  JsonArray *array;

  if (json_object_has_member (object, "lines"))
    {
      array = json_object_get_array_member (object, "lines");
      for (guint i = 0; i < json_array_get_length (array); i++)
        read_full_label (labels, json_array_get_object_element (array, i));
      return labels;
    }
  array = json_object_get_array_member (object, "requirements");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *requirement = json_array_get_object_element (array, i);

      label (labels, json_object_get_int_member (requirement, "line"),
             get_kind (json_object_get_string_member (requirement, "section")));
    }
  array = json_object_get_array_member (object, "duties");
  for (guint i = 0; i < json_array_get_length (array); i++)
    label (labels, json_array_get_int_element (array, i), 1u << MATCHUM_POSTING_DUTY);
  return labels;
}

/* Lines and their signs. */

typedef struct {
  Learning *learning;
  GArray *signs;
} Collecting;

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
  if (is_left_aside (self, self->n_read) || g_array_index (self->last, guint, number) == self->n_read + 1)
    return;
  g_array_index (self->last, guint, number) = self->n_read + 1;
  g_array_index (self->n_postings, guint, number)++;
}

/* Where only some lines are labelled, those that look like lines of a list or a text are of another kind. */
static gboolean
is_plain (const MatchumLineShape *shape)
{
  return shape->role == MATCHUM_ROLE_TEXT || shape->role == MATCHUM_ROLE_ITEM || shape->role == MATCHUM_ROLE_LABEL
         || shape->role == MATCHUM_ROLE_QUOTE;
}

static void
add_line (Learning *self, const MatchumLineShape *shape, GHashTable *labels, gboolean is_full)
{
  guint kinds = GPOINTER_TO_UINT (g_hash_table_lookup (labels, GUINT_TO_POINTER (shape->line)));
  Line line = { .posting = self->n_read };
  Collecting collecting = { .learning = self };

  if (kinds == 0 && !is_full && is_plain (shape))
    kinds = UNTOLD;
  if (kinds == 0 || kinds == G_MAXUINT || shape->folded == NULL)
    return;
  line.kinds = kinds;
  line.signs = g_array_new (FALSE, FALSE, sizeof (guint));
  collecting.signs = line.signs;
  matchum_line_signs_foreach (shape, collect_cb, &collecting);
  g_array_append_val (self->lines, line);
}

static void
add_posting (Learning *self, const char *path, GHashTable *labels, gboolean is_full)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = matchum_source_load (file, NULL, &error);
  g_autoptr (MatchumFrontMatter) front_matter = NULL;
  g_autoptr (GArray) shapes = NULL;

  if (source == NULL || (front_matter = matchum_front_matter_read (source, &error)) == NULL)
    g_error ("%s: %s", path, error->message);
  shapes = matchum_line_shape_scan (source, matchum_front_matter_get_span (front_matter).end);
  matchum_posting_layout_assign_roles (matchum_source_get_text (source), shapes);
  for (guint i = 0; i < shapes->len; i++)
    add_line (self, &g_array_index (shapes, MatchumLineShape, i), labels, is_full);
  self->n_read++;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_case (Learning *self, const char *set, const char *name, gboolean is_full, GHashTable *seen)
{
  g_autofree char *path = g_build_filename (set, "labels", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) labels = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *posting = NULL;
  JsonObject *object;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s: %s", path, error->message);
  object = json_node_get_object (json_parser_get_root (parser));
  posting = g_build_filename (set, json_object_get_string_member (object, "posting"), NULL);
  if (!g_hash_table_add (seen, g_strdup (posting)))
    return;
  labels = read_labels (object);
  add_posting (self, posting, labels, is_full);
}

static void
add_set (Learning *self, const char *folder, gboolean is_full)
{
  g_autofree char *labels = g_build_filename (folder, "labels", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (labels, 0, &error);

  if (dir == NULL)
    g_error ("%s", error->message);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      if (g_str_has_suffix (name, ".json"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_case (self, folder, g_ptr_array_index (names, i), is_full, seen);
}

/* Regression. */

static void
find_chances (const Learning *self, const Line *line, double chances[N_KINDS])
{
  double total = 0.0;

  memcpy (chances, self->weights + (gsize) self->n_columns * N_KINDS, N_KINDS * sizeof (double));
  for (guint i = 0; i < line->signs->len; i++)
    {
      gint column = self->columns[g_array_index (line->signs, guint, i)];

      for (guint kind = 0; column >= 0 && kind < N_KINDS; kind++)
        chances[kind] += self->weights[(gsize) column * N_KINDS + kind];
    }
  for (guint kind = 0; kind < N_KINDS; kind++)
    total += chances[kind] = exp (chances[kind]);
  for (guint kind = 0; kind < N_KINDS; kind++)
    chances[kind] /= total;
}

/* The same where it is known of which kinds the line may be. */
static void
limit_chances (const Line *line, const double chances[N_KINDS], double limited[N_KINDS])
{
  double total = 0.0;

  for (guint kind = 0; kind < N_KINDS; kind++)
    total += limited[kind] = (line->kinds & (1u << kind)) != 0 ? chances[kind] : 0.0;
  for (guint kind = 0; kind < N_KINDS; kind++)
    limited[kind] /= total;
}

/* One step down the slope, shorter where there were many (Duchi, Hazan and Singer's AdaGrad). */
static void
step (Learning *self, guint column, const double slopes[N_KINDS], double decay)
{
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      gsize at = (gsize) column * N_KINDS + kind;
      double slope = slopes[kind] + decay * self->weights[at];

      self->squares[at] += slope * slope;
      self->weights[at] -= RATE * slope / sqrt (self->squares[at]);
    }
}

static void
learn_line (Learning *self, const Line *line)
{
  double chances[N_KINDS], limited[N_KINDS], slopes[N_KINDS];

  if (is_left_aside (self, line->posting))
    return;
  find_chances (self, line, chances);
  limit_chances (line, chances, limited);
  for (guint kind = 0; kind < N_KINDS; kind++)
    slopes[kind] = chances[kind] - limited[kind];
  for (guint i = 0; i < line->signs->len; i++)
    {
      gint column = self->columns[g_array_index (line->signs, guint, i)];

      if (column >= 0)
        step (self, (guint) column, slopes, DECAY);
    }
  step (self, self->n_columns, slopes, 0.0);
}

/* Puts the lines into another order, the same every time (Marsaglia's xorshift). */
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

static void
learn (Learning *self, guint n_rounds)
{
  gsize n = (gsize) (self->n_columns + 1) * N_KINDS;
  g_autofree guint *order = g_new (guint, self->lines->len);
  guint64 state = G_GUINT64_CONSTANT (88172645463325252);

  g_free (self->weights);
  g_free (self->squares);
  self->weights = g_new0 (double, n);
  self->squares = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    self->squares[i] = 0.01;
  for (guint i = 0; i < self->lines->len; i++)
    order[i] = i;
  for (guint round = 0; round < n_rounds; round++)
    {
      shuffle (order, self->lines->len, &state);
      for (guint i = 0; i < self->lines->len; i++)
        learn_line (self, &g_array_index (self->lines, Line, order[i]));
    }
}

/* Keeps the signs that stand in several postings, and of these, once something was learned, those that say much. */
static void
choose_signs (Learning *self)
{
  gint *columns = g_new (gint, self->names->len);
  guint n = 0;

  for (guint i = 0; i < self->names->len; i++)
    {
      double most = 0.0;

      for (guint kind = 0; self->weights != NULL && self->columns[i] >= 0 && kind < N_KINDS; kind++)
        most = MAX (most, fabs (self->weights[(gsize) self->columns[i] * N_KINDS + kind]));
      columns[i] =
          g_array_index (self->n_postings, guint, i) >= MIN_POSTINGS && (self->weights == NULL || most >= MIN_WEIGHT)
              ? (gint) n++
              : -1;
    }
  g_free (self->columns);
  self->columns = columns;
  self->n_columns = n;
}

/* What is written. */

static void
print_numbers (const double *numbers)
{
  printf ("{ ");
  for (guint kind = 0; kind < N_KINDS; kind++)
    printf ("%s%ld", kind > 0 ? ", " : "", CLAMP (lrint (numbers[kind] * 10.0), -127L, 127L));
  printf (" }");
}

/* How likely each kind is of any line. */
static void
print_usual (const Learning *self)
{
  double usual[N_KINDS] = { 0 };
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      double chances[N_KINDS], limited[N_KINDS];

      if (is_left_aside (self, line->posting))
        continue;
      find_chances (self, line, chances);
      limit_chances (line, chances, limited);
      for (guint kind = 0; kind < N_KINDS; kind++)
        usual[kind] += limited[kind];
      n++;
    }
  for (guint kind = 0; kind < N_KINDS; kind++)
    usual[kind] = log ((usual[kind] + 1.0) / n);
  printf ("static const int usual[MATCHUM_N_POSTING_KINDS] = ");
  print_numbers (usual);
  printf (";\n");
}

static void
print_table (const Learning *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (self->names, i));
  printf ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
          "/* Learned from the labelled postings in tests/cases; tests/tools/README.md tells what it says, and how it "
          "is made. */\n");
  print_usual (self);
  printf ("static const int bias[MATCHUM_N_POSTING_KINDS] = ");
  print_numbers (self->weights + (gsize) self->n_columns * N_KINDS);
  printf (";\nstatic const Weight weights[] = {\n");
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      gint column = self->columns[GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name))];

      if (column < 0)
        continue;
      printf ("  { \"%s\", ", name);
      print_numbers (self->weights + (gsize) column * N_KINDS);
      printf (" },\n");
    }
  printf ("};\n");
}

/* Of lines left aside: how often the likeliest kind is right. */
static void
tell_left_aside (const Learning *self)
{
  guint n = 0;
  guint right = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      double chances[N_KINDS];
      guint best = 0;

      if (!is_left_aside (self, line->posting))
        continue;
      find_chances (self, line, chances);
      for (guint kind = 1; kind < N_KINDS; kind++)
        best = chances[kind] > chances[best] ? kind : best;
      n++;
      right += (line->kinds & (1u << best)) != 0;
    }
  if (n > 0)
    g_printerr ("%u of %u lines left aside are judged rightly by themselves\n", right, n);
}

static void
learning_init (Learning *self)
{
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->n_postings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->last = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

static void
learning_clear (Learning *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    g_array_unref (g_array_index (self->lines, Line, i).signs);
  g_array_unref (self->lines);
  g_array_unref (self->last);
  g_array_unref (self->n_postings);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->names);
  g_free (self->columns);
  g_free (self->weights);
  g_free (self->squares);
}

int
main (int argc, char **argv)
{
  Learning self = { 0 };

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
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *folder = g_build_filename (argv[1], sets[i].folder, NULL);

      add_set (&self, folder, sets[i].is_full);
    }
  choose_signs (&self);
  learn (&self, N_ROUNDS / 2);
  choose_signs (&self);
  learn (&self, N_ROUNDS);
  print_table (&self);
  tell_left_aside (&self);
  learning_clear (&self);
  return 0;
}
