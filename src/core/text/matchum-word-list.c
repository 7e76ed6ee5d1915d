/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds texts against lists of words. Words are found by their first or last three bytes, so that a text is walked
 * through once, however many words there are. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "text/matchum-word-list.h"

#include <string.h>

#include "text/matchum-byte-window.h"

#define NONE G_MAXUINT16
/* What is looked at of a text at most, in bytes; callers shorten longer ones. */
#define MAX_TEXT 4096

typedef struct {
  const char *text;
  guint64 first; /* the first bytes, or fewer, as they stand in memory, … */
  guint64 last;  /* … the last, behind nulls */
  guint64 first_mask;
  guint64 last_mask;
  guint32 bit;
  guint16 length;
  guint16 next_by_head; /* the next word whose first bytes fall into the same bucket, or NONE */
  guint16 next_by_tail;
} Word;

struct _MatchumWordIndex {
  GArray *words;
  guint16 heads[MATCHUM_BYTE_WINDOW_BUCKETS]; /* by three bytes */
  guint16 *longs; /* by six, of words that have as many and are looked for anywhere; NULL in a list */
  guint16 tails[MATCHUM_BYTE_WINDOW_BUCKETS];
  guint16 short_words;                           /* those of fewer than three bytes, chained by head */
  guint32 starts[MATCHUM_BYTE_WINDOW_BITS / 32]; /* a bit for the first three bytes of each word */
};

static guint64
load (const char *text)
{
  guint64 bytes;

  memcpy (&bytes, text, sizeof bytes);
  return bytes;
}

/* Most words are told apart by a few bytes, compared at once. */
static void
set_bytes (Word *word)
{
  const gsize n = MIN (word->length, sizeof (guint64));

  memcpy (&word->first, word->text, n);
  memset (&word->first_mask, 0xff, n);
  memcpy ((char *) &word->last + sizeof (guint64) - n, word->text + word->length - n, n);
  memset ((char *) &word->last_mask + sizeof (guint64) - n, 0xff, n);
}

/* Whether word stands at the beginning of text. */
static gboolean
stands_at (const Word *word, const char *text, gsize length)
{
  if (length < sizeof (guint64))
    return word->length <= length && memcmp (text, word->text, word->length) == 0;
  if (((load (text) ^ word->first) & word->first_mask) != 0)
    return FALSE;
  return word->length <= sizeof (guint64) || (word->length <= length && memcmp (text, word->text, word->length) == 0);
}

/* The last bytes of text, where it has as many. */
static guint64
load_last (const char *text, gsize length)
{
  return length >= sizeof (guint64) ? load (text + length - sizeof (guint64)) : 0;
}

/* Whether word stands at the end of text. */
static gboolean
stands_before (const Word *word, const char *text, gsize length, guint64 last)
{
  const gsize n = word->length;

  if (length < sizeof (guint64))
    return n <= length && memcmp (text + length - n, word->text, n) == 0;
  if (((last ^ word->last) & word->last_mask) != 0)
    return FALSE;
  return n <= sizeof (guint64) || (n <= length && memcmp (text + length - n, word->text, n) == 0);
}

static void
add_word (MatchumWordIndex *index, const char *text, gsize length, guint32 bit)
{
  guint16 at = (guint16) index->words->len;
  Word word = { .text = text, .bit = bit, .length = (guint16) length, .next_by_head = NONE, .next_by_tail = NONE };

  set_bytes (&word);
  if (length >= 3)
    {
      guint16 *head = index->longs != NULL && length >= 6 ? &index->longs[matchum_byte_window_hash_long (text)]
                                                          : &index->heads[matchum_byte_window_hash (text)];
      guint16 *tail = &index->tails[matchum_byte_window_hash (text + length - 3)];
      const guint start = matchum_byte_window_hash_bit (text);

      index->starts[start / 32] |= 1u << start % 32;
      word.next_by_head = *head;
      word.next_by_tail = *tail;
      *head = at;
      *tail = at;
    }
  else
    {
      word.next_by_head = index->short_words;
      index->short_words = at;
    }
  g_array_append_val (index->words, word);
}

