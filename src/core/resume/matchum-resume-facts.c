/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the sections of a resume, finds what is one job, one study and so on, and has its words read. */
#include "config.h"

#include "resume/matchum-resume-facts.h"

#include <string.h>

#include "resume/matchum-dated-line.h"
#include "resume/matchum-entry-parts.h"
#include "resume/matchum-entry-signs.h"
#include "resume/matchum-entry-words.h"
#include "resume/matchum-fact-table.h"
#include "resume/matchum-fact-words.h"
#include "resume/matchum-section-kind.h"
#include "text/matchum-folded-text.h"

#define PART_SEPARATOR " | "
/* Of the lines under a heading, so many may belong to it. */
#define MAX_LINES_UNDER 3
/* A longer line under a heading tells something, in characters. */
#define MAX_LINE_CHARS 90

typedef struct {
  MatchumResume *resume;
  GPtrArray *facts;
  MatchumEntryOrder usual;
} Reader;

static void
free_fact (MatchumFact *fact)
{
  g_free (fact->name);
  g_free (fact->role);
  g_free (fact->place);
  g_free (fact->degree);
  g_free (fact->field);
  g_free (fact->test);
  g_free (fact->score);
  g_free (fact->expiry);
  g_array_unref (fact->ranges);
  g_free (fact);
}

static MatchumFact *
new_fact (MatchumFactKind kind, const MatchumBlock *block, guint line)
{
  MatchumFact *fact = g_new0 (MatchumFact, 1);

  fact->kind = kind;
  fact->block = block->index;
  fact->line = line;
  fact->end = block->end;
  fact->span = MATCHUM_SPAN (0, strlen (matchum_block_get_text (block)));
  fact->within = MATCHUM_FACT_NONE;
  fact->ranges = g_array_new (FALSE, FALSE, sizeof (MatchumDateRange));
  return fact;
}

static const MatchumBlock *
get_block (Reader *self, guint index)
{
  return matchum_resume_get_block (self->resume, index);
}

static char *
dup_lines (Reader *self, const MatchumBlock *block)
{
  return matchum_block_dup_lines (block, matchum_resume_get_source (self->resume));
}

static char *
dup_span (const char *text, MatchumSpan span)
{
  return matchum_span_is_empty (span) ? NULL : g_strndup (text + span.start, matchum_span_get_length (span));
}

static void
set_text (char **member, char *text)
{
  g_free (*member);
  *member = text;
}

/* Jobs */

/* head: what names the job, dates taken out. under: what the lines under it say besides, or NULL. */
static void
set_employer (Reader *self, MatchumFact *fact, const char *head, const char *under)
{
  g_autofree char *both = under != NULL ? g_strconcat (head, PART_SEPARATOR, under, NULL) : NULL;
  const char *text = head;
  MatchumEntryParts parts;
  gboolean is_found = matchum_entry_parts_find (head, self->usual, &parts);

  if (!is_found && both != NULL)
    {
      is_found = matchum_entry_parts_find (both, self->usual, &parts);
      text = both;
    }
  if (is_found)
    {
      set_text (&fact->name, dup_span (text, parts.organisation));
      set_text (&fact->role, dup_span (text, parts.role));
      set_text (&fact->place, dup_span (text, parts.place));
      return;
    }
  {
    g_autoptr (GArray) list = matchum_entry_signs_split (head, NULL);

    fact->is_whole = list->len > 1;
    set_text (&fact->name, g_strdup (head));
  }
}

/* The line that names one thing, and what the lines right under it say. */
typedef struct {
  const MatchumBlock *block;
  guint line;
  char *head;
  GString *under; /* parts with bars between them, or empty */
} Unit;

static void
init_unit (Unit *unit, const MatchumBlock *block, guint line, const char *head)
{
  unit->block = block;
  unit->line = line;
  unit->head = matchum_fact_words_clean (head);
  unit->under = g_string_new (NULL);
}

