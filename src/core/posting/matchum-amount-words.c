/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word lists of units, periods and what money is for. */
#define _GNU_SOURCE /* memmem, strchrnul */

#include "config.h"

#include "posting/matchum-amount-words.h"

#include <string.h>

#include "text/matchum-korean-tail.h"
#include "text/matchum-word-list.h"

typedef struct {
  const char *words; /* divided by |, none of which begins with one that stands before it */
  MatchumUnit unit;
  MatchumPeriod period;
  MatchumCurrency currency;
  gint exponent;
  gboolean is_thing;
} UnitGroup;

/* clang-format off */
static const UnitGroup groups[] = {
  { "petabytes|petabyte|pb|pib|페타바이트|페타", MATCHUM_UNIT_BYTES, 0, 0, 15, FALSE },
  { "exabytes|exabyte|eb|엑사바이트", MATCHUM_UNIT_BYTES, 0, 0, 18, FALSE },
  { "terabytes|terabyte|tb|tib|테라바이트|테라", MATCHUM_UNIT_BYTES, 0, 0, 12, FALSE },
  { "gigabytes|gigabyte|gb|gib|기가바이트|기가", MATCHUM_UNIT_BYTES, 0, 0, 9, FALSE },
  { "megabytes|megabyte|mb|mib|메가바이트", MATCHUM_UNIT_BYTES, 0, 0, 6, FALSE },
  { "원|won|krw", MATCHUM_UNIT_MONEY, 0, MATCHUM_CURRENCY_KRW, 0, FALSE },
  { "달러|불|dollars|dollar|usd", MATCHUM_UNIT_MONEY, 0, MATCHUM_CURRENCY_USD, 0, FALSE },
  { "유로|euros|euro|eur", MATCHUM_UNIT_MONEY, 0, MATCHUM_CURRENCY_EUR, 0, FALSE },
  { "파운드|pounds|gbp", MATCHUM_UNIT_MONEY, 0, MATCHUM_CURRENCY_GBP, 0, FALSE },
  { "엔|yen|jpy", MATCHUM_UNIT_MONEY, 0, MATCHUM_CURRENCY_JPY, 0, FALSE },
  { "tps|qps|rps|pps|eps|req/s|reqs/s|msg/s|msgs/s", MATCHUM_UNIT_EVENTS, MATCHUM_PERIOD_SECOND, 0, 0, FALSE },
  { "rpm|tpm", MATCHUM_UNIT_EVENTS, MATCHUM_PERIOD_MINUTE, 0, 0, FALSE },
  { "mau", MATCHUM_UNIT_USERS, MATCHUM_PERIOD_MONTH, 0, 0, FALSE },
  { "wau", MATCHUM_UNIT_USERS, MATCHUM_PERIOD_WEEK, 0, 0, FALSE },
  { "dau", MATCHUM_UNIT_USERS, MATCHUM_PERIOD_DAY, 0, 0, FALSE },
  { "pcu|ccu", MATCHUM_UNIT_USERS, MATCHUM_PERIOD_SECOND, 0, 0, FALSE },
  { "사용자|유저|이용자|가입자|구독자|방문자|접속자|시청자|회원|팔로워|다운로드|"
    "users|user|subscribers|visitors|viewers|listeners|players|members|customers|consumers|shoppers|learners|"
    "followers|downloads|installs", MATCHUM_UNIT_USERS, 0, 0, 0, FALSE },
  { "직원|임직원|employees|employee|staff", MATCHUM_UNIT_EMPLOYEES, 0, 0, 0, FALSE },
  { "engineers|developers|designers|analysts|scientists|researchers|direct reports|reports|team members|marketers|"
    "팀원|엔지니어|개발자|디자이너", MATCHUM_UNIT_TEAM, 0, 0, 0, FALSE },
  { "명|인|people|persons|person|participants|attendees|students|patients", MATCHUM_UNIT_PEOPLE, 0, 0, 0, FALSE },
  { "건|콜|트랜잭션|요청|이벤트|메시지|쿼리|레코드|페이지뷰|임프레션|"
    "requests|request|events|event|messages|transactions|queries|records|rows|orders|payments|impressions|"
    "pageviews|page views|log lines|logs|calls|jobs", MATCHUM_UNIT_EVENTS, 0, 0, 0, FALSE },
  { "병상|베드|노드|서버|매장|점포|지점|객실|세대|고객사|가맹점|채널|인스턴스|마이크로서비스|"
    "beds|bed|nodes|node|servers|stores|store|rooms|room|clusters|pods|instances|accounts|campaigns|"
    "countries|markets|microservices|services|vms|gpus|machines|skus|vehicles|units|households",
    MATCHUM_UNIT_THINGS, 0, 0, 0, TRUE },
  { "개국|개사", MATCHUM_UNIT_THINGS, 0, 0, 0, TRUE },
  { "개소|개|대|곳|종|편", MATCHUM_UNIT_THINGS, 0, 0, 0, FALSE },
  { "시간|hours", MATCHUM_UNIT_THINGS, 0, 0, 0, TRUE },
};

