/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learns from the labelled postings how much each sign of a line, and each turn from one line to the next, says for
 * each state, as a conditional random field, and writes the table of the reader. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "posting/matchum-line-chain.h"
#include "posting/matchum-posting-reader.h"
#include "text/matchum-front-matter.h"

#define N_STATES MATCHUM_N_CHAIN_STATES
#define N_TURNS MATCHUM_N_CHAIN_TURNS

/* A sign counts that stands in as many postings. */
#define MIN_POSTINGS 3
#define N_ROUNDS 6
#define RATE 0.1
#define DECAY 0.002
#define TURN_DECAY 0.01
#define ALL_STATES ((1u << N_STATES) - 1)
/* What lines are that are not labelled, where only requirements and duties are. */
#define UNTOLD                                                                                                         \
  (1u << MATCHUM_CHAIN_OTHER | 1u << MATCHUM_CHAIN_BENEFIT | 1u << MATCHUM_CHAIN_PROCESS | 1u << MATCHUM_CHAIN_NOTE)

/* Sets of cases; of some, all lines are labelled, of the others those that ask for something and duties. */
static const char *const sets[] = { "cases/wide", "cases/wide-2", "cases",   "cases-2",
                                    "cases-3",    "cases-4",      "cases-5", "cases/wide-3" };

/* Every posting is learned from several times: as it is, with headings of which the words say nothing, without bullets,
 * and both; and of each of these, what stands from its first heading of requirements or duties on, as people paste. */
enum {
  WITHOUT_HEADINGS = 1 << 0,
  WITHOUT_BULLETS = 1 << 1,
  WITHOUT_TOP = 1 << 2,
  N_VARIANTS = 1 << 3,
};

/* How a line is labelled. */
typedef struct {
  guint states; /* bits of what it may be, 0: nobody knows */
  gboolean is_heading;
  gboolean is_untold; /* a line or heading that is not labelled */
  gboolean continues; /* the line before it */
} Label;

typedef struct {
  char **text;   /* physical lines */
  Label *labels; /* by 1-based line */
  guint n_lines;
} Case;

typedef struct {
  guint states; /* bits of what it may be */
  guint turn;
  GArray *signs; /* guint: their numbers */
} Line;

/* The lines of one posting, in one of its variants. */
typedef struct {
  guint posting;
  guint variant;
  Line *lines;
  guint n_lines;
} Sequence;

/* By state, for a sign; by the state before and the state, for a turn. */
typedef double States[N_STATES];
typedef double Turns[N_STATES][N_STATES];

typedef struct {
  GHashTable *numbers; /* by sign */
  GPtrArray *names;
  GArray *n_postings; /* guint, by number: how many hold it */
  GArray *last;       /* guint, by number: the last of these and one */
  GPtrArray *sequences;
  guint n_read; /* postings */
  guint leave;
  guint n_parts; /* 0: nothing is left aside */
  gint *columns; /* by number of sign, or -1 */
  guint n_columns;
  States *weights; /* by column */
  States *squares;
  Turns turns[N_TURNS + 1]; /* the last is for all of them */
  Turns turn_squares[N_TURNS + 1];
} Learning;

static gboolean
is_left_aside (const Learning *self, guint posting)
{
  return self->n_parts > 0 && posting % self->n_parts == self->leave % self->n_parts;
}

static guint
get_state (const char *name)
{
  static const struct {
    const char *name;
    guint state;
  } states[] = {
    { "required", MATCHUM_CHAIN_REQUIRED }, { "preferred", MATCHUM_CHAIN_PREFERRED },
    { "duty", MATCHUM_CHAIN_DUTY },         { "benefit", MATCHUM_CHAIN_BENEFIT },
    { "condition", MATCHUM_CHAIN_BENEFIT }, { "process", MATCHUM_CHAIN_PROCESS },
    { "note", MATCHUM_CHAIN_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_str_equal (states[i].name, name))
        return states[i].state;
    }
  return MATCHUM_CHAIN_OTHER;
}

/* Labels. */

static void
read_full_label (Case *self, JsonObject *object)
{
  Label *label = &self->labels[json_object_get_int_member (object, "line")];
  const char *name;

  label->continues = json_object_has_member (object, "continues");
  if (label->continues)
    return;
  name = json_object_get_string_member (object, "kind");
  label->is_heading = g_str_equal (name, "heading");
  label->states = label->is_heading ? 0 : 1u << get_state (name);
  if (json_object_has_member (object, "also"))
    {
      JsonArray *also = json_object_get_array_member (object, "also");

      for (guint i = 0; i < json_array_get_length (also); i++)
        label->states |= 1u << get_state (json_array_get_string_element (also, i));
    }
}

