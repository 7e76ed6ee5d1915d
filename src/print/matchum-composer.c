/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides how each kind of block is set: sizes, indents, bullets, and where the dates go. */
#include "config.h"

#include "matchum-composer.h"

#include <string.h>

#include "matchum-contact-text.h"
#include "matchum-heading-text.h"

/* Everything in points. */
#define INDENT 11.0
#define MAX_INDENTS 6
#define LABEL_GAP 4.5
#define ASIDE_GAP 16.0
#define QUOTE_INDENT 10.0
/* Dates wider than this share of the line stay in the text. */
#define MAX_ASIDE 0.5
#define LEAST_WIDTH 60.0
#define MAX_SKILL_LABEL 40

#define JOINT_INLINE " | "
#define JOINT_STANDARD " · "

/* --- once for a resume --- */

static double
measure_number (const MatchumComposer *self, guint number)
{
  /* Figures are of one width, a little over half the size. */
  double n_characters = number < 10 ? 2 : number < 100 ? 3 : number < 1000 ? 4 : 11;

  return n_characters * 0.56 * self->theme.base_size + LABEL_GAP;
}

static void
find_largest_numbers (MatchumComposer *self)
{
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);
  g_autofree guint *of_parent = g_new0 (guint, (gsize) n_blocks + 1);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n_blocks; i++)
        {
          const MatchumBlock *block = matchum_resume_get_block (self->resume, i);
          guint *largest = &of_parent[block->parent < n_blocks ? block->parent : n_blocks];

          if (block->kind != MATCHUM_BLOCK_ITEM || block->number == 0)
            continue;
          *largest = MAX (*largest, block->number);
          self->largest[i] = *largest;
        }
    }
}

static double
get_indent (const MatchumComposer *self, const MatchumBlock *block)
{
  if (block->list_depth > MAX_INDENTS)
    return 0.0;
  if (block->number > 0)
    return MAX (INDENT, measure_number (self, self->largest[block->index]));

  return INDENT;
}

static void
find_text_places (MatchumComposer *self)
{
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);

  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);
      double x = block->list_depth > 0 && block->parent < i ? self->text_x[block->parent] : 0.0;

      self->text_x[i] = block->kind == MATCHUM_BLOCK_ITEM ? x + get_indent (self, block) : x;
      self->text_x[i] = MIN (self->text_x[i], MAX (self->width - LEAST_WIDTH, 0.0));
    }
}

static void
find_dated_entries (MatchumComposer *self)
{
  guint n_blocks = matchum_resume_get_n_blocks (self->resume);

  for (guint i = 0; i < n_blocks; i++)
    self->dated_entry[i] = MATCHUM_BLOCK_NONE;
  for (guint i = 0; i < n_blocks; i++)
    {
      const MatchumBlock *entry = matchum_resume_get_block (self->resume, i);
      const MatchumBlock *line;

      if (entry->kind != MATCHUM_BLOCK_ENTRY || entry->dated_by <= i || entry->dated_by >= entry->end)
        continue;
      line = matchum_resume_get_block (self->resume, entry->dated_by);
      if (line->kind == MATCHUM_BLOCK_PARAGRAPH && line->list_depth == 0)
        self->dated_entry[entry->dated_by] = i;
    }
}

void
matchum_composer_init (MatchumComposer *self, MatchumResume *resume, const MatchumTheme *theme, double width)
{
  gsize n_blocks;

  g_return_if_fail (self != NULL);
  g_return_if_fail (resume != NULL);
  g_return_if_fail (theme != NULL);

  n_blocks = matchum_resume_get_n_blocks (resume);
  self->resume = resume;
  self->theme = *theme;
  self->width = width;
  self->text_x = g_new0 (double, n_blocks);
  self->largest = g_new0 (guint, n_blocks);
  self->dated_entry = g_new0 (guint, n_blocks);
  find_largest_numbers (self);
  find_text_places (self);
  find_dated_entries (self);
}

