/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the automaton of patterns: a state is the set of all places in all patterns where a reader of the text may be,
 * so that gaps need no second thoughts where names are looked for. Where but one name is left, its rest is a tail. */
#include "config.h"

#include <string.h>

#include "lexicon/matchum-name-automaton.h"
#include "lexicon/matchum-name-compiler.h"

/* A place in a pattern. */
typedef struct {
  guint32 alias;
  guint32 at;
} Place;

/* A place behind character. */
typedef struct {
  gunichar character;
  Place place;
} Step;

typedef struct {
  guint32 state;
  gunichar character;
  guint32 target;
} Edge;

typedef struct {
  guint32 ends;
  guint32 tail; /* place in the characters */
  guint32 first_edge;
  guint32 n_edges;
  guint32 place; /* in the section STATES */
} State;

typedef struct {
  const MatchumNamePattern *patterns;
  MatchumLexiconFormWriter *writer;
  GPtrArray *states;   /* of GBytes, of Place, ascending, each of them once */
  GHashTable *indexes; /* the same GBytes → index + 1 */
  GArray *edges;       /* of Edge; those of one state follow each other, as the states do */
  GArray *made;        /* of State */
  guint32 max_states;
  gboolean is_too_much;
  GArray *ends; /* of guint32: the section ENDS */
} Making;

/* The share of the bits that are set, and of the edges that are taken, is at most one of so many. */
#define BITS_ROOM 24
#define EDGES_ROOM 2
#define LEAST_ROOM 64

#define NO_PLACE G_MAXUINT32

/* Names of which each may be divided where others must be could make a state of every choice of them. Those of the
 * world make fewer states than they have characters. */
#define LEAST_STATES 1000
#define STATES_PER_CHARACTER 4

/* A state with more edges has them in the table. */
#define FEW_EDGES 16

static gunichar
get_character (const Making *self, Place place)
{
  const MatchumNamePattern *pattern = &self->patterns[place.alias];

  return place.at < pattern->length ? pattern->characters[place.at] : 0;
}

static gint
compare_numbers (guint32 a, guint32 b)
{
  return a < b ? -1 : a > b;
}

static gint
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *left = a;
  const Step *right = b;

  if (left->character != right->character)
    return compare_numbers (left->character, right->character);
  if (left->place.alias != right->place.alias)
    return compare_numbers (left->place.alias, right->place.alias);
  return compare_numbers (left->place.at, right->place.at);
}

/* Adds place, and the one behind it where it is a gap that may be nothing. Places come in order. */
static void
add_place (const Making *self, GArray *places, Place place)
{
  const Place *last = places->len > 0 ? &g_array_index (places, Place, places->len - 1) : NULL;

  if (last == NULL || last->alias != place.alias || last->at < place.at)
    g_array_append_val (places, place);
  if (get_character (self, place) == MATCHUM_NAME_GAP_OPTIONAL)
    {
      place.at++;
      add_place (self, places, place); /* Two gaps are never in a row. */
    }
}

/* The state that is places; a new one is made where there is none. */
static guint32
get_state (Making *self, const GArray *places)
{
  g_autoptr (GBytes) key = g_bytes_new (places->data, places->len * sizeof (Place));
  gpointer found = g_hash_table_lookup (self->indexes, key);

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  if (self->states->len == self->max_states)
    {
      self->is_too_much = TRUE;
      return 0;
    }
  g_ptr_array_add (self->states, g_bytes_ref (key));
  g_hash_table_insert (self->indexes, key, GUINT_TO_POINTER (self->states->len));
  return self->states->len - 1;
}

/* Whether the places are all there is of one name, and its rest can be read without looking ahead: a gap that may be
 * nothing must not come before what looks like one. */
static gboolean
is_tail (const Making *self, const Place *places, gsize n)
{
  const MatchumNamePattern *pattern = &self->patterns[places[0].alias];

  if (places[0].at == pattern->length || n > 2)
    return FALSE;
  if (n == 2
      && (places[1].alias != places[0].alias || places[1].at != places[0].at + 1
          || get_character (self, places[0]) != MATCHUM_NAME_GAP_OPTIONAL))
    return FALSE;
  for (gsize i = places[0].at; i + 1 < pattern->length; i++)
    if (pattern->characters[i] == MATCHUM_NAME_GAP_OPTIONAL
        && (pattern->characters[i + 1] == '-' || pattern->characters[i + 1] == ' '))
      return FALSE;
  return TRUE;
}

