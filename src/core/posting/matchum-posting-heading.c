/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what a heading announces: the whole of it is looked up, then what stands in brackets, before them and
 * between slashes, and last its stems are tried. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-posting-heading.h"

#include <string.h>

#include "posting/matchum-heading-words.h"
#include "text/matchum-folded-text.h"

/* A heading longer than this, in bytes, is judged by its beginning. */
#define MAX_LENGTH 240

typedef struct {
  MatchumHeadingSense inside;  /* of what stands in brackets */
  MatchumHeadingSense outside; /* of the rest */
  gboolean has_inside;
  gboolean has_outside;
  gboolean is_outside_heading; /* to judge by its stems; of any use only where the inside is known */
} Parts;

static MatchumHeadingSense
find (const char *text, gsize length)
{
  MatchumHeadingKey key;

  matchum_heading_key_init (&key, text, length);
  return matchum_heading_words_find (&key);
}

static gunichar
get_closing (gunichar open)
{
  switch (open)
    {
    case '(':
      return ')';
    case '[':
      return ']';
    case '<':
      return '>';
    case '{':
      return '}';
    case 0x3008: /* 〈 */
    case 0x300a: /* 《 */
    case 0x300c: /* 「 */
    case 0x300e: /* 『 */
    case 0x3010: /* 【 */
    case 0x3014: /* 〔 */
      return open + 1;
    case 0x226a: /* ≪ */
      return 0x226b;
    default:
      return 0;
    }
}

static const char *
find_closing (const char *open, const char *end)
{
  gunichar closing = get_closing (g_utf8_get_char (open));
  const char *inner = g_utf8_next_char (open);

  return closing != 0 ? g_utf8_strchr (inner, end - inner, closing) : NULL;
}

/* Whether one of the brackets above may begin with this byte. */
static inline gboolean
may_open (char c)
{
  static const gboolean opening[256] = {
    ['('] = TRUE, ['['] = TRUE, ['<'] = TRUE, ['{'] = TRUE, [0xe2] = TRUE, [0xe3] = TRUE,
  };

  return opening[(guchar) c];
}

static void
judge_inside (Parts *parts, const char *text, gsize length)
{
  MatchumHeadingKey key;

  matchum_heading_key_init (&key, text, length);
  parts->has_inside = key.n_compact > 0;
  parts->inside = matchum_heading_words_find (&key);
}

static void
judge_outside (Parts *parts, const char *text)
{
  MatchumHeadingKey key;

  matchum_heading_key_init (&key, text, strlen (text));
  parts->has_outside = key.n_compact > 0;
  parts->outside = matchum_heading_words_find (&key);
  parts->is_outside_heading = parts->inside.strength != MATCHUM_HEADING_UNKNOWN
                              && matchum_heading_words_guess (&key).strength >= MATCHUM_HEADING_STEM;
}

/* Looks at the first pair of brackets. */
static Parts
divide_by_brackets (const char *text, gsize length)
{
  const char *end = text + length;
  Parts parts = { 0 };

  for (const char *p = text; p < end; p++)
    {
      const char *closing = may_open (*p) ? find_closing (p, end) : NULL;
      const char *inner;
      g_autofree char *rest = NULL;

      if (closing == NULL)
        continue;
      inner = g_utf8_next_char (p);
      judge_inside (&parts, inner, (gsize) (closing - inner));
      rest = g_strdup_printf ("%.*s %.*s", (int) (p - text), text, (int) (end - g_utf8_next_char (closing)),
                              g_utf8_next_char (closing));
      judge_outside (&parts, rest);
      break;
    }
  return parts;
}

static MatchumHeadingSense
with_strength (MatchumHeadingSense sense, MatchumHeadingStrength strength)
{
  sense.strength = strength;
  return sense;
}

static MatchumHeadingSense
judge_brackets (const char *text, gsize length)
{
  Parts parts = divide_by_brackets (text, length);

  if (parts.inside.strength != MATCHUM_HEADING_UNKNOWN && !parts.has_outside)
    return parts.inside;
  if (parts.outside.strength != MATCHUM_HEADING_UNKNOWN)
    {
      /* "자격요건 (우대사항 포함)" is caught as a whole; "지원자격 (필수)" says the same twice. */
      return parts.outside;
    }
  if (parts.inside.strength != MATCHUM_HEADING_UNKNOWN)
    {
      /* "이런 업무를 해요 [주요 업무]" against "Kubernetes (우대)" */
      return with_strength (parts.inside, parts.is_outside_heading ? MATCHUM_HEADING_EXACT : MATCHUM_HEADING_PART);
    }
  return (MatchumHeadingSense){ 0 };
}

static inline gsize
get_divider (const char *text, gsize left)
{
  switch (*text)
    {
    case '/':
    case '|':
    case ':':
    case '>':
    case '~':
    case ',':
      return 1;
    case ' ':
      return left >= 3 && memcmp (text, " - ", 3) == 0 ? 3 : 0;
    case '\xc2':
      return left >= 2 && memcmp (text, "·", 2) == 0 ? 2 : 0;
    case '\xe2':
      return left >= 3 && memcmp (text, "•", 3) == 0 ? 3 : 0;
    default:
      return 0;
    }
}

