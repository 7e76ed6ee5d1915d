/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the words of a block from the marks around them: bullets, numbers, quotes, fences, indentation. */
#include "config.h"

#include "resume/matchum-block-anatomy.h"

#include <string.h>

#include "resume/matchum-markdown-leaf.h"

/* A block in what its frame was read as. */
typedef struct {
  MatchumBlockFrame *frame;
  MatchumSource *source;
  const char *text;
  const MatchumBlock *block;
  GArray *leaves; /* of MatchumOutlineEvent, borrowed contents */
} Body;

static gboolean
is_blank_char (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
is_leaf (const MatchumOutlineEvent *event)
{
  return event->kind >= MATCHUM_OUTLINE_HEADING && event->kind <= MATCHUM_OUTLINE_HTML;
}

static MatchumSpan
trim_end (const char *text, MatchumSpan span)
{
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  return span;
}

/* The part of a leaf that is the block's: of some paragraphs only some lines are. */
static void
clip_leaf (Body *self, MatchumOutlineEvent *leaf)
{
  const guint first_line = MAX (leaf->first_line, self->block->first_line);

  if (first_line > leaf->first_line)
    leaf->column = (guint) (matchum_markdown_leaf_get_line (self->source, leaf, first_line).start
                            - matchum_source_get_line_text (self->source, first_line).start);
  leaf->first_line = first_line;
  leaf->last_line = MIN (leaf->last_line, self->block->last_line);
}

static void
find_leaves (Body *self, GArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      MatchumOutlineEvent event = g_array_index (events, MatchumOutlineEvent, i);

      if (!is_leaf (&event) || event.last_line < self->block->first_line || event.first_line > self->block->last_line)
        continue;
      clip_leaf (self, &event);
      g_array_append_val (self->leaves, event);
    }
}

static MatchumSpan
get_source_span (Body *self, MatchumSpan span)
{
  return MATCHUM_SPAN (matchum_block_frame_get_source_offset (self->frame, span.start),
                       matchum_block_frame_get_source_offset (self->frame, span.end));
}

static void
append_line (Body *self, MatchumBlockAnatomy *anatomy, MatchumSpan span)
{
  MatchumSpan line = get_source_span (self, span);

  g_array_append_val (anatomy->lines, line);
}

char *
matchum_block_anatomy_dup_continuation (const char *marks, gsize length)
{
  char *blanks = g_strndup (marks, length);

  for (char *p = blanks; *p != '\0'; p++)
    if (*p != '>' && !is_blank_char (*p))
      *p = ' ';
  return blanks;
}

static void
set_prefix (Body *self, MatchumBlockAnatomy *anatomy, guint line, gsize end)
{
  gsize start = matchum_source_get_line_text (self->source, line).start;

  g_free (anatomy->prefix);
  anatomy->prefix = matchum_block_anatomy_dup_continuation (self->text + start, end - start);
}

static void
set_first_line (Body *self, MatchumBlockAnatomy *anatomy, guint line)
{
  anatomy->first_line = line - self->frame->n_head_lines - 1 + self->frame->first_line;
}

static void
take_text (Body *self, MatchumBlockAnatomy *anatomy, const MatchumOutlineEvent *leaf, guint last_line)
{
  set_first_line (self, anatomy, leaf->first_line);
  anatomy->is_table = leaf->kind == MATCHUM_OUTLINE_PARAGRAPH && matchum_markdown_leaf_is_table (self->source, leaf);
  set_prefix (self, anatomy, leaf->first_line,
              matchum_markdown_leaf_get_line (self->source, leaf, leaf->first_line).start);
  for (guint line = leaf->first_line; line <= last_line; line++)
    {
      MatchumSpan span = matchum_markdown_leaf_get_line (self->source, leaf, line);

      append_line (self, anatomy, line == last_line ? trim_end (self->text, span) : span);
    }
}

/* The words of a heading without the # before and after them. */
static MatchumSpan
trim_heading (const char *text, MatchumSpan span)
{
  gsize end;

  while (span.start < span.end && text[span.start] == '#')
    span.start++;
  span = trim_end (text, span);
  for (end = span.end; end > span.start && text[end - 1] == '#';)
    end--;
  if (end == span.start || is_blank_char (text[end - 1]))
    span = trim_end (text, MATCHUM_SPAN (span.start, end));
  while (span.start < span.end && g_ascii_isspace (text[span.start]))
    span.start++;
  return span;
}

