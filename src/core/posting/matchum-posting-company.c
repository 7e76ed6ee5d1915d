/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what may be the name of the company, each with the place that it stands at: in front matter, behind a label,
 * in the headline and beside it, in headings and in sentences that tell of the company. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-posting-company.h"

#include <string.h>

#include "posting/matchum-company-candidates.h"
#include "posting/matchum-headline.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-inline-reader.h"
#include "text/matchum-word-list.h"

#define HEAD_LINES 30
#define MAX_NAME_LENGTH 90
/* Names of companies stand so many lines above headlines, with buttons between. */
#define MAX_ABOVE 6
/* Names stand again near the top as well; so much of the text is looked through. */
#define MAX_TEXT (64 * 1024)

typedef struct {
  MatchumSource *source;
  const char *text;
  gsize length;
  GArray *shapes;
  MatchumCompanyCandidates candidates;
} Search;

static MatchumWordList tag_words =
    MATCHUM_WORD_LIST ("경력|신입|채용|정규직|계약직|인턴|긴급|급구|수시|상시|재택|원격|공고|모집|전환형|파견|"
                       "헤드헌팅|서치펌|체험형|연계형|공채|병역|전문연구요원|산업기능요원|프로젝트|본부|부문|실무| "
                       "remote | hiring | hybrid | full time | part time "
                       "| contract | job | urgent | new | project | team ");

/* The subjects of sentences that are no names. */
static MatchumWordList other_subjects = MATCHUM_WORD_LIST (
    "회사|우리|저희|당사|우리 회사|저희 "
    "회사|팀|조직|부서|서비스|포지션|직무|제품|업무|자기|채용|고객|데이터|지금|최근|현재|"
    "올해|작년|여기|이곳|이번|모두|모든|본인|지원자|입사자|합류|면접|전형|서류|처우|급여|연봉|근무지|근무|사람|동료|"
    "구성원|"
    "사용자|시장|기술|문제|목표|미션|비전|역할|자리|공고|기간|장소|세상|일|하루|이런|또는|이 자리|이 포지션|이 역할|본 "
    "포지션|"
    "본 공고|아래|다음|위|것|누구|무엇|매일|매년|국내|해외|글로벌|"
    "you|our|the|this|your|there|here|that|they|she|who|what|the company|company|our company|the organisation|the "
    "organization|the employer|the school|"
    "the hospital|our team|the team|this role|the role|the job|"
    "each|every|everyone|our mission|our product|the position|this position|work|life");

/* Departments of a company are never called so. */
static MatchumWordList house_ends = MATCHUM_WORD_LIST (
    "farm|hospital|university|college|school|academy|museum|gallery|theatre|hotel|restaurant|bakery|clinic|council|"
    "hospice|inc|inc.|ltd|ltd.|limited|llc|gmbh|plc");

static const char *const company_keys[] = { "company",     "회사",
                                            "회사명",      "기업명",
                                            "기업",        "company_name",
                                            "companyName", "organization",
                                            "employer",    "hiringOrganization",
                                            NULL };

static const char *const company_labels[] = { "회사",         "회사명",    "업체명",       "업체",     "상호",
                                              "기관명",       "병원명",    "학교명",       "기업",     "기업명",
                                              "채용기업",     "회사 이름", "사업장",       "사업장명", "company",
                                              "company name", "employer",  "organization", "hospital", "organisation",
                                              "school",       NULL };

