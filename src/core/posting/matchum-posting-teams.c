/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the teams of a posting and the lines that are a team's own: under headings that name them, in labelled lines
 * and in rows of a table. A single team that is only named has no lines. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include "posting/matchum-heading-words.h"
#include "posting/matchum-posting-readers.h"
#include "posting/matchum-posting-wording.h"
#include "text/matchum-folded-text.h"
#include "text/matchum-pattern-set.h"
#include "text/matchum-word-list.h"

#define MAX_TEAMS 40
#define MAX_NAME 120

typedef struct {
  const MatchumPostingClues *clues;
  const char *text;
  GPtrArray *teams;
  GHashTable *by_name; /* folded, without blanks, to MatchumPostingTeam */
} Search;

void
matchum_posting_team_free (MatchumPostingTeam *self)
{
  matchum_posting_fact_clear (&self->fact);
  g_array_unref (self->ranges);
  g_free (self);
}

/* Names. */

static MatchumSpan
trim (const char *text, MatchumSpan span)
{
  while (span.start < span.end)
    {
      gunichar c = g_utf8_get_char (text + span.start);

      if (g_unichar_isalnum (c) && !(c >= 0x2460 && c <= 0x2473))
        break;
      span.start += (gsize) g_utf8_skip[(guchar) text[span.start]];
    }
  while (span.end > span.start && strchr (" \t\r\n*#`:,.;|-]>", text[span.end - 1]) != NULL)
    span.end--;
  return span;
}

/* "1. 설계팀", "A) 주간" */
static MatchumSpan
skip_number (const char *text, MatchumSpan span)
{
  gsize at = span.start;

  while (at < span.end && at - span.start < 2 && g_ascii_isalnum (text[at]))
    at++;
  if (at > span.start && at + 1 < span.end && strchr (".)", text[at]) != NULL && text[at + 1] == ' ')
    return trim (text, MATCHUM_SPAN (at + 1, span.end));
  return span;
}

/* "설계팀 (0명)", "설계팀 2명": how many are hired is no part of the name. */
static MatchumSpan
cut_count (const char *text, MatchumSpan span)
{
  static const char *const units[] = { "명)", "명", "인)", "名" };
  gsize at = span.end;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize n = strlen (units[i]);

      if (span.end - span.start > n + 3 && memcmp (text + span.end - n, units[i], n) == 0)
        {
          at = span.end - n;
          break;
        }
    }
  if (at == span.end || !(g_ascii_isdigit (text[at - 1]) || text[at - 1] == 'O' || text[at - 1] == '0'))
    return span;
  while (at > span.start && (g_ascii_isdigit (text[at - 1]) || strchr (" (O~-,:", text[at - 1]) != NULL))
    at--;
  return at > span.start ? MATCHUM_SPAN (span.start, at) : span;
}

/* The name in a heading or cell: "[설계1팀] 유압", "■ 설계1팀 (2명)", "설계1팀: 유압". */
static MatchumSpan
get_name (const char *text, MatchumSpan span)
{
  MatchumSpan name = trim (text, span);
  const char *closing = NULL;

  if (name.start > span.start && text[name.start - 1] == '[')
    closing = memchr (text + name.start, ']', name.end - name.start);
  else if (name.start >= span.start + 3 && memcmp (text + name.start - 3, "【", 3) == 0)
    closing = memmem (text + name.start, name.end - name.start, "】", 3);
  else
    closing = memchr (text + name.start, ':', name.end - name.start);
  if (closing != NULL && closing > text + name.start)
    name.end = (gsize) (closing - text);
  return trim (text, cut_count (text, skip_number (text, trim (text, name))));
}

/* The first bytes of span, no more than limit, and no part of a character. */
static MatchumSpan
limit_span (const char *text, MatchumSpan span, gsize limit)
{
  if (matchum_span_get_length (span) <= limit)
    return span;
  span.end = span.start + limit;
  while (span.end > span.start && ((guchar) text[span.end] & 0xc0) == 0x80)
    span.end--;
  return span;
}

static char *
dup_key (const char *text, MatchumSpan span)
{
  g_autofree char *folded = matchum_fold (text + span.start, (gssize) matchum_span_get_length (span));
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_string_free (key, FALSE);
}

