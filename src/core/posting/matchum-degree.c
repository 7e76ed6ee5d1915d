/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds academic degrees by the words for them in Korean and English. */
#include "config.h"

#include "posting/matchum-degree.h"

#include <string.h>

#include "text/matchum-pattern-set.h"
#include "text/matchum-word-list.h"

typedef struct {
  const char *pattern;
  MatchumDegree degree;
  const char *parts; /* whatever it fits holds one of these */
} DegreePattern;

/* The first that fits at a place wins, so the longer and the lower of joined names come first. */
static const DegreePattern patterns[] = {
  { "석\\s?[/·,]?\\s?박사", MATCHUM_DEGREE_MASTER, "박사" },
  { "학\\s?[/·]\\s?석사", MATCHUM_DEGREE_BACHELOR, "석사" },
  { "(?:msc|m\\.?sc\\.?|ms|master'?s?|masters)(?: degree)?\\s?(?:or|/)\\s?(?:a )?(?:ph\\.? ?d\\.?|doctorate)",
    MATCHUM_DEGREE_MASTER, "ph.|ph d|phd|doctorate" },
  { "(?:bs|bsc|b\\.s\\.?|bachelor'?s?)(?: degree)?\\s?(?:or|/)\\s?(?:a )?(?:ms|msc|m\\.s\\.?|master'?s?)",
    MATCHUM_DEGREE_BACHELOR, "bachelor|bsc|b.s|bs |bs/|bso" },
  { "전문\\s?학사|초대졸|전문대(?:졸|학)?|2년제", MATCHUM_DEGREE_ASSOCIATE, "학사|초대졸|전문대|2년제" },
  { "박사", MATCHUM_DEGREE_DOCTOR, "박사" },
  { "(?<!분|해)석사|대학원[^,.;()]{0,24}(?:\\([^)]{0,40}\\)\\s?)?졸업", MATCHUM_DEGREE_MASTER, "석사|대학원" },
  { "학사|대졸|4년제(?:\\s?대학교?)?(?:\\s?(?:이상)?\\s?졸업)?|대학교? ?졸업|"
    "대학교[^,.;()]{2,24}(?:\\([^)]{0,40}\\)\\s?)?졸업(?!\\s?예정)",
    MATCHUM_DEGREE_BACHELOR, "학사|대졸|4년제|대학" },
  { "고졸|고등학교 졸업", MATCHUM_DEGREE_HIGH_SCHOOL, "고졸|고등학교" },
  { "(?<![a-z0-9])(?:ph\\.? ?d\\.?|doctorate|doctoral|dphil)(?![a-z0-9])", MATCHUM_DEGREE_DOCTOR,
    "ph.|ph d|phd|doctorate|doctoral|dphil" },
  { "(?<![a-z0-9])(?:master'?s|masters|master of \\w+|msc|m\\.sc\\.?|m\\.s\\.|mphil|mph|mba|m\\.?eng)(?![a-z0-9])",
    MATCHUM_DEGREE_MASTER, "master|msc|m.s|mphil|mph|mba|meng|m.eng" },
  { "(?<![a-z0-9])(?:ms|m\\.a\\.|ma|master) (?=degree|in )", MATCHUM_DEGREE_MASTER, "ms |m.a|ma |master" },
  { "(?<![a-z0-9])(?:bachelor'?s?|bachelors|bachelor of \\w+|bsc|b\\.sc\\.?|b\\.s\\.|b\\.?eng|undergraduate degree|"
    "university degree|college degree|four-year degree)(?![a-z0-9])",
    MATCHUM_DEGREE_BACHELOR, "bachelor|bsc|b.s|beng|b.eng|undergraduate|university|college|four-year" },
  { "(?<![a-z0-9])(?:bs|b\\.a\\.|ba|ba/bs|bs/ba) (?=degree|in )", MATCHUM_DEGREE_BACHELOR, "bs |b.a|ba |ba/" },
  { "(?<![a-z0-9])(?:associate'?s? degree|higher national diploma|hnd)(?![a-z0-9])", MATCHUM_DEGREE_ASSOCIATE,
    "associate|higher national|hnd" },
  { "(?<![a-z0-9])(?:high school diploma|ged)(?![a-z0-9])", MATCHUM_DEGREE_HIGH_SCHOOL, "high school|ged" },
  { "(?<![a-z0-9])(?:a |an )?(?:relevant |technical |quantitative |related )?degree(?= in |$)", MATCHUM_DEGREE_BACHELOR,
    "degree" },
};

