/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the stages by which people are selected: a line divided by arrows, numbered or bulleted lines of such a
 * section, a list in a sentence. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include "posting/matchum-posting-readers.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-word-list.h"

#define MAX_STAGES 24
#define MAX_LINE 2000
#define MAX_STAGE 240

static MatchumWordList stage_words = MATCHUM_WORD_LIST (
    "서류|이력서|포트폴리오|포폴|전형|면접|인터뷰|과제|테스트|시험|필기|실기|적성|검사|검진|심사|평가|발표|합격|입사|"
    "처우|합류|오퍼|"
    "커피챗|티타임|콜|통화|미팅|대화|레퍼런스|평판|신원조회|제안|임용|채용확정|연봉|협의|온보딩|트라이얼|참관|코딩|"
    "지원서|접수|세미나|"
    "screen| call|interview|chat|test|task|assignment|exercise|work "
    "sample|project|presentation|onsite|on-site|offer|reference|"
    "review|assessment|meeting| meet |panel|trial|shortlist|application| cv |resume|background check|conversation| "
    "talk|session|"
    "homework|take-home|take home|pairing|system design|coding|hiring manager|recruiter|lesson|visit");

typedef struct {
  const MatchumPostingClues *clues;
  const char *text;
} Search;

/* Small things. */

static gboolean
has_stage_word (const char *text, MatchumSpan span)
{
  g_autofree char *folded = NULL;

  if (matchum_span_get_length (span) > MAX_LINE)
    return FALSE;
  folded = matchum_fold (text + span.start, (gssize) matchum_span_get_length (span));
  return matchum_word_list_stands_in (&stage_words, folded);
}

static gboolean
is_sentence (const char *text, MatchumSpan span)
{
  g_autofree char *folded = matchum_fold (text + span.start, (gssize) matchum_span_get_length (span));

  return matchum_wording_is_sentence (folded);
}

static gsize
measure_mark (const char *text, gsize at, gsize end, const char *const *marks)
{
  for (; *marks != NULL; marks++)
    {
      gsize n = strlen (*marks);

      if (at + n <= end && memcmp (text + at, *marks, n) == 0)
        return n;
    }
  return 0;
}

static const char *const arrows[] = { "→", "⇒",  "➔", "➜", "➡", "⟶", "▶",  "►",  "▷",  "▸", "»",
                                      "≫", "＞", "❯", "👉", "▹", "›", "->", "=>", ">>", ">", NULL };

/* The first number of a line: "1.", "(2)", "①", "Step 3:", "1단계" */
static gsize
skip_number (const char *text, MatchumSpan span)
{
  gsize at = span.start;
  gsize digits;

  if (span.end - at > 3 && (guchar) text[at] == 0xe2 && (guchar) text[at + 1] == 0x91) /* circled */
    return at + 3;
  if (span.end - at > 5 && g_ascii_strncasecmp (text + at, "step", 4) == 0)
    {
      at += 4;
      while (at < span.end && (text[at] == ' ' || text[at] == '.'))
        at++;
      if (at == span.end || !g_ascii_isdigit (text[at]))
        return span.start;
    }
  at += text[at] == '(';
  digits = at;
  while (digits < span.end && digits - at < 3 && g_ascii_isdigit (text[digits]))
    digits++;
  if (digits == at)
    return span.start;
  if (at > span.start && text[span.start] != '(')
    return digits + (digits < span.end && strchr (":.)", text[digits]) != NULL);
  if (digits < span.end
      && (text[digits] == ')' || (text[digits] == '.' && digits + 1 < span.end && !g_ascii_isdigit (text[digits + 1]))))
    return digits + 1;
  if (span.end - digits > 6 && memcmp (text + digits, "단계", 6) == 0)
    return digits + 6 + (digits + 6 < span.end && strchr (":.)", text[digits + 6]) != NULL);
  return span.start;
}