/* The team of this name, made where there is none yet; NULL where it is no name. */
static MatchumPostingTeam *
take_team (Search *search, MatchumSpan name)
{
  g_autofree char *key = NULL;
  g_autoptr (MatchumPostingFact) fact = NULL;
  MatchumPostingTeam *team;

  if (matchum_span_is_empty (name) || matchum_span_get_length (name) > MAX_NAME)
    return NULL;
  key = dup_key (search->text, name);
  team = g_hash_table_lookup (search->by_name, key);
  if (team != NULL || *key == '\0' || search->teams->len == MAX_TEAMS)
    return team;
  fact = matchum_posting_fact_new (search->clues->source, name);
  if (fact == NULL)
    return NULL;
  team = g_new0 (MatchumPostingTeam, 1);
  team->fact = *fact;
  g_free (g_steal_pointer (&fact));
  team->ranges = g_array_new (FALSE, FALSE, sizeof (MatchumLineRange));
  g_ptr_array_add (search->teams, team);
  g_hash_table_insert (search->by_name, g_steal_pointer (&key), team);
  return team;
}

static void
add_alias (Search *search, MatchumSpan name, MatchumPostingTeam *team)
{
  g_autofree char *key = NULL;

  if (matchum_span_is_empty (name) || matchum_span_get_length (name) > MAX_NAME)
    return;
  key = dup_key (search->text, name);
  if (*key != '\0' && !g_hash_table_contains (search->by_name, key))
    g_hash_table_insert (search->by_name, g_steal_pointer (&key), team);
}

static gboolean
owns_line (const MatchumPostingTeam *team, guint line)
{
  for (guint i = 0; i < team->ranges->len; i++)
    {
      const MatchumLineRange *range = &g_array_index (team->ranges, MatchumLineRange, i);

      if (range->first <= line && line <= range->last)
        return TRUE;
    }
  return FALSE;
}

static void
take_range (MatchumPostingTeam *team, guint first, guint last)
{
  MatchumLineRange range = { first, last };
  MatchumLineRange *before;

  if (team == NULL || first > last)
    return;
  before = team->ranges->len > 0 ? &g_array_index (team->ranges, MatchumLineRange, team->ranges->len - 1) : NULL;
  if (before != NULL && before->first <= first && first <= before->last)
    before->last = MAX (before->last, last);
  else
    g_array_append_val (team->ranges, range);
}

/* Headings. */

static guint
count_lines (Search *search)
{
  return MIN (matchum_posting_get_n_lines (search->clues->posting), MATCHUM_FIELD_MAX_LINES);
}

static const MatchumPostingLine *
get_line (Search *search, guint index)
{
  return matchum_posting_get_line (search->clues->posting, index);
}

static gboolean
is_work (MatchumPostingKind kind)
{
  return kind == MATCHUM_POSTING_DUTY || kind == MATCHUM_POSTING_REQUIRED || kind == MATCHUM_POSTING_PREFERRED;
}

/* Lines for all teams: "공통", "Common to both". */
static gboolean
is_common (const char *folded)
{
  return strstr (folded, "공통") != NULL || strstr (folded, "전체") != NULL || strstr (folded, "common") != NULL
         || strstr (folded, "both ") != NULL || strstr (folded, "all roles") != NULL
         || strstr (folded, "all teams") != NULL;
}

typedef struct {
  guint index; /* of its line */
  guint end;   /* one past its last line */
  MatchumSpan name;
} TeamHeading;

/* What a heading says: a known kind, or nothing that is known. */
static MatchumHeadingSense
get_sense (const char *text, MatchumSpan span)
{
  return matchum_heading_sense (text + span.start, matchum_span_get_length (limit_span (text, span, 200)));
}

static gboolean
names_team (Search *search, const MatchumPostingLine *line)
{
  g_autofree char *folded = NULL;

  if (!line->is_heading || matchum_span_get_length (line->span) > MAX_NAME)
    return FALSE;
  folded = matchum_fold (matchum_posting_line_get_text (line), -1);
  if (is_common (folded) || matchum_wording_is_sentence (folded))
    return FALSE;
  return matchum_heading_names_team (search->text + line->span.start, matchum_span_get_length (line->span))
         && get_sense (search->text, line->span).strength < MATCHUM_HEADING_STEM;
}

