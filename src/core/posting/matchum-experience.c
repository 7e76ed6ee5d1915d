/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds "3년 이상", "3~5년", "5+ years", "신입" and their like. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-experience.h"

#include <string.h>

#include "text/matchum-pattern-set.h"
#include "text/matchum-word-list.h"

/* Fits where it is looked for only. Alternatives in order: the first that fits at a place wins. Named groups: least
 * (number), word (number in English), unit. */
static const char pattern_text[] =
    "\\G(?:(?<anyone>신입\\s?[/·,및]?\\s?경력|경력\\s?[/·,]\\s?신입|(?:경력|학력|전공)(?:[/"
    "·]\\s?(?:경력|학력|전공))*\\s?무관|"
    "신입(?=\\s?(?:가능|지원|환영|도|$))|entry[- ]level|new grad(?:uate)?s?|no (?:prior )?experience (?:is "
    ")?(?:required|needed))"
    "|(?<![\\d.])(?<most>\\d{1,2})\\s?년\\s?차?\\s?(?:이하|미만|이내|내외)"
    "|(?<![\\d.])(?<least>\\d{1,2})\\s?(?:년)?\\s?(?:차)?\\s?(?:이상)?\\s?[~\\-–∼]\\s?\\d{1,2}\\s?년(?:\\s?차)?(?:\\s?("
    "?:이하|이상|미만|이내))?"
    "|(?<![\\d.])(?<least2>\\d{1,2})\\s?년\\s?차?\\s?(?:이상|↑|\\+|초과|차)"
    "|(?<=경력 |경험 |최소 |만 |약 |그중 |그 중 )(?<least3>\\d{1,2})\\s?년(?!제|도|간|[ ]?\\d)"
    "|(?<![\\d.])(?<months>\\d{1,2})\\s?개월\\s?(?:이상|↑|\\+)"
    "|(?<![\\d.a-z])(?<least4>\\d{1,2})\\s?\\+?\\s?(?:-|–|~|to)\\s?\\d{1,2}\\s?\\+?\\s?(?:years?|yrs?)(?![a-z])"
    "|(?<![\\d.a-z])(?<least5>\\d{1,2})\\s?(?:\\+|plus|or more|and more)?\\s?(?:years?|yrs?)(?![a-z])"
    "|(?<![a-z])(?<word>one|two|three|four|five|six|seven|eight|nine|ten)(?:\\s?(?:\\+|or "
    "more|plus)?\\s?years?(?![a-z])| of (?:which|(?:them|those|these)(?= "
    "(?:with|in|as|on|using|leading|managing|working|building|spent)))(?![a-z]))"
    "|(?<![\\d.a-z])(?<least6>\\d{1,2})\\+? of (?:which|(?:them|those|these)(?= "
    "(?:with|in|as|on|using|leading|managing|working|building|spent)))(?![a-z])"
    "|(?<![\\d.a-z])(?<months2>\\d{1,2})\\s?\\+?\\s?months?(?![a-z])"
    "|(?<equal>equivalent (?:(?:practical|work|working|industry|professional|relevant|hands-on|combination of "
    "education and) ?)*"
    "experience|(?:준하는|상응하는|해당하는|동등한)\\s?(?:관련\\s?|실무\\s?|업무\\s?)*(?:경력|경험)))";

static GRegex *
get_pattern (void)
{
  static const char *const texts[] = { pattern_text };
  static MatchumPatternSet set = { "experience", texts, 1, G_REGEX_DUPNAMES, NULL, 0 };

  return matchum_pattern_set_get (&set, 0);
}

/* Most lines have no length. */
static gboolean
may_have_experience (const char *text, gsize length)
{
  static const MatchumWordGroup parts[] = { { MATCHUM_EXPERIENCE_SIGNS, 1 } };
  static MatchumWordTable table = MATCHUM_WORD_TABLE (parts);

  return matchum_word_table_find_within (&table, text, length) != 0 || memmem (text, length, "yr", 2) != NULL;
}

/* Whether a number starts at at; the pattern takes none that goes on with digits or decimals. */
static gboolean
starts_number (const char *text, gsize at)
{
  return g_ascii_isdigit (text[at]) && (at == 0 || !(g_ascii_isdigit (text[at - 1]) || text[at - 1] == '.'));
}

/* The first place from at on where the pattern may fit, length where there is none: it starts with a number or one of
 * these words. The pattern tells that far slower. */
static gsize
find_start (const char *text, gsize length, gsize at)
{
  static MatchumWordList openings =
      MATCHUM_WORD_LIST ("신입|경력|학력|전공|entry|new grad|no |one|two|three|four|five|six|seven|eight|nine|ten|"
                         "equivalent|준하는|상응하는|해당하는|동등한");

  while (at < length && !starts_number (text, at) && !matchum_word_list_begins (&openings, text + at, length - at))
    at += (gsize) (g_utf8_next_char (text + at) - (text + at));
  return MIN (at, length);
}

static gboolean
fetch (GMatchInfo *info, const char *name, char **value)
{
  g_autofree char *text = g_match_info_fetch_named (info, name);

  if (text == NULL || *text == '\0')
    return FALSE;
  *value = g_steal_pointer (&text);
  return TRUE;
}

static guint
count_word (const char *word)
{
  static const char *const words[] = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return i + 1;
  return 0;
}

static void
read_mention (GMatchInfo *info, MatchumExperienceMention *mention)
{
  static const char *const year_groups[] = { "least", "least2", "least3", "least4", "least5", "least6" };
  static const char *const month_groups[] = { "months", "months2" };
  g_autofree char *value = NULL;

  mention->kind = MATCHUM_EXPERIENCE_MONTHS;
  if (fetch (info, "anyone", &value) || fetch (info, "most", &value))
    mention->kind = MATCHUM_EXPERIENCE_ANYONE;
  else if (fetch (info, "equal", &value))
    mention->kind = MATCHUM_EXPERIENCE_EQUIVALENT;
  else if (fetch (info, "word", &value))
    mention->months = 12 * count_word (value);
  for (gsize i = 0; value == NULL && i < G_N_ELEMENTS (year_groups); i++)
    if (fetch (info, year_groups[i], &value))
      mention->months = 12 * (guint) g_ascii_strtoull (value, NULL, 10);
  for (gsize i = 0; value == NULL && i < G_N_ELEMENTS (month_groups); i++)
    if (fetch (info, month_groups[i], &value))
      mention->months = (guint) g_ascii_strtoull (value, NULL, 10);
}

/* Adds what fits at at. Returns where that ends, or the next character where nothing does. */
static gsize
read_at (const char *text, gsize length, gsize at, GArray *found)
{
  g_autoptr (GMatchInfo) info = NULL;
  MatchumExperienceMention mention = { 0 };
  gint start = 0, end = 0;

  if (!g_regex_match_full (get_pattern (), text, (gssize) length, (gint) at, 0, &info, NULL))
    return at + (gsize) (g_utf8_next_char (text + at) - (text + at));
  g_match_info_fetch_pos (info, 0, &start, &end);
  mention.span = MATCHUM_SPAN ((gsize) start, (gsize) end);
  read_mention (info, &mention);
  g_array_append_val (found, mention);
  return mention.span.end;
}

/* More lengths in one line than this are noise. */
#define MAX_MENTIONS 32

GArray *
matchum_experience_find_all (const char *text, gsize length)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (MatchumExperienceMention));

  if (!may_have_experience (text, length))
    return found;
  for (gsize at = find_start (text, length, 0); at < length && found->len < MAX_MENTIONS;)
    at = find_start (text, length, read_at (text, length, at, found));
  return found;
}
