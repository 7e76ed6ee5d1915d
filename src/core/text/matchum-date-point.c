/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognises one date by its shape. A number is a date only where all around it agrees: versions, telephone
 * numbers and amounts look much the same. */
#include "config.h"

#include "text/matchum-date-point.h"

#include <string.h>

#include "text/matchum-korean-tail.h"

#define YEAR_MIN 1950
#define YEAR_MAX 2099

typedef struct {
  const char *word;
  guint first; /* month; the last may lie in the next year */
  guint last;
} Part;

/* Behind a Korean year, or on either side of an English one. */
static const Part parts[] = {
  { "봄", 3, 5 },      { "여름", 6, 8 },     { "가을", 9, 11 },  { "겨울", 12, 14 }, { "상반기", 1, 6 },
  { "하반기", 7, 12 }, { "1분기", 1, 3 },    { "2분기", 4, 6 },  { "3분기", 7, 9 },  { "4분기", 10, 12 },
  { "1학기", 3, 8 },   { "2학기", 9, 14 },   { "spring", 3, 5 }, { "summer", 6, 8 }, { "autumn", 9, 11 },
  { "fall", 9, 11 },   { "winter", 12, 14 }, { "q1", 1, 3 },     { "q2", 4, 6 },     { "q3", 7, 9 },
  { "q4", 10, 12 },    { "h1", 1, 6 },       { "h2", 7, 12 },
};

static const char *const months[] = {
  "january", "february", "march",     "april",   "may",      "june",
  "july",    "august",   "september", "october", "november", "december",
};

/* What follows a bare number that is no year: 2000명, 2000 건. */
static const char *const units[] = {
  "명", "건", "개", "원", "만", "억", "천", "여", "회", "대", "시간", "줄", "자",   "점",   "위",
  "배", "번", "종", "곳", "쪽", "장", "권", "분", "초", "일", "편",   "팀", "품목", "달러",
};

static char
get_byte (const MatchumDateText *text, gsize at)
{
  return at < text->length ? text->text[at] : '\0';
}

static gboolean
is_hangul_at (const MatchumDateText *text, gsize at)
{
  return at < text->length && matchum_unichar_is_hangul (g_utf8_get_char (text->text + at));
}

gsize
matchum_date_text_skip_space (const MatchumDateText *text, gsize at)
{
  return at + (get_byte (text, at) == ' ');
}

/* Any bytes, whatever follows them. */
static gsize
skip_bytes (const MatchumDateText *text, gsize at, const char *bytes)
{
  const gsize n = strlen (bytes);

  return at + n <= text->length && memcmp (text->text + at, bytes, n) == 0 ? at + n : 0;
}

/* A whole word: no letter or digit of its own script may follow. */
gsize
matchum_date_text_skip_word (const MatchumDateText *text, gsize at, const char *word)
{
  const gsize end = skip_bytes (text, at, word);

  if (end == 0 || (g_ascii_isalnum (text->text[end - 1]) && g_ascii_isalnum (get_byte (text, end))))
    return 0;
  return end;
}

/* A number of so many digits that no further digit follows. */
static gsize
read_number (const MatchumDateText *text, gsize at, guint min_digits, guint max_digits, guint *value)
{
  guint n = 0;

  *value = 0;
  while (n <= max_digits && g_ascii_isdigit (get_byte (text, at)))
    {
      *value = *value * 10 + (guint) (text->text[at] - '0');
      n++;
      at++;
    }
  return n >= min_digits && n <= max_digits ? at : 0;
}

static gsize
read_in (const MatchumDateText *text, gsize at, guint min_digits, guint max_digits, guint low, guint high, guint *value)
{
  const gsize end = read_number (text, at, min_digits, max_digits, value);

  return end != 0 && *value >= low && *value <= high ? end : 0;
}

static gsize
read_year (const MatchumDateText *text, gsize at, guint *year)
{
  return read_in (text, at, 4, 4, YEAR_MIN, YEAR_MAX, year);
}

