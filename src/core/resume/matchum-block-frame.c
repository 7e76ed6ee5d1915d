/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a piece out of a resume at places where Markdown begins anew, reads it, and compares how it reads before and
 * after an edit.
 *
 * A heading closes everything. So does an item, but for the items it stands in; the lines of these are put before it. A
 * paragraph in no list after a blank line begins anew as well. What is read from such a place to the next one reads as
 * it does in the whole text, whatever the size of that. */
#include "config.h"

#include "resume/matchum-block-frame.h"

#include <string.h>

#include "resume/matchum-markdown-resume-reader.h"

/* What stands for headings and text that only matter by being there. */
#define STAND_IN "zz"

static const MatchumBlock *
get_block (MatchumResume *resume, guint index)
{
  return matchum_resume_get_block (resume, index);
}

static MatchumSpan
get_line (MatchumResume *resume, guint line)
{
  return matchum_source_get_line_text (matchum_resume_get_source (resume), line);
}

static gboolean
is_after_blank_line (MatchumResume *resume, const MatchumBlock *block)
{
  const char *text = matchum_source_get_text (matchum_resume_get_source (resume));
  MatchumSpan span;

  if (block->first_line <= 1)
    return TRUE;
  span = get_line (resume, block->first_line - 1);
  while (span.start < span.end && g_ascii_isspace (text[span.start]))
    span.start++;
  return matchum_span_is_empty (span);
}

/* Whether a frame can begin with block. */
static gboolean
begins_anew (MatchumResume *resume, const MatchumBlock *block)
{
  return block->kind == MATCHUM_BLOCK_ITEM
         || (block->heading == 0 && block->list_depth == 0 && is_after_blank_line (resume, block));
}

/* Whether a paragraph in the place of a block would be the first under its heading, remarks not counted: dates in such
 * a one are read in their own way. */
static gboolean
is_first_under_heading (MatchumResume *resume, const MatchumBlock *block)
{
  guint i = block->index;

  while (i > 0 && get_block (resume, i - 1)->kind == MATCHUM_BLOCK_REMARK)
    i--;
  return i > 0 && get_block (resume, i - 1)->heading > 0;
}

static const MatchumBlock *
find_heading (MatchumResume *resume, guint index)
{
  const MatchumBlock *block = get_block (resume, index);

  while (block->heading == 0 && block->parent != MATCHUM_BLOCK_NONE)
    block = get_block (resume, block->parent);
  return block->heading > 0 ? block : NULL;
}

static void
append_headings (GString *head, const MatchumBlock *heading)
{
  g_string_append (head, "# " STAND_IN "\n\n");
  if (heading != NULL && heading->kind != MATCHUM_BLOCK_TITLE)
    g_string_append (head, "## " STAND_IN "\n\n");
  if (heading != NULL && heading->kind == MATCHUM_BLOCK_ENTRY)
    g_string_append (head, "### " STAND_IN "\n\n");
}

/* The own lines of the items that block stands in, outermost first. */
static void
append_items_around (MatchumResume *resume, GString *head, const MatchumBlock *start)
{
  const MatchumBlock *block = start;
  const char *text = matchum_source_get_text (matchum_resume_get_source (resume));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  while (block->list_depth > 1 && block->parent != MATCHUM_BLOCK_NONE)
    {
      block = get_block (resume, block->parent);
      if (block->list_depth > 0)
        g_ptr_array_add (items, (gpointer) block);
    }
  for (guint i = items->len; i-- > 0;)
    {
      const MatchumBlock *item = g_ptr_array_index (items, i);

      g_string_append_len (head, text + item->span.start, (gssize) matchum_span_get_length (item->span));
    }
  /* Only the first number of a list may follow upon a line of text. */
  if (items->len > 0 && start->number > 1)
    g_string_append_c (head, '\n');
}

static void
count_head (MatchumBlockFrame *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->head, strlen (self->head));
  g_autoptr (MatchumSource) source = matchum_source_new ("head", bytes, NULL);
  g_autoptr (MatchumResume) read = source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;

  self->n_head_blocks = read != NULL ? matchum_resume_get_n_blocks (read) : 0;
  for (const char *p = self->head; *p != '\0'; p++)
    self->n_head_lines += *p == '\n';
}

/* Where the lines of block begin, or those after the heading before it where nothing begins anew with block; blank
 * lines before the very first one are taken along. */