static void
clear_unit (Unit *unit)
{
  g_free (unit->head);
  if (unit->under != NULL)
    g_string_free (unit->under, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Unit, clear_unit)

static gboolean
tells_something (const char *line)
{
  g_autofree char *text = g_strstrip (g_strdup (line));
  gboolean is_dates;

  if (matchum_dated_line_is_dated (text, &is_dates))
    return FALSE;
  return g_utf8_strlen (text, -1) > MAX_LINE_CHARS || g_str_has_suffix (text, ".") || g_str_has_suffix (text, "다")
         || g_str_has_suffix (text, "음") || g_str_has_suffix (text, "함");
}

static void
add_line_under (Unit *unit, const char *line)
{
  g_autofree char *clean = matchum_fact_words_clean (line);

  g_strstrip (clean);
  if (*clean != '\0')
    g_string_append_printf (unit->under, "%s%s", unit->under->len > 0 ? PART_SEPARATOR : "", clean);
}

static void
add_lines_under (Unit *unit, const char *text, guint *n_lines)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_LINES_UNDER + 2);

  for (gsize i = 0; lines[i] != NULL && *n_lines < MAX_LINES_UNDER; i++, (*n_lines)++)
    {
      if (tells_something (lines[i]))
        *n_lines = MAX_LINES_UNDER;
      else
        add_line_under (unit, lines[i]);
    }
}

/* The paragraphs right under a heading, up to its first bullet or heading. */
static void
add_paragraphs_under (Reader *self, Unit *unit)
{
  guint n_lines = 0;

  for (guint i = unit->block->index + 1; i < unit->block->end && n_lines < MAX_LINES_UNDER; i++)
    {
      const MatchumBlock *block = get_block (self, i);
      g_autofree char *lines = NULL;

      if (block->kind == MATCHUM_BLOCK_REMARK)
        continue;
      if (block->kind != MATCHUM_BLOCK_PARAGRAPH || block->list_depth > 0)
        break;
      lines = dup_lines (self, block);
      add_lines_under (unit, lines, &n_lines);
    }
}

static gboolean
is_good_aside (const char *text)
{
  g_autoptr (GArray) parts = matchum_entry_signs_split (text, NULL);

  return matchum_entry_words_weigh (text) > 0 || parts->len <= 3;
}

/* Takes text. Dots part as bars do. */
static char *
bar_dots (char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " · ", -1);

  g_free (text);
  return g_strjoinv (PART_SEPARATOR, parts);
}

static MatchumFact *
read_job (Reader *self, Unit *unit)
{
  MatchumFact *fact = new_fact (MATCHUM_FACT_WORK, unit->block, unit->line);
  g_autofree char *head = matchum_fact_words_take_dates (unit->head, fact);
  g_autofree char *under = bar_dots (matchum_fact_words_take_dates (unit->under->str, fact));

  set_employer (self, fact, *head != '\0' ? head : under,
                *head != '\0' && *under != '\0' && is_good_aside (under) ? under : NULL);
  return fact;
}

static MatchumFact *
read_project (Unit *unit)
{
  MatchumFact *fact = new_fact (MATCHUM_FACT_PROJECT, unit->block, unit->line);
  g_autofree char *under = NULL;

  fact->name = matchum_fact_words_take_dates (unit->head, fact);
  under = matchum_fact_words_take_dates (unit->under->str, fact);
  return fact;
}

static char *
dup_joined (const Unit *unit)
{
  return unit->under->len > 0 ? g_strconcat (unit->head, PART_SEPARATOR, unit->under->str, NULL)
                              : g_strdup (unit->head);
}

static void
add_fact (Reader *self, MatchumFact *fact, guint within)
{
  fact->within = within;
  if (fact->name != NULL || fact->degree != NULL || fact->test != NULL)
    g_ptr_array_add (self->facts, fact);
  else
    free_fact (fact);
}