/* Two digits: 19 is 2019, 98 is 1998. */
static gsize
read_short_year (const MatchumDateText *text, gsize at, guint *year)
{
  const gsize end = read_number (text, at, 2, 2, year);

  *year += *year < 70 ? 2000 : 1900;
  return end;
}

/* "2021" or "'21" */
static gsize
read_any_year (const MatchumDateText *text, gsize at, guint *year)
{
  return get_byte (text, at) == '\'' ? read_short_year (text, at + 1, year) : read_year (text, at, year);
}

static gsize
read_month (const MatchumDateText *text, gsize at, guint *month)
{
  return read_in (text, at, 1, 2, 1, 12, month);
}

static gsize
read_day (const MatchumDateText *text, gsize at, guint *day)
{
  return read_in (text, at, 1, 2, 1, 31, day);
}

gsize
matchum_date_point_parse_month (const MatchumDateText *text, gsize at, guint *month)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      gsize n = 0;

      while (months[i][n] != '\0' && get_byte (text, at + n) == months[i][n])
        n++;
      if (n < 3 || g_ascii_isalpha (get_byte (text, at + n)) || (n > 4 && months[i][n] != '\0'))
        continue;
      if (n == 4 && months[i][n] != '\0' && i != 8) /* "sept", but no "marc" */
        continue;
      *month = i + 1;
      return at + n + (get_byte (text, at + n) == '.');
    }
  return 0;
}

static void
set_month (MatchumDatePoint *point, guint year, guint month, gsize end)
{
  point->first = point->last = MATCHUM_MONTH ((gint) year, (gint) month);
  point->end = end;
}

static void
set_year (MatchumDatePoint *point, guint year, gsize end)
{
  point->first = MATCHUM_MONTH ((gint) year, 1);
  point->last = MATCHUM_MONTH ((gint) year, 12);
  point->is_year = TRUE;
  point->end = end;
}

static void
set_part (MatchumDatePoint *point, guint year, const Part *part, gsize end)
{
  point->first = MATCHUM_MONTH ((gint) year, (gint) part->first);
  point->last = MATCHUM_MONTH ((gint) year, (gint) part->last);
  point->end = end;
}

static const Part *
read_part (const MatchumDateText *text, gsize at, gsize *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((*end = matchum_date_text_skip_word (text, at, parts[i].word)) != 0)
      return &parts[i];
  return NULL;
}

static gboolean
is_unit_at (const MatchumDateText *text, gsize at)
{
  at = matchum_date_text_skip_space (text, at);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (skip_bytes (text, at, units[i]) != 0)
      return TRUE;
  return FALSE;
}

/* Whether a number that ends at at may be the last of a date. */
static gboolean
may_end (const MatchumDateText *text, gsize at)
{
  const char c = get_byte (text, at);
  const char next = get_byte (text, at + 1);

  if (g_ascii_isalnum (c) || c == '%' || c == '_')
    return FALSE;
  if (c == '/' && g_ascii_isalpha (next)) /* of a web address */
    return FALSE;
  return !(c != '\0' && strchr (".,:/-", c) != NULL && g_ascii_isdigit (next));
}

/* The same, or a hyphen joins it to a further year, or to a month before one (03/2021-05/2022). */
static gboolean
may_end_or_join (const MatchumDateText *text, gsize at)
{
  guint number;
  gsize end;

  if (may_end (text, at) || (get_byte (text, at) == '-' && read_year (text, at + 1, &number) != 0))
    return TRUE;
  end = get_byte (text, at) == '-' ? read_number (text, at + 1, 1, 2, &number) : 0;
  return end != 0 && (get_byte (text, end) == '/' || get_byte (text, end) == '.')
         && read_year (text, end + 1, &number) != 0;
}