static guint32
add_tail (Making *self, Place place)
{
  g_autoptr (GString) tail = g_string_new (NULL);
  const MatchumNamePattern *pattern = &self->patterns[place.alias];

  for (gsize i = place.at; i < pattern->length; i++)
    g_string_append_unichar (tail, pattern->characters[i]);
  return matchum_lexicon_form_writer_add_text (self->writer, tail->str);
}

/* Adds a list, where they are several, of the names that end in the places, later names first, or of the name whose
 * tail it is. */
static guint32
add_ends (Making *self, const Place *places, gsize n, gboolean has_tail)
{
  const guint32 first = self->ends->len;
  guint32 only;

  for (gsize i = n; i > 0; i--)
    if ((has_tail && i == 1) || get_character (self, places[i - 1]) == 0)
      g_array_append_val (self->ends, places[i - 1].alias);
  if (self->ends->len == first)
    return MATCHUM_NAME_AUTOMATON_NO_ENDS;
  g_array_index (self->ends, guint32, self->ends->len - 1) |= MATCHUM_NAME_AUTOMATON_LAST_END;
  if (self->ends->len > first + 1)
    return first;
  only = g_array_index (self->ends, guint32, first);
  g_array_set_size (self->ends, first);
  return only;
}

/* Every step that can be taken from the places; in order. */
static GArray *
find_steps (const Making *self, const Place *places, gsize n)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (gsize i = 0; i < n; i++)
    {
      const gunichar c = get_character (self, places[i]);
      Step step = { c, { places[i].alias, places[i].at + 1 } };

      if (c == 0)
        continue;
      if (c <= MATCHUM_NAME_GAP)
        {
          step.character = '-';
          g_array_append_val (steps, step);
          step.character = ' ';
        }
      g_array_append_val (steps, step);
    }
  g_array_sort (steps, compare_steps);
  return steps;
}

static void
add_edges (Making *self, guint32 state, const Place *places, gsize n)
{
  g_autoptr (GArray) steps = find_steps (self, places, n);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      add_place (self, targets, step->place);
      if (i + 1 == steps->len || g_array_index (steps, Step, i + 1).character != step->character)
        {
          const Edge edge = { state, step->character, get_state (self, targets) };

          g_array_append_val (self->edges, edge);
          g_array_set_size (targets, 0);
        }
    }
}

static void
make_state (Making *self, guint32 state)
{
  gsize size;
  g_autoptr (GBytes) key = g_bytes_ref (self->states->pdata[state]);
  const Place *places = g_bytes_get_data (key, &size);
  const gsize n = size / sizeof (Place);
  const gboolean has_tail = n > 0 && state > 0 && is_tail (self, places, n);
  State made = {
    .ends = add_ends (self, places, n, has_tail),
    .tail = has_tail ? add_tail (self, places[0]) : MATCHUM_LEXICON_FORM_NONE,
    .first_edge = self->edges->len,
    .place = NO_PLACE,
  };

  if (!has_tail)
    add_edges (self, state, places, n);
  made.n_edges = self->edges->len - made.first_edge;
  g_array_append_val (self->made, made);
}

static State *
get_made (const Making *self, guint32 state)
{
  return &g_array_index (self->made, State, state);
}

/* The root has its edges in the table, however few, so that there is one way to start. */
static gboolean
is_hashed (const Making *self, guint32 state)
{
  return state == 0 || get_made (self, state)->n_edges > FEW_EDGES;
}

static void
place_state (Making *self, guint32 index, guint32 *place, GArray *order)
{
  State *state = get_made (self, index);

  state->place = *place;
  *place += 2 + (is_hashed (self, index) ? 0 : 2 * state->n_edges);
  g_array_append_val (order, index);
}

/* Gives every state its place, for the cache's sake: those with many edges, which every search comes by, together, and
 * the others each close to the one that leads to it. Returns the states in the order of their places. */