static void
add_languages (Reader *self, const Unit *unit, const char *text)
{
  g_autoptr (GArray) parts = matchum_entry_signs_split_list (text);

  if (!matchum_fact_words_are_languages (text, parts))
    {
      MatchumFact *fact = new_fact (MATCHUM_FACT_LANGUAGE, unit->block, unit->line);

      matchum_fact_words_read_language (text, fact);
      add_fact (self, fact, MATCHUM_FACT_NONE);
      return;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      MatchumFact *fact = new_fact (MATCHUM_FACT_LANGUAGE, unit->block, unit->line);
      g_autofree char *words = dup_span (text, g_array_index (parts, MatchumSpan, i));

      matchum_fact_words_read_language (words, fact);
      add_fact (self, fact, MATCHUM_FACT_NONE);
    }
}

static void
add_unit (Reader *self, MatchumFactKind kind, Unit *unit, guint within)
{
  g_autofree char *joined = dup_joined (unit);
  MatchumFact *fact;

  switch (kind)
    {
    case MATCHUM_FACT_WORK:
      add_fact (self, read_job (self, unit), within);
      return;
    case MATCHUM_FACT_PROJECT:
      add_fact (self, read_project (unit), within);
      return;
    case MATCHUM_FACT_LANGUAGE:
      add_languages (self, unit, joined);
      return;
    case MATCHUM_FACT_EDUCATION:
    case MATCHUM_FACT_CERTIFICATE:
    case MATCHUM_FACT_PUBLICATION:
    case MATCHUM_N_FACT_KINDS:
    default:
      break;
    }
  fact = new_fact (kind, unit->block, unit->line);
  if (kind == MATCHUM_FACT_EDUCATION)
    matchum_fact_words_read_study (joined, fact);
  else if (kind == MATCHUM_FACT_CERTIFICATE)
    matchum_fact_words_read_certificate (joined, fact);
  else
    matchum_fact_words_read_publication (joined, fact);
  add_fact (self, fact, within);
}

/* Headings */

static void add_entry (Reader *self, MatchumFactKind kind, const MatchumBlock *block, guint within);

static gboolean
is_about_projects (const char *text)
{
  return matchum_section_kind_guess (text) == MATCHUM_SECTION_PROJECTS;
}

/* What a heading within that of a job is: a role there, a project, or, without dates and a word for projects, neither.
 */
static void
add_inner_entry (Reader *self, const MatchumBlock *block, guint job)
{
  const char *text = matchum_block_get_text (block);
  const MatchumFact *employer = g_ptr_array_index (self->facts, job);
  MatchumEntryParts parts;
  g_auto (Unit) unit = { 0 };
  MatchumFact *fact;

  init_unit (&unit, block, block->first_line, text);
  if (matchum_section_kind_guess_exactly (text) == MATCHUM_SECTION_PROJECTS)
    {
      for (guint i = block->index + 1; i < block->end; i = get_block (self, i)->end)
        if (get_block (self, i)->kind == MATCHUM_BLOCK_ENTRY)
          add_entry (self, MATCHUM_FACT_PROJECT, get_block (self, i), job);
      return;
    }
  if (block->dated_by == MATCHUM_BLOCK_NONE)
    {
      if (is_about_projects (text))
        add_unit (self, MATCHUM_FACT_PROJECT, &unit, job);
      return;
    }
  add_paragraphs_under (self, &unit);
  fact = read_job (self, &unit);
  if (is_about_projects (text) || (matchum_entry_words_weigh (unit.head) <= 0 && fact->role == NULL))
    {
      free_fact (fact);
      add_unit (self, MATCHUM_FACT_PROJECT, &unit, job);
      return;
    }
  if (fact->role == NULL || !matchum_entry_parts_find (fact->name, MATCHUM_ENTRY_ORDER_UNKNOWN, &parts))
    {
      if (fact->role == NULL)
        {
          fact->role = g_steal_pointer (&fact->name);
          fact->name = g_strdup (employer->name);
          fact->is_whole = FALSE;
        }
    }
  add_fact (self, fact, job);
}

