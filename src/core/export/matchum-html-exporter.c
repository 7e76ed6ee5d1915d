/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes blocks one after the other, and the elements that hold them. */
#include "config.h"

#include "export/matchum-html-exporter.h"

#include <string.h>

#include "export/matchum-block-shape.h"
#include "export/matchum-entry-line.h"
#include "export/matchum-export-resources.h"
#include "export/matchum-html-lists.h"
#include "export/matchum-html-words.h"
#include "export/matchum-word-runs.h"

#define JOINT "<span class=\"joint\"> | </span>"
#define MAX_LEVEL 6

typedef enum {
  PART_NONE,
  PART_HEADER,
  PART_SECTION,
} Part;

typedef struct {
  MatchumVisibility *visibility;
  MatchumResume *resume;
  MatchumSource *source;
  const char *language;
  guint *numbers;
  MatchumHtmlLists lists;
  MatchumEntryLine heading; /* of the entry written last */
  Part part;                /* that is open */
  GString *out;
} Writer;

/* --- elements --- */

static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

static gboolean
has_right_to_left (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_right_to_left (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* Ends the start tag of the element that holds the words of block. Returns the language they are in. */
static const char *
end_tag (Writer *self, const MatchumBlock *block)
{
  const char *text = matchum_block_get_text (block);
  const char *other = matchum_word_runs_guess (text, self->language);

  if (other != NULL)
    g_string_append_printf (self->out, " lang=\"%s\"", other);
  if (has_right_to_left (text))
    g_string_append (self->out, " dir=\"auto\"");
  g_string_append_c (self->out, '>');
  return other != NULL ? other : self->language;
}

static void
write_whole (Writer *self, const MatchumBlock *block, const char *language)
{
  g_autoptr (MatchumHtmlWords) words = matchum_html_words_new (block, language);

  matchum_html_words_write (words, self->out, MATCHUM_SPAN (0, strlen (matchum_block_get_text (block))));
}

/* An element with nothing in it but the words of block. */
static void
write_element (Writer *self, const char *name, const char *class, const MatchumBlock *block)
{
  g_string_append_printf (self->out, "<%s", name);
  if (class != NULL)
    g_string_append_printf (self->out, " class=\"%s\"", class);
  write_whole (self, block, end_tag (self, block));
  g_string_append_printf (self->out, "</%s>\n", name);
}

static void
open_part (Writer *self, Part part)
{
  static const char *const ends[] = { "", "</header>\n", "</section>\n" };
  static const char *const starts[] = { "", "<header>\n", "<section>\n" };

  g_string_append (self->out, ends[self->part]);
  g_string_append (self->out, starts[part]);
  self->part = part;
}

/* --- headings --- */

/* Entries that stand around one. */
static guint
count_entries_around (Writer *self, const MatchumBlock *entry)
{
  guint n = 0;

  for (guint i = entry->parent; i != MATCHUM_BLOCK_NONE; i = matchum_resume_get_block (self->resume, i)->parent)
    n += matchum_resume_get_block (self->resume, i)->kind == MATCHUM_BLOCK_ENTRY ? 1 : 0;
  return n;
}

static void
write_span (Writer *self, MatchumHtmlWords *words, const char *class, MatchumSpan span)
{
  g_string_append_printf (self->out, "<span class=\"%s\">", class);
  matchum_html_words_write (words, self->out, span);
  g_string_append (self->out, "</span>");
}

/* What is between the words and the dates stays in the text, and is not shown where dates stand at the line's end. */
static void
write_joint (Writer *self, MatchumHtmlWords *words, const MatchumDatedSpans *spans)
{
  g_string_append (self->out, "<span class=\"joint\"> ");
  matchum_html_words_write (words, self->out, MATCHUM_SPAN (spans->words.end, spans->dates.start));
  if (!g_str_has_suffix (self->out->str, " "))
    g_string_append_c (self->out, ' ');
  g_string_append (self->out, "</span>");
}

/* The heading whose dates, or whose dates and role, stand on a line under it. */
static void
write_line_under (Writer *self, MatchumHtmlWords *words, const MatchumEntryLine *line, const char *language)
{
  g_autoptr (MatchumHtmlWords) role = matchum_html_words_new (line->under, language);
  g_autoptr (MatchumHtmlWords) dates = matchum_html_words_new (line->under, language);

  g_string_append (self->out, "<span class=\"title\">");
  matchum_html_words_write (words, self->out, line->heading.words);
  if (!matchum_span_is_empty (line->line.words))
    {
      g_string_append (self->out, " <span class=\"role\">| ");
      matchum_html_words_write (role, self->out, line->line.words);
      g_string_append (self->out, "</span>");
    }
  g_string_append (self->out, "</span>");
  if (matchum_span_is_empty (line->line.dates))
    return;
  g_string_append (self->out, JOINT);
  write_span (self, dates, "dates", line->line.dates);
}

static void
write_entry (Writer *self, const MatchumBlock *block)
{
  const guint level = MIN (3 + count_entries_around (self, block), MAX_LEVEL);
  g_autoptr (MatchumHtmlWords) words = NULL;
  const char *language;

  self->heading = matchum_entry_line_find (self->visibility, block);
  g_string_append_printf (self->out, "<h%u", level);
  language = end_tag (self, block);
  words = matchum_html_words_new (block, language);
  if (self->heading.under != NULL)
    write_line_under (self, words, &self->heading, language);
  else
    {
      write_span (self, words, "title", self->heading.heading.words);
      if (!matchum_span_is_empty (self->heading.heading.dates))
        {
          write_joint (self, words, &self->heading.heading);
          write_span (self, words, "dates", self->heading.heading.dates);
        }
    }
  g_string_append_printf (self->out, "</h%u>\n", level);
}

/* --- paragraphs --- */

static void
write_row (Writer *self, MatchumHtmlWords *words, const char *lines, gsize start, const char *element)
{
  g_autoptr (GArray) cells = matchum_block_shape_split_row (lines, start);

  g_string_append (self->out, "<tr>");
  for (guint i = 0; i < cells->len; i++)
    {
      g_string_append_printf (self->out, "<%s>", element);
      matchum_html_words_write (words, self->out, g_array_index (cells, MatchumSpan, i));
      g_string_append_printf (self->out, "</%s>", element);
    }
  g_string_append (self->out, "</tr>\n");
}

static void
write_table (Writer *self, const MatchumBlock *block, const char *lines)
{
  g_autoptr (MatchumHtmlWords) words = NULL;
  gboolean is_head = matchum_block_shape_has_head (block, self->source);
  gsize length;

  g_string_append (self->out, "<table");
  words = matchum_html_words_new (block, end_tag (self, block));
  g_string_append (self->out, is_head ? "\n<thead>\n" : "\n<tbody>\n");
  for (gsize start = 0; lines[start] != '\0'; start += length + (lines[start + length] == '\n' ? 1 : 0))
    {
      length = strcspn (lines + start, "\n");
      if (matchum_block_shape_is_rule (lines + start, length))
        continue;
      write_row (self, words, lines, start, is_head ? "th" : "td");
      if (is_head)
        g_string_append (self->out, "</thead>\n<tbody>\n");
      is_head = FALSE;
    }
  g_string_append (self->out, "</tbody>\n</table>\n");
}

/* A line of contact details, which is broken between them alone. */
static void
write_contact (Writer *self, MatchumHtmlWords *words, const char *lines, gsize start)
{
  g_autoptr (GArray) parts = matchum_block_shape_split_contact (lines, start);

  for (guint i = 0; i < parts->len; i++)
    {
      const MatchumSpan part = g_array_index (parts, MatchumSpan, i);

      if (i > 0)
        {
          g_string_append_c (self->out, ' ');
          matchum_html_words_write (words, self->out,
                                    MATCHUM_SPAN (g_array_index (parts, MatchumSpan, i - 1).end, part.start));
        }
      write_span (self, words, "part", part);
    }
}

static void
write_lines (Writer *self, const MatchumBlock *block, const char *lines)
{
  g_autoptr (MatchumHtmlWords) words = NULL;
  gsize length;

  g_string_append (self->out, "<div class=\"contact\">\n<p");
  words = matchum_html_words_new (block, end_tag (self, block));
  for (gsize start = 0; lines[start] != '\0'; start += length + (lines[start + length] == '\n' ? 1 : 0))
    {
      length = strcspn (lines + start, "\n");
      if (start > 0)
        g_string_append (self->out, "<br>\n");
      write_contact (self, words, lines, start);
    }
  g_string_append (self->out, "</p>\n</div>\n");
}

/* What of a paragraph is not in the heading above it. */
static void
write_rest (Writer *self, const MatchumBlock *block)
{
  const gsize length = strlen (matchum_block_get_text (block));
  g_autoptr (MatchumHtmlWords) words = NULL;

  if (self->heading.end >= length)
    return;
  g_string_append (self->out, "<p");
  words = matchum_html_words_new (block, end_tag (self, block));
  matchum_html_words_write (words, self->out, MATCHUM_SPAN (self->heading.end + 1, length));
  g_string_append (self->out, "</p>\n");
}

static void
write_paragraph (Writer *self, const MatchumBlock *block)
{
  g_autofree char *lines = matchum_block_dup_lines (block, self->source);

  if (self->heading.under == block)
    {
      write_rest (self, block);
      return;
    }
  switch (matchum_block_shape_find (block, self->source, lines))
    {
    case MATCHUM_SHAPE_LINES:
      write_lines (self, block, lines);
      break;
    case MATCHUM_SHAPE_TABLE:
      write_table (self, block, lines);
      break;
    case MATCHUM_SHAPE_CODE:
      g_string_append (self->out, "<pre>");
      write_element (self, "code", NULL, block);
      g_string_truncate (self->out, self->out->len - 1);
      g_string_append (self->out, "</pre>\n");
      break;
    case MATCHUM_SHAPE_QUOTE:
      g_string_append (self->out, "<blockquote>\n");
      write_element (self, "p", NULL, block);
      g_string_append (self->out, "</blockquote>\n");
      break;
    case MATCHUM_SHAPE_PROSE:
    default:
      write_element (self, "p", NULL, block);
      break;
    }
}

/* --- the page --- */

static void
write_block (Writer *self, const MatchumBlock *block)
{
  if (block->kind != MATCHUM_BLOCK_ITEM)
    matchum_html_lists_leave (&self->lists, self->out, block);
  switch (block->kind)
    {
    case MATCHUM_BLOCK_TITLE:
      open_part (self, PART_HEADER);
      write_element (self, "h1", NULL, block);
      break;
    case MATCHUM_BLOCK_SECTION:
      open_part (self, PART_SECTION);
      write_element (self, "h2", NULL, block);
      break;
    case MATCHUM_BLOCK_ENTRY:
      if (self->part == PART_HEADER)
        open_part (self, PART_NONE);
      write_entry (self, block);
      break;
    case MATCHUM_BLOCK_ITEM:
      matchum_html_lists_begin_item (&self->lists, self->out, block, self->numbers[block->index]);
      write_whole (self, block, end_tag (self, block));
      break;
    case MATCHUM_BLOCK_PARAGRAPH:
      write_paragraph (self, block);
      break;
    case MATCHUM_BLOCK_REMARK:
    default:
      break;
    }
}

static gboolean
has_title (Writer *self)
{
  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    if (matchum_resume_get_block (self->resume, i)->kind == MATCHUM_BLOCK_TITLE)
      return TRUE;
  return FALSE;
}

static void
write_body (Writer *self, const char *name)
{
  g_string_append (self->out, "<body>\n<main>\n");
  if (name != NULL && !has_title (self))
    {
      open_part (self, PART_HEADER);
      g_string_append (self->out, "<h1>");
      matchum_html_words_escape (self->out, name);
      g_string_append (self->out, "</h1>\n");
    }
  for (guint i = 0; i < matchum_resume_get_n_blocks (self->resume); i++)
    if (matchum_visibility_is_visible (self->visibility, i)
        && matchum_resume_get_block (self->resume, i)->content != NULL)
      write_block (self, matchum_resume_get_block (self->resume, i));
  matchum_html_lists_leave (&self->lists, self->out, NULL);
  open_part (self, PART_NONE);
  g_string_append (self->out, "</main>\n</body>\n");
}

static void
write_head (Writer *self, const char *name)
{
  g_string_append (self->out, "<head>\n<meta charset=\"utf-8\">\n<title>");
  matchum_html_words_escape (self->out, name != NULL ? name : g_str_equal (self->language, "ko") ? "이력서" : "Resume");
  g_string_append (self->out, "</title>\n");
  if (name != NULL)
    {
      g_string_append (self->out, "<meta name=\"author\" content=\"");
      matchum_html_words_escape (self->out, name);
      g_string_append (self->out, "\">\n");
    }
  g_string_append (self->out, "<meta name=\"generator\" content=\"Matchum\">\n"
                              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                              "<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n");
  g_string_append (self->out, matchum_export_resources_get ("resume.css"));
  g_string_append (self->out, "</style>\n</head>\n");
}

char *
matchum_html_exporter_write (MatchumVisibility *visibility)
{
  Writer self = { 0 };
  g_autofree guint *numbers = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (visibility != NULL, NULL);

  self.visibility = visibility;
  self.resume = matchum_visibility_get_resume (visibility);
  self.source = matchum_resume_get_source (self.resume);
  self.language = matchum_visibility_guess_language (visibility);
  self.numbers = numbers = matchum_block_shape_count_numbers (visibility);
  self.out = g_string_new ("<!DOCTYPE html>\n");
  matchum_html_lists_init (&self.lists, self.resume);
  name = matchum_visibility_dup_name (visibility);
  g_string_append_printf (self.out, "<html lang=\"%s\">\n", self.language);
  write_head (&self, name);
  write_body (&self, name);
  g_string_append (self.out, "</html>\n");
  matchum_html_lists_clear (&self.lists);
  return g_string_free (self.out, FALSE);
}
