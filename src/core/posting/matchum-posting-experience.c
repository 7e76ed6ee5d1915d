/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds how much experience is asked: as a labelled value, as a part of a divided line, in the title, else in the first
 * requirement that counts years. */
#include "config.h"

#include <string.h>

#include "posting/matchum-posting-readers.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-pattern-set.h"

#define MAX_VALUE 100
#define MAX_LINE 1200

#define WORDS "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
#define YEARS "(?:years?|yrs?)(?:[’'])?(?![a-z])"

static const char years_text[] =
    "(?:(?:관련\\s|실무\\s|해당\\s|총\\s)*경력\\s?:?\\s?)?(?:최소\\s?|만\\s?|약\\s?)?(?<![\\d.])(?<least>\\d{1,2})\\s?"
    "년?\\s?차?\\s?"
    "(?:이상)?\\s?(?:~|-)\\s?(?<most>\\d{1,2})\\s?년(?:\\s?차)?(?!\\s?(?:도|생|제))(?:\\s?(?:이하|이상|미만|이내))?"
    "|(?:(?:관련\\s|실무\\s|해당\\s|총\\s)*경력\\s?:?\\s?)?(?:최소\\s?|만\\s?|약\\s?)?(?<![\\d.])(?<least>\\d{1,2})\\s?"
    "년(?:\\s?차)?\\s?이상\\s?"
    "(?:~\\s?|,\\s?)?(?<most>\\d{1,2})\\s?년(?:\\s?차)?\\s?(?:이하|미만|이내)"
    "|(?:경력\\s?:?\\s?)?(?:최소\\s?|만\\s?|약\\s?)?(?<![\\d.])(?<least>\\d{1,2})\\s?년(?:\\s?차)?\\s?(?:이상|↑|\\+|"
    "초과)"
    "|경력\\s?:?\\s?(?:최소\\s?|만\\s?|약\\s?)?(?<least>\\d{1,2})\\s?년(?:\\s?차)?(?:부터|\\s?~)?"
    "|(?:경력\\s?)?(?<![\\d.])(?<most>\\d{1,2})\\s?년(?:\\s?차)?\\s?(?:이하|미만|이내)"
    "|(?:at least |minimum (?:of )?|min\\.? |over |more than |around |about "
    ")?(?<![\\d.a-z])(?:(?<least>\\d{1,2})|(?<word>" WORDS "))\\s?\\+?\\s?(?:-|to|–)\\s?(?:(?<most>\\d{1,2})|(?:" WORDS
    "))\\s?\\+?\\s?" YEARS "|(?:at least |minimum (?:of )?|min\\.? |over |more than |around |about "
    ")?(?<![\\d.a-z])(?:(?<least>\\d{1,2})|(?<word>" WORDS "))\\s?(?:\\+|plus|or more|and more)?\\s?" YEARS
    "(?:\\s?\\+|\\s?(?:or more|minimum|min(?![a-z])|and up|and above|plus(?![a-z])))?";

static const char any_text[] =
    "신입\\s?[/·,및&]?\\s?(?:또는\\s)?경력(?:직|자|사원)?(?:\\s?무관)?|경력\\s?[/"
    "·,및&]?\\s?(?:또는\\s)?신입|(?:경력|경험|연차)(?:\\s?[/"
    "·,]\\s?(?:학력|전공|나이))*\\s?(?:사항\\s?)?(?:은\\s|는\\s)?무관"
    "|(?<!학력)(?<!학력 )(?<!성별)(?<!성별 )(?<!전공)(?<!전공 )(?<!나이)(?<!나이 )(?<!연령)(?<!연령 )(?<!국적)(?<!국적 "
    ")무관(?:,?\\s?초보\\s?(?:자\\s?)?가능)?|초보(?:자)?\\s?(?:도\\s?)?(?:가능|환영)|신입\\s?(?:도\\s?)?(?:가능|"
    "지원\\s?가능|환영)|무경력(?:자)?\\s?가능"
    "|no (?:prior |previous )?experience (?:is )?(?:required|needed|necessary)|all levels|any level|experience not "
    "required";
