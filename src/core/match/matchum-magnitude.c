/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads large numbers with Korean and English units. */
#include "config.h"

#include "match/matchum-magnitude.h"

#include <string.h>

#include "text/matchum-pattern-set.h"
#include "text/matchum-word-list.h"

/* Counts from a million on, a thousand in a second, or a hundred machines. */
#define LARGE_COUNT 1e6
#define LARGE_RATE 1e3
#define MANY_MACHINES 100

static const char pattern_text[] = "(?<![\\d.a-z])(?<count>\\d[\\d,]*(?:\\.\\d+)?)\\s?(?<unit>억|천만|백만|십만|만|천|"
                                   "billion|million|(?:k|m|tb|pb)(?![a-z])|m(?=n(?![a-z]))|테라바이트|페타바이트)?"
                                   "(?:\\s?(?<more>\\d+)\\s?(?<moreunit>만|천|백))?(?<after>[^,.;]{0,24})";

static GRegex *
get_pattern (void)
{
  static const char *const texts[] = { pattern_text };
  static MatchumPatternSet set = { "magnitudes", texts, 1, 0, NULL, 0 };

  return matchum_pattern_set_get (&set, 0);
}

static double
get_unit (const char *unit)
{
  static const struct {
    const char *unit;
    double value;
  } units[] = {
    { "억", 1e8 }, { "천만", 1e7 }, { "백만", 1e6 },    { "십만", 1e5 },        { "만", 1e4 },
    { "천", 1e3 }, { "백", 1e2 },   { "billion", 1e9 }, { "million", 1e6 },     { "k", 1e3 },
    { "m", 1e6 },  { "tb", 1e12 },  { "pb", 1e15 },     { "테라바이트", 1e12 }, { "페타바이트", 1e15 },
  };

  for (gsize i = 0; unit != NULL && i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (unit, units[i].unit))
      return units[i].value;
  return 1;
}

static double
read_number (const char *digits)
{
  g_autofree char *plain = g_strdup (digits);
  gsize length = 0;

  for (gsize i = 0; plain[i] != '\0'; i++)
    if (plain[i] != ',')
      plain[length++] = plain[i];
  plain[length] = '\0';
  return g_ascii_strtod (plain, NULL);
}

static gboolean
is_money (const char *after)
{
  return g_str_has_prefix (after, "원") || g_str_has_prefix (after, " 원") || g_str_has_prefix (after, "달러")
         || g_str_has_prefix (after, " 달러") || g_str_has_prefix (after, " usd") || g_str_has_prefix (after, " 매출");
}

static gboolean
is_rate (const char *text, gsize start, const char *after)
{
  gsize from = start > 24 ? start - 24 : 0;

  return g_strstr_len (text + from, (gssize) (start - from), "초당") != NULL || strstr (after, "per second") != NULL
         || strstr (after, "/s") != NULL || strstr (after, "rps") != NULL || strstr (after, "qps") != NULL
         || strstr (after, "tps") != NULL || strstr (after, "a second") != NULL;
}

/* Machines and what runs on them are many from a hundred on, where people and things are not. */
static gboolean
counts_machines (const char *after)
{
  static const char *const words[] = { "대",   "노드",      "서버",       "인스턴스", "pod",
                                       "node", "server",    "linux serv", "instance", "virtual",
                                       "vm",   "microserv", "container" };

  if (*after == ' ')
    after++;
  if (g_str_has_prefix (after, "여"))
    after += strlen ("여 ") - 1;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (after, words[i]))
      return TRUE;
  return FALSE;
}

/* Whether there is a number that is large by its digits, a hundred at least, or by what stands behind it: most blocks
 * have none. */
static gboolean
may_be_large (const char *text, gsize length)
{
  static MatchumWordList units = MATCHUM_WORD_LIST ("억|천|백|십만|만|b|m|k|tb|pb|테라|페타");
  gsize n_digits = 0;

  for (gsize i = 0; i < length; i++)
    {
      const gsize next = i + 1 < length && text[i + 1] == ' ' ? i + 2 : i + 1;

      if (!g_ascii_isdigit (text[i]))
        {
          n_digits = text[i] == ',' ? n_digits : 0;
          continue;
        }
      if (++n_digits > 2 || matchum_word_list_begins (&units, text + next, length - MIN (next, length)))
        return TRUE;
    }
  return FALSE;
}

gboolean
matchum_magnitude_find (const char *text, gsize length, MatchumSpan *span)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (!may_be_large (text, length))
    return FALSE;
  g_regex_match_full (get_pattern (), text, (gssize) length, 0, 0, &info, NULL);
  while (g_match_info_matches (info))
    {
      g_autofree char *count = g_match_info_fetch_named (info, "count");
      g_autofree char *unit = g_match_info_fetch_named (info, "unit");
      g_autofree char *more = g_match_info_fetch_named (info, "more");
      g_autofree char *more_unit = g_match_info_fetch_named (info, "moreunit");
      g_autofree char *after = g_match_info_fetch_named (info, "after");
      double value = read_number (count) * get_unit (unit);
      gint start = 0, end = 0, after_start = 0, after_end = 0;

      if (more != NULL && *more != '\0')
        value += read_number (more) * get_unit (more_unit);
      g_match_info_fetch_pos (info, 0, &start, &end);
      if (!g_match_info_fetch_named_pos (info, "after", &after_start, &after_end) || after_start < 0)
        after_start = end;
      if (after == NULL || !is_money (after))
        if (value >= LARGE_COUNT || (value >= MANY_MACHINES && after != NULL && counts_machines (after))
            || (value >= LARGE_RATE && is_rate (text, (gsize) start, after != NULL ? after : "")))
          {
            *span = MATCHUM_SPAN ((gsize) start, (gsize) after_start);
            return TRUE;
          }
      /* The words behind a number may hold the next one. */
      if (after_start <= start || (gsize) after_start >= length)
        return FALSE;
      g_clear_pointer (&info, g_match_info_free);
      g_regex_match_full (get_pattern (), text, (gssize) length, after_start, 0, &info, NULL);
    }
  return FALSE;
}
