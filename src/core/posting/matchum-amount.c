/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds numbers with what they count. */
#include "config.h"

#include "posting/matchum-amount.h"

#include <string.h>

#include "posting/matchum-amount-words.h"
#include "posting/matchum-numeral.h"
#include "text/matchum-korean-tail.h"
#include "text/matchum-word-list.h"

/* What stands further off says nothing of a number. */
#define REACH 66

/* More amounts in one text than this are a table of figures. */
#define MAX_AMOUNTS 24
#define MAX_NUMBERS 400

/* Less money than this is a price. */
#define LEAST_MONEY 1000

/* Two people are a team already; one is none. */
#define LEAST_PEOPLE 2

#define LEAST_HOURS 1000

/* In millionths of a percent. */
#define LEAST_AVAILABILITY 50000000
#define MOST_AVAILABILITY 100000000

/* A number with the text around it. */
typedef struct {
  const char *text;
  gsize length;
  gsize start; /* of the number, or of what says at its left that there is no less */
  gsize after; /* behind the number and what belongs to it */
  MatchumNumeral numeral;
  MatchumAmount amount;
} Reading;

static gboolean
begins_at (const Reading *self, gsize at, const char *word)
{
  gsize size = strlen (word);

  return at + size <= self->length && memcmp (self->text + at, word, size) == 0;
}

/* The clause around a number ------------------------------------------------------------------------------------------
 */

static gboolean
is_separator (const char *text, gsize length, gsize at)
{
  switch (text[at])
    {
    case ',':
      return at + 1 >= length || !g_ascii_isdigit (text[at + 1]);
    case ';':
    case '|':
    case '\n':
      return TRUE;
    case '.':
      return at + 1 >= length || text[at + 1] == ' ';
    default:
      return FALSE;
    }
}

/* Letters are never cut in two. */
static MatchumSpan
find_clause (const char *text, gsize length, gsize start, gsize end)
{
  gsize from = start, to = end;

  while (from > 0 && start - from < REACH && !is_separator (text, length, from - 1))
    from--;
  while (from < start && ((guchar) text[from] & 0xC0) == 0x80)
    from++;
  while (to < length && to - end < REACH && !is_separator (text, length, to))
    to++;
  while (to > end && to < length && ((guchar) text[to] & 0xC0) == 0x80)
    to--;
  return MATCHUM_SPAN (from, to);
}

/* Bounds
 * --------------------------------------------------------------------------------------------------------------- */

typedef struct {
  const char *word;
  MatchumBound bound;
} BoundWord;

static const BoundWord bounds_after[] = {
  { "+", MATCHUM_BOUND_LEAST },         { "이상", MATCHUM_BOUND_LEAST },      { "↑", MATCHUM_BOUND_LEAST },
  { "초과", MATCHUM_BOUND_LEAST },      { "넘는", MATCHUM_BOUND_LEAST },      { "이 넘는", MATCHUM_BOUND_LEAST },
  { "을 넘는", MATCHUM_BOUND_LEAST },   { "를 넘는", MATCHUM_BOUND_LEAST },   { "가 넘는", MATCHUM_BOUND_LEAST },
  { "or more", MATCHUM_BOUND_LEAST },   { "or larger", MATCHUM_BOUND_LEAST }, { "or greater", MATCHUM_BOUND_LEAST },
  { "or higher", MATCHUM_BOUND_LEAST }, { "and above", MATCHUM_BOUND_LEAST }, { "or above", MATCHUM_BOUND_LEAST },
  { "plus", MATCHUM_BOUND_LEAST },      { "and up", MATCHUM_BOUND_LEAST },    { "규모", MATCHUM_BOUND_SIZE },
  { "급", MATCHUM_BOUND_SIZE },         { "수준", MATCHUM_BOUND_SIZE },       { "단위", MATCHUM_BOUND_SIZE },
  { "이하", MATCHUM_BOUND_MOST },       { "미만", MATCHUM_BOUND_MOST },       { "이내", MATCHUM_BOUND_MOST },
  { "or less", MATCHUM_BOUND_MOST },    { "or fewer", MATCHUM_BOUND_MOST },
};