static void
take_heading (Body *self, MatchumBlockAnatomy *anatomy, const MatchumOutlineEvent *leaf)
{
  MatchumSpan span = matchum_markdown_leaf_get_line (self->source, leaf, leaf->first_line);

  if (leaf->is_underlined)
    {
      anatomy->form = MATCHUM_BLOCK_FORM_UNDERLINED;
      take_text (self, anatomy, leaf, MAX (leaf->first_line, leaf->last_line - 1));
      return;
    }
  anatomy->form = MATCHUM_BLOCK_FORM_HEADING;
  set_first_line (self, anatomy, leaf->first_line);
  span = trim_heading (self->text, span);
  anatomy->needs_blank = matchum_span_is_empty (span) && self->text[span.start - 1] == '#';
  set_prefix (self, anatomy, leaf->first_line, span.start);
  append_line (self, anatomy, span);
}

/* The lines of code, as many bytes at the end of each as are code. */
static void
take_code_lines (Body *self, MatchumBlockAnatomy *anatomy, const MatchumOutlineEvent *leaf, guint line, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++, line++)
    {
      MatchumSpan span = matchum_source_get_line_span (self->source, line);
      gsize length = g_array_index (leaf->code_lengths, gsize, i);

      span.start = span.end - MIN (length, matchum_span_get_length (span));
      append_line (self, anatomy, span);
    }
}

static MatchumSpan
get_fence (Body *self, MatchumSpan line)
{
  const char fence = self->text[line.start];

  for (line.end = line.start; self->text[line.end] == fence;)
    line.end++;
  return get_source_span (self, line);
}

static void
take_fenced (Body *self, MatchumBlockAnatomy *anatomy, const MatchumOutlineEvent *leaf)
{
  MatchumSpan opening = matchum_markdown_leaf_get_line (self->source, leaf, leaf->first_line);
  guint n_lines = MIN (leaf->code_lengths->len, leaf->last_line - leaf->first_line);

  anatomy->form = MATCHUM_BLOCK_FORM_FENCED;
  anatomy->opening = get_fence (self, opening);
  if (leaf->last_line - leaf->first_line > leaf->code_lengths->len)
    anatomy->closing = get_fence (self, matchum_markdown_leaf_get_line (self->source, leaf, leaf->last_line));
  set_first_line (self, anatomy, leaf->first_line + 1);
  set_prefix (self, anatomy, leaf->first_line, opening.start);
  take_code_lines (self, anatomy, leaf, leaf->first_line + 1, n_lines);
}

static void
take_indented (Body *self, MatchumBlockAnatomy *anatomy, const MatchumOutlineEvent *leaf)
{
  guint n_lines = MIN (leaf->code_lengths->len, leaf->last_line + 1 - leaf->first_line);
  MatchumSpan first = matchum_source_get_line_span (self->source, leaf->first_line);
  gsize length = leaf->code_lengths->len > 0 ? g_array_index (leaf->code_lengths, gsize, 0) : 0;

  anatomy->form = MATCHUM_BLOCK_FORM_INDENTED;
  set_first_line (self, anatomy, leaf->first_line);
  set_prefix (self, anatomy, leaf->first_line, first.end - MIN (length, matchum_span_get_length (first)));
  take_code_lines (self, anatomy, leaf, leaf->first_line, n_lines);
}

/* Where the last marker of a list in the first line of block begins and ends; nothing after limit is looked at. */
static MatchumSpan
find_marker (Body *self, gsize limit)
{
  MatchumSpan marker = { 0, 0 };
  gsize i = matchum_source_get_line_text (self->source, self->block->first_line).start;

  while (i < limit)
    {
      gsize n_digits = strspn (self->text + i, "0123456789");

      if (is_blank_char (self->text[i]) || self->text[i] == '>')
        {
          i++;
          continue;
        }
      if (n_digits == 0 && strchr ("-+*", self->text[i]) == NULL)
        break;
      marker = MATCHUM_SPAN (i, MIN (i + n_digits + 1, limit));
      i = marker.end;
    }
  return marker;
}

