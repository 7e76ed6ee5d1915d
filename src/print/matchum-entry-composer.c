/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets the heading of an entry: who, what, and when at the line's end or in the line. */
#include "config.h"

#include "matchum-entry-composer.h"

#include <string.h>

#include "matchum-composer-private.h"

/* Points between a title and the dates at its line's end. */
#define ASIDE_GAP 16.0
/* Dates wider than this share of the line stay in the text. */
#define MAX_ASIDE 0.5

/* The parts of an entry's heading, each possibly NULL. */
typedef struct {
  MatchumPrintText *title;
  MatchumPrintText *role;
  MatchumPrintText *dates;
} HeadingParts;

static void
heading_parts_clear (HeadingParts *parts)
{
  g_clear_pointer (&parts->title, matchum_print_text_unref);
  g_clear_pointer (&parts->role, matchum_print_text_unref);
  g_clear_pointer (&parts->dates, matchum_print_text_unref);
}

static void
append_joint (MatchumPrintText *text, const char *joint)
{
  gsize start = matchum_print_text_get_length (text);

  matchum_print_text_append_literal (text, joint);
  matchum_print_text_mark (text, MATCHUM_MARK_QUIET, MATCHUM_SPAN (start, start + strlen (joint)), NULL);
}

static void
append_whole (MatchumPrintText *text, MatchumPrintText *other)
{
  matchum_print_text_append_part (text, other, MATCHUM_SPAN (0, matchum_print_text_get_length (other)));
}

static MatchumPrintText *
join_sides (const MatchumComposer *self, const MatchumBlock *block, const MatchumHeadingSplit *split)
{
  MatchumPrintText *text = matchum_composer_get_text (block, split->before);

  if (!matchum_span_is_empty (split->before) && !matchum_span_is_empty (split->after))
    append_joint (text, self->theme.joint);
  matchum_print_text_append (text, block->content, split->after, FALSE);
  matchum_print_text_trim (text);

  return text;
}

/* The line of the paragraph that gives the entry its dates. */
static MatchumSpan
get_dates_line (const MatchumComposer *self, const MatchumBlock *line)
{
  const char *text = matchum_inline_text_get_text (line->content);
  gsize end = matchum_composer_find_line_end (self, line, 0);

  if (line->dates == NULL || line->dates->len == 0)
    return MATCHUM_SPAN (0, 0);
  /* Only the first line goes to the heading; dates further down are a sentence's. */
  if (g_array_index (line->dates, MatchumDateRange, 0).span.end > end || g_utf8_strlen (text, (gssize) end) > 120)
    return MATCHUM_SPAN (0, 0);

  return MATCHUM_SPAN (0, end);
}

gboolean
matchum_entry_composer_split_line (const MatchumComposer *self,
                                   const MatchumBlock *line,
                                   MatchumSpan *bounds,
                                   MatchumHeadingSplit *split)
{
  *bounds = get_dates_line (self, line);
  if (matchum_span_is_empty (*bounds))
    return FALSE;
  *split = matchum_heading_split_line (matchum_inline_text_get_text (line->content), *bounds, line->dates);

  return !matchum_span_is_empty (split->dates);
}

static MatchumPrintText *
get_plain_text (const MatchumBlock *block, MatchumSpan span)
{
  g_autoptr (MatchumPrintText) text = matchum_composer_get_text (block, span);
  MatchumPrintText *plain = matchum_print_text_new ();

  matchum_print_text_append_literal (plain, matchum_print_text_get_text (text));

  return plain;
}

static gboolean
take_line_apart (const MatchumComposer *self, const MatchumBlock *line, HeadingParts *parts)
{
  MatchumHeadingSplit split;
  MatchumSpan bounds;

  if (!matchum_entry_composer_split_line (self, line, &bounds, &split))
    return FALSE;
  parts->dates = get_plain_text (line, split.dates);
  if (!matchum_span_is_empty (split.before) || !matchum_span_is_empty (split.after))
    parts->role = join_sides (self, line, &split);

  return TRUE;
}

