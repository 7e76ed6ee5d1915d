/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the lines under the name part by part, so that no telephone number or address is cut. */
#include "config.h"

#include "matchum-contact-text.h"

#include <string.h>

#include "matchum-heading-text.h"

#define MAX_CONTACT_BYTES 1500
/* Characters of a line without parts that still is a job title or a place, not a sentence. */
#define MAX_TAGLINE 90
#define MAX_PART 60

/* The separator between two parts, with the white space around it; empty at the end. */
static MatchumSpan
find_separator (const char *text, gsize start, gsize length)
{
  for (gsize at = start; at < length; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      gsize size = matchum_heading_get_separator_length (text + at);
      gboolean is_bar = text[at] == '|';
      gboolean has_spaces = at > start && text[at - 1] == ' ' && text[at + size] == ' ';

      if (size == 0 || at == start || text[at] == '-' || !(is_bar || has_spaces))
        continue;
      return MATCHUM_SPAN (text[at - 1] == ' ' ? at - 1 : at, text[at + size] == ' ' ? at + size + 1 : at + size);
    }

  return MATCHUM_SPAN (length, length);
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
  glong n_characters;

  g_return_val_if_fail (line != NULL, FALSE);

  length = strlen (line);
  if (length > MAX_CONTACT_BYTES)
    return FALSE;

  for (MatchumSpan separator = find_separator (line, 0, length); separator.start < length;
       separator = find_separator (line, separator.end, length))
    n_parts++;
  n_characters = g_utf8_strlen (line, -1);
  if (n_parts > 1)
    return n_characters / n_parts <= MAX_PART;
  if (strchr (line, '@') != NULL || strstr (line, "://") != NULL || has_number (line))
    return n_characters <= MAX_TAGLINE * 2;

  return n_characters <= MAX_TAGLINE && !is_sentence (line, length);
}

static gboolean
fits (MatchumPrintText *line, MatchumSpan span, const MatchumTypeStyle *style, double width)
{
  g_autoptr (MatchumPrintText) part = matchum_print_text_new ();

  matchum_print_text_append_part (part, line, span);

  return matchum_paragraph_measure (part, style) <= width;
}

static void
append_line (MatchumPrintText *wrapped, MatchumPrintText *line, MatchumSpan span)
{
  const char *text = matchum_print_text_get_text (line);
  gsize base;

  if (matchum_print_text_get_length (wrapped) > 0)
    matchum_print_text_append_literal (wrapped, "\n");
  base = matchum_print_text_get_length (wrapped);
  matchum_print_text_append_part (wrapped, line, span);

  for (MatchumSpan separator = find_separator (text, span.start, span.end); separator.start < span.end;
       separator = find_separator (text, separator.end, span.end))
    matchum_print_text_mark (wrapped, MATCHUM_MARK_QUIET,
                             MATCHUM_SPAN (base + separator.start - span.start, base + separator.end - span.start),
                             NULL);
  matchum_print_text_mark_addresses (wrapped, MATCHUM_SPAN (base, matchum_print_text_get_length (wrapped)), TRUE);
}

MatchumPrintText *
matchum_contact_text_wrap (MatchumPrintText *line, const MatchumTypeStyle *style, double width)
{
  MatchumPrintText *wrapped;
  const char *text;
  gsize length;
  MatchumSpan filled = { 0, 0 };

  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  text = matchum_print_text_get_text (line);
  length = matchum_print_text_get_length (line);
  wrapped = matchum_print_text_new ();

  for (gsize start = 0; start < length;)
    {
      MatchumSpan separator = find_separator (text, start, length);

      if (filled.end > filled.start && !fits (line, MATCHUM_SPAN (filled.start, separator.start), style, width))
        {
          append_line (wrapped, line, filled);
          filled.start = start;
        }
      filled.end = separator.start;
      start = MAX (separator.end, start + 1);
    }
  if (filled.end > filled.start)
    append_line (wrapped, line, filled);

  return wrapped;
}
