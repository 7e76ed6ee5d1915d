/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the title of a posting: in its front matter, on labelled lines, in its headline without the company, the call
 * for people and the tags around it. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "posting/matchum-posting-names.h"

#include <string.h>

#include "posting/matchum-headline.h"
#include "posting/matchum-posting-company.h"
#include "posting/matchum-posting-headline.h"
#include "posting/matchum-posting-wording.h"
#include "posting/matchum-sought-job.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-word-list.h"

/* Names stand near the top; so many lines are looked at. */
#define HEAD_LINES 30
#define MAX_TITLE_LENGTH 180
/* With all that stands around the title. */
#define MAX_HEADLINE_LENGTH 720

typedef struct {
  MatchumSource *source;
  const char *text;
  GArray *shapes;
  const char *company;
  char *headline; /* the words that say the title, with all that stands around it */
  guint line;     /* index of the shape that holds them, G_MAXUINT where none does */
} Search;

static MatchumWordList call_words = MATCHUM_WORD_LIST ("채용|모집|구인|개발|연구| hiring | vacancy | job opening ");

static gboolean
has_words_of (const char *text, MatchumWordList *words)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return matchum_word_list_stands_apart (words, folded);
}

static gboolean
names_job (const char *text)
{
  g_autofree char *folded = matchum_fold (text, -1);

  return matchum_headline_names_job (folded);
}

static gboolean
is_edge (gunichar c)
{
  return matchum_headline_is_edge (c, "<>★");
}

/* Without the blanks and dividers at either end. */
static char *
dup_trimmed (const char *text, gsize length)
{
  return matchum_headline_dup_trimmed (text, length, "<>★");
}

/* "2026년 하반기 간호직" is hired for a job, not for a half-year. */
static void
skip_season (char *title)
{
  static const char *const seasons[] = { "상반기 ", "하반기 ", "1분기 ", "2분기 ",
                                         "3분기 ",  "4분기 ",  "1학기 ", "2학기 " };
  static const char *const years[] = { "학년도", "년도", "년" };
  const char *rest = title;
  gsize digits = strspn (rest, "0123456789");

  if (digits != 4 || strncmp (rest, "20", 2) != 0 || strstr (rest, "사원") != NULL)
    return;
  rest += digits;
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    if (g_str_has_prefix (rest, years[i]))
      {
        rest += strlen (years[i]);
        break;
      }
  if (*rest != ' ')
    return;
  rest += strspn (rest, " ");
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (g_str_has_prefix (rest, seasons[i]))
      {
        rest += strlen (seasons[i]);
        break;
      }
  if (g_str_has_prefix (rest, "제") && g_ascii_isdigit (rest[strlen ("제")]) && strchr (rest, ' ') != NULL)
    rest = strchr (rest, ' ') + 1;
  memmove (title, rest, strlen (rest) + 1);
}

/* "경력 엔지니어 채용 (Mechanical)" */
static void
cut_inner_call (char *title)
{
  static const char *const inner[] = { " 채용 (",     " 모집 (",     " 구인 (",       " 급구 (",       " 구해요 (",
                                       " 모집해요 (", " 구합니다 (", " 모집합니다 (", " 채용합니다 (", " 모십니다 (" };

  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    {
      char *found = strstr (title, inner[i]);

      if (found != NULL && found > title)
        memmove (found, found + strlen (inner[i]) - 2, strlen (found + strlen (inner[i]) - 2) + 1);
    }
}

static void
skip_clause (char *title)
{
  const char *job = matchum_sought_job_skip_clause (title);

  memmove (title, job, strlen (job) + 1);
}

static char *
dup_title (const char *title, gsize length)
{
  g_autofree char *plain = matchum_headline_dup_plain (title, length);
  g_autofree char *trimmed = dup_trimmed (plain, strlen (plain));

  if (strlen (trimmed) > MAX_HEADLINE_LENGTH)
    return NULL;
  matchum_headline_clean (trimmed);
  skip_clause (trimmed);
  cut_inner_call (trimmed);
  skip_season (trimmed);
  if (*trimmed == '\0' || strlen (trimmed) > MAX_TITLE_LENGTH || matchum_posting_headline_says_no_job (trimmed))
    return NULL;
  return g_steal_pointer (&trimmed);
}

