/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Korean lines are broken between words or between any two syllables, and a PDF does not say where a blank was: that is
 * told by how full all lines are, by the words that the document has elsewhere, and by particles. */
#include "config.h"

#include "matchum-pdf-joint.h"

#include <string.h>

#include "text/matchum-korean-tail.h"

/* Room for less than a syllable, in sizes of letters. */
#define NO_ROOM 1.05
/* Distinct words that are kept. */
#define MAX_WORDS 20000
#define MAX_WORD_BYTES 200

#define SOFT_HYPHEN 0xad

struct _MatchumPdfJoiner {
  GHashTable *words;
  guint n_breaks;
  guint n_full;
};

MatchumPdfJoiner *
matchum_pdf_joiner_new (void)
{
  MatchumPdfJoiner *self = g_new0 (MatchumPdfJoiner, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
matchum_pdf_joiner_free (MatchumPdfJoiner *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

/* A word without the signs around it. */
static char *
dup_bare (const char *word)
{
  const char *start = word;
  const char *end = word + strlen (word);

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

/* A word without the particle at its end, where so many characters are before it. */
static void
cut_particle (char *word, guint least)
{
  guint n = 0;
  gunichar previous = 0;

  for (char *p = word; *p != '\0'; n++, p = g_utf8_next_char (p))
    {
      const gsize rest = strlen (p);

      if (n >= least && rest <= 12 && matchum_korean_tail_get_particle_length_after (previous, p, rest) == rest)
        {
          *p = '\0';
          return;
        }
      previous = g_utf8_get_char (p);
    }
}

static gboolean
holds (MatchumPdfJoiner *self, const char *word)
{
  g_autofree char *bare = dup_bare (word);

  if (*bare != '\0' && g_hash_table_contains (self->words, bare))
    return TRUE;
  cut_particle (bare, 2);
  return *bare != '\0' && g_hash_table_contains (self->words, bare);
}

static gboolean
holds_joined (MatchumPdfJoiner *self, const char *last, gsize length, const char *first)
{
  g_autofree char *joined = g_strdup_printf ("%.*s%s", (int) length, last, first);

  return holds (self, joined);
}

void
matchum_pdf_joiner_add_word (MatchumPdfJoiner *self, const char *word)
{
  char *bare;

  g_return_if_fail (self != NULL && word != NULL);

  if (g_hash_table_size (self->words) >= MAX_WORDS || strlen (word) > MAX_WORD_BYTES)
    return;
  bare = dup_bare (word);
  g_hash_table_add (self->words, g_strdup (bare));
  cut_particle (bare, 2);
  g_hash_table_add (self->words, bare);
}

static gunichar
get_last (const char *word)
{
  return *word != '\0' ? g_utf8_get_char (g_utf8_prev_char (word + strlen (word))) : 0;
}

void
matchum_pdf_joiner_add_break (MatchumPdfJoiner *self, const char *last, const char *first, double room)
{
  g_return_if_fail (self != NULL && last != NULL && first != NULL);

  if (!matchum_unichar_is_hangul (get_last (last)) || !matchum_unichar_is_hangul (g_utf8_get_char (first)))
    return;
  self->n_breaks++;
  self->n_full += room < NO_ROOM;
}

/* Hyphens */

static gboolean
takes_hyphen (const char *last, gsize length)
{
  static const char *const words[] = { "multi", "non",   "self", "cross", "pre",   "post",  "co",    "real",
                                       "end",   "high",  "low",  "long",  "short", "full",  "half",  "state",
                                       "open",  "data",  "user", "well",  "large", "small", "first", "third",
                                       "two",   "three", "one",  "cloud", "on",    "off",   "in",    "re",
                                       "sub",   "semi",  "anti", "cost",  "event", "model", "test",  "time" };
  const char *start = last + length;

  while (start > last && g_ascii_isalpha (start[-1]))
    start--;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == (gsize) (last + length - start)
        && g_ascii_strncasecmp (start, words[i], strlen (words[i])) == 0)
      return TRUE;
  return FALSE;
}

/* last ends with a hyphen of so many bytes. */
static MatchumPdfJoint
join_at_hyphen (MatchumPdfJoiner *self, const char *last, gsize hyphen, const char *first)
{
  const gsize length = strlen (last) - hyphen;

  if (length == 0)
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_SPACE, TRUE };
  if (!g_ascii_islower (last[length - 1]) || !g_ascii_islower (*first))
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_CLOSE, TRUE };
  if (holds_joined (self, last, strlen (last), first) || takes_hyphen (last, length))
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_CLOSE, TRUE };
  if (holds_joined (self, last, length, first))
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_HYPHEN_GOES, TRUE };
  if (holds_joined (self, last, length, "") && holds (self, first))
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_CLOSE, FALSE };
  return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_HYPHEN_GOES, FALSE };
}

/* Hangul */

/* Whether all of a word, but for signs behind it, is what can only follow another word: a particle or the ending of a
 * verb. */
