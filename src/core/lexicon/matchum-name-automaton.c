/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nearly everywhere in a text no name starts, so that is told from a few bits; the rest is one step a character. */
#include "config.h"

#include "lexicon/matchum-name-automaton.h"

#include <string.h>

#include "lexicon/matchum-name-compiler.h"
#include "text/matchum-korean-tail.h"

#define ROOT 0
#define NO_STATE 0

/* So many states are looked at for the names that start with a text. */
#define MAX_COMPLETED 20000

static guint
get_shift (gsize room)
{
  return 64 - (guint) g_bit_storage (room - 1);
}

static inline guint64
get_edge (const MatchumNameAutomaton *self, gsize slot)
{
  return (guint64) self->edges[slot * 2] << 32 | self->edges[slot * 2 + 1];
}

/* The state behind state by c, where that has many edges; NO_STATE where there is none. */
static guint32
look_up (const MatchumNameAutomaton *self, guint32 state, gunichar c)
{
  const guint64 mask = ((guint64) 1 << MATCHUM_NAME_AUTOMATON_KEY_BITS) - 1;
  const guint64 wanted = matchum_name_automaton_make_edge (state, c);
  const gsize last = ((gsize) 1 << (64 - self->edges_shift)) - 1;
  gsize slot = matchum_name_automaton_hash_edge (wanted, self->edges_shift);

  for (;;)
    {
      const guint64 edge = get_edge (self, slot);

      if ((edge & mask) == wanted)
        return (guint32) (edge >> MATCHUM_NAME_AUTOMATON_KEY_BITS);
      if (edge == 0)
        return NO_STATE;
      slot = (slot + 1) & last;
    }
}

static inline guint32
get_next (const MatchumNameAutomaton *self, guint32 state, gunichar c)
{
  const guint32 *numbers = self->states + state;

  /* Most states have one edge. */
  if (numbers[1] == 1)
    return numbers[2] == c ? numbers[3] : NO_STATE;
  if (numbers[1] == MATCHUM_NAME_AUTOMATON_HASHED)
    return look_up (self, state, c);
  for (guint32 i = 0; i < numbers[1]; i++)
    if (numbers[2 + i * 2] == c)
      return numbers[3 + i * 2];
  return NO_STATE;
}

static MatchumNameBits
get_bits (const MatchumLexiconForm *form, MatchumLexiconFormSection section)
{
  gsize n;
  const guint32 *numbers = matchum_lexicon_form_get_section (form, section, &n);

  return (MatchumNameBits){ numbers, get_shift (n) };
}

static guint8
find_kind (const MatchumNameAutomaton *self, guint byte)
{
  if (byte >= 0x80)
    return MATCHUM_NAME_BYTE_WIDE;
  if (g_ascii_isalnum ((char) byte))
    return MATCHUM_NAME_BYTE_WORD;
  return byte > MATCHUM_NAME_GAP && get_next (self, ROOT, byte) != NO_STATE ? MATCHUM_NAME_BYTE_SIGN
                                                                            : MATCHUM_NAME_BYTE_NONE;
}

void
matchum_name_automaton_init (MatchumNameAutomaton *self, const MatchumLexiconForm *form)
{
  gsize n;

  self->words = get_bits (form, MATCHUM_LEXICON_FORM_WORDS);
  self->wide[0].pairs = matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_PAIRS, NULL);
  self->wide[0].shorts = get_bits (form, MATCHUM_LEXICON_FORM_SHORT);
  self->wide[0].starts = get_bits (form, MATCHUM_LEXICON_FORM_STARTS);
  self->wide[1].pairs = matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_PAIRS_INSIDE, NULL);
  self->wide[1].shorts = self->wide[1].starts = get_bits (form, MATCHUM_LEXICON_FORM_INSIDE);
  self->edges = matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_EDGES, &n);
  self->edges_shift = get_shift (n / 2);
  self->states = matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_STATES, NULL);
  self->ends = matchum_lexicon_form_get_section (form, MATCHUM_LEXICON_FORM_ENDS, NULL);
  self->characters = matchum_lexicon_form_get_text (form, 0);
  for (guint byte = 0; byte < G_N_ELEMENTS (self->kinds); byte++)
    self->kinds[byte] = find_kind (self, byte);
}

