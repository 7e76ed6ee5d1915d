/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the lines under the name part by part, so that no telephone number or address is cut. */
#include "config.h"

#include "matchum-contact-text.h"

#include <string.h>

#include "matchum-heading-text.h"

#define MAX_CONTACT_BYTES 1500
/* Columns, of which a Korean syllable takes two, of a line without parts that still is a job title or a place, not
 * a sentence. */
#define MAX_TAGLINE 90
#define MAX_PART 60

/* The separator between two parts, with the white space around it; empty at the end. */
static MatchumSpan
find_separator (const char *text, gsize start, gsize length)
{
  for (gsize at = start; at < length; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      const char *end = text[at] == '(' ? memchr (text + at, ')', length - at) : NULL;
      gsize size;
      gboolean is_bar;
      gboolean has_spaces;

      /* What stands in brackets is one with what is before them. */
      if (end != NULL)
        at = (gsize) (end - text);
      size = matchum_heading_get_separator_length (text + at);
      is_bar = text[at] == '|';
      has_spaces = at > start && text[at - 1] == ' ' && text[at + size] == ' ';

      if (size == 0 || at == start || text[at] == '-' || !(is_bar || has_spaces))
        continue;
      return MATCHUM_SPAN (text[at - 1] == ' ' ? at - 1 : at, text[at + size] == ' ' ? at + size + 1 : at + size);
    }

  return MATCHUM_SPAN (length, length);
}

static guint
count_columns (const char *text)
{
  guint n_columns = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    n_columns += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;

  return n_columns;
}

static gboolean
has_number (const char *text)
{
  guint n_digits = 0;

  for (const char *at = text; *at != '\0'; at++)
    n_digits += g_ascii_isdigit (*at) ? 1 : 0;

  return n_digits >= 8;
}

static gboolean
is_sentence (const char *text, gsize length)
{
  return length > 0 && (text[length - 1] == '.' || text[length - 1] == '!' || text[length - 1] == '?');
}

gboolean
matchum_contact_text_is_contact (const char *line)
{
  gsize length;
  guint n_parts = 1;
  guint n_columns;

  g_return_val_if_fail (line != NULL, FALSE);

  length = strlen (line);
  if (length > MAX_CONTACT_BYTES)
    return FALSE;

  for (MatchumSpan separator = find_separator (line, 0, length); separator.start < length;
       separator = find_separator (line, separator.end, length))
    n_parts++;
  n_columns = count_columns (line);
  if (n_parts > 1)
    return n_columns / n_parts <= MAX_PART;
  if (strchr (line, '@') != NULL || strstr (line, "://") != NULL || has_number (line))
    return n_columns <= MAX_TAGLINE * 2;

  return n_columns <= MAX_TAGLINE && !is_sentence (line, length);
}

/* A part of the line, and where the separator after it ends. */
typedef struct {
  MatchumSpan span;
  gsize next;
  double width;
  double separator_width;
} Part;

static double
measure (MatchumPrintText *line, MatchumSpan span, const MatchumTypeStyle *style, gboolean is_airy)
{
  g_autoptr (MatchumPrintText) part = matchum_print_text_new ();

  matchum_print_text_append_part (part, line, span);
  if (is_airy)
    matchum_print_text_mark (part, MATCHUM_MARK_AIRY, MATCHUM_SPAN (0, matchum_print_text_get_length (part)), NULL);

  return matchum_paragraph_measure (part, style);
}

static GArray *
collect_parts (MatchumPrintText *line, const MatchumTypeStyle *style)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  const char *text = matchum_print_text_get_text (line);
  gsize length = matchum_print_text_get_length (line);

  for (gsize start = 0; start < length;)
    {
      MatchumSpan separator = find_separator (text, start, length);
      MatchumSpan span = MATCHUM_SPAN (start, separator.start);
      Part part = { span, separator.end, measure (line, span, style, FALSE), 0.0 };

      if (!matchum_span_is_empty (separator))
        part.separator_width = measure (line, separator, style, TRUE);
      g_array_append_val (parts, part);
      start = MAX (separator.end, start + 1);
    }

  return parts;
}

/* The number of parts from first on that fit a line of width; one at least. */
static guint
count_fitting (const GArray *parts, guint first, double width)
{
  double filled = g_array_index (parts, Part, first).width;
  guint end = first + 1;

  while (end < parts->len)
    {
      filled += g_array_index (parts, Part, end - 1).separator_width + g_array_index (parts, Part, end).width;
      if (filled > width)
        break;
      end++;
    }

  return end - first;
}

static guint
count_lines (const GArray *parts, double width)
{
  guint n_lines = 0;

  for (guint first = 0; first < parts->len; n_lines++)
    first += count_fitting (parts, first, width);

  return n_lines;
}

/* The least width that takes no more lines: no address is left alone on the last. */
static double
find_balanced_width (const GArray *parts, double width)
{
  guint n_lines = count_lines (parts, width);
  double low = 0.0;
  double high = width;

  for (guint i = 0; i < 12; i++)
    {
      double middle = (low + high) / 2.0;

      if (count_lines (parts, middle) > n_lines)
        low = middle;
      else
        high = middle;
    }

  return high;
}

static void
append_line (MatchumPrintText *wrapped, MatchumPrintText *line, const GArray *parts, guint first, guint n_parts)
{
  gsize origin = g_array_index (parts, Part, first).span.start;
  gsize base;

  if (matchum_print_text_get_length (wrapped) > 0)
    matchum_print_text_append_literal (wrapped, "\n");
  base = matchum_print_text_get_length (wrapped);
  matchum_print_text_append_part (wrapped, line,
                                  MATCHUM_SPAN (origin, g_array_index (parts, Part, first + n_parts - 1).span.end));
  for (guint i = first; i + 1 < first + n_parts; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      MatchumSpan separator = MATCHUM_SPAN (base + part->span.end - origin, base + part->next - origin);

      matchum_print_text_mark (wrapped, MATCHUM_MARK_QUIET, separator, NULL);
      matchum_print_text_mark (wrapped, MATCHUM_MARK_AIRY, separator, NULL);
    }
  matchum_print_text_mark_addresses (wrapped, MATCHUM_SPAN (base, matchum_print_text_get_length (wrapped)), TRUE);
}

MatchumPrintText *
matchum_contact_text_wrap (MatchumPrintText *line, const MatchumTypeStyle *style, double width)
{
  g_autoptr (GArray) parts = NULL;
  MatchumPrintText *wrapped;
  double balanced;

  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  wrapped = matchum_print_text_new ();
  parts = collect_parts (line, style);
  balanced = find_balanced_width (parts, width);
  for (guint first = 0; first < parts->len;)
    {
      guint n_parts = count_fitting (parts, first, balanced);

      append_line (wrapped, line, parts, first, n_parts);
      first += n_parts;
    }

  return wrapped;
}