/* Whether the sections of a team stand under its heading, or the heading stands in a section. */
static gboolean
has_sections (Search *search, guint index)
{
  guint n = count_lines (search);

  for (guint i = index + 1; i < n && i <= index + 2; i++)
    {
      const MatchumPostingLine *line = get_line (search, i);
      gboolean is_label = !matchum_span_is_empty (line->label);

      if (line->is_heading || is_label)
        return is_work (line->kind)
               && get_sense (search->text, is_label ? line->label : line->span).strength >= MATCHUM_HEADING_STEM;
      /* A line about the team may stand between. */
      if (line->bullet != NULL || is_work (line->kind))
        return FALSE;
    }
  return FALSE;
}

static gboolean
ends_team (Search *search, guint index, guint at, gboolean is_whole)
{
  const MatchumPostingLine *heading = get_line (search, index);
  const MatchumPostingLine *line = get_line (search, at);
  g_autofree char *folded = NULL;

  if (!line->is_heading)
    return FALSE;
  if (names_team (search, line))
    return TRUE;
  folded = matchum_fold (matchum_posting_line_get_text (line), -1);
  if (is_common (folded))
    return TRUE;
  if (is_whole)
    return !is_work (line->kind) && get_sense (search->text, line->span).strength >= MATCHUM_HEADING_STEM;
  return line->level <= heading->level || get_sense (search->text, line->span).strength >= MATCHUM_HEADING_STEM;
}

static GArray *
find_headings (Search *search)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (TeamHeading));

  for (guint i = 0; i < count_lines (search) && headings->len < 4 * MAX_TEAMS; i++)
    {
      TeamHeading heading = { .index = i };
      gboolean is_whole;

      if (!names_team (search, get_line (search, i)))
        continue;
      is_whole = has_sections (search, i);
      for (heading.end = i + 1; heading.end < count_lines (search) && !ends_team (search, i, heading.end, is_whole);
           heading.end++)
        ;
      heading.name = get_name (search->text, get_line (search, i)->span);
      g_array_append_val (headings, heading);
    }
  return headings;
}

static gboolean
holds_title (Search *search, guint index)
{
  const char *title = matchum_posting_get_title (search->clues->posting);

  return title != NULL && strstr (matchum_posting_line_get_text (get_line (search, index)), title) != NULL;
}

static void
take_headings (Search *search, guint least)
{
  g_autoptr (GArray) headings = find_headings (search);

  /* The title names a team otherwise than as its heading. */
  if (least == 1 && headings->len == 1 && holds_title (search, g_array_index (headings, TeamHeading, 0).index))
    return;
  if (headings->len < least)
    return;
  for (guint i = 0; i < headings->len; i++)
    {
      const TeamHeading *heading = &g_array_index (headings, TeamHeading, i);

      take_range (take_team (search, heading->name), get_line (search, heading->index)->first_line,
                  get_line (search, heading->end - 1)->last_line);
    }
}

/* Headings that each have the same headings under them: "선체설계부", "업무", "자격", "의장설계부", "업무", "자격". */

static char *
dup_line_key (Search *search, guint index)
{
  const MatchumPostingLine *line = get_line (search, index);

  return dup_key (search->text, limit_span (search->text, line->span, MAX_NAME));
}

/* How often each heading stands in the posting, by its words. */
static GHashTable *
count_headings (Search *search)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < count_lines (search); i++)
    {
      char *key;

      if (!get_line (search, i)->is_heading)
        continue;
      key = dup_line_key (search, i);
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  return counts;
}

/* What take_repeated() asks of a line, found for all of them at once. */
typedef struct {
  guint n_times;         /* that its heading stands in the posting; 0 where it is none */
  guint end;             /* the next heading behind it that stands in the posting once, or the number of lines */
  gboolean tells_duties; /* whether duties are among the lines from here up to end */
} Outline;

static Outline *
outline_lines (Search *search)
{
  g_autoptr (GHashTable) counts = count_headings (search);
  const guint n = count_lines (search);
  Outline *outline = g_new0 (Outline, n);
  gboolean tells_duties = FALSE;
  guint end = n;

  for (guint i = n; i-- > 0;)
    {
      const MatchumPostingLine *line = get_line (search, i);
      g_autofree char *key = line->is_heading ? dup_line_key (search, i) : NULL;

      outline[i].n_times = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) : 0;
      tells_duties |= line->kind == MATCHUM_POSTING_DUTY;
      outline[i].end = end;
      outline[i].tells_duties = tells_duties;
      if (outline[i].n_times == 1)
        {
          end = i;
          tells_duties = FALSE;
        }
    }
  return outline;
}

