/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares two texts word by word. */
#include "config.h"

#include "text/matchum-word-difference.h"

#include <string.h>

/* The table of the longest common run of words has no more cells. */
#define MAX_CELLS 400000

/* The words of a text; those that the other text has are marked. */
typedef struct {
  const char *text;
  GArray *words; /* of MatchumSpan */
  gboolean *is_kept;
} Side;

static void
append_word (GArray *words, gsize start, gsize end)
{
  MatchumSpan word = MATCHUM_SPAN (start, end);

  if (end > start)
    g_array_append_val (words, word);
}

/* A sign before or after a word is a word by itself, so that a comma that comes changes no word. Bytes of text, without
 * white space. */
static void
append_words (GArray *words, const char *text, gsize start, gsize end)
{
  static const char signs[] = ".,;:!?()[]\"'";
  gsize word_end = end;

  while (start < end && strchr (signs, text[start]) != NULL)
    {
      append_word (words, start, start + 1);
      start++;
    }
  while (word_end > start && strchr (signs, text[word_end - 1]) != NULL)
    word_end--;
  append_word (words, start, word_end);
  for (; word_end < end; word_end++)
    append_word (words, word_end, word_end + 1);
}

static GArray *
list_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  const char *at = text;

  while (*at != '\0')
    {
      const char *start = at;

      while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      append_words (words, text, (gsize) (start - text), (gsize) (at - text));
      while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
    }
  return words;
}

static void
side_init (Side *self, const char *text)
{
  self->text = text;
  self->words = list_words (text);
  self->is_kept = g_new0 (gboolean, self->words->len + 1);
}

static void
side_clear (Side *self)
{
  g_array_unref (self->words);
  g_free (self->is_kept);
}

static gboolean
is_same_word (const Side *old, guint i, const Side *new, guint k)
{
  MatchumSpan a = g_array_index (old->words, MatchumSpan, i), b = g_array_index (new->words, MatchumSpan, k);

  return a.end - a.start == b.end - b.start && memcmp (old->text + a.start, new->text + b.start, a.end - a.start) == 0;
}

/* Marks the longest run of words, in order, that both texts have between start and the ends given. */
static void
mark_longest_run (Side *old, Side *new, guint start, guint old_end, guint new_end)
{
  guint n_old = old_end - start, n_new = new_end - start, width = n_new + 1;
  g_autofree guint *lengths = g_new0 (guint, (gsize) (n_old + 1) * width);

  for (guint i = n_old; i-- > 0;)
    for (guint k = n_new; k-- > 0;)
      {
        guint *cell = &lengths[i * width + k];

        if (is_same_word (old, start + i, new, start + k))
          *cell = cell[width + 1] + 1;
        else
          *cell = MAX (cell[width], cell[1]);
      }
  for (guint i = 0, k = 0; i < n_old && k < n_new;)
    {
      const guint *cell = &lengths[i * width + k];

      if (is_same_word (old, start + i, new, start + k))
        {
          old->is_kept[start + i++] = TRUE;
          new->is_kept[start + k++] = TRUE;
        }
      else if (cell[width] >= cell[1])
        i++;
      else
        k++;
    }
}

static void
compare (Side *old, Side *new)
{
  guint start = 0, old_end = old->words->len, new_end = new->words->len;

  for (; start < old_end && start < new_end && is_same_word (old, start, new, start); start++)
    old->is_kept[start] = new->is_kept[start] = TRUE;
  while (old_end > start && new_end > start && is_same_word (old, old_end - 1, new, new_end - 1))
    old->is_kept[--old_end] = new->is_kept[--new_end] = TRUE;
  if ((gsize) (old_end - start + 1) * (new_end - start + 1) <= MAX_CELLS)
    mark_longest_run (old, new, start, old_end, new_end);
}

static GArray *
list_changed (const Side *side)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  for (guint i = 0; i < side->words->len; i++)
    {
      MatchumSpan word = g_array_index (side->words, MatchumSpan, i);

      if (side->is_kept[i])
        continue;
      if (i > 0 && !side->is_kept[i - 1])
        g_array_index (spans, MatchumSpan, spans->len - 1).end = word.end;
      else
        g_array_append_val (spans, word);
    }
  return spans;
}

void
matchum_word_difference_find (const char *old, const char *new, GArray **removed, GArray **added)
{
  Side before, after;

  g_return_if_fail (old != NULL && new != NULL);
  g_return_if_fail (removed != NULL && added != NULL);

  side_init (&before, old);
  side_init (&after, new);
  compare (&before, &after);
  *removed = list_changed (&before);
  *added = list_changed (&after);
  side_clear (&before);
  side_clear (&after);
}