void
matchum_composer_clear (MatchumComposer *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->text_x, g_free);
  g_clear_pointer (&self->largest, g_free);
  g_clear_pointer (&self->dated_entry, g_free);
}

/* --- styles --- */

static MatchumTypeStyle
get_style (const MatchumComposer *self, MatchumRowRole role)
{
  const MatchumTheme *theme = &self->theme;
  MatchumTypeStyle style = {
    .size = theme->base_size,
    .ink = theme->ink,
    .quiet = theme->quiet,
    .link = theme->inline_dates ? NULL : theme->accent,
  };
  double leading = theme->leading;

  switch (role)
    {
    case MATCHUM_ROW_NAME:
      style.size = theme->name_size;
      style.is_bold = TRUE;
      leading = 1.25;
      break;
    case MATCHUM_ROW_CONTACT:
      style.size = theme->contact_size;
      style.ink = theme->quiet;
      style.link = NULL;
      break;
    case MATCHUM_ROW_SECTION:
      style.size = theme->section_size;
      style.is_bold = TRUE;
      style.ink = theme->accent;
      leading = 1.3;
      break;
    case MATCHUM_ROW_ENTRY:
      style.size = theme->entry_size;
      style.is_bold = TRUE;
      break;
    case MATCHUM_ROW_SUBENTRY:
      style.is_bold = TRUE;
      break;
    case MATCHUM_ROW_DETAIL:
    case MATCHUM_ROW_ITEM:
    case MATCHUM_ROW_PARAGRAPH:
    case MATCHUM_ROW_QUOTE:
      break;
    default:
      g_return_val_if_reached (style);
    }
  style.line = style.size * leading;

  return style;
}

static MatchumRow *
new_row (const MatchumComposer *self, MatchumRowRole role, MatchumPrintText *text, double x, double width)
{
  MatchumTypeStyle style = get_style (self, role);

  return matchum_row_new (role, matchum_paragraph_new (text, &style, MAX (width, LEAST_WIDTH)), x);
}

static MatchumSpan
get_whole (const MatchumBlock *block)
{
  return MATCHUM_SPAN (0, matchum_inline_text_get_length (block->content));
}

static MatchumPrintText *
get_text (const MatchumBlock *block, MatchumSpan span)
{
  MatchumPrintText *text = matchum_print_text_new ();

  matchum_print_text_append (text, block->content, span, FALSE);
  matchum_print_text_trim (text);

  return text;
}

static void
mark_addresses (MatchumPrintText *text)
{
  matchum_print_text_mark_addresses (text, MATCHUM_SPAN (0, matchum_print_text_get_length (text)), FALSE);
}

/* --- lines of the source --- */

/* Where the line that holds offset ends in the text of the block: a line break of the source is one space there. */
static gsize
find_line_end (const MatchumComposer *self, const MatchumBlock *block, gsize offset)
{
  const char *text = matchum_inline_text_get_text (block->content);
  const char *source = matchum_source_get_text (matchum_resume_get_source (self->resume));
  gsize length = matchum_inline_text_get_length (block->content);

  for (gsize at = offset; at < length; at++)
    {
      MatchumSpan origin;

      if (text[at] == '\n')
        return at;
      if (text[at] != ' ')
        continue;
      origin = matchum_inline_text_get_source_span (block->content, MATCHUM_SPAN (at, at + 1));
      if (memchr (source + origin.start, '\n', matchum_span_get_length (origin)) != NULL)
        return at;
    }

  return length;
}

/* The first byte that is no white space in the block's own lines of the source. */
static char
get_first_byte (const MatchumComposer *self, const MatchumBlock *block)
{
  MatchumSource *source = matchum_resume_get_source (self->resume);
  const char *text = matchum_source_get_text (source);
  gsize end = MIN (block->span.end, matchum_source_get_length (source));

  for (gsize at = block->span.start; at < end; at++)
    {
      if (!g_ascii_isspace (text[at]))
        return text[at];
    }

  return '\0';
}

