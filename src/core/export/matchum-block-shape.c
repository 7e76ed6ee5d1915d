/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells tables, quotes, code and lines of contact details from prose, and counts items. */
#include "config.h"

#include "export/matchum-block-shape.h"

#include <string.h>

#include "resume/matchum-contact-words.h"

/* The first byte that is no white space in the block's own lines of the source. */
static char
get_first_byte (const MatchumBlock *block, MatchumSource *source)
{
  const char *text = matchum_source_get_text (source);
  const gsize end = MIN (block->span.end, matchum_source_get_length (source));

  for (gsize at = block->span.start; at < end; at++)
    if (!g_ascii_isspace (text[at]))
      return text[at];
  return '\0';
}

gboolean
matchum_block_shape_is_rule (const char *line, gsize length)
{
  g_return_val_if_fail (line != NULL, FALSE);

  return memchr (line, '-', length) != NULL && memchr (line, '|', length) != NULL
         && strspn (line, "|-: \t\r") >= length;
}

gboolean
matchum_block_shape_has_head (const MatchumBlock *block, MatchumSource *source)
{
  MatchumSpan second;

  g_return_val_if_fail (block != NULL, FALSE);
  g_return_val_if_fail (source != NULL, FALSE);

  if (block->first_line >= block->last_line)
    return FALSE;
  second = matchum_source_get_line_text (source, block->first_line + 1);
  return matchum_block_shape_is_rule (matchum_source_get_text (source) + second.start,
                                      matchum_span_get_length (second));
}

/* The second line of a table rules off its head; one that begins with a bar needs none. */
static gboolean
is_table (const MatchumBlock *block, MatchumSource *source)
{
  return get_first_byte (block, source) == '|' || matchum_block_shape_has_head (block, source);
}

static gboolean
has_contact_lines_only (const char *lines)
{
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);

  for (gsize i = 0; each[i] != NULL; i++)
    if (!matchum_contact_words_is_contact (each[i]))
      return FALSE;
  return TRUE;
}

MatchumBlockShape
matchum_block_shape_find (const MatchumBlock *block, MatchumSource *source, const char *lines)
{
  g_return_val_if_fail (block != NULL, MATCHUM_SHAPE_PROSE);
  g_return_val_if_fail (source != NULL, MATCHUM_SHAPE_PROSE);
  g_return_val_if_fail (lines != NULL, MATCHUM_SHAPE_PROSE);

  if (block->code != MATCHUM_CODE_NONE)
    return MATCHUM_SHAPE_CODE;
  if (get_first_byte (block, source) == '>')
    return MATCHUM_SHAPE_QUOTE;
  if (block->list_depth > 0)
    return MATCHUM_SHAPE_PROSE;
  if (is_table (block, source))
    return MATCHUM_SHAPE_TABLE;
  return block->section == MATCHUM_SECTION_CONTACT && has_contact_lines_only (lines) ? MATCHUM_SHAPE_LINES
                                                                                     : MATCHUM_SHAPE_PROSE;
}

GArray *
matchum_block_shape_split_row (const char *lines, gsize start)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  MatchumSpan row;

  g_return_val_if_fail (lines != NULL, cells);

  row = matchum_span_trim (lines, MATCHUM_SPAN (start, start + strcspn (lines + start, "\n")));
  if (row.start < row.end && lines[row.start] == '|')
    row.start++;
  if (row.end > row.start && lines[row.end - 1] == '|')
    row.end--;
  for (gsize at = row.start, end; at <= row.end; at = end + 1)
    {
      const char *bar = memchr (lines + at, '|', row.end - at);
      MatchumSpan cell;

      end = bar != NULL ? (gsize) (bar - lines) : row.end;
      cell = matchum_span_trim (lines, MATCHUM_SPAN (at, end));
      g_array_append_val (cells, cell);
    }
  return cells;
}

/* Bytes of the sign at text that parts contact details where white space is around it, or 0. */
static gsize
get_sign_length (const char *text)
{
  static const char *const signs[] = { "|", "/", "·", "•", "∙", "⋅", "‧", "ㆍ", "・" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return strlen (signs[i]);
  return 0;
}

GArray *
matchum_block_shape_split_contact (const char *lines, gsize start)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  gsize end, from;

  g_return_val_if_fail (lines != NULL, parts);

  end = start + strcspn (lines + start, "\n");
  from = start;
  for (gsize at = start; at <= end; at++)
    {
      const gsize sign = at > start && at < end && lines[at - 1] == ' ' ? get_sign_length (lines + at) : 0;
      MatchumSpan part;

      if (at < end && (sign == 0 || lines[at + sign] != ' '))
        continue;
      part = matchum_span_trim (lines, MATCHUM_SPAN (from, at));
      if (!matchum_span_is_empty (part))
        g_array_append_val (parts, part);
      from = at + sign;
    }
  return parts;
}

guint *
matchum_block_shape_count_numbers (MatchumVisibility *visibility)
{
  MatchumResume *resume;
  guint *numbers;
  g_autofree guint *last = NULL;     /* of every parent: the number of its last item in the source, 0 for none */
  g_autofree guint *last_now = NULL; /* the same as it is counted now */
  guint n;

  g_return_val_if_fail (visibility != NULL, NULL);

  resume = matchum_visibility_get_resume (visibility);
  n = matchum_resume_get_n_blocks (resume);
  numbers = g_new0 (guint, (gsize) n + 1);
  last = g_new0 (guint, (gsize) n + 1);
  last_now = g_new0 (guint, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    {
      const MatchumBlock *block = matchum_resume_get_block (resume, i);
      const guint parent = MIN (block->parent, n);

      /* A list begins; what of the one before was hidden is of no concern to it. */
      if (block->number > 0 && (last[parent] == 0 || block->number != last[parent] + 1))
        last_now[parent] = block->number - 1;
      last[parent] = block->number;
      if (block->number > 0 && matchum_visibility_is_visible (visibility, i))
        numbers[i] = ++last_now[parent];
    }
  return numbers;
}