static const char new_text[] = "신입(?:직|사원|생|공채)?|초급|new grad(?:uate)?s?|graduate "
                               "(?:role|scheme|programme|program)|entry[- ]level|junior|"
                               "internship|no experience";
static const char experienced_text[] =
    "경력(?:직|자|사원)?(?![가-힣])|중급|고급|mid[- ]?(?:senior)?[- ]?level|senior(?: level)?|mid[- ]level|"
    "experienced|associate level|director|executive";

enum { PATTERN_YEARS, PATTERN_ANY, PATTERN_NEW, PATTERN_EXPERIENCED, N_PATTERNS };

static GRegex *
get_pattern (guint which)
{
  static const char *const texts[N_PATTERNS] = { years_text, any_text, new_text, experienced_text };
  static MatchumPatternSet set = { "experience", texts, N_PATTERNS, G_REGEX_DUPNAMES, NULL, 0 };

  return matchum_pattern_set_get (&set, which);
}

typedef struct {
  MatchumSpan span; /* of the folded text */
  MatchumSeniority seniority;
  guint least;
  guint most;
} Mention;

static guint
fetch_number (GMatchInfo *info, const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (info, name);

  return text != NULL && *text != '\0' ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static guint
fetch_word (GMatchInfo *info)
{
  static const char *const words[] = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" };
  g_autofree char *text = g_match_info_fetch_named (info, "word");

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (text, words[i]))
      return i + 1;
  return text == NULL || *text == '\0' ? 0 : *text == 't' ? 12 : 15;
}

static gboolean
find_years (const char *folded, Mention *mention)
{
  g_autoptr (GMatchInfo) info = NULL;
  gint start, end;

  if (!g_regex_match (get_pattern (PATTERN_YEARS), folded, 0, &info) || !g_match_info_fetch_pos (info, 0, &start, &end))
    return FALSE;
  mention->span = MATCHUM_SPAN ((gsize) start, (gsize) end);
  mention->least = fetch_number (info, "least");
  if (mention->least == 0)
    mention->least = fetch_word (info);
  mention->most = fetch_number (info, "most");
  /* "7-5 yrs" */
  if (mention->most > 0 && mention->most < mention->least)
    {
      const guint most = mention->least;

      mention->least = mention->most;
      mention->most = most;
    }
  mention->seniority = mention->least > 0 ? MATCHUM_SENIORITY_EXPERIENCED : MATCHUM_SENIORITY_ANY;
  return mention->least < 40 && mention->most < 40;
}

static gboolean
find_words (const char *folded, guint which, MatchumSeniority seniority, Mention *mention)
{
  g_autoptr (GMatchInfo) info = NULL;
  gint start, end;

  if (!g_regex_match (get_pattern (which), folded, 0, &info) || !g_match_info_fetch_pos (info, 0, &start, &end))
    return FALSE;
  *mention = (Mention){ .span = MATCHUM_SPAN ((gsize) start, (gsize) end), .seniority = seniority };
  return TRUE;
}

/* "신입 및 경력(3년 이상)" is open to all whatever years it names. */
static gboolean
find_any (const char *folded, Mention *mention)
{
  Mention years = { 0 };

  if (!find_words (folded, PATTERN_ANY, MATCHUM_SENIORITY_ANY, mention))
    return FALSE;
  if (find_years (folded, &years))
    mention->least = years.least;
  return TRUE;
}

static gboolean
find_mention (const char *folded, Mention *mention)
{
  *mention = (Mention){ 0 };
  return find_any (folded, mention) || find_years (folded, mention)
         || find_words (folded, PATTERN_NEW, MATCHUM_SENIORITY_NEW, mention)
         || find_words (folded, PATTERN_EXPERIENCED, MATCHUM_SENIORITY_EXPERIENCED, mention);
}

