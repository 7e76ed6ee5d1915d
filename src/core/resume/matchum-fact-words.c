/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knows the words that stand beside degrees, certificates, tests and titles. */
#include "config.h"

#include "resume/matchum-fact-words.h"

#include <string.h>

#include "resume/matchum-dated-line.h"
#include "resume/matchum-entry-dates.h"
#include "resume/matchum-entry-signs.h"
#include "resume/matchum-entry-words.h"
#include "text/matchum-folded-text.h"

/* Longer texts are no lines of facts and are not searched, in bytes. */
#define MAX_BYTES 2000

typedef enum {
  PATTERN_LATEX,
  PATTERN_GAP,
  PATTERN_SCORE,
  PATTERN_EMPTY_BRACKETS,
  PATTERN_SIGNS,
  PATTERN_DUE_BEFORE,
  PATTERN_DUE_AFTER,
  PATTERN_ISSUED,
  PATTERN_TEST,
  PATTERN_TEST_SCORE,
  PATTERN_LEVEL,
  PATTERN_QUOTED,
  PATTERN_LANGUAGE,
  PATTERN_BRACKETED,
  N_PATTERNS,
} Pattern;

static const char *const patterns[N_PATTERNS] = {
  [PATTERN_LATEX] = "\\\\(?:textbf|textit|textsc|texttt|emph|underline)\\{([^{}]*)\\}",
  [PATTERN_GAP] = "[ \\t]*(?:\\t| {3,}|\\\\hfill|\\\\qquad|\\\\quad)[ \\t]*",
  [PATTERN_SCORE] = "(?:학점|평점|평균\\s*평점|GPA)\\s*[:：]?\\s*[\\d.]+\\s*(?:/\\s*[\\d.]+)?",
  [PATTERN_EMPTY_BRACKETS] = "\\s*[(\\[（](?:[\\s.,|·:;/~–—-]|since|from|부터|까지)*[)\\]）]",
  [PATTERN_SIGNS] = "^[\\s,|·:;/~–—@-]+|[\\s,|·:;/~–—@-]+$",
  [PATTERN_DUE_BEFORE] = "(?:expir(?:es|y|ation|ing)(?: date)?|valid (?:until|through|to|till)|유효\\s*기간|만료일?|"
                         "갱신일?)[\\s:：(~]*(?:on )?$",
  [PATTERN_DUE_AFTER] = "^\\s*(?:에\\s*)?(?:만료|까지|expir)",
  [PATTERN_ISSUED] =
      "\\b(?:issued|obtained|acquired|earned|awarded|expir(?:es|y|ation|ing)(?: date)?|"
      "valid (?:until|through|to|till))\\b:?|(?:유효\\s*기간|취득일?|발급일?|만료일?|합격|까지)[:：]?(?=\\s|[|,)]|$)",
  [PATTERN_TEST] =
      "TOEIC ?(?:Speaking|S&W|Bridge)|TOEIC|TOEFL(?: ?iBT| ?ITP)?|IELTS|OPIc|TEPS|JLPT|JPT|HSKK|HSK|TSC|SPA|"
      "G-?TELP|FLEX|SNULT|DELF|DALF|TCF|DELE|SIELE|TestDaF|DSH|Goethe-Zertifikat|telc|TOPIK|TORFL|PTE(?: "
      "Academic)?|Duolingo(?: English Test)?|CPE|CAE|FCE|토익 ?스피킹|토익|토플|오픽|텝스|지텔프|신HSK",
  [PATTERN_TEST_SCORE] =
      "(?<![\\p{L}\\p{N}.])(?:(?:TDN|Level|Lv\\.?) ?\\d|N[1-5]|[ABC][12]\\+?|A[LM]|I[HML][123]?|N[HML]|"
      "\\d급|\\d{1,3}(?:\\.\\d)?(?=점|[\\s),|/]|$))(?![\\p{L}\\p{N}]*[.\\-/]\\d)",
  [PATTERN_LEVEL] = "(?<![\\p{L}\\p{N}])[ABC][12]\\+?(?![\\p{L}\\p{N}])",
  [PATTERN_BRACKETED] = "^\\p{L}+ ?\\([^()]+\\)$",
  [PATTERN_QUOTED] = "[\"“「『《]([^\"”」』》]{3,})[\"”」』》]",
  [PATTERN_LANGUAGE] =
      "^(?:영어|일본어|중국어|독일어|독어|불어|프랑스어|스페인어|러시아어|베트남어|한국어|국어|아랍어|이탈리아어|"
      "포르투갈어|태국어|인도네시아어|몽골어|English|Korean|Japanese|Chinese|Mandarin|Cantonese|German|"
      "French|Spanish|Russian|Vietnamese|Arabic|Italian|Portuguese|Polish|Norwegian|Swedish|Danish|"
      "Finnish|Dutch|Greek|Turkish|Hindi|Urdu|Bengali|Tamil|Thai|Indonesian|Malay|Hebrew|Ukrainian|"
      "Czech|Hungarian|Romanian|Persian|Swahili|Yoruba|Igbo|Tagalog)(?![\\p{L}\\p{N}])",
};

