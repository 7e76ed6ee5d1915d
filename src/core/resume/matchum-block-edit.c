/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts other words into a block of a resume.
 *
 * What is written is tried in a small frame around the block before it is given back, so that whatever the words look
 * like, every other block reads as it did. First come the lines as they were typed, with backslashes where they are
 * needed; where that does not do, the words go into one line. */
#include "config.h"

#include "resume/matchum-block-edit.h"

#include <string.h>

#include "resume/matchum-block-anatomy.h"
#include "resume/matchum-block-frame.h"
#include "resume/matchum-block-words.h"

/* Indentation that makes code of a line. */
#define CODE_COLUMNS 4

/* How hard words are kept from being anything else. */
typedef enum {
  WAY_LINES,  /* lines as they were typed */
  WAY_JOINED, /* in one line */
  WAY_APART,  /* in one line, parted by blank lines from the lines around it */
  WAY_PLAIN,  /* the same, and markup shows as what it is */
  N_WAYS,
} Way;

typedef struct {
  MatchumSource *source;
  const char *text;
  const char *line_end;
  const MatchumBlock *block;
  MatchumBlockFrame *frame;
  MatchumBlockAnatomy *anatomy;
  GPtrArray *old_lines; /* of char * */
  GPtrArray *lines;     /* of char *, as they were typed */
  char *wanted;         /* the text that the words say, or NULL where any will do */
  gboolean is_remark;
  MatchumSpan changed; /* what is found: bytes of the source, in whose place something else is to stand */
} Edit;

static MatchumSpan
get_old_span (Edit *self, guint index)
{
  return g_array_index (self->anatomy->lines, MatchumSpan, index);
}

static char *
dup_old_line (Edit *self, guint index)
{
  MatchumSpan span = get_old_span (self, index);

  return g_strndup (self->text + span.start, matchum_span_get_length (span));
}

static gboolean
is_code (Edit *self)
{
  return self->anatomy->form == MATCHUM_BLOCK_FORM_FENCED || self->anatomy->form == MATCHUM_BLOCK_FORM_INDENTED;
}

static gboolean
is_one_line (Edit *self)
{
  return self->anatomy->form == MATCHUM_BLOCK_FORM_HEADING || self->anatomy->form == MATCHUM_BLOCK_FORM_UNDERLINED;
}

/* The line end that block has, or else the first of the text. */
static const char *
find_line_end (MatchumSource *source, const MatchumBlock *block)
{
  const char *text = matchum_source_get_text (source);
  const char *end = memchr (text + block->span.start, '\n', matchum_span_get_length (block->span));

  if (end == NULL)
    end = strchr (text, '\n');
  return end != NULL && end > text && end[-1] == '\r' ? "\r\n" : "\n";
}

static gboolean
edit_init (Edit *self, MatchumResume *resume, guint block)
{
  *self = (Edit){ 0 };
  self->source = matchum_resume_get_source (resume);
  self->text = matchum_source_get_text (self->source);
  self->block = matchum_resume_get_block (resume, block);
  self->line_end = find_line_end (self->source, self->block);
  if (self->block->kind == MATCHUM_BLOCK_REMARK)
    return FALSE;
  self->frame = matchum_block_frame_new (resume, block, block + 1);
  self->anatomy = self->frame != NULL ? matchum_block_anatomy_new (self->frame, block) : NULL;
  if (self->anatomy == NULL)
    return FALSE;
  self->old_lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->anatomy->lines->len; i++)
    g_ptr_array_add (self->old_lines, dup_old_line (self, i));
  return TRUE;
}