char *
matchum_posting_company_dup_plain (MatchumSource *source, MatchumSpan span)
{
  g_autoptr (MatchumInlineText) content = NULL;
  char *plain;

  if (matchum_span_get_length (span) > 4 * MAX_NAME_LENGTH)
    return g_strdup ("");
  content = matchum_inline_reader_read (source, span);
  plain = g_strdup (matchum_inline_text_get_text (content));
  for (char *p = plain; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t')
      *p = ' ';
  return g_strstrip (plain);
}

gboolean
matchum_posting_company_ends_head (const MatchumLineShape *shape)
{
  gboolean may_be_first = shape->line == 1 && shape->sense.strength < MATCHUM_HEADING_PART;

  return shape->role == MATCHUM_ROLE_HEADING && shape->sense.strength >= MATCHUM_HEADING_STEM && !shape->sense.is_weak
         && shape->style != MATCHUM_STYLE_EMOJI && !may_be_first;
}

/* Where names stand. */

static void
add (Search *search, MatchumCompanyClue clue, const char *text, gsize length)
{
  matchum_company_candidates_add (&search->candidates, clue, text, length, 0);
}

static void
gather_fields (Search *search, MatchumFrontMatter *front_matter)
{
  for (guint i = 0; company_keys[i] != NULL; i++)
    {
      const char *value = matchum_front_matter_get_string (front_matter, company_keys[i]);

      if (value != NULL)
        add (search, MATCHUM_CLUE_FRONT_MATTER, value, strlen (value));
    }
  for (guint i = 0; i < MIN (search->shapes->len, HEAD_LINES); i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      g_autofree char *label = NULL;
      g_autofree char *value = NULL;

      if (matchum_span_is_empty (shape->label))
        continue;
      label = matchum_wording_fold (search->text, shape->label);
      if (!g_strv_contains (company_labels, label))
        continue;
      value = matchum_posting_company_dup_plain (search->source, shape->value);
      add (search, MATCHUM_CLUE_LABEL, value, strlen (value));
    }
}

/* "[인프라팀] …", "[신작 MMORPG] …" */
static gboolean
names_team (const char *folded)
{
  static const char *const ends[] = { "팀", "본부", "부문", "파트", "스쿼드", "사업부" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (folded, ends[i]))
      return TRUE;
  return g_str_has_prefix (folded, "신작 ") || g_str_has_prefix (folded, "신규 ");
}

static gboolean
is_tag (const char *inner)
{
  g_autofree char *folded = matchum_fold (inner, -1);

  return matchum_company_names_place (folded)
         || (g_utf8_strlen (inner, -1) <= 14 && !matchum_headline_names_job (folded)
             && !matchum_company_ends_as_one (folded)
             && (matchum_word_list_stands_apart (&tag_words, folded) || strstr (inner, "년") != NULL
                 || g_ascii_isdigit (*inner)))
         || names_team (folded) || matchum_headline_is_common (folded) || g_str_has_prefix (inner, "D-")
         || g_str_has_prefix (folded, "project ");
}

/* "[회사] 제목"; "[경력] 제목" only says for whom. Returns where the rest begins. */
static const char *
gather_brackets (Search *search, const char *text)
{
  for (;;)
    {
      g_autofree char *inner = NULL;
      const char *rest = matchum_headline_skip_bracket (text, &inner);

      if (rest == NULL)
        return text;
      if (!is_tag (inner))
        add (search, MATCHUM_CLUE_BRACKET, inner, strlen (inner));
      text = rest;
    }
}

/* What a headline may begin with: "2026년 하반기 새나라공단 …" */
static const char *
skip_season (const char *text)
{
  static const char *const seasons[] = { "상반기", "하반기", "상·하반기", "신규", "1분기", "2분기", "3분기", "4분기" };

  for (;;)
    {
      gsize n = strcspn (text, " ");
      gboolean is_season =
          n > 0 && (g_ascii_isdigit (*text) || g_str_has_prefix (text, "제1") || g_str_has_prefix (text, "제2"));

      for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
        is_season |= n == strlen (seasons[i]) && memcmp (text, seasons[i], n) == 0;
      if (!is_season || text[n] == '\0')
        return text;
      text += n + strspn (text + n, " ");
    }
}

static void
gather_leading (Search *search, const char *text)
{
  g_autofree char *name = NULL;
  const char *rest;
  gsize first;

  text = skip_season (text);
  first = strcspn (text, " ");
  if (text[first] != ' ')
    return;
  name = g_strndup (text, first);
  if (strstr (name, "㈜") != NULL || strstr (name, "(주)") != NULL || g_str_has_prefix (name, "(재)")
      || g_str_has_prefix (name, "(사)"))
    {
      add (search, MATCHUM_CLUE_LEGAL_WORD, name, first);
      return;
    }
  g_free (g_steal_pointer (&name));
  rest = matchum_headline_skip_company (text, search->text, search->length, &name);
  if (rest != NULL && *rest != '\0')
    add (search,
         g_str_has_prefix (text + strlen (name), "에서") || strchr (name, ' ') != NULL ? MATCHUM_CLUE_LEADING_AT
                                                                                       : MATCHUM_CLUE_LEADING,
         name, strlen (name));
}

/* "… 채널 '뽀삐하우스' 영상 편집자 구해요" */
static void
gather_quoted (Search *search, const char *text)
{
  const char *open = strchr (text, '\'');
  const char *closing = open != NULL ? strchr (open + 1, '\'') : NULL;

  if (closing != NULL && closing[1] == ' ' && closing - open >= 5 && closing - open <= 60 && (guchar) open[1] >= 0x80)
    add (search, MATCHUM_CLUE_QUOTED, open + 1, (gsize) (closing - open - 1));
}

static gboolean
names_job (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return matchum_headline_names_job (folded);
}

/* Where the bracket at the end opens, unless it is "(주)"; NULL without one. */
static char *
find_last_round (char *text)
{
  char *open = strrchr (text, '(');

  return open != NULL && open > text && g_str_has_suffix (text, ")")
                 && (strlen (open) > 5 || !matchum_company_has_legal_form (open))
             ? open
             : NULL;
}

/* "기획자 (나침반모빌리티)" */
static void
add_round (Search *search, char *part)
{
  const char *open = find_last_round (part);

  if (open != NULL && names_job (part))
    add (search, MATCHUM_CLUE_ROUND, open + 1, strlen (open) - 2);
}

/* "Sori Games (Pangyo)" */
static void
add_part (Search *search, const char *text, MatchumCompanyClue clue, gint more)
{
  g_autofree char *part = matchum_company_dup_trimmed (text, strlen (text));
  char *open = find_last_round (part);

  if (open != NULL)
    *open = '\0';
  g_strchomp (part);
  if (*part != '\0')
    matchum_company_candidates_add (&search->candidates, clue, part, strlen (part), more);
}

static gsize
measure_divider (const char *text, gboolean *is_firm)
{
  static const struct {
    const char *mark;
    gboolean is_firm; /* divides company and title, never a title and its detail */
  } dividers[] = { { " | ", TRUE },  { "|", TRUE },    { " @ ", TRUE }, { " at ", TRUE }, { " · ", TRUE },
                   { " ∙ ", TRUE },  { " • ", TRUE },  { "∙", TRUE },   { " ㅣ ", TRUE }, { "★", TRUE },
                   { "☆", TRUE },    { "●", TRUE },    { "◆", TRUE },   { "■", TRUE },    { " - ", FALSE },
                   { " – ", FALSE }, { " — ", FALSE }, { ": ", FALSE }, { " : ", FALSE }, { " / ", FALSE } };

  if (strchr (" |:\xe2", *text) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
    if (g_str_has_prefix (text, dividers[i].mark))
      {
        *is_firm = dividers[i].is_firm;
        return strlen (dividers[i].mark);
      }
  return 0;
}

static void
gather_parts (Search *search, const char *text)
{
  const char *start = text;
  gboolean had_job = FALSE;
  gboolean was_firm = FALSE;
  gboolean is_divided = FALSE;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gboolean is_firm = FALSE;
      gsize n = *p == '\0' ? 0 : measure_divider (p, &is_firm);
      g_autofree char *part = NULL;

      if (*p != '\0' && n == 0)
        continue;
      part = g_strndup (start, (gsize) (p - start));
      is_divided |= n > 0;
      if (!is_divided || names_job (part))
        add_round (search, part);
      else
        add_part (search, part,
                  had_job ? (was_firm ? MATCHUM_CLUE_FIRM_PART : MATCHUM_CLUE_RIGHT_PART)
                          : (is_firm || was_firm ? MATCHUM_CLUE_FIRM_PART : MATCHUM_CLUE_LEFT_PART),
                  had_job && n > 0 ? matchum_company_clue_get_weight (MATCHUM_CLUE_DETAILS_BESIDE) : 0);
      had_job |= names_job (part);
      was_firm = is_firm;
      if (*p == '\0')
        return;
      start = p + n;
      p = start - 1;
      while (((guchar) *p & 0xc0) == 0x80)
        p--;
    }
}

/* "Farm Shop Manager, Applewick Farm, near Ludlow" */
static void
gather_behind_comma (Search *search, const char *text)
{
  const char *comma = strstr (text, ", ");
  const char *start = comma != NULL ? comma + strlen (", ") : NULL;
  gsize n = start != NULL ? strcspn (start, ",|(") : 0;
  g_autofree char *title = comma != NULL ? g_strndup (text, (gsize) (comma - text)) : NULL;
  g_autofree char *folded = n > 0 ? matchum_fold (start, (gssize) n) : NULL;

  if (folded != NULL && names_job (title) && matchum_word_list_ends (&house_ends, g_strchomp (folded), strlen (folded)))
    add (search, MATCHUM_CLUE_FIRM_PART, start, n);
}

static void
gather_headline (Search *search, const char *headline)
{
  g_autofree char *plain = matchum_headline_dup_plain (headline, strlen (headline));
  const char *text = gather_brackets (search, plain);

  gather_leading (search, text);
  gather_behind_comma (search, text);
  gather_quoted (search, text);
  gather_parts (search, text);
}

/* "서울 마포구·경력 3년", but not "오피스 충전 인프라 영업" behind "아파트·". */
static gboolean
tells_details (const char *text)
{
  g_autofree char *folded = matchum_fold (text, (gssize) strcspn (text, "|/,("));

  return matchum_company_names_detail (folded) || matchum_company_names_place (folded);
}

/* Cuts a line where its first part ends; more: what the rest says of the part. */
static char *
dup_first_part (const char *plain, gint *more)
{
  static const char *const dividers[] = { ", ",  " / ",  " · ", " ∙ ", " | ", " • ", " - ", " – ",
                                          " — ", " ㅣ ", "ㅣ",  "·",   "|",   "∙",   "•" };
  gsize length = strlen (plain);
  guint by = G_N_ELEMENTS (dividers);
  char *part;
  char *open;

  for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      const char *found = strstr (plain, dividers[i]);

      if (found != NULL && (gsize) (found - plain) < length)
        {
          length = (gsize) (found - plain);
          by = i;
        }
    }
  if (by < G_N_ELEMENTS (dividers) && strcmp (dividers[by], "·") == 0 && !tells_details (plain + length + strlen ("·")))
    length = strlen (plain);
  else if (by == 0)
    *more += matchum_company_clue_get_weight (MATCHUM_CLUE_COMMA_BEHIND);
  else if (by == 1)
    *more += matchum_company_clue_get_weight (MATCHUM_CLUE_STROKE_BEHIND);
  else if (by < G_N_ELEMENTS (dividers))
    *more += matchum_company_clue_get_weight (MATCHUM_CLUE_DETAILS_BESIDE);
  part = matchum_company_dup_trimmed (plain, length);
  open = find_last_round (part);
  if (open != NULL)
    {
      if (matchum_company_names_detail (open))
        *more += matchum_company_clue_get_weight (MATCHUM_CLUE_NAMES_DETAIL);
      *open = '\0';
    }
  return g_strchomp (part);
}