/* A short line by itself, whatever the reader took it for, right above a heading that stands in the posting again. */
static gboolean
leads_repeated (Search *search, const Outline *outline, guint index)
{
  const MatchumPostingLine *line = get_line (search, index);
  g_autofree char *folded = NULL;

  if (outline[index].n_times >= 2 || index + 1 >= count_lines (search) || outline[index + 1].n_times < 2
      || (line->bullet != NULL && !line->is_heading) || matchum_span_get_length (line->span) > MAX_NAME
      || get_sense (search->text, line->span).strength >= MATCHUM_HEADING_PART)
    return FALSE;
  folded = matchum_fold (matchum_posting_line_get_text (line), -1);
  return !matchum_heading_names_language (folded) && !matchum_wording_is_sentence (folded) && !is_common (folded);
}

static void
take_repeated (Search *search)
{
  g_autofree Outline *outline = outline_lines (search);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *first = NULL;

  /* Only the heading that stands first under each has a team above it. */
  for (guint i = 0; i < count_lines (search); i++)
    {
      g_autofree char *key = leads_repeated (search, outline, i) ? dup_line_key (search, i + 1) : NULL;

      if (key == NULL || (first != NULL && !g_str_equal (first, key)))
        continue;
      if (first == NULL)
        first = g_strdup (key);
      g_array_append_val (found, i);
    }
  for (guint i = 0; found->len >= 2 && i < found->len; i++)
    {
      const guint index = g_array_index (found, guint, i);

      if (outline[index].tells_duties)
        take_range (take_team (search, get_name (search->text, get_line (search, index)->span)),
                    get_line (search, index)->first_line, get_line (search, outline[index].end - 1)->last_line);
    }
}

/* Lines that are nothing but the name of a team, elsewhere: "○ 시공" with its list under it. */
static void
take_mentions (Search *search)
{
  for (guint i = 0; i < count_lines (search); i++)
    {
      const MatchumPostingLine *line = get_line (search, i);
      g_autofree char *key = NULL;
      MatchumPostingTeam *team;
      guint end;

      if (matchum_span_get_length (line->span) > MAX_NAME || !matchum_span_is_empty (line->label))
        continue;
      key = dup_key (search->text, get_name (search->text, line->span));
      team = g_hash_table_lookup (search->by_name, key);
      if (team == NULL || owns_line (team, line->first_line))
        continue;
      for (end = i + 1; end < count_lines (search); end++)
        {
          const MatchumPostingLine *other = get_line (search, end);
          g_autofree char *other_key = dup_line_key (search, end);

          if (other->is_heading ? !line->is_heading || other->level <= line->level
                                : !line->is_heading && other->depth <= line->depth && line->bullet != NULL)
            break;
          if (g_hash_table_contains (search->by_name, other_key))
            break;
        }
      if (end > i + 1)
        take_range (team, line->first_line, get_line (search, end - 1)->last_line);
    }
}

/* "수셰프와 라인쿡" in the title, and each of them as a line of its own. */
static void
take_title_parts (Search *search)
{
  const char *title = matchum_posting_get_title (search->clues->posting);
  g_autofree char *whole = title != NULL ? dup_key (title, MATCHUM_SPAN (0, MIN (strlen (title), 300))) : NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize last = 0;

  for (guint i = 0; whole != NULL && i < count_lines (search); i++)
    {
      const MatchumPostingLine *line = get_line (search, i);
      g_autofree char *key = NULL;
      const char *place;

      if (matchum_span_get_length (line->span) > 48 || line->bullet != NULL || !matchum_span_is_empty (line->label))
        continue;
      key = dup_line_key (search, i);
      place = strlen (key) >= 6 && strlen (key) < strlen (whole) ? strstr (whole, key) : NULL;
      /* They stand in the title beside each other. */
      if (place == NULL || (found->len > 0 && (gsize) (place - whole) < last))
        continue;
      last = (gsize) (place - whole) + strlen (key);
      g_array_append_val (found, i);
    }
  for (guint i = 0; found->len >= 2 && i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i), end = index + 1;
      guint limit = i + 1 < found->len ? g_array_index (found, guint, i + 1) : count_lines (search);

      while (end < limit && !get_line (search, end)->is_heading)
        end++;
      take_range (take_team (search, get_name (search->text, get_line (search, index)->span)),
                  get_line (search, index)->first_line, get_line (search, end - 1)->last_line);
    }
}