static void
edit_clear (Edit *self)
{
  g_clear_pointer (&self->anatomy, matchum_block_anatomy_free);
  g_clear_pointer (&self->frame, matchum_block_frame_free);
  g_clear_pointer (&self->old_lines, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
}

static char *
dup_markdown (Edit *self)
{
  GString *markdown = g_string_new (NULL);

  for (guint i = 0; i < self->old_lines->len; i++)
    g_string_append_printf (markdown, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (self->old_lines, i));
  return g_string_free (markdown, FALSE);
}

/* How many lines at the beginning are what they were. */
static guint
count_kept_before (Edit *self, GPtrArray *lines)
{
  const guint n = MIN (lines->len, self->old_lines->len);
  guint i = 0;

  while (i < n && g_str_equal (g_ptr_array_index (lines, i), g_ptr_array_index (self->old_lines, i)))
    i++;
  return i;
}

/* The same for the end; the first line, which has the marks of the block before it, is none of these. */
static guint
count_kept_after (Edit *self, GPtrArray *lines, guint n_before)
{
  const guint first = MAX (n_before, is_code (self) ? 0 : 1);
  guint n = 0;

  while (n + first < lines->len && n + first < self->old_lines->len
         && g_str_equal (g_ptr_array_index (lines, lines->len - 1 - n),
                         g_ptr_array_index (self->old_lines, self->old_lines->len - 1 - n)))
    n++;
  return n;
}

static gboolean
is_any_line_kept (Edit *self, GPtrArray *lines)
{
  const guint n_before = count_kept_before (self, lines);

  return n_before > 0 || count_kept_after (self, lines, n_before) > 0;
}

/* A line as it stands in the source, marks before it included but for those of the first. */
static void
append_old_line (Edit *self, GString *out, guint index)
{
  MatchumSpan span = get_old_span (self, index);

  if (index > 0 || is_code (self))
    span.start = matchum_source_get_line_text (self->source, self->anatomy->first_line + index).start;
  g_string_append_len (out, self->text + span.start, (gssize) matchum_span_get_length (span));
}

/* A blank line has no blanks at its end. */
static void
append_new_line (Edit *self, GString *out, const char *line, gboolean has_marks)
{
  gsize length;

  if (!has_marks)
    {
      g_string_append (out, line);
      return;
    }
  length = strlen (self->anatomy->prefix);
  while (*line == '\0' && length > 0 && g_ascii_isspace (self->anatomy->prefix[length - 1]))
    length--;
  g_string_append_len (out, self->anatomy->prefix, (gssize) length);
  g_string_append (out, line);
}

/* lines: as they are to be written; typed: the same as they were typed. */
static void
append_lines (Edit *self, GString *out, GPtrArray *lines, GPtrArray *typed)
{
  const guint n_before = count_kept_before (self, typed);
  const guint n_after = count_kept_after (self, typed, n_before);

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append (out, self->line_end);
      if (i < n_before)
        append_old_line (self, out, i);
      else if (i >= lines->len - n_after)
        append_old_line (self, out, self->old_lines->len - (lines->len - i));
      else
        append_new_line (self, out, g_ptr_array_index (lines, i), i > 0 || is_code (self));
    }
}

static gboolean
is_blank_line (GPtrArray *lines, guint index)
{
  return matchum_block_words_is_blank (g_ptr_array_index (lines, index));
}

static gboolean
begins_paragraph (GPtrArray *lines, guint index)
{
  return index == 0 || is_blank_line (lines, index - 1);
}

/* Whether a line must not make a table of the one before it. */
static gboolean
makes_table (Edit *self, GPtrArray *lines, guint index)
{
  return index > 0 && begins_paragraph (lines, index - 1) && !self->anatomy->is_table
         && matchum_block_words_is_table (g_ptr_array_index (lines, index - 1), g_ptr_array_index (lines, index));
}

/* Whether a line of an item that has HTML in it already may go on being some: words that begin with it, or a comment by
 * itself. */
static gboolean
may_be_html (const char *line, guint index)
{
  return line[0] == '<' && (index == 0 || matchum_block_words_is_remark (line));
}

static char *
escape_line (Edit *self, GPtrArray *lines, guint index)
{
  const char *line = g_ptr_array_index (lines, index);
  const gboolean is_first = begins_paragraph (lines, index);

  if (self->is_remark || (self->anatomy->has_html && may_be_html (line, index)))
    return g_strdup (line);
  if (makes_table (self, lines, index) || (is_first && matchum_block_words_are_defined (lines, index)))
    return g_strdup_printf ("\\%s", line);
  return matchum_block_words_escape (line, is_first || (self->anatomy->has_html && line[0] == '<'));
}

static GPtrArray *
escape_lines (Edit *self)
{
  const guint n_before = count_kept_before (self, self->lines);
  const guint n_after = count_kept_after (self, self->lines, n_before);
  GPtrArray *escaped = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (escaped, i < n_before || i >= self->lines->len - n_after
                                  ? g_strdup (g_ptr_array_index (self->lines, i))
                                  : escape_line (self, self->lines, i));
  return escaped;
}

/* All of the words in one line. */
static char *
dup_single_line (Edit *self, Way way)
{
  g_autofree char *joined = matchum_block_words_join (self->lines);
  g_autoptr (GPtrArray) single = g_ptr_array_new ();

  if (self->anatomy->form == MATCHUM_BLOCK_FORM_HEADING)
    return matchum_block_words_escape_heading (joined);
  if (way == WAY_PLAIN)
    return matchum_block_words_escape_all (joined);
  g_ptr_array_add (single, joined);
  /* Over a line of === it is no heading of its own, but too much like one to be told apart by everyone. */
  if (self->anatomy->form == MATCHUM_BLOCK_FORM_UNDERLINED && joined[0] == '#')
    return g_strdup_printf ("\\%s", joined);
  return escape_line (self, single, 0);
}

