/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs the lines near the top of a posting, each as the headline that says what it hires for. */
#include "config.h"

#include "posting/matchum-posting-headline.h"

#include <string.h>

#include "posting/matchum-company-candidates.h"
#include "posting/matchum-headline.h"
#include "posting/matchum-posting-company.h"
#include "posting/matchum-posting-wording.h"
#include "posting/matchum-sought-job.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-word-list.h"

/* Names stand near the top; so many lines are looked at. */
#define HEAD_LINES 30
/* Lines so far down weigh no less than those above them. */
#define MAX_DECLINE 14
/* Lighter lines say nothing. */
#define ENOUGH 8
/* Below it a sentence that says whom the company looks for is better. */
#define UNSURE 26

/* What speaks for and against a line. */
enum {
  ENDS_WITH_JOB = 46, /* one of its parts does: "백엔드 개발자 (결제)", "Acme - Data Engineer" */
  NAMES_JOB = 32,
  GENERAL = 22,        /* "개발자" */
  ENDS_WITH_WORK = 24, /* "B2B 솔루션 영업" */
  BEGINS_WITH_BRACKET = 30,
  TELLS_OF_WORK = 22, /* and is long enough to say more */
  CALLS = 10,         /* "… 채용", "… (신입/경력)" */
  FIRST_HEADING = 26, /* of Markdown */
  FIRST_LINE = 4,
  SENTENCE = -8,
  DETAILS = -16,     /* "경력 3년 · 정규직" */
  BEHIND_ITEM = -20, /* the posting has begun */
  LINE = -1,         /* for each above it */
};

static MatchumWordList call_words = MATCHUM_WORD_LIST ("채용|모집|구인|개발|연구| hiring | vacancy | job opening ");

static MatchumWordList call_ends = MATCHUM_WORD_LIST (
    "채용|모집|구인|구함|초빙|급구|공고|찾습니다|모십니다|모집합니다|구합니다|채용합니다|모집해요|구해요|찾아요|찾고 "
    "있습니다|찾고 있어요|신입|경력|신입·경력");

/* What sentences that call for people end with. */
static MatchumWordList calls =
    MATCHUM_WORD_LIST ("찾습니다|모십니다|모집합니다|구합니다|채용합니다|기다립니다|초빙합니다|찾고 있습니다|모시고 "
                       "있습니다|모집하고 있습니다|채용하고 있습니다|구하고 있습니다|채용하고자 합니다|모시고자 "
                       "합니다|모집하고자 합니다|찾고 있어요|찾아요|모셔요|모집해요|구해요|모집하고 있어요|채용하고 "
                       "있어요|모시고 있어요|찾고 있는데요");

/* Kinds of work that titles end with where nobody is named. */
static MatchumWordList work_ends = MATCHUM_WORD_LIST (
    "영업|마케팅|개발|디자인|기획|설계|운영|회계|재무|인사|총무|구매|생산|품질|교육|상담|물류|회계직|사무|경영지원|"
    "연구|홍보|법무|감사|무역|서비스직|서빙|배송|운송|정비|시공|조립|가공|포장|검사|미화|경비|조리|간호|보육| sales | "
    "marketing | engineering | operations | finance | accounting | legal | design | research | procurement ");

/* Words of a recruitment that tell of no job. */
static MatchumWordList drive_words =
    MATCHUM_WORD_LIST ("상반기|하반기|신규|신입|경력|신입/경력|경력/"
                       "신입|신입·경력|공개|공채|수시|상시|정기|채용|모집|수시채용|상시채용|공개채용|"
                       "정기채용|채용공고|모집공고|공고|시험|채용시험|재공고|인재|직원|직원채용|전직군|전체|각|부문|"
                       "분야|여러|다수|계획|안내|및|"
                       "계획공고|사원|hiring|careers|jobs|vacancies|open|positions|roles|now");

gboolean
matchum_posting_headline_says_no_job (const char *title)
{
  g_autofree char *folded = matchum_fold (title, -1);

  if (matchum_headline_names_job (folded))
    return FALSE;
  for (const char *p = folded; *p != '\0';)
    {
      gsize n = strcspn (p += strspn (p, " "), " ");

      if (n > 0 && !g_ascii_isdigit (*p) && !(g_str_has_prefix (p, "제") && g_ascii_isdigit (p[strlen ("제")]))
          && !matchum_word_list_holds (&drive_words, p, n))
        return FALSE;
      p += n;
    }
  return TRUE;
}

gboolean
matchum_posting_headline_may_be (const MatchumLineShape *shape)
{
  /* "📌 [나래상점] 백엔드 개발자" */
  gboolean has_bracket = !matchum_span_is_empty (shape->label) && shape->label.start > shape->words.start;
  gboolean is_decorated = shape->line <= 3 && shape->style >= 0x2190
                          && (matchum_span_is_empty (shape->label) || has_bracket) && shape->number == 0;

  return (shape->role == MATCHUM_ROLE_TEXT || shape->role == MATCHUM_ROLE_HEADING || shape->role == MATCHUM_ROLE_QUOTE
          || (is_decorated && (shape->role == MATCHUM_ROLE_ITEM || (has_bracket && shape->role == MATCHUM_ROLE_LABEL))))
         && shape->width <= 100;
}