/* Where only requirements and duties are labelled, headings and wrapped lines are those that the rules find. */
static void
read_headings (Case *self, GArray *shapes)
{
  for (guint i = 0; i < self->n_lines; i++)
    self->labels[i + 1] = (Label){ .states = UNTOLD, .is_untold = TRUE };
  for (guint i = 0; i < shapes->len; i++)
    {
      const MatchumLineShape *shape = &g_array_index (shapes, MatchumLineShape, i);

      if (shape->role == MATCHUM_ROLE_HEADING)
        self->labels[shape->line] = (Label){ .is_heading = TRUE };
      else if (shape->role == MATCHUM_ROLE_CONTINUES)
        self->labels[shape->line] = (Label){ .continues = TRUE };
    }
}

static void
read_requirements (Case *self, JsonObject *object)
{
  JsonArray *array = json_object_get_array_member (object, "requirements");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *requirement = json_array_get_object_element (array, i);

      self->labels[json_object_get_int_member (requirement, "line")] =
          (Label){ .states = 1u << get_state (json_object_get_string_member (requirement, "section")) };
    }
  array = json_object_get_array_member (object, "duties");
  for (guint i = 0; i < json_array_get_length (array); i++)
    self->labels[json_array_get_int_element (array, i)] = (Label){ .states = 1u << MATCHUM_CHAIN_DUTY };
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r")] == '\0';
}

/* A heading is of the kind of most lines under it. */
static guint
find_heading_states (const Case *self, guint heading)
{
  guint counts[MATCHUM_CHAIN_HEADING] = { 0 };
  guint n_untold = 0;
  guint best = 0;
  gboolean is_any = FALSE;

  for (guint at = heading + 1; at <= self->n_lines && !(is_any && self->labels[at].is_heading); at++)
    {
      const Label *label = &self->labels[at];

      if (label->is_heading || label->continues || label->states == 0 || is_blank (self->text[at - 1]))
        continue;
      is_any = TRUE;
      n_untold += label->is_untold;
      if (!label->is_untold)
        counts[g_bit_nth_lsf (label->states, -1)]++;
    }
  for (guint kind = 1; kind < G_N_ELEMENTS (counts); kind++)
    best = counts[kind] > counts[best] ? kind : best;
  return (n_untold > counts[best] ? UNTOLD : 1u << best) << MATCHUM_CHAIN_HEADING;
}

static void
read_labels (Case *self, JsonObject *object, GArray *shapes)
{
  if (json_object_has_member (object, "lines"))
    {
      JsonArray *array = json_object_get_array_member (object, "lines");

      for (guint i = 0; i < json_array_get_length (array); i++)
        read_full_label (self, json_array_get_object_element (array, i));
    }
  else
    {
      read_headings (self, shapes);
      read_requirements (self, object);
    }
  for (guint at = 1; at <= self->n_lines; at++)
    {
      if (self->labels[at].is_heading)
        self->labels[at].states = find_heading_states (self, at);
      else if (self->labels[at].is_untold)
        self->labels[at].states |= UNTOLD << MATCHUM_CHAIN_HEADING;
      else if (self->labels[at].states == 0)
        self->labels[at].states = self->labels[at].continues ? ALL_STATES : UNTOLD;
    }
}

/* Variants of the text. */

static gboolean
is_masked (const Case *self, guint line, guint variant)
{
  return (variant & WITHOUT_HEADINGS) != 0 && (line > 2 || (variant & WITHOUT_TOP) != 0)
         && self->labels[line].is_heading;
}

/* Headings that say nothing, of many lengths and forms; they teach how headings stand, and their words are not learned.
 */
