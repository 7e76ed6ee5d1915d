/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the last day to apply: as a labelled value, as a part of a divided line, else in a sentence that says so. */
#include "config.h"

#include "posting/matchum-posting-deadline.h"

#include <string.h>

#include "posting/matchum-posting-readers.h"
#include "posting/matchum-posting-wording.h"
#include "posting/matchum-written-day.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-pattern-set.h"
#include "text/matchum-word-list.h"

#define MAX_VALUE 160
#define MAX_SENTENCE 2000

enum { PATTERN_FILLED, PATTERN_ALWAYS, PATTERN_EARLY, PATTERN_COUNTDOWN, N_PATTERNS };

static const char *const pattern_texts[N_PATTERNS] = {
  [PATTERN_FILLED] =
      "(?:적임자\\s?|인원\\s?|모집\\s?)?(?:채용|충원|모집|선발|인원\\s?확보)\\s?(?:완료\\s?)?(?:시|될\\s?때|할\\s?때|"
      "때)(?:\\s?까지|"
      "\\s?(?:조기\\s?)?마감)|채용\\s?완료\\s?까지|(?:[가-힣]+\\s)?(?:구해|뽑|채워|모|찾)[가-힣]{0,3}\\s?때까지|"
      "(?:open )?until (?:the )?(?:position|role|post|vacancy|job|seat|slot)?s?\\s?(?:is |are |has been |have been "
      ")?filled|"
      "when (?:the )?(?:position|role|post|vacancy) is filled|until we (?:find|hire|fill)[a-z ]{0,30}",
  [PATTERN_ALWAYS] =
      "(?:연중\\s?)?(?:상시|수시)\\s?(?:채용|모집|접수|지원)|^\\s?(?:상시|수시)\\s?$|마감(?:일|기한)?\\s?(?:없음|"
      "미정)|기한\\s?없음|(?:on a )?rolling (?:basis|applications?|review)|^\\s?(?:rolling|ongoing|open)\\s?$|"
      "always (?:open|hiring)|no (?:closing date|deadline|fixed deadline)|open-ended",
  [PATTERN_EARLY] = "조기에?\\s?(?:마감|종료)|채용\\s?(?:완료\\s?)?시\\s?(?:조기\\s?)?마감|충원\\s?시\\s?(?:조기\\s?)?"
                    "마감|close(?:d|s)?"
                    " (?:early|sooner)|early clos|before (?:the |this )?(?:closing date|deadline)",
  [PATTERN_COUNTDOWN] = "(?<![a-z0-9])d\\s?-\\s?(?:(\\d{1,3})|day)(?![a-z0-9])",
};

/* In a sentence with a day: that it is about applying; that the day ends something; that it is of something else. */
static MatchumWordList apply_words = MATCHUM_WORD_LIST (
    "접수|지원|서류|원서|이력서|보내|제출|마감|모집|신청|응모|연락|공고|채용|apply|appl|deadline|clos|submit|send|cv|"
    "resume|expression");
static MatchumWordList end_words = MATCHUM_WORD_LIST (
    "까지|마감|기한|도착|deadline|clos| by | before | until | no later than | due | latest |~| ends ");
static MatchumWordList other_words =
    MATCHUM_WORD_LIST ("발표|면접|입사|인터뷰|설명회|결과|개별 통보|출근|근무 "
                       "시작|시작|졸업|전역|수료|취득|interview|start|shortlist|notified|hear from|"
                       "graduat|induction|onboard");

static GRegex *
get_pattern (guint which)
{
  static MatchumPatternSet set = { "deadlines", pattern_texts, N_PATTERNS, 0, NULL, 0 };

  return matchum_pattern_set_get (&set, which);
}

/* A part of the source, folded. */
typedef struct {
  MatchumFoldedText *folded;
  const char *text;
  gsize length;
  gsize base;
} Passage;

static void
passage_init (Passage *self, const MatchumPostingClues *clues, MatchumSpan span)
{
  if (matchum_span_get_length (span) > MAX_SENTENCE)
    {
      for (span.end = span.start + MAX_SENTENCE; ((guchar) clues->text[span.end] & 0xc0) == 0x80; span.end--)
        ;
    }
  self->folded = matchum_folded_text_new (clues->text + span.start, (gssize) matchum_span_get_length (span));
  self->text = matchum_folded_text_get_text (self->folded);
  self->length = matchum_folded_text_get_length (self->folded);
  self->base = span.start;
}

