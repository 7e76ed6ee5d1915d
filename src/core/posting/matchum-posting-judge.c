/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges lines one by one: marks of their own ("우대", "필수"), labels ("학력 : 무관"), and, where no heading says what
 * the lines are, sentences that ask whatever stands around them. */
#include "config.h"

#include "posting/matchum-posting-judge.h"

#include <string.h>

#include "posting/matchum-headline.h"
#include "posting/matchum-posting-sections.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-word-list.h"

/* Columns: a bare list where every line is shorter is a list of names. */
#define MAX_NAME_WIDTH 60
#define MIN_PROSE_WIDTH 30

typedef struct {
  const char *text;
  GArray *shapes;
  gboolean is_told_required; /* a heading says that the lines under it are required */
} Judge;

static MatchumWordList meta_labels = MATCHUM_WORD_LIST (
    "회사|회사명|업체명|기업명|기업|상호|기관명|대표자|대표|업종|사원수|설립일|매출|매출액|기업형태|홈페이지|주소|위치|"
    "근무지|근무지역|근무장소|근무시간|근무요일|근무형태|근무기간|고용형태|채용형태|계약기간|임용예정일|입사일|급여|"
    "직무|직무명|포지션|포지션명|"
    "보수|모집직무|채용직무|지원직무|채용분야|채용직종|채용직급|모집직급|"
    "연봉|월급|시급|모집인원|채용인원|인원|모집부문|모집분야|모집직종|직종및인원|직급|직책|부서|소속|담당자|전화|"
    "연락처|"
    "이메일|메일|문의|문의처|접수|접수기간|접수방법|접수처|기간|방법|마감|마감일|시작일|작성일|등록일|조회|조회수|"
    "지원|지원방법|제출서류|제출처|전형방법|전형절차|복리후생|복지|상태|출처|company|location|locations|department|"
    "team|salary|pay|"
    "hours|"
    "position|jobtitle|title|"
    "contract|type|jobtype|employmenttype|startdate|start|closingdate|deadline|applyby|dateposted|posted|reference|"
    "referencenumber|band|reportsto|website|address|contact|phone|email|worklocation|livein|benefits");

/* Of these facts the one who applies needs none, even in a list of what is asked: "직무 : 게임 프로그래머", "모집인원 :
 * 2명". */
static MatchumWordList opening_labels = MATCHUM_WORD_LIST (
    "직무|직무명|포지션|포지션명|모집직무|채용직무|모집부문|모집분야|채용분야|모집인원|채용인원|채용직급|"
    "고용형태|채용형태|근무지|근무장소|position|jobtitle|headcount|openings");

static MatchumLineShape *
get_shape (Judge *judge, guint index)
{
  return &g_array_index (judge->shapes, MatchumLineShape, index);
}

static gboolean
is_ask (MatchumPostingKind kind)
{
  return kind == MATCHUM_POSTING_REQUIRED || kind == MATCHUM_POSTING_PREFERRED;
}

static gboolean
has_wording (const MatchumLineShape *shape, guint32 bits)
{
  return (shape->wording & bits) != 0;
}

MatchumSectionCount
matchum_posting_judge_count (GArray *shapes, guint first, guint end)
{
  MatchumSectionCount count = { 0 };
  guint n_pictures = 0;

  for (guint i = first; i < end; i++)
    {
      const MatchumLineShape *shape = &g_array_index (shapes, MatchumLineShape, i);

      n_pictures += shape->role == MATCHUM_ROLE_ITEM && shape->style == MATCHUM_STYLE_EMOJI;
      count.items += shape->role == MATCHUM_ROLE_ITEM && shape->style != MATCHUM_STYLE_EMOJI;
      count.texts += shape->role == MATCHUM_ROLE_TEXT;
    }
  count.has_pictures = count.items == 0 && count.texts == 0 && n_pictures > 1;
  if (count.has_pictures)
    count.items = n_pictures;
  return count;
}

/* The section that begins at index, a heading or the first line: one past its last line. */
static guint
find_section_end (Judge *judge, guint index)
{
  guint i;

  for (i = index + 1; i < judge->shapes->len; i++)
    {
      MatchumLineShape *shape = get_shape (judge, i);

      if (shape->role == MATCHUM_ROLE_HEADING || shape->role == MATCHUM_ROLE_BOARD
          || (shape->role == MATCHUM_ROLE_LABEL && !shape->is_settled))
        break;
    }
  return i;
}