static MatchumSpan
find_own_marker (Body *self)
{
  MatchumSpan span = trim_end (self->text, matchum_source_get_line_text (self->source, self->block->first_line));
  const MatchumOutlineEvent *leaf =
      self->leaves->len > 0 ? &g_array_index (self->leaves, MatchumOutlineEvent, 0) : NULL;

  if (leaf != NULL && leaf->first_line == self->block->first_line)
    span.end = matchum_markdown_leaf_get_line (self->source, leaf, leaf->first_line).start;
  return find_marker (self, span.end);
}

/* An item with nothing in it. */
static gboolean
take_empty (Body *self, MatchumBlockAnatomy *anatomy)
{
  MatchumSpan line = matchum_source_get_line_text (self->source, self->block->first_line);
  MatchumSpan trimmed = trim_end (self->text, line);
  MatchumSpan marker = find_marker (self, trimmed.end);
  gsize at = trimmed.end;

  if (self->block->kind != MATCHUM_BLOCK_ITEM || matchum_span_is_empty (marker) || marker.end != trimmed.end)
    return FALSE;
  anatomy->form = MATCHUM_BLOCK_FORM_TEXT;
  anatomy->needs_blank = at >= line.end || !is_blank_char (self->text[at]);
  at += anatomy->needs_blank ? 0 : 1;
  set_first_line (self, anatomy, self->block->first_line);
  set_prefix (self, anatomy, self->block->first_line, at);
  if (anatomy->needs_blank)
    {
      char *prefix = g_strconcat (anatomy->prefix, " ", NULL);

      g_free (anatomy->prefix);
      anatomy->prefix = prefix;
    }
  append_line (self, anatomy, MATCHUM_SPAN (at, at));
  return TRUE;
}

static guint
count_columns (const char *text, gsize length)
{
  guint column = 0;

  for (gsize i = 0; i < length; i++)
    column = text[i] == '\t' ? (column / 4 + 1) * 4 : column + ((text[i] & 0xc0) != 0x80);
  return column;
}

/* A line without the indentation and the marks of quotes that its container asks for. */
static MatchumSpan
cut_container (Body *self, guint line, guint n_columns, guint n_quotes)
{
  MatchumSpan span = matchum_source_get_line_text (self->source, line);
  guint column = 0;

  for (; span.start < span.end; span.start++)
    {
      const char c = self->text[span.start];

      if (c == '>' && n_quotes > 0)
        n_quotes--;
      else if (!is_blank_char (c) || column >= n_columns)
        break;
      column = c == '\t' ? (column / 4 + 1) * 4 : column + 1;
    }
  return span;
}

/* Everything from the first leaf to the last, whatever it is. */
static gboolean
take_mixed (Body *self, MatchumBlockAnatomy *anatomy)
{
  const MatchumOutlineEvent *first = &g_array_index (self->leaves, MatchumOutlineEvent, 0);
  const MatchumOutlineEvent *last = &g_array_index (self->leaves, MatchumOutlineEvent, self->leaves->len - 1);
  MatchumSpan line = matchum_source_get_line_text (self->source, first->first_line);
  gsize start = line.start + first->column;
  MatchumSpan marker = find_own_marker (self);
  guint n_columns;

  if (first->kind == MATCHUM_OUTLINE_CODE && !first->is_fenced && first->first_line == self->block->first_line)
    start = marker.end + 1;
  start = MIN (start, line.end);
  n_columns = count_columns (self->text + line.start, start - line.start);
  anatomy->form = MATCHUM_BLOCK_FORM_MIXED;
  set_first_line (self, anatomy, first->first_line);
  set_prefix (self, anatomy, first->first_line, start);
  for (guint i = first->first_line; i <= last->last_line; i++)
    {
      MatchumSpan span =
          i == first->first_line ? MATCHUM_SPAN (start, line.end) : cut_container (self, i, n_columns, first->n_quotes);

      append_line (self, anatomy, i == last->last_line ? trim_end (self->text, span) : span);
    }
  for (guint i = 0; i < self->leaves->len; i++)
    if (g_array_index (self->leaves, MatchumOutlineEvent, i).kind == MATCHUM_OUTLINE_HTML)
      anatomy->has_html = TRUE;
  return TRUE;
}