static void
passage_clear (Passage *self)
{
  g_clear_pointer (&self->folded, matchum_folded_text_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Passage, passage_clear)

static MatchumSpan
get_source_span (const Passage *passage, MatchumSpan span)
{
  MatchumSpan original = matchum_folded_text_get_original_span (passage->folded, span);

  return MATCHUM_SPAN (passage->base + original.start, passage->base + original.end);
}

static gboolean
find_pattern (const Passage *passage, guint which, MatchumSpan *span, gint *number)
{
  g_autoptr (GMatchInfo) info = NULL;
  gint start, end;

  if (!g_regex_match_full (get_pattern (which), passage->text, (gssize) passage->length, 0, 0, &info, NULL)
      || !g_match_info_fetch_pos (info, 0, &start, &end))
    return FALSE;
  if (span != NULL)
    *span = MATCHUM_SPAN ((gsize) start, (gsize) end);
  if (number != NULL)
    {
      g_autofree char *text = g_match_info_fetch (info, 1);

      *number = text != NULL ? (gint) g_ascii_strtoll (text, NULL, 10) : 0;
    }
  return TRUE;
}

static MatchumPostingDeadline *
deadline_new (const MatchumPostingClues *clues, const Passage *passage, MatchumSpan span, MatchumDeadlineKind kind)
{
  g_autoptr (MatchumPostingFact) fact = matchum_posting_fact_new (clues->source, get_source_span (passage, span));
  MatchumPostingDeadline *self;

  if (fact == NULL)
    return NULL;
  self = g_new0 (MatchumPostingDeadline, 1);
  self->fact = *fact;
  g_free (g_steal_pointer (&fact));
  self->kind = kind;
  self->hour = -1;
  self->may_close_early = kind == MATCHUM_DEADLINE_DAY && find_pattern (passage, PATTERN_EARLY, NULL, NULL);
  return self;
}

void
matchum_posting_deadline_free (MatchumPostingDeadline *self)
{
  matchum_posting_fact_clear (&self->fact);
  g_free (self);
}

char *
matchum_posting_deadline_dup_date (const MatchumPostingDeadline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind != MATCHUM_DEADLINE_DAY)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", self->day.year, self->day.month, self->day.day);
}

/* Days. */

/* The words right before a day, from the day before it on, and right behind it. */
static char *
dup_around (const Passage *passage, GArray *days, guint index, gboolean is_before)
{
  const MatchumWrittenDay *day = &g_array_index (days, MatchumWrittenDay, index);
  gsize start = 0, end = passage->length;

  if (is_before)
    {
      end = day->span.start;
      start = index > 0 ? g_array_index (days, MatchumWrittenDay, index - 1).span.end : 0;
      start = MAX (start, end > 60 ? end - 60 : 0);
      while (((guchar) passage->text[start] & 0xc0) == 0x80)
        start++;
    }
  else
    {
      start = day->span.end;
      end = index + 1 < days->len ? g_array_index (days, MatchumWrittenDay, index + 1).span.start : end;
      end = MIN (end, start + 45);
      while (end > start && end < passage->length && ((guchar) passage->text[end] & 0xc0) == 0x80)
        end--;
    }
  return g_strndup (passage->text + start, end - start);
}

/* "~ 채용시", "부터": it begins here. */
static gboolean
is_start (const Passage *passage, GArray *days, guint index)
{
  g_autofree char *after = g_strchug (dup_around (passage, days, index, FALSE));

  return *after == '~' || g_str_has_prefix (after, "부터") || g_str_has_prefix (after, "이후");
}

/* "서류 발표 11.30", "12/5 면접" */
static gboolean
is_of_other (const Passage *passage, GArray *days, guint index)
{
  g_autofree char *before = dup_around (passage, days, index, TRUE);
  g_autofree char *after = dup_around (passage, days, index, FALSE);
  gsize clause = strcspn (after, ",;/.");
  g_autofree char *tail = g_strndup (after, clause);
  const char *colon = strrchr (before, ',');

  return matchum_word_list_stands_in (&other_words, colon != NULL ? colon + 1 : before)
         || (index + 1 == days->len && matchum_word_list_stands_in (&other_words, tail)
             && !matchum_word_list_stands_in (&end_words, tail));
}