static gsize
find_divider (const char *text, gsize length, gsize *width)
{
  static const gboolean first_bytes[256] = {
    ['/'] = TRUE, ['|'] = TRUE, [':'] = TRUE,  ['>'] = TRUE,  ['~'] = TRUE,
    [','] = TRUE, [' '] = TRUE, [0xc2] = TRUE, [0xe2] = TRUE,
  };

  for (gsize i = 0; i < length; i++)
    {
      if (!first_bytes[(guchar) text[i]])
        continue;
      *width = get_divider (text + i, length - i);
      if (*width > 0)
        return i;
    }
  *width = 0;
  return length;
}

/* "Who we are / 회사 소개": the same twice, or one half known. */
static MatchumHeadingSense
judge_halves (const char *text, gsize length)
{
  gsize width;
  gsize at = find_divider (text, length, &width);
  MatchumHeadingSense first, second;
  gsize rest = at + width;

  if (width == 0)
    return (MatchumHeadingSense){ 0 };
  first = find (text, at);
  second = find (text + rest, length - rest);
  if (first.strength != MATCHUM_HEADING_UNKNOWN && second.strength != MATCHUM_HEADING_UNKNOWN)
    return first.is_weak || first.kind == MATCHUM_POSTING_OTHER ? second : first;
  if (first.strength != MATCHUM_HEADING_UNKNOWN)
    return with_strength (first, MATCHUM_HEADING_PART);
  return with_strength (second,
                        second.strength != MATCHUM_HEADING_UNKNOWN ? MATCHUM_HEADING_PART : MATCHUM_HEADING_UNKNOWN);
}

static gsize
limit_length (const char *text, gsize length)
{
  if (length <= MAX_LENGTH)
    return length;
  for (length = MAX_LENGTH; ((guchar) text[length] & 0xc0) == 0x80; length--)
    ;
  return length;
}

MatchumHeadingSense
matchum_heading_sense_whole (const char *text, gsize length)
{
  g_autofree char *folded = matchum_fold (text, (gssize) limit_length (text, length));

  return find (folded, strlen (folded));
}

/* text: as it stands, decoration and all; only its first bytes count where it is long. */
MatchumHeadingSense
matchum_heading_sense (const char *text, gsize length)
{
  g_autofree char *folded = matchum_fold (text, (gssize) limit_length (text, length));

  return matchum_heading_sense_folded (folded);
}

MatchumHeadingSense
matchum_heading_sense_folded (const char *folded)
{
  gsize folded_length = limit_length (folded, strlen (folded));
  MatchumHeadingSense sense, guessed;
  MatchumHeadingKey key;

  matchum_heading_key_init (&key, folded, folded_length);
  if (key.n_compact == 0)
    return (MatchumHeadingSense){ 0 };
  sense = matchum_heading_words_find (&key);
  if (sense.strength == MATCHUM_HEADING_UNKNOWN)
    sense = judge_brackets (folded, folded_length);
  if (sense.strength == MATCHUM_HEADING_UNKNOWN)
    sense = judge_halves (folded, folded_length);
  if (sense.strength == MATCHUM_HEADING_EXACT)
    return sense;
  guessed = matchum_heading_words_guess (&key);
  return guessed.strength > sense.strength || sense.strength == MATCHUM_HEADING_UNKNOWN ? guessed : sense;
}

/* "설계1팀 : 2차전지 장비", "Platform team (Seoul)" */
gboolean
matchum_heading_names_team_folded (const char *folded)
{
  gsize length = limit_length (folded, strlen (folded));
  MatchumHeadingKey key;
  gsize width;
  gsize end;

  matchum_heading_key_init (&key, folded, length);
  if (matchum_heading_words_name_team (&key))
    return TRUE;
  end = find_divider (folded, length, &width);
  end = MIN (end, strcspn (folded, "("));
  if (end >= length)
    return FALSE;
  matchum_heading_key_init (&key, folded, end);
  return key.n_compact > 0 && matchum_heading_words_name_team (&key);
}

gboolean
matchum_heading_names_team (const char *text, gsize length)
{
  g_autofree char *folded = matchum_fold (text, (gssize) limit_length (text, length));

  return matchum_heading_names_team_folded (folded);
}

/* "[English]", "한국어 안내" */
gboolean
matchum_heading_names_language (const char *folded)
{
  static const char *const names[] = { "english",
                                       "korean",
                                       "한국어",
                                       "국문",
                                       "영문",
                                       "한글",
                                       "eng",
                                       "kor",
                                       "kr",
                                       "en",
                                       "ko",
                                       "영어",
                                       "japanese",
                                       "日本語",
                                       "국문공고",
                                       "영문공고",
                                       "englishversion",
                                       "한국어안내",
                                       "국문안내",
                                       "영문안내",
                                       "koreanversion",
                                       "inenglish",
                                       "inkorean",
                                       NULL };
  MatchumHeadingKey key;

  matchum_heading_key_init (&key, folded, strlen (folded));
  return g_strv_contains (names, key.compact);
}

gboolean
matchum_posting_heading_classify (const char *text, gsize length, MatchumPostingKind *kind)
{
  MatchumHeadingSense sense;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  sense = matchum_heading_sense (text, length);
  if (sense.strength == MATCHUM_HEADING_UNKNOWN)
    return FALSE;
  *kind = sense.kind;
  return TRUE;
}
