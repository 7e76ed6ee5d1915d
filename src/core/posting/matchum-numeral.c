/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads numbers in digits and in Korean and English words. */
#include "config.h"

#include "posting/matchum-numeral.h"

#include <string.h>

/* Decimals behind these say nothing. */
#define MAX_DECIMALS 6

typedef struct {
  const char *word;
  gint exponent;
} Scale;

static const Scale small_scales[] = { { "십", 1 }, { "백", 2 }, { "천", 3 } };
static const Scale large_scales[] = { { "만", 4 }, { "억", 8 }, { "조", 12 } };

/* Letters only right behind a digit. */
static const Scale letters[] = { { "k", 3 }, { "m", 6 }, { "mm", 6 }, { "mn", 6 }, { "b", 9 }, { "bn", 9 } };
static const Scale latin_scales[] = { { "thousand", 3 },
                                      { "million", 6 },
                                      { "mil", 6 },
                                      { "billion", 9 },
                                      { "trillion", 12 } };

/* Smallest first where one begins with another. */
static const struct {
  const char *word;
  guint digits;
  gint exponent;
  gboolean is_vague;
} words[] = {
  { "hundreds of thousands of", 2, 5, TRUE },
  { "tens of thousands of", 2, 4, TRUE },
  { "hundreds of millions of", 2, 8, TRUE },
  { "tens of millions of", 2, 7, TRUE },
  { "millions of", 2, 6, TRUE },
  { "billions of", 2, 9, TRUE },
  { "thousands of", 2, 3, TRUE },
  { "hundreds of", 2, 2, TRUE },
  { "half a million", 5, 5, FALSE },
  { "half a billion", 5, 8, FALSE },
  { "a million", 1, 6, FALSE },
  { "one million", 1, 6, FALSE },
  { "a billion", 1, 9, FALSE },
  { "one billion", 1, 9, FALSE },
  { "a thousand", 1, 3, FALSE },
  { "a hundred", 1, 2, FALSE },
  { "a dozen", 12, 0, FALSE },
  { "two", 2, 0, FALSE },
  { "three", 3, 0, FALSE },
  { "four", 4, 0, FALSE },
  { "five", 5, 0, FALSE },
  { "six", 6, 0, FALSE },
  { "seven", 7, 0, FALSE },
  { "eight", 8, 0, FALSE },
  { "nine", 9, 0, FALSE },
  { "ten", 10, 0, FALSE },
  { "eleven", 11, 0, FALSE },
  { "twelve", 12, 0, FALSE },
  { "fifteen", 15, 0, FALSE },
  { "twenty", 20, 0, FALSE },
  { "thirty", 30, 0, FALSE },
  { "forty", 40, 0, FALSE },
  { "fifty", 50, 0, FALSE },
  { "sixty", 60, 0, FALSE },
  { "eighty", 80, 0, FALSE },
};

static gboolean
begins (const char *text, gsize length, const char *word)
{
  gsize size = strlen (word);

  return length >= size && memcmp (text, word, size) == 0;
}

/* The bytes of the first of scales that text begins with; 0 where there is none. */
static gsize
read_scale (const char *text, gsize length, const Scale *scales, gsize n_scales, gint *exponent)
{
  for (gsize i = 0; i < n_scales; i++)
    if (begins (text, length, scales[i].word))
      {
        *exponent = scales[i].exponent;
        return strlen (scales[i].word);
      }
  return 0;
}

/* The same for a word in Latin letters, which ends with its last letter. */
static gsize
read_latin (const char *text, gsize length, const Scale *scales, gsize n_scales, gint *exponent)
{
  gsize size = 0;

  while (size < length && g_ascii_isalpha (text[size]))
    size++;
  if (size < length && g_ascii_isdigit (text[size]))
    return 0;
  for (gsize i = 0; i < n_scales; i++)
    if (strlen (scales[i].word) == size && memcmp (text, scales[i].word, size) == 0)
      {
        *exponent = scales[i].exponent;
        return size;
      }
  return 0;
}