/* What leads from a label to its number: "MAU가 약 100만", "매출 규모는 100억". */
static MatchumWordList leads = MATCHUM_WORD_LIST (
  " |(|)|:|=|~|수|는|은|이|가|을|를|의|도|약|최대|최소|최고|평균|총|전체|규모|합산|피크|기준|무려|"
  " of| over| about| around| nearly| at| least| more| than| to| up| peak| is| was| a| an| some| roughly| approximately");
/* clang-format on */

static gboolean
is_word_end (const char *word, gsize size, const char *text, gsize length)
{
  if (!g_ascii_isalpha (word[size - 1]))
    return TRUE;
  return size >= length || !g_ascii_isalnum (text[size]);
}

/* "개월", "대학", "원칙", "엔지니어": other words that begin like a counter. */
static gboolean
is_other_word (const char *word, gsize size, const char *text, gsize length)
{
  static const struct {
    const char *word;
    const char *others; /* what it goes on with, divided by | */
  } exceptions[] = {
    { "개", "월|년|발|인|념|선|편|교|통|항|정" },
    { "대", "학|비|표|상|리|응|용|규모|중|형|략|화|출|기업|조|외|학생|행|신|피" },
    { "원", "칙|인|료|활|격|가|천|본|생|룸|래" },
    { "엔", "지|터|진|드" },
    { "인", "턴|식|증|프|치|덱|사|원|력|기|칭|공" },
    { "명", "확|시|령|의로" },
    { "건", "강|설|축|물|국|의|전|조" },
    { "종", "류|합|료|사|목|교|일" },
    { "편", "의|집|리|성|입|차|견" },
    { "곳", "곳" },
    { "불", "가|편|량|필" },
    { "콜", "센|드|백" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      g_auto (GStrv) others = NULL;

      if (strlen (exceptions[i].word) != size || memcmp (exceptions[i].word, word, size) != 0)
        continue;
      others = g_strsplit (exceptions[i].others, "|", -1);
      for (gsize k = 0; others[k] != NULL; k++)
        if (length >= size + strlen (others[k])
            && memcmp (text + size, others[k], strlen (others[k])) == 0
            /* "건의 요청", "명의로": a particle is none. */
            && !(g_str_equal (others[k], "의") && size + 3 < length && text[size + 3] == ' '))
          return TRUE;
    }
  return FALSE;
}

static void
take_unit (const UnitGroup *group, gsize size, MatchumUnitWord *word)
{
  *word = (MatchumUnitWord){ size, group->unit, group->period, group->currency, group->exponent, group->is_thing };
}

/* Most numbers stand before no unit: years, dates, versions. */
#define N_OPENINGS 1024

static guint
hash_opening (const char *word)
{
  const guchar *bytes = (const guchar *) word;
  guint hash = bytes[0] * 31u + bytes[1] * 7u;

  return (bytes[0] >= 0x80 ? hash + bytes[2] * 3u : hash) % N_OPENINGS;
}

/* By the first letters of text: one past the first group that may hold the unit that it begins with; 0 where none may.
 */
static guint
find_group (const char *text, gsize length)
{
  static guint8 openings[N_OPENINGS];
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (gsize i = G_N_ELEMENTS (groups); i-- > 0;)
        for (const char *at = groups[i].words; at != NULL; at = strchr (at, '|'))
          {
            at += *at == '|';
            openings[hash_opening (at)] = (guint8) (i + 1);
          }
      g_once_init_leave (&is_ready, 1);
    }
  return length >= ((guchar) *text >= 0x80 ? 3 : 2) ? openings[hash_opening (text)] : 0;
}

/* Of the first word of a list. */
static gsize
get_word_size (const char *list)
{
  return (gsize) (strchrnul (list, '|') - list);
}

