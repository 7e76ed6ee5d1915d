/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds where the work is: as a labelled value, as a part of a divided line that names a place, else in a sentence that
 * says where people work. */
#include "config.h"

#include <string.h>

#include "posting/matchum-posting-readers.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-pattern-set.h"
#include "text/matchum-word-list.h"

#define MAX_VALUE 200
#define MAX_LINE 800
#define HEAD_LINES 30

/* Regions, cities and districts that are known by name. */
static MatchumWordList korean_places =
    MATCHUM_WORD_LIST ("서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|충청|전북|전남|전라|경북|경남|경상|"
                       "제주|수도권|강남|서초|송파|성동|"
                       "마포|영등포|여의도|구로|금천|가산|종로|용산|관악|강서구|강동|광진|노원|중랑|서대문|은평|양천|"
                       "동작|성북|동대문|판교|분당|성남|"
                       "수원|용인|화성|동탄|평택|안양|안산|부천|고양|일산|파주|김포|의정부|남양주|하남|광명|과천|군포|"
                       "의왕|오산|시흥|이천|안성|여주|"
                       "양주|포천|구리|춘천|원주|강릉|속초|동해|삼척|청주|충주|제천|오송|오창|천안|아산|서산|당진|공주|"
                       "논산|보령|전주|군산|익산|정읍|"
                       "남원|완주|목포|여수|순천|나주|광양|영암|해남|무안|포항|경주|구미|김천|안동|영주|영천|상주|문경|"
                       "경산|창원|마산|진주|통영|사천|"
                       "김해|밀양|거제|양산|서귀포|송도|청라|영종|성수|역삼|삼성동|논현|테헤란로|합정|홍대|상암|을지로|"
                       "광화문|명동|문정|잠실|문래|공덕|"
                       "해운대|센텀|사상|기장군|유성구|연남|서촌|북촌|한남|이태원|신촌|신사동|청담|압구정|선릉|양재|"
                       "방배|사당|목동|마곡|발산|김포공항|"
                       "인천공항|다산동|광교|영통|기흥|수지|동백|미사|위례|싱가포르|"
                       "홍콩|하노이|호치민|"
                       "도쿄|오사카|상하이|베이징|재택|원격|전국");
static MatchumWordList english_places =
    MATCHUM_WORD_LIST (" seoul | busan | incheon | daejeon | daegu | gwangju | pangyo | bundang | seongnam | gangnam | "
                       "seongsu | suwon | jeju | korea |"
                       " london | manchester | leeds | bristol | birmingham | liverpool | sheffield | nottingham | "
                       "newcastle | glasgow | edinburgh |"
                       " cardiff | belfast | dublin | cork | galway | oxford | cambridge | reading, | brighton | "
                       "norwich | york | corby | bath, |"
                       " paris | lyon | toulouse | marseille | berlin | munich | hamburg | frankfurt | cologne | "
                       "stuttgart | vienna | zurich |"
                       " geneva | basel | amsterdam | rotterdam | utrecht | eindhoven | brussels | antwerp | "
                       "copenhagen | aarhus | stockholm |"
                       " gothenburg | oslo | helsinki | tallinn | riga | vilnius | warsaw | krakow | prague | budapest "
                       "| bucharest | sofia | athens |"
                       " lisbon | porto | madrid | barcelona | valencia | milan | rome | turin | istanbul | tel aviv | "
                       "dubai | abu dhabi | riyadh |"
                       " singapore | kuala lumpur | jakarta | bangkok | manila | hanoi | ho chi minh | hong kong | "
                       "taipei | shanghai | beijing |"
                       " shenzhen | tokyo | osaka | kyoto | bangalore | bengaluru | hyderabad | mumbai | delhi | pune "
                       "| chennai | sydney | melbourne |"
                       " brisbane | perth | auckland | wellington | toronto | vancouver | montreal | ottawa | calgary "
                       "| new york | nyc | brooklyn |"
                       " boston | san francisco | bay area | los angeles | san diego | san jose | palo alto | mountain "
                       "view | seattle | portland |"
                       " austin | dallas | houston | denver | chicago | atlanta | miami | philadelphia | washington | "
                       "minneapolis | detroit |"
                       " phoenix | nashville | raleigh | pittsburgh | mexico city | sao paulo | buenos aires | bogota "
                       "| santiago | lagos | nairobi |"
                       " cape town | johannesburg | cairo | united kingdom | uk | england | scotland | wales | ireland "
                       "| france | germany | spain |"
                       " portugal | italy | netherlands | belgium | sweden | norway | denmark | finland | poland | "
                       "switzerland | austria | usa |"
                       " united states | canada | australia | new zealand | japan | china | india | europe | emea | "
                       "apac | remote | hybrid | on-site |"
                       " onsite | anywhere | worldwide | work from home | us time zones ");