static MatchumWordIndex *
index_new (gboolean is_table)
{
  MatchumWordIndex *index = g_new0 (MatchumWordIndex, 1);

  index->words = g_array_new (FALSE, FALSE, sizeof (Word));
  index->short_words = NONE;
  memset (index->heads, 0xff, sizeof index->heads);
  if (is_table)
    {
      index->longs = g_new (guint16, MATCHUM_BYTE_WINDOW_LONG_BUCKETS);
      memset (index->longs, 0xff, MATCHUM_BYTE_WINDOW_LONG_BUCKETS * sizeof (guint16));
    }
  memset (index->tails, 0xff, sizeof index->tails);
  return index;
}

static void
take_apart (MatchumWordIndex *index, const char *list, guint32 bit)
{
  for (const char *p = list; *p != '\0';)
    {
      gsize length = strcspn (p, "|");

      if (length > 0)
        add_word (index, p, length, bit);
      p += length;
      if (*p == '|')
        p++;
    }
}

static MatchumWordIndex *
get_index (MatchumWordList *self)
{
  if (g_once_init_enter (&self->index))
    {
      MatchumWordIndex *index = index_new (FALSE);

      take_apart (index, self->text, 0);
      g_once_init_leave (&self->index, index);
    }
  return self->index;
}

static MatchumWordIndex *
get_table_index (MatchumWordTable *self)
{
  if (g_once_init_enter (&self->index))
    {
      MatchumWordIndex *index = index_new (TRUE);

      for (guint i = 0; i < self->n_groups; i++)
        take_apart (index, self->groups[i].words, self->groups[i].bit);
      g_once_init_leave (&self->index, index);
    }
  return self->index;
}

static const Word *
get_word (MatchumWordIndex *index, guint16 at)
{
  return &g_array_index (index->words, Word, at);
}

/* Whether a word may stand at the beginning of text, which has three bytes or more. */
static inline gboolean
may_start (const MatchumWordIndex *index, const char *text)
{
  const guint bit = matchum_byte_window_hash_bit (text);

  return (index->starts[bit / 32] & 1u << bit % 32) != 0;
}