/* Where the days of a range begin. */
static gsize
get_range_start (const Passage *passage, GArray *days, guint index)
{
  const MatchumWrittenDay *day = &g_array_index (days, MatchumWrittenDay, index);
  g_autofree char *before = index > 0 ? dup_around (passage, days, index, TRUE) : NULL;

  if (before != NULL && strlen (before) < 24 && (strchr (before, '~') != NULL || strstr (before, "부터") != NULL))
    return g_array_index (days, MatchumWrittenDay, index - 1).span.start;
  return day->span.start;
}

/* The day on which a posting was put up, from which years are told; today where it does not say. */
static MatchumDay
get_reference (const MatchumPostingClues *clues)
{
  g_autoptr (GPtrArray) fields = matchum_posting_field_select (clues->fields, MATCHUM_FIELD_POSTED);

  for (guint i = 0; i < fields->len; i++)
    {
      const MatchumPostingField *field = g_ptr_array_index (fields, i);
      g_auto (Passage) passage = { 0 };
      g_autoptr (GArray) days = NULL;
      MatchumDay day;

      passage_init (&passage, clues, field->value);
      days = matchum_written_day_find_all (passage.text, passage.length);
      if (days->len > 0
          && matchum_written_day_resolve (&g_array_index (days, MatchumWrittenDay, 0), clues->today, &day))
        return day;
    }
  return clues->today;
}

static MatchumPostingDeadline *
make_day (const MatchumPostingClues *clues, const Passage *passage, const MatchumWrittenDay *written, MatchumSpan span)
{
  MatchumDay day = { 0 };
  gboolean is_told = matchum_written_day_resolve (written, get_reference (clues), &day);
  MatchumPostingDeadline *self =
      deadline_new (clues, passage, span, is_told ? MATCHUM_DEADLINE_DAY : MATCHUM_DEADLINE_UNCLEAR);

  if (self == NULL)
    return NULL;
  self->day = is_told ? day : (MatchumDay){ 0 };
  self->hour = written->hour;
  self->minute = written->minute;
  self->is_year_implied = is_told && written->year == 0;
  return self;
}

static MatchumPostingDeadline *
make_countdown (const MatchumPostingClues *clues, const Passage *passage, MatchumSpan span)
{
  gint days = 0;
  MatchumPostingDeadline *self;

  if (matchum_day_to_number (clues->today) == 0 || !find_pattern (passage, PATTERN_COUNTDOWN, NULL, &days))
    return NULL;
  self = deadline_new (clues, passage, span, MATCHUM_DEADLINE_DAY);
  if (self == NULL)
    return NULL;
  self->day = matchum_day_from_number (matchum_day_to_number (clues->today) + days);
  self->is_relative = TRUE;
  return self;
}

/* "상시채용, 채용 시 마감": what is said first counts. */
static MatchumPostingDeadline *
make_open (const MatchumPostingClues *clues, const Passage *passage)
{
  MatchumSpan filled, always;
  gboolean is_filled = find_pattern (passage, PATTERN_FILLED, &filled, NULL);
  gboolean is_always = find_pattern (passage, PATTERN_ALWAYS, &always, NULL);

  if (is_always && (!is_filled || always.start < filled.start))
    return deadline_new (clues, passage, always, MATCHUM_DEADLINE_ALWAYS);
  return is_filled ? deadline_new (clues, passage, filled, MATCHUM_DEADLINE_UNTIL_FILLED) : NULL;
}

/* Labelled values. */

/* The last of the days that ends something; G_MAXUINT where none does. */
static guint
choose_day (const Passage *passage, GArray *days, gboolean takes_loose)
{
  guint chosen = G_MAXUINT;

  for (guint i = 0; i < days->len; i++)
    {
      if ((!takes_loose && g_array_index (days, MatchumWrittenDay, i).is_loose) || is_start (passage, days, i)
          || (chosen != G_MAXUINT && is_of_other (passage, days, i)))
        continue;
      chosen = i;
    }
  return chosen;
}