static MatchumSpan
trim (const char *text, MatchumSpan span)
{
  gboolean has_changed = TRUE;

  while (has_changed && span.start < span.end)
    {
      gsize n = measure_mark (text, span.start, span.end, arrows);
      gsize number = skip_number (text, span);

      has_changed = FALSE;
      if (strchr (" \t\r\n*`-,.:|", text[span.start]) != NULL)
        n = 1;
      n = MAX (n, number - span.start);
      has_changed = n > 0;
      span.start += n;
    }
  has_changed = TRUE;
  while (has_changed && span.start < span.end)
    {
      has_changed = FALSE;
      for (guint i = 0; arrows[i] != NULL && !has_changed; i++)
        {
          gsize n = strlen (arrows[i]);

          if (span.end - span.start >= n && memcmp (text + span.end - n, arrows[i], n) == 0)
            {
              span.end -= n;
              has_changed = TRUE;
            }
        }
      if (span.end > span.start && strchr (" \t\r\n*`,.;:|", text[span.end - 1]) != NULL)
        {
          span.end--;
          has_changed = TRUE;
        }
    }
  return span;
}

/* Without what explains it: "Take-home: a small task", "서류 검토 (5일)", "Interview – 60 min". */
static MatchumSpan
cut_explanation (const char *text, MatchumSpan span)
{
  static const char *const marks[] = { ": ", " : ",    " – ",     " — ", " - ", " (", ". ",
                                       "; ", " that ", " which ", "\t",  "  ",  NULL };
  guint depth = 0;

  for (gsize at = span.start; at < span.end; at++)
    {
      depth += text[at] == '(' && (at == span.start || text[at - 1] != ' ');
      depth -= text[at] == ')' && depth > 0;
      if (depth > 0 || at == span.start)
        continue;
      if (measure_mark (text, at, span.end, marks) > 0)
        return MATCHUM_SPAN (span.start, at);
      if (text[at] == ',' && at + 1 < span.end && text[at + 1] == ' '
          && has_stage_word (text, MATCHUM_SPAN (span.start, at)))
        return MATCHUM_SPAN (span.start, at);
    }
  return span;
}

/* "직무면접 / 종합면접" is two. */
static gsize
find_slash (const char *text, MatchumSpan span)
{
  const char *found = memmem (text + span.start, matchum_span_get_length (span), " / ", 3);
  gsize at = found != NULL ? (gsize) (found - text) : span.end;

  return found != NULL && has_stage_word (text, MATCHUM_SPAN (span.start, at))
                 && has_stage_word (text, MATCHUM_SPAN (at + 3, span.end))
             ? at
             : span.end;
}

static void
take_one_stage (Search *search, GPtrArray *stages, MatchumSpan span)
{
  MatchumPostingFact *fact;

  span = trim (search->text, span);
  if (stages->len == MAX_STAGES || matchum_span_is_empty (span) || matchum_span_get_length (span) > MAX_STAGE * 2)
    return;
  span = trim (search->text, cut_explanation (search->text, span));
  if (matchum_span_is_empty (span) || matchum_span_get_length (span) > MAX_STAGE)
    return;
  fact = matchum_posting_fact_new (search->clues->source, span);
  if (fact != NULL)
    g_ptr_array_add (stages, fact);
}

static void
take_stage (Search *search, GPtrArray *stages, MatchumSpan span)
{
  gsize slash = matchum_span_get_length (span) <= MAX_LINE ? find_slash (search->text, span) : span.end;

  take_one_stage (search, stages, MATCHUM_SPAN (span.start, slash));
  if (slash < span.end)
    take_one_stage (search, stages, MATCHUM_SPAN (slash + 3, span.end));
}

static GPtrArray *
new_stages (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_fact_free);
}

/* Lines divided. */

typedef struct {
  GArray *parts; /* of MatchumSpan */
  guint n_stages;
} Division;