gboolean
matchum_posting_experience_says (const char *folded)
{
  Mention mention;

  return find_mention (folded, &mention);
}

void
matchum_posting_experience_free (MatchumPostingExperience *self)
{
  matchum_posting_fact_clear (&self->fact);
  g_free (self);
}

static MatchumPostingExperience *
make_experience (const MatchumPostingClues *clues, MatchumSpan span, const Mention *mention)
{
  g_autoptr (MatchumPostingFact) fact = matchum_posting_fact_new (clues->source, span);
  MatchumPostingExperience *self;

  if (fact == NULL)
    return NULL;
  self = g_new0 (MatchumPostingExperience, 1);
  self->fact = *fact;
  g_free (g_steal_pointer (&fact));
  self->seniority = mention->seniority;
  self->least = mention->least;
  self->most = mention->most;
  return self;
}

static MatchumPostingExperience *
find_labelled (const MatchumPostingClues *clues)
{
  g_autoptr (GPtrArray) fields = matchum_posting_field_select (clues->fields, MATCHUM_FIELD_EXPERIENCE);

  for (guint i = 0; i < fields->len; i++)
    {
      const MatchumPostingField *field = g_ptr_array_index (fields, i);
      g_autofree char *folded = NULL;
      Mention mention;

      if (matchum_span_get_length (field->value) > MAX_VALUE)
        continue;
      folded = matchum_fold (clues->text + field->value.start, (gssize) matchum_span_get_length (field->value));
      if (field->strength != MATCHUM_FIELD_WEAK && find_mention (folded, &mention))
        return make_experience (clues, field->value, &mention);
    }
  return NULL;
}

/* A part of a line that says little else: "경력 4-9년", "신입/경력", "3+ years". */
static MatchumPostingExperience *
find_bare (const MatchumPostingClues *clues)
{
  for (guint i = 0; i < clues->fields->len; i++)
    {
      const MatchumPostingField *field = &g_array_index (clues->fields, MatchumPostingField, i);
      g_autofree char *folded = NULL;
      Mention mention;
      gsize length;

      if (field->key != MATCHUM_FIELD_NONE || matchum_span_get_length (field->value) > MAX_VALUE)
        continue;
      folded = matchum_fold (clues->text + field->value.start, (gssize) matchum_span_get_length (field->value));
      length = strlen (folded);
      if (find_mention (folded, &mention) && mention.span.start <= 8
          && length - matchum_span_get_length (mention.span) <= 24)
        return make_experience (clues, field->value, &mention);
    }
  return NULL;
}

