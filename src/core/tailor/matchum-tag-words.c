/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for a word and judges what touches it. */
#include "config.h"

#include "tailor/matchum-tag-words.h"

#include <string.h>

#include "text/matchum-korean-tail.h"

/* A word of so many syllables may be written as two. */
#define MIN_DIVIDED 4
/* Particles are shorter than so many bytes. */
#define MAX_PARTICLES 64

/* Who does it, and what kind of work it is: written onto a noun they leave it what it is. */
static const char *const tails[] = {
  "팀",     "파트",   "본부",     "부문",   "부서",   "사업부", "사업",     "실",     "센터",   "그룹",     "셀",
  "스쿼드", "챕터",   "조직",     "직무",   "직군",   "직",     "담당자",   "담당",   "관리자", "관리",     "기획자",
  "기획",   "개발자", "개발",     "운영자", "운영",   "분석가", "분석",     "연구원", "연구",   "엔지니어", "매니저",
  "마케터", "리더",   "디자이너", "사원",   "전문가", "강사",   "컨설턴트", "인턴",   "업무",   "분야",     "모델",
  "서비스", "시스템", "플랫폼",   "솔루션", "기술",   "기반",   "관련",     "경험",   "경력직", "경력",     "채용",
};

static gboolean
is_latin (gunichar character)
{
  return g_unichar_isalnum (character) && !matchum_unichar_is_hangul (character);
}

static gboolean
is_gap (char c)
{
  return c == ' ' || c == '-';
}

static gsize
count_syllables (const char *word)
{
  gsize n = 0;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    n += matchum_unichar_is_hangul (g_utf8_get_char (word));
  return n;
}

/* Where word ends that starts at text; NULL where it does not stand there. A gap of the word need not be there; one
 * that the word does not have may be, between syllables of a word that is long enough to be two (해외영업, 해외 영업).
 */
static const char *
match (const char *text, const char *word, gboolean may_be_divided)
{
  for (const char *start = text; *word != '\0';)
    {
      const gboolean is_divided = may_be_divided && text > start && is_gap (*text) && matchum_is_syllable_at (word)
                                  && matchum_unichar_is_hangul (g_utf8_get_char (g_utf8_prev_char (text)));

      if (is_gap (*word))
        {
          word++;
          text += is_gap (*text);
          continue;
        }
      text += is_divided;
      if (*text++ != *word++)
        return NULL;
    }
  return text;
}

static gunichar
get_previous (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gboolean
may_start (const char *text, const char *at, const char *word)
{
  const gunichar first = g_utf8_get_char (word), previous = get_previous (text, at);

  if (matchum_unichar_is_hangul (first))
    return !matchum_unichar_is_hangul (previous) || count_syllables (word) > 1;
  return !is_latin (first) || !is_latin (previous);
}

static gsize
get_tail_length (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    if (g_str_has_prefix (text, tails[i]))
      return strlen (tails[i]);
  return 0;
}

/* Whether all the Hangul from end on is what may follow a noun. */
static gboolean
is_tail (gunichar previous, const char *end)
{
  gsize n;

  while (matchum_unichar_is_hangul (g_utf8_get_char (end))
         && matchum_korean_tail_get_particle_length_after (previous, end, strnlen (end, MAX_PARTICLES)) == 0)
    {
      n = get_tail_length (end);
      if (n == 0)
        return FALSE;
      end += n;
      previous = g_utf8_get_char (g_utf8_prev_char (end));
    }
  return TRUE;
}

static gboolean
may_end (const char *at, const char *end)
{
  const gunichar last = get_previous (at, end), next = g_utf8_get_char (end);

  if (matchum_unichar_is_hangul (last))
    return is_tail (last, end);
  if (!is_latin (last) || !is_latin (next))
    return TRUE;
  return *end == 's' && end - at >= 4 && g_unichar_isalpha (last) && !is_latin (g_utf8_get_char (end + 1));
}

gboolean
matchum_tag_words_stand_in (const char *text, const char *word)
{
  gboolean may_be_divided;

  g_return_val_if_fail (text != NULL && word != NULL, FALSE);

  if (*word == '\0')
    return FALSE;
  may_be_divided = count_syllables (word) >= MIN_DIVIDED;
  for (const char *at = strchr (text, *word); at != NULL; at = strchr (at + 1, *word))
    {
      const char *end = match (at, word, may_be_divided);

      if (end != NULL && may_start (text, at, word) && may_end (at, end))
        return TRUE;
    }
  return FALSE;
}