static void
division_clear (Division *self)
{
  g_clear_pointer (&self->parts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Division, division_clear)

static void
add_part (Division *division, const char *text, MatchumSpan part)
{
  part = trim (text, part);
  if (matchum_span_is_empty (part) || division->parts->len > 2 * MAX_STAGES)
    return;
  division->n_stages += has_stage_word (text, part);
  g_array_append_val (division->parts, part);
}

/* Divides at the marks that stand outside of brackets. */
static void
divide (Division *division, const char *text, MatchumSpan span, const char *const *marks)
{
  gsize start = span.start;
  guint depth = 0;

  division->parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  division->n_stages = 0;
  if (matchum_span_get_length (span) > MAX_LINE)
    return;
  for (gsize at = span.start; at < span.end;)
    {
      gsize n = depth == 0 ? measure_mark (text, at, span.end, marks) : 0;

      depth += text[at] == '(';
      depth -= text[at] == ')' && depth > 0;
      if (n == 0)
        {
          at += (gsize) g_utf8_skip[(guchar) text[at]];
          continue;
        }
      add_part (division, text, MATCHUM_SPAN (start, at));
      at = start = at + n;
    }
  add_part (division, text, MATCHUM_SPAN (start, span.end));
}

static void
take_parts (Search *search, GPtrArray *stages, const Division *division)
{
  for (guint i = 0; i < division->parts->len; i++)
    take_stage (search, stages, g_array_index (division->parts, MatchumSpan, i));
}

/* "전형절차 : 서류 > 면접" where the reader took the label for words. */
static MatchumSpan
skip_label (const char *text, MatchumSpan span)
{
  const char *colon = memchr (text + span.start, ':', MIN (matchum_span_get_length (span), 60));
  g_autofree char *folded = NULL;

  if (colon == NULL)
    return span;
  folded = matchum_fold (text + span.start, colon - (text + span.start));
  if (matchum_posting_field_find_key (folded, strlen (folded)) != MATCHUM_FIELD_STAGES)
    return span;
  return MATCHUM_SPAN ((gsize) (colon + 1 - text), span.end);
}

/* "서류 - 1차 면접 - 입사": dashes divide stages where there are three or more and nearly all are known. */
static GPtrArray *
read_dashes (Search *search, MatchumSpan span)
{
  static const char *const dashes[] = { " - ", " – ", " — ", " ~ ", NULL };
  g_auto (Division) division = { 0 };
  GPtrArray *stages;

  divide (&division, search->text, skip_label (search->text, span), dashes);
  if (division.parts->len < 3 || division.n_stages + 1 < division.parts->len)
    return NULL;
  stages = new_stages ();
  take_parts (search, stages, &division);
  return stages;
}

/* "(1) 서류 2. 1차 면접 3. 최종 면접" on one line. */
static GPtrArray *
read_numbers (Search *search, MatchumSpan span)
{
  const char *text = search->text;
  gsize start = span.start;
  guint next = 2;
  g_auto (Division) division = { 0 };
  GPtrArray *stages;

  if (matchum_span_get_length (span) > MAX_LINE)
    return NULL;
  division.parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  for (gsize at = span.start; at + 4 < span.end; at++)
    {
      gsize mark = at + 1 + (text[at + 1] == '(');

      if (text[at] != ' ' || (guint) (text[mark] - '0') != next || next > 9 || strchr (".)", text[mark + 1]) == NULL)
        continue;
      add_part (&division, text, MATCHUM_SPAN (start, at));
      start = at + 1;
      next++;
    }
  add_part (&division, text, MATCHUM_SPAN (start, span.end));
  if (division.parts->len < 3 || division.n_stages * 2 < division.parts->len)
    return NULL;
  stages = new_stages ();
  take_parts (search, stages, &division);
  return stages;
}

/* A line divided by arrows, most of whose parts are stages; those right under it that go on with it come along. */
static GPtrArray *
read_arrows (Search *search, MatchumSpan span, guint least)
{
  g_auto (Division) division = { 0 };
  GPtrArray *stages;

  divide (&division, search->text, skip_label (search->text, span), arrows);
  if (division.parts->len < 2 || division.n_stages < least || division.n_stages * 2 < division.parts->len)
    return NULL;
  stages = new_stages ();
  take_parts (search, stages, &division);
  return stages;
}

static guint
count_lines (Search *search)
{
  return MIN (matchum_posting_get_n_lines (search->clues->posting), MATCHUM_FIELD_MAX_LINES);
}

static gboolean
ends_with_arrow (const char *text, MatchumSpan span)
{
  while (span.end > span.start && strchr (" *", text[span.end - 1]) != NULL)
    span.end--;
  return trim (text, MATCHUM_SPAN (span.start, span.end)).end < span.end;
}

/* "서류 →" with the rest under it */
static void
read_further (Search *search, GPtrArray *stages, guint index)
{
  for (guint i = index + 1; i < count_lines (search); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (search->clues->posting, i);
      const MatchumPostingLine *before = matchum_posting_get_line (search->clues->posting, i - 1);
      gboolean goes_on = measure_mark (search->text, line->span.start, line->span.end, arrows) > 0;
      g_auto (Division) division = { 0 };

      if (line->is_heading || (!goes_on && !ends_with_arrow (search->text, before->span)))
        return;
      divide (&division, search->text, line->span, arrows);
      if (division.n_stages == 0)
        return;
      take_parts (search, stages, &division);
    }
}

static GPtrArray *
find_arrows (Search *search, gboolean in_process)
{
  for (guint i = 0; i < count_lines (search); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (search->clues->posting, i);
      GPtrArray *stages;

      if ((in_process && line->kind != MATCHUM_POSTING_PROCESS) || matchum_span_get_length (line->span) > MAX_LINE)
        continue;
      stages = read_arrows (search, line->span, in_process ? 1 : 2);
      if (stages == NULL)
        stages = read_dashes (search, line->span);
      if (stages == NULL)
        stages = read_numbers (search, line->span);
      if (stages == NULL)
        continue;
      read_further (search, stages, i);
      return stages;
    }
  return NULL;
}

static GPtrArray *
find_labelled (Search *search)
{
  static const char *const marks[] = { ", ", " · ", "·", " / ", "/", " + ", ",", NULL };
  g_autoptr (GPtrArray) fields = matchum_posting_field_select (search->clues->fields, MATCHUM_FIELD_STAGES);

  for (guint i = 0; i < fields->len; i++)
    {
      const MatchumPostingField *field = g_ptr_array_index (fields, i);
      g_auto (Division) division = { 0 };
      GPtrArray *stages;

      if (matchum_span_get_length (field->value) > MAX_LINE)
        continue;
      stages = read_arrows (search, field->value, 1);
      if (stages == NULL)
        stages = read_dashes (search, field->value);
      if (stages == NULL)
        stages = read_numbers (search, field->value);
      if (stages != NULL)
        return stages;
      if (field->strength == MATCHUM_FIELD_WEAK || is_sentence (search->text, field->value))
        continue;
      divide (&division, search->text, field->value, marks);
      /* One stage and what else is said of it, "통화, 30분", is no list. */
      if (division.n_stages < 2 || division.n_stages * 2 < division.parts->len)
        continue;
      stages = new_stages ();
      take_parts (search, stages, &division);
      return stages;
    }
  return NULL;
}

/* Lines of a section. */

static gboolean
is_numbered (const MatchumPostingLine *line)
{
  const char *p = line->bullet;

  if (p == NULL)
    return FALSE;
  p += *p == '(';
  return g_ascii_isdigit (*p) || g_str_has_prefix (p, "①") || ((guchar) p[0] == 0xe2 && (guchar) p[1] == 0x91);
}

/* "1차" says nothing without what stands behind it. */
static gboolean
is_ordinal (const char *text, MatchumSpan span)
{
  while (span.start < span.end && (g_ascii_isdigit (text[span.start]) || text[span.start] == ' '))
    span.start++;
  return matchum_span_get_length (span) <= 6
         && (strncmp (text + span.start, "차", 3) == 0 || strncmp (text + span.start, "단계", 6) == 0
             || matchum_span_is_empty (span));
}

/* "1차 면접: 실무진" gives "1차 면접", "1차 : 서류전형" gives "서류전형". */
static MatchumSpan
get_item_words (Search *search, const MatchumPostingLine *line)
{
  const char *text = search->text;
  MatchumSpan span = line->span;
  const char *colon = memchr (text + span.start, ':', MIN (matchum_span_get_length (span), 40));

  if (!matchum_span_is_empty (line->label))
    return is_ordinal (text, line->label) ? line->span : line->label;
  if (colon != NULL && is_ordinal (text, MATCHUM_SPAN (span.start, (gsize) (colon - text))))
    span.start = (gsize) (colon + 1 - text);
  return span;
}

/* A sentence, or what is asked of those who apply: "… 받지 않음", an address. */
static gboolean
says_much (Search *search, MatchumSpan span)
{
  static MatchumWordList deed_ends = MATCHUM_WORD_LIST ("연락|통보|로 제출");
  MatchumSpan words = cut_explanation (search->text, span);
  static MatchumWordList note_ends = MATCHUM_WORD_LIST ("음|함|됨|임|바람|송부|불가|가능|필수|.|니다|요|다");
  g_autofree char *folded = matchum_fold (search->text + span.start, (gssize) matchum_span_get_length (span));

  if (matchum_word_list_ends (&deed_ends, search->text + words.start, matchum_span_get_length (words)))
    return TRUE;
  for (const char *stop = strstr (folded, ". "); stop != NULL; stop = strstr (stop + 1, ". "))
    if (stop > folded && !g_ascii_isdigit (stop[-1]))
      return TRUE;
  return matchum_wording_is_sentence (folded) || strchr (folded, '@') != NULL
         || matchum_word_list_ends (&note_ends, folded, strlen (folded));
}

/* "접수처", "문의": what has a name of its own is no stage. */
static gboolean
is_other_field (Search *search, MatchumSpan span)
{
  g_autofree char *folded = matchum_fold (search->text + span.start, (gssize) matchum_span_get_length (span));
  MatchumFieldKey key = matchum_posting_field_find_key (folded, strlen (folded));

  return key == MATCHUM_FIELD_LINK || key == MATCHUM_FIELD_OTHER || key == MATCHUM_FIELD_PLACE
         || key == MATCHUM_FIELD_POSTED;
}

typedef enum { ITEMS_NUMBERED, ITEMS_BULLETED, ITEMS_BARE } Items;

static gboolean
is_item (Search *search, const MatchumPostingLine *line, Items items)
{
  MatchumSpan span = get_item_words (search, line);
  gboolean begins_with_number = skip_number (search->text, line->span) > line->span.start;

  if (line->is_heading || line->kind != MATCHUM_POSTING_PROCESS || line->depth > 0)
    return FALSE;
  if (items == ITEMS_NUMBERED)
    return is_numbered (line) || (line->bullet == NULL && begins_with_number);
  if ((items == ITEMS_BULLETED) != (line->bullet != NULL) || matchum_span_get_length (line->span) > MAX_STAGE)
    return FALSE;
  return !is_other_field (search, span) && !says_much (search, line->span) && has_stage_word (search->text, span);
}

static GPtrArray *
find_items (Search *search, Items items, guint least)
{
  GPtrArray *stages = new_stages ();

  for (guint i = 0; i < count_lines (search); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (search->clues->posting, i);

      if (is_item (search, line, items))
        take_stage (search, stages, get_item_words (search, line));
      else if (stages->len >= least && line->is_heading)
        break;
    }
  if (stages->len >= least)
    return stages;
  g_ptr_array_unref (stages);
  return NULL;
}

/* Sentences. */

/* What leads up to the first stage: "There are four steps: …", "You will have a chat with …" */
static MatchumSpan
skip_lead (const char *text, MatchumSpan span)
{
  static const char *const starts[] = { ": ", " a ", " an ", NULL };

  for (gsize at = span.start; at < span.end && at - span.start < 80; at++)
    {
      if (measure_mark (text, at, span.end, starts) > 0)
        return MATCHUM_SPAN (at + (text[at] == ':' ? 2 : 1), span.end);
    }
  return span;
}

static GPtrArray *
read_sentence (Search *search, MatchumSpan span)
{
  static const char *const thens[] = { ", and then ",   ", then ",        " and then ", ", followed by ",
                                       " followed by ", ", and finally ", ", finally ", " and finally ",
                                       "; then ",       ", after that ",  ". Then ",    NULL };
  static const char *const commas[] = { ", and ", " and finally ", ", ", "; ", NULL };
  static const char *const ands[] = { ", and ", ", ", "; ", " and ", NULL };
  static const char *const korean[] = { ", ", " 후 ", " 뒤 ", NULL };
  const char *const *const ways[] = { thens, commas, ands, korean };

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      g_auto (Division) division = { 0 };
      GPtrArray *stages;

      divide (&division, search->text, span, ways[way]);
      if (division.parts->len < (way == 0 ? 2u : 3u) || division.n_stages * 3 < division.parts->len * 2)
        continue;
      g_array_index (division.parts, MatchumSpan, 0) =
          skip_lead (search->text, g_array_index (division.parts, MatchumSpan, 0));
      stages = new_stages ();
      take_parts (search, stages, &division);
      return stages;
    }
  return NULL;
}