static const MatchumBlock *
get_line_under (const MatchumComposer *self, const MatchumBlock *entry)
{
  if (entry->dated_by >= matchum_resume_get_n_blocks (self->resume)
      || self->dated_entry[entry->dated_by] != entry->index)
    return NULL;
  return matchum_resume_get_block (self->resume, entry->dated_by);
}

static HeadingParts
take_heading_apart (const MatchumComposer *self, const MatchumBlock *block, gboolean with_line)
{
  HeadingParts parts = { NULL, NULL, NULL };
  const MatchumBlock *line = with_line ? get_line_under (self, block) : NULL;
  MatchumHeadingSplit split;

  if (line != NULL && take_line_apart (self, line, &parts))
    {
      parts.title = matchum_composer_get_text (block, matchum_composer_get_whole (block));
      return parts;
    }

  split = matchum_heading_split (matchum_inline_text_get_text (block->content), matchum_composer_get_whole (block),
                                 block->dates);
  /* Where dates stay on the line, they stay where the author put them. */
  if (matchum_span_is_empty (split.dates) || (self->theme.inline_dates && !matchum_span_is_empty (split.after)))
    {
      parts.title = matchum_composer_get_text (block, matchum_composer_get_whole (block));
      return parts;
    }
  parts.title = join_sides (self, block, &split);
  parts.dates = get_plain_text (block, split.dates);

  return parts;
}

/* The organisation in bold, what follows it lighter; separators quiet. Projects keep their commas and colons. */
static void
mark_title (MatchumPrintText *title, gsize length, MatchumSectionKind section)
{
  const char *text = matchum_print_text_get_text (title);
  gboolean with_commas = section == MATCHUM_SECTION_EXPERIENCE || section == MATCHUM_SECTION_EDUCATION;
  gsize end = matchum_heading_find_organisation_end (text, length, with_commas);
  gsize separator = end;

  matchum_print_text_mark (title, MATCHUM_MARK_LIGHT, MATCHUM_SPAN (end, matchum_print_text_get_length (title)), NULL);
  while (separator < length && text[separator] == ' ')
    separator++;
  if (separator < length)
    matchum_print_text_mark (title, MATCHUM_MARK_QUIET,
                             MATCHUM_SPAN (separator,
                                           separator + matchum_heading_get_separator_length (text + separator)),
                             NULL);
}

static MatchumPrintText *
join_title_and_role (const MatchumComposer *self, const HeadingParts *parts, MatchumSectionKind section)
{
  MatchumPrintText *text = matchum_print_text_new ();

  append_whole (text, parts->title);
  mark_title (text, matchum_print_text_get_length (text), section);
  if (parts->role != NULL)
    {
      gsize start = matchum_print_text_get_length (text);

      append_joint (text, self->theme.joint);
      append_whole (text, parts->role);
      matchum_print_text_mark (text, MATCHUM_MARK_LIGHT, MATCHUM_SPAN (start, matchum_print_text_get_length (text)),
                               NULL);
    }

  return text;
}

/* The row of a heading with its dates in the text. Dates that would stand on a line by themselves take the last word of
 * the title, which ends at title_length, with them. */
static MatchumRow *
new_dated_row (const MatchumComposer *self, MatchumRowRole role, MatchumPrintText *text, gsize title_length)
{
  double width = matchum_composer_get_body_width (self);
  MatchumRow *row = matchum_composer_new_row (self, role, text, self->left, width);
  guint n_lines = matchum_paragraph_get_n_lines (row->text);
  gsize space = title_length;

  if (n_lines < 2 || matchum_paragraph_get_line_end (row->text, n_lines - 2) < title_length)
    return row;
  while (space > 0 && matchum_print_text_get_text (text)[space - 1] != ' ')
    space--;
  if (space == 0)
    return row;
  matchum_print_text_break_at (text, space - 1);
  matchum_row_free (row);

  return matchum_composer_new_row (self, role, text, self->left, width);
}