/* The bytes of the word of a group that text begins with; 0 where it begins with none. */
static gsize
read_group (const UnitGroup *group, const char *text, gsize length)
{
  for (const char *at = group->words; at != NULL; at = strchr (at, '|'))
    {
      gsize size;

      at += *at == '|';
      if (*at != *text || at[1] != text[1])
        continue;
      size = get_word_size (at);
      if (length >= size && memcmp (text, at, size) == 0 && is_word_end (at, size, text, length)
          && !is_other_word (at, size, text, length))
        return size;
    }
  return 0;
}

gboolean
matchum_amount_words_read_unit (const char *text, gsize length, MatchumUnitWord *word)
{
  guint first = find_group (text, length);

  for (gsize i = first; first > 0 && i <= G_N_ELEMENTS (groups); i++)
    {
      gsize size = read_group (&groups[i - 1], text, length);

      if (size == 0)
        continue;
      take_unit (&groups[i - 1], size, word);
      return TRUE;
    }
  return FALSE;
}

/* The length of text without what leads on to a number. */
static gsize
strip_leads (const char *text, gsize length)
{
  for (guint n = 0; n < 8 && length > 0; n++)
    {
      gsize size = 0;

      if (!matchum_word_list_ends (&leads, text, length))
        break;
      /* The longest of the leads that stands there. */
      for (gsize i = 1; i <= MIN (length, 14); i++)
        if (((guchar) text[length - i] & 0xC0) != 0x80 && matchum_word_list_holds (&leads, text + length - i, i))
          size = i;
      if (size == 0)
        break;
      length -= size;
    }
  return length;
}

gboolean
matchum_amount_words_read_label (const char *text, gsize length, MatchumUnitWord *word)
{
  static const UnitGroup labels[] = {
    { "예산|예산액|광고비|매체비|집행액|매출|매출액|거래액|결제액|수주액", MATCHUM_UNIT_MONEY, 0, MATCHUM_CURRENCY_KRW,
      0, FALSE },
  };
  gsize end = strip_leads (text, length);

  for (gsize i = 0; i < G_N_ELEMENTS (groups) + G_N_ELEMENTS (labels); i++)
    {
      const UnitGroup *group = i < G_N_ELEMENTS (groups) ? &groups[i] : &labels[i - G_N_ELEMENTS (groups)];

      if (group->unit != MATCHUM_UNIT_USERS && group->unit != MATCHUM_UNIT_EVENTS
          && group->unit != MATCHUM_UNIT_EMPLOYEES && i < G_N_ELEMENTS (groups))
        continue;
      for (const char *at = group->words; at != NULL; at = strchr (at, '|'))
        {
          gsize size;

          at += *at == '|';
          size = get_word_size (at);
          if (size < 3 || end < size || text[end - 1] != at[size - 1] || memcmp (text + end - size, at, size) != 0
              || (g_ascii_isalpha (*at) && end > size && g_ascii_isalnum (text[end - size - 1])))
            continue;
          take_unit (group, length - (end - size), word);
          return TRUE;
        }
    }
  return FALSE;
}