/* A line of a role and its dates, further down under the heading of an employer. */
static void
add_inner_role (Reader *self, const MatchumBlock *block, guint job)
{
  const MatchumFact *employer = g_ptr_array_index (self->facts, job);
  const MatchumBlock *entry = get_block (self, employer->block);
  g_auto (Unit) unit = { 0 };
  MatchumFact *fact;
  g_autofree char *words = NULL;
  g_autoptr (GArray) parts = NULL;

  if (block->dates == NULL || block->is_dates || entry->dated_by == block->index)
    return;
  init_unit (&unit, block, block->first_line, matchum_block_get_text (block));
  fact = new_fact (MATCHUM_FACT_WORK, block, block->first_line);
  words = bar_dots (matchum_fact_words_take_dates (unit.head, fact));
  parts = matchum_entry_signs_split (words, NULL);
  if (matchum_entry_words_weigh (words) <= 0 || parts->len == 0)
    {
      free_fact (fact);
      return;
    }
  fact->name = g_strdup (employer->name);
  fact->role = dup_span (words, g_array_index (parts, MatchumSpan, 0));
  if (parts->len == 2)
    fact->place = dup_span (words, g_array_index (parts, MatchumSpan, 1));
  add_fact (self, fact, job);
}

static gboolean
holds_dated_entry (Reader *self, const MatchumBlock *block)
{
  for (guint i = block->index + 1; i < block->end; i++)
    if (get_block (self, i)->kind == MATCHUM_BLOCK_ENTRY && get_block (self, i)->dated_by != MATCHUM_BLOCK_NONE)
      return TRUE;
  return FALSE;
}

static void
add_entry (Reader *self, MatchumFactKind kind, const MatchumBlock *block, guint within)
{
  g_auto (Unit) unit = { 0 };
  const guint n = self->facts->len;

  init_unit (&unit, block, block->first_line, matchum_block_get_text (block));
  /* Under the heading of an employer that only holds others, paragraphs are about the employer. */
  if (block->dated_by != MATCHUM_BLOCK_NONE || kind != MATCHUM_FACT_WORK || !holds_dated_entry (self, block))
    add_paragraphs_under (self, &unit);
  add_unit (self, kind, &unit, within);
  if (self->facts->len == n || (kind != MATCHUM_FACT_WORK && kind != MATCHUM_FACT_EDUCATION))
    return;
  for (guint i = block->index + 1; i < block->end; i = get_block (self, i)->end)
    {
      const MatchumBlock *inner = get_block (self, i);

      if (inner->kind == MATCHUM_BLOCK_ENTRY && kind == MATCHUM_FACT_WORK)
        add_inner_entry (self, inner, n);
      else if (inner->kind == MATCHUM_BLOCK_PARAGRAPH && kind == MATCHUM_FACT_WORK)
        add_inner_role (self, inner, n);
    }
}

/* Bullets, paragraphs, tables */

/* Whether text gives a span of time, or tries to: a single day is when something happened. */
static gboolean
gives_span (const char *text)
{
  g_autoptr (GArray) ranges = matchum_dated_line_find_dates (text);

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const MatchumDateRange *range = &g_array_index (ranges, MatchumDateRange, i);

      if (range->is_open || range->fault != MATCHUM_DATE_FAULT_NONE || range->last > range->first)
        return TRUE;
    }
  return FALSE;
}

/* Whether a line without a heading is a job, a project or a study of its own, and not something about the one before.
 */
static gboolean
is_one (MatchumFactKind kind, const char *text)
{
  gboolean is_dates = FALSE;

  switch (kind)
    {
    case MATCHUM_FACT_WORK:
    case MATCHUM_FACT_PROJECT:
      return matchum_dated_line_is_dated (text, &is_dates) && !is_dates && gives_span (text);
    case MATCHUM_FACT_EDUCATION:
      return matchum_entry_words_is_school (text) || !matchum_span_is_empty (matchum_entry_words_find_degree (text));
    case MATCHUM_FACT_CERTIFICATE:
    case MATCHUM_FACT_LANGUAGE:
    case MATCHUM_FACT_PUBLICATION:
    case MATCHUM_N_FACT_KINDS:
    default:
      return *text != '\0';
    }
}

/* Whether every line of a paragraph is one thing, not the first alone. */
static gboolean
is_one_per_line (MatchumFactKind kind, char **lines)
{
  guint n = 0, n_good = 0;

  if (kind == MATCHUM_FACT_CERTIFICATE || kind == MATCHUM_FACT_LANGUAGE)
    return TRUE;
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      n++;
      n_good += is_one (kind, lines[i]);
    }
  return n > 1 && n_good == n;
}