static GArray *
place_states (Making *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 place = 0;

  for (guint32 i = 0; i < self->made->len; i++)
    if (is_hashed (self, i))
      place_state (self, i, &place, order);
  for (guint i = self->edges->len; i > 0; i--)
    if (is_hashed (self, g_array_index (self->edges, Edge, i - 1).state))
      g_array_append_val (stack, g_array_index (self->edges, Edge, i - 1).target);
  while (stack->len > 0)
    {
      const guint32 index = g_array_index (stack, guint32, stack->len - 1);
      const State *state = get_made (self, index);

      g_array_set_size (stack, stack->len - 1);
      if (state->place != NO_PLACE)
        continue;
      place_state (self, index, &place, order);
      for (guint i = state->n_edges; i > 0; i--)
        g_array_append_val (stack, g_array_index (self->edges, Edge, state->first_edge + i - 1).target);
    }
  self->is_too_much = self->is_too_much || place >> MATCHUM_NAME_AUTOMATON_STATE_BITS != 0;
  return order;
}

static void
write_state (const Making *self, guint32 index)
{
  const State *state = get_made (self, index);

  matchum_lexicon_form_writer_add (self->writer, state->ends);
  if (state->tail != MATCHUM_LEXICON_FORM_NONE)
    matchum_lexicon_form_writer_add (self->writer, state->tail | MATCHUM_NAME_AUTOMATON_TAIL);
  else if (is_hashed (self, index))
    matchum_lexicon_form_writer_add (self->writer, MATCHUM_NAME_AUTOMATON_HASHED);
  else
    {
      matchum_lexicon_form_writer_add (self->writer, state->n_edges);
      for (guint i = 0; i < state->n_edges; i++)
        {
          const Edge *edge = &g_array_index (self->edges, Edge, state->first_edge + i);

          matchum_lexicon_form_writer_add (self->writer, edge->character);
          matchum_lexicon_form_writer_add (self->writer, get_made (self, edge->target)->place);
        }
    }
}

/* The least power of two that is enough. */
static gsize
find_room (gsize n)
{
  gsize room = LEAST_ROOM;

  while (room < n)
    room *= 2;
  return room;
}

typedef struct {
  GArray *words;  /* of guint64: hashes of the beginnings of texts that start with ASCII */
  GArray *pairs;  /* of the first two syllables of others, or their first character */
  GArray *shorts; /* of those of others that are not longer */
  GArray *starts; /* of those that are */
} Starts;

/* The bytes that a text starts with; NULs behind it. */
typedef struct {
  char bytes[MATCHUM_NAME_FIRST_WIDE + 6];
  guint n;
} Beginning;

/* How many of the bytes are looked at. */
static guint
count_first (const Beginning *beginning)
{
  const guchar first = (guchar) beginning->bytes[0];

  if (beginning->n >= MATCHUM_NAME_FIRST_WIDE)
    return MATCHUM_NAME_FIRST_WIDE;
  return beginning->n >= MATCHUM_NAME_FIRST_TWO ? MATCHUM_NAME_FIRST_TWO : matchum_name_automaton_get_length (first);
}

static void
collect_word (Starts *self, const char *bytes, gsize n, guchar next)
{
  const guint64 hash = matchum_name_automaton_hash_word (matchum_name_automaton_load (bytes), n, next);

  g_array_append_val (self->words, hash);
}

static void
collect_hash (Starts *self, const Beginning *beginning)
{
  const guint n = count_first (beginning);
  const guint64 pair =
      matchum_name_automaton_hash (matchum_name_automaton_load (beginning->bytes), MIN (n, MATCHUM_NAME_FIRST_TWO), 0);
  const guint64 hash = matchum_name_automaton_hash (matchum_name_automaton_load (beginning->bytes), MIN (n, 8),
                                                    n > 8 ? (guchar) beginning->bytes[8] : 0);

  if ((guchar) beginning->bytes[0] < 0x80)
    {
      collect_word (self, beginning->bytes, MIN (beginning->n, MATCHUM_NAME_FIRST_SIGNS), 0);
      return;
    }
  g_array_append_val (self->pairs, pair);
  if (n == MATCHUM_NAME_FIRST_WIDE)
    g_array_append_val (self->starts, hash);
  else
    g_array_append_val (self->shorts, hash);
}