/* "3월", "3월 15일", "5-6월" behind "2021년" */
static gboolean
parse_korean_month (const MatchumDateText *text, gsize at, guint year, MatchumDatePoint *point)
{
  guint first, last, day;
  gsize end = read_month (text, at, &first);
  gsize further;

  if (end == 0)
    return FALSE;
  last = first;
  if (get_byte (text, end) == '-' || get_byte (text, end) == '~')
    end = read_month (text, end + 1, &last);
  if (end == 0 || last < first)
    return FALSE;
  end = skip_bytes (text, matchum_date_text_skip_space (text, end), "월");
  if (end == 0)
    return FALSE;
  set_month (point, year, first, end);
  point->last = MATCHUM_MONTH ((gint) year, (gint) last);
  further = read_day (text, matchum_date_text_skip_space (text, end), &day);
  further = further != 0 ? skip_bytes (text, further, "일") : 0;
  if (further != 0)
    {
      point->end = further;
      point->has_day = TRUE;
    }
  return TRUE;
}

/* Behind a year: "년", and perhaps a month or a part of the year. */
static gboolean
parse_korean (const MatchumDateText *text, gsize at, guint year, gboolean needs_month, MatchumDatePoint *point)
{
  gsize end = skip_bytes (text, matchum_date_text_skip_space (text, at), "년");
  gsize further;
  const Part *part;

  if (end == 0)
    return FALSE;
  further = skip_bytes (text, end, "도");
  end = further != 0 ? further : end;
  at = matchum_date_text_skip_space (text, end);
  if (parse_korean_month (text, at, year, point))
    return TRUE;
  part = read_part (text, at, &further);
  if (part != NULL)
    set_part (point, year, part, further);
  else if (!needs_month)
    set_year (point, year, end);
  return part != NULL || !needs_month;
}

/* Whether a number behind a space is of a date by what follows it. Behind another such date anything may that makes no
 * number of things of it: "2010. 3 ~ 2016. 8 학사", no "8 건". */
static gboolean
may_end_spaced (const MatchumDateText *text, gsize at)
{
  const char c = get_byte (text, at);
  const char next = get_byte (text, matchum_date_text_skip_space (text, at));

  if (c == '.' || next == '~' || next == '-' || next == ')' || next == '\0')
    return TRUE;
  return text->is_spaced && may_end (text, at) && !is_hangul_at (text, at) && !is_unit_at (text, at);
}

/* A day behind "2021.03" and its separator. With spaces between the numbers only a mark behind it tells it from
 * the number of something else. */
static void
parse_day (const MatchumDateText *text, char separator, gboolean is_spaced, MatchumDatePoint *point)
{
  gsize at = point->end;
  gsize end;
  guint day;

  if (get_byte (text, at) != separator)
    return;
  at++;
  if (is_spaced)
    at = matchum_date_text_skip_space (text, at);
  end = read_day (text, at, &day);
  if (end == 0 || (is_spaced && skip_bytes (text, end, "일") == 0 && !may_end_spaced (text, end))
      || g_ascii_isalpha (get_byte (text, end)) || skip_bytes (text, end, "년") != 0)
    return;
  point->has_day = TRUE;
  point->end = end;
  end = skip_bytes (text, end, "일");
  point->end = end != 0 ? end : point->end;
}

/* Whether "-05" follows, the end of "2021.03-05". */
static gboolean
is_short_joined (const MatchumDateText *text, gsize at)
{
  guint number;

  return get_byte (text, at) == '-' && read_number (text, at + 1, 1, 2, &number) != 0;
}

/* Behind a year: ".3", "-03", "/3", ". 3", and perhaps a day. */
static gboolean
parse_numbers (const MatchumDateText *text, gsize at, guint year, MatchumDatePoint *point)
{
  const char separator = get_byte (text, at);
  const gboolean is_spaced = separator == '.' && get_byte (text, at + 1) == ' ';
  guint month;
  gsize end;

  if (separator == '\0' || strchr ("./-", separator) == NULL)
    return FALSE;
  end = read_month (text, at + 1 + is_spaced, &month);
  if (end == 0 || g_ascii_isalpha (get_byte (text, end))
      || (is_spaced && skip_bytes (text, end, "월") == 0 && !may_end_spaced (text, end)))
    return FALSE;
  set_month (point, year, month, end);
  point->is_spaced = is_spaced;
  parse_day (text, separator, is_spaced, point);
  end = skip_bytes (text, point->end, "월");
  if (end != 0 && !point->has_day)
    point->end = end;
  else if (separator == '-' && !point->has_day && is_hangul_at (text, point->end))
    return FALSE; /* 2020-3팀 */
  return may_end_or_join (text, point->end) || (separator != '-' && is_short_joined (text, point->end));
}