/* Whether any heading or label says what the lines under it are. */
static gboolean
says_any_kind (Judge *judge)
{
  for (guint i = 0; i < judge->shapes->len; i++)
    {
      MatchumLineShape *shape = get_shape (judge, i);

      if ((shape->role == MATCHUM_ROLE_LABEL || shape->role == MATCHUM_ROLE_HEADING)
          && shape->kind != MATCHUM_POSTING_OTHER)
        return TRUE;
    }
  return FALSE;
}

/* "우대" in "다음의 경우 우대함 : …" and the facts that any posting begins with; FALSE where the label says neither. */
static gboolean
judge_label (Judge *judge, const MatchumLineShape *shape, gboolean is_told, MatchumPostingKind *kind)
{
  const MatchumHeadingSense sense = shape->label_sense;
  g_autofree char *folded = NULL;
  MatchumHeadingKey key;

  if (matchum_span_is_empty (shape->label))
    return FALSE;
  folded = matchum_wording_fold (judge->text, shape->label);
  matchum_heading_key_init (&key, folded, strlen (folded));
  if (sense.kind == MATCHUM_POSTING_PREFERRED && sense.strength >= MATCHUM_HEADING_LOOSE && !sense.is_ask
      && is_ask (shape->kind))
    {
      *kind = MATCHUM_POSTING_PREFERRED;
      return TRUE;
    }
  if (is_ask (shape->kind) && matchum_word_list_holds (&opening_labels, key.compact, key.n_compact))
    {
      *kind = MATCHUM_POSTING_OTHER;
      return TRUE;
    }
  if (is_told && shape->kind != MATCHUM_POSTING_DUTY)
    return FALSE;
  if (matchum_word_list_holds (&meta_labels, key.compact, key.n_compact))
    {
      *kind = MATCHUM_POSTING_OTHER;
      return TRUE;
    }
  if (!is_told && sense.strength == MATCHUM_HEADING_EXACT && sense.is_weak && sense.kind == MATCHUM_POSTING_REQUIRED
      && shape->role == MATCHUM_ROLE_ITEM)
    {
      *kind = MATCHUM_POSTING_REQUIRED;
      return TRUE;
    }
  return FALSE;
}

/* What a sentence is that stands under no heading that tells. */
static MatchumPostingKind
judge_sentence (const MatchumLineShape *shape)
{
  gboolean demands = has_wording (shape, MATCHUM_WORDING_DEMANDS);
  gboolean asks = has_wording (shape, MATCHUM_WORDING_ASKS);

  if (has_wording (shape, MATCHUM_WORDING_POINTS | MATCHUM_WORDING_ADDRESS) && !demands)
    return MATCHUM_POSTING_OTHER;
  if (has_wording (shape, MATCHUM_WORDING_PREFERRED)
      || (has_wording (shape, MATCHUM_WORDING_WISHES) && !demands
          && (asks || !has_wording (shape, MATCHUM_WORDING_CALLS | MATCHUM_WORDING_OFFERS))))
    return MATCHUM_POSTING_PREFERRED;
  if (demands && (asks || has_wording (shape, MATCHUM_WORDING_HOLDS | MATCHUM_WORDING_CALLS)))
    return MATCHUM_POSTING_REQUIRED;
  if (asks && !has_wording (shape, MATCHUM_WORDING_OFFERS | MATCHUM_WORDING_STEPS | MATCHUM_WORDING_CALLS))
    return MATCHUM_POSTING_REQUIRED;
  return MATCHUM_POSTING_OTHER;
}

/* "막힌 곳을 찾아요" among duties calls for nobody. */
static gboolean
seeks_things (const MatchumLineShape *shape)
{
  static const char *const people[] = { "분을", "분들을", "동료를", "인재를", "사람을" };

  if (shape->kind != MATCHUM_POSTING_DUTY || !has_wording (shape, MATCHUM_WORDING_DOES)
      || has_wording (shape, MATCHUM_WORDING_POINTS))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      if (strstr (shape->folded, people[i]) != NULL)
        return FALSE;
    }
  return !matchum_headline_names_job (shape->folded);
}