/* "신입/인턴", "Engineering", "개발자 채용": buttons, departments and kinds of contract, seldom a title. */
static gboolean
is_general (const char *folded)
{
  static MatchumWordList general = MATCHUM_WORD_LIST (
      "인턴|직원|사원|경력직|신입직|신입사원|경력사원|아르바이트|알바|담당|담당자|관리자|개발자|디자이너|엔지니어|"
      "매니저|마케터|리더|팀장|기획자|전문가|공고|정보|홈|intern|internship|engineer|engineers|engineering|developer|"
      "developers|manager|managers|associate|lead|director|designer|executive|officer|owner|partner|graduate|"
      "graduates");
  g_auto (GStrv) words = g_strsplit_set (folded, "()[]{},/:;|\"& ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);

      if (n > 0 && !matchum_word_list_holds (&general, words[i], n)
          && !matchum_word_list_holds (&drive_words, words[i], n))
        return FALSE;
    }
  return TRUE;
}

/* Whether one of the parts between dividers and brackets ends so, and says more than a general word. */
static gboolean
has_part_that_ends (const char *folded, gboolean (*ends) (const char *part))
{
  g_auto (GStrv) parts = g_strsplit_set (folded, "()[]{},/:;|\"", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = matchum_headline_dup_trimmed (parts[i], strlen (parts[i]), "!.★☆●◆");

      if (ends (part) && !is_general (part))
        return TRUE;
    }
  return FALSE;
}

static gboolean
ends_with_work (const char *folded)
{
  g_autofree char *padded = g_strconcat (folded, " ", NULL);

  return matchum_word_list_ends (&work_ends, folded, strlen (folded))
         || matchum_word_list_ends (&work_ends, padded, strlen (padded));
}

static gboolean
ends_with_call (const char *folded)
{
  gsize length = strlen (folded);

  while (length > 0 && strchr (" !.)]~", folded[length - 1]) != NULL)
    length--;
  return matchum_word_list_ends (&call_ends, folded, length);
}

/* "저희는 백엔드 개발자를 찾습니다." */
static gboolean
is_call_for_job (const char *folded, gsize length)
{
  return (g_str_has_suffix (folded, "다.") || g_str_has_suffix (folded, "요.")) && length <= 120
         && matchum_headline_names_job (folded) && matchum_word_list_stands_in (&calls, folded);
}

/* What the words of a line say of a job; 0 where they say nothing. */
static gint
weigh_words (const char *plain, const char *folded, gboolean is_first)
{
  gsize length = strlen (folded);
  gboolean is_call = ends_with_call (folded);

  if (*folded == '\0' || strstr (folded, " > ") != NULL)
    return 0;
  if (folded[length - 1] == '.')
    return !is_call_for_job (folded, length) ? 0 : is_first ? ENDS_WITH_JOB : NAMES_JOB + SENTENCE;
  if (matchum_headline_names_job (folded))
    return is_general (folded)                                           ? GENERAL
           : has_part_that_ends (folded, matchum_headline_ends_with_job) ? ENDS_WITH_JOB
           : is_call                                                     ? NAMES_JOB + CALLS
           : matchum_company_names_detail (plain)                        ? NAMES_JOB + DETAILS
                                                                         : NAMES_JOB;
  if ((is_call || is_first) && has_part_that_ends (folded, ends_with_work))
    return ENDS_WITH_WORK + (is_call ? CALLS : 0);
  if (*plain == '[')
    return BEGINS_WITH_BRACKET;
  return length > 18 && matchum_word_list_stands_apart (&call_words, folded) ? TELLS_OF_WORK : 0;
}

/* "담당: 선반 가공" tells of the work under a heading of its own, "[담당] …" may be a headline. */
static gboolean
has_label (const MatchumLineShape *shape, const char *plain)
{
  return !matchum_span_is_empty (shape->label) && *plain != '[' && !g_str_has_prefix (plain, "【");
}

/* "제목: [구인] 나래상사 해외영업 담당자" in a mail. */
static gboolean
is_subject (MatchumSource *source, const MatchumLineShape *shape)
{
  static MatchumWordList labels = MATCHUM_WORD_LIST ("제목|subject|re|fw|fwd|공고명|채용공고명|채용제목|hiring|"
                                                     "now hiring|we are hiring|we're hiring|we’re hiring|job|vacancy|"
                                                     "job opening|opening|채용|구인|모집");
  g_autofree char *label = NULL;

  if (matchum_span_is_empty (shape->label))
    return FALSE;
  label = matchum_wording_fold (matchum_source_get_text (source), shape->label);
  return matchum_word_list_holds (&labels, label, strlen (label));
}