gsize
matchum_amount_words_read_sign (const char *text, gsize length, MatchumCurrency *currency)
{
  static const struct {
    const char *sign;
    MatchumCurrency currency;
  } signs[] = {
    { "us$", MATCHUM_CURRENCY_USD },  { "$", MATCHUM_CURRENCY_USD },    { "₩", MATCHUM_CURRENCY_KRW },
    { "€", MATCHUM_CURRENCY_EUR },    { "£", MATCHUM_CURRENCY_GBP },    { "¥", MATCHUM_CURRENCY_JPY },
    { "usd ", MATCHUM_CURRENCY_USD }, { "krw ", MATCHUM_CURRENCY_KRW }, { "eur ", MATCHUM_CURRENCY_EUR },
    { "gbp ", MATCHUM_CURRENCY_GBP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize size = strlen (signs[i].sign);

      if (length >= size && memcmp (text + length - size, signs[i].sign, size) == 0)
        {
          *currency = signs[i].currency;
          return size;
        }
    }
  return 0;
}

/* Periods --------------------------------------------------------------------------------------------------------- */

/* Behind what is counted: "requests per second", "3만 건/초". */
static const struct {
  const char *word;
  MatchumPeriod period;
} rates[] = {
  { "/second", MATCHUM_PERIOD_SECOND },
  { "/sec", MATCHUM_PERIOD_SECOND },
  { "/s", MATCHUM_PERIOD_SECOND },
  { "/초", MATCHUM_PERIOD_SECOND },
  { " per second", MATCHUM_PERIOD_SECOND },
  { " a second", MATCHUM_PERIOD_SECOND },
  { " every second", MATCHUM_PERIOD_SECOND },
  { "/minute", MATCHUM_PERIOD_MINUTE },
  { "/min", MATCHUM_PERIOD_MINUTE },
  { "/분", MATCHUM_PERIOD_MINUTE },
  { " per minute", MATCHUM_PERIOD_MINUTE },
  { " a minute", MATCHUM_PERIOD_MINUTE },
  { "/hour", MATCHUM_PERIOD_HOUR },
  { "/h", MATCHUM_PERIOD_HOUR },
  { "/시간", MATCHUM_PERIOD_HOUR },
  { " per hour", MATCHUM_PERIOD_HOUR },
  { " an hour", MATCHUM_PERIOD_HOUR },
  { "/day", MATCHUM_PERIOD_DAY },
  { "/d", MATCHUM_PERIOD_DAY },
  { "/일", MATCHUM_PERIOD_DAY },
  { " per day", MATCHUM_PERIOD_DAY },
  { " a day", MATCHUM_PERIOD_DAY },
  { " daily", MATCHUM_PERIOD_DAY },
  { " each day", MATCHUM_PERIOD_DAY },
  { " every day", MATCHUM_PERIOD_DAY },
  { "/week", MATCHUM_PERIOD_WEEK },
  { "/주", MATCHUM_PERIOD_WEEK },
  { " per week", MATCHUM_PERIOD_WEEK },
  { " a week", MATCHUM_PERIOD_WEEK },
  { " weekly", MATCHUM_PERIOD_WEEK },
  { "/month", MATCHUM_PERIOD_MONTH },
  { "/mo", MATCHUM_PERIOD_MONTH },
  { "/월", MATCHUM_PERIOD_MONTH },
  { " per month", MATCHUM_PERIOD_MONTH },
  { " a month", MATCHUM_PERIOD_MONTH },
  { " monthly", MATCHUM_PERIOD_MONTH },
  { " per quarter", MATCHUM_PERIOD_QUARTER },
  { " a quarter", MATCHUM_PERIOD_QUARTER },
  { " quarterly", MATCHUM_PERIOD_QUARTER },
  { "/year", MATCHUM_PERIOD_YEAR },
  { "/yr", MATCHUM_PERIOD_YEAR },
  { "/년", MATCHUM_PERIOD_YEAR },
  { " per year", MATCHUM_PERIOD_YEAR },
  { " a year", MATCHUM_PERIOD_YEAR },
  { " annually", MATCHUM_PERIOD_YEAR },
  { " annual", MATCHUM_PERIOD_YEAR },
  { " yearly", MATCHUM_PERIOD_YEAR },
  { " per annum", MATCHUM_PERIOD_YEAR },
  { " concurrent", MATCHUM_PERIOD_SECOND },
  { " in total", MATCHUM_PERIOD_EVER },
  { " cumulative", MATCHUM_PERIOD_EVER },
};

gsize
matchum_amount_words_read_per (const char *text, gsize length, MatchumPeriod *period)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      gsize size = strlen (rates[i].word);

      if (length >= size && memcmp (text, rates[i].word, size) == 0
          && (size >= length || !g_ascii_isalnum (text[size])))
        {
          *period = rates[i].period;
          return size;
        }
    }
  return 0;
}

/* "월", "일", "연", "주" are periods as words of their own, or before what is counted. */
static gboolean
stands_alone (const char *text, gsize length, gsize size)
{
  static MatchumWordList followers = MATCHUM_WORD_LIST (
      " |(|평균|사용자|활성|방문|이용자|접속|매출|거래|결제|예산|광고|매체|최대|순|집행|주문|처리|약");

  return size < length && matchum_word_list_begins (&followers, text + size, length - size);
}

/* Whether what ends before at leaves a new word to begin there. */
static gboolean
begins_word (const char *text, gsize at)
{
  const char *before;

  if (at == 0)
    return TRUE;
  before = g_utf8_prev_char (text + at);
  return !g_ascii_isalnum (*before) && !matchum_unichar_is_hangul (g_utf8_get_char (before));
}