/* "설계1팀: 유압 프레스" and "[설계1팀] 유압 프레스" among duties or requirements. */
static void
take_labels (Search *search)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < count_lines (search); i++)
    {
      const MatchumPostingLine *line = get_line (search, i);
      MatchumSpan span = line->label;

      if (line->is_heading || !is_work (line->kind))
        continue;
      if (matchum_span_is_empty (span))
        span = get_name (search->text, limit_span (search->text, line->span, MAX_NAME));
      if (span.end >= line->span.end || matchum_span_get_length (span) > 40
          || !matchum_heading_names_team (search->text + span.start, matchum_span_get_length (span)))
        continue;
      g_array_append_val (found, i);
    }
  for (guint i = 0; found->len >= 2 && i < found->len; i++)
    {
      const MatchumPostingLine *line = get_line (search, g_array_index (found, guint, i));
      MatchumSpan span = matchum_span_is_empty (line->label) ? line->span : line->label;

      take_range (take_team (search, get_name (search->text, span)), line->first_line, line->last_line);
    }
}

/* Labelled values and tables. */

static gboolean
tells_of_opening (Search *search, const MatchumPostingField *field)
{
  static MatchumWordList words = MATCHUM_WORD_LIST ("인원|업무|직무|자격|headcount|responsib|require");
  g_autofree char *label =
      matchum_fold (search->text + field->label.start, (gssize) matchum_span_get_length (field->label));

  return matchum_word_list_stands_in (&words, label);
}

/* A table of openings tells of each what is to be done or how many are sought. The cells of a row are beside each
 * other. */
static gboolean
is_opening (Search *search, guint index)
{
  GArray *fields = search->clues->fields;
  const guint line = g_array_index (fields, MatchumPostingField, index).line;
  guint first = index;

  while (first > 0 && g_array_index (fields, MatchumPostingField, first - 1).line == line)
    first--;
  for (guint i = first; i < fields->len; i++)
    {
      const MatchumPostingField *other = &g_array_index (fields, MatchumPostingField, i);

      if (other->line != line)
        break;
      if (i != index && other->is_column && tells_of_opening (search, other))
        return TRUE;
    }
  return FALSE;
}

/* Rows are teams; where a row names both the opening and the team, the opening is another name of it. */
static void
take_columns (Search *search)
{
  GArray *fields = search->clues->fields;
  guint line = 0;
  MatchumPostingTeam *team = NULL;

  for (guint i = 0; i < fields->len; i++)
    {
      const MatchumPostingField *field = &g_array_index (fields, MatchumPostingField, i);
      const MatchumPostingField *named = field;

      if (!field->is_column || (field->key != MATCHUM_FIELD_TEAM && field->key != MATCHUM_FIELD_OPENING))
        continue;
      if (field->line == line)
        {
          if (team != NULL)
            add_alias (search, get_name (search->text, field->value), team);
          continue;
        }
      line = field->line;
      team = NULL;
      if (!is_opening (search, i))
        continue;
      for (guint k = i + 1; k < fields->len && named->key != MATCHUM_FIELD_TEAM; k++)
        {
          const MatchumPostingField *other = &g_array_index (fields, MatchumPostingField, k);

          if (other->line != line)
            break;
          if (other->is_column && other->key == MATCHUM_FIELD_TEAM)
            named = other;
        }
      team = take_team (search, get_name (search->text, named->value));
      take_range (team, line, line);
      if (team != NULL && named != field)
        add_alias (search, get_name (search->text, field->value), team);
    }
}

/* "분석가 / RWE팀 / 1명" names one team, "QA / QC / RA" three. */
static void
take_list (Search *search, MatchumSpan value)
{
  g_autoptr (GArray) parts = matchum_posting_field_split (search->text, value);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  guint n_teams = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      MatchumSpan part = g_array_index (parts, MatchumSpan, i);
      MatchumSpan name = get_name (search->text, part);

      if (matchum_span_is_empty (name) || g_ascii_isdigit (search->text[name.start]))
        continue;
      n_teams += matchum_heading_names_team (search->text + name.start, matchum_span_get_length (name));
      g_array_append_val (names, name);
    }
  for (guint i = 0; names->len >= 2 && i < names->len; i++)
    {
      MatchumSpan name = g_array_index (names, MatchumSpan, i);

      if (n_teams == 0 || n_teams == names->len
          || matchum_heading_names_team (search->text + name.start, matchum_span_get_length (name)))
        take_team (search, name);
    }
}

