/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs what bytes would say as UTF-16, as Korean, as damaged UTF-8 and as a Western European language. */
#include "config.h"

#include "text/matchum-encoding-guess.h"

#include <string.h>

/* The syllables of which nineteen in twenty of Korean texts are made, and those of names. Of all that CP949 can write
 * they are one in twenty-five, so hardly anything but Korean is made of them. */
static const char common_syllables[] = "가각간감값강같개객거건걸검것게격견결경계고곳공과곽관광교구국군권규균그근"
                                       "글금급기길김까께꾸끝나날남내너널네년노논누뉴는늘능니님닝다단닫달담당대더"
                                       "데덱델도독돌동되된될됨됩두듈드득든들등디딩따때또라락란람랑래랜램랩랫량러"
                                       "런레렉려력련령로록론롤롬료루룹류률르른를름리릭린릴림립링마막만많말맞맡매"
                                       "맹머먼메며면명모목못무문물미민밀및바박반받발방배백버번범법베벨변별병보복"
                                       "본볼봄봉부북분불뷰브블비빈빙빛빠사삭산살상새색생서석선설섬섭성세센셀션소"
                                       "속손솔송수숙순술숫스슬습승시식신실심십싱쓰쓸아안않알암압았애액앱야약양어"
                                       "억언엄업없었에엑엔여역연열염영예오옥온올옵와완왕외요용우운울움워원월웨위"
                                       "유육윤율으은을음응의이인일읽임입있자작잘장재잭저적전절점접정제젝져조족존"
                                       "종좋주준줄줌중즈증지직진질집째쪽차찬참창찾채책처천철청체초최추축출취츠측"
                                       "치침카칸캐캠커컨컬컴케켓코콘콜쿠쿼크클키킹타탁탄탈태택터턴테텍템토통퇴투"
                                       "튜트특티팀팅파판패퍼페편평포폴폼표품퓨프픈플피필핑하학한할함합항해했행향"
                                       "허험헤혁현협형호홈홍화확환활황회획효후훈휴희히";

#define FIRST_HANGUL_ROW 0xb0
#define LAST_HANGUL_ROW 0xc8
#define FIRST_CELL 0xa1
#define N_CELLS 94
#define N_SYLLABLES ((LAST_HANGUL_ROW - FIRST_HANGUL_ROW + 1) * N_CELLS)

/* What the pairs of bytes are, were the text CP949. */
typedef struct {
  gsize n_syllables; /* of KS X 1001, in which Korean is written */
  gsize n_common;    /* of these, how many are common */
  gsize n_rare;      /* syllables that only CP949 has, and hardly any word */
  gsize n_hanja;
  gsize n_jamo; /* single letters, Roman numerals and Greek, where Japanese has its kana */
  gsize n_symbols;
  gsize n_bad; /* bytes that CP949 has no use for */
} KoreanTally;

/* What the bytes beyond ASCII are, were the text Windows-1252. */
typedef struct {
  gsize n_good;
  gsize n_bad;     /* letters and signs where no one writes them */
  gsize n_visible; /* all bytes but white space */
  gsize n_eastern; /* letters that stand more for those of Czech or Turkish than for themselves */
} WesternTally;

/* UTF-16 */

/* One character in so many, at least, is ASCII where a text is UTF-16: spaces and line ends are. */
#define CHARACTERS_PER_ASCII 16
/* Read the wrong way round, East Asian texts have some characters that look like ASCII, as the wide space, U+3000. */
#define RIGHT_PER_WRONG 2

static gboolean
is_text_ascii (guchar c)
{
  return (c >= 0x20 && c < 0x7f) || c == '\t' || c == '\n' || c == '\r';
}

static MatchumEncoding
guess_utf16 (const guchar *bytes, gsize length)
{
  gsize n_ascii[2] = { 0, 0 }; /* little-endian, big-endian */

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      if (bytes[i] == 0 && bytes[i + 1] == 0)
        return MATCHUM_ENCODING_UNKNOWN;
      n_ascii[0] += bytes[i + 1] == 0 && is_text_ascii (bytes[i]);
      n_ascii[1] += bytes[i] == 0 && is_text_ascii (bytes[i + 1]);
    }
  for (gsize i = 0; i < 2; i++)
    if (n_ascii[i] >= 2 && n_ascii[i] * CHARACTERS_PER_ASCII >= length / 2
        && n_ascii[i] >= n_ascii[1 - i] * RIGHT_PER_WRONG)
      return i == 0 ? MATCHUM_ENCODING_UTF16LE : MATCHUM_ENCODING_UTF16BE;
  return MATCHUM_ENCODING_UNKNOWN;
}

/* Korean */

static gsize
get_syllable_index (guchar lead, guchar trail)
{
  return (gsize) (lead - FIRST_HANGUL_ROW) * N_CELLS + (gsize) (trail - FIRST_CELL);
}