static GRegex *
get_regex (Pattern pattern)
{
  static GRegex *regexes[N_PATTERNS];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < N_PATTERNS; i++)
        regexes[i] = g_regex_new (patterns[i], G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return regexes[pattern];
}

static gboolean
find (Pattern pattern, const char *text, MatchumSpan *span)
{
  g_autoptr (GMatchInfo) info = NULL;
  gint start, end;

  if (!g_regex_match (get_regex (pattern), text, 0, &info) || !g_match_info_fetch_pos (info, 0, &start, &end))
    return FALSE;
  *span = MATCHUM_SPAN ((gsize) start, (gsize) end);
  return TRUE;
}

/* Takes text. Where the pattern gives up, text stays. */
static char *
replace (char *text, Pattern pattern, const char *by)
{
  char *replaced = g_regex_replace (get_regex (pattern), text, -1, 0, by, 0, NULL);

  if (replaced == NULL)
    return text;
  g_free (text);
  return replaced;
}

/* Takes text. Without empty brackets, and without signs at its ends; never NULL. */
static char *
tidy (char *text)
{
  return replace (replace (text, PATTERN_EMPTY_BRACKETS, ""), PATTERN_SIGNS, "");
}

/* NULL for nothing. Takes text. */
static char *
or_null (char *text)
{
  if (text != NULL && *text != '\0')
    return text;
  g_free (text);
  return NULL;
}

static char *
dup_span (const char *text, MatchumSpan span)
{
  return g_strndup (text + span.start, matchum_span_get_length (span));
}

static char *
dup_without (const char *text, MatchumSpan span, const char *instead)
{
  g_autofree char *before = g_strndup (text, span.start);

  return g_strconcat (before, instead, text + span.end, NULL);
}

/* Without the squares and arrows that people put before headings. */
static const char *
skip_ornaments (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_OTHER_SYMBOL
          && g_unichar_type (c) != G_UNICODE_MATH_SYMBOL)
        break;
    }
  return text;
}

char *
matchum_fact_words_clean (const char *text)
{
  char *clean = g_strdup (skip_ornaments (text));

  if (strlen (text) > MAX_BYTES)
    return clean;
  if (strchr (text, '\\') != NULL)
    clean = replace (clean, PATTERN_LATEX, "\\1");
  if (strpbrk (clean, "\t\\") != NULL || strstr (clean, "   ") != NULL)
    clean = replace (clean, PATTERN_GAP, " | ");
  if (strstr (clean, "--") != NULL)
    {
      g_auto (GStrv) wide = g_strsplit (clean, "---", -1);
      g_autofree char *joined = g_strjoinv ("—", wide);
      g_auto (GStrv) narrow = g_strsplit (joined, "--", -1);

      g_free (clean);
      clean = g_strjoinv ("–", narrow);
    }
  return clean;
}

