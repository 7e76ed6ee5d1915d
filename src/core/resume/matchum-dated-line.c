/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines "2022.03 - 현재", "Platform team (2019 – 2021)" and "In 2019 we moved to Go." are not of one kind. */
#include "config.h"

#include "resume/matchum-dated-line.h"

#include <string.h>

#include "text/matchum-folded-text.h"

/* What may stand beside dates in a line that gives them, in characters. */
#define MAX_REST_CHARS 80
/* Nobody gives dates in a text longer than this, in bytes. */
#define MAX_TEXT_BYTES 1000

GArray *
matchum_dated_line_find_dates (const char *text)
{
  GArray *dates;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > MAX_TEXT_BYTES)
    return NULL;
  dates = matchum_date_range_find_all (text, -1);
  if (dates->len > 0)
    return dates;
  g_array_unref (dates);
  return NULL;
}

/* Words that say how long something took, or that dates follow. */
static gboolean
is_duration_word (const char *word)
{
  static const char *const words[] = { "년",     "개월",  "월",       "일",       "주",    "약",     "총",
                                       "만",     "기간",  "재직기간", "근무기간", "재직",  "재직중", "중",
                                       "진행중", "진행",  "yr",       "yrs",      "year",  "years",  "mo",
                                       "mos",    "month", "months",   "week",     "weeks", "and",    "about",
                                       "period", "dates", "date",     "duration", "현재",  "present" };

  while (g_ascii_isdigit (*word))
    word++;
  if (*word == '\0')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

/* Whether rest, which dates were taken from, says nothing else than how long. */
static gboolean
is_duration (const char *rest)
{
  g_autofree char *folded = matchum_fold (rest, -1);
  gboolean is_good = TRUE;
  g_auto (GStrv) words = NULL;

  for (char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)))
      memset (p, ' ', (gsize) (g_utf8_next_char (p) - p));
  words = g_strsplit (folded, " ", -1);
  for (gsize i = 0; words[i] != NULL && is_good; i++)
    is_good = words[i][0] == '\0' || is_duration_word (words[i]);
  return is_good;
}

/* text without the dates. */
static char *
cut_dates (const char *text, GArray *dates)
{
  GString *rest = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      MatchumSpan span = g_array_index (dates, MatchumDateRange, i).span;

      if (span.start > done)
        g_string_append_len (rest, text + done, (gssize) (span.start - done));
      g_string_append_c (rest, ' ');
      done = MAX (done, span.end);
      done += text[done] == '.'; /* "2017. 12." */
    }
  g_string_append (rest, text + MIN (done, strlen (text)));
  return g_string_free (rest, FALSE);
}

static gboolean
holds_letters (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
is_part_sign (const char *sign)
{
  const gunichar c = g_utf8_get_char (sign);

  return c == '|' || c == 0x00b7 || c == 0x2022 || c == 0x2502 || c == 0x30fb || c == 0x318d || c == 0xff5c;
}

/* "Product Manager · Feb 2018 – Dec 2020 · Pune": the dates are a part of their own. */
static gboolean
is_part (const char *line, MatchumSpan dates)
{
  const char *before = line + dates.start;
  const char *after = line + dates.end;

  while (before > line && before[-1] == ' ')
    before--;
  while (*after == ' ')
    after++;
  return before > line && *after != '\0' && is_part_sign (g_utf8_prev_char (before)) && is_part_sign (after);
}

/* Whether the dates stand at an end of line, between signs, or before nothing but how long it was. */
static gboolean
frames_line (const char *line, GArray *dates)
{
  MatchumSpan first = g_array_index (dates, MatchumDateRange, 0).span;
  MatchumSpan last = g_array_index (dates, MatchumDateRange, dates->len - 1).span;

  return !holds_letters (line, first.start) || is_duration (line + last.end)
         || (dates->len == 1 && is_part (line, first));
}

static gboolean
is_sentence (const char *rest)
{
  g_autofree char *text = g_strstrip (g_strdup (rest));

  return g_str_has_suffix (text, ".") || g_str_has_suffix (text, "다") || g_str_has_suffix (text, "!");
}

static gboolean
is_dated_line (const char *line, gboolean *is_dates)
{
  g_autoptr (GArray) dates = matchum_dated_line_find_dates (line);
  g_autofree char *rest = NULL;

  *is_dates = FALSE;
  if (dates == NULL)
    return FALSE;
  rest = cut_dates (line, dates);
  *is_dates = is_duration (rest);
  return *is_dates || (frames_line (line, dates) && g_utf8_strlen (rest, -1) <= MAX_REST_CHARS && !is_sentence (rest));
}

gboolean
matchum_dated_line_is_dated (const char *text, gboolean *is_dates)
{
  g_auto (GStrv) lines = NULL;
  gboolean is_dated = FALSE;
  gboolean holds_only_dates = TRUE;

  g_return_val_if_fail (text != NULL, FALSE);

  lines = g_strsplit (strlen (text) <= MAX_TEXT_BYTES ? text : "", "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      gboolean is_line_of_dates;

      is_dated = is_dated_line (lines[i], &is_line_of_dates) || is_dated;
      holds_only_dates = holds_only_dates && is_line_of_dates;
    }
  if (is_dates != NULL)
    *is_dates = is_dated && holds_only_dates;
  return is_dated;
}