static const BoundWord bounds_before[] = {
  { "more than ", MATCHUM_BOUND_LEAST },    { "greater than ", MATCHUM_BOUND_LEAST },
  { "at least ", MATCHUM_BOUND_LEAST },     { "a minimum of ", MATCHUM_BOUND_LEAST },
  { "minimum of ", MATCHUM_BOUND_LEAST },   { "upwards of ", MATCHUM_BOUND_LEAST },
  { "in excess of ", MATCHUM_BOUND_LEAST }, { "north of ", MATCHUM_BOUND_LEAST },
  { "over ", MATCHUM_BOUND_LEAST },         { "exceeding ", MATCHUM_BOUND_LEAST },
  { "above ", MATCHUM_BOUND_LEAST },        { "최소 ", MATCHUM_BOUND_LEAST },
  { "less than ", MATCHUM_BOUND_MOST },     { "fewer than ", MATCHUM_BOUND_MOST },
  { "under ", MATCHUM_BOUND_MOST },         { "below ", MATCHUM_BOUND_MOST },
  { "team of ", MATCHUM_BOUND_SIZE },       { "teams of ", MATCHUM_BOUND_SIZE },
  { "group of ", MATCHUM_BOUND_SIZE },
};

static void
set_bound (Reading *self, MatchumBound bound)
{
  self->amount.bound = MAX (self->amount.bound, bound);
}

/* Reads what may stand at after: "이상", "or more"; the blank or the "의" before it too. */
static void
read_bound_after (Reading *self)
{
  gsize at = self->after;

  at += at < self->length && self->text[at] == ' ';
  for (gsize i = 0; i < G_N_ELEMENTS (bounds_after); i++)
    if (begins_at (self, at, bounds_after[i].word)
        && !(g_ascii_isalpha (*bounds_after[i].word) && at + strlen (bounds_after[i].word) < self->length
             && g_ascii_isalnum (self->text[at + strlen (bounds_after[i].word)])))
      {
        set_bound (self, bounds_after[i].bound);
        if (bounds_after[i].bound != MATCHUM_BOUND_SIZE)
          self->after = at + strlen (bounds_after[i].word);
        return;
      }
}

static void
read_bound_before (Reading *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bounds_before); i++)
    {
      gsize size = strlen (bounds_before[i].word);

      if (self->start < size || memcmp (self->text + self->start - size, bounds_before[i].word, size) != 0
          || (self->start > size && g_ascii_isalpha (*bounds_before[i].word)
              && g_ascii_isalnum (self->text[self->start - size - 1])))
        continue;
      set_bound (self, bounds_before[i].bound);
      self->start -= size;
      return;
    }
}

/* Units
 * ---------------------------------------------------------------------------------------------------------------- */

static gsize
skip_word (const Reading *self, gsize at)
{
  while (at < self->length && (g_ascii_isalpha (self->text[at]) || self->text[at] == '-'))
    at++;
  return at;
}

/* "10k daily active users", "300-bed", "5 software engineers": the unit may stand behind a few words. */
static gboolean
read_latin_unit (Reading *self, gsize at, MatchumUnitWord *word, gsize *end)
{
  for (guint n = 0; n < 4 && at < self->length; n++)
    {
      gsize next;

      if (matchum_amount_words_read_unit (self->text + at, self->length - at, word))
        {
          *end = at + word->length;
          return TRUE;
        }
      next = skip_word (self, at);
      if (next == at || next >= self->length || self->text[next] != ' '
          || (next - at == 2 && memcmp (self->text + at, "or", 2) == 0)
          || (next - at == 3 && memcmp (self->text + at, "and", 3) == 0))
        return FALSE;
      at = next + 1;
    }
  return FALSE;
}

/* "more than 50 dashboards": any word for several things. */
static gboolean
read_plural (Reading *self, gsize at, MatchumUnitWord *word, gsize *end)
{
  static MatchumWordList others =
      MATCHUM_WORD_LIST ("years|months|weeks|days|hours|minutes|seconds|yrs|percent|points|times|"
                         "pages|words|others|less|plus|units|things|kinds|types|ways|areas|"
                         "parameters|tokens|degrees|credits|metres|meters|miles|kms");
  gsize next = skip_word (self, at);

  if (next < at + 4 || self->text[at - 1] != ' ' || self->text[next - 1] != 's' || self->text[next - 2] == 's'
      || matchum_word_list_holds (&others, self->text + at, next - at))
    return FALSE;
  *word = (MatchumUnitWord){ .length = next - at, .unit = MATCHUM_UNIT_THINGS, .is_thing = TRUE };
  *end = next;
  return TRUE;
}

