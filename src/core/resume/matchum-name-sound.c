/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes Hangul apart and Latin letters together until both are written in the same few consonants. */
#include "config.h"

#include "resume/matchum-name-sound.h"

#include <string.h>

/* Longer names say no more. */
#define MAX_SOUND 24
#define LEAST_SOUND 3
/* One consonant in so many may differ. */
#define PER_DIFFERENCE 5

#define FIRST_SYLLABLE 0xac00
#define LAST_SYLLABLE 0xd7a3
#define N_VOWELS 21
#define N_FINALS 28

static void
append (GString *sound, const char *consonants)
{
  for (; *consonants != '\0'; consonants++)
    if (sound->len < MAX_SOUND && (sound->len == 0 || sound->str[sound->len - 1] != *consonants))
      g_string_append_c (sound, *consonants);
}

/* Initials and finals in the order of Unicode: ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ. */
static void
append_syllable (GString *sound, gunichar syllable)
{
  static const char *const initials[] = { "k", "k", "n", "t", "t", "l", "m", "p", "p", "s",
                                          "s", "",  "c", "c", "c", "k", "t", "p", "" };
  static const char *const finals[N_FINALS] = { "",   "k",  "k",  "ks", "n",  "n", "n", "t", "l",  "lk",
                                                "lm", "lp", "ls", "lt", "lp", "l", "m", "p", "ps", "t",
                                                "t",  "nk", "t",  "t",  "k",  "t", "p", "t" };
  const guint place = syllable - FIRST_SYLLABLE;

  append (sound, initials[place / (N_VOWELS * N_FINALS)]);
  append (sound, finals[place % N_FINALS]);
}

static gboolean
is_front_vowel (char letter)
{
  return letter != '\0' && strchr ("eiy", letter) != NULL;
}

static gboolean
is_vowel (char letter)
{
  return letter != '\0' && strchr ("aeiouyw", letter) != NULL;
}

/* What a Latin letter sounds like before next; an r that no vowel follows is not heard in Korean. */
static const char *
find_sound (char letter, char next)
{
  switch (letter)
    {
    case 'b':
    case 'f':
    case 'p':
    case 'v':
      return "p";
    case 'c':
      return next == 'h' ? "c" : is_front_vowel (next) ? "s" : "k";
    case 'g':
      return next == 'h' ? "" : "k";
    case 'k':
    case 'q':
      return "k";
    case 'd':
    case 't':
      return "t";
    case 'j':
    case 'z':
      return "c";
    case 'l':
      return "l";
    case 'r':
      return is_vowel (next) ? "l" : "";
    case 'm':
      return "m";
    case 'n':
      return "n";
    case 's':
      return "s";
    case 'x':
      return "ks";
    default:
      return "";
    }
}

char *
matchum_name_sound_dup (const char *text, gsize length)
{
  const char *end = text + length;
  GString *sound = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; p < end && sound->len < MAX_SOUND; p = g_utf8_next_char (p))
    {
      const gunichar character = g_utf8_get_char (p);

      if (character >= FIRST_SYLLABLE && character <= LAST_SYLLABLE)
        append_syllable (sound, character);
      else if (g_ascii_isalpha (*p))
        append (sound, find_sound (g_ascii_tolower (*p), p + 1 < end ? g_ascii_tolower (p[1]) : '\0'));
    }
  return g_string_free (sound, FALSE);
}

/* In how many consonants they differ: set, gone or come. */
static guint
count_differences (const char *sound, gsize length, const char *other, gsize other_length)
{
  guint row[MAX_SOUND + 1];

  for (guint j = 0; j <= other_length; j++)
    row[j] = j;
  for (guint i = 1; i <= length; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= other_length; j++)
        {
          const guint above = row[j];

          row[j] = MIN (MIN (row[j - 1], above) + 1, diagonal + (sound[i - 1] != other[j - 1]));
          diagonal = above;
        }
    }
  return row[other_length];
}

gboolean
matchum_name_sound_is_like (const char *sound, const char *other)
{
  gsize length, other_length;

  g_return_val_if_fail (sound != NULL && other != NULL, FALSE);

  length = MIN (strlen (sound), MAX_SOUND);
  other_length = MIN (strlen (other), MAX_SOUND);
  if (MIN (length, other_length) < LEAST_SOUND)
    return FALSE;
  return count_differences (sound, length, other, other_length) <= MIN (length, other_length) / PER_DIFFERENCE;
}