/* The first sentence of a line: "We read every CV, then …. We aim to finish in three weeks." */
static MatchumSpan
get_first_sentence (const char *text, MatchumSpan span)
{
  guint depth = 0;

  for (gsize at = span.start; at + 1 < span.end; at++)
    {
      depth += text[at] == '(';
      depth -= text[at] == ')' && depth > 0;
      if (depth == 0 && text[at] == '.' && text[at + 1] == ' ')
        return MATCHUM_SPAN (span.start, at);
    }
  return span;
}

/* "The process takes three weeks: …" wherever it stands. */
static gboolean
tells_process (Search *search, const MatchumPostingLine *line)
{
  static MatchumWordList words = MATCHUM_WORD_LIST (
      " the process | our process | hiring process | interview process |selection process|절차는|전형은|과정은");
  g_autofree char *folded = matchum_fold (matchum_posting_line_get_text (line), -1);

  return !matchum_posting_line_is_requirement (line) && line->kind != MATCHUM_POSTING_DUTY
         && matchum_word_list_stands_in (&words, folded);
}

static GPtrArray *
find_sentence (Search *search)
{
  for (guint i = 0; i < count_lines (search); i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (search->clues->posting, i);
      MatchumSpan span = line->span;

      if (line->is_heading || matchum_span_get_length (span) > MAX_LINE
          || (line->kind != MATCHUM_POSTING_PROCESS && !tells_process (search, line)))
        continue;
      for (guint sentence = 0; sentence < 3 && !matchum_span_is_empty (span); sentence++)
        {
          MatchumSpan first = get_first_sentence (search->text, span);
          GPtrArray *stages = read_sentence (search, first);

          if (stages != NULL)
            return stages;
          span.start = MIN (first.end + 2, span.end);
        }
    }
  return NULL;
}