/* Years of something else than work. */
static gboolean
counts_other (const char *folded)
{
  static const char *const words[] = { "졸업",      "유효",      "거주",      "면허 취득", "만 ",
                                       "years old", "within",    "valid for", "of age",    "취득 후",
                                       "최근 ",     "취득한 지", "학위 후" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "… or a bachelor's degree with 5+ years of equivalent experience" */
static gboolean
is_equivalent (const char *folded)
{
  return strstr (folded, "equivalent") != NULL || strstr (folded, "degree with") != NULL
         || strstr (folded, "준하는") != NULL;
}

/* In brackets it stands in for something else: "석사 또는 이에 준하는 경력(5년 이상)". */
static gboolean
is_bracketed (const char *folded, MatchumSpan span)
{
  for (gsize at = span.start; at > 0; at--)
    {
      if (folded[at - 1] == ')')
        return FALSE;
      if (folded[at - 1] == '(')
        return TRUE;
    }
  return FALSE;
}

static MatchumPostingExperience *
read_line (const MatchumPostingClues *clues, const MatchumPostingLine *line, gboolean takes_bracketed)
{
  g_autoptr (MatchumFoldedText) folded = NULL;
  const char *text;
  Mention mention = { 0 }, any = { 0 };
  MatchumSpan span;

  if (matchum_span_get_length (line->span) > MAX_LINE)
    return NULL;
  folded = matchum_folded_text_new (clues->text + line->span.start, (gssize) matchum_span_get_length (line->span));
  text = matchum_folded_text_get_text (folded);
  /* "신입 가능. 경력자는 5년 이하" */
  if (find_words (text, PATTERN_ANY, MATCHUM_SENIORITY_ANY, &any) && strstr (text, "전공") == NULL
      && (!find_years (text, &mention) || any.span.start < mention.span.start))
    mention = any;
  else if (!find_years (text, &mention))
    return NULL;
  else if (counts_other (text) || (!takes_bracketed && (is_bracketed (text, mention.span) || is_equivalent (text))))
    return NULL;
  span = matchum_folded_text_get_original_span (folded, mention.span);
  return make_experience (clues, MATCHUM_SPAN (line->span.start + span.start, line->span.start + span.end), &mention);
}

static MatchumPostingExperience *
find_in_requirements (const MatchumPostingClues *clues, gboolean takes_bracketed)
{
  guint n = MIN (matchum_posting_get_n_lines (clues->posting), MATCHUM_FIELD_MAX_LINES);

  for (guint i = 0; i < n; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (clues->posting, i);
      MatchumPostingExperience *found = NULL;

      if (line->kind == MATCHUM_POSTING_REQUIRED && !line->is_heading)
        found = read_line (clues, line, takes_bracketed);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* "데이터 분석가 (3년 이상)", "2026년 하반기 경력사원 모집". Titles stand at the top. */
static MatchumPostingExperience *
find_in_title (const MatchumPostingClues *clues)
{
  const char *title = matchum_posting_get_title (clues->posting);
  guint n = MIN (matchum_posting_get_n_lines (clues->posting), 30);

  for (guint i = 0; title != NULL && i < n; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (clues->posting, i);
      g_autoptr (MatchumFoldedText) folded = NULL;
      const char *text;
      Mention mention = { 0 };
      MatchumSpan span;

      if (matchum_span_get_length (line->span) > 300 || strstr (matchum_posting_line_get_text (line), title) == NULL)
        continue;
      folded = matchum_folded_text_new (clues->text + line->span.start, (gssize) matchum_span_get_length (line->span));
      text = matchum_folded_text_get_text (folded);
      if (!find_any (text, &mention) && !find_years (text, &mention)
          && !(strstr (text, "신입") != NULL && find_words (text, PATTERN_NEW, MATCHUM_SENIORITY_NEW, &mention))
          && !(strstr (text, "경력") != NULL
               && find_words (text, PATTERN_EXPERIENCED, MATCHUM_SENIORITY_EXPERIENCED, &mention)))
        continue;
      span = matchum_folded_text_get_original_span (folded, mention.span);
      return make_experience (clues, MATCHUM_SPAN (line->span.start + span.start, line->span.start + span.end),
                              &mention);
    }
  return NULL;
}

MatchumPostingExperience *
matchum_posting_experience_find (const MatchumPostingClues *clues)
{
  MatchumPostingExperience *named = find_labelled (clues);
  MatchumPostingExperience *counted = NULL;

  if (named == NULL)
    named = find_bare (clues);
  if (named != NULL && (named->least > 0 || named->seniority != MATCHUM_SENIORITY_EXPERIENCED))
    return named;
  counted = find_in_title (clues);
  if (counted == NULL || (counted->least == 0 && counted->seniority == MATCHUM_SENIORITY_EXPERIENCED))
    {
      MatchumPostingExperience *asked = find_in_requirements (clues, FALSE);

      if (asked == NULL)
        asked = find_in_requirements (clues, TRUE);
      if (asked != NULL)
        {
          g_clear_pointer (&counted, matchum_posting_experience_free);
          counted = asked;
        }
    }
  if (counted == NULL)
    return named;
  g_clear_pointer (&named, matchum_posting_experience_free);
  return counted;
}
