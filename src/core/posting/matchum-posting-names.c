/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the company and the title of a posting: in its front matter, on labelled lines, in its headline ("[회사] 제목",
 * "회사 | 제목", "Title at Company"), beside the headline, and last in what the company says of itself. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-posting-names.h"

#include <string.h>

#include "posting/matchum-headline.h"
#include "posting/matchum-posting-wording.h"
#include "posting/matchum-word-list.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-inline-reader.h"

/* Names stand near the top; so many lines are looked at. */
#define HEAD_LINES 30
#define MAX_NAME_LENGTH 90

typedef struct {
  MatchumSource *source;
  const char *text;
  GArray *shapes;
  char *company;
  char *title;
  guint title_line; /* index of the shape that holds the title, G_MAXUINT where none does */
} Search;

static MatchumWordList call_words = MATCHUM_WORD_LIST ("채용|모집|구인|개발|연구| hiring | vacancy | job opening ");

static MatchumWordList calls =
    MATCHUM_WORD_LIST ("찾습니다|모십니다|모집합니다|구합니다|채용합니다|기다립니다|초빙합니다");

/* What stands beside a headline and names no company. */
static MatchumWordList detail_words = MATCHUM_WORD_LIST (
    "서울|경기|인천|부산|대구|대전|광주|판교|강남|성남|성수|제주|세종|재택|원격|근무|고용|정규직|계약직|경력|신입|무관|"
    "학력|지원|채용|모집|마감|"
    "상시|연봉|급여|조회|스크랩|공유|응답률|합격|보상금|직무|포지션|로그인|회원|기업 서비스|이력서|소셜|커리어| remote "
    "| hybrid | onsite |"
    " on site | full time | part time | permanent | contract | fixed term | seoul | london | berlin | location |"
    " applicants | ago | posted | promoted | salary | jobs | companies | sign in | skip to | home | united kingdom |"
    " england | usa | department | team | careers | deadline | apply | entry level | senior level | visa ");

static MatchumWordList tag_words =
    MATCHUM_WORD_LIST ("경력|신입|채용|정규직|계약직|인턴|긴급|급구|수시|상시|재택|원격|공고|모집|전환형|파견|"
                       "공채|병역|전문연구요원|산업기능요원| remote | hiring |"
                       " hybrid | full time | part time | contract | job | urgent | new ");

static MatchumWordList company_marks =
    MATCHUM_WORD_LIST ("(주)|㈜|주식회사| inc | inc. | ltd | ltd. | llc | corp | corporation | gmbh | "
                       "labs | co. | holdings | group | ab | bv | plc ");

/* Brackets and dividers count as blanks. */
static gboolean
holds_any (const char *folded, MatchumWordList *words)
{
  g_autofree char *plain = g_strdelimit (g_strdup (folded), "()[]{},/&:;-|\"", ' ');

  return matchum_word_list_stands_in (words, plain);
}

static gboolean
has_words_of (const char *text, MatchumWordList *words)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return holds_any (folded, words);
}

static gboolean
has_mark (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return matchum_word_list_stands_in (&company_marks, folded);
}

static gboolean
names_job (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return matchum_headline_names_job (folded);
}

/* The words of a span without Markdown, on one line. */
static char *
dup_plain (Search *search, MatchumSpan span)
{
  g_autoptr (MatchumInlineText) content = NULL;
  char *plain;

  if (matchum_span_get_length (span) > 4 * MAX_NAME_LENGTH)
    return g_strdup ("");
  content = matchum_inline_reader_read (search->source, span);
  plain = g_strdup (matchum_inline_text_get_text (content));
  return g_strstrip (g_strdelimit (plain, "\n\t", ' '));
}

static gboolean
is_edge (gunichar c)
{
  return c < 0x80 ? c != 0 && strchr (" \t-|:,/@", (int) c) != NULL
                  : c == 0x00b7 || c == 0x2013 || c == 0x2014 || c == 0x2219 || c == 0x2022;
}