static const char *
get_title (guint number, gboolean is_hangul)
{
  static const char *const korean[] = {
    "달빛 아래",           "우리가 걷는 길",   "첫차",      "문을 여는 사람",      "바다가 들려주는 것", "다음 정거장",
    "아침마다 피는 꽃",    "한 지붕",          "노를 젓다", "불을 켜 두는 자리",   "느린 강을 건너며",   "씨앗",
    "왜 우리는 산에 갈까", "같이 걸을까요?",   "종이배",    "언덕 너머에 있는 것", "두 번째 계절",       "빈 의자",
    "나무가 자라는 동안",  "이런 바람이 불면",
  };
  static const char *const english[] = {
    "The orchard",      "What the tide brings", "Lanterns",      "A seat by the window", "Where it begins",
    "Second wind",      "Salt & smoke",         "All aboard",    "The other half",       "Rain or shine",
    "Kindling",         "Why we climb",         "The map room",  "Under one roof",       "How the river turns",
    "Strings attached", "And then some",        "Off the shelf", "Over the hill",        "Is it you?",
  };

  return is_hangul ? korean[number % G_N_ELEMENTS (korean)] : english[number % G_N_ELEMENTS (english)];
}

static const char *
skip_marks (const char *text, const char *but)
{
  while (*text != '\0' && strchr (but, *text) == NULL && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* The same for the same words. */
static guint
get_title_number (GHashTable *numbers, const char *words, gsize length)
{
  g_autofree char *key = g_strndup (words, length);
  gpointer number;

  if (!g_hash_table_lookup_extended (numbers, key, NULL, &number))
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) * 7 + g_str_hash (key) % 7);
      g_hash_table_insert (numbers, g_steal_pointer (&key), number);
    }
  return GPOINTER_TO_UINT (number);
}

static void
add_masked (GString *text, GHashTable *numbers, const char *line)
{
  const char *start = skip_marks (line, "");
  const char *end = line + strlen (line);
  gboolean is_hangul = FALSE;

  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    is_hangul |= g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HANGUL;
  g_string_append_len (text, line, start - line);
  g_string_append (text, get_title (get_title_number (numbers, start, (gsize) (end - start)), is_hangul));
  g_string_append (text, end);
}

/* Whether its words, without what is drawn around them, are those of a heading. */
static gboolean
says_something (const char *line)
{
  const char *start = skip_marks (line, "");

  return matchum_heading_sense (start, strlen (start)).strength != MATCHUM_HEADING_UNKNOWN;
}

static guint
find_top (const Case *self)
{
  const guint counted = (1u << MATCHUM_CHAIN_REQUIRED | 1u << MATCHUM_CHAIN_PREFERRED | 1u << MATCHUM_CHAIN_DUTY)
                        << MATCHUM_CHAIN_HEADING;

  for (guint at = 1; at <= self->n_lines; at++)
    {
      if (self->labels[at].is_heading && (self->labels[at].states & ~counted) == 0)
        return at;
    }
  return 1;
}

/* What is left away is blank, for lines to keep their numbers. */
static MatchumSource *
make_variant (const Case *self, guint variant)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint top = (variant & WITHOUT_TOP) != 0 ? find_top (self) : 1;
  MatchumSource *source;

  for (guint at = 1; at < top; at++)
    g_string_append_c (text, '\n');
  for (guint at = top; at <= self->n_lines; at++)
    {
      const char *line = self->text[at - 1];
      const Label *label = &self->labels[at];

      if (is_masked (self, at, variant) && says_something (line))
        add_masked (text, numbers, line);
      else if ((variant & WITHOUT_BULLETS) != 0 && !label->is_heading && !label->continues)
        g_string_append (text, skip_marks (line, "([\"'<#."));
      else
        g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  bytes = g_bytes_new (text->str, text->len);
  source = matchum_source_new ("posting", bytes, &error);
  if (source == NULL)
    g_error ("%s", error->message);
  return source;
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

static GArray *
scan (MatchumSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumFrontMatter) front_matter = matchum_front_matter_read (source, &error);
  GArray *shapes;

  if (front_matter == NULL)
    g_error ("%s", error->message);
  shapes = matchum_line_shape_scan (source, matchum_front_matter_get_span (front_matter).end);
  matchum_posting_reader_judge (source, shapes);
  return shapes;
}

