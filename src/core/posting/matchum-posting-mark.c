/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what may stand between two postings, or at the beginning of one: rules, numbers, front matter, titles. */
#include "config.h"

#include "posting/matchum-posting-mark.h"

#include <string.h>

#include "posting/matchum-heading-words.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-pattern-set.h"
#include "text/matchum-word-list.h"

#define MAX_TITLE MATCHUM_POSTING_MARK_MAX_TITLE
#define MAX_FRONT_MATTER 60

/* Lines. */

MatchumSpan
matchum_marked_text_get_line (const MatchumMarkedText *self, guint line)
{
  MatchumSpan span = matchum_source_get_line_text (self->source, line);

  while (span.start < span.end && strchr (" \t\r\n\f", self->text[span.start]) != NULL)
    span.start++;
  while (span.end > span.start && strchr (" \t\r\n\f", self->text[span.end - 1]) != NULL)
    span.end--;
  return span;
}

gboolean
matchum_marked_text_is_blank (const MatchumMarkedText *self, guint line)
{
  return line == 0 || line > self->n_lines /* the edges of the text */
         || matchum_span_is_empty (matchum_marked_text_get_line (self, line));
}

static gboolean
has_page_break (const MatchumMarkedText *self, guint line)
{
  MatchumSpan span = matchum_source_get_line_text (self->source, line);

  return memchr (self->text + span.start, '\f', matchum_span_get_length (span)) != NULL;
}

/* "---", "* * *", "━━━━━", "========": three marks or more, nearly all of them alike, and no words. */
static gboolean
is_rule (const char *text, MatchumSpan span)
{
  gunichar first = 0;
  guint n = 0, n_alike = 0;

  if (matchum_span_get_length (span) > 600)
    return FALSE;
  for (gsize at = span.start; at < span.end; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      gunichar c = g_utf8_get_char (text + at);

      if (c == ' ' || c == '\t')
        continue;
      if (g_unichar_isalnum (c) || c == '|' || c == '`')
        return FALSE;
      if (n++ == 0)
        first = c;
      n_alike += c == first;
    }
  return n >= 3 && n_alike * 4 >= n * 3 && first != '.' && first != '!' && first != '?';
}

static gboolean
begins_with_key (const char *text, MatchumSpan span)
{
  gsize at = span.start;

  while (at < span.end && at - span.start < 60
         && (g_ascii_isalnum (text[at]) || strchr ("_-", text[at]) != NULL || (text[at] & 0x80) != 0))
    at++;
  return at > span.start && at < span.end && text[at] == ':' && (at + 1 == span.end || text[at + 1] == ' ');
}

/* The last line of the front matter that opens at line, 0 where none does. */
static guint
find_front_matter_end (const MatchumMarkedText *self, guint line)
{
  MatchumSpan span = matchum_marked_text_get_line (self, line);

  if (matchum_span_get_length (span) != 3 || memcmp (self->text + span.start, "---", 3) != 0 || line == self->n_lines
      || !begins_with_key (self->text, matchum_marked_text_get_line (self, line + 1)))
    return 0;
  for (guint i = line + 1; i <= MIN (line + MAX_FRONT_MATTER, self->n_lines); i++)
    {
      MatchumSpan raw = matchum_source_get_line_text (self->source, i);
      MatchumSpan inner = matchum_marked_text_get_line (self, i);

      if (matchum_span_get_length (inner) == 3 && memcmp (self->text + inner.start, "---", 3) == 0)
        return i;
      if (!matchum_span_is_empty (inner) && inner.start == raw.start && self->text[inner.start] != '-'
          && self->text[inner.start] != '#' && !begins_with_key (self->text, inner))
        return 0;
    }
  return 0;
}

enum { PATTERN_NUMBER, PATTERN_COMPANY, N_PATTERNS };

static GRegex *
get_pattern (guint which)
{
  static const char *const texts[N_PATTERNS] = {
    /* A number and nothing else but what is counted. */
    "^[#*\\[(<【=_ -]*(?:(?:채용 ?)?(?:공고|포지션|채용|회사|모집 ?공고)|(?:job "
    ")?(?:posting|listing|job|position|opening|role|vacancy)|no\\.?|#)?"
    " ?(?:#|no\\.?|번호)? ?\\d{1,3} ?(?:번|번째)?(?: ?(?:/|of|중) ?\\d{1,3})?[\\])>】*.:=_ -]*$",
    "^[#*\\[(<【 -]*(?:회사|회사명|기업|기업명|업체명|company|company name|employer)[\\])>】* ]* ?: ?[* ]*[^ ]",
  };
  static MatchumPatternSet set = { "collections", texts, N_PATTERNS, 0, NULL, 0 };

  return matchum_pattern_set_get (&set, which);
}

char *
matchum_marked_text_dup_folded (const MatchumMarkedText *self, guint line)
{
  MatchumSpan span = matchum_marked_text_get_line (self, line);

  if (matchum_span_get_length (span) > MAX_TITLE)
    return NULL;
  return matchum_fold (self->text + span.start, (gssize) matchum_span_get_length (span));
}

/* A word besides the digits, or a sign of counting: a bare "3" is no number of a posting. */
static gboolean
is_number (const char *folded)
{
  return folded[strcspn (folded, "[(#/")] != '\0' || strspn (folded, "0123456789. -=*") < strlen (folded);
}