/* Whether nothing parts two blocks: lines of dates and what is around them in one paragraph are such ones, or an item
 * that has been empty so far and the text below it. */
static gboolean
are_joined (Edit *self, guint first, guint second)
{
  const MatchumBlock *a, *b;

  if (second >= matchum_resume_get_n_blocks (self->frame->resume))
    return FALSE;
  a = matchum_resume_get_block (self->frame->resume, first);
  b = matchum_resume_get_block (self->frame->resume, second);
  return (b->kind == MATCHUM_BLOCK_PARAGRAPH || b->heading > 0) && a->last_line + 1 == b->first_line;
}

/* Writes the words as they come to stand in the source. */
static void
append_words (Edit *self, GString *out, Way way)
{
  g_autofree char *line = NULL;
  const gboolean is_apart = way >= WAY_APART && !is_one_line (self);

  if (self->anatomy->needs_blank)
    g_string_append_c (out, ' ');
  if (way == WAY_LINES && !is_one_line (self))
    {
      g_autoptr (GPtrArray) escaped = escape_lines (self);

      append_lines (self, out, escaped, self->lines);
      return;
    }
  if (is_apart && self->block->index > 0 && are_joined (self, self->block->index - 1, self->block->index))
    g_string_append_printf (out, "%s", self->line_end);
  line = dup_single_line (self, way);
  g_string_append (out, line);
  if (is_apart && are_joined (self, self->block->index, self->block->index + 1))
    g_string_append_printf (out, "%s%s", self->line_end, self->line_end);
}

static MatchumSpan
get_words_span (Edit *self)
{
  return MATCHUM_SPAN (get_old_span (self, 0).start, get_old_span (self, self->old_lines->len - 1).end);
}

/* Blanks before the line that was joined to the words go where they would make code of it once it is parted from them.
 */
static MatchumSpan
get_changed_span (Edit *self, Way way)
{
  MatchumSpan span = get_words_span (self);
  guint column = 0;

  if (way < WAY_APART || is_one_line (self) || !are_joined (self, self->block->index, self->block->index + 1))
    return span;
  for (span.end = self->block->span.end; self->text[span.end] == ' ' || self->text[span.end] == '\t'; span.end++)
    column = self->text[span.end] == '\t' ? (column / 4 + 1) * 4 : column + 1;
  if (column < CODE_COLUMNS)
    span.end = self->block->span.end;
  return span;
}

/* Whether a change leaves the other blocks alone. *says_it: whether the block says what it should. */
static gboolean
try_change (Edit *self, MatchumSpan span, const char *text, gboolean *says_it)
{
  const MatchumBlockChange change = {
    .span = span,
    .text = text,
    .first = self->block->index,
    .end = self->block->index + 1,
    .n_after = 1,
    .is_remark = self->is_remark,
  };
  g_autoptr (MatchumResume) after = matchum_block_frame_try (self->frame, &change);
  g_autofree char *said = NULL;

  if (after == NULL)
    return FALSE;
  said = matchum_block_words_squeeze (
      matchum_block_get_text (matchum_block_frame_get (self->frame, after, self->block->index)));
  *says_it = self->wanted == NULL || g_str_equal (said, self->wanted);
  return TRUE;
}

/* What is to stand in the place of self->changed. */
static char *
replace_words (Edit *self)
{
  g_autofree char *second_best = NULL;
  MatchumSpan second_span = { 0, 0 };

  for (Way way = WAY_LINES; way < N_WAYS; way++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean says_it = FALSE;

      self->changed = get_changed_span (self, way);
      append_words (self, text, way);
      if (!try_change (self, self->changed, text->str, &says_it))
        continue;
      if (says_it)
        return g_strdup (text->str);
      if (second_best != NULL)
        continue;
      second_best = g_strdup (text->str);
      second_span = self->changed;
    }
  self->changed = second_span;
  return g_steal_pointer (&second_best);
}

/* The length a fence must have so that no line of code ends it. */
static gsize
find_fence_length (Edit *self)
{
  const char fence = self->text[self->anatomy->opening.start];
  gsize length = matchum_span_get_length (self->anatomy->opening);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *line = g_ptr_array_index (self->lines, i);
      gsize run;

      line += strspn (line, " \t");
      run = strspn (line, (char[]){ fence, '\0' });
      if (line[run + strspn (line + run, " \t")] == '\0')
        length = MAX (length, run + 1);
    }
  return length;
}