static MatchumRow *
append_dates (const MatchumComposer *self, MatchumRowRole role, MatchumPrintText *text, MatchumPrintText *dates)
{
  gsize title_length = matchum_print_text_get_length (text);
  g_autoptr (MatchumPrintText) whole = matchum_print_text_with_no_breaks (dates);

  append_joint (text, self->theme.joint);
  append_whole (text, whole);
  matchum_print_text_mark (text, MATCHUM_MARK_LIGHT, MATCHUM_SPAN (title_length, matchum_print_text_get_length (text)),
                           NULL);
  matchum_print_text_mark (text, MATCHUM_MARK_QUIET, MATCHUM_SPAN (title_length, matchum_print_text_get_length (text)),
                           NULL);

  return new_dated_row (self, role, text, title_length);
}

static MatchumTypeStyle
get_dates_style (const MatchumComposer *self)
{
  MatchumTypeStyle style = matchum_composer_get_style (self, MATCHUM_ROW_DETAIL);

  style.size = self->theme.base_size - 0.25;
  style.ink = MATCHUM_INK_QUIET;

  return style;
}

static double
measure_dates (const MatchumComposer *self, MatchumPrintText *dates)
{
  MatchumTypeStyle style = get_dates_style (self);

  return dates != NULL ? matchum_paragraph_measure (dates, &style) : 0.0;
}

static MatchumRow *
add_dates_aside (const MatchumComposer *self, MatchumRow *row, MatchumPrintText *dates, double width)
{
  MatchumTypeStyle style = get_dates_style (self);

  matchum_row_set_aside (row, matchum_paragraph_new (dates, &style, width + 2.0), self->width - width);

  return row;
}

static double
measure (const MatchumComposer *self, MatchumPrintText *text, MatchumRowRole role)
{
  MatchumTypeStyle style = matchum_composer_get_style (self, role);

  return matchum_paragraph_measure (text, &style);
}

void
matchum_entry_composer_compose (const MatchumComposer *self,
                                const MatchumBlock *block,
                                gboolean with_line,
                                GPtrArray *rows)
{
  gboolean is_inner = block->parent < block->index
                      && matchum_resume_get_block (self->resume, block->parent)->kind == MATCHUM_BLOCK_ENTRY;
  MatchumRowRole role = is_inner ? MATCHUM_ROW_SUBENTRY : MATCHUM_ROW_ENTRY;
  HeadingParts parts = take_heading_apart (self, block, with_line);
  g_autoptr (MatchumPrintText) line = join_title_and_role (self, &parts, block->section);
  double dates_width = measure_dates (self, parts.dates);
  gboolean is_aside = parts.dates != NULL && !self->theme.inline_dates
                      && dates_width <= matchum_composer_get_body_width (self) * MAX_ASIDE;
  double width = matchum_composer_get_body_width (self) - (is_aside ? dates_width + ASIDE_GAP : 0.0);
  gboolean has_detail = parts.role != NULL && is_aside && measure (self, line, role) > width;
  MatchumRow *row;

  if (has_detail)
    {
      matchum_print_text_unref (line);
      line = matchum_print_text_new ();
      append_whole (line, parts.title);
      mark_title (line, matchum_print_text_get_length (line), block->section);
    }
  matchum_composer_mark_addresses (line);
  if (is_aside)
    row = add_dates_aside (self, matchum_composer_new_row (self, role, line, self->left, width), parts.dates,
                           dates_width);
  else if (parts.dates != NULL)
    row = append_dates (self, role, line, parts.dates);
  else
    row = matchum_composer_new_row (self, role, line, self->left, width);
  g_ptr_array_add (rows, row);
  if (has_detail)
    {
      matchum_composer_mark_addresses (parts.role);
      g_ptr_array_add (rows, matchum_composer_new_row (self, MATCHUM_ROW_DETAIL, parts.role, self->left,
                                                       matchum_composer_get_body_width (self)));
    }
  heading_parts_clear (&parts);
}