/* "2018-20" and "2018/19": two years. */
static gboolean
parse_short_years (const MatchumDateText *text, gsize at, guint year, MatchumDatePoint *point)
{
  const char separator = get_byte (text, at);
  guint second;
  gsize end;

  if (separator != '-' && separator != '/')
    return FALSE;
  end = read_number (text, at + 1, 2, 2, &second);
  if (end == 0 || !may_end (text, end) || is_hangul_at (text, end) || second <= year % 100
      || second > year % 100 + (separator == '/' ? 1 : 10))
    return FALSE;
  set_year (point, year, end);
  point->last = MATCHUM_MONTH ((gint) (year - year % 100 + second), 12);
  return TRUE;
}

/* Behind a year: " 여름", " Q1", " March", "-Mar" */
static gboolean
parse_words (const MatchumDateText *text, gsize at, guint year, MatchumDatePoint *point)
{
  const Part *part;
  guint month;
  gsize end;

  if (get_byte (text, at) != '\0' && strchr (" -/.", get_byte (text, at)) != NULL)
    at++;
  part = read_part (text, at, &end);
  if (part != NULL)
    {
      set_part (point, year, part, end);
      return TRUE;
    }
  end = matchum_date_point_parse_month (text, at, &month);
  /* "2020 may ..." is more likely the verb, and "2019 Mar 2020" starts another date. */
  if (end == 0 || month == 5 || g_ascii_isdigit (get_byte (text, matchum_date_text_skip_space (text, end))))
    return FALSE;
  set_month (point, year, month, end);
  return TRUE;
}

/* A year by itself: no number of things, no part of a longer number. */
static gboolean
is_bare_year (const MatchumDateText *text, gsize at)
{
  if (is_unit_at (text, at))
    return FALSE;
  return may_end_or_join (text, at);
}

static gboolean
parse_year_first (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  guint year;
  gsize end = read_year (text, at, &year);

  if (end == 0)
    return FALSE;
  if (parse_korean (text, end, year, FALSE, point) || parse_numbers (text, end, year, point))
    return TRUE;
  *point = (MatchumDatePoint){ 0 };
  if (parse_short_years (text, end, year, point) || parse_words (text, end, year, point))
    return TRUE;
  set_year (point, year, end);
  return is_bare_year (text, end);
}

/* "'19.7", "'19년 7월", "'19" */
static gboolean
parse_apostrophe (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  guint year;
  gsize end = get_byte (text, at) == '\'' ? read_short_year (text, at + 1, &year) : 0;

  if (end == 0)
    return FALSE;
  if (parse_korean (text, end, year, FALSE, point) || parse_numbers (text, end, year, point))
    return TRUE;
  *point = (MatchumDatePoint){ .needs_range = TRUE };
  set_year (point, year, end);
  return may_end (text, end) || get_byte (text, end) == '-';
}

/* "FY2020", "FY 20", "FY'20" */
static gboolean
parse_fiscal_year (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  guint year;
  gsize end = skip_bytes (text, at, "fy");
  gsize start;

  if (end == 0)
    return FALSE;
  start = matchum_date_text_skip_space (text, end);
  end = read_any_year (text, start, &year);
  if (end == 0)
    end = read_short_year (text, start, &year);
  if (end == 0 || !may_end_or_join (text, end))
    return FALSE;
  set_year (point, year, end);
  return TRUE;
}