/* Before a number: "초당 3만 건", "MAU 300만". */
static const struct {
  const char *word;
  MatchumPeriod period;
  gboolean is_short; /* only as a word of its own */
} periods[] = {
  { "초당", MATCHUM_PERIOD_SECOND, FALSE },
  { "초 당", MATCHUM_PERIOD_SECOND, FALSE },
  { "동시", MATCHUM_PERIOD_SECOND, FALSE },
  { "concurrent", MATCHUM_PERIOD_SECOND, FALSE },
  { "분당", MATCHUM_PERIOD_MINUTE, FALSE },
  { "시간당", MATCHUM_PERIOD_HOUR, FALSE },
  { "하루", MATCHUM_PERIOD_DAY, FALSE },
  { "일일", MATCHUM_PERIOD_DAY, FALSE },
  { "일간", MATCHUM_PERIOD_DAY, FALSE },
  { "매일", MATCHUM_PERIOD_DAY, FALSE },
  { "daily", MATCHUM_PERIOD_DAY, FALSE },
  { "일", MATCHUM_PERIOD_DAY, TRUE },
  { "주", MATCHUM_PERIOD_WEEK, TRUE },
  { "dau", MATCHUM_PERIOD_DAY, FALSE },
  { "주간", MATCHUM_PERIOD_WEEK, FALSE },
  { "매주", MATCHUM_PERIOD_WEEK, FALSE },
  { "weekly", MATCHUM_PERIOD_WEEK, FALSE },
  { "월간", MATCHUM_PERIOD_MONTH, FALSE },
  { "매월", MATCHUM_PERIOD_MONTH, FALSE },
  { "매달", MATCHUM_PERIOD_MONTH, FALSE },
  { "한 달", MATCHUM_PERIOD_MONTH, FALSE },
  { "한달", MATCHUM_PERIOD_MONTH, FALSE },
  { "monthly", MATCHUM_PERIOD_MONTH, FALSE },
  { "월", MATCHUM_PERIOD_MONTH, TRUE },
  { "mau", MATCHUM_PERIOD_MONTH, FALSE },
  { "분기", MATCHUM_PERIOD_QUARTER, FALSE },
  { "quarterly", MATCHUM_PERIOD_QUARTER, FALSE },
  { "연간", MATCHUM_PERIOD_YEAR, FALSE },
  { "매년", MATCHUM_PERIOD_YEAR, FALSE },
  { "annual", MATCHUM_PERIOD_YEAR, FALSE },
  { "annually", MATCHUM_PERIOD_YEAR, FALSE },
  { "yearly", MATCHUM_PERIOD_YEAR, FALSE },
  { "연", MATCHUM_PERIOD_YEAR, TRUE },
  { "누적", MATCHUM_PERIOD_EVER, FALSE },
  { "cumulative", MATCHUM_PERIOD_EVER, FALSE },
};

MatchumPeriod
matchum_amount_words_find_period (const char *text, gsize length, gsize *start)
{
  for (gsize at = length; at-- > 0;)
    {
      if (((guchar) text[at] & 0xC0) == 0x80 || text[at] == ' ' || !begins_word (text, at))
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
        {
          gsize size = strlen (periods[i].word);

          if (length - at < size || memcmp (text + at, periods[i].word, size) != 0
              || (g_ascii_isalpha (*periods[i].word) && at + size < length && g_ascii_isalnum (text[at + size]))
              || (periods[i].is_short && !stands_alone (text + at, length - at, size)))
            continue;
          *start = at;
          return periods[i].period;
        }
    }
  return MATCHUM_PERIOD_NONE;
}

/* Kinds ----------------------------------------------------------------------------------------------------------- */

enum {
  USERS = 1 << 0,
  TEAM = 1 << 1,
  EMPLOYEES = 1 << 2,
  LEADING = 1 << 3,
  CLIENTS = 1 << 4, /* companies that are customers */
};

