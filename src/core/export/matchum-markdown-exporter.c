/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what is visible of a resume in the bytes it was read from, and mends what falls apart where something went:
 * blank lines, numbers, indentation and link definitions. */
#include "config.h"

#include "export/matchum-markdown-exporter.h"

#include <string.h>

#include "export/matchum-markdown-check.h"
#include "export/matchum-markdown-plain.h"
#include "text/matchum-clean-text.h"

/* A copy is read again so often, and so many bytes of it, to find what has to be plain, before all of it is. */
#define MAX_CHECKS 64
#define MAX_CHECKED_BYTES (4 * 1024 * 1024)
/* Indentation that makes code of a line. */
#define CODE_COLUMNS 4

typedef struct {
  MatchumResume *resume;
  MatchumSource *source;
  const char *text;
  MatchumVisibility *visibility;
  MatchumLinkDefinitions *definitions;
  guint *last_children; /* of every block, and of no block at the end: the last child written, or MATCHUM_BLOCK_NONE */
  guint *numbers;       /* of every numbered item written: its number now */
  guint *starts;        /* of every numbered item: the number its list begins with */
  gsize *shifts;        /* of every block written: blanks taken from the start of its lines */
  guint8 *is_plain;     /* of every block: whether it is written anew from its words, with what stands in it */
  guint *columns;       /* of every plain block written: where what stands in it begins */
  gboolean keeps_links; /* in plain blocks */
  char *name;           /* that no title gives, or NULL */
  GString *out;
} Writer;

static const MatchumBlock *
get_block (Writer *self, guint index)
{
  return matchum_resume_get_block (self->resume, index);
}

static guint
get_parent_slot (Writer *self, const MatchumBlock *block)
{
  return block->parent != MATCHUM_BLOCK_NONE ? block->parent : matchum_resume_get_n_blocks (self->resume);
}

static gboolean
is_heading (const MatchumBlock *block)
{
  return block->heading > 0;
}

static MatchumSpan
get_line (Writer *self, guint line)
{
  return matchum_source_get_line_text (self->source, line);
}

/* A thematic break by itself. */
static gboolean
is_rule_line (Writer *self, guint line)
{
  MatchumSpan span = get_line (self, line);
  char mark = '\0';
  guint n = 0;

  for (gsize i = span.start; i < span.end; i++)
    {
      const char c = self->text[i];

      if (g_ascii_isspace (c))
        continue;
      if (strchr ("*-_", c) == NULL || (mark != '\0' && c != mark))
        return FALSE;
      mark = c;
      n++;
    }
  return n >= 3;
}

static gboolean
has_blank_line (Writer *self, guint first_line, guint last_line)
{
  for (guint line = first_line; line <= last_line; line++)
    if (matchum_resume_is_blank_line (self->resume, line))
      return TRUE;
  return FALSE;
}

/* Whether a blank line stands between a block and the one before it in the document. */
static gboolean
is_spaced (Writer *self, guint index)
{
  return index > 0
         && has_blank_line (self, get_block (self, index - 1)->last_line + 1, get_block (self, index)->first_line - 1);
}

static gboolean
is_spaced_after (Writer *self, guint index)
{
  return index + 1 < matchum_resume_get_n_blocks (self->resume) && is_spaced (self, index + 1);
}

/* Whether blank lines part an item from its neighbours in the list. */
static gboolean
is_loose (Writer *self, const MatchumBlock *item)
{
  const guint n = matchum_resume_get_n_blocks (self->resume);
  const MatchumBlock *next = item->end < n ? get_block (self, item->end) : NULL;
  const MatchumBlock *before = item->index > 0 ? get_block (self, item->index - 1) : NULL;

  if (next != NULL && next->kind == MATCHUM_BLOCK_ITEM && next->parent == item->parent && is_spaced (self, next->index))
    return TRUE;
  while (before != NULL && before->list_depth > item->list_depth && before->parent != MATCHUM_BLOCK_NONE)
    before = get_block (self, before->parent);
  return before != NULL && before->kind == MATCHUM_BLOCK_ITEM && before->parent == item->parent
         && is_spaced (self, item->index);
}

