/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes blocks one after the other, each as lines, with blank lines where a reader needs a pause. */
#include "config.h"

#include "export/matchum-text-exporter.h"

#include <string.h>

#include "export/matchum-block-shape.h"
#include "export/matchum-entry-line.h"
#include "export/matchum-word-runs.h"
#include "resume/matchum-contact-words.h"
#include "text/matchum-clean-text.h"

#define INDENT 2
/* Items further in are written beside the ones they stand in. */
#define MAX_DEPTH 12
#define JOINT " | "

typedef struct {
  MatchumVisibility *visibility;
  MatchumResume *resume;
  MatchumSource *source;
  guint *numbers;
  MatchumEntryLine heading; /* of the entry written last */
  GString *out;
} Writer;

/* The words of one block while they are written, from the front to the back. */
typedef struct {
  MatchumWordRuns *runs;
  const char *text;
  guint next;   /* the first run that is not written to its end */
  gsize link;   /* where the words of the link begin that it is part of */
  guint column; /* blanks before each line but the first */
  gboolean keeps_space;
} Words;

static void
begin_words (Words *words, const MatchumBlock *block)
{
  words->runs = matchum_word_runs_new (block, NULL, block->section == MATCHUM_SECTION_CONTACT);
  words->text = matchum_block_get_text (block);
}