/* Whether one of the words chained from at stands at the beginning of text. */
static gboolean
begins_with_one (MatchumWordIndex *index, guint16 at, const char *text, gsize length)
{
  for (; at != NONE; at = get_word (index, at)->next_by_head)
    {
      if (stands_at (get_word (index, at), text, length))
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_word_list_begins (MatchumWordList *self, const char *text, gsize length)
{
  MatchumWordIndex *index = get_index (self);

  return (length >= 3 && begins_with_one (index, index->heads[matchum_byte_window_hash (text)], text, length))
         || begins_with_one (index, index->short_words, text, length);
}

static inline gboolean
ends_with (const Word *word, const char *text, gsize length, guint64 last)
{
  gsize n = word->length;

  if (!stands_before (word, text, length, last))
    return FALSE;
  return n == length || !g_ascii_isalnum (*word->text) || !g_ascii_isalnum (text[length - n - 1]);
}

gboolean
matchum_word_list_ends (MatchumWordList *self, const char *text, gsize length)
{
  MatchumWordIndex *index = get_index (self);
  const guint64 last = load_last (text, length);
  guint16 at = length >= 3 ? index->tails[matchum_byte_window_hash (text + length - 3)] : NONE;

  for (; at != NONE; at = get_word (index, at)->next_by_tail)
    {
      if (ends_with (get_word (index, at), text, length, last))
        return TRUE;
    }
  for (at = index->short_words; at != NONE; at = get_word (index, at)->next_by_head)
    {
      if (ends_with (get_word (index, at), text, length, last))
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_word_list_stands_in (MatchumWordList *self, const char *text)
{
  MatchumWordIndex *index = get_index (self);
  char padded[MAX_TEXT];
  gsize length = MIN (strlen (text), MAX_TEXT - 2);

  padded[0] = ' ';
  memcpy (padded + 1, text, length);
  padded[++length] = ' ';
  length++;
  for (gsize i = 0; i + 3 <= length; i++)
    {
      if (((guchar) padded[i] & 0xc0) != 0x80
          && begins_with_one (index, index->heads[matchum_byte_window_hash (padded + i)], padded + i, length - i))
        return TRUE;
    }
  for (guint16 at = index->short_words; at != NONE; at = get_word (index, at)->next_by_head)
    {
      if (memmem (padded, length, get_word (index, at)->text, get_word (index, at)->length) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_word_list_stands_apart (MatchumWordList *self, const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "()[]{},/&:;-|\"", ' ');

  return matchum_word_list_stands_in (self, plain);
}

/* Whether a word may begin at at, where a character does: one in Latin letters not behind another. */
static gboolean
may_begin (const char *text, gsize at)
{
  return at == 0 || !g_ascii_isalpha (text[at]) || !g_ascii_isalnum (text[at - 1]);
}

gboolean
matchum_word_list_contains (MatchumWordList *self, const char *text, gsize length)
{
  MatchumWordIndex *index = get_index (self);

  for (gsize i = 0; i < length; i++)
    {
      if (((guchar) text[i] & 0xc0) == 0x80)
        continue;
      if (i + 3 <= length && may_start (index, text + i))
        {
          guint16 head = index->heads[matchum_byte_window_hash (text + i)];

          if (head != NONE && may_begin (text, i) && begins_with_one (index, head, text + i, length - i))
            return TRUE;
        }
      if (index->short_words != NONE && may_begin (text, i)
          && begins_with_one (index, index->short_words, text + i, length - i))
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_word_list_holds (MatchumWordList *self, const char *word, gsize length)
{
  MatchumWordIndex *index = get_index (self);
  guint16 at = length >= 3 ? index->heads[matchum_byte_window_hash (word)] : index->short_words;

  for (; at != NONE; at = get_word (index, at)->next_by_head)
    {
      const Word *own = get_word (index, at);

      if (own->length == length && memcmp (own->text, word, length) == 0)
        return TRUE;
    }
  return FALSE;
}

guint32
matchum_word_table_look_up (MatchumWordTable *self, const char *word, gsize length)
{
  MatchumWordIndex *index = get_table_index (self);
  guint16 at = length >= 6   ? index->longs[matchum_byte_window_hash_long (word)]
               : length >= 3 ? index->heads[matchum_byte_window_hash (word)]
                             : index->short_words;
  guint32 bits = 0;

  for (; at != NONE; at = get_word (index, at)->next_by_head)
    {
      const Word *own = get_word (index, at);

      if (own->length == length && memcmp (own->text, word, length) == 0)
        bits |= own->bit;
    }
  return bits;
}

/* The bits of the words chained from at that stand at the beginning of text. */
static guint32
find_bits (MatchumWordIndex *index, guint16 at, const char *text, gsize length)
{
  guint32 bits = 0;

  for (; at != NONE; at = get_word (index, at)->next_by_head)
    {
      const Word *word = get_word (index, at);

      if (stands_at (word, text, length))
        bits |= word->bit;
    }
  return bits;
}

/* The bits of all words that stand at the beginning of text, which has three bytes or more. */
static inline guint32
find_bits_at (MatchumWordIndex *index, const char *text, gsize length)
{
  guint16 head = index->heads[matchum_byte_window_hash (text)];
  guint32 bits = 0;

  if (head != NONE)
    bits |= find_bits (index, head, text, length);
  if (length >= 6)
    {
      head = index->longs[matchum_byte_window_hash_long (text)];
      if (head != NONE)
        bits |= find_bits (index, head, text, length);
    }
  return bits;
}

guint32
matchum_word_table_find_within (MatchumWordTable *self, const char *text, gsize length)
{
  MatchumWordIndex *index = get_table_index (self);
  guint32 bits = 0;

  for (gsize i = 0; i + 3 <= length; i++)
    if (((guchar) text[i] & 0xc0) != 0x80 && may_start (index, text + i))
      bits |= find_bits_at (index, text + i, length - i);
  return bits;
}

guint32
matchum_word_table_find_words (MatchumWordTable *self, const char *text, gsize length, guint32 *within)
{
  MatchumWordIndex *index = get_table_index (self);
  guint32 bits = 0;

  *within = 0;
  for (gsize i = 0; i + 3 <= length; i++)
    if (((guchar) text[i] & 0xc0) != 0x80 && may_start (index, text + i))
      {
        const guint32 found = find_bits_at (index, text + i, length - i);

        *within |= found;
        if (found != 0 && may_begin (text, i))
          bits |= found;
      }
  return bits;
}

guint32
matchum_word_table_find (MatchumWordTable *self, const char *text)
{
  char padded[MAX_TEXT];
  gsize length = MIN (strlen (text), MAX_TEXT - 2);

  padded[0] = ' ';
  memcpy (padded + 1, text, length);
  padded[length + 1] = ' ';
  return matchum_word_table_find_within (self, padded, length + 2);
}