static gboolean
is_code (const MatchumBlock *block)
{
  const MatchumInlineRun *run;

  if (matchum_inline_text_get_n_runs (block->content) != 1)
    return FALSE;
  run = matchum_inline_text_get_run (block->content, 0);

  return run->kind == MATCHUM_INLINE_CODE && run->span.start == 0
         && run->span.end == matchum_inline_text_get_length (block->content);
}

/* --- title and contact --- */

/* "강도현 (Dohyun Kang)": the name in the other script is there to be found, not to compete. */
static void
mark_second_name (MatchumPrintText *text)
{
  const char *start = matchum_print_text_get_text (text);
  const char *bracket = strchr (start, '(');
  const char *end = bracket != NULL ? strchr (bracket, ')') : NULL;
  MatchumSpan span;

  if (end == NULL || bracket == start)
    return;
  span = MATCHUM_SPAN ((gsize) (bracket - start), matchum_print_text_get_length (text));
  matchum_print_text_mark (text, MATCHUM_MARK_LIGHT, span, NULL);
  matchum_print_text_mark (text, MATCHUM_MARK_SMALL, span, NULL);
  matchum_print_text_mark (text, MATCHUM_MARK_QUIET, span, NULL);
}

static void
compose_title (const MatchumComposer *self, const MatchumBlock *block, GPtrArray *rows)
{
  g_autoptr (MatchumPrintText) text = get_text (block, get_whole (block));

  if (!self->theme.inline_dates)
    mark_second_name (text);
  g_ptr_array_add (rows, new_row (self, MATCHUM_ROW_NAME, text, 0.0, self->width));
}

static void
compose_contact_line (const MatchumComposer *self, MatchumPrintText *line, GPtrArray *rows)
{
  MatchumTypeStyle style = get_style (self, MATCHUM_ROW_CONTACT);
  g_autoptr (MatchumPrintText) wrapped = matchum_contact_text_wrap (line, &style, self->width);

  g_ptr_array_add (rows, new_row (self, MATCHUM_ROW_CONTACT, wrapped, 0.0, self->width));
}

/* Under the name every line of the source stays a line, as people write them there; whether it is contact or
 * a sentence is seen line by line, and a paragraph with a sentence in it is one. */
static gboolean
compose_contact (const MatchumComposer *self, const MatchumBlock *block, GPtrArray *rows)
{
  gsize length = matchum_inline_text_get_length (block->content);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_print_text_unref);

  if (get_first_byte (self, block) == '>')
    return FALSE;
  for (gsize start = 0; start < length;)
    {
      gsize end = find_line_end (self, block, start);
      g_autoptr (MatchumPrintText) line = get_text (block, MATCHUM_SPAN (start, end));

      if (!matchum_contact_text_is_contact (matchum_print_text_get_text (line)))
        return FALSE;
      if (matchum_print_text_get_length (line) > 0)
        g_ptr_array_add (lines, g_steal_pointer (&line));
      start = end + 1;
    }
  for (guint i = 0; i < lines->len; i++)
    compose_contact_line (self, g_ptr_array_index (lines, i), rows);

  return TRUE;
}

/* --- headings --- */

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

static const char *
get_joint (const MatchumComposer *self)
{
  return self->theme.inline_dates ? JOINT_INLINE : JOINT_STANDARD;
}

static MatchumPrintText *
join_sides (const MatchumComposer *self, const MatchumBlock *block, const MatchumHeadingSplit *split)
{
  MatchumPrintText *text = get_text (block, split->before);

  if (!matchum_span_is_empty (split->before) && !matchum_span_is_empty (split->after))
    append_joint (text, get_joint (self));
  matchum_print_text_append (text, block->content, split->after, FALSE);
  matchum_print_text_trim (text);

  return text;
}