/* What a part of a line with the name of a place may say besides, and then it is none. */
static MatchumWordList other_words =
    MATCHUM_WORD_LIST ("마감|채용|모집|지원|접수|대학|학교|은행|회사|법인|신문|방송|병원|시청|구청|만원|만 "
                       "원|억|경력|조회|응답|합격|ago|applicant|"
                       "posted|salary|university|college|visa|timezone|$|£|€|www.|http|@");
static MatchumWordList stay_words = MATCHUM_WORD_LIST ("근무지|근무 "
                                                       "장소|근무장소|사무실|본사|오피스|출근|위치|근무합니다|근무하|"
                                                       "일합니다|일해요|근무해요|사옥|매장|센터|현장|공장| based in |"
                                                       " based at | located | location | office in | offices in | "
                                                       "office is | on site in | work from our | our studio in ");

static gboolean
holds (MatchumWordList *words, const char *folded)
{
  g_autofree char *plain = g_strdelimit (g_strdup (folded), "()[]{}/|\"·;", ' ');
  g_autofree char *spaced = NULL;
  GString *out = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p++)
    {
      if (*p == ',')
        g_string_append_c (out, ' ');
      g_string_append_c (out, *p);
    }
  spaced = g_string_free (out, FALSE);
  return matchum_word_list_stands_in (words, spaced);
}

enum { PATTERN_DISTRICT, PATTERN_STATION, N_PATTERNS };

static GRegex *
get_pattern (guint which)
{
  static const char *const texts[N_PATTERNS] = {
    /* "○○시 ○○구", "○○구 ○○로", "○○면"; a postcode of the United Kingdom */
    "(?:^|[ (])[가-힣]{2,6}(?:시|도|군|구) "
    "(?:[가-힣]{1,6}(?:시|군|구|읍|면|동)|(?!스스로|그대로|앞으로|뒤로)[가-힣]{2,8}\\d*(?:로|길))"
    "(?![가-힣])|^[가-힣]{1,4}구$"
    "|(?<![a-z0-9])[a-z]{1,2}\\d{1,2}[a-z]?(?: \\d[a-z]{2})?$",
    /* "○○역 도보 5분" */
    "[가-힣]{2,6}역(?= ?(?:에서 )?(?:\\d{1,2}번 ?출구 ?(?:에서 ?)?)?(?:도보|걸어서|앞|바로|근처|인근))",
  };
  static MatchumPatternSet set = { "places", texts, N_PATTERNS, 0, NULL, 0 };

  return matchum_pattern_set_get (&set, which);
}

static gboolean
names_district (const char *folded)
{
  return g_regex_match (get_pattern (PATTERN_DISTRICT), folded, 0, NULL);
}

static gboolean
names_place (const char *folded)
{
  return matchum_word_list_stands_in (&korean_places, folded) || holds (&english_places, folded)
         || names_district (folded);
}

static char *
dup_folded (const MatchumPostingClues *clues, MatchumSpan span)
{
  return matchum_fold (clues->text + span.start, (gssize) matchum_span_get_length (span));
}

/* Whether a labelled value can be a place at all: no day, no verb. */
static gboolean
may_be_place (const MatchumPostingClues *clues, const MatchumPostingField *field)
{
  g_autofree char *folded = NULL;

  if (matchum_span_get_length (field->value) > MAX_VALUE)
    return FALSE;
  folded = dup_folded (clues, field->value);
  if (*folded == '\0' || strstr (folded, "http") != NULL || g_str_equal (folded, "in person"))
    return FALSE;
  if (field->strength >= MATCHUM_FIELD_FIRM)
    return names_place (folded) || !matchum_wording_is_sentence (folded);
  return names_place (folded) && !matchum_wording_is_sentence (folded) && !holds (&other_words, folded);
}