/* What stands behind the number. */
static gboolean
read_unit_after (Reading *self, MatchumUnitWord *word)
{
  gsize at = self->after, end;

  if (at < self->length && self->text[at] == '+')
    {
      set_bound (self, MATCHUM_BOUND_LEAST);
      self->after = ++at;
    }
  if (at < self->length && (self->text[at] == ' ' || self->text[at] == '-'))
    at++;
  if (begins_at (self, at, "여 "))
    at += strlen ("여 ");
  else if (begins_at (self, at, "여"))
    at += strlen ("여");
  /* "teams of 5 or more engineers", "5 or more engineers". */
  if (begins_at (self, at, "or more "))
    {
      set_bound (self, MATCHUM_BOUND_LEAST);
      at += strlen ("or more ");
    }
  /* "10만 이상의 사용자", "100만의 사용자". */
  else if (begins_at (self, at, "이상의 "))
    {
      set_bound (self, MATCHUM_BOUND_LEAST);
      at += strlen ("이상의 ");
    }
  if (at >= self->length)
    return FALSE;
  if (!matchum_amount_words_read_unit (self->text + at, self->length - at, word))
    {
      if (!g_ascii_isalpha (self->text[at])
          || (!read_latin_unit (self, at, word, &end) && !read_plural (self, at, word, &end)))
        return FALSE;
      self->after = end;
      return TRUE;
    }
  self->after = at + word->length;
  return TRUE;
}