static gboolean
may_name (const MatchumLineShape *shape)
{
  return shape->role != MATCHUM_ROLE_RULE && shape->role != MATCHUM_ROLE_BOARD && !matchum_line_shape_is_bullet (shape)
         && shape->width <= 100 && matchum_span_is_empty (shape->label) && !matchum_posting_company_ends_head (shape);
}

/* "세상을 밝히는 작은 빛, 반딧불게임즈": the name behind its motto. */
static void
add_tagged (Search *search, const char *plain, MatchumCompanyClue clue)
{
  const char *comma = g_strrstr (plain, ", ");
  g_autofree char *folded = NULL;

  if (comma == NULL || clue != MATCHUM_CLUE_FIRST_LINE)
    return;
  folded = matchum_fold (comma + 2, -1);
  if (matchum_headline_names_company (folded))
    add (search, clue, comma + 2, strlen (comma + 2));
}

/* "Jobs at Parcelo" on top of a page. */
static void
add_named_page (Search *search, const char *plain)
{
  static const char *const before[] = { "Jobs at ", "Careers at ", "Work at ", "Working at ", "Life at " };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (plain, before[i]))
      add (search, MATCHUM_CLUE_HEADING, plain + strlen (before[i]), strlen (plain + strlen (before[i])));
}

static void
gather_line (Search *search, guint index, MatchumCompanyClue clue)
{
  const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, index);
  g_autofree char *plain = NULL;
  g_autofree char *part = NULL;
  gint more = 0;

  if (!may_name (shape) || (shape->style == MATCHUM_STYLE_ATX && shape->level != 1)
      || (shape->role == MATCHUM_ROLE_HEADING && shape->sense.strength >= MATCHUM_HEADING_LOOSE && !shape->is_bold
          && clue == MATCHUM_CLUE_BELOW))
    return;
  plain = matchum_posting_company_dup_plain (search->source, shape->words);
  add_tagged (search, plain, clue);
  if (clue != MATCHUM_CLUE_BELOW)
    add_named_page (search, plain);
  part = dup_first_part (g_str_has_prefix (plain, "at ") ? plain + strlen ("at ") : plain, &more);
  if (strlen (part) == strlen (plain) && shape->width > 40)
    return;
  matchum_company_candidates_add (&search->candidates, clue, part, strlen (part), more);
}