/* Columns of blanks before the text of line. */
static gsize
get_indentation (Writer *self, guint line)
{
  MatchumSpan span = get_line (self, line);
  gsize columns = 0;

  for (gsize i = span.start; i < span.end && (self->text[i] == ' ' || self->text[i] == '\t'); i++)
    columns = self->text[i] == '\t' ? (columns / 4 + 1) * 4 : columns + 1;
  return columns;
}

static gboolean
is_in_list (const MatchumBlock *block)
{
  return block->list_depth > 0;
}

/* The child of parent, or of nothing, that before is or stands in; NULL where it stands elsewhere. */
static const MatchumBlock *
find_sibling (Writer *self, const MatchumBlock *before, guint parent)
{
  while (before->parent != parent)
    {
      if (before->parent == MATCHUM_BLOCK_NONE)
        return NULL;
      before = get_block (self, before->parent);
    }
  return before;
}

/* Whether a blank line belongs between two blocks between which something went. */
static gboolean
needs_blank_line (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  const MatchumBlock *sibling = find_sibling (self, before, block->parent);

  if (is_heading (before))
    return is_spaced_after (self, before->index) || is_spaced (self, block->index);
  if (block->kind == MATCHUM_BLOCK_ITEM && sibling != NULL && sibling->kind == MATCHUM_BLOCK_ITEM)
    return is_loose (self, sibling) || is_loose (self, block);
  if (block->kind == MATCHUM_BLOCK_ITEM && block->parent == before->index && self->numbers[block->index] <= 1)
    return is_spaced_after (self, before->index) && is_spaced (self, block->index);
  return TRUE;
}

/* The marks of a quote at the start of line, or nothing. */
static char *
dup_quote_marks (Writer *self, guint line)
{
  MatchumSpan span = get_line (self, line);
  gsize end = span.start;

  for (gsize i = span.start; i < span.end && (g_ascii_isspace (self->text[i]) || self->text[i] == '>'); i++)
    if (self->text[i] == '>')
      end = i + 1;
  return g_strndup (self->text + span.start, end - span.start);
}

/* A blank line; within a quote it bears the marks of the quote. */
static void
write_blank_line (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  g_autofree char *marks_before = dup_quote_marks (self, before->last_line);
  g_autofree char *marks = dup_quote_marks (self, block->first_line);

  if (g_str_equal (marks_before, marks))
    g_string_append (self->out, marks);
  g_string_append_c (self->out, '\n');
}

static guint
find_rule (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  for (guint i = before->index; i < block->index; i++)
    for (guint line = get_block (self, i)->last_line + 1; line < get_block (self, i + 1)->first_line; line++)
      if (is_rule_line (self, line) && get_indentation (self, line) < CODE_COLUMNS)
        return line;
  return 0;
}

static void
write_line (Writer *self, guint line)
{
  MatchumSpan span = get_line (self, line);

  g_string_append_len (self->out, self->text + span.start, (gssize) matchum_span_get_length (span));
  g_string_append_c (self->out, '\n');
}

/* Whether a block or a definition went between two blocks that are written one after the other. */
static gboolean
is_something_gone (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  if (block->index != before->index + 1 || self->is_plain[before->index])
    return TRUE;
  for (guint line = before->last_line + 1; line < block->first_line; line++)
    if (matchum_link_definitions_hold_line (self->definitions, line))
      return TRUE;
  return FALSE;
}

/* Whether a blank line belongs between two blocks of which one is plain at least. */
static gboolean
needs_plain_blank_line (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  if (before->kind != MATCHUM_BLOCK_ITEM || block->kind != MATCHUM_BLOCK_ITEM)
    return TRUE;
  if (block->parent == before->parent)
    return is_loose (self, before) || is_loose (self, block);
  return block->number > 0 || !self->is_plain[before->index] || !self->is_plain[block->index];
}

static void
write_plain_gap (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  if (!is_in_list (block) && find_rule (self, before, block) > 0)
    g_string_append (self->out, "\n---\n\n");
  else if (needs_plain_blank_line (self, before, block))
    g_string_append_c (self->out, '\n');
}