/* Without the blanks and dividers at either end. */
static char *
dup_trimmed (const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end && is_edge (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && is_edge (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

static void
take_company (Search *search, const char *name, gsize length)
{
  g_autofree char *plain = matchum_headline_dup_plain (name, length);
  g_autofree char *trimmed = dup_trimmed (plain, strlen (plain));

  if (search->company == NULL && *trimmed != '\0' && strlen (trimmed) <= MAX_NAME_LENGTH)
    search->company = g_steal_pointer (&trimmed);
}

static gboolean
is_tag (const char *text, gsize length)
{
  g_autofree char *inner = g_strndup (text, length);
  gboolean is_short = g_utf8_strlen (inner, -1) <= 14;

  return is_short && !names_job (inner)
         && (has_words_of (inner, &tag_words) || strstr (inner, "년") != NULL || g_ascii_isdigit (*inner));
}

static void
take_title (Search *search, const char *title, gsize length)
{
  g_autofree char *plain = matchum_headline_dup_plain (title, length);
  g_autofree char *trimmed = dup_trimmed (plain, strlen (plain));

  matchum_headline_clean (trimmed);
  if (search->title == NULL && *trimmed != '\0' && strlen (trimmed) <= 2 * MAX_NAME_LENGTH)
    search->title = g_steal_pointer (&trimmed);
}

typedef struct {
  const char *mark;
  gboolean is_firm; /* divides company and title, never a title and its detail */
} Divider;

static const char *
find_divider (const char *text, const Divider **divider)
{
  static const Divider dividers[] = { { " | ", TRUE }, { "|", TRUE },    { " @ ", TRUE },  { " at ", TRUE },
                                      { " · ", TRUE }, { " - ", FALSE }, { " – ", FALSE }, { " — ", FALSE },
                                      { ": ", FALSE }, { " : ", FALSE }, { " / ", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      const char *found = strstr (text, dividers[i].mark);

      if (found != NULL && found > text)
        {
          *divider = &dividers[i];
          return found;
        }
    }
  return NULL;
}

static gboolean
is_company_like (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return *text != '\0' && g_utf8_strlen (text, -1) <= 32 && !matchum_headline_names_job (folded)
         && !holds_any (folded, &detail_words) && !matchum_wording_is_sentence (folded)
         && (matchum_wording_judge (folded) & (MATCHUM_WORDING_BREAKS_OFF | MATCHUM_WORDING_ADDRESS)) == 0
         && strpbrk (folded, "0123456789%<>") == NULL;
}

/* "NovaForge Seoul", where a place and the like follow: the branch of a company. */
static gboolean
is_branch_like (const char *text)
{
  static const char *const places[] = { " Seoul", " Korea", " London", " Berlin", " Tokyo", " Singapore", " Japan" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *name = NULL;

      if (!g_str_has_suffix (text, places[i]) || strchr (text, ',') != NULL)
        continue;
      name = g_strndup (text, strlen (text) - strlen (places[i]));
      if (is_company_like (name))
        return TRUE;
    }
  return FALSE;
}

/* "당근 채용", "Acme Careers" */
static void
take_company_side (Search *search, const char *text, gsize length)
{
  static const char *const ends[] = { "채용", "채용공고", "채용 공고", "Careers", "careers" };
  g_autofree char *side = dup_trimmed (text, length);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (side, ends[i]) && strlen (side) > strlen (ends[i]))
        {
          side[strlen (side) - strlen (ends[i])] = '\0';
          g_strchomp (side);
        }
    }
  take_company (search, side, strlen (side));
}

/* How often a name stands in the text, counted up to two. */
static guint
count_name (Search *search, const char *name)
{
  const char *text = search->text;
  gsize length = matchum_source_get_length (search->source);
  const char *found = memmem (text, length, name, strlen (name));
  const char *rest;

  if (found == NULL)
    return 0;
  rest = found + strlen (name);
  return memmem (rest, length - (gsize) (rest - text), name, strlen (name)) != NULL ? 2 : 1;
}

/* "[Project VESPER] 원화가", "[2팀] …" */
static gboolean
names_project (const char *text)
{
  static const char *const words[] = { "Project", "PROJECT", "프로젝트", "Team", "팀 ", "Remote", "D-" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_prefix (text, words[i]))
        return TRUE;
    }
  return FALSE;
}

/* "[회사] 제목"; "[경력] 제목" only says for whom. Returns where the title begins. */
static const char *
take_leading_brackets (Search *search, const char *text)
{
  while (*text == '[' || g_str_has_prefix (text, "【"))
    {
      const char *open = g_utf8_next_char (text);
      const char *closing = strstr (open, *text == '[' ? "]" : "】");
      const char *rest;

      if (closing == NULL)
        return text;
      rest = g_utf8_next_char (closing);
      while (*rest == ' ')
        rest++;
      if (*rest == '\0')
        return text;
      if (!is_tag (open, (gsize) (closing - open)) && !names_project (open))
        take_company_side (search, open, (gsize) (closing - open));
      text = rest;
    }
  return text;
}

/* "㈜솔빛 데이터 엔지니어", "속닥숲유치원에서 담임 선생님을 모십니다". Returns where the title begins. */
static const char *
take_leading_company (Search *search, const char *text)
{
  gsize length = strcspn (text, " ");
  g_autofree char *first = g_strndup (text, length);
  g_autofree char *name = NULL;
  const char *rest;

  if (text[length] == '\0')
    return text;
  if (search->company != NULL)
    return strcmp (first, search->company) == 0 ? text + length + 1 : text;
  if (strstr (first, "㈜") != NULL || strstr (first, "(주)") != NULL)
    {
      take_company (search, first, length);
      return text + length + 1;
    }
  rest = matchum_headline_skip_company (text, search->text, matchum_source_get_length (search->source), &name);
  if (rest == NULL || *rest == '\0')
    return text;
  take_company (search, name, strlen (name));
  return rest;
}

/* "… 채널 '뽀삐하우스' 영상 편집자 구해요". Returns where the title begins. */
static const char *
take_quoted_company (Search *search, const char *text)
{
  const char *open = strchr (text, '\'');
  const char *closing = open != NULL ? strchr (open + 1, '\'') : NULL;
  g_autofree char *name = NULL;

  if (search->company != NULL || closing == NULL || closing[1] != ' ' || closing - open < 5 || closing - open > 60
      || !names_job (closing + 1))
    return text;
  name = g_strndup (open + 1, (gsize) (closing - open - 1));
  if ((guchar) *name < 0x80 || names_job (name) || count_name (search, name) < 2)
    return text;
  take_company (search, name, strlen (name));
  return closing + 2;
}

static void
take_headline (Search *search, const char *text)
{
  const Divider *divider = NULL;
  const char *found;
  g_autofree char *plain = NULL;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  gboolean had_company = search->company != NULL;

  plain = matchum_headline_dup_plain (text, strlen (text));
  text = take_quoted_company (search, take_leading_company (search, take_leading_brackets (search, plain)));
  found = find_divider (text, &divider);
  if (found == NULL || (search->company != NULL && !had_company))
    {
      take_title (search, text, strlen (text));
      return;
    }
  left = dup_trimmed (text, (gsize) (found - text));
  right = dup_trimmed (found + strlen (divider->mark), strlen (found + strlen (divider->mark)));
  if (had_company && g_str_has_prefix (left, search->company))
    take_title (search, right, strlen (right));
  else if (had_company && g_str_has_prefix (right, search->company))
    take_title (search, left, strlen (left));
  else if (!names_job (left) && (names_job (right) || (divider->is_firm && has_words_of (right, &call_words)))
           && g_utf8_strlen (left, -1) <= 32)
    {
      take_company_side (search, left, strlen (left));
      take_title (search, right, strcspn (right, "|"));
    }
  else if (names_job (left) && (divider->is_firm ? is_company_like (right) : has_mark (right)))
    {
      take_title (search, left, strlen (left));
      take_company (search, right, strcspn (right, "|"));
    }
  else if (divider->is_firm && names_job (left))
    take_title (search, left, strlen (left));
  else
    take_title (search, text, strlen (text));
}

static const char *
get_first_string (MatchumFrontMatter *front_matter, const char *const *keys)
{
  for (; *keys != NULL; keys++)
    {
      const char *value = matchum_front_matter_get_string (front_matter, *keys);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

static void
read_front_matter (Search *search, MatchumFrontMatter *front_matter)
{
  static const char *const company_keys[] = { "company",     "회사",
                                              "회사명",      "기업명",
                                              "기업",        "company_name",
                                              "companyName", "organization",
                                              "employer",    "hiringOrganization",
                                              NULL };
  static const char *const title_keys[] = { "title",    "position", "직무", "포지션", "직무명", "job_title",
                                            "jobTitle", "role",     "제목", "공고명", NULL };
  const char *company = get_first_string (front_matter, company_keys);
  const char *title = get_first_string (front_matter, title_keys);

  if (company != NULL)
    take_company (search, company, strlen (company));
  if (title != NULL)
    take_headline (search, title);
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  return g_strv_contains (words, text);
}

/* "**회사**: 당근마켓" */
static void
read_labels (Search *search)
{
  static const char *const company_labels[] = { "회사",         "회사명",  "업체명",       "업체",     "상호",
                                                "기관명",       "병원명",  "학교명",       "기업",     "기업명",
                                                "채용기업",     "company", "company name", "employer", "organization",
                                                "organisation", NULL };
  static const char *const title_labels[] = { "직무",        "포지션",    "직무명",   "포지션명",  "채용 직무",
                                              "채용 포지션", "모집 직무", "position", "job title", "title",
                                              "role title",  "vacancy",   NULL };

  for (guint i = 0; i < MIN (search->shapes->len, HEAD_LINES); i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      g_autofree char *label = NULL;
      g_autofree char *value = NULL;

      if (matchum_span_is_empty (shape->label))
        continue;
      label = matchum_wording_fold (search->text, shape->label);
      value = dup_plain (search, shape->value);
      if (is_one_of (label, company_labels))
        take_company (search, value, strlen (value));
      else if (is_one_of (label, title_labels) && search->text[shape->label.end] != '\t')
        take_title (search, value, strlen (value));
    }
}

static gboolean
ends_head (const MatchumLineShape *shape)
{
  gboolean may_be_first = shape->line == 1 && shape->sense.strength < MATCHUM_HEADING_PART;

  return shape->role == MATCHUM_ROLE_HEADING && shape->sense.strength >= MATCHUM_HEADING_STEM && !shape->sense.is_weak
         && shape->style != MATCHUM_STYLE_EMOJI && !may_be_first;
}

static gboolean
may_be_headline (const MatchumLineShape *shape)
{
  gboolean is_decorated =
      shape->line <= 3 && shape->style >= 0x2190 && matchum_span_is_empty (shape->label) && shape->number == 0;

  return (shape->role == MATCHUM_ROLE_TEXT || shape->role == MATCHUM_ROLE_HEADING || shape->role == MATCHUM_ROLE_QUOTE
          || (is_decorated && shape->role == MATCHUM_ROLE_ITEM))
         && shape->width <= 100;
}

static gboolean
is_headline (const char *plain, gboolean is_strict)
{
  g_autofree char *folded = matchum_fold (plain, -1);
  gsize length = strlen (folded);

  if (g_str_has_suffix (folded, "다.") && length <= 120 && matchum_headline_names_job (folded))
    return has_words_of (plain, &calls);
  if (*folded == '\0' || strstr (folded, " > ") != NULL || (length > 0 && folded[length - 1] == '.'))
    return FALSE;
  if (matchum_headline_names_job (folded))
    return TRUE;
  if (*plain == '[')
    return !g_str_has_suffix (plain, "]") || strchr (plain, ']') != plain + strlen (plain) - 1;
  return !is_strict && holds_any (folded, &call_words) && length > 18;
}

static gboolean
find_headline (Search *search, gboolean is_strict)
{
  for (guint i = 0; i < MIN (search->shapes->len, HEAD_LINES); i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      g_autofree char *plain = NULL;

      if (ends_head (shape))
        return FALSE;
      if (!may_be_headline (shape))
        continue;
      plain = dup_plain (search, shape->words);
      if (!is_headline (plain, is_strict))
        continue;
      search->title_line = i;
      take_headline (search, plain);
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_first_heading (Search *search)
{
  for (guint i = 0; i < MIN (search->shapes->len, HEAD_LINES); i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      g_autofree char *plain = NULL;

      if (shape->style != MATCHUM_STYLE_ATX || shape->level != 1)
        continue;
      if (shape->sense.strength == MATCHUM_HEADING_EXACT && !shape->sense.is_weak)
        return FALSE;
      plain = dup_plain (search, shape->words);
      search->title_line = i;
      take_headline (search, plain);
      return TRUE;
    }
  return FALSE;
}

/* The line that says the title which is known already, for what stands beside it. */
static void
locate_title (Search *search)
{
  for (guint i = 0; i < MIN (search->shapes->len, HEAD_LINES); i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      gsize length = matchum_span_get_length (shape->words);

      if (search->title != NULL && shape->width <= 200 && may_be_headline (shape)
          && memmem (search->text + shape->words.start, length, search->title, strlen (search->title)) != NULL)
        {
          search->title_line = i;
          return;
        }
    }
}

/* "[누리봄] 데이터 분석가 채용" above "직무: 데이터 분석가" */
static void
take_located_company (Search *search)
{
  g_autofree char *plain = NULL;

  if (search->title_line == G_MAXUINT)
    return;
  plain = dup_plain (search, g_array_index (search->shapes, MatchumLineShape, search->title_line).words);
  take_leading_brackets (search, plain);
}

/* "Namu Labs (나무랩스) | Seoul, hybrid" gives "Namu Labs" */
static char *
dup_first_segment (const char *plain)
{
  static const char *const dividers[] = { " · ", " ∙ ", " | ", " • ", " / ", " - ", " – ",
                                          " — ", ", ",  "·",   "|",   "∙",   "•",   "\t" };
  gsize length = strlen (plain);
  char *segment;
  char *open;

  for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      const char *found = strstr (plain, dividers[i]);

      if (found != NULL && (gsize) (found - plain) < length)
        length = (gsize) (found - plain);
    }
  segment = dup_trimmed (plain, length);
  open = strrchr (segment, '(');
  if (open != NULL && open > segment && g_str_has_suffix (segment, ")"))
    *open = '\0';
  return g_strchomp (segment);
}

static gboolean
take_company_line (Search *search, guint index, gboolean is_below)
{
  const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, index);
  g_autofree char *plain = NULL;
  g_autofree char *segment = NULL;

  if (shape->role == MATCHUM_ROLE_RULE || shape->role == MATCHUM_ROLE_BOARD || matchum_line_shape_is_bullet (shape)
      || shape->style == MATCHUM_STYLE_ATX || shape->width > 100 || !matchum_span_is_empty (shape->label)
      || ends_head (shape)
      || (shape->role == MATCHUM_ROLE_HEADING && shape->sense.strength >= MATCHUM_HEADING_LOOSE && !shape->is_bold))
    return FALSE;
  plain = dup_plain (search, shape->words);
  if (!is_below && g_str_has_suffix (plain, " logo"))
    plain[strlen (plain) - strlen (" logo")] = '\0';
  segment = dup_first_segment (g_str_has_prefix (plain, "at ") ? plain + strlen ("at ") : plain);
  if ((!is_company_like (segment) && !(strlen (segment) < strlen (plain) && is_branch_like (segment)))
      || (is_below && shape->width > 40 && strlen (segment) == strlen (plain)))
    return FALSE;
  take_company (search, segment, strlen (segment));
  return search->company != NULL;
}

/* Under the title, else right above it. */
static void
find_beside_title (Search *search)
{
  guint last;

  if (search->title_line == G_MAXUINT)
    return;
  last = MIN (search->title_line + 2, search->shapes->len - 1);
  for (guint i = search->title_line + 1; i <= last; i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);

      if (ends_head (shape) || shape->style == MATCHUM_STYLE_ATX)
        break;
      if (take_company_line (search, i, TRUE))
        return;
    }
  if (search->title_line > 0
      && (search->title_line == 1 || g_array_index (search->shapes, MatchumLineShape, search->title_line).blanks == 0))
    take_company_line (search, search->title_line - 1, FALSE);
}

/* The name in "About Parcelo", "Life at Parcelo", "나무랩스 소개", "나무랩스에서는 이런 일을 해요"; NULL where there is
 * none. */
static char *
dup_name_in_heading (const char *plain)
{
  static const char *const before[] = { "About ", "Life at ", "Why join ", "Why ", "Join ", "Working at ", "Meet " };
  static const char *const after[] = { " 소개",        "를 소개",      "을 소개",      "에서는 ",
                                       "에서 이런",    "로의 합류",    "으로의 합류",  "는 어떤 회사",
                                       "은 어떤 회사", "는 이런 회사", "은 이런 회사", " 팀 소개" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      if (g_str_has_prefix (plain, before[i]))
        return dup_trimmed (plain + strlen (before[i]), strcspn (plain + strlen (before[i]), "?!:(|/"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      const char *found = strstr (plain, after[i]);

      if (found != NULL && found > plain)
        return dup_trimmed (plain, (gsize) (found - plain));
    }
  return NULL;
}

static gboolean
is_name (const char *name)
{
  static const char *const others[] = { "회사",   "기업",     "팀",     "조직",   "부서",   "서비스", "포지션",
                                        "직무",   "제품",     "업무",   "우리",   "저희",   "조직을", "팀을",
                                        "회사를", "서비스를", "우리를", "저희를", "부서를", "직무를", "당사",
                                        "자기",   "채용",     "us",     "you",    "me",     "our",    "the",
                                        "this",   "your",     "we",     "role",   "team",   "이",     "본" };
  g_autofree char *folded = matchum_fold (name, -1);
  gsize first = strcspn (folded, " ");

  if (g_utf8_strlen (folded, -1) < 2 || g_utf8_strlen (folded, -1) > 24 || matchum_headline_names_job (folded))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (strlen (others[i]) == first && strncmp (folded, others[i], first) == 0)
        return FALSE;
    }
  return !g_str_has_suffix (folded, "팀") && !g_str_has_suffix (folded, " team")
         && !matchum_wording_is_sentence (folded);
}

static void
find_in_headings (Search *search)
{
  for (guint i = 0; i < search->shapes->len && search->company == NULL; i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      g_autofree char *plain = NULL;
      g_autofree char *name = NULL;

      if (shape->role != MATCHUM_ROLE_HEADING || shape->width > 60)
        continue;
      plain = dup_plain (search, shape->words);
      name = dup_name_in_heading (plain);
      if (name != NULL && is_name (name))
        take_company (search, name, strlen (name));
    }
}

/* "새벽창고는 …하는 회사예요", "Fennwick Energy runs …" */
static char *
dup_subject (const char *plain)
{
  static const char *const verbs[] = { " is ",       " builds ",     " makes ",    " runs ",     " connects ",
                                       " develops ", " provides ",   " helps ",    " operates ", " designs ",
                                       " gives ",    " creates ",    " has been ", " powers ",   " sells ",
                                       " delivers ", " was founded", " offers ",   " works " };
  gsize first = strcspn (plain, " ");
  const char *best = NULL;

  if ((guchar) *plain >= 0xea)
    {
      if (first <= 3 || first >= MAX_NAME_LENGTH
          || (strncmp (plain + first - 3, "는", 3) != 0 && strncmp (plain + first - 3, "은", 3) != 0))
        return NULL;
      return g_strndup (plain, first - 3);
    }
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const char *found = strstr (plain, verbs[i]);

      if (found != NULL && (best == NULL || found < best))
        best = found;
    }
  if (best == NULL || best - plain > 40 || !g_ascii_isupper (*plain))
    return NULL;
  return g_strndup (plain, (gsize) (best - plain));
}

static gboolean
is_company_name (const char *name)
{
  g_autofree char *folded = matchum_fold (name, -1);

  return matchum_headline_names_company (folded);
}

static void
find_in_introduction (Search *search)
{
  for (guint i = 0; i < MIN (search->shapes->len, HEAD_LINES) && search->company == NULL; i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      MatchumSpan span = shape->words;
      g_autofree char *plain = NULL;
      g_autofree char *name = NULL;

      if (shape->role != MATCHUM_ROLE_TEXT || shape->kind != MATCHUM_POSTING_OTHER || shape->width < 30)
        continue;
      if (matchum_span_get_length (span) > 300)
        {
          for (span.end = span.start + 300; ((guchar) search->text[span.end] & 0xc0) == 0x80; span.end--)
            ;
        }
      plain = dup_plain (search, span);
      name = dup_subject (plain);
      if (name != NULL && is_name (name) && is_company_like (name)
          && (count_name (search, name) > 1 || is_company_name (name)))
        take_company (search, name, strlen (name));
    }
}

/* A company that was found later may still stand in the title: "분석가 - 누리봄". */
static void
drop_company_from_title (Search *search)
{
  gsize n_title = search->title != NULL ? strlen (search->title) : 0;
  gsize n_company = search->company != NULL ? strlen (search->company) : 0;
  g_autofree char *rest = NULL;
  gunichar edge;

  if (n_company == 0 || n_title < n_company + 4)
    return;
  if (g_str_has_suffix (search->title, search->company))
    rest = g_strndup (search->title, n_title - n_company);
  else if (g_str_has_prefix (search->title, search->company))
    rest = g_strdup (search->title + n_company);
  else
    return;
  g_strstrip (rest);
  edge = g_str_has_suffix (search->title, search->company) ? g_utf8_get_char (g_utf8_prev_char (rest + strlen (rest)))
                                                           : g_utf8_get_char (rest);
  if (!is_edge (edge))
    return;
  g_free (search->title);
  search->title = dup_trimmed (rest, strlen (rest));
}

/* "별빛종합병원 공고 제2026-41호" */
static void
find_in_notice (Search *search)
{
  for (guint i = 0; i < MIN (search->shapes->len, 4); i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      g_autofree char *plain = NULL;
      const char *found;

      if (shape->width > 100 || !may_be_headline (shape))
        continue;
      plain = dup_plain (search, shape->words);
      found = strstr (plain, " 공고 제");
      if (found != NULL && found > plain)
        take_company (search, plain, (gsize) (found - plain));
    }
}

/* "LARKFIELD ACADEMY" on top of a page is written otherwise in its sentences. */
static void
use_usual_case (Search *search)
{
  gsize n = search->company != NULL ? strlen (search->company) : 0;
  const char *end = search->text + MIN (matchum_source_get_length (search->source), 64 * 1024);

  if (n < 6)
    return;
  for (gsize i = 0; i < n; i++)
    {
      if (g_ascii_islower (search->company[i]) || (guchar) search->company[i] >= 0x80)
        return;
    }
  for (const char *p = search->text; p + n <= end; p++)
    {
      if (g_ascii_toupper (*p) == *search->company && g_ascii_strncasecmp (p, search->company, n) == 0
          && g_ascii_islower (p[n - 1]))
        {
          memcpy (search->company, p, n);
          return;
        }
    }
}

void
matchum_posting_names_find (MatchumSource *source,
                            MatchumFrontMatter *front_matter,
                            GArray *shapes,
                            char **company,
                            char **title)
{
  Search search = {
    .source = source, .text = matchum_source_get_text (source), .shapes = shapes, .title_line = G_MAXUINT
  };

  read_front_matter (&search, front_matter);
  read_labels (&search);
  if (search.title == NULL && !find_first_heading (&search) && !find_headline (&search, TRUE))
    find_headline (&search, FALSE);
  if (search.company == NULL && search.title_line == G_MAXUINT)
    {
      locate_title (&search);
      take_located_company (&search);
    }
  if (search.company == NULL)
    find_in_notice (&search);
  if (search.company == NULL)
    find_beside_title (&search);
  if (search.company == NULL)
    find_in_headings (&search);
  if (search.company == NULL)
    find_in_introduction (&search);
  use_usual_case (&search);
  drop_company_from_title (&search);
  *company = search.company;
  *title = search.title;
}
