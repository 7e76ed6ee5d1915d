/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds texts against lists of words. Most words are ruled out by one look: their first or last byte, or a bit that
 * says whether their first three bytes stand together anywhere in the text. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-word-list.h"

#include <string.h>

#define N_WINDOWS 2048

typedef struct {
  const char *text;
  guint16 length;
  guint16 window; /* of its first three bytes, G_MAXUINT16 where it has fewer */
} Word;

static guint
hash_window (const char *bytes)
{
  const guchar *b = (const guchar *) bytes;

  return (b[0] * 961u + b[1] * 31u + b[2]) * 2654435761u >> 21;
}

G_STATIC_ASSERT (N_WINDOWS == 1 << (32 - 21));

static GArray *
take_apart (const char *list)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *p = list; *p != '\0';)
    {
      gsize length = strcspn (p, "|");
      Word word = { .text = p, .length = (guint16) length, .window = G_MAXUINT16 };

      if (length >= 3)
        word.window = (guint16) hash_window (p);
      if (length > 0)
        g_array_append_val (words, word);
      p += length;
      if (*p == '|')
        p++;
    }
  return words;
}

static GArray *
get_words (MatchumWordList *self)
{
  if (g_once_init_enter (&self->words))
    g_once_init_leave (&self->words, take_apart (self->text));
  return self->words;
}

gboolean
matchum_word_list_begins (MatchumWordList *self, const char *text, gsize length)
{
  GArray *words = get_words (self);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->length <= length && *text == *word->text && memcmp (text, word->text, word->length) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_word_list_ends (MatchumWordList *self, const char *text, gsize length)
{
  GArray *words = get_words (self);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      gsize n = word->length;

      if (n > length || text[length - 1] != word->text[n - 1] || memcmp (text + length - n, word->text, n) != 0)
        continue;
      if (n == length || !g_ascii_isalnum (*word->text) || !g_ascii_isalnum (text[length - n - 1]))
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_word_list_stands_in (MatchumWordList *self, const char *text)
{
  GArray *words = get_words (self);
  g_autofree char *padded = g_strconcat (" ", text, " ", NULL);
  gsize length = strlen (padded);
  guint32 windows[N_WINDOWS / 32] = { 0 };

  for (gsize i = 0; i + 3 <= length; i++)
    {
      guint window = hash_window (padded + i);

      windows[window / 32] |= 1u << (window % 32);
    }
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->window != G_MAXUINT16 && (windows[word->window / 32] & (1u << (word->window % 32))) == 0)
        continue;
      if (memmem (padded, length, word->text, word->length) != NULL)
        return TRUE;
    }
  return FALSE;
}