static gboolean
is_list (const char *text, MatchumSpan value)
{
  return memchr (text + value.start, ',', matchum_span_get_length (value)) != NULL
         || memmem (text + value.start, matchum_span_get_length (value), " / ", 3) != NULL;
}

static void
take_fields (Search *search, MatchumFieldKey key)
{
  g_autoptr (GPtrArray) fields = matchum_posting_field_select (search->clues->fields, key);

  for (guint i = 0; i < fields->len && search->teams->len == 0; i++)
    {
      const MatchumPostingField *field = g_ptr_array_index (fields, i);
      g_autofree char *folded = NULL;

      if (field->is_column || field->strength == MATCHUM_FIELD_WEAK
          || matchum_span_get_length (field->value) > MAX_NAME)
        continue;
      folded = matchum_fold (search->text + field->value.start, (gssize) matchum_span_get_length (field->value));
      if (matchum_wording_is_sentence (folded))
        continue;
      if (key == MATCHUM_FIELD_OPENING)
        {
          if (is_list (search->text, field->value))
            take_list (search, field->value);
        }
      else
        take_team (search, get_name (search->text, field->value));
    }
}

/* A team that is only named. */

enum { PATTERN_SENTENCE, PATTERN_TITLE, PATTERN_COUNTED, N_PATTERNS };

static GRegex *
get_pattern (guint which)
{
  static const char *const texts[N_PATTERNS] = {
    "(?<![가-힣])(?<name>(?:[a-z0-9&/]{2,20} ){0,3}[가-힣a-z0-9·&/]{2,16}? ?(?:팀|스쿼드|사일로))"
    "(?:은|는|에서|의|이|\\)|\\]| \\d{1,3}명)(?![가-힣])"
    "|(?:the|our) (?<name>(?:[a-z&/+-]{2,20} ){1,3}?team)(?![a-z])",
    "\\((?<name>[가-힣a-z0-9· ]{2,20}팀)\\)|(?:^|[ "
    "(\\[/])(?<name>[가-힣a-z0-9·&]{2,14}(?:팀|실|국|부|본부|연구실|파트|스쿼드|사업부|병동))(?=[ "
    ")\\]/]|$)",
    "(?:^|[(\\[,/] ?)(?<name>[가-힣a-z][가-힣a-z0-9·& ]{0,20}?) ?\\d{1,2}명(?= ?[,/)\\]]|$)",
  };
  static MatchumPatternSet set = { "teams", texts, N_PATTERNS, G_REGEX_DUPNAMES, NULL, 0 };

  return matchum_pattern_set_get (&set, which);
}

static gboolean
is_any_team (const char *name)
{
  static MatchumWordList any_words =
      MATCHUM_WORD_LIST (" whole | entire | right | small | rest | of | wider | global | same | people | hiring | "
                         "talent | recruiting | recruitment |"
                         " leadership | whole | new | growing | great | best | other | is | are | has | your | this | "
                         "a | friendly | core team |우리 팀|저희 "
                         "팀|다른 팀|여러 팀|각 팀|한 팀|이 팀|담당 팀|유관 팀|인사팀|채용팀|전 팀");

  return matchum_word_list_stands_in (&any_words, name) || g_str_equal (name, "팀");
}

/* Takes the teams that a pattern finds in a line where it finds at least so many. */
static void
take_found (Search *search, MatchumSpan span, guint which, guint least)
{
  g_autoptr (MatchumFoldedText) folded =
      matchum_folded_text_new (search->text + span.start, (gssize) matchum_span_get_length (span));
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));

  g_regex_match_full (get_pattern (which), matchum_folded_text_get_text (folded),
                      (gssize) matchum_folded_text_get_length (folded), 0, 0, &info, NULL);
  for (; g_match_info_matches (info) && names->len < MAX_TEAMS; g_match_info_next (info, NULL))
    {
      g_autofree char *name = g_match_info_fetch_named (info, "name");
      gint start, end;
      MatchumSpan found;

      if (!g_match_info_fetch_named_pos (info, "name", &start, &end) || start < 0
          || (which == PATTERN_SENTENCE && is_any_team (name)))
        continue;
      found = matchum_folded_text_get_original_span (folded, MATCHUM_SPAN ((gsize) start, (gsize) end));
      found = MATCHUM_SPAN (span.start + found.start, span.start + found.end);
      g_array_append_val (names, found);
      if (least == 1)
        break;
    }
  for (guint i = 0; names->len >= least && i < names->len; i++)
    take_team (search, trim (search->text, g_array_index (names, MatchumSpan, i)));
}