static void
gather_beside (Search *search, guint index)
{
  guint last = MIN (index + 2, search->shapes->len - 1);

  for (guint i = index + 1; i <= last; i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);

      if (matchum_posting_company_ends_head (shape) || shape->style == MATCHUM_STYLE_ATX
          || (i > index + 1 && shape->blanks > 0))
        break;
      if (shape->blanks > 0 && shape->role == MATCHUM_ROLE_HEADING && i + 1 < search->shapes->len
          && matchum_line_shape_is_bullet (shape + 1))
        break;
      gather_line (search, i, MATCHUM_CLUE_BELOW);
    }
  if (index > 0)
    gather_line (search, index - 1,
                 index == 1 || g_array_index (search->shapes, MatchumLineShape, index).blanks == 0
                     ? MATCHUM_CLUE_ABOVE
                     : MATCHUM_CLUE_FIRST_LINE);
  for (guint i = index > MAX_ABOVE ? index - MAX_ABOVE : 0; i + 1 < index; i++)
    gather_line (search, i, MATCHUM_CLUE_FIRST_LINE);
  if (index > MAX_ABOVE)
    gather_line (search, 0, MATCHUM_CLUE_FIRST_LINE);
}

/* The name in "About Parcelo", "Life at Parcelo", "나무랩스 소개", "나무랩스에서는 이런 일을 해요"; NULL where there is
 * none. */