/* The line of the paragraph that gives the entry its dates. */
static MatchumSpan
get_dates_line (const MatchumComposer *self, const MatchumBlock *line)
{
  const char *text = matchum_inline_text_get_text (line->content);
  gsize end = find_line_end (self, line, 0);

  if (line->dates == NULL || line->dates->len == 0)
    return MATCHUM_SPAN (0, 0);
  /* Only the first line goes to the heading; dates further down are a sentence's. */
  if (g_array_index (line->dates, MatchumDateRange, 0).span.end > end || g_utf8_strlen (text, (gssize) end) > 120)
    return MATCHUM_SPAN (0, 0);

  return MATCHUM_SPAN (0, end);
}

static gboolean
split_dates_line (const MatchumComposer *self,
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
  g_autoptr (MatchumPrintText) text = get_text (block, span);
  MatchumPrintText *plain = matchum_print_text_new ();

  matchum_print_text_append_literal (plain, matchum_print_text_get_text (text));

  return plain;
}

static gboolean
take_line_apart (const MatchumComposer *self, const MatchumBlock *line, HeadingParts *parts)
{
  MatchumHeadingSplit split;
  MatchumSpan bounds;

  if (!split_dates_line (self, line, &bounds, &split))
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
      parts.title = get_text (block, get_whole (block));
      return parts;
    }

  split = matchum_heading_split (matchum_inline_text_get_text (block->content), get_whole (block), block->dates);
  /* Where dates stay on the line, they stay where the author put them. */
  if (matchum_span_is_empty (split.dates) || (self->theme.inline_dates && !matchum_span_is_empty (split.after)))
    {
      parts.title = get_text (block, get_whole (block));
      return parts;
    }
  parts.title = join_sides (self, block, &split);
  parts.dates = get_plain_text (block, split.dates);

  return parts;
}

/* The organisation in bold, what follows it lighter; separators quiet. Projects keep their commas. */
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

      append_joint (text, get_joint (self));
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
  MatchumRow *row = new_row (self, role, text, 0.0, self->width);
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

  return new_row (self, role, text, 0.0, self->width);
}

static MatchumRow *
append_dates (const MatchumComposer *self, MatchumRowRole role, MatchumPrintText *text, MatchumPrintText *dates)
{
  gsize title_length = matchum_print_text_get_length (text);
  g_autoptr (MatchumPrintText) whole = matchum_print_text_with_no_breaks (dates);

  append_joint (text, JOINT_INLINE);
  append_whole (text, whole);
  matchum_print_text_mark (text, MATCHUM_MARK_LIGHT, MATCHUM_SPAN (title_length, matchum_print_text_get_length (text)),
                           NULL);

  return new_dated_row (self, role, text, title_length);
}

static MatchumTypeStyle
get_dates_style (const MatchumComposer *self)
{
  MatchumTypeStyle style = get_style (self, MATCHUM_ROW_DETAIL);

  style.size = self->theme.base_size - 0.25;
  style.ink = self->theme.quiet;

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
  MatchumTypeStyle style = get_style (self, role);

  return matchum_paragraph_measure (text, &style);
}

static void
compose_entry (const MatchumComposer *self, const MatchumBlock *block, gboolean with_line, GPtrArray *rows)
{
  gboolean is_inner = block->parent < block->index
                      && matchum_resume_get_block (self->resume, block->parent)->kind == MATCHUM_BLOCK_ENTRY;
  MatchumRowRole role = is_inner ? MATCHUM_ROW_SUBENTRY : MATCHUM_ROW_ENTRY;
  HeadingParts parts = take_heading_apart (self, block, with_line);
  g_autoptr (MatchumPrintText) line = join_title_and_role (self, &parts, block->section);
  double dates_width = measure_dates (self, parts.dates);
  gboolean is_aside = parts.dates != NULL && !self->theme.inline_dates && dates_width <= self->width * MAX_ASIDE;
  double width = is_aside ? self->width - dates_width - ASIDE_GAP : self->width;
  gboolean has_detail = parts.role != NULL && is_aside && measure (self, line, role) > width;
  MatchumRow *row;

  if (has_detail)
    {
      matchum_print_text_unref (line);
      line = matchum_print_text_new ();
      append_whole (line, parts.title);
      mark_title (line, matchum_print_text_get_length (line), block->section);
    }
  mark_addresses (line);
  if (is_aside)
    row = add_dates_aside (self, new_row (self, role, line, 0.0, width), parts.dates, dates_width);
  else if (parts.dates != NULL)
    row = append_dates (self, role, line, parts.dates);
  else
    row = new_row (self, role, line, 0.0, width);
  g_ptr_array_add (rows, row);
  if (has_detail)
    {
      mark_addresses (parts.role);
      g_ptr_array_add (rows, new_row (self, MATCHUM_ROW_DETAIL, parts.role, 0.0, self->width));
    }
  heading_parts_clear (&parts);
}

