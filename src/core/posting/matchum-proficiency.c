/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads levels and scores of human languages. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-proficiency.h"

#include <string.h>

#include "text/matchum-word-list.h"

typedef struct {
  const char *word;
  MatchumProficiency level;
} LevelWord;

static const LevelWord level_words[] = {
  { "원어민", MATCHUM_PROFICIENCY_FLUENT },
  { "모국어", MATCHUM_PROFICIENCY_FLUENT },
  { "능통", MATCHUM_PROFICIENCY_FLUENT },
  { "유창", MATCHUM_PROFICIENCY_FLUENT },
  { "native", MATCHUM_PROFICIENCY_FLUENT },
  { "fluent", MATCHUM_PROFICIENCY_FLUENT },
  { "bilingual", MATCHUM_PROFICIENCY_FLUENT },
  { "mother tongue", MATCHUM_PROFICIENCY_FLUENT },
  { "c1", MATCHUM_PROFICIENCY_FLUENT },
  { "c2", MATCHUM_PROFICIENCY_FLUENT },
  { "full professional", MATCHUM_PROFICIENCY_FLUENT },
  { "비즈니스", MATCHUM_PROFICIENCY_WORKING },
  { "회의", MATCHUM_PROFICIENCY_WORKING },
  { "회화", MATCHUM_PROFICIENCY_WORKING },
  { "커뮤니케이션", MATCHUM_PROFICIENCY_WORKING },
  { "의사소통", MATCHUM_PROFICIENCY_WORKING },
  { "통역", MATCHUM_PROFICIENCY_WORKING },
  { "작성", MATCHUM_PROFICIENCY_WORKING },
  { "업무", MATCHUM_PROFICIENCY_WORKING },
  { "business", MATCHUM_PROFICIENCY_WORKING },
  { "meeting", MATCHUM_PROFICIENCY_WORKING },
  { "conversation", MATCHUM_PROFICIENCY_WORKING },
  { "professional", MATCHUM_PROFICIENCY_WORKING },
  { "working proficiency", MATCHUM_PROFICIENCY_WORKING },
  { "written", MATCHUM_PROFICIENCY_WORKING },
  { "spoken", MATCHUM_PROFICIENCY_WORKING },
  { "b2", MATCHUM_PROFICIENCY_WORKING },
  { "advanced", MATCHUM_PROFICIENCY_WORKING },
  { "중급", MATCHUM_PROFICIENCY_READING },
  { "독해", MATCHUM_PROFICIENCY_READING },
  { "읽기", MATCHUM_PROFICIENCY_READING },
  { "이메일", MATCHUM_PROFICIENCY_READING },
  { "문서", MATCHUM_PROFICIENCY_READING },
  { "intermediate", MATCHUM_PROFICIENCY_READING },
  { "reading", MATCHUM_PROFICIENCY_READING },
  { "b1", MATCHUM_PROFICIENCY_READING },
  { "초급", MATCHUM_PROFICIENCY_BASIC },
  { "기초", MATCHUM_PROFICIENCY_BASIC },
  { "basic", MATCHUM_PROFICIENCY_BASIC },
  { "elementary", MATCHUM_PROFICIENCY_BASIC },
  { "beginner", MATCHUM_PROFICIENCY_BASIC },
  { "phrases", MATCHUM_PROFICIENCY_BASIC },
  { "a1", MATCHUM_PROFICIENCY_BASIC },
  { "a2", MATCHUM_PROFICIENCY_BASIC },
};

static gboolean
stands_alone (const char *text, gsize length, const char *place, gsize word_length)
{
  gsize end = (gsize) (place - text) + word_length;

  if (!g_ascii_isalpha (place[0]))
    return TRUE;
  if (place > text && g_ascii_isalnum (place[-1]))
    return FALSE;
  return word_length > 2 || end >= length || !g_ascii_isalnum (text[end]);
}