GPtrArray *
matchum_hiring_stages_find (const MatchumPostingClues *clues)
{
  Search search = { .clues = clues, .text = clues->text };
  GPtrArray *stages = find_labelled (&search);

  if (stages == NULL)
    stages = find_arrows (&search, TRUE);
  if (stages == NULL)
    stages = find_items (&search, ITEMS_NUMBERED, 2);
  if (stages == NULL)
    stages = find_arrows (&search, FALSE);
  if (stages == NULL)
    stages = find_items (&search, ITEMS_BULLETED, 2);
  if (stages == NULL)
    stages = find_items (&search, ITEMS_BARE, 2);
  if (stages == NULL)
    stages = find_sentence (&search);
  return stages != NULL ? stages : new_stages ();
}

/* Notes: what a posting says to those who apply, and what of its process is no stage. */

static gboolean
holds_stage (const MatchumPostingLine *line, GPtrArray *stages)
{
  for (guint i = 0; i < stages->len; i++)
    {
      const MatchumPostingFact *stage = g_ptr_array_index (stages, i);

      if (line->first_line <= stage->line && stage->line <= line->last_line)
        return TRUE;
    }
  return FALSE;
}

/* A line that is a fact of its own, or nothing but a link, is no note. */
static gboolean
is_fact (const MatchumPostingClues *clues, const MatchumPostingLine *line, guint *next)
{
  const MatchumInlineRun *run =
      matchum_inline_text_get_n_runs (line->content) == 1 ? matchum_inline_text_get_run (line->content, 0) : NULL;

  if (run != NULL && run->kind == MATCHUM_INLINE_LINK
      && matchum_span_get_length (run->span) == matchum_inline_text_get_length (line->content))
    return TRUE;
  /* Fields are in the order of their lines. */
  while (*next < clues->fields->len
         && g_array_index (clues->fields, MatchumPostingField, *next).line < line->first_line)
    (*next)++;
  for (guint i = *next; i < clues->fields->len; i++)
    {
      const MatchumPostingField *field = &g_array_index (clues->fields, MatchumPostingField, i);

      if (field->line > line->last_line)
        break;
      if (field->strength >= MATCHUM_FIELD_BELOW && field->key >= MATCHUM_FIELD_EMPLOYMENT
          && field->key <= MATCHUM_FIELD_POSTED)
        return TRUE;
    }
  return FALSE;
}

#define MAX_NOTES 200

GPtrArray *
matchum_posting_notes_find (const MatchumPostingClues *clues, GPtrArray *stages)
{
  GPtrArray *notes = new_stages ();
  guint n = MIN (matchum_posting_get_n_lines (clues->posting), MATCHUM_FIELD_MAX_LINES);
  guint next = 0;

  for (guint i = 0; i < n && notes->len < MAX_NOTES; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (clues->posting, i);
      MatchumPostingFact *fact;

      if (line->is_heading || (line->kind != MATCHUM_POSTING_NOTE && line->kind != MATCHUM_POSTING_PROCESS)
          || (line->kind == MATCHUM_POSTING_PROCESS && holds_stage (line, stages)) || is_fact (clues, line, &next))
        continue;
      fact = matchum_posting_fact_new (clues->source, line->span);
      if (fact != NULL)
        g_ptr_array_add (notes, fact);
    }
  return notes;
}