static void
write_gap (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  guint rule;

  if (self->is_plain[before->index] || self->is_plain[block->index])
    {
      write_plain_gap (self, before, block);
      return;
    }
  if (!is_something_gone (self, before, block))
    {
      for (guint line = before->last_line + 1; line < block->first_line; line++)
        write_line (self, line);
      return;
    }
  rule = is_in_list (block) ? 0 : find_rule (self, before, block);
  if (rule > 0)
    {
      g_string_append_c (self->out, '\n');
      write_line (self, rule);
      g_string_append_c (self->out, '\n');
    }
  else if (needs_blank_line (self, before, block))
    write_blank_line (self, before, block);
}

/* Blanks to take from the lines of a block so that it does not fall into the list that now stands before it, or out
 * of the one it is in. */
static gsize
find_shift (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  const gsize indentation = get_indentation (self, block->first_line);
  guint sibling = self->last_children[get_parent_slot (self, block)];
  gsize sibling_indentation;

  if (is_in_list (block) && block->parent != MATCHUM_BLOCK_NONE && is_in_list (get_block (self, block->parent)))
    {
      if (block->kind != MATCHUM_BLOCK_ITEM || sibling == MATCHUM_BLOCK_NONE)
        return self->shifts[block->parent];
    }
  if (before == NULL)
    return 0;
  if (!is_in_list (before))
    return indentation >= CODE_COLUMNS && !is_in_list (block) && block->code != MATCHUM_CODE_INDENTED ? indentation : 0;
  if (block->kind != MATCHUM_BLOCK_ITEM)
    return is_something_gone (self, before, block) ? indentation : 0;
  if (sibling == MATCHUM_BLOCK_NONE || get_block (self, sibling)->kind != MATCHUM_BLOCK_ITEM)
    return 0;
  if (!is_something_gone (self, before, block) && self->shifts[sibling] == 0)
    return 0;
  sibling_indentation = get_indentation (self, get_block (self, sibling)->first_line) - self->shifts[sibling];
  return indentation > sibling_indentation ? indentation - sibling_indentation : 0;
}

/* The remarks in one block from a certain one on, in the order of the source. */
typedef struct {
  const MatchumSpan *spans;
  guint n;
} Remarks;

/* Forgets the remarks that end before offset. */
static void
pass_remarks (Remarks *remarks, gsize offset)
{
  for (; remarks->n > 0 && remarks->spans[0].end <= offset; remarks->n--)
    remarks->spans++;
}

/* Appends the bytes of span but for the remarks in it. */
static void
append_without_remarks (Writer *self, GString *line, MatchumSpan span, const Remarks *remarks)
{
  gsize done = span.start;

  for (guint i = 0; i < remarks->n && remarks->spans[i].start < span.end; i++)
    {
      MatchumSpan remark = remarks->spans[i];

      if (remark.start > done)
        g_string_append_len (line, self->text + done, (gssize) (remark.start - done));
      done = CLAMP (remark.end, done, span.end);
      while (line->len > 0 && line->str[line->len - 1] == ' ' && done < span.end && self->text[done] == ' ')
        done++;
    }
  g_string_append_len (line, self->text + done, (gssize) (span.end - done));
}

/* Whether the byte at offset is in a remark. */
static gboolean
is_in_remark (gsize offset, const Remarks *remarks)
{
  for (guint i = 0; i < remarks->n && remarks->spans[i].start <= offset; i++)
    if (matchum_span_contains (remarks->spans[i], offset))
      return TRUE;
  return FALSE;
}

/* Whether a remark is the last thing in a line. */
static gboolean
ends_with_remark (Writer *self, MatchumSpan span, const Remarks *remarks)
{
  while (span.end > span.start && g_ascii_isspace (self->text[span.end - 1]))
    span.end--;
  return span.end > span.start && is_in_remark (span.end - 1, remarks);
}

static gboolean
is_blank_string (const char *text)
{
  return text[strspn (text, " \t\r>")] == '\0';
}

