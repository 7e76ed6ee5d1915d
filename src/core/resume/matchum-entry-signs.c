/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts headings at bars, dashes, dots, commas and colons. */
#include "config.h"

#include "resume/matchum-entry-signs.h"

#include <string.h>

static gboolean
is_bar (gunichar c)
{
  return c == '|' || c == 0x2502 || c == 0xff5c;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

static gboolean
is_dot (gunichar c)
{
  return c == '/' || c == '@' || c == 0x00b7 || c == 0x2022 || c == 0x30fb || c == 0x318d;
}

gboolean
matchum_entry_signs_is_sign (gunichar c)
{
  return is_bar (c) || is_dash (c) || is_dot (c) || c == ',' || c == ':' || c == ';' || c == '~' || c == 0xff0c;
}

gboolean
matchum_entry_signs_is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == 0xff08 || c == 0x300c || c == 0x300e || c == 0x201c;
}

gboolean
matchum_entry_signs_is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '}' || c == 0xff09 || c == 0x300d || c == 0x300f || c == 0x201d;
}

MatchumSpan
matchum_entry_signs_trim (const char *text, MatchumSpan span, gboolean with_signs)
{
  while (span.start < span.end)
    {
      gunichar c = g_utf8_get_char (text + span.start);

      if (!g_unichar_isspace (c) && !(with_signs && matchum_entry_signs_is_sign (c)))
        break;
      span.start += (gsize) g_utf8_skip[(guchar) text[span.start]];
    }
  while (span.end > span.start)
    {
      const char *last = g_utf8_prev_char (text + span.end);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && !(with_signs && matchum_entry_signs_is_sign (c)))
        break;
      span.end = (gsize) (last - text);
    }
  return span;
}

typedef gboolean (*IsBoundary) (const char *text, gsize at);

static gboolean
has_spaces_around (const char *text, gsize at)
{
  const gsize next = at + (gsize) g_utf8_skip[(guchar) text[at]];

  return at > 0 && text[at - 1] == ' ' && text[next] == ' ';
}

static gboolean
is_bar_boundary (const char *text, gsize at)
{
  return is_bar (g_utf8_get_char (text + at));
}

static gboolean
is_dash_boundary (const char *text, gsize at)
{
  return is_dash (g_utf8_get_char (text + at)) && has_spaces_around (text, at);
}

static gboolean
is_dot_boundary (const char *text, gsize at)
{
  return is_dot (g_utf8_get_char (text + at)) && has_spaces_around (text, at);
}

static gboolean
is_comma_boundary (const char *text, gsize at)
{
  gunichar c = g_utf8_get_char (text + at);

  return c == 0xff0c || (c == ',' && text[at + 1] == ' ');
}

static gboolean
is_colon_boundary (const char *text, gsize at)
{
  return text[at] == ':' && text[at + 1] == ' ';
}

static gboolean
is_list_boundary (const char *text, gsize at)
{
  gunichar c = g_utf8_get_char (text + at);

  return c == 0xff0c || c == 0x3001 || ((c == ',' || c == ';') && (text[at + 1] == ' ' || text[at + 1] == '\n'));
}

static void
add_part (GArray *parts, const char *text, gsize start, gsize end)
{
  MatchumSpan part = matchum_entry_signs_trim (text, MATCHUM_SPAN (start, end), FALSE);

  if (!matchum_span_is_empty (part))
    g_array_append_val (parts, part);
}

static GArray *
split_at (const char *text, IsBoundary is_boundary)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  gsize start = 0, at = 0;
  guint depth = 0;

  for (; text[at] != '\0'; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      gunichar c = g_utf8_get_char (text + at);

      if (matchum_entry_signs_is_opening (c))
        depth++;
      else if (matchum_entry_signs_is_closing (c))
        depth -= MIN (depth, 1);
      else if (depth == 0 && is_boundary (text, at))
        {
          add_part (parts, text, start, at);
          start = at + (gsize) g_utf8_skip[(guchar) text[at]];
        }
    }
  add_part (parts, text, start, at);
  return parts;
}

GArray *
matchum_entry_signs_split (const char *text, gboolean *is_barred)
{
  static const IsBoundary boundaries[] = { is_bar_boundary, is_dash_boundary, is_dot_boundary, is_comma_boundary,
                                           is_colon_boundary };
  GArray *parts = NULL;
  gboolean nowhere;

  g_return_val_if_fail (text != NULL, NULL);

  is_barred = is_barred != NULL ? is_barred : &nowhere;
  for (gsize i = 0; i < G_N_ELEMENTS (boundaries) && strlen (text) <= MATCHUM_ENTRY_MAX_BYTES; i++)
    {
      parts = split_at (text, boundaries[i]);
      *is_barred = i == 0;
      if (parts->len > 1)
        return parts;
      g_clear_pointer (&parts, g_array_unref);
    }
  *is_barred = FALSE;
  parts = g_array_new (FALSE, FALSE, sizeof (MatchumSpan));
  add_part (parts, text, 0, strlen (text));
  return parts;
}

GArray *
matchum_entry_signs_split_list (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return split_at (text, is_list_boundary);
}

GArray *
matchum_entry_signs_split_at_commas (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return split_at (text, is_comma_boundary);
}