/* What a line in a section that asks, or tells of duties, really is. */
static MatchumPostingKind
judge_line (const MatchumLineShape *shape, const MatchumSectionCount *section)
{
  MatchumPostingKind kind = shape->kind;
  gboolean is_item = shape->role == MATCHUM_ROLE_ITEM
                     && (shape->style != MATCHUM_STYLE_EMOJI || section->items == 0 || section->has_pictures);

  if (shape->role == MATCHUM_ROLE_NOTE)
    return MATCHUM_POSTING_NOTE;
  if (shape->role == MATCHUM_ROLE_QUOTE || shape->role == MATCHUM_ROLE_BOARD)
    return MATCHUM_POSTING_OTHER;
  if (!is_item && shape->role != MATCHUM_ROLE_LABEL)
    {
      if ((matchum_wording_introduces (shape->wording) && !seeks_things (shape)) || shape->ends_colon
          || (has_wording (shape, MATCHUM_WORDING_ASKS_BACK) && has_wording (shape, MATCHUM_WORDING_LATIN)))
        return MATCHUM_POSTING_OTHER;
      if (is_ask (kind) && has_wording (shape, MATCHUM_WORDING_OWN) && has_wording (shape, MATCHUM_WORDING_SENTENCE)
          && !has_wording (shape, MATCHUM_WORDING_DEMANDS | MATCHUM_WORDING_WISHES | MATCHUM_WORDING_CALLS))
        return MATCHUM_POSTING_OTHER;
      if (section->items > 0
          && (kind == MATCHUM_POSTING_DUTY || !has_wording (shape, MATCHUM_WORDING_ASKS)
              || has_wording (shape, MATCHUM_WORDING_SENTENCE)))
        return MATCHUM_POSTING_OTHER;
    }
  if (has_wording (shape, MATCHUM_WORDING_BIDS)
      && !has_wording (shape, MATCHUM_WORDING_ASKS | MATCHUM_WORDING_DEMANDS | MATCHUM_WORDING_WISHES))
    return MATCHUM_POSTING_OTHER;
  if (is_ask (kind) && has_wording (shape, MATCHUM_WORDING_PREFERRED))
    return MATCHUM_POSTING_PREFERRED;
  if (is_ask (kind) && has_wording (shape, MATCHUM_WORDING_REQUIRED))
    return MATCHUM_POSTING_REQUIRED;
  return kind;
}

static gboolean
is_judged (const MatchumLineShape *shape)
{
  return shape->role != MATCHUM_ROLE_HEADING && shape->role != MATCHUM_ROLE_CONTINUES
         && shape->role != MATCHUM_ROLE_RULE;
}

/* Whether a heading tells what its lines are by more than a loose word. */
static gboolean
is_told (const MatchumLineShape *head)
{
  return (head->role == MATCHUM_ROLE_HEADING || head->role == MATCHUM_ROLE_LABEL)
         && (head->is_within || head->sense.strength >= MATCHUM_HEADING_STEM);
}

/* Text without bullets, most of it sentences; duties may be told in sentences that no full stop ends, as in a list. */
static gboolean
is_prose (Judge *judge, guint first, guint end, const MatchumSectionCount *count)
{
  guint n_sentences = 0;
  gboolean is_list = TRUE;

  if (count->items > 0 || count->texts == 0)
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      const MatchumLineShape *shape = get_shape (judge, i);

      n_sentences += shape->role == MATCHUM_ROLE_TEXT && has_wording (shape, MATCHUM_WORDING_SENTENCE)
                     && shape->width >= MIN_PROSE_WIDTH;
      is_list &= shape->role != MATCHUM_ROLE_TEXT
                 || (shape->kind == MATCHUM_POSTING_DUTY
                     && (!has_wording (shape, MATCHUM_WORDING_STOPS)
                         || (has_wording (shape, MATCHUM_WORDING_DOES) && !has_wording (shape, MATCHUM_WORDING_OWN))));
    }
  return n_sentences * 2 > count->texts && (!is_list || count->texts < 3);
}