/* "03/2021", "03.2021", "3/15/2021", "15.3.2021" */
static gboolean
parse_month_first (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  guint a, b, year;
  gsize end = read_number (text, at, 1, 2, &a);
  const gsize n_digits = end - at;
  const char separator = get_byte (text, end);
  gsize second;

  if (end == 0 || separator == '\0' || strchr ("./-", separator) == NULL)
    return FALSE;
  second = read_number (text, end + 1, 1, 2, &b);
  if (second != 0 && get_byte (text, second) == separator)
    {
      const gboolean is_day_first = a > 12 || (b <= 12 && separator == '.');
      const guint month = is_day_first ? b : a;
      const guint day = is_day_first ? a : b;

      second = read_year (text, second + 1, &year);
      if (second == 0 || !may_end (text, second) || month < 1 || month > 12 || day < 1 || day > 31)
        return FALSE;
      set_month (point, year, month, second);
      point->has_day = TRUE;
      return TRUE;
    }
  end = read_year (text, end + 1, &year);
  if (end == 0 || a < 1 || a > 12 || (separator != '/' && n_digits != 2) || is_unit_at (text, end)
      || !may_end_or_join (text, end))
    return FALSE;
  set_month (point, year, a, end);
  return TRUE;
}

/* "21년 3월"; and "19.07", which is a date only beside another. */
static gboolean
parse_short_year_first (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  guint year, month;
  gsize end = read_short_year (text, at, &year);

  if (end == 0)
    return FALSE;
  if (parse_korean (text, end, year, TRUE, point))
    return TRUE;
  if (get_byte (text, end) != '.' && get_byte (text, end) != '/')
    return FALSE;
  end = read_in (text, end + 1, 2, 2, 1, 12, &month);
  if (end == 0 || (!may_end (text, end) && get_byte (text, end) != '-') || is_unit_at (text, end))
    return FALSE;
  set_month (point, year, month, end);
  point->needs_range = TRUE;
  return TRUE;
}

/* "202103" and "20210301" are dates only beside another. */
static gboolean
parse_compact (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  guint value;
  gsize end = read_number (text, at, 8, 8, &value);

  point->has_day = end != 0;
  if (end != 0 && (value % 100 < 1 || value % 100 > 31))
    return FALSE;
  if (end != 0)
    value /= 100;
  else
    end = read_number (text, at, 6, 6, &value);
  if (end == 0 || value / 100 < YEAR_MIN || value / 100 > YEAR_MAX || value % 100 < 1 || value % 100 > 12)
    return FALSE;
  set_month (point, value / 100, value % 100, end);
  point->needs_range = TRUE;
  return may_end (text, end) || get_byte (text, end) == '-';
}

/* Behind a month's name: " 15", " 15th,", or nothing. */
static gsize
skip_english_day (const MatchumDateText *text, gsize at, gboolean *has_day)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "" };
  guint day;
  gsize end = read_day (text, matchum_date_text_skip_space (text, at), &day);

  for (guint i = 0; end != 0 && i < G_N_ELEMENTS (endings); i++)
    {
      const gsize ordinal = end + strlen (endings[i]);
      const char next = get_byte (text, ordinal);

      if (skip_bytes (text, end, endings[i]) == 0 || (next != ',' && next != ' '))
        continue;
      *has_day = TRUE;
      return ordinal;
    }
  return at;
}

/* "Mar 2021", "March 15, 2021", "Mar. '21", "Mar-2021" */
static gboolean
parse_month_name (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  guint month, year;
  gsize end = matchum_date_point_parse_month (text, at, &month);
  gboolean has_day = FALSE;

  if (end == 0)
    return FALSE;
  end = skip_english_day (text, end, &has_day);
  end += get_byte (text, end) == ',';
  if (get_byte (text, end) != '\0' && strchr (" -/", get_byte (text, end)) != NULL)
    end++;
  if (matchum_date_text_skip_word (text, end, "of ") != 0)
    end += strlen ("of ");
  end = read_any_year (text, end, &year);
  if (end == 0 || !may_end_or_join (text, end))
    return FALSE;
  set_month (point, year, month, end);
  point->has_day = has_day;
  return TRUE;
}

/* "15 March 2021" */
static gboolean
parse_day_and_month_name (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  guint day;
  gsize end = read_day (text, at, &day);

  if (end == 0)
    return FALSE;
  end = skip_english_day (text, at, &(gboolean){ FALSE });
  if (end == at || !parse_month_name (text, matchum_date_text_skip_space (text, end), point))
    return FALSE;
  point->has_day = TRUE;
  return TRUE;
}

