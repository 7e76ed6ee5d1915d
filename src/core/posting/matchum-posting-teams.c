/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the teams of a posting and the lines that are a team's own: under headings that name them, in labelled lines
 * and in rows of a table. A single team that is only named has no lines. */
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include "posting/matchum-heading-words.h"
#include "posting/matchum-posting-readers.h"
#include "posting/matchum-posting-wording.h"
#include "posting/matchum-word-list.h"
#include "text/matchum-folded-text.h"

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
  else
    closing = memchr (text + name.start, ':', name.end - name.start);
  if (closing != NULL && closing > text + name.start)
    name.end = (gsize) (closing - text);
  return trim (text, cut_count (text, skip_number (text, trim (text, name))));
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
take_range (MatchumPostingTeam *team, guint first, guint last)
{
  MatchumLineRange range = { first, last };

  if (team != NULL && first <= last)
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
  return matchum_heading_sense (text + span.start, MIN (matchum_span_get_length (span), 200));
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

/* A heading that says nothing known, within a section of duties or requirements and deeper than its heading. */
static gboolean
is_part_of_work (Search *search, guint index)
{
  const MatchumPostingLine *line = get_line (search, index);
  g_autofree char *folded = NULL;

  if (!line->is_heading || line->level < 2 || line->kind != MATCHUM_POSTING_DUTY
      || matchum_span_get_length (line->span) > 60
      || get_sense (search->text, line->span).strength != MATCHUM_HEADING_UNKNOWN)
    return FALSE;
  folded = matchum_fold (matchum_posting_line_get_text (line), -1);
  return !is_common (folded) && !matchum_wording_is_sentence (folded);
}

/* Whether the sections of a team stand under its heading, or the heading stands in a section. */
static gboolean
has_sections (Search *search, guint index)
{
  guint n = count_lines (search);

  for (guint i = index + 1; i < n && i <= index + 3; i++)
    {
      const MatchumPostingLine *line = get_line (search, i);
      gboolean is_label = !matchum_span_is_empty (line->label);

      if (!line->is_heading && !is_label)
        continue;
      return is_work (line->kind)
             && get_sense (search->text, is_label ? line->label : line->span).strength >= MATCHUM_HEADING_STEM;
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
find_headings (Search *search, gboolean by_name)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (TeamHeading));

  for (guint i = 0; i < count_lines (search) && headings->len < 4 * MAX_TEAMS; i++)
    {
      TeamHeading heading = { .index = i };
      gboolean is_whole;

      if (by_name ? !names_team (search, get_line (search, i)) : !is_part_of_work (search, i))
        continue;
      is_whole = has_sections (search, i);
      for (heading.end = i + 1; heading.end < count_lines (search) && !ends_team (search, i, heading.end, is_whole)
                                && !(!by_name && is_part_of_work (search, heading.end));
           heading.end++)
        ;
      heading.name = get_name (search->text, get_line (search, i)->span);
      /* Its bracket may have been taken for decoration. */
      g_array_append_val (headings, heading);
    }
  return headings;
}

static void
take_headings (Search *search, gboolean by_name, guint least)
{
  g_autoptr (GArray) headings = find_headings (search, by_name);

  if (headings->len < least)
    return;
  for (guint i = 0; i < headings->len; i++)
    {
      const TeamHeading *heading = &g_array_index (headings, TeamHeading, i);

      take_range (take_team (search, heading->name), get_line (search, heading->index)->first_line,
                  get_line (search, heading->end - 1)->last_line);
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
        span =
            get_name (search->text, MATCHUM_SPAN (line->span.start, MIN (line->span.end, line->span.start + MAX_NAME)));
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

static void
take_columns (Search *search)
{
  for (guint i = 0; i < search->clues->fields->len; i++)
    {
      const MatchumPostingField *field = &g_array_index (search->clues->fields, MatchumPostingField, i);

      if (!field->is_column || (field->key != MATCHUM_FIELD_TEAM && field->key != MATCHUM_FIELD_OPENING))
        continue;
      take_range (take_team (search, get_name (search->text, field->value)), field->line, field->line);
    }
}

static void
take_list (Search *search, MatchumSpan value)
{
  const char *text = search->text;
  gsize start = value.start;
  guint depth = 0;

  for (gsize at = value.start; at <= value.end; at++)
    {
      gboolean is_end = at == value.end;

      if (!is_end)
        {
          depth += text[at] == '(';
          depth -= text[at] == ')' && depth > 0;
          if (depth > 0 || (text[at] != ',' && !(text[at] == '/' && text[at - 1] == ' ')))
            continue;
        }
      take_team (search, get_name (text, MATCHUM_SPAN (start, at)));
      start = at + 1;
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

static GRegex *
get_pattern (void)
{
  static GRegex *compiled = NULL;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      g_autoptr (GError) error = NULL;

      compiled = g_regex_new ("(?:^|[.!(\\[] ?)(?:우리 |저희 )?(?<name>(?:[a-z0-9&/]{2,20} "
                              "){0,3}[가-힣a-z0-9·&/]{1,16} ?(?:팀|스쿼드|사일로|본부|연구실|파트))"
                              "(?:은|는|에서|의|\\)|\\]|이|과|와|에) ?"
                              "|(?:the|our) (?<name>(?:[a-z&/+-]{2,20} ){1,3}?team)(?![a-z])",
                              G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, &error);
      if (compiled == NULL)
        g_error ("pattern of teams: %s", error->message);
      g_once_init_leave (&is_ready, 1);
    }
  return compiled;
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

static void
take_named (Search *search)
{
  for (guint i = 0; i < MIN (count_lines (search), 60) && search->teams->len == 0; i++)
    {
      const MatchumPostingLine *line = get_line (search, i);
      g_autoptr (MatchumFoldedText) folded = NULL;
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *name = NULL;
      gint start, end;
      MatchumSpan span = line->span;

      if ((line->kind != MATCHUM_POSTING_OTHER && !line->is_heading) || matchum_span_get_length (span) > 1200)
        continue;
      folded = matchum_folded_text_new (search->text + span.start, (gssize) matchum_span_get_length (span));
      if (!g_regex_match_full (get_pattern (), matchum_folded_text_get_text (folded),
                               (gssize) matchum_folded_text_get_length (folded), 0, 0, &info, NULL)
          || !g_match_info_fetch_named_pos (info, "name", &start, &end) || start < 0)
        continue;
      name = g_match_info_fetch_named (info, "name");
      if (is_any_team (name))
        continue;
      span = matchum_folded_text_get_original_span (folded, MATCHUM_SPAN ((gsize) start, (gsize) end));
      take_team (search, MATCHUM_SPAN (line->span.start + span.start, line->span.start + span.end));
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

GPtrArray *
matchum_posting_teams_find (const MatchumPostingClues *clues)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { .clues = clues,
                    .text = clues->text,
                    .teams = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_posting_team_free),
                    .by_name = by_name };

  take_columns (&search);
  take_headings (&search, TRUE, 2);
  if (!has_choice (&search))
    take_labels (&search);
  if (!has_choice (&search))
    take_headings (&search, FALSE, 2);
  take_fields (&search, MATCHUM_FIELD_TEAM);
  take_fields (&search, MATCHUM_FIELD_OPENING);
  if (search.teams->len == 0)
    take_headings (&search, TRUE, 1);
  if (search.teams->len == 0)
    take_named (&search);
  return search.teams;
}