/* Collects the hash of every text that the pattern may start with; at is where it goes on behind beginning. */
static void
collect_starts (Starts *self, const MatchumNamePattern *pattern, gsize at, Beginning beginning)
{
  const gunichar c = at < pattern->length ? pattern->characters[at] : 0;

  if (c == 0 || beginning.n >= MATCHUM_NAME_FIRST_WIDE)
    {
      collect_hash (self, &beginning);
      return;
    }
  if (c == MATCHUM_NAME_GAP_OPTIONAL)
    collect_starts (self, pattern, at + 1, beginning);
  if (c > MATCHUM_NAME_GAP)
    beginning.n += (guint) g_unichar_to_utf8 (c, beginning.bytes + beginning.n);
  else
    {
      beginning.bytes[beginning.n++] = ' ';
      collect_starts (self, pattern, at + 1, beginning);
      beginning.bytes[beginning.n - 1] = '-';
    }
  collect_starts (self, pattern, at + 1, beginning);
}

/* The first byte of a character. */
static guchar
get_first_byte (gunichar c)
{
  char bytes[6];

  g_unichar_to_utf8 (c, bytes);
  return (guchar) bytes[0];
}

/* Collects the hash of every word of letters and digits that the pattern, which starts with one, may start with, with
 * what comes behind it: it may end at a gap. A hyphen that is none could be taken for one, so what is behind that is
 * left open. */
static void
collect_words (Starts *self, const MatchumNamePattern *pattern)
{
  char bytes[MATCHUM_NAME_MAX_LENGTH + 1] = { 0 };
  gsize n = 0;

  for (gsize i = 0; i < pattern->length; i++)
    {
      const gunichar c = pattern->characters[i];

      if (c < 0x80 && g_ascii_isalnum ((char) c))
        bytes[n++] = (char) c;
      else if (c > MATCHUM_NAME_GAP)
        {
          collect_word (self, bytes, n, c == '-' || c == ' ' ? 0 : get_first_byte (c));
          return;
        }
      else
        {
          collect_word (self, bytes, n, get_first_byte (pattern->characters[i + 1]));
          if (c == MATCHUM_NAME_GAP)
            return;
        }
    }
  collect_word (self, bytes, n, 0);
}

static void
collect (Starts *self, const MatchumNamePattern *pattern)
{
  if (pattern->characters[0] < 0x80 && g_ascii_isalnum ((char) pattern->characters[0]))
    collect_words (self, pattern);
  else
    collect_starts (self, pattern, 0, (Beginning){ { 0 }, 0 });
}

static gint
compare_hashes (gconstpointer a, gconstpointer b)
{
  const guint64 *left = a;
  const guint64 *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* Many names start alike. */
static void
drop_doubles (GArray *hashes)
{
  guint n_kept = 0;

  g_array_sort (hashes, compare_hashes);
  for (guint i = 0; i < hashes->len; i++)
    if (i == 0 || g_array_index (hashes, guint64, i) != g_array_index (hashes, guint64, i - 1))
      g_array_index (hashes, guint64, n_kept++) = g_array_index (hashes, guint64, i);
  g_array_set_size (hashes, n_kept);
}

/* room is a power of two. */
static void
write_numbers (const GArray *hashes, gsize room, MatchumLexiconFormWriter *writer)
{
  const guint shift = 64 - (guint) g_bit_storage (room - 1);
  g_autofree guint32 *numbers = g_new0 (guint32, room);

  for (guint i = 0; i < hashes->len; i++)
    {
      const guint64 hash = g_array_index (hashes, guint64, i);

      numbers[hash >> shift] |= matchum_name_automaton_get_bits (hash, shift);
    }
  matchum_lexicon_form_writer_add_numbers (writer, numbers, room);
}

static void
write_bits (GArray *hashes, MatchumLexiconFormWriter *writer)
{
  drop_doubles (hashes);
  write_numbers (hashes, find_room (hashes->len * BITS_ROOM / 32), writer);
}

static void
write_starts (const MatchumNamePattern *patterns, gsize n, MatchumLexiconFormWriter *writer)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) pairs_inside = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) shorts = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (gsize i = 0; i < n; i++)
    {
      collect (&(Starts){ words, pairs, shorts, starts }, &patterns[i]);
      if (patterns[i].may_be_inside)
        collect (&(Starts){ words, pairs_inside, inside, inside }, &patterns[i]);
    }
  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_WORDS);
  write_bits (words, writer);
  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_PAIRS);
  write_numbers (pairs, MATCHUM_NAME_N_PAIRS, writer);
  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_PAIRS_INSIDE);
  write_numbers (pairs_inside, MATCHUM_NAME_N_PAIRS, writer);
  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_SHORT);
  write_bits (shorts, writer);
  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_STARTS);
  write_bits (starts, writer);
  matchum_lexicon_form_writer_begin (writer, MATCHUM_LEXICON_FORM_INSIDE);
  write_bits (inside, writer);
}