static void
cut_indentation (GString *line, gsize n)
{
  gsize present = strspn (line->str, " ");

  g_string_erase (line, 0, (gssize) MIN (n, present));
}

/* Writes a new number into the first line of an item, which keeps what stands before and after the old one. A list that
 * says 1. 1. 1. goes on doing so, and no number becomes wider than it was: what is under it is indented by that. */
static void
renumber (GString *line, guint old_number, guint start, guint number)
{
  gsize from = strcspn (line->str, "0123456789");
  gsize length = strspn (line->str + from, "0123456789");
  guint64 written = g_ascii_strtoull (line->str + from, NULL, 10);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  if (length == 0 || (written != old_number && written == start) || strlen (digits) > length)
    return;
  g_string_erase (line, (gssize) from, (gssize) length);
  g_string_insert (line, (gssize) from, digits);
}

/* Lines of a paragraph that goes on may stand anywhere, and some are kept from being items by where they stand. */
static gboolean
shifts_all_lines (const MatchumBlock *block)
{
  return is_in_list (block) || block->code != MATCHUM_CODE_NONE;
}

/* The lines of a block as they are written, each with a line feed. */
static void
write_lines (Writer *self, const MatchumBlock *block)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Remarks remarks = { NULL, 0 };
  gboolean is_first = TRUE, needs_blank = FALSE;

  if (block->remarks != NULL)
    remarks = (Remarks){ (const MatchumSpan *) (gpointer) block->remarks->data, block->remarks->len };
  for (guint i = block->first_line; i <= block->last_line; i++)
    {
      MatchumSpan span = get_line (self, i);
      gboolean is_mended;

      pass_remarks (&remarks, span.start);
      is_mended = remarks.n > 0 && remarks.spans[0].start < span.end;
      if (matchum_link_definitions_hold_line (self->definitions, i))
        {
          needs_blank = TRUE;
          continue;
        }
      append_without_remarks (self, line, span, &remarks);
      if (is_mended && is_in_remark (span.end, &remarks) && i < block->last_line)
        continue;
      if (is_mended && ends_with_remark (self, span, &remarks))
        g_string_set_size (line, strlen (g_strchomp (line->str)));
      if ((is_mended || needs_blank) && is_blank_string (line->str))
        {
          needs_blank = !is_first;
          g_string_truncate (line, 0);
          continue;
        }
      if (needs_blank && !is_first)
        g_string_append_c (self->out, '\n');
      if (is_first || shifts_all_lines (block))
        cut_indentation (line, self->shifts[block->index]);
      if (is_first && block->number > 0)
        renumber (line, block->number, self->starts[block->index], self->numbers[block->index]);
      g_string_append_len (self->out, line->str, (gssize) line->len);
      g_string_append_c (self->out, '\n');
      g_string_truncate (line, 0);
      is_first = needs_blank = FALSE;
    }
}

/* The last number of the list that an item belongs to. */
static guint
find_last_number (Writer *self, const MatchumBlock *item)
{
  guint last = item->number;

  for (guint i = item->end; i < matchum_resume_get_n_blocks (self->resume); i = get_block (self, i)->end)
    {
      const MatchumBlock *next = get_block (self, i);

      if (next->parent != item->parent || next->number != last + 1)
        break;
      last = next->number;
    }
  return last;
}

static guint
count_digits (guint number)
{
  guint n = 1;

  for (; number >= 10; number /= 10)
    n++;
  return n;
}

/* Numbers go on from the item before, where that is of the same list, or of one that is now joined with it; but no
 * number may need more room than the one it replaces: what stands under it is indented by that. */
static guint
find_number (Writer *self, const MatchumBlock *block)
{
  guint before = self->last_children[get_parent_slot (self, block)];
  const MatchumBlock *sibling = before != MATCHUM_BLOCK_NONE ? get_block (self, before) : NULL;
  guint next, last;

  if (sibling == NULL || sibling->number == 0)
    return self->starts[block->index];
  next = self->numbers[sibling->index] + 1;
  if (self->starts[sibling->index] == self->starts[block->index] && sibling->number < block->number)
    return next;
  last = next + find_last_number (self, block) - block->number;
  if (sibling->end == block->index || count_digits (last) > count_digits (block->number))
    return self->starts[block->index];
  return next;
}