static void
compose_section (const MatchumComposer *self, const MatchumBlock *block, GPtrArray *rows)
{
  g_autoptr (MatchumPrintText) text = get_text (block, get_whole (block));

  g_ptr_array_add (rows, new_row (self, MATCHUM_ROW_SECTION, text, 0.0, self->width));
}

/* --- items and paragraphs --- */

/* "언어: Python, SQL" in a skills section: what the list is of, in bold. */
static void
mark_skill_label (MatchumPrintText *text)
{
  const char *start = matchum_print_text_get_text (text);
  const char *colon = strstr (start, ": ");

  if (colon == NULL || g_utf8_strlen (start, colon - start) > MAX_SKILL_LABEL)
    return;
  for (const char *at = start; at < colon; at++)
    {
      if (strchr ("(.;,", *at) != NULL)
        return;
    }
  matchum_print_text_mark (text, MATCHUM_MARK_STRONG, MATCHUM_SPAN (0, (gsize) (colon - start) + 1), NULL);
}

static MatchumParagraph *
create_label (const MatchumComposer *self, const MatchumBlock *block, double *width)
{
  static const char *const bullets[] = { "•", "–", "·" };
  g_autofree char *label = block->number > 0
                               ? g_strdup_printf ("%u.", block->number)
                               : g_strdup (bullets[CLAMP (block->list_depth, 1, G_N_ELEMENTS (bullets)) - 1]);
  g_autoptr (MatchumPrintText) text = matchum_print_text_new ();
  MatchumTypeStyle style = get_style (self, MATCHUM_ROW_ITEM);

  matchum_print_text_append_literal (text, label);
  *width = matchum_paragraph_measure (text, &style);

  return matchum_paragraph_new (text, &style, *width + 2.0);
}

static void
compose_item (const MatchumComposer *self, const MatchumBlock *block, GPtrArray *rows)
{
  g_autoptr (MatchumPrintText) text = get_text (block, get_whole (block));
  double x = self->text_x[block->index];
  double width;
  MatchumParagraph *label = create_label (self, block, &width);
  MatchumRow *row;

  if (block->section == MATCHUM_SECTION_SKILLS)
    mark_skill_label (text);
  matchum_print_text_mark_addresses (text, MATCHUM_SPAN (0, matchum_print_text_get_length (text)),
                                     block->section == MATCHUM_SECTION_CONTACT);
  row = new_row (self, MATCHUM_ROW_ITEM, text, x, self->width - x);
  row->list_depth = block->list_depth;
  matchum_row_set_label (row, label, block->number > 0 ? x - LABEL_GAP - width : x - INDENT + 1.0);
  g_ptr_array_add (rows, row);
}

static gboolean
is_table_rule (const char *line)
{
  return strchr (line, '-') != NULL && strspn (line, "|-: ") == strlen (line);
}

static void
append_cells (MatchumPrintText *text, MatchumPrintText *line, MatchumSpan span)
{
  const char *cells = matchum_print_text_get_text (line);
  gsize base = matchum_print_text_get_length (text);

  matchum_print_text_append_part (text, line, span);
  for (gsize at = span.start; at < span.end; at++)
    {
      if (cells[at] == '|')
        matchum_print_text_mark (text, MATCHUM_MARK_QUIET,
                                 MATCHUM_SPAN (base + at - span.start, base + at - span.start + 1), NULL);
    }
}