char *
matchum_fact_words_take_dates (const char *text, MatchumFact *fact)
{
  g_autoptr (GArray) ranges = matchum_dated_line_find_dates (text);
  MatchumEntryDates dates;
  char *rest = matchum_entry_dates_take (text, ranges, &dates);
  const char *since = "since";

  if (ranges == NULL || fact->ranges->len > 0)
    return rest;
  fact->dates = dates;
  g_array_append_vals (fact->ranges, ranges->data, ranges->len);
  for (guint i = 0; i < ranges->len; i++)
    fact->is_current |= g_array_index (ranges, MatchumDateRange, i).is_open;
  /* "since" goes with the date. */
  if (fact->is_current && g_str_has_suffix (rest, since))
    {
      rest[strlen (rest) - strlen (since)] = '\0';
      rest = tidy (rest);
    }
  return rest;
}

/* text without all of its dates, whether they are set off or not. */
static char *
cut_all_dates (const char *text, const GArray *ranges)
{
  GString *rest = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      MatchumSpan span = g_array_index (ranges, MatchumDateRange, i).span;

      g_string_append_len (rest, text + done, (gssize) (MAX (span.start, done) - done));
      done = MAX (done, span.end);
    }
  g_string_append (rest, text + done);
  return g_string_free (rest, FALSE);
}

static void
append_ranges (MatchumFact *fact, const GArray *ranges)
{
  g_autofree char *rest = NULL;

  if (ranges != NULL && fact->ranges->len == 0)
    g_array_append_vals (fact->ranges, ranges->data, ranges->len);
}

/* Studies */

/* Words for the state of studies; the first that is found counts. */
static const struct {
  MatchumStudyState state;
  const char *pattern;
} states[] = {
  { MATCHUM_STUDY_EXPECTED,
    "졸업\\s*예정|(?:expected|anticipated)(?: (?:graduation|completion|to graduate))?(?: in)?|graduating(?: in)?" },
  { MATCHUM_STUDY_ON_LEAVE, "휴학\\s*중?|on leave" },
  { MATCHUM_STUDY_WITHDRAWN, "중퇴|자퇴|withdrawn|withdrew|discontinued|not completed" },
  { MATCHUM_STUDY_COMPLETED, "수료|coursework completed|all but dissertation|ABD" },
  { MATCHUM_STUDY_ENROLLED, "재학\\s*중?|in progress|currently enrolled|enrolled|ongoing" },
  { MATCHUM_STUDY_GRADUATED, "졸업|학위\\s*취득|graduated(?: in)?|graduate of|conferred" },
};

/* Takes text, and the words for states out of it: "재학 (… 졸업예정)" is both, and expected. */
static char *
take_state (char *text, MatchumFact *fact)
{
  static gsize once = 0;
  static GRegex *regexes[G_N_ELEMENTS (states)];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (states); i++)
        {
          g_autofree char *whole =
              g_strdup_printf ("(?<![A-Za-z])(?:%s)(?![A-Za-z]|하신|생|\\s*(?:논문|작품|프로젝트))", states[i].pattern);

          regexes[i] = g_regex_new (whole, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
        }
      g_once_init_leave (&once, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      char *rest;

      if (!g_regex_match (regexes[i], text, 0, NULL))
        continue;
      rest = g_regex_replace_literal (regexes[i], text, -1, 0, "", 0, NULL);
      if (rest == NULL)
        continue;
      g_free (text);
      text = rest;
      if (fact->state == MATCHUM_STUDY_UNKNOWN)
        fact->state = states[i].state;
    }
  return text;
}

/* Takes the degree out of text, and "in" behind it. Takes text. */
static char *
take_degree (char *text, MatchumFact *fact)
{
  MatchumSpan span = matchum_entry_words_find_degree (text);
  const char *rest;
  char *cut;

  if (matchum_span_is_empty (span) || fact->degree != NULL)
    return text;
  fact->degree = dup_span (text, span);
  rest = text + span.end + strspn (text + span.end, span.start == 0 ? " ,|" : " ");
  if (g_ascii_strncasecmp (rest, "in ", 3) == 0 || g_ascii_strncasecmp (rest, "of ", 3) == 0)
    rest += 3;
  /* What stands before the degree and what behind it are parts of their own, but for the words of one field. */
  cut = dup_without (text, MATCHUM_SPAN (span.start, (gsize) (rest - text)), "");
  g_free (text);
  return cut;
}