static gint
weigh (const MatchumLineShape *shape, const char *plain, guint index)
{
  g_autofree char *folded = matchum_fold (plain, -1);
  gboolean is_first_heading = shape->style == MATCHUM_STYLE_ATX && shape->level == 1;
  gint weight = weigh_words (plain, folded, index == 0);

  if (weight == 0 && !is_first_heading)
    return 0;
  if (has_label (shape, plain))
    weight += DETAILS;
  if (index == 0)
    weight += FIRST_LINE;
  return weight + (is_first_heading ? FIRST_HEADING : 0) + MIN ((gint) index, MAX_DECLINE) * LINE;
}

/* The first heading of Markdown, unless it announces lines; G_MAXUINT without one. */
static guint
find_first_heading (GArray *shapes)
{
  for (guint i = 0; i < MIN (shapes->len, HEAD_LINES); i++)
    {
      const MatchumLineShape *shape = &g_array_index (shapes, MatchumLineShape, i);

      if (shape->style == MATCHUM_STYLE_ATX && shape->level == 1)
        return shape->sense.strength == MATCHUM_HEADING_EXACT && !shape->sense.is_weak ? G_MAXUINT : i;
    }
  return G_MAXUINT;
}

/* "데이터 분석가 - 나래상점 | 잡코리아" is what the page of a job board is called; what stands before the board is a
 * company, whatever divides it. */
static void
cut_board (char *plain)
{
  static MatchumWordList boards = MATCHUM_WORD_LIST (
      "원티드|잡코리아|사람인|로켓펀치|점핏|프로그래머스|인크루트|알바몬|알바천국|리멤버|캐치|링커리어|랠릿|잡플래닛|"
      "linkedin|indeed|indeed.com|glassdoor|wanted|greenhouse|lever|ashby|workday|otta|monster|totaljobs|reed.co.uk|"
      "welcome to the jungle|careers|jobs|채용|채용공고|채용정보|채용 공고|채용 정보");
  static const char *const dividers[] = { " | ", " - ", " – ", " : " };

  for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      char *found = g_strrstr (plain, dividers[i]);
      g_autofree char *folded = found != NULL ? matchum_fold (found + strlen (dividers[i]), -1) : NULL;
      char *before;

      if (folded == NULL || !matchum_word_list_holds (&boards, folded, strlen (folded)))
        continue;
      *found = '\0';
      before = g_strrstr (plain, " - ");
      if (before != NULL)
        before[1] = '|';
    }
}

typedef struct {
  gint weight;
  guint index;
  char *plain;
} Best;

static void
try_line (Best *best, MatchumSource *source, const MatchumLineShape *shape, guint index, gint more)
{
  gboolean has_subject = is_subject (source, shape);
  g_autofree char *plain = matchum_posting_company_dup_plain (source, has_subject ? shape->value : shape->words);
  const char *rest;
  gint weight;

  cut_board (plain);
  rest = matchum_headline_skip_cry (plain);
  memmove (plain, rest, strlen (rest) + 1);
  weight = weigh (shape, plain, index) + more - (has_subject ? DETAILS : 0);
  if (weight <= best->weight)
    return;
  best->weight = weight;
  best->index = index;
  g_free (best->plain);
  best->plain = g_steal_pointer (&plain);
}

/* The sentence among the first ones that says whom the company looks for. */
static gboolean
find_sought (MatchumSource *source, GArray *shapes, guint *index, char **headline)
{
  guint n_read = 0;

  for (guint i = 0; i < MIN (shapes->len, HEAD_LINES) && n_read < 6; i++)
    {
      const MatchumLineShape *shape = &g_array_index (shapes, MatchumLineShape, i);
      g_autofree char *plain = NULL;
      g_autofree char *sought = NULL;

      if (shape->role != MATCHUM_ROLE_TEXT || shape->width < 24)
        continue;
      n_read++;
      plain = matchum_posting_company_dup_plain (source, shape->words);
      sought = matchum_sought_job_dup (plain);
      if (sought == NULL)
        continue;
      *index = i;
      *headline = g_steal_pointer (&plain);
      return TRUE;
    }
  return FALSE;
}

gboolean
matchum_posting_headline_find (MatchumSource *source, GArray *shapes, guint *index, char **headline)
{
  Best best = { .weight = ENOUGH - 1 };
  guint heading = find_first_heading (shapes);
  gint more = 0;

  if (heading != G_MAXUINT)
    try_line (&best, source, &g_array_index (shapes, MatchumLineShape, heading), heading, 0);
  for (guint i = 0; i < MIN (shapes->len, HEAD_LINES); i++)
    {
      const MatchumLineShape *shape = &g_array_index (shapes, MatchumLineShape, i);

      if (matchum_posting_company_ends_head (shape)
          || ENDS_WITH_JOB + FIRST_LINE + MIN ((gint) i, MAX_DECLINE) * LINE <= best.weight)
        break;
      if (i != heading && (matchum_posting_headline_may_be (shape) || is_subject (source, shape)))
        try_line (&best, source, shape, i, more);
      else if (matchum_line_shape_is_bullet (shape))
        more = BEHIND_ITEM;
    }
  if (best.weight < UNSURE && find_sought (source, shapes, index, headline))
    {
      g_free (best.plain);
      return TRUE;
    }
  if (best.plain == NULL)
    return FALSE;
  *index = best.index;
  *headline = best.plain;
  return TRUE;
}