/* Whether the comma at at divides thousands. */
static gboolean
is_divider (const char *text, gsize length, gsize at)
{
  if (text[at] != ',' || at + 3 >= length)
    return FALSE;
  for (gsize i = 1; i <= 3; i++)
    if (!g_ascii_isdigit (text[at + i]))
      return FALSE;
  return at + 4 >= length || !g_ascii_isdigit (text[at + 4]);
}

static void
add_digit (guint64 *digits, char digit)
{
  if (!g_uint64_checked_mul (digits, *digits, 10)
      || !g_uint64_checked_add (digits, *digits, (guint64) g_ascii_digit_value (digit)))
    *digits = G_MAXUINT64;
}

/* "1,000", "1.5"; 0 where text begins with no digit. */
static gsize
read_digits (const char *text, gsize length, MatchumNumeralPart *part)
{
  gboolean is_full = FALSE;
  gsize at = 0;

  *part = (MatchumNumeralPart){ 0, 0 };
  for (; at < length && (g_ascii_isdigit (text[at]) || (at > 0 && is_divider (text, length, at))); at++)
    {
      is_full |= part->digits == G_MAXUINT64;
      if (text[at] != ',' && !is_full)
        add_digit (&part->digits, text[at]);
    }
  if (at == 0 || at + 1 >= length || text[at] != '.' || !g_ascii_isdigit (text[at + 1]))
    return at;
  for (at++; at < length && g_ascii_isdigit (text[at]); at++)
    if (part->exponent > -MAX_DECIMALS && part->digits < G_MAXUINT64 / 10)
      {
        add_digit (&part->digits, text[at]);
        part->exponent--;
      }
  return at;
}

/* One piece of a Korean number: digits with their scale ("5천만"), or a scale alone ("백만"). Gives the bytes, 0 where
 * there is none; large: the exponent of 만, 억 or 조, 0 without them. */
static gsize
read_piece (const char *text, gsize length, gboolean is_first, MatchumNumeralPart *part, gint *large)
{
  gsize at = read_digits (text, length, part);
  gboolean has_digits = at > 0, has_small = FALSE;
  gsize size;
  gint exponent = 0;

  *large = 0;
  if (!has_digits && !is_first)
    return 0;
  if (!has_digits)
    part->digits = 1;
  size = read_scale (text + at, length - at, small_scales, G_N_ELEMENTS (small_scales), &exponent);
  if (size > 0)
    {
      part->exponent += exponent;
      has_small = TRUE;
      at += size;
    }
  size = read_scale (text + at, length - at, large_scales, G_N_ELEMENTS (large_scales), large);
  /* "100 만 명". */
  if (size == 0 && has_digits && at + 1 < length && text[at] == ' '
      && read_scale (text + at + 1, length - at - 1, large_scales, G_N_ELEMENTS (large_scales), large) > 0
      && (at + 4 >= length || text[at + 4] == ' ' || begins (text + at + 4, length - at - 4, "명")
          || begins (text + at + 4, length - at - 4, "건") || begins (text + at + 4, length - at - 4, "원")))
    size = 1 + strlen ("만");
  else if (size == 0)
    *large = 0;
  at += size;
  return has_digits || has_small || *large > 0 ? at : 0;
}

/* Pieces one behind the other, each smaller than the one before: "4억 5천만". */
static void
read_korean (const char *text, gsize length, MatchumNumeral *self)
{
  guint first = 0; /* of the pieces that the next 만, 억 or 조 is for */
  gint last = G_MAXINT;
  gsize at = 0;

  while (self->n_parts < MATCHUM_NUMERAL_MAX_PARTS)
    {
      MatchumNumeralPart part;
      gsize blank = self->n_parts > 0 && at + 1 < length && text[at] == ' ' ? 1 : 0;
      gint large;
      gsize size = read_piece (text + at + blank, length - at - blank, self->n_parts == 0, &part, &large);

      if (size == 0 || (self->n_parts > 0 && blank > 0 && part.exponent <= 0 && large == 0)
          || MAX (large, part.exponent) >= last || (self->n_parts > 0 && part.exponent < 0 && large == 0))
        return;
      self->has_scale |= large > 0 || part.exponent > 0;
      self->parts[self->n_parts++] = part;
      at += blank + size;
      self->length = at;
      if (large > 0)
        {
          for (; first < self->n_parts; first++)
            self->parts[first].exponent += large;
          last = large;
        }
      else if (part.exponent <= 0)
        return;
    }
}