/* Tables are lines of text, cells parted by bars: columns would not come out of the file in order. */
static MatchumPrintText *
get_table_text (const MatchumComposer *self, const MatchumBlock *block)
{
  MatchumPrintText *text = matchum_print_text_new ();
  gsize length = matchum_inline_text_get_length (block->content);

  for (gsize start = 0; start < length;)
    {
      gsize end = find_line_end (self, block, start);
      g_autoptr (MatchumPrintText) line = get_text (block, MATCHUM_SPAN (start, end));
      const char *cells = matchum_print_text_get_text (line);
      gsize first = strspn (cells, "| ");
      gsize last = matchum_print_text_get_length (line);

      while (last > first && strchr ("| ", cells[last - 1]) != NULL)
        last--;
      if (!is_table_rule (cells) && last > first)
        {
          if (matchum_print_text_get_length (text) > 0)
            matchum_print_text_append_literal (text, "\n");
          append_cells (text, line, MATCHUM_SPAN (first, last));
        }
      start = end + 1;
    }

  return text;
}

static MatchumPrintText *
get_paragraph_text (const MatchumComposer *self, const MatchumBlock *block, gsize start)
{
  MatchumSpan rest = MATCHUM_SPAN (start, matchum_inline_text_get_length (block->content));
  MatchumPrintText *text;

  if (is_code (block))
    {
      text = matchum_print_text_new ();
      matchum_print_text_append (text, block->content, rest, TRUE);
      matchum_print_text_trim (text);
      return text;
    }
  if (get_first_byte (self, block) == '|')
    return get_table_text (self, block);

  text = get_text (block, rest);
  if (block->section == MATCHUM_SECTION_SKILLS)
    mark_skill_label (text);

  return text;
}

static void
compose_paragraph (const MatchumComposer *self, const MatchumBlock *block, GPtrArray *rows)
{
  gboolean is_quote = get_first_byte (self, block) == '>';
  double x = self->text_x[block->index] + (is_quote && self->theme.rule_width > 0.0 ? QUOTE_INDENT : 0.0);
  MatchumSpan lifted = { 0, 0 };
  MatchumHeadingSplit split;
  g_autoptr (MatchumPrintText) text = NULL;
  MatchumRow *row;

  if (block->section == MATCHUM_SECTION_CONTACT && block->list_depth == 0 && compose_contact (self, block, rows))
    return;
  if (self->dated_entry[block->index] == MATCHUM_BLOCK_NONE || !split_dates_line (self, block, &lifted, &split))
    lifted = MATCHUM_SPAN (0, 0);

  text = get_paragraph_text (self, block, lifted.end);
  if (matchum_print_text_get_length (text) == 0)
    return;
  mark_addresses (text);
  row = new_row (self, is_quote ? MATCHUM_ROW_QUOTE : MATCHUM_ROW_PARAGRAPH, text, x, self->width - x);
  row->list_depth = block->list_depth;
  g_ptr_array_add (rows, row);
}

GPtrArray *
matchum_composer_compose (MatchumComposer *self, guint index, gboolean with_line)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_row_free);
  const MatchumBlock *block;

  g_return_val_if_fail (self != NULL, rows);
  g_return_val_if_fail (index < matchum_resume_get_n_blocks (self->resume), rows);

  block = matchum_resume_get_block (self->resume, index);
  if (block->content == NULL)
    return rows;
  switch (block->kind)
    {
    case MATCHUM_BLOCK_TITLE:
      compose_title (self, block, rows);
      break;
    case MATCHUM_BLOCK_SECTION:
      compose_section (self, block, rows);
      break;
    case MATCHUM_BLOCK_ENTRY:
      compose_entry (self, block, with_line, rows);
      break;
    case MATCHUM_BLOCK_ITEM:
      compose_item (self, block, rows);
      break;
    case MATCHUM_BLOCK_PARAGRAPH:
      compose_paragraph (self, block, rows);
      break;
    case MATCHUM_BLOCK_REMARK:
      break;
    default:
      g_return_val_if_reached (rows);
    }

  return rows;
}
