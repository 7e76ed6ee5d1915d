/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Divides the lines of a posting into cells and tells the labels among them from the values. */
#include "config.h"

#include "posting/matchum-posting-field.h"

#include <string.h>

#include "text/matchum-folded-text.h"
#include "text/matchum-front-matter.h"
#include "text/matchum-korean-tail.h"

#define MAX_LINE 4000
#define MAX_CELLS 24
#define MAX_LABEL 48
#define MAX_ROWS 60
/* Among so many lines with words at the top, and on any line that is divided, what nothing names counts. */
#define HEAD_LINES 30
#define MAX_BARE 300

/* Folded, without blanks. */
static const struct {
  MatchumFieldKey key;
  const char *labels;
} label_lists[] = {
  { MATCHUM_FIELD_EMPLOYMENT,
    "고용형태|고용유형|고용구분|고용방식|채용형태|채용유형|채용구분|계약형태|계약유형|근로형태|근로계약|근로계약형태|"
    "근무형태|근무유형|고용|고용조건|employmenttype|employment|employmentstatus|jobtype|contracttype|contract|"
    "typeofemployment|typeofcontract|hours|workinghours|workingpattern|schedule|positiontype|worktype|contractlength|"
    "duration|engagement" },
  { MATCHUM_FIELD_EXPERIENCE,
    "경력|경력사항|학력경력|경력학력|경력요건|경력조건|경력구분|경력여부|요구경력|필요경력|지원경력|연차|experience|"
    "experiencelevel|"
    "seniority|senioritylevel|yearsofexperience|requiredexperience|experiencerequired|minimumexperience|joblevel|"
    "career" },
  { MATCHUM_FIELD_PLACE,
    "근무지|근무지역|근무장소|근무처|근무위치|근무주소|근무현장|일하는곳|일할곳|일하실곳|근무하실곳|출근지|지역|위치|"
    "장소|주소|소재지|근무사업장|사업장|현장|오피스|사무실|location|locations|joblocation|joblocations|worklocation|"
    "workplace|"
    "placeofwork|office|officelocation|site|where|city|region|base|basedin|place|address|workaddress" },
  { MATCHUM_FIELD_DEADLINE,
    "마감|마감일|마감일자|마감일시|마감시간|마감기한|마감시한|접수마감|접수마감일|지원마감|지원마감일|서류마감|"
    "서류마감일|"
    "원서마감|모집마감|모집마감일|채용마감|채용마감일|공고마감|공고마감일|접수기간|접수기한|접수일정|접수일시|지원기간|"
    "지원기한|지원일정|모집기간|모집기한|모집일정|채용기간|채용기한|공고기간|공고및접수기간|채용공고기간|게시기간|"
    "원서접수|"
    "원서접수기간|원서접수기한|서류접수|서류접수기간|지원서접수|지원서접수기간|응시원서접수|응시원서접수기간|신청기간|"
    "신청기한|"
    "신청마감|제출기한|제출마감|제출기간|서류제출기한|서류제출기간|접수|지원서마감|deadline|applicationdeadline|"
    "deadlinetoapply|closingdate|closedate|closes|closeson|closing|closingon|applicationsclose|applicationscloseon|"
    "applicationclosingdate|closingdateforapplications|applyby|applybefore|applyuntil|applicationsdue|"
    "applicationsdueby|"
    "applicationduedate|duedate|lastdate|lastdatetoapply|lastdaytoapply|validthrough|validuntil|expires|expireson|"
    "expiry|expirydate|expirationdate|openuntil|applicationperiod|applicationwindow|postingenddate|jobclosingdate" },
  { MATCHUM_FIELD_POSTED, "등록일|등록일자|게시일|게시일자|공고일|공고일자|작성일|posted|postedon|dateposted|"
                          "posteddate|postingdate|published|"
                          "publishedon|publisheddate|openingdate|advertised" },
  { MATCHUM_FIELD_LINK,
    "링크|지원링크|지원하기링크|지원페이지|지원주소|지원사이트|공고링크|채용링크|채용공고|채용공고링크|채용페이지|"
    "채용사이트|"
    "채용홈페이지|홈페이지|접수처|접수방법|접수사이트|지원방법|온라인지원|온라인접수|출처|원문|원문링크|url|link|"
    "applyurl|"
    "applylink|applyat|applyhere|applicationlink|applicationurl|joburl|joblink|source|website|careerspage|careersite|"
    "howtoapply|apply" },
  { MATCHUM_FIELD_STACK,
    "기술스택|기술스택툴|기술스택및툴|테크스택|스택|사용기술|사용기술스택|주요기술|개발환경|기술환경|사용툴|사용도구|"
    "개발언어|"
    "사용언어|업무툴|협업툴|techstack|technologystack|stack|ourstack|ourtechstack|thestack|technologies|tools|tooling|"
    "ourtools|toolstack|techweuse|technologiesweuse|toolsweuse|environment" },
  { MATCHUM_FIELD_STAGES,
    "전형|전형절차|전형방법|전형과정|전형단계|전형일정|전형순서|전형안내|전형절차및일정|채용절차|채용과정|채용프로세스|"
    "채용전형|채용전형절차|채용단계|채용일정|선발절차|선발방법|선발과정|심사절차|심사방법|합류여정|합류과정|합류절차|"
    "합류프로세스|진행절차|지원절차|면접절차|절차|process|hiringprocess|interviewprocess|recruitmentprocess|"
    "recruitingprocess|selectionprocess|applicationprocess|ourprocess|ourhiringprocess|ourinterviewprocess|stages|"
    "hiringstages|interviewstages|howwehire|nextsteps|selectionsteps|hiringsteps" },
  { MATCHUM_FIELD_TEAM,
    "팀|팀명|부서|부서명|소속|소속팀|소속부서|근무부서|배치부서|채용부서|모집부서|담당부서|조직|본부|부문|실국|team|"
    "teamname|department|dept|division|squad|businessunit|organizationunit|ward" },
  { MATCHUM_FIELD_OPENING,
    "모집부문|모집분야|모집직무|모집직종|모집직군|모집파트|모집공정|모집팀|채용부문|채용분야|채용직무|채용직종|"
    "채용직군|지원분야|"
    "지원부문|응시분야|직종|직군|분야|구분|openings|openroles|openpositions|roles|positions|vacancies" },
  { MATCHUM_FIELD_OTHER,
    "회사|회사명|기업|기업명|직무|직무명|포지션|포지션명|직급|직책|직위|직급직책|연봉|급여|급여조건|보수|임금|처우|"
    "처우조건|"
    "학력|학력요건|전공|인원|모집인원|채용인원|선발인원|나이|연령|성별|근무시간|근무요일|근무일|근무일수|근무조건|"
    "근무기간|"
    "계약기간|수습|수습기간|복리후생|복지|혜택|우대|우대사항|우대조건|자격|자격요건|자격사항|지원자격|응시자격|"
    "필수자격|담당업무|"
    "주요업무|업무|업무내용|직무내용|문의|문의처|담당자|연락처|전화|전화번호|이메일|메일|팩스|제출서류|입사일|"
    "입사예정일|"
    "비고|내용|기타|병역|외국어|자격증|업종|산업|태그|면접일|면접일정|발표|합격자발표|업태|사원수|설립일|대표자|salary|"
    "pay|"
    "payrange|salaryrange|compensation|rate|company|companyname|employer|position|title|jobtitle|"
    "role|reference|ref|jobid|jobref|requisition|requisitionid|reqid|reportsto|reportingto|travel|startdate|start|"
    "benefits|contact|email|phone|telephone|headcount|education|degree|level|grade|band|visa|language|languages|tags|"
    "industry|industries|jobfunction|function|requirements|qualifications|responsibilities|interviews|interviewdate|"
    "category|excerpt|public|shift|shifts|probation|notice" },
};