static MatchumWordList job_words =
    MATCHUM_WORD_LIST ("엔지니어|개발자|분석가|사이언티스트|매니저|디자이너|연구원|애널리스트|기획자|마케터|담당자|"
                       "컨설턴트|아키텍트|인턴|전문가|프로그래머|"
                       "관리자|운영자|리서처|간호사|회계사|변호사|에디터|번역가|원화가|편집자|요리사|사회복지사|교사|"
                       "선생님|보안요원|조연출|리더|팀장|경력직|"
                       "경력사원|신입사원| engineer | developer | scientist | analyst | manager | designer | "
                       "researcher | architect | lead | director |"
                       " consultant | specialist | intern | coordinator | associate | nurse | teacher | chef | counsel "
                       "| accountant | supervisor | planner |"
                       " artist | translator | executive | administrator | technician | writer | editor | officer ");
static MatchumWordList call_words =
    MATCHUM_WORD_LIST ("채용|모집|구인|구합니다|찾습니다|찾아요|모십니다|기다립니다|구해요| hiring | vacancy ");

/* A short line that is no sentence, item or known heading, and names a job or calls for people. */
gboolean
matchum_marked_text_looks_like_title (const MatchumMarkedText *self, guint line)
{
  g_autofree char *folded = matchum_marked_text_dup_folded (self, line);
  g_autofree char *plain = NULL;
  MatchumSpan span = matchum_marked_text_get_line (self, line);
  gboolean is_job;

  if (folded == NULL || *folded == '\0' || strchr ("-*•·>|ㆍ∙▪→+", *folded) != NULL || strstr (folded, " > ") != NULL
      || g_str_has_suffix (folded, ".") || g_utf8_strlen (folded, -1) > 90)
    return FALSE;
  plain = g_strdelimit (g_strdup (folded), "()[]{},/&:;-|\"#", ' ');
  is_job = matchum_word_list_stands_in (&job_words, plain);
  if (!is_job && !matchum_word_list_stands_in (&call_words, plain))
    return FALSE;
  if (matchum_wording_is_sentence (folded) && !matchum_word_list_stands_in (&call_words, plain))
    return FALSE;
  return matchum_heading_sense (self->text + span.start, matchum_span_get_length (span)).strength
         < MATCHUM_HEADING_STEM;
}

gboolean
matchum_marked_text_is_first_heading (const MatchumMarkedText *self, guint line)
{
  MatchumSpan span = matchum_marked_text_get_line (self, line);

  return matchum_span_get_length (span) > 2 && memcmp (self->text + span.start, "# ", 2) == 0
         && matchum_heading_sense (self->text + span.start, matchum_span_get_length (span)).strength
                < MATCHUM_HEADING_STEM;
}

/* The first line behind a blank one, or the second, with a short line above it: the company. */
static gboolean
is_top (const MatchumMarkedText *self, guint line)
{
  MatchumSpan above = line > 1 ? matchum_marked_text_get_line (self, line - 1) : MATCHUM_SPAN (0, 0);

  return matchum_span_is_empty (above)
         || (matchum_marked_text_is_blank (self, line - 2) && matchum_span_get_length (above) <= 60
             && g_unichar_isalnum (g_utf8_get_char (self->text + above.start))
             && matchum_heading_sense (self->text + above.start, matchum_span_get_length (above)).strength
                    < MATCHUM_HEADING_STEM);
}

/* Marks. */

/* What stands at a line. last: its last line, where it takes more than one. */
MatchumPostingMark
matchum_marked_text_find_mark (const MatchumMarkedText *self, guint line, guint *last)
{
  g_autofree char *folded = NULL;

  *last = line;
  if (has_page_break (self, line))
    return MATCHUM_MARK_PAGE;
  if (matchum_marked_text_is_blank (self, line))
    return MATCHUM_MARK_NONE;
  *last = find_front_matter_end (self, line);
  if (*last > 0)
    return MATCHUM_MARK_FRONT_MATTER;
  *last = line;
  if (is_rule (self->text, matchum_marked_text_get_line (self, line)))
    return MATCHUM_MARK_RULE;
  folded = matchum_marked_text_dup_folded (self, line);
  if (folded == NULL)
    return MATCHUM_MARK_NONE;
  if (g_regex_match (get_pattern (PATTERN_NUMBER), folded, 0, NULL) && is_number (folded))
    return MATCHUM_MARK_NUMBER;
  if (g_regex_match (get_pattern (PATTERN_COMPANY), folded, 0, NULL))
    return MATCHUM_MARK_COMPANY;
  if (matchum_marked_text_is_first_heading (self, line))
    return MATCHUM_MARK_HEADING;
  return matchum_marked_text_looks_like_title (self, line) && is_top (self, line) ? MATCHUM_MARK_TITLE
                                                                                  : MATCHUM_MARK_NONE;
}

/* What marks of one kind have in common: a rule as it is drawn, a number without its digits. */
char *
matchum_marked_text_dup_style (const MatchumMarkedText *self, MatchumPostingMark mark, guint line, guint *number)
{
  g_autofree char *folded = matchum_marked_text_dup_folded (self, line);
  const char *digits;

  *number = 0;
  if (mark == MATCHUM_MARK_PAGE)
    return g_strdup ("page");
  if (folded == NULL || (mark != MATCHUM_MARK_RULE && mark != MATCHUM_MARK_NUMBER))
    return NULL;
  digits = folded + strcspn (folded, "0123456789");
  if (mark == MATCHUM_MARK_RULE || *digits == '\0')
    return g_steal_pointer (&folded);
  *number = (guint) g_ascii_strtoull (digits, NULL, 10);
  return g_strdup_printf ("%.*s%%%s", (int) (digits - folded), folded, digits + strspn (digits, "0123456789"));
}

/* "회사: …" and the title stand within the lines that begin a posting. */
guint
matchum_marked_text_find_paragraph (const MatchumMarkedText *self, guint line, guint least)
{
  guint n = 0;

  while (line > least && n++ < 6 && !matchum_marked_text_is_blank (self, line - 1)
         && !is_rule (self->text, matchum_marked_text_get_line (self, line - 1)))
    line--;
  return line;
}