/* A byte for each syllable of KS X 1001, not 0 where it is common; all 0 where this system has no converter. */
static const guint8 *
get_common_set (void)
{
  static gsize is_made = 0;
  static guint8 set[N_SYLLABLES];

  if (g_once_init_enter (&is_made))
    {
      gsize length = 0;
      g_autofree char *pairs = g_convert (common_syllables, -1, "CP949", "UTF-8", NULL, &length, NULL);

      for (gsize i = 0; pairs != NULL && i + 1 < length; i += 2)
        set[get_syllable_index ((guchar) pairs[i], (guchar) pairs[i + 1])] = 1;
      g_once_init_leave (&is_made, 1);
    }
  return set;
}

/* Trailing bytes that CP949 has beyond those of KS X 1001. */
static gboolean
is_extended_trail (guchar c)
{
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0x81 && c <= 0xfe);
}

/* Returns how many bytes were taken. */
static gsize
tally_pair (KoreanTally *tally, const guint8 *common, guchar lead, guchar trail)
{
  const gboolean is_ks = lead >= FIRST_CELL && trail >= FIRST_CELL && trail != 0xff;

  if (is_ks && lead >= FIRST_HANGUL_ROW && lead <= LAST_HANGUL_ROW)
    {
      tally->n_syllables++;
      tally->n_common += common[get_syllable_index (lead, trail)];
    }
  else if (is_ks && lead >= 0xca && lead <= 0xfd)
    tally->n_hanja++;
  else if (is_ks && lead <= 0xac)
    {
      tally->n_symbols++;
      tally->n_jamo += (lead == 0xa4 && trail <= 0xf3) || lead == 0xa5;
    }
  else if (!is_ks && lead >= 0x81 && lead <= 0xc6 && is_extended_trail (trail))
    tally->n_rare++;
  else
    {
      tally->n_bad++;
      return is_ks ? 2 : 1; /* rows that are empty, or for characters of one's own */
    }
  return 2;
}

static KoreanTally
tally_korean (const guchar *bytes, gsize length)
{
  const guint8 *common = get_common_set ();
  KoreanTally tally = { 0 };

  for (gsize i = 0; i < length;)
    {
      if (bytes[i] < 0x80)
        i++;
      else
        i += tally_pair (&tally, common, bytes[i], i + 1 < length ? bytes[i + 1] : 0);
    }
  return tally;
}

/* Korean is made of common syllables. Some Hanja, letters by themselves and a few damaged bytes are let pass: the more,
 * the longer the text is. Japanese comes out as rare syllables or jamo, Chinese as Hanja and syllables of any kind. */
static gboolean
reads_as_korean (const KoreanTally *tally, gsize least)
{
  const gsize n = tally->n_syllables + tally->n_rare;

  return tally->n_common >= least && tally->n_common * 10 + 3 >= n * 7 && tally->n_hanja <= n / 4 + (n >= 6 ? 2 : 0)
         && tally->n_jamo <= 1 + n / 4 && tally->n_bad <= n / 50 + (n >= 8 ? 1 : 0);
}

/* Signs alone, as a middle dot or € in an English text: all of the encodings that write signs in these pairs write much
 * the same. */
static gboolean
is_all_signs (const KoreanTally *tally)
{
  return tally->n_symbols > 0
         && tally->n_jamo + tally->n_syllables + tally->n_rare + tally->n_hanja + tally->n_bad == 0;
}

/* UTF-8 */

/* Whether it is UTF-8 of which some bytes are damaged or cut off: what is not UTF-8 has characters of three bytes, as
 * Korean is there, hardly by chance, and of two bytes sometimes. */
static gboolean
is_damaged_utf8 (const char *bytes, gsize length)
{
  const char *end = bytes + length;
  gsize n_bad = 0, n_wide = 0, n_long = 0;

  while (bytes < end)
    {
      const gunichar c = (guchar) *bytes < 0x80 ? (guchar) *bytes : g_utf8_get_char_validated (bytes, end - bytes);
      const gboolean is_valid = c != (gunichar) -1 && c != (gunichar) -2;

      n_bad += !is_valid;
      n_wide += is_valid && c >= 0x80;
      n_long += is_valid && c >= 0x800;
      bytes += is_valid ? g_utf8_skip[(guchar) *bytes] : 1;
    }
  return (n_long > 0 && n_long >= n_bad) || (n_wide > 0 && n_wide >= 4 * n_bad);
}

/* Western European */

static gboolean
is_upper_beyond_ascii (guchar c)
{
  return (c >= 0xc0 && c <= 0xde && c != 0xd7) || c == 0x8a || c == 0x8c || c == 0x8e || c == 0x9f;
}

static gboolean
is_letter_beyond_ascii (guchar c)
{
  return is_upper_beyond_ascii (c) || (c >= 0xdf && c != 0xf7) || c == 0x9a || c == 0x9c || c == 0x9e;
}

static gboolean
is_letter (guchar c)
{
  return g_ascii_isalpha ((char) c) || is_letter_beyond_ascii (c);
}

/* Letters with an accent that are words by themselves: à, á, è, é, ì, í, ò, ó, ù, å, ä, ö, ø, æ, and capitals. */
static gboolean
is_word_by_itself (guchar c)
{
  static const char words[] =
      "\xc0\xc1\xc4\xc5\xc6\xc8\xc9\xd3\xd6\xd8\xe0\xe1\xe4\xe5\xe6\xe8\xe9\xec\xed\xf2\xf3\xf6\xf8\xf9";

  return c != 0 && strchr (words, c) != NULL;
}