/* The line of text that is counted so from 0. */
static MatchumSpan
get_line_span (const char *text, guint line)
{
  gsize start = 0;

  for (; line > 0 && text[start] != '\0'; line--)
    {
      start += strcspn (text + start, "\n");
      start += text[start] == '\n';
    }
  return MATCHUM_SPAN (start, start + strcspn (text + start, "\n"));
}

/* Of the facts from first on, all of one line. */
static void
set_spans (Reader *self, guint first, MatchumSpan span)
{
  for (guint i = first; i < self->facts->len; i++)
    ((MatchumFact *) g_ptr_array_index (self->facts, i))->span = span;
}

static void
add_lines (Reader *self, MatchumFactKind kind, const MatchumBlock *block)
{
  g_autofree char *text = dup_lines (self, block);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!is_one_per_line (kind, lines))
    {
      g_auto (Unit) unit = { 0 };
      guint n_lines = 0;

      if (lines[0] == NULL || !is_one (kind, matchum_block_get_text (block)))
        return;
      init_unit (&unit, block, block->first_line, lines[0]);
      for (gsize i = 1; lines[i] != NULL && kind == MATCHUM_FACT_PUBLICATION; i++)
        {
          char *longer = g_strconcat (unit.head, " ", lines[i], NULL);

          set_text (&unit.head, longer);
        }
      for (gsize i = 1; lines[i] != NULL && kind != MATCHUM_FACT_PUBLICATION && n_lines < MAX_LINES_UNDER; i++)
        add_lines_under (&unit, lines[i], &n_lines);
      add_unit (self, kind, &unit, MATCHUM_FACT_NONE);
      return;
    }
  for (guint i = 0, n = self->facts->len; lines[i] != NULL; i++, n = self->facts->len)
    {
      g_auto (Unit) unit = { 0 };

      if (!is_one (kind, lines[i]))
        continue;
      init_unit (&unit, block, MIN (block->first_line + i, block->last_line), lines[i]);
      add_unit (self, kind, &unit, MATCHUM_FACT_NONE);
      set_spans (self, n, get_line_span (text, i));
    }
}

/* What a row says in columns whose heads are known replaces what its words alone would say. */
static void
add_row (Reader *self, MatchumFactKind kind, const MatchumBlock *block, const MatchumFactTable *table, guint row)
{
  g_autofree char *text = matchum_fact_table_dup_row (table, row);
  const guint n = self->facts->len;
  g_auto (Unit) unit = { 0 };

  init_unit (&unit, block, matchum_fact_table_get_line (table, block, row), text);
  add_unit (self, kind, &unit, MATCHUM_FACT_NONE);
  set_spans (self, n, get_line_span (matchum_block_get_text (block), row + 1));
  if (self->facts->len == n + 1)
    matchum_fact_table_apply (table, row, g_ptr_array_index (self->facts, n));
}

static void
add_paragraph (Reader *self, MatchumFactKind kind, const MatchumBlock *block)
{
  g_autoptr (MatchumFactTable) table = matchum_fact_table_read (self->resume, block, kind);

  if (table == NULL)
    {
      add_lines (self, kind, block);
      return;
    }
  for (guint row = 0; row < matchum_fact_table_get_n_rows (table); row++)
    add_row (self, kind, block, table, row);
}

static void
add_item (Reader *self, MatchumFactKind kind, const MatchumBlock *block)
{
  g_auto (Unit) unit = { 0 };
  g_autofree char *text = dup_lines (self, block);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const gboolean is_split = kind == MATCHUM_FACT_WORK || kind == MATCHUM_FACT_PROJECT;
  guint n_lines = 0;

  if (lines[0] == NULL || !is_one (kind, matchum_block_get_text (block)))
    return;
  if (is_split)
    {
      init_unit (&unit, block, block->first_line, lines[0]);
      for (gsize i = 1; lines[i] != NULL && n_lines < MAX_LINES_UNDER; i++)
        add_lines_under (&unit, lines[i], &n_lines);
    }
  else
    {
      g_autofree char *joined = g_strjoinv (" ", lines);

      init_unit (&unit, block, block->first_line, joined);
    }
  add_unit (self, kind, &unit, MATCHUM_FACT_NONE);
}