/* Of "Major: Physics" the field; NULL for what is about something else: "Courses: …", "(two years abroad)". */
static const char *
skip_field_label (const char *words)
{
  const char *colon = strstr (words, ": ");
  g_autofree char *label = colon != NULL ? g_strndup (words, (gsize) (colon - words)) : NULL;
  g_autofree char *folded = label != NULL ? matchum_fold (label, -1) : NULL;

  if (words[0] == '(' && g_str_has_suffix (words, ")"))
    return NULL;
  if (folded == NULL)
    return words;
  if (strstr (folded, "전공") == NULL && strstr (folded, "학과") == NULL && strstr (folded, "major") == NULL
      && strstr (folded, "field") == NULL)
    return NULL;
  return colon + 2;
}

static void
append_field (GString *field, const char *words)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));
  const char *value = skip_field_label (trimmed);
  g_autofree char *tidied = tidy (g_strdup (value != NULL ? value : ""));

  if (*tidied != '\0')
    g_string_append_printf (field, "%s%s", field->len > 0 ? ", " : "", tidied);
}

/* The parts of text, and of the part that names a school, its own. */
static GArray *
split_study (const char *text)
{
  g_autoptr (GArray) outer = matchum_entry_signs_split (text, NULL);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  for (guint i = 0; i < outer->len; i++)
    {
      const MatchumSpan part = g_array_index (outer, MatchumSpan, i);
      g_autofree char *words = dup_span (text, part);
      g_autoptr (GArray) inner = matchum_entry_words_is_school (words) ? matchum_entry_signs_split (words, NULL) : NULL;

      if (inner == NULL || inner->len < 2)
        g_array_append_val (parts, part);
      for (guint k = 0; inner != NULL && inner->len > 1 && k < inner->len; k++)
        {
          MatchumSpan span = g_array_index (inner, MatchumSpan, k);

          span.start += part.start;
          span.end += part.start;
          g_array_append_val (parts, span);
        }
    }
  return parts;
}

/* The part that names a school; parts->len where none does. */
static guint
find_school_part (const char *text, const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *words = dup_span (text, g_array_index (parts, MatchumSpan, i));

      if (matchum_entry_words_is_school (words))
        return i;
    }
  return parts->len;
}

/* Where text has two parts, and one names a degree, the other is the school, whatever it is called. */
static char *
dup_part_beside_degree (const char *text)
{
  g_autoptr (GArray) parts = matchum_entry_signs_split (text, NULL);
  char *beside = NULL;
  guint n_degrees = 0;

  for (guint i = 0; parts->len == 2 && i < parts->len; i++)
    {
      g_autofree char *words = dup_span (text, g_array_index (parts, MatchumSpan, i));

      if (!matchum_span_is_empty (matchum_entry_words_find_degree (words)))
        n_degrees++;
      else
        {
          g_free (beside);
          beside = g_steal_pointer (&words);
        }
    }
  if (n_degrees != 1)
    g_clear_pointer (&beside, g_free);
  return beside;
}

static void
add_field_words (MatchumFact *fact, const char *text, const GArray *parts, guint school)
{
  g_autoptr (GString) field = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      MatchumSpan part = g_array_index (parts, MatchumSpan, i);
      g_autofree char *words = dup_span (text, part);
      const gsize end = i == school ? matchum_entry_words_find_school_end (words) : 0;

      if (i == school && end == 0)
        fact->name = g_strdup (words);
      else if (i == school)
        {
          fact->name = g_strndup (words, end);
          append_field (field, words + end);
        }
      else
        append_field (field, words);
    }
  if (field->len > 0)
    fact->field = g_strdup (field->str);
}