/* Š, Ž, Ð, Ý, Þ and ÿ, large and small: š and ž of Czech, ý of it and for ı of Turkish, ð and þ for ğ and ş. */
static gboolean
is_eastern (guchar c)
{
  return c != 0 && strchr ("\x8a\x8e\x9a\x9e\xd0\xdd\xde\xf0\xfd\xfe\xff", c) != NULL;
}

/* A word has not more letters with accents than half of it and one (été), and no capital after a small letter. */
static void
tally_word (WesternTally *tally, const guchar *word, gsize length)
{
  gsize n_beyond = 0, n_odd = 0;
  gboolean is_bad;

  for (gsize i = 0; i < length; i++)
    {
      n_beyond += word[i] >= 0x80;
      tally->n_eastern += is_eastern (word[i]);
      n_odd += i > 0 && is_upper_beyond_ascii (word[i]) && !is_upper_beyond_ascii (word[i - 1])
               && !g_ascii_isupper ((char) word[i - 1]);
    }
  is_bad = length == 1 ? n_beyond > 0 && !is_word_by_itself (word[0]) : 2 * n_beyond > length + 1 || n_odd > 0;
  if (is_bad)
    tally->n_bad += n_beyond;
  else
    tally->n_good += n_beyond;
}

/* Signs that may stand within a word or beside anything: quotes, dashes, dots, spaces, a soft hyphen. */
static gboolean
is_loose_sign (guchar c)
{
  return c != 0 && strchr ("\x80\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xab\xad\xb7\xbb", c) != NULL;
}

/* Signs that stand beside a word or number, not within it. */
static gboolean
is_sign (guchar c)
{
  return c != 0
         && strchr ("\x84\x89\x99\xa2\xa3\xa5\xa7\xa9\xaa\xae\xb0\xb1\xb2\xb3\xb5\xba\xbc\xbd\xbe\xd7", c) != NULL;
}

static gboolean
is_sign_well_placed (guchar before, guchar sign, guchar after)
{
  if (is_loose_sign (sign))
    return TRUE;
  if (sign == 0xa1 || sign == 0xbf) /* the Spanish marks before a sentence */
    return is_letter (after) && !is_letter (before) && before < 0x80;
  return is_sign (sign) && !(is_letter (before) && is_letter (after)) && (before < 0x80 || is_loose_sign (before))
         && (after < 0x80 || is_loose_sign (after));
}

static gsize
find_word_end (const guchar *bytes, gsize length, gsize start)
{
  while (start < length && is_letter (bytes[start]))
    start++;
  return start;
}

static WesternTally
tally_western (const guchar *bytes, gsize length)
{
  WesternTally tally = { 0 };
  gsize end;

  for (gsize i = 0; i < length; i = end)
    {
      const guchar before = i > 0 ? bytes[i - 1] : ' ';
      guchar after;

      end = is_letter (bytes[i]) ? find_word_end (bytes, length, i) : i + 1;
      after = end < length ? bytes[end] : ' ';
      tally.n_visible += g_ascii_isspace ((char) bytes[i]) ? 0 : end - i;
      if (is_letter (bytes[i]))
        tally_word (&tally, bytes + i, end - i);
      else if (bytes[i] >= 0x80 && is_sign_well_placed (before, bytes[i], after))
        tally.n_good++;
      else if (bytes[i] >= 0x80)
        tally.n_bad++;
    }
  return tally;
}

/* Of one character in twenty at most the place may be odd; half of what is seen, at least, is ASCII. */
static gboolean
reads_as_western (const guchar *bytes, gsize length)
{
  const WesternTally tally = tally_western (bytes, length);

  return tally.n_good > 0 && tally.n_bad * 20 <= tally.n_good && tally.n_eastern <= 1 + tally.n_good / 8
         && tally.n_good * 2 <= tally.n_visible;
}

MatchumEncoding
matchum_encoding_guess (const char *bytes, gsize length)
{
  KoreanTally tally;

  g_return_val_if_fail (bytes != NULL || length == 0, MATCHUM_ENCODING_UNKNOWN);

  if (length > 0 && memchr (bytes, '\0', length) != NULL)
    return guess_utf16 ((const guchar *) bytes, length);

  /* ö of UTF-8 is 철 of CP949, so this comes first. */
  if (is_damaged_utf8 (bytes, length))
    return MATCHUM_ENCODING_UNKNOWN;
  tally = tally_korean ((const guchar *) bytes, length);
  if (reads_as_korean (&tally, 2))
    return MATCHUM_ENCODING_CP949;
  if (reads_as_western ((const guchar *) bytes, length))
    return MATCHUM_ENCODING_WINDOWS_1252;
  /* A single Korean word or middle dot in an English text. */
  return reads_as_korean (&tally, 1) || is_all_signs (&tally) ? MATCHUM_ENCODING_CP949 : MATCHUM_ENCODING_UNKNOWN;
}