/* The whole of a value, but for what comes behind the day where it is long. */
static MatchumSpan
get_value_span (const Passage *passage, const MatchumWrittenDay *day, gsize start)
{
  MatchumSpan span = { 0, passage->length };

  if (passage->length > MAX_VALUE)
    return MATCHUM_SPAN (start, day->span.end);
  for (gsize at = day->span.end; at < passage->length; at++)
    {
      if (strchr (",;/", passage->text[at]) != NULL || g_str_has_prefix (passage->text + at, "※")
          || g_str_has_prefix (passage->text + at, ". "))
        {
          span.end = at;
          break;
        }
    }
  return span;
}

static MatchumPostingDeadline *
read_value (const MatchumPostingClues *clues, const MatchumPostingField *field, gboolean wants_open)
{
  g_auto (Passage) passage = { 0 };
  g_autoptr (GArray) days = NULL;
  guint index;

  passage_init (&passage, clues, field->value);
  if (wants_open)
    {
      MatchumPostingDeadline *self = make_open (clues, &passage);

      return self != NULL || field->strength < MATCHUM_FIELD_FIRM
                 ? self
                 : make_countdown (clues, &passage, MATCHUM_SPAN (0, passage.length));
    }
  days = matchum_written_day_find_all (passage.text, passage.length);
  index = choose_day (&passage, days, field->strength > MATCHUM_FIELD_WEAK);
  if (index == G_MAXUINT)
    {
      if (days->len > 0)
        return NULL;
      return make_countdown (clues, &passage, MATCHUM_SPAN (0, passage.length));
    }
  return make_day (clues, &passage, &g_array_index (days, MatchumWrittenDay, index),
                   get_value_span (&passage, &g_array_index (days, MatchumWrittenDay, index),
                                   get_range_start (&passage, days, index)));
}