static Sequence *
make_sequence (Learning *self, const Case *posting, guint variant)
{
  g_autoptr (MatchumSource) source = make_variant (posting, variant);
  g_autoptr (GArray) shapes = scan (source);
  Sequence *sequence = g_new0 (Sequence, 1);
  MatchumLineChain chain;

  matchum_line_chain_init (&chain, shapes);
  sequence->posting = self->n_read;
  sequence->variant = variant;
  sequence->n_lines = chain.places->len;
  sequence->lines = g_new0 (Line, MAX (sequence->n_lines, 1));
  for (guint i = 0; i < sequence->n_lines; i++)
    {
      guint at = matchum_line_chain_get_shape (&chain, i)->line;
      Line *line = &sequence->lines[i];
      Collecting collecting = { self, NULL };

      line->states = posting->labels[at].states;
      line->turn = matchum_line_chain_get_turn (&chain, i);
      line->signs = collecting.signs = g_array_new (FALSE, FALSE, sizeof (guint));
      matchum_line_chain_foreach_sign (&chain, i, !is_masked (posting, at, variant), collect_cb, &collecting);
    }
  matchum_line_chain_clear (&chain);
  return sequence;
}

static void
sequence_free (Sequence *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    g_array_unref (self->lines[i].signs);
  g_free (self->lines);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_posting (Learning *self, const char *path, JsonObject *object)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MatchumSource) source = NULL;
  g_autoptr (GArray) shapes = NULL;
  Case labelled = { 0 };

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s: %s", path, error->message);
  labelled.text = g_strsplit (text, "\n", -1);
  labelled.n_lines = g_strv_length (labelled.text);
  labelled.labels = g_new0 (Label, labelled.n_lines + 2);
  source = make_variant (&labelled, 0);
  shapes = scan (source);
  read_labels (&labelled, object, shapes);
  for (guint variant = 0; variant < N_VARIANTS; variant++)
    g_ptr_array_add (self->sequences, make_sequence (self, &labelled, variant));
  self->n_read++;
  g_strfreev (labelled.text);
  g_free (labelled.labels);
}

static void
add_case (Learning *self, const char *set, const char *name, GHashTable *seen)
{
  g_autofree char *path = g_build_filename (set, "labels", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *posting = NULL;
  JsonObject *object;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s: %s", path, error->message);
  object = json_node_get_object (json_parser_get_root (parser));
  posting = g_build_filename (set, json_object_get_string_member (object, "posting"), NULL);
  if (g_hash_table_add (seen, g_strdup (posting)))
    add_posting (self, posting, object);
}

static void
add_set (Learning *self, const char *folder)
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
    add_case (self, folder, g_ptr_array_index (names, i), seen);
}

/* Chances of states, and of turns from one to another, of all ways through a posting. */

typedef struct {
  States *lines;
  Turns *turns;
} Chances;

typedef struct {
  States *own;      /* how much the signs of a line say */
  States *forwards; /* chances by what stands before */
  States *backwards;
  Turns turns[N_TURNS];
} Ways;