/* Only in front matter, where they can be nothing else. */
static const struct {
  MatchumFieldKey key;
  const char *labels;
} front_lists[] = {
  { MATCHUM_FIELD_EMPLOYMENT, "type|employmenttype|employment|contract" },
  { MATCHUM_FIELD_POSTED, "date|posted|created|createdat|publishedat|datecreated" },
  { MATCHUM_FIELD_EXPERIENCE, "level|career|experience|years" },
  { MATCHUM_FIELD_DEADLINE, "close|closed|due|until|ends|enddate|expires" },
  { MATCHUM_FIELD_LINK, "url|link|links|source|href|permalink|canonical" },
  { MATCHUM_FIELD_TEAM, "team|teams|group|unit|function|org" },
};

static void
add_labels (GHashTable *table, const char *labels, MatchumFieldKey key)
{
  g_auto (GStrv) words = g_strsplit (labels, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_insert (table, g_strdup (words[i]), GUINT_TO_POINTER (key));
}

static GHashTable *
get_labels (void)
{
  static GHashTable *table = NULL;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (label_lists); i++)
        add_labels (table, label_lists[i].labels, label_lists[i].key);
      g_once_init_leave (&is_ready, 1);
    }
  return table;
}

static MatchumFieldKey
find_front_key (const char *compact)
{
  for (guint i = 0; i < G_N_ELEMENTS (front_lists); i++)
    {
      g_auto (GStrv) words = g_strsplit (front_lists[i].labels, "|", -1);

      if (g_strv_contains ((const char *const *) words, compact))
        return front_lists[i].key;
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_labels (), compact));
}