/* A fence that nothing closes would take what is written after it in. */
static void
close_fence (Writer *self, const MatchumBlock *block)
{
  const MatchumSpan fence = block->open_fence;
  g_autoptr (GString) line = g_string_new (NULL);
  gsize start;

  if (matchum_span_is_empty (fence) || self->is_plain[block->index])
    return;
  start = matchum_source_get_line_span (self->source, matchum_source_get_line_at (self->source, fence.start)).start;
  for (gsize i = start; i < fence.start; i++)
    g_string_append_c (line, strchr ("> \t", self->text[i]) != NULL ? self->text[i] : ' ');
  cut_indentation (line, self->shifts[block->index]);
  g_string_append_len (line, self->text + fence.start, (gssize) matchum_span_get_length (fence));
  g_string_append_printf (self->out, "%s\n", line->str);
}

/* Writes a block anew from its words. */
static void
write_plain (Writer *self, const MatchumBlock *block)
{
  const MatchumBlock *parent = block->parent != MATCHUM_BLOCK_NONE ? get_block (self, block->parent) : NULL;
  const guint column = parent != NULL && parent->kind == MATCHUM_BLOCK_ITEM ? self->columns[parent->index] : 0;

  self->shifts[block->index] = get_indentation (self, block->first_line);
  self->columns[block->index] =
      matchum_markdown_plain_write (self->out, block, column, self->numbers[block->index], self->keeps_links);
}

static void
write_block (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  self->shifts[block->index] = find_shift (self, before, block);
  self->numbers[block->index] = block->number > 0 ? find_number (self, block) : 0;
  if (before != NULL)
    {
      close_fence (self, before);
      write_gap (self, before, block);
    }
  if (self->is_plain[block->index])
    write_plain (self, block);
  else if (self->shifts[block->index] >= CODE_COLUMNS && !is_in_list (block) && block->code == MATCHUM_CODE_INDENTED)
    matchum_markdown_plain_write_code (self->out, "", matchum_block_get_text (block));
  else
    write_lines (self, block);
  self->last_children[get_parent_slot (self, block)] = block->index;
}

static void
find_starts (Writer *self)
{
  const guint n = matchum_resume_get_n_blocks (self->resume);
  g_autofree guint *last = g_new (guint, n + 1);

  for (guint i = 0; i <= n; i++)
    last[i] = MATCHUM_BLOCK_NONE;
  for (guint i = 0; i < n; i++)
    {
      const MatchumBlock *block = get_block (self, i);
      guint before = last[get_parent_slot (self, block)];
      gboolean goes_on = before != MATCHUM_BLOCK_NONE && get_block (self, before)->number > 0
                         && get_block (self, before)->number + 1 == block->number;

      self->starts[i] = goes_on ? self->starts[before] : block->number;
      last[get_parent_slot (self, block)] = i;
    }
}

static gboolean
uses_links (Writer *self, const MatchumBlock *block)
{
  for (guint i = 0; i < matchum_inline_text_get_n_runs (block->content); i++)
    if (matchum_inline_text_get_run (block->content, i)->kind == MATCHUM_INLINE_LINK)
      return TRUE;
  return g_strstr_len (self->text + block->span.start, (gssize) matchum_span_get_length (block->span), "![") != NULL;
}

/* Marks the definitions that visible blocks use. */
static GHashTable *
find_used_definitions (Writer *self)
{
  GHashTable *all = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      const MatchumBlock *block = get_block (self, i);
      g_autoptr (GPtrArray) used = NULL;

      if (!matchum_visibility_is_visible (self->visibility, i) || self->is_plain[i] || !uses_links (self, block))
        continue;
      used = matchum_link_definitions_find_used (self->definitions, self->text + block->span.start,
                                                 matchum_span_get_length (block->span));
      for (guint j = 0; used != NULL && j < used->len; j++)
        g_hash_table_add (all, g_ptr_array_index (used, j));
    }
  return all;
}