static guint
find_first_line (MatchumBlockFrame *self, guint block, const MatchumBlock *start)
{
  guint line;

  if (block > 0 && start == NULL)
    return get_block (self->resume, block - 1)->last_line + 1;
  line = get_block (self->resume, block)->first_line;
  while (block == 0 && line > 1 && matchum_resume_is_blank_line (self->resume, line - 1))
    line--;
  return line;
}

/* Begins at the last place before first where that can be done, or else after a heading. */
static void
find_start (MatchumBlockFrame *self, guint first, gboolean is_wide)
{
  GString *head = g_string_new (NULL);
  const MatchumBlock *start = NULL;
  guint i = first;

  while (start == NULL && i > 0)
    {
      const MatchumBlock *block = get_block (self->resume, i - 1);

      if (block->heading > 0)
        break;
      i--;
      if (!is_wide && begins_anew (self->resume, block))
        start = block;
    }
  self->first_block = i;
  self->first_line = find_first_line (self, i, start);
  append_headings (head, start != NULL ? find_heading (self->resume, i)
                         : i > 0       ? get_block (self->resume, i - 1)
                                       : NULL);
  if (start != NULL && start->list_depth == 0 && !is_first_under_heading (self->resume, start))
    g_string_append (head, STAND_IN "\n\n");
  if (start != NULL)
    append_items_around (self->resume, head, start);
  self->head = g_string_free (head, FALSE);
  count_head (self);
}

static void
find_end (MatchumBlockFrame *self, guint end, gboolean is_wide)
{
  MatchumSource *source = matchum_resume_get_source (self->resume);
  const guint n = matchum_resume_get_n_blocks (self->resume);
  gboolean is_done = FALSE;
  guint last_line;

  while (end < n && !is_done)
    {
      const MatchumBlock *block = get_block (self->resume, end++);

      is_done = block->heading > 0 || (!is_wide && begins_anew (self->resume, block));
    }
  self->end_block = end;
  last_line = is_done ? get_block (self->resume, end - 1)->last_line : matchum_source_get_n_lines (source);
  self->span.start = self->first_line <= matchum_source_get_n_lines (source)
                         ? get_line (self->resume, self->first_line).start
                         : matchum_source_get_length (source);
  self->span.end = is_done ? get_block (self->resume, end - 1)->span.end : matchum_source_get_length (source);
  self->span.end = MAX (self->span.start, self->span.end);
  g_assert (last_line + 1 >= self->first_line);
}

static MatchumResume *
read_text (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (MatchumSource) source = matchum_source_new ("frame", bytes, NULL);

  return source != NULL ? matchum_markdown_resume_reader_read (source, NULL) : NULL;
}

static MatchumResume *
read_frame (MatchumBlockFrame *self, const MatchumBlockChange *change)
{
  const char *source = matchum_source_get_text (matchum_resume_get_source (self->resume));
  g_autoptr (GString) text = g_string_new (self->head);
  gsize done = self->span.start;

  if (change != NULL)
    {
      g_string_append_len (text, source + done, (gssize) (change->span.start - done));
      g_string_append (text, change->text);
      done = change->span.end;
    }
  g_string_append_len (text, source + done, (gssize) (self->span.end - done));
  return read_text (text->str, text->len);
}

/* The parent of block, told the same way for the source and for what was read. */
static gboolean
have_same_parent (const MatchumBlock *a,
                  guint n_before_a,
                  const MatchumBlock *b,
                  guint n_before_b,
                  gint shift,
                  guint from)
{
  const gboolean is_outside_a = a->parent == MATCHUM_BLOCK_NONE || a->parent < n_before_a;
  const gboolean is_outside_b = b->parent == MATCHUM_BLOCK_NONE || b->parent < n_before_b;

  /* The levels of headings tell; which of them is the title is a question of the whole resume. */
  if (a->heading > 0)
    return TRUE;
  if (is_outside_a || is_outside_b)
    return is_outside_a == is_outside_b;
  return (gint) (a->parent - n_before_a) + (a->parent - n_before_a >= from ? shift : 0)
         == (gint) (b->parent - n_before_b);
}

/* Whether two blocks are of one kind. Which kind a heading is, is a question of the whole resume. */
static gboolean
are_alike (const MatchumBlock *a, const MatchumBlock *b)
{
  if (a->heading > 0 || b->heading > 0)
    return a->heading == b->heading;
  return a->kind == b->kind && a->list_depth == b->list_depth;
}