/* What may stand within a label and says nothing. */
static gboolean
is_joint (gunichar c)
{
  return c == ' ' || c == '_' || c == '-' || c == 0x00b7 || c == '/' || c == '&';
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* The longest label at the start of folded text, and where it ends. */
static MatchumFieldKey
match_label (const char *text, gsize length, gsize *end)
{
  char compact[MAX_LABEL + 8];
  gsize n = 0, at = 0;
  MatchumFieldKey best = MATCHUM_FIELD_NONE;

  while (at < length && n < MAX_LABEL)
    {
      gunichar c = g_utf8_get_char (text + at);
      gsize next = at + (gsize) g_utf8_skip[(guchar) text[at]];
      gunichar after = next < length ? g_utf8_get_char (text + next) : 0;

      if (!is_word (c) && !is_joint (c))
        break;
      if (is_word (c))
        {
          memcpy (compact + n, text + at, next - at);
          n += next - at;
          compact[n] = '\0';
          if (!is_word (after) || ((after == 0xc740 || after == 0xb294) && matchum_unichar_is_hangul (c))) /* 은, 는 */
            {
              MatchumFieldKey key = GPOINTER_TO_UINT (g_hash_table_lookup (get_labels (), compact));

              if (key != MATCHUM_FIELD_NONE)
                {
                  best = key;
                  *end = next;
                }
            }
        }
      at = next;
    }
  return best;
}

MatchumFieldKey
matchum_posting_field_find_key (const char *folded, gsize length)
{
  gsize start = 0, end = 0;
  MatchumFieldKey key;

  while (start < length && !is_word (g_utf8_get_char (folded + start)))
    start += (gsize) g_utf8_skip[(guchar) folded[start]];
  key = match_label (folded + start, length - start, &end);
  for (gsize at = start + end; key != MATCHUM_FIELD_NONE && at < length; at += (gsize) g_utf8_skip[(guchar) folded[at]])
    if (is_word (g_utf8_get_char (folded + at)))
      return MATCHUM_FIELD_NONE;
  return key;
}

/* Cells of a line. */

typedef enum {
  DIVIDER_NONE,
  DIVIDER_COLUMN, /* a tab, two blanks, a stroke: as in a table */
  DIVIDER_DOT,    /* as in a list */
} Divider;

typedef struct {
  MatchumSpan span; /* bytes of the source */
  Divider divider;  /* before it */
  MatchumFieldKey key;
  MatchumFieldStrength strength;
  MatchumSpan label;
  MatchumSpan value;
  gboolean is_label_alone;
} Cell;

typedef struct {
  Cell cells[MAX_CELLS];
  guint n_cells;
  gboolean is_heading; /* Markdown */
  gboolean is_rule;    /* "| --- | --- |" */
} Line;

typedef struct {
  MatchumSource *source;
  const char *text;
  GArray *fields;
  guint n_seen; /* lines with words */
  Line line, next;
} Scan;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static MatchumSpan
trim (const char *text, MatchumSpan span)
{
  for (;;)
    {
      if (span.start < span.end && is_blank (text[span.start]))
        span.start++;
      else if (span.end - span.start >= 2 && memcmp (text + span.start, "\xc2\xa0", 2) == 0)
        span.start += 2;
      else
        break;
    }
  while (span.end > span.start && is_blank (text[span.end - 1]))
    span.end--;
  return span;
}

/* Length of a divider at at, 0 where none is. */
static gsize
find_divider (const char *text, gsize at, gsize end, gsize start, Divider *divider)
{
  static const char *const dots[] = { "·", "∙", "•", "・", "ㆍ", "⋅", "│", "┃", "｜" };
  gsize n = 0;

  *divider = DIVIDER_COLUMN;
  if (text[at] == '\t')
    return 1;
  if (text[at] == '|')
    return text[at + 1] == '|' ? 2 : 1;
  if (text[at] == ' ')
    {
      for (n = 1; at + n < end && text[at + n] == ' '; n++)
        ;
      return n > 1 ? n : 0;
    }
  if (at == start || text[at - 1] != ' ')
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    {
      n = strlen (dots[i]);
      if (at + n < end && memcmp (text + at, dots[i], n) == 0 && text[at + n] == ' ')
        {
          *divider = DIVIDER_DOT;
          return n;
        }
    }
  return 0;
}

static void
add_cell (Line *line, const char *text, MatchumSpan span, Divider divider)
{
  span = trim (text, span);
  if (matchum_span_is_empty (span) || line->n_cells == MAX_CELLS)
    return;
  line->cells[line->n_cells] = (Cell){ .span = span, .divider = line->n_cells > 0 ? divider : DIVIDER_NONE };
  line->n_cells++;
}

/* "- ", "1. ", "▷ ", "> " and whatever else stands before the first word, brackets and asterisks left. */
static gsize
skip_bullet (const char *text, MatchumSpan span)
{
  gsize at = span.start;

  while (at < span.end)
    {
      gunichar c = g_utf8_get_char (text + at);

      if ((is_word (c) && c != 0x318d) /* ㆍ is a letter */ || c == '[' || c == '(' || c == '<' || c == '*' || c == '"'
          || c == 0x3010 || c == '~' || c == '\'')
        break;
      at += (gsize) g_utf8_skip[(guchar) text[at]];
    }
  if (text[at] == '*' && at + 1 < span.end && text[at + 1] == ' ')
    return skip_bullet (text, MATCHUM_SPAN (at + 1, span.end));
  return MIN (at, span.end);
}

static void
split_line (Line *line, const char *text, MatchumSpan span)
{
  Divider divider = DIVIDER_NONE, next;
  gsize start;

  memset (line, 0, sizeof *line);
  span = trim (text, span);
  if (matchum_span_get_length (span) > MAX_LINE)
    {
      for (span.end = span.start + MAX_LINE; ((guchar) text[span.end] & 0xc0) == 0x80; span.end--)
        ;
    }
  line->is_heading = span.start < span.end && text[span.start] == '#';
  start = skip_bullet (text, span);
  line->is_rule = start == span.end;
  for (gsize at = start; at < span.end;)
    {
      gsize n = find_divider (text, at, span.end, start, &next);

      if (n == 0)
        {
          at += (gsize) g_utf8_skip[(guchar) text[at]];
          continue;
        }
      add_cell (line, text, MATCHUM_SPAN (start, at), divider);
      divider = next;
      at = start = at + n;
    }
  add_cell (line, text, MATCHUM_SPAN (MIN (start, span.end), span.end), divider);
}

/* Decoration before a label, a number included: returns where the label may begin. */
static gsize
skip_decoration (const char *text, gsize length, gboolean *is_marked)
{
  gsize at = 0;

  while (at < length)
    {
      gunichar c = g_utf8_get_char (text + at);

      if (is_word (c))
        break;
      *is_marked |= c == '[' || c == '*' || c == '<' || c == 0x3010 || c == '(' || c == '"';
      at += (gsize) g_utf8_skip[(guchar) text[at]];
    }
  /* "가. 부서" */
  if (at + 5 < length && matchum_unichar_is_hangul (g_utf8_get_char (text + at)) && strchr (".)", text[at + 3]) != NULL
      && text[at + 4] == ' ')
    return at + 5;
  if (at < length && g_ascii_isdigit (text[at]))
    {
      gsize digits = at;

      while (digits < length && g_ascii_isdigit (text[digits]))
        digits++;
      if (digits < length && (text[digits] == '.' || text[digits] == ')'))
        digits++;
      while (digits < length && text[digits] == ' ')
        digits++;
      if (digits > at && digits < length && matchum_unichar_is_hangul (g_utf8_get_char (text + digits)))
        return digits;
    }
  return at;
}

static gboolean
is_closer (gunichar c)
{
  return c == ']' || c == '*' || c == '>' || c == 0x3011 || c == ')' || c == '"' || c == '_';
}

/* Behind a label: what closes it, a remark in brackets. */
static gsize
skip_closers (const char *text, gsize length, gsize at, gboolean *is_closed)
{
  while (at < length && is_closer (g_utf8_get_char (text + at)))
    {
      *is_closed = TRUE;
      at += (gsize) g_utf8_skip[(guchar) text[at]];
    }
  return at;
}

static gsize
skip_remark (const char *text, gsize length, gsize at)
{
  gsize end = at;

  while (end < length && text[end] == ' ')
    end++;
  if (end == length || text[end] != '(')
    return at;
  while (end < length && end - at < 60 && text[end] != ')')
    end++;
  return end < length && text[end] == ')' ? end + 1 : at;
}

static gsize
skip_value_start (const char *text, gsize length, gsize at)
{
  while (at < length && strchr (" :*=>", text[at]) != NULL)
    at++;
  if (at + 1 < length && text[at] == '-' && text[at + 1] == ' ')
    at += 2;
  return at;
}

/* Where another label begins within a value: "서울 / 경력: 3년", "정규직 **경력** 3년". */
static gsize
find_value_end (const char *text, gsize length, gsize start)
{
  for (gsize at = start; at + 1 < length; at++)
    {
      gsize label = at + 1, end = 0;
      gboolean is_bold = text[at] == '*' && text[at + 1] != '*';

      if (text[at] != ' ' && !is_bold)
        continue;
      if (match_label (text + label, length - label, &end) == MATCHUM_FIELD_NONE)
        continue;
      end += label;
      if (is_bold
              ? end < length && text[end] == '*'
              : end < length && (text[end] == ':' || (text[end] == ' ' && end + 1 < length && text[end + 1] == ':')))
        return at;
    }
  return length;
}

static MatchumSpan
get_source_span (MatchumFoldedText *folded, gsize base, gsize start, gsize end)
{
  MatchumSpan span = matchum_folded_text_get_original_span (folded, MATCHUM_SPAN (start, end));

  return MATCHUM_SPAN (base + span.start, base + span.end);
}

static MatchumSpan
trim_value (const char *text, MatchumSpan span)
{
  span = trim (text, span);
  while (span.end > span.start && strchr (" \t,;/*|", text[span.end - 1]) != NULL)
    span.end--;
  return span;
}

/* Fills in what a cell says. Returns where a further label begins within it, or its end. */
static gsize
read_cell (Cell *cell, const char *source)
{
  g_autoptr (MatchumFoldedText) folded =
      matchum_folded_text_new (source + cell->span.start, (gssize) matchum_span_get_length (cell->span));
  const char *text = matchum_folded_text_get_text (folded);
  gsize length = matchum_folded_text_get_length (folded);
  gboolean is_marked = FALSE, is_closed = FALSE, has_particle = FALSE;
  gsize start, at = 0, end;

  start = skip_decoration (text, length, &is_marked);
  cell->value = trim_value (source, cell->span);
  cell->key = match_label (text + start, length - start, &at);
  if (cell->key == MATCHUM_FIELD_NONE)
    return cell->span.end;
  at += start;
  cell->label = get_source_span (folded, cell->span.start, start, at);
  if (g_str_has_prefix (text + at, "은 ") || g_str_has_prefix (text + at, "는 "))
    {
      has_particle = TRUE;
      at += 3;
    }
  at = skip_closers (text, length, skip_remark (text, length, skip_closers (text, length, at, &is_closed)), &is_closed);
  while (at < length && text[at] == ' ')
    at++;
  if (at == length || (text[at] == ':' && skip_value_start (text, length, at) == length))
    {
      cell->is_label_alone = TRUE;
      return cell->span.end;
    }
  if (text[at] == ':' || (!has_particle && is_marked && is_closed)
      || (!has_particle && text[at] == '-' && at + 1 < length && text[at + 1] == ' '))
    cell->strength = MATCHUM_FIELD_FIRM;
  else
    {
      gunichar c = g_utf8_get_char (text + at);

      if (text[at - 1] != ' ' || (!is_word (c) && c != '~' && c != '\'' && c != '(' && c != '['))
        {
          cell->key = MATCHUM_FIELD_NONE;
          return cell->span.end;
        }
      cell->strength = MATCHUM_FIELD_WEAK;
    }
  at = skip_value_start (text, length, at);
  end = find_value_end (text, length, at);
  cell->value = trim_value (source, get_source_span (folded, cell->span.start, at, end));
  if (matchum_span_is_empty (cell->value))
    cell->is_label_alone = end == length;
  return end == length ? cell->span.end : get_source_span (folded, cell->span.start, end, end + 1).start;
}

static void
read_cells (Line *line, const char *source)
{
  for (guint i = 0; i < line->n_cells; i++)
    {
      Cell *cell = &line->cells[i];
      gsize rest = read_cell (cell, source);

      if (rest >= cell->span.end || line->n_cells == MAX_CELLS)
        continue;
      memmove (cell + 2, cell + 1, (line->n_cells - i - 1) * sizeof (Cell));
      cell[1] = (Cell){ .span = trim (source, MATCHUM_SPAN (rest, cell->span.end)), .divider = DIVIDER_DOT };
      cell->span.end = rest;
      line->n_cells++;
    }
}

/* Fields of a line. */

static void
add_field (Scan *scan, const Cell *label, MatchumSpan value, MatchumFieldStrength strength, gboolean is_alone)
{
  MatchumPostingField field = { .key = label != NULL ? label->key : MATCHUM_FIELD_NONE,
                                .strength = strength,
                                .label = label != NULL ? label->label : MATCHUM_SPAN (value.start, value.start),
                                .value = trim_value (scan->text, value),
                                .is_alone = is_alone };

  if (matchum_span_is_empty (field.value))
    return;
  field.line = matchum_source_get_line_at (scan->source, field.value.start);
  g_array_append_val (scan->fields, field);
}

static guint
count_labels (const Line *line)
{
  guint n = 0;

  for (guint i = 0; i < line->n_cells; i++)
    n += line->cells[i].is_label_alone;
  return n;
}

static void
load_line (Scan *scan, Line *line, guint number)
{
  split_line (line, scan->text, matchum_source_get_line_text (scan->source, number));
  read_cells (line, scan->text);
}

/* The next line with words, two lines down at most; 0 where there is none. */
static guint
find_next (Scan *scan, guint number)
{
  guint last = MIN (number + 3, matchum_source_get_n_lines (scan->source));

  for (guint i = number + 1; i <= last; i++)
    {
      load_line (scan, &scan->next, i);
      if (scan->next.n_cells > 0)
        return i;
    }
  return 0;
}

/* A label and nothing else, its value under it. */
static void
add_below (Scan *scan, guint number, const Cell *label)
{
  if (find_next (scan, number) == 0 || scan->next.is_heading || scan->next.cells[0].is_label_alone
      || scan->next.cells[0].strength == MATCHUM_FIELD_FIRM)
    return;
  add_field (scan, label,
             MATCHUM_SPAN (scan->next.cells[0].span.start, scan->next.cells[scan->next.n_cells - 1].span.end),
             MATCHUM_FIELD_BELOW, TRUE);
}

/* The rows under the head of a table. Returns the last line read. */
static guint
add_table (Scan *scan, guint number)
{
  const guint n_lines = matchum_source_get_n_lines (scan->source);
  guint last = number;

  for (guint i = number + 1; i <= n_lines && i <= number + MAX_ROWS; i++)
    {
      load_line (scan, &scan->next, i);
      if (scan->next.is_rule)
        continue;
      if (scan->next.n_cells != scan->line.n_cells || count_labels (&scan->next) * 2 >= scan->next.n_cells)
        break;
      for (guint c = 0; c < scan->next.n_cells; c++)
        {
          add_field (scan, &scan->line.cells[c], scan->next.cells[c].span, MATCHUM_FIELD_FIRM, FALSE);
          if (scan->fields->len > 0)
            g_array_index (scan->fields, MatchumPostingField, scan->fields->len - 1).is_column = TRUE;
        }
      last = i;
    }
  return last;
}

/* A list that goes on behind a dot. */
static MatchumSpan
extend_value (const Line *line, guint index)
{
  MatchumSpan value = line->cells[index].value;

  if (line->cells[index].key != MATCHUM_FIELD_STAGES && line->cells[index].key != MATCHUM_FIELD_STACK
      && line->cells[index].key != MATCHUM_FIELD_OPENING)
    return value;
  for (guint i = index + 1; i < line->n_cells && line->cells[i].key == MATCHUM_FIELD_NONE; i++)
    value.end = line->cells[i].span.end;
  return value;
}

static void
add_cells (Scan *scan, guint number)
{
  const Line *line = &scan->line;

  for (guint i = 0; i < line->n_cells; i++)
    {
      const Cell *cell = &line->cells[i];

      if (cell->is_label_alone && i + 1 < line->n_cells && cell[1].divider == DIVIDER_COLUMN && !cell[1].is_label_alone)
        add_field (scan, cell, cell[1].span, MATCHUM_FIELD_FIRM, FALSE);
      else if (cell->is_label_alone && line->n_cells == 1)
        add_below (scan, number, cell);
      else if (!cell->is_label_alone && cell->key != MATCHUM_FIELD_NONE)
        add_field (scan, cell, extend_value (line, i), cell->strength, line->n_cells == 1);
      if (!cell->is_label_alone && cell->strength != MATCHUM_FIELD_FIRM
          && matchum_span_get_length (cell->span) <= MAX_BARE && (line->n_cells > 1 || scan->n_seen <= HEAD_LINES))
        add_field (scan, NULL, cell->span, MATCHUM_FIELD_BARE, line->n_cells == 1);
    }
}

/* Front matter. */

static char *
dup_compact (const char *text, gsize length)
{
  g_autofree char *folded = matchum_fold (text, (gssize) length);
  GString *compact = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (is_word (g_utf8_get_char (p)))
      g_string_append_unichar (compact, g_utf8_get_char (p));
  return g_string_free (compact, FALSE);
}

/* "key:" with its value in lines of "- value" under it. */
static MatchumSpan
get_block_value (Scan *scan, guint number, gsize end)
{
  MatchumSpan value = { 0, 0 };

  for (guint i = number + 1; i <= matchum_source_get_n_lines (scan->source); i++)
    {
      MatchumSpan line = trim (scan->text, matchum_source_get_line_text (scan->source, i));

      if (line.start >= end || matchum_span_get_length (line) < 2 || memcmp (scan->text + line.start, "- ", 2) != 0)
        break;
      if (value.end == 0)
        value.start = line.start + 2;
      value.end = line.end;
    }
  return value;
}

static void
add_front_line (Scan *scan, guint number, gsize end)
{
  MatchumSpan line = matchum_source_get_line_text (scan->source, number);
  const char *colon = memchr (scan->text + line.start, ':', matchum_span_get_length (line));
  g_autofree char *compact = NULL;
  Cell label = { 0 };
  MatchumSpan value;

  if (colon == NULL || is_blank (scan->text[line.start]))
    return;
  label.label = MATCHUM_SPAN (line.start, (gsize) (colon - scan->text));
  compact = dup_compact (scan->text + line.start, matchum_span_get_length (label.label));
  label.key = find_front_key (compact);
  value = trim (scan->text, MATCHUM_SPAN (label.label.end + 1, line.end));
  if (matchum_span_is_empty (value))
    value = get_block_value (scan, number, end);
  else if (matchum_span_get_length (value) >= 2 && strchr ("\"'", scan->text[value.start]) != NULL
           && scan->text[value.end - 1] == scan->text[value.start])
    value = MATCHUM_SPAN (value.start + 1, value.end - 1);
  if (label.key != MATCHUM_FIELD_NONE)
    add_field (scan, &label, value, MATCHUM_FIELD_FRONT_MATTER, TRUE);
}

/* Returns the first line behind it. */
static guint
scan_front_matter (Scan *scan)
{
  g_autoptr (MatchumFrontMatter) front_matter = matchum_front_matter_read (scan->source, NULL);
  MatchumSpan span = front_matter != NULL ? matchum_front_matter_get_span (front_matter) : MATCHUM_SPAN (0, 0);
  guint number = 1;

  for (; number <= matchum_source_get_n_lines (scan->source); number++)
    {
      MatchumSpan line = matchum_source_get_line_span (scan->source, number);

      if (line.start >= span.end)
        break;
      add_front_line (scan, number, span.end);
    }
  return number;
}

GArray *
matchum_posting_field_scan (MatchumSource *source)
{
  g_autofree Scan *scan = g_new0 (Scan, 1);
  guint n_lines;

  g_return_val_if_fail (source != NULL, NULL);

  scan->source = source;
  scan->text = matchum_source_get_text (source);
  scan->fields = g_array_new (FALSE, TRUE, sizeof (MatchumPostingField));
  n_lines = MIN (matchum_source_get_n_lines (source), MATCHUM_FIELD_MAX_LINES);
  for (guint number = scan_front_matter (scan); number <= n_lines; number++)
    {
      guint n_labels;

      load_line (scan, &scan->line, number);
      if (scan->line.n_cells == 0)
        continue;
      scan->n_seen++;
      n_labels = count_labels (&scan->line);
      if (scan->line.n_cells >= 2 && n_labels >= 2 && n_labels * 3 >= scan->line.n_cells * 2)
        number = add_table (scan, number);
      else
        add_cells (scan, number);
    }
  return scan->fields;
}

GArray *
matchum_posting_field_split (const char *text, MatchumSpan span)
{
  static const char *const marks[] = { " / ", " — ", " – ", " - ", ", " };
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  MatchumSpan part = { span.start, span.start };
  guint depth = 0;

  for (gsize at = span.start; at <= span.end; at++)
    {
      gsize n = at == span.end ? 1 : 0;

      for (guint i = 0; n == 0 && depth == 0 && i < G_N_ELEMENTS (marks); i++)
        if (at + strlen (marks[i]) <= span.end && memcmp (text + at, marks[i], strlen (marks[i])) == 0)
          n = strlen (marks[i]);
      if (n == 0)
        {
          depth += text[at] == '(';
          depth -= text[at] == ')' && depth > 0;
          continue;
        }
      part = trim_value (text, MATCHUM_SPAN (part.start, at));
      if (!matchum_span_is_empty (part))
        g_array_append_val (parts, part);
      part.start = at + n;
      at += n - 1;
    }
  return parts;
}

GPtrArray *
matchum_posting_field_select (GArray *fields, MatchumFieldKey key)
{
  GPtrArray *found = g_ptr_array_new ();

  for (gint strength = MATCHUM_FIELD_FRONT_MATTER; strength >= MATCHUM_FIELD_BARE; strength--)
    {
      for (guint i = 0; i < fields->len; i++)
        {
          MatchumPostingField *field = &g_array_index (fields, MatchumPostingField, i);

          if (field->key == key && field->strength == (MatchumFieldStrength) strength)
            g_ptr_array_add (found, field);
        }
    }
  return found;
}