static void
write_definitions (Writer *self, const MatchumBlock *last)
{
  g_autoptr (GHashTable) used = find_used_definitions (self);

  if (g_hash_table_size (used) == 0)
    return;
  close_fence (self, last);
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < matchum_link_definitions_get_n (self->definitions); i++)
    {
      const MatchumLinkDefinition *definition = matchum_link_definitions_get (self->definitions, i);

      if (g_hash_table_contains (used, definition))
        g_string_append (self->out, definition->markdown);
    }
}

/* The name that no title gives, or NULL. */
static char *
dup_front_name (Writer *self)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    if (get_block (self, i)->kind == MATCHUM_BLOCK_TITLE)
      return NULL;
  return matchum_visibility_dup_name (self->visibility);
}

/* The same as a title. */
static void
write_name (Writer *self)
{
  if (self->name == NULL)
    return;
  g_string_append (self->out, "# ");
  for (const char *p = self->name; *p != '\0'; p++)
    {
      if (strchr ("\\`*_[]<>&#!", *p) != NULL)
        g_string_append_c (self->out, '\\');
      g_string_append_c (self->out, *p == '\n' || *p == '\r' ? ' ' : *p);
    }
  g_string_append (self->out, "\n\n");
}

/* Whether a block has something to be written. What stands in an item that has not stands where that would. */
static gboolean
is_written (Writer *self, const MatchumBlock *block)
{
  if (!matchum_visibility_is_visible (self->visibility, block->index) || block->kind == MATCHUM_BLOCK_REMARK)
    return FALSE;
  if (!self->is_plain[block->index] || matchum_markdown_plain_has_words (block))
    return TRUE;
  write_plain (self, block);
  return FALSE;
}

static void
write_blocks (Writer *self)
{
  const MatchumBlock *before = NULL;

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      if (!is_written (self, get_block (self, i)))
        continue;
      write_block (self, before, get_block (self, i));
      before = get_block (self, i);
    }
  if (before != NULL)
    write_definitions (self, before);
}

static void
end_with_one_line_feed (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  if (out->len > 0)
    g_string_append_c (out, '\n');
}

/* Returns: (transfer full): the text of the source */
char *
matchum_markdown_exporter_write_baseline (MatchumResume *resume)
{
  MatchumSource *source;

  g_return_val_if_fail (resume != NULL, NULL);

  source = matchum_resume_get_source (resume);
  return g_strndup (matchum_source_get_text (source), matchum_source_get_length (source));
}

static void
writer_init (Writer *self, MatchumVisibility *visibility)
{
  guint n;

  self->visibility = visibility;
  self->resume = matchum_visibility_get_resume (visibility);
  self->source = matchum_resume_get_source (self->resume);
  self->text = matchum_source_get_text (self->source);
  self->definitions = matchum_resume_get_link_definitions (self->resume);
  self->out = g_string_new (NULL);
  n = matchum_resume_get_n_blocks (self->resume);
  self->last_children = g_new (guint, n + 1);
  self->numbers = g_new0 (guint, n + 1);
  self->starts = g_new0 (guint, n + 1);
  self->shifts = g_new0 (gsize, n + 1);
  self->is_plain = g_new0 (guint8, n + 1);
  self->columns = g_new0 (guint, n + 1);
  self->keeps_links = TRUE;
  self->name = dup_front_name (self);
  find_starts (self);
}

static void
writer_clear (Writer *self)
{
  g_string_free (self->out, TRUE);
  g_free (self->name);
  g_free (self->last_children);
  g_free (self->numbers);
  g_free (self->starts);
  g_free (self->shifts);
  g_free (self->is_plain);
  g_free (self->columns);
}

static void
write_copy (Writer *self)
{
  g_string_truncate (self->out, 0);
  for (guint i = 0; i <= matchum_resume_get_n_blocks (self->resume); i++)
    self->last_children[i] = MATCHUM_BLOCK_NONE;
  write_name (self);
  write_blocks (self);
  end_with_one_line_feed (self->out);
}