/* Taking a headline apart. */

typedef struct {
  const char *mark;
  gboolean is_firm; /* divides company and title, never a title and its detail */
} Divider;

static const char *
find_divider (const char *text, const Divider **divider)
{
  static const Divider dividers[] = { { " | ", TRUE },  { "|", TRUE },   { " @ ", TRUE },  { " at ", TRUE },
                                      { " · ", TRUE },  { " ∙ ", TRUE }, { " ㅣ ", TRUE }, { "★", TRUE },
                                      { "●", TRUE },    { "◆", TRUE },   { " - ", FALSE }, { " – ", FALSE },
                                      { " — ", FALSE }, { ": ", FALSE }, { " : ", FALSE }, { " / ", FALSE } };

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

/* "[회사] 제목", "[경력] 제목". Returns where the title begins. */
static const char *
skip_brackets (const char *text)
{
  for (;;)
    {
      g_autofree char *inner = NULL;
      const char *rest = matchum_headline_skip_bracket (text, &inner);

      if (rest == NULL)
        return text;
      text = rest;
    }
}

/* "연남점 매장 매니저", "연남점에서 …를 찾습니다" behind the name of the chain. */
static const char *
skip_branch (const char *text)
{
  static const char *const particle = "에서";
  gsize n = strcspn (text, " ");
  gsize point = strlen ("점");
  gsize bare = n > strlen (particle) && memcmp (text + n - strlen (particle), particle, strlen (particle)) == 0
                   ? n - strlen (particle)
                   : n;

  if (bare > 2 * point && text[n] == ' ' && memcmp (text + bare - point, "점", point) == 0 && text[n + 1] != '\0')
    return text + n + 1;
  return text;
}

/* Whether what stands before the company says no more than when: "2026년 하반기". */
static gboolean
is_only_season (const char *text, gsize length)
{
  g_autofree char *before = g_strndup (text, length);

  return matchum_posting_headline_says_no_job (before);
}

/* "누리봄 데이터 분석가", "2026년 하반기 누리봄 …", "누리봄에서 …를 찾습니다" */
static char *
dup_behind_company (const char *text, const char *found, gsize length)
{
  static const char *const particles[] = { "에서는 ", "에서 ", "의 ", "와 함께할 ", "과 함께할 ",
                                           "와 ",     "과 ",   ", ",  " " };
  const char *behind = found + length;

  if (!is_only_season (text, (gsize) (found - text)))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    {
      if (g_str_has_prefix (behind, particles[i]))
        {
          const char *rest = behind + strlen (particles[i]);

          return is_edge (g_utf8_get_char (rest)) ? dup_trimmed (rest, strlen (rest)) : g_strdup (skip_branch (rest));
        }
    }
  return is_edge (g_utf8_get_char (behind)) ? dup_trimmed (behind, strlen (behind)) : NULL;
}

/* "분석가 - 누리봄 - 서울", "분석가 (누리봄)", "Analyst at Acme, Seoul": what stands before it is the title. */
static char *
dup_before_company (const char *text, const char *found)
{
  const char *end = found;

  if (found == text)
    return NULL;
  if (found[-1] == '(')
    return dup_trimmed (text, (gsize) (found - 1 - text));
  while (end > text && is_edge (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (end - text > 3 && memcmp (end - 3, " at", 3) == 0)
    return dup_trimmed (text, (gsize) (end - 3 - text));
  if (end == found || found - end < 2 || (guchar) found[-1] == ',')
    return NULL;
  return dup_trimmed (text, (gsize) (end - text));
}

/* "해봄코스메틱(주)" is "해봄코스메틱" in its headline. */
static char *
dup_bare_company (const char *company)
{
  static const char *const forms[] = { "(주)", "㈜", "주식회사 ", " 주식회사", " Inc.", " Ltd", " GmbH", " LLC" };
  g_autoptr (GString) bare = g_string_new (company);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    g_string_replace (bare, forms[i], "", 1);
  return g_strdup (bare->str);
}

static char *
dup_without (const char *text, const char *company)
{
  const char *found = *company != '\0' ? strcasestr (text, company) : NULL;
  char *rest;

  if (found == NULL)
    return NULL;
  rest = dup_behind_company (text, found, strlen (company));
  return rest != NULL ? rest : dup_before_company (text, found);
}

/* A headline without the company; NULL where it does not stand in it as such. */
static char *
dup_without_company (Search *search, const char *text)
{
  g_autofree char *bare = NULL;
  char *rest;

  if (search->company == NULL)
    return NULL;
  rest = dup_without (text, search->company);
  if (rest != NULL)
    return rest;
  bare = dup_bare_company (search->company);
  return dup_without (text, bare);
}

/* The part of a divided headline that says the job. */
static char *
dup_job_part (const char *text)
{
  const Divider *divider = NULL;
  const char *found = find_divider (text, &divider);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (found == NULL)
    return g_strdup (text);
  left = dup_trimmed (text, (gsize) (found - text));
  right = dup_trimmed (found + strlen (divider->mark), strlen (found + strlen (divider->mark)));
  if (divider->is_firm && names_job (left))
    return g_steal_pointer (&left);
  if (*right != '\0' && matchum_posting_headline_says_no_job (left))
    return dup_job_part (right);
  if (!names_job (left) && divider->is_firm && (names_job (right) || has_words_of (right, &call_words)))
    return dup_job_part (right);
  return g_strdup (text);
}

/* "… 채널 '뽀삐하우스' 영상 편집자" */
static const char *
skip_quoted (Search *search, const char *text)
{
  const char *found = search->company != NULL ? strstr (text, search->company) : NULL;
  const char *behind = found != NULL ? found + strlen (search->company) : NULL;

  return found != NULL && found > text && found[-1] == '\'' && behind[0] == '\'' && behind[1] == ' ' ? behind + 2
                                                                                                     : text;
}

static char *
dup_title_of_headline (Search *search, const char *headline)
{
  g_autofree char *plain = matchum_headline_dup_plain (headline, strlen (headline));
  const char *text = skip_quoted (search, skip_brackets (plain));
  g_autofree char *sought = matchum_sought_job_dup (text);
  g_autofree char *rest = NULL;
  g_autofree char *part = NULL;

  if (sought != NULL)
    return g_steal_pointer (&sought);
  rest = dup_without_company (search, text);
  part = dup_job_part (rest != NULL && *rest != '\0' ? rest : text);
  return dup_title (part, strlen (part));
}

/* Where titles stand. */

static const char *const position_keys[] = { "position", "직무",      "포지션", "직무명", "job_title",
                                             "jobTitle", "job-title", "role",   NULL };

/* Of the posting or of the page that it stands on. */
static const char *const title_keys[] = { "title", "제목", "공고명", NULL };

static const char *
get_front_title (MatchumFrontMatter *front_matter, const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *value = matchum_front_matter_get_string (front_matter, keys[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

/* Not "생산직, 관리직 각 1명". */
static gboolean
says_one_job (const char *title)
{
  return names_job (title) && strlen (title) <= 90 && strchr (title, ',') == NULL && strchr (title, '/') == NULL;
}

/* Before what the posting is for. */
static MatchumWordList title_labels = MATCHUM_WORD_LIST ("직무|포지션|직무명|포지션명|지원직무|position|positiontitle|"
                                                         "jobtitle|title|roletitle|vacancy|wearehiring|we'rehiring|"
                                                         "we’rehiring|nowhiring|openposition|openrole");

/* The same, unless a headline says it better: "모집부문: 토목직". */
static MatchumWordList field_labels =
    MATCHUM_WORD_LIST ("채용직무|채용포지션|모집직무|모집포지션|모집부문|모집분야|채용부문|채용분야|채용과목|모집과목|"
                       "초빙분야|채용직종|모집직종|구인직종|직종|담당직무|role|job|"
                       "opening|hiring|post");

static gboolean
holds_label (MatchumWordList *labels, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree char *closed = g_strjoinv ("", words);

  return matchum_word_list_holds (labels, closed, strlen (closed));
}

/* "**직무**: 데이터 분석가" */
static char *
dup_labelled_title (Search *search, MatchumWordList *labels)
{
  for (guint i = 0; i < MIN (search->shapes->len, HEAD_LINES); i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      g_autofree char *label = NULL;
      g_autofree char *value = NULL;
      char *title;

      if (matchum_span_is_empty (shape->label) || search->text[shape->label.end] == '\t')
        continue;
      label = matchum_wording_fold (search->text, shape->label);
      if (!holds_label (labels, label))
        continue;
      value = matchum_posting_company_dup_plain (search->source, shape->value);
      title = dup_title (value, strlen (value));
      if (title != NULL && (labels == &title_labels || says_one_job (title)))
        return title;
      g_free (title);
    }
  return NULL;
}

/* The line that says the title which is known already, for what stands beside it. */
static gboolean
locate (Search *search, const char *title)
{
  for (guint i = 0; i < MIN (search->shapes->len, HEAD_LINES); i++)
    {
      const MatchumLineShape *shape = &g_array_index (search->shapes, MatchumLineShape, i);
      gsize length = matchum_span_get_length (shape->words);

      if (shape->width <= 200 && matchum_posting_headline_may_be (shape)
          && memmem (search->text + shape->words.start, length, title, strlen (title)) != NULL)
        {
          search->line = i;
          search->headline = matchum_posting_company_dup_plain (search->source, shape->words);
          return TRUE;
        }
    }
  return FALSE;
}

/* "주식회사 누리전산" above "B2B 솔루션 영업 (5~10년)": the line under a company that stands alone on top, though it
 * names no job that is known. */
static void
find_under_company (Search *search)
{
  const MatchumLineShape *first = &g_array_index (search->shapes, MatchumLineShape, 0);
  const MatchumLineShape *second = first + 1;
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;

  if (search->shapes->len < 3 || second->width > 50 || !matchum_posting_headline_may_be (second) || second->blanks > 1
      || matchum_posting_company_ends_head (second) || first[2].blanks == 0)
    return;
  plain = matchum_posting_company_dup_plain (search->source, first->words);
  if (g_strcmp0 (plain, search->company) != 0)
    return;
  g_free (g_steal_pointer (&plain));
  plain = matchum_posting_company_dup_plain (search->source, second->words);
  folded = matchum_fold (plain, -1);
  if (*plain == '\0' || matchum_wording_is_sentence (folded) || strstr (plain, " · ") != NULL
      || strstr (plain, "∙") != NULL)
    return;
  search->line = 1;
  search->headline = g_steal_pointer (&plain);
}

/* From the headline, or from a field where that names no job. */
static char *
dup_unlabelled_title (Search *search)
{
  g_autofree char *title = search->headline != NULL ? dup_title_of_headline (search, search->headline) : NULL;
  char *field = title == NULL || !names_job (title) ? dup_labelled_title (search, &field_labels) : NULL;

  return field != NULL ? field : g_steal_pointer (&title);
}

void
matchum_posting_names_find (MatchumSource *source,
                            MatchumFrontMatter *front_matter,
                            GArray *shapes,
                            char **company,
                            char **title)
{
  Search search = { .source = source, .text = matchum_source_get_text (source), .shapes = shapes, .line = G_MAXUINT };
  const char *position = get_front_title (front_matter, position_keys);
  const char *page = get_front_title (front_matter, title_keys);
  g_autofree char *labelled = position == NULL ? dup_labelled_title (&search, &title_labels) : NULL;

  if (labelled == NULL || !locate (&search, labelled))
    matchum_posting_headline_find (source, shapes, &search.line, &search.headline);
  if (position != NULL || (page != NULL && (search.headline == NULL || !names_job (search.headline))))
    {
      g_free (search.headline);
      search.headline = g_strdup (position != NULL ? position : page);
    }
  *company = matchum_posting_company_find (source, front_matter, shapes, search.headline, search.line);
  search.company = *company;
  if (search.headline == NULL && *company != NULL)
    find_under_company (&search);
  if (labelled != NULL)
    *title = g_steal_pointer (&labelled);
  else
    *title = dup_unlabelled_title (&search);
  g_free (search.headline);
}
