/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a line apart into the signs that are in its words. */
#include "config.h"

#include "posting/matchum-line-signs.h"

#include <string.h>

/* So many words of a line, and bytes of a word, count. */
#define MAX_WORDS 40
#define MAX_WORD 32

typedef struct {
  char text[MAX_WORD + 1];
  guint length;
} Word;

typedef struct {
  Word words[MAX_WORDS];
  guint n_words;
  guint n_before_brackets; /* words before a bracket that ends the line */
} Words;

typedef struct {
  MatchumLineSignFunc func;
  gpointer data;
} Caller;

static void
call (const Caller *caller, char mark, const char *text, gsize length)
{
  char sign[MATCHUM_LINE_SIGN_SIZE];

  length = MIN (length, sizeof sign - 2);
  sign[0] = mark;
  memcpy (sign + 1, text, length);
  sign[length + 1] = '\0';
  caller->func (sign, length + 1, caller->data);
}

/* Letters and figures of any script, and what names of tools hold. */
static gsize
get_letter_length (const char *p)
{
  guchar c = (guchar) *p;

  if (c < 0x80)
    return g_ascii_isalnum (*p) || *p == '+' || *p == '#' || *p == '\'' || *p == '%' ? 1 : 0;
  if (c == 0xc2 || c == 0xe2 || (c == 0xe3 && (guchar) p[1] == 0x80))
    return 0;
  return (gsize) (g_utf8_skip[c]);
}

/* Digits become 0, and several one. */
static void
add_letter (Word *word, const char *p, gsize length)
{
  if (g_ascii_isdigit (*p))
    {
      if (word->length > 0 && word->text[word->length - 1] == '0')
        return;
      if (word->length < MAX_WORD)
        word->text[word->length++] = '0';
      return;
    }
  if (word->length + length <= MAX_WORD)
    {
      memcpy (word->text + word->length, p, length);
      word->length += (guint) length;
    }
}

static void
split (Words *words, const char *folded)
{
  gboolean in_word = FALSE;

  words->n_words = 0;
  words->n_before_brackets = 0;
  for (const char *p = folded; *p != '\0';)
    {
      gsize length = get_letter_length (p);

      if (*p == '(' && words->n_words > 0)
        words->n_before_brackets = words->n_words;
      if (length == 0)
        in_word = FALSE;
      else
        {
          if (!in_word && words->n_words == MAX_WORDS)
            words->n_words--; /* the last one counts more */
          if (!in_word)
            words->words[words->n_words++].length = 0;
          in_word = TRUE;
          add_letter (&words->words[words->n_words - 1], p, length);
        }
      p = g_utf8_next_char (p);
    }
  for (gsize n = strlen (folded); n > 0; n--)
    {
      if (folded[n - 1] == ')')
        return;
      if (strchr (" .*_", folded[n - 1]) == NULL)
        break;
    }
  words->n_before_brackets = 0;
}

static gboolean
is_hangul (const Word *word)
{
  return word->length >= 3 && (guchar) word->text[word->length - 3] >= 0xea;
}

static void
call_end (const Caller *caller, const Word *last)
{
  call (caller, 'e', last->text, last->length);
  if (is_hangul (last))
    {
      if (last->length > 6)
        call (caller, '2', last->text + last->length - 6, 6);
      call (caller, '1', last->text + last->length - 3, 3);
    }
}

static void
call_words (const Caller *caller, const Words *words)
{
  for (guint i = 0; i < words->n_words; i++)
    {
      const Word *word = &words->words[i];

      if (is_hangul (word) && word->length > 6)
        {
          guint cut = 0;

          for (guint n = 0; n < 2 && cut < word->length; n++)
            cut += (guint) g_utf8_skip[(guchar) word->text[cut]];
          call (caller, 'k', word->text, cut);
        }
      call (caller, 'u', word->text, word->length);
    }
}

static void
call_width (const Caller *caller, guint width)
{
  char name = (char) ('a' + matchum_line_signs_get_width_step (width));

  call (caller, 'w', &name, 1);
}

guint
matchum_line_signs_get_width_step (guint width)
{
  static const guint widths[] = { 8, 14, 22, 32, 46, 64, 90, 130 };
  guint step = 0;

  while (step < G_N_ELEMENTS (widths) && width > widths[step])
    step++;
  return step;
}

void
matchum_line_signs_tell_width (const MatchumLineShape *shape, MatchumLineSignFunc func, gpointer data)
{
  const Caller caller = { func, data };

  call_width (&caller, shape->width);
}

void
matchum_line_signs_foreach (const MatchumLineShape *shape, MatchumLineSignFunc func, gpointer data)
{
  const Caller caller = { func, data };
  Words words;

  split (&words, shape->folded != NULL ? shape->folded : "");
  call_width (&caller, shape->width);
  if (words.n_words == 0)
    return;
  call_end (&caller, &words.words[words.n_words - 1]);
  if (words.n_before_brackets > 0 && words.n_before_brackets < words.n_words)
    call_end (&caller, &words.words[words.n_before_brackets - 1]);
  call (&caller, 'f', words.words[0].text, words.words[0].length);
  call_words (&caller, &words);
}
