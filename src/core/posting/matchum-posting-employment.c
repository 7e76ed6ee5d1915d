/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the kind of employment. Its words stand in duties and benefits as well, so they count by themselves only where
 * a line is divided, or tells of conditions. */
#include "config.h"

#include <string.h>

#include "posting/matchum-posting-readers.h"
#include "text/matchum-folded-text.h"

#define MAX_VALUE 120

static const struct {
  MatchumEmploymentKinds kind;
  const char *pattern;
} kinds[] = {
  { MATCHUM_EMPLOYMENT_PERMANENT,
    "정규직?(?![모화])|무기\\s?계약직?|무기직|종신직|공무직|permanent|regular (?:employee|employment|full)|"
    "indefinite|open-ended contract|cdi(?![a-z])" },
  { MATCHUM_EMPLOYMENT_FIXED_TERM, "(?<!무기)(?<!무기 )계약직|기간제|임기제|촉탁|위촉직|비정규직|한시직|임시직|fixed[- "
                                   "]?term|temporary|temp(?![a-z])|contract(?:or)?"
                                   "(?![a-z])|contract to hire|seasonal|maternity cover|cdd(?![a-z])" },
  { MATCHUM_EMPLOYMENT_INTERN, "인턴|현장실습|intern(?:ship)?(?![a-z])|apprentice|trainee|working student" },
  { MATCHUM_EMPLOYMENT_FREELANCE, "프리랜서|프리랜스|위탁|freelance|self-employed|independent contractor" },
  { MATCHUM_EMPLOYMENT_AGENCY, "파견|도급|agency worker|secondment" },
  { MATCHUM_EMPLOYMENT_FULL_TIME, "풀타임|전일제|상근|full[- _]?time" },
  { MATCHUM_EMPLOYMENT_PART_TIME,
    "시간제|파트\\s?타임|아르바이트|알바|단시간|시간선택제|일용직|part[- _]?time|casual|zero[- ]hours" },
  { MATCHUM_EMPLOYMENT_SERVICE, "전문연구요원|산업기능요원|병역특례" },
};

static GRegex *patterns[G_N_ELEMENTS (kinds)];

static GRegex *
get_pattern (guint index)
{
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          g_autofree char *text = g_strdup_printf ("(?<![a-z])(?:%s)", kinds[i].pattern);
          g_autoptr (GError) error = NULL;

          patterns[i] = g_regex_new (text, G_REGEX_OPTIMIZE, 0, &error);
          if (patterns[i] == NULL)
            g_error ("pattern of employment: %s", error->message);
        }
      g_once_init_leave (&is_ready, 1);
    }
  return patterns[index];
}

/* The kinds named in folded text, and from where to where it names them. */
static MatchumEmploymentKinds
find_kinds (const char *folded, MatchumSpan *span)
{
  MatchumEmploymentKinds found = 0;

  *span = MATCHUM_SPAN (0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GMatchInfo) info = NULL;
      gint start, end;

      if (!g_regex_match (get_pattern (i), folded, 0, &info) || !g_match_info_fetch_pos (info, 0, &start, &end))
        continue;
      if (found == 0 || (gsize) start < span->start)
        span->start = (gsize) start;
      span->end = MAX (span->end, (gsize) end);
      found |= kinds[i].kind;
    }
  return found;
}

gboolean
matchum_posting_employment_says (const char *folded)
{
  MatchumSpan span;

  return find_kinds (folded, &span) != 0;
}

void
matchum_posting_employment_free (MatchumPostingEmployment *self)
{
  matchum_posting_fact_clear (&self->fact);
  g_free (self);
}

static MatchumPostingEmployment *
make_employment (const MatchumPostingClues *clues, MatchumSpan span, MatchumEmploymentKinds found)
{
  g_autoptr (MatchumPostingFact) fact = matchum_posting_fact_new (clues->source, span);
  MatchumPostingEmployment *self;

  if (fact == NULL)
    return NULL;
  self = g_new0 (MatchumPostingEmployment, 1);
  self->fact = *fact;
  g_free (g_steal_pointer (&fact));
  self->kinds = found;
  return self;
}