/* The same, and those that tell of duties. */
static MatchumPostingKind
judge_telling (const MatchumLineShape *shape)
{
  MatchumPostingKind kind = judge_sentence (shape);

  if (kind == MATCHUM_POSTING_OTHER && has_wording (shape, MATCHUM_WORDING_TAKES_ON)
      && !has_wording (shape, MATCHUM_WORDING_OFFERS | MATCHUM_WORDING_ADDRESS))
    return MATCHUM_POSTING_DUTY;
  return kind;
}

/* Whether at least half of the sentences ask for themselves, in a section that was found to ask. */
static gboolean
is_asking_prose (Judge *judge, guint first, guint end)
{
  guint n_asking = 0;
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      const MatchumLineShape *shape = get_shape (judge, i);

      if (shape->role != MATCHUM_ROLE_TEXT)
        continue;
      if (!is_ask (shape->kind) || has_wording (shape, MATCHUM_WORDING_TAKES_ON))
        return FALSE;
      n_asking += is_ask (judge_sentence (shape));
      n++;
    }
  return n_asking * 3 >= n * 2 && n_asking > 1;
}

/* "수셰프" and sentences under it, of which some ask and some tell of duties. */
static void
judge_prose (Judge *judge, guint first, guint end)
{
  gboolean is_asking = is_asking_prose (judge, first, end);

  for (guint i = first; i < end; i++)
    {
      MatchumLineShape *shape = get_shape (judge, i);
      MatchumPostingKind kind;

      if (shape->role != MATCHUM_ROLE_TEXT)
        continue;
      kind = judge_telling (shape);
      is_asking &= i <= first + 1 || shape->blanks <= get_shape (judge, i - 1)->blanks;
      if (!is_asking || kind != MATCHUM_POSTING_OTHER
          || has_wording (shape, MATCHUM_WORDING_ADDRESS | MATCHUM_WORDING_POINTS | MATCHUM_WORDING_OFFERS))
        shape->kind = (guint8) kind;
    }
}

/* A sentence by itself, after a blank line, below "우대 : …" on one line; or a line that says what is given. */
static gboolean
stands_behind_label (const MatchumLineShape *head, const MatchumLineShape *shape)
{
  MatchumLineClass class;

  if (head->role != MATCHUM_ROLE_LABEL || shape->role != MATCHUM_ROLE_TEXT)
    return FALSE;
  if (shape->blanks > 0 && has_wording (shape, MATCHUM_WORDING_SENTENCE))
    return TRUE;
  class = matchum_posting_sections_classify (shape->wording, FALSE);
  return class == MATCHUM_LINE_OFFERS || class == MATCHUM_LINE_CONDITION || class == MATCHUM_LINE_STEPS
         || class == MATCHUM_LINE_ADDRESSES;
}

/* "FLT licence (required)", whatever stands above it; under a button of a page nothing but that. */
static gboolean
is_marked (const MatchumLineShape *shape, const MatchumLineShape *head)
{
  if (head->role == MATCHUM_ROLE_BOARD && !g_str_has_suffix (shape->folded, "(required)")
      && !g_str_has_suffix (shape->folded, "(preferred)"))
    return FALSE;
  return (shape->role == MATCHUM_ROLE_TEXT || shape->role == MATCHUM_ROLE_ITEM)
         && has_wording (shape, MATCHUM_WORDING_PREFERRED | MATCHUM_WORDING_REQUIRED)
         && has_wording (shape, MATCHUM_WORDING_HOLDS) && !has_wording (shape, MATCHUM_WORDING_SENTENCE);
}

/* "Applicants must have the right to work", wherever it stands. */
static gboolean
asks_for_right_to_work (const MatchumLineShape *shape)
{
  return (shape->role == MATCHUM_ROLE_TEXT || shape->role == MATCHUM_ROLE_ITEM)
         && has_wording (shape, MATCHUM_WORDING_DEMANDS) && !has_wording (shape, MATCHUM_WORDING_ASKS_BACK)
         && (strstr (shape->folded, "right to work") != NULL || strstr (shape->folded, "authorized to work") != NULL
             || strstr (shape->folded, "authorised to work") != NULL
             || strstr (shape->folded, "eligible to work") != NULL);
}

static gboolean
does_only (const MatchumLineShape *shape)
{
  MatchumLineClass class = matchum_posting_sections_classify (shape->wording, shape->role == MATCHUM_ROLE_ITEM);

  return class == MATCHUM_LINE_DOES || class == MATCHUM_LINE_TELLS_BARE;
}