static MatchumPostingDeadline *
find_labelled (const MatchumPostingClues *clues, gboolean wants_open)
{
  g_autoptr (GPtrArray) fields = matchum_posting_field_select (clues->fields, MATCHUM_FIELD_DEADLINE);

  for (guint i = 0; i < fields->len; i++)
    {
      MatchumPostingDeadline *found = read_value (clues, g_ptr_array_index (fields, i), wants_open);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Parts of divided lines: "~ 12/5(토)", "D-7", "2026-11-30 마감", "상시채용" */

static gboolean
ends_something (const Passage *passage)
{
  return matchum_word_list_stands_in (&end_words, passage->text)
         && !matchum_word_list_stands_in (&other_words, passage->text);
}

static MatchumPostingDeadline *
read_bare (const MatchumPostingClues *clues, const MatchumPostingField *field, gboolean wants_open)
{
  g_auto (Passage) passage = { 0 };
  g_autoptr (GArray) days = NULL;
  guint index;

  if (matchum_span_get_length (field->value) > 100)
    return NULL;
  passage_init (&passage, clues, field->value);
  if (matchum_wording_is_sentence (passage.text))
    return NULL;
  if (wants_open)
    return passage.length <= 60 ? make_open (clues, &passage) : NULL;
  days = matchum_written_day_find_all (passage.text, passage.length);
  index = choose_day (&passage, days, TRUE);
  if (index != G_MAXUINT && (ends_something (&passage) || find_pattern (&passage, PATTERN_COUNTDOWN, NULL, NULL)))
    return make_day (clues, &passage, &g_array_index (days, MatchumWrittenDay, index),
                     get_value_span (&passage, &g_array_index (days, MatchumWrittenDay, index), 0));
  return days->len == 0 && passage.length <= 30 ? make_countdown (clues, &passage, MATCHUM_SPAN (0, passage.length))
                                                : NULL;
}

static MatchumPostingDeadline *
find_bare (const MatchumPostingClues *clues, gboolean wants_open)
{
  for (guint i = 0; i < clues->fields->len; i++)
    {
      const MatchumPostingField *field = &g_array_index (clues->fields, MatchumPostingField, i);
      MatchumPostingDeadline *found;

      if (field->key != MATCHUM_FIELD_NONE)
        continue;
      found = read_bare (clues, field, wants_open);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Sentences. */

/* The sentence around a day. */
static char *
dup_sentence (const Passage *passage, const MatchumWrittenDay *day)
{
  gsize start = day->span.start, end = day->span.end;

  while (start > 0
         && !(passage->text[start - 1] == ' ' && start > 1 && strchr (".!?", passage->text[start - 2]) != NULL
              && !(start > 2 && g_ascii_isdigit (passage->text[start - 3]))))
    start--;
  while (end < passage->length && !(strchr (".!?", passage->text[end]) != NULL && passage->text[end + 1] == ' '))
    end++;
  return g_strndup (passage->text + start, end - start);
}

static gboolean
says_until (const Passage *passage, GArray *days, guint index, const char *heading)
{
  const MatchumWrittenDay *day = &g_array_index (days, MatchumWrittenDay, index);
  g_autofree char *sentence = dup_sentence (passage, day);
  g_autofree char *before = dup_around (passage, days, index, TRUE);
  g_autofree char *after = dup_around (passage, days, index, FALSE);

  if (is_start (passage, days, index) || is_of_other (passage, days, index))
    return FALSE;
  /* Under "언제까지요?" or "Closing date" a day needs no further words. */
  if (heading != NULL && index == 0 && day->span.start == 0 && !day->is_loose
      && (matchum_word_list_stands_in (&end_words, heading) || strstr (heading, "기간") != NULL
          || strstr (heading, "일정") != NULL))
    return TRUE;
  if (!matchum_word_list_stands_in (&apply_words, sentence)
      && (heading == NULL || !matchum_word_list_stands_in (&apply_words, heading)))
    return FALSE;
  return g_str_has_prefix (g_strchug (after), "까지") || g_str_has_prefix (after, "마감")
         || strstr (after, "까지") != NULL || strstr (after, "마감") != NULL
         || matchum_word_list_stands_in (&end_words, before);
}

static MatchumPostingDeadline *
read_sentence (const MatchumPostingClues *clues,
               const MatchumPostingLine *line,
               const char *heading,
               gboolean wants_open)
{
  g_auto (Passage) passage = { 0 };
  g_autoptr (GArray) days = NULL;
  MatchumSpan span = line->span;

  if (!matchum_span_is_empty (line->label))
    span.start = MIN (span.start, line->label.start);
  passage_init (&passage, clues, span);
  if (wants_open)
    return make_open (clues, &passage);
  if (passage.text[strcspn (passage.text, "0123456789")] == '\0')
    return NULL;
  days = matchum_written_day_find_all (passage.text, passage.length);
  for (guint i = days->len; i > 0; i--)
    {
      const MatchumWrittenDay *day = &g_array_index (days, MatchumWrittenDay, i - 1);

      if (says_until (&passage, days, i - 1, heading))
        return make_day (clues, &passage, day, MATCHUM_SPAN (get_range_start (&passage, days, i - 1), day->span.end));
    }
  return NULL;
}

static MatchumPostingDeadline *
find_in_sentences (const MatchumPostingClues *clues, gboolean wants_open)
{
  guint n = MIN (matchum_posting_get_n_lines (clues->posting), MATCHUM_FIELD_MAX_LINES);
  g_autofree char *heading = NULL;

  for (guint i = 0; i < n; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (clues->posting, i);
      MatchumPostingDeadline *found;

      if (line->is_heading)
        {
          g_free (heading);
          heading = matchum_fold (matchum_posting_line_get_text (line), -1);
        }
      if (line->kind == MATCHUM_POSTING_BENEFIT || line->kind == MATCHUM_POSTING_STACK
          || (line->kind == MATCHUM_POSTING_DUTY && !line->is_heading))
        continue;
      found = read_sentence (clues, line, line->is_heading ? NULL : heading, wants_open);
      if (found != NULL)
        return found;
    }
  return NULL;
}

MatchumPostingDeadline *
matchum_posting_deadline_find (const MatchumPostingClues *clues)
{
  static MatchumPostingDeadline *(*const finders[]) (const MatchumPostingClues *,
                                                     gboolean) = { find_labelled, find_bare, find_in_sentences };

  for (guint wants_open = FALSE; wants_open <= TRUE; wants_open++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (finders); i++)
        {
          MatchumPostingDeadline *found = finders[i](clues, (gboolean) wants_open);

          if (found != NULL)
            return found;
        }
    }
  return NULL;
}