static void
append_fence (Edit *self, GString *out, gsize length)
{
  const char fence = self->text[self->anatomy->opening.start];

  for (gsize i = 0; i < length; i++)
    g_string_append_c (out, fence);
}

/* Everything from the opening fence to the closing one. */
static char *
replace_fenced (Edit *self)
{
  const MatchumBlockAnatomy *anatomy = self->anatomy;
  const gsize length = find_fence_length (self);
  const guint opening_line = anatomy->first_line - 1;
  g_autoptr (GString) text = g_string_new (NULL);
  MatchumSpan span = { anatomy->opening.start, matchum_source_get_line_span (self->source, opening_line).end };
  gboolean says_it;

  append_fence (self, text, length);
  g_string_append_len (text, self->text + anatomy->opening.end, (gssize) (span.end - anatomy->opening.end));
  g_string_append (text, self->line_end);
  append_lines (self, text, self->lines, self->lines);
  if (self->old_lines->len > 0)
    span.end = get_old_span (self, self->old_lines->len - 1).end;
  if (!matchum_span_is_empty (anatomy->closing))
    {
      gsize start = matchum_source_get_line_at (self->source, anatomy->closing.start);

      start = matchum_source_get_line_text (self->source, (guint) start).start;
      g_string_append (text, self->line_end);
      g_string_append_len (text, self->text + start, (gssize) (anatomy->closing.start - start));
      append_fence (self, text, MAX (length, matchum_span_get_length (anatomy->closing)));
      span.end = anatomy->closing.end;
    }
  self->changed = span;
  return try_change (self, span, text->str, &says_it) ? g_strdup (text->str) : NULL;
}

static char *
replace_indented (Edit *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MatchumSpan span = { matchum_source_get_line_text (self->source, self->anatomy->first_line).start,
                       get_words_span (self).end };
  gboolean says_it;

  append_lines (self, text, self->lines, self->lines);
  self->changed = span;
  return try_change (self, span, text->str, &says_it) ? g_strdup (text->str) : NULL;
}

static gboolean
has_blank_lines (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (is_blank_line (lines, i))
      return TRUE;
  return FALSE;
}

/* Blank lines stay where there were some, but never two on end; indentation stays in lines that were not changed. */
static void
split_mixed (Edit *self, const char *markdown)
{
  guint n_before, n_after;
  const gboolean keeps_blank = has_blank_lines (self->old_lines);

  self->lines = matchum_block_words_split_raw (markdown);
  n_before = count_kept_before (self, self->lines);
  n_after = count_kept_after (self, self->lines, n_before);
  for (guint i = self->lines->len - n_after; i-- > n_before;)
    {
      char *line = g_ptr_array_index (self->lines, i);

      if (!is_blank_line (self->lines, i))
        g_strchug (line);
      else if (!keeps_blank || i == 0 || is_blank_line (self->lines, i - 1))
        g_ptr_array_remove_index (self->lines, i);
      else
        *line = '\0';
    }
  if (self->lines->len > 0)
    g_strchomp (g_ptr_array_index (self->lines, self->lines->len - 1));
}

static void
split_words (Edit *self, const char *markdown)
{
  g_autofree char *turned = NULL;

  self->is_remark = matchum_block_words_is_remark (markdown) && !is_one_line (self);
  if (self->anatomy->form == MATCHUM_BLOCK_FORM_MIXED)
    {
      split_mixed (self, markdown);
      if (!self->anatomy->has_html && !self->is_remark)
        {
          matchum_block_words_join_html (self->lines);
          matchum_block_words_show_html (self->lines);
        }
      if (!self->anatomy->has_html && !is_any_line_kept (self, self->lines))
        self->wanted = matchum_block_words_dup_text (self->lines);
      return;
    }
  turned = self->is_remark || self->anatomy->form == MATCHUM_BLOCK_FORM_HEADING
               ? g_strdup (markdown)
               : matchum_block_words_turn_remarks (markdown);
  self->lines = matchum_block_words_split (turned);
  if (!self->is_remark && self->anatomy->form != MATCHUM_BLOCK_FORM_HEADING)
    {
      matchum_block_words_join_html (self->lines);
      matchum_block_words_show_html (self->lines);
    }
  if (!(self->anatomy->is_table && self->lines->len > 1
        && matchum_block_words_is_table (g_ptr_array_index (self->lines, 0), g_ptr_array_index (self->lines, 1))))
    self->wanted = matchum_block_words_dup_text (self->lines);
}