static const char tail_pattern[] =
    "\\G(?:\\s?(?:이상)?(?:의)?\\s?(?:학위)(?:\\s?이상)?|\\s?이상|\\s?졸업|\\s?\\(hons\\)|,? degree)";

static GRegex *
get_pattern (gsize index)
{
  static GRegex *compiled[G_N_ELEMENTS (patterns)];
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
        compiled[i] = g_regex_new (patterns[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&is_ready, 1);
    }
  return compiled[index];
}

static GRegex *
get_tail (void)
{
  static const char *const texts[] = { tail_pattern };
  static MatchumPatternSet set = { "tails of degrees", texts, 1, 0, NULL, 0 };

  return matchum_pattern_set_get (&set, 0);
}

/* A bit for each of the patterns that may fit somewhere in the text. */
static guint32
find_usable (const char *text, gsize length)
{
  static MatchumWordGroup groups[G_N_ELEMENTS (patterns)];
  static MatchumWordTable table = MATCHUM_WORD_TABLE (groups);
  static gsize is_ready = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (patterns) <= 32);
  if (g_once_init_enter (&is_ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
        groups[i] = (MatchumWordGroup){ patterns[i].parts, 1u << i };
      g_once_init_leave (&is_ready, 1);
    }
  return matchum_word_table_find_within (&table, text, length);
}

static gint
compare_mentions (gconstpointer a, gconstpointer b)
{
  const MatchumDegreeMention *left = a, *right = b;

  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  return 0;
}

static gboolean
is_taken (GArray *found, MatchumSpan span)
{
  for (guint i = 0; i < found->len; i++)
    if (matchum_span_overlaps (g_array_index (found, MatchumDegreeMention, i).span, span))
      return TRUE;
  return FALSE;
}

/* Takes in the words that belong to the degree: 학위, 이상, degree. */
static void
extend (const char *text, gsize length, MatchumSpan *span)
{
  g_autoptr (GMatchInfo) info = NULL;
  gint start, end;

  if (g_regex_match_full (get_tail (), text, (gssize) length, (gint) span->end, 0, &info, NULL)
      && g_match_info_fetch_pos (info, 0, &start, &end))
    span->end = (gsize) end;
}

/* More degrees in one line than this are noise. */
#define MAX_MENTIONS 64

GArray *
matchum_degree_find_all (const char *text, gsize length)
{
  /* Most lines have none. */
  static MatchumWordList words = MATCHUM_WORD_LIST (MATCHUM_DEGREE_SIGNS);
  GArray *found = g_array_new (FALSE, TRUE, sizeof (MatchumDegreeMention));
  guint32 usable;

  if (!matchum_word_list_contains (&words, text, length))
    return found;
  usable = find_usable (text, length);
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) info = NULL;

      if ((usable & 1u << i) == 0)
        continue;
      g_regex_match_full (get_pattern (i), text, (gssize) length, 0, 0, &info, NULL);
      while (g_match_info_matches (info) && found->len < MAX_MENTIONS)
        {
          MatchumDegreeMention mention = { .degree = patterns[i].degree };
          gint start = 0, end = 0;

          g_match_info_fetch_pos (info, 0, &start, &end);
          mention.span = MATCHUM_SPAN ((gsize) start, (gsize) end);
          if (!is_taken (found, mention.span))
            {
              extend (text, length, &mention.span);
              g_array_append_val (found, mention);
            }
          g_match_info_next (info, NULL);
        }
    }
  g_array_sort (found, compare_mentions);
  return found;
}

MatchumDegree
matchum_degree_find_highest (const char *text, gsize length)
{
  g_autoptr (GArray) found = matchum_degree_find_all (text, length);
  MatchumDegree highest = MATCHUM_DEGREE_NONE;

  for (guint i = 0; i < found->len; i++)
    highest = MAX (highest, g_array_index (found, MatchumDegreeMention, i).degree);
  return highest;
}

gboolean
matchum_degree_is_unfinished (const char *text, gsize length)
{
  static const char *const words[] = { "재학",
                                       "수료",
                                       "휴학",
                                       "중퇴",
                                       "과정",
                                       "졸업예정",
                                       "졸업 예정",
                                       "진학",
                                       "transferred",
                                       "left after",
                                       "did not complete",
                                       "incomplete",
                                       "candidate",
                                       "expected",
                                       "in progress",
                                       "ongoing",
                                       "not completed",
                                       "dropped out",
                                       "credits completed" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strstr_len (text, (gssize) length, words[i]) != NULL)
      return TRUE;
  return FALSE;
}