static Chances
chances_new (guint n)
{
  return (Chances){ g_new0 (States, MAX (n, 1)), g_new0 (Turns, MAX (n, 1)) };
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
weigh_line (const Learning *self, const Line *line, guint possible, States own)
{
  double most = -G_MAXDOUBLE;

  memset (own, 0, sizeof (States));
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
go_forwards (const Ways *ways, const Sequence *sequence)
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
go_backwards (const Ways *ways, const Sequence *sequence)
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
fill_chances (const Ways *ways, const Sequence *sequence, Chances *chances)
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
find_chances (const Learning *self, const Sequence *sequence, gboolean is_limited, Chances *chances)
{
  gsize n = sequence->n_lines;
  Ways ways = { g_new0 (States, n), g_new0 (States, n), g_new0 (States, n), { { { 0 } } } };

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

/* One step down the slope, shorter where there were many (Duchi, Hazan and Singer's AdaGrad). */
static void
step (double *weight, double *square, double slope)
{
  *square += slope * slope;
  *weight -= RATE / sqrt (*square) * slope;
}

static void
learn_line (Learning *self, const Line *line, const States all, const States limited)
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
learn_turns (Learning *self, const Sequence *sequence, const Chances *all, const Chances *limited)
{
  Turns slopes[N_TURNS + 1] = { 0 };

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
learn_sequence (Learning *self, const Sequence *sequence)
{
  Chances all, limited;

  if (is_left_aside (self, sequence->posting) || sequence->n_lines == 0)
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
add_up (const Learning *self, double *sums)
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
take_mean (Learning *self, const double *sums, guint n_sums)
{
  double *weights = (double *) self->weights;
  double *turns = (double *) self->turns;
  gsize n = (gsize) self->n_columns * N_STATES;

  for (gsize i = 0; i < n; i++)
    weights[i] = sums[i] / n_sums;
  for (gsize i = 0; i < sizeof self->turns / sizeof *turns; i++)
    turns[i] = sums[n + i] / n_sums;
}

static void
prepare (Learning *self)
{
  double *squares;

  self->weights = g_new0 (States, MAX (self->n_columns, 1));
  self->squares = g_new0 (States, MAX (self->n_columns, 1));
  squares = (double *) self->squares;
  for (gsize i = 0; i < (gsize) self->n_columns * N_STATES; i++)
    squares[i] = 0.01;
  squares = (double *) self->turn_squares;
  for (gsize i = 0; i < sizeof self->turn_squares / sizeof *squares; i++)
    squares[i] = 0.01;
}

static void
learn (Learning *self)
{
  g_autofree double *sums = g_new0 (double, (gsize) self->n_columns *N_STATES + sizeof self->turns / sizeof (double));
  g_autofree guint *order = g_new (guint, self->sequences->len);
  guint64 state = G_GUINT64_CONSTANT (88172645463325252);
  guint n_sums = 0;

  prepare (self);
  for (guint i = 0; i < self->sequences->len; i++)
    order[i] = i;
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      shuffle (order, self->sequences->len, &state);
      for (guint i = 0; i < self->sequences->len; i++)
        learn_sequence (self, g_ptr_array_index (self->sequences, order[i]));
      if (round < N_ROUNDS / 2)
        continue;
      add_up (self, sums);
      n_sums++;
    }
  take_mean (self, sums, n_sums);
}

/* Keeps the signs that stand in several postings. */
static void
choose_signs (Learning *self)
{
  self->columns = g_new (gint, self->names->len);
  for (guint i = 0; i < self->names->len; i++)
    self->columns[i] = g_array_index (self->n_postings, guint, i) >= MIN_POSTINGS ? (gint) self->n_columns++ : -1;
}

/* What is written. */

static long
get_tenths (double value, long most)
{
  return CLAMP (lrint (value * 10.0), -most, most);
}

static void
print_turns (const Learning *self)
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
                    get_tenths (self->turns[turn][from][to] + self->turns[N_TURNS][from][to], 9999));
          printf (" },\n");
        }
      printf ("  },\n");
    }
  printf ("};\n");
}

/* Whether anything is left of it in tenths. */
static gboolean
says_anything (const States weights)
{
  for (guint state = 0; state < N_STATES; state++)
    {
      if (get_tenths (weights[state], 127) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
print_sign (const Learning *self, const char *name)
{
  gint column = self->columns[GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name))];

  if (column < 0 || !says_anything (self->weights[column]))
    return;
  printf ("  { \"%s\", { ", name);
  for (guint state = 0; state < N_STATES; state++)
    printf ("%s%ld", state > 0 ? ", " : "", get_tenths (self->weights[column][state], 127));
  printf (" } },\n");
}

static void
print_table (const Learning *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (self->names, i));
  g_ptr_array_sort (names, compare_names);
  printf ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
          "/* Learned from the labelled postings in tests/cases; tests/tools/README.md tells what it says, and how it "
          "is made. */\n");
  print_turns (self);
  printf ("static const Weight weights[] = {\n");
  for (guint i = 0; i < names->len; i++)
    print_sign (self, g_ptr_array_index (names, i));
  printf ("};\n");
}

static guint
count_right (const Learning *self, const Sequence *sequence)
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

/* Of lines left aside, by variant: how often the likeliest state is right. */
static void
tell_left_aside (const Learning *self)
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
          const Sequence *sequence = g_ptr_array_index (self->sequences, i);

          if (sequence->variant != variant || sequence->n_lines == 0 || !is_left_aside (self, sequence->posting))
            continue;
          n += sequence->n_lines;
          n_right += count_right (self, sequence);
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
  self->sequences = g_ptr_array_new_with_free_func ((GDestroyNotify) sequence_free);
}

static void
learning_clear (Learning *self)
{
  g_ptr_array_unref (self->sequences);
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
      g_autofree char *folder = g_build_filename (argv[1], sets[i], NULL);

      add_set (&self, folder);
    }
  choose_signs (&self);
  learn (&self);
  print_table (&self);
  tell_left_aside (&self);
  learning_clear (&self);
  return 0;
}