static char *
replace (Edit *self, const char *markdown)
{
  if (is_code (self))
    {
      self->lines = matchum_block_words_split_raw (markdown);
      return self->anatomy->form == MATCHUM_BLOCK_FORM_FENCED ? replace_fenced (self) : replace_indented (self);
    }
  split_words (self, markdown);
  return replace_words (self);
}

/**
 * matchum_block_edit_is_possible:
 *
 * A remark is HTML: what ends it is a matter of its own words, so that other words might well swallow the blocks after
 * it. It can only be removed. Neither can blocks be edited that only their neighbours make what they are, such as items
 * of lists nested beyond all reason.
 */
gboolean
matchum_block_edit_is_possible (MatchumResume *resume, guint block)
{
  gboolean is_possible;
  Edit edit;

  g_return_val_if_fail (resume != NULL, FALSE);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (resume), FALSE);

  is_possible = edit_init (&edit, resume, block);
  edit_clear (&edit);
  return is_possible;
}

/**
 * matchum_block_edit_dup_markdown:
 *
 * Bold, links, code and HTML comments are in it as they are in the source; what makes the block a block is not: bullet,
 * number, #, quote marks, indentation, fences. Of an item of several paragraphs all of them are there, with the blank
 * lines between them; of a table, its lines.
 *
 * Returns: (transfer full) (nullable): the words, empty for an empty item
 */
char *
matchum_block_edit_dup_markdown (MatchumResume *resume, guint block)
{
  char *markdown = NULL;
  Edit edit;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (resume), NULL);

  if (edit_init (&edit, resume, block))
    markdown = dup_markdown (&edit);
  edit_clear (&edit);
  return markdown;
}

/* Finds what is to stand in the place of which bytes; NULL where the words are white, or cannot be put there. A text
 * that changes nothing stands in the place of none. */
static char *
find_change (Edit *self, const char *markdown, MatchumSpan *span)
{
  g_autofree char *old_markdown = dup_markdown (self);
  char *text = NULL;

  *span = MATCHUM_SPAN (self->block->span.start, self->block->span.start);
  if (g_str_equal (markdown, old_markdown))
    return g_strdup ("");
  if (matchum_block_words_is_blank (markdown))
    return NULL;
  text = replace (self, markdown);
  if (text != NULL)
    *span = self->changed;
  return text;
}

char *
matchum_block_edit_find_change (MatchumResume *resume,
                                guint block,
                                const char *markdown,
                                MatchumSpan *span,
                                gsize *cost)
{
  char *text = NULL;
  Edit edit;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (resume), NULL);
  g_return_val_if_fail (markdown != NULL && g_utf8_validate (markdown, -1, NULL), NULL);
  g_return_val_if_fail (span != NULL && cost != NULL, NULL);

  if (edit_init (&edit, resume, block))
    text = find_change (&edit, markdown, span);
  *cost += edit.frame != NULL ? matchum_span_get_length (edit.frame->span) : 0;
  edit_clear (&edit);
  return text;
}

/**
 * matchum_block_edit_replace:
 * @markdown: UTF-8; lines may be parted by \n or \r\n
 *
 * What matchum_block_edit_dup_markdown() gives makes the very same source. Lines that are not changed keep their bytes,
 * others get the indentation of the block. Blank lines are closed up, but for those in code and in items that have
 * blank lines already; headings are one line. Words that look like a block become text by a backslash, or by going into
 * one line with the words before them. HTML comments at the beginning go to the end; where there is nothing else, the
 * block becomes a remark. Where no way at all were to keep the other blocks, the source stays as it is. Words that are
 * like the name of a section may make other headings sections or entries.
 *
 * Returns: (transfer full) (nullable): the new source
 */
char *
matchum_block_edit_replace (MatchumResume *resume, guint block, const char *markdown)
{
  char *text = NULL;
  Edit edit;

  g_return_val_if_fail (resume != NULL, NULL);
  g_return_val_if_fail (block < matchum_resume_get_n_blocks (resume), NULL);
  g_return_val_if_fail (markdown != NULL && g_utf8_validate (markdown, -1, NULL), NULL);

  if (edit_init (&edit, resume, block))
    {
      MatchumSpan span;
      g_autofree char *change = find_change (&edit, markdown, &span);

      if (change != NULL)
        text = matchum_source_dup_spliced (edit.source, span, change);
      else if (!matchum_block_words_is_blank (markdown))
        text = g_strdup (edit.text);
    }
  edit_clear (&edit);
  return text;
}