static char *
dup_name_in_heading (const char *plain)
{
  static const char *const before[] = { "About ",      "Life at ", "Why join ", "Why ",        "Join ",
                                        "Working at ", "Meet ",    "Jobs at ",  "Careers at ", "Work at " };
  static const char *const after[] = { " 소개",        "를 소개",      "을 소개",      "에서는 ",
                                       "에서 이런",    "로의 합류",    "으로의 합류",  "는 어떤 회사",
                                       "은 어떤 회사", "는 이런 회사", "은 이런 회사", " 팀 소개" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      if (g_str_has_prefix (plain, before[i]))
        return matchum_company_dup_trimmed (plain + strlen (before[i]), strcspn (plain + strlen (before[i]), "?!:(|/"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      const char *found = strstr (plain, after[i]);

      if (found != NULL && found > plain)
        return matchum_company_dup_trimmed (plain, (gsize) (found - plain));
    }
  return NULL;
}

static gboolean
is_name (const char *name)
{
  static const char *const pronouns[] = { "we", "us", "me", "it", "he", "my" };
  g_autofree char *folded = matchum_fold (name, -1);
  gsize first = strcspn (folded, " ");

  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (first == 2 && strncmp (folded, pronouns[i], 2) == 0)
      return FALSE;
  return g_utf8_strlen (folded, -1) >= 2 && g_utf8_strlen (folded, -1) <= 40
         && matchum_company_count_words (folded) <= 5
         && !matchum_word_list_holds (&other_subjects, folded, strlen (folded)) && !g_str_has_suffix (folded, "팀")
         && !g_str_has_suffix (folded, " team")
         && !((guchar) *folded >= 0xe0 && matchum_word_list_holds (&other_subjects, folded, first))
         && !(g_ascii_isalpha (*folded) && first < strlen (folded) && strncmp (folded, "the ", 4) != 0
              && matchum_word_list_holds (&other_subjects, folded, first));
}

static void
gather_headings (Search *search)
{
  for (guint i = 0; i < search->shapes->len; i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      g_autofree char *plain = NULL;
      g_autofree char *name = NULL;

      if (shape->role != MATCHUM_ROLE_HEADING || shape->width > 60)
        continue;
      plain = matchum_posting_company_dup_plain (search->source, shape->words);
      name = dup_name_in_heading (plain);
      if (name != NULL && is_name (name))
        add (search, MATCHUM_CLUE_HEADING, name, strlen (name));
    }
}

/* "새벽창고는 …", "두드려 보고 건너는 결제, 돌다리입니다" */
static char *
dup_korean_subject (const char *plain)
{
  gsize first = strcspn (plain, " ");

  if (first <= 3 || first >= MAX_NAME_LENGTH || plain[first] != ' ')
    return NULL;
  if (memcmp (plain + first - 3, "는", 3) == 0 || memcmp (plain + first - 3, "은", 3) == 0)
    return g_strndup (plain, first - 3);
  return NULL;
}

/* Where the first word begins that a name does not hold: "runs" of "Bank of Acme runs …". */
static const char *
find_verb (const char *plain)
{
  static const char *const small[] = { "of ", "and ", "for ", "the ", "& " };

  for (const char *p = plain; *p != '\0'; p += strcspn (p, " "), p += strspn (p, " "))
    {
      gboolean is_small = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (small); i++)
        is_small |= g_str_has_prefix (p, small[i]);
      if (g_ascii_islower (*p) && !is_small)
        return p;
    }
  return NULL;
}

/* is_known: gets whether the verb is one that companies are often told by. */
static char *
dup_english_subject (const char *plain, gboolean *is_known)
{
  static MatchumWordList verbs = MATCHUM_WORD_LIST (
      "is|are|has|builds|makes|runs|connects|develops|provides|helps|operates|designs|gives|creates|powers|sells|"
      "delivers|offers|works|cares|keeps|supplies|serves|brings|produces|grows|manages|teaches|publishes|turns|lets|"
      "supports|repairs|moves|treats|insures|ships|trains|writes|owns|exists|stands|lends|feeds|hires|finds|tells");
  const char *verb = g_ascii_isupper (*plain) ? find_verb (plain) : NULL;
  gsize n = verb != NULL ? strcspn (verb, " ") : 0;

  if (n == 0 || verb == plain || verb - plain > 40 || verb[n] != ' ')
    return NULL;
  *is_known = matchum_word_list_holds (&verbs, verb, n) || g_str_has_prefix (verb, "was founded");
  if (!*is_known && (n < 4 || verb[n - 1] != 's' || verb[n - 2] == 's' || verb[n - 2] == 'u' || verb[n - 2] == 'i'))
    return NULL;
  return g_strndup (plain, (gsize) (verb - 1 - plain));
}

/* "가람바이오 데이터실", "무지개상사 인사팀 정민수": the team, and who is of it. */
static void
cut_team (char *name)
{
  static MatchumWordList teams = MATCHUM_WORD_LIST ("팀|실|본부|부서|센터|파트|그룹|사업부|인사부|총무부|과");

  for (char *blank = strchr (name, ' '); blank != NULL; blank = strchr (blank + 1, ' '))
    if (matchum_word_list_ends (&teams, blank + 1, strcspn (blank + 1, " ")))
      {
        *blank = '\0';
        return;
      }
}

/* "안녕하세요, 구독 서비스 하루한알입니다.", "안녕하십니까. 무지개상사 인사팀입니다." */
static gboolean
gather_greeting (Search *search, const char *plain)
{
  static MatchumWordList persons = MATCHUM_WORD_LIST ("헤드헌터|서치펌|컨설턴트|매니저|대표|팀장|담당자|드림|이사");
  g_autofree char *name = NULL;
  const char *end = strstr (plain, "입니다");
  const char *start = plain;

  if (!g_str_has_prefix (plain, "안녕하") || end == NULL)
    return FALSE;
  for (const char *p = plain; p < end; p++)
    if (strchr (",.!?", *p) != NULL)
      start = p + 1;
  name = g_strstrip (g_strndup (start, (gsize) (end - start)));
  if (start == plain || matchum_word_list_stands_in (&persons, name))
    return FALSE;
  cut_team (name);
  start = strrchr (name, ' ') != NULL ? strrchr (name, ' ') + 1 : name;
  if (is_name (start))
    add (search, MATCHUM_CLUE_CALLS, start, strlen (start));
  return TRUE;
}

/* "At Acme, we …", "Join Acme as …" */
static gboolean
gather_call (Search *search, const char *plain)
{
  static const char *const before[] = { "At ", "Here at " };

  if (g_str_has_prefix (plain, "Join ") && strstr (plain, " as a") != NULL && g_ascii_isupper (plain[strlen ("Join ")]))
    {
      add (search, MATCHUM_CLUE_CALLS, plain + strlen ("Join "),
           (gsize) (strstr (plain, " as a") - plain) - strlen ("Join "));
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      const char *name = plain + strlen (before[i]);
      gsize n;

      if (!g_str_has_prefix (plain, before[i]) || !g_ascii_isupper (*name))
        continue;
      n = strcspn (name, ",");
      if (n > 0 && n < 40 && name[n] == ','
          && (g_str_has_prefix (name + n, ", we") || g_str_has_prefix (name + n, ", our")))
        {
          add (search, MATCHUM_CLUE_CALLS, name, n);
          return TRUE;
        }
    }
  return FALSE;
}

static void
gather_sentence (Search *search, const char *plain, gboolean is_first)
{
  g_autofree char *name = NULL;
  gboolean is_known = TRUE;
  gint more = is_first ? matchum_company_clue_get_weight (MATCHUM_CLUE_DETAILS_BESIDE) : 0;

  if (gather_call (search, plain) || gather_greeting (search, plain))
    return;
  name = (guchar) *plain >= 0xea ? dup_korean_subject (plain) : NULL;
  if (name == NULL)
    name = dup_english_subject (plain, &is_known);
  if (!is_known)
    more += matchum_company_clue_get_weight (MATCHUM_CLUE_OTHER_VERB);
  if (name != NULL && is_name (name))
    matchum_company_candidates_add (&search->candidates, MATCHUM_CLUE_SUBJECT, name, strlen (name), more);
}

/* The sentences that tell of the company, near the top. */
static void
gather_introduction (Search *search)
{
  guint n_read = 0;

  for (guint i = 0; i < MIN (search->shapes->len, HEAD_LINES) && n_read < 4; i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      MatchumSpan span = shape->words;
      g_autofree char *plain = NULL;

      if (shape->role != MATCHUM_ROLE_TEXT || shape->kind != MATCHUM_POSTING_OTHER || shape->width < 24)
        continue;
      if (matchum_span_get_length (span) > 300)
        {
          for (span.end = span.start + 300; ((guchar) search->text[span.end] & 0xc0) == 0x80; span.end--)
            ;
        }
      plain = matchum_posting_company_dup_plain (search->source, span);
      gather_sentence (search, plain, n_read == 0);
      n_read += (shape->wording & (MATCHUM_WORDING_SENTENCE | MATCHUM_WORDING_STOPS)) != 0;
    }
}

/* "별빛종합병원 공고 제2026-41호" */
static void
gather_notice (Search *search)
{
  for (guint i = 0; i < MIN (search->shapes->len, 4); i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      g_autofree char *plain = NULL;
      g_autofree char *office = NULL;
      const char *found;

      if (shape->width > 100 || !may_name (shape))
        continue;
      plain = matchum_posting_company_dup_plain (search->source, shape->words);
      found = strstr (plain, " 공고 제");
      if (found == NULL || found == plain)
        continue;
      *(char *) found = '\0';
      office = g_strconcat (plain, "청", NULL);
      if (memmem (search->text, search->length, office, strlen (office)) != NULL)
        add (search, MATCHUM_CLUE_NOTICE, office, strlen (office));
      else
        add (search, MATCHUM_CLUE_NOTICE, plain, strlen (plain));
    }
}

char *
matchum_posting_company_find (MatchumSource *source,
                              MatchumFrontMatter *front_matter,
                              GArray *shapes,
                              const char *headline,
                              guint index)
{
  Search search = { .source = source, .text = matchum_source_get_text (source), .shapes = shapes };
  char *company;

  search.length = MIN (matchum_source_get_length (source), MAX_TEXT);
  matchum_company_candidates_init (&search.candidates, search.text, search.length);
  gather_fields (&search, front_matter);
  if (search.candidates.names->len == 0)
    {
      gather_notice (&search);
      if (headline != NULL)
        gather_headline (&search, headline);
      if (index < shapes->len)
        gather_beside (&search, index);
      else if (shapes->len > 0)
        gather_line (&search, 0, MATCHUM_CLUE_FIRST_LINE);
      gather_headings (&search);
      gather_introduction (&search);
    }
  company = matchum_company_candidates_steal_heaviest (&search.candidates);
  matchum_company_candidates_clear (&search.candidates);
  return company;
}