/* words_only: the words that name the kind, where the value says more. */
static MatchumPostingEmployment *
read_value (const MatchumPostingClues *clues, MatchumSpan value, gboolean words_only)
{
  g_autoptr (MatchumFoldedText) folded = NULL;
  MatchumEmploymentKinds found;
  MatchumSpan span, words;

  if (matchum_span_get_length (value) > 600)
    return NULL;
  folded = matchum_folded_text_new (clues->text + value.start, (gssize) matchum_span_get_length (value));
  found = find_kinds (matchum_folded_text_get_text (folded), &span);
  if (found == 0)
    return NULL;
  words = matchum_folded_text_get_original_span (folded, span);
  if (words_only || matchum_span_get_length (value) > MAX_VALUE)
    value = MATCHUM_SPAN (value.start + words.start, value.start + words.end);
  return make_employment (clues, value, found);
}

static MatchumPostingEmployment *
find_labelled (const MatchumPostingClues *clues)
{
  g_autoptr (GPtrArray) fields = matchum_posting_field_select (clues->fields, MATCHUM_FIELD_EMPLOYMENT);

  for (guint i = 0; i < fields->len; i++)
    {
      const MatchumPostingField *field = g_ptr_array_index (fields, i);
      MatchumPostingEmployment *found = read_value (clues, field->value, FALSE);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A short part of a line, most of which are the words themselves: "정규직 (수습 3개월)", but no "정규직 전환 기회
 * 제공". */
static gboolean
is_little_else (const char *folded, MatchumSpan span)
{
  gsize length = strlen (folded);
  const char *bracket = memchr (folded + span.end, '(', length - span.end);
  gsize end = bracket != NULL ? (gsize) (bracket - folded) : length;

  return span.start <= 30 && end - MIN (end, span.end) <= 24 && length <= MAX_VALUE;
}

/* The part of divided words that says all of it: "정규직 (수습 3개월)" of "정규직 (수습 3개월), 서울". */
static MatchumSpan
get_part (const MatchumPostingClues *clues, MatchumSpan value, MatchumEmploymentKinds found)
{
  g_autoptr (GArray) parts = matchum_posting_field_split (clues->text, value);

  for (guint i = 0; parts->len > 1 && i < parts->len; i++)
    {
      MatchumSpan part = g_array_index (parts, MatchumSpan, i), span;
      g_autofree char *folded = matchum_fold (clues->text + part.start, (gssize) matchum_span_get_length (part));

      if (find_kinds (folded, &span) == found)
        return part;
    }
  return value;
}

static MatchumPostingEmployment *
find_bare (const MatchumPostingClues *clues)
{
  for (guint i = 0; i < clues->fields->len; i++)
    {
      const MatchumPostingField *field = &g_array_index (clues->fields, MatchumPostingField, i);
      g_autofree char *folded = NULL;
      MatchumEmploymentKinds found;
      MatchumSpan span;

      if (field->key != MATCHUM_FIELD_NONE || matchum_span_get_length (field->value) > MAX_VALUE)
        continue;
      folded = matchum_fold (clues->text + field->value.start, (gssize) matchum_span_get_length (field->value));
      found = find_kinds (folded, &span);
      if (found != 0 && is_little_else (folded, span))
        return read_value (clues, get_part (clues, field->value, found), FALSE);
    }
  return NULL;
}

/* Whether a line may tell how people are employed. */
static gboolean
may_say (const MatchumPostingLine *line)
{
  return line->kind == MATCHUM_POSTING_OTHER || line->kind == MATCHUM_POSTING_NOTE
         || line->kind == MATCHUM_POSTING_BENEFIT || line->is_heading;
}

static MatchumPostingEmployment *
find_in_lines (const MatchumPostingClues *clues, gboolean short_only)
{
  guint n = MIN (matchum_posting_get_n_lines (clues->posting), MATCHUM_FIELD_MAX_LINES);

  for (guint i = 0; i < n; i++)
    {
      const MatchumPostingLine *line = matchum_posting_get_line (clues->posting, i);
      g_autofree char *folded = NULL;
      MatchumSpan span;

      if (!may_say (line) || matchum_span_get_length (line->span) > 600)
        continue;
      folded = matchum_fold (matchum_posting_line_get_text (line), -1);
      if (find_kinds (folded, &span) == 0 || (short_only && !is_little_else (folded, span)))
        continue;
      return read_value (clues, line->span, TRUE);
    }
  return NULL;
}

MatchumPostingEmployment *
matchum_posting_employment_find (const MatchumPostingClues *clues)
{
  MatchumPostingEmployment *found = find_labelled (clues);

  if (found == NULL)
    found = find_bare (clues);
  if (found == NULL)
    found = find_in_lines (clues, TRUE);
  if (found == NULL)
    found = find_in_lines (clues, FALSE);
  return found;
}
