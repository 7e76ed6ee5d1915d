/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of paragraphs, headings, code and tables, without the marks that make them so. */
#include "config.h"

#include "resume/matchum-markdown-leaf.h"

#include <string.h>

/* The text of a line of a leaf, without the markers and blanks before it. */
MatchumSpan
matchum_markdown_leaf_get_line (MatchumSource *source, const MatchumOutlineEvent *event, guint line)
{
  const char *text = matchum_source_get_text (source);
  MatchumSpan span = matchum_source_get_line_text (source, line);
  guint n_quotes = event->n_quotes;

  if (line == event->first_line)
    {
      span.start = MIN (span.start + event->column, span.end);
      return span;
    }
  while (span.start < span.end)
    {
      const char c = text[span.start];

      if (c == '>' && n_quotes > 0)
        n_quotes--;
      else if (!g_ascii_isspace (c))
        break;
      span.start++;
    }
  return span;
}

static void
append_piece (GArray *pieces, MatchumInlinePieceKind kind, MatchumSpan span)
{
  MatchumInlinePiece piece = { kind, span };

  g_array_append_val (pieces, piece);
}

/* A line such as | --- | :-: | under the head of a table. */
static gboolean
is_table_rule (const char *line, gsize length)
{
  gboolean has_pipe = FALSE, has_dash = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (strchr ("|-: \t\r", line[i]) == NULL)
        return FALSE;
      has_pipe = has_pipe || line[i] == '|';
      has_dash = has_dash || line[i] == '-';
    }
  return has_pipe && has_dash;
}

gboolean
matchum_markdown_leaf_is_table (MatchumSource *source, const MatchumOutlineEvent *event)
{
  MatchumSpan head = matchum_markdown_leaf_get_line (source, event, event->first_line);
  MatchumSpan rule;

  if (event->last_line == event->first_line
      || memchr (matchum_source_get_text (source) + head.start, '|', matchum_span_get_length (head)) == NULL)
    return FALSE;
  rule = matchum_markdown_leaf_get_line (source, event, event->first_line + 1);
  return is_table_rule (matchum_source_get_text (source) + rule.start, matchum_span_get_length (rule));
}

/* A row of a table without the pipes at its ends. */
static MatchumSpan
trim_row (const char *text, MatchumSpan span)
{
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  if (span.start < span.end && text[span.start] == '|')
    span.start++;
  if (span.end > span.start + 1 && text[span.end - 1] == '|' && text[span.end - 2] != '\\')
    span.end--;
  return span;
}

static void
collect_table (MatchumSource *source, const MatchumOutlineEvent *event, GArray *pieces)
{
  const char *text = matchum_source_get_text (source);

  for (guint line = event->first_line; line <= event->last_line; line++)
    if (line != event->first_line + 1)
      append_piece (pieces, MATCHUM_INLINE_PIECE_PARAGRAPH,
                    trim_row (text, matchum_markdown_leaf_get_line (source, event, line)));
}

static void
collect_lines (MatchumSource *source, const MatchumOutlineEvent *event, guint last_line, GArray *pieces)
{
  for (guint line = event->first_line; line <= last_line; line++)
    append_piece (pieces, line == event->first_line ? MATCHUM_INLINE_PIECE_PARAGRAPH : MATCHUM_INLINE_PIECE_LINE,
                  matchum_markdown_leaf_get_line (source, event, line));
}

/* Takes the # before and after the words of a heading away. */
static MatchumSpan
trim_heading (const char *text, MatchumSpan span)
{
  gsize end;

  while (span.start < span.end && text[span.start] == '#')
    span.start++;
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  end = span.end;
  while (end > span.start && text[end - 1] == '#')
    end--;
  if (end == span.start || g_ascii_isspace (text[end - 1]))
    span.end = end;
  return span;
}

static void
collect_heading (MatchumSource *source, const MatchumOutlineEvent *event, GArray *pieces)
{
  if (event->is_underlined)
    collect_lines (source, event, MAX (event->first_line, event->last_line - 1), pieces);
  else
    append_piece (pieces, MATCHUM_INLINE_PIECE_PARAGRAPH,
                  trim_heading (matchum_source_get_text (source),
                                matchum_markdown_leaf_get_line (source, event, event->first_line)));
}

/* Blank lines at its end say nothing. */
static void
collect_code (MatchumSource *source, const MatchumOutlineEvent *event, GArray *pieces)
{
  guint line = event->first_line + (event->is_fenced ? 1 : 0);
  guint n_lines = event->code_lengths->len;

  while (n_lines > 0 && g_array_index (event->code_lengths, gsize, n_lines - 1) == 0)
    n_lines--;
  for (guint i = 0; i < n_lines && line <= event->last_line; i++, line++)
    {
      MatchumSpan span = matchum_source_get_line_span (source, line);
      gsize length = g_array_index (event->code_lengths, gsize, i);

      span.start = span.end - MIN (length, matchum_span_get_length (span));
      while (span.start < span.end && (matchum_source_get_text (source)[span.start] & 0xc0) == 0x80)
        span.start++;
      append_piece (pieces, MATCHUM_INLINE_PIECE_CODE, span);
    }
}

static void
collect_verbatim (MatchumSource *source, const MatchumOutlineEvent *event, GArray *pieces)
{
  for (guint line = event->first_line; line <= event->last_line; line++)
    append_piece (pieces, MATCHUM_INLINE_PIECE_VERBATIM, matchum_markdown_leaf_get_line (source, event, line));
}

void
matchum_markdown_leaf_collect (MatchumSource *source, const MatchumOutlineEvent *event, GArray *pieces)
{
  if (event->kind == MATCHUM_OUTLINE_HEADING)
    collect_heading (source, event, pieces);
  else if (event->kind == MATCHUM_OUTLINE_CODE)
    collect_code (source, event, pieces);
  else if (event->kind == MATCHUM_OUTLINE_HTML)
    collect_verbatim (source, event, pieces);
  else if (matchum_markdown_leaf_is_table (source, event))
    collect_table (source, event, pieces);
  else
    collect_lines (source, event, event->last_line, pieces);
}

/* HTML that is the text of an item is read: its words stay, its tags go. */
void
matchum_markdown_leaf_collect_words (MatchumSource *source, const MatchumOutlineEvent *event, GArray *pieces)
{
  collect_lines (source, event, event->last_line, pieces);
}