void
matchum_fact_words_read_study (const char *text, MatchumFact *fact)
{
  g_autoptr (GArray) ranges = matchum_dated_line_find_dates (text);
  g_autofree char *without_dates = matchum_fact_words_take_dates (text, fact);
  char *words = cut_all_dates (text, ranges);
  g_autofree char *other = NULL;
  g_autofree char *rest = NULL;
  g_autoptr (GArray) parts = NULL;
  guint school;

  append_ranges (fact, ranges);
  words = take_state (words, fact);
  if (fact->state == MATCHUM_STUDY_UNKNOWN && fact->is_current)
    fact->state = MATCHUM_STUDY_ENROLLED;
  words = replace (words, PATTERN_SCORE, "");
  words = replace (words, PATTERN_EMPTY_BRACKETS, "");
  words = tidy (words);
  other = dup_part_beside_degree (words);
  rest = tidy (take_degree (words, fact));
  rest = replace (g_steal_pointer (&rest), PATTERN_EMPTY_BRACKETS, "");
  parts = split_study (rest);
  school = find_school_part (rest, parts);
  for (guint i = 0; school == parts->len && other != NULL && i < parts->len; i++)
    {
      g_autofree char *part = dup_span (rest, g_array_index (parts, MatchumSpan, i));

      if (g_str_equal (part, other))
        {
          school = i;
          break;
        }
    }
  add_field_words (fact, rest, parts, school);
  /* One date is that of the degree. */
  if (fact->dates.is_single && !fact->is_current)
    fact->dates.start[0] = '\0';
}

/* Certificates */

/* Whether the words around a date say that something ends on it. */
static gboolean
is_due (const char *text, MatchumSpan date)
{
  g_autofree char *before = g_strndup (text, date.start);
  MatchumSpan span;

  return find (PATTERN_DUE_BEFORE, before, &span) || find (PATTERN_DUE_AFTER, text + date.end, &span);
}

static void
set_certificate_dates (const char *text, const GArray *ranges, MatchumFact *fact)
{
  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const MatchumDateRange *range = &g_array_index (ranges, MatchumDateRange, i);
      const gboolean is_range = range->is_open || range->last - range->first > (range->by_year ? 11 : 0);
      char date[12];

      if (range->fault != MATCHUM_DATE_FAULT_NONE)
        continue;
      matchum_entry_dates_write_month (date, sizeof date, range->last, range->by_year);
      if (fact->expiry == NULL && !range->is_open && (is_range || is_due (text, range->span)))
        fact->expiry = g_strdup (date);
      if (fact->dates.start[0] == '\0' && (is_range || !is_due (text, range->span)))
        matchum_entry_dates_write_month (fact->dates.start, sizeof fact->dates.start, range->first, range->by_year);
    }
}

void
matchum_fact_words_read_certificate (const char *text, MatchumFact *fact)
{
  g_autoptr (GArray) ranges = matchum_dated_line_find_dates (text);
  g_autofree char *rest = NULL;
  g_autoptr (GArray) parts = NULL;
  const char *end;
  gsize length;

  append_ranges (fact, ranges);
  set_certificate_dates (text, ranges, fact);
  rest = tidy (replace (cut_all_dates (text, ranges), PATTERN_ISSUED, ""));
  end = strstr (rest, " | ");
  if (end == NULL)
    end = strstr (rest, " — ");
  if (end == NULL && g_str_has_suffix (rest, ")"))
    end = strstr (rest, " (");
  if (end == NULL)
    end = strstr (rest, ", ");
  length = end != NULL ? (gsize) (end - rest) : strlen (rest);
  fact->name = or_null (tidy (g_strndup (rest, length)));
  if (end != NULL)
    fact->place = or_null (tidy (g_strdup (rest + length)));
  if (fact->place != NULL && fact->place[0] == '(' && g_str_has_suffix (fact->place, ")"))
    {
      g_autofree char *bracketed = g_steal_pointer (&fact->place);

      fact->place = g_strndup (bracketed + 1, strlen (bracketed) - 2);
    }
}

/* Languages */