static gboolean
get_kind (MatchumSectionKind section, MatchumFactKind *kind)
{
  switch (section)
    {
    case MATCHUM_SECTION_EXPERIENCE:
      *kind = MATCHUM_FACT_WORK;
      return TRUE;
    case MATCHUM_SECTION_PROJECTS:
      *kind = MATCHUM_FACT_PROJECT;
      return TRUE;
    case MATCHUM_SECTION_EDUCATION:
      *kind = MATCHUM_FACT_EDUCATION;
      return TRUE;
    case MATCHUM_SECTION_CERTIFICATES:
      *kind = MATCHUM_FACT_CERTIFICATE;
      return TRUE;
    case MATCHUM_SECTION_LANGUAGES:
      *kind = MATCHUM_FACT_LANGUAGE;
      return TRUE;
    case MATCHUM_SECTION_PUBLICATIONS:
      *kind = MATCHUM_FACT_PUBLICATION;
      return TRUE;
    case MATCHUM_SECTION_OTHER:
    case MATCHUM_SECTION_CONTACT:
    case MATCHUM_SECTION_SUMMARY:
    case MATCHUM_SECTION_SKILLS:
    case MATCHUM_SECTION_AWARDS:
    case MATCHUM_SECTION_ACTIVITIES:
    default:
      return FALSE;
    }
}

/* What follows on a paragraph that says one thing is about it, up to the next that does. */
static void
set_ends (Reader *self, guint first, guint end)
{
  for (guint i = self->facts->len; i-- > first;)
    {
      MatchumFact *fact = g_ptr_array_index (self->facts, i);
      const MatchumBlock *block = get_block (self, fact->block);
      const gboolean is_whole = matchum_span_get_length (fact->span) == strlen (matchum_block_get_text (block));

      if (block->kind == MATCHUM_BLOCK_PARAGRAPH && is_whole)
        fact->end = MAX (fact->end, end);
      end = fact->within == MATCHUM_FACT_NONE || block->kind == MATCHUM_BLOCK_PARAGRAPH ? fact->block : end;
    }
}

static void
add_section (Reader *self, const MatchumBlock *section)
{
  const guint first = self->facts->len;
  guint end = section->end;
  MatchumFactKind kind;

  if (!get_kind (section->section, &kind))
    return;
  for (guint i = section->index + 1; i < section->end; i = get_block (self, i)->end)
    {
      const MatchumBlock *block = get_block (self, i);

      if (block->kind == MATCHUM_BLOCK_ENTRY)
        add_entry (self, kind, block, MATCHUM_FACT_NONE);
      else if (block->kind == MATCHUM_BLOCK_ITEM)
        add_item (self, kind, block);
      else if (block->kind == MATCHUM_BLOCK_PARAGRAPH)
        add_paragraph (self, kind, block);
      else if (block->kind == MATCHUM_BLOCK_SECTION)
        {
          end = i;
          break;
        }
    }
  set_ends (self, first, end);
}

/**
 * matchum_resume_facts_read:
 *
 * Nothing is guessed: a heading whose parts do not say which is the organisation stays whole, and a bullet without
 * dates is no job.
 *
 * Returns: (transfer full) (element-type MatchumFact): in document order
 */
GPtrArray *
matchum_resume_facts_read (MatchumResume *resume)
{
  Reader self = { resume, NULL, MATCHUM_ENTRY_ORDER_UNKNOWN };

  g_return_val_if_fail (resume != NULL, NULL);

  self.facts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fact);
  self.usual = matchum_entry_parts_find_usual_order (resume, NULL);
  for (guint i = 0; i < matchum_resume_get_n_blocks (resume); i++)
    if (get_block (&self, i)->kind == MATCHUM_BLOCK_SECTION)
      add_section (&self, get_block (&self, i));
  return self.facts;
}