/* The bytes of a sign for percent at at; 0 where there is none. */
static gsize
get_percent_length (const Reading *self, gsize at)
{
  static const char *const signs[] = { "%", " %", " percent", "퍼센트" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (begins_at (self, at, signs[i]))
      return strlen (signs[i]);
  return 0;
}

/* How much of the time something works; no other percentage is an amount. */
static gboolean
read_percent (Reading *self, gsize size)
{
  static const char *const nouns[] = { " uptime", " availability", " 가용성", " 가동률" };
  MatchumSpan around = find_clause (self->text, self->length, self->start, self->after + size);

  self->amount.value = matchum_numeral_get_value (&self->numeral, 6);
  if (!matchum_amount_words_is_available (self->text, around) || self->amount.value < LEAST_AVAILABILITY
      || self->amount.value > MOST_AVAILABILITY)
    return FALSE;
  self->after += size;
  self->amount.unit = MATCHUM_UNIT_AVAILABILITY;
  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (begins_at (self, self->after, nouns[i]))
      self->after += strlen (nouns[i]);
  return TRUE;
}

static void
take_unit (Reading *self, const MatchumUnitWord *word)
{
  self->amount.unit = word->unit;
  self->amount.period = word->period;
  self->amount.currency = word->currency;
  self->amount.value = matchum_numeral_get_value (&self->numeral, word->exponent);
}

/* "$1M", "₩500,000,000". */
static gboolean
read_money_sign (Reading *self)
{
  MatchumCurrency currency;
  gsize size = matchum_amount_words_read_sign (self->text, self->start, &currency);

  if (size == 0)
    return FALSE;
  self->start -= size;
  take_unit (self, &(MatchumUnitWord){ .unit = MATCHUM_UNIT_MONEY, .currency = currency });
  if (self->after < self->length && self->text[self->after] == '+')
    {
      set_bound (self, MATCHUM_BOUND_LEAST);
      self->after++;
    }
  return TRUE;
}

/* "a team of 10", "teams of 5 or more": what is left unsaid are people. */
static gboolean
read_team (Reading *self)
{
  static MatchumWordList openers = MATCHUM_WORD_LIST ("team of |teams of |group of |team of about |team of around |"
                                                      "team of over |team of at least |team of up to ");

  if (self->numeral.has_scale || !matchum_word_list_ends (&openers, self->text, self->start))
    return FALSE;
  take_unit (self, &(MatchumUnitWord){ .unit = MATCHUM_UNIT_TEAM });
  return TRUE;
}

/* "월간 사용자(MAU) 50만": a bracket is taken as a whole, with the word before it. */
static void
take_bracket (Reading *self, gsize number)
{
  gsize close = self->start;

  while (close < number && self->text[close] != ')')
    close++;
  if (close == number || memchr (self->text + self->start, '(', close - self->start) != NULL)
    return;
  while (self->start > 0 && self->text[self->start - 1] == '(')
    self->start--;
  for (guint n = 0; n < 2; n++)
    {
      while (n > 0 && self->start > 0 && self->text[self->start - 1] == ' ')
        self->start--;
      while (self->start > 0 && strchr (" ,;(", self->text[self->start - 1]) == NULL)
        self->start--;
    }
}

/* "2024년", "2024.03", "2024-03": a date. */
static gboolean
is_date (const Reading *self)
{
  return begins_at (self, self->after, "년") || begins_at (self, self->after, ".")
         || begins_at (self, self->after, "-");
}

/* "MAU 84만", "월 사용자 140만", "TPS 5,000". */
static gboolean
read_label (Reading *self)
{
  MatchumUnitWord word;

  if (is_date (self) || (!self->numeral.has_scale && matchum_numeral_get_value (&self->numeral, 0) < 100)
      || !matchum_amount_words_read_label (self->text, self->start, &word))
    return FALSE;
  take_unit (self, &word);
  self->start -= word.length;
  take_bracket (self, self->start + word.length);
  if (self->after < self->length && self->text[self->after] == '+')
    {
      set_bound (self, MATCHUM_BOUND_LEAST);
      self->after++;
    }
  return TRUE;
}

/* Things
 * --------------------------------------------------------------------------------------------------------------- */

/* The last word before at, without particles, and the first one from at on. */
static MatchumSpan
find_word_before (const Reading *self, gsize at)
{
  static MatchumWordList none =
      MATCHUM_WORD_LIST ("약|총|최소|최대|평균|등|및|하루|월|연|일|중|전체|누적|무려|the|of|with|and|"
                         "than|about|over|around|least|to|a|from|또는|or");
  gsize end = at, start;

  while (end > 0 && strchr (" (:", self->text[end - 1]) != NULL)
    end--;
  start = end;
  while (start > 0 && strchr (" ,()/:;|", self->text[start - 1]) == NULL && end - start < 40)
    start--;
  while (start < end && ((guchar) self->text[start] & 0xC0) == 0x80)
    start++;
  if (start == end || matchum_word_list_holds (&none, self->text + start, end - start)
      || g_ascii_isdigit (self->text[start]))
    return MATCHUM_SPAN (0, 0);
  return MATCHUM_SPAN (start, end);
}

/* The word at start, without particles; whole: where it ends with them. */
static MatchumSpan
read_word (const Reading *self, gsize start, gsize *whole)
{
  gsize end = start;

  while (end < self->length && strchr (" ,()/:;|.", self->text[end]) == NULL && end - start < 40)
    end++;
  while (end > start && end < self->length && ((guchar) self->text[end] & 0xC0) == 0x80)
    end--;
  *whole = end;
  for (gsize i = start; i < end; i++)
    {
      gsize size = matchum_korean_tail_get_particle_length (self->text + i, end - i);

      if (((guchar) self->text[i] & 0xC0) != 0x80 && i > start + 1 && size == end - i)
        return MATCHUM_SPAN (start, i);
    }
  return MATCHUM_SPAN (start, end);
}

/* "100대 이상의 검색 클러스터 운영": the last noun before what is done with it. */
static MatchumSpan
find_word_after (const Reading *self, gsize at)
{
  static MatchumWordList works = MATCHUM_WORD_LIST (
      "운영|관리|개발|구축|경험|기획|설계|보유|처리|분석|집행|수행|진행|규모|환경|대상|이상|출시|런칭|담당|"
      "유지보수|모니터링|리드|리딩|제작|작성|납품|시공|등록|출원|근무|구성|생성|배포|지원|교육|판매|중|내|및|등|"
      "in|and|or|with|for|across|of|at|on|to");
  gsize start = at, whole;
  MatchumSpan word, next;

  if (begins_at (self, start, "의"))
    start += strlen ("의");
  if (start >= self->length || self->text[start] != ' ')
    return MATCHUM_SPAN (0, 0);
  word = read_word (self, start + 1, &whole);
  if (matchum_word_list_holds (&works, self->text + word.start, matchum_span_get_length (word)))
    return MATCHUM_SPAN (0, 0);
  if (whole != word.end || whole >= self->length || self->text[whole] != ' '
      || g_ascii_isalpha (self->text[word.start]))
    return word;
  next = read_word (self, whole + 1, &whole);
  if (matchum_span_is_empty (next)
      || matchum_word_list_holds (&works, self->text + next.start, matchum_span_get_length (next)))
    return word;
  return next;
}

/* "병상 300개", "100개 이상의 DAG": what is counted stands before, or behind. */
static void
find_thing (Reading *self, const MatchumUnitWord *word, gsize unit_end)
{
  gboolean has_genitive;

  if (word->is_thing)
    {
      self->amount.thing = MATCHUM_SPAN (unit_end - word->length, unit_end);
      return;
    }
  has_genitive = begins_at (self, self->after, "의 ");
  if (!has_genitive)
    self->amount.thing = find_word_before (self, self->start);
  if (matchum_span_is_empty (self->amount.thing))
    self->amount.thing = find_word_after (self, self->after);
}

/* "10대 사용자": an age. "중 2개 이상": so many of a list. */
static gboolean
is_other_count (const Reading *self, gsize start, gsize unit_end)
{
  static MatchumWordList machines = MATCHUM_WORD_LIST (
      "서버|노드|장비|차량|gpu|pc|로봇|카메라|단말|설비|기기|인스턴스|클러스터|버스|트럭|드론|센서|server|node");
  MatchumSpan around = find_clause (self->text, self->length, start, unit_end);

  if (matchum_numeral_get_value (&self->numeral, 0) < 100 && unit_end >= 3
      && memcmp (self->text + unit_end - 3, "대", 3) == 0)
    return !matchum_word_list_contains (&machines, self->text + around.start, matchum_span_get_length (around));
  return start >= 4 && memcmp (self->text + start - 4, "중 ", 4) == 0;
}

/* Less than a thousand hours is a time; more is an amount of recordings, of flight, of practice. */
static gboolean
is_time (const Reading *self, const MatchumUnitWord *word, gsize unit_end)
{
  const char *unit = self->text + unit_end - word->length;

  return (g_str_has_prefix (unit, "시간") || g_str_has_prefix (unit, "hours")) && self->amount.value < LEAST_HOURS;
}

/* The whole
 * ------------------------------------------------------------------------------------------------------------ */

/* Counts of events of which no time is told are counts of things: 특허 10건. */
static void
settle_events (Reading *self, gsize unit_end, gsize length)
{
  MatchumUnitWord word = { .length = length, .unit = MATCHUM_UNIT_THINGS };

  if (self->amount.unit != MATCHUM_UNIT_EVENTS || self->amount.period != MATCHUM_PERIOD_NONE)
    return;
  self->amount.unit = MATCHUM_UNIT_THINGS;
  word.is_thing = length > strlen ("건");
  find_thing (self, &word, unit_end);
}

/* "3 TB of logs per day": the words for the time may stand a little behind the unit. */
static gsize
read_per (const Reading *self, MatchumPeriod *period)
{
  gsize at = self->after;
  gsize size = matchum_amount_words_read_per (self->text + at, self->length - at, period);

  for (guint n = 0; size == 0 && n < 3 && at < self->length && (self->text[at] == ' ' || n > 0); n++)
    {
      gsize next = skip_word (self, at + 1);

      if (next == at + 1 || next >= self->length || self->text[next] != ' ')
        return 0;
      at = next;
      if (matchum_amount_words_read_per (self->text + at, self->length - at, period) > 0)
        return G_MAXSIZE;
    }
  return size;
}

static void
read_period (Reading *self, MatchumSpan before)
{
  MatchumPeriod period;
  gsize size = read_per (self, &period);
  gsize at;

  if (size > 0)
    {
      self->amount.period = period;
      self->after += size < G_MAXSIZE ? size : 0;
      return;
    }
  if (self->amount.period != MATCHUM_PERIOD_NONE && self->amount.unit == MATCHUM_UNIT_USERS)
    return;
  period = matchum_amount_words_find_period (self->text + before.start, matchum_span_get_length (before), &at);
  if (period == MATCHUM_PERIOD_NONE || (self->amount.period != MATCHUM_PERIOD_NONE && period > self->amount.period))
    return;
  self->amount.period = period;
  /* "초당 10만 건", "월 사용자 100만 명": what the amount begins with. */
  if (before.start + at + 24 >= self->start)
    self->start = MIN (self->start, before.start + at);
}

/* "1M daily active users", "100만 월간 사용자": said between the number and its unit. */
static void
read_period_within (Reading *self, gsize from, gsize to)
{
  gsize at;
  MatchumPeriod period;

  if (to <= from || self->amount.period != MATCHUM_PERIOD_NONE)
    return;
  period = matchum_amount_words_find_period (self->text + from, to - from, &at);
  if (period != MATCHUM_PERIOD_NONE)
    self->amount.period = period;
}

/* "직원 5,000명", "팀원 30명": who is counted belongs to it. */
static void
take_people (Reading *self)
{
  static MatchumWordList words =
      MATCHUM_WORD_LIST ("사용자|유저|이용자|회원|가입자|고객|구독자|방문자|직원|임직원|사원|팀원|구성원|인원|종업원");
  gsize end = self->start > 0 && self->text[self->start - 1] == ' ' ? self->start - 1 : self->start;
  gsize start = end;

  while (start > 0 && strchr (" ,()/:;", self->text[start - 1]) == NULL && end - start < 12)
    start--;
  if (start < end && matchum_word_list_holds (&words, self->text + start, end - start))
    self->start = start;
}

static gboolean
settle (Reading *self, const MatchumUnitWord *word, gsize number_end, gsize unit_end)
{
  MatchumSpan clause = find_clause (self->text, self->length, self->start, self->after);
  MatchumSpan before = MATCHUM_SPAN (clause.start, self->start), after;
  gboolean is_pay = FALSE;

  read_period_within (self, number_end, unit_end);
  read_period (self, before);
  read_bound_after (self);
  if (matchum_amount_words_read_per (self->text + self->after, self->length - self->after, &(MatchumPeriod){ 0 }) > 0)
    read_period (self, before);
  after = MATCHUM_SPAN (self->after, MAX (clause.end, self->after));
  self->amount.around = clause;
  switch (self->amount.unit)
    {
    case MATCHUM_UNIT_PEOPLE:
      self->amount.unit = matchum_amount_words_find_people (self->text, before, after);
      break;
    case MATCHUM_UNIT_MONEY:
      self->amount.matter = matchum_amount_words_find_matter (self->text, clause, &is_pay);
      if (is_pay || (self->amount.value < LEAST_MONEY && self->amount.currency != MATCHUM_CURRENCY_USD))
        return FALSE;
      break;
    case MATCHUM_UNIT_EVENTS:
      settle_events (self, unit_end, word->length);
      break;
    case MATCHUM_UNIT_THINGS:
      if (is_other_count (self, self->start, unit_end) || is_time (self, word, unit_end))
        return FALSE;
      find_thing (self, word, unit_end);
      break;
    case MATCHUM_UNIT_NONE:
    case MATCHUM_UNIT_USERS:
    case MATCHUM_UNIT_TEAM:
    case MATCHUM_UNIT_EMPLOYEES:
    case MATCHUM_UNIT_BYTES:
    case MATCHUM_UNIT_AVAILABILITY:
    case MATCHUM_N_UNITS:
    default:
      break;
    }
  if (self->amount.unit == MATCHUM_UNIT_USERS || matchum_amount_words_is_people (self->amount.unit))
    take_people (self);
  if (self->amount.unit == MATCHUM_UNIT_USERS && self->amount.period == MATCHUM_PERIOD_NONE
      && matchum_amount_words_is_ever (self->text, clause))
    self->amount.period = MATCHUM_PERIOD_EVER;
  return TRUE;
}

/* "5~10명": the less of both is what there is at the least. */
static void
read_range (Reading *self)
{
  gsize at = self->after;
  MatchumNumeral other;

  at += at < self->length && self->text[at] == ' ';
  if (at + 1 >= self->length || (self->text[at] != '~' && self->text[at] != '-'))
    return;
  at++;
  at += at < self->length && self->text[at] == ' ';
  if (at >= self->length || !g_ascii_isdigit (self->text[at])
      || !matchum_numeral_read (self->text + at, self->length - at, &other))
    return;
  matchum_numeral_take_scale (&self->numeral, &other);
  self->after = at + other.length;
}

/* Reads the amount whose number is read. */
static gboolean
read_amount (Reading *self)
{
  gsize number_end = self->after;
  MatchumUnitWord word = { 0 };
  gboolean is_found;
  gsize percent;

  read_range (self);
  percent = get_percent_length (self, self->after);
  if (percent > 0)
    is_found = read_percent (self, percent);
  else if (read_money_sign (self))
    is_found = TRUE;
  else if (read_unit_after (self, &word))
    {
      take_unit (self, &word);
      is_found = TRUE;
    }
  else
    is_found = read_team (self) || read_label (self);
  if (!is_found)
    return FALSE;
  if (self->numeral.is_word && !self->numeral.has_scale && !matchum_amount_words_is_people (self->amount.unit))
    return FALSE;
  read_bound_before (self);
  if (self->amount.value == 0 || !settle (self, &word, number_end, self->after))
    return FALSE;
  if (matchum_amount_words_is_people (self->amount.unit) && self->amount.value < LEAST_PEOPLE)
    return FALSE;
  while (self->after > self->start && self->text[self->after - 1] == ' ')
    self->after--;
  self->amount.span = MATCHUM_SPAN (self->start, self->after);
  return TRUE;
}

/* The letters a to z that a number in English words begins with, a bit for each: a, b, e, f, h, m, n, o, s, t. */
#define NUMBER_LETTERS 0xC70B3u

/* 수, 십, 백, 천, 만: the letters that a number in Korean words begins with. */
static gboolean
is_number_letter (const char *text)
{
  const guchar *bytes = (const guchar *) text;

  switch ((guint) bytes[0] << 16 | (guint) bytes[1] << 8 | bytes[2])
    {
    case 0xEC8898:
    case 0xEC8BAD:
    case 0xEBB0B1:
    case 0xECB29C:
    case 0xEBA78C:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether a number may begin at at. */
static gboolean
may_begin (const char *text, gsize length, gsize at)
{
  const char *before;

  if (!g_ascii_isdigit (text[at])
      && !(g_ascii_islower (text[at]) ? (NUMBER_LETTERS >> (text[at] - 'a') & 1) != 0
                                      : length - at > 6 && (guchar) text[at] >= 0xEB && is_number_letter (text + at)))
    return FALSE;
  before = at > 0 ? g_utf8_prev_char (text + at) : NULL;
  if (g_ascii_isdigit (text[at]))
    return before == NULL
           || !(g_ascii_isalnum (*before) || *before == '.' || *before == '_' || *before == '#'
                || (*before == ',' && before > text && g_ascii_isdigit (before[-1]))
                || (*before == '-' && before > text && g_ascii_isalnum (before[-1])));
  return before == NULL || !(g_ascii_isalnum (*before) || matchum_unichar_is_hangul (g_utf8_get_char (before)));
}

/* Whether a number in Korean words counts anything: "만 3년", "천 원" say too little by themselves. */
static gboolean
is_number (const MatchumNumeral *numeral)
{
  return !numeral->is_word || numeral->is_vague || matchum_numeral_get_value (numeral, 0) != 1;
}

static gboolean
may_have_amount (const char *text, gsize length)
{
  static MatchumWordList words = MATCHUM_WORD_LIST (MATCHUM_AMOUNT_SIGNS);

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return matchum_word_list_contains (&words, text, length);
}

GArray *
matchum_amount_find_all (const char *text, gsize length)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (MatchumAmount));
  guint n_numbers = 0;

  if (!may_have_amount (text, length))
    return found;
  for (gsize at = 0; at < length && found->len < MAX_AMOUNTS && n_numbers < MAX_NUMBERS;)
    {
      Reading self;

      if (((guchar) text[at] & 0xC0) == 0x80 || !may_begin (text, length, at))
        {
          at++;
          continue;
        }
      self = (Reading){ .text = text, .length = length, .start = at };
      if (!matchum_numeral_read (text + at, length - at, &self.numeral) || !is_number (&self.numeral))
        {
          at++;
          continue;
        }
      n_numbers++;
      self.after = at + self.numeral.length;
      self.amount.is_vague = self.numeral.is_vague;
      if (read_amount (&self))
        {
          g_array_append_val (found, self.amount);
          at = MAX (self.after, at + self.numeral.length);
        }
      else
        at += self.numeral.length;
    }
  return found;
}
