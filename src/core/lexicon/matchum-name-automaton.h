/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds where names may start in a text, and which stand there: a view on the compiled lexicon. For this room only.
 *
 * The sections: WORDS to INSIDE tell by bits, two for each hash, what a name may start with: WORDS its first word of
 * letters and digits of ASCII, with the first byte of what it goes on with, or the first MATCHUM_NAME_FIRST_SIGNS
 * bytes or fewer where it starts with another sign of ASCII; STARTS the first MATCHUM_NAME_FIRST_WIDE bytes of all other
 * texts, SHORT those of shorter ones, INSIDE both where the name may start inside a word of Hangul. PAIRS and PAIRS_INSIDE
 * have fewer bytes of all of these, and are asked first. STATES
 * holds the states, each known by its place there. Its first number tells which names end at it: the one with
 * MATCHUM_NAME_AUTOMATON_LAST_END set, or the place in ENDS of a list, on the last of which that is set. Then comes how
 * many edges there are, and the edges, each its character and the state it leads to. Where they are many they are in
 * EDGES instead, a hash table of two numbers: the state that an edge leads to, the one it leaves, and its character.
 * Where only one name goes on its rest is a tail, in the characters, where gaps are MATCHUM_NAME_GAP and
 * MATCHUM_NAME_GAP_OPTIONAL. */
#pragma once

#include <string.h>

#include "lexicon/matchum-lexicon-form.h"

G_BEGIN_DECLS

/* No name may be longer, in characters and gaps. */
#define MATCHUM_NAME_MAX_LENGTH 100

#define MATCHUM_NAME_AUTOMATON_CHARACTER_BITS 21
#define MATCHUM_NAME_AUTOMATON_STATE_BITS     21
#define MATCHUM_NAME_AUTOMATON_KEY_BITS       (MATCHUM_NAME_AUTOMATON_STATE_BITS + MATCHUM_NAME_AUTOMATON_CHARACTER_BITS)
#define MATCHUM_NAME_AUTOMATON_LAST_END       0x80000000u
/* Instead of how many edges there are: they are in the table; there is a tail, at the place that is in the other bits. */
#define MATCHUM_NAME_AUTOMATON_HASHED         0x40000000u
#define MATCHUM_NAME_AUTOMATON_TAIL           0x80000000u
/* No names end at such a state. */
#define MATCHUM_NAME_AUTOMATON_NO_ENDS        0

/* Bits of a section, and the shift of a hash to its number there. */
typedef struct {
  const guint32 *numbers;
  guint          shift;
} MatchumNameBits;

/* What tells whether a name may start that does not start with ASCII. */
typedef struct {
  const guint32  *pairs;  /* MATCHUM_NAME_N_PAIRS */
  MatchumNameBits shorts;
  MatchumNameBits starts;
} MatchumNameStarts;

/* What a first look at a character tells. */
typedef enum {
  MATCHUM_NAME_BYTE_NONE, /* no name starts with it */
  MATCHUM_NAME_BYTE_WORD, /* a letter or digit of ASCII */
  MATCHUM_NAME_BYTE_SIGN, /* another sign of it that a name starts with */
  MATCHUM_NAME_BYTE_WIDE, /* the first byte of any other character */
} MatchumNameByte;

typedef struct {
  MatchumNameBits   words;
  MatchumNameStarts wide[2]; /* the second: inside a word of Hangul */
  const guint32 *states;
  const guint32 *edges;
  const guint32 *ends;
  const char    *characters;
  guint          edges_shift; /* of a hash, to its edge */
  guint8         kinds[256];  /* MatchumNameByte, by the first byte of a character */
} MatchumNameAutomaton;

/* Names that end at one byte of a text. */
typedef struct {
  gsize          end;
  const guint32 *aliases; /* up to the one with MATCHUM_NAME_AUTOMATON_LAST_END */
} MatchumNameHit;

void  matchum_name_automaton_init       (MatchumNameAutomaton       *self,
                                         const MatchumLexiconForm   *form);
/* The first place from at on where a name may start, until if there is none before that. A name does not stop within a
 * word of ASCII, but for a plural s or the number of a version. text is folded, and of length bytes. */
gsize matchum_name_automaton_find_start (const MatchumNameAutomaton *self,
                                         const char                 *text,
                                         gsize                       at,
                                         gsize                       until,
                                         gsize                       length);
/* Behind the word or character at at, where no name starts at that. */
gsize matchum_name_automaton_skip       (const char                 *text,
                                         gsize                       at);
/* Fills hits, of which there is room for MATCHUM_NAME_MAX_LENGTH, the shortest first, with the names at start; returns
 * how many. */
guint matchum_name_automaton_walk       (const MatchumNameAutomaton *self,
                                         const char                 *text,
                                         gsize                       start,
                                         MatchumNameHit             *hits);

/* Adds the numbers of the names that start with start, which is folded, to aliases (of guint32): of very many, some. */
void  matchum_name_automaton_complete   (const MatchumNameAutomaton *self,
                                         const char                 *start,
                                         GArray                     *aliases);

/* How many bytes of a text are looked at to tell whether a name may start: two with a sign of ASCII, three syllables
 * elsewhere; of shorter names a sign, two syllables or one character. */
#define MATCHUM_NAME_FIRST_SIGNS 2
#define MATCHUM_NAME_FIRST_TWO   6
#define MATCHUM_NAME_FIRST_WIDE  9

/* The bytes of a character that starts with first, which is not ASCII. */
static inline guint
matchum_name_automaton_get_length (guchar first)
{
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/* The first eight bytes at p, the first lowest. */
static inline guint64
matchum_name_automaton_load (const char *p)
{
  guint64 bytes;

  memcpy (&bytes, p, sizeof bytes);
  return GUINT64_FROM_LE (bytes);
}

/* The hash of the first n of these bytes, n being at most eight, with one more behind them or 0. */
static inline guint64
matchum_name_automaton_hash (guint64 bytes,
                             guint   n,
                             guchar  ninth)
{
  if (n < 8)
    bytes &= ((guint64) 1 << (n * 8)) - 1;
  return bytes * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + ninth * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
}

/* The hash of a word of n bytes, of which these are the first, or of as many bytes of another start; next is the byte
 * behind it, or behind the gap there, where the name goes on, else 0. */
static inline guint64
matchum_name_automaton_hash_word (guint64 bytes,
                                  gsize   n,
                                  guchar  next)
{
  return matchum_name_automaton_hash (bytes, (guint) MIN (n, 8), (guchar) MIN (n, G_MAXUINT8))
         + next * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
}

/* The numbers of PAIRS, which is asked at every syllable: so many whatever there is, that the shift is known before. */
#define MATCHUM_NAME_N_PAIRS     2048
#define MATCHUM_NAME_PAIRS_SHIFT 53

/* The bits of a hash in the number of a section that shift leads to: from the highest on, which all bytes have a share in. */
static inline guint32
matchum_name_automaton_get_bits (guint64 hash,
                                 guint   shift)
{
  return 1u << (hash >> (shift - 5) & 31) | 1u << (hash >> (shift - 10) & 31);
}

static inline guint64
matchum_name_automaton_make_edge (guint32  state,
                                  gunichar c)
{
  return (guint64) state << MATCHUM_NAME_AUTOMATON_CHARACTER_BITS | c;
}

static inline gsize
matchum_name_automaton_hash_edge (guint64 edge,
                                  guint   shift)
{
  return (gsize) ((edge * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> shift);
}

G_END_DECLS