/* Has a block written anew from its words, with the item it stands in and all that stands in that. */
static gboolean
make_plain (Writer *self, guint index)
{
  const MatchumBlock *block = get_block (self, index);

  if (self->is_plain[index])
    return FALSE;
  while (is_in_list (block) && block->parent != MATCHUM_BLOCK_NONE && is_in_list (get_block (self, block->parent)))
    block = get_block (self, block->parent);
  memset (self->is_plain + block->index, TRUE, is_in_list (block) ? block->end - block->index : 1);
  return TRUE;
}

static void
make_all_plain (Writer *self)
{
  memset (self->is_plain, TRUE, matchum_resume_get_n_blocks (self->resume));
}

/* Has the block plain from which on the copy differs, and the one before it, which may be why. Returns FALSE where they
 * were. */
static gboolean
make_plain_around (Writer *self, guint index)
{
  gboolean is_more = make_plain (self, index);

  while (index > 0 && !matchum_visibility_is_visible (self->visibility, index - 1))
    index--;
  if (index > 0 && make_plain (self, index - 1))
    is_more = TRUE;
  return is_more;
}

static guint
find_difference (Writer *self)
{
  return matchum_markdown_check_find_difference (self->visibility, self->name, self->out->str);
}

/* Writes a copy, and where it reads as something else once more, with ever more blocks plain; at the last without their
 * links. */
static void
write_checked_copy (Writer *self)
{
  gboolean is_all_plain = FALSE;
  guint n_checks, difference;

  write_copy (self);
  n_checks = (guint) CLAMP (MAX_CHECKED_BYTES / (self->out->len + 1), 3, MAX_CHECKS);
  for (; self->keeps_links && (difference = find_difference (self)) != MATCHUM_BLOCK_NONE; n_checks--)
    {
      self->keeps_links = !is_all_plain;
      if (n_checks <= 2 || !make_plain_around (self, difference))
        {
          make_all_plain (self);
          is_all_plain = TRUE;
        }
      write_copy (self);
    }
}

/* Returns: (transfer full): Markdown with LF line ends and one at its end, which read again says just what is visible;
 * empty where nothing is */
char *
matchum_markdown_exporter_write_tailored (MatchumVisibility *visibility)
{
  Writer self = { 0 };
  char *copy;

  g_return_val_if_fail (visibility != NULL, NULL);

  writer_init (&self, visibility);
  write_checked_copy (&self);
  copy = g_strdup (self.out->str);
  writer_clear (&self);
  return copy;
}

/* A string between quotation marks, as YAML reads it. */
static void
append_quoted (GString *out, const char *key, const char *value)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  matchum_clean_text_append (clean, value, strlen (value), FALSE);
  g_string_append_printf (out, "%s: \"", key);
  for (const char *p = clean->str; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p == '\n' ? ' ' : *p);
    }
  g_string_append (out, "\"\n");
}

/* Returns: (transfer full): the same as matchum_markdown_exporter_write_tailored(), after front matter that gives the
 * name and the language of what is visible, and nothing of the resume's own */
char *
matchum_markdown_exporter_write_with_front_matter (MatchumVisibility *visibility)
{
  g_autofree char *copy = NULL;
  g_autofree char *name = NULL;
  GString *out;

  g_return_val_if_fail (visibility != NULL, NULL);

  copy = matchum_markdown_exporter_write_tailored (visibility);
  name = matchum_visibility_dup_name (visibility);
  out = g_string_new ("---\n");
  if (name != NULL)
    {
      append_quoted (out, "title", name);
      append_quoted (out, "author", name);
    }
  g_string_append_printf (out, "lang: %s\n---\n\n%s", matchum_visibility_guess_language (visibility), copy);
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): the same with every block written anew from its words; for tests */
char *
matchum_markdown_exporter_write_plain (MatchumVisibility *visibility)
{
  Writer self = { 0 };
  char *copy;

  g_return_val_if_fail (visibility != NULL, NULL);

  writer_init (&self, visibility);
  make_all_plain (&self);
  write_copy (&self);
  copy = g_strdup (self.out->str);
  writer_clear (&self);
  return copy;
}