static gboolean
asks_only (const MatchumLineShape *shape)
{
  return matchum_posting_sections_classify (shape->wording, shape->role == MATCHUM_ROLE_ITEM) == MATCHUM_LINE_ASKS;
}

/* Under a heading that does not tell, a list of what is asked may begin with duties, or one of duties end with what is
 * asked, where no heading between them was found. */
static void
divide_section (Judge *judge, guint first, guint end)
{
  MatchumPostingKind kind = MATCHUM_POSTING_OTHER;
  guint n_does = 0;
  guint n_asks = 0;
  guint last = first;

  for (guint i = first; i < end; i++)
    {
      const MatchumLineShape *shape = get_shape (judge, i);

      if (shape->role != MATCHUM_ROLE_TEXT && shape->role != MATCHUM_ROLE_ITEM)
        continue;
      if (n_asks == 0 && does_only (shape))
        {
          n_does++;
          last = i;
        }
      else if (asks_only (shape))
        n_asks++;
      kind = shape->kind;
    }
  if (n_does < 2 || n_asks < 2 || (kind != MATCHUM_POSTING_REQUIRED && kind != MATCHUM_POSTING_DUTY))
    return;
  for (guint i = first; i < end; i++)
    {
      MatchumLineShape *shape = get_shape (judge, i);

      if (shape->role == MATCHUM_ROLE_TEXT || shape->role == MATCHUM_ROLE_ITEM)
        shape->kind = i <= last ? MATCHUM_POSTING_DUTY : MATCHUM_POSTING_REQUIRED;
    }
}

/* "★ 오피스빌딩 보안요원 ★": a first line whose mark no line under it carries. */
static gboolean
is_decorated_headline (Judge *judge, guint index)
{
  const MatchumLineShape *shape = get_shape (judge, index);

  if (index > 0 || shape->role != MATCHUM_ROLE_ITEM || judge->shapes->len < 3)
    return FALSE;
  for (guint i = 1; i < MIN (judge->shapes->len, 6); i++)
    {
      if (get_shape (judge, i)->style == shape->style)
        return FALSE;
    }
  return get_shape (judge, 1)->blanks > 0;
}

static void
judge_section (Judge *judge, guint first, guint end)
{
  MatchumSectionCount count = matchum_posting_judge_count (judge->shapes, first, end);
  gboolean has_head = is_told (get_shape (judge, first));

  if (!has_head && !judge->is_told_required && get_shape (judge, first)->role == MATCHUM_ROLE_HEADING
      && is_prose (judge, first, end, &count))
    {
      judge_prose (judge, first, end);
      return;
    }
  if (!has_head)
    divide_section (judge, first, end);

  for (guint i = first; i < end; i++)
    {
      MatchumLineShape *shape = get_shape (judge, i);
      MatchumPostingKind kind;

      if (!is_judged (shape))
        continue;
      if (is_decorated_headline (judge, i))
        shape->kind = MATCHUM_POSTING_OTHER;
      else if (stands_behind_label (get_shape (judge, first), shape))
        shape->kind = (guint8) judge_sentence (shape);
      else if (!has_head && is_marked (shape, get_shape (judge, first)))
        shape->kind =
            has_wording (shape, MATCHUM_WORDING_PREFERRED) ? MATCHUM_POSTING_PREFERRED : MATCHUM_POSTING_REQUIRED;
      else if ((shape->role != MATCHUM_ROLE_LABEL || shape->kind == MATCHUM_POSTING_DUTY)
               && judge_label (judge, shape, has_head, &kind))
        {
          shape->kind = (guint8) kind;
          shape->is_settled |= kind == MATCHUM_POSTING_PREFERRED;
        }
      else if (is_ask (shape->kind) || shape->kind == MATCHUM_POSTING_DUTY)
        shape->kind = (guint8) judge_line (shape, &count);
      else if (asks_for_right_to_work (shape))
        shape->kind = MATCHUM_POSTING_REQUIRED;
    }
}