/* What stands before the first sign, where that is a language and not the name of a test. */
static char *
dup_language (const char *text, gboolean has_test, gsize test_start)
{
  MatchumSpan span;
  gsize length = strcspn (text, ":|(/");

  if (find (PATTERN_LANGUAGE, text, &span))
    return dup_span (text, span);
  for (const char *dash = text; (dash = strchr (dash, ' ')) != NULL; dash++)
    if (g_str_has_prefix (dash, " - ") || g_str_has_prefix (dash, " – ") || g_str_has_prefix (dash, " — "))
      {
        length = MIN (length, (gsize) (dash - text));
        break;
      }
  if (has_test && length > test_start)
    length = test_start;
  return or_null (tidy (g_strndup (text, length)));
}

void
matchum_fact_words_read_language (const char *text, MatchumFact *fact)
{
  g_autoptr (GArray) ranges = matchum_dated_line_find_dates (text);
  g_autofree char *rest = tidy (cut_all_dates (text, ranges));
  MatchumSpan test = { 0, 0 }, score;
  const gboolean has_test = find (PATTERN_TEST, rest, &test);

  append_ranges (fact, ranges);
  if (ranges != NULL)
    g_free (matchum_entry_dates_take (text, ranges, &fact->dates));
  fact->name = dup_language (rest, has_test, test.start);
  if (has_test)
    fact->test = dup_span (rest, test);
  if (has_test && find (PATTERN_TEST_SCORE, rest + test.end, &score))
    fact->score = dup_span (rest + test.end, score);
  else if (find (PATTERN_LEVEL, rest, &score))
    fact->score = dup_span (rest, score);
}

gboolean
matchum_fact_words_are_languages (const char *text, const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *words = dup_span (text, g_array_index (parts, MatchumSpan, i));
      MatchumSpan span;

      if (!find (PATTERN_LANGUAGE, words, &span) && !find (PATTERN_TEST, words, &span)
          && !find (PATTERN_BRACKETED, words, &span))
        return FALSE;
    }
  return parts->len > 1;
}

/* Publications */

/* Whether the full stop at at ends an initial: "W. Zhao". */
static gboolean
ends_initial (const char *text, const char *at)
{
  return at > text && g_ascii_isupper (at[-1]) && (at == text + 1 || !g_ascii_isalnum (at[-2]));
}

/* "Authors. Title. Journal": the second of three sentences and more; else what stands before the date. */
static char *
dup_second_sentence (const char *text)
{
  const char *starts[2] = { NULL, NULL };
  guint n = 0;

  for (const char *at = text; (at = strstr (at, ". ")) != NULL; at += 2)
    {
      if (ends_initial (text, at))
        continue;
      if (n < 2)
        starts[n] = at + 2;
      n++;
    }
  return n >= 2 ? g_strndup (starts[0], (gsize) (starts[1] - 2 - starts[0])) : NULL;
}

void
matchum_fact_words_read_publication (const char *text, MatchumFact *fact)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GArray) ranges = matchum_dated_line_find_dates (text);

  append_ranges (fact, ranges);
  if (ranges != NULL && g_array_index (ranges, MatchumDateRange, ranges->len - 1).fault == MATCHUM_DATE_FAULT_NONE)
    {
      const MatchumDateRange *last = &g_array_index (ranges, MatchumDateRange, ranges->len - 1);

      matchum_entry_dates_write_month (fact->dates.start, sizeof fact->dates.start, last->first, last->by_year);
    }
  if (g_regex_match (get_regex (PATTERN_QUOTED), text, 0, &info))
    {
      fact->name = g_match_info_fetch (info, 1);
      while (g_str_has_suffix (fact->name, ",") || g_str_has_suffix (fact->name, "."))
        fact->name[strlen (fact->name) - 1] = '\0';
      return;
    }
  fact->name = dup_second_sentence (text);
  if (fact->name == NULL)
    {
      MatchumEntryDates dates;

      fact->name = tidy (matchum_entry_dates_take (text, ranges, &dates));
    }
}