/* "수백만", "수만". */
static gboolean
read_vague (const char *text, gsize length, MatchumNumeral *self)
{
  const gsize size = strlen ("수");

  if (!begins (text, length, "수"))
    return FALSE;
  read_korean (text + size, length - size, self);
  if (!self->has_scale || self->n_parts != 1 || g_ascii_isdigit (text[size]))
    return FALSE;
  self->parts[0].digits = 2;
  self->length += size;
  self->is_vague = self->is_word = TRUE;
  return TRUE;
}

static gboolean
read_words (const char *text, gsize length, MatchumNumeral *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize size;

      if (*words[i].word != *text || !begins (text, length, words[i].word))
        continue;
      size = strlen (words[i].word);
      if (size < length && g_ascii_isalnum (text[size]))
        continue;
      self->parts[0] = (MatchumNumeralPart){ words[i].digits, words[i].exponent };
      self->n_parts = 1;
      self->length = size;
      self->is_word = TRUE;
      self->is_vague = words[i].is_vague;
      self->has_scale = words[i].exponent > 0;
      return TRUE;
    }
  return FALSE;
}

/* "10k", "2.5 million". */
static void
read_latin_scale (const char *text, gsize length, MatchumNumeral *self)
{
  gsize at = self->length;
  gsize blank = at + 1 < length && text[at] == ' ' ? 1 : 0;
  gint exponent;
  gsize size;

  if (self->n_parts != 1 || self->has_scale)
    return;
  size = !self->is_word ? read_latin (text + at, length - at, letters, G_N_ELEMENTS (letters), &exponent) : 0;
  if (size == 0)
    {
      size = read_latin (text + at + blank, length - at - blank, latin_scales, G_N_ELEMENTS (latin_scales), &exponent);
      size += size > 0 ? blank : 0;
    }
  if (size == 0)
    return;
  self->parts[0].exponent += exponent;
  self->has_scale = TRUE;
  self->length += size;
}

gboolean
matchum_numeral_read (const char *text, gsize length, MatchumNumeral *self)
{
  *self = (MatchumNumeral){ 0 };
  if (length == 0)
    return FALSE;
  if (g_ascii_isalpha (*text))
    {
      if (!read_words (text, length, self))
        return FALSE;
    }
  else if (g_ascii_isdigit (*text))
    read_korean (text, length, self);
  else if (!read_vague (text, length, self))
    {
      *self = (MatchumNumeral){ 0 };
      read_korean (text, length, self);
      self->is_word = TRUE;
    }
  if (self->n_parts == 0)
    return FALSE;
  read_latin_scale (text, length, self);
  return TRUE;
}

static gint64
scale_part (const MatchumNumeralPart *part, gint exponent)
{
  guint64 value = part->digits;

  for (; exponent < 0; exponent++)
    value /= 10;
  for (; exponent > 0 && value > 0; exponent--)
    if (!g_uint64_checked_mul (&value, value, 10))
      return G_MAXINT64;
  return (gint64) MIN (value, (guint64) G_MAXINT64);
}

gint64
matchum_numeral_get_value (const MatchumNumeral *self, gint exponent)
{
  guint64 value = 0;

  for (guint i = 0; i < self->n_parts; i++)
    value =
        MIN (value + (guint64) scale_part (&self->parts[i], self->parts[i].exponent + exponent), (guint64) G_MAXINT64);
  return (gint64) value;
}

void
matchum_numeral_take_scale (MatchumNumeral *self, const MatchumNumeral *other)
{
  if (self->has_scale || !other->has_scale || self->n_parts != 1)
    return;
  self->parts[0].exponent += MAX (other->parts[0].exponent, 0);
  self->has_scale = TRUE;
}