/* "Summer 2020", "Q1 2021" */
static gboolean
parse_part_first (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  gsize end;
  guint year;
  const Part *part = read_part (text, at, &end);

  if (part == NULL || get_byte (text, end) != ' ')
    return FALSE;
  end++;
  if (matchum_date_text_skip_word (text, end, "of ") != 0)
    end += strlen ("of ");
  end = read_any_year (text, end, &year);
  if (end == 0 || !may_end_or_join (text, end))
    return FALSE;
  set_part (point, year, part, end);
  return TRUE;
}

/* A sign or a number in front makes a number of what would be a year. */
gboolean
matchum_date_point_may_start (const MatchumDateText *text, gsize at)
{
  char previous;

  if (at == 0)
    return TRUE;
  previous = text->text[at - 1];
  if (g_ascii_isalnum (previous) || strchr ("$#_@+=%", previous) != NULL)
    return FALSE;
  if (at >= 3 && (memcmp (text->text + at - 3, "€", 3) == 0 || memcmp (text->text + at - 3, "₩", 3) == 0))
    return FALSE;
  return !(at >= 2 && strchr (".,:/-'", previous) != NULL && g_ascii_isdigit (text->text[at - 2]));
}

gboolean
matchum_date_point_parse (const MatchumDateText *text, gsize at, MatchumDatePoint *point)
{
  static gboolean (*const shapes[]) (const MatchumDateText *, gsize, MatchumDatePoint *) = {
    parse_year_first,         parse_apostrophe, parse_month_first, parse_short_year_first, parse_compact,
    parse_day_and_month_name, parse_month_name, parse_part_first,  parse_fiscal_year,
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      *point = (MatchumDatePoint){ 0 };
      if (shapes[i](text, at, point))
        return TRUE;
    }
  return FALSE;
}

gsize
matchum_date_point_skip_impossible (const MatchumDateText *text, gsize at)
{
  guint year, month;
  gsize end = read_year (text, at, &year);
  gsize korean = end != 0 ? skip_bytes (text, end, "년") : 0;
  MatchumDatePoint years;

  if (end == 0 || parse_short_years (text, end, year, &years))
    return 0;
  if (korean == 0 && (get_byte (text, end) == '\0' || strchr ("./-", get_byte (text, end)) == NULL))
    return 0;
  end = read_number (text, matchum_date_text_skip_space (text, korean != 0 ? korean : end + 1), 1, 2, &month);
  if (end == 0 || (month >= 1 && month <= 12))
    return 0;
  if (korean != 0)
    return skip_bytes (text, end, "월");
  korean = skip_bytes (text, end, "월");
  end = korean != 0 ? korean : end;
  return may_end_or_join (text, end) ? end : 0;
}

/* "12.31" behind a day, "31" behind a day, "12", "12월" behind a month. */
gboolean
matchum_date_point_parse_short (const MatchumDateText *text,
                                gsize at,
                                const MatchumDatePoint *first,
                                MatchumDatePoint *point)
{
  const guint year = (guint) MATCHUM_MONTH_GET_YEAR (first->first);
  guint month;
  gsize end = read_in (text, at, 1, 2, 1, first->has_day ? 31 : 12, &month);
  gsize further;

  *point = (MatchumDatePoint){ 0 };
  if (end == 0 || first->is_year)
    return FALSE;
  if (first->has_day && month <= 12 && get_byte (text, end) != '\0' && strchr ("./-", get_byte (text, end)) != NULL)
    {
      guint day;

      further = read_day (text, matchum_date_text_skip_space (text, end + 1), &day);
      if (further != 0 && may_end (text, further))
        {
          set_month (point, year, month, further);
          point->has_day = TRUE;
          return point->last >= first->first;
        }
    }
  further = skip_bytes (text, end, first->has_day ? "일" : "월");
  if (further == 0 && (!may_end (text, end) || is_hangul_at (text, end) || is_unit_at (text, end)))
    return FALSE;
  set_month (point, year, first->has_day ? (guint) MATCHUM_MONTH_GET_MONTH (first->first) : month,
             further != 0 ? further : end);
  return point->last >= first->first;
}
