/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads digits, and the words of number behind them. */
#include "config.h"

#include "resume/matchum-text-figure.h"

#include <string.h>

/* Longer rows of digits are no figures. */
#define MAX_DIGITS 15

typedef struct {
  const char *word;
  double factor;
} Unit;

static gboolean
is_digit (const char *text, gsize at)
{
  return g_ascii_isdigit (text[at]);
}

/* Digits with commas between thousands, and a fraction. Returns where they end, at where there is no number. */
static gsize
read_number (const char *text, gsize at, double *value)
{
  char digits[MAX_DIGITS + 2];
  gsize n = 0, end = at;
  gboolean has_point = FALSE;

  while (is_digit (text, end) || (n > 0 && !has_point && text[end] == '.' && is_digit (text, end + 1))
         || (n > 0 && !has_point && text[end] == ',' && is_digit (text, end + 1) && is_digit (text, end + 2)
             && is_digit (text, end + 3) && !is_digit (text, end + 4)))
    {
      has_point = has_point || text[end] == '.';
      if (text[end] != ',' && n < MAX_DIGITS)
        digits[n++] = text[end];
      end++;
    }
  digits[n] = '\0';
  *value = g_ascii_strtod (digits, NULL);
  return end;
}

/* A unit that stands at at; 0 where none does. Latin ones are whole words. */
static gsize
read_unit (const char *text, gsize at, const Unit *units, gsize n_units, double *factor)
{
  for (gsize i = 0; i < n_units; i++)
    {
      const gsize length = strlen (units[i].word);

      if (strncmp (text + at, units[i].word, length) != 0)
        continue;
      if (g_ascii_isalpha (units[i].word[0]) && g_ascii_isalpha (text[at + length]))
        continue;
      *factor = units[i].factor;
      return length;
    }
  return 0;
}

static const Unit korean_small[] = { { "십", 1e1 }, { "백", 1e2 }, { "천", 1e3 } };
static const Unit korean_large[] = { { "만", 1e4 }, { "억", 1e8 }, { "조", 1e12 } };
static const Unit latin[] = { { "k", 1e3 },       { "m", 1e6 },       { "bn", 1e9 },        { "thousand", 1e3 },
                              { "million", 1e6 }, { "billion", 1e9 }, { "trillion", 1e12 }, { "mn", 1e6 } };

/* 천, 만 or 천만 behind a number. */
static gsize
read_korean_units (const char *text, gsize at, double *value)
{
  double small = 1, large = 1;
  gsize end = at;

  end += read_unit (text, end, korean_small, G_N_ELEMENTS (korean_small), &small);
  end += read_unit (text, end, korean_large, G_N_ELEMENTS (korean_large), &large);
  *value *= small * large;
  return end;
}

/* 1만 8천: parts that become smaller. */
static gsize
read_korean (const char *text, gsize at, double *value)
{
  gsize end = read_korean_units (text, at, value);
  double last = *value;

  while (end > at)
    {
      const gsize next = text[end] == ' ' ? end + 1 : end;
      double part;
      const gsize digits = read_number (text, next, &part);
      const gsize units = read_korean_units (text, digits, &part);

      if (digits == next || units == digits || part >= last)
        break;
      *value += part;
      last = part;
      end = units;
    }
  return end;
}

static gsize
read_units (const char *text, gsize at, double *value)
{
  gsize end = read_korean (text, at, value);
  gsize length;
  double factor;

  if (end > at)
    return end;
  length = read_unit (text, at, latin, G_N_ELEMENTS (latin), &factor);
  if (length == 0 && (text[at] == ' ' || text[at] == '-'))
    {
      /* A letter alone behind a space is metres, or something else. */
      length = read_unit (text, at + 1, latin + 2, G_N_ELEMENTS (latin) - 2, &factor);
      length += length > 0;
    }
  if (length == 0)
    return at;
  *value *= factor;
  return at + length;
}

gboolean
matchum_text_figure_find (const char *text, gsize at, MatchumTextFigure *figure)
{
  g_return_val_if_fail (text != NULL && figure != NULL, FALSE);

  for (gsize i = at; text[i] != '\0'; i++)
    {
      gsize end;

      if (!is_digit (text, i))
        continue;
      end = read_number (text, i, &figure->value);
      /* v2, k8s: part of a name. */
      if (i > 0 && g_ascii_isalpha (text[i - 1]))
        {
          i = end - 1;
          continue;
        }
      figure->span = MATCHUM_SPAN (i, read_units (text, end, &figure->value));
      return TRUE;
    }
  return FALSE;
}
