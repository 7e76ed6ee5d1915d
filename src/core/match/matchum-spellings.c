/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps which three and which six bytes follow each other in a text, and which letters its words are made of. */
#include "config.h"

#include "match/matchum-spellings.h"

#include <string.h>

/* A misspelling is looked for in words of at least so many letters. */
#define LEAST_LETTERS 6

/* The bits of the windows: some thousand different ones in a long resume fill a tenth of them. Two syllables follow
 * each other in more ways than the bytes of one. */
#define WINDOW_BITS 16
#define LONG_WINDOW_BITS 17
#define LONG_WINDOW_MASK G_GUINT64_CONSTANT (0xffffffffffff)

/* Words of more letters are kept together. */
#define MAX_LETTERS 31

typedef struct {
  gsize start;
  gsize length;
  guint32 letters; /* a bit for each that it has */
} Word;

struct _MatchumSpellings {
  const char *text;
  guint32 windows[(1 << WINDOW_BITS) / 32]; /* a bit for the hash of each three bytes that follow each other */
  guint32 long_windows[(1 << LONG_WINDOW_BITS) / 32]; /* of each six */
  GArray *words[MAX_LETTERS + 1]; /* of Word, by how many letters they have; NULL where there are none */
};

/* Windows ------------------------------------------------------------------------------------------------------ */

/* Three bytes, the last lowest, spread over the bits (Knuth, The Art of Computer Programming, 6.4). */
static inline guint32
hash_window (guint64 window)
{
  return ((guint32) window & 0xffffff) * 2654435761u >> (32 - WINDOW_BITS);
}

/* Six bytes. */
static inline guint32
hash_long_window (guint64 window)
{
  return (guint32) ((window & LONG_WINDOW_MASK) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> (64 - LONG_WINDOW_BITS));
}

static inline void
set_bit (guint32 *bits, guint32 hash)
{
  bits[hash / 32] |= 1u << hash % 32;
}

static inline gboolean
has_bit (const guint32 *bits, guint32 hash)
{
  return (bits[hash / 32] & 1u << hash % 32) != 0;
}

static inline gboolean
is_skipped (char byte)
{
  return byte == ' ' || byte == '-';
}

static void
add_windows (MatchumSpellings *self, const char *text, gsize length)
{
  guint64 window = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (is_skipped (text[i]))
        continue;
      window = window << 8 | (guchar) text[i];
      set_bit (self->windows, hash_window (window));
      set_bit (self->long_windows, hash_long_window (window));
    }
}

gboolean
matchum_spellings_may_hold (const MatchumSpellings *self, const char *word, gsize size)
{
  guint64 window = 0;
  guint n = 0;

  for (gsize i = 0; i < size; i++)
    {
      if (is_skipped (word[i]))
        continue;
      window = window << 8 | (guchar) word[i];
      n++;
      if ((n >= 3 && !has_bit (self->windows, hash_window (window)))
          || (n >= 6 && !has_bit (self->long_windows, hash_long_window (window))))
        return FALSE;
    }
  return TRUE;
}

/* Misspellings ------------------------------------------------------------------------------------------------- */

static guint32
collect_letters (const char *word, gsize length)
{
  guint32 letters = 0;

  for (gsize i = 0; i < length; i++)
    letters |= 1u << (word[i] & 31);
  return letters;
}

/* The next word of letters at i or behind it, but for the shortest, which are no misspelling of any; and moves i behind
 * it. */
static gboolean
read_word (const char *text, gsize length, gsize *i, MatchumSpan *word)
{
  while (*i < length)
    {
      gsize start = *i, end = start;

      while (end < length && g_ascii_isalpha (text[end]))
        end++;
      *i = end + 1;
      *word = MATCHUM_SPAN (start, end);
      if (end - start >= LEAST_LETTERS - 1)
        return TRUE;
    }
  return FALSE;
}

static void
add_words (MatchumSpellings *self, const char *text, gsize length)
{
  MatchumSpan span;

  for (gsize i = 0; read_word (text, length, &i, &span);)
    {
      const gsize n = matchum_span_get_length (span);
      const Word word = { span.start, n, collect_letters (text + span.start, n) };
      GArray **words = &self->words[MIN (n, MAX_LETTERS)];

      if (*words == NULL)
        *words = g_array_new (FALSE, FALSE, sizeof (Word));
      g_array_append_val (*words, word);
    }
}

/* Whether two words differ by one letter: one more, one less, one other, or two changed about. */
static gboolean
is_misspelt (const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize head = 0, tail = 0;
  gsize shorter = MIN (a_length, b_length), longer = MAX (a_length, b_length);

  if (longer - shorter > 1)
    return FALSE;
  while (head < shorter && a[head] == b[head])
    head++;
  while (tail < shorter - head && a[a_length - 1 - tail] == b[b_length - 1 - tail])
    tail++;
  if (longer - head - tail <= 1)
    return longer != head + tail;
  return a_length == b_length && a_length - head - tail == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
}

/* Only words of letters are misspelt, and only long ones are still known by the rest of their letters. */
static gboolean
may_be_misspelt (const char *word, gsize size)
{
  if (size < LEAST_LETTERS)
    return FALSE;
  for (gsize i = 0; i < size; i++)
    if (!g_ascii_isalpha (word[i]))
      return FALSE;
  return TRUE;
}

/* Whether there are no more than two bits. */
static inline gboolean
is_two_bits (guint32 bits)
{
  bits &= bits - 1;
  return (bits & (bits - 1)) == 0;
}

/* Whether one of words, which have about as many letters, is word misspelt. One letter changed for another are two that
 * not both have. */
static gboolean
has_misspelt (const MatchumSpellings *self, const GArray *words, const char *word, gsize size, guint32 letters)
{
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const Word *other = &g_array_index (words, Word, i);

      if (is_two_bits (other->letters ^ letters) && is_misspelt (self->text + other->start, other->length, word, size))
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_spellings_holds_misspelt (const MatchumSpellings *self, const char *word)
{
  const gsize size = strlen (word);
  guint32 letters;

  if (!may_be_misspelt (word, size))
    return FALSE;
  letters = collect_letters (word, size);
  for (gsize n = MIN (size - 1, MAX_LETTERS); n <= MIN (size + 1, MAX_LETTERS); n++)
    if (has_misspelt (self, self->words[n], word, size, letters))
      return TRUE;
  return FALSE;
}

gboolean
matchum_spellings_find_misspelt (const char *text, gsize length, const char *word, MatchumSpan *span)
{
  const gsize size = strlen (word);

  if (!may_be_misspelt (word, size))
    return FALSE;
  for (gsize i = 0; read_word (text, length, &i, span);)
    if (is_misspelt (text + span->start, matchum_span_get_length (*span), word, size))
      return TRUE;
  return FALSE;
}

/* -------------------------------------------------------------------------------------------------------------- */

MatchumSpellings *
matchum_spellings_new (const char *text, gsize length)
{
  MatchumSpellings *self = g_new0 (MatchumSpellings, 1);

  self->text = text;
  add_windows (self, text, length);
  add_words (self, text, length);
  return self;
}

void
matchum_spellings_free (MatchumSpellings *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->words); i++)
    g_clear_pointer (&self->words[i], g_array_unref);
  g_free (self);
}