static void
add_to_table (const Making *self, const Edge *edge, guint32 *table, gsize room)
{
  const guint shift = 64 - (guint) g_bit_storage (room - 1);
  const guint64 key = matchum_name_automaton_make_edge (get_made (self, edge->state)->place, edge->character);
  const guint64 whole = key | (guint64) get_made (self, edge->target)->place << MATCHUM_NAME_AUTOMATON_KEY_BITS;
  gsize slot = matchum_name_automaton_hash_edge (key, shift);

  while (table[slot * 2] != 0 || table[slot * 2 + 1] != 0)
    slot = (slot + 1) & (room - 1);
  table[slot * 2] = (guint32) (whole >> 32);
  table[slot * 2 + 1] = (guint32) whole;
}

static void
write_edges (const Making *self)
{
  g_autofree guint32 *table = NULL;
  gsize n = 0;
  gsize room;

  for (guint32 i = 0; i < self->made->len; i++)
    n += is_hashed (self, i) ? get_made (self, i)->n_edges : 0;
  room = find_room (n * EDGES_ROOM);
  table = g_new0 (guint32, room * 2);
  for (guint i = 0; i < self->edges->len; i++)
    if (is_hashed (self, g_array_index (self->edges, Edge, i).state))
      add_to_table (self, &g_array_index (self->edges, Edge, i), table, room);
  matchum_lexicon_form_writer_add_numbers (self->writer, table, room * 2);
}

static void
make_states (Making *self, gsize n)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (gsize i = 0; i < n; i++)
    add_place (self, places, (Place){ (guint32) i, 0 });
  get_state (self, places);
  for (guint32 state = 0; state < self->states->len && !self->is_too_much; state++)
    make_state (self, state);
}

static void
write_states (Making *self)
{
  g_autoptr (GArray) order = place_states (self);

  if (self->is_too_much)
    return;
  matchum_lexicon_form_writer_begin (self->writer, MATCHUM_LEXICON_FORM_STATES);
  for (guint i = 0; i < order->len; i++)
    write_state (self, g_array_index (order, guint32, i));
  matchum_lexicon_form_writer_begin (self->writer, MATCHUM_LEXICON_FORM_EDGES);
  write_edges (self);
  matchum_lexicon_form_writer_begin (self->writer, MATCHUM_LEXICON_FORM_ENDS);
  matchum_lexicon_form_writer_add_numbers (self->writer, (const guint32 *) (gpointer) self->ends->data,
                                           self->ends->len);
}

gboolean
matchum_name_automaton_write (const MatchumNamePattern *patterns, gsize n, MatchumLexiconFormWriter *writer)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GHashTable) indexes = g_hash_table_new (g_bytes_hash, g_bytes_equal);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (State));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  Making self = { patterns, writer, states, indexes, edges, made, LEAST_STATES, FALSE, ends };
  const guint32 none = MATCHUM_NAME_AUTOMATON_LAST_END;

  for (gsize i = 0; i < n; i++)
    self.max_states += (guint32) (patterns[i].length * STATES_PER_CHARACTER);
  g_array_append_val (ends, none);
  write_starts (patterns, n, writer);
  make_states (&self, n);
  if (!self.is_too_much)
    write_states (&self);
  return !self.is_too_much;
}