static void
clear_words (Words *words)
{
  matchum_word_runs_free (words->runs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* --- words --- */

/* Appends text, its lines after the first set in. */
static void
append_lines (GString *out, const char *text, MatchumSpan span, const Words *words)
{
  gsize from = span.start;

  for (gsize at = span.start; at < span.end; at++)
    {
      if (words->text[at] != '\n')
        continue;
      matchum_clean_text_append (out, text + from, at + 1 - from, words->keeps_space);
      for (guint i = 0; i < words->column; i++)
        g_string_append_c (out, ' ');
      from = at + 1;
    }
  matchum_clean_text_append (out, text + from, span.end - from, words->keeps_space);
}

static void
append_address (GString *out, const char *words, gsize length, const char *url)
{
  g_autofree char *shown = g_strndup (words, length);

  if (matchum_contact_words_shows_url (shown, url))
    return;
  if (g_ascii_strncasecmp (url, "mailto:", strlen ("mailto:")) == 0 || g_ascii_strncasecmp (url, "tel:", 4) == 0)
    url = strchr (url, ':') + 1;
  g_string_append (out, " (");
  matchum_clean_text_append (out, url, strlen (url), FALSE);
  g_string_append_c (out, ')');
}

static gboolean
is_last_of_link (const Words *words, guint index)
{
  return index + 1 >= matchum_word_runs_get_n (words->runs)
         || matchum_word_runs_get (words->runs, index + 1)->url != matchum_word_runs_get (words->runs, index)->url;
}

/* Appends the bytes of span. */
static void
append_words (Writer *self, Words *words, MatchumSpan span)
{
  for (; words->next < matchum_word_runs_get_n (words->runs); words->next++)
    {
      const MatchumWordRun *run = matchum_word_runs_get (words->runs, words->next);
      const MatchumSpan part = MATCHUM_SPAN (MAX (span.start, run->span.start), MIN (span.end, run->span.end));

      if (run->span.start >= span.end)
        break;
      if (words->next == 0 || is_last_of_link (words, words->next - 1))
        words->link = run->span.start;
      if (part.start < part.end)
        append_lines (self->out, words->text, part, words);
      if (run->span.end > span.end)
        break;
      if (run->url != NULL && !run->is_found && part.start < part.end && is_last_of_link (words, words->next))
        append_address (self->out, words->text + words->link, run->span.end - words->link, run->url);
    }
}

static void
trim_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static void
end_line (Writer *self)
{
  trim_line (self->out);
  g_string_append_c (self->out, '\n');
}

/* --- blocks --- */

static void
write_whole (Writer *self, const MatchumBlock *block, guint column)
{
  g_auto (Words) words = { .column = column, .keeps_space = block->code != MATCHUM_CODE_NONE };

  begin_words (&words, block);
  append_words (self, &words, MATCHUM_SPAN (0, strlen (words.text)));
  end_line (self);
}

/* Appends the bytes of span behind what the line says already. */
static void
append_joined (Writer *self, Words *words, MatchumSpan span)
{
  if (matchum_span_is_empty (span))
    return;
  trim_line (self->out);
  g_string_append (self->out, JOINT);
  append_words (self, words, span);
}

/* The heading of an entry, and what the line under it says of it. */
static void
write_entry (Writer *self, const MatchumBlock *block)
{
  g_auto (Words) words = { NULL };
  g_auto (Words) under = { NULL };

  begin_words (&words, block);
  append_words (self, &words, MATCHUM_SPAN (0, strlen (words.text)));
  self->heading = matchum_entry_line_find (self->visibility, block);
  if (self->heading.under != NULL)
    {
      begin_words (&under, self->heading.under);
      append_joined (self, &under, self->heading.line.words);
      under.next = 0;
      append_joined (self, &under, self->heading.line.dates);
    }
  end_line (self);
}

static guint
get_column (const MatchumBlock *block)
{
  return INDENT * (CLAMP (block->list_depth, 1, MAX_DEPTH) - 1);
}

static void
write_item (Writer *self, const MatchumBlock *block)
{
  const gsize start = self->out->len;

  for (guint i = 0; i < get_column (block); i++)
    g_string_append_c (self->out, ' ');
  if (self->numbers[block->index] > 0)
    g_string_append_printf (self->out, "%u. ", self->numbers[block->index]);
  else
    g_string_append (self->out, "- ");
  write_whole (self, block, (guint) (self->out->len - start));
}

static void
write_row (Writer *self, Words *words, const char *lines, gsize start)
{
  g_autoptr (GArray) cells = matchum_block_shape_split_row (lines, start);

  for (guint i = 0; i < cells->len; i++)
    {
      if (i > 0)
        g_string_append (self->out, JOINT);
      append_words (self, words, g_array_index (cells, MatchumSpan, i));
    }
  end_line (self);
}

/* From start on, a line of the source a line. */
static void
write_each_line (Writer *self, const MatchumBlock *block, const char *lines, gboolean is_table)
{
  g_auto (Words) words = { NULL };
  gsize length;

  begin_words (&words, block);
  for (gsize start = 0; lines[start] != '\0'; start += length + (lines[start + length] == '\n' ? 1 : 0))
    {
      length = strcspn (lines + start, "\n");
      if (is_table && matchum_block_shape_is_rule (lines + start, length))
        continue;
      if (is_table)
        write_row (self, &words, lines, start);
      else
        {
          append_words (self, &words, MATCHUM_SPAN (start, start + length));
          end_line (self);
        }
    }
}

/* What of a paragraph is not on the line of the entry above it. */
static void
write_rest (Writer *self, const MatchumBlock *block)
{
  const gsize length = strlen (matchum_block_get_text (block));
  const gsize start = MIN (self->heading.end, length);
  g_auto (Words) words = { NULL };

  if (start == length)
    return;
  begin_words (&words, block);
  append_words (self, &words, MATCHUM_SPAN (start + 1, length));
  end_line (self);
}

static void
write_paragraph (Writer *self, const MatchumBlock *block)
{
  g_autofree char *lines = matchum_block_dup_lines (block, self->source);
  const MatchumBlockShape shape = matchum_block_shape_find (block, self->source, lines);
  const guint column = block->list_depth > 0 ? get_column (block) + INDENT : 0;

  if (self->heading.under == block)
    write_rest (self, block);
  else if (shape == MATCHUM_SHAPE_LINES || shape == MATCHUM_SHAPE_TABLE)
    write_each_line (self, block, lines, shape == MATCHUM_SHAPE_TABLE);
  else
    {
      for (guint i = 0; i < column; i++)
        g_string_append_c (self->out, ' ');
      write_whole (self, block, column);
    }
}

/* Headings stand apart, and so do paragraphs that follow one another or a list. */
static gboolean
needs_blank_line (Writer *self, const MatchumBlock *before, const MatchumBlock *block)
{
  if (before == NULL || block->heading > 0)
    return before != NULL && (block->kind != MATCHUM_BLOCK_ENTRY || before->kind != MATCHUM_BLOCK_SECTION);
  if (before->kind == MATCHUM_BLOCK_TITLE)
    return FALSE;
  if (block->kind == MATCHUM_BLOCK_PARAGRAPH)
    return block->list_depth == 0 && before->heading == 0 && before != self->heading.under;
  return FALSE;
}

static void
write_block (Writer *self, const MatchumBlock *block)
{
  switch (block->kind)
    {
    case MATCHUM_BLOCK_TITLE:
    case MATCHUM_BLOCK_SECTION:
      write_whole (self, block, 0);
      break;
    case MATCHUM_BLOCK_ENTRY:
      write_entry (self, block);
      break;
    case MATCHUM_BLOCK_ITEM:
      write_item (self, block);
      break;
    case MATCHUM_BLOCK_PARAGRAPH:
      write_paragraph (self, block);
      break;
    case MATCHUM_BLOCK_REMARK:
    default:
      break;
    }
}

static void
write_blocks (Writer *self)
{
  const MatchumBlock *before = NULL;

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (self->resume, i);

      if (!matchum_visibility_is_visible (self->visibility, i) || block->content == NULL)
        continue;
      if (needs_blank_line (self, before, block))
        g_string_append_c (self->out, '\n');
      write_block (self, block);
      before = block;
    }
}

/* The name, where it heads nothing in the resume itself. */
static void
write_name (Writer *self)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    if (matchum_resume_get_block (self->resume, i)->kind == MATCHUM_BLOCK_TITLE)
      return;
  name = matchum_visibility_dup_name (self->visibility);
  if (name == NULL)
    return;
  matchum_clean_text_append (self->out, name, strlen (name), FALSE);
  g_string_append (self->out, "\n\n");
}

char *
matchum_text_exporter_write (MatchumVisibility *visibility)
{
  Writer self = { 0 };
  g_autofree guint *numbers = NULL;

  g_return_val_if_fail (visibility != NULL, NULL);

  self.visibility = visibility;
  self.resume = matchum_visibility_get_resume (visibility);
  self.source = matchum_resume_get_source (self.resume);
  self.numbers = numbers = matchum_block_shape_count_numbers (visibility);
  self.out = g_string_new (NULL);
  write_name (&self);
  write_blocks (&self);
  while (self.out->len > 1 && g_str_has_suffix (self.out->str, "\n\n"))
    g_string_truncate (self.out, self.out->len - 1);
  return g_string_free (self.out, FALSE);
}