static MatchumPostingFact *
find_labelled (const MatchumPostingClues *clues, gboolean is_known)
{
  g_autoptr (GPtrArray) fields = matchum_posting_field_select (clues->fields, MATCHUM_FIELD_PLACE);

  for (guint i = 0; i < fields->len; i++)
    {
      const MatchumPostingField *field = g_ptr_array_index (fields, i);
      g_autofree char *folded = NULL;

      if (!may_be_place (clues, field))
        continue;
      folded = dup_folded (clues, field->value);
      if (!is_known || names_place (folded))
        return matchum_posting_fact_new (clues->source, field->value);
    }
  return NULL;
}

/* Whether folded words are those of the title or the company. */
static gboolean
is_name (const MatchumPostingClues *clues, const char *folded)
{
  const char *const names[] = { matchum_posting_get_title (clues->posting),
                                matchum_posting_get_company (clues->posting) };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = names[i] != NULL ? matchum_fold (names[i], -1) : NULL;

      if (name != NULL && *name != '\0' && (strstr (folded, name) != NULL || strstr (name, folded) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whether the words name a place and nothing else. */
static gboolean
is_place (const MatchumPostingClues *clues, MatchumSpan span)
{
  g_autofree char *folded = NULL;

  if (matchum_span_get_length (span) > 120)
    return FALSE;
  folded = dup_folded (clues, span);
  return names_place (folded) && !holds (&other_words, folded) && strstr (folded, " > ") == NULL
         && !matchum_posting_employment_says (folded) && !matchum_wording_is_sentence (folded)
         && !is_name (clues, folded);
}

/* The words as a whole, else the first part of them that is a place: "○○물산 / 서울 / 정규직". */
static MatchumPostingFact *
read_words (const MatchumPostingClues *clues, MatchumSpan span)
{
  g_autoptr (GArray) parts = NULL;
  g_autofree char *folded = NULL;

  if (is_place (clues, span))
    return matchum_posting_fact_new (clues->source, span);
  if (matchum_span_get_length (span) > 300)
    return NULL;
  folded = dup_folded (clues, span);
  if (strstr (folded, " > ") != NULL || matchum_wording_is_sentence (folded))
    return NULL;
  parts = matchum_posting_field_split (clues->text, span);
  for (guint i = 0; parts->len >= 2 && i < parts->len; i++)
    if (is_place (clues, g_array_index (parts, MatchumSpan, i)))
      return matchum_posting_fact_new (clues->source, g_array_index (parts, MatchumSpan, i));
  return NULL;
}

static MatchumPostingFact *
find_bare (const MatchumPostingClues *clues)
{
  for (guint i = 0; i < clues->fields->len; i++)
    {
      const MatchumPostingField *field = &g_array_index (clues->fields, MatchumPostingField, i);
      MatchumPostingFact *fact;

      if (field->key != MATCHUM_FIELD_NONE || field->is_alone || field->is_column)
        continue;
      fact = read_words (clues, field->value);
      if (fact != NULL)
        return fact;
    }
  return NULL;
}

/* How many lines stand above the first section. */
static guint
count_head (const MatchumPostingClues *clues)
{
  guint n = MIN (matchum_posting_get_n_lines (clues->posting), HEAD_LINES / 2);

  for (guint i = 1; i < n; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (clues->posting, i);

      if (line->is_heading && line->kind != MATCHUM_POSTING_OTHER)
        return i;
    }
  return n;
}

/* In the head, or among the conditions. */
static gboolean
may_stand (const MatchumPostingLine *line, guint index, guint n_head)
{
  return index < n_head || line->kind == MATCHUM_POSTING_OTHER || line->kind == MATCHUM_POSTING_BENEFIT;
}

/* A line that says a place and little else. */
static MatchumPostingFact *
find_line (const MatchumPostingClues *clues)
{
  guint n = MIN (matchum_posting_get_n_lines (clues->posting), MATCHUM_FIELD_MAX_LINES);
  guint n_head = count_head (clues);

  for (guint i = 0; i < n; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (clues->posting, i);
      MatchumPostingFact *fact;
      g_autofree char *folded = NULL;

      if (!may_stand (line, i, n_head) || (line->is_heading && i >= n_head)
          || matchum_span_get_length (line->span) > 160)
        continue;
      folded = matchum_fold (matchum_posting_line_get_text (line), -1);
      if (i >= n_head && !holds (&stay_words, folded) && !names_district (folded)
          && !matchum_posting_employment_says (folded))
        continue;
      fact = read_words (clues, line->span);
      if (fact != NULL)
        return fact;
    }
  return NULL;
}

/* The words around the name of a place within a sentence: "경기 이천시", "Leeds or Toulouse". */
static gboolean
is_place_word (const char *word)
{
  g_autofree char *padded = g_strdup (word);

  return matchum_word_list_stands_in (&korean_places, padded) || holds (&english_places, word);
}

static MatchumPostingFact *
read_sentence (const MatchumPostingClues *clues, MatchumSpan span)
{
  g_autoptr (MatchumFoldedText) folded =
      matchum_folded_text_new (clues->text + span.start, (gssize) matchum_span_get_length (span));
  const char *text = matchum_folded_text_get_text (folded);
  gsize length = matchum_folded_text_get_length (folded);
  MatchumSpan found = { 0, 0 };
  g_autoptr (GMatchInfo) info = NULL;

  if (g_regex_match (get_pattern (PATTERN_STATION), text, 0, &info))
    {
      gint start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      found = matchum_folded_text_get_original_span (folded, MATCHUM_SPAN ((gsize) start, (gsize) end));
      return matchum_posting_fact_new (clues->source, MATCHUM_SPAN (span.start + found.start, span.start + found.end));
    }
  if (!holds (&stay_words, text) || !names_place (text))
    return NULL;
  for (gsize at = 0; at < length;)
    {
      gsize n = strcspn (text + at, " ,()");
      g_autofree char *word = g_strndup (text + at, n);
      gboolean is_joint = found.end > 0 && (g_str_equal (word, "or") || g_str_equal (word, "and") || n == 0);

      if (n > 0 && is_place_word (word) && !g_str_equal (word, "remote") && strstr (word, "재택") == NULL)
        {
          if (found.end == 0)
            found.start = at;
          found.end = at + n;
        }
      else if (found.end > 0 && !is_joint)
        {
          /* "거제시 장목면에", "성수역" */
          if (at != found.end + 1 || !names_district (word))
            break;
          found.end = at + n;
        }
      at += n + (n == 0 || at + n < length);
    }
  if (found.end == 0)
    return NULL;
  found = matchum_folded_text_get_original_span (folded, found);
  return matchum_posting_fact_new (clues->source, MATCHUM_SPAN (span.start + found.start, span.start + found.end));
}

static MatchumPostingFact *
find_in_sentences (const MatchumPostingClues *clues)
{
  guint n = MIN (matchum_posting_get_n_lines (clues->posting), MATCHUM_FIELD_MAX_LINES);

  for (guint i = 0; i < n; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (clues->posting, i);
      MatchumPostingFact *fact = NULL;

      if ((line->kind == MATCHUM_POSTING_OTHER || line->kind == MATCHUM_POSTING_BENEFIT
           || line->kind == MATCHUM_POSTING_NOTE)
          && matchum_span_get_length (line->span) <= MAX_LINE)
        fact = read_sentence (clues, line->span);
      if (fact != NULL)
        return fact;
    }
  return NULL;
}

MatchumPostingFact *
matchum_posting_place_find (const MatchumPostingClues *clues)
{
  MatchumPostingFact *found = find_labelled (clues, TRUE);

  if (found == NULL)
    found = find_labelled (clues, FALSE);
  if (found == NULL)
    found = find_bare (clues);
  if (found == NULL)
    found = find_line (clues);
  if (found == NULL)
    found = find_in_sentences (clues);
  return found;
}