static guint32
find_people_bits (const char *text, MatchumSpan span)
{
  static const MatchumWordGroup people[] = {
    { "사용자|유저|이용자|가입자|구독자|방문자|접속자|시청자|팔로워|회원|고객|mau|dau|wau|쓰는|이용하는|사용하는|"
      "접속하는|users|subscribers|visitors|customers|members|players|learners|viewers",
      USERS },
    { "팀|조직|파트|스쿼드|셀 |team|squad|crew|direct report|엔지니어|개발자|"
      "디자이너|연구원|기획자|마케터|engineers|developers|designers|analysts",
      TEAM },
    { "임직원|직원|사원|구성원|근로자|종업원|재직자|employees|employer|staff|headcount|workforce", EMPLOYEES },
    { "리드|리딩|이끌|이끈|관리|매니징|총괄|지휘|lead|led |manag|supervis|mentor", LEADING },
    { "고객사", CLIENTS },
  };
  static MatchumWordTable table = MATCHUM_WORD_TABLE (people);

  return matchum_word_table_find_within (&table, text + span.start, matchum_span_get_length (span));
}

static MatchumUnit
pick_people (guint32 bits, gboolean is_led)
{
  if (bits & CLIENTS)
    bits &= ~(guint32) USERS;
  if (bits & EMPLOYEES)
    return is_led ? MATCHUM_UNIT_TEAM : MATCHUM_UNIT_EMPLOYEES;
  if (bits & USERS)
    return MATCHUM_UNIT_USERS;
  return bits & TEAM ? MATCHUM_UNIT_TEAM : MATCHUM_UNIT_NONE;
}

/* The last few words before a number say more of it than those behind, and these more than those further off. */
#define NEAR 26

MatchumUnit
matchum_amount_words_find_people (const char *text, MatchumSpan before, MatchumSpan after)
{
  gsize near = MAX (before.start, before.end > NEAR ? before.end - NEAR : 0);
  gboolean is_led = ((find_people_bits (text, before) | find_people_bits (text, after)) & LEADING) != 0;
  MatchumUnit unit;

  unit = pick_people (find_people_bits (text, MATCHUM_SPAN (near, before.end)), is_led);
  if (unit == MATCHUM_UNIT_NONE)
    unit = pick_people (find_people_bits (text, after), is_led);
  if (unit == MATCHUM_UNIT_NONE)
    unit = pick_people (find_people_bits (text, before), is_led);
  if (unit == MATCHUM_UNIT_NONE)
    unit = is_led ? MATCHUM_UNIT_TEAM : MATCHUM_UNIT_PEOPLE;
  return unit;
}

gboolean
matchum_amount_words_is_people (MatchumUnit unit)
{
  return unit == MATCHUM_UNIT_TEAM || unit == MATCHUM_UNIT_PEOPLE || unit == MATCHUM_UNIT_EMPLOYEES;
}

MatchumMatter
matchum_amount_words_find_matter (const char *text, MatchumSpan around, gboolean *is_pay)
{
  static const MatchumWordGroup matters[] = {
    { "예산|집행|광고비|매체비|비용|마케팅비|운영비|사업비|공사비|budget|spend|ad spend|adspend|opex|capex|cost", 1 },
    { "매출|거래액|결제액|수주|판매|영업이익|계약|revenue|sales|gmv|turnover|arr|quota|bookings|deals", 2 },
    { "투자|펀드|자산|운용|aum|funding|raised|assets", 4 },
    { "연봉|급여|월급|시급|보너스|인센티브|상금|장려금|지원금|축하금|복지|salary|compensation|bonus|prize", 8 },
  };
  static MatchumWordTable table = MATCHUM_WORD_TABLE (matters);
  guint32 bits = matchum_word_table_find_within (&table, text + around.start, matchum_span_get_length (around));

  *is_pay = (bits & 8) != 0;
  if (bits & 1)
    return MATCHUM_MATTER_SPENT;
  if (bits & 2)
    return MATCHUM_MATTER_EARNED;
  return bits & 4 ? MATCHUM_MATTER_RAISED : MATCHUM_MATTER_NONE;
}

gboolean
matchum_amount_words_is_available (const char *text, MatchumSpan around)
{
  static MatchumWordList words =
      MATCHUM_WORD_LIST ("uptime|availability|available|가용성|가용률|가동률|가동율|업타임|무중단|sla|slo");

  return matchum_word_list_contains (&words, text + around.start, matchum_span_get_length (around));
}

gboolean
matchum_amount_words_is_ever (const char *text, MatchumSpan around)
{
  static MatchumWordList words = MATCHUM_WORD_LIST ("다운로드|가입자|설치|회원|downloads|installs|registered|sign-ups|"
                                                    "signups|누적");

  return matchum_word_list_contains (&words, text + around.start, matchum_span_get_length (around));
}