static gboolean
take_apart (Body *self, MatchumBlockAnatomy *anatomy)
{
  const MatchumOutlineEvent *leaf = (const MatchumOutlineEvent *) (gpointer) self->leaves->data;

  if (self->block->kind == MATCHUM_BLOCK_REMARK)
    return FALSE;
  if (self->leaves->len == 0)
    return take_empty (self, anatomy);
  if (self->leaves->len > 1 || leaf->kind == MATCHUM_OUTLINE_HTML
      || (self->block->kind == MATCHUM_BLOCK_ITEM && leaf->kind == MATCHUM_OUTLINE_CODE))
    return self->block->kind == MATCHUM_BLOCK_ITEM && take_mixed (self, anatomy);
  if (leaf->kind == MATCHUM_OUTLINE_HEADING)
    take_heading (self, anatomy, leaf);
  else if (leaf->kind == MATCHUM_OUTLINE_PARAGRAPH)
    take_text (self, anatomy, leaf, leaf->last_line);
  else if (leaf->is_fenced)
    take_fenced (self, anatomy, leaf);
  else
    take_indented (self, anatomy, leaf);
  return TRUE;
}

static void
body_init (Body *self, MatchumBlockFrame *frame, guint block, GArray *events)
{
  self->frame = frame;
  self->source = matchum_resume_get_source (frame->before);
  self->text = matchum_source_get_text (self->source);
  self->block = matchum_block_frame_get (frame, frame->before, block);
  self->leaves = g_array_new (FALSE, FALSE, sizeof (MatchumOutlineEvent));
  find_leaves (self, events);
}

static GArray *
read_outline (MatchumBlockFrame *frame)
{
  g_autoptr (MatchumLinkDefinitions) definitions = matchum_link_definitions_new ();

  return matchum_markdown_outline_read (matchum_resume_get_source (frame->before), 1, definitions);
}

MatchumBlockAnatomy *
matchum_block_anatomy_new (MatchumBlockFrame *frame, guint block)
{
  g_autoptr (MatchumBlockAnatomy) self = g_new0 (MatchumBlockAnatomy, 1);
  g_autoptr (GArray) events = NULL;
  gboolean is_done;
  Body body;

  g_return_val_if_fail (frame != NULL, NULL);

  self->lines = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  events = read_outline (frame);
  body_init (&body, frame, block, events);
  is_done = take_apart (&body, self);
  g_array_unref (body.leaves);
  return is_done ? g_steal_pointer (&self) : NULL;
}

void
matchum_block_anatomy_free (MatchumBlockAnatomy *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_free (self->prefix);
  g_free (self);
}

/* One to four blanks between a marker and the words are taken along, more of them belong to code. */
static gsize
measure_gap (Body *self, MatchumSpan marker)
{
  const MatchumOutlineEvent *leaf =
      self->leaves->len > 0 ? &g_array_index (self->leaves, MatchumOutlineEvent, 0) : NULL;
  gsize n = strspn (self->text + marker.end, " \t");

  if (leaf == NULL || leaf->first_line != self->block->first_line || leaf->kind == MATCHUM_OUTLINE_CODE || n > 4)
    return 0;
  return n;
}

char *
matchum_block_anatomy_dup_marker (MatchumBlockFrame *frame, guint block)
{
  g_autoptr (GArray) events = NULL;
  g_autofree char *outer = NULL;
  MatchumSpan marker;
  char *dup = NULL;
  gsize start, gap;
  Body body;

  g_return_val_if_fail (frame != NULL, NULL);

  events = read_outline (frame);
  body_init (&body, frame, block, events);
  marker = find_own_marker (&body);
  if (!matchum_span_is_empty (marker))
    {
      start = matchum_source_get_line_text (body.source, body.block->first_line).start;
      gap = measure_gap (&body, marker);
      outer = matchum_block_anatomy_dup_continuation (body.text + start, marker.start - start);
      dup = g_strdup_printf ("%s%.*s%s", outer, (int) (marker.end + gap - marker.start), body.text + marker.start,
                             gap == 0 ? " " : "");
    }
  g_array_unref (body.leaves);
  return dup;
}