/* Whether any of the words may stand in the text; most have none. */
static gboolean
may_have_level (const char *text, gsize length)
{
  static MatchumWordGroup groups[G_N_ELEMENTS (level_words)];
  static MatchumWordTable table = MATCHUM_WORD_TABLE (groups);
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (level_words); i++)
        groups[i] = (MatchumWordGroup){ level_words[i].word, 1 };
      g_once_init_leave (&is_ready, 1);
    }
  if (matchum_word_table_find_within (&table, text, length) != 0)
    return TRUE;
  /* A1 to C2. */
  for (gsize i = 0; i + 1 < length; i++)
    if (text[i] >= 'a' && text[i] <= 'c' && (text[i + 1] == '1' || text[i + 1] == '2'))
      return TRUE;
  return FALSE;
}

MatchumProficiency
matchum_proficiency_find (const char *text, gsize length)
{
  MatchumProficiency level = MATCHUM_PROFICIENCY_UNKNOWN;

  if (!may_have_level (text, length))
    return level;
  for (gsize i = 0; i < G_N_ELEMENTS (level_words); i++)
    {
      const gsize size = strlen (level_words[i].word);
      const char *place = memmem (text, length, level_words[i].word, size);

      if (place != NULL && stands_alone (text, length, place, size))
        level = MAX (level, level_words[i].level);
    }
  return level;
}

/* Grades that are words, worst first within each test. */
static const struct {
  const char *word;
  gint score;
} grades[] = {
  { "im1", 5 }, { "im2", 5 }, { "im3", 6 }, { "ih", 7 }, { "al", 8 }, { "im", 5 }, { "il", 4 },
  { "nh", 3 },  { "n1", 5 },  { "n2", 4 },  { "n3", 3 }, { "n4", 2 }, { "n5", 1 },
};

static gint
find_number (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      gsize digits = 0;

      while (i + digits < length && g_ascii_isdigit (text[i + digits]))
        digits++;
      /* Four digits are a year. */
      if (digits >= 1 && digits <= 3)
        return (gint) g_ascii_strtoll (text + i, NULL, 10);
      if (digits > 0)
        i += digits;
    }
  return 0;
}

gint
matchum_proficiency_find_points (const char *text, gsize length)
{
  for (gsize i = 0; i < length;)
    {
      gint number = find_number (text + i, length - i);

      if (number == 0 || number > 9)
        return number;
      /* A digit within a grade: IM3. */
      while (i < length && !g_ascii_isdigit (text[i]))
        i++;
      i++;
    }
  return 0;
}

gint
matchum_proficiency_find_score (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      gsize size = strlen (grades[i].word);
      const char *place = memmem (text, length, grades[i].word, size);

      if (place != NULL && (place == text || !g_ascii_isalnum (place[-1]))
          && ((gsize) (place - text) + size >= length || !g_ascii_isalnum (place[size])))
        return grades[i].score;
    }
  return find_number (text, length);
}

MatchumProficiency
matchum_proficiency_from_score (const char *id, gint score)
{
  if (strstr (id, "opic") != NULL)
    return score >= 7   ? MATCHUM_PROFICIENCY_WORKING
           : score >= 5 ? MATCHUM_PROFICIENCY_READING
                        : MATCHUM_PROFICIENCY_BASIC;
  if (strstr (id, "jlpt") != NULL)
    return score >= 5   ? MATCHUM_PROFICIENCY_FLUENT
           : score >= 4 ? MATCHUM_PROFICIENCY_WORKING
                        : MATCHUM_PROFICIENCY_READING;
  if (strstr (id, "toeic") != NULL && strstr (id, "speak") == NULL)
    return score >= 700 ? MATCHUM_PROFICIENCY_READING : MATCHUM_PROFICIENCY_BASIC;
  if (strstr (id, "toefl") != NULL)
    return score >= 95 ? MATCHUM_PROFICIENCY_WORKING : MATCHUM_PROFICIENCY_READING;
  if (strstr (id, "hsk") != NULL || strstr (id, "topik") != NULL)
    return score >= 6   ? MATCHUM_PROFICIENCY_FLUENT
           : score >= 5 ? MATCHUM_PROFICIENCY_WORKING
                        : MATCHUM_PROFICIENCY_READING;
  if (strstr (id, "ielts") != NULL)
    return score >= 7 ? MATCHUM_PROFICIENCY_WORKING : MATCHUM_PROFICIENCY_READING;
  return MATCHUM_PROFICIENCY_READING;
}