/* The character at p, of valid UTF-8; *length is how many bytes it has. */
static inline gunichar
decode (const guchar *p, guint *length)
{
  if (p[0] < 0x80)
    {
      *length = 1;
      return p[0];
    }
  if (p[0] < 0xe0)
    {
      *length = 2;
      return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
    }
  if (p[0] < 0xf0)
    {
      *length = 3;
      return (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
    }
  *length = 4;
  return (p[0] & 7u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
}

static inline gboolean
has_bits (MatchumNameBits self, guint64 hash)
{
  const guint32 bits = matchum_name_automaton_get_bits (hash, self.shift);

  return (self.numbers[hash >> self.shift] & bits) == bits;
}

G_ALWAYS_INLINE static inline gboolean
has_word (const MatchumNameAutomaton *self, guint64 bytes, gsize n, guchar next)
{
  return has_bits (self->words, matchum_name_automaton_hash_word (bytes, n, next));
}

/* Whether a name may start with the n letters and digits at p, behind which there are as many bytes as are looked at:
 * with all of them and perhaps what comes next, or but for a plural s or the number of a version. */
G_ALWAYS_INLINE static inline gboolean
may_start_word (const MatchumNameAutomaton *self, const char *p, gsize n)
{
  const guint64 bytes = matchum_name_automaton_load (p);
  const guchar next = (guchar) (p[n] == ' ' || p[n] == '-' ? p[n + 1] : p[n]);

  if (has_word (self, bytes, n, 0) || has_word (self, bytes, n, next)
      || (p[n - 1] == 's' && has_word (self, bytes, n - 1, 0)))
    return TRUE;
  if (!g_ascii_isdigit (p[n - 1]))
    return FALSE;
  while (n > 0 && g_ascii_isdigit (p[n - 1]))
    n--;
  return n > 0 && has_word (self, bytes, n, 0);
}

G_ALWAYS_INLINE static inline gboolean
may_start_sign (const MatchumNameAutomaton *self, const char *p)
{
  const guint64 bytes = matchum_name_automaton_load (p);

  return has_word (self, bytes, 1, 0) || has_word (self, bytes, MATCHUM_NAME_FIRST_SIGNS, 0);
}

static inline MatchumNameByte
get_kind (const MatchumNameAutomaton *self, const char *p)
{
  return (MatchumNameByte) self->kinds[(guchar) *p];
}

static inline gboolean
has_pair (const guint32 *pairs, guint64 hash)
{
  const guint32 bits = pairs[hash >> MATCHUM_NAME_PAIRS_SHIFT];

  return bits >> (hash >> (MATCHUM_NAME_PAIRS_SHIFT - 5) & 31) & bits >> (hash >> (MATCHUM_NAME_PAIRS_SHIFT - 10) & 31)
         & 1;
}

/* The hash of the character at the beginning of bytes, which is not ASCII. */
static inline guint64
hash_one (guint64 bytes)
{
  const guchar first = (guchar) bytes;

  if (G_LIKELY ((first & 0xf0) == 0xe0))
    return matchum_name_automaton_hash (bytes, 3, 0);
  return matchum_name_automaton_hash (bytes, matchum_name_automaton_get_length (first), 0);
}

G_ALWAYS_INLINE static inline gboolean
may_start_wide (const MatchumNameAutomaton *self, const char *p, gboolean is_inside)
{
  const guint64 bytes = matchum_name_automaton_load (p);
  const guint64 two = matchum_name_automaton_hash (bytes, MATCHUM_NAME_FIRST_TWO, 0);
  const guint64 one = hash_one (bytes);
  /* Chosen without a branch, which could not be foretold. */
  const MatchumNameStarts *starts = &self->wide[is_inside];

  if (G_LIKELY (!(has_pair (starts->pairs, two) | has_pair (starts->pairs, one))))
    return FALSE;
  return has_bits (starts->starts, matchum_name_automaton_hash (bytes, 8, (guchar) p[8]))
         | has_bits (starts->shorts, two) | has_bits (starts->shorts, one);
}

gsize
matchum_name_automaton_skip (const char *text, gsize at)
{
  guint length;

  if (g_ascii_isalnum (text[at]))
    {
      while (g_ascii_isalnum (text[at]))
        at++;
      return at;
    }
  decode ((const guchar *) text + at, &length);
  return at + length;
}

/* The bytes of the word of ASCII at p. */
static inline gsize
measure_word (const MatchumNameAutomaton *self, const char *p)
{
  gsize n = 1;

  while (get_kind (self, p + n) == MATCHUM_NAME_BYTE_WORD)
    n++;
  return n;
}

/* From at up to until or a little farther, with as many bytes behind that as are looked at. */
static gsize
find_start (const MatchumNameAutomaton *self,
            const char *text,
            gsize at,
            gsize until,
            gboolean is_inside,
            gboolean *is_found)
{
  while (at < until)
    {
      const char *p = text + at;
      const MatchumNameByte kind = get_kind (self, p);
      gboolean is_blank;
      gsize n = 1;

      if (kind == MATCHUM_NAME_BYTE_WIDE)
        {
          *is_found = may_start_wide (self, p, is_inside);
          n = matchum_name_automaton_get_length ((guchar) *p);
        }
      else if (kind == MATCHUM_NAME_BYTE_WORD)
        {
          n = measure_word (self, p);
          *is_found = may_start_word (self, p, n);
        }
      else if (kind == MATCHUM_NAME_BYTE_SIGN)
        *is_found = may_start_sign (self, p);
      if (*is_found)
        return at;
      /* A blank behind it is passed without a branch, for where words end cannot be foretold. */
      is_blank = get_kind (self, p + n) == MATCHUM_NAME_BYTE_NONE;
      is_inside = (!is_blank) & matchum_is_syllable_at (p);
      at += n + (gsize) is_blank;
    }
  return at;
}

/* The same at the end of a text: p is where it goes on, with NULs behind it. */
static gboolean
may_start (const MatchumNameAutomaton *self, const char *p)
{
  switch (get_kind (self, p))
    {
    case MATCHUM_NAME_BYTE_WORD:
      return may_start_word (self, p, measure_word (self, p));
    case MATCHUM_NAME_BYTE_SIGN:
      return may_start_sign (self, p);
    case MATCHUM_NAME_BYTE_WIDE:
      return may_start_wide (self, p, FALSE) || may_start_wide (self, p, TRUE);
    case MATCHUM_NAME_BYTE_NONE:
    default:
      return FALSE;
    }
}

gsize
matchum_name_automaton_find_start (const MatchumNameAutomaton *self,
                                   const char *text,
                                   gsize at,
                                   gsize until,
                                   gsize length)
{
  const gsize safe = MIN (until, length - MIN (length, MATCHUM_NAME_FIRST_WIDE));
  const gboolean is_inside = at >= 3 && matchum_is_syllable_at (text + at - 3);
  gboolean is_found = FALSE;

  if (at < safe)
    at = find_start (self, text, at, safe, is_inside, &is_found);
  while (!is_found && at < until)
    {
      /* The end of the text, with NULs behind it. */
      char end[MATCHUM_NAME_FIRST_WIDE + 1] = { 0 };

      memcpy (end, text + at, MIN (length - at, MATCHUM_NAME_FIRST_WIDE));
      is_found = may_start (self, end);
      if (!is_found)
        at = matchum_name_automaton_skip (text, at);
    }
  return is_found ? at : until;
}

/* Where tail, read from at on, ends in text; 0 where something else stands there. */
static gsize
follow_tail (const char *tail, const char *text, gsize at)
{
  for (; *tail != '\0'; tail++)
    {
      if ((guchar) *tail > MATCHUM_NAME_GAP)
        {
          if (text[at] != *tail)
            return 0;
          at++;
        }
      else if (text[at] == ' ' || text[at] == '-')
        at++;
      else if (*tail == MATCHUM_NAME_GAP)
        return 0;
    }
  return at;
}

/* The names that end at a state. */
static inline const guint32 *
get_ends (const MatchumNameAutomaton *self, const guint32 *numbers)
{
  return (numbers[0] & MATCHUM_NAME_AUTOMATON_LAST_END) != 0 ? numbers : self->ends + numbers[0];
}

guint
matchum_name_automaton_walk (const MatchumNameAutomaton *self, const char *text, gsize start, MatchumNameHit *hits)
{
  guint32 state = ROOT;
  gsize at = start;
  guint n = 0;

  for (;;)
    {
      const guint32 *numbers;
      guint length;
      const gunichar c = decode ((const guchar *) text + at, &length);

      /* The free places of the table, the NUL at the end of text and what would be taken for gaps are no edges. */
      state = c > MATCHUM_NAME_GAP ? get_next (self, state, c) : NO_STATE;
      if (state == NO_STATE)
        return n;
      at += length;
      numbers = self->states + state;
      if ((numbers[1] & MATCHUM_NAME_AUTOMATON_TAIL) != 0)
        {
          at = follow_tail (self->characters + (numbers[1] & ~MATCHUM_NAME_AUTOMATON_TAIL), text, at);
          if (at != 0)
            hits[n++] = (MatchumNameHit){ at, get_ends (self, numbers) };
          return n;
        }
      if (numbers[0] != MATCHUM_NAME_AUTOMATON_NO_ENDS)
        hits[n++] = (MatchumNameHit){ at, get_ends (self, numbers) };
    }
}

static void
add_ends (const MatchumNameAutomaton *self, guint32 state, GArray *aliases)
{
  const guint32 *numbers = self->states + state;

  if (numbers[0] == MATCHUM_NAME_AUTOMATON_NO_ENDS)
    return;
  for (const guint32 *p = get_ends (self, numbers);; p++)
    {
      const guint32 alias = *p & ~MATCHUM_NAME_AUTOMATON_LAST_END;

      g_array_append_val (aliases, alias);
      if ((*p & MATCHUM_NAME_AUTOMATON_LAST_END) != 0)
        return;
    }
}

static void
add_state (GArray *states, GHashTable *known, guint32 state)
{
  if (states->len < MAX_COMPLETED && g_hash_table_add (known, GUINT_TO_POINTER (state)))
    g_array_append_val (states, state);
}

/* Adds the states behind state. */
static void
add_next (const MatchumNameAutomaton *self, guint32 state, GArray *states, GHashTable *known)
{
  const guint32 *numbers = self->states + state;
  const gsize room = (gsize) 1 << (64 - self->edges_shift);

  if ((numbers[1] & MATCHUM_NAME_AUTOMATON_TAIL) != 0)
    return;
  for (guint32 i = 0; numbers[1] != MATCHUM_NAME_AUTOMATON_HASHED && i < numbers[1]; i++)
    add_state (states, known, numbers[3 + i * 2]);
  for (gsize slot = 0; numbers[1] == MATCHUM_NAME_AUTOMATON_HASHED && slot < room; slot++)
    {
      const guint64 edge = get_edge (self, slot);
      const guint64 key = edge & (((guint64) 1 << MATCHUM_NAME_AUTOMATON_KEY_BITS) - 1);

      if (edge != 0 && key >> MATCHUM_NAME_AUTOMATON_CHARACTER_BITS == state)
        add_state (states, known, (guint32) (edge >> MATCHUM_NAME_AUTOMATON_KEY_BITS));
    }
}

/* Whether what is left of a text is the start of tail. */
static gboolean
starts_tail (const char *tail, const char *rest)
{
  for (; *rest != '\0'; tail++)
    {
      const gboolean is_gap = *rest == ' ' || *rest == '-';

      if (*tail == '\0')
        return FALSE;
      if ((guchar) *tail > MATCHUM_NAME_GAP ? *tail != *rest : !is_gap && *tail == MATCHUM_NAME_GAP)
        return FALSE;
      if ((guchar) *tail > MATCHUM_NAME_GAP || is_gap)
        rest++;
    }
  return TRUE;
}

/* The state that start leads to, or one on the way whose tail goes on as start does; NO_STATE where no name does. */
static guint32
find_state (const MatchumNameAutomaton *self, const char *start)
{
  guint32 state = ROOT;

  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (state != ROOT && (self->states[state + 1] & MATCHUM_NAME_AUTOMATON_TAIL) != 0)
        {
          const char *tail = self->characters + (self->states[state + 1] & ~MATCHUM_NAME_AUTOMATON_TAIL);

          return starts_tail (tail, p) ? state : NO_STATE;
        }
      state = c > MATCHUM_NAME_GAP ? get_next (self, state, c) : NO_STATE;
      if (state == NO_STATE)
        return NO_STATE;
    }
  return state;
}

void
matchum_name_automaton_complete (const MatchumNameAutomaton *self, const char *start, GArray *aliases)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  const guint32 first = find_state (self, start);

  if (first == NO_STATE)
    return;
  add_state (states, known, first);
  for (guint i = 0; i < states->len; i++)
    {
      const guint32 state = g_array_index (states, guint32, i);

      add_ends (self, state, aliases);
      add_next (self, state, states, known);
    }
}