/* The lines at the top that say the title, as far as they say it. */
static void
take_from_title (Search *search, guint which, guint least)
{
  const char *title = matchum_posting_get_title (search->clues->posting);

  for (guint i = 0; title != NULL && i < MIN (count_lines (search), 30) && search->teams->len == 0; i++)
    {
      const MatchumPostingLine *line = get_line (search, i);
      const char *company = matchum_posting_get_company (search->clues->posting);
      MatchumSpan span = line->span;
      const char *place =
          matchum_span_get_length (span) <= 400
              ? memmem (search->text + span.start, matchum_span_get_length (span), title, strlen (title))
              : NULL;

      if (place == NULL)
        continue;
      if (company == NULL || least > 1 || strstr (title, company) == NULL)
        span = MATCHUM_SPAN ((gsize) (place - search->text),
                             least > 1 ? span.end : (gsize) (place - search->text) + strlen (title));
      take_found (search, span, which, least);
    }
}

static void
take_named (Search *search)
{
  for (guint i = 0; i < MIN (count_lines (search), 60) && search->teams->len == 0; i++)
    {
      const MatchumPostingLine *line = get_line (search, i);

      if ((line->kind == MATCHUM_POSTING_OTHER || line->is_heading) && matchum_span_get_length (line->span) <= 1200)
        take_found (search, line->span, PATTERN_SENTENCE, 1);
    }
}

/* Fewer than two with lines of their own are none to choose from. */
static gboolean
has_choice (Search *search)
{
  guint n = 0;

  for (guint i = 0; i < search->teams->len; i++)
    n += ((MatchumPostingTeam *) g_ptr_array_index (search->teams, i))->ranges->len > 0;
  return n >= 2;
}

static gint
compare_ranges (gconstpointer a, gconstpointer b)
{
  const MatchumLineRange *first = a, *second = b;

  return first->first != second->first ? (first->first < second->first ? -1 : 1)
                                       : (first->last > second->last) - (first->last < second->last);
}

/* Lines that were found twice are told once, and all of them in order. */
static void
put_in_order (MatchumPostingTeam *team)
{
  guint n = 0;

  g_array_sort (team->ranges, compare_ranges);
  for (guint i = 0; i < team->ranges->len; i++)
    {
      const MatchumLineRange range = g_array_index (team->ranges, MatchumLineRange, i);
      MatchumLineRange *before = n > 0 ? &g_array_index (team->ranges, MatchumLineRange, n - 1) : NULL;

      if (before != NULL && range.first <= before->last)
        before->last = MAX (before->last, range.last);
      else
        g_array_index (team->ranges, MatchumLineRange, n++) = range;
    }
  g_array_set_size (team->ranges, n);
}

GPtrArray *
matchum_posting_teams_find (const MatchumPostingClues *clues)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { .clues = clues,
                    .text = clues->text,
                    .teams = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_team_free),
                    .by_name = by_name };

  take_columns (&search);
  take_headings (&search, 2);
  if (!has_choice (&search))
    take_repeated (&search);
  if (!has_choice (&search))
    take_labels (&search);
  if (!has_choice (&search))
    take_title_parts (&search);
  take_fields (&search, MATCHUM_FIELD_TEAM);
  take_fields (&search, MATCHUM_FIELD_OPENING);
  if (search.teams->len == 0)
    take_from_title (&search, PATTERN_COUNTED, 2);
  take_mentions (&search);
  if (search.teams->len == 0)
    take_headings (&search, 1);
  if (search.teams->len == 0)
    take_from_title (&search, PATTERN_TITLE, 1);
  if (search.teams->len == 0)
    take_named (&search);
  for (guint i = 0; i < search.teams->len; i++)
    put_in_order (g_ptr_array_index (search.teams, i));
  return search.teams;
}