static gboolean
only_follows (const char *last, const char *first)
{
  g_autofree char *bare = dup_bare (first);
  const gsize length = strlen (bare);

  if (length == 0 || !matchum_unichar_is_hangul (g_utf8_get_char (first)))
    return FALSE;
  if (matchum_korean_tail_get_particle_length_after (get_last (last), bare, length) == length
      || g_str_equal (bare, "니다") || g_str_equal (bare, "다") || g_str_equal (bare, "습니다")
      || g_str_equal (bare, "요"))
    return TRUE;
  return matchum_unichar_is_hangul (get_last (last)) && matchum_korean_tail_is_verb_ending (bare, length);
}

/* Whether a word ends with a particle, so that nothing more belongs to it. */
static gboolean
is_whole (const char *last)
{
  const gsize length = strlen (last);
  const char *p = last;
  guint n = 0;

  if (!matchum_unichar_is_hangul (get_last (last)))
    return TRUE;
  for (gunichar previous = 0; *p != '\0'; n++, p = g_utf8_next_char (p))
    {
      const gsize rest = (gsize) (last + length - p);

      if (n >= 2 && rest <= 12 && matchum_korean_tail_get_particle_length_after (previous, p, rest) == rest)
        return TRUE;
      previous = g_utf8_get_char (p);
    }
  return FALSE;
}

/* Whether the end of last and all of first are one particle: 에 and 서. */
static gboolean
is_cut_particle (const char *last, const char *first)
{
  g_autofree char *bare = dup_bare (first);
  g_autofree char *joined = g_strconcat (last, bare, NULL);
  gunichar previous = 0;

  for (const char *p = joined; p < joined + strlen (last) && *bare != '\0'; p = g_utf8_next_char (p))
    {
      const gsize rest = strlen (p);

      if (previous != 0 && rest <= 12 && rest < strlen (joined)
          && matchum_korean_tail_get_particle_length_after (previous, p, rest) == rest)
        return TRUE;
      previous = g_utf8_get_char (p);
    }
  return FALSE;
}

/* Whether last ends with a particle that is nothing else. */
static gboolean
is_surely_whole (const char *last)
{
  static const char *const ends[] = { "를",   "에서", "으로", "에게", "까지", "부터",
                                      "하는", "하여", "하고", "되는", "되어" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (strlen (last) > strlen (ends[i]) && g_str_has_suffix (last, ends[i]))
      return TRUE;
  return FALSE;
}

static glong
count_stem (const char *word)
{
  g_autofree char *bare = dup_bare (word);

  cut_particle (bare, 1);
  return g_utf8_strlen (bare, -1);
}

/* Nouns and conjunctions that stand by themselves behind others. */
static gboolean
is_dependent (const char *first)
{
  static const char *const words[] = { "것", "수", "때", "등",   "및",   "중",  "후",
                                       "뒤", "전", "바", "위해", "대한", "통해" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (first, words[i]))
      return TRUE;
  return FALSE;
}

/* Most words are short: where both sides have two syllables and more, they are two. */
static MatchumPdfJoint
guess_hangul (const char *last, const char *first)
{
  const gboolean is_number = g_unichar_isdigit (get_last (last));

  if (is_number)
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_CLOSE, FALSE };
  if (is_whole (last) || g_str_has_suffix (last, "는") || is_dependent (first)
      || (g_utf8_strlen (last, -1) >= 2 && count_stem (first) >= 2))
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_SPACE, FALSE };
  return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_CLOSE, FALSE };
}

static MatchumPdfJoint
join_hangul (MatchumPdfJoiner *self, const char *last, const char *first)
{
  if (holds_joined (self, last, strlen (last), first) || only_follows (last, first) || is_cut_particle (last, first))
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_CLOSE, TRUE };
  if ((holds (self, last) && holds (self, first)) || is_surely_whole (last))
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_SPACE, TRUE };
  return guess_hangul (last, first);
}

/* Where lines end with words, three of ten leave no room by chance. */
gboolean
matchum_pdf_joiner_cuts_words (MatchumPdfJoiner *self)
{
  const guint percent = self->n_breaks >= 10 ? 65 : self->n_breaks >= 7 ? 75 : 85;

  return self->n_breaks >= 4 && self->n_full * 100 >= percent * self->n_breaks;
}

MatchumPdfJoint
matchum_pdf_joiner_join (MatchumPdfJoiner *self, const char *last, const char *first, double room)
{
  const gunichar end = get_last (last);

  g_return_val_if_fail (self != NULL, ((MatchumPdfJoint){ MATCHUM_PDF_JOINT_SPACE, TRUE }));

  if (end == SOFT_HYPHEN)
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_HYPHEN_GOES, TRUE };
  if (end == '-' || end == 0x2010)
    return join_at_hyphen (self, last, end == '-' ? 1 : 3, first);
  if (end == '/' && strlen (last) > 1)
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_CLOSE, TRUE };
  if (room >= NO_ROOM || !matchum_pdf_joiner_cuts_words (self) || !matchum_unichar_is_hangul (g_utf8_get_char (first))
      || !g_unichar_isalnum (end))
    return (MatchumPdfJoint){ MATCHUM_PDF_JOINT_SPACE, TRUE };
  return join_hangul (self, last, first);
}