/* Nothing says what the lines are: those that ask are taken, and a bare list of names, which asks for all of them. */
static void
take_what_asks (Judge *judge)
{
  gboolean is_introduction = FALSE;
  gboolean is_list = TRUE;
  guint n_asking = 0;

  for (guint i = 0; i < judge->shapes->len; i++)
    {
      MatchumLineShape *shape = get_shape (judge, i);

      if (shape->role == MATCHUM_ROLE_HEADING)
        is_introduction = shape->sense.strength != MATCHUM_HEADING_UNKNOWN;
      if (!is_judged (shape) || is_introduction)
        continue;
      shape->kind = (guint8) judge_telling (shape);
      n_asking += is_ask (shape->kind);
      is_list &= shape->width <= MAX_NAME_WIDTH && !has_wording (shape, MATCHUM_WORDING_SENTENCE);
    }
  if (n_asking > 0 || !is_list)
    return;
  for (guint i = 0; i < judge->shapes->len; i++)
    {
      MatchumLineShape *shape = get_shape (judge, i);

      if (is_judged (shape))
        shape->kind = MATCHUM_POSTING_REQUIRED;
    }
}

/* The cells of a row, by the bars or tabs in it. */
static guint
count_cells (Judge *judge, const MatchumLineShape *shape, char *divider)
{
  const char *start = judge->text + shape->words.start;
  gsize length = matchum_span_get_length (shape->words);
  guint n = 1;

  *divider = memchr (start, '|', length) != NULL ? '|' : '\t';
  for (gsize i = 0; i < length; i++)
    n += start[i] == *divider;
  return n;
}

/* What the rows under a head such as "분야 | 담당업무 | 자격요건" are: what is asked counts more than what is done. */
static MatchumPostingKind
judge_table_head (Judge *judge, const MatchumLineShape *shape, char divider)
{
  const char *p = judge->text + shape->words.start;
  const char *end = judge->text + shape->words.end;
  gboolean has[MATCHUM_POSTING_NOTE + 1] = { FALSE };

  while (p < end)
    {
      const char *bar = memchr (p, divider, (gsize) (end - p));
      gsize length = (gsize) ((bar != NULL ? bar : end) - p);
      MatchumHeadingSense sense;

      if (length > 60)
        return MATCHUM_POSTING_OTHER;
      sense = matchum_heading_sense (p, length);
      if (sense.strength >= MATCHUM_HEADING_STEM && !sense.is_weak)
        has[sense.kind] = TRUE;
      p += length + 1;
    }
  if (has[MATCHUM_POSTING_REQUIRED])
    return MATCHUM_POSTING_REQUIRED;
  if (has[MATCHUM_POSTING_DUTY])
    return MATCHUM_POSTING_DUTY;
  return has[MATCHUM_POSTING_PREFERRED] ? MATCHUM_POSTING_PREFERRED : MATCHUM_POSTING_OTHER;
}

static void
judge_tables (Judge *judge)
{
  MatchumPostingKind kind = MATCHUM_POSTING_OTHER;
  guint n_before = 0;

  for (guint i = 0; i < judge->shapes->len; i++)
    {
      MatchumLineShape *shape = get_shape (judge, i);
      char divider;
      guint n = shape->role != MATCHUM_ROLE_RULE && shape->width <= 2000 ? count_cells (judge, shape, &divider) : 0;

      if (shape->role == MATCHUM_ROLE_RULE)
        continue;
      if (n < 3 || n != n_before)
        {
          kind = n >= 3 && shape->width <= 120 ? judge_table_head (judge, shape, divider) : MATCHUM_POSTING_OTHER;
          n_before = n;
        }
      else if (kind != MATCHUM_POSTING_OTHER && is_judged (shape))
        {
          shape->kind = (guint8) kind;
          shape->is_settled = TRUE;
        }
    }
}

void
matchum_posting_judge_lines (const char *text, GArray *shapes)
{
  Judge judge = { .text = text, .shapes = shapes };

  if (!says_any_kind (&judge))
    take_what_asks (&judge);
  for (guint i = 0; i < shapes->len && !judge.is_told_required; i++)
    {
      const MatchumLineShape *shape = get_shape (&judge, i);

      judge.is_told_required = shape->kind == MATCHUM_POSTING_REQUIRED && is_told (shape);
    }
  for (guint first = 0; first < shapes->len;)
    {
      guint end = find_section_end (&judge, first);

      judge_section (&judge, first, end);
      first = end;
    }
  judge_tables (&judge);
}
