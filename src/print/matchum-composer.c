/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides how each kind of block is set: sizes, indents, bullets, tables. */
#include "config.h"

#include "matchum-composer.h"

#include <string.h>

#include "matchum-composer-private.h"
#include "matchum-contact-text.h"
#include "matchum-entry-composer.h"
#include "matchum-form-lines.h"
#include "matchum-photo.h"

/* Everything in points. */
#define INDENT 11.0
#define MAX_INDENTS 6
#define LABEL_GAP 4.5
#define QUOTE_INDENT 10.0
#define LEAST_WIDTH 60.0
#define MAX_SKILL_LABEL 40
/* Shares of the width: of the column of section titles, at most, and of the name where contact stands beside it. */
#define MAX_COLUMN 0.25
#define NAME_SHARE 0.42
#define COLUMN_GAP 10.0
#define PHOTO_GAP 14.0
/* Letter-spacing of titles in the middle, in sizes: as wide as readers of the file still take for one word. */
#define TITLE_TRACKING 0.05

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
      double x = block->list_depth > 0 && block->parent < i ? self->text_x[block->parent] : self->left;

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
matchum_composer_init (MatchumComposer *self,
                       MatchumResume *resume,
                       const MatchumTheme *theme,
                       double width,
                       PangoContext *context)
{
  gsize n_blocks;

  g_return_if_fail (self != NULL);
  g_return_if_fail (resume != NULL);
  g_return_if_fail (theme != NULL);

  n_blocks = matchum_resume_get_n_blocks (resume);
  self->resume = resume;
  self->theme = *theme;
  self->families = matchum_type_case_get_families (theme->family, theme->is_serif);
  self->width = width;
  self->left = theme->section == MATCHUM_SECTION_MARGIN ? MIN (theme->column, width * MAX_COLUMN) : 0.0;
  self->context = context;
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

MatchumTypeStyle
matchum_composer_get_style (const MatchumComposer *self, MatchumRowRole role)
{
  const MatchumTheme *theme = &self->theme;
  MatchumTypeStyle style = {
    .context = self->context,
    .families = self->families,
    .size = theme->base_size,
    .wrapping = theme->wrapping,
    .ink = MATCHUM_INK_TEXT,
    .link = MATCHUM_INK_ACCENT,
  };
  double leading = theme->leading;

  switch (role)
    {
    case MATCHUM_ROW_NAME:
      style.size = theme->name_size;
      style.is_bold = TRUE;
      style.alignment = theme->head == MATCHUM_HEAD_CENTRED ? 0.5 : 0.0;
      style.is_aligned = theme->head == MATCHUM_HEAD_BESIDE;
      leading = 1.25;
      break;
    case MATCHUM_ROW_CONTACT:
      style.size = theme->contact_size;
      style.ink = MATCHUM_INK_QUIET;
      style.link = MATCHUM_INK_QUIET;
      style.alignment = theme->head == MATCHUM_HEAD_CENTRED ? 0.5 : theme->head == MATCHUM_HEAD_BESIDE ? 1.0 : 0.0;
      style.is_aligned = theme->head == MATCHUM_HEAD_BESIDE;
      break;
    case MATCHUM_ROW_SECTION:
      style.size = theme->section_size;
      style.is_bold = TRUE;
      style.ink = MATCHUM_INK_ACCENT;
      style.alignment = theme->section == MATCHUM_SECTION_CENTRED ? 0.5 : 0.0;
      style.tracking = theme->section == MATCHUM_SECTION_CENTRED ? TITLE_TRACKING : 0.0;
      leading = theme->section == MATCHUM_SECTION_MARGIN ? theme->leading : 1.3;
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

MatchumRow *
matchum_composer_new_row (const MatchumComposer *self,
                          MatchumRowRole role,
                          MatchumPrintText *text,
                          double x,
                          double width)
{
  MatchumTypeStyle style = matchum_composer_get_style (self, role);

  return matchum_row_new (role, matchum_paragraph_new (text, &style, MAX (width, LEAST_WIDTH)), x);
}

double
matchum_composer_get_body_width (const MatchumComposer *self)
{
  return self->width - self->left;
}

MatchumSpan
matchum_composer_get_whole (const MatchumBlock *block)
{
  return MATCHUM_SPAN (0, matchum_inline_text_get_length (block->content));
}

MatchumPrintText *
matchum_composer_get_text (const MatchumBlock *block, MatchumSpan span)
{
  MatchumPrintText *text = matchum_print_text_new ();

  matchum_print_text_append (text, block->content, span, FALSE);
  matchum_print_text_trim (text);

  return text;
}

void
matchum_composer_mark_addresses (MatchumPrintText *text)
{
  matchum_print_text_mark_addresses (text, MATCHUM_SPAN (0, matchum_print_text_get_length (text)), FALSE);
}

/* --- lines of the source --- */

/* Where the line that holds offset ends in the text of the block: a line break of the source is one space there. */
gsize
matchum_composer_find_line_end (const MatchumComposer *self, const MatchumBlock *block, gsize offset)
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

static gboolean
is_beside (const MatchumComposer *self)
{
  return self->theme.head == MATCHUM_HEAD_BESIDE;
}

/* The place of the name, or of contact. */
static void
get_head_place (const MatchumComposer *self, MatchumRowRole role, double *x, double *width)
{
  double photo = self->theme.has_photo ? MATCHUM_PHOTO_WIDTH + PHOTO_GAP : 0.0;
  double share = is_beside (self) ? NAME_SHARE * (self->width - photo) : 0.0;

  *x = self->left;
  *width = matchum_composer_get_body_width (self);
  if (is_beside (self) && role == MATCHUM_ROW_NAME)
    *width = share;
  else if (is_beside (self))
    {
      *x = share + COLUMN_GAP;
      *width = self->width - *x - photo;
    }
  else if (self->theme.head == MATCHUM_HEAD_CENTRED)
    {
      *x += photo;
      *width -= 2.0 * photo;
    }
  else
    *width -= photo;
}

static MatchumRow *
new_head_row (const MatchumComposer *self, MatchumRowRole role, MatchumPrintText *text)
{
  double x;
  double width;

  get_head_place (self, role, &x, &width);

  return matchum_composer_new_row (self, role, text, x, width);
}

static void
compose_title (const MatchumComposer *self, const MatchumBlock *block, GPtrArray *rows)
{
  g_autoptr (MatchumPrintText) text = matchum_composer_get_text (block, matchum_composer_get_whole (block));

  if (self->theme.section != MATCHUM_SECTION_PLAIN)
    mark_second_name (text);
  g_ptr_array_add (rows, new_head_row (self, MATCHUM_ROW_NAME, text));
}

static void
compose_contact_line (const MatchumComposer *self, MatchumPrintText *line, GPtrArray *rows)
{
  MatchumTypeStyle style = matchum_composer_get_style (self, MATCHUM_ROW_CONTACT);
  g_autoptr (MatchumPrintText) wrapped = NULL;
  double x;
  double width;

  get_head_place (self, MATCHUM_ROW_CONTACT, &x, &width);
  wrapped = matchum_contact_text_wrap (line, &style, width);
  g_ptr_array_add (rows, matchum_composer_new_row (self, MATCHUM_ROW_CONTACT, wrapped, x, width));
}

GPtrArray *
matchum_composer_compose_form_lines (const MatchumComposer *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) matchum_row_free);
  g_autofree char *words =
      matchum_form_lines_dup_text (self->resume, self->theme.shows_birth, self->theme.shows_military);

  if (words != NULL)
    {
      g_autoptr (MatchumPrintText) text = matchum_print_text_new ();

      matchum_print_text_append_literal (text, words);
      compose_contact_line (self, text, rows);
    }

  return rows;
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
      gsize end = matchum_composer_find_line_end (self, block, start);
      g_autoptr (MatchumPrintText) line = matchum_composer_get_text (block, MATCHUM_SPAN (start, end));

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

/* --- sections --- */

/* In a column of its own a title has one line: programs that read row by row would scatter the words of several among
 * what stands beside them. */
static void
compose_section (const MatchumComposer *self, const MatchumBlock *block, GPtrArray *rows)
{
  g_autoptr (MatchumPrintText) text = matchum_composer_get_text (block, matchum_composer_get_whole (block));
  MatchumTypeStyle style = matchum_composer_get_style (self, MATCHUM_ROW_SECTION);
  gboolean is_margin = self->theme.section == MATCHUM_SECTION_MARGIN;
  gboolean spans = is_margin && matchum_paragraph_measure (text, &style) > self->left - COLUMN_GAP;
  MatchumRow *row = matchum_composer_new_row (self, MATCHUM_ROW_SECTION, text, 0.0,
                                              is_margin && !spans ? self->left - COLUMN_GAP : self->width);

  row->spans = spans;
  g_ptr_array_add (rows, row);
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
  MatchumTypeStyle style = matchum_composer_get_style (self, MATCHUM_ROW_ITEM);

  matchum_print_text_append_literal (text, label);
  *width = matchum_paragraph_measure (text, &style);

  return matchum_paragraph_new (text, &style, *width + 2.0);
}

static void
compose_item (const MatchumComposer *self, const MatchumBlock *block, GPtrArray *rows)
{
  g_autoptr (MatchumPrintText) text = matchum_composer_get_text (block, matchum_composer_get_whole (block));
  double x = self->text_x[block->index];
  double width;
  MatchumParagraph *label = create_label (self, block, &width);
  MatchumRow *row;

  if (block->section == MATCHUM_SECTION_SKILLS)
    mark_skill_label (text);
  matchum_print_text_mark_addresses (text, MATCHUM_SPAN (0, matchum_print_text_get_length (text)),
                                     block->section == MATCHUM_SECTION_CONTACT);
  row = matchum_composer_new_row (self, MATCHUM_ROW_ITEM, text, x, self->width - x);
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
      gsize end = matchum_composer_find_line_end (self, block, start);
      g_autoptr (MatchumPrintText) line = matchum_composer_get_text (block, MATCHUM_SPAN (start, end));
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

  text = matchum_composer_get_text (block, rest);
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
  if (self->dated_entry[block->index] == MATCHUM_BLOCK_NONE
      || !matchum_entry_composer_split_line (self, block, &lifted, &split))
    lifted = MATCHUM_SPAN (0, 0);

  text = get_paragraph_text (self, block, lifted.end);
  if (matchum_print_text_get_length (text) == 0)
    return;
  matchum_composer_mark_addresses (text);
  row = matchum_composer_new_row (self, is_quote ? MATCHUM_ROW_QUOTE : MATCHUM_ROW_PARAGRAPH, text, x, self->width - x);
  row->list_depth = block->list_depth;
  g_ptr_array_add (rows, row);
}

/* Columns stay where they are, whatever script is in them. */
static void
turn_rows (const MatchumComposer *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      MatchumRow *row = g_ptr_array_index (rows, i);

      if (row->role == MATCHUM_ROW_SECTION && self->left > 0.0)
        continue;
      if (is_beside (self) && (row->role == MATCHUM_ROW_NAME || row->role == MATCHUM_ROW_CONTACT))
        continue;
      matchum_row_turn (row, self->left, matchum_composer_get_body_width (self));
    }
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
      matchum_entry_composer_compose (self, block, with_line, rows);
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

  turn_rows (self, rows);

  return rows;
}