/* Whether what was read without an edit is what stands in the resume. */
static gboolean
is_true (MatchumBlockFrame *self)
{
  const guint n = self->end_block - self->first_block;

  if (self->before == NULL || matchum_resume_get_n_blocks (self->before) != self->n_head_blocks + n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const MatchumBlock *a = get_block (self->resume, self->first_block + i);
      const MatchumBlock *b = get_block (self->before, self->n_head_blocks + i);

      if (!are_alike (a, b) || a->first_line - self->first_line != b->first_line - self->n_head_lines - 1
          || a->last_line - a->first_line != b->last_line - b->first_line
          || !have_same_parent (a, self->first_block, b, self->n_head_blocks, 0, 0))
        return FALSE;
    }
  return TRUE;
}

static MatchumBlockFrame *
new_frame (MatchumResume *resume, guint first, guint end, gboolean is_wide)
{
  MatchumBlockFrame *self = g_new0 (MatchumBlockFrame, 1);

  self->resume = resume;
  find_start (self, first, is_wide);
  find_end (self, end, is_wide);
  self->before = read_frame (self, NULL);
  if (is_true (self))
    return self;
  matchum_block_frame_free (self);
  return NULL;
}

MatchumBlockFrame *
matchum_block_frame_new (MatchumResume *resume, guint first, guint end)
{
  MatchumBlockFrame *self;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (first <= end && end <= matchum_resume_get_n_blocks (resume), NULL);

  self = new_frame (resume, first, end, FALSE);
  return self != NULL ? self : new_frame (resume, first, end, TRUE);
}

void
matchum_block_frame_free (MatchumBlockFrame *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->before, matchum_resume_unref);
  g_free (self->head);
  g_free (self);
}

static gboolean
is_same_block (const MatchumBlock *a, const MatchumBlock *b)
{
  return are_alike (a, b) && a->is_dates == b->is_dates && a->last_line - a->first_line == b->last_line - b->first_line
         && g_str_equal (matchum_block_get_text (a), matchum_block_get_text (b));
}

static gboolean
is_kind_kept (const MatchumBlock *a, const MatchumBlock *b, const MatchumBlockChange *change)
{
  if (change->is_remark && b->kind == MATCHUM_BLOCK_REMARK)
    return a->list_depth == b->list_depth;
  return are_alike (a, b);
}

/* Whether all blocks but those of the change are what they were. */
static gboolean
is_kept (MatchumBlockFrame *self, MatchumResume *after, const MatchumBlockChange *change)
{
  const guint first = change->first - self->first_block, end = change->end - self->first_block;
  const guint n = self->end_block - self->first_block;
  const gint shift = (gint) change->n_after - (gint) (end - first);

  if ((gint) matchum_resume_get_n_blocks (after) != (gint) (self->n_head_blocks + n) + shift)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const gboolean is_replaced = i >= first && i < end;
      const MatchumBlock *a = get_block (self->before, self->n_head_blocks + i);
      const MatchumBlock *b;

      if (is_replaced && end - first != change->n_after)
        continue;
      b = get_block (after, (guint) ((gint) (self->n_head_blocks + i) + (i >= end ? shift : 0)));
      if (is_replaced ? !is_kind_kept (a, b, change) : !is_same_block (a, b))
        return FALSE;
      if (!have_same_parent (a, self->n_head_blocks, b, self->n_head_blocks, shift, end))
        return FALSE;
    }
  return TRUE;
}

MatchumResume *
matchum_block_frame_try (MatchumBlockFrame *self, const MatchumBlockChange *change)
{
  g_autoptr (MatchumResume) after = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (change->span.start >= self->span.start && change->span.end <= self->span.end, NULL);

  after = read_frame (self, change);
  return after != NULL && is_kept (self, after, change) ? g_steal_pointer (&after) : NULL;
}

const MatchumBlock *
matchum_block_frame_get (MatchumBlockFrame *self, MatchumResume *read, guint block)
{
  return get_block (read, self->n_head_blocks + block - self->first_block);
}

gsize
matchum_block_frame_get_source_offset (MatchumBlockFrame *self, gsize offset)
{
  return self->span.start + (offset - strlen (self->head));
}
